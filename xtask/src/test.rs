//! `cargo xtask test`.
//!
//! | module | what it holds |
//! |---|---|
//! | `databases` | the databases that tests run on |
//! | `suites` | which tests need what |
//! | `build` | the commands that build and run them |
//! | `install` | the Debian packages of the database servers |
//! | `summary` | what ran, what did not, and why |
//! | `soak` | `cargo xtask soak`: one of the suites for longer |

mod build;
mod databases;
pub(crate) mod install;
pub(crate) mod soak;
mod suites;
mod summary;

use std::process::{Command, ExitStatus};

use anyhow::{Result, anyhow};
use clap::Args;
use statehouse_tests::throwaway::{Engine, several};

use self::build::{Build, Chosen};
use self::databases::Database;
use self::suites::{Need, Suites, Target};
use self::summary::Summary;
use crate::run;
use crate::workspace::Workspace;

/// Run every test suite: unit tests, black-box tests of the real binary, and documentation examples.
///
/// Starts a throwaway server for each database that takes one, as a user who is not root, and gives each test a database
/// of its own. Uses `cargo nextest` where it is installed and `cargo test` where it is not. Installs nothing unless told
/// to; the test that drives the `openstack congress` command line makes its own Python environment under `target/`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask test\n  cargo xtask test --package statehouse-datalog\n  cargo xtask test crash\n  cargo xtask test --databases sqlite,postgres --install"
)]
pub(crate) struct Test {
    /// The databases to test on, separated by commas: sqlite, postgres, mysql (MariaDB), galera
    #[arg(long, value_delimiter = ',', default_value = "sqlite", value_parser = Database::parse)]
    databases: Vec<Database>,
    /// Install the Debian packages that these databases need, as root and without starting their services
    #[arg(long)]
    install: bool,
    /// Only this crate
    #[arg(long, short)]
    package: Option<String>,
    /// Only tests whose name contains this
    filter: Option<String>,
}

/// How nextest ends when no test has the wanted name.
const NO_TESTS: i32 = 4;

/// One run of the tests, while it goes on.
struct Going<'a> {
    workspace: &'a Workspace,
    suites: Suites,
    build: Build,
    engines: Vec<Engine>,
    summary: Summary,
    /// Has any test run?
    ran: bool,
}

impl Test {
    /// Every suite on every database.
    pub fn everything(install: bool) -> Self {
        Self { databases: Database::all().collect(), install, package: None, filter: None }
    }

    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let engines: Vec<Engine> = self.databases.iter().filter_map(|database| database.server()).collect();
        if self.install {
            install::install(&engines)?;
        }
        let mut going = self.begin(workspace, engines)?;
        let built = run::step(&workspace.root, &mut going.build.everything());
        let built = going.summary.note("build of the binary under test", built);
        for database in Database::all() {
            match database {
                _ if !self.databases.contains(&database) => {
                    going.summary.skip(&format!("tests on {}", database.name()), "not asked for");
                }
                _ if !built => {
                    let why = "the binary under test does not build";
                    going.summary.skip(&format!("tests on {}", database.name()), why);
                }
                Database::Sqlite => going.on_sqlite(),
                Database::Server(engine) => going.on_server(engine),
            }
        }
        if built {
            going.on_own_servers();
            going.on_several(&self.databases);
            going.examples();
        }
        if built && !going.ran {
            going.summary.note("tests", Err(anyhow!("no test that was asked for has such a name")));
        }
        going.summary.finish()
    }

    fn begin<'a>(&self, workspace: &'a Workspace, engines: Vec<Engine>) -> Result<Going<'a>> {
        let metadata = workspace.metadata()?;
        let suites = Suites::of(&metadata, self.package.as_deref())?;
        let build = Build {
            package: self.package.clone(),
            features: suites.features(&engines),
            binary_features: Suites::of(&metadata, Some("statehouse"))?.features(&engines),
            filter: self.filter.clone(),
            has_library: suites.has_library,
            nextest: run::has_cargo("nextest"),
        };
        Ok(Going { workspace, suites, build, engines, summary: Summary::default(), ran: false })
    }
}

impl Going<'_> {
    fn on_sqlite(&mut self) {
        let chosen = self
            .suites
            .which(|need| matches!(need, Need::Nothing | Need::Database | Need::Single | Need::File));
        let command = self.build.tests(Chosen { targets: &chosen, units: true, at_once: build::at_once() });
        let left_out = names(&self.suites.which(|need| *need == Need::Server));
        self.tests("tests on sqlite", command);
        if !left_out.is_empty() {
            self.summary.skip(&format!("{left_out} on sqlite"), "for database servers only");
        }
    }

    /// The suites that use a database, on a server of this kind.
    fn on_server(&mut self, engine: Engine) {
        let suite = format!("tests on {engine}");
        let is_repetition = engine == Engine::Galera && self.engines.contains(&Engine::Mysql);
        let chosen = self.suites.which(|need| match need {
            Need::Single => !is_repetition,
            need => matches!(need, Need::Database | Need::Server),
        });
        let left_out = names(&self.suites.which(|need| *need == Need::File));
        let repeated = names(&self.suites.which(|need| *need == Need::Single && is_repetition));
        if chosen.is_empty() {
            return self.summary.skip(&suite, "the tests of this crate use no database");
        }
        let mut command =
            self.build.tests(Chosen { targets: &chosen, units: false, at_once: build::at_once() });
        let server = match databases::start(engine) {
            Ok(server) => server,
            Err(error) => {
                self.summary.note(&suite, Err(error));
                return;
            }
        };
        command.envs(server.settings());
        self.tests(&suite, command);
        if !left_out.is_empty() {
            self.summary
                .skip(&format!("{left_out} on {engine}"), "for the file of an embedded database only");
        }
        if !repeated.is_empty() {
            self.summary
                .skip(&format!("{repeated} on {engine}"), "a node is a MariaDB, and they are shown on mysql");
        }
    }

    /// The suites that start servers of their own, and with them the throwaway servers themselves.
    fn on_own_servers(&mut self) {
        let asked_for = |engine: &Engine| self.engines.contains(engine);
        let possible =
            self.suites.which(|need| matches!(need, Need::Own(engines) if engines.iter().all(asked_for)));
        for target in &self.suites.targets {
            let Need::Own(engines) = &target.need else { continue };
            if let Some(missing) = engines.iter().find(|engine| !asked_for(engine)) {
                self.summary.skip(&target.name, &format!("{missing} was not asked for"));
            }
        }
        // `cargo test` runs one target after the other, and these mostly wait. But each has several servers: two tests at a time.
        let (together, at_once) = if self.build.nextest { (possible.len(), 2) } else { (1, 1) };
        let parts = possible.chunks(together.max(1));
        let (suites, commands): (Vec<String>, Vec<Command>) = parts
            .map(|targets| (names(targets), self.build.tests(Chosen { targets, units: false, at_once })))
            .unzip();
        let statuses = if self.build.nextest {
            commands.into_iter().map(|mut command| run::status(&self.workspace.root, &mut command)).collect()
        } else {
            run::two_at_once(&self.workspace.root, commands)
        };
        for (suite, status) in suites.iter().zip(statuses) {
            self.note(&format!("{suite}, with servers of its own"), status);
        }
    }

    /// The suites that compare the databases with each other: all that were asked for. One server of each kind is enough for
    /// them.
    fn on_several(&mut self, databases: &[Database]) {
        let chosen = self.suites.which(|need| *need == Need::Several);
        if chosen.is_empty() {
            return;
        }
        let compared = databases.iter().map(|database| database.name()).collect::<Vec<_>>().join(",");
        let suite = format!("{}, on {compared} at once", names(&chosen));
        let mut command =
            self.build.tests(Chosen { targets: &chosen, units: false, at_once: build::at_once() });
        let servers: Result<Vec<_>> = self.engines.iter().copied().map(databases::start).collect();
        match servers {
            Ok(servers) => {
                command.env(several::SERVERS, several::told(&servers));
                self.tests(&suite, command);
            }
            Err(error) => drop(self.summary.note(&suite, Err(error))),
        }
    }

    /// Runs tests and notes how they went.
    fn tests(&mut self, suite: &str, mut command: Command) {
        let status = run::status(&self.workspace.root, &mut command);
        self.note(suite, status);
    }

    fn note(&mut self, suite: &str, status: Result<ExitStatus>) {
        let outcome = status.and_then(|status| match status.code() {
            Some(0) => Ok(true),
            Some(NO_TESTS) if self.build.filter.is_some() => Ok(false),
            _ => Err(anyhow!("{status}, see above")),
        });
        match outcome {
            Ok(false) => return self.summary.skip(suite, "no test of it has such a name"),
            Ok(true) => self.summary.note(suite, Ok(())),
            Err(error) => self.summary.note(suite, Err(error)),
        };
        self.ran = true;
    }

    fn examples(&mut self) {
        let suite = "documentation examples";
        if self.build.filter.is_some() {
            self.summary.skip(suite, "only some tests were asked for");
        } else if !self.build.has_library {
            self.summary.skip(suite, "this crate has no library");
        } else {
            self.summary.note(suite, run::step(&self.workspace.root, &mut self.build.examples()));
        }
    }
}

fn names(targets: &[&Target]) -> String {
    targets.iter().map(|target| target.name.as_str()).collect::<Vec<_>>().join(", ")
}
