//! When two rules are the same rule.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::ast::{Atom, Literal, Rule, TableRef, Term};
use crate::printer::written;
use crate::resolve::by_column;
use crate::schema::{Context, Schema};
use crate::value::Value;

/// A text that is equal for two rules exactly when a policy can hold only one of them.
///
/// Layout, quotes and the order of the body do not matter, nor a `true` beside other literals, nor whether a
/// column is given by position, number or name; names of variables and repeated literals do. Of a fact, which
/// stands for a row, neither the modal matters nor whether a number is written `1` or `1.0`.
#[must_use]
pub fn identity<S: Schema>(rule: &Rule, context: &Context<'_>, schema: &S) -> String {
    if rule.is_fact() {
        let mut facts = String::with_capacity(64);
        for (number, head) in rule.heads.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            // Writing to a text cannot fail.
            let _ = write!(facts, "{comma}{}", row(&head.atom));
        }
        return facts;
    }
    let literal = |literal: &Literal| {
        let atom = by_position(&literal.atom, context, schema);
        written(literal, &atom).to_string()
    };
    let heads: Vec<_> = rule.heads.iter().map(literal).collect();
    let says_something = |it: &&Literal| !is_true(it);
    let mut body: Vec<_> = rule.body.iter().filter(says_something).map(literal).collect();
    if body.is_empty() {
        body.push("true()".to_owned());
    }
    body.sort_unstable();
    format!("{} :- {}", heads.join(", "), body.join(", "))
}

/// Whether a literal is `true`, which holds always.
pub(crate) fn is_true(literal: &Literal) -> bool {
    let Literal { negated: false, modal: None, atom: Atom { table, arguments, columns, .. }, .. } = literal
    else {
        return false;
    };
    table.policy.is_none() && &*table.table == "true" && arguments.is_empty() && columns.is_empty()
}

fn row(fact: &Atom) -> Cow<'_, Atom> {
    let is_float = |term: &Term| matches!(term, Term::Constant(Value::Float(_)));
    if !fact.arguments.iter().any(is_float) {
        return Cow::Borrowed(fact);
    }
    let value = |term: &Term| match term {
        Term::Constant(value) => Term::Constant(value.fact_identity()),
        Term::Variable(_) => term.clone(),
    };
    Cow::Owned(Atom { arguments: fact.arguments.iter().map(value).collect(), ..fact.clone() })
}

/// The atom with its columns by position as far as they are known, without the fresh variables at the end.
fn by_position<'a, S: Schema>(atom: &'a Atom, context: &Context<'_>, schema: &S) -> Cow<'a, Atom> {
    let TableRef { policy, table } = &atom.table;
    let columns = schema.columns(policy.as_deref().unwrap_or(context.policy), table);
    let Some(Ok(mut arguments)) = columns.map(|columns| by_column(atom, columns)) else {
        return Cow::Borrowed(atom);
    };
    let given = arguments.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    arguments.truncate(given);
    let skipped = || Term::Variable(Arc::from("?"));
    let arguments = arguments.into_iter().map(|argument| argument.unwrap_or_else(skipped)).collect();
    Cow::Owned(Atom { arguments, columns: Vec::new(), ..atom.clone() })
}
