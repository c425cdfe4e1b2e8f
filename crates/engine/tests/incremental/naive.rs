//! An evaluator in the plainest way: every rule tried with every combination of rows, until nothing new comes of it.

use std::collections::{BTreeMap, BTreeSet};

use statehouse_datalog::{Checked, CheckedLiteral, Relation, Term, Value};

pub type Rows = BTreeSet<Vec<Value>>;
type Bindings = BTreeMap<String, Value>;

/// The rows of every table. The layer of a table is where the rules for it have their turn: what they negate has had its before.
pub fn evaluate(rules: &[Checked], layer: impl Fn(&str) -> usize) -> BTreeMap<String, Rows> {
    let mut tables = BTreeMap::<String, Rows>::new();
    let layers: BTreeSet<usize> = rules.iter().map(|rule| layer(head(rule))).collect();
    for current in layers {
        let rules: Vec<_> = rules.iter().filter(|rule| layer(head(rule)) == current).collect();
        loop {
            let mut news = Vec::new();
            for rule in &rules {
                let mut ways = vec![Bindings::new()];
                for literal in &rule.body {
                    ways = ways.into_iter().flat_map(|way| extend(&way, literal, &tables)).collect();
                }
                news.extend(ways.iter().map(|way| (head(rule).to_owned(), fill(&rule.head.arguments, way))));
            }
            let before: usize = tables.values().map(BTreeSet::len).sum();
            for (table, row) in news {
                tables.entry(table).or_default().insert(row);
            }
            if tables.values().map(BTreeSet::len).sum::<usize>() == before {
                break;
            }
        }
    }
    tables
}

fn head(rule: &Checked) -> &str {
    match &rule.head.relation {
        Relation::Table(name) => &name.table,
        Relation::Builtin(builtin) => builtin.name,
    }
}

fn extend(way: &Bindings, literal: &CheckedLiteral, tables: &BTreeMap<String, Rows>) -> Vec<Bindings> {
    let arguments = &literal.atom.arguments;
    let matches: Vec<Bindings> = match &literal.atom.relation {
        Relation::Builtin(builtin) => {
            assert_eq!(builtin.name, "lt");
            let both = fill(arguments, way);
            if is_less(&both[0], &both[1]) { vec![way.clone()] } else { vec![] }
        }
        Relation::Table(name) => {
            let rows = tables.get(&*name.table).into_iter().flatten();
            rows.filter_map(|row| unify(way, arguments, row)).collect()
        }
    };
    match literal.negated {
        false => matches,
        true if matches.is_empty() => vec![way.clone()],
        true => vec![],
    }
}

/// The numbers of these tests are small: as floats they lose nothing.
fn is_less(left: &Value, right: &Value) -> bool {
    match (number(left), number(right)) {
        (Some(left), Some(right)) => left < right,
        _ => matches!((left, right), (Value::String(left), Value::String(right)) if left < right),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(integer) => integer.to_string().parse().ok(),
        Value::Float(float) => Some(float.get()),
        Value::String(_) => None,
    }
}

fn unify(way: &Bindings, arguments: &[Term], row: &[Value]) -> Option<Bindings> {
    let mut way = way.clone();
    for (argument, value) in arguments.iter().zip(row) {
        let known = match argument {
            Term::Constant(constant) => constant.clone(),
            Term::Variable(name) => way.entry(name.to_string()).or_insert_with(|| value.clone()).clone(),
        };
        if known != *value {
            return None;
        }
    }
    Some(way)
}

fn fill(arguments: &[Term], way: &Bindings) -> Vec<Value> {
    let value = |argument: &Term| match argument {
        Term::Constant(constant) => constant.clone(),
        Term::Variable(name) => way[&**name].clone(),
    };
    arguments.iter().map(value).collect()
}
