//! A recorded session of requests and answers, and its replay against a server.
//!
//! `flow.jsonl` holds what a Congress server answered, request by request. Ids that the server makes up differ
//! from run to run: the replay binds each recorded id to ours when an answer brings it, and puts ours
//! wherever the recorded one stands later. Texts of messages are not compared, only that there is one.

use crate::divergence::{Divergence, Divergences};
use crate::http::{Answer, Request};
use crate::server::Server;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

const RECORDED: &str = include_str!("../data/congress-v1/flow.jsonl");

/// What stands in the recording for a text that is there and not recorded.
const SOME_TEXT: &str = "…";

/// One request of the recorded session with its answer.
#[derive(Debug, Clone, Deserialize)]
pub struct Step {
    n: u32,
    section: String,
    name: String,
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: String,
    status: u16,
    answer: Value,
}

/// The recorded session, in order.
pub fn recorded() -> Vec<Step> {
    RECORDED.lines().map(|line| serde_json::from_str(line).expect("a step of the recording")).collect()
}

impl Step {
    /// Number and name, as the list of divergences calls it.
    fn label(&self) -> String {
        format!("{} {}", self.n, self.name)
    }

    /// The JSON that was answered; `null` when there was none.
    fn json(&self) -> &Value {
        self.answer.get("json").unwrap_or(&Value::Null)
    }

    fn as_recorded(&self) -> Expected {
        Expected { status: self.status, body: self.answer.get("json").cloned() }
    }

    fn request(&self, ids: &Ids) -> Request {
        let request =
            Request::new(&self.method, &ids.substitute(&self.path)).body(ids.substitute(&self.body));
        self.headers.iter().fold(request, |request, (name, value)| request.header(name, value))
    }

    fn collection(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }
}

/// What an answer must be: the status, and the JSON body or none at all.
#[derive(Debug, Clone)]
pub struct Expected {
    /// The status code.
    pub status: u16,
    /// The JSON body, with recorded ids; nothing for an empty body.
    pub body: Option<Value>,
}

impl Expected {
    /// An error in the v1 form, whatever its text.
    pub fn error(status: u16, error_code: i64) -> Self {
        Self { status, body: Some(json!({ "error": { "error_code": error_code } })) }
    }
}

/// Recorded ids and ours.
#[derive(Debug, Clone, Default)]
struct Ids(BTreeMap<String, String>);

impl Ids {
    /// The text with every recorded id that is known replaced by ours.
    fn substitute(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (recorded, ours)| text.replace(recorded, ours))
    }
}

/// The replay of a recorded session.
#[derive(Debug)]
pub struct Replay<'a> {
    server: &'a Server,
    divergences: Divergences,
    ids: Ids,
    /// Recorded ids of what Congress created and Statehouse refuses: later lists lack them.
    refused: BTreeSet<String>,
    /// Our ids of what Statehouse creates and Congress refused, by collection: later lists have them.
    ours_alone: BTreeMap<String, BTreeSet<String>>,
    failures: Vec<String>,
}

impl<'a> Replay<'a> {
    /// Replays the whole session; what is wrong is kept for [`Replay::finish`].
    pub fn of(steps: &[Step], server: &'a Server) -> Self {
        let (ids, refused, ours_alone) = Default::default();
        let divergences = Divergences::listed();
        let mut replay = Self { server, divergences, ids, refused, ours_alone, failures: Vec::new() };
        replay.seed_library(steps);
        for step in steps {
            replay.step(step);
        }
        replay
    }

    /// Creates the library that Congress was shipped with, in the order the recording lists it.
    fn seed_library(&mut self, steps: &[Step]) {
        let list = steps.iter().find(|step| step.name == "lib-list").expect("the library was listed");
        for recorded in list.json()["results"].as_array().expect("a list") {
            let mut policy = recorded.clone();
            let id = policy.as_object_mut().and_then(|policy| policy.remove("id")).expect("an id");
            let created = self.server.post("/v1/librarypolicies", &policy).expect(201).json();
            self.bind(&id, &created["id"]);
        }
    }

    fn step(&mut self, step: &Step) {
        let answer = match self.server.try_send(&step.request(&self.ids)) {
            Ok(answer) => answer,
            Err(error) => return self.failures.push(format!("{step}: no answer: {error}")),
        };
        if let Err(why) = self.judge(step, &answer) {
            let line = step.request(&self.ids).line();
            self.failures.push(format!("{step}: {line}\n    {}\n    {why}\n    {answer}", step.body));
        }
        self.remember(step, &answer);
    }

    /// Fails with everything that was wrong.
    pub fn finish(self) {
        let Self { mut failures, divergences, .. } = self;
        failures.extend(divergences.unused());
        let count = failures.len();
        assert!(failures.is_empty(), "{count} failures:\n{}", failures.join("\n"));
    }

    /// The target of every GET of the session, with our ids.
    pub fn reads(&self, steps: &[Step]) -> BTreeSet<String> {
        let reads = steps.iter().filter(|step| step.method == "GET");
        reads.map(|step| self.ids.substitute(&step.path)).collect()
    }

    fn judge(&mut self, step: &Step, answer: &Answer) -> Result<(), String> {
        let as_recorded = self.compare(step, &step.as_recorded(), answer);
        if let Some(divergence) = self.divergences.of(&step.label()) {
            if as_recorded.is_ok() {
                return Err("no longer diverges: it answers as recorded".into());
            }
            return self.diverges_as_told(step, &divergence, answer);
        }
        as_recorded
    }

    fn diverges_as_told(
        &mut self,
        step: &Step,
        divergence: &Divergence,
        answer: &Answer,
    ) -> Result<(), String> {
        if let Some(path) = &divergence.ours.same_as {
            let other = self.server.get(&self.ids.substitute(path));
            let same = (other.status, &other.body) == (answer.status, &answer.body);
            return if same { Ok(()) } else { Err(format!("unlike {path}: {other}")) };
        }
        self.compare(step, &divergence.ours.expected(&step.as_recorded()), answer)
    }

    /// Compares an answer with what is expected of it, and learns the ids it brings when they agree.
    fn compare(&mut self, step: &Step, expected: &Expected, answer: &Answer) -> Result<(), String> {
        if answer.status != expected.status {
            return Err(format!("expected status {}", expected.status));
        }
        let Some(body) = &expected.body else {
            let empty = answer.body.is_empty();
            return if empty { Ok(()) } else { Err("expected no body".into()) };
        };
        let actual = answer.try_json().ok_or("expected JSON")?;
        let mut comparison = Comparison {
            ids: self.ids.clone(),
            refused: &self.refused,
            ours_alone: self.ours_alone.get(step.collection()).cloned().unwrap_or_default(),
            any_order: self.divergences.in_any_order(&step.label()),
        };
        comparison.value("", body, &actual)?;
        self.ids = comparison.ids;
        Ok(())
    }

    /// Notes what was created here and not there, or there and not here.
    fn remember(&mut self, step: &Step, answer: &Answer) {
        if step.method != "POST" {
            return;
        }
        let created = |status| status == 201;
        if created(step.status) && !created(answer.status) {
            self.refused.extend(step.json()["id"].as_str().map(str::to_owned));
        }
        if !created(step.status) && created(answer.status) {
            let id = answer.try_json().and_then(|json| Some(json["id"].as_str()?.to_owned()));
            self.ours_alone.entry(step.collection().to_owned()).or_default().extend(id);
        }
        if created(step.status) && created(answer.status) {
            // Also when something else in the answer was wrong: one failure should not make a hundred.
            self.bind(&step.json()["id"], &answer.try_json().unwrap_or_default()["id"]);
        }
    }

    fn bind(&mut self, recorded: &Value, ours: &Value) {
        if let (Some(recorded), Some(ours)) = (recorded.as_str(), ours.as_str()) {
            self.ids.0.insert(recorded.to_owned(), ours.to_owned());
        }
    }
}

/// Compares a recorded value with ours.
struct Comparison<'a> {
    ids: Ids,
    refused: &'a BTreeSet<String>,
    ours_alone: BTreeSet<String>,
    any_order: bool,
}

impl Comparison<'_> {
    fn value(&mut self, at: &str, recorded: &Value, ours: &Value) -> Result<(), String> {
        match (recorded, ours) {
            (Value::String(recorded), Value::String(ours)) => self.text(at, recorded, ours),
            (Value::Array(recorded), Value::Array(ours)) => self.list(at, recorded, ours),
            (Value::Object(recorded), Value::Object(ours)) => self.object(at, recorded, ours),
            _ if recorded == ours => Ok(()),
            _ => Err(format!("{at}: expected {recorded}, not {ours}")),
        }
    }

    fn text(&mut self, at: &str, recorded: &str, ours: &str) -> Result<(), String> {
        if recorded == SOME_TEXT || recorded == ours {
            return Ok(());
        }
        if is_made_up(recorded) && is_made_up(ours) {
            let known = self.ids.0.entry(recorded.to_owned()).or_insert_with(|| ours.to_owned());
            if known == ours {
                return Ok(());
            }
        }
        Err(format!("{at}: expected {:?}, not {ours:?}", self.ids.substitute(recorded)))
    }

    fn object(
        &mut self,
        at: &str,
        recorded: &Map<String, Value>,
        ours: &Map<String, Value>,
    ) -> Result<(), String> {
        let names = |object: &Map<String, Value>| object.keys().cloned().collect::<BTreeSet<_>>();
        if at == "/error" {
            return error(recorded, ours);
        }
        if names(recorded) != names(ours) {
            return Err(format!("{at}: expected the fields {:?}, not {:?}", names(recorded), names(ours)));
        }
        recorded.iter().try_for_each(|(name, value)| self.value(&format!("{at}/{name}"), value, &ours[name]))
    }

    fn list(&mut self, at: &str, recorded: &[Value], ours: &[Value]) -> Result<(), String> {
        let id_in =
            |set: &BTreeSet<String>, item: &Value| item["id"].as_str().is_some_and(|id| set.contains(id));
        let mut recorded: Vec<_> = recorded.iter().filter(|item| !id_in(self.refused, item)).collect();
        let (alone, mut ours): (Vec<_>, Vec<_>) = ours.iter().partition(|item| id_in(&self.ours_alone, item));
        if at == "/results" && alone.len() < self.ours_alone.len() {
            return Err(format!("{at}: lacks some of {:?}, created earlier", self.ours_alone));
        }
        if self.any_order {
            recorded.sort_by_key(ToString::to_string);
            ours.sort_by_key(ToString::to_string);
        }
        if recorded.len() != ours.len() {
            return Err(format!("{at}: expected {} items, not {}", recorded.len(), ours.len()));
        }
        let mut pairs = recorded.into_iter().zip(ours).enumerate();
        pairs.try_for_each(|(index, (recorded, ours))| self.value(&format!("{at}/{index}"), recorded, ours))
    }
}

/// An error has a code that is compared, a text that is its own, and data where the recording has some.
fn error(recorded: &Map<String, Value>, ours: &Map<String, Value>) -> Result<(), String> {
    let field = |error: &Map<String, Value>, name| error.get(name).cloned().unwrap_or_default();
    if field(recorded, "error_code") != field(ours, "error_code") {
        return Err(format!("expected error_code {}", field(recorded, "error_code")));
    }
    if field(ours, "message").as_str().is_none_or(str::is_empty) {
        return Err("expected a message".into());
    }
    let data = field(ours, "error_data");
    match recorded.get("error_data") {
        Some(Value::Null) if !data.is_null() => Err("expected no error_data".into()),
        Some(Value::String(_)) if !data.is_string() => Err("expected a text as error_data".into()),
        _ => Ok(()),
    }
}

/// Whether a text is an id that a server makes up: a UUID.
fn is_made_up(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').collect();
    let hexadecimal = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(hexadecimal)
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.label(), self.section)
    }
}
