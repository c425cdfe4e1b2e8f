//! `verify`: the live schema against the one that the migrations make.

use statehouse_connection::{Connection, DatabaseUrl, Engine, SessionOptions};

use crate::ledger::{self, Standing, State};
use crate::schema::recorded::is_of_the_runner;
use crate::schema::{Difference, Recorded};
use crate::{MigrateError, MigrationSet, Migrator, Schema, SchemaWindow, Silent};

impl Migrator {
    /// The same migrations as they are written for SQLite: by applying them to a new file, [`verify`](Self::verify) learns
    /// what a schema should be like, for which it would need more rights on a server than a migrator has.
    #[must_use]
    pub fn reference(mut self, reference: MigrationSet) -> Self {
        self.reference = Some(reference);
        self
    }

    /// What these migrations make in the own words of the database's engine: by it [`verify`](Self::verify) tells on a server
    /// also what no SQLite file can show, such as the method of an index, or how a table is kept.
    #[must_use]
    pub fn recorded(mut self, recorded: Recorded) -> Self {
        self.recorded = Some(recorded);
        self
    }

    /// Everything in which the live schema is not as the migrations that are applied make it. Changes nothing.
    ///
    /// The schema is compared in the words that all engines share: tables, columns, their types, defaults and whether they must
    /// have a value, keys, references, checks, indexes; views, triggers. What an engine words in its own way counts too: on SQLite by
    /// the file that is made to compare with, on a server as far as it was [`recorded`](Self::recorded).
    ///
    /// # Errors
    /// The database cannot be read, or holds what only a newer build knows; or nobody said what it should be like.
    pub fn verify(&self, url: &DatabaseUrl) -> Result<Vec<Difference>, MigrateError> {
        let window = self.check(url)?;
        if matches!(window, SchemaWindow::Ahead(_)) {
            self.refuse_disagreement(window)?;
        }
        let reference = match (&self.reference, url.engine()) {
            (_, Engine::Sqlite) => self.set(),
            (Some(reference), _) => reference,
            (None, _) => return Err(MigrateError::NoReference),
        };
        let mut connection = Connection::open(url, &SessionOptions::reader())?;
        let ledger = ledger::read(&mut connection)?;
        let live = Schema::of(&mut connection)?;
        let is_applied = |version| {
            ledger.entries.iter().any(|entry| entry.version == version && entry.state == State::Applied)
        };
        let expected = made_by(&reference.only(|migration| is_applied(migration.version)))?;
        let mut differences = match &self.recorded {
            Some(recorded) if url.engine() != Engine::Sqlite => {
                live.differences_from_recorded(&expected, recorded, is_applied)
            }
            _ => live.differences_from(&expected),
        };
        if ledger.standing != Standing::Ready {
            // It is taken over by the next migration.
            differences.retain(|difference| !is_about_the_runner(difference));
        }
        Ok(differences)
    }
}

/// The schema that these migrations make.
fn made_by(set: &MigrationSet) -> Result<Schema, MigrateError> {
    let folder = tempfile::tempdir().map_err(|source| MigrateError::Scratch { source })?;
    let url = DatabaseUrl::sqlite(folder.path().join("expected.db"));
    Migrator::new(set.clone()).up(&url, None, &mut Silent)?;
    Ok(Schema::of(&mut Connection::open(&url, &SessionOptions::reader())?)?)
}

fn is_about_the_runner(difference: &Difference) -> bool {
    let of = |text: &str| text.strip_prefix("table ").is_some_and(is_of_the_runner);
    of(&difference.place) || of(&difference.item)
}
