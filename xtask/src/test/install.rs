//! `--install`: the Debian packages of the database servers, without starting a service.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use statehouse_tests::throwaway::Engine;

/// Installs its arguments. What Debian asks before it starts a service is /usr/sbin/policy-rc.d, and 101 means no; a machine
/// that has a policy of its own keeps it.
const INSTALL: &str = r#"
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
"#;

/// Installs what these databases need and is missing: as root, or as somebody whom `sudo` asks for no password.
pub(super) fn install(engines: &[Engine]) -> Result<()> {
    let mut missing: Vec<&str> =
        engines.iter().flat_map(|engine| engine.packages().iter().copied()).collect();
    missing.sort_unstable();
    missing.dedup();
    packages(&missing)
}

/// Installs those of these Debian packages that are missing, in the same way.
pub(crate) fn packages(wanted: &[&str]) -> Result<()> {
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut command = if is_root() {
        Command::new("sh")
    } else if succeeds(Command::new("sudo").args(["--non-interactive", "true"])) {
        let mut command = Command::new("sudo");
        command.args(["--non-interactive", "sh"]);
        command
    } else {
        bail!(
            "--install needs root, or sudo without a password; missing: apt-get install {}",
            missing.join(" ")
        );
    };
    println!("\nInstalling {}", missing.join(" "));
    let status = command.args(["-c", INSTALL, "install"]).args(&missing).status().context("installing")?;
    ensure!(status.success(), "apt-get install {}: {status}", missing.join(" "));
    Ok(())
}

fn installed(package: &str) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    query.output().is_ok_and(|output| output.stdout == b"installed")
}

fn is_root() -> bool {
    Command::new("id").arg("--user").output().is_ok_and(|output| output.stdout == b"0\n")
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
