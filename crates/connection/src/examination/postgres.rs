//! Looking at PostgreSQL.

use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::{CacheSize, SimpleConnection as _};
use diesel::pg::PgConnection;
use diesel::sql_types::{BigInt, Bool, Integer, Text};
use diesel::{Connection as _, QueryResult, QueryableByName, RunQueryDsl as _, sql_query};

use super::Finding;
use super::server::{clock, headroom, now_us, out_of_reach, some, tls};
use crate::ServerAddress;
use crate::postgres::{OLDEST, was_notified};
use crate::server_url::Door;

/// How long a notification may take before it counts as lost.
const NOTIFICATION_LIMIT: Duration = Duration::from_secs(2);
const CHANNEL: &str = "statehouse_examination";

pub(super) fn examine(address: &ServerAddress, tell: &mut dyn FnMut(Finding)) {
    let mut usable = None;
    let mut reached = None;
    for door in address.apart() {
        let session = open(door).and_then(|mut session| {
            let role = Role::of(&mut session).map_err(|error| error.to_string())?;
            Ok((session, role))
        });
        match session {
            Err(said) => tell(out_of_reach(address, &door.name, &said)),
            Ok((session, role)) => {
                tell(role.finding(&door.name, address.apart().len() > 1));
                let place = if role.takes_writes() { &mut usable } else { &mut reached };
                *place = place.take().or(Some((session, door)));
            }
        }
    }
    if usable.is_none() && address.apart().len() > 1 {
        tell(Finding::wrong(
            "primary",
            "none of the hosts takes writes",
            "promote a standby, or name the primary as well",
        ));
    }
    let Some((mut session, door)) = usable.or(reached) else { return };
    if let Err(error) = examine_session(address, door, &mut session, tell) {
        tell(Finding::wrong("questions", format!("the database refused one: {error}"), "look into its log"));
    }
}

fn open(door: &Door) -> Result<PgConnection, String> {
    let mut session = PgConnection::establish(&door.url)
        .map_err(|error| crate::postgres::in_one_line(error).to_string())?;
    session.set_prepared_statement_cache_size(CacheSize::Disabled);
    // It looks, and does not wait for whoever holds a lock.
    let limits = "SET statement_timeout = '10s'; SET lock_timeout = '2s'";
    session.batch_execute(limits).map_err(|error| error.to_string())?;
    Ok(session)
}

#[derive(QueryableByName)]
struct Role {
    #[diesel(sql_type = Text)]
    version: String,
    #[diesel(sql_type = Integer)]
    major: i32,
    #[diesel(sql_type = Bool)]
    is_standby: bool,
    #[diesel(sql_type = Bool)]
    is_read_only: bool,
}

impl Role {
    fn of(session: &mut PgConnection) -> QueryResult<Self> {
        sql_query(
            "SELECT current_setting('server_version') AS version, \
             current_setting('server_version_num')::int / 10000 AS major, pg_is_in_recovery() AS is_standby, \
             current_setting('default_transaction_read_only')::bool AS is_read_only",
        )
        .get_result(session)
    }

    fn takes_writes(&self) -> bool {
        !self.is_standby && !self.is_read_only
    }

    fn finding(&self, host: &str, is_one_of_several: bool) -> Finding {
        let Self { version, .. } = self;
        if self.major < OLDEST {
            let what = format!("{host}: PostgreSQL {version}; {OLDEST} or newer is needed");
            return Finding::wrong("host", what, "upgrade the database server");
        }
        if self.is_standby && is_one_of_several {
            return Finding::well("host", format!("{host}: PostgreSQL {version}, a standby"));
        }
        if self.is_standby {
            let what = format!("{host}: a standby, which takes no writes and lags behind its primary");
            return Finding::wrong("host", what, "name the primary");
        }
        if self.is_read_only {
            let what =
                format!("{host}: default_transaction_read_only is on, so it is not taken for the primary");
            let remedy =
                "ALTER DATABASE … RESET default_transaction_read_only (or the role's, or the server's)";
            return Finding::wrong("read-only", what, remedy);
        }
        Finding::well("host", format!("{host}: PostgreSQL {version}, takes writes"))
    }
}

#[derive(QueryableByName)]
struct Facts {
    #[diesel(sql_type = Text)]
    encoding: String,
    #[diesel(sql_type = Text)]
    messages: String,
    #[diesel(sql_type = Text)]
    isolation: String,
    #[diesel(sql_type = Bool)]
    fsync: bool,
    #[diesel(sql_type = Bool)]
    full_pages: bool,
    #[diesel(sql_type = Text)]
    synchronous_commit: String,
    #[diesel(sql_type = Text)]
    standbys: String,
    #[diesel(sql_type = BigInt)]
    connection_limit: i64,
    #[diesel(sql_type = BigInt)]
    connections: i64,
    #[diesel(sql_type = BigInt)]
    own_limit: i64,
    #[diesel(sql_type = BigInt)]
    own_connections: i64,
    #[diesel(sql_type = Text)]
    tls: String,
    #[diesel(sql_type = Bool)]
    is_socket: bool,
    #[diesel(sql_type = BigInt)]
    now_us: i64,
}

const FACTS: &str = "\
    SELECT current_setting('server_encoding') AS encoding, current_setting('lc_messages') AS messages, \
    current_setting('default_transaction_isolation') AS isolation, current_setting('fsync')::bool AS fsync, \
    current_setting('full_page_writes')::bool AS full_pages, \
    current_setting('synchronous_commit') AS synchronous_commit, \
    current_setting('synchronous_standby_names') AS standbys, \
    current_setting('max_connections')::bigint - current_setting('superuser_reserved_connections')::bigint \
        AS connection_limit, \
    (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections, \
    (SELECT rolconnlimit::bigint FROM pg_roles WHERE rolname = current_user) AS own_limit, \
    (SELECT count(*) FROM pg_stat_activity WHERE usename = current_user) AS own_connections, \
    coalesce((SELECT version || ' ' || cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl), '') AS tls, \
    inet_server_addr() IS NULL AS is_socket, \
    (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now_us";

fn examine_session(
    address: &ServerAddress,
    door: &Door,
    session: &mut PgConnection,
    tell: &mut dyn FnMut(Finding),
) -> QueryResult<()> {
    let before = now_us();
    let facts: Facts = sql_query(FACTS).get_result(session)?;
    let after = now_us();
    let cipher = Some(facts.tls.as_str()).filter(|cipher| !cipher.is_empty());
    tell(tls(address, &door.name, cipher, facts.is_socket));
    tell(facts.encoding());
    tell(facts.language());
    let isolation = &facts.isolation;
    tell(Finding::well("isolation", format!("{isolation} by default; each transaction sets what it needs")));
    tell(facts.durability());
    tell(facts.standbys(address));
    tell(headroom(facts.connection_limit, facts.connections));
    if facts.own_limit >= 0 {
        tell(headroom(facts.own_limit, facts.own_connections));
    }
    tell(clock(before, facts.now_us, after));
    privileges(session)?.into_iter().for_each(&mut *tell);
    tell(collation(session)?);
    tell(notifications(door, session)?);
    Ok(())
}

impl Facts {
    fn encoding(&self) -> Finding {
        if self.encoding == "UTF8" {
            return Finding::well("encoding", "UTF8");
        }
        let what = format!("{}: it does not hold every character", self.encoding);
        Finding::wrong("encoding", what, "make a new database with ENCODING 'UTF8' TEMPLATE template0")
    }

    fn language(&self) -> Finding {
        let language = &self.messages;
        if language.is_empty()
            || language.starts_with("en")
            || language.starts_with('C')
            || language == "POSIX"
        {
            return Finding::well(
                "language",
                "the database's errors are in English, by which they are told apart",
            );
        }
        let what =
            format!("errors come in the language {language}; deadlocks and full disks are not recognised");
        Finding::doubtful("language", what, "ALTER ROLE … SET lc_messages = 'C' (as superuser)")
    }

    fn durability(&self) -> Finding {
        if !self.fsync || !self.full_pages {
            let off = if self.fsync { "full_page_writes" } else { "fsync" };
            let what =
                format!("{off} is off: a power cut loses what was acknowledged, or damages the database");
            return Finding::wrong("durability", what, format!("set {off} = on in postgresql.conf"));
        }
        let by_default = &self.synchronous_commit;
        let what = format!(
            "fsync is on; synchronous_commit is {by_default} by default, and at least on in each write"
        );
        Finding::well("durability", what)
    }

    fn standbys(&self, address: &ServerAddress) -> Finding {
        match (self.standbys.as_str(), address.apart().len()) {
            ("", 0 | 1) => {
                Finding::well("standby", "no synchronous one: what is acknowledged is on one machine")
            }
            ("", _) => Finding::doubtful(
                "standby",
                "several hosts, and none of them a synchronous standby: a failover can lose what was acknowledged",
                "set synchronous_standby_names",
            ),
            (names, _) => Finding::well("standby", format!("synchronous: {names}")),
        }
    }
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Bool)]
    can_change: bool,
    #[diesel(sql_type = Bool)]
    can_use: bool,
}

#[derive(QueryableByName)]
struct Schema {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Bool)]
    can_create: bool,
}

/// What `migrate` needs, and what `serve` needs: they may be two users.
fn privileges(session: &mut PgConnection) -> QueryResult<[Finding; 2]> {
    let schema: Schema = sql_query(
        "SELECT coalesce(current_schema(), '') AS name, \
         coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS can_create",
    )
    .get_result(session)?;
    let tables: Vec<Table> = sql_query(
        "SELECT tablename::text AS name, pg_has_role(tableowner, 'USAGE') AS can_change, \
         has_table_privilege(path, 'SELECT') AND has_table_privilege(path, 'INSERT') \
         AND has_table_privilege(path, 'UPDATE') AND has_table_privilege(path, 'DELETE') AS can_use \
         FROM (SELECT *, format('%I.%I', schemaname, tablename) AS path FROM pg_tables) AS t \
         WHERE schemaname = current_schema() ORDER BY 1",
    )
    .load(session)?;
    let names = |holds: fn(&Table) -> bool| -> Vec<String> {
        tables.iter().filter(|table| !holds(table)).map(|table| table.name.clone()).collect()
    };
    let (foreign, closed) = (names(|table| table.can_change), names(|table| table.can_use));
    let migrate = if !schema.can_create {
        Finding::doubtful(
            "privileges to migrate",
            "this user may not create tables",
            "run `statehouse migrate` as the owner of the schema, or GRANT CREATE ON SCHEMA … TO this user",
        )
    } else if foreign.is_empty() {
        Finding::well(
            "privileges to migrate",
            format!("may create and change tables in the schema {}", schema.name),
        )
    } else {
        let what = format!("this user does not own {}", some(&foreign));
        Finding::doubtful(
            "privileges to migrate",
            what,
            "run `statehouse migrate` as the owner of the tables",
        )
    };
    let serve = if schema.name.is_empty() {
        let remedy = "GRANT USAGE ON SCHEMA … TO this user, and let its search_path name it";
        Finding::wrong("privileges to serve", "no schema that this user may use", remedy)
    } else if closed.is_empty() {
        Finding::well("privileges to serve", format!("may read and write all {} tables", tables.len()))
    } else {
        let what = format!("this user may not read and write {}", some(&closed));
        let remedy = format!(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {} TO this user",
            schema.name
        );
        Finding::wrong("privileges to serve", what, remedy)
    };
    Ok([migrate, serve])
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Texts of the tables are compared by their bytes, whatever the database's own order is.
fn collation(session: &mut PgConnection) -> QueryResult<Finding> {
    let others: Vec<Name> = sql_query(
        "SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a \
         JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_collation l ON l.oid = a.attcollation \
         WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped \
         AND l.collname NOT IN ('C', 'POSIX') ORDER BY 1",
    )
    .load(session)?;
    let others: Vec<String> = others.into_iter().map(|other| other.name).collect();
    if others.is_empty() {
        return Ok(Finding::well("collation", "the tables compare texts by their bytes"));
    }
    let what = format!("{} is not compared by its bytes", some(&others));
    Ok(Finding::wrong("collation", what, "ALTER TABLE … ALTER COLUMN … TYPE TEXT COLLATE \"C\""))
}

/// Does a notification come through? A pooler that gives each transaction another session swallows it.
fn notifications(door: &Door, session: &mut PgConnection) -> QueryResult<Finding> {
    session.batch_execute(&format!("LISTEN {CHANNEL}"))?;
    let sent = open(door).and_then(|mut other| {
        other.batch_execute(&format!("NOTIFY {CHANNEL}")).map_err(|error| error.to_string())
    });
    if let Err(said) = sent {
        return Ok(Finding::doubtful(
            "notifications",
            format!("no second session: {said}"),
            "raise the limit of connections",
        ));
    }
    let began = Instant::now();
    while began.elapsed() < NOTIFICATION_LIMIT {
        if was_notified(session).is_ok_and(|was_notified| was_notified) {
            session.batch_execute(&format!("UNLISTEN {CHANNEL}"))?;
            return Ok(Finding::well(
                "notifications",
                "they come through, so servers see each other's commits at once",
            ));
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(Finding::doubtful(
        "notifications",
        "they do not come through, as behind PgBouncer in transaction mode: commits of other servers are found by asking, \
         fifty times a second",
        "nothing needs mending; for less asking, let Statehouse reach PostgreSQL itself",
    ))
}
