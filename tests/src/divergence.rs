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
    awaiting: Vec<Awaiting>,
    #[serde(default)]
    any_order: Vec<AnyOrder>,
    #[serde(skip)]
    seen: BTreeSet<String>,
    #[serde(skip)]
    still_awaited: BTreeSet<usize>,
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

/// Steps that need what Statehouse cannot do yet: each answers 501, or already as recorded.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Awaiting {
    capability: String,
    /// Paths with `*` for any text.
    paths: Vec<String>,
    reason: String,
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
        let reasons = reasons.chain(listed.awaiting.iter().map(|entry| &entry.reason));
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

    /// The number of the capability that the path waits for, if it waits for one.
    pub fn awaiting(&self, path: &str) -> Option<usize> {
        self.awaiting.iter().position(|entry| entry.paths.iter().any(|pattern| fits(pattern, path)))
    }

    /// Notes that an awaited capability is indeed not there yet.
    pub fn still_awaited(&mut self, number: usize) {
        self.still_awaited.insert(number);
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
        let arrived =
            self.awaiting.iter().enumerate().filter(|(number, _)| !self.still_awaited.contains(number));
        let arrived =
            arrived.map(|(_, entry)| format!("{:?} has arrived: take it off the list", entry.capability));
        unseen.chain(arrived).collect()
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

/// Whether `path` is what `pattern` describes, `*` standing for any text.
fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<_> = parts.collect();
    let Some((last, between)) = parts.split_last() else { return rest.is_empty() };
    for part in between {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(fits("/v1/*action=simulate*", "/v1/policies/p?action=simulate&delta=true"));
        assert!(fits("/a/*/rows", "/a/b/c/rows") && fits("/a", "/a") && fits("/a*", "/a"));
        assert!(!fits("/a/*/rows", "/a/b/rows/1") && !fits("/a", "/ab") && !fits("/a*b", "/c/b"));
    }
}
