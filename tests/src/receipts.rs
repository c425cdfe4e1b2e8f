//! What clients were told about their writes, held against the log in the end.

use crate::Database;
use crate::http::Answer;
use std::collections::{BTreeMap, BTreeSet};

/// What an answer says about a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is stored, durably, under this revision.
    Stored(u64),
    /// Nothing was changed, and it is worth trying again.
    NotStored,
    /// The database was lost during the commit: look whether it was stored before trying again.
    Unknown,
}

impl Verdict {
    /// The verdict of an answer to a write that breaks no rule; fails when it is none of the three.
    #[track_caller]
    pub fn of(answer: &Answer) -> Self {
        match answer.status {
            200..300 => Self::Stored(revision(answer)),
            503 if answer.header("Retry-After").is_some() => Self::NotStored,
            503 if answer.message().contains("look whether the change was made") => Self::Unknown,
            _ => panic!("a write was answered otherwise than allowed: {answer}"),
        }
    }
}

/// The revision that an answer shows.
#[track_caller]
pub fn revision(answer: &Answer) -> u64 {
    let shown = answer.header("Statehouse-Revision").and_then(|revision| revision.parse().ok());
    shown.unwrap_or_else(|| panic!("an answer without its revision: {answer}"))
}

/// Every answer to a write, by the id of the request.
#[derive(Debug, Default, Clone)]
pub struct Receipts {
    stored: BTreeMap<String, u64>,
    not_stored: BTreeSet<String>,
    unknown: BTreeSet<String>,
}

impl Receipts {
    /// Keeps what an answer says about a write.
    #[track_caller]
    pub fn keep(&mut self, answer: &Answer) -> Verdict {
        let id = answer.header("X-Openstack-Request-Id").expect("an answer names its request").to_owned();
        let verdict = Verdict::of(answer);
        match verdict {
            Verdict::Stored(revision) => drop(self.stored.insert(id, revision)),
            Verdict::NotStored => drop(self.not_stored.insert(id)),
            Verdict::Unknown => drop(self.unknown.insert(id)),
        }
        verdict
    }

    /// Takes over what another has kept.
    pub fn add(&mut self, other: Self) {
        self.stored.extend(other.stored);
        self.not_stored.extend(other.not_stored);
        self.unknown.extend(other.unknown);
    }

    /// How many writes were answered as stored, as not stored, and as unknown.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.stored.len(), self.not_stored.len(), self.unknown.len())
    }

    /// Fails unless the log has what was acknowledged, each under its revision, nothing of what was said not to be
    /// stored, and nothing twice.
    #[track_caller]
    pub fn assert_true_of(&self, database: &Database) {
        let log = database.request_ids();
        let lost: Vec<_> =
            self.stored.iter().filter(|(id, revision)| log.get(revision) != Some(id)).collect();
        assert!(
            lost.is_empty(),
            "acknowledged, and not in the log under the revision that was told: {lost:?}"
        );
        let mut times = BTreeMap::new();
        for id in log.values() {
            *times.entry(id).or_insert(0) += 1;
        }
        let there: Vec<_> = self.not_stored.iter().filter(|id| times.contains_key(id)).collect();
        assert!(there.is_empty(), "answered as not stored, and in the log: {there:?}");
        let ours = self.stored.keys().chain(&self.unknown);
        let twice: Vec<_> = ours.filter(|id| times.get(id).is_some_and(|&times| times > 1)).collect();
        assert!(twice.is_empty(), "in the log more than once: {twice:?}");
    }
}
