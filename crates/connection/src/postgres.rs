//! Sessions with PostgreSQL.
//!
//! Between server and PostgreSQL may stand a pooler that gives each transaction another session (PgBouncer in
//! transaction mode). So nothing that matters is set for a session: what a transaction needs it sets for itself when it
//! begins, in the same round trip, and what cannot be set so is verified. Statements are not prepared under a name.

use std::time::Duration;

use diesel::connection::{CacheSize, SimpleConnection as _};
use diesel::pg::PgConnection;
use diesel::sql_types::{Bool, Integer, Text};
use diesel::{Connection as _, ConnectionError, QueryableByName, RunQueryDsl as _, sql_query};

use crate::server_url::Door;
use crate::transaction::Begin;
use crate::{DatabaseUrl, Failure, OpenError, ServerAddress, SessionOptions, TurnError};

/// The oldest version whose behaviour the migrations rely on (generated columns, `sha256`).
pub(crate) const OLDEST: i32 = 12;
/// A statement that takes longer is stuck: the largest batch takes a fraction of it.
const STATEMENT_TIMEOUT: Duration = Duration::from_mins(1);
/// A server that died or was stopped in the middle of a transaction holds the lock on the head for so long.
const IDLE_TIMEOUT: Duration = Duration::from_secs(10);

#[derive(QueryableByName)]
struct Facts {
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = Text)]
    encoding: String,
    #[diesel(sql_type = Bool)]
    is_standby: bool,
    #[diesel(sql_type = Bool)]
    syncs: bool,
}

/// Opens a session with the first server of the address that takes writes; for a guest, with the first that answers.
///
/// libpq would go through several hosts itself, but it stops at one that closes the connection before it has said
/// anything: a proxy, for one, whose server is gone.
pub(crate) fn open(
    url: &DatabaseUrl,
    address: &ServerAddress,
    options: &SessionOptions,
) -> Result<PgConnection, OpenError> {
    let mut refusals = Vec::new();
    let doors = if options.is_guest() { address.apart() } else { address.doors() };
    for door in doors {
        match open_door(url, door, options) {
            Ok(connection) => return Ok(connection),
            Err(error) => refusals.push((door.name.clone(), error)),
        }
    }
    Err(OpenError::of_all(url, refusals))
}

fn open_door(url: &DatabaseUrl, door: &Door, options: &SessionOptions) -> Result<PgConnection, OpenError> {
    let mut connection = PgConnection::establish(&door.url)
        .map_err(|source| OpenError::Refused { url: url.clone(), source: in_one_line(source) })?;
    connection.set_prepared_statement_cache_size(CacheSize::Disabled);
    if options.is_guest() {
        return Ok(connection);
    }
    let facts: Facts = sql_query(
        "SELECT current_setting('server_version_num')::int / 10000 AS version, \
         current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS is_standby, \
         current_setting('fsync')::bool AS syncs",
    )
    .get_result(&mut connection)
    .map_err(|source| OpenError::Setting {
        url: url.clone(),
        setting: "asking for its version".to_owned(),
        source: source.into(),
    })?;
    match facts.unsuitable() {
        Some(reason) => Err(OpenError::Unsuitable { url: url.clone(), reason }),
        None => Ok(connection),
    }
}

/// What libpq says, a line or two for each host it tried.
pub(crate) fn in_one_line(error: ConnectionError) -> ConnectionError {
    match error {
        ConnectionError::BadConnection(said) => {
            let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
            ConnectionError::BadConnection(lines.collect::<Vec<_>>().join("; "))
        }
        other => other,
    }
}

impl Facts {
    fn unsuitable(&self) -> Option<String> {
        if self.version < OLDEST {
            Some(format!("it is PostgreSQL {}; {OLDEST} or newer is needed", self.version))
        } else if self.encoding != "UTF8" {
            Some(format!("its encoding is {}; create the database with ENCODING 'UTF8'", self.encoding))
        } else if self.is_standby {
            Some("it is a standby, which lags behind its primary; name the primary".to_owned())
        } else {
            if !self.syncs {
                tracing::warn!(
                    "the database server runs with fsync=off: a power cut loses what was acknowledged"
                );
            }
            None
        }
    }
}

/// The statements that begin a transaction, sent as one.
pub(crate) fn begin(begin: Begin, lock_wait: Duration) -> String {
    let milliseconds = |duration: Duration| i32::try_from(duration.as_millis()).unwrap_or(i32::MAX).max(1);
    let (lock_wait, statement, idle) =
        (milliseconds(lock_wait), milliseconds(STATEMENT_TIMEOUT), milliseconds(IDLE_TIMEOUT));
    match begin {
        // One snapshot, taken by the first query.
        Begin::Read => format!(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = {statement}; \
             SET LOCAL idle_in_transaction_session_timeout = {idle}"
        ),
        Begin::LongRead => {
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; \
             SET LOCAL idle_in_transaction_session_timeout = 0"
                .to_owned()
        }
        Begin::Guest => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY".to_owned(),
        Begin::Write => format!(
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = {lock_wait}; \
             SET LOCAL statement_timeout = {statement}; SET LOCAL idle_in_transaction_session_timeout = {idle}; \
             {DURABLE}"
        ),
        Begin::Exclusive => format!(
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = {lock_wait}; \
             SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; {DURABLE}"
        ),
    }
}

/// COMMIT answers when the log is on the disk, that of a synchronous standby included, whatever the server's default; a
/// stronger one (`remote_apply`) stays.
const DURABLE: &str = "SELECT set_config('synchronous_commit', 'on', true) \
                       WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')";

/// What has to be said before COMMIT. A COMMIT that waits for a synchronous standby when its time is up does not fail: it
/// succeeds with a warning that only this server has it ("canceling wait for synchronous replication", `SyncRepWaitForLSN`
/// in syncrep.c). A failover then loses what was acknowledged.
pub(crate) const UNHURRIED: &str = "SET LOCAL statement_timeout = 0";

/// Takes an advisory lock of the transaction if nobody has it. Answers whether it did.
pub(crate) fn try_lock(connection: &mut crate::Connection, key: i64) -> Result<bool, Failure> {
    #[derive(QueryableByName)]
    struct Locked {
        #[diesel(sql_type = diesel::sql_types::Bool)]
        locked: bool,
    }
    let answer: Locked =
        sql_query(format!("SELECT pg_try_advisory_xact_lock({key}) AS locked")).get_result(connection)?;
    Ok(answer.locked)
}

/// So often it is looked whether a pooler gives each transaction another session: others may be at work there, and make it give the
/// same by chance.
const LOOKS: u32 = 3;

/// Whether a pooler stands in between that gives each transaction another session: then another session that was opened here is
/// given what this one had, or this one does not find again what it had while the other keeps what it has.
pub(crate) fn is_pooled(
    url: &DatabaseUrl,
    session: &mut crate::Connection,
    options: &SessionOptions,
) -> Result<bool, TurnError> {
    if !matches!(session, crate::Connection::Postgres(_)) {
        return Ok(false);
    }
    let mut other = crate::Connection::open(url, options)?;
    for _ in 0..LOOKS {
        let before = backend(session)?;
        let mut held = crate::Transaction::begin_read(&mut other)?;
        if backend(&mut held)? == before || backend(session)? != before {
            return Ok(true);
        }
        held.rollback()?;
    }
    Ok(false)
}

/// Which process of which server answers.
fn backend(connection: &mut crate::Connection) -> Result<String, Failure> {
    #[derive(QueryableByName)]
    struct Backend {
        #[diesel(sql_type = Text)]
        backend: String,
    }
    let answer: Backend =
        sql_query("SELECT concat_ws(' ', pg_backend_pid(), pg_postmaster_start_time()) AS backend")
            .get_result(connection)?;
    Ok(answer.backend)
}

/// Whether somebody has sent a notification on a channel that this session listens on, since it was last asked. Looks at
/// what has arrived and asks nobody.
pub(crate) fn was_notified(connection: &mut PgConnection) -> Result<bool, Failure> {
    let mut was_notified = false;
    for notification in connection.notifications_iter() {
        notification?;
        was_notified = true;
    }
    Ok(was_notified)
}

/// Listens on a channel from now on.
pub(crate) fn listen(connection: &mut PgConnection, channel: &str) -> Result<(), Failure> {
    Ok(connection.batch_execute(&format!("LISTEN {channel}"))?)
}
