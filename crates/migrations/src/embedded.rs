//! Statehouse's own migrations: those in SQL from the folder `migrations/`, and those in Rust.

use statehouse_connection::{DatabaseUrl, Engine};

use crate::schema::Recorded;
use crate::{Baseline, Loss, Migration, MigrationSet, Migrator, SetError, Version, data};

/// Version, name, up, down.
type Embedded = (u32, &'static str, &'static str, &'static str);

/// Up, down, what it stands for.
type EmbeddedBaseline = (&'static str, &'static str, &'static str);

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The migration from which on a database knows where its log begins.
const LOG_START: u32 = 3;

/// What is not known any more below it, and cannot be found out: a log that was trimmed looks like a damaged one.
const TRIMMED: Loss = Loss {
    question: "SELECT COUNT(*) AS number FROM log_start WHERE revision > 1",
    reason: "the log was trimmed, and an older schema does not know where it begins, so that it would be taken for damaged on the \
             way up again; restore a back-up from before it was trimmed, or stay at 0003 or above",
};

impl MigrationSet {
    /// Statehouse's own migrations, written for the database at this address.
    ///
    /// # Errors
    /// A mistake in the migrations that this program was built from.
    pub fn statehouse(url: &DatabaseUrl) -> Result<Self, SetError> {
        let (embedded, baseline) = match url.engine() {
            Engine::Sqlite => (SQLITE, SQLITE_BASELINE),
            Engine::Postgres => (POSTGRES, POSTGRES_BASELINE),
            Engine::Mysql => (MYSQL, MYSQL_BASELINE),
        };
        let in_sql = embedded.iter().map(|&(version, name, up, down)| {
            let migration = Migration::sql(version, name, up, down);
            if version == LOG_START { migration.down_unless(TRIMMED) } else { migration }
        });
        let set = Self::new(in_sql.chain(data::statehouse()))?;
        match baseline {
            Some((up, down, stands_for)) => set.with_baseline(Baseline::new(up, down, stands_for)?),
            None => Ok(set),
        }
    }
}

/// What each migration makes in the words of an engine: of SQLite's there is no need, where a new file is made to compare with.
const POSTGRES_WORDS: &str = include_str!("../../../migrations/particulars/postgres.txt");
const MYSQL_WORDS: &str = include_str!("../../../migrations/particulars/mysql.txt");

/// The table in which Statehouse's servers say that they run.
pub const SERVERS: &str = "servers";

/// The migration that makes it.
pub const SERVERS_SINCE: Version = Version(4);

impl Migrator {
    /// A migrator of Statehouse's own migrations, which asks for the servers that run before it takes from them what they
    /// need.
    ///
    /// # Errors
    /// A mistake in the migrations that this program was built from.
    pub fn statehouse(url: &DatabaseUrl) -> Result<Self, SetError> {
        let migrator = Self::new(MigrationSet::statehouse(url)?).watching(SERVERS, SERVERS_SINCE);
        Ok(match url.engine() {
            Engine::Sqlite => migrator,
            Engine::Postgres => migrator.recorded(Recorded::parse(POSTGRES_WORDS)?),
            Engine::Mysql => migrator.recorded(Recorded::parse(MYSQL_WORDS)?),
        })
    }
}
