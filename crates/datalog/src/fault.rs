//! What can make a rule of the language inadmissible.

use std::sync::Arc;

use crate::ast::{Column, Modal};
use crate::dependency::Recursion;
use crate::error::quoted;
use crate::limit::MAX_ARGUMENTS;

/// What makes a rule inadmissible.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// More than one literal stands before `:-`.
    #[error("the rule has {found} heads; write one rule for each")]
    SeveralHeads {
        /// How many heads there are.
        found: usize,
    },
    /// The head is negated.
    #[error("a head cannot be negated; what no rule derives does not hold anyway")]
    NegatedHead,
    /// The head names a policy.
    #[error("a head cannot name a policy, not even its own; write `{table}`, in the policy `{policy}`")]
    QualifiedHead {
        /// The policy it names.
        policy: Arc<str>,
        /// The table behind it.
        table: Arc<str>,
    },
    /// A fact under `execute` names a policy: without a body it is a fact, and no call of an action.
    #[error(
        "without a body this is a fact, which names no policy; to call the action, write `execute[{action}(…)] :- true`"
    )]
    ActionWithoutBody {
        /// The action.
        action: String,
    },
    /// The head is a builtin.
    #[error("`{name}` is a builtin: no rule can define it; choose another name for the table")]
    BuiltinHead {
        /// The builtin.
        name: Arc<str>,
    },
    /// The head asks for an insertion or a deletion.
    #[error("`{}[…]` cannot be a head; only `execute[…]` can", modal.word())]
    ChangingHead {
        /// What it asks for.
        modal: Modal,
    },
    /// A literal of the body asks for something instead of stating it.
    #[error("`{}[…]` cannot stand in a body; a body only reads", modal.word())]
    ModalInBody {
        /// What it asks for.
        modal: Modal,
    },
    /// A fact holds a variable.
    #[error("`{variable}` is a variable, and a fact holds only constants; write strings between quotes")]
    VariableInFact {
        /// The first variable.
        variable: Arc<str>,
    },
    /// Some of the columns of a fact, of a head or of a negated literal are not given.
    #[error("`{table}` has {}, and only {} here, where all are needed", count(*known, "column"), are_given(*given))]
    ColumnsMissing {
        /// The table.
        table: String,
        /// How many columns it has.
        known: usize,
        /// How many are given.
        given: usize,
    },
    /// No literal of the body binds a variable of the head.
    #[error("nothing in the body gives `{variable}` of the head a value")]
    UnboundHead {
        /// The first such variable.
        variable: Arc<str>,
    },
    /// No order of the body binds the variables that a negated literal or the inputs of a builtin need.
    #[error("no positive literal gives {} in {} a value", names(variables), quoted(literal))]
    UnboundInput {
        /// The literal.
        literal: String,
        /// Its unbound variables.
        variables: Vec<Arc<str>>,
    },
    /// An atom has more arguments than its table has columns.
    #[error("`{table}` has {}, and {}", count(*known, "column"), are_given(*given))]
    TooManyArguments {
        /// The table.
        table: String,
        /// How many columns it has.
        known: usize,
        /// How many arguments are given.
        given: usize,
    },
    /// A head refers to a column by name or number.
    #[error("the head refers to the column `{column}`; give its arguments by position")]
    ColumnInHead {
        /// The column.
        column: Column,
    },
    /// A literal refers to a column of a table whose columns are not known.
    #[error("the columns of `{table}` are not known; give its arguments by position")]
    ColumnsUnknown {
        /// The table.
        table: String,
    },
    /// A table has no such column.
    #[error("`{table}` has no column `{column}`{}", meant(nearest.as_deref()))]
    NoSuchColumn {
        /// The table.
        table: String,
        /// The column.
        column: Arc<str>,
        /// The column that has the most similar name.
        nearest: Option<Arc<str>>,
    },
    /// A column number beyond the last column.
    #[error("`{table}` has no column {index}; its columns are 0 to {}", known.saturating_sub(1))]
    ColumnOutOfRange {
        /// The table.
        table: String,
        /// The number.
        index: u32,
        /// How many columns there are.
        known: usize,
    },
    /// A column is given more than one value.
    #[error("the column `{column}` of `{table}` is given twice")]
    ColumnTwice {
        /// The table.
        table: String,
        /// The column.
        column: Column,
    },
    /// No builtin has this name.
    #[error("there is no builtin `{name}`{}", meant(nearest.as_deref()))]
    NoSuchBuiltin {
        /// The name.
        name: Arc<str>,
        /// The builtin that has the most similar name.
        nearest: Option<Arc<str>>,
    },
    /// A builtin has another number of arguments.
    #[error("the builtin `{name}` takes {}, and {}", count(*known, "argument"), are_given(*given))]
    BuiltinArguments {
        /// The builtin.
        name: &'static str,
        /// How many arguments it takes.
        known: usize,
        /// How many are given.
        given: usize,
    },
    /// The tables of the rule have too many columns altogether.
    #[error("the tables of this rule have more than {MAX_ARGUMENTS} columns altogether")]
    TooLarge,
    /// The rule closes a cycle among the tables.
    #[error(transparent)]
    Recursion(#[from] Recursion),
}

/// `1 column`, `2 columns`.
pub(crate) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// `1 is given`, `2 are given`.
pub(crate) fn are_given(number: usize) -> String {
    format!("{number} {} given", if number == 1 { "is" } else { "are" })
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("; did you mean `{nearest}`?"))
}

/// How many variables a message names; the others are counted.
const VARIABLES_NAMED: usize = 5;

fn names(variables: &[Arc<str>]) -> String {
    let (named, others) = variables.split_at(variables.len().min(VARIABLES_NAMED));
    let named = named.iter().map(|variable| quoted(variable)).collect::<Vec<_>>().join(", ");
    if others.is_empty() { named } else { format!("{named} and {} more", others.len()) }
}

/// The candidate most similar to `name`, if one is similar enough to be a slip of the keyboard.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<Arc<str>> {
    /// Longer names are not compared: the comparison costs the product of the lengths.
    const MAX_COMPARED_BYTES: usize = 100;
    if name.len() > MAX_COMPARED_BYTES {
        return None;
    }
    let slips = 1 + name.len() / 3;
    candidates
        .filter(|candidate| candidate.len() <= MAX_COMPARED_BYTES)
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= slips)
        .min()
        .map(|(_, candidate)| Arc::from(candidate))
}
