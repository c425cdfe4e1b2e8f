//! What is legal and probably wrong.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::ast::{Literal, Rule, Term};
use crate::builtin::Builtin;
use crate::fault::{are_given, count};
use crate::limit::MAX_REMARKS;
use crate::resolve::{Relation, Resolved};
use crate::schema::{Context, Schema, TableName};
use crate::span::Position;
use crate::value::Value;

/// Something legal that the author probably did not mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands.
    pub position: Position,
    /// What it is.
    pub concern: Concern,
}

/// What an author probably did not mean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Concern {
    /// `_` stands twice: it is a variable like any other, and joins with itself.
    #[error("`_` stands here again and has to have the same value; give the columns names of their own")]
    UnderscoreJoins,
    /// An atom gives fewer arguments than its table has columns; the others may have any value.
    #[error("`{table}` has {}, and only {}; the others may have any value", count(*known, "column"), are_given(*given))]
    ColumnsFilled {
        /// The table.
        table: String,
        /// How many columns it has.
        known: usize,
        /// How many are given.
        given: usize,
    },
    /// The name of a table ends in `.`, which is a letter: the statement does not end there.
    #[error("the `.` belongs to the name of the table `{table}`; leave a space before it to end the rule")]
    EndsInDot {
        /// The table.
        table: String,
    },
    /// No rule or data source defines the table.
    #[error("nobody defines `{table}`, so it is empty")]
    Undefined {
        /// The table.
        table: TableName,
    },
    /// One column is compared with an integer and with the float that equals it; they never match each other.
    #[error("`{integer}` and `{float}` stand in the same column of `{table}` and never match each other")]
    MixedNumbers {
        /// The table.
        table: TableName,
        /// The integer.
        integer: Value,
        /// The float.
        float: Value,
    },
    /// A table has the name of a builtin with another number of arguments.
    #[error("`{name}` takes {} as a builtin; with {given} it is a table like any other", count(*known, "argument"))]
    LikeBuiltin {
        /// The name.
        name: &'static str,
        /// How many arguments the builtin takes.
        known: usize,
        /// How many are given.
        given: usize,
    },
    /// A builtin stands without arguments, and never matches.
    #[error("the builtin `{name}` takes {}; without any it never matches", count(*known, "argument"))]
    NeverMatches {
        /// The name.
        name: &'static str,
        /// How many arguments it takes.
        known: usize,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.position, self.concern)
    }
}

/// Whether there can be no warning about a rule, whatever is known of tables: it is a fact of a table with an ordinary name.
#[must_use]
pub fn is_beyond_doubt(rule: &Rule) -> bool {
    rule.is_fact() && !rule.heads.iter().any(ends_in_dot)
}

pub(crate) fn find<S: Schema>(
    rule: &Rule,
    context: &Context<'_>,
    schema: &S,
    body: &[Resolved],
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    dots(rule, &mut warnings);
    underscores(rule, &mut warnings);
    let is_float = |term: &Term| matches!(term, Term::Constant(Value::Float(_)));
    let has_floats = body.iter().any(|resolved| resolved.arguments.iter().any(is_float));
    let mut numbers = Numbers::default();
    for (literal, resolved) in rule.body.iter().zip(body) {
        let mut warn = |concern| warnings.push(Warning { position: literal.span.position, concern });
        match &resolved.relation {
            Relation::Builtin(builtin) => {
                if resolved.arguments.is_empty() {
                    warn(Concern::NeverMatches { name: builtin.name, known: builtin.arity });
                }
            }
            Relation::Table(table) => {
                shape(literal, resolved, context, table).into_iter().for_each(&mut warn);
                if !is_defined(table, context, schema) {
                    warn(Concern::Undefined { table: table.clone() });
                }
                if has_floats {
                    numbers.compare(table, resolved).into_iter().for_each(&mut warn);
                }
            }
        }
    }
    warnings.truncate(MAX_REMARKS);
    warnings
}

/// `true` and `false` need no definition, and neither do the tables that an action policy reads of itself: they may be
/// actions, which hold when a simulation calls them.
fn is_defined<S: Schema>(table: &TableName, context: &Context<'_>, schema: &S) -> bool {
    matches!(&*table.table, "true" | "false")
        || (context.action_policy && &*table.policy == context.policy)
        || schema.defines(&table.policy, &table.table)
        || schema.columns(&table.policy, &table.table).is_some()
}

fn ends_in_dot(literal: &Literal) -> bool {
    literal.atom.table.table.ends_with('.')
}

fn dots(rule: &Rule, warnings: &mut Vec<Warning>) {
    for literal in rule.literals().filter(|literal| ends_in_dot(literal)) {
        let concern = Concern::EndsInDot { table: literal.atom.table.to_string() };
        warnings.push(Warning { position: literal.span.position, concern });
    }
}

fn underscores(rule: &Rule, warnings: &mut Vec<Warning>) {
    let is_underscore = |term: &&Term| term.variable().is_some_and(|name| &**name == "_");
    let mut seen = false;
    for literal in &rule.body {
        for _ in literal.atom.terms().filter(is_underscore) {
            if seen {
                let position = literal.span.position;
                warnings.push(Warning { position, concern: Concern::UnderscoreJoins });
            }
            seen = true;
        }
    }
}

fn shape(
    literal: &Literal,
    resolved: &Resolved,
    context: &Context<'_>,
    table: &TableName,
) -> Option<Concern> {
    let known = resolved.arguments.len();
    let given = known - resolved.fresh;
    // Columns given by name are a choice; columns left out at the end may be a mistake.
    if resolved.fresh > 0 && literal.atom.columns.is_empty() {
        return Some(Concern::ColumnsFilled { table: literal.atom.table.to_string(), known, given });
    }
    let builtin = Builtin::named(&table.table).filter(|_| &*table.policy == context.policy)?;
    (builtin.arity != known).then_some(Concern::LikeBuiltin {
        name: builtin.name,
        known: builtin.arity,
        given,
    })
}

/// The numbers that stand in each column of each table.
#[derive(Default)]
struct Numbers {
    seen: HashMap<(TableName, usize, Value), Value>,
    warned: HashSet<(TableName, usize)>,
}

impl Numbers {
    fn compare(&mut self, table: &TableName, resolved: &Resolved) -> Option<Concern> {
        for (column, term) in resolved.arguments.iter().enumerate() {
            let Term::Constant(value @ (Value::Integer(_) | Value::Float(_))) = term else { continue };
            let key = (table.clone(), column, value.fact_identity());
            let first = self.seen.entry(key).or_insert_with(|| value.clone());
            if first != value && self.warned.insert((table.clone(), column)) {
                let (integer, float) =
                    if matches!(value, Value::Float(_)) { (&*first, value) } else { (value, &*first) };
                let (integer, float) = (integer.clone(), float.clone());
                return Some(Concern::MixedNumbers { table: table.clone(), integer, float });
            }
        }
        None
    }
}
