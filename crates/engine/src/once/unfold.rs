//! Unfolding: a literal that reads a table with one rule and no facts is replaced by the body of that rule.
//!
//! So rows that would only be passed on are never made. It is done where it cannot have a row found more often than before: where
//! the columns of the head are different variables, and all there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::rule::{Literal, Reads, Rule, Source};
use crate::table::TableId;

/// A body is not made longer than this.
const LONGEST: usize = 24;

/// The rules by which tables may be replaced.
#[derive(Debug, Default)]
pub(super) struct Unfolding(BTreeMap<TableId, Arc<Rule>>);

impl Unfolding {
    /// Notes the only rule of a table without facts that is not recursive, as it is when it is unfolded itself.
    pub fn note(&mut self, rule: &Arc<Rule>) {
        let mut slots: Vec<usize> = rule.arguments.iter().filter_map(Source::slot).collect();
        slots.sort_unstable();
        slots.dedup();
        if slots.len() == rule.arguments.len() && slots.len() == rule.slots {
            self.0.insert(rule.head, rule.clone());
        }
    }

    /// The rule with every literal replaced that can be.
    pub fn unfolded(&self, rule: &Arc<Rule>) -> Arc<Rule> {
        let mut length = rule.body.len();
        let mut body = Vec::with_capacity(length);
        let mut is_same = true;
        for literal in &rule.body {
            match self.replacement(literal).filter(|new| length + new.len() <= LONGEST + 1) {
                Some(new) => {
                    length += new.len() - 1;
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
        let rule = self.0.get(&table)?;
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
