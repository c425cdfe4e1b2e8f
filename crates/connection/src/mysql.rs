//! Sessions with MariaDB, Galera clusters of it, and MySQL.

use std::io;
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::mysql::MysqlConnection;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};

use crate::server_url::Door;
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

/// The longest statement there is, in bytes, its values included. Rows come in bodies of at most 16 MiB, whose numbers may
/// grow to four times their length (`1e15` is kept as `1000000000000000.0`); and the log has, as one value each, the rows
/// that went and those that came.
pub(crate) const LARGEST_PACKET: i64 = 128 << 20;

/// Reads and writes on a node of a Galera cluster wait until it has applied what any node had committed before.
const SYNC_WAIT: &str = "SET SESSION wsrep_sync_wait = 3";

/// Opens a session with the first server of the address that takes writes; for a guest, with the first that answers.
///
/// A node of a cluster that is busy giving its data to another (a donor) is taken only where there is no other.
pub(crate) fn open(
    url: &DatabaseUrl,
    address: &ServerAddress,
    options: &SessionOptions,
) -> Result<MysqlConnection, OpenError> {
    let mut refusals = Vec::new();
    let mut donor = None;
    for door in address.doors() {
        match open_door(url, door, options) {
            Ok((connection, Standing::Takes)) => return Ok(connection),
            Ok((connection, Standing::Gives)) => donor = donor.or(Some(connection)),
            Err(error) => refusals.push((door.name.clone(), error)),
        }
    }
    donor.ok_or_else(|| OpenError::of_all(url, refusals))
}

/// How a server stands among others.
enum Standing {
    /// It takes writes.
    Takes,
    /// It takes writes, but is giving all its data to another at the moment.
    Gives,
}

fn open_door(
    url: &DatabaseUrl,
    door: &Door,
    options: &SessionOptions,
) -> Result<(MysqlConnection, Standing), OpenError> {
    let refused = |source| OpenError::Refused { url: url.clone(), source };
    if let Some((address, seconds)) = door.knock {
        knock(address, Duration::from_secs(seconds))
            .map_err(|error| refused(diesel::ConnectionError::BadConnection(error.to_string())))?;
    }
    let mut connection = MysqlConnection::establish(&door.url).map_err(refused)?;
    let unsuitable = |reason: &str| OpenError::Unsuitable { url: url.clone(), reason: reason.to_owned() };
    let failed = |setting: &str| {
        let setting = setting.to_owned();
        move |source: diesel::result::Error| OpenError::Setting {
            url: url.clone(),
            setting,
            source: source.into(),
        }
    };
    // libmariadb goes on in the clear with a server that has no TLS, unless it is to verify it.
    if door.must_encrypt {
        let cipher = "SHOW SESSION STATUS LIKE 'Ssl_cipher'";
        let cipher: Vec<Variable> = sql_query(cipher).load(&mut connection).map_err(failed(cipher))?;
        if cipher.iter().all(|cipher| cipher.value.is_empty()) {
            return Err(unsuitable("it has no TLS, which ssl_mode asks for"));
        }
    }
    if options.is_guest() {
        // Failures are told apart by their texts; whoever says them otherwise has them told less well.
        let _is_known = connection.batch_execute("SET SESSION lc_messages = 'en_US'");
        return Ok((connection, Standing::Takes));
    }
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
    // Before anything else is asked: a node outside its cluster answers nothing but SHOW and SET.
    let cluster = cluster_state(&mut connection).map_err(failed("asking for its state in the cluster"))?;
    let standing = match &cluster {
        Some(state) => state.standing().map_err(|reason| unsuitable(&reason))?,
        None => Standing::Takes,
    };
    let facts: Facts = sql_query(
        "SELECT CAST(CONCAT(@@global.read_only) NOT IN ('0', 'OFF') AS SIGNED) AS read_only, \
         CAST(@@innodb_flush_log_at_trx_commit AS SIGNED) AS flush, @@default_storage_engine AS engine, \
         CAST(@@max_allowed_packet AS SIGNED) AS packet",
    )
    .get_result(&mut connection)
    .map_err(failed("asking for its settings"))?;
    if let Some(reason) = facts.unsuitable() {
        return Err(unsuitable(&reason));
    }
    if cluster.is_some() {
        connection.batch_execute(SYNC_WAIT).map_err(failed(SYNC_WAIT))?;
    }
    Ok((connection, standing))
}

/// What a statement takes beside its longest values.
const REMAINDER: usize = 64 << 10;

/// Refuses a statement that is longer than the server takes. It would end the session instead of answering, as if it were gone.
pub(crate) fn refuse_too_large(connection: &mut MysqlConnection, bytes: usize) -> Result<(), Failure> {
    #[derive(QueryableByName)]
    struct Packet {
        #[diesel(sql_type = BigInt)]
        packet: i64,
    }
    let Packet { packet } =
        sql_query("SELECT CAST(@@max_allowed_packet AS SIGNED) AS packet").get_result(connection)?;
    let limit = usize::try_from(packet).unwrap_or_default();
    if bytes.saturating_add(REMAINDER) <= limit {
        return Ok(());
    }
    let said = format!("a statement of {bytes} bytes, where max_allowed_packet is {packet}");
    Err(Failure {
        kind: FailureKind::TooLarge,
        source: diesel::result::Error::DatabaseError(
            diesel::result::DatabaseErrorKind::Unknown,
            Box::new(said),
        ),
    })
}

/// Waits until the server greets, which it does unasked. For addresses with which libmariadb cannot be told how long to
/// wait.
pub(crate) fn knock(address: SocketAddr, limit: Duration) -> io::Result<()> {
    let stream = TcpStream::connect_timeout(&address, limit)?;
    stream.set_read_timeout(Some(limit))?;
    match stream.peek(&mut [0])? {
        0 => Err(io::Error::new(io::ErrorKind::ConnectionReset, "the server closed the connection")),
        _ => Ok(()),
    }
}

#[derive(QueryableByName)]
struct Facts {
    #[diesel(sql_type = BigInt)]
    read_only: i64,
    #[diesel(sql_type = BigInt)]
    flush: i64,
    #[diesel(sql_type = Text)]
    engine: String,
    #[diesel(sql_type = BigInt)]
    packet: i64,
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
        if self.packet < LARGEST_PACKET {
            tracing::warn!(
                max_allowed_packet = self.packet,
                needed = LARGEST_PACKET,
                "the database server does not take every write that is allowed: large pushes of rows will be refused; set \
                 max_allowed_packet"
            );
        }
        None
    }
}

/// A line of SHOW VARIABLES or SHOW STATUS.
#[derive(QueryableByName)]
pub(crate) struct Variable {
    #[diesel(sql_type = Text, column_name = "Variable_name")]
    pub(crate) name: String,
    #[diesel(sql_type = Text, column_name = "Value")]
    pub(crate) value: String,
}

/// How a node of a Galera cluster stands.
struct ClusterState {
    /// `wsrep_cluster_status`: `Primary` where it is among the majority.
    status: String,
    /// `wsrep_local_state_comment`: `Synced`, `Donor/Desynced`, `Joiner`, …
    state: String,
}

impl ClusterState {
    fn standing(&self) -> Result<Standing, String> {
        match (self.status.as_str(), self.state.as_str()) {
            ("Primary", "Synced") => Ok(Standing::Takes),
            ("Primary", "Donor/Desynced") => Ok(Standing::Gives),
            ("Primary", state) => Err(format!("this node of the cluster is not synced yet ({state})")),
            (status, _) => Err(format!("this node is cut off from the majority of its cluster ({status})")),
        }
    }
}

/// Whether the server is a node of a Galera cluster.
pub(crate) fn is_in_cluster(connection: &mut MysqlConnection) -> diesel::QueryResult<bool> {
    let is_on: Vec<Variable> = sql_query("SHOW SESSION VARIABLES LIKE 'wsrep_on'").load(connection)?;
    Ok(is_on.iter().any(|variable| variable.value.eq_ignore_ascii_case("ON")))
}

/// The state of a node of a Galera cluster; none of a server by itself.
fn cluster_state(connection: &mut MysqlConnection) -> diesel::QueryResult<Option<ClusterState>> {
    if !is_in_cluster(connection)? {
        return Ok(None);
    }
    let found: Vec<Variable> = sql_query(
        "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_status', 'wsrep_local_state_comment')",
    )
    .load(connection)?;
    let value = |name: &str| {
        let found = found.iter().find(|variable| variable.name.eq_ignore_ascii_case(name));
        found.map(|variable| variable.value.clone()).unwrap_or_default()
    };
    Ok(Some(ClusterState {
        status: value("wsrep_cluster_status"),
        state: value("wsrep_local_state_comment"),
    }))
}

/// What has to be said before a transaction begins.
pub(crate) fn before_begin(begin: Begin, lock_wait: Duration) -> String {
    match begin {
        // One snapshot, taken by the first query; the session's READ COMMITTED would take one for each.
        Begin::Read | Begin::LongRead | Begin::Guest => {
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ".to_owned()
        }
        Begin::Write => format!("{}; {NOTHING_OUTSIDE}", lock_waits(lock_wait)),
        // What changes the schema commits before it begins, and is outside of the transaction then.
        Begin::Exclusive => format!("{}; SET SESSION TRANSACTION READ WRITE", lock_waits(lock_wait)),
    }
}

/// What is outside of a transaction that was begun to write is refused. A node of a Galera cluster may roll a transaction back
/// between two of its statements, because another node's was preferred, and carry out a prepared statement that follows by
/// itself, without a word: the rest of the transaction would be stored, statement by statement.
pub(crate) const NOTHING_OUTSIDE: &str = "SET SESSION TRANSACTION READ ONLY";

fn lock_waits(wait: Duration) -> String {
    format!("SET SESSION innodb_lock_wait_timeout = {0}, SESSION lock_wait_timeout = {0}", seconds(wait))
}

pub(crate) fn begin(begin: Begin) -> &'static str {
    match begin {
        Begin::Read | Begin::LongRead | Begin::Guest => "START TRANSACTION READ ONLY",
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

/// Takes the lock of whoever's turn it is to change the schema, if nobody has it, and keeps the session for as long as the
/// server can. Answers whether it did.
pub(crate) fn try_turn(connection: &mut MysqlConnection) -> Result<bool, Failure> {
    connection.batch_execute("SET SESSION wait_timeout = 31536000")?;
    let answer: Locked =
        sql_query("SELECT CAST(GET_LOCK(CONCAT('statehouse.turn.', DATABASE()), 0) AS SIGNED) AS locked")
            .get_result(connection)?;
    Ok(answer.locked == Some(1))
}
