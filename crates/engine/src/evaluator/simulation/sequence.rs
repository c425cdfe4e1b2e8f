//! Carrying out a sequence: actions by their effects, changes of facts, changes of rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use statehouse_datalog::{
    self as datalog, Atom, Checked, Context, Literal, Relation, Span, TableName, TableRef, Term, Value,
    check, identity,
};
use statehouse_model::{
    Change, Command, NewRule, Policy, PolicyKind, Reference, Rejection, RuleId, Timestamp,
};

use super::scratch::{Scratch, is_effect};
use super::{Run, SimulationError, instance, variables, wrong};
use crate::{Change as Told, Row};

/// The table that asks for bindings.
const ASK: &str = "?ask";
/// The same rule, over the tables that actions are looked at in.
const ASKED_ACTING: &str = "??ask";

/// Rows with the tables they are in.
type Facts = Vec<(TableName, Row)>;

impl Run<'_, '_> {
    /// Takes in what the action policy says about actions.
    pub(super) fn describe_actions(&mut self) {
        let state = self.evaluator.state.clone();
        let policy = &self.simulation.action_policy;
        for rule in state.rules(&policy.id) {
            let Ok(checked) = state.meaning(rule) else { continue };
            if checked.modal.is_none() && !checked.body.is_empty() {
                self.define(rule.id.as_str(), &checked);
            } else if let Relation::Table(name) = &checked.head.relation {
                let name = self.scratch.name(name);
                self.scratch.note_effect(&name);
                self.include(&name, checked.head.arguments.len());
            }
        }
    }

    /// Carries out one part of the sequence.
    pub(super) fn step(&mut self, formula: &datalog::Rule) -> Result<(), SimulationError> {
        let refuse = |reason: &str| Err(wrong("sequence", format!("`{formula}`: {reason}")));
        if formula.heads.iter().any(|head| head.negated || head.modal.is_some()) {
            return refuse("expected an action, or a change such as `p+(1)`");
        }
        let Some(first) = formula.heads.first() else { return Ok(()) };
        self.line(&format!("Applying {formula}"));
        if self.is_action(&first.atom.table)? {
            return self.act(formula);
        }
        if !is_effect(&first.atom.table.table) {
            let actions = &self.simulation.action_policy.name;
            return refuse(&format!(
                "`{}` is no action of the policy '{actions}', and no change",
                first.atom.table
            ));
        }
        for head in &formula.heads {
            if formula.is_fact() {
                let Some(row) = ground(&head.atom) else {
                    return refuse("a change of a fact holds constants alone, one for each column");
                };
                self.change_fact(&self.qualified(&head.atom.table), &row)?;
            } else {
                self.change_rule(head, formula)?;
            }
        }
        Ok(())
    }

    fn is_action(&mut self, table: &TableRef) -> Result<bool, SimulationError> {
        let name = TableName::new(&self.simulation.action_policy.name, "action");
        let actions = self.evaluator.rows(&name, self.now, self.limits)?;
        let is_it = |row: &Row| matches!(&**row, [Value::String(name)] if *name == table.table);
        Ok(table.policy.is_none() && actions.iter().any(is_it))
    }

    fn act(&mut self, formula: &datalog::Rule) -> Result<(), SimulationError> {
        let facts = if formula.is_fact() {
            let rows = formula.heads.iter().map(|head| Some((self.acted(head)?, ground(&head.atom)?)));
            let facts: Option<Vec<_>> = rows.collect();
            facts.ok_or_else(|| {
                wrong(
                    "sequence",
                    format!(
                        "`{formula}`: an action holds constants alone, or a body that binds its variables"
                    ),
                )
            })?
        } else {
            let last = std::mem::take(&mut self.last);
            self.tell(&last, true);
            let policy = self.simulation.action_policy.clone();
            let answers = self.ask("sequence", &policy, &formula.body, true);
            self.tell(&last, false);
            let Some(first) = answers?.into_iter().find(|row| self.scratch.is_whole(row)) else {
                return Ok(());
            };
            let names = variables(&formula.body);
            let heads = formula.heads.iter().map(|head| instance(head, &names, &first));
            heads.filter_map(|head| Some((self.acted(&head)?, ground(&head.atom)?))).collect()
        };
        for (table, row) in &facts {
            self.scratch.note_effect(table);
            self.include(table, row.len());
        }
        self.tell(&facts, true);
        let (changes, told) = self.effects()?;
        self.tell(&facts, false);
        self.tell(&told, false);
        for (table, row) in changes {
            self.change_fact(&table, &row)?;
        }
        Ok(())
    }

    /// What the actions that are told of change, and how that is told; notes what they give to the next.
    fn effects(&mut self) -> Result<(Facts, Facts), SimulationError> {
        let mut changes = Vec::new();
        let mut told = Vec::new();
        for (table, about) in self.scratch.effects.clone() {
            for row in self.evaluator.engine.rows(&table, self.now, self.limits)? {
                let is_new = !self.scratch.is_whole(&row);
                let row = self.closed(&row);
                if is_new {
                    told.push((table.clone(), row.clone()));
                }
                changes.push((about.clone(), row));
            }
        }
        // An insertion beats a deletion.
        let inserted: BTreeSet<(TableName, Row)> = changes
            .iter()
            .filter_map(|(table, row)| Some((opposite(table, '+', "-")?, row.clone())))
            .collect();
        changes.retain(|change| !inserted.contains(change));
        changes.sort_by_key(|(table, _)| table.table.ends_with('+'));
        self.tell(&told, true);
        let result = Scratch::bare("result");
        let rows = self.evaluator.engine.rows(&result, self.now, self.limits)?;
        let whole = rows.into_iter().filter(|row| self.scratch.is_whole(row));
        self.last = whole.map(|row| (result.clone(), row)).collect();
        Ok((changes, told))
    }

    /// A row with something made up for each thing that it leaves open.
    fn closed(&mut self, row: &Row) -> Row {
        let mut made_up = BTreeMap::new();
        let close = |value: &Value| match value {
            Value::String(_) if self.scratch.is_open(value) => {
                made_up.entry(value.clone()).or_insert_with(|| Value::from(&*(self.new_id)())).clone()
            }
            _ => value.clone(),
        };
        row.iter().map(close).collect()
    }

    /// Inserts or deletes a fact, by the sign of the table's name.
    fn change_fact(&mut self, change: &TableName, row: &Row) -> Result<(), SimulationError> {
        let (table, comes) = self.changed(change)?;
        let like = self.evaluator.engine.facts_like(&table, row);
        let shown: Vec<_> = row.iter().map(Value::to_string).collect();
        self.line(&format!("{change}({})", shown.join(", ")));
        let told: Vec<Told<'_>> = if comes {
            let state = Told::State { table: &table, row };
            if like.is_empty() { vec![state] } else { Vec::new() }
        } else {
            let times = like.iter().flat_map(|(row, count)| {
                std::iter::repeat_with(|| Told::Retract { table: &table, row })
                    .take(usize::try_from(*count).unwrap_or_default())
            });
            times.collect()
        };
        self.evaluator.engine.apply(told, self.now, self.limits);
        Ok(())
    }

    /// Inserts or deletes a rule, by the sign of its head.
    fn change_rule(&mut self, head: &Literal, formula: &datalog::Rule) -> Result<(), SimulationError> {
        let change = self.qualified(&head.atom.table);
        let (table, comes) = self.changed(&change)?;
        let mut head = head.clone();
        head.atom.table = TableRef { policy: None, table: table.table.clone() };
        let rule = datalog::Rule { heads: vec![head], body: formula.body.clone(), span: formula.span };
        let state = self.evaluator.state.clone();
        let policy = Reference::from(&*table.policy);
        let command = if comes {
            let id = RuleId::from(self.scratch.next_rule());
            let rule = NewRule { id, text: rule.to_string(), name: None, comment: String::new() };
            Command::CreateRule { policy, rule }
        } else {
            let Some(found) = state.policy(&policy) else { return Ok(()) };
            let wanted = identity(&rule, &context(found), &*state);
            let Some(stored) = state.rules(&found.id).find(|rule| *rule.identity == *wanted) else {
                return Ok(());
            };
            Command::DeleteRule { policy, rule: stored.id.clone() }
        };
        match state.decide(&command, Timestamp(0)) {
            Ok(changes) => self.go_on(&changes),
            Err(Rejection::RuleExists { .. }) => {}
            Err(rejection) => return Err(wrong("sequence", format!("`{formula}`: {rejection}"))),
        }
        Ok(())
    }

    fn go_on(&mut self, changes: &[Change]) {
        let next = Arc::new(self.evaluator.state.apply(changes));
        self.evaluator.advance(changes, next, self.now, self.limits);
    }

    /// The table that a change is about, which must be in a policy or data source, and whether rows come.
    fn changed(&self, change: &TableName) -> Result<(TableName, bool), SimulationError> {
        let (state, name) = (&self.evaluator.state, Reference::from(&*change.policy));
        if state.policy(&name).is_none() && state.data_source(&name).is_none() {
            return Err(wrong("sequence", format!("there is no policy '{}' to change", change.policy)));
        }
        let table = change.table.strip_suffix(['+', '-']).unwrap_or(&change.table);
        Ok((TableName::new(&change.policy, table), change.table.ends_with('+')))
    }

    /// The bindings of the variables of literals, sorted. `acting` has them read what actions are looked at in.
    pub(super) fn ask(
        &mut self,
        field: &'static str,
        policy: &Policy,
        literals: &[Literal],
        acting: bool,
    ) -> Result<Vec<Row>, SimulationError> {
        let arguments = variables(literals).into_iter().map(Term::Variable).collect();
        let table = TableRef { policy: None, table: ASK.into() };
        let atom = Atom { table, arguments, columns: Vec::new(), span: Span::default() };
        let head = Literal { negated: false, modal: None, atom, span: Span::default() };
        let rule = datalog::Rule { heads: vec![head], body: literals.to_vec(), span: Span::default() };
        let checked = check(&rule, &context(policy), &*self.evaluator.state)
            .map_err(|errors| wrong(field, errors.first().map(ToString::to_string).unwrap_or_default()))?;
        let name = TableName::new(&policy.name, ASK);
        let name = if acting { self.scratch.name(&name) } else { name };
        if acting {
            self.define(ASK, &checked);
        } else {
            self.define_as_it_is(ASK, &checked);
        }
        let rows = self.evaluator.engine.rows(&name, self.now, self.limits);
        let forget = [ASK, ASKED_ACTING].map(|id| Told::Forget { id });
        self.evaluator.engine.apply(forget, self.now, self.limits);
        Ok(rows?)
    }

    /// Takes in a rule over the tables that actions are looked at in.
    fn define(&mut self, id: &str, checked: &Checked) {
        let rule = self.scratch.rule(checked);
        let tables = rule.body.iter().map(|literal| &literal.atom).chain([&rule.head]);
        let tables: Vec<_> = tables
            .filter_map(|atom| match &atom.relation {
                Relation::Table(name) => Some((name.clone(), atom.arguments.len())),
                Relation::Builtin(_) => None,
            })
            .collect();
        for (table, columns) in tables.iter().filter(|(table, _)| &*table.table != ASK) {
            self.include(table, *columns);
        }
        self.define_as_it_is(&format!("?{id}"), &rule);
    }

    fn include(&mut self, table: &TableName, columns: usize) {
        for (number, rule) in self.scratch.include(table, columns).iter().enumerate() {
            self.define_as_it_is(&format!("?{table}/{columns}/{number}"), rule);
        }
    }

    fn define_as_it_is(&mut self, id: &str, rule: &Checked) {
        let recursive = self.simulation.action_policy.kind == PolicyKind::Z3;
        let define = Told::Define { id, policy: "?", recursive, rule };
        self.evaluator.engine.apply([define], self.now, self.limits);
    }

    /// States facts or takes them back.
    fn tell(&mut self, facts: &[(TableName, Row)], comes: bool) {
        let told =
            facts.iter().map(
                |(table, row)| {
                    if comes { Told::State { table, row } } else { Told::Retract { table, row } }
                },
            );
        self.evaluator.engine.apply(told, self.now, self.limits);
    }

    /// The fact that an action is, or that is told together with one; none for one of another policy, where actions state
    /// nothing.
    fn acted(&self, head: &Literal) -> Option<TableName> {
        let name = qualified_in(&head.atom.table, &self.simulation.action_policy);
        let table = self.scratch.name(&name);
        (table != name).then_some(table)
    }

    fn qualified(&self, table: &TableRef) -> TableName {
        qualified_in(table, &self.simulation.policy)
    }
}

/// The rules of a question bind what they may; who asks checks that all is bound.
fn context(policy: &Policy) -> Context<'_> {
    Context { policy: &policy.name, action_policy: policy.kind == PolicyKind::Action }
}

fn ground(atom: &Atom) -> Option<Row> {
    let value = |term: &Term| match term {
        Term::Constant(value) => Some(value.clone()),
        Term::Variable(_) => None,
    };
    if atom.columns.is_empty() { atom.arguments.iter().map(value).collect() } else { None }
}

/// The table of the opposite change, for one of this sign.
fn opposite(table: &TableName, sign: char, other: &str) -> Option<TableName> {
    let bare = table.table.strip_suffix(sign)?;
    Some(TableName::new(&table.policy, &format!("{bare}{other}")))
}

/// A table as it is written in a policy.
fn qualified_in(table: &TableRef, policy: &Policy) -> TableName {
    TableName::new(table.policy.as_deref().unwrap_or(&policy.name), &table.table)
}
