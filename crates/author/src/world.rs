//! What policies refer to beside each other: data sources and their tables.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use statehouse_datalog::TableName;
use statehouse_model::{
    Column, DataSource, DataSourceId, DataSourceTable, Driver, DriverError, Drivers, Policy, Position,
    Revision, RowSource, State, TableDeclaration, Timestamp,
};

/// Where what was there from the beginning was created.
const BEGINNING: Position = Position { revision: Revision(0), index: 0 };

/// What there is beside the policies of the files.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// The declarations of drivers.
    pub drivers: Drivers,
    /// Data sources, each with its driver. One of the name of each driver is there beside these.
    pub data_sources: BTreeMap<String, String>,
    /// Tables that facts are given for, each with its columns, if they have names.
    pub facts: BTreeMap<TableName, Vec<String>>,
}

/// A data source that is asked for and cannot be there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorldError {
    /// Its driver is not known.
    #[error(
        "the data source '{name}' is to have the driver '{driver}', which is not known; --drivers DIR says where it is declared"
    )]
    NoSuchDriver {
        /// The data source.
        name: String,
        /// The driver.
        driver: String,
    },
    /// Facts that no driver could declare.
    #[error("facts: {0}")]
    Facts(#[from] DriverError),
}

impl World {
    /// The columns that a driver declares for a table, if it does.
    #[must_use]
    pub fn declared(&self, table: &TableName) -> Option<&TableDeclaration> {
        let driver = self.data_sources.get(&*table.policy).map_or(&*table.policy, String::as_str);
        let declared = self.drivers.get(driver)?.table(&table.table)?;
        (!declared.columns.is_empty()).then_some(declared)
    }

    /// A state that holds this and nothing else. `policies` are the names of the policies that will come into it.
    ///
    /// # Errors
    /// A data source that cannot be there.
    pub fn state(&self, policies: &BTreeSet<&str>) -> Result<State, WorldError> {
        let is_policy =
            |name: &str| policies.contains(name) || name == Policy::CLASSIFICATION || name == Policy::ACTION;
        let mut sources: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for driver in self.drivers.iter() {
            sources.insert(&driver.id, Some(&driver.id));
        }
        for table in self.facts.keys() {
            sources.entry(&table.policy).or_default();
        }
        for (name, driver) in &self.data_sources {
            if self.drivers.get(driver).is_none() {
                return Err(WorldError::NoSuchDriver { name: name.clone(), driver: driver.clone() });
            }
            sources.insert(name, Some(driver));
        }
        sources.retain(|name, _| !is_policy(name));
        let mut drivers = self.drivers.clone();
        let mut made = Vec::new();
        for (name, driver) in sources {
            let driver = driver.and_then(|driver| self.drivers.get(driver));
            let driver = self.with_facts(name, driver.map(Arc::as_ref));
            made.push((name, driver.id.clone()));
            drivers = drivers.and(driver)?;
        }
        let mut loader = State::loader(drivers);
        for (name, driver) in made {
            loader.data_source(Arc::new(data_source(name, driver)));
        }
        for table in self.facts.keys().filter(|table| !is_policy(&table.policy)) {
            loader.data_source_table(Arc::new(filled(table)), []);
        }
        Ok(loader.finish(Revision::default()))
    }

    /// The driver of a data source: what is declared, and the tables that there are facts for.
    fn with_facts(&self, name: &str, driver: Option<&Driver>) -> Driver {
        let mut tables: Vec<_> = driver.map(|driver| driver.tables.clone()).unwrap_or_default();
        for (table, columns) in self.facts.iter().filter(|(table, _)| &*table.policy == name) {
            let is_known = tables.iter().any(|known| *known.id == *table.table);
            if !is_known && !columns.is_empty() {
                tables.push(declaration(&table.table, columns));
            }
        }
        // No driver that is declared has such an id.
        let id = format!("the data source {name}");
        let driver = driver.cloned().unwrap_or_default();
        Driver { id, tables, config: Vec::new(), rows: RowSource::Pushed, poll: None, open: true, ..driver }
    }
}

/// The declaration of a table with these columns.
pub(crate) fn declaration(table: &str, columns: &[String]) -> TableDeclaration {
    let column = |name: &String| Column { name: name.clone(), ..Column::default() };
    let columns = columns.iter().map(column).collect();
    TableDeclaration { id: table.to_owned(), columns, ..TableDeclaration::default() }
}

fn data_source(name: &str, driver: String) -> DataSource {
    DataSource {
        id: DataSourceId::from(name),
        name: name.to_owned(),
        driver,
        description: None,
        kind: None,
        enabled: true,
        config: None,
        created: BEGINNING,
    }
}

fn filled(table: &TableName) -> DataSourceTable {
    DataSourceTable {
        data_source: DataSourceId::from(&*table.policy),
        name: table.table.to_string(),
        updates: 1,
        updated_at: Timestamp(0),
        created: BEGINNING,
    }
}
