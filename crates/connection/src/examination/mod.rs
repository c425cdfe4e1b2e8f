//! Looking at a database before it is relied on: can it be reached and by whom, does it keep what it is given, and what
//! about it would surprise. Nothing is changed, and no database is made.

#[cfg(feature = "mysql")]
mod galera;
#[cfg(feature = "mysql")]
mod mariadb;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(any(feature = "postgres", feature = "mysql"))]
mod server;
mod sqlite;

use crate::DatabaseUrl;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, in a word or two that stay the same.
    pub subject: &'static str,
    /// Whether it is as it should be.
    pub verdict: Verdict,
    /// How it is, in one line.
    pub what: String,
    /// How to mend it, in one line; nothing where there is nothing to mend.
    pub remedy: Option<String>,
}

/// Whether something is as it should be. In the order of what weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is.
    Well,
    /// A server works with it, and something can go wrong that need not.
    Doubtful,
    /// A server does not start with it, or loses what it has acknowledged.
    Wrong,
}

impl Verdict {
    /// A word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Doubtful => "doubtful",
            Self::Wrong => "wrong",
        }
    }
}

impl Finding {
    /// It is as it should be.
    pub fn well(subject: &'static str, what: impl Into<String>) -> Self {
        Self { subject, verdict: Verdict::Well, what: what.into(), remedy: None }
    }

    /// A server works with it, and something can go wrong.
    pub fn doubtful(subject: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { subject, verdict: Verdict::Doubtful, what: what.into(), remedy: Some(remedy.into()) }
    }

    /// It has to be mended.
    pub fn wrong(subject: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { subject, verdict: Verdict::Wrong, what: what.into(), remedy: Some(remedy.into()) }
    }
}

/// Looks at a database and tells each finding as soon as there is one. Whether there is anything to be found in its tables
/// is not asked: that is for whoever knows them.
pub fn examine(url: &DatabaseUrl, tell: &mut dyn FnMut(Finding)) {
    match url {
        DatabaseUrl::Sqlite { path } => sqlite::examine(url, path, tell),
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(address) => postgres::examine(address, tell),
        #[cfg(feature = "mysql")]
        DatabaseUrl::Mysql(address) => mariadb::examine(address, tell),
        #[cfg(not(all(feature = "postgres", feature = "mysql")))]
        other => tell(Finding::wrong(
            "database",
            format!("this build has no {} support", other.engine()),
            "use a build that has it",
        )),
    }
}
