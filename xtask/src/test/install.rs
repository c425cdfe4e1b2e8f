//! `--install`: the Debian packages of the database servers, without starting a service.

use std::fs::{self, File, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use statehouse_tests::throwaway::Engine;

use crate::run;

/// What Debian asks before it starts a service; 101 means no.
const POLICY: &str = "/usr/sbin/policy-rc.d";
const NO_SERVICES: &[u8] = b"#!/bin/sh\nexit 101\n";

/// Installs what these databases need and is missing.
pub(super) fn install(engines: &[Engine]) -> Result<()> {
    let mut missing: Vec<&str> =
        engines.iter().flat_map(|engine| engine.packages().iter().copied()).collect();
    missing.sort_unstable();
    missing.dedup();
    missing.retain(|package| !installed(package));
    if missing.is_empty() {
        return Ok(());
    }
    if !is_root()? {
        bail!("--install works as root only; missing: apt-get install {}", missing.join(" "));
    }
    let _policy = NoServices::begin()?;
    let here = Path::new("/");
    run::step(here, Command::new("apt-get").arg("update"))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", "--no-install-recommends"]);
    run::step(here, install.args(missing))
}

fn installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    query.output().is_ok_and(|output| output.stdout == b"installed")
}

fn is_root() -> Result<bool> {
    let output = Command::new("id").arg("--user").output().context("id --user")?;
    Ok(output.stdout == b"0\n")
}

/// As long as this lives, packages do not start the services they install.
struct NoServices {
    /// The machine had a policy of its own before; it stays.
    already: bool,
}

impl NoServices {
    fn begin() -> Result<Self> {
        let file = File::options().write(true).create_new(true).open(POLICY);
        let already = match file {
            Ok(mut file) => {
                file.write_all(NO_SERVICES).context(POLICY)?;
                fs::set_permissions(POLICY, Permissions::from_mode(0o755)).context(POLICY)?;
                false
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => true,
            Err(error) => return Err(error).context(POLICY),
        };
        Ok(Self { already })
    }
}

impl Drop for NoServices {
    fn drop(&mut self) {
        if !self.already
            && let Err(error) = fs::remove_file(POLICY)
        {
            eprintln!("{POLICY} keeps services from starting and could not be removed: {error}");
        }
    }
}
