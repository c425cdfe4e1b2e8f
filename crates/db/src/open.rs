//! Opening: from an address to a store that serves.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use statehouse_connection::{Connection, DatabaseUrl, SessionOptions, Transaction};
use statehouse_migrations::{MigrateError, Migrator, Pace, SchemaWindow, SetError, Silent, Version};
use statehouse_model::{Command, PolicyId, Revision};
use uuid::Uuid;

use crate::catch_up::{Follower, Following, Notified};
use crate::counters::Counters;
use crate::failed::Failed;
use crate::lease::{Keeper, Leases};
use crate::presence::{Attendant, Card, Presence};
use crate::published::Published;
use crate::queue::Queue;
use crate::read::HeadCheck;
use crate::seal::{Seal, SealError, SealingKey};
use crate::shape::Shapes;
use crate::shared::{Condition, Death, Shared};
use crate::store::Threads;
use crate::trim::Trimmer;
use crate::writer::Writer;
use crate::{
    Clock, Duty, KeepLog, MigratePolicy, OLDEST, OpenError, PROGRAM, Request, Store, StoreOptions,
    WriteError, batch, dialect, durable, load, setting, trim,
};

/// How long opening waits for a transaction that a server left behind.
const LEFT_BEHIND: Duration = Duration::from_secs(2);

/// Who is behind the first commit.
const ACTOR: &str = "statehouse";

pub(crate) fn open(options: StoreOptions) -> Result<(Arc<Shared>, Threads), OpenError> {
    let migrator = migrator(&options)?;
    mend_schema(&options, &migrator)?;
    let newest = migrator.set().newest();
    let (presence, attendant) = enter(&options, migrator)?;
    match open_entered(options, presence.clone(), newest) {
        Ok((shared, threads)) => Ok((shared, Threads { attendant: Some(attendant), ..threads })),
        Err(error) => {
            presence.close();
            attendant.join().map_err(|_| OpenError::Database { reason: DIED.to_owned() })?;
            Err(error)
        }
    }
}

/// What there is to say when the attendant of a store that did not open has died of a defect.
const DIED: &str = "the attendant of the store has died of a defect";

fn open_entered(
    options: StoreOptions,
    presence: Arc<Presence>,
    newest: Version,
) -> Result<(Arc<Shared>, Threads), OpenError> {
    let seal = Seal::new(&options.sealing_key);
    let session = SessionOptions::writer().create_missing(false).busy_timeout(options.busy_timeout);
    let mut connection = Connection::open(&options.database, &session).map_err(Failed::from)?;
    check_key(&mut connection, &seal)?;
    outwait(&mut connection, options.busy_timeout.min(LEFT_BEHIND));
    let tip = load::load(&mut connection, &seal, &options.drivers, &options.progress)?;
    durable::confirm(&mut connection)?;
    // Only now: a key that does not open what is there must not become the one that is asked for.
    remember_key(&mut connection, &seal)?;

    let (queue, waiting) = Queue::new(options.queue);
    let (follower, orders) = Follower::new();
    let (leases, woken) = Leases::new(options.lease);
    let shared = Arc::new(Shared {
        published: Published::new(tip),
        queue,
        follower,
        leases,
        presence,
        head_check: HeadCheck::new(options.database.clone()),
        counters: Counters::default(),
        committing: AtomicBool::new(false),
        writes: Condition::default(),
        reads: Condition::default(),
        death: Death::default(),
    });
    let following = Following {
        shared: shared.clone(),
        orders,
        database: options.database.clone(),
        seal: seal.clone(),
        poll_interval: options.poll_interval,
        session: None,
        notified: Notified::default(),
    };
    let keeper = Keeper {
        shared: shared.clone(),
        woken,
        database: options.database.clone(),
        faults: options.faults.clone(),
        session: None,
    };
    let trimmer = match options.keep_log {
        Some(keep) => Some(trimmer(&shared, &options.database, &options.clock, keep)?),
        None => None,
    };
    let writer = Writer {
        shared: shared.clone(),
        waiting,
        database: options.database,
        seal,
        clock: options.clock,
        busy_timeout: options.busy_timeout,
        outcome_timeout: options.outcome_timeout,
        batch_limit: options.batch_limit.clamp(1, batch::COMMANDS),
        shapes: Shapes::new(newest),
        faults: options.faults,
        connection: None,
    };
    let follower = start("store-follower", || following.run())?;
    let keeper = start("store-keeper", || keeper.run())?;
    let writer = start("store-writer", || writer.run())?;
    let trimmer = match trimmer {
        Some((stop, trimmer)) => Some((stop, start("store-trimmer", || trimmer.run())?)),
        None => None,
    };
    Ok((shared, Threads { writer, follower, keeper, trimmer, attendant: None }))
}

/// Waits for whoever holds the head of the log. The COMMIT of a server that was killed may still be on its way to the database,
/// or in it: whoever starts that server again is to find what became of it, and not to see it come up later. Where the
/// lock does not come, the server that has it may be alive, and nothing is owed.
fn outwait(connection: &mut Connection, wait: Duration) {
    let outwaited = Transaction::begin_write_within(connection, wait).map_err(Failed::from).and_then(
        |mut transaction| {
            dialect::lock_head(&mut transaction)?;
            Ok(transaction.rollback()?)
        },
    );
    if let Err(failed) = outwaited {
        tracing::warn!(error = %failed, "a transaction of another server is under way; starting without waiting for it");
    }
}

fn trimmer(
    shared: &Arc<Shared>,
    database: &DatabaseUrl,
    clock: &Arc<dyn Clock>,
    keep: KeepLog,
) -> Result<(trim::Stop, Trimmer), OpenError> {
    let duty = Duty::seek(shared.clone(), trim::DUTY)
        .map_err(|error| OpenError::Database { reason: error.to_string() })?;
    let (stop, stopped) = crossbeam_channel::bounded(0);
    let (database, clock) = (database.clone(), clock.clone());
    Ok((stop, Trimmer { shared: shared.clone(), database, clock, keep, duty, stopped, session: None }))
}

fn start(name: &str, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, OpenError> {
    thread::Builder::new().name(name.to_owned()).spawn(run).map_err(OpenError::Thread)
}

/// A database that is new gets the policies that always exist, as its first revision. Of several processes that find it
/// new at once, one gets there first, and the others have nothing left to do.
pub(crate) fn found(store: &Store) -> Result<(), OpenError> {
    if store.read_local().revision() != Revision(0) {
        return Ok(());
    }
    let new_id = || PolicyId::from(Uuid::now_v7().to_string());
    let command = Command::CreateBuiltInPolicies { classification: new_id(), action: new_id() };
    let request = Request { command, actor: ACTOR.to_owned(), request_id: String::new() };
    let founded = store.write(request).and_then(crate::Pending::wait);
    founded.map(drop).map_err(|error: WriteError| OpenError::Database { reason: error.to_string() })
}

/// Knows what this program knows, or what an earlier build knew where a test wants that.
fn migrator(options: &StoreOptions) -> Result<Migrator, OpenError> {
    let refuse = |error: SetError| OpenError::Schema { reason: error.to_string() };
    let migrator = Migrator::statehouse(&options.database).map_err(refuse)?.applied_by(PROGRAM);
    Ok(match options.knows {
        Some(newest) => migrator.knowing_up_to(newest).oldest(OLDEST.min(newest)),
        None => migrator.oldest(OLDEST),
    })
}

fn mend_schema(options: &StoreOptions, migrator: &Migrator) -> Result<(), OpenError> {
    if options.migrate == MigratePolicy::MigrateEmbedded {
        let hurried = migrator.clone().pace(Pace::FULL);
        match hurried.settle(&options.database, &mut Silent) {
            // Another process is at it, and what is there already may do; or a newer build was here, and what it did may do no
            // harm.
            Ok(_) | Err(MigrateError::Locked { .. } | MigrateError::Ahead { .. }) => {}
            Err(error) => return Err(schema_error(&error)),
        }
    }
    require(migrator, &options.database)
}

/// Makes sure that this program can work with the schema, as it is.
fn require(migrator: &Migrator, database: &DatabaseUrl) -> Result<(), OpenError> {
    migrator.require(database).map_err(|error| match error {
        MigrateError::Behind { .. } if migrator.check(database).is_ok_and(|window| window == SchemaWindow::Empty) => OpenError::Schema {
            reason: "the database has no tables yet; run `statehouse migrate up` to make them".to_owned(),
        },
        MigrateError::Behind { missing, .. } => OpenError::Schema {
            reason: format!(
                "the schema is older than this program: {} migrations are missing; run `statehouse migrate up`",
                missing.len()
            ),
        },
        error => schema_error(&error),
    })
}

/// Makes sure that this program can work with the schema, for somebody who only looks.
pub(crate) fn require_for_a_look(database: &DatabaseUrl) -> Result<(), OpenError> {
    let refuse = |error: SetError| OpenError::Schema { reason: error.to_string() };
    require(&Migrator::statehouse(database).map_err(refuse)?.oldest(OLDEST), database)
}

/// Says in the database that this server runs, and then makes sure that it can work with the schema: in this order, see
/// [`presence`](crate::presence).
fn enter(options: &StoreOptions, migrator: Migrator) -> Result<(Arc<Presence>, JoinHandle<()>), OpenError> {
    let (oldest, newest) = (migrator.oldest_served(), migrator.set().newest());
    let card = Card::new(&options.name, oldest, newest, options.presence);
    let (presence, woken) = Presence::new(card);
    let presence = Arc::new(presence);
    let mut attendant = Attendant::new(presence.clone(), woken, options.database.clone(), migrator);
    attendant.begin()?;
    Ok((presence, start("store-attendant", || attendant.run())?))
}

/// A database that does not answer has no schema to be blamed.
fn schema_error(error: &MigrateError) -> OpenError {
    let reason = error.to_string();
    match error {
        MigrateError::Open(_) | MigrateError::Locked { .. } | MigrateError::Database { .. } => {
            OpenError::Database { reason }
        }
        _ => OpenError::Schema { reason },
    }
}

/// Finds out before anything else whether the key is the one that the database's secrets were sealed with.
pub(crate) fn check_key(connection: &mut Connection, seal: &Seal) -> Result<(), Failed> {
    match setting::read(connection, setting::SEALING_KEY_CHECK)? {
        Some(check) if !seal.opens_check(&check) => Err(SealError::DoesNotOpen.into()),
        _ => Ok(()),
    }
}

/// How a key stands to a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStanding {
    /// The database's secrets were sealed with it.
    Right,
    /// They were sealed with another.
    Wrong,
    /// No server has run on the database yet; any key will do.
    Free,
    /// There is a key that is asked for, and none was given.
    Missing,
}

/// Tells how a key stands to a database whose schema is up to date. Changes nothing.
///
/// # Errors
///
/// The database cannot be read.
pub fn key_standing(database: &DatabaseUrl, key: Option<&SealingKey>) -> Result<KeyStanding, OpenError> {
    let mut connection = Connection::open(database, &SessionOptions::reader()).map_err(Failed::from)?;
    Ok(match (setting::read(&mut connection, setting::SEALING_KEY_CHECK)?, key) {
        (None, _) => KeyStanding::Free,
        (Some(_), None) => KeyStanding::Missing,
        (Some(check), Some(key)) if Seal::new(key).opens_check(&check) => KeyStanding::Right,
        (Some(_), Some(_)) => KeyStanding::Wrong,
    })
}

/// Lets the next [`check_key`] recognise this key, unless there is one to be recognised already.
fn remember_key(connection: &mut Connection, seal: &Seal) -> Result<(), Failed> {
    if setting::read(connection, setting::SEALING_KEY_CHECK)?.is_some() {
        return Ok(());
    }
    let mut transaction = Transaction::begin_write(connection)?;
    dialect::lock_head(&mut transaction)?;
    // Another process may have come first, perhaps with another key.
    if setting::read(&mut transaction, setting::SEALING_KEY_CHECK)?.is_some() {
        transaction.rollback()?;
        return check_key(connection, seal);
    }
    setting::insert(&mut transaction, setting::SEALING_KEY_CHECK, &seal.check()?)?;
    Ok(transaction.commit()?)
}
