//! The programs under measurement, and where they run.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;
use statehouse_tests::throwaway::Client;

use super::page::{self, Section};
use super::process::Process;
use crate::run;
use crate::workspace::Workspace;

/// What all servers on a database server seal secrets with.
const SECRET_KEY: &str = "7374617465686f757365206973206d6561737572656420776974682074686973";

/// What every measurement is told.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder for embedded databases: its disk is what is measured [default: the target folder]. Database servers have
    /// theirs in the folder for temporary files (`TMPDIR`)
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Measure the programs in this folder, `target/debug` for one, in the place of a release build that is made now; only
    /// for trying out the measurement
    #[arg(long, requires = "dry_run")]
    programs: Option<PathBuf>,
    /// Print the section in place of writing docs/benchmarks.md
    #[arg(long)]
    dry_run: bool,
}

/// The programs, and an empty folder for them. Dropping it removes the folder.
#[derive(Debug)]
pub(super) struct Place {
    programs: PathBuf,
    folder: PathBuf,
    dry_run: bool,
    page: PathBuf,
    servers: Cell<usize>,
}

impl Options {
    /// Builds what is measured, with `more` arguments for cargo, and empties the folder.
    pub fn prepare(self, workspace: &Workspace, more: &[&str]) -> Result<Place> {
        let target = workspace.metadata()?.target_directory;
        let programs = if let Some(programs) = self.programs {
            workspace.root.join(programs)
        } else {
            let build = ["build", "--release", "--package", "statehouse", "--bins"];
            run::step(&workspace.root, &mut run::cargo(&[&build, more].concat()))?;
            target.join("release")
        };
        let folder = self.folder.unwrap_or(target).join("bench");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)?;
        let page = workspace.root.join("docs/benchmarks.md");
        Ok(Place { programs, folder, dry_run: self.dry_run, page, servers: Cell::new(0) })
    }
}

impl Place {
    /// A program: `statehouse`, or `examples/…`.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }

    /// A folder of its own.
    pub fn folder(&self, name: &str) -> Result<PathBuf> {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// A fresh database of this name on a database server, with the product's tables.
    pub fn database_on(&self, node: &Client, name: &str) -> Result<()> {
        self.database_at(node, name, None)
    }

    /// The same, with the tables as they were after that migration.
    pub fn database_at(&self, node: &Client, name: &str, newest: Option<&str>) -> Result<()> {
        node.create_database(name)?;
        let arguments: Vec<&str> = ["up"].into_iter().chain(newest).collect();
        self.migrate(&node.url(name), &arguments)
    }

    /// `statehouse migrate` with these arguments.
    pub fn migrate(&self, url: &str, arguments: &[&str]) -> Result<()> {
        let mut migrate = Command::new(self.program("statehouse"));
        migrate.arg("migrate").args(arguments).args(["--log", "error", "--database", url]);
        let output = migrate.current_dir(&self.folder).output().context("statehouse migrate")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "statehouse migrate {arguments:?}: {}: {said}", output.status);
        Ok(())
    }

    /// A server on the database at this URL.
    pub fn server(&self, url: &str) -> Result<Process> {
        self.server_with(url, &[])
    }

    /// A server of an earlier window, which knows the migrations up to this one.
    pub fn server_knowing(&self, url: &str, newest: &str) -> Result<Process> {
        self.server_with(url, &[("STATEHOUSE_TEST_KNOWS", newest)])
    }

    fn server_with(&self, url: &str, settings: &[(&str, &str)]) -> Result<Process> {
        let number = self.servers.get();
        self.servers.set(number + 1);
        let folder = self.folder(&format!("server-{number}"))?;
        fs::write(folder.join("key"), SECRET_KEY)?;
        let arguments = ["serve", "--database", url, "--secret-key-file", "key"];
        Process::start_with(&self.program("statehouse"), &folder, &arguments, settings)
    }

    /// Writes the section into the page, or prints it.
    pub fn report(&self, section: Section, text: &str) -> Result<()> {
        if self.dry_run {
            println!("{text}");
            return Ok(());
        }
        let old = fs::read_to_string(&self.page).unwrap_or_default();
        let new = page::with(&old, section, text);
        write(&self.page, &new)?;
        println!("the section \"{}\" of docs/benchmarks.md is written", section.title());
        Ok(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{} is left behind: {error}", self.folder.display());
        }
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
