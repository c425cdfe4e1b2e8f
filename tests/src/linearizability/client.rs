//! One client: it asks for one thing after the other and notes what it was told, and when.

use super::ensemble::Board;
use super::history::{Action, Object, Operation, Outcome, Value};
use super::log::{number, rule_of_value, value_of_rule};
use crate::chance::{Rng, StdRng};
use crate::http::{Answer, Request, read_answer};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The data source whose tables are written.
pub const DATA_SOURCE: &str = "source";
/// How many objects of each kind there are: few, so that many clients want the same.
const EACH: u64 = 4;
/// How many rules a list has before clients rather remove one.
const LONG: usize = 6;
/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long it thinks between two requests, at most.
const THINKING_MS: u64 = 60;
/// The same after a request that came to nothing: most come to nothing because a server or the database is away.
const IN_VAIN_MS: u64 = 300;

/// What all clients share.
#[derive(Debug)]
pub struct Floor {
    board: Board,
    began: Instant,
    over: AtomicBool,
    next_value: AtomicU64,
    /// Ids of rules by value, as far as anybody was told.
    rules: Mutex<BTreeMap<(Object, Value), String>>,
}

/// One client.
#[derive(Debug)]
pub struct Client<'a> {
    number: usize,
    floor: &'a Floor,
    chance: StdRng,
    /// What it asked and was told.
    pub operations: Vec<Operation>,
    /// Answers that nothing allows for.
    pub strange: Vec<String>,
}

/// All objects that clients write.
pub fn objects() -> Vec<Object> {
    let kinds = [Object::Table, Object::Policy, Object::Rules];
    kinds.into_iter().flat_map(|kind| (0..EACH).map(kind)).collect()
}

impl Floor {
    /// Everything begins now.
    pub fn new(board: &Board) -> Self {
        let (board, began, over) = (board.clone(), Instant::now(), AtomicBool::new(false));
        Self { board, began, over, next_value: AtomicU64::new(1), rules: Mutex::default() }
    }

    /// Tells all clients to end.
    pub fn end(&self) {
        self.over.store(true, Ordering::Relaxed);
    }

    /// How long ago it began.
    pub fn clock(&self) -> Duration {
        self.began.elapsed()
    }

    fn known_rules(&self, object: Object) -> Vec<(Value, String)> {
        let rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let of_object = rules.range((object, 0)..=(object, Value::MAX));
        of_object.map(|((_, value), id)| (*value, id.clone())).collect()
    }

    /// Notes the ids of the rules in a list, which are all there are, or of a new one.
    fn note_rules(&self, object: Object, rules: &[Json], all: bool) {
        let mut known = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        if all {
            known.retain(|(other, _), _| *other != object);
        }
        known.extend(rules.iter().filter_map(|rule| {
            let value = value_of_rule(rule["rule"].as_str()?);
            Some(((object, value), rule["id"].as_str()?.to_owned()))
        }));
    }
}

impl<'a> Client<'a> {
    /// A client that has not asked anything.
    pub fn new(number: usize, floor: &'a Floor, chance: StdRng) -> Self {
        Self { number, floor, chance, operations: Vec::new(), strange: Vec::new() }
    }

    /// Asks until told to end.
    pub fn run(&mut self, servers: usize) {
        while !self.floor.over.load(Ordering::Relaxed) {
            let server = self.chance.random_range(0..servers);
            let (object, action, request) = self.choose();
            if let Some(address) = self.floor.board.address(server) {
                self.ask(server, address, object, action, &request);
            }
            let in_vain = self.operations.last().is_some_and(|last| last.outcome == Outcome::Nothing);
            let longest_ms = if in_vain { IN_VAIN_MS } else { THINKING_MS };
            std::thread::sleep(Duration::from_millis(self.chance.random_range(0..longest_ms)));
        }
    }

    fn choose(&mut self) -> (Object, Action, Request) {
        let value = self.floor.next_value.fetch_add(1, Ordering::Relaxed);
        let number = self.chance.random_range(0..EACH);
        let object = match self.chance.random_range(0..10) {
            0..=2 => Object::Table(number),
            3..=5 => Object::Policy(number),
            6..=8 => Object::Rules(number),
            _ => Object::AllPolicies,
        };
        let known = self.floor.known_rules(object);
        let (action, rule_id) = match (object, self.chance.random_range(0..4)) {
            (Object::Table(_), 0..=1) => (Action::Put(value), None),
            (Object::Policy(_), 0) => (Action::Create(value), None),
            (Object::Policy(_), 1) => (Action::Delete, None),
            (Object::Rules(_), choice @ 0..=1)
                if !known.is_empty() && (choice == 0 || known.len() > LONG) =>
            {
                let (value, id) = known[self.chance.random_range(0..known.len())].clone();
                (Action::Remove(value), Some(id))
            }
            (Object::Rules(_), 0..=1) => (Action::Append(value), None),
            (_, 2) => (Action::Peek, None),
            _ => (Action::Get, None),
        };
        (object, action, request(object, action, rule_id.as_deref()))
    }

    fn ask(&mut self, server: usize, address: SocketAddr, object: Object, action: Action, request: &Request) {
        let begun = self.floor.clock();
        let told = exchange(address, request);
        let ended = self.floor.clock();
        let answer = told.as_ref().ok().and_then(Option::as_ref);
        let outcome = match (&told, answer) {
            (Err(NotSent), _) => Outcome::Nothing,
            (_, Some(answer)) => self.outcome(object, action, answer),
            (_, None) => Outcome::Unknown,
        };
        let header = |name: &str| answer.and_then(|answer| answer.header(name));
        let request_id = header("X-OpenStack-Request-ID").map(str::to_owned);
        let revision = header("Statehouse-Revision").and_then(|revision| revision.parse().ok());
        // What says nothing about the state names a revision by accident at most.
        let revision = revision.filter(|_| !matches!(outcome, Outcome::Nothing | Outcome::Unknown));
        let client = self.number;
        self.operations.push(Operation {
            client,
            server,
            object,
            action,
            begun,
            ended,
            outcome,
            request_id,
            revision,
        });
    }

    fn outcome(&mut self, object: Object, action: Action, answer: &Answer) -> Outcome {
        let outcome = match (action, answer.status) {
            (Action::Get | Action::Peek, 200) => self.content(object, answer),
            // A table to which nobody pushed yet, and a policy that is not there.
            (Action::Get | Action::Peek, 404) => Some(Outcome::Content(Vec::new())),
            (_, 200 | 201 | 204) => Some(Outcome::Done),
            (Action::Create(_) | Action::Append(_), 409)
            | (Action::Delete, 404)
            | (Action::Remove(_), 400 | 404) => Some(Outcome::Refused),
            (_, 503) if answer.message().contains("look whether the change was made") => {
                Some(Outcome::Unknown)
            }
            (_, 503) if answer.header("Retry-After").is_some() => Some(Outcome::Nothing),
            _ => None,
        };
        if let (Action::Append(_), Some(Outcome::Done)) = (action, &outcome) {
            self.floor.note_rules(object, &answer.try_json().into_iter().collect::<Vec<_>>(), false);
        }
        outcome.unwrap_or_else(|| {
            self.strange.push(format!("{object}: {action:?} was answered {answer}"));
            Outcome::Unknown
        })
    }

    fn content(&self, object: Object, answer: &Answer) -> Option<Outcome> {
        if let Object::Rules(_) = object {
            self.floor.note_rules(object, answer.try_json()?["results"].as_array()?, true);
        }
        content(object, answer).map(Outcome::Content)
    }
}

/// What an object holds by an answer to GET; none when the answer is not in its form.
pub fn content(object: Object, answer: &Answer) -> Option<Vec<Value>> {
    if answer.status == 404 {
        return Some(Vec::new());
    }
    let json = answer.try_json()?;
    let each = |value: fn(&Json) -> Option<Value>| json["results"].as_array()?.iter().map(value).collect();
    match object {
        Object::Table(_) => each(|row| row["data"][0].as_u64()),
        Object::Policy(_) => Some(vec![number(json["description"].as_str()?)]),
        Object::Rules(_) => each(|rule| rule["rule"].as_str().map(value_of_rule)),
        Object::AllPolicies => {
            let policies = json["results"].as_array()?.iter();
            let written = policies.filter(|policy| {
                let name = policy["name"].as_str().unwrap_or_default();
                matches!(Object::named(name), Some(Object::Policy(_)))
            });
            written.map(|policy| policy["description"].as_str().map(number)).collect()
        }
    }
}

/// The request that asks this of an object; a rule is removed by its id.
pub fn request(object: Object, action: Action, rule_id: Option<&str>) -> Request {
    let name = object.name();
    let path = match object {
        Object::Table(_) => format!("/v1/data-sources/{DATA_SOURCE}/tables/{name}/rows"),
        Object::Policy(_) => format!("/v1/policies/{name}"),
        Object::Rules(_) => format!("/v1/policies/{name}/rules"),
        Object::AllPolicies => "/v1/policies".into(),
    };
    match action {
        Action::Put(value) => Request::new("PUT", &path).json(&json!([[value]])),
        Action::Create(value) => {
            let body = json!({ "name": name, "description": value.to_string() });
            Request::new("POST", "/v1/policies").json(&body)
        }
        Action::Append(value) => Request::new("POST", &path).json(&json!({ "rule": rule_of_value(value) })),
        Action::Delete => Request::new("DELETE", &path),
        Action::Remove(_) => Request::new("DELETE", &format!("{path}/{}", rule_id.unwrap_or_default())),
        Action::Get => Request::new("GET", &path),
        Action::Peek => Request::new("GET", &path).header("Statehouse-Consistency", "eventual"),
    }
}

/// The request was not sent.
#[derive(Debug)]
pub struct NotSent;

/// Sends a request and waits for the answer; none when it does not come.
///
/// # Errors
/// When nobody listens: then nothing was sent.
pub fn exchange(address: SocketAddr, request: &Request) -> Result<Option<Answer>, NotSent> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).map_err(|_| NotSent)?;
    let answer = stream
        .set_read_timeout(Some(PATIENCE))
        .and_then(|()| stream.set_write_timeout(Some(PATIENCE)))
        .and_then(|()| stream.set_nodelay(true))
        .and_then(|()| stream.write_all(&request.wire(address)))
        .and_then(|()| read_answer(&mut stream, false));
    Ok(answer.ok())
}
