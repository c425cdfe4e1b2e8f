//! `cargo xtask`: what developers and CI machines do with this repository, in one place.
//!
//! | module | command |
//! |---|---|
//! | `ci` | `cargo xtask ci`: everything a change must pass |
//! | `test` | `cargo xtask test`: every test suite; `cargo xtask soak`: one of them for longer |
//! | `tidy` | `cargo xtask tidy`: layering, and what the code must not contain |
//! | `deny` | `cargo xtask deny`: licences and sources of the dependencies |
//! | `openapi` | `cargo xtask openapi`: the committed OpenAPI document |
//! | `migrate` | `cargo xtask migrate`: write, check and release migrations; the schema of a database |
//! | `bench` | `cargo xtask bench`: the figures in docs/benchmarks.md, a section for each sub-command |
//! | `workspace` | what cargo knows about the workspace |
//! | `run` | commands, shown before they run |
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "these commands talk to the developer who called them"
)]

mod bench;
mod ci;
mod deny;
mod migrate;
mod openapi;
mod run;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Automation for Statehouse developers.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    Ci(ci::Ci),
    Test(test::Test),
    Soak(test::soak::Soak),
    Tidy(tidy::Tidy),
    Deny(deny::Deny),
    Openapi(openapi::Openapi),
    Migrate(migrate::Migrate),
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    let outcome = Workspace::here().and_then(|workspace| match Xtask::parse().task {
        Task::Ci(task) => task.run(&workspace),
        Task::Test(task) => task.run(&workspace),
        Task::Soak(task) => task.run(&workspace),
        Task::Tidy(task) => task.run(&workspace),
        Task::Deny(task) => task.run(&workspace),
        Task::Openapi(task) => task.run(&workspace),
        Task::Migrate(task) => task.run(&workspace),
        Task::Bench(task) => task.run(&workspace),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if let Some(&migrate::EndsWith(code)) = error.downcast_ref() {
                return ExitCode::from(code);
            }
            eprintln!("xtask: error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
