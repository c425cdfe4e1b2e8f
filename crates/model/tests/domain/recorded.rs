//! The recorded programs and changes, driven through the state: which rules are accepted, and which tables there are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;

use serde_json::{Value as Json, json};
use statehouse_datalog::{Context, ErrorKind, identity};
use statehouse_model::{Command, Drivers, NewRule, PolicyKind, Rejection, Rule, State, Timestamp};

const PARSE: &str = "divergences-parse.toml";
const STATE: &str = "divergences-state.toml";

fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/congress-v1").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn cases(file: &str) -> Vec<Json> {
    read(file).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'a>(json: &'a Json, field: &str) -> &'a str {
    json[field].as_str().unwrap_or_default()
}

fn list<'a>(json: &'a Json, field: &str) -> impl Iterator<Item = &'a Json> {
    json[field].as_array().into_iter().flatten()
}

/// Compares answers with recorded ones and with the divergences that stand in a file, and tells all differences at once.
struct Comparison {
    divergences: HashMap<String, String>,
    complaints: Vec<String>,
}

impl Comparison {
    /// With the divergences of these sections of these files.
    fn with(sections: &[(&str, &str)]) -> Self {
        let mut divergences = HashMap::new();
        for (file, section) in sections {
            let file: toml::Table = read(file).parse().unwrap();
            for entry in file.get(*section).and_then(|it| it.as_array()).into_iter().flatten() {
                let text = |field: &str| entry[field].as_str().unwrap().to_owned();
                assert!(!text("reason").is_empty());
                divergences.insert(text("case"), text("ours"));
            }
        }
        Self { divergences, complaints: Vec::new() }
    }

    fn compare(&mut self, case: &str, recorded: &str, ours: &str) {
        let divergence = self.divergences.remove(case);
        if divergence.as_deref().unwrap_or(recorded) != ours {
            self.complaints.push(format!("{case}: recorded {recorded:?}, is {ours:?}"));
        } else if divergence.is_some() && recorded == ours {
            self.complaints.push(format!("{case}: listed as a divergence, and is none"));
        }
    }

    fn finish(mut self) {
        self.complaints
            .extend(self.divergences.into_keys().map(|case| format!("{case}: listed, and not recorded")));
        assert!(self.complaints.is_empty(), "{}", self.complaints.join("\n"));
    }
}

/// A state that answers in the words of the recording.
struct World {
    state: State,
    ids: u32,
}

impl World {
    /// The data sources and policies of a case, each data source with a driver of its own that declares its tables.
    fn of(case: &Json) -> Self {
        let declarations: Vec<_> = list(case, "datasources").map(declaration).collect();
        let declarations = declarations.iter().map(|text| ("declaration", text.as_str()));
        let mut world = Self { state: State::empty(Drivers::from_yaml(declarations).unwrap()), ids: 0 };
        for source in list(case, "datasources") {
            let id = world.id().into();
            let name = text(source, "name").to_owned();
            let driver = name.clone();
            world
                .give(&Command::CreateDataSource {
                    id,
                    name,
                    driver,
                    description: None,
                    kind: None,
                    enabled: true,
                    config: None,
                })
                .unwrap();
        }
        for policy in list(case, "policies") {
            world.create_policy(text(policy, "name"), text(policy, "kind"), Vec::new()).unwrap();
        }
        world
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        format!("id-{}", self.ids)
    }

    fn give(&mut self, command: &Command) -> Result<usize, Rejection> {
        let changes = self.state.decide(command, Timestamp(0))?;
        self.state = self.state.apply(&changes);
        Ok(changes.len())
    }

    fn create_policy(&mut self, name: &str, kind: &str, rules: Vec<NewRule>) -> Result<usize, Rejection> {
        let kind: PolicyKind = kind.parse().unwrap();
        let id = self.id().into();
        self.give(&Command::CreatePolicy {
            id,
            name: name.to_owned(),
            abbreviation: None,
            description: String::new(),
            kind,
            rules,
        })
    }

    fn insertion(&mut self, policy: &str, text: &str) -> Command {
        let rule =
            NewRule { id: self.id().into(), text: text.to_owned(), name: None, comment: String::new() };
        Command::CreateRule { policy: policy.into(), rule }
    }

    fn insert(&mut self, policy: &str, text: &str) -> &'static str {
        let command = self.insertion(policy, text);
        answer(&self.give(&command))
    }

    /// What inserting would answer.
    fn try_insert(&mut self, policy: &str, text: &str) -> &'static str {
        let command = self.insertion(policy, text);
        answer(&self.state.decide(&command, Timestamp(0)))
    }

    /// All or nothing. Rules that are there already are left out, unless that leaves nothing.
    fn insert_batch(&mut self, policy: &str, texts: &[&str]) -> &'static str {
        let before = self.state.clone();
        let answers: Vec<_> = texts.iter().map(|text| self.insert(policy, text)).collect();
        let refused = answers.iter().find(|it| !["accepted", "rule_already_exists"].contains(it));
        match refused {
            Some(refused) => {
                self.state = before;
                refused
            }
            None if !answers.is_empty() && !answers.contains(&"accepted") => "rule_already_exists",
            None => "accepted",
        }
    }

    /// The recording deletes rules by what they say, Statehouse by id.
    fn delete(&mut self, policy: &str, text: &str) {
        let Ok(wanted) = Rule::parse(text) else { return };
        let Some(found) = self.state.policy(&policy.into()) else { return };
        let context = Context { policy, action_policy: found.kind == PolicyKind::Action };
        let wanted = identity(&wanted, &context, &self.state);
        let rule = self.state.rules(&found.id).find(|rule| *rule.identity == *wanted);
        let Some(rule) = rule.map(|rule| rule.id.clone()) else { return };
        self.give(&Command::DeleteRule { policy: policy.into(), rule }).unwrap();
    }

    /// The tables that a policy's rules mention, as its author would write them.
    fn tables(&self, policy: &str) -> BTreeSet<String> {
        let Some(policy) = self.state.policy(&policy.into()) else { return BTreeSet::new() };
        let tables = self.state.tables_mentioned_by(&policy.id);
        tables
            .map(|it| if *it.policy == *policy.name { it.table.to_string() } else { it.to_string() })
            .collect()
    }
}

/// A policy that names itself means its own table; the recording lists `p:t` beside `t` in that case.
fn bare(policy: &str, table: &str) -> String {
    table.strip_prefix(policy).and_then(|rest| rest.strip_prefix(':')).unwrap_or(table).to_owned()
}

/// JSON is YAML.
fn declaration(source: &Json) -> String {
    let tables = source["schema"].as_object().unwrap().iter().map(|(table, columns)| {
        let columns: Vec<_> =
            columns.as_array().unwrap().iter().map(|name| json!({ "name": name })).collect();
        json!({ "id": table, "columns": columns })
    });
    json!({ "id": source["name"], "tables": tables.collect::<Vec<_>>(), "open": true }).to_string()
}

fn answer<T>(answer: &Result<T, Rejection>) -> &'static str {
    match answer {
        Ok(_) => "accepted",
        Err(Rejection::RuleExists { .. }) => "rule_already_exists",
        Err(Rejection::RulesOfDataSource { .. }) => "rule_not_permitted",
        Err(Rejection::NoSuchPolicy(_)) => "policy_not_exist",
        Err(Rejection::RuleInadmissible { errors, .. })
            if errors.iter().any(|it| it.kind() == ErrorKind::SeveralStatements) =>
        {
            "multiple_rules"
        }
        Err(Rejection::RuleInadmissible { .. }) => "rule_syntax",
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn the_recorded_programs_are_accepted_and_have_the_recorded_tables() {
    let mut rules = Comparison::with(&[(PARSE, "eval"), (STATE, "rules")]);
    let mut tables = Comparison::with(&[(STATE, "tables")]);
    for case in cases("eval.jsonl") {
        let id = text(&case, "id");
        let mut world = World::of(&case);
        let rejected: BTreeMap<_, _> =
            list(&case, "rejected").map(|it| ((text(it, "policy"), it["index"].as_u64()), it)).collect();
        for policy in list(&case, "policies") {
            let name = text(policy, "name");
            for (index, rule) in (0..).zip(list(policy, "rules")) {
                let rejection = rejected.get(&(name, Some(index)));
                let rule = rule.as_str().unwrap();
                // What follows is recorded of a history in which a rule was in or not: keep to it.
                let ours =
                    if rejection.is_none() { world.insert(name, rule) } else { world.try_insert(name, rule) };
                let recorded =
                    rejection.map_or("accepted", |it| it["error_name"].as_str().unwrap_or("refused"));
                let comparable = |it: &&Json| it["crash"] != true && it.get("original_bug").is_none();
                if rejection.is_none_or(comparable) {
                    rules.compare(&format!("{id} {name} {rule}"), recorded, ours);
                }
            }
        }
        for recorded in list(&case, "tables") {
            let policy = text(recorded, "policy");
            let names: BTreeSet<_> =
                list(recorded, "tables").map(|it| bare(policy, it.as_str().unwrap())).collect();
            let join = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(" ");
            tables.compare(&format!("{id} {policy}"), &join(names), &join(world.tables(policy)));
        }
    }
    rules.finish();
    tables.finish();
}

#[test]
fn the_recorded_changes_are_accepted_and_leave_the_recorded_tables() {
    let mut rules = Comparison::with(&[(PARSE, "changes")]);
    let mut tables = Comparison::with(&[(STATE, "tables_of_changes")]);
    for case in cases("changes.jsonl") {
        let mut world = World::of(&case);
        for (number, step) in list(&case, "steps").enumerate() {
            let (policy, rule) = (text(step, "policy"), text(step, "rule"));
            let ours = match text(step, "op") {
                // An internal error says nothing about the rule, except that it was not in afterwards.
                "insert" if step["crash"] == true => "",
                "insert" => world.insert(policy, rule),
                "insert_batch" => {
                    let texts: Vec<_> = list(step, "rules").map(|it| it.as_str().unwrap()).collect();
                    world.insert_batch(policy, &texts)
                }
                "delete" => {
                    world.delete(policy, rule);
                    ""
                }
                "create_policy" => {
                    let created = world.create_policy(policy, text(step, "kind"), Vec::new());
                    assert_eq!(created.is_err(), step["result"] == "error", "{step}");
                    ""
                }
                "delete_policy" => {
                    let deleted = world.give(&Command::DeletePolicy { policy: policy.into() });
                    assert_eq!(deleted.is_err(), step["result"] == "error", "{step}");
                    ""
                }
                _ => "",
            };
            let at = format!("{} {number}", text(&case, "id"));
            if !ours.is_empty() {
                let recorded = match text(step, "result") {
                    "error" => step["error_name"].as_str().unwrap_or("rule_syntax"),
                    _ => "accepted",
                };
                let what = step.get("rule").unwrap_or(&step["rules"]);
                rules.compare(&format!("{at} {what}"), recorded, ours);
            }
            let recorded = list(step, "state").filter(|it| it.get("modal").is_none());
            let recorded: BTreeSet<_> = recorded
                .map(|it| (text(it, "policy"), text(it, "table")))
                .map(|(policy, table)| format!("{policy}/{}", bare(policy, table)))
                .collect();
            let ours = world.state.policies().flat_map(|policy| {
                let tables = world.tables(&policy.name).into_iter();
                tables.map(|table| format!("{}/{table}", policy.name)).collect::<Vec<_>>()
            });
            let join = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(" ");
            tables.compare(&at, &join(recorded), &join(ours.collect()));
        }
    }
    rules.finish();
    tables.finish();
}
