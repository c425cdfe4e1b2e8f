//! Writers that keep a ledger: what the server acknowledged, and what is under way.
//!
//! Each writer owns things that no other touches, a few policies, the rules of one policy, or the rows of one
//! table, and does one write at a time. So whatever happens to the server, there are at most two states in which
//! its things may be found: the acknowledged one, or the one that the write under way leads to.

use crate::domain::{names, results};
use crate::http::{Answer, Request};
use crate::receipts::Verdict;
use crate::server::Server;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

/// How many things a writer keeps before it begins to delete the oldest.
const KEPT: usize = 8;

/// Rules of a policy that is created in one request, and rows of a table that is replaced in one request.
const TOGETHER: u64 = 3;

/// One writer and its ledger.
#[derive(Debug)]
pub struct Writer {
    kind: Kind,
    name: String,
    writes: u64,
    acknowledged: BTreeSet<String>,
    /// Where the write leads that was sent and not yet answered.
    under_way: Option<BTreeSet<String>>,
    /// Ids of the rules, by text.
    ids: BTreeMap<String, String>,
}

/// What a writer writes.
#[derive(Debug, Clone, Copy)]
enum Kind {
    /// Creates policies with three rules each, and deletes them.
    Policies,
    /// Creates rules in one policy, and deletes them.
    Rules,
    /// Replaces the rows of one table.
    Rows,
}

impl Writer {
    /// Writers of every kind, called `<prefix>0` and so on, with what they need on the server.
    pub fn crew(prefix: &str, size: usize, server: &Server) -> Vec<Self> {
        let kinds = [Kind::Policies, Kind::Rules, Kind::Rows].into_iter().cycle();
        kinds
            .take(size)
            .enumerate()
            .map(|(number, kind)| Self::new(format!("{prefix}{number}"), kind, server))
            .collect()
    }

    fn new(name: String, kind: Kind, server: &Server) -> Self {
        match kind {
            Kind::Policies => {}
            Kind::Rules => drop(server.create_policy(&name)),
            Kind::Rows => drop(server.create_push_source(&name)),
        }
        let (acknowledged, ids) = Default::default();
        Self { kind, name, writes: 0, acknowledged, under_way: None, ids }
    }

    /// Does the next write and notes what was answered. An answer that is no success changes nothing, unless it says that
    /// nobody knows, or comes from a load balancer that lost the server.
    ///
    /// # Errors
    /// When the answer does not come: then nobody knows yet whether the write happened.
    pub fn write(&mut self, server: SocketAddr) -> io::Result<Answer> {
        self.writes += 1;
        let (request, next) = self.next();
        self.under_way = Some(next);
        let answer = request.send(server)?;
        // A load balancer that lost the server cannot tell what became of the write.
        if matches!(answer.status, 502 | 504)
            || answer.status == 503 && Verdict::of(&answer) == Verdict::Unknown
        {
            return Ok(answer);
        }
        let next = self.under_way.take();
        if answer.status < 300 {
            self.acknowledged = next.unwrap_or_default();
            let rule = answer.try_json().unwrap_or_default();
            if let (Some(text), Some(id)) = (rule["rule"].as_str(), rule["id"].as_str()) {
                self.ids.insert(text.to_owned(), id.to_owned());
            }
        }
        Ok(answer)
    }

    /// Does the next write on a server that lives.
    #[track_caller]
    pub fn write_to(&mut self, server: &Server) -> Answer {
        self.write(server.address()).unwrap_or_else(|error| panic!("{}: no answer: {error}", self.name))
    }

    /// Fails unless the writer's things are on the server as acknowledged, or as the write under way makes
    /// them, and nothing in between; what is found counts as acknowledged from then on.
    #[track_caller]
    pub fn check(&mut self, server: &Server) {
        self.settle(server, Duration::ZERO);
    }

    /// Checks as [`Writer::check`] does, on a server that may say for so long that it cannot tell.
    #[track_caller]
    pub fn settle(&mut self, server: &Server, patience: Duration) {
        let deadline = Instant::now() + patience;
        let found = self.find(&|target| loop {
            let answer = server.get(target);
            if answer.status != 503 || Instant::now() >= deadline {
                return answer;
            }
            thread::sleep(Duration::from_millis(50));
        });
        let possible = [Some(&self.acknowledged), self.under_way.as_ref()];
        assert!(
            possible.contains(&Some(&found)),
            "{}: found {found:?}, acknowledged {:?}, under way {:?}",
            self.name,
            self.acknowledged,
            self.under_way
        );
        self.acknowledged = found;
        self.under_way = None;
    }

    /// The next request and the state it leads to.
    fn next(&self) -> (Request, BTreeSet<String>) {
        let Self { name, writes, .. } = self;
        let mut next = self.acknowledged.clone();
        if let Kind::Rows = self.kind {
            let rows: Vec<Value> = (0..TOGETHER).map(|row| json!([writes, row])).collect();
            let request = Request::new("PUT", &format!("/v1/data-sources/{name}/tables/t/rows"));
            return (request.json(&json!(rows)), rows.iter().map(ToString::to_string).collect());
        }
        if next.len() >= KEPT
            && let Some(oldest) = next.pop_first()
        {
            let target = match self.kind {
                Kind::Policies => format!("/v1/policies/{oldest}"),
                _ => format!("/v1/policies/{name}/rules/{}", self.ids[&oldest]),
            };
            return (Request::new("DELETE", &target), next);
        }
        // Padded, so that the first in order is the oldest.
        if let Kind::Policies = self.kind {
            let policy = format!("{name}_{writes:08}");
            let rules: Vec<Value> =
                (0..TOGETHER).map(|rule| json!({ "rule": format!("q({rule})") })).collect();
            next.insert(policy.clone());
            return (
                Request::new("POST", "/v1/policies").json(&json!({ "name": policy, "rules": rules })),
                next,
            );
        }
        let rule = format!("r(\"{writes:08}\")");
        next.insert(rule.clone());
        (Request::new("POST", &format!("/v1/policies/{name}/rules")).json(&json!({ "rule": rule })), next)
    }

    /// The writer's things as they are, by what a server answers.
    fn find(&mut self, get: &dyn Fn(&str) -> Answer) -> BTreeSet<String> {
        match self.kind {
            Kind::Policies => self.policies(get),
            Kind::Rules => {
                let rules = results(&get(&format!("/v1/policies/{}/rules", self.name)).expect(200));
                let text = |rule: &Value, field: &str| rule[field].as_str().expect("a text").to_owned();
                self.ids = rules.iter().map(|rule| (text(rule, "rule"), text(rule, "id"))).collect();
                self.ids.keys().cloned().collect()
            }
            Kind::Rows => self.rows(get),
        }
    }

    fn policies(&self, get: &dyn Fn(&str) -> Answer) -> BTreeSet<String> {
        let prefix = format!("{}_", self.name);
        let mut policies = names(&results(&get("/v1/policies").expect(200)));
        policies.retain(|name| name.starts_with(&prefix));
        for policy in &policies {
            let rules = results(&get(&format!("/v1/policies/{policy}/rules")).expect(200));
            assert_eq!(rules.len() as u64, TOGETHER, "rules of {policy}");
        }
        policies.into_iter().collect()
    }

    fn rows(&self, get: &dyn Fn(&str) -> Answer) -> BTreeSet<String> {
        let answer = get(&format!("/v1/data-sources/{}/tables/t/rows", self.name));
        // A table that nobody pushed to yet is not there.
        if answer.status == 404 {
            return BTreeSet::new();
        }
        results(&answer.expect(200)).iter().map(|row| row["data"].to_string()).collect()
    }
}
