//! Programs in Python that operators or testers have, each in an environment that the tests make for themselves.

use crate::command::target_folder;
use std::env;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An environment with what `tests/python/<name>.txt` names, made when it is asked for for the first time. Nothing when
/// `STATEHOUSE_SKIP_CLIENT` gives a reason to do without, which is not accepted where `CI` is set.
pub fn environment(name: &str) -> Option<PathBuf> {
    (!skipped(name)).then(|| install(name))
}

/// The folder of requirements, settings and scripts.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python")
}

/// What a program prints, or what it complains of.
///
/// # Errors
/// What it wrote to its standard error when it failed.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

#[expect(clippy::print_stderr, reason = "what is skipped is said")]
fn skipped(name: &str) -> bool {
    let Ok(reason) = env::var("STATEHOUSE_SKIP_CLIENT") else { return false };
    assert!(!reason.trim().is_empty(), "STATEHOUSE_SKIP_CLIENT says why");
    assert!(env::var("CI").is_err(), "in CI nothing is skipped, whatever the reason: {reason}");
    eprintln!("NOT TESTED with {name}: {reason}");
    true
}

fn install(name: &str) -> PathBuf {
    let environment = target_folder().join("python").join(name);
    std::fs::create_dir_all(target_folder().join("python")).expect("a folder for environments");
    // Tests run in several processes, of which one makes the environment and the others wait for it.
    let lock = File::create(environment.with_extension("lock")).expect("a lock file");
    lock.lock().expect("the lock can be waited for");
    let mut install = Command::new("sh");
    let requirements = folder().join(name).with_extension("txt");
    install.arg(folder().join("install.sh")).arg(requirements).arg(&environment);
    if let Err(complaint) = output(&mut install) {
        panic!(
            "{name} cannot be installed (python3 with venv, and a package index, are needed). \
             To do without it: STATEHOUSE_SKIP_CLIENT='the reason'. {complaint}"
        );
    }
    environment
}
