//! Running other programs: each command line is shown before it runs.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The cargo that runs this.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    for name in std::env::vars_os().map(|(name, _)| name).filter(|name| is_about_xtask(name)) {
        command.env_remove(name);
    }
    command
}

/// Is this a variable in which cargo told xtask about itself? A build script that reads one as its own package's (that of `ring`
/// does) would run again at every change between `cargo build` and `cargo xtask`, and all that depends on it be built anew.
fn is_about_xtask(variable: &OsStr) -> bool {
    const ABOUT: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
    ABOUT.iter().any(|about| variable.as_encoded_bytes().starts_with(about.as_bytes()))
}

/// Runs a command in the given folder; it must succeed.
pub(crate) fn step(folder: &Path, command: &mut Command) -> Result<()> {
    let status = status(folder, command)?;
    if !status.success() {
        bail!("{}: {status}", shown(command));
    }
    Ok(())
}

/// Runs a command in the given folder and says how it ended.
pub(crate) fn status(folder: &Path, command: &mut Command) -> Result<ExitStatus> {
    let line = shown(command);
    println!("\n$ {line}");
    let started = Instant::now();
    let status = command.current_dir(folder).status().with_context(|| format!("cannot run {line}"))?;
    println!("  {:.1} s", started.elapsed().as_secs_f64());
    Ok(status)
}

/// Runs commands, two at the same time, and says how each ended. What one printed is shown when it has ended.
pub(crate) fn two_at_once(folder: &Path, commands: Vec<Command>) -> Vec<Result<ExitStatus>> {
    let waiting = Mutex::new(commands.into_iter().enumerate());
    let ended = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                // The lock is given back before the command runs.
                let next = || lock(&waiting).next();
                while let Some((place, mut command)) = next() {
                    let line = shown(&command);
                    let started = Instant::now();
                    let output = command.current_dir(folder).stdin(Stdio::null()).output();
                    let output = output.with_context(|| format!("cannot run {line}"));
                    let mut ended = lock(&ended);
                    println!("\n$ {line}");
                    let status = output.map(|output| {
                        let printed = [output.stdout, output.stderr].concat();
                        println!("{}", String::from_utf8_lossy(&printed));
                        output.status
                    });
                    println!("  {:.1} s", started.elapsed().as_secs_f64());
                    ended.push((place, status));
                }
            });
        }
    });
    let mut ended = ended.into_inner().unwrap_or_else(PoisonError::into_inner);
    ended.sort_by_key(|(place, _)| *place);
    ended.into_iter().map(|(_, status)| status).collect()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a command that must succeed and returns what it printed.
pub(crate) fn output(folder: &Path, command: &mut Command) -> Result<String> {
    let line = shown(command);
    let output = command
        .current_dir(folder)
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run {line}"))?;
    if !output.status.success() {
        bail!("{line}: {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{line}: the output is not UTF-8"))
}

/// Is there such a cargo sub-command?
pub(crate) fn has_cargo(subcommand: &str) -> bool {
    let mut command = cargo(&[subcommand, "--version"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cargo_that_xtask_runs_is_told_nothing_about_xtask() {
        // Set where this test runs, too.
        assert!(std::env::vars_os().any(|(name, _)| is_about_xtask(&name)));
        let command = cargo(&["build"]);
        let kept =
            std::env::vars_os().map(|(name, _)| name).filter(|name| is_about_xtask(name)).find(|name| {
                !command.get_envs().any(|(told, value)| told == name.as_os_str() && value.is_none())
            });
        assert_eq!(kept, None);
        assert!(!is_about_xtask("CARGO_TARGET_DIR".as_ref()), "what the caller set is passed on");
    }
}
