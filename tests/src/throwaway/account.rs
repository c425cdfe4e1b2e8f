//! Who runs the servers. PostgreSQL and MariaDB refuse to run as root.

use super::{Error, Result};
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// A user of this machine, who is not root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// The account for a server: none when we are not root, and the server simply runs as we do. Otherwise the
    /// first of the preferred names that exists, or `nobody`.
    ///
    /// # Errors
    /// When we are root and there is not even `nobody`.
    pub fn for_server(preferred: &[&str]) -> Result<Option<Self>> {
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let users = fs::read_to_string("/etc/passwd").map_err(Error::machine("/etc/passwd"))?;
        let found = preferred.iter().chain(&["nobody"]).find_map(|name| Self::named(name, &users));
        found
            .map(Some)
            .ok_or_else(|| Error::Missing { program: "the user nobody".into(), package: "base-passwd" })
    }

    fn named(name: &str, users: &str) -> Option<Self> {
        let line = users.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        let mut fields = line.split(':').skip(1);
        Some(Self { user: fields.next()?.parse().ok()?, group: fields.next()?.parse().ok()? })
    }

    /// Makes a file or folder theirs.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn own(self, path: &Path) -> Result<()> {
        std::os::unix::fs::chown(path, Some(self.user), Some(self.group))
            .map_err(Error::machine(format!("giving {} to the account of the server", path.display())))
    }

    /// Lets a command run as this user.
    pub fn run_as(self, command: &mut Command) {
        command.uid(self.user).gid(self.group);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USERS: &str = "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65533:nobody:/:/bin/false\n";

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        assert_eq!(Account::named("nobody", USERS), Some(Account { user: 65534, group: 65533 }));
        assert_eq!(Account::named("no", USERS), None);
        assert_eq!(Account::named("body", USERS), None);
    }
}
