//! What ran, what did not, and why.

use anyhow::{Result, bail};

/// The lines that end a run of the tests.
#[derive(Debug, Default)]
pub(super) struct Summary {
    lines: Vec<String>,
    failed: bool,
}

impl Summary {
    /// Notes how a suite went, and says whether it passed.
    pub fn note(&mut self, suite: &str, outcome: Result<()>) -> bool {
        match outcome {
            Ok(()) => self.lines.push(format!("  passed   {suite}")),
            Err(error) => {
                self.failed = true;
                self.lines.push(format!("  FAILED   {suite}: {error:#}"));
                return false;
            }
        }
        true
    }

    /// Notes a suite that nobody asked for.
    pub fn skip(&mut self, suite: &str, reason: &str) {
        self.lines.push(format!("  not run  {suite}: {reason}"));
    }

    /// Shows everything; fails when anything that was asked for did not pass.
    pub fn finish(self) -> Result<()> {
        println!("\nTests:\n{}", self.lines.join("\n"));
        if self.failed {
            bail!("not everything that was asked for passed");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn what_nobody_asked_for_is_no_failure() {
        let mut summary = Summary::default();
        summary.note("sqlite", Ok(()));
        summary.skip("galera", "not asked for");
        assert!(summary.finish().is_ok());
    }

    #[test]
    fn one_failure_fails_the_run() {
        let mut summary = Summary::default();
        summary.note("galera", Err(anyhow!("galera-4 is not installed")));
        summary.note("sqlite", Ok(()));
        assert!(summary.finish().is_err());
    }
}
