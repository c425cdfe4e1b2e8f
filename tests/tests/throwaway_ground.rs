//! Nothing of a throwaway server remains, however its owner ends.

use statehouse_tests::throwaway::ground::Ground;
use statehouse_tests::throwaway::{Error, Process, wait_until};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// Set in the process that plays the owner and is killed.
const OWNER: &str = "STATEHOUSE_TEST_OWNER";

#[test]
fn dropping_ends_even_what_is_paused() -> Result<(), Error> {
    let ground = Arc::new(Ground::new(&[])?);
    let server = server(&ground)?;
    let (pid, folder) = (server.pid()?, ground.folder().to_owned());
    server.pause()?;
    drop(server);
    drop(ground);
    gone(pid, &folder)
}

#[test]
fn killing_the_owner_ends_its_servers() -> Result<(), Error> {
    if std::env::var_os(OWNER).is_some() {
        return own_until_killed();
    }
    let machine = |what: &'static str| move |source| Error::Machine { what: what.into(), source };
    let mut owner = Command::new(std::env::current_exe().map_err(machine("this test"))?)
        .args(["--exact", "killing_the_owner_ends_its_servers", "--nocapture"])
        .env(OWNER, "1")
        .stdout(Stdio::piped())
        .spawn()
        .map_err(machine("the owner"))?;
    let mut lines = BufReader::new(owner.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let said = lines.find_map(|line| line.split_once("owns ").map(|(_, said)| said.to_owned()));
    let (pid, folder) =
        said.as_deref().and_then(|said| said.split_once(' ')).expect("a process and a folder");
    let (pid, folder) = (pid.parse().expect("a number"), PathBuf::from(folder));
    assert!(alive(pid) && folder.exists());
    owner.kill().map_err(machine("killing the owner"))?;
    owner.wait().map_err(machine("the end of the owner"))?;
    gone(pid, &folder)
}

#[expect(clippy::print_stdout, reason = "the process that kills this one reads it")]
fn own_until_killed() -> Result<(), Error> {
    let ground = Arc::new(Ground::new(&[])?);
    let server = server(&ground)?;
    server.pause()?;
    println!("owns {} {}", server.pid()?, ground.folder().display());
    std::thread::sleep(Duration::from_mins(1));
    Ok(())
}

fn server(ground: &Arc<Ground>) -> Result<Process, Error> {
    let mut server = Process::new(ground, "sleep", "/bin/sleep".into(), vec!["60".into()]);
    server.start(&[])?;
    Ok(server)
}

fn gone(pid: u32, folder: &Path) -> Result<(), Error> {
    wait_until("process and folder are gone", Duration::from_secs(10), || {
        match (alive(pid), folder.exists()) {
            (false, false) => Ok(()),
            (alive, exists) => Err(format!("process: {alive}, folder: {exists}")),
        }
    })
}

/// One that has ended and that nobody has asked about is dead.
fn alive(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").is_some_and(|(_, after)| !after.starts_with('Z'))
}
