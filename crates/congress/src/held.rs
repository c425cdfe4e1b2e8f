//! What a Congress database holds, as it stands in its tables.

mod record;
mod row;

use diesel::sql_types::Text;
use diesel::{QueryResult, QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{
    Connection, DatabaseUrl, Engine, Failure, FailureKind, OpenError, SessionOptions, TransactionError,
    guest_transaction,
};

use crate::{CongressRevision, Kind};
use record::{Columns, Flaw, Record, Row, order};
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
    /// Rows of all these that cannot be read.
    pub unreadable: Vec<Unreadable>,
}

/// A row that cannot be read: the others can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What it would be.
    pub kind: Kind,
    /// Its id, with what is no text written as `\xe9`.
    pub id: String,
    /// What to call it; of a rule, its policy.
    pub name: String,
    /// The table, and what is wrong with the row.
    pub reason: String,
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

/// A row of `alembic_version`.
#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version_num: String,
}

#[derive(QueryableByName)]
struct Encoding {
    #[diesel(sql_type = Text)]
    encoding: String,
}

impl Held {
    /// Reads everything, on one snapshot. Changes nothing.
    ///
    /// # Errors
    ///
    /// [`ReadError`] says what is in the way.
    pub fn read(url: &DatabaseUrl) -> Result<Self, ReadError> {
        let mut connection = Connection::open(url, &SessionOptions::guest())?;
        let read = guest_transaction(&mut connection, |connection| {
            let versions = match sql_query("SELECT version_num FROM alembic_version").load(connection) {
                Ok(versions) => versions,
                Err(error) => return Err(not_congress(url, error.into())),
            };
            let revision = revision(url, &versions)?;
            let failed =
                |error: diesel::result::Error| ReadError::Failed { url: url.clone(), failure: error.into() };
            if is_in_utf16(connection).map_err(failed)? {
                let reason = "its texts are in UTF-16, and Congress makes none such";
                return Err(ReadError::NotCongress { url: url.clone(), reason });
            }
            Reader { connection, unreadable: Vec::new() }.everything(revision).map_err(failed)
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

/// Whether the bytes of a text are not those of UTF-8.
fn is_in_utf16(connection: &mut Connection) -> QueryResult<bool> {
    if connection.engine() != Engine::Sqlite {
        return Ok(false);
    }
    let Encoding { encoding } = sql_query("PRAGMA encoding").get_result(connection)?;
    Ok(encoding != "UTF-8")
}

/// Reads table after table, and notes which rows it cannot read.
struct Reader<'c> {
    connection: &'c mut Connection,
    unreadable: Vec<Unreadable>,
}

impl Reader<'_> {
    fn everything(mut self, revision: CongressRevision) -> QueryResult<Held> {
        const CREATED: &str = "created_at, id";
        let has = |since| revision >= since;
        let as_it_came = order(self.connection.engine());
        let rules = if has(CongressRevision::RuleNames) { row::RULES } else { row::NAMELESS_RULES };
        let mut policies: Vec<HeldPolicy> = Vec::new();
        for (since, table) in
            [(CongressRevision::Policies, "policies"), (CongressRevision::UniqueNames, "policiesdeleted")]
        {
            if has(since) {
                policies.extend(self.rows(table, row::POLICIES, CREATED)?);
            }
        }
        policies.sort_by(|a, b| (&a.created_at, &a.id).cmp(&(&b.created_at, &b.id)));
        let mut held = Held {
            revision,
            policies,
            rules: self.rows("policy_rules", rules, CREATED)?,
            sources: Vec::new(),
            tables: Vec::new(),
            library: Vec::new(),
            unreadable: Vec::new(),
        };
        if has(CongressRevision::DataSources) {
            held.sources = self.rows("datasources", row::SOURCES, as_it_came)?;
        }
        if has(CongressRevision::TableData) {
            held.tables = self.rows("dstabledata", row::TABLES, "ds_id, tablename")?;
        }
        if has(CongressRevision::Library) {
            held.library = self.rows("library_policies", row::LIBRARY, as_it_came)?;
        }
        held.unreadable = self.unreadable;
        Ok(held)
    }

    fn rows<T: Row>(&mut self, table: &str, columns: Columns, order: &str) -> QueryResult<Vec<T>> {
        let mut rows = Vec::new();
        for record in Record::all(self.connection, table, columns, order)? {
            match T::of(&record) {
                Ok(row) => rows.push(row),
                Err(Flaw { column, is }) => self.unreadable.push(Unreadable {
                    kind: T::kind(&record),
                    id: record.shown(T::ID),
                    name: record.shown(T::NAME),
                    reason: format!("it cannot come, because `{table}.{column}` is {is}"),
                }),
            }
        }
        Ok(rows)
    }
}
