//! Which of the schemas of the window is there, as far as writing and loading differ.
//!
//! A migration may go by while servers serve, so a transaction does not rely on what was there before: it asks when it has
//! the lock of the head, and writes for that. While an old and a new place of the same thing are both there, both are
//! written, and the old one counts, because servers of the previous window write no other.
//!
//! The catalogue is asked and not the list of applied migrations. Where statements that change the schema commit one by
//! one, a migrator that was killed leaves a schema that is neither the one nor the other, and servers go on working on it.

use std::sync::{Arc, Mutex, PoisonError};

use diesel::sql_types::{Bool, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Failure, FailureKind};
use statehouse_migrations::Version;
use statehouse_model::Change;

use crate::failed::Failed;

/// What the tables are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question to the catalogue, whatever the others say"
)]
pub(crate) struct Shape {
    /// `rules.head_table` is there (0006).
    pub(crate) head_table: bool,
    /// The table `library_rules` is there (0009).
    pub(crate) library_rows: bool,
    /// The JSON text `library_policies.rules` is there, as it was until 0011.
    pub(crate) library_text: bool,
    /// The tables `executions` and `execution_changes` are there (0012).
    pub(crate) executions: bool,
}

impl Shape {
    /// As a server of an earlier window would see it, which knows the migrations up to this one only.
    pub(crate) fn known_to(self, newest: Version) -> Self {
        Self {
            head_table: self.head_table && newest >= Version(6),
            library_rows: self.library_rows && newest >= Version(9),
            executions: self.executions && newest >= Version(12),
            ..self
        }
    }

    /// Whether these changes can be stored.
    pub(crate) fn has_place_for(self, changes: &[Change]) -> bool {
        self.executions || !changes.iter().any(|change| matches!(change, Change::Execution(_)))
    }
}

#[derive(QueryableByName)]
#[expect(clippy::struct_excessive_bools, reason = "the answers to the questions of a shape")]
struct Columns {
    #[diesel(sql_type = Bool)]
    head_table: bool,
    #[diesel(sql_type = Bool)]
    library_rows: bool,
    #[diesel(sql_type = Bool)]
    library_text: bool,
    #[diesel(sql_type = Bool)]
    executions: bool,
}

/// Asks for the shape, again and again. Clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    /// The newest migration that this server knows.
    newest: Version,
    last: Arc<Mutex<Option<Found>>>,
}

/// What was found last, and at which [`mark`] if there is one.
type Found = (Option<String>, Shape);

impl Shapes {
    pub(crate) fn new(newest: Version) -> Self {
        Self { newest, last: Arc::default() }
    }

    /// The shape at this moment. Asked under the lock of the head, it is that of everything which was committed under it.
    pub(crate) fn now(&self, connection: &mut Connection) -> Result<Shape, Failed> {
        let mark = mark(connection)?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((before, shape)) if mark.is_some() && *before == mark => Ok(*shape),
            _ => {
                let shape = read(connection)?.known_to(self.newest);
                *last = Some((mark, shape));
                Ok(shape)
            }
        }
    }

    /// Whether there is another shape than a transaction that failed was last told of. If so, it may have failed for having
    /// been written for a schema that was about to go.
    pub(crate) fn have_changed(&self, connection: &mut Connection) -> Result<bool, Failed> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some((_, before)) = last else { return Ok(false) };
        Ok(self.now(connection)? != before)
    }
}

#[derive(QueryableByName)]
struct Mark {
    #[diesel(sql_type = Text)]
    mark: String,
}

/// Asks the catalogue.
pub(crate) fn read(connection: &mut Connection) -> Result<Shape, Failed> {
    let column = |table: &str, column: &str| match connection.engine() {
        Engine::Sqlite => {
            format!("EXISTS (SELECT 1 FROM pragma_table_info('{table}') WHERE name = '{column}')")
        }
        Engine::Postgres => format!(
            "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = to_regclass('{table}') AND attname = '{column}' \
             AND NOT attisdropped)"
        ),
        Engine::Mysql => format!(
            "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() \
             AND table_name = '{table}' AND column_name = '{column}')"
        ),
    };
    let question = format!(
        "SELECT {} AS head_table, {} AS library_rows, {} AS library_text, {} AS executions",
        column("rules", "head_table"),
        column("library_rules", "rule"),
        column("library_policies", "rules"),
        // The one that is made last and dropped first.
        column("execution_changes", "revision"),
    );
    let Columns { head_table, library_rows, library_text, executions } =
        sql_query(question).get_result(connection)?;
    Ok(Shape { head_table, library_rows, library_text, executions })
}

/// Something that is another after every statement of a migration, where asking the catalogue takes too long for every
/// transaction: MariaDB takes milliseconds, for it opens the tables. Elsewhere there is no such thing, and no need.
fn mark(connection: &mut Connection) -> Result<Option<String>, Failed> {
    if connection.engine() != Engine::Mysql {
        return Ok(None);
    }
    let marks: Result<Mark, _> = sql_query(
        "SELECT CONCAT_WS(' ', COUNT(*), SUM(version), SUM(state = 'applied'), \
         (SELECT CONCAT_WS(' ', SUM(version), SUM(done)) FROM schema_statements)) AS mark FROM schema_migrations",
    )
    .get_result(connection);
    match marks.map_err(Failure::from) {
        Ok(Mark { mark }) => Ok(Some(mark)),
        // A list of migrations as older programs kept it: the catalogue is asked each time.
        Err(failure) if failure.kind == FailureKind::SchemaMismatch => Ok(None),
        Err(failure) => Err(failure.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_knows_less_sees_less_and_what_is_gone_is_gone_for_everybody() {
        let newest = Shape { head_table: true, library_rows: true, library_text: false, executions: true };
        assert_eq!(newest.known_to(Version(12)), newest);
        assert_eq!(newest.known_to(Version(11)), Shape { executions: false, ..newest });
        assert_eq!(newest.known_to(Version(8)), Shape { library_rows: false, executions: false, ..newest });
        let oldest = Shape { head_table: false, library_rows: false, library_text: false, executions: false };
        assert_eq!(newest.known_to(Version(5)), oldest);
    }
}
