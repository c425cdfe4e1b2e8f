//! Who is measured, and how each is asked.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::case::Case;
use super::{rule, sql};
use crate::bench::place::Place;
use crate::run;
use crate::test::install;

/// Somebody who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rival {
    Statehouse,
    Clingo,
    DuckDb,
    Prolog,
}

impl Rival {
    pub const ALL: [Self; 4] = [Self::Statehouse, Self::Clingo, Self::DuckDb, Self::Prolog];

    /// Where its answer is, when all others print theirs.
    pub fn own_file(self) -> Option<&'static str> {
        (self == Self::DuckDb).then_some("answer.csv")
    }
}

impl fmt::Display for Rival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Statehouse => "Statehouse",
            Self::Clingo => "clingo",
            Self::DuckDb => "DuckDB",
            Self::Prolog => "SWI-Prolog",
        })
    }
}

/// The programs that answer.
#[derive(Debug)]
pub(super) struct Programs {
    statehouse: PathBuf,
    python: PathBuf,
    prolog: PathBuf,
    /// The version of each rival.
    pub versions: Vec<String>,
}

const PYTHON_PACKAGES: [&str; 2] = ["clingo", "duckdb"];

impl Programs {
    /// Finds them. clingo and DuckDB are installed into a folder of their own, SWI-Prolog only where that is permitted.
    pub fn ready(place: &Place, target: &Path, may_install: bool) -> Result<Self> {
        let venv = target.join("rivals");
        let python = venv.join("bin/python");
        if !python.exists() {
            let mut make = Command::new("python3");
            run::step(target, make.args(["-m", "venv"]).arg(&venv))?;
        }
        let mut look = Command::new(&python);
        look.args(["-c", "import clingo, duckdb"]).stderr(Stdio::null());
        if !look.status().is_ok_and(|status| status.success()) {
            let mut pip = Command::new(&python);
            run::step(target, pip.args(["-m", "pip", "install", "--quiet"]).args(PYTHON_PACKAGES))?;
        }
        if may_install {
            install::packages(&["swi-prolog-nox"])?;
        }
        let prolog = PathBuf::from("swipl");
        let version = |program: &Path, arguments: &[&str]| -> Result<String> {
            let printed = run::output(target, Command::new(program).args(arguments))?;
            Ok(printed.lines().next().unwrap_or_default().to_owned())
        };
        let prolog_version = version(&prolog, &["--version"])
            .context("SWI-Prolog is missing (Debian: swi-prolog-nox); --install installs it")?;
        let versions = vec![
            version(&python, &["-c", "import clingo; print('clingo', clingo.__version__)"])?,
            version(&python, &["-c", "import duckdb; print('DuckDB', duckdb.__version__)"])?,
            prolog_version,
        ];
        Ok(Self { statehouse: place.program("statehouse"), python, prolog, versions })
    }

    /// The command by which somebody answers a case whose files are in this folder.
    pub fn command(&self, rival: Rival, case: &Case, folder: &Path, limit_s: u64) -> Command {
        // What takes too long is ended from outside, in the same way for each.
        let mut command = Command::new("timeout");
        command.arg(limit_s.to_string()).current_dir(folder);
        match rival {
            Rival::Statehouse => {
                let columns: Vec<String> =
                    (0..rule::width(&case.rules)).map(|column| format!("c{column}")).collect();
                command.arg(&self.statehouse).args([
                    "eval",
                    "case.policy",
                    "--kind",
                    "z3",
                    "--format",
                    "csv",
                ]);
                command.args(["--evaluation-rows", "1000000000", "--evaluation-steps", "100000000000"]);
                command.args(["--evaluation-time", "60s"]);
                if !case.facts_as_rules {
                    command.args(["--facts", "facts"]);
                }
                command.arg("--query").arg(format!("answer({})", columns.join(", ")));
            }
            Rival::Clingo => {
                command.arg(&self.python).args(["-m", "clingo"]);
                command.args(if case.facts_as_rules { &["case.lp"][..] } else { &["facts.lp", "case.lp"] });
                command.args(["--outf=0", "-V0", "--out-ifs=\\n"]);
            }
            Rival::DuckDb => {
                command.arg(&self.python).args(["-c", RUN_SQL]);
            }
            Rival::Prolog => {
                command.arg(&self.prolog).args(["--stack-limit=8g", "-q", "-g", "main", "-t", "halt"]);
                command.args(if case.facts_as_rules { &["case.pl"][..] } else { &["facts.pl", "case.pl"] });
            }
        }
        command
    }
}

const RUN_SQL: &str = "import duckdb; duckdb.connect().execute(open('case.sql').read())";

/// Writes the files that each reads.
pub(super) fn write(case: &Case, folder: &Path) -> Result<()> {
    let facts = folder.join("facts");
    fs::create_dir_all(&facts)?;
    let (mut statements, mut clauses) = (String::new(), String::new());
    for table in &case.facts {
        let header: Vec<String> = (0..table.columns).map(|column| format!("c{column}")).collect();
        let mut csv = format!("{}\n", header.join(","));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(u32::to_string).collect();
            let cells = cells.join(",");
            csv.extend([&*cells, "\n"]);
            clauses.extend([&*table.table, "(", &*cells, ").\n"]);
            statements.extend([&*table.table, "(", &*cells, ")\n"]);
        }
        fs::write(facts.join(format!("{}.csv", table.table)), csv)?;
    }
    for (name, text) in [("facts.lp", &clauses), ("facts.pl", &clauses)] {
        fs::write(folder.join(name), text)?;
    }
    if !case.facts_as_rules {
        (statements, clauses) = (String::new(), String::new());
    }
    for (name, text, facts) in [
        ("case.policy", rule::policy(&case.rules), &*statements),
        ("case.lp", rule::logic_program(&case.rules), &*clauses),
        ("case.pl", rule::prolog(&case.rules), &*clauses),
        ("case.sql", sql::statements(case), ""),
    ] {
        fs::write(folder.join(name), text + facts)?;
    }
    Ok(())
}
