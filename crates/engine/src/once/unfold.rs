//! Unfolding: a literal that reads a table with one rule and no facts is replaced by the body of that rule.
//!
//! So rows that would only be passed on are never made. It is done where it cannot have a row found more often than before: where
//! the columns of the head are different variables, and all there are. A table with several rules is replaced where nothing else reads
//! it and the rule that does only passes its rows on: that becomes as many rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::rule::{Literal, Reads, Rule, Source};
use crate::table::TableId;

/// A body is not made longer than this.
const LONGEST: usize = 24;

/// A table with more rules than this is made.
const MOST: usize = 100;

/// The rules by which tables may be replaced.
#[derive(Debug, Default)]
pub(super) struct Unfolding {
    /// Wherever they are read.
    single: BTreeMap<TableId, Arc<Rule>>,
    /// Where their rows are passed on.
    several: BTreeMap<TableId, Vec<Arc<Rule>>>,
}

impl Unfolding {
    /// Notes the only rule of a table without facts that is not recursive, as it is when it is unfolded itself.
    pub fn note(&mut self, rule: &Arc<Rule>) {
        if has_different_variables(rule) && rule.arguments.len() == rule.slots {
            self.single.insert(rule.head, rule.clone());
        }
    }

    /// Notes all rules of such a table, as long as one literal at most reads it.
    pub fn note_all(&mut self, table: TableId, rules: &[Arc<Rule>]) {
        if rules.len() <= MOST && rules.iter().all(|rule| has_different_variables(rule)) {
            self.several.insert(table, rules.to_vec());
        }
    }

    /// The rules that come to the same as this one.
    pub fn alternatives(&self, rule: &Arc<Rule>) -> Vec<Arc<Rule>> {
        let rule = self.unfolded(rule);
        let [Literal { negated: false, reads: Reads::Table(table), arguments }] = &*rule.body else {
            return vec![rule];
        };
        let Some(below) = self.several.get(table) else { return vec![rule] };
        let instead = |below: &Arc<Rule>| {
            let mut slots = rule.slots;
            let mut place_of = BTreeMap::new();
            let mut argument = |source: &Source| match source {
                Source::Constant(_) => *source,
                Source::Slot(slot) => {
                    let column = below.arguments.iter().position(|argument| argument.slot() == Some(*slot));
                    let given = column.and_then(|column| arguments.get(column)).copied();
                    given.unwrap_or_else(|| {
                        Source::Slot(*place_of.entry(*slot).or_insert_with(|| {
                            slots += 1;
                            slots - 1
                        }))
                    })
                }
            };
            let mut body = below.body.clone();
            for source in body.iter_mut().flat_map(|literal| &mut literal.arguments) {
                *source = argument(source);
            }
            Arc::new(Rule { body, slots, ..Rule::clone(&rule) })
        };
        below.iter().map(instead).collect()
    }

    /// The rule with every literal replaced that can be.
    pub fn unfolded(&self, rule: &Arc<Rule>) -> Arc<Rule> {
        let mut length = rule.body.len();
        let mut body = Vec::with_capacity(length);
        let mut is_same = true;
        for literal in &rule.body {
            match self.replacement(literal).filter(|new| length + new.len() <= LONGEST + 1) {
                Some(new) => {
                    // The body may be empty: of a rule that always holds.
                    length = length + new.len() - 1;
                    is_same = false;
                    body.extend(new);
                }
                None => body.push(literal.clone()),
            }
        }
        if is_same { rule.clone() } else { Arc::new(Rule { body, ..Rule::clone(rule) }) }
    }

    fn replacement(&self, literal: &Literal) -> Option<Vec<Literal>> {
        let Reads::Table(table) = literal.reads else { return None };
        let rule = self.single.get(&table)?;
        let is_one = matches!(&*rule.body, [Literal { negated: false, reads: Reads::Table(_), .. }]);
        if literal.negated && !is_one {
            return None;
        }
        let argument = |source: &Source| match source {
            Source::Constant(_) => Some(*source),
            Source::Slot(slot) => {
                let column = rule.arguments.iter().position(|argument| argument.slot() == Some(*slot))?;
                literal.arguments.get(column).copied()
            }
        };
        let replaced = |below: &Literal| {
            let arguments = below.arguments.iter().map(argument).collect::<Option<_>>()?;
            Some(Literal { negated: below.negated != literal.negated, reads: below.reads, arguments })
        };
        rule.body.iter().map(replaced).collect()
    }
}

fn has_different_variables(rule: &Rule) -> bool {
    let slots: BTreeSet<usize> = rule.arguments.iter().filter_map(Source::slot).collect();
    slots.len() == rule.arguments.len()
}
