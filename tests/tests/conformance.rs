//! Requests made out of the served description: no answer is a fault of the server, or one that is not described.

use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Furnished, python};
use std::fmt::Write as _;
use std::process::Command;

/// With the same seed the same requests, as far as they do not depend on ids: `SCHEMATHESIS_SEED` tries others.
const SEED: &str = "1";

#[test]
fn every_answer_is_as_described() {
    let Some(environment) = python::environment("schemathesis") else { return };
    // It asks for revisions that nobody is going to make.
    let furnished = Furnished::launch(Launch::on(&Database::fresh()).argument("--revision-wait=0s"));
    let mut command = Command::new(environment.join("bin/schemathesis"));
    command.arg("--config-file").arg(python::folder().join("schemathesis.toml"));
    command.arg("run").arg(format!("{}/openapi.json", furnished.server.url()));
    command.args(["--phases", "examples,coverage,fuzzing,stateful", "--max-examples", "20"]);
    command.args(["--generation-database", "none", "--continue-on-failure", "--no-color"]);
    command.args(["--seed", &std::env::var("SCHEMATHESIS_SEED").unwrap_or_else(|_| SEED.to_owned())]);
    // It leaves a folder of its own behind.
    command.current_dir(furnished.server.database().folder());

    let output = command.output().unwrap();

    let mut report = String::from_utf8_lossy(&output.stdout).into_owned();
    write!(report, "{}", String::from_utf8_lossy(&output.stderr)).unwrap();
    assert!(output.status.success(), "{report}");
    let generated = report.split(" generated, ").next().and_then(|before| before.split_whitespace().last());
    let generated: usize = generated.and_then(|number| number.parse().ok()).unwrap_or_default();
    assert!(generated > 500, "only {generated} requests were made: {report}");
}
