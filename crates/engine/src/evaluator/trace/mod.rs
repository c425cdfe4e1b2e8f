//! Traces: how a table comes to its rows, told as a proof from the top down.
//!
//! The form is Congress's, which follows Prolog's: a literal is called, facts and rules are tried, it exits with what it was proved
//! for, is redone for further answers, and fails when there are no more. Telling a proof takes every way there is, one after the
//! other; so it has limits of its own, and ends with a remark where it reaches one.

mod binding;
mod clause;
mod facts;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::Arc;

use statehouse_datalog::{Builtin, TableName, Value};
use statehouse_model::{PolicyKind, Reference, Row};

use self::binding::{Argument, Bindings, Bound};
use self::clause::{Clause, Definition, Goal, Reads};
use crate::builtin;
use crate::evaluator::Evaluator;
use crate::limit::{Exceeded, Limits, Spent};

/// The longest trace, in lines.
const LINES: usize = 20_000;
/// And in bytes: lines are indented, and hold rows.
const BYTES: usize = 4 << 20;
/// How many literals may be in proof at the same time: each takes a piece of the stack.
const NESTED: usize = 500;

/// Why telling ends early.
enum Stop {
    Exceeded(Exceeded),
    /// The trace is as long as it may be, or a proof as deep.
    Long,
}

impl From<Exceeded> for Stop {
    fn from(exceeded: Exceeded) -> Self {
        Self::Exceeded(exceeded)
    }
}

/// Literals that are to be proved one after the other, and where that has come to.
#[derive(Clone)]
struct Context {
    goals: Rc<[Goal]>,
    index: usize,
    /// Where the variables of these literals begin.
    base: usize,
    /// The literals that wait for these.
    previous: Option<Rc<Context>>,
    /// The policy that these literals stand in.
    policy: Arc<str>,
    depth: usize,
}

impl Context {
    fn goal(&self) -> Option<&Goal> {
        self.goals.get(self.index)
    }

    /// Whether a literal of this table is in proof already.
    fn is_within(&self, table: &TableName) -> bool {
        let above = std::iter::successors(self.previous.as_deref(), |context| context.previous.as_deref());
        let mut reads = above.filter_map(Context::goal).map(|goal| &goal.reads);
        reads.any(|reads| matches!(reads, Reads::Table(name) if name == table))
    }
}

/// Who wants answers.
struct Caller {
    /// Whether one is not enough.
    all: bool,
    answers: usize,
    /// The literals that were proved, where they are wanted.
    found: Option<Vec<String>>,
}

/// Tells proofs of one state, one after the other. What it has learnt of a table serves the next proof too.
struct Tracer<'a, 'l> {
    evaluator: &'a mut Evaluator,
    now: &'a Value,
    spent: Spent<'l>,
    bindings: Bindings,
    definitions: HashMap<TableName, Rc<Definition>>,
    /// The rows of recursive tables, as they are within themselves.
    derived: HashMap<TableName, Rc<Definition>>,
    prefixes: HashMap<Arc<str>, String>,
    text: String,
    lines: usize,
    nested: usize,
}

/// Tells how a table comes to its rows. `policy` is where somebody asks for it.
pub(super) fn trace(
    evaluator: &mut Evaluator,
    policy: &str,
    table: &TableName,
    now: &Value,
    limits: Limits<'_>,
) -> Result<String, Exceeded> {
    let columns = match evaluator.state().table(&table.policy, &table.table) {
        Some(table) => usize::try_from(table.columns).unwrap_or_default(),
        // No rule mentions it; facts that are supposed say how many it has.
        None => evaluator.supposed(table, &[]).first().map_or(0, |row| row.len()),
    };
    let arguments = (0..columns).map(Argument::Slot).collect();
    Tracer::of(evaluator, now, limits).trace(policy, table, arguments, true)
}

/// Tells how single rows come about, each up to the first proof.
///
/// The limits are for all of them together.
pub struct Proofs<'a, 'l>(Tracer<'a, 'l>);

impl<'a, 'l> Proofs<'a, 'l> {
    pub(super) fn new(evaluator: &'a mut Evaluator, now: &'a Value, limits: Limits<'l>) -> Self {
        Self(Tracer::of(evaluator, now, limits))
    }

    /// How one row of a table is derived, line by line, up to the first proof.
    ///
    /// # Errors
    /// When this and what was asked for before costs more than the limits permit.
    pub fn of(&mut self, table: &TableName, row: &[Value]) -> Result<String, Exceeded> {
        let arguments = row.iter().cloned().map(Argument::Value).collect();
        self.0.trace(&table.policy, table, arguments, false)
    }
}

impl<'a, 'l> Tracer<'a, 'l> {
    fn of(evaluator: &'a mut Evaluator, now: &'a Value, limits: Limits<'l>) -> Self {
        Self {
            evaluator,
            now,
            spent: Spent::none(limits),
            bindings: Bindings::default(),
            definitions: HashMap::new(),
            derived: HashMap::new(),
            prefixes: HashMap::new(),
            text: String::new(),
            lines: 0,
            nested: 0,
        }
    }

    /// Tells all proofs of a literal, or the first.
    fn trace(
        &mut self,
        policy: &str,
        table: &TableName,
        arguments: Vec<Argument>,
        all: bool,
    ) -> Result<String, Exceeded> {
        let columns = arguments.len();
        let names: Vec<Arc<str>> = (0..columns).map(|column| Arc::from(format!("x{column}"))).collect();
        let shown = if *table.policy == *policy { table.table.to_string() } else { table.to_string() };
        let reads = match &*table.table {
            "true" => Reads::Always(true),
            "false" => Reads::Always(false),
            _ => Reads::Table(table.clone()),
        };
        let goal = Goal { negated: false, shown, reads, arguments };
        (self.bindings, self.lines, self.nested) = (Bindings::default(), 0, 0);
        self.text.clear();
        let base = self.bindings.frame(&names);
        let policy: Arc<str> = policy.into();
        let goals = Rc::from([goal]);
        let context =
            Rc::new(Context { goals, index: 0, base, previous: None, policy: policy.clone(), depth: 0 });
        let mut caller = Caller { all, answers: 0, found: Some(Vec::new()) };
        match self.prove(&policy, &context, &mut caller) {
            Ok(_) => {}
            Err(Stop::Long) => self.text.push_str("… the trace goes on, and is told no further\n"),
            Err(Stop::Exceeded(exceeded)) => return Err(exceeded),
        }
        let found = caller.found.unwrap_or_default();
        if !found.is_empty() {
            let prefix = self.prefix(&policy).to_owned();
            let _ = writeln!(self.text, "{prefix} : Found answer [{}]", found.join(","));
        }
        Ok(std::mem::take(&mut self.text))
    }
}

impl Tracer<'_, '_> {
    /// Proves the literal that a context has come to, and what follows; true when no more answers are wanted.
    fn prove(&mut self, policy: &Arc<str>, context: &Rc<Context>, caller: &mut Caller) -> Result<bool, Stop> {
        let Some(goal) = context.goal() else { return Ok(false) };
        if self.nested >= NESTED {
            return Err(Stop::Long);
        }
        self.nested += 1;
        let outcome = match &goal.reads {
            _ if goal.negated => self.refute(policy, context, caller),
            Reads::Always(true) => {
                self.tell(policy, context, "Call")?;
                self.proved(policy, Some(context), caller, false)
            }
            Reads::Always(false) => self.failed(policy, context),
            Reads::Builtin(builtin) => self.compute(policy, builtin, context, caller),
            Reads::Table(table) if table.policy == *policy => self.look_up(policy, table, context, caller),
            Reads::Table(table) if self.exists(&table.policy) => {
                self.look_up(&table.policy, table, context, caller)
            }
            Reads::Table(table) => {
                self.tell(policy, context, "Call")?;
                self.note(policy, context, &format!("No such policy: {}", table.policy))?;
                self.failed(policy, context)
            }
        };
        self.nested -= 1;
        outcome
    }

    /// A negated literal is proved by failing to prove what it negates.
    fn refute(
        &mut self,
        policy: &Arc<str>,
        context: &Rc<Context>,
        caller: &mut Caller,
    ) -> Result<bool, Stop> {
        self.tell(policy, context, "Call")?;
        let Some(goal) = context.goal() else { return Ok(false) };
        let goals = Rc::from([Goal { negated: false, ..goal.clone() }]);
        let depth = context.depth + 1;
        let inner = Context { goals, index: 0, previous: None, depth, policy: policy.clone(), ..**context };
        let mut one = Caller { all: false, answers: 0, found: None };
        self.prove(policy, &Rc::new(inner), &mut one)?;
        if one.answers > 0 {
            self.failed(policy, context)
        } else {
            self.proved(policy, Some(context), caller, false)
        }
    }

    fn compute(
        &mut self,
        policy: &Arc<str>,
        builtin: &Builtin,
        context: &Rc<Context>,
        caller: &mut Caller,
    ) -> Result<bool, Stop> {
        self.tell(policy, context, "Call")?;
        self.spent.step()?;
        let Some(goal) = context.goal() else { return Ok(false) };
        let (inputs, outputs) = goal.arguments.split_at(builtin.inputs.min(goal.arguments.len()));
        let inputs: Option<Vec<Value>> =
            inputs.iter().map(|input| self.bindings.resolve(input, context.base).value()).collect();
        let fits = goal.arguments.len() == builtin.arity;
        let computed = inputs.filter(|_| fits).and_then(|inputs| builtin::call(builtin, &inputs, self.now));
        let mark = self.bindings.mark();
        let holds = computed.is_some_and(|values| {
            outputs.iter().zip(values).all(|(output, value)| {
                let output = self.bindings.resolve(output, context.base);
                self.bindings.unify(output, Bound::Value(value))
            })
        });
        let outcome = if holds {
            self.proved(policy, Some(context), caller, false)
        } else {
            self.failed(policy, context)
        };
        self.bindings.undo(mark);
        outcome
    }

    /// Tries the facts of a table and then its rules.
    fn look_up(
        &mut self,
        policy: &Arc<str>,
        table: &TableName,
        context: &Rc<Context>,
        caller: &mut Caller,
    ) -> Result<bool, Stop> {
        self.tell(policy, context, "Call")?;
        let definition = self.definition(policy, table, context)?;
        let (bindings, arguments) = (&self.bindings, context.goal().map_or(&[][..], |goal| &goal.arguments));
        let known = arguments.iter().map(|argument| bindings.resolve(argument, context.base).value());
        let candidates = definition.facts.candidates(known, &mut self.spent)?;
        for fact in (0..).map_while(|number| definition.facts.nth(&candidates, number)) {
            self.spent.step()?;
            let mark = self.bindings.mark();
            if self.is_fact(fact, context) {
                self.note(policy, context, &format!("Trying {}", row(&table.table, fact)))?;
                let done = self.proved(policy, Some(context), caller, true)?;
                self.bindings.undo(mark);
                if done && !caller.all {
                    return Ok(true);
                }
            }
            self.bindings.undo(mark);
        }
        for rule in &definition.rules {
            self.spent.step()?;
            self.note(policy, context, &format!("Trying {}", rule.text))?;
            let mark = self.bindings.mark();
            let base = self.bindings.frame(&rule.names);
            if self.is_head(rule, base, context) {
                let previous = Some(context.clone());
                let (goals, depth) = (rule.body.clone(), context.depth + 1);
                let body = Context { goals, index: 0, base, previous, policy: policy.clone(), depth };
                let done = self.prove(policy, &Rc::new(body), caller)?;
                if done && !caller.all {
                    self.bindings.undo(mark);
                    return Ok(true);
                }
            }
            self.bindings.undo(mark);
        }
        self.failed(policy, context)
    }

    fn is_fact(&mut self, fact: &Row, context: &Context) -> bool {
        let Some(goal) = context.goal() else { return false };
        goal.arguments.len() == fact.0.len()
            && goal.arguments.iter().zip(fact.0.iter()).all(|(argument, value)| {
                let argument = self.bindings.resolve(argument, context.base);
                self.bindings.unify(argument, Bound::Value(value.clone()))
            })
    }

    fn is_head(&mut self, rule: &Clause, base: usize, context: &Context) -> bool {
        let Some(goal) = context.goal() else { return false };
        goal.arguments.len() == rule.head.len()
            && rule.head.iter().zip(&goal.arguments).all(|(head, argument)| {
                let head = self.bindings.resolve(head, base);
                let argument = self.bindings.resolve(argument, context.base);
                self.bindings.unify(head, argument)
            })
    }

    /// A literal was proved: on to the next, to what waits for it, or to the caller.
    fn proved(
        &mut self,
        policy: &Arc<str>,
        context: Option<&Rc<Context>>,
        caller: &mut Caller,
        redo: bool,
    ) -> Result<bool, Stop> {
        let Some(context) = context else {
            caller.answers += 1;
            return Ok(!caller.all);
        };
        self.tell(policy, context, "Exit")?;
        let done = if context.index + 1 < context.goals.len() {
            let next = Rc::new(Context { index: context.index + 1, ..(**context).clone() });
            self.prove(&context.policy, &next, caller)?
        } else {
            if context.previous.is_none()
                && let (Some(found), Some(goal)) = (&mut caller.found, context.goal())
            {
                found.push(literal(&self.bindings, goal, context.base));
            }
            self.proved(policy, context.previous.as_ref(), caller, true)?
        };
        if redo && (!done || caller.all) {
            self.tell(policy, context, "Redo")?;
        }
        Ok(done)
    }

    fn failed(&mut self, policy: &Arc<str>, context: &Context) -> Result<bool, Stop> {
        self.tell(policy, context, "Fail")?;
        Ok(false)
    }

    /// What defines a table. Within itself a recursive one is what was derived: its proof would have no end.
    fn definition(
        &mut self,
        policy: &str,
        table: &TableName,
        context: &Context,
    ) -> Result<Rc<Definition>, Stop> {
        let kind = self.evaluator.state().policy(&Reference::from(policy)).map(|policy| policy.kind);
        if kind == Some(PolicyKind::Z3) && context.is_within(table) {
            if let Some(known) = self.derived.get(table) {
                return Ok(known.clone());
            }
            let rows = self.evaluator.rows_for(table, self.now, &mut self.spent)?;
            rows.iter().try_for_each(|_| self.spent.step())?;
            let rows = Rc::new(Definition::facts(rows.into_iter().map(|row| row.into_vec().into())));
            self.derived.insert(table.clone(), rows.clone());
            return Ok(rows);
        }
        if let Some(known) = self.definitions.get(table) {
            return Ok(known.clone());
        }
        let mut definition = Definition::of(table, self.evaluator.state(), &mut self.spent)?;
        let supposed = self.evaluator.supposed(table, definition.facts.rows());
        definition.facts.extend(supposed.into_iter().map(|row| Row(row.into())));
        let definition = Rc::new(definition);
        self.definitions.insert(table.clone(), definition.clone());
        Ok(definition)
    }

    fn exists(&self, policy: &str) -> bool {
        let (state, name) = (self.evaluator.state(), Reference::from(policy));
        state.policy(&name).is_some() || state.data_source(&name).is_some()
    }

    fn tell(&mut self, policy: &Arc<str>, context: &Context, what: &str) -> Result<(), Stop> {
        let Some(goal) = context.goal() else { return Ok(()) };
        let shown = literal(&self.bindings, goal, context.base);
        self.line(policy, context.depth, what, &shown)
    }

    fn note(&mut self, policy: &Arc<str>, context: &Context, text: &str) -> Result<(), Stop> {
        self.line(policy, context.depth, "Note", text)
    }

    fn line(&mut self, policy: &Arc<str>, depth: usize, what: &str, text: &str) -> Result<(), Stop> {
        if self.lines >= LINES || self.text.len() >= BYTES {
            return Err(Stop::Long);
        }
        self.lines += 1;
        self.spent.step()?;
        let prefix = self.prefix(policy).to_owned();
        let _ = writeln!(self.text, "{prefix} : {}{what}: {text}", "| ".repeat(depth));
        Ok(())
    }

    /// What the lines about a policy begin with: its abbreviation.
    fn prefix(&mut self, policy: &Arc<str>) -> &str {
        let state = self.evaluator.state();
        self.prefixes.entry(policy.clone()).or_insert_with(|| {
            let found = state.policy(&Reference::from(&**policy));
            let short = found.map_or_else(|| policy.chars().take(5).collect(), |it| it.abbreviation.clone());
            format!("{short:<5}")
        })
    }
}

/// A literal with what its variables are bound to.
fn literal(bindings: &Bindings, goal: &Goal, base: usize) -> String {
    let arguments: Vec<_> = goal.arguments.iter().map(|argument| bindings.shown(argument, base)).collect();
    format!("{}{}({})", if goal.negated { "not " } else { "" }, goal.shown, arguments.join(", "))
}

fn row(table: &str, row: &Row) -> String {
    let values: Vec<_> = row.0.iter().map(Value::to_string).collect();
    format!("{table}({})", values.join(", "))
}
