//! `statehouse migrate` from a checkout, built with what the database at hand needs.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::EndsWith;
use crate::run;
use crate::workspace::Workspace;

/// What `statehouse migrate` does with these words. Nothing is said beside it, because what it prints may be read by a
/// program, and it ends as that does.
pub(super) fn run(workspace: &Workspace, arguments: &[OsString]) -> Result<()> {
    let address = address(&workspace.root, arguments, |name| std::env::var_os(name));
    let mut command = command(address.as_deref(), arguments);
    let status = command.current_dir(&workspace.root).status().context("cannot run cargo")?;
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(EndsWith(u8::try_from(code).unwrap_or(u8::MAX)).into()),
        None => bail!("statehouse migrate: {status}"),
    }
}

/// MariaDB takes a client library that is not on every machine, so the program is built with it only where it is asked for.
fn command(address: Option<&str>, arguments: &[OsString]) -> Command {
    let mut command = run::cargo(&["run", "--quiet", "--package", "statehouse"]);
    if address.is_some_and(is_mariadb) {
        command.args(["--features", "mysql"]);
    }
    command.args(["--", "migrate"]).args(arguments);
    command
}

fn is_mariadb(address: &str) -> bool {
    let scheme = address.trim().split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| scheme == "mysql" || scheme == "mariadb")
}

/// The address that the program will find: given by a flag or a variable, or in the file that one of them names. What is
/// wrong with either is for the program to say.
fn address(
    root: &Path,
    arguments: &[OsString],
    variable: impl Fn(&str) -> Option<OsString>,
) -> Option<String> {
    let given = |flag, name| flag_value(arguments, flag).or_else(|| variable(name));
    if let Some(address) = given("--database", "STATEHOUSE_DATABASE") {
        return address.into_string().ok();
    }
    fs::read_to_string(root.join(given("--database-file", "STATEHOUSE_DATABASE_FILE")?)).ok()
}

/// The value of a flag: what comes after it, or behind its `=`.
fn flag_value(arguments: &[OsString], flag: &str) -> Option<OsString> {
    let follows = arguments.windows(2).find(|pair| pair[0] == flag).map(|pair| pair[1].clone());
    let behind = || {
        let is_it = |text: &str| text.strip_prefix(flag)?.strip_prefix('=').map(OsString::from);
        arguments.iter().map(OsString::as_os_str).filter_map(OsStr::to_str).find_map(is_it)
    };
    follows.or_else(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words behind `cargo` for these of `cargo xtask migrate`, with this variable.
    fn words(root: &Path, arguments: &[&str], variable: (&str, &str)) -> Vec<String> {
        let arguments: Vec<_> = arguments.iter().map(OsString::from).collect();
        let address = address(root, &arguments, |name| (name == variable.0).then(|| variable.1.into()));
        let command = command(address.as_deref(), &arguments);
        command.get_args().map(|word| word.to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn mariadb_is_built_in_where_the_database_is_one() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("url"), "mysql://u:secret@h/d\n").unwrap();
        let unset = ("STATEHOUSE_LOG", "mysql:");
        let named = ("STATEHOUSE_DATABASE", "mariadb://u@h/d");
        let cases: [(&[&str], _, bool); 8] = [
            (&["up", "--sql", "0:3", "--database", "mysql://u@h/d"], unset, true),
            (&["up", "--database=MySQL://u@h/d"], unset, true),
            (&["status", "--database-file", "url"], unset, true),
            (&["status"], named, true),
            (&["status"], ("STATEHOUSE_DATABASE_FILE", "url"), true),
            (&["status", "--database", "sqlite:a.db"], named, false),
            (&["status", "--reason", "mysql:"], unset, false),
            (&["status", "--database-file", "missing"], unset, false),
        ];
        for (arguments, variable, expected) in cases {
            let words = words(folder.path(), arguments, variable);
            let passed_on = words.iter().position(|word| word == "--").unwrap();
            let built_in = words[..passed_on].ends_with(&["--features".to_owned(), "mysql".to_owned()]);
            assert_eq!(built_in, expected, "{arguments:?} {variable:?}");
            assert_eq!(words[passed_on + 1], "migrate");
            assert_eq!(words[passed_on + 2..], *arguments);
        }
    }
}
