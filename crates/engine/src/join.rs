//! Matching a plan: every way to bind the variables of a rule.
//!
//! The steps of a plan are walked forth and back with a cursor for each, and no recursion: a rule may have more literals
//! than a stack has room for.

use statehouse_datalog::Value;

use crate::builtin;
use crate::limit::{Exceeded, Spent};
use crate::plan::{Access, Pattern, Plan, Step};
use crate::rows::{Relations, RowId, Rows as _, View};
use crate::rule::{Rule, Source};
use crate::symbol::{Symbol, Symbols};

/// Which view each literal reads.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Views {
    /// All the same.
    All(View),
    /// Around the literal that a change came to: those before it read the new view, those behind it the old. Summed up
    /// over all literals, each way to match that the changes bring or take is counted once.
    Around(usize),
}

impl Views {
    fn at(self, place: usize) -> View {
        match self {
            Self::All(view) => view,
            Self::Around(driver) if place < driver => View::New,
            Self::Around(_) => View::Old,
        }
    }
}

/// A rule with a plan, ready to be matched.
#[derive(Debug)]
pub(crate) struct Match<'a> {
    rule: &'a Rule,
    plan: &'a Plan,
    /// What is bound, by slot.
    frame: Vec<Symbol>,
    head: Vec<Symbol>,
    cursors: Vec<Cursor>,
}

/// What matching reads, beside the rule and the plan.
pub(crate) struct Reading<'a, 'l, R> {
    pub relations: &'a R,
    pub symbols: &'a mut Symbols,
    pub spent: &'a mut Spent<'l>,
    pub now: &'a Value,
    pub views: Views,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug)]
enum Cursor {
    /// Its first match is to be found.
    Fresh,
    /// The next place of a relation to look at.
    Place(usize),
    /// The next row of a chain to look at.
    Chain(Option<RowId>),
    /// There are no further matches.
    Done,
}

impl<'a> Match<'a> {
    pub fn of(rule: &'a Rule, plan: &'a Plan) -> Self {
        Self {
            rule,
            plan,
            frame: vec![Symbol::default(); rule.slots],
            head: Vec::with_capacity(rule.arguments.len()),
            cursors: vec![Cursor::Fresh; plan.steps.len()],
        }
    }

    /// Calls `found` with the head's row for every way to match that begins with the given row; ends early when it says so.
    pub fn run<R: Relations>(
        &mut self,
        reads: &mut Reading<'_, '_, R>,
        given: &[Symbol],
        mut found: impl FnMut(&[Symbol]) -> bool,
    ) -> Result<(), Exceeded> {
        let Self { rule, plan, frame, head, cursors } = self;
        if !fits(&plan.given, given, frame) {
            return Ok(());
        }
        let mut level = 0;
        if let Some(cursor) = cursors.first_mut() {
            *cursor = Cursor::Fresh;
        }
        loop {
            let went_on = if let (Some(step), Some(cursor)) = (plan.steps.get(level), cursors.get_mut(level))
            {
                reads.advance(step, cursor, frame)?
            } else {
                reads.spent.row()?;
                fill(&rule.arguments, frame, head);
                if !found(head) {
                    return Ok(());
                }
                false
            };
            if went_on {
                level += 1;
                if let Some(cursor) = cursors.get_mut(level) {
                    *cursor = Cursor::Fresh;
                }
            } else if level == 0 {
                return Ok(());
            } else {
                level -= 1;
            }
        }
    }
}

impl<R: Relations> Reading<'_, '_, R> {
    /// The next match of a step; false when there is none.
    fn advance(&mut self, step: &Step, cursor: &mut Cursor, frame: &mut [Symbol]) -> Result<bool, Exceeded> {
        let view = self.views.at(step.place);
        match &step.access {
            Access::Scan { table, pattern } => {
                let Some(relation) = self.relations.rows(*table) else { return Ok(false) };
                let mut place = if let Cursor::Place(place) = *cursor { place } else { 0 };
                while place < relation.places() {
                    self.spent.step()?;
                    let row = relation.at(place, view);
                    place += 1;
                    if row.is_some_and(|row| fits(pattern, relation.row(row), frame)) {
                        *cursor = Cursor::Place(place);
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Access::Lookup { table, index, key, pattern } => {
                let Some(relation) = self.relations.rows(*table) else { return Ok(false) };
                let mut next = match *cursor {
                    Cursor::Chain(next) => next,
                    _ => with_key(key, frame, |key| relation.first_by(*index, key)),
                };
                while let Some(row) = next {
                    self.spent.step()?;
                    next = relation.next_by(*index, row);
                    if relation.shows(row, view) && fits(pattern, relation.row(row), frame) {
                        *cursor = Cursor::Chain(next);
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ if matches!(cursor, Cursor::Done) => Ok(false),
            Access::Find { table, row } => {
                *cursor = Cursor::Done;
                self.spent.step()?;
                let relation = self.relations.rows(*table);
                let is_there =
                    relation.is_some_and(|relation| with_key(row, frame, |row| relation.has(row, view)));
                Ok(is_there != step.negated)
            }
            Access::Call { builtin, inputs, pattern } => {
                *cursor = Cursor::Done;
                self.spent.step()?;
                let inputs: Vec<Value> =
                    inputs.iter().map(|input| self.symbols.value(symbol(*input, frame))).collect();
                let outputs = builtin::call(builtin, &inputs, self.now);
                for output in outputs.iter().flatten() {
                    if let Value::String(text) = output {
                        self.spent.text(text.len())?;
                    }
                }
                let row = outputs.map(|outputs| {
                    let known = std::iter::repeat_n(Symbol::default(), builtin.inputs);
                    known.chain(outputs.iter().map(|value| self.symbols.of(value))).collect::<Vec<_>>()
                });
                Ok(row.is_some_and(|row| fits(pattern, &row, frame)) != step.negated)
            }
            Access::Never => {
                *cursor = Cursor::Done;
                Ok(step.negated)
            }
        }
    }
}

/// Takes a row apart; false when it does not have what it must.
fn fits(pattern: &Pattern, row: &[Symbol], frame: &mut [Symbol]) -> bool {
    for (column, slot) in &pattern.binds {
        if let (Some(slot), Some(symbol)) = (frame.get_mut(*slot), row.get(*column)) {
            *slot = *symbol;
        }
    }
    pattern.checks.iter().all(|(column, source)| row.get(*column) == Some(&symbol(*source, frame)))
}

fn symbol(source: Source, frame: &[Symbol]) -> Symbol {
    match source {
        Source::Slot(slot) => frame.get(slot).copied().unwrap_or_default(),
        Source::Constant(symbol) => symbol,
    }
}

fn fill(sources: &[Source], frame: &[Symbol], row: &mut Vec<Symbol>) {
    row.clear();
    row.extend(sources.iter().map(|source| symbol(*source, frame)));
}

/// Most keys are short: those need no allocation.
const SHORT: usize = 8;

fn with_key<T>(sources: &[Source], frame: &[Symbol], look: impl FnOnce(&[Symbol]) -> T) -> T {
    let mut short = [Symbol::default(); SHORT];
    match short.get_mut(..sources.len()) {
        Some(key) => {
            for (place, source) in key.iter_mut().zip(sources) {
                *place = symbol(*source, frame);
            }
            look(key)
        }
        None => look(&sources.iter().map(|source| symbol(*source, frame)).collect::<Vec<_>>()),
    }
}
