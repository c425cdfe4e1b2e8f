//! The words of the domain, so that a test says what it does and not how HTTP does it.

use crate::http::{Answer, Request};
use crate::server::Server;
use serde::Deserialize;
use serde_json::{Value, json};

/// A rule as the server shows it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Rule {
    /// The id that the server gave it.
    pub id: String,
    /// The text.
    pub rule: String,
    /// The name, if it has one.
    pub name: Option<String>,
    /// The comment, empty when there is none.
    pub comment: String,
}

/// A policy on a server; it need not exist.
#[derive(Debug, Clone, Copy)]
pub struct Policy<'a> {
    server: &'a Server,
    name: &'a str,
}

/// A data source on a server; it need not exist.
#[derive(Debug, Clone, Copy)]
pub struct DataSource<'a> {
    server: &'a Server,
    name: &'a str,
}

impl Server {
    /// The policy called `name`.
    pub fn policy<'a>(&'a self, name: &'a str) -> Policy<'a> {
        Policy { server: self, name }
    }

    /// Creates a policy and returns it.
    #[track_caller]
    pub fn create_policy<'a>(&'a self, name: &'a str) -> Policy<'a> {
        let _ = self.post("/v1/policies", &json!({ "name": name })).expect(201);
        self.policy(name)
    }

    /// The names of all policies, in the order of the list.
    #[track_caller]
    pub fn policy_names(&self) -> Vec<String> {
        names(&self.list("/v1/policies"))
    }

    /// The data source called `name`.
    pub fn data_source<'a>(&'a self, name: &'a str) -> DataSource<'a> {
        DataSource { server: self, name }
    }

    /// Creates a data source of the driver `push` and returns it.
    #[track_caller]
    pub fn create_push_source<'a>(&'a self, name: &'a str) -> DataSource<'a> {
        let config = json!({ "description": "filled by a test" });
        let body = json!({ "name": name, "driver": "push", "config": config });
        let _ = self.post("/v1/data-sources", &body).expect(201);
        self.data_source(name)
    }

    /// The names of all data sources, in the order of the list.
    #[track_caller]
    pub fn data_source_names(&self) -> Vec<String> {
        names(&self.list("/v1/data-sources"))
    }

    /// The `results` of a list.
    #[track_caller]
    pub fn list(&self, target: &str) -> Vec<Value> {
        results(&self.get(target).expect(200))
    }
}

impl Policy<'_> {
    /// Creates a rule from its text and returns it.
    #[track_caller]
    pub fn create_rule(&self, text: &str) -> Rule {
        rule(self.server.post(&self.path("/rules"), &json!({ "rule": text })).expect(201).json())
    }

    /// Its rules, in the order of the list.
    #[track_caller]
    pub fn rules(&self) -> Vec<Rule> {
        self.server.list(&self.path("/rules")).into_iter().map(rule).collect()
    }

    /// The texts of its rules, in the order of the list.
    #[track_caller]
    pub fn rule_texts(&self) -> Vec<String> {
        self.rules().into_iter().map(|rule| rule.rule).collect()
    }

    /// Deletes a rule.
    #[track_caller]
    pub fn delete_rule(&self, id: &str) {
        let _ = self.server.delete(&self.path(&format!("/rules/{id}"))).expect(200);
    }

    /// Deletes the policy with its rules.
    #[track_caller]
    pub fn delete(&self) {
        let _ = self.server.delete(&self.path("")).expect(200);
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/policies/{}{rest}", self.name)
    }
}

impl DataSource<'_> {
    /// Replaces the rows of a table.
    #[track_caller]
    pub fn push(&self, table: &str, rows: &Value) {
        let _ = self.server.put(&self.rows_path(table), rows).expect(200);
    }

    /// Adds rows to a table and deletes others. Answers the revision.
    #[track_caller]
    pub fn change(&self, table: &str, change: &Value) -> u64 {
        let request = Request::new("PATCH", &self.rows_path(table)).json(change);
        self.server.send(&request).expect(200).revision()
    }

    /// The rows of a table, each the JSON list of its values.
    #[track_caller]
    pub fn rows(&self, table: &str) -> Vec<Value> {
        let rows = self.server.list(&self.rows_path(table));
        rows.into_iter().map(|mut row| row["data"].take()).collect()
    }

    /// Deletes the data source with its rows.
    #[track_caller]
    pub fn delete(&self) {
        let _ = self.server.delete(&format!("/v1/data-sources/{}", self.name)).expect(200);
    }

    fn rows_path(&self, table: &str) -> String {
        format!("/v1/data-sources/{}/tables/{table}/rows", self.name)
    }
}

impl Request {
    /// Waits until the server has this revision.
    #[must_use]
    pub fn at_least(self, revision: u64) -> Self {
        self.header("Statehouse-Min-Revision", &revision.to_string())
    }

    /// Reads what the server has.
    #[must_use]
    pub fn eventual(self) -> Self {
        self.header("Statehouse-Consistency", "eventual")
    }
}

impl Answer {
    /// The revision that the answer rests on.
    #[track_caller]
    pub fn revision(&self) -> u64 {
        let header = self.header("Statehouse-Revision").unwrap_or_else(|| panic!("no revision: {self}"));
        header.parse().expect("a revision is a number")
    }
}

/// The `results` of an answer that is a list.
#[track_caller]
pub fn results(answer: &Answer) -> Vec<Value> {
    answer.json()["results"].as_array().expect("a list has `results`").clone()
}

/// The names of the things in a list.
pub fn names(list: &[Value]) -> Vec<String> {
    list.iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

#[track_caller]
fn rule(json: Value) -> Rule {
    serde_json::from_value(json).expect("a rule has an id, a text, a name and a comment")
}
