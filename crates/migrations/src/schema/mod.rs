//! The live schema of a database, read from its own catalogue and put into words that are the same on every engine.
//!
//! Two databases have the same schema when these texts are the same: a fresh one on SQLite and one on PostgreSQL, or a
//! fresh one and one that was upgraded step by step. What the engines *must* word differently is not left out but
//! listed, item by item and with its reason ([`Schema::particulars`]), and compared between databases of one engine.
//!
//! | module | what it holds |
//! |---|---|
//! | [`catalogue`] | tables as an engine's catalogue tells of them, with the engine's own words beside the common ones |
//! | `sqlite`, `postgres`, `mysql` | the queries of each engine's catalogue |
//! | `expression` | checks and defaults, which each engine prints in its own way |
//! | [`table`] | a table in the words that all engines share |
//! | [`particular`] | how the one becomes the other, and what remains |
//! | [`difference`] | two schemas compared |
//! | [`recorded`] | what each migration makes in an engine's own words |
//!
//! ```
//! use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};
//! use statehouse_migrations::{MigrationSet, Migrator, Schema, Silent};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let url = DatabaseUrl::sqlite(folder.path().join("state.db"));
//! Migrator::new(MigrationSet::statehouse(&url)?).up(&url, None, &mut Silent)?;
//! let schema = Schema::of(&mut Connection::open(&url, &SessionOptions::reader())?)?;
//! assert!(schema.to_string().contains("column revision: integer not null"));
//! assert_eq!(schema.differences_from(&schema), []);
//! # Ok(())
//! # }
//! ```

pub mod catalogue;
pub mod difference;
mod expression;
mod mysql;
pub mod particular;
mod postgres;
pub mod recorded;
mod sqlite;
pub mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use statehouse_connection::{Connection, Engine, Failure};

pub use self::difference::Difference;
pub use self::particular::Particular;
pub use self::recorded::Recorded;
use self::table::Table;
use crate::{Version, cluster};

/// The schema of a database: every table, and every other thing that could change what a statement does.
///
/// `Display` writes one item a line, in an order of its own, so that two texts can be laid side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    engine: Engine,
    tables: BTreeMap<String, Table>,
    /// Views, triggers, sequences: Statehouse has none.
    others: BTreeSet<String>,
    particulars: Vec<Particular>,
}

impl Schema {
    /// Reads the schema of the database that this session is with; on PostgreSQL, of the schema that names are looked up
    /// in. Somebody who changes it meanwhile may be seen half-way.
    ///
    /// # Errors
    /// What the database answered in the place of its catalogue.
    pub fn of(connection: &mut Connection) -> Result<Self, Failure> {
        let engine = connection.engine();
        let mut catalogue = match engine {
            Engine::Sqlite => sqlite::read(connection)?,
            Engine::Postgres => postgres::read(connection)?,
            Engine::Mysql => mysql::read(connection)?,
        };
        catalogue.tables.retain(|table| table.name != cluster::TABLE);
        // Each engine sorts names in its own way.
        catalogue.tables.sort_by(|one, other| one.name.cmp(&other.name));
        let (mut tables, mut particulars) = (BTreeMap::new(), Vec::new());
        for found in catalogue.tables {
            let name = found.name.clone();
            let (table, of_table) = particular::common(engine, found);
            particulars.extend(of_table);
            tables.insert(name, table);
        }
        Ok(Self { engine, tables, others: catalogue.others, particulars })
    }

    /// The engine it was read from.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The tables, by name.
    pub fn tables(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.tables.iter().map(|(name, table)| (name.as_str(), table))
    }

    /// What this engine words in its own way, each with the reason. Not part of the text, which is the same everywhere.
    #[must_use]
    pub fn particulars(&self) -> &[Particular] {
        &self.particulars
    }

    /// Everything in which this schema is not as that one: none when they are the same. Between databases of one engine
    /// the particulars count too.
    #[must_use]
    pub fn differences_from(&self, expected: &Self) -> Vec<Difference> {
        difference::between(expected, self)
    }

    /// The same where that one is of another engine, and what this engine words in its own way was recorded.
    pub(crate) fn differences_from_recorded(
        &self,
        expected: &Self,
        recorded: &Recorded,
        is_applied: impl Fn(Version) -> bool,
    ) -> Vec<Difference> {
        let mut differences = difference::between(expected, self);
        let words = recorded.when(is_applied);
        differences.extend(difference::of_words(expected, &words, self, &differences));
        differences
    }
}

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, table) in &self.tables {
            writeln!(f, "table {name}")?;
            for (item, words) in table.items() {
                match words.as_str() {
                    "" => writeln!(f, "  {item}")?,
                    words => writeln!(f, "  {item}: {words}")?,
                }
            }
        }
        self.others.iter().try_for_each(|other| writeln!(f, "{other}"))
    }
}
