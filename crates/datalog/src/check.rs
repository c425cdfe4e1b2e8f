//! Whether a rule can be put into a policy, and what it means there.
//!
//! Checking costs what the rule itself holds: what is known about a table is one look-up. Recursion is looked for
//! apart, in [`crate::find_forbidden_recursion`].

use std::sync::Arc;

use crate::ast::{Literal, Modal, Rule, Term};
use crate::builtin::Builtin;
use crate::dependency::{Dependency, Recursion};
use crate::error::RuleError;
use crate::fault::Fault;
use crate::limit::MAX_REMARKS;
use crate::resolve::{Relation, Resolved, Resolver};
use crate::safety::{self, Demand};
use crate::schema::{Context, Schema, TableName};
use crate::warning::{self, Warning};

/// A rule that can be put into a policy, with all that was found out about it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The head: its table, with one argument for each column.
    pub head: Resolved,
    /// The modal around the head: none or `execute`. A fact is a row whatever the modal, and has none here.
    pub modal: Option<Modal>,
    /// The body in an order in which it can be evaluated: every literal finds the variables it needs bound.
    pub body: Vec<CheckedLiteral>,
    /// Every table the rule mentions, the head's first.
    pub mentions: Vec<Mention>,
    /// What is legal and probably wrong.
    pub warnings: Vec<Warning>,
}

/// A literal of a body, with what it reads.
#[derive(Clone, Debug)]
pub struct CheckedLiteral {
    /// Whether it holds when nothing matches.
    pub negated: bool,
    /// What is read.
    pub atom: Resolved,
    /// Its place in the body as written, counted from 0.
    pub place: usize,
}

/// A table that a rule mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The table.
    pub table: TableName,
    /// Its number of columns, as known before or, for a table nobody mentioned, as given here.
    pub arity: usize,
    /// Whether it is the head.
    pub is_head: bool,
    /// Whether the literal is negated.
    pub negated: bool,
}

impl Checked {
    /// The table the rule adds rows to in its own policy; nothing when it calls an action of another.
    #[must_use]
    pub fn defines(&self, context: &Context<'_>) -> Option<&TableName> {
        match &self.head.relation {
            Relation::Table(table) if &*table.policy == context.policy => Some(table),
            _ => None,
        }
    }

    /// The tables that the rule's rows depend on. `recursive` says whether its policy permits recursion.
    pub fn dependencies(&self, recursive: bool) -> impl Iterator<Item = Dependency> {
        self.mentions.iter().filter(|mention| !mention.is_head).map(move |mention| Dependency {
            table: mention.table.clone(),
            negated: mention.negated,
            recursive,
        })
    }
}

/// Checks a rule that is being put into a policy.
///
/// # Errors
/// What makes the rule inadmissible, in the order of the text: at most [`MAX_REMARKS`] faults. Whether all variables
/// are bound is looked at only when nothing else is wrong.
pub fn check<S: Schema>(rule: &Rule, context: &Context<'_>, schema: &S) -> Result<Checked, Vec<RuleError>> {
    let mut resolver = Resolver::new(rule, context, schema);
    let mut errors = Vec::new();
    let head = one_head(rule).and_then(|head| self::head(rule, head, &mut resolver));
    let head = head.map_err(|error| errors.push(error)).ok();
    let mut body = Vec::with_capacity(rule.body.len());
    for literal in &rule.body {
        match self::body(literal, &mut resolver) {
            Ok(atom) => body.push(atom),
            Err(error) if errors.len() < MAX_REMARKS => errors.push(error),
            Err(_) => break,
        }
    }
    let (Some(head), true) = (head, errors.is_empty()) else { return Err(errors) };
    let order = order_body(rule, &head, &body, context)?;
    let mentions = mentions(rule, &head, &body);
    let warnings = warning::find(rule, context, schema, &body);
    let mut body: Vec<_> = body.into_iter().map(Some).collect();
    let body = order.into_iter().filter_map(|place| {
        let atom = body.get_mut(place).and_then(Option::take)?;
        let negated = rule.body.get(place)?.negated;
        Some(CheckedLiteral { negated, atom, place })
    });
    let modal = rule.heads.first().and_then(|head| head.modal).filter(|_| !rule.is_fact());
    Ok(Checked { head, modal, body: body.collect(), mentions, warnings })
}

fn one_head(rule: &Rule) -> Result<&Literal, RuleError> {
    match rule.heads.as_slice() {
        [head] => Ok(head),
        heads => {
            let position = heads.get(1).map_or(rule.span, |head| head.span).position;
            Err(RuleError::Inadmissible { position, fault: Fault::SeveralHeads { found: heads.len() } })
        }
    }
}

fn head<S: Schema>(
    rule: &Rule,
    head: &Literal,
    resolver: &mut Resolver<'_, S>,
) -> Result<Resolved, RuleError> {
    let fault = |fault| inadmissible(head, fault);
    refuse_head_form(rule, head, resolver.context).map_err(fault)?;
    let atom = resolver.head(&head.atom).map_err(fault)?;
    if atom.fresh > 0 && (rule.is_fact() || !resolver.context.action_policy) {
        let (known, given) = (atom.arguments.len(), head.atom.arguments.len());
        return Err(fault(Fault::ColumnsMissing { table: head.atom.table.to_string(), known, given }));
    }
    let variable = head.atom.arguments.iter().find_map(Term::variable);
    match variable {
        Some(variable) if rule.is_fact() => {
            Err(fault(Fault::VariableInFact { variable: Arc::clone(variable) }))
        }
        _ => Ok(atom),
    }
}

fn refuse_head_form(rule: &Rule, head: &Literal, context: &Context<'_>) -> Result<(), Fault> {
    if head.negated {
        return Err(Fault::NegatedHead);
    }
    let is_fact = rule.is_fact();
    match head.modal {
        Some(modal @ Modal::Delete) => return Err(Fault::ChangingHead { modal }),
        Some(modal @ Modal::Insert) if !is_fact => return Err(Fault::ChangingHead { modal }),
        // A fact is a row of its own policy, whatever the modal.
        _ => {}
    }
    let is_execute = head.modal == Some(Modal::Execute);
    let table = &head.atom.table;
    // What an action does to another policy's tables is written with that policy's name.
    let is_effect = context.action_policy && table.table.ends_with(['+', '-']);
    match &table.policy {
        Some(_) if !is_fact && (is_execute || is_effect) => Ok(()),
        Some(_) if is_execute => Err(Fault::ActionWithoutBody { action: table.to_string() }),
        Some(policy) => {
            Err(Fault::QualifiedHead { policy: Arc::clone(policy), table: Arc::clone(&table.table) })
        }
        None if Builtin::named(&table.table).is_some() => {
            Err(Fault::BuiltinHead { name: Arc::clone(&table.table) })
        }
        None => Ok(()),
    }
}

fn body<S: Schema>(literal: &Literal, resolver: &mut Resolver<'_, S>) -> Result<Resolved, RuleError> {
    let fault = |fault| inadmissible(literal, fault);
    if let Some(modal) = literal.modal {
        return Err(fault(Fault::ModalInBody { modal }));
    }
    let atom = resolver.body(&literal.atom).map_err(fault)?;
    if literal.negated && atom.fresh > 0 {
        let (known, given) = (atom.arguments.len(), atom.arguments.len() - atom.fresh);
        return Err(fault(Fault::ColumnsMissing { table: literal.atom.table.to_string(), known, given }));
    }
    Ok(atom)
}

/// The order to evaluate the body in.
fn order_body(
    rule: &Rule,
    head: &Resolved,
    body: &[Resolved],
    context: &Context<'_>,
) -> Result<Vec<usize>, Vec<RuleError>> {
    if rule.is_fact() {
        return Ok(Vec::new());
    }
    let demands: Vec<_> =
        rule.body.iter().zip(body).map(|(literal, atom)| Demand::of(literal.negated, atom)).collect();
    let order = safety::order(&demands);
    let mut errors = Vec::new();
    let unbound = head.arguments.iter().filter_map(Term::variable).find(|name| !order.bound.contains(name));
    if let (Some(variable), false, Some(head)) = (unbound, context.action_policy, rule.heads.first()) {
        errors.push(inadmissible(head, Fault::UnboundHead { variable: Arc::clone(variable) }));
    }
    for (place, variables) in order.unsafe_literals.into_iter().take(MAX_REMARKS) {
        if let Some(literal) = rule.body.get(place) {
            let fault = Fault::UnboundInput { literal: literal.to_string(), variables };
            errors.push(inadmissible(literal, fault));
        }
    }
    if errors.is_empty() { Ok(order.safe) } else { Err(errors) }
}

fn mentions(rule: &Rule, head: &Resolved, body: &[Resolved]) -> Vec<Mention> {
    let mention = |atom: &Resolved, is_head, negated| match &atom.relation {
        Relation::Table(table) => {
            Some(Mention { table: table.clone(), arity: atom.arguments.len(), is_head, negated })
        }
        Relation::Builtin(_) => None,
    };
    let body = rule.body.iter().zip(body).filter_map(|(literal, atom)| mention(atom, false, literal.negated));
    mention(head, true, false).into_iter().chain(body).collect()
}

impl Recursion {
    /// The error for the rule that closes the cycle.
    #[must_use]
    pub fn in_rule(self, rule: &Rule) -> RuleError {
        RuleError::Inadmissible { position: rule.span.position, fault: Fault::Recursion(self) }
    }
}

fn inadmissible(literal: &Literal, fault: Fault) -> RuleError {
    RuleError::Inadmissible { position: literal.span.position, fault }
}
