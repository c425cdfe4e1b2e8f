//! Databases of OpenStack Congress: what is in one, and what it takes to bring it over.
//!
//! ```text
//! Held::read ──▶ Held ──▶ Plan::of ──▶ Plan ──▶ Plan::carry_out ──▶ Report
//! (a database)            (a key)               (any Target: a store, or a trial)
//! ```
//!
//! | module | what it holds |
//! |---|---|
//! | [`revision`] | the revisions of Congress's schema |
//! | [`held`] | what a database holds, and reading it |
//! | [`fernet`] | the encryption of Congress's secrets |
//! | [`key`] | the file of the key |
//! | [`config`] | configurations of data sources, with their secrets |
//! | [`plan`] | the commands that bring everything over |
//! | `fit` | policies that cannot come as they are |
//! | [`past`] | those for what was deleted in Congress |
//! | [`target`] | where they go: a store, or a state that nobody keeps |
//! | [`report`] | what became of them |
//! | [`export`] | the way back: writing a database of Congress |
//! | [`chronicle`] | what the log tells for it |
//!
//! Reading changes nothing: the session reads only, on one snapshot. Secrets are in clear in memory alone.

pub mod chronicle;
pub mod config;
pub mod export;
pub mod fernet;
mod fit;
pub mod held;
pub mod key;
pub mod past;
pub mod plan;
pub mod report;
pub mod revision;
pub mod target;

pub use chronicle::Chronicle;
pub use export::{Export, ExportError, Exported};
pub use fernet::FernetKey;
pub use held::{Held, ReadError};
pub use key::KeyFileError;
pub use plan::{Plan, PlanError};
pub use report::{Finding, Kind, Report, Verdict};
pub use revision::CongressRevision;
pub use target::{Creations, Given, Outcomes, Refusal, Target, Trial};
