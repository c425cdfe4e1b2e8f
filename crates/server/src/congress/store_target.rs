//! A store as the target of an import: many commands wait at once, so that one fsync serves them all.

use std::collections::VecDeque;
use std::sync::Arc;
use std::thread;

use statehouse_congress::{Creations, Given, Outcomes, Refusal, Target};
use statehouse_db::{HISTORY_LIMIT, Pending, ReadError, Request, Store, WriteError};
use statehouse_model::{Change, Commit, Revision, State};

use crate::failure::{Exit, Failure};

/// Who the log says it was.
const ACTOR: &str = "congress-import";

pub(super) struct StoreTarget(Store);

impl StoreTarget {
    pub(super) fn new(store: Store) -> Self {
        Self(store)
    }

    pub(super) fn close(self) -> Result<(), Failure> {
        self.0.close().map_err(|error| failed("the store did not close in order", &error))
    }

    /// Shows every commit that the log holds, in order.
    pub(super) fn each_commit(&self, mut show: impl FnMut(&Commit)) -> Result<Reaches, Failure> {
        let (mut reaches, mut after) = (Reaches::Back, Revision(0));
        loop {
            match self.0.history(after, HISTORY_LIMIT) {
                Ok(commits) => {
                    let Some(last) = commits.last() else { return Ok(reaches) };
                    after = last.revision;
                    for commit in &commits {
                        show(commit);
                    }
                }
                Err(ReadError::Trimmed { oldest }) => {
                    reaches = Reaches::NotBack;
                    after = Revision(oldest.0.saturating_sub(1));
                }
                Err(error) => return Err(failed("cannot read the log", &error)),
            }
        }
    }

    /// Hands a command over, when need be after waiting for those before it.
    fn push(
        &self,
        given: Given,
        waiting: &mut VecDeque<Pending>,
        outcomes: &mut Outcomes,
    ) -> Result<(), Failure> {
        let request =
            Request { command: given.command, actor: ACTOR.to_owned(), request_id: given.request_id };
        loop {
            match self.0.write(request.clone()) {
                Ok(pending) => {
                    waiting.push_back(pending);
                    return Ok(());
                }
                Err(WriteError::Overloaded { retry_after, .. }) => match waiting.pop_front() {
                    Some(first) => outcomes.push(outcome(first)?),
                    None => thread::sleep(retry_after),
                },
                Err(error) => return Err(not_written(&error)),
            }
        }
    }
}

/// How far the log goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reaches {
    /// To the first commit.
    Back,
    /// Its beginning was trimmed.
    NotBack,
}

impl Target for StoreTarget {
    type Error = Failure;

    fn state(&self) -> Arc<State> {
        self.0.read_local()
    }

    fn created(&mut self) -> Result<Creations, Failure> {
        let mut created = Creations::default();
        let reaches = self.each_commit(|commit| created.add(commit))?;
        Ok(match reaches {
            Reaches::Back => created,
            Reaches::NotBack => created.of_trimmed_log(),
        })
    }

    fn give(&mut self, commands: Vec<Given>) -> Result<Outcomes, Failure> {
        let (mut waiting, mut outcomes) = (VecDeque::new(), Outcomes::new());
        for given in commands {
            self.push(given, &mut waiting, &mut outcomes)?;
        }
        for pending in waiting {
            outcomes.push(outcome(pending)?);
        }
        Ok(outcomes)
    }
}

fn outcome(pending: Pending) -> Result<Result<Vec<Change>, Refusal>, Failure> {
    match pending.wait() {
        Ok(committed) => Ok(Ok(committed.commit.map(|commit| commit.changes.clone()).unwrap_or_default())),
        Err(WriteError::Rejected { rejection, .. }) => Ok(Err(rejection.into())),
        // The same again fares no better: without this, nothing that comes after would ever come.
        Err(WriteError::TooLarge { reason }) => Ok(Err(Refusal::TooLarge(reason))),
        Err(error) => Err(not_written(&error)),
    }
}

fn not_written(error: &WriteError) -> Failure {
    failed("the import stopped", error).remedy("run it again: what is here already is not done twice")
}

fn failed(what: &str, error: &dyn std::error::Error) -> Failure {
    Failure::new(Exit::Failed, format!("{what}: {error}"))
}
