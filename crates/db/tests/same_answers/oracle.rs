//! What the pure model says, which knows no database.

use std::sync::Arc;

use statehouse_db::{Committed, Request, WriteError};
use statehouse_model::{Command, Commit, State, Timestamp};
use statehouse_strategy::drivers;

use crate::plan::Step;
use crate::told::{self, Told};

/// What stands in the place of the ids that a store makes up for the two policies that always exist. They sort as
/// those do: before each other, and before the ids of the plan.
pub const MADE_UP: [&str; 2] = ["<1 classification>", "<2 action>"];

struct Oracle {
    state: State,
    at: Timestamp,
    log: Vec<Arc<Commit>>,
}

/// Everything that is told when a plan is carried out.
pub fn told(plan: &[Step]) -> Vec<Told> {
    let mut oracle = Oracle { state: State::empty(drivers()), at: crate::subject::FOUNDED, log: Vec::new() };
    let [classification, action] = MADE_UP.map(Into::into);
    let command = Command::CreateBuiltInPolicies { classification, action };
    let founding = Request { command, actor: "statehouse".to_owned(), request_id: String::new() };
    oracle.answer(&founding, crate::subject::FOUNDED);
    let mut told = Vec::new();
    for step in plan {
        match step {
            Step::Send(requests, at) => {
                told.extend(requests.iter().map(|request| oracle.answer(request, *at)));
            }
            Step::Look => told.extend(oracle.look()),
            Step::Reopen => {}
        }
    }
    told.extend(oracle.look());
    told
}

impl Oracle {
    fn answer(&mut self, request: &Request, now: Timestamp) -> Told {
        let at = now.max(self.at);
        let answer = self
            .state
            .decide(&request.command, at)
            .map_err(|rejection| WriteError::Rejected { rejection, revision: self.state.revision() })
            .map(|changes| {
                let mut commit = None;
                if !changes.is_empty() {
                    self.state = self.state.apply(&changes);
                    self.at = at;
                    let Request { actor, request_id, .. } = request.clone();
                    let made =
                        Arc::new(Commit { revision: self.state.revision(), at, actor, request_id, changes });
                    self.log.push(made.clone());
                    commit = Some(made);
                }
                Committed { revision: self.state.revision(), commit, state: Arc::new(self.state.clone()) }
            });
        Told::new(format!("{:?}", request.command), told::answer(&answer))
    }

    fn look(&self) -> [Told; 4] {
        let state = told::state(&self.state);
        let log = self.log.iter().map(|commit| told::commit(commit)).collect::<Vec<_>>().join("\n");
        [
            Told::new("the state", state.clone()),
            Told::new("the state on another server", state),
            Told::new("the log", log.clone()),
            Told::new("what was watched", log),
        ]
    }
}
