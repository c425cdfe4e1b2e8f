//! What was deleted in Congress. Congress keeps deleted policies and rules; in Statehouse, what is no more is what the log
//! tells. So each is created and deleted again, policies with their rules, and the log has it with the time that
//! Congress recorded. Such a rule is disabled from the beginning: it takes part in nothing, not even if an import
//! is interrupted between the two.

use std::collections::{BTreeMap, BTreeSet};

use statehouse_model::{Command, Import, Reference};

use crate::Kind;
use crate::fit::Fitted;
use crate::held::{HeldPolicy, HeldRule};
use crate::plan::{Action, Memory, NO_POLICY, Step, new_rule, request_id};
use crate::target::Given;

/// Why a deleted rule is disabled while it is there.
const REASON: &str = "it was deleted in Congress, and is here for the log alone";

/// The deleted rules of a database, by the policy that they were in.
pub(crate) struct History<'a> {
    with_policy: BTreeMap<&'a str, Vec<&'a HeldRule>>,
    from_live: Vec<&'a HeldRule>,
    lost: Vec<&'a HeldRule>,
    /// Of policies that cannot be read.
    out_of_reach: Vec<&'a HeldRule>,
}

impl<'a> History<'a> {
    pub(crate) fn of(
        rules: &'a [HeldRule],
        deleted: &[&'a HeldPolicy],
        live: &BTreeSet<&str>,
        unreadable: &BTreeSet<&str>,
    ) -> Self {
        let mut history = Self {
            with_policy: BTreeMap::new(),
            from_live: Vec::new(),
            lost: Vec::new(),
            out_of_reach: Vec::new(),
        };
        for rule in rules.iter().filter(|rule| !rule.deleted.is_empty()) {
            let is_live = live.contains(rule.policy_name.as_str());
            match last_policy(rule, deleted, is_live) {
                Some(policy) => history.with_policy.entry(&policy.id).or_default().push(rule),
                None if is_live => history.from_live.push(rule),
                None if unreadable.contains(rule.policy_name.as_str()) => history.out_of_reach.push(rule),
                None => history.lost.push(rule),
            }
        }
        history
    }

    /// The life of a deleted policy, and of its rules with it.
    pub(crate) fn steps_of_policy(&mut self, policy: &HeldPolicy) -> Vec<Step> {
        let rules = self.with_policy.remove(policy.id.as_str()).unwrap_or_default();
        let step = |action| Step {
            kind: Kind::DeletedPolicy,
            id: policy.id.clone(),
            name: policy.name.clone(),
            action,
        };
        let fitted = Fitted::of(policy);
        // It would take the place of the one that is here, and stay.
        if fitted.policy.is_built_in() {
            let reason = "policies of this name are never deleted here".to_owned();
            let leave = |rule: &&HeldRule| leave(rule, "its policy cannot be taken over");
            return std::iter::once(step(Action::Leave(reason))).chain(rules.iter().map(leave)).collect();
        }
        let mut memory = Memory {
            difference: fitted.difference(),
            commands: vec![Given {
                command: Command::Import(Import::Policy(fitted.policy)),
                request_id: request_id(Kind::DeletedPolicy, "created", Some(&policy.created_at)),
            }],
            ids: vec![(Kind::DeletedPolicy, policy.id.clone())],
        };
        for rule in rules {
            memory.commands.extend(life(rule, &policy.id));
            memory.ids.push((Kind::DeletedRule, rule.id.clone()));
        }
        memory.commands.push(Given {
            command: Command::Import(Import::Gone { policy: policy.id.as_str().into() }),
            request_id: request_id(Kind::DeletedPolicy, "deleted", policy.deleted_at.as_deref()),
        });
        vec![step(Action::Remember(memory))]
    }

    /// The lives of all other deleted rules. Those of policies that are there come when these are.
    pub(crate) fn other_steps(self) -> Vec<Step> {
        let live = self.from_live.into_iter().map(|rule| {
            let memory = Memory {
                difference: None,
                commands: life(rule, &rule.policy_name).into(),
                ids: vec![(Kind::DeletedRule, rule.id.clone())],
            };
            step(rule, Action::Remember(memory))
        });
        let out_of_reach = self.out_of_reach.iter().map(|rule| leave(rule, NO_POLICY));
        live.chain(lives_of_lost(&self.lost)).chain(out_of_reach).collect()
    }
}

/// The lives of rules whose policies the database does not have: from before there was a table of policies, or because
/// somebody has cleared it. A policy is made for them, and goes with them.
fn lives_of_lost(lost: &[&HeldRule]) -> Vec<Step> {
    let mut by_policy: BTreeMap<&str, Vec<&HeldRule>> = BTreeMap::new();
    for rule in lost {
        by_policy.entry(&rule.policy_name).or_default().push(rule);
    }
    by_policy.into_iter().map(|(name, rules)| life_of_implied(name, &rules)).collect()
}

fn life_of_implied(name: &str, rules: &[&HeldRule]) -> Step {
    let fitted = Fitted::implied(name);
    let id = fitted.policy.id.clone();
    let given = |import, done| Given {
        command: Command::Import(import),
        request_id: request_id(Kind::DeletedPolicy, done, None),
    };
    let mut memory = Memory {
        difference: fitted.difference(),
        commands: vec![given(Import::Policy(fitted.policy), "created")],
        ids: vec![(Kind::DeletedPolicy, id.to_string())],
    };
    for rule in rules {
        memory.commands.extend(life(rule, id.as_str()));
        memory.ids.push((Kind::DeletedRule, rule.id.clone()));
    }
    memory.commands.push(given(Import::Gone { policy: id.clone() }, "deleted"));
    Step {
        kind: Kind::DeletedPolicy,
        id: id.to_string(),
        name: name.to_owned(),
        action: Action::Remember(memory),
    }
}

/// The policy that a deleted rule was in, if that is gone too. Congress says its name, which another may have had at another
/// time: a rule goes with its policy or before it, so it was in the first of that name that went after it. (When they
/// came tells less: rules that come with their policy are stored a moment before it.)
fn last_policy<'a>(rule: &HeldRule, deleted: &[&'a HeldPolicy], is_live: bool) -> Option<&'a HeldPolicy> {
    let namesakes = || deleted.iter().copied().filter(|policy| policy.name == rule.policy_name);
    let after = namesakes().filter(|policy| rule.deleted_at <= policy.deleted_at);
    let first = after.min_by(|a, b| a.deleted_at.cmp(&b.deleted_at));
    first.or_else(|| namesakes().max_by(|a, b| a.deleted_at.cmp(&b.deleted_at)).filter(|_| !is_live))
}

fn life(rule: &HeldRule, policy: &str) -> [Given; 2] {
    let policy = Reference::from(policy);
    let created =
        Import::Rule { policy: policy.clone(), rule: new_rule(rule), disabled: Some(REASON.to_owned()) };
    [
        Given {
            command: Command::Import(created),
            request_id: request_id(Kind::DeletedRule, "created", Some(&rule.created_at)),
        },
        Given {
            command: Command::DeleteRule { policy, rule: rule.id.as_str().into() },
            request_id: request_id(Kind::DeletedRule, "deleted", rule.deleted_at.as_deref()),
        },
    ]
}

fn step(rule: &HeldRule, action: Action) -> Step {
    Step { kind: Kind::DeletedRule, id: rule.id.clone(), name: rule.policy_name.clone(), action }
}

fn leave(rule: &HeldRule, reason: &str) -> Step {
    step(rule, Action::Leave(reason.to_owned()))
}
