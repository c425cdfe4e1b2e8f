//! What was deleted in Congress. Congress keeps deleted policies and rules; in Statehouse, what is no more is what the log
//! tells. So each is created and deleted again, policies with their rules, and the log has it with the time that
//! Congress recorded. Such a rule is disabled from the beginning: it takes part in nothing, not even if an import
//! is interrupted between the two.

use std::collections::BTreeMap;

use statehouse_model::{Command, Import, Reference};

use crate::Kind;
use crate::held::{HeldPolicy, HeldRule};
use crate::plan::{Action, Memory, Step, new_rule, policy_of, request_id};
use crate::target::Given;

/// Why a deleted rule is disabled while it is there.
const REASON: &str = "it was deleted in Congress, and is here for the log alone";

/// The deleted rules of a database, by the policy that they were in.
pub(crate) struct History<'a> {
    of_deleted: BTreeMap<&'a str, Vec<&'a HeldRule>>,
    of_live: Vec<&'a HeldRule>,
    of_nobody: Vec<&'a HeldRule>,
}

impl<'a> History<'a> {
    pub(crate) fn of(rules: &'a [HeldRule], deleted: &[&'a HeldPolicy], live: &[&'a HeldPolicy]) -> Self {
        let mut history = Self { of_deleted: BTreeMap::new(), of_live: Vec::new(), of_nobody: Vec::new() };
        for rule in rules.iter().filter(|rule| !rule.deleted.is_empty()) {
            let namesakes = || deleted.iter().filter(|policy| policy.name == rule.policy_name);
            let policy = namesakes().find(|policy| had(policy, rule));
            let is_live = live.iter().any(|policy| policy.name == rule.policy_name);
            match policy.or_else(|| namesakes().next_back().filter(|_| !is_live)) {
                Some(policy) => history.of_deleted.entry(&policy.id).or_default().push(rule),
                None if is_live => history.of_live.push(rule),
                None => history.of_nobody.push(rule),
            }
        }
        history
    }

    /// The life of a deleted policy, and of its rules with it.
    pub(crate) fn steps_of_policy(&mut self, policy: &HeldPolicy) -> Vec<Step> {
        let rules = self.of_deleted.remove(policy.id.as_str()).unwrap_or_default();
        let step = |action| Step {
            kind: Kind::DeletedPolicy,
            id: policy.id.clone(),
            name: policy.name.clone(),
            action,
        };
        let created = match policy_of(policy) {
            Ok(policy) => Import::Policy(policy),
            Err(reason) => {
                let leave = |rule: &&HeldRule| leave(rule, "its policy cannot be taken over");
                return std::iter::once(step(Action::Leave(reason))).chain(rules.iter().map(leave)).collect();
            }
        };
        let mut memory = Memory {
            commands: vec![Given {
                command: Command::Import(created),
                request_id: request_id(Kind::DeletedPolicy, "created", Some(&policy.created_at)),
            }],
            ids: vec![(Kind::DeletedPolicy, policy.id.clone())],
        };
        for rule in rules {
            memory.commands.extend(life(rule, &policy.id));
            memory.ids.push((Kind::DeletedRule, rule.id.clone()));
        }
        memory.commands.push(Given {
            command: Command::DeletePolicy { policy: policy.id.as_str().into() },
            request_id: request_id(Kind::DeletedPolicy, "deleted", policy.deleted_at.as_deref()),
        });
        vec![step(Action::Remember(memory))]
    }

    /// The lives of all other deleted rules. Those of policies that are there come when these are.
    pub(crate) fn other_steps(self) -> Vec<Step> {
        let live = self.of_live.into_iter().map(|rule| {
            let memory = Memory {
                commands: life(rule, &rule.policy_name).into(),
                ids: vec![(Kind::DeletedRule, rule.id.clone())],
            };
            step(rule, Action::Remember(memory))
        });
        let nobody = self.of_nobody.into_iter();
        live.chain(nobody.map(|rule| leave(rule, "the database does not have the policy that it was in")))
            .collect()
    }
}

/// Whether the rule was in this policy, and not in another one that had its name at another time.
fn had(policy: &HeldPolicy, rule: &HeldRule) -> bool {
    policy.created_at <= rule.created_at && rule.deleted_at <= policy.deleted_at
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
