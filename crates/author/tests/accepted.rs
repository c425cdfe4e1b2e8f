//! What a check of files accepts, a server accepts, and the other way round: over every recorded text and program.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use serde_json::Value;
use statehouse_author::{Diagnostic, Source, Verdict, World, WrittenPolicy, read};
use statehouse_model::{Command, Drivers, NewRule, PolicyKind, State, Timestamp};

static DRIVERS: LazyLock<Drivers> = LazyLock::new(|| Drivers::built_in().expect("drivers"));

fn recorded(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/congress-v1").join(name);
    let text = std::fs::read_to_string(path).expect("the recording");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A policy as a file has it: its texts are written in each way that YAML has for them and that they permit.
fn yaml(policy: &Policy, style: Style) -> String {
    let rules: String =
        policy.rules.iter().map(|rule| "\n- rule: ".to_owned() + &style.write(rule)).collect();
    let rules = if rules.is_empty() { " []".to_owned() } else { rules };
    format!("name: {}\nkind: {}\nrules:{rules}\n", quoted(&policy.name), policy.kind)
}

fn quoted(text: &str) -> String {
    // What JSON leaves as it is, and YAML does not print.
    Value::from(text).to_string().replace('\u{7f}', "\\x7f")
}

#[derive(Clone, Copy)]
enum Style {
    Double,
    Single,
    Block,
}

impl Style {
    fn write(self, text: &str) -> String {
        let is_one_line = !text.contains(['\n', '\r', '\t']) && text.trim() == text && !text.is_empty();
        let is_printable = !text.contains(|c: char| c.is_control() && c != '\n');
        let has_lines = !text.starts_with([' ', '\n', '\t']) && !text.is_empty() && !text.contains("\n\n");
        match self {
            Self::Single if is_one_line && is_printable => format!("'{}'", text.replace('\'', "''")),
            Self::Block if has_lines && is_printable && !text.ends_with('\n') => {
                format!("|-\n    {}", text.replace('\n', "\n    "))
            }
            _ => quoted(text),
        }
    }
}

struct Policy {
    name: String,
    kind: String,
    rules: Vec<String>,
}

impl Policy {
    fn of(recorded: &Value) -> Self {
        let text = |field: &str| recorded[field].as_str().unwrap_or_default().to_owned();
        let rules = recorded["rules"].as_array().into_iter().flatten();
        let rules = rules.map(|rule| rule.as_str().unwrap_or_default().to_owned()).collect();
        Self { name: text("name"), kind: text("kind"), rules }
    }
}

/// Which policies a server makes, one after the other, as it is asked to over HTTP.
fn taken_by_a_server(policies: &[Policy]) -> Vec<bool> {
    let state = World { drivers: DRIVERS.clone(), ..World::default() };
    let names = policies.iter().map(|policy| policy.name.as_str()).collect::<BTreeSet<_>>();
    let mut state: State = state.state(&names).expect("a state");
    let built_in = Command::CreateBuiltInPolicies { classification: "id-1".into(), action: "id-2".into() };
    let changes = state.decide(&built_in, Timestamp(0)).expect("they are not there yet");
    state = state.apply(&changes);
    let mut number = 0;
    let mut take = |policy: &Policy| {
        let kind = policy.kind.parse::<PolicyKind>().ok()?;
        let rules = policy.rules.iter().map(|text| {
            number += 1;
            NewRule {
                id: format!("r{number}").into(),
                text: text.clone(),
                name: None,
                comment: String::new(),
            }
        });
        let create = Command::CreatePolicy {
            id: format!("id-of-{}", policy.name).into(),
            name: policy.name.clone(),
            abbreviation: None,
            description: String::new(),
            kind,
            rules: rules.collect(),
        };
        state = state.apply(&state.decide(&create, Timestamp(0)).ok()?);
        Some(())
    };
    policies.iter().map(|policy| take(policy).is_some()).collect()
}

/// What is told of policies in files, one file for each.
fn told(policies: &[Policy], style: Style) -> Vec<Diagnostic> {
    let files = policies.iter().enumerate();
    let mut written: Vec<WrittenPolicy> = Vec::new();
    let mut diagnostics = Vec::new();
    for (number, policy) in files {
        let source: Arc<Source> = Source::new(format!("{number}.yaml"), yaml(policy, style));
        let (policies, wrong) = read(&source, PolicyKind::default());
        written.extend(policies);
        diagnostics.extend(wrong);
    }
    let world = World { drivers: DRIVERS.clone(), ..World::default() };
    let mut verdict = Verdict::on(&world, &written).expect("a world");
    verdict.add(diagnostics);
    verdict.diagnostics
}

fn assert_agree(policies: &[Policy], what: &str, styles: &[Style]) {
    let taken = taken_by_a_server(policies);
    for &style in styles {
        let diagnostics = told(policies, style);
        let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
        let is_wrong = |number: usize| {
            let file = format!("{number}.yaml");
            errors.iter().any(|error| error.place.as_ref().is_some_and(|place| place.source().name() == file))
        };
        // What the first policy that is refused does to the others depends on the order of requests.
        let upto = taken.iter().position(|taken| !taken).map_or(taken.len(), |refused| refused + 1);
        for (number, taken) in taken.iter().enumerate().take(upto) {
            assert_eq!(*taken, !is_wrong(number), "{what}: {errors:#?}\n{}", yaml(&policies[number], style));
        }
        // Drawing is the same however a rule is written.
        for diagnostic in diagnostics.iter().filter(|_| matches!(style, Style::Block)) {
            let shown = diagnostic.to_text(statehouse_author::Look::Plain);
            assert!(
                shown.contains(&diagnostic.message.chars().take(10).collect::<String>()),
                "{what}: {shown}"
            );
        }
    }
}

#[test]
fn every_recorded_text_is_judged_as_by_a_server() {
    for case in recorded("parse.jsonl") {
        let text = case["text"].as_str().expect("a text").to_owned();
        let policy = Policy { name: "net".to_owned(), kind: "nonrecursive".to_owned(), rules: vec![text] };
        let styles = [Style::Double, Style::Single, Style::Block];
        assert_agree(&[policy], case["id"].as_str().unwrap_or_default(), &styles);
    }
}

#[test]
fn every_recorded_program_is_judged_as_by_a_server() {
    for case in recorded("eval.jsonl").iter().chain(&recorded("simulate.jsonl")) {
        let policies: Vec<_> =
            case["policies"].as_array().expect("policies").iter().map(Policy::of).collect();
        assert_agree(&policies, case["id"].as_str().unwrap_or_default(), &[Style::Block]);
    }
}

#[test]
fn a_file_of_plain_rules_may_hold_more_than_a_policy_comes_with() {
    let number = statehouse_model::Policy::RULES_LIMIT + 1;
    let text = (0..number).map(|number| format!("q({number})")).collect::<Vec<_>>().join("\n");
    let (written, wrong) = read(&Source::new("p.policy", text), PolicyKind::default());
    let verdict = Verdict::on(&World::default(), &written).expect("a world");
    assert!(wrong.is_empty() && verdict.diagnostics.is_empty(), "{wrong:?} {:?}", verdict.diagnostics);
    let policy = verdict.state.policy(&"p".into()).expect("the policy");
    assert_eq!(verdict.state.rule_count(&policy.id), number);
}
