//! What `check`, `eval` and `repl` are given: files of policies, and what is there beside them.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};
use statehouse_author::{Diagnostic, Facts, FactsFile, MAX_FILE_BYTES, Source, World, WrittenPolicy};
use statehouse_model::PolicyKind;

use crate::drivers;
use crate::failure::{Exit, Failure};
use crate::settings::Settings;

/// The exit code when something could not be done at all.
pub(super) const NOT_DONE: Exit = Exit::Settings;

/// The flags that say what there is.
pub(super) fn arguments() -> [Arg; 4] {
    [
        Arg::new("files")
            .value_name("FILE")
            .action(ArgAction::Append)
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help("Policies: YAML as in the library (.yaml, .yml, .json), or plain rules (any other name)"),
        Arg::new("kind")
            .long("kind")
            .value_name("KIND")
            .default_value("nonrecursive")
            .value_parser(PossibleValuesParser::new(PolicyKind::ALL.map(PolicyKind::as_str)))
            .help("The kind of policies in files of plain rules"),
        Arg::new("data-source")
            .long("data-source")
            .value_name("NAME=DRIVER")
            .action(ArgAction::Append)
            .help("A data source and its driver; one of the name of each driver is there anyway"),
        Arg::new("facts")
            .long("facts")
            .value_name("[TABLE=]PATH")
            .action(ArgAction::Append)
            .value_hint(ValueHint::AnyPath)
            .help(
                "Facts: a CSV, JSON or JSON Lines file, or a folder of them; nova/servers.csv is the table nova:servers",
            ),
    ]
}

/// The flag that says in which policy names are meant that name none.
pub(super) fn policy_argument() -> Arg {
    Arg::new("policy").long("policy").value_name("NAME").help(
        "The policy of tables that name none, in --facts and --query; that of the files, where there is one",
    )
}

/// What was given.
#[derive(Debug)]
pub(super) struct Input {
    pub policies: Vec<WrittenPolicy>,
    /// What is wrong with the files before anything is decided.
    pub diagnostics: Vec<Diagnostic>,
    pub world: World,
    pub facts: Facts,
    /// The policy of tables that name none.
    pub home: Option<String>,
}

impl Input {
    /// Reads all files, and looks at the facts.
    pub fn read(arguments: &ArgMatches, settings: &Settings) -> Result<Self, Failure> {
        let kind = arguments.get_one::<String>("kind").and_then(|kind| kind.parse::<PolicyKind>().ok());
        let (mut policies, mut diagnostics) = (Vec::new(), Vec::new());
        for path in arguments.get_many::<PathBuf>("files").into_iter().flatten() {
            let source = Source::new(path.display().to_string(), text(path)?);
            let (written, wrong) = statehouse_author::read(&source, kind.unwrap_or_default());
            policies.extend(written);
            diagnostics.extend(wrong);
        }
        let named = arguments.try_get_one::<String>("policy").ok().flatten().cloned();
        let home = named.or_else(|| match policies.as_slice() {
            [only] => only.name().map(str::to_owned),
            _ => None,
        });
        let mut world = World { drivers: drivers::read(&settings.drivers)?, ..World::default() };
        world.data_sources = data_sources(arguments)?;
        let facts = facts(arguments, home.as_deref(), &world)?;
        world.facts = facts.tables();
        Ok(Self { policies, diagnostics, world, facts, home })
    }
}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    let unreadable =
        |error: std::io::Error| Failure::new(NOT_DONE, format!("cannot read {}: {error}", path.display()));
    if path.is_dir() {
        let failure =
            Failure::new(NOT_DONE, format!("{} is a folder, and policies are in files", path.display()));
        return Err(failure.remedy(format!("give its files: {}", path.join("*.yaml").display())));
    }
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > MAX_FILE_BYTES {
        let reason = format!(
            "{} has more than {MAX_FILE_BYTES} bytes; facts are best given by --facts",
            path.display()
        );
        return Err(Failure::new(NOT_DONE, reason));
    }
    // Some programs put it before everything they write.
    let mark = "\u{feff}".len();
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..mark);
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::new(NOT_DONE, format!("cannot read {}: line {line} is not UTF-8", path.display()))
    })
}

/// The data sources that are given, each with its driver.
pub(super) fn data_sources(arguments: &ArgMatches) -> Result<BTreeMap<String, String>, Failure> {
    let given = arguments.get_many::<String>("data-source").into_iter().flatten();
    given
        .map(|given| match given.split_once('=') {
            Some((name, driver)) if !name.is_empty() && !driver.is_empty() => {
                Ok((name.to_owned(), driver.to_owned()))
            }
            _ => Err(Failure::new(NOT_DONE, format!("--data-source {given:?}: expected NAME=DRIVER"))),
        })
        .collect()
}

fn facts(arguments: &ArgMatches, home: Option<&str>, world: &World) -> Result<Facts, Failure> {
    let not_done = |error: &dyn std::fmt::Display| Failure::new(NOT_DONE, error.to_string());
    let mut files = Vec::new();
    for argument in arguments.get_many::<String>("facts").into_iter().flatten() {
        files.extend(FactsFile::find(argument, home).map_err(|error| not_done(&error))?);
    }
    Facts::survey(files, world).map_err(|error| not_done(&error))
}
