//! `parse.jsonl` and `names.jsonl`.

use serde_json::{Value as Json, json};
use statehouse_datalog::{
    Atom, Column, Literal, Modal, Rule, Statement, Term, Value, is_policy_name, parse_program,
};

use crate::corpus::{self, Comparison};

#[test]
fn texts_are_accepted_and_printed_as_recorded() {
    let mut comparison = Comparison::with("parse", "text");
    for case in corpus::lines("parse.jsonl") {
        let text = case["text"].as_str().unwrap();
        let recorded = match case["statements"].as_array() {
            Some(statements) => {
                statements.iter().map(|it| it["str"].as_str().unwrap()).collect::<Vec<_>>().join("\n")
            }
            None => "refused".to_owned(),
        };
        let ours = match parse_program(text) {
            Ok(statements) => statements.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
            Err(_) => "refused".to_owned(),
        };
        comparison.compare(text, &recorded, &ours);
    }
    comparison.finish();
}

#[test]
fn texts_mean_what_was_recorded() {
    let divergences = corpus::divergences("parse", "text");
    for case in corpus::lines("parse.jsonl") {
        let text = case["text"].as_str().unwrap();
        if case["accepted"] == false || divergences.get(text).is_some_and(|ours| ours == "refused") {
            continue;
        }
        let statements = parse_program(text).unwrap();
        let ours: Vec<Json> = statements.iter().map(statement_as_recorded).collect();
        assert_eq!(without_forms(&case["statements"]), json!(ours), "{text:?}");
    }
}

#[test]
fn policy_names_are_those_recorded() {
    let mut comparison = Comparison::with("name", "name");
    for case in corpus::lines("names.jsonl") {
        let name = case["name"].as_str().unwrap();
        let answer = |accepted| if accepted { "accepted" } else { "refused" };
        comparison.compare(name, answer(case["accepted"] == true), answer(is_policy_name(name)));
    }
    comparison.finish();
}

/// The recorded statement without its printed form.
fn without_forms(json: &Json) -> Json {
    match json {
        Json::Array(items) => items.iter().map(without_forms).collect(),
        Json::Object(fields) if fields.contains_key("kind") => {
            let fields = fields.iter().filter(|(name, _)| *name != "str");
            Json::Object(fields.map(|(name, value)| (name.clone(), without_forms(value))).collect())
        }
        other => other.clone(),
    }
}

fn statement_as_recorded(statement: &Statement) -> Json {
    match statement {
        Statement::Rule(rule) => rule_as_recorded(rule),
        Statement::Event(event) => json!({
            "kind": "event",
            "insert": event.insert,
            "target": event.target.as_deref(),
            "formula": rule_as_recorded(&event.rule),
        }),
    }
}

fn rule_as_recorded(rule: &Rule) -> Json {
    let literals = |literals: &[Literal]| literals.iter().map(literal_as_recorded).collect::<Vec<_>>();
    json!({
        "kind": if rule.is_fact() { "fact" } else { "rule" },
        "heads": literals(&rule.heads),
        "body": literals(&rule.body),
    })
}

fn literal_as_recorded(literal: &Literal) -> Json {
    let Atom { table, arguments, columns, .. } = &literal.atom;
    let mut json = json!({
        "policy": table.policy.as_deref(),
        "table": &*table.table,
        "args": arguments.iter().map(term_as_recorded).collect::<Vec<_>>(),
    });
    if !columns.is_empty() {
        let pair = |(column, term): &(Column, Term)| match column {
            Column::Index(index) => json!([index, term_as_recorded(term)]),
            Column::Name(name) => json!([&**name, term_as_recorded(term)]),
        };
        json["named"] = columns.iter().map(pair).collect();
    }
    if literal.negated {
        json["negated"] = json!(true);
    }
    if let Some(modal) = literal.modal {
        json["modal"] = json!(match modal {
            Modal::Execute => "execute",
            Modal::Insert => "insert",
            Modal::Delete => "delete",
        });
    }
    json
}

fn term_as_recorded(term: &Term) -> Json {
    match term {
        Term::Variable(name) => json!({ "var": &**name }),
        Term::Constant(Value::String(text)) => json!({ "str": &**text }),
        Term::Constant(Value::Integer(integer)) => {
            let number: Json = serde_json::from_str(&integer.to_string()).unwrap();
            json!({ "int": number })
        }
        Term::Constant(Value::Float(float)) if float.get().is_finite() => json!({ "float": float.get() }),
        Term::Constant(Value::Float(float)) => json!({ "float": { "$float": float.get().to_string() } }),
    }
}
