//! `pgbench` with the statements of a rule's creation, one transaction for each: what any service does that stores each
//! request by itself.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::{Postgres, installed};

use super::Setup;
use crate::bench::rule::create_policy;

const DATABASE: &str = "statehouse_pgbench";
const POLICY: &str = "p";

/// What Statehouse sends for a rule, but for its settings, its look for other servers' commits and its notification.
/// `gset` keeps the head that was read, as Statehouse does. (A colon before a letter begins a variable of pgbench, so blanks
/// follow those of the JSON.)
const SCRIPT: &str = "\
BEGIN;
SELECT revision AS head FROM head FOR UPDATE \\gset
INSERT INTO commits (revision, committed_at, actor, request_id, batch)
VALUES (:head + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, 'anonymous',
    'req-' || gen_random_uuid(), gen_random_uuid()::text);
INSERT INTO changes (revision, change_index, entity, entity_id, before, after)
VALUES (:head + 1, 0, 'rule', 'rule-' || :head + 1, NULL,
    '{\"id\": \"rule\", \"policy\": \"POLICY\", \"text\": \"q(1, ' || :head + 1 || ')\", \"name\": null, \"comment\": \"\"}');
INSERT INTO rules (id, policy_id, text, identity, name, comment, created_revision, created_index, head_table)
VALUES ('rule-' || :head + 1, 'POLICY', 'q(1, ' || :head + 1 || ')', 'q(1, ' || :head + 1 || ')', NULL, '', :head + 1, 0, 'q');
UPDATE head SET revision = :head + 1 WHERE revision = :head;
COMMIT;
";

/// `pgbench`, and a database with Statehouse's tables for it.
#[derive(Debug)]
pub(super) struct Pgbench {
    program: PathBuf,
    script: PathBuf,
    server: SocketAddr,
}

impl Pgbench {
    pub fn prepare(setup: &Setup, postgres: &Postgres) -> Result<Self> {
        let program = installed::postgres("pgbench")?;
        let server = postgres.client();
        setup.place.database_on(&server, DATABASE)?;
        // The policy is made by Statehouse, which is gone before anything is measured.
        let policy = create_policy(setup.place.server(&server.url(DATABASE))?.address, POLICY, &[])?;
        let script = setup.place.folder("pgbench")?.join("rule.sql");
        fs::write(&script, SCRIPT.replace("POLICY", &policy))?;
        Ok(Self { program, script, server: server.address() })
    }

    /// How many rules it stores per second, with as many connections as Statehouse gets.
    pub fn per_second(&self, setup: &Setup) -> Result<f64> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(setup.connections);
        let mut pgbench = Command::new(&self.program);
        pgbench.args(["--no-vacuum", "--protocol=prepared", "--username", USER, "--file"]).arg(&self.script);
        pgbench.args(["--client", &setup.connections.to_string(), "--jobs", &threads.to_string()]);
        pgbench.args(["--time", &setup.period.as_secs().to_string()]);
        pgbench.args(["--host", &self.server.ip().to_string(), "--port", &self.server.port().to_string()]);
        pgbench.arg(DATABASE).env("PGPASSWORD", PASSWORD);
        let output = pgbench.output().context("pgbench")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "pgbench: {}: {said}", output.status);
        rate(&String::from_utf8_lossy(&output.stdout))
    }
}

/// What pgbench tells in the end: `tps = 1234.5 (without initial connection time)`.
fn rate(told: &str) -> Result<f64> {
    ensure!(
        told.lines().any(|line| line.trim() == "number of failed transactions: 0 (0.000%)"),
        "pgbench had failures: {told}"
    );
    let line = told.lines().find_map(|line| line.strip_prefix("tps = ")).context("pgbench tells no rate")?;
    let number = line.split(' ').next().unwrap_or_default();
    number.parse().with_context(|| format!("pgbench: tps = {line}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_rate_is_taken_from_the_last_line_and_only_if_nothing_failed() {
        let told =
            "number of failed transactions: 0 (0.000%)\ntps = 1234.5 (without initial connection time)\n";
        assert!((super::rate(told).unwrap() - 1234.5).abs() < 1e-9);
        assert!(super::rate(&told.replace(": 0 (0.000%)", ": 1 (0.100%)")).is_err());
    }
}
