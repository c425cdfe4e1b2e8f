//! The policies and rules that are written.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::client::Client;

/// A name that this run has not used yet.
pub(super) fn fresh_name() -> String {
    static NAMES: AtomicU64 = AtomicU64::new(0);
    format!("bench_{}", NAMES.fetch_add(1, Ordering::Relaxed))
}

/// Creates a policy with these rules and returns its id.
pub(super) fn create_policy(address: SocketAddr, name: &str, rules: &[String]) -> Result<String> {
    let rules: Vec<Value> = rules.iter().map(|text| json!({ "rule": text })).collect();
    let mut body = json!({ "name": name });
    if !rules.is_empty() {
        body["rules"] = json!(rules);
    }
    let mut client = Client::connect(address)?;
    let (status, answer) = client.post("/v1/policies", &body.to_string()).context("creating a policy")?;
    if status != 201 {
        bail!("policy {name}: {status} {}", String::from_utf8_lossy(answer));
    }
    let created: Value = serde_json::from_slice(answer).context("the policy that was created")?;
    Ok(created["id"].as_str().context("a policy without an id")?.to_owned())
}

/// The body that creates a rule.
pub(super) fn body(text: &str) -> String {
    json!({ "rule": text }).to_string()
}
