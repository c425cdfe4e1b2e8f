//! Deriving the rows of one table, and of those that it cannot do without.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use statehouse_datalog::Value;

use super::rows::Growing;
use super::shared::in_parts;
use super::store::Store;
use super::unfold::Unfolding;
use crate::base::Base;
use crate::component::components;
use crate::join::{Match, Reading, Views};
use crate::limit::{Exceeded, Spent};
use crate::plan::{Access, Plan, Start, Step};
use crate::rows::{Relations as _, Rows, View};
use crate::rule::{Reads, Rule, Source};
use crate::symbol::{Symbol, Symbols};
use crate::table::TableId;

/// So many symbols of derived rows are gathered before they are looked up and taken in.
const GATHERED: usize = 1 << 16;

/// What deriving takes.
pub(super) struct Derivation<'a, 'l> {
    pub base: &'a mut Base,
    pub store: &'a mut Store,
    pub spent: &'a mut Spent<'l>,
    pub now: &'a Value,
}

/// There are no others.
const VIEWS: Views = Views::All(View::New);

/// By what each table that is needed is derived.
type Rules = BTreeMap<TableId, Vec<Arc<Rule>>>;

impl<'l> Derivation<'_, 'l> {
    /// Derives tables. Their rows may be there twice.
    pub fn rows(mut self, wanted: &[TableId]) -> Result<Vec<Growing>, Exceeded> {
        let rules = self.unfolded(wanted);
        let reads = |table: TableId| -> Vec<TableId> {
            rules.get(&table).into_iter().flatten().flat_map(|rule| rule.tables()).collect()
        };
        for component in components(wanted.iter().copied(), reads) {
            // Of several that are wanted one may read another.
            let last = matches!(wanted, [only] if component.contains(only));
            let is_recursive = is_recursive(&component, &rules);
            match &*component {
                [table] if !is_recursive => self.derive_plain(*table, &rules, last)?,
                _ => self.derive_recursive(&component, &rules)?,
            }
        }
        Ok(wanted.iter().map(|table| self.store.take(*table)).collect())
    }

    /// The rules of the tables that are needed, with those tables unfolded that need not be made.
    fn unfolded(&self, wanted: &[TableId]) -> Rules {
        let order = components(wanted.iter().copied(), |table| self.base.reads(table));
        let readers = order.iter().flatten().flat_map(|table| self.base.reads(*table));
        let mut read = BTreeMap::<TableId, usize>::new();
        readers.for_each(|table| *read.entry(table).or_default() += 1);
        let mut unfolding = Unfolding::default();
        let mut rules = Rules::new();
        for component in order {
            for table in &component {
                let of_table = self.base.rules_of(*table);
                rules.insert(*table, of_table.iter().flat_map(|rule| unfolding.alternatives(rule)).collect());
            }
            let [table] = &*component else { continue };
            let has_facts = self.store.rows(*table).is_some_and(|rows| rows.len() > 0);
            if has_facts || is_recursive(&component, &rules) {
                continue;
            }
            let is_read_once = read.get(table) == Some(&1);
            match rules.get(table).map(|rules| &**rules) {
                // What is read twice and takes a join is better made once.
                Some([rule]) if rule.body.len() == 1 || is_read_once => unfolding.note(rule),
                Some(several) if is_read_once => unfolding.note_all(*table, several),
                _ => {}
            }
        }
        rules
    }

    /// `last` says that nobody reads the table here: then its rows need not be told apart.
    fn derive_plain(&mut self, table: TableId, rules: &Rules, last: bool) -> Result<(), Exceeded> {
        let rules = rules.get(&table).map(|rules| &**rules).unwrap_or_default();
        let mut rows = self.store.take(table);
        if let Some(rule) = rules.first() {
            rows.give_columns(rule.arguments.len());
        }
        let is_distinct = match rules {
            [rule] => rows.len() == 0 && keeps_apart(rule),
            _ => false,
        };
        for rule in rules {
            if last || is_distinct {
                self.derive(rule, |row| rows.push(row))?;
            } else {
                self.derive(rule, |row| {
                    rows.insert(row);
                })?;
            }
        }
        self.store.put(table, rows);
        Ok(())
    }

    /// Gives `found` every row that a rule derives.
    fn derive(&mut self, rule: &Rule, mut found: impl FnMut(&[Symbol])) -> Result<(), Exceeded> {
        let plan = Plan::of(rule, Start::Nothing, self.store);
        if let Some(Step { place, access: Access::Scan { table, .. }, .. }) = plan.steps.first()
            && !rule.calls_builtins()
        {
            return self.derive_by_threads(rule, *place, *table, found);
        }
        Match::of(rule, &plan).run(&mut self.reading(), &[], |row| {
            found(row);
            true
        })
    }

    /// The same, where it begins with every row of a table.
    fn derive_by_threads(
        &mut self,
        rule: &Rule,
        place: usize,
        table: TableId,
        mut found: impl FnMut(&[Symbol]),
    ) -> Result<(), Exceeded> {
        let plan = Plan::of(rule, Start::Literal(place), self.store);
        let (store, now) = (&*self.store, self.now);
        let rows = store.rows(table).map_or(0, Rows::len);
        let parts = in_parts(rows, self.spent, |places, spent| {
            let mut symbols = Symbols::default();
            let mut reads = Reading { relations: store, symbols: &mut symbols, spent, now, views: VIEWS };
            let mut matching = Match::of(rule, &plan);
            let mut derived = Growing::new(rule.arguments.len());
            for given in places.filter_map(|place| store.row_at(table, place)) {
                reads.spent.step()?;
                matching.run(&mut reads, given, |row| {
                    derived.push(row);
                    true
                })?;
            }
            Ok(derived)
        })?;
        for derived in parts {
            derived.each().for_each(&mut found);
        }
        Ok(())
    }

    fn reading(&mut self) -> Reading<'_, 'l, Store> {
        let Self { base, store, spent, now } = self;
        Reading { relations: store, symbols: &mut base.symbols, spent, now, views: VIEWS }
    }

    /// Derives the rows of tables that depend on one another.
    fn derive_recursive(&mut self, component: &[TableId], rules: &Rules) -> Result<(), Exceeded> {
        for rule in component.iter().filter_map(|table| rules.get(table)).flatten() {
            rule.refuse_negation_of(component)?;
        }
        if let [table] = component
            && let Some(separable) = rules.get(table).and_then(|rules| Separable::of(*table, rules))
        {
            return self.derive_apart(&separable);
        }
        self.derive_in_rounds(component, rules)
    }

    /// Semi-naive evaluation: what is new in one round is matched with all there is in the next.
    fn derive_in_rounds(&mut self, component: &[TableId], rules: &Rules) -> Result<(), Exceeded> {
        let is_within = |table: &TableId| component.contains(table);
        let rules: Vec<&Rule> =
            component.iter().filter_map(|table| rules.get(table)).flatten().map(|rule| &**rule).collect();
        for rule in &rules {
            self.store.of(rule.head, rule.arguments.len()).tell_apart();
        }
        for rule in rules.iter().filter(|rule| !rule.tables().any(|table| is_within(&table))) {
            let mut rows = self.store.take(rule.head);
            self.derive(rule, |row| {
                rows.insert(row);
            })?;
            self.store.put(rule.head, rows);
        }
        let mut known = BTreeMap::<TableId, usize>::new();
        loop {
            let new = component.iter().map(|table| {
                let len = self.store.rows(*table).map_or(0, Rows::len);
                (*table, known.insert(*table, len).unwrap_or_default()..len)
            });
            let new: Vec<_> = new.filter(|(_, new)| !new.is_empty()).collect();
            if new.is_empty() {
                return Ok(());
            }
            for (table, new) in new {
                for rule in &rules {
                    for place in places(rule, table) {
                        self.spread(rule, place, table, new.clone())?;
                    }
                }
            }
        }
    }

    /// Derives what follows from the first rows with one value in the column that is passed on, and then from those with the next. So
    /// what is new is looked for among few rows.
    fn derive_apart(&mut self, separable: &Separable<'_>) -> Result<(), Exceeded> {
        let Separable { table, column, begin, go_on } = separable;
        let mut first = self.store.take(*table);
        if let Some((rule, _)) = go_on.first() {
            first.give_columns(rule.arguments.len());
        }
        for rule in begin {
            self.derive(rule, |row| first.push(row))?;
        }
        let arity = first.arity();
        first.sort_by_column(*column);
        let plans: Vec<Plan> =
            go_on.iter().map(|(rule, place)| Plan::of(rule, Start::Literal(*place), self.store)).collect();
        let rules: Vec<_> = go_on.iter().zip(&plans).map(|((rule, _), plan)| (*rule, plan)).collect();
        let groups: Vec<&[Symbol]> = first.groups(*column).collect();
        let (store, now) = (&*self.store, self.now);
        let follow = |groups: &[&[Symbol]], symbols: &mut Symbols, spent: &mut Spent<'_>| {
            let mut reads = Reading { relations: store, symbols, spent, now, views: VIEWS };
            follow_each(groups, arity, &rules, &mut reads)
        };
        let parts = if go_on.iter().any(|(rule, _)| rule.calls_builtins()) {
            vec![follow(&groups, &mut self.base.symbols, self.spent)?]
        } else {
            in_parts(groups.len(), self.spent, |places, spent| {
                follow(groups.get(places).unwrap_or_default(), &mut Symbols::default(), spent)
            })?
        };
        let mut rows = Growing::new(arity);
        for part in parts {
            rows.append_from(&part);
        }
        self.store.put(*table, rows);
        Ok(())
    }

    /// Takes in what follows from rows of a table by way of one literal of a rule.
    fn spread(
        &mut self,
        rule: &Rule,
        place: usize,
        table: TableId,
        mut new: std::ops::Range<usize>,
    ) -> Result<(), Exceeded> {
        let plan = Plan::of(rule, Start::Literal(place), self.store);
        let mut matching = Match::of(rule, &plan);
        let mut gathered = Growing::new(rule.arguments.len());
        while !new.is_empty() {
            gathered.clear();
            let mut reads = self.reading();
            while gathered.cells().len() < GATHERED
                && let Some(place) = new.next()
            {
                let Some(given) = reads.relations.row_at(table, place) else { continue };
                matching.run(&mut reads, given, |row| {
                    gathered.push(row);
                    true
                })?;
            }
            let head = self.store.of(rule.head, gathered.arity());
            for row in gathered.each() {
                head.insert(row);
            }
        }
        Ok(())
    }
}

/// The rows of each group, and what follows from them by rules that begin with such a row. Those of a group are sorted.
fn follow_each(
    groups: &[&[Symbol]],
    arity: usize,
    rules: &[(&Rule, &Plan)],
    reads: &mut Reading<'_, '_, Store>,
) -> Result<Growing, Exceeded> {
    let mut matches: Vec<Match<'_>> = rules.iter().map(|(rule, plan)| Match::of(rule, plan)).collect();
    let mut rows = Growing::new(arity);
    let mut group = Growing::new(arity);
    let mut given = Vec::with_capacity(arity);
    for these in groups {
        group.clear();
        for row in these.chunks_exact(arity) {
            group.insert(row);
        }
        let mut place = 0;
        while group.read(place, &mut given) {
            reads.spent.step()?;
            for matching in &mut matches {
                matching.run(reads, &given, |row| {
                    group.insert(row);
                    true
                })?;
            }
            place += 1;
        }
        rows.append_sorted(&group);
    }
    Ok(rows)
}

/// A table whose recursive rules read it once each and pass one column on unchanged: the rows with one value there have nothing to
/// do with those with another.
struct Separable<'a> {
    table: TableId,
    /// The column that is passed on.
    column: usize,
    /// The rules that do not read the table.
    begin: Vec<&'a Rule>,
    /// Those that do, each with the place where it does.
    go_on: Vec<(&'a Rule, usize)>,
}

impl<'a> Separable<'a> {
    fn of(table: TableId, rules: &'a [Arc<Rule>]) -> Option<Self> {
        let (mut begin, mut go_on) = (Vec::new(), Vec::new());
        for rule in rules {
            match &*places(rule, table) {
                [] => begin.push(&**rule),
                [place] => go_on.push((&**rule, *place)),
                _ => return None,
            }
        }
        let columns = go_on.first()?.0.arguments.len();
        let passes_on = |column: &usize| {
            go_on.iter().all(|(rule, place)| {
                let read = rule.body.get(*place).and_then(|literal| literal.arguments.get(*column));
                let made = rule.arguments.get(*column);
                read == made && made.is_some_and(|source| source.slot().is_some())
            })
        };
        let column = (0..columns).find(passes_on)?;
        Some(Self { table, column, begin, go_on })
    }
}

/// The places where a rule reads a table.
fn places(rule: &Rule, table: TableId) -> Vec<usize> {
    let literals = rule.body.iter().enumerate();
    literals.filter(|(_, literal)| literal.reads == Reads::Table(table)).map(|(place, _)| place).collect()
}

fn is_recursive(component: &[TableId], rules: &Rules) -> bool {
    let mut all = component.iter().filter_map(|table| rules.get(table)).flatten();
    component.len() > 1 || all.any(|rule| rule.tables().any(|table| component.contains(&table)))
}

/// Whether no two ways to match a rule make the same row of its head, as long as what it reads is there once.
fn keeps_apart(rule: &Rule) -> bool {
    let slots: BTreeSet<usize> = rule.arguments.iter().filter_map(Source::slot).collect();
    slots.len() == rule.slots
}
