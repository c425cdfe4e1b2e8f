//! The facts and rules of a table, as a proof uses them.

use std::rc::Rc;
use std::sync::Arc;

use statehouse_datalog::{self as datalog, Builtin, Checked, Relation, Resolved, TableName, Term};
use statehouse_model::{PolicyKind, Reference, Row, Rule, State};

use super::binding::Argument;
use super::facts::Facts;
use crate::limit::{Exceeded, Spent};

/// A literal that is to be proved.
#[derive(Clone, Debug)]
pub(super) struct Goal {
    pub negated: bool,
    /// The table as it is written.
    pub shown: String,
    pub reads: Reads,
    pub arguments: Vec<Argument>,
}

/// What a literal reads.
#[derive(Clone, Debug)]
pub(super) enum Reads {
    Table(TableName),
    Builtin(&'static Builtin),
    /// `true` or `false`.
    Always(bool),
}

/// A rule.
#[derive(Debug)]
pub(super) struct Clause {
    pub text: String,
    pub head: Vec<Argument>,
    pub body: Rc<[Goal]>,
    /// The names of its variables.
    pub names: Vec<Arc<str>>,
}

/// What defines a table.
#[derive(Debug, Default)]
pub(super) struct Definition {
    pub facts: Facts,
    pub rules: Vec<Clause>,
}

impl Definition {
    /// Every fact and rule of a state for this table. Each rule that is looked at is a step, each literal of those that are the
    /// table's, and each row.
    pub fn of(table: &TableName, state: &State, spent: &mut Spent<'_>) -> Result<Self, Exceeded> {
        let mut definition = Self::default();
        let reference = Reference::from(&*table.policy);
        let own = state.policy(&reference).map(|policy| policy.id.clone());
        // An action policy says what its actions do to the tables of others.
        let is_effect = table.table.ends_with(['+', '-']);
        let acting = state.policies().filter(|policy| is_effect && policy.kind == PolicyKind::Action);
        let policies =
            own.iter().chain(acting.map(|policy| &policy.id).filter(|id| own.as_ref() != Some(*id)));
        for rule in policies.flat_map(|policy| state.rules(policy)) {
            spent.step()?;
            definition.add(rule, table, state, spent)?;
        }
        if let Some(source) = state.data_source(&reference).filter(|source| source.enabled && own.is_none()) {
            for row in state.rows(&source.id, &table.table).into_iter().flatten() {
                spent.step()?;
                definition.facts.add(row.clone());
            }
        }
        Ok(definition)
    }

    /// Definitions are facts alone: where rows are taken from what was derived.
    pub fn facts(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut definition = Self::default();
        definition.facts.extend(rows);
        definition
    }

    fn add(
        &mut self,
        rule: &Rule,
        table: &TableName,
        state: &State,
        spent: &mut Spent<'_>,
    ) -> Result<(), Exceeded> {
        let Some(written) = rule.parsed() else { return Ok(()) };
        let is_about = |head: &datalog::Literal| *head.atom.table.table == *table.table;
        if !written.heads.first().is_some_and(is_about) {
            return Ok(());
        }
        written.body.iter().try_for_each(|_| spent.step())?;
        let Ok(checked) = state.meaning(rule) else { return Ok(()) };
        if checked.modal.is_some() || checked.head.relation != Relation::Table(table.clone()) {
            return Ok(());
        }
        if checked.body.is_empty() {
            let values = checked.head.arguments.iter().filter_map(|term| match term {
                Term::Constant(value) => Some(value.clone()),
                Term::Variable(_) => None,
            });
            self.facts.add(values.collect::<Vec<_>>().into());
        } else {
            self.rules.push(Clause::of(written, &checked));
        }
        Ok(())
    }
}

impl Clause {
    fn of(written: &datalog::Rule, checked: &Checked) -> Self {
        let mut names = Vec::new();
        let head = arguments(&checked.head, &mut names);
        let goal = |literal: &datalog::CheckedLiteral| {
            let arguments = arguments(&literal.atom, &mut names);
            let shown =
                written.body.get(literal.place).map(|it| it.atom.table.to_string()).unwrap_or_default();
            let reads = match &literal.atom.relation {
                Relation::Builtin(builtin) => Reads::Builtin(builtin),
                Relation::Table(name) if &*name.table == "true" => Reads::Always(true),
                Relation::Table(name) if &*name.table == "false" => Reads::Always(false),
                Relation::Table(name) => Reads::Table(name.clone()),
            };
            Goal { negated: literal.negated, shown, reads, arguments }
        };
        let body: Rc<[Goal]> = checked.body.iter().map(goal).collect();
        let text = |shown: &str, arguments: &[Argument]| {
            let term = |argument: &Argument| match argument {
                Argument::Slot(slot) => names.get(*slot).map(ToString::to_string).unwrap_or_default(),
                Argument::Value(value) => value.to_string(),
            };
            format!("{shown}({})", arguments.iter().map(term).collect::<Vec<_>>().join(", "))
        };
        let literals = body.iter().map(|goal| {
            format!("{}{}", if goal.negated { "not " } else { "" }, text(&goal.shown, &goal.arguments))
        });
        let literals = literals.collect::<Vec<_>>().join(", ");
        let shown = written.heads.first().map(|head| head.atom.table.to_string()).unwrap_or_default();
        let text = format!("{} :- {literals}", text(&shown, &head));
        Self { text, head, body, names }
    }
}

/// The arguments of an atom. Columns that the author left out get names that no author is likely to have used.
fn arguments(atom: &Resolved, names: &mut Vec<Arc<str>>) -> Vec<Argument> {
    let argument = |term: &Term| match term {
        Term::Constant(value) => Argument::Value(value.clone()),
        Term::Variable(name) => {
            let name = match name.strip_prefix('?').and_then(|number| number.parse::<u32>().ok()) {
                Some(number) => Arc::from(format!("x_{number:02}")),
                None => name.clone(),
            };
            let known = names.iter().position(|known| *known == name);
            Argument::Slot(known.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            }))
        }
    };
    atom.arguments.iter().map(argument).collect()
}
