//! The drivers a server knows, read from their declarations.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::Driver;

/// A declaration that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DriverError {
    /// The text is not a driver declaration.
    #[error("{file}: {reason}")]
    Malformed {
        /// The file it came from.
        file: String,
        /// What is wrong, and where.
        reason: String,
    },
    /// Two declarations have the same id.
    #[error("{file}: driver '{id}' is declared already")]
    Twice {
        /// The file with the second declaration.
        file: String,
        /// The id.
        id: String,
    },
}

/// The drivers a server knows, by id.
#[derive(Clone, Debug, Default)]
pub struct Drivers(Arc<BTreeMap<String, Arc<Known>>>);

#[derive(Debug)]
struct Known {
    driver: Arc<Driver>,
    /// The names of the columns of each declared table, as the analysis of rules wants them.
    columns: BTreeMap<String, Vec<Arc<str>>>,
}

impl Known {
    fn of(driver: Driver) -> Self {
        let columns = driver.tables.iter().map(|table| {
            (table.id.clone(), table.columns.iter().map(|column| column.name.as_str().into()).collect())
        });
        Self { columns: columns.collect(), driver: Arc::new(driver) }
    }
}

impl Drivers {
    /// The declarations that are part of the program: `(name of the file, YAML text)`.
    pub const BUILT_IN: [(&str, &str); 2] = [
        ("drivers/doctor.yaml", include_str!("../../../drivers/doctor.yaml")),
        ("drivers/push.yaml", include_str!("../../../drivers/push.yaml")),
    ];

    /// The drivers that are part of the program.
    ///
    /// # Errors
    ///
    /// Never, as long as the tests pass.
    pub fn built_in() -> Result<Self, DriverError> {
        Self::from_yaml(Self::BUILT_IN)
    }

    /// Reads declarations: `(name of the file, YAML text)`.
    ///
    /// # Errors
    ///
    /// [`DriverError`] names the file and what is wrong with it.
    pub fn from_yaml<'a>(
        declarations: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, DriverError> {
        let mut drivers = BTreeMap::new();
        for (file, text) in declarations {
            let malformed = |reason| DriverError::Malformed { file: file.to_owned(), reason };
            let driver: Driver =
                serde_saphyr::from_str(text).map_err(|error| malformed(error.to_string()))?;
            driver.check().map_err(malformed)?;
            let id = driver.id.clone();
            if drivers.insert(id.clone(), Arc::new(Known::of(driver))).is_some() {
                return Err(DriverError::Twice { file: file.to_owned(), id });
            }
        }
        Ok(Self(Arc::new(drivers)))
    }

    /// These drivers and one more.
    ///
    /// # Errors
    ///
    /// [`DriverError`] says what is wrong with it; in place of a file it names the driver.
    pub fn and(&self, driver: Driver) -> Result<Self, DriverError> {
        let file = format!("the driver '{}'", driver.id);
        driver.check().map_err(|reason| DriverError::Malformed { file: file.clone(), reason })?;
        if self.0.contains_key(&driver.id) {
            return Err(DriverError::Twice { file, id: driver.id });
        }
        let mut drivers = BTreeMap::clone(&self.0);
        drivers.insert(driver.id.clone(), Arc::new(Known::of(driver)));
        Ok(Self(Arc::new(drivers)))
    }

    /// The driver with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Arc<Driver>> {
        self.0.get(id).map(|known| &known.driver)
    }

    /// Every driver, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Driver>> {
        self.0.values().map(|known| &known.driver)
    }

    /// The columns of a table that a driver declares.
    pub(crate) fn columns(&self, driver: &str, table: &str) -> Option<&[Arc<str>]> {
        self.0.get(driver)?.columns.get(table).map(Vec::as_slice)
    }
}

impl Driver {
    /// What the types do not say: names are not empty, and nothing is declared twice.
    fn check(&self) -> Result<(), String> {
        if self.id.is_empty() {
            return Err("id: a driver needs one".to_owned());
        }
        refuse_twice("config", self.config.iter().map(|field| &field.name))?;
        refuse_twice("tables", self.tables.iter().map(|table| &table.id))?;
        refuse_twice("actions", self.actions.iter().map(|action| &action.name))?;
        for table in &self.tables {
            refuse_twice(&format!("table '{}'", table.id), table.columns.iter().map(|column| &column.name))?;
        }
        for field in &self.config {
            if field.required && field.default.is_some() {
                return Err(format!("config: '{}' is required, so its default would never hold", field.name));
            }
        }
        self.check_polling()?;
        self.check_documents()?;
        self.check_actions()
    }
}

fn refuse_twice<'a>(place: &str, names: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for name in names {
        if name.is_empty() {
            return Err(format!("{place}: a name is empty"));
        }
        if !seen.insert(name) {
            return Err(format!("{place}: '{name}' is declared twice"));
        }
    }
    Ok(())
}
