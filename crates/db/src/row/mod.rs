//! The current state as rows: one file per resource, each of which alone knows the columns of its table.
//!
//! Whatever these rows say follows from the log. They are there so that opening does not replay it, so that the database
//! itself refuses what must never be (two owners of a name, a rule without a policy), and so that anybody can ask with
//! plain SQL.

mod data_source;
mod data_source_table;
mod execution;
mod library_policy;
mod library_rule;
mod name;
mod policy;
mod rule;
mod table;

use statehouse_connection::Connection;
use statehouse_model::Change;

use crate::failed::Failed;
use crate::seal::Seal;
use crate::shape::Shape;

pub(crate) use data_source::load as load_data_sources;
pub(crate) use data_source_table::load as load_data_source_tables;
pub(crate) use execution::load as load_executions;
pub(crate) use library_policy::load as load_library_policies;
pub(crate) use policy::load as load_policies;
pub(crate) use rule::load as load_rules;
pub(crate) use table::load as load_tables;

/// Carries out a change on the current-state tables, whatever they are like.
pub(crate) fn write(
    connection: &mut Connection,
    shape: Shape,
    seal: &Seal,
    change: &Change,
) -> Result<(), Failed> {
    match change {
        Change::Policy(edit) => policy::write(connection, edit),
        Change::Rule(edit) => rule::write(connection, shape, edit),
        Change::Table(edit) => table::write(connection, edit),
        Change::LibraryPolicy(edit) => library_policy::write(connection, shape, edit),
        Change::DataSource(edit) => data_source::write(connection, seal, edit),
        Change::Rows(rows) => data_source_table::write(connection, rows),
        Change::Execution(edit) => execution::write(connection, edit),
    }
}

/// The database has exactly one row of what a change replaces or deletes.
fn expect_one(table: &'static str, id: &str, rows: usize) -> Result<(), Failed> {
    if rows == 1 { Ok(()) } else { Err(Failed::corrupt(table, &format!("there are {rows} rows of '{id}'"))) }
}
