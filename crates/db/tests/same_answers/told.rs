//! Everything that somebody could be told, as text: two that were told the same have the same text.

use std::fmt::{Debug, Write as _};

use statehouse_db::{Committed, WriteError};
use statehouse_model::{Change, Commit, ConfigValue, DataSource, Entities, State};

/// One thing that was told, and what was asked for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub what: String,
    pub text: String,
}

impl Told {
    pub fn new(what: impl Into<String>, text: impl Into<String>) -> Self {
        Self { what: what.into(), text: text.into() }
    }
}

/// The answer to a command.
pub fn answer(answer: &Result<Committed, WriteError>) -> String {
    match answer {
        Ok(Committed { revision, commit: made, state }) => {
            let commit = made.as_ref().map_or_else(|| "nothing to do".to_owned(), |made| commit(made));
            format!("{revision:?}, state at {:?}: {commit}", state.revision())
        }
        Err(error) => format!("{error:?}: {error}"),
    }
}

/// A commit with all its changes.
pub fn commit(commit: &Commit) -> String {
    let Commit { revision, at, actor, request_id, changes } = commit;
    let mut text = format!("{revision:?} at {at:?} by {actor:?}, {request_id:?}");
    for change in changes {
        line(&mut text, change);
        if let Change::DataSource(edit) = change {
            edit.before().into_iter().chain(edit.after()).for_each(|source| secrets(&mut text, source));
        }
    }
    text
}

/// Every entity, and what is derived from them.
pub fn state(state: &State) -> String {
    let Entities { policies, rules, tables, library_policies, data_sources, data_source_tables, executions } =
        state.entities();
    let mut text = format!("{:?}", state.revision());
    for policy in &policies {
        line(&mut text, policy);
        line(&mut text, &state.tables_mentioned_by(&policy.id).collect::<Vec<_>>());
    }
    for rule in &rules {
        line(&mut text, rule);
        let warnings: Vec<_> = state.warnings(rule).iter().map(ToString::to_string).collect();
        line(&mut text, &warnings);
    }
    lines(&mut text, &tables);
    lines(&mut text, &library_policies);
    for source in &data_sources {
        line(&mut text, source);
        secrets(&mut text, source);
    }
    lines(&mut text, &data_source_tables);
    lines(&mut text, &executions);
    text
}

fn line(text: &mut String, it: &impl Debug) {
    write!(text, "\n  {it:?}").unwrap();
}

fn lines<T: Debug>(text: &mut String, them: &[T]) {
    for it in them {
        line(text, it);
    }
}

/// Secrets show themselves to nobody, so they are asked for.
fn secrets(text: &mut String, source: &DataSource) {
    for (name, value) in source.config.iter().flatten() {
        if let ConfigValue::Secret(secret) = value {
            write!(text, "\n  secret {name:?}: {}", secret.expose()).unwrap();
        }
    }
}
