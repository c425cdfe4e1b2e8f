//! Questions of a conversation: what holds, how it comes about, and what would hold.

use std::time::Instant;

use statehouse_datalog::read_program;
use statehouse_engine::{Limits, Simulation};
use statehouse_model::Reference;

use super::{Budget, Conversation, Reply, known_policies};
use crate::answer::Format;
use crate::explanation::syntax_error;
use crate::query::Query;
use crate::scalar::Written;
use crate::session::Session;
use crate::source::Source;

impl Budget {
    /// Does something within what it may cost from now on.
    fn spend<T>(self, what: impl FnOnce(Limits<'_>) -> T) -> T {
        let end = Instant::now() + self.time;
        let interrupted = || (self.is_given_up)() || Instant::now() >= end;
        what(Limits { rows: self.rows, steps: self.steps, interrupted: &interrupted })
    }
}

impl Conversation {
    pub(super) fn ask(&mut self, question: &str) -> Reply {
        self.question(question, |session, query, limits| {
            let answer = session.ask(query, limits).map_err(|error| error.to_string())?;
            let mut text = Vec::new();
            // Writing to a text cannot fail.
            let _ = answer.write(query, Format::Table, &mut text);
            Ok(String::from_utf8_lossy(&text).into_owned())
        })
    }

    pub(super) fn trace(&mut self, question: &str) -> Reply {
        self.question(question, |session, query, limits| {
            session.trace(query, limits).map_err(|error| error.to_string())
        })
    }

    fn question(
        &mut self,
        question: &str,
        answer: impl FnOnce(&mut Session, &Query, Limits<'_>) -> Result<String, String>,
    ) -> Reply {
        let (query, warnings) = match self.read_question(question) {
            Ok(read) => read,
            Err(wrong) => return Reply::wrong(wrong),
        };
        let budget = self.budget;
        let answered = budget.spend(|limits| {
            let mut session = match self.session.take() {
                Some(session) => session,
                None => self.open(limits)?,
            };
            let answered = answer(&mut session, &query, limits);
            self.session = Some(session);
            answered
        });
        match answered {
            Ok(text) => Reply::says(format!("{warnings}{text}")),
            Err(_) if (budget.is_given_up)() => Reply::wrong("given up\n"),
            Err(error) => Reply::wrong(format!("{error}\n")),
        }
    }

    /// Shows how the answers to a question would change: `CHANGES ?- QUESTION`.
    pub(super) fn simulate(&mut self, text: &str) -> Reply {
        let Some((changes, question)) = text.rsplit_once("?-") else {
            return Reply::wrong(
                "what would happen, and what is asked then? :simulate p+(1) q-(2) ?- error(x)\n",
            );
        };
        let source = Source::new("changes", changes.trim());
        let whole = Written::plainly(&source, 0..source.text().len());
        let wrong: Vec<_> =
            read_program(source.text()).errors.iter().map(|error| syntax_error(error, &whole)).collect();
        if !wrong.is_empty() {
            return Reply::wrong(self.told(&wrong));
        }
        let (query, warnings) = match self.read_question(question) {
            Ok(read) => read,
            Err(wrong) => return Reply::wrong(wrong),
        };
        match self.simulated(source.text(), &query) {
            Ok(changes) if changes.is_empty() => Reply::says(format!("{warnings}nothing changes\n")),
            Ok(changes) => {
                let lines = changes.iter().map(|change| format!("{change}\n"));
                Reply::says(format!("{warnings}{}", lines.collect::<String>()))
            }
            Err(error) => Reply::wrong(format!("{error}\n")),
        }
    }

    /// How the answers to a question would change.
    fn simulated(&mut self, changes: &str, query: &Query) -> Result<Vec<String>, String> {
        let state = self.state()?;
        let (policy, actions) = (&self.said.policy, &self.said.actions);
        let simulation = Simulation::read(&state, policy, actions, changes, query.as_rule())
            .map_err(|error| error.to_string())?;
        // A simulation uses an evaluator up.
        self.session = None;
        let now = (self.now)();
        let mut made_up = 0_u64;
        let mut new_id = || {
            made_up += 1;
            format!("new-{made_up}")
        };
        let budget = self.budget;
        budget.spend(|limits| {
            let evaluator = self.open(limits)?.into_evaluator();
            let simulated = simulation.carry_out_on(evaluator, true, &mut new_id, &now, limits);
            simulated.map(|simulated| simulated.result).map_err(|error| error.to_string())
        })
    }

    /// A question that makes sense, and what is probably wrong with it.
    fn read_question(&mut self, question: &str) -> Result<(Query, String), String> {
        let state = self.state()?;
        let name = &self.said.policy;
        let policy = state.policy(&Reference::from(name.as_str()));
        let policy =
            policy.ok_or_else(|| format!("there is no policy `{name}`; {}\n", known_policies(&state)))?;
        let source = Source::new("question", question.trim());
        match Query::read(&source, policy, &state, &self.world) {
            Ok((query, warnings)) => Ok((query, self.told(&warnings))),
            Err(wrong) => Err(self.told(&wrong)),
        }
    }

    /// What was said, ready to be asked.
    fn open(&mut self, limits: Limits<'_>) -> Result<Session, String> {
        let state = self.state()?;
        let facts = self.facts().map_err(|error| error.to_string())?;
        let opened = Session::open(state, &facts, &self.world, (self.now)(), limits);
        opened.map_err(|error| error.to_string())
    }
}
