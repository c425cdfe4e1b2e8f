//! A terminal at which the binary runs, and somebody who types.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::command;

/// How long something may take to be shown.
const PATIENCE: Duration = Duration::from_mins(1);

/// A call of the binary at a terminal. Dropping it kills it.
#[derive(Debug)]
pub struct Terminal {
    child: Child,
    keys: File,
    shown: Receiver<Vec<u8>>,
    /// What was shown and not looked at.
    text: String,
}

impl Terminal {
    /// Starts the binary in `folder`, which is also where it keeps what it remembers.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let keys = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&keys).expect("a terminal of one's own");
        unlockpt(&keys).expect("a terminal that is open");
        let name = ptsname(&keys, Vec::new()).expect("a terminal has a name");
        let name = name.to_str().expect("a name of ASCII").to_owned();
        let end = || {
            let end = File::options().read(true).write(true).open(&name).expect("the terminal's other end");
            Stdio::from(end)
        };
        let mut call = command::isolated(folder);
        call.args(arguments).env("TERM", "xterm").env("XDG_STATE_HOME", folder.join("state"));
        let child = call.stdin(end()).stdout(end()).stderr(end()).spawn().expect("the binary starts");
        let keys = File::from(keys);
        let mut screen = keys.try_clone().expect("the terminal can be read");
        let (send, shown) = mpsc::channel();
        // It ends with the call: reading fails when nobody has the other end.
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = screen.read(&mut buffer) {
                if send.send(buffer[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { child, keys, shown, text: String::new() }
    }

    /// Types keys, as a terminal sends them: `\r` is the Enter key.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).expect("somebody reads the keys");
        self
    }

    /// Sends the signal that the terminal itself makes of Ctrl-C.
    #[track_caller]
    pub fn interrupts(&mut self) -> &mut Self {
        let id = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).expect("a process has an id");
        kill_process(id, Signal::INT).expect("it runs");
        self
    }

    /// Waits until this is shown behind what was waited for before.
    #[track_caller]
    pub fn shows(&mut self, wanted: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self.text.find(wanted) {
                self.text.drain(..at + wanted.len());
                return self;
            }
            let rest = end.saturating_duration_since(Instant::now());
            match self.shown.recv_timeout(rest) {
                Ok(bytes) => self.text.push_str(&String::from_utf8_lossy(&bytes)),
                Err(error) => panic!("{wanted:?} is not shown ({error}): {:?}", self.text),
            }
        }
    }

    /// Waits until keys are read one by one: what is typed before, the terminal takes for a line of its own, and Ctrl-D for its end.
    #[track_caller]
    pub fn awaits_keys(&mut self) -> &mut Self {
        // A line editor asks for pasted text to be marked from then on.
        self.shows("\x1b[?2004h")
    }

    /// The exit code, when the call has ended by itself.
    #[track_caller]
    pub fn ends(&mut self) -> Option<i32> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().expect("the state of a child process is known") {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it goes on: {:?}", self.text)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
