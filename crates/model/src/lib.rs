//! What Statehouse knows and how it changes: a pure state machine.
//!
//! * [`Command`] is what somebody asks for; [`State::decide`] answers with the [`Change`]s it amounts to, or with the
//!   [`Rejection`] that says which rule of the domain it breaks.
//! * [`State::apply`] turns a state and the changes of one [`Commit`] into the next state. A state is cheap to clone and
//!   never changes under its reader.
//!
//! Nothing here reads a clock, makes up an id, or does I/O: ids and time come in with the command, so the same command
//! on the same state gives the same answer whatever the database, the server and the day.
//!
//! ```
//! use statehouse_model::{Command, Drivers, NewRule, PolicyKind, Rejection, State, Timestamp};
//!
//! let rule = |id: &str, text: &str| NewRule {
//!     id: id.into(),
//!     text: text.to_owned(),
//!     name: None,
//!     comment: String::new(),
//! };
//! let create = Command::CreatePolicy {
//!     id: "policy-1".into(),
//!     name: "network".to_owned(),
//!     abbreviation: None,
//!     description: String::new(),
//!     kind: PolicyKind::Nonrecursive,
//!     rules: vec![rule("rule-1", "error(vm) :- nova:servers(vm), not allowed(vm)")],
//! };
//! let state = State::empty(Drivers::built_in()?);
//! let changes = state.decide(&create, Timestamp(0))?;
//! let state = state.apply(&changes);
//!
//! let policy = state.policy(&"network".into()).unwrap();
//! let stored = state.rules(&policy.id).next().unwrap();
//! assert_eq!(state.warnings(stored)[0].to_string(), "line 1, column 14: nobody defines `nova:servers`, so it is empty");
//!
//! let again = Command::CreateRule {
//!     policy: "network".into(),
//!     rule: rule("rule-2", "error(vm) :- !allowed(vm), nova:servers(vm)"),
//! };
//! let rejection = state.decide(&again, Timestamp(1)).unwrap_err();
//! assert_eq!(rejection, Rejection::RuleExists { id: "rule-1".into() });
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod action;
mod admission;
mod apply;
mod change;
mod command;
mod config;
mod data_source;
mod decide;
mod driver;
mod drivers;
mod execution;
mod executions;
mod filled;
mod graph;
mod id;
mod import;
mod keyed;
mod library;
mod loader;
mod mention;
mod persistent;
mod policy;
mod poll;
mod posted;
mod pushed;
mod register;
mod rejection;
mod request;
mod revision;
mod row;
mod rule;
mod rules;
mod state;
mod table;
mod tables;
mod value_json;

pub use action::{Action, ActionMethod, ActionPlan, ActionRequest, Argument, Execute};
pub use change::{Change, Commit, Edit, RowsChange};
pub use command::{Command, NewRule};
pub use config::{Config, ConfigValue, Secret};
pub use data_source::{DataSource, DataSourceTable};
pub use driver::{Column, ConfigField, Driver, RowSource, TableDeclaration};
pub use drivers::{DriverError, Drivers};
pub use execution::{Arguments, Call, Execution, Origin, Outcome, Progress};
pub use id::{DataSourceId, ExecutionId, LibraryPolicyId, PolicyId, Reference, RuleId};
pub use import::Import;
pub use library::{LibraryPolicy, LibraryRule};
pub use loader::{Entities, Loader};
pub use policy::{Policy, PolicyKind, UnknownKind};
pub use poll::{Fetch, Poll, PollPlan, PolledTable};
pub use posted::{Condition, Posted, PostedError, PostedTable};
pub use rejection::{Field, Rejection};
pub use request::{ConfigFieldError, RequestHeader};
pub use revision::{Position, Revision, Timestamp};
pub use row::{Row, RowError, Value};
pub use rule::{Rule, Standing};
pub use state::State;
pub use statehouse_datalog::TableName;
pub use table::Table;
