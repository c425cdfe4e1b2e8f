//! What the log tells of policies and rules: when each was created, and which are gone.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use statehouse_model::{Change, Commit, Edit, Policy, Rule};

/// Times, as Congress's databases have them, and what is gone. Fed with every commit of the log, in order.
#[derive(Debug, Default)]
pub struct Chronicle {
    created: BTreeMap<String, String>,
    /// The names that policies have or had, by id: rules know their policy's id, Congress wants its name.
    names: BTreeMap<String, String>,
    deleted: BTreeMap<String, Gone>,
    /// The time of the first commit, in microseconds since 1970.
    begins: Option<i64>,
    /// The latest time that was given to a change.
    latest: i64,
    is_trimmed: bool,
}

/// A policy or rule that is gone, and when it went.
#[derive(Clone, Debug)]
pub(crate) struct Gone {
    pub(crate) what: Entity,
    pub(crate) at: String,
}

#[derive(Clone, Debug)]
pub(crate) enum Entity {
    Policy(Arc<Policy>),
    Rule(Arc<Rule>),
}

impl Chronicle {
    /// Takes in a commit.
    pub fn add(&mut self, commit: &Commit) {
        self.begins.get_or_insert(commit.at.0);
        let recorded = recorded_by_congress(&commit.request_id);
        for change in &commit.changes {
            let at = recorded.clone().unwrap_or_else(|| moment(self.tick(commit.at.0)));
            match change {
                Change::Policy(edit) => self.take(edit, &at, |policy| policy.id.as_str(), Entity::Policy),
                Change::Rule(edit) => self.take(edit, &at, |rule| rule.id.as_str(), Entity::Rule),
                _ => {}
            }
            // Also of one that was created before the log begins.
            if let Change::Policy(edit) = change {
                for policy in edit.before().into_iter().chain(edit.after()) {
                    self.names.insert(policy.id.to_string(), policy.name.clone());
                }
            }
        }
    }

    /// The same, where the beginning of the log is not there any more.
    #[must_use]
    pub fn of_trimmed_log(self) -> Self {
        Self { is_trimmed: true, ..self }
    }

    /// The time from which on the log tells everything, if it does not from the beginning.
    pub(crate) fn tells_since(&self) -> Option<String> {
        self.is_trimmed.then(|| moment(self.begins.unwrap_or(self.latest)))
    }

    /// A time for one change of a commit: a microsecond after the one before, if need be. Congress orders what it has by time
    /// alone.
    fn tick(&mut self, at: i64) -> i64 {
        self.latest = at.max(self.latest.saturating_add(1));
        self.latest
    }

    fn take<T>(
        &mut self,
        edit: &Edit<T>,
        at: &str,
        id: impl Fn(&T) -> &str,
        entity: impl Fn(Arc<T>) -> Entity,
    ) {
        match edit {
            Edit::Created(created) => {
                self.deleted.remove(id(created));
                self.created.insert(id(created).to_owned(), at.to_owned());
            }
            Edit::Deleted(gone) => {
                let gone_at = Gone { what: entity(gone.clone()), at: at.to_owned() };
                self.deleted.insert(id(gone).to_owned(), gone_at);
            }
            Edit::Replaced { .. } => {}
        }
    }

    /// When this was created, as far as the log goes back; else the given time.
    pub(crate) fn created<'a>(&'a self, id: &str, otherwise: &'a str) -> &'a str {
        self.created.get(id).map_or(otherwise, String::as_str)
    }

    /// The time at which the log begins, if there is anything in it.
    pub(crate) fn begins(&self) -> Option<i64> {
        self.begins
    }

    /// The name that the policy with this id had.
    pub(crate) fn name(&self, policy: &str) -> Option<&str> {
        self.names.get(policy).map(String::as_str)
    }

    /// What is gone, by id.
    pub(crate) fn gone(&self) -> impl Iterator<Item = &Gone> {
        self.deleted.values()
    }
}

/// The time that stands in the `request_id` of what came from Congress, in Congress's own form.
fn recorded_by_congress(request_id: &str) -> Option<String> {
    let (_, time) = request_id.strip_prefix("congress ")?.rsplit_once(' ')?;
    let time = time.strip_suffix('Z')?;
    time.contains('T').then(|| time.replacen('T', " ", 1))
}

/// A moment as Congress's databases have it: UTC, to the microsecond.
pub(crate) fn moment(microseconds: i64) -> String {
    // Beyond the year 9999 there is no such text; nothing was created then.
    let at = Timestamp::from_microsecond(microseconds).unwrap_or(Timestamp::UNIX_EPOCH);
    at.strftime("%Y-%m-%d %H:%M:%S.%6f").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_congress_writes_it() {
        assert_eq!(moment(1_795_337_808_989_904), "2026-11-22 08:56:48.989904");
        assert_eq!(moment(5), "1970-01-01 00:00:00.000005");
    }

    #[test]
    fn the_time_that_congress_recorded_is_taken_out_of_the_log() {
        let time = recorded_by_congress("congress deleted rule created 2026-11-22T08:56:48.989904Z");
        assert_eq!(time.as_deref(), Some("2026-11-22 08:56:48.989904"));
        for other in ["congress data source kept", "req-1", "congress policy implied by rules"] {
            assert_eq!(recorded_by_congress(other), None, "{other}");
        }
    }
}
