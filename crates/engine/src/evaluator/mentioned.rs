//! Which rules speak of which tables: so that those can be looked at again whose tables are not what they were.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use statehouse_model::{DataSourceId, Reference, Rule, RuleId, State};

use crate::evaluator::touched::Touched;

/// By policy or data source and by table: the rules that have an atom of this name, be it that of a builtin.
#[derive(Debug, Default)]
pub(super) struct Mentioned(HashMap<Arc<str>, HashMap<Arc<str>, BTreeSet<RuleId>>>);

impl Mentioned {
    pub fn insert(&mut self, rule: &Rule, policy: &Arc<str>) {
        for (within, table) in names(rule, policy) {
            let tables = self.0.entry(within.clone()).or_default();
            tables.entry(table.clone()).or_default().insert(rule.id.clone());
        }
    }

    pub fn remove(&mut self, rule: &Rule, policy: &Arc<str>) {
        for (within, table) in names(rule, policy) {
            let Some(tables) = self.0.get_mut(within) else { continue };
            if let Some(rules) = tables.get_mut(table) {
                rules.remove(&rule.id);
                if rules.is_empty() {
                    tables.remove(table);
                }
            }
            if tables.is_empty() {
                self.0.remove(within);
            }
        }
    }

    /// The rules whose meaning rests on what was touched.
    pub fn resting_on(&self, touched: &Touched<'_>, before: &State, after: &State) -> BTreeSet<RuleId> {
        let mut rules = BTreeSet::new();
        for table in &touched.tables {
            let found = self.0.get(&table.policy).and_then(|tables| tables.get(&table.table));
            rules.extend(found.into_iter().flatten().cloned());
        }
        // Whether the columns of its tables are known, and whether they are rows of a data source at all.
        for name in touched.sources.iter().flat_map(|source| source_names(source, [before, after])) {
            rules.extend(self.0.get(&*name).into_iter().flat_map(HashMap::values).flatten().cloned());
        }
        for policy in &touched.policies {
            rules.extend(after.rules(policy).map(|rule| rule.id.clone()));
        }
        rules
    }
}

/// The names that a data source had and has.
fn source_names<'a>(id: &DataSourceId, states: [&'a State; 2]) -> impl Iterator<Item = Arc<str>> + use<'a> {
    let id = Reference::from(id.as_str());
    states.into_iter().filter_map(move |state| Some(state.data_source(&id)?.name.as_str().into()))
}

fn names<'a>(rule: &'a Rule, policy: &'a Arc<str>) -> impl Iterator<Item = (&'a Arc<str>, &'a Arc<str>)> {
    let literals = rule.parsed().into_iter().flat_map(|parsed| parsed.literals());
    let tables = literals.map(|literal| &literal.atom.table);
    tables.map(move |table| (table.policy.as_ref().unwrap_or(policy), &table.table))
}
