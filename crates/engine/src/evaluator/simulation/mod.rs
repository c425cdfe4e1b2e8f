//! Simulating: what a policy would say after a sequence of actions and changes.
//!
//! A simulation has an evaluator of its own, which is thrown away: so whatever happens on the way, nothing is left of it. What
//! actions do is said by the rules of an action policy (`scratch`).

mod scratch;
mod sequence;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use statehouse_datalog::{self as datalog, Literal, Statement, TableName, Term, Value, parse_program};
use statehouse_model::{Policy, Reference, State};

use self::scratch::Scratch;
use crate::evaluator::Evaluator;
use crate::{Exceeded, Limits, Row};

/// A simulation that is asked for.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// Where the query is asked, and what changes without a policy are about.
    policy: Arc<Policy>,
    /// The policy that says what actions do.
    action_policy: Arc<Policy>,
    sequence: Vec<datalog::Rule>,
    query: datalog::Rule,
}

/// Why something cannot be simulated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SimulationError {
    /// The client's mistake.
    #[error("{field}: {reason}")]
    Wrong {
        /// Which of the texts is wrong.
        field: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// It costs too much.
    #[error(transparent)]
    Exceeded(#[from] Exceeded),
}

/// What came of a simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulated {
    /// The answers to the query, or how they differ from those before: `p+(1)`, `p-(1)`.
    pub result: Vec<String>,
    /// What each part of the sequence did, line by line.
    pub trace: String,
}

impl Simulation {
    /// Reads what is asked for.
    ///
    /// # Errors
    /// A policy that is not there, or a text that is not what it should be.
    pub fn read(
        state: &State,
        policy: &str,
        action_policy: &str,
        sequence: &str,
        query: &str,
    ) -> Result<Self, SimulationError> {
        let find = |field, name: &str| {
            let found = state.policy(&Reference::from(name)).cloned();
            found.ok_or_else(|| wrong(field, format!("there is no policy '{name}'")))
        };
        let (policy, action_policy) = (find("policy", policy)?, find("action_policy", action_policy)?);
        let sequence = statements("sequence", sequence)?;
        let mut queries = statements("query", query)?;
        let (Some(query), true) = (queries.pop(), queries.is_empty()) else {
            return Err(wrong("query", "expected one atom or rule".to_owned()));
        };
        match query.heads.as_slice() {
            [head] if !head.negated && head.modal.is_none() => {
                Ok(Self { policy, action_policy, sequence, query })
            }
            _ => Err(wrong(
                "query",
                "expected one atom that is not negated, or a rule with one head".to_owned(),
            )),
        }
    }

    /// Carries it out on a state, of which nothing changes. `delta` asks for how the answers differ from those before. `new_id`
    /// makes up a value for what an effect leaves open.
    ///
    /// # Errors
    /// What cannot be simulated, or costs too much.
    pub fn carry_out(
        &self,
        state: Arc<State>,
        delta: bool,
        new_id: &mut dyn FnMut() -> String,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Simulated, SimulationError> {
        self.carry_out_on(Evaluator::of(state, limits)?, delta, new_id, now, limits)
    }

    /// Carries it out on what an evaluator knows, facts that are supposed included, which is used up by it; else as
    /// [`Simulation::carry_out`]. Its state is the one that the simulation was read for.
    ///
    /// # Errors
    /// What cannot be simulated, or costs too much.
    pub fn carry_out_on(
        &self,
        evaluator: Evaluator,
        delta: bool,
        new_id: &mut dyn FnMut() -> String,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Simulated, SimulationError> {
        let scratch = Scratch::of(&self.policy.name, &self.action_policy.name, &new_id());
        let trace = String::new();
        let mut run =
            Run { evaluator, simulation: self, scratch, last: Vec::new(), new_id, now, limits, trace };
        let before = if delta { run.answers()? } else { BTreeSet::new() };
        run.describe_actions();
        for formula in &self.sequence {
            run.step(formula)?;
        }
        let after = run.answers()?;
        let only = |these: &BTreeSet<Row>, those: &BTreeSet<Row>, sign: &str| {
            these.difference(those).map(|row| self.answer(row, sign)).collect::<Vec<_>>()
        };
        let result = if delta {
            [only(&after, &before, "+"), only(&before, &after, "-")].concat()
        } else {
            after.iter().map(|row| self.answer(row, "")).collect()
        };
        run.line(&format!("Result: [{}]", result.join(", ")));
        Ok(Simulated { result, trace: run.trace })
    }

    /// The literals whose variables make an answer.
    fn asked(&self) -> &[Literal] {
        if self.query.is_fact() { &self.query.heads } else { &self.query.body }
    }

    /// The query with its variables replaced.
    fn answer(&self, row: &Row, sign: &str) -> String {
        let names = variables(self.asked());
        let mut answer = datalog::Rule {
            heads: self.query.heads.iter().map(|literal| instance(literal, &names, row)).collect(),
            body: self.query.body.iter().map(|literal| instance(literal, &names, row)).collect(),
            span: self.query.span,
        };
        if let Some(head) = answer.heads.first_mut() {
            head.atom.table.table = format!("{}{sign}", head.atom.table.table).into();
        }
        answer.to_string()
    }
}

/// A simulation on its way.
struct Run<'a, 'l> {
    evaluator: Evaluator,
    simulation: &'a Simulation,
    scratch: Scratch,
    /// What the last action gave to the next.
    last: Vec<(TableName, Row)>,
    new_id: &'a mut dyn FnMut() -> String,
    now: &'a Value,
    limits: Limits<'l>,
    trace: String,
}

impl Run<'_, '_> {
    /// The bindings of the query's variables.
    fn answers(&mut self) -> Result<BTreeSet<Row>, SimulationError> {
        let simulation = self.simulation;
        let rows = self.ask("query", &simulation.policy, simulation.asked(), false)?;
        Ok(rows.into_iter().collect())
    }

    fn line(&mut self, text: &str) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.trace, "RT    : ** Simulate: {text}");
    }
}

fn wrong(field: &'static str, reason: String) -> SimulationError {
    SimulationError::Wrong { field, reason }
}

fn statements(field: &'static str, text: &str) -> Result<Vec<datalog::Rule>, SimulationError> {
    let statements = parse_program(text).map_err(|error| wrong(field, error.to_string()))?;
    let rule = |statement| match statement {
        Statement::Rule(rule) => Ok(rule),
        Statement::Event(event) => Err(wrong(
            field,
            format!("`{event}` is no atom and no rule; write a change as `p+(…)` or `p-(…)`"),
        )),
    };
    statements.into_iter().map(rule).collect()
}

/// The variables of literals, each once, in the order in which they are written.
fn variables(literals: &[Literal]) -> Vec<Arc<str>> {
    let mut names = Vec::new();
    for name in literals.iter().flat_map(|literal| literal.atom.terms()).filter_map(Term::variable) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// A literal with its variables replaced.
fn instance(literal: &Literal, names: &[Arc<str>], row: &Row) -> Literal {
    let term = |term: &Term| {
        let place = term.variable().and_then(|name| names.iter().position(|known| known == name));
        match place.and_then(|place| row.get(place)) {
            Some(value) => Term::Constant(value.clone()),
            None => term.clone(),
        }
    };
    let mut literal = literal.clone();
    literal.atom.arguments = literal.atom.arguments.iter().map(term).collect();
    let columns = literal.atom.columns.iter().map(|(column, it)| (column.clone(), term(it)));
    literal.atom.columns = columns.collect();
    literal
}
