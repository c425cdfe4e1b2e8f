//! How the statements of a migration are carried out: as a whole where the engine can do that, else one by one, with a
//! journal that says how far they came.

use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{
    Connection, DatabaseUrl, Engine, Failure, FailureKind, SessionOptions, Transaction,
};

use crate::faults::Doing;
use crate::ledger::{self, State, journal};
use crate::migrator::now_us;
use crate::{Applied, Direction, MigrateError, Migration, Migrator, Progress, claim, halt, statements};

/// Between two attempts to lock a table, each of a second. Whoever waits for a table has everybody behind it wait as well, so
/// they get on in between.
const TABLE_PAUSE: Duration = Duration::from_secs(1);

/// How long a statement waits on PostgreSQL for a table to itself.
pub(crate) const BRIEFLY: &str = "'1s'";
/// A migration may take its time.
const UNHURRIED: &str = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

/// In what manner the statements are carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// In the transaction of the lock, together with the note that they are done.
    Whole,
    /// Each in a transaction with the mark that it is done; one that changes the schema commits by itself before. The lock is
    /// the session's.
    OneByOne,
    /// Each by itself, in a session of their own, while another holds the lock.
    Apart,
}

/// The statements of a migration in one direction, to be carried out.
pub(crate) struct Script<'r> {
    migrator: &'r Migrator,
    url: &'r DatabaseUrl,
    migration: &'r Migration,
    direction: Direction,
    statements: Vec<&'r str>,
}

impl<'r> Script<'r> {
    pub(crate) fn of(
        migrator: &'r Migrator,
        url: &'r DatabaseUrl,
        migration: &'r Migration,
        direction: Direction,
        text: &'r str,
    ) -> Result<Self, MigrateError> {
        let statements = statements::split(url.engine(), text)
            .map_err(|reason| MigrateError::Unreadable { migration: migration.to_string(), reason })?;
        Ok(Self { migrator, url, migration, direction, statements })
    }

    pub(crate) fn manner(&self) -> Manner {
        match self.url.engine() {
            Engine::Mysql => Manner::OneByOne,
            Engine::Postgres if !self.migration.in_transaction => Manner::Apart,
            Engine::Postgres | Engine::Sqlite => Manner::Whole,
        }
    }

    /// Tries again what waited too long for a table, or what somebody else's transaction was preferred to (each waited for the
    /// other), up to as long as a migrator waits for a lock.
    fn until_free(&self, mut attempt: impl FnMut() -> Result<(), MigrateError>) -> Result<(), MigrateError> {
        let until = Instant::now() + self.migrator.patience();
        loop {
            match attempt() {
                Err(MigrateError::Failed { failure, .. })
                    if matches!(failure.kind, FailureKind::Busy | FailureKind::Conflict)
                        && Instant::now() < until =>
                {
                    tracing::info!(migration = %self.migration, "somebody uses a table that is to be changed");
                    thread::sleep(TABLE_PAUSE);
                }
                done => return done,
            }
        }
    }

    pub(crate) fn run_whole(
        &self,
        connection: &mut Connection,
        progress: &mut dyn Progress,
    ) -> Result<(), MigrateError> {
        self.until_free(|| self.run_whole_once(self.migrator.lock(connection, progress)?))
    }

    fn run_whole_once(&self, mut transaction: Transaction<'_>) -> Result<(), MigrateError> {
        let started = Instant::now();
        if transaction.engine() == Engine::Postgres {
            // For all of them before any is locked more strongly: while one is, nobody is to wait for a vacuum of another.
            self.claim(&mut transaction, 1, &self.statements, true)?;
        }
        // The savepoint is gone if the text commits or rolls back: then this was no transaction, and must not pass.
        transaction.batch_execute("SAVEPOINT migration").map_err(Failure::from)?;
        for number in 1..=self.statements.len() {
            self.execute(&mut transaction, number, true)?;
        }
        transaction
            .batch_execute("RELEASE SAVEPOINT migration")
            .map_err(|_| MigrateError::EndsTransaction { migration: self.migration.to_string() })?;
        refuse_broken_references(&mut transaction, self.migration)?;
        // It may have been prepared for a script.
        journal::forget(&mut transaction, self.migration.version)?;
        self.conclude(&mut transaction, started)?;
        self.commit(transaction)
    }

    /// Takes the lock again for each transaction, which costs nothing: the session has it already.
    pub(crate) fn run_one_by_one(
        &self,
        connection: &mut Connection,
        progress: &mut dyn Progress,
    ) -> Result<(), MigrateError> {
        let started = Instant::now();
        let mut transaction = self.migrator.lock(connection, progress)?;
        let begun = self.begin(&mut transaction)?;
        transaction.commit()?;
        if self.migrator.fence().is_some() {
            for halt in halt::of(connection, self.migration, &self.statements[begun.done..])? {
                progress.halting(&halt);
            }
        }
        for number in begun.done + 1..=self.statements.len() {
            self.until_free(|| {
                let mut transaction = self.migrator.lock(connection, progress)?;
                transaction.batch_execute("SET SESSION lock_wait_timeout = 1").map_err(Failure::from)?;
                self.execute(&mut transaction, number, false)?;
                if commits(self.statements[number - 1]) {
                    transaction.commit()?;
                    transaction = self.migrator.lock(connection, progress)?;
                }
                self.mark(&mut transaction, number)?;
                Ok(transaction.commit()?)
            })
            .map_err(|error| self.not_begun(error, &begun, || self.migrator.lock(connection, progress)))?;
        }
        let mut transaction = self.migrator.lock(connection, progress)?;
        journal::forget(&mut transaction, self.migration.version)?;
        self.conclude(&mut transaction, started)?;
        self.commit(transaction)
    }

    pub(crate) fn run_apart(&self, mut lock: Transaction<'_>) -> Result<(), MigrateError> {
        let started = Instant::now();
        let mut session = Connection::open(self.url, &SessionOptions::migrator())?;
        session.batch_execute("SET statement_timeout = 0").map_err(Failure::from)?;
        let begun = self.begin(&mut session)?;
        for number in begun.done + 1..=self.statements.len() {
            // Without the lock, which ends with its session, nothing more may be done.
            lock.batch_execute("SELECT 1").map_err(Failure::from)?;
            self.until_free(|| self.execute_apart(&mut session, number)).map_err(|error| {
                self.not_begun(error, &begun, || Ok(Transaction::begin_write(&mut session)?))
            })?;
            session.batch_execute("SET lock_timeout = 0").map_err(Failure::from)?;
            self.mark(&mut session, number)?;
        }
        let mut transaction = Transaction::begin_write(&mut session)?;
        journal::forget(&mut transaction, self.migration.version)?;
        self.conclude(&mut transaction, started)?;
        self.commit(transaction)?;
        Ok(lock.rollback()?)
    }

    /// A statement that needs tables to itself is a transaction with the claim to them. Any other stands alone, as some must.
    fn execute_apart(&self, session: &mut Connection, number: usize) -> Result<(), MigrateError> {
        let statement = self.statements[number - 1];
        if claim::needed(&[statement]).is_empty() {
            drop_unfinished_index(session, statement)?;
            // What goes on concurrently waits for those who were there before, and keeps nobody waiting.
            let limit = if is_concurrent(statement) { "0" } else { BRIEFLY };
            session.batch_execute(&format!("SET lock_timeout = {limit}")).map_err(Failure::from)?;
            return self.execute(session, number, false);
        }
        let mut transaction = Transaction::begin_write(session)?;
        transaction.batch_execute(UNHURRIED).map_err(Failure::from)?;
        self.claim(&mut transaction, number, &[statement], false)?;
        self.execute(&mut transaction, number, false)?;
        Ok(transaction.commit()?)
    }

    /// Claims the tables that these statements need, as long as that takes: nobody waits behind it. From then on no lock is waited
    /// for but briefly.
    fn claim(
        &self,
        transaction: &mut Transaction<'_>,
        number: usize,
        statements: &[&str],
        undone: bool,
    ) -> Result<(), MigrateError> {
        let tables = claim::there(transaction, claim::needed(statements))?;
        if let Some(claim) = claim::claim(&tables) {
            let limit = self.migrator.patience().as_millis().max(1);
            let claimed = transaction.batch_execute(&format!("SET LOCAL lock_timeout = {limit}; {claim}"));
            claimed.map_err(|error| self.failed(number, &claim, error.into(), undone))?;
        }
        let briefly = format!("SET LOCAL lock_timeout = {BRIEFLY}");
        Ok(transaction.batch_execute(&briefly).map_err(Failure::from)?)
    }

    /// Notes that the migration is under way.
    fn begin(&self, connection: &mut Connection) -> Result<Begun, MigrateError> {
        let (version, direction) = (self.migration.version, self.direction);
        let was = match direction {
            Direction::Up => None,
            Direction::Down => {
                ledger::read(connection)?.entries.into_iter().find(|entry| entry.version == version)
            }
        };
        let is_first = !journal::is_there(connection, version)?;
        let point = self.migrator.point(self.migration, direction, Doing::Begin);
        point.before()?;
        ledger::enter(connection, self.migration, State::Begun, now_us(), self.migrator.program())?;
        point.after()?;
        let done = journal::done(connection, version, direction, &self.statements)?;
        if done == 0 {
            // From here on the first statement may have been carried out, whatever is marked.
            journal::mark(connection, version, direction, &[])?;
        }
        Ok(Begun { done, was, is_first })
    }

    /// Where the first statement failed and the engine undid it, nothing of the migration was done: then it was not begun, and the
    /// books say again what they said before.
    fn not_begun<'c>(
        &self,
        mut error: MigrateError,
        begun: &Begun,
        lock: impl FnOnce() -> Result<Transaction<'c>, MigrateError>,
    ) -> MigrateError {
        if let MigrateError::Failed { number: 1, failure, undone, .. } = &mut error
            && begun.is_first
            && failure.kind != FailureKind::ConnectionLost
            && !leaves_parts(self.statements[0])
        {
            match lock().and_then(|transaction| self.forget(transaction, begun)) {
                Ok(()) => *undone = true,
                Err(lasting) => {
                    let migration = self.migration;
                    tracing::warn!(%migration, error = %lasting, "it stays noted as begun, though nothing of it was done");
                }
            }
        }
        error
    }

    fn forget(&self, mut transaction: Transaction<'_>, begun: &Begun) -> Result<(), MigrateError> {
        journal::forget(&mut transaction, self.migration.version)?;
        match &begun.was {
            None => ledger::strike(&mut transaction, self.migration.version)?,
            Some(Applied { state, applied_at_us, applied_by, .. }) => {
                ledger::enter(&mut transaction, self.migration, *state, *applied_at_us, applied_by)?;
            }
        }
        Ok(transaction.commit()?)
    }

    fn execute(&self, connection: &mut Connection, number: usize, undone: bool) -> Result<(), MigrateError> {
        let statement = self.statements[number - 1];
        let point = self.migrator.point(self.migration, self.direction, Doing::Statement(number));
        point.before()?;
        let executed = connection.batch_execute(statement);
        executed.map_err(|error| self.failed(number, statement, error.into(), undone))?;
        point.after()
    }

    fn failed(&self, number: usize, statement: &str, failure: Failure, undone: bool) -> MigrateError {
        let (migration, statement) = (self.migration.to_string(), statements::summary(statement));
        MigrateError::Failed { migration, number, statement, failure, undone }
    }

    fn mark(&self, connection: &mut Connection, number: usize) -> Result<(), MigrateError> {
        let point = self.migrator.point(self.migration, self.direction, Doing::Mark(number));
        point.before()?;
        journal::mark(connection, self.migration.version, self.direction, &self.statements[..number])?;
        point.after()
    }

    fn conclude(&self, connection: &mut Connection, started: Instant) -> Result<(), MigrateError> {
        let point = self.migrator.point(self.migration, self.direction, Doing::Enter);
        point.before()?;
        self.migrator.conclude(connection, self.migration, self.direction, started.elapsed())?;
        point.after()
    }

    fn commit(&self, transaction: Transaction<'_>) -> Result<(), MigrateError> {
        let point = self.migrator.point(self.migration, self.direction, Doing::Commit);
        point.before()?;
        transaction.commit().map_err(|failure| MigrateError::OutcomeUnknown {
            migration: self.migration.to_string(),
            failure,
        })?;
        point.after()
    }
}

/// What a migration was like when it was begun in this direction.
struct Begun {
    /// How many of its statements were done already.
    done: usize,
    /// What was written down of it, on the way down.
    was: Option<Applied>,
    /// Nobody began it before, so that nothing of it can have been done.
    is_first: bool,
}

/// Whether it goes on beside others on PostgreSQL, and keeps nobody waiting.
pub(crate) fn is_concurrent(statement: &str) -> bool {
    statement.to_uppercase().contains("CONCURRENTLY")
}

/// Whether this statement commits by itself on MariaDB, as what changes the schema does.
fn commits(statement: &str) -> bool {
    let words = statements::summary(statement).to_uppercase();
    ["ALTER ", "CREATE ", "DROP ", "RENAME ", "TRUNCATE "].iter().any(|word| words.starts_with(word))
}

/// Whether something of this statement may stay although it failed: an index that is not valid; the first of several tables gone.
fn leaves_parts(statement: &str) -> bool {
    let words = statements::summary(statement).to_uppercase();
    is_concurrent(statement) || words.starts_with("DROP TABLE") && words.contains(',')
}

/// A `CREATE INDEX CONCURRENTLY` that was interrupted leaves an index of no use, and `IF NOT EXISTS` would take it for one.
fn drop_unfinished_index(connection: &mut Connection, statement: &str) -> Result<(), Failure> {
    let Some(index) = statements::concurrent_index(statement) else { return Ok(()) };
    let unfinished: Vec<Index> = sql_query(
        "SELECT index.indexrelid::regclass::text AS name FROM pg_index index \
         WHERE index.indexrelid = to_regclass($1) AND NOT index.indisvalid",
    )
    .bind::<Text, _>(index)
    .load(connection)?;
    for Index { name } in unfinished {
        tracing::warn!(index = name, "an unfinished index is dropped and made anew");
        connection.batch_execute(&format!("DROP INDEX CONCURRENTLY IF EXISTS {name}"))?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct BrokenReference {
    #[diesel(sql_type = Text)]
    table: String,
    #[diesel(sql_type = Text)]
    parent: String,
}

/// On SQLite, a migrator's session does not enforce foreign keys while it rebuilds tables; this makes up for it.
fn refuse_broken_references(connection: &mut Connection, migration: &Migration) -> Result<(), MigrateError> {
    if connection.engine() != Engine::Sqlite {
        return Ok(());
    }
    let broken: Vec<BrokenReference> =
        sql_query("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1")
            .load(connection)
            .map_err(Failure::from)?;
    match broken.into_iter().next() {
        None => Ok(()),
        Some(BrokenReference { table, parent }) => {
            Err(MigrateError::BrokenReferences { migration: migration.to_string(), table, parent })
        }
    }
}
