//! The binary under test, and calls of it that end by themselves.

use crate::throwaway::client::PASSWORD;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// The binary under test: `STATEHOUSE_BIN`, or `statehouse` in the target folder this test was built into.
pub fn binary() -> PathBuf {
    let binary =
        std::env::var_os("STATEHOUSE_BIN").map_or_else(|| target_folder().join(name()), PathBuf::from);
    assert!(
        binary.is_file(),
        "there is no {}: run `cargo build -p statehouse` first, or `cargo xtask test`, which does",
        binary.display()
    );
    binary
}

/// The folder of the build profile, `target/debug` for one: tests lie in its `deps`.
pub fn target_folder() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own file");
    let folder = test.parent().and_then(Path::parent);
    folder.unwrap_or_else(|| panic!("{} is not in target/*/deps", test.display())).to_owned()
}

/// A call of the binary that inherits no setting from the environment and runs in `folder`.
pub fn isolated(folder: &Path) -> Command {
    let mut command = Command::new(binary());
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("STATEHOUSE_") {
            command.env_remove(name);
        }
    }
    command
}

/// Exit codes, as `--help` documents them.
pub mod exit {
    /// The settings make no sense.
    pub const WRONG_SETTINGS: i32 = 2;
    /// The database cannot be reached or used.
    pub const NO_DATABASE: i32 = 3;
    /// The schema is not the one of this program.
    pub const OTHER_SCHEMA: i32 = 4;
    /// The secret key is missing or not the right one.
    pub const WRONG_KEY: i32 = 5;
    /// The address cannot be listened on.
    pub const NO_ADDRESS: i32 = 6;
}

/// What a call of the binary left behind.
#[derive(Debug)]
pub struct Outcome {
    /// The exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Outcome {
    fn of(Output { status, stdout, stderr }: Output) -> Self {
        Self {
            code: status.code(),
            stdout: String::from_utf8_lossy(&stdout).into_owned(),
            stderr: String::from_utf8_lossy(&stderr).into_owned(),
        }
    }

    /// The lines on standard error that are not empty.
    pub fn complaints(&self) -> Vec<&str> {
        self.stderr.lines().filter(|line| !line.trim().is_empty()).collect()
    }

    /// The one line on standard error.
    #[track_caller]
    pub fn complaint(&self) -> &str {
        let [line] = self.complaints()[..] else { panic!("one line: {self:?}") };
        line
    }

    /// Standard output of a call that succeeded; panics when it did not.
    #[track_caller]
    pub fn success(self) -> String {
        assert!(self.code == Some(0), "the call failed: {self:?}");
        self.stdout
    }

    /// Fails unless the call ended with this exit code and said why in one line that holds each of `words`.
    #[track_caller]
    pub fn assert_one_clear_line(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, Some(code), "{self:?}");
        let line = self.complaint();
        for word in words {
            assert!(line.contains(word), "no {word:?} in {line:?}");
        }
        assert!(!line.contains("panicked"), "{line:?}");
    }
}

/// A folder with these files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

/// Runs the binary in an empty folder until it ends, for at most a minute.
pub fn run(arguments: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().expect("a temporary folder");
    run_in(folder.path(), arguments, &[])
}

/// A call that goes on beside the test, in an empty folder. Dropping it kills it.
#[derive(Debug)]
pub struct Call {
    // Taken by whoever waits for its end.
    child: Option<Child>,
    _folder: TempDir,
}

impl Call {
    /// Starts the binary.
    pub fn start(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut call = isolated(folder.path());
        call.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = call.spawn().unwrap_or_else(|error| panic!("{call:?}: {error}"));
        Self { child: Some(child), _folder: folder }
    }

    /// Ends it at once, as a power cut would (SIGKILL). Fails if it had ended by itself.
    #[track_caller]
    pub fn kill(mut self) {
        let mut child = self.child.take().expect("a call is ended once");
        let ended = child.try_wait().expect("the state of a child process is known");
        assert!(ended.is_none(), "it was to be killed in the middle, and had ended: {ended:?}");
        child.kill().expect("a process that runs can be killed");
        child.wait().expect("a killed process ends");
    }

    /// What it leaves behind when it has ended by itself.
    pub fn outcome(mut self) -> Outcome {
        let child = self.child.take().expect("a call is ended once");
        Outcome::of(child.wait_with_output().expect("a child process can be waited for"))
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Brings the schema of this database up to date.
#[track_caller]
pub fn migrate(url: &str) {
    let _ = run(&["migrate", "up", "--database", url]).success();
}

/// Fails unless the database of this address is refused for this reason, in one line that shows no password.
#[track_caller]
pub fn assert_refused(url: &str, reason: &str) {
    let outcome = run(&["migrate", "check", "--database", url]);
    assert_eq!(outcome.code, Some(exit::WRONG_SETTINGS), "{outcome:?}");
    let line = outcome.complaint();
    assert!(line.contains(reason) && !line.contains(PASSWORD), "{reason}: {line}");
}

/// Tries to serve on any free port of this machine, where something is to keep it from starting.
pub fn serve(arguments: &[&str]) -> Outcome {
    run(&[&["serve", "--listen", "127.0.0.1:0"], arguments].concat())
}

/// Runs the binary in `folder` with settings in the environment until it ends, for at most a minute.
pub fn run_in(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Outcome {
    let output = bounded(folder, arguments).envs(settings.iter().copied()).output();
    Outcome::of(output.expect("`timeout` of the coreutils runs"))
}

/// Runs the binary in `folder` with a file for its standard input until it ends, for at most a minute.
pub fn run_with_stdin(folder: &Path, arguments: &[&str], stdin: &Path) -> Outcome {
    let stdin = std::fs::File::open(stdin).expect("a file");
    let output = bounded(folder, arguments).stdin(stdin).output();
    Outcome::of(output.expect("`timeout` of the coreutils runs"))
}

/// A call that ends within a minute.
fn bounded(folder: &Path, arguments: &[&str]) -> Command {
    // A server that starts although it should not would run for ever.
    let mut bounded = Command::new("timeout");
    let mut call = isolated(folder);
    call.args(arguments);
    bounded.arg("60").arg(call.get_program()).args(call.get_args()).current_dir(folder);
    for (name, value) in call.get_envs() {
        match value {
            Some(value) => bounded.env(name, value),
            None => bounded.env_remove(name),
        };
    }
    bounded
}

fn name() -> &'static str {
    if cfg!(windows) { "statehouse.exe" } else { "statehouse" }
}
