//! What Statehouse knows and how it changes: a pure state machine.
//!
//! * [`Command`] is what somebody asks for; [`State::decide`] answers with the [`Change`]s it amounts to, or with the
//!   [`Rejection`] that says which rule of the domain it breaks.
//! * [`State::apply`] turns a state and the changes of one [`Commit`] into the next state. A state is cheap to clone and
//!   never changes under its reader.
//!
//! Nothing here reads a clock, makes up an id, or does I/O: ids and time come in with the command, so the same command
//! on the same state gives the same answer whatever the database, the server and the day.

mod admission;
mod apply;
mod change;
mod command;
mod config;
mod data_source;
mod decide;
mod driver;
mod drivers;
mod filled;
mod graph;
mod id;
mod library;
mod loader;
mod mention;
mod persistent;
mod policy;
mod pushed;
mod register;
mod rejection;
mod revision;
mod row;
mod rule;
mod rules;
mod state;
mod table;
mod tables;
mod value_json;

pub use change::{Change, Commit, Edit, RowsChange};
pub use command::{Command, NewRule};
pub use config::{Config, ConfigValue, Secret};
pub use data_source::{DataSource, DataSourceTable};
pub use driver::{Action, Argument, Column, ConfigField, Driver, RowSource, TableDeclaration};
pub use drivers::{DriverError, Drivers};
pub use id::{DataSourceId, LibraryPolicyId, PolicyId, Reference, RuleId};
pub use library::{LibraryPolicy, LibraryRule};
pub use loader::{Entities, Loader};
pub use policy::{Policy, PolicyKind, UnknownKind};
pub use rejection::{Field, Rejection};
pub use revision::{Position, Revision, Timestamp};
pub use row::{Row, RowError, Value};
pub use rule::Rule;
pub use state::State;
pub use statehouse_datalog::TableName;
pub use table::Table;
