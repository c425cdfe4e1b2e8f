//! Who asked what, when, and what came of it.

use serde::Serialize;
use std::fmt;
use std::time::Duration;

/// A value that is written at most once in a run, so that whoever reads it knows where it came from.
pub type Value = u64;

/// A thing that clients write and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Object {
    /// The rows of a table of a data source: one value or none.
    Table(u64),
    /// A policy that is there or not; its description is the value.
    Policy(u64),
    /// The rules of a policy, in the order of the list.
    Rules(u64),
    /// The list of all policies: every [`Object::Policy`] at the same moment.
    AllPolicies,
}

/// What is asked of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Action {
    /// Let this value be the only one.
    Put(Value),
    /// Let there be this value; refused when there is one already.
    Create(Value),
    /// Let there be none; refused when there is none.
    Delete,
    /// Put this value behind the others.
    Append(Value),
    /// Take this value away; refused when it is not there.
    Remove(Value),
    /// What is there?
    Get,
    /// What is there as far as the server knows, without asking anybody?
    Peek,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused, because of what is there or is not there.
    Refused,
    /// This is what is there.
    Content(Vec<Value>),
    /// It was not done, and will not be: the server said so, or never got to hear of it.
    Nothing,
    /// Nobody knows: it may have been done, or may still be done, or not.
    Unknown,
}

/// One request of one client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operation {
    /// Which client.
    pub client: usize,
    /// Which server it asked.
    pub server: usize,
    /// Of what it asked.
    pub object: Object,
    /// What it asked.
    pub action: Action,
    /// Before the first byte was sent, on the clock that all clients share.
    pub begun: Duration,
    /// After the last byte was received, or after the client gave up.
    pub ended: Duration,
    /// What came of it.
    pub outcome: Outcome,
    /// The id that the server gave the request, if it answered.
    pub request_id: Option<String>,
    /// The revision that the answer named.
    pub revision: Option<u64>,
}

/// All requests of all clients.
#[derive(Debug, Clone, Default, Serialize)]
pub struct History {
    /// In no particular order.
    pub operations: Vec<Operation>,
}

impl Action {
    /// Whether it changes nothing, whatever the object.
    pub fn is_read(self) -> bool {
        matches!(self, Self::Get | Self::Peek)
    }

    /// The value it would bring about.
    pub fn writes(self) -> Option<Value> {
        match self {
            Self::Put(value) | Self::Create(value) | Self::Append(value) => Some(value),
            Self::Delete | Self::Remove(_) | Self::Get | Self::Peek => None,
        }
    }
}

impl Operation {
    /// Whether it changed something, as far as the client knows.
    pub fn was_written(&self) -> bool {
        !self.action.is_read() && self.outcome == Outcome::Done
    }

    /// Whether it may have changed something or still may.
    pub fn may_be_written(&self) -> bool {
        !self.action.is_read() && self.outcome == Outcome::Unknown
    }
}

impl History {
    /// How many operations are as asked for.
    pub fn count(&self, wanted: impl Fn(&Operation) -> bool) -> usize {
        self.operations.iter().filter(|operation| wanted(operation)).count()
    }
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(number) => write!(f, "table {number}"),
            Self::Policy(number) => write!(f, "policy {number}"),
            Self::Rules(number) => write!(f, "rules {number}"),
            Self::AllPolicies => f.write_str("all policies"),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { client, server, object, action, outcome, .. } = self;
        let (begun, ended) = (self.begun.as_secs_f64(), self.ended.as_secs_f64());
        write!(f, "{begun:>10.6} – {ended:>10.6} client {client} at server {server}: {object}: {action:?}")?;
        write!(f, " → {outcome:?}")?;
        self.revision.map_or(Ok(()), |revision| write!(f, " at revision {revision}"))?;
        self.request_id.as_ref().map_or(Ok(()), |id| write!(f, " ({id})"))
    }
}
