//! The rules of `eval.jsonl` and `changes.jsonl`: which were put in, and which refused.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value as Json;
use statehouse_datalog::{
    Context, Dependencies, Dependency, ErrorKind, Schema, TableName, check, find_forbidden_recursion,
    identity, parse_rule,
};

use crate::corpus::{self, Comparison};

/// A rule that is in, with what it takes to take it out again.
struct Stored {
    policy: String,
    identity: String,
    mentions: Vec<(TableName, usize)>,
    defines: Option<TableName>,
    reads: Vec<Dependency>,
}

/// Policies and data sources, as plainly as possible.
#[derive(Default)]
struct RuleBase {
    /// By name; the value says whether it is of the kind `action`.
    policies: HashMap<String, bool>,
    columns: HashMap<String, HashMap<String, Vec<Arc<str>>>>,
    rules: Vec<Stored>,
}

impl Schema for RuleBase {
    fn columns(&self, policy: &str, table: &str) -> Option<&[Arc<str>]> {
        self.columns.get(policy)?.get(table).map(Vec::as_slice)
    }

    fn arity(&self, policy: &str, table: &str) -> Option<usize> {
        if self.columns.contains_key(policy) {
            return None;
        }
        let mut mentions = self.rules.iter().flat_map(|rule| &rule.mentions);
        mentions.find(|(name, _)| &*name.policy == policy && &*name.table == table).map(|(_, arity)| *arity)
    }

    fn defines(&self, policy: &str, table: &str) -> bool {
        let mut defined = self.rules.iter().filter_map(|rule| rule.defines.as_ref());
        defined.any(|name| &*name.policy == policy && &*name.table == table)
    }
}

impl Dependencies for RuleBase {
    fn dependencies_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a> {
        let table = table.clone();
        let rules = self.rules.iter().filter(move |rule| rule.defines.as_ref() == Some(&table));
        rules.flat_map(|rule| rule.reads.iter().cloned())
    }

    fn dependents_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a> {
        let table = table.clone();
        self.rules.iter().filter_map(move |rule| {
            let step = rule.reads.iter().find(|step| step.table == table)?;
            Some(Dependency { table: rule.defines.clone()?, ..step.clone() })
        })
    }
}

impl RuleBase {
    fn of(case: &Json) -> RuleBase {
        let mut base = RuleBase::default();
        for policy in case["policies"].as_array().unwrap() {
            base.policies.insert(text(policy, "name"), policy["kind"] == "action");
        }
        for source in case["datasources"].as_array().into_iter().flatten() {
            let tables = source["schema"].as_object().into_iter().flatten().map(|(table, columns)| {
                let columns = columns.as_array().unwrap().iter();
                (table.clone(), columns.map(|column| Arc::from(column.as_str().unwrap())).collect())
            });
            base.columns.insert(text(source, "name"), tables.collect());
        }
        base
    }

    /// What the rule would become, or why it is refused.
    fn admit(&self, policy: &str, rule: &str) -> Result<Stored, Refusal> {
        if self.columns.contains_key(policy) {
            return Err(Refusal::NotPermitted);
        }
        let action_policy = *self.policies.get(policy).ok_or(Refusal::NoSuchPolicy)?;
        let rule = parse_rule(rule).map_err(|error| match error.kind() {
            ErrorKind::SeveralStatements => Refusal::SeveralStatements,
            ErrorKind::Syntax | ErrorKind::Inadmissible => Refusal::Inadmissible,
        })?;
        let context = Context { policy, action_policy };
        let checked = check(&rule, &context, self).map_err(|_| Refusal::Inadmissible)?;
        let identity = identity(&rule, &context, self);
        if self.rules.iter().any(|stored| stored.policy == policy && stored.identity == identity) {
            return Err(Refusal::Exists);
        }
        let defines = checked.defines(&context).cloned();
        let reads: Vec<_> = checked.dependencies(false).collect();
        if let Some(head) = &defines {
            find_forbidden_recursion(head, &reads, self).map_err(|_| Refusal::Inadmissible)?;
        }
        let mentions = checked.mentions.into_iter().map(|mention| (mention.table, mention.arity)).collect();
        Ok(Stored { policy: policy.to_owned(), identity, mentions, defines, reads })
    }
}

#[derive(Clone, Copy)]
enum Refusal {
    Inadmissible,
    SeveralStatements,
    Exists,
    NoSuchPolicy,
    /// Data sources have no rules.
    NotPermitted,
}

/// The answer as the recording names it.
fn answer<T>(admitted: Result<&T, Refusal>) -> &'static str {
    match admitted {
        Ok(_) => "accepted",
        Err(Refusal::Inadmissible) => "rule_syntax",
        Err(Refusal::SeveralStatements) => "multiple_rules",
        Err(Refusal::Exists) => "rule_already_exists",
        Err(Refusal::NoSuchPolicy) => "policy_not_exist",
        Err(Refusal::NotPermitted) => "rule_not_permitted",
    }
}

fn text(json: &Json, field: &str) -> String {
    json[field].as_str().unwrap().to_owned()
}

#[test]
fn rules_of_programs_are_admitted_as_recorded() {
    let mut comparison = Comparison::with("eval", "case");
    for case in corpus::lines("eval.jsonl") {
        let mut base = RuleBase::of(&case);
        let rejected: HashMap<(&str, u64), &Json> = case["rejected"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|it| Some(((it["policy"].as_str()?, it["index"].as_u64()?), it)))
            .collect();
        for policy in case["policies"].as_array().unwrap() {
            let name = text(policy, "name");
            for (index, rule) in (0..).zip(policy["rules"].as_array().unwrap()) {
                let rejection = rejected.get(&(name.as_str(), index));
                if rejection.is_some_and(|it| it.get("original_bug").is_some()) {
                    continue;
                }
                let rule = rule.as_str().unwrap();
                let admitted = base.admit(&name, rule);
                let crashed = rejection.is_some_and(|it| it["crash"] == true);
                let recorded = match rejection {
                    None => "accepted",
                    Some(it) => it["error_name"].as_str().unwrap_or("refused"),
                };
                if !crashed {
                    let key = format!("{} {name} {rule}", text(&case, "id"));
                    comparison.compare(&key, recorded, answer(admitted.as_ref().map_err(|it| *it)));
                }
                // What follows is compared with a history in which a rule was in or not: keep to it.
                if rejection.is_none() {
                    base.rules.extend(admitted);
                }
            }
        }
    }
    comparison.finish();
}

impl RuleBase {
    /// Puts all the rules in, or none. Rules that are there already are left out, unless that leaves nothing.
    fn insert_batch(&mut self, policy: &str, rules: &[Json]) -> Result<(), Refusal> {
        let before = self.rules.len();
        for rule in rules {
            match self.admit(policy, rule.as_str().unwrap()) {
                Ok(stored) => self.rules.push(stored),
                Err(Refusal::Exists) => {}
                Err(refusal) => {
                    self.rules.truncate(before);
                    return Err(refusal);
                }
            }
        }
        if self.rules.len() > before || rules.is_empty() { Ok(()) } else { Err(Refusal::Exists) }
    }

    fn delete(&mut self, policy: &str, rule: &str) {
        let Ok(rule) = parse_rule(rule) else { return };
        let Some(action_policy) = self.policies.get(policy).copied() else { return };
        let identity = identity(&rule, &Context { policy, action_policy }, self);
        self.rules.retain(|stored| stored.policy != policy || stored.identity != identity);
    }

    /// Performs a step of `changes.jsonl`; nothing to compare when it is not about putting rules in.
    fn perform(&mut self, step: &Json) -> Option<Result<(), Refusal>> {
        let policy = step["policy"].as_str().unwrap_or_default();
        let rule = step["rule"].as_str().unwrap_or_default();
        match step["op"].as_str().unwrap() {
            "insert" => return Some(self.admit(policy, rule).map(|stored| self.rules.push(stored))),
            "insert_batch" => return Some(self.insert_batch(policy, step["rules"].as_array().unwrap())),
            "delete" => self.delete(policy, rule),
            "create_policy" => {
                self.policies.entry(policy.to_owned()).or_insert(step["kind"] == "action");
            }
            "delete_policy" => {
                self.policies.remove(policy);
                self.rules.retain(|stored| stored.policy != policy);
            }
            "set_rows" | "delta_rows" => {}
            other => panic!("{other}"),
        }
        None
    }
}

#[test]
fn rules_of_changes_are_admitted_as_recorded() {
    let mut comparison = Comparison::with("changes", "case");
    for case in corpus::lines("changes.jsonl") {
        let mut base = RuleBase::of(&case);
        for (number, step) in case["steps"].as_array().unwrap().iter().enumerate() {
            let Some(answered) = base.perform(step).filter(|_| step.get("crash").is_none()) else { continue };
            let recorded = match step["result"].as_str().unwrap() {
                "error" => step["error_name"].as_str().unwrap_or("rule_syntax"),
                _ => "accepted",
            };
            let rules = step.get("rule").unwrap_or(&step["rules"]);
            let key = format!("{} {number} {rules}", text(&case, "id"));
            comparison.compare(&key, recorded, answer(answered.as_ref().map_err(|it| *it)));
        }
    }
    comparison.finish();
}
