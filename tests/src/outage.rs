//! A server whose database is taken away and given back, and what it answers meanwhile.

use crate::command;
use crate::http::{Answer, Request};
use crate::server::{Launch, Server};
use crate::throwaway::client::{PASSWORD, USER};
use crate::throwaway::{Client, Proxy, Result, wait_until};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How long a request may wait for its answer, whatever the database does.
const ANSWER_LIMIT: Duration = Duration::from_secs(45);
/// How long a server may take to serve again once its database is back.
const RECOVERY_LIMIT: Duration = Duration::from_mins(1);

/// A server, the line between it and its database, and a ledger of what it was told to write.
#[derive(Debug)]
pub struct Outage {
    server: Server,
    proxy: Proxy,
    client: Client,
    database: String,
    writes: u64,
    acknowledged: BTreeSet<String>,
    /// Written or not: the server said that it does not know.
    unknown: BTreeSet<String>,
}

impl Outage {
    /// A server on a new database of this name, which it reaches through a proxy.
    ///
    /// # Errors
    /// When the database server does not make one.
    pub fn on(client: Client, database: &str) -> Result<Self> {
        client.create_database(database)?;
        let proxy = Proxy::to(client.address())?;
        let url = Client::new(client.engine(), proxy.address()).url(database);
        command::migrate(&url);
        let server = Launch::at(&url).start();
        let _ = server.create_policy("p");
        let (acknowledged, unknown) = Default::default();
        Ok(Self { server, proxy, client, database: database.into(), writes: 0, acknowledged, unknown })
    }

    /// SQL on the database server, past the proxy.
    pub fn client(&self) -> Client {
        self.client
    }

    /// The line between the server and its database.
    pub fn proxy(&self) -> &Proxy {
        &self.proxy
    }

    /// The URL of the database, past the proxy.
    pub fn url(&self) -> String {
        format!(
            "{}://{USER}:{PASSWORD}@{}/{}",
            self.client.engine().scheme(),
            self.client.address(),
            self.database
        )
    }

    /// Takes the database away with `begin` and gives it back with `end`. Fails unless the server, in between, refuses at
    /// least one write, answers everything in time, and never shows less than it has acknowledged; and unless it serves
    /// again afterwards, with all that was acknowledged and nothing that was refused.
    ///
    /// # Errors
    /// What `begin` or `end` failed with, or that the server did not recover.
    pub fn suffer(
        &mut self,
        trouble: &str,
        begin: impl FnOnce(&Self) -> Result<()>,
        end: impl FnOnce(&Self) -> Result<()>,
    ) -> Result<()> {
        self.must_write(&format!("before: {trouble}"));
        begin(self)?;
        let mut refused = false;
        for _ in 0..3 {
            // One refusal is enough of a database that lets everybody wait.
            refused = refused || !self.write(trouble);
            self.read(trouble);
        }
        assert!(refused, "{trouble}: the database was not taken away");
        end(self)?;
        wait_until(&format!("{trouble}: the server recovers"), RECOVERY_LIMIT, || {
            if self.write(trouble) { Ok(()) } else { Err("a write was refused".to_owned()) }
        })?;
        let seen = self.read(trouble).expect("a server that writes reads");
        let unexpected: Vec<_> =
            seen.difference(&self.acknowledged).filter(|text| !self.unknown.contains(*text)).collect();
        assert!(unexpected.is_empty(), "{trouble}: refused, and there all the same: {unexpected:?}");
        let there =
            self.client.query(&self.database, "SELECT text FROM rules").expect("the database answers");
        assert_eq!(
            there.lines().map(str::to_owned).collect::<BTreeSet<_>>(),
            seen,
            "{trouble}: what is in the database"
        );
        Ok(())
    }

    fn must_write(&mut self, when: &str) {
        assert!(self.write(when), "{when}: a server at peace writes");
    }

    /// Tries to write, and notes what came of it.
    fn write(&mut self, when: &str) -> bool {
        self.writes += 1;
        let text = format!("q({})", self.writes);
        let request = Request::new("POST", "/v1/policies/p/rules").json(&json!({ "rule": text }));
        let answer = self.answer(when, &request);
        match answer.status {
            201 => drop(self.acknowledged.insert(text)),
            503 if answer.header("retry-after").is_some() => {}
            503 => drop(self.unknown.insert(text)),
            _ => panic!("{when}: {} {}", answer.status, answer.text()),
        }
        answer.status == 201
    }

    /// The rules that the server shows, unless it says that it cannot.
    fn read(&self, when: &str) -> Option<BTreeSet<String>> {
        let answer = self.answer(when, &Request::new("GET", "/v1/policies/p/rules"));
        assert!(matches!(answer.status, 200 | 503), "{when}: {} {}", answer.status, answer.text());
        let answer = (answer.status == 200).then(|| answer.json())?;
        let rules = answer["results"].as_array().expect("a list of rules");
        let seen: BTreeSet<_> =
            rules.iter().filter_map(|rule| Some(rule["rule"].as_str()?.to_owned())).collect();
        let missing: Vec<_> = self.acknowledged.difference(&seen).collect();
        assert!(missing.is_empty(), "{when}: acknowledged, and not shown: {missing:?}");
        Some(seen)
    }

    fn answer(&self, when: &str, request: &Request) -> Answer {
        let asked = Instant::now();
        let answer = self.server.try_send(request);
        let answer = answer.unwrap_or_else(|error| panic!("{when}: {}: no answer: {error}", request.line()));
        assert!(asked.elapsed() < ANSWER_LIMIT, "{when}: {}: {:?}", request.line(), asked.elapsed());
        answer
    }
}
