//! The evaluator: an engine that always agrees with a state.
//!
//! It is made from a state and advanced by the changes that lead to the next. What the changes touch is told to the engine and
//! nothing else; and since the meaning of a rule rests on more than its text, a rule is looked at again when that changes:
//! columns have names as long as their data source is there, and the bare name of a builtin is that of a table as long as one
//! is mentioned.

pub(crate) mod facts;
mod mentioned;
mod question;
mod simulation;
mod supposed;
mod touched;
mod trace;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use statehouse_datalog::{Checked, Relation, TableName, Value};
use statehouse_model::{Change, PolicyKind, Revision, Rule, RuleId, State};

use crate::evaluator::facts::Fact;
use crate::evaluator::mentioned::Mentioned;
pub use crate::evaluator::simulation::{Simulated, Simulation, SimulationError};
use crate::evaluator::touched::Touched;
pub use crate::evaluator::trace::Proofs;
use crate::limit::Spent;
use crate::{Caller, Change as Told, Difference, Engine, Exceeded, Kept, Limits, Row};

/// Evaluates the policies of a state over the rows of its data sources.
///
/// A rule that does not fit its tables any more, because a data source went whose columns it names, takes no part until it
/// fits again. A data source that is not enabled has no rows here.
#[derive(Debug)]
pub struct Evaluator {
    engine: Engine,
    state: Arc<State>,
    /// The rules of the state.
    rules: HashMap<RuleId, Known>,
    mentioned: Mentioned,
    /// The tables that have facts which no state keeps.
    supposed: BTreeSet<TableName>,
}

/// A rule of the state.
#[derive(Debug)]
struct Known {
    rule: Arc<Rule>,
    /// The name of its policy, as it was when the rule came.
    policy: Arc<str>,
}

/// What is told of a rule that takes part.
struct Defined {
    id: RuleId,
    policy: Arc<str>,
    recursive: bool,
    checked: Checked,
}

impl Defined {
    fn told(&self) -> Told<'_> {
        let Self { id, policy, recursive, checked } = self;
        Told::Define { id: id.as_str(), policy, recursive: *recursive, rule: checked }
    }
}

impl Evaluator {
    /// An evaluator that agrees with this state. Each rule and each row that it takes in is a step.
    ///
    /// # Errors
    /// When that costs more than the limits permit.
    pub fn of(state: Arc<State>, limits: Limits<'_>) -> Result<Self, Exceeded> {
        let mut evaluator = Self {
            engine: Engine::new(),
            state,
            rules: HashMap::new(),
            mentioned: Mentioned::default(),
            supposed: BTreeSet::new(),
        };
        let state = evaluator.state.clone();
        let mut spent = Spent::none(limits);
        for source in state.data_sources() {
            for (table, rows) in facts::of_source(&state, &source.id) {
                evaluator.engine.learn_rows(&table, rows.map(|row| &*row.0), &mut spent)?;
            }
        }
        for rule in state.policies().flat_map(|policy| state.rules(&policy.id)) {
            if let Some(defined) = evaluator.take_up(rule.clone()) {
                evaluator.engine.learn_rule(&defined.told(), &mut spent)?;
            }
        }
        Ok(evaluator)
    }

    /// The revision of the state that the evaluator agrees with.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.state.revision()
    }

    /// The state that the evaluator agrees with.
    #[must_use]
    pub fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// Goes on to another state: the one that these changes lead to from where the evaluator is. Answers what became of the
    /// tables that are watched. `now` is what the builtin of that name says.
    pub fn advance<'a>(
        &mut self,
        changes: impl IntoIterator<Item = &'a Change>,
        to: Arc<State>,
        now: &Value,
        limits: Limits<'_>,
    ) -> Vec<Difference> {
        let touched = Touched::by(changes);
        self.follow(&touched, to, now, limits)
    }

    /// The rows of a table, sorted. None for a table that nobody mentions.
    ///
    /// # Errors
    /// When deriving them would cost more than the limits permit.
    pub fn rows(&mut self, table: &TableName, now: &Value, limits: Limits<'_>) -> Result<Vec<Row>, Exceeded> {
        self.rows_for(table, now, &mut Spent::none(limits))
    }

    /// The same as part of something that has spent this already.
    fn rows_for(
        &mut self,
        table: &TableName,
        now: &Value,
        spent: &mut Spent<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        match &*table.table {
            // What holds whatever the rules say has a row where it has no columns, and cannot be listed otherwise.
            "true" => {
                let has_columns = self.state.table(&table.policy, "true").is_some_and(|it| it.columns > 0);
                Ok(if has_columns { Vec::new() } else { vec![Row::default()] })
            }
            "false" => Ok(Vec::new()),
            _ => self.engine.rows_for(table, now, spent),
        }
    }

    /// How a table comes to its rows, line by line, as somebody sees it who asks for it in a policy or data source.
    ///
    /// # Errors
    /// As [`Evaluator::rows`].
    pub fn trace(
        &mut self,
        policy: &str,
        table: &TableName,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<String, Exceeded> {
        trace::trace(self, policy, table, now, limits)
    }

    /// Tells how single rows are derived. The limits are for all that is told together.
    pub fn proofs<'a, 'l>(&'a mut self, now: &'a Value, limits: Limits<'l>) -> Proofs<'a, 'l> {
        Proofs::new(self, now, limits)
    }

    /// The arguments with which the rules of a policy ask for an action to be called, sorted.
    ///
    /// # Errors
    /// As [`Evaluator::rows`].
    pub fn calls(
        &mut self,
        policy: &str,
        action: &TableName,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        self.engine.calls(policy, action, now, limits)
    }

    /// Has all calls of actions told of from now on by [`Evaluator::advance`], those by rules that are still to come included, and
    /// answers those of which there are rules. Those there are now are to be asked for ([`Evaluator::calls`]), and again after evaluating
    /// has exceeded the limits: until then nothing is told of them.
    pub fn watch_calls(&mut self) -> BTreeSet<Caller> {
        self.engine.watch_calls()
    }

    /// Has the changes of a table told of from now on by [`Evaluator::advance`], and answers what it holds now.
    ///
    /// # Errors
    /// As [`Evaluator::rows`]; then nothing is told of.
    pub fn watch(
        &mut self,
        table: &TableName,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        self.engine.watch(table, now, limits)
    }

    /// Whether the rows of a table depend on the time of day.
    #[must_use]
    pub fn depends_on_time(&self, table: &TableName) -> bool {
        self.engine.depends_on_time(table)
    }

    /// All tables whose rows depend on the time of day.
    #[must_use]
    pub fn all_that_depend_on_time(&self) -> BTreeSet<TableName> {
        self.engine.all_that_depend_on_time()
    }

    /// What is derived and kept up to date.
    #[must_use]
    pub fn kept(&self) -> Kept {
        self.engine.kept()
    }

    /// Has the changes of a table told of no longer.
    pub fn unwatch(&mut self, table: &TableName) {
        self.engine.unwatch(table);
    }

    fn follow(
        &mut self,
        touched: &Touched<'_>,
        to: Arc<State>,
        now: &Value,
        limits: Limits<'_>,
    ) -> Vec<Difference> {
        let facts = facts::of(touched, &self.state, &to);
        let before = std::mem::replace(&mut self.state, to);
        let (forgotten, defined) = self.look_again(touched, &before);
        let facts = facts.iter().map(|Fact { table, row, comes }| {
            let row: &[Value] = &row.0;
            if *comes { Told::State { table, row } } else { Told::Retract { table, row } }
        });
        let forgotten = forgotten.iter().map(|id| Told::Forget { id: id.as_str() });
        let defined = defined.iter().map(Defined::told);
        self.engine.apply(facts.chain(forgotten).chain(defined), now, limits)
    }

    /// The rules that take no part from now on, and those that do, or do so in another way.
    fn look_again(&mut self, touched: &Touched<'_>, before: &State) -> (Vec<RuleId>, Vec<Defined>) {
        let mut rules = touched.rules.clone();
        for id in self.mentioned.resting_on(touched, before, &self.state) {
            if let Some(known) = self.rules.get(&id) {
                rules.entry(id).or_insert_with(|| Some(known.rule.clone()));
            }
        }
        let (mut forgotten, mut defined) = (Vec::new(), Vec::new());
        for (id, rule) in rules {
            if let Some(known) = self.rules.remove(&id) {
                self.mentioned.remove(&known.rule, &known.policy);
            }
            match rule.and_then(|rule| self.take_up(rule)) {
                Some(rule) => defined.push(rule),
                None => forgotten.push(id),
            }
        }
        (forgotten, defined)
    }

    /// Remembers a rule, and answers what it means now, if it fits its tables.
    fn take_up(&mut self, rule: Arc<Rule>) -> Option<Defined> {
        let policy = self.state.policy_by_id(&rule.policy)?;
        let name: Arc<str> = policy.name.as_str().into();
        self.mentioned.insert(&rule, &name);
        let checked = self.state.meaning(&rule);
        let recursive = checked.as_ref().is_ok_and(|checked| may_be_recursive(&self.state, checked));
        let id = rule.id.clone();
        self.rules.insert(id.clone(), Known { rule, policy: name.clone() });
        Some(Defined { id, policy: name, recursive, checked: checked.ok()? })
    }
}

/// Whether the rules of the table that a rule defines may be recursive: the policy says so that the table is in, which is another than
/// the rule's where an action has effects.
pub(crate) fn may_be_recursive(state: &State, rule: &Checked) -> bool {
    let Relation::Table(head) = &rule.head.relation else { return false };
    state.policy_named(&head.policy).is_some_and(|policy| policy.kind == PolicyKind::Z3)
}
