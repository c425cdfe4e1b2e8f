//! What the engine holds: tables, rules, values; and how they refer to one another.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use statehouse_datalog::{Checked, CheckedLiteral, Relation as Meaning, Resolved, TableName, Value};

use crate::engine::Caller;
use crate::join::{Match, Reading, Views};
use crate::limit::{Exceeded, Spent};
use crate::plan::{Plan, Start};
use crate::relation::Relation;
use crate::rows::Relations;
use crate::rule::{Literal, Reads, Rule, Slots};
use crate::symbol::{Symbol, Symbols};
use crate::table::{RuleId, Table, TableId, TableKey};

/// Tables, rules and values.
#[derive(Debug, Default)]
pub(crate) struct Base {
    pub symbols: Symbols,
    pub tables: Tables,
    /// By number; a number that is free holds nothing.
    rules: Vec<Option<Arc<Rule>>>,
    free: Vec<RuleId>,
    /// Those that ask for the time of day.
    pub timed: BTreeSet<RuleId>,
    /// What watched tables showed that were given up, until it is told what became of them.
    pub shown: BTreeMap<TableId, Relation>,
}

/// All tables, by number.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    all: Vec<Table>,
    by_key: HashMap<TableKey, TableId>,
    by_name: HashMap<TableName, Vec<TableId>>,
    /// Those that hold the calls of an action by the rules of a policy.
    by_caller: BTreeMap<Caller, Vec<TableId>>,
    /// Names of tables whose changes are told of, those included that are not there yet.
    watched: HashSet<TableName>,
    /// Whether all calls of actions are told of.
    calls_watched: bool,
}

impl Tables {
    pub fn get(&self, id: TableId) -> Option<&Table> {
        self.all.get(id.0)
    }

    pub fn get_mut(&mut self, id: TableId) -> Option<&mut Table> {
        self.all.get_mut(id.0)
    }

    pub fn iter(&self) -> impl Iterator<Item = (TableId, &Table)> {
        self.all.iter().enumerate().map(|(number, table)| (TableId(number), table))
    }

    /// The tables of this name, one for each length of rows.
    pub fn named(&self, name: &TableName) -> &[TableId] {
        self.by_name.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn find(&self, key: &TableKey) -> Option<TableId> {
        self.by_key.get(key).copied()
    }

    /// The table with this key, which is made if need be.
    pub fn of(&mut self, key: TableKey) -> TableId {
        if let Some(id) = self.find(&key) {
            return id;
        }
        let id = TableId(self.all.len());
        match &key.asked_by {
            None => self.by_name.entry(key.name.clone()).or_default().push(id),
            Some(policy) => {
                let caller = Caller { policy: policy.clone(), action: key.name.clone() };
                self.by_caller.entry(caller).or_default().push(id);
            }
        }
        self.by_key.insert(key.clone(), id);
        let watched = match key.asked_by {
            Some(_) => self.calls_watched,
            None => self.watched.contains(&key.name),
        };
        self.all.push(Table { watched, ..Table::new(key) });
        id
    }

    /// Whether the changes of tables of this name are told of, from now on.
    pub fn watch(&mut self, name: &TableName, watched: bool) {
        if watched {
            self.watched.insert(name.clone());
        } else {
            self.watched.remove(name);
        }
        for id in self.named(name).to_vec() {
            if let Some(table) = self.get_mut(id) {
                table.watched = watched;
            }
        }
    }
}

impl Tables {
    /// The tables that hold the calls of an action by the rules of a policy.
    pub fn of_caller(&self, caller: &Caller) -> &[TableId] {
        self.by_caller.get(caller).map(Vec::as_slice).unwrap_or_default()
    }

    /// Has the changes of all calls of actions told of from now on, and answers of which there are rules.
    pub fn watch_calls(&mut self) -> impl Iterator<Item = &Caller> {
        self.calls_watched = true;
        for id in self.by_caller.values().flatten() {
            if let Some(table) = self.all.get_mut(id.0) {
                table.watched = true;
            }
        }
        let all = &self.all;
        let has_rules = |id: &TableId| all.get(id.0).is_some_and(|table| !table.rules.is_empty());
        let callers = self.by_caller.iter().filter(move |(_, tables)| tables.iter().any(has_rules));
        callers.map(|(caller, _)| caller)
    }
}

impl Relations for Tables {
    type Rows = Relation;

    fn rows(&self, table: TableId) -> Option<&Relation> {
        self.get(table).map(Table::rows)
    }

    fn rows_mut(&mut self, table: TableId) -> Option<&mut Relation> {
        self.get_mut(table).map(Table::rows_mut)
    }
}

/// What evaluating a rule takes beside the rule.
pub(crate) struct Evaluation<'a, 'l> {
    pub spent: &'a mut Spent<'l>,
    /// What `now` says.
    pub now: &'a Value,
}

impl Base {
    pub fn rule(&self, id: RuleId) -> Option<&Arc<Rule>> {
        self.rules.get(id.0)?.as_ref()
    }

    /// Takes a rule in: a checked one that is no fact. It counts from now on.
    pub fn add_rule(&mut self, policy: &str, recursive: bool, checked: &Checked) -> Option<RuleId> {
        let asked_by = checked.modal.is_some().then(|| Arc::from(policy));
        let head = self.table(&checked.head, asked_by)?;
        if checked.body.iter().any(|literal| always(literal) == Some(false)) {
            return None;
        }
        let mut slots = Slots::default();
        let body = checked.body.iter().filter(|literal| always(literal).is_none()).map(|literal| {
            let arguments = slots.sources(&literal.atom.arguments, &mut self.symbols);
            let reads = match &literal.atom.relation {
                Meaning::Builtin(builtin) => Reads::Builtin(builtin),
                Meaning::Table(name) => Reads::Table(self.tables.of(key(name, arguments.len(), None))),
            };
            Literal { negated: literal.negated, reads, arguments }
        });
        let body = body.collect();
        let bound = slots.len();
        let arguments = slots.sources(&checked.head.arguments, &mut self.symbols);
        // An action may have effects that nothing in its rule binds: no row can say them.
        if slots.len() > bound {
            return None;
        }
        let rule = Arc::new(Rule { head, arguments, body, slots: bound });
        let id = self.free.pop().unwrap_or_else(|| {
            self.rules.push(None);
            RuleId(self.rules.len() - 1)
        });
        for table in rule.tables() {
            if let Some(table) = self.tables.get_mut(table) {
                table.readers.insert(id);
            }
        }
        if let Some(table) = self.tables.get_mut(head) {
            table.rules.insert(id);
            table.recursive = recursive;
        }
        if rule.depends_on_time() {
            self.timed.insert(id);
        }
        if let Some(place) = self.rules.get_mut(id.0) {
            *place = Some(rule);
        }
        Some(id)
    }

    /// Takes a rule out. Rows that it derived are for the caller to take back.
    pub fn remove_rule(&mut self, id: RuleId) -> Option<Arc<Rule>> {
        let rule = self.rules.get_mut(id.0).and_then(Option::take)?;
        for table in rule.tables() {
            if let Some(table) = self.tables.get_mut(table) {
                table.readers.remove(&id);
            }
        }
        if let Some(table) = self.tables.get_mut(rule.head) {
            table.rules.remove(&id);
        }
        self.timed.remove(&id);
        self.free.push(id);
        Some(rule)
    }

    /// The tables that the rules of a table read.
    pub fn reads(&self, table: TableId) -> Vec<TableId> {
        let rules = self.tables.get(table).into_iter().flat_map(|table| &table.rules);
        rules.filter_map(|rule| self.rule(*rule)).flat_map(|rule| rule.tables()).collect()
    }

    /// The tables whose rules read a table.
    pub fn read_by(&self, table: TableId) -> Vec<TableId> {
        let readers = self.tables.get(table).into_iter().flat_map(|table| &table.readers);
        readers.filter_map(|rule| self.rule(*rule)).map(|rule| rule.head).collect()
    }

    /// The rows that a rule derives, one behind the other in `rows`, each as often as there are ways to derive it.
    pub fn derive(
        &mut self,
        rule: &Rule,
        start: Start,
        given: &[Symbol],
        views: Views,
        evaluation: &mut Evaluation<'_, '_>,
        mut found: impl FnMut(&[Symbol]) -> bool,
    ) -> Result<(), Exceeded> {
        let plan = Plan::of(rule, start, &mut self.tables);
        self.derive_by(rule, &plan, given, views, evaluation, &mut found)
    }

    /// The same by a plan that was made before, for many rows that start it.
    pub fn derive_by(
        &mut self,
        rule: &Rule,
        plan: &Plan,
        given: &[Symbol],
        views: Views,
        evaluation: &mut Evaluation<'_, '_>,
        found: &mut impl FnMut(&[Symbol]) -> bool,
    ) -> Result<(), Exceeded> {
        let Self { symbols, tables, .. } = self;
        let Evaluation { spent, now } = evaluation;
        let mut reads = Reading { relations: &*tables, symbols, spent, now, views };
        Match::of(rule, plan).run(&mut reads, given, found)
    }

    /// Forgets the values that no row and no rule has any more.
    pub fn sweep(&mut self) {
        let rows = self.tables.iter().flat_map(|(_, table)| {
            let derived = table.derived.iter().flat_map(|derived| derived.rows.symbols());
            table.stated.symbols().chain(derived)
        });
        let constants = self.rules.iter().flatten().flat_map(|rule| rule.symbols());
        self.symbols.sweep(rows.chain(constants));
    }

    fn table(&mut self, atom: &Resolved, asked_by: Option<Arc<str>>) -> Option<TableId> {
        match &atom.relation {
            Meaning::Table(name) => Some(self.tables.of(key(name, atom.arguments.len(), asked_by))),
            Meaning::Builtin(_) => None,
        }
    }
}

/// What is known of a literal whatever there is: `true` holds always and `false` never, in any policy and with any arguments.
fn always(literal: &CheckedLiteral) -> Option<bool> {
    match &literal.atom.relation {
        Meaning::Table(name) if &*name.table == "true" => Some(!literal.negated),
        Meaning::Table(name) if &*name.table == "false" => Some(literal.negated),
        _ => None,
    }
}

pub(crate) fn key(name: &TableName, arity: usize, asked_by: Option<Arc<str>>) -> TableKey {
    TableKey { name: name.clone(), arity, asked_by }
}
