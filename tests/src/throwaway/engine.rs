//! The database servers that tests can run on.

use std::fmt;
use std::str::FromStr;

/// A kind of database server. The embedded SQLite is none: it needs nothing but a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// PostgreSQL, one server.
    Postgres,
    /// MariaDB, one server.
    Mysql,
    /// MariaDB, a cluster of three nodes.
    Galera,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Postgres, Self::Mysql, Self::Galera];

    /// The word for it on command lines and in the environment.
    pub fn name(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
            Self::Galera => "galera",
        }
    }

    /// The scheme of its URLs.
    pub fn scheme(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mysql | Self::Galera => "mysql",
        }
    }

    /// How a transaction begins whose statements all see the same moment, and all that was committed before it.
    pub fn snapshot(self) -> &'static str {
        match self {
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ",
            Self::Mysql => "START TRANSACTION WITH CONSISTENT SNAPSHOT",
            Self::Galera => "SET SESSION wsrep_sync_wait = 15; START TRANSACTION WITH CONSISTENT SNAPSHOT",
        }
    }

    /// The schema that tables are made in, in SQL.
    pub(super) fn own_schema(self) -> &'static str {
        match self {
            Self::Postgres => "current_schema()",
            Self::Mysql | Self::Galera => "database()",
        }
    }

    /// The Debian packages it takes: the servers, their clients, and what the product links.
    pub fn packages(self) -> &'static [&'static str] {
        match self {
            // HAProxy, Prometheus's promtool and systemd-analyze show that what docs/deployment has for operators works.
            Self::Postgres => &[
                "postgresql",
                "postgresql-client",
                "libpq-dev",
                "openssl",
                "pgbouncer",
                "haproxy",
                "prometheus",
                "systemd",
            ],
            Self::Mysql => &["mariadb-server", "mariadb-client", "libmariadb-dev", "openssl"],
            Self::Galera => &[
                "mariadb-server",
                "mariadb-client",
                "libmariadb-dev",
                "galera-4",
                "rsync",
                "lsof",
                "iproute2",
            ],
        }
    }

    /// The database that every server has.
    pub(super) fn own_database(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mysql | Self::Galera => "mysql",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|engine| engine.name() == name);
        known.ok_or_else(|| format!("{name}: not one of {}", Self::ALL.map(Self::name).join(", ")))
    }
}
