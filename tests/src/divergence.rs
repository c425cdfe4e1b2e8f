//! Where Statehouse answers otherwise than recorded, and why: `divergences.toml`.
//!
//! A divergence that no longer diverges, or names a step that is not in the recording, fails the replay: the
//! list is as true as the answers.

use crate::flow::Expected;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LIST: &str = include_str!("../data/congress-v1/divergences.toml");

/// The whole list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Divergences {
    #[serde(default)]
    flow: Vec<Divergence>,
    #[serde(default)]
    any_order: Vec<AnyOrder>,
    #[serde(skip)]
    seen: BTreeSet<String>,
}

/// Steps that Statehouse answers otherwise, on purpose.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Divergence {
    steps: Vec<String>,
    /// What it answers.
    pub ours: Ours,
    reason: String,
}

/// What Statehouse answers instead; what is not said is as recorded.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ours {
    status: Option<u16>,
    error_code: Option<i64>,
    /// The whole body, JSON in a string (TOML has no null); `…` stands for any text.
    json: Option<String>,
    /// Config fields whose values are not shown.
    hidden: Vec<String>,
    /// The body is empty.
    empty: bool,
    /// Answers just as a GET of this path does.
    pub same_as: Option<String>,
}

/// Steps whose lists Congress left in an arbitrary order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnyOrder {
    steps: Vec<String>,
    reason: String,
}

impl Divergences {
    /// The list in the repository.
    pub fn listed() -> Self {
        let listed: Self = toml::from_str(LIST).expect("divergences.toml is in its form");
        let reasons = listed.flow.iter().map(|entry| &entry.reason);
        let mut reasons = reasons.chain(listed.any_order.iter().map(|entry| &entry.reason));
        assert!(reasons.all(|reason| !reason.trim().is_empty()), "each divergence has a reason");
        listed
    }

    /// The divergence of the step `label`, if it is listed.
    pub fn of(&mut self, label: &str) -> Option<Divergence> {
        let listed = self.flow.iter().find(|entry| entry.steps.iter().any(|step| step == label))?;
        self.seen.insert(label.to_owned());
        Some(listed.clone())
    }

    /// Whether the order of the lists in the step's answer is left open.
    pub fn in_any_order(&mut self, label: &str) -> bool {
        let listed = self.any_order.iter().any(|entry| entry.steps.iter().any(|step| step == label));
        if listed {
            self.seen.insert(label.to_owned());
        }
        listed
    }

    /// What is listed and never came to pass.
    pub fn unused(&self) -> Vec<String> {
        let steps =
            self.flow.iter().map(|entry| &entry.steps).chain(self.any_order.iter().map(|entry| &entry.steps));
        let unseen = steps.flatten().filter(|step| !self.seen.contains(*step));
        let unseen = unseen.map(|step| format!("divergences.toml names {step:?}, which is no step"));
        unseen.collect()
    }
}

impl Ours {
    /// The answer, given what was recorded.
    pub fn expected(&self, recorded: &Expected) -> Expected {
        let status = self.status.unwrap_or(recorded.status);
        if let Some(error_code) = self.error_code {
            return Expected::error(status, error_code);
        }
        let body = match &self.json {
            Some(text) => Some(serde_json::from_str(text).expect("`json` holds JSON")),
            None if self.empty => None,
            None => recorded.body.clone().map(|body| self.hide(body)),
        };
        Expected { status, body }
    }

    fn hide(&self, mut body: Value) -> Value {
        for field in &self.hidden {
            body["config"][field] = json!("<hidden>");
        }
        body
    }
}
