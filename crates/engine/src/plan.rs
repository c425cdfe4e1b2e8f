//! Plans: the order in which the literals of a rule are matched, and how each finds its rows.
//!
//! A plan begins with nothing bound, with a row of one of the literals (what a change brings to a rule), or with a
//! row of the head (is there another way to derive it?). Then again and again the literal that is likely to leave the
//! fewest matches: first what only tests, then what an index narrows most.

use statehouse_datalog::Builtin;

use crate::rows::{IndexId, Relations, Rows as _};
use crate::rule::{Literal, Reads, Rule, Source};
use crate::table::TableId;

/// What is known when the first step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Start {
    /// Nothing.
    Nothing,
    /// A row of the literal at this place of the body.
    Literal(usize),
    /// A row of the head.
    Head,
}

/// Steps that bind the variables of a rule one after the other.
#[derive(Debug)]
pub(crate) struct Plan {
    /// How the row that the plan starts with is taken apart; without effect when there is none.
    pub given: Pattern,
    pub steps: Vec<Step>,
}

/// How a row is taken apart: what goes into a slot, and then what must be equal to what.
#[derive(Debug, Default)]
pub(crate) struct Pattern {
    /// Columns with the slots they fill.
    pub binds: Vec<(usize, usize)>,
    /// Columns with what they must hold.
    pub checks: Vec<(usize, Source)>,
}

/// One literal, with what is bound when its turn comes.
#[derive(Debug)]
pub(crate) struct Step {
    /// Its place in the body.
    pub place: usize,
    pub negated: bool,
    pub access: Access,
}

#[derive(Debug)]
pub(crate) enum Access {
    /// Every row.
    Scan { table: TableId, pattern: Pattern },
    /// The rows with this key.
    Lookup { table: TableId, index: IndexId, key: Vec<Source>, pattern: Pattern },
    /// One row: all columns are known.
    Find { table: TableId, row: Vec<Source> },
    /// A builtin.
    Call { builtin: &'static Builtin, inputs: Vec<Source>, pattern: Pattern },
    /// What never matches: a builtin written without the arguments it takes.
    Never,
}

/// With more literals than this a body is matched in the order it was checked in: looking for a better one takes time
/// quadratic in their number.
const ORDERED: usize = 40;

impl Plan {
    /// The plan of a rule. Makes the indexes it uses.
    pub fn of(rule: &Rule, start: Start, relations: &mut impl Relations) -> Self {
        let mut bound = vec![false; rule.slots];
        let given = match start {
            Start::Nothing => Pattern::default(),
            Start::Literal(place) => rule
                .body
                .get(place)
                .map(|literal| pattern(&literal.arguments, 0, &mut bound))
                .unwrap_or_default(),
            Start::Head => pattern(&rule.arguments, 0, &mut bound),
        };
        let mut left: Vec<usize> =
            (0..rule.body.len()).filter(|place| start != Start::Literal(*place)).collect();
        let mut steps = Vec::with_capacity(left.len());
        while let Some(next) = next(rule, &left, &bound, relations) {
            let place = left.remove(next);
            if let Some(literal) = rule.body.get(place) {
                steps.push(Step {
                    place,
                    negated: literal.negated,
                    access: access(literal, &mut bound, relations),
                });
            }
        }
        Self { given, steps }
    }
}

/// Which of the literals that are left is next.
fn next(rule: &Rule, left: &[usize], bound: &[bool], relations: &impl Relations) -> Option<usize> {
    if left.len() > ORDERED {
        return Some(0);
    }
    let cost = |place: &usize| rule.body.get(*place).and_then(|literal| cost(literal, bound, relations));
    let costs = left.iter().enumerate().filter_map(|(next, place)| Some((cost(place)?, next)));
    costs.min().map(|(_, next)| next)
}

/// How many matches a literal is likely to have; nothing while it cannot be asked.
fn cost(literal: &Literal, bound: &[bool], relations: &impl Relations) -> Option<usize> {
    let known = literal.arguments.iter().filter(|argument| is_known(argument, bound)).count();
    let all_known = known == literal.arguments.len();
    match literal.reads {
        Reads::Builtin(builtin) => {
            let needed = if literal.negated { literal.arguments.len() } else { builtin.inputs };
            literal.arguments.iter().take(needed).all(|argument| is_known(argument, bound)).then_some(0)
        }
        Reads::Table(_) if all_known => Some(1),
        Reads::Table(_) if literal.negated => None,
        // Each column that is known leaves, by rule of thumb, the square root.
        Reads::Table(table) => {
            let rows = relations.rows(table).map_or(0, crate::rows::Rows::len);
            Some(2 + (0..known).fold(rows, |rows, _| rows.isqrt()))
        }
    }
}

fn is_known(source: &Source, bound: &[bool]) -> bool {
    match source {
        Source::Slot(slot) => bound.get(*slot) == Some(&true),
        Source::Constant(_) => true,
    }
}

fn access(literal: &Literal, bound: &mut [bool], relations: &mut impl Relations) -> Access {
    let arguments = &literal.arguments;
    match literal.reads {
        Reads::Builtin(builtin) if arguments.len() != builtin.arity => Access::Never,
        Reads::Builtin(builtin) => {
            let inputs = arguments.iter().take(builtin.inputs).copied().collect();
            Access::Call { builtin, inputs, pattern: pattern(arguments, builtin.inputs, bound) }
        }
        Reads::Table(table) => {
            let known: Vec<usize> = (0..arguments.len())
                .filter(|column| arguments.get(*column).is_some_and(|it| is_known(it, bound)))
                .collect();
            if known.len() == arguments.len() {
                if let Some(rows) = relations.rows_mut(table) {
                    rows.make_findable();
                }
                return Access::Find { table, row: arguments.clone() };
            }
            if known.is_empty() {
                return Access::Scan { table, pattern: pattern(arguments, 0, bound) };
            }
            let key = known.iter().filter_map(|column| arguments.get(*column)).copied().collect();
            let Some(relation) = relations.rows_mut(table) else { return Access::Never };
            let index = relation.index_by(&known);
            let mut pattern = pattern(arguments, 0, bound);
            // The index has seen to these.
            pattern.checks.retain(|(column, _)| !known.contains(column));
            Access::Lookup { table, index, key, pattern }
        }
    }
}

/// Takes the columns from `first` on apart; what they bind is bound from then on.
fn pattern(arguments: &[Source], first: usize, bound: &mut [bool]) -> Pattern {
    let mut pattern = Pattern::default();
    for (column, argument) in arguments.iter().enumerate().skip(first) {
        match argument {
            Source::Slot(slot) if bound.get(*slot) == Some(&false) => {
                pattern.binds.push((column, *slot));
                if let Some(bound) = bound.get_mut(*slot) {
                    *bound = true;
                }
            }
            _ => pattern.checks.push((column, *argument)),
        }
    }
    pattern
}
