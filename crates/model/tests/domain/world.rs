//! A state that commands are given to, and short words for giving them.

use serde_json::{Map, Value as Json};
use statehouse_model::{
    Change, Command, Drivers, LibraryRule, NewRule, PolicyKind, Rejection, Row, RuleId, State, Timestamp,
};

/// A driver with columns, secrets and required fields, for the tests alone.
const FAKE: (&str, &str) = (
    "fake.yaml",
    "
id: fake
config:
  - { name: username, required: true }
  - { name: password, required: true, secret: true }
  - { name: poll_time }
tables:
  - id: servers
    columns: [{ name: id }, { name: host, from: details.host.name }]
",
);

/// A driver that declares less under the same name, and a table with `:` in its name.
const NARROW: (&str, &str) = (
    "narrow.yaml",
    "
id: narrow
tables:
  - id: servers
    columns: [{ name: id }]
  - id: t:u
    columns: [{ name: id }]
",
);

pub fn drivers() -> Drivers {
    Drivers::from_yaml(Drivers::BUILT_IN.into_iter().chain([FAKE, NARROW])).unwrap()
}

pub struct World {
    pub state: State,
    made_up_ids: u32,
}

impl World {
    /// Nothing but the two policies that always exist.
    pub fn new() -> Self {
        let mut world = Self { state: State::empty(drivers()), made_up_ids: 0 };
        let (classification, action) = (world.id().into(), world.id().into());
        world.give(&Command::CreateBuiltInPolicies { classification, action }).unwrap();
        world
    }

    pub fn id(&mut self) -> String {
        self.made_up_ids += 1;
        format!("id-{}", self.made_up_ids)
    }

    /// Gives a command and commits what it amounts to.
    pub fn give(&mut self, command: &Command) -> Result<Vec<Change>, Rejection> {
        let at = Timestamp(i64::from(self.made_up_ids));
        let changes = self.state.decide(command, at)?;
        if !changes.is_empty() {
            self.state = self.state.apply(&changes);
        }
        Ok(changes)
    }

    pub fn create_policy(&mut self, name: &str, rules: &[&str]) -> Result<Vec<Change>, Rejection> {
        self.create_policy_of(PolicyKind::Nonrecursive, name, rules)
    }

    pub fn create_policy_of(
        &mut self,
        kind: PolicyKind,
        name: &str,
        rules: &[&str],
    ) -> Result<Vec<Change>, Rejection> {
        let rules = rules.iter().map(|text| self.new_rule(text)).collect();
        let id = self.id().into();
        let name = name.to_owned();
        self.give(&Command::CreatePolicy {
            id,
            name,
            abbreviation: None,
            description: String::new(),
            kind,
            rules,
        })
    }

    pub fn delete_policy(&mut self, policy: &str) -> Result<Vec<Change>, Rejection> {
        self.give(&Command::DeletePolicy { policy: policy.into() })
    }

    pub fn new_rule(&mut self, text: &str) -> NewRule {
        NewRule { id: self.id().into(), text: text.to_owned(), name: None, comment: String::new() }
    }

    pub fn create_rule(&mut self, policy: &str, text: &str) -> Result<RuleId, Rejection> {
        let rule = self.new_rule(text);
        let id = rule.id.clone();
        self.give(&Command::CreateRule { policy: policy.into(), rule }).map(|_| id)
    }

    pub fn delete_rule(&mut self, policy: &str, rule: &RuleId) -> Result<Vec<Change>, Rejection> {
        self.give(&Command::DeleteRule { policy: policy.into(), rule: rule.clone() })
    }

    pub fn create_library_policy(&mut self, name: &str, rules: &[&str]) -> Result<Vec<Change>, Rejection> {
        let id = self.id().into();
        self.give(&Command::CreateLibraryPolicy {
            id,
            name: name.to_owned(),
            abbreviation: None,
            description: format!("about {name}"),
            kind: PolicyKind::Nonrecursive,
            rules: library_rules(rules),
        })
    }

    pub fn create_data_source(
        &mut self,
        name: &str,
        driver: &str,
        config: Json,
    ) -> Result<Vec<Change>, Rejection> {
        let id = self.id();
        self.create_data_source_with_id(&id, name, driver, config)
    }

    pub fn create_data_source_with_id(
        &mut self,
        id: &str,
        name: &str,
        driver: &str,
        config: Json,
    ) -> Result<Vec<Change>, Rejection> {
        let config = match config {
            Json::Object(fields) => Some(fields),
            _ => None,
        };
        self.give(&Command::CreateDataSource {
            id: id.into(),
            name: name.to_owned(),
            driver: driver.to_owned(),
            description: None,
            kind: None,
            enabled: true,
            config,
        })
    }

    pub fn delete_data_source(&mut self, data_source: &str) -> Result<Vec<Change>, Rejection> {
        self.give(&Command::DeleteDataSource { data_source: data_source.into() })
    }

    /// Pushes a JSON text, read as the driver of the data source says.
    pub fn push(&mut self, data_source: &str, table: &str, json: &str) -> Result<Vec<Change>, Rejection> {
        let source = self.state.data_source(&data_source.into()).unwrap();
        let driver = self.state.drivers().get(&source.driver).unwrap();
        let rows = driver.rows_from(table, json).unwrap();
        self.replace_rows(data_source, table, rows)
    }

    pub fn replace_rows(
        &mut self,
        data_source: &str,
        table: &str,
        rows: Vec<Row>,
    ) -> Result<Vec<Change>, Rejection> {
        self.give(&Command::ReplaceRows { data_source: data_source.into(), table: table.to_owned(), rows })
    }

    pub fn change_rows(
        &mut self,
        data_source: &str,
        table: &str,
        add: &[&str],
        delete: &[&str],
    ) -> Result<Vec<Change>, Rejection> {
        let rows = |texts: &[&str]| texts.iter().map(|text| Row::from_json(text).unwrap()).collect();
        let (add, delete) = (rows(add), rows(delete));
        let (data_source, table) = (data_source.into(), table.to_owned());
        self.give(&Command::ChangeRows { data_source, table, add, delete })
    }

    /// The rows of a data source's table, as JSON texts.
    pub fn rows(&self, data_source: &str, table: &str) -> Option<Vec<String>> {
        let source = self.state.data_source(&data_source.into())?;
        Some(self.state.rows(&source.id, table)?.map(|row| row.to_json().unwrap()).collect())
    }

    /// The texts of a policy's rules.
    pub fn rules(&self, policy: &str) -> Vec<String> {
        let policy = self.state.policy(&policy.into()).unwrap();
        self.state.rules(&policy.id).map(|rule| rule.text.to_string()).collect()
    }

    /// The tables within a policy or data source, each with its number of columns.
    pub fn tables(&self, policy: &str) -> Vec<(String, u32)> {
        self.state.tables(policy).map(|table| (table.name.clone(), table.columns)).collect()
    }
}

pub fn library_rules(texts: &[&str]) -> Vec<LibraryRule> {
    let rule =
        |text: &&str| LibraryRule { rule: (*text).to_owned(), name: None, comment: None, extra: Map::new() };
    texts.iter().map(rule).collect()
}
