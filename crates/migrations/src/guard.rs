//! Making way for a migration that servers must know: nobody who needs the old shape may be there when it goes.
//!
//! 1. The migration is marked as begun, with what it requires, and that is committed. From then on no server starts that
//!    does not know enough.
//! 2. The servers that run are asked for. One that does not know enough and lives is in the way: the mark is taken back, and
//!    the migration refused. Whether it lives its beat tells, which may take as long as it says that it lasts. One whose beat
//!    stands still is given up: its row is taken out, so that it finds out when it goes on after all.
//! 3. What the migration relies on is looked over once more: rows that an old server wrote behind the data migration's back.
//!
//! A server enters itself before it looks at the ledger, and here the mark is written before the servers are read. So of the
//! two at least one sees the other. A row that was not there when the servers were read first is of a server that finds
//! the mark: it need not be watched.
//!
//! Where any of this fails, the mark is taken back, as when it is refused. Whoever is killed in between leaves it. Then old
//! servers do not start, and running the migration again goes on.

use std::thread;
use std::time::{Duration, Instant};

use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Engine, Failure, FailureKind, SessionOptions};

use crate::faults::Doing;
use crate::ledger::{self, State, journal};
use crate::migrator::now_us;
use crate::presence::{self, Life, Server, Vigil};
use crate::{Applied, Direction, MigrateError, Migration, Migrator, Phase, Progress, Step, Version, data};

/// How often the servers are looked at, of as long as a beat lasts; within bounds.
const LOOKS: u32 = 20;
const LEAST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// So often another's transaction may be preferred while servers are asked for.
const CONFLICTS: u32 = 20;

/// What is done about servers of which it is not known yet whether they live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// They are watched until it is.
    Watch,
    /// They are in the way.
    None,
}

/// Does what has to come before the statements of a migration.
pub(crate) fn make_way(
    migrator: &Migrator,
    url: &DatabaseUrl,
    connection: &mut Connection,
    migration: &Migration,
    direction: Direction,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    let requires = match (direction, migration.requires) {
        (Direction::Up, Some(requires)) => requires,
        (Direction::Up, None) => return Ok(()),
        (Direction::Down, _) => return refuse_needed(migrator, connection, migration, progress),
    };
    let Err(error) = prepare(migrator, connection, migration, requires, progress) else { return Ok(()) };
    // Interrupted is what stands for a kill, after which nobody tidies up.
    if !matches!(error, MigrateError::Interrupted { .. })
        && let Err(lasting) = take_mark_back_anyhow(migrator, url, connection, migration, progress)
    {
        tracing::warn!(
            %migration,
            error = %lasting,
            "the mark of the migration could not be taken back: older servers do not start until it is run again"
        );
    }
    Err(error)
}

/// Marks the migration, makes sure that no server needs what goes, and looks over what it relies on.
fn prepare(
    migrator: &Migrator,
    connection: &mut Connection,
    migration: &Migration,
    requires: Version,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    require(migrator, connection, migration, requires, progress)?;
    // Once its statements have begun, that was done, and what it looks at may be gone.
    if migration.phase == Phase::Contract && !has_statements(connection, migration)? {
        look_over(migrator, connection, migration, progress)?;
    }
    Ok(())
}

/// Marks what the migration requires, and refuses it while a server is there that does not know enough.
fn require(
    migrator: &Migrator,
    connection: &mut Connection,
    migration: &Migration,
    requires: Version,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    let mark = migrator.point(migration, Direction::Up, Doing::Require);
    mark.before()?;
    let mut transaction = migrator.lock(connection, progress)?;
    ledger::enter(&mut transaction, migration, State::Begun, now_us(), migrator.program())?;
    transaction.commit()?;
    mark.after()?;

    let ask = migrator.point(migration, Direction::Up, Doing::Ask);
    ask.before()?;
    refuse_ignorant(migrator, connection, migration, requires, progress)?;
    ask.after()
}

/// Refuses a migration that a server is in the way of, before anything at all is done for it. It is asked again when the
/// migration is marked.
pub(crate) fn refuse_in_the_way(
    migrator: &Migrator,
    connection: &mut Connection,
    migration: &Migration,
    direction: Direction,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    match (direction, migration.requires) {
        (Direction::Up, None) => Ok(()),
        (Direction::Up, Some(requires)) => {
            refuse_ignorant(migrator, connection, migration, requires, progress)
        }
        (Direction::Down, _) => refuse_needed(migrator, connection, migration, progress),
    }
}

/// Whether a server could not work after a migration.
pub(crate) fn concerns(migration: &Migration, direction: Direction, server: &Server) -> bool {
    match direction {
        Direction::Up => migration.requires.is_some_and(|requires| server.newest < requires),
        Direction::Down => server.oldest >= migration.version,
    }
}

/// Refuses a migration while a server is there that does not know enough to work after it.
fn refuse_ignorant(
    migrator: &Migrator,
    connection: &mut Connection,
    migration: &Migration,
    requires: Version,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    let knows_less = |server: &Server| server.newest < requires;
    let servers = in_the_way(migrator, connection, knows_less, progress)?;
    if servers.is_empty() {
        return Ok(());
    }
    let (version, migration) = (migration.version, migration.to_string());
    Err(MigrateError::InTheWay { version, migration, servers })
}

/// Refuses to take a migration down while a server needs it. There is no mark: who reads one cannot tell which way it
/// leads. A server that starts at the same moment finds out with its next beat.
fn refuse_needed(
    migrator: &Migrator,
    connection: &mut Connection,
    migration: &Migration,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    let needs_it = |server: &Server| server.oldest >= migration.version;
    let servers = in_the_way(migrator, connection, needs_it, progress)?;
    if servers.is_empty() {
        return Ok(());
    }
    let (version, migration) = (migration.version, migration.to_string());
    Err(MigrateError::InTheWay { version, migration, servers })
}

/// Whether there is nothing to take down of a migration but the mark: it was interrupted before its first statement.
pub(crate) fn is_only_marked(
    connection: &Connection,
    migration: &Migration,
    direction: Direction,
    entry: Option<&Applied>,
) -> bool {
    let is_whole = is_whole(connection.engine(), migration);
    direction == Direction::Down && is_whole && entry.is_some_and(|entry| entry.state == State::Begun)
}

/// Whether all of it is done or nothing.
fn is_whole(engine: Engine, migration: &Migration) -> bool {
    match engine {
        Engine::Sqlite => true,
        Engine::Postgres => migration.in_transaction,
        Engine::Mysql => false,
    }
}

/// The servers that are concerned and live.
fn in_the_way(
    migrator: &Migrator,
    connection: &mut Connection,
    is_concerned: impl Fn(&Server) -> bool,
    progress: &mut dyn Progress,
) -> Result<Vec<Server>, MigrateError> {
    let Some(table) = migrator.watched() else { return Ok(Vec::new()) };
    let mut vigil = Vigil::default();
    let mut first: Option<Vec<String>> = None;
    let mut patience = Conflicts { left: CONFLICTS };
    loop {
        let mut servers = presence::servers(connection, table)?;
        let now = Instant::now();
        servers.retain(&is_concerned);
        if let Some(first) = &first {
            servers.retain(|server| first.contains(&server.id));
        }
        let judged = vigil.saw(servers, now);
        let living: Vec<_> = judged
            .iter()
            .filter(|(_, life)| *life == Life::Alive || migrator.asks() == Patience::None)
            .map(|(server, _)| server.clone())
            .collect();
        if judged.is_empty() || !living.is_empty() {
            return Ok(living);
        }
        if first.is_none() {
            first = Some(judged.iter().map(|(server, _)| server.id.clone()).collect());
            progress.watching(&judged.iter().map(|(server, _)| server.clone()).collect::<Vec<_>>());
        }
        for (server, _) in judged.iter().filter(|(_, life)| *life == Life::Still) {
            // One statement, and so no transaction: MariaDB's sessions that have begun one to write refuse what is outside of one,
            // and the statements of the contract are to come through this session.
            let given_up = presence::give_up(connection, table, server);
            // It may be back, so it is looked for again.
            if patience.outlast(given_up)? == Some(true) {
                tracing::info!(
                    server = server.name,
                    id = server.id,
                    "a server whose beat stands still is given up"
                );
            }
        }
        thread::sleep(pause(&judged));
    }
}

/// How often another's transaction may still be preferred, as a Galera cluster tells with any statement that writes.
struct Conflicts {
    left: u32,
}

impl Conflicts {
    /// What was done; nothing, where another's transaction was preferred and the same may be tried again.
    fn outlast<T>(&mut self, done: Result<T, Failure>) -> Result<Option<T>, Failure> {
        match done {
            Err(failure) if failure.kind == FailureKind::Conflict && self.left > 0 => {
                self.left -= 1;
                Ok(None)
            }
            done => done.map(Some),
        }
    }
}

fn pause(judged: &[(Server, Life)]) -> Duration {
    let shortest = judged.iter().map(|(server, _)| server.lasts).min().unwrap_or_default();
    (shortest / LOOKS).clamp(LEAST_PAUSE, LONGEST_PAUSE)
}

/// Takes the mark back although something has just failed: with another session, where that was what failed.
fn take_mark_back_anyhow(
    migrator: &Migrator,
    url: &DatabaseUrl,
    connection: &mut Connection,
    migration: &Migration,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    let mut conflicts = Conflicts { left: CONFLICTS };
    loop {
        match take_mark_back(migrator, connection, migration, progress) {
            Err(MigrateError::Database { failure }) if failure.kind == FailureKind::ConnectionLost => break,
            Err(MigrateError::Database { failure }) => conflicts.outlast::<()>(Err(failure))?,
            taken => return taken,
        };
        thread::sleep(LEAST_PAUSE);
    }
    let options = SessionOptions::migrator().busy_timeout(migrator.patience()).create_missing(false);
    take_mark_back(migrator, &mut Connection::open(url, &options)?, migration, progress)
}

/// Takes the mark back, unless statements of the migration have been carried out already: then it has to be finished, and
/// servers that do not know enough must not start.
pub(crate) fn take_mark_back(
    migrator: &Migrator,
    connection: &mut Connection,
    migration: &Migration,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    let mut transaction = migrator.lock(connection, progress)?;
    if !has_statements(&mut transaction, migration)? {
        journal::forget(&mut transaction, migration.version)?;
        ledger::strike(&mut transaction, migration.version)?;
    }
    Ok(transaction.commit()?)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Whether statements of the migration may have been carried out on the way up, where they are committed one by one.
fn has_statements(connection: &mut Connection, migration: &Migration) -> Result<bool, Failure> {
    if is_whole(connection.engine(), migration) {
        return Ok(false);
    }
    let count: Count = sql_query(format!(
        "SELECT COUNT(*) AS number FROM schema_statements WHERE version = {} AND direction = 'up'",
        migration.version.0
    ))
    .get_result(connection)?;
    Ok(count.number > 0)
}

/// Looks over the rows that the data migrations since the contract before have moved.
fn look_over(
    migrator: &Migrator,
    connection: &mut Connection,
    contract: &Migration,
    progress: &mut dyn Progress,
) -> Result<(), MigrateError> {
    for migration in relied_on(migrator.set().iter(), contract) {
        if let Step::Data(data) = &migration.up {
            progress.looking_over(migration);
            let data = data.as_ref();
            data::reconcile(&mut data::Run {
                migrator,
                connection: &mut *connection,
                migration,
                data,
                direction: Direction::Up,
                progress: &mut *progress,
            })?;
        }
    }
    Ok(())
}

/// The data migrations between the contract before and this one.
pub(crate) fn relied_on<'m>(
    all: impl Iterator<Item = &'m Migration>,
    contract: &Migration,
) -> Vec<&'m Migration> {
    let mut since = Vec::new();
    for migration in all.take_while(|migration| migration.version < contract.version) {
        match migration.phase {
            Phase::Contract => since.clear(),
            Phase::Data => since.push(migration),
            Phase::Expand => {}
        }
    }
    since
}

/// The first migration that is not applied and has to come before this one.
pub(crate) fn comes_before<'m>(
    set: impl Iterator<Item = &'m Migration>,
    entries: &[Applied],
    migration: &Migration,
) -> Option<&'m Migration> {
    let is_applied = |it: &Migration| {
        entries.iter().any(|entry| entry.version == it.version && entry.state == State::Applied)
    };
    let counts = |it: &&Migration| migration.phase == Phase::Contract || it.phase == Phase::Expand;
    set.take_while(|it| it.version < migration.version).filter(counts).find(|it| !is_applied(it))
}

#[cfg(test)]
mod tests {
    use diesel::result::{DatabaseErrorKind, Error};

    use super::*;

    fn failure(kind: DatabaseErrorKind) -> Failure {
        Error::DatabaseError(kind, Box::new("it failed".to_owned())).into()
    }

    #[test]
    fn a_conflict_is_tried_again_a_bounded_number_of_times_and_nothing_else_is() {
        let mut conflicts = Conflicts { left: 2 };
        let conflict = || Err::<bool, _>(failure(DatabaseErrorKind::SerializationFailure));
        assert_eq!(conflicts.outlast(conflict()).unwrap(), None);
        assert_eq!(conflicts.outlast(Ok(true)).unwrap(), Some(true));
        assert!(conflicts.outlast(Err::<bool, _>(failure(DatabaseErrorKind::ClosedConnection))).is_err());
        assert_eq!(conflicts.outlast(conflict()).unwrap(), None);
        assert_eq!(conflicts.outlast(conflict()).unwrap_err().kind, FailureKind::Conflict);
    }
}
