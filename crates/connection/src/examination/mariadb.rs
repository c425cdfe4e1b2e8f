//! Looking at MariaDB. What a node outside its cluster refuses to answer is not asked: it shows its variables, and no more.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection as _;
use diesel::mysql::MysqlConnection;
use diesel::sql_types::{BigInt, Text};
use diesel::{Connection as _, QueryResult, QueryableByName, RunQueryDsl as _, sql_query};

use super::server::{clock, headroom, now_us, out_of_reach, some, tls};
use super::{Finding, galera};
use crate::ServerAddress;
use crate::mysql::Variable;
use crate::server_url::Door;

/// The oldest version whose behaviour the migrations rely on.
const OLDEST: (u32, u32) = (10, 6);
/// How the tables compare texts.
const COLLATION: &str = "utf8mb4_nopad_bin";

/// What a server shows of itself.
pub(super) struct Shown {
    variables: BTreeMap<String, String>,
    status: BTreeMap<String, String>,
}

impl Shown {
    fn of(session: &mut MysqlConnection) -> QueryResult<Self> {
        let map = |shown: Vec<Variable>| {
            shown.into_iter().map(|Variable { name, value }| (name.to_ascii_lowercase(), value)).collect()
        };
        let variables = map(sql_query("SHOW SESSION VARIABLES").load(session)?);
        let status = map(sql_query("SHOW SESSION STATUS").load(session)?);
        Ok(Self { variables, status })
    }

    pub(super) fn variable(&self, name: &str) -> &str {
        self.variables.get(name).map_or("", String::as_str)
    }

    pub(super) fn status(&self, name: &str) -> &str {
        self.status.get(name).map_or("", String::as_str)
    }

    fn number(&self, name: &str) -> i64 {
        self.variable(name).parse().unwrap_or(0)
    }

    fn is_on(&self, name: &str) -> bool {
        matches!(self.variable(name), "ON" | "1")
    }

    pub(super) fn is_cluster(&self) -> bool {
        self.is_on("wsrep_on")
    }

    fn takes_writes(&self) -> bool {
        !self.is_on("read_only") && (!self.is_cluster() || galera::is_primary(self))
    }
}

pub(super) fn examine(address: &ServerAddress, tell: &mut dyn FnMut(Finding)) {
    let is_one_of_several = address.apart().len() > 1;
    let mut usable = None;
    let mut reached = None;
    for door in address.apart() {
        let session = open(door).and_then(|mut session| {
            let shown = Shown::of(&mut session).map_err(|error| error.to_string())?;
            Ok((session, shown))
        });
        match session {
            Err(said) => tell(out_of_reach(address, &door.name, &said)),
            Ok((session, shown)) => {
                tell(host(&door.name, &shown, is_one_of_several));
                let place = if shown.takes_writes() { &mut usable } else { &mut reached };
                *place = place.take().or(Some((session, shown, door)));
            }
        }
    }
    if usable.is_none() && is_one_of_several {
        tell(Finding::wrong("primary", "none of the hosts takes writes", "name the primary as well"));
    }
    let Some((mut session, shown, door)) = usable.or(reached) else { return };
    for finding in settings(address, door, &shown) {
        tell(finding);
    }
    galera::examine(&mut session, &shown, tell);
    if shown.is_cluster() && !galera::is_primary(&shown) {
        // It would refuse every question.
        return;
    }
    if let Err(error) = questions(&mut session, tell) {
        tell(Finding::wrong("questions", format!("the database refused one: {error}"), "look into its log"));
    }
}

fn open(door: &Door) -> Result<MysqlConnection, String> {
    if let Some((address, seconds)) = door.knock {
        crate::mysql::knock(address, std::time::Duration::from_secs(seconds))
            .map_err(|error| error.to_string())?;
    }
    let mut session = MysqlConnection::establish(&door.url).map_err(|error| error.to_string())?;
    // It looks, and does not wait for whoever holds a lock. MySQL does not know the first.
    let _is_only_a_bound = session.batch_execute("SET SESSION max_statement_time = 10");
    session.batch_execute("SET SESSION lock_wait_timeout = 2").map_err(|error| error.to_string())?;
    let shown: Vec<Variable> = sql_query("SHOW SESSION STATUS LIKE 'Ssl_cipher'")
        .load(&mut session)
        .map_err(|error| error.to_string())?;
    if door.must_encrypt && shown.iter().all(|cipher| cipher.value.is_empty()) {
        return Err("SSL is required, but the server has no TLS".to_owned());
    }
    Ok(session)
}

fn host(host: &str, shown: &Shown, is_one_of_several: bool) -> Finding {
    let version = shown.variable("version");
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
    let number = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if !version.contains("MariaDB") {
        let what = format!("{host}: {version} is not MariaDB: it lacks the collation that the tables use");
        return Finding::wrong("host", what, "use MariaDB 10.6 or newer");
    }
    if number < OLDEST {
        let what = format!("{host}: MariaDB {version}; 10.6 or newer is needed");
        return Finding::wrong("host", what, "upgrade the database server");
    }
    if shown.is_on("read_only") && is_one_of_several {
        return Finding::well("host", format!("{host}: MariaDB {version}, read-only as a replica is"));
    }
    if shown.is_on("read_only") {
        let what = format!("{host}: read_only is on, as on a replica");
        return Finding::wrong("read-only", what, "name the primary, or SET GLOBAL read_only = 0");
    }
    Finding::well("host", format!("{host}: MariaDB {version}"))
}

fn settings(address: &ServerAddress, door: &Door, shown: &Shown) -> Vec<Finding> {
    let cipher = [shown.status("ssl_version"), shown.status("ssl_cipher")].join(" ");
    let is_socket = !door.name.contains(':');
    let engine = shown.variable("default_storage_engine");
    let isolation = match shown.variable("tx_isolation") {
        "" => shown.variable("transaction_isolation"),
        isolation => isolation,
    };
    let connections = shown.status("threads_connected").parse().unwrap_or(0);
    let own_limit = shown.number("max_user_connections");
    let limit = shown.number("max_connections");
    vec![
        tls(address, &door.name, Some(cipher.trim()).filter(|cipher| !cipher.is_empty()), is_socket),
        encoding(shown),
        Finding::well("isolation", format!("{isolation} by default; each session sets what it needs")),
        if engine == "InnoDB" {
            Finding::well("storage engine", "InnoDB")
        } else {
            let what =
                format!("{engine} by default: it has no transactions, or not the ones that are needed");
            Finding::wrong("storage engine", what, "set default_storage_engine = InnoDB")
        },
        durability(shown),
        largest(shown),
        headroom(if own_limit > 0 { limit.min(own_limit) } else { limit }, connections),
    ]
}

fn encoding(shown: &Shown) -> Finding {
    let (set, collation) = (shown.variable("character_set_database"), shown.variable("collation_database"));
    if set == "utf8mb4" {
        return Finding::well("encoding", format!("{collation}; the tables have their own"));
    }
    let what = format!(
        "the database's default is {collation}; the tables have their own, but what others add does not"
    );
    Finding::doubtful("encoding", what, "ALTER DATABASE … CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
}

fn largest(shown: &Shown) -> Finding {
    let (limit, needed) = (shown.number("max_allowed_packet"), crate::mysql::LARGEST_PACKET);
    if limit >= needed {
        return Finding::well("largest write", format!("max_allowed_packet is {limit}"));
    }
    let what = format!(
        "max_allowed_packet is {limit}: the largest pushes of rows, which take {needed}, are refused"
    );
    let remedy = format!("set max_allowed_packet = {}M in the server's configuration", needed >> 20);
    Finding::doubtful("largest write", what, remedy)
}

fn durability(shown: &Shown) -> Finding {
    let flush = shown.variable("innodb_flush_log_at_trx_commit");
    if flush != "1" {
        let what = format!(
            "innodb_flush_log_at_trx_commit is {flush}: a power cut loses what was acknowledged in the last second"
        );
        let remedy =
            "SET GLOBAL innodb_flush_log_at_trx_commit = 1, and the same in the server's configuration";
        return if shown.is_cluster() {
            Finding::doubtful("durability", format!("{what}, unless other nodes survive it"), remedy)
        } else {
            Finding::wrong("durability", what, remedy)
        };
    }
    if shown.variable("innodb_doublewrite") == "OFF" {
        let what = "innodb_doublewrite is off: a power cut can damage the database";
        return Finding::doubtful("durability", what, "set innodb_doublewrite = ON");
    }
    if shown.is_on("log_bin") && shown.variable("sync_binlog") != "1" {
        let what = format!(
            "sync_binlog is {}: after a power cut, replicas may have more than this server or less",
            shown.variable("sync_binlog")
        );
        return Finding::doubtful("durability", what, "set sync_binlog = 1");
    }
    Finding::well("durability", "innodb_flush_log_at_trx_commit is 1")
}

#[derive(QueryableByName)]
struct Clock {
    #[diesel(sql_type = BigInt)]
    now_us: i64,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

fn names(session: &mut MysqlConnection, sql: &str) -> QueryResult<Vec<String>> {
    Ok(sql_query(sql).load::<Name>(session)?.into_iter().map(|name| name.name).collect())
}

fn questions(session: &mut MysqlConnection, tell: &mut dyn FnMut(Finding)) -> QueryResult<()> {
    let before = now_us();
    let theirs: Clock = sql_query("SELECT CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) AS now_us")
        .get_result(session)?;
    tell(clock(before, theirs.now_us, now_us()));
    for finding in privileges(session)? {
        tell(finding);
    }
    let others = names(
        session,
        &format!(
            "SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns \
             WHERE table_schema = DATABASE() AND character_set_name = 'utf8mb4' AND collation_name <> '{COLLATION}' \
             OR table_schema = DATABASE() AND character_set_name <> 'utf8mb4' AND character_set_name <> 'ascii' \
             ORDER BY 1"
        ),
    )?;
    tell(if others.is_empty() {
        Finding::well("collation", "the tables compare texts by their bytes")
    } else {
        let what = format!("{} is not compared by its bytes: Alice and alice may be one", some(&others));
        let remedy = format!("ALTER TABLE … MODIFY … CHARACTER SET utf8mb4 COLLATE {COLLATION}");
        Finding::wrong("collation", what, remedy)
    });
    Ok(())
}

/// What `migrate` needs, and what `serve` needs: they may be two users. Privileges that come with a role or for single
/// tables are not seen in these tables, so what is missing here is doubtful where there may be such.
fn privileges(session: &mut MysqlConnection) -> QueryResult<[Finding; 2]> {
    let held = names(
        session,
        "SELECT privilege_type AS name FROM information_schema.user_privileges WHERE grantee = \
         CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''') \
         UNION SELECT privilege_type FROM information_schema.schema_privileges WHERE DATABASE() LIKE table_schema \
         AND grantee = CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', \
         SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')",
    )?;
    let elsewhere = names(
        session,
        "SELECT table_name AS name FROM information_schema.table_privileges WHERE table_schema = DATABASE() \
         UNION SELECT CURRENT_ROLE() FROM dual WHERE CURRENT_ROLE() IS NOT NULL",
    )?;
    let missing = |needed: &[&str]| -> Vec<String> {
        let missing = needed.iter().filter(|privilege| !held.iter().any(|held| held == *privilege));
        missing.map(|privilege| (*privilege).to_owned()).collect()
    };
    let (serve, migrate) = (
        missing(&["SELECT", "INSERT", "UPDATE", "DELETE"]),
        missing(&["CREATE", "ALTER", "DROP", "INDEX", "REFERENCES"]),
    );
    let remedy = |missing: &[String]| format!("GRANT {} ON this database TO this user", missing.join(", "));
    Ok([
        if migrate.is_empty() {
            Finding::well("privileges to migrate", "may create and change tables")
        } else {
            let what = format!("this user lacks {}", migrate.join(", "));
            let remedy = format!("run `statehouse migrate` as another user, or {}", remedy(&migrate));
            Finding::doubtful("privileges to migrate", what, remedy)
        },
        match (serve.is_empty(), elsewhere.is_empty()) {
            (true, _) => Finding::well("privileges to serve", "may read and write all tables"),
            (false, true) => Finding::wrong(
                "privileges to serve",
                format!("this user lacks {}", serve.join(", ")),
                remedy(&serve),
            ),
            (false, false) => Finding::doubtful(
                "privileges to serve",
                format!(
                    "this user lacks {}, unless a role or a grant for single tables gives it",
                    serve.join(", ")
                ),
                remedy(&serve),
            ),
        },
    ])
}
