//! Sessions with MariaDB, Galera clusters of it, and MySQL.

use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::mysql::MysqlConnection;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};

use crate::transaction::Begin;
use crate::{DatabaseUrl, Failure, FailureKind, OpenError, ServerAddress, SessionOptions};

/// What every session has, whatever the server's defaults.
const SETTINGS: &[&str] = &[
    // A value that does not fit is refused, not cut off; another storage engine is not taken in the place of InnoDB; a
    // backslash escapes and double quotes delimit strings as they do by default.
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE'",
    // By bytes, and trailing blanks count: without it a literal would be compared by the server's default.
    "SET SESSION collation_connection = 'utf8mb4_bin'",
    "SET SESSION transaction_isolation = 'READ-COMMITTED'",
    "SET SESSION autocommit = 1",
    "SET SESSION foreign_key_checks = 1",
    "SET SESSION unique_checks = 1",
    // Failures are told apart by their texts.
    "SET SESSION lc_messages = 'en_US'",
];

/// A server that died or was stopped in the middle of a transaction holds the lock on the head for so long (seconds).
/// MySQL does not know the setting, and goes without.
const IDLE_TIMEOUT: &str = "SET SESSION idle_transaction_timeout = 10";

/// Reads and writes on a node of a Galera cluster wait until it has applied what any node had committed before.
const SYNC_WAIT: &str = "SET SESSION wsrep_sync_wait = 3";

pub(crate) fn open(
    url: &DatabaseUrl,
    address: &ServerAddress,
    options: &SessionOptions,
) -> Result<MysqlConnection, OpenError> {
    let mut connection = MysqlConnection::establish(address.expose())
        .map_err(|source| OpenError::Refused { url: url.clone(), source })?;
    let failed = |setting: &str| {
        let setting = setting.to_owned();
        move |source: diesel::result::Error| OpenError::Setting {
            url: url.clone(),
            setting,
            source: source.into(),
        }
    };
    for setting in SETTINGS {
        // MariaDB 10.11 calls it tx_isolation; MySQL 8 only knows the new name.
        let tried = connection.batch_execute(setting).or_else(|error| {
            match setting.split_once("transaction_isolation") {
                Some((before, after)) => connection.batch_execute(&format!("{before}tx_isolation{after}")),
                None => Err(error),
            }
        });
        tried.map_err(failed(setting))?;
    }
    // A migration may take its time between two statements.
    if options.enforces_foreign_keys && connection.batch_execute(IDLE_TIMEOUT).is_err() {
        tracing::debug!("the database server knows no time limit for idle transactions");
    }
    let facts: Facts = sql_query(
        "SELECT CAST(@@global.read_only AS SIGNED) AS read_only, \
         CAST(@@innodb_flush_log_at_trx_commit AS SIGNED) AS flush, @@default_storage_engine AS engine",
    )
    .get_result(&mut connection)
    .map_err(failed("asking for its settings"))?;
    if let Some(reason) = facts.unsuitable() {
        return Err(OpenError::Unsuitable { url: url.clone(), reason });
    }
    if is_cluster(&mut connection).map_err(failed("asking for wsrep_on"))? {
        connection.batch_execute(SYNC_WAIT).map_err(failed(SYNC_WAIT))?;
    }
    Ok(connection)
}

#[derive(QueryableByName)]
struct Facts {
    #[diesel(sql_type = BigInt)]
    read_only: i64,
    #[diesel(sql_type = BigInt)]
    flush: i64,
    #[diesel(sql_type = Text)]
    engine: String,
}

impl Facts {
    fn unsuitable(&self) -> Option<String> {
        if self.read_only != 0 {
            return Some("it is read-only, as a replica is; name the primary".to_owned());
        }
        if self.engine != "InnoDB" {
            return Some(format!(
                "its default storage engine is {}; set default_storage_engine=InnoDB",
                self.engine
            ));
        }
        if self.flush != 1 {
            tracing::warn!(
                innodb_flush_log_at_trx_commit = self.flush,
                "the database server does not sync at every COMMIT: a power cut loses what was acknowledged, unless \
                 other nodes of a cluster survive it"
            );
        }
        None
    }
}

#[derive(QueryableByName)]
struct Variable {
    #[diesel(sql_type = Text, column_name = "Value")]
    value: String,
}

/// Is this a node of a Galera cluster?
fn is_cluster(connection: &mut MysqlConnection) -> diesel::QueryResult<bool> {
    let found: Vec<Variable> = sql_query("SHOW SESSION VARIABLES LIKE 'wsrep_on'").load(connection)?;
    Ok(found.iter().any(|variable| variable.value.eq_ignore_ascii_case("ON")))
}

/// What has to be said before a transaction begins.
pub(crate) fn before_begin(begin: Begin, lock_wait: Duration) -> String {
    match begin {
        // One snapshot, taken by the first query; the session's READ COMMITTED would take one for each.
        Begin::Read => "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ".to_owned(),
        Begin::Write | Begin::Exclusive => {
            format!(
                "SET SESSION innodb_lock_wait_timeout = {0}, SESSION lock_wait_timeout = {0}",
                seconds(lock_wait)
            )
        }
    }
}

pub(crate) fn begin(begin: Begin) -> &'static str {
    match begin {
        Begin::Read => "START TRANSACTION READ ONLY",
        Begin::Write | Begin::Exclusive => "START TRANSACTION READ WRITE",
    }
}

/// MariaDB counts waiting in whole seconds.
fn seconds(wait: Duration) -> u64 {
    (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).clamp(1, 1_000_000)
}

#[derive(QueryableByName)]
struct Locked {
    #[diesel(sql_type = Nullable<BigInt>)]
    locked: Option<i64>,
}

/// Takes the lock among migrators, for as long as the session lasts. Taking it again costs nothing.
pub(crate) fn lock_migrations(connection: &mut MysqlConnection, wait: Duration) -> Result<(), Failure> {
    let answer: Locked = sql_query(format!(
        "SELECT CAST(GET_LOCK(CONCAT('statehouse.migrate.', DATABASE()), {}) AS SIGNED) AS locked",
        seconds(wait)
    ))
    .get_result(connection)?;
    match answer.locked {
        Some(1) => Ok(()),
        _ => Err(Failure {
            kind: FailureKind::Busy,
            source: diesel::result::Error::DatabaseError(
                diesel::result::DatabaseErrorKind::Unknown,
                Box::new("another session holds the migration lock".to_owned()),
            ),
        }),
    }
}
