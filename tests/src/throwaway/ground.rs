//! The folder that servers stand in, and the guard that clears it.
//!
//! The guard is a small shell that waits for the end of its standard input. Only its owner holds the other end, so the
//! input ends when the owner drops the ground, and also when the owner is killed. Then the guard ends every
//! process that carries the mark of this ground in its environment, as everything started here does, and
//! removes the folder.

use super::account::Account;
use super::{Error, Result, installed};
use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// The variable that marks the processes of a ground; its value is the folder.
const MARK: &str = "STATEHOUSE_THROWAWAY";

/// The children of PostgreSQL write their titles over the environment, but they stand in the folder of its data. PostgreSQL
/// on SIGQUIT ends at once and leaves no shared memory behind; what remains is killed, stopped or not. The segment of a PostgreSQL that was killed before is named in the seventh line of its postmaster.pid.
const GUARD: &str = r#"
trap '' HUP INT TERM
cat >/dev/null
ours() {
    grep -slzxF "STATEHOUSE_THROWAWAY=$1" /proc/[0-9]*/environ | cut -d/ -f3
    for process in $(find /proc -maxdepth 2 -name cwd -lname "$1/*" | cut -d/ -f3); do
        [ "$(cat "/proc/$process/comm")" = postgres ] && echo "$process"
    done
}
for process in $(ours "$1"); do
    case $(cat "/proc/$process/comm" 2>/dev/null) in
        postgres) kill -QUIT "$process" ; kill -CONT "$process" ;;
        *) kill -KILL "$process" ;;
    esac
done 2>/dev/null
for round in $(seq 40); do
    remaining=$(ours "$1")
    [ -z "$remaining" ] && break
    [ "$round" -gt 20 ] && kill -KILL $remaining
    sleep 0.05
done 2>/dev/null
for lock in "$1"/*/postmaster.pid; do
    [ -f "$lock" ] && ipcrm -m "$(sed -n '7s/.* //p' "$lock")"
done 2>/dev/null
for round in 1 2 3 4 5; do
    rm -rf -- "$1" && break
    sleep 0.1
done
"#;

/// A folder for servers. Dropping it ends everything that was started in it.
#[derive(Debug)]
pub struct Ground {
    folder: PathBuf,
    account: Option<Account>,
    guard: Child,
}

impl Ground {
    /// A fresh folder whose servers run as the first of the preferred accounts, if we are root.
    ///
    /// # Errors
    /// When the system gives no folder, no account, or no guard.
    pub fn new(preferred_accounts: &[&str]) -> Result<Self> {
        let account = Account::for_server(preferred_accounts)?;
        // A short name: the path of a Unix socket has at most 107 bytes.
        let folder = tempfile::Builder::new().prefix("statehouse-").tempdir();
        let folder = folder.map_err(Error::machine("a temporary folder"))?;
        if let Some(account) = account {
            account.own(folder.path())?;
        }
        let guard = guard(folder.path())?;
        // From here on the guard removes it.
        Ok(Self { folder: TempDir::keep(folder), account, guard })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file for the server: only its account may read it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, text).map_err(Error::machine(format!("writing {}", path.display())))?;
        self.hand_over(&path)?;
        Ok(path)
    }

    /// Makes a folder for the server, who alone may look into it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn make_folder(&self, name: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        let made = fs::DirBuilder::new().mode(0o700).create(&path);
        made.map_err(Error::machine(format!("making {}", path.display())))?;
        self.account.map_or(Ok(()), |account| account.own(&path))?;
        Ok(path)
    }

    /// Gives a file to the account of the server, who alone may read it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn hand_over(&self, path: &Path) -> Result<()> {
        fs::set_permissions(path, Permissions::from_mode(0o600))
            .map_err(Error::machine(format!("permissions of {}", path.display())))?;
        self.account.map_or(Ok(()), |account| account.own(path))
    }

    /// A command that runs as the account of the servers, in their folder, and ends with the ground at the latest.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        // Nothing of the caller's settings: PGHOST, MYSQL_HOST and their like would lead elsewhere.
        command.env_clear().env("PATH", search_path()).env("LC_ALL", "C").env(MARK, &self.folder);
        command.current_dir(&self.folder).stdin(Stdio::null()).process_group(0);
        if let Some(account) = self.account {
            account.run_as(&mut command);
        }
        command
    }

    /// Runs a program as the account of the servers and returns what it printed.
    ///
    /// # Errors
    /// When it fails or takes longer than a minute.
    pub fn run(&self, program: &Path, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(installed::find("timeout", "coreutils")?);
        command.arg("60").arg(program).args(arguments);
        printed(&mut command)
    }

    /// Ends everything at once, as dropping does.
    fn clear(&mut self) {
        drop(self.guard.stdin.take());
        // The guard ends by itself after a few seconds at most.
        let _ = self.guard.wait();
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Runs a command to its end and returns what it printed.
pub(super) fn printed(command: &mut Command) -> Result<String> {
    let words = std::iter::once(command.get_program()).chain(command.get_args()).map(OsStr::to_string_lossy);
    let program = words.take(6).collect::<Vec<_>>().join(" ");
    let output = command.output().map_err(Error::machine(program.clone()))?;
    if !output.status.success() {
        let said = format!("{}; {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
        return Err(Error::Failed { program, said });
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
}

fn guard(folder: &Path) -> Result<Child> {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", GUARD, "guard"]).arg(folder).env_clear().env("PATH", search_path()).current_dir("/");
    // Its own group: what ends the owner's group, Ctrl-C for one, must not end the guard.
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    command.spawn().map_err(Error::machine("the guard of the servers"))
}

fn search_path() -> String {
    let path = std::env::var("PATH").unwrap_or_default();
    format!("{path}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
}
