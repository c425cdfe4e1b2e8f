//! What a Congress database holds, as it stands in its tables.

mod row;

use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{
    Connection, DatabaseUrl, Engine, Failure, FailureKind, OpenError, SessionOptions, TransactionError,
    read_transaction,
};

use crate::CongressRevision;
use row::Version;
pub use row::{HeldLibraryPolicy, HeldPolicy, HeldRule, HeldSource, HeldTable};

/// Everything in a database that is worth bringing over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The revision of its schema.
    pub revision: CongressRevision,
    /// Policies, in the order of their creation, deleted ones included.
    pub policies: Vec<HeldPolicy>,
    /// Rules, in the order of their creation, deleted ones included.
    pub rules: Vec<HeldRule>,
    /// Data sources.
    pub sources: Vec<HeldSource>,
    /// Rows of data sources, table by table.
    pub tables: Vec<HeldTable>,
    /// The library.
    pub library: Vec<HeldLibraryPolicy>,
}

/// Why a database could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no session with it.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It is some other program's.
    #[error("{url} is not a Congress database: {reason}")]
    NotCongress {
        /// Which database.
        url: DatabaseUrl,
        /// What is missing.
        reason: &'static str,
    },
    /// It has a revision that no released Congress made.
    #[error(
        "{url} has the unknown revision '{found}'; known are {}",
        CongressRevision::ALL.map(CongressRevision::id).join(", ")
    )]
    UnknownRevision {
        /// Which database.
        url: DatabaseUrl,
        /// What `alembic_version` says.
        found: String,
    },
    /// It did not answer a question.
    #[error("cannot read {url}: {failure}: {}", failure.source)]
    Failed {
        /// Which database.
        url: DatabaseUrl,
        /// What it said.
        failure: Failure,
    },
}

impl Held {
    /// Reads everything, on one snapshot. Changes nothing.
    ///
    /// # Errors
    ///
    /// [`ReadError`] says what is in the way.
    pub fn read(url: &DatabaseUrl) -> Result<Self, ReadError> {
        let mut connection = Connection::open(url, &SessionOptions::reader())?;
        let engine = connection.engine();
        let read = read_transaction(&mut connection, |connection| {
            let versions = match sql_query("SELECT version_num FROM alembic_version").load(connection) {
                Ok(versions) => versions,
                Err(error) => return Err(not_congress(url, error.into())),
            };
            let revision = revision(url, &versions)?;
            read_tables(connection, engine, revision)
                .map_err(|error| ReadError::Failed { url: url.clone(), failure: error.into() })
        });
        read.map_err(|error| match error {
            TransactionError::Body(error) => error,
            TransactionError::Begin(failure) | TransactionError::Commit(failure) => {
                ReadError::Failed { url: url.clone(), failure }
            }
        })
    }
}

fn not_congress(url: &DatabaseUrl, failure: Failure) -> ReadError {
    match failure.kind {
        FailureKind::SchemaMismatch => {
            ReadError::NotCongress { url: url.clone(), reason: "it has no table alembic_version" }
        }
        _ => ReadError::Failed { url: url.clone(), failure },
    }
}

fn revision(url: &DatabaseUrl, versions: &[Version]) -> Result<CongressRevision, ReadError> {
    let [Version { version_num: found }] = versions else {
        let reason = "its table alembic_version has not exactly one row";
        return Err(ReadError::NotCongress { url: url.clone(), reason });
    };
    CongressRevision::named(found)
        .ok_or_else(|| ReadError::UnknownRevision { url: url.clone(), found: found.clone() })
}

fn read_tables(
    connection: &mut Connection,
    engine: Engine,
    revision: CongressRevision,
) -> Result<Held, diesel::result::Error> {
    let has = |since| revision >= since;
    let mut held = Held {
        revision,
        policies: Vec::new(),
        rules: sql_query(row::rules(engine, has(CongressRevision::RuleNames))).load(connection)?,
        sources: Vec::new(),
        tables: Vec::new(),
        library: Vec::new(),
    };
    if has(CongressRevision::Policies) {
        held.policies = sql_query(row::policies(engine, "policies")).load(connection)?;
    }
    if has(CongressRevision::UniqueNames) {
        let deleted = sql_query(row::policies(engine, "policiesdeleted")).load(connection)?;
        held.policies.extend::<Vec<HeldPolicy>>(deleted);
        held.policies.sort_by(|a, b| (&a.created_at, &a.id).cmp(&(&b.created_at, &b.id)));
    }
    if has(CongressRevision::DataSources) {
        held.sources = sql_query(row::sources(engine)).load(connection)?;
    }
    if has(CongressRevision::TableData) {
        held.tables = sql_query(row::TABLES).load(connection)?;
    }
    if has(CongressRevision::Library) {
        held.library = sql_query(row::library(engine)).load(connection)?;
    }
    Ok(held)
}
