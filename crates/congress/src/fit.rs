//! Policies that cannot come as they are. Congress takes names and kinds that mean nothing here; their rules are to come all the
//! same. So such a policy comes under another name, or as one of another kind, and its rules come as disabled.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};
use statehouse_datalog::is_policy_name;
use statehouse_model::{Policy, PolicyKind, Rule, State};

use crate::Kind;
use crate::held::HeldPolicy;
use crate::plan::{ANYWHERE, Action, Step, policy_of_name};

/// How much is kept of a name that cannot stay.
const STEM: usize = 200;

/// A policy as it can come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fitted {
    /// As it is here.
    pub(crate) policy: Policy,
    /// What it is called in Congress.
    pub(crate) there: String,
    /// Why its rules could mean something else here.
    pub(crate) why: Vec<String>,
    /// What else is not as it was.
    cut: Vec<String>,
}

impl Fitted {
    /// A held policy.
    pub(crate) fn of(held: &HeldPolicy) -> Self {
        let mut cut = Vec::new();
        let mut fit = |limit, what, text: &str| fit(limit, what, text, &mut cut);
        let policy = Policy {
            id: held.id.as_str().into(),
            name: held.name.clone(),
            abbreviation: fit(Policy::ABBREVIATION_LIMIT, "abbreviation", &held.abbreviation),
            description: fit(Policy::DESCRIPTION_LIMIT, "description", &held.description),
            owner: fit(Policy::NAME_LIMIT, "owner", &held.owner),
            kind: held.kind.parse().unwrap_or_default(),
            created: ANYWHERE,
        };
        let why = match held.kind.parse::<PolicyKind>() {
            Ok(_) => Vec::new(),
            Err(_) => vec![format!("its kind '{}' is not known, and it is {} here", held.kind, policy.kind)],
        };
        Self { policy, there: held.name.clone(), why, cut }.under_a_name()
    }

    /// A policy of which nothing is known but the name.
    pub(crate) fn implied(name: &str) -> Self {
        let policy = policy_of_name(name);
        Self { policy, there: name.to_owned(), why: Vec::new(), cut: Vec::new() }.under_a_name()
    }

    fn under_a_name(self) -> Self {
        if is_name(&self.there) { self } else { self.renamed("that is no name of a policy here") }
    }

    fn renamed(mut self, reason: &str) -> Self {
        self.policy.name = other_name(&self.there, self.policy.id.as_str());
        self.why.push(format!("it is called '{}' here, because {reason}", self.policy.name));
        self
    }

    /// In what it is not as it was in Congress, if in anything.
    pub(crate) fn difference(&self) -> Option<String> {
        let all: Vec<_> = self.why.iter().chain(&self.cut).map(String::as_str).collect();
        let rules = if self.why.is_empty() { "" } else { "; its rules are disabled" };
        (!all.is_empty()).then(|| format!("{}{rules}", all.join("; ")))
    }

    /// Why its rules are disabled.
    pub(crate) fn reason(&self) -> String {
        format!("the policy could not come as it was: {}", self.why.join("; "))
    }

    /// What to tell of a rule that refers to it.
    pub(crate) fn of_referrers(&self) -> String {
        let Self { there, policy, .. } = self;
        if policy.name == *there {
            format!("it refers to the policy '{there}', whose rules are disabled")
        } else {
            format!("it refers to the policy '{there}', which is called '{}' here", policy.name)
        }
    }
}

/// A text that can be kept, and what was done to it.
fn fit(limit: usize, what: &str, text: &str, cut: &mut Vec<String>) -> String {
    let fitted: String = text.chars().filter(|character| *character != '\0').take(limit).collect();
    if fitted != text {
        cut.push(format!("its {what} is cut to what can be kept: {limit} characters, and no U+0000"));
    }
    fitted
}

fn is_name(name: &str) -> bool {
    name.chars().count() <= Policy::NAME_LIMIT && !name.contains('\0') && is_policy_name(name)
}

/// A name that any policy can have, and by which this one is recognised. It is made of the name and the id alone, so that it is
/// the same each time, and nobody else's.
fn other_name(name: &str, id: &str) -> String {
    let plain = |character: char| if character.is_ascii_alphanumeric() { character } else { '_' };
    let stem: String = name.chars().take(STEM).map(plain).collect();
    let first = if stem.starts_with(|first: char| first.is_ascii_digit()) { "_" } else { "" };
    let digest = Sha256::digest(id);
    let end = digest.iter().take(4).fold(0, |number: u32, byte| number << 8 | u32::from(*byte));
    format!("{first}{stem}_{end:08x}")
}

/// The policies of a plan that are not here as they were, by what Congress calls them.
#[derive(Debug, Default)]
pub(crate) struct Unlike(BTreeMap<String, Fitted>);

impl Unlike {
    /// Policies and data sources share one space of names here, so the name of a data source cannot be a policy's.
    pub(crate) fn of(steps: &[Step], state: &State) -> Self {
        let mut sources: BTreeSet<&str> = state.data_sources().map(|source| source.name.as_str()).collect();
        sources.extend(steps.iter().filter_map(Step::data_source));
        let fitted = steps.iter().filter_map(|step| match &step.action {
            Action::Policy(fitted, _) if step.kind == Kind::Policy => Some(fitted),
            _ => None,
        });
        let unlike = fitted.filter_map(|fitted| {
            let fitted = fitted.beside(&sources, state);
            (!fitted.why.is_empty()).then(|| (fitted.there.clone(), fitted))
        });
        Self(unlike.collect())
    }

    /// The policy that Congress calls so, if it is not as it was.
    pub(crate) fn get(&self, there: &str) -> Option<&Fitted> {
        self.0.get(there)
    }

    /// Those that a rule of another policy refers to.
    pub(crate) fn referred_to(&self, policy: &str, text: &str) -> Vec<&Fitted> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let Ok(rule) = Rule::parse(text) else { return Vec::new() };
        let names = rule.literals().filter_map(|literal| literal.atom.table.policy.clone());
        let others: BTreeSet<_> = names.filter(|name| **name != *policy).collect();
        others.iter().filter_map(|name| self.get(name)).collect()
    }
}

impl Fitted {
    /// The same, under another name where a data source has this one. What it is called here once, it stays.
    fn beside(&self, sources: &BTreeSet<&str>, state: &State) -> Self {
        let Self { policy, .. } = self;
        let is_taken = match state.policy_by_id(&policy.id) {
            Some(here) => here.name != policy.name,
            None => sources.contains(policy.name.as_str()),
        };
        if is_taken && policy.name == self.there {
            self.clone().renamed("a data source has that name")
        } else {
            self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_one_that_can_be_had_and_no_two_policies_share_it() {
        let long = "x".repeat(300);
        for name in ["", "my policy", "7up", "execute", "é", "a:", "p+", "x\0y", "a\nb", long.as_str()] {
            let other = other_name(name, "one");
            assert!(is_name(&other), "{name:?}: {other}");
            assert_ne!(other, other_name(name, "two"), "{name:?}");
        }
        assert_eq!(other_name("my policy", "p-id"), "my_policy_9407c21b");
    }
}
