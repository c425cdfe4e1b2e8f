//! A state that is changed by commands, and an evaluator that follows it.

use std::sync::Arc;

use serde_json::json;
use statehouse_datalog::{Context, identity};
use statehouse_engine::{Evaluator, Limits};
use statehouse_model::{
    Command, Drivers, NewRule, PolicyKind, Rejection, Row, Rule, State, TableName, Timestamp, Value,
};

use crate::corpus::{Policy, Recorded, Source};

pub struct World {
    pub state: Arc<State>,
    pub evaluator: Evaluator,
    ids: u32,
}

pub fn now() -> Value {
    Value::from("2020-02-29 12:34:56")
}

impl World {
    /// The data sources and policies of a case, each data source with a driver of its own that declares its tables.
    pub fn of(sources: &[Source], policies: &[Policy]) -> Self {
        let declarations: Vec<_> = sources.iter().map(declaration).collect();
        let declarations = declarations.iter().map(|text| ("declaration", text.as_str()));
        let state = Arc::new(State::empty(Drivers::from_yaml(declarations).unwrap()));
        let mut world =
            Self { evaluator: Evaluator::of(state.clone(), Limits::GENEROUS).unwrap(), state, ids: 0 };
        for source in sources {
            let id = world.id().into();
            world
                .give(&Command::CreateDataSource {
                    id,
                    name: source.name.clone(),
                    driver: source.name.clone(),
                    description: None,
                    kind: None,
                    enabled: true,
                    config: None,
                })
                .unwrap();
            for (table, rows) in &source.rows {
                world.set_rows(&source.name, table, rows.clone()).unwrap();
            }
        }
        for policy in policies {
            world.create_policy(&policy.name, &policy.kind, Vec::new()).unwrap();
        }
        world
    }

    pub fn give(&mut self, command: &Command) -> Result<(), Rejection> {
        let changes = self.state.decide(command, Timestamp(0))?;
        self.state = Arc::new(self.state.apply(&changes));
        self.evaluator.advance(&changes, self.state.clone(), &now(), Limits::GENEROUS);
        Ok(())
    }

    pub fn create_policy(&mut self, name: &str, kind: &str, rules: Vec<NewRule>) -> Result<(), Rejection> {
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

    pub fn insert(&mut self, policy: &str, text: &str) -> Result<(), Rejection> {
        let rule =
            NewRule { id: self.id().into(), text: text.to_owned(), name: None, comment: String::new() };
        self.give(&Command::CreateRule { policy: policy.into(), rule })
    }

    /// The recording deletes rules by what they say, Statehouse by id.
    pub fn delete(&mut self, policy: &str, text: &str) {
        let Ok(wanted) = Rule::parse(text) else { return };
        let Some(found) = self.state.policy(&policy.into()) else { return };
        let context = Context { policy, action_policy: found.kind == PolicyKind::Action };
        let wanted = identity(&wanted, &context, &*self.state);
        let rule = self.state.rules(&found.id).find(|rule| *rule.identity == *wanted);
        let Some(rule) = rule.map(|rule| rule.id.clone()) else { return };
        self.give(&Command::DeleteRule { policy: policy.into(), rule }).unwrap();
    }

    pub fn set_rows(&mut self, source: &str, table: &str, rows: Vec<Row>) -> Result<(), Rejection> {
        self.give(&Command::ReplaceRows { data_source: source.into(), table: table.to_owned(), rows })
    }

    /// What a table of a recording holds here.
    pub fn rows(&mut self, recorded: &Recorded) -> Vec<Row> {
        rows_of(&mut self.evaluator, recorded)
    }

    /// The same by an evaluator that is made of the state as it is.
    pub fn rows_anew(&self, recorded: &Recorded) -> Vec<Row> {
        rows_of(&mut Evaluator::of(self.state.clone(), Limits::GENEROUS).unwrap(), recorded)
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        format!("id-{}", self.ids)
    }
}

fn rows_of(evaluator: &mut Evaluator, Recorded { policy, table, modal, .. }: &Recorded) -> Vec<Row> {
    let name = match table.split_once(':') {
        Some((policy, table)) => TableName::new(policy, table),
        None => TableName::new(policy, table),
    };
    let rows = match modal {
        None => evaluator.rows(&name, &now(), Limits::GENEROUS),
        Some(_) => evaluator.calls(policy, &name, &now(), Limits::GENEROUS),
    };
    rows.unwrap().into_iter().map(|row| row.into_vec().into()).collect()
}

/// JSON is YAML.
fn declaration(source: &Source) -> String {
    let tables = source.schema.iter().map(|(table, columns)| {
        let columns: Vec<_> = columns.iter().map(|name| json!({ "name": name })).collect();
        json!({ "id": table, "columns": columns })
    });
    json!({ "id": source.name, "tables": tables.collect::<Vec<_>>(), "open": true }).to_string()
}

/// A row in a form to compare.
pub fn text(row: &Row) -> String {
    format!("({})", row.0.iter().map(value).collect::<Vec<_>>().join(", "))
}

fn value(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => format!("{:?}", number.get()),
        Value::String(text) => format!("{text:?}"),
    }
}
