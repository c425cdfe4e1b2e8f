//! `cargo xtask migrate`: what developers do about migrations.
//!
//! | module | what it holds |
//! |---|---|
//! | `folders` | the migrations of a folder: `ENGINE/NNNN_name/{up,down}.sql`, and data migrations in Rust |
//! | `new` | `new`: the files of the next migration, from a template |
//! | `lint` | `lint`: what no migration should do, and does |
//! | `released` | `freeze`: the checksums of migrations that were released, which must not be edited any more |
//! | `record` | `record`: what each migration makes in an engine's own words |
//! | `squash` | `squash`: a baseline in the place of many migrations |
//! | `sql` | a text of SQL as statements, words and comments |
//! | `program` | the program that every other verb is passed on to |
//!
//! Every other verb is one of `statehouse migrate`, and is passed on to it.

mod folders;
pub(crate) mod lint;
mod new;
mod program;
mod record;
mod released;
mod sql;
mod squash;

use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::workspace::Workspace;

/// Write and check migrations; and what `statehouse migrate` does, from a checkout.
#[derive(Debug, Args)]
#[command(
    after_help = "Every other verb is passed on to `statehouse migrate`; `cargo xtask migrate help-verbs` lists them.\n\n\
                        Examples:\n  cargo xtask migrate new rule_author\n  \
                        cargo xtask migrate new rule_author_not_null --phase contract --requires 0012\n  \
                        cargo xtask migrate new rule_author --data\n  \
                        cargo xtask migrate lint\n  \
                        cargo xtask migrate status\n  \
                        cargo xtask migrate up --database sqlite:/tmp/a.db"
)]
pub(crate) struct Migrate {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    New(new::New),
    Lint(lint::Lint),
    Freeze(released::Freeze),
    Squash(squash::Squash),
    Record(record::Record),
    /// What `statehouse migrate --help` says
    HelpVerbs,
    #[command(external_subcommand)]
    Other(Vec<OsString>),
}

/// Where the migrations are. Another service gives its own folders.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// The folder with a folder for each database (sqlite, postgres, mysql)
    #[arg(long, value_name = "DIR", default_value = "migrations")]
    folder: PathBuf,
    /// The folder with the data migrations in Rust
    #[arg(long, value_name = "DIR", default_value = "crates/migrations/src/data")]
    data_folder: PathBuf,
}

impl Place {
    /// Those of Statehouse.
    fn ours() -> Self {
        Self { folder: "migrations".into(), data_folder: "crates/migrations/src/data".into() }
    }

    /// The same, below the top of the workspace; what is absolute stays so.
    fn within(self, workspace: &Workspace) -> Self {
        Self { folder: workspace.root.join(self.folder), data_folder: workspace.root.join(self.data_folder) }
    }
}

impl Migrate {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        match self.verb {
            Verb::New(new) => new.run(workspace),
            Verb::Lint(lint) => lint.run(workspace),
            Verb::Freeze(freeze) => freeze.run(workspace),
            Verb::Squash(squash) => squash.run(workspace),
            Verb::Record(record::Record {}) => record::Record::run(workspace),
            Verb::HelpVerbs => program::run(workspace, &["--help".into()]),
            Verb::Other(arguments) => program::run(workspace, &arguments),
        }
    }
}

/// The exit code of a program that has said itself what is the matter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EndsWith(pub(crate) u8);

impl fmt::Display for EndsWith {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit code {}", self.0)
    }
}

impl Error for EndsWith {}
