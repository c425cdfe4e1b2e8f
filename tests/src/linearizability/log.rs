//! The commits as the database keeps them, and every object at every revision.

use super::Outcome;
use super::history::{Action, Object, Value};
use super::object::{Content, step};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::HashMap;

/// Stands between two columns; no name, number or JSON text of these tests holds it.
const BETWEEN: char = '~';
/// How many revisions are read at once.
const PAGE: u64 = 5000;

/// One commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commit {
    /// Its number.
    pub revision: u64,
    /// The id of the request that made it.
    pub request_id: String,
    /// What it did to the objects of the history; nothing when it only made room for them.
    pub effects: Vec<(Object, Action)>,
}

/// All commits of a database, in the order in which it keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Log {
    /// By revision.
    pub commits: Vec<Commit>,
}

/// Every object at every revision.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    objects: HashMap<Object, Vec<(u64, Content)>>,
}

impl Log {
    /// The log of a database, whose rows of one text column `query` gives.
    ///
    /// # Panics
    /// When the log is not in the form that is documented with its schema.
    pub fn read_by(query: impl Fn(&str) -> Vec<String>) -> Self {
        let head: u64 = query("SELECT concat_ws('', revision) FROM head")[0].parse().expect("a revision");
        let mut log = Self::default();
        let mut policies = HashMap::new();
        for first in (1..=head).step_by(usize::try_from(PAGE).expect("a page is small")) {
            let sql = format!(
                "SELECT concat_ws('{BETWEEN}', k.revision, k.request_id, c.entity, coalesce(c.before, ''), \
                 coalesce(c.after, '')) FROM commits k JOIN changes c ON c.revision = k.revision \
                 WHERE k.revision BETWEEN {first} AND {} ORDER BY k.revision, c.change_index",
                first + PAGE - 1
            );
            for line in query(&sql) {
                log.read(&line, &mut policies);
            }
        }
        log
    }

    /// The newest revision.
    pub fn head(&self) -> u64 {
        self.commits.last().map_or(0, |commit| commit.revision)
    }

    fn read(&mut self, line: &str, policies: &mut HashMap<String, Object>) {
        let columns: Vec<&str> = line.split(BETWEEN).collect();
        let [revision, request_id, entity, before, after] = columns[..] else {
            panic!("five columns of a change: {line}")
        };
        let revision = revision.parse().expect("a revision");
        if self.commits.last().is_none_or(|last| last.revision != revision) {
            self.commits.push(Commit { revision, request_id: request_id.into(), effects: Vec::new() });
        }
        let json = |text: &str| match text {
            "" => None,
            text => Some(serde_json::from_str(text).unwrap_or_else(|error| panic!("{line}: {error}"))),
        };
        let effect = effect(entity, json(before), json(after), policies);
        self.commits.last_mut().expect("one was just added").effects.extend(effect);
    }

    /// Every object at every revision, or what the log says that cannot be.
    ///
    /// # Errors
    /// When a revision is missing or there twice, or a commit did what the state before it does not allow.
    pub fn replay(&self) -> Result<Versions, String> {
        let mut versions = Versions::default();
        let mut policies: Vec<(Object, Value)> = Vec::new();
        for (expected, commit) in (1..).zip(&self.commits) {
            let revision = commit.revision;
            if revision != expected {
                return Err(format!("the log has revision {revision} where {expected} belongs"));
            }
            for &(object, action) in &commit.effects {
                let before = versions.at(object, revision);
                let content = step(before, action, &Outcome::Done).ok_or_else(|| {
                    format!("the log at revision {revision}: {object}: {action:?}, where it held {before:?}")
                })?;
                if let Object::Policy(_) = object {
                    policies.retain(|(policy, _)| *policy != object);
                    policies.extend(content.iter().map(|&value| (object, value)));
                    let all = policies.iter().map(|&(_, value)| value).collect();
                    versions.put(Object::AllPolicies, revision, all);
                }
                versions.put(object, revision, content);
            }
        }
        Ok(versions)
    }
}

impl Versions {
    /// What an object held at a revision.
    pub fn at(&self, object: Object, revision: u64) -> &[Value] {
        let versions = self.objects.get(&object).map_or(&[][..], Vec::as_slice);
        let behind = versions.partition_point(|(since, _)| *since <= revision);
        behind.checked_sub(1).map_or(&[], |last| &versions[last].1)
    }

    /// Everything that an object held from one revision to another, both included, with the revision since when.
    pub fn between(&self, object: Object, first: u64, last: u64) -> impl Iterator<Item = (u64, &[Value])> {
        let versions = self.objects.get(&object).map_or(&[][..], Vec::as_slice);
        let later = versions.iter().filter(move |(since, _)| (first + 1..=last).contains(since));
        let later = later.map(|(since, content)| (*since, content.as_slice()));
        (first <= last).then(|| (first, self.at(object, first))).into_iter().chain(later)
    }

    /// All objects that ever held something.
    pub fn objects(&self) -> impl Iterator<Item = Object> {
        self.objects.keys().copied()
    }

    fn put(&mut self, object: Object, revision: u64, content: Content) {
        self.objects.entry(object).or_default().push((revision, content));
    }
}

/// What a change did to an object of the history.
fn effect(
    entity: &str,
    before: Option<Json>,
    after: Option<Json>,
    policies: &mut HashMap<String, Object>,
) -> Option<(Object, Action)> {
    let created = after.is_some();
    let thing = after.or(before).expect("before or after");
    match entity {
        "policy" => {
            let object = Object::named(text(&thing["name"]))?;
            policies.insert(text(&thing["id"]).to_owned(), object);
            match object {
                Object::Policy(_) if created => {
                    Some((object, Action::Create(number(text(&thing["description"])))))
                }
                Object::Policy(_) => Some((object, Action::Delete)),
                _ => None,
            }
        }
        "rule" => {
            let object = *policies.get(text(&thing["policy"]))?;
            let value = value_of_rule(text(&thing["text"]));
            Some((object, if created { Action::Append(value) } else { Action::Remove(value) }))
        }
        "rows" => {
            let object = Object::named(text(&thing["table"]["name"]))?;
            let value = thing["rows"][0][0].as_u64().expect("a row of one number");
            Some((object, Action::Put(value)))
        }
        _ => None,
    }
}

impl Object {
    /// What it is called on the server.
    pub fn name(self) -> String {
        match self {
            Self::Table(number) => format!("table{number}"),
            Self::Policy(number) => format!("policy{number}"),
            Self::Rules(number) => format!("rules{number}"),
            Self::AllPolicies => "policies".into(),
        }
    }

    /// The object of this name, if the server's thing of this name is one.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let after = |prefix: &str| name.strip_prefix(prefix)?.parse().ok();
        after("table")
            .map(Self::Table)
            .or_else(|| after("policy").map(Self::Policy))
            .or_else(|| after("rules").map(Self::Rules))
    }
}

/// The rule that holds a value.
pub fn rule_of_value(value: Value) -> String {
    format!("seen({value})")
}

/// The value that a rule holds.
pub fn value_of_rule(rule: &str) -> Value {
    let value = rule.strip_prefix("seen(").and_then(|rest| rest.strip_suffix(')'));
    number(value.unwrap_or_else(|| panic!("{rule:?} is no rule of these tests")))
}

/// A value from its digits.
pub fn number(digits: &str) -> Value {
    digits.parse().unwrap_or_else(|_| panic!("{digits:?} is no value of these tests"))
}

fn text(json: &Json) -> &str {
    json.as_str().expect("a text")
}
