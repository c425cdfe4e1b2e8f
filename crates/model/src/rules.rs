//! The rules of every policy.

use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use crate::persistent::Update;
use crate::{PolicyId, Position, Rule, RuleId};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rules {
    by_id: HashTrieMapSync<RuleId, Arc<Rule>>,
    by_policy: HashTrieMapSync<PolicyId, RulesOfPolicy>,
}

#[derive(Clone, Debug, PartialEq)]
struct RulesOfPolicy {
    by_position: RedBlackTreeMapSync<Position, Arc<Rule>>,
    by_identity: HashTrieMapSync<Arc<str>, RuleId>,
}

impl Rules {
    pub(crate) fn new() -> Self {
        Self { by_id: HashTrieMapSync::new_sync(), by_policy: HashTrieMapSync::new_sync() }
    }

    pub(crate) fn insert(&mut self, rule: Arc<Rule>) {
        self.by_policy.update(&rule.policy, RulesOfPolicy::none, |rules| {
            rules.by_identity.insert_mut(rule.identity.clone(), rule.id.clone());
            rules.by_position.insert_mut(rule.created, rule.clone());
            true
        });
        self.by_id.insert_mut(rule.id.clone(), rule);
    }

    pub(crate) fn remove(&mut self, rule: &Rule) {
        self.by_id.remove_mut(&rule.id);
        self.by_policy.update(&rule.policy, RulesOfPolicy::none, |rules| {
            rules.by_identity.remove_mut(&rule.identity);
            rules.by_position.remove_mut(&rule.created);
            !rules.by_position.is_empty()
        });
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Arc<Rule>> {
        self.by_id.get(id)
    }

    /// The rule of a policy that says the same.
    pub(crate) fn same(&self, policy: &PolicyId, identity: &str) -> Option<&RuleId> {
        self.by_policy.get(policy)?.by_identity.get(identity)
    }

    /// The rules of a policy in creation order.
    pub(crate) fn of(&self, policy: &PolicyId) -> impl Iterator<Item = &Arc<Rule>> {
        self.by_policy.get(policy).into_iter().flat_map(|rules| rules.by_position.values())
    }

    /// How many rules a policy has.
    pub(crate) fn count(&self, policy: &PolicyId) -> usize {
        self.by_policy.get(policy).map_or(0, |rules| rules.by_position.size())
    }
}

impl RulesOfPolicy {
    fn none() -> Self {
        Self { by_position: RedBlackTreeMapSync::new_sync(), by_identity: HashTrieMapSync::new_sync() }
    }
}
