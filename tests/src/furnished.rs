//! A server with one of everything, on which bad input must leave no trace.

use crate::Database;
use crate::http::{Answer, Request};
use crate::server::{Launch, Server};
use serde_json::{Value, json};

/// A server with a policy `p` that has a rule, a library policy, and data sources `d` (with rows) and `doc`.
#[derive(Debug)]
pub struct Furnished {
    /// The server.
    pub server: Server,
    rule: String,
    library_policy: String,
}

/// An endpoint that takes a body.
#[derive(Debug)]
pub struct Endpoint {
    method: &'static str,
    path: String,
    /// A body that it accepts.
    pub body: Value,
    /// The fields of the body that are neither numbers nor truth values.
    pub fields: &'static [&'static str],
}

impl Endpoint {
    /// A request to it, without a body.
    pub fn request(&self) -> Request {
        Request::new(self.method, &self.path)
    }

    /// A request to it with its acceptable body, in which one field has another value.
    pub fn with(&self, field: &str, value: Value) -> Request {
        let mut body = self.body.clone();
        body[field] = value;
        self.request().json(&body)
    }
}

impl Furnished {
    /// Starts and furnishes a server.
    pub fn fresh() -> Self {
        Self::launch(Launch::on(&Database::fresh()))
    }

    /// Starts a server as told and furnishes it.
    pub fn launch(launch: Launch) -> Self {
        let server = launch.start();
        let rule = server.create_policy("p").create_rule("q(1)").id;
        let library_policy = json!({ "name": "lib", "rules": [{ "rule": "q(1)" }] });
        let created = server.post("/v1/librarypolicies", &library_policy).expect(201).json();
        let library_policy = created["id"].as_str().expect("an id").to_owned();
        server.create_push_source("d").push("t", &json!([["row"]]));
        let _ = server.post("/v1/data-sources", &json!({ "name": "doc", "driver": "doctor" })).expect(201);
        Self { server, rule, library_policy }
    }

    /// The path of the rule in `p`.
    pub fn rule(&self) -> String {
        format!("/v1/policies/p/rules/{}", self.rule)
    }

    /// The path of the library policy.
    pub fn library_policy(&self) -> String {
        format!("/v1/librarypolicies/{}", self.library_policy)
    }

    /// Every endpoint that takes a body and changes something.
    pub fn endpoints(&self) -> [Endpoint; 7] {
        let rules = json!([{ "rule": "q(2)" }]);
        let endpoint =
            |method, path: &str, body, fields| Endpoint { method, path: path.to_owned(), body, fields };
        let policy = &["name", "description", "abbreviation", "kind", "rules"];
        [
            endpoint("POST", "/v1/policies", json!({ "name": "new", "rules": rules }), policy),
            endpoint("POST", "/v1/policies/p/rules", json!({ "rule": "q(2)" }), &["rule", "name", "comment"]),
            endpoint("POST", "/v1/librarypolicies", json!({ "name": "newlib", "rules": rules }), policy),
            endpoint("PUT", &self.library_policy(), json!({ "name": "newlib", "rules": rules }), policy),
            endpoint(
                "POST",
                "/v1/data-sources",
                json!({ "name": "new", "driver": "doctor" }),
                &["name", "driver", "description", "config"],
            ),
            endpoint("PUT", "/v1/data-sources/d/tables/t/rows", json!([["new"]]), &[]),
            endpoint(
                "PATCH",
                "/v1/data-sources/d/tables/t/rows",
                json!({ "add": [["new"]], "delete": [["old"]] }),
                &[],
            ),
        ]
    }

    /// Everything that a client can have changed.
    #[track_caller]
    pub fn everything(&self) -> Vec<String> {
        let lists = [
            "/v1/policies",
            "/v1/policies/p/rules",
            "/v1/policies/p/tables",
            "/v1/librarypolicies",
            "/v1/data-sources",
            "/v1/data-sources/d/tables",
            "/v1/data-sources/d/tables/t/rows",
        ];
        lists.map(|list| self.server.get(list).expect(200).text()).to_vec()
    }

    /// Sends each request and fails unless it is answered with a 4xx whose text has a reason and names the
    /// field, and nothing has changed.
    #[track_caller]
    pub fn assert_refused(&self, requests: impl IntoIterator<Item = (Request, &'static str)>) {
        let before = self.everything();
        let mut complaints = Vec::new();
        for (request, field) in requests {
            let answer = self.server.send(&request);
            if let Some(complaint) = unless_refused(&answer, field) {
                complaints.push(format!("{request}\n    {complaint} ({field}): {answer}"));
            }
        }
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
        assert_eq!(before, self.everything(), "bad input changed something");
    }
}

/// What is wrong with the answer to a bad request, if anything.
fn unless_refused(answer: &Answer, field: &str) -> Option<&'static str> {
    let message = answer.message();
    if !(400..500).contains(&answer.status) {
        Some("no 4xx")
    } else if !message.contains(' ') {
        Some("no reason")
    } else {
        (!message.contains(field)).then_some("the field is not named")
    }
}
