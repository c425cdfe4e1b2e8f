//! Building: deriving all rows of a table, and of the tables that it rests on and nobody has asked for yet.

use std::sync::Arc;

use crate::base::{Base, Evaluation};
use crate::component::components;
use crate::join::Views;
use crate::limit::Exceeded;
use crate::plan::{Plan, Start};
use crate::relation::Relation;
use crate::rows::View;
use crate::rule::{Reads, Rule};
use crate::symbol::Symbol;
use crate::table::{Derived, TableId};

impl Base {
    /// Makes the rows of a table ready to be read.
    pub fn build(&mut self, wanted: TableId, evaluation: &mut Evaluation<'_, '_>) -> Result<(), Exceeded> {
        let is_missing =
            |base: &Self, table: &TableId| base.tables.get(*table).is_some_and(|table| !table.is_ready());
        let order = components(Some(wanted).filter(|table| is_missing(self, table)), |table| {
            self.reads(table).into_iter().filter(|table| is_missing(self, table)).collect()
        });
        order.into_iter().try_for_each(|component| self.build_component(&component, evaluation))
    }

    /// Derives all rows of these tables, which rest on each other and on tables that are ready. On failure they are as
    /// they were before.
    pub fn build_component(
        &mut self,
        component: &[TableId],
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        let before = evaluation.spent.steps();
        let built = match component {
            [table] if !self.is_recursive(*table) => self.build_plain(*table, evaluation),
            _ => self.build_recursive(component, evaluation),
        };
        let cost = evaluation.spent.steps() - before;
        for table in component {
            let Some(table) = self.tables.get_mut(*table) else { continue };
            match (&built, &mut table.derived) {
                (Ok(()), Some(derived)) => derived.cost = cost,
                _ => table.derived = None,
            }
        }
        built
    }

    pub(crate) fn is_recursive(&self, table: TableId) -> bool {
        self.tables.get(table).is_some_and(|table| table.recursive)
    }

    fn build_plain(&mut self, table: TableId, evaluation: &mut Evaluation<'_, '_>) -> Result<(), Exceeded> {
        let mut rows = self.stated(table, View::New);
        for rule in self.rules_of(table) {
            self.derive(&rule, Start::Nothing, &[], Views::All(View::New), evaluation, |row| {
                rows.count(row, 1);
                true
            })?;
        }
        rows.settle();
        rows.finish();
        if let Some(table) = self.tables.get_mut(table) {
            table.derived = Some(Derived { rows, cost: 0, upkeep: 0 });
        }
        Ok(())
    }

    fn build_recursive(
        &mut self,
        component: &[TableId],
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        self.refuse_negation_within(component)?;
        for table in component {
            let mut rows = self.stated(*table, View::New);
            rows.settle();
            if let Some(table) = self.tables.get_mut(*table) {
                table.derived = Some(Derived { rows, cost: 0, upkeep: 0 });
            }
        }
        let mut news = News::default();
        let rules: Vec<_> = component.iter().flat_map(|table| self.rules_of(*table)).collect();
        for rule in rules {
            self.derive_news(&rule, Start::Nothing, &[], &mut news, evaluation)?;
        }
        self.spread(component, news, evaluation)?;
        for table in component {
            if let Some(table) = self.tables.get_mut(*table) {
                table.rows_mut().finish();
            }
        }
        Ok(())
    }

    /// Refuses tables that rest on what is not in them: such rules have no one meaning.
    pub(crate) fn refuse_negation_within(&self, component: &[TableId]) -> Result<(), Exceeded> {
        let rules = component.iter().flat_map(|table| self.rules_of(*table));
        for rule in rules {
            rule.refuse_negation_of(component)?;
        }
        Ok(())
    }

    /// Derives what follows from news within a component, and from that, until nothing new follows (semi-naive
    /// evaluation).
    pub(crate) fn spread(
        &mut self,
        component: &[TableId],
        mut news: News,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        while !news.0.is_empty() {
            let mut further = News::default();
            for (table, rows) in news.by_table() {
                for (rule, place) in self.positive_readers(table, component) {
                    let plan = Plan::of(&rule, Start::Literal(place), &mut self.tables);
                    for row in &rows {
                        self.derive_news_by(&rule, &plan, row, &mut further, evaluation)?;
                    }
                }
            }
            news = further;
        }
        Ok(())
    }

    /// Derives rows by a rule of a recursive component, and notes those that were not there.
    pub(crate) fn derive_news(
        &mut self,
        rule: &Rule,
        start: Start,
        given: &[Symbol],
        news: &mut News,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        let plan = Plan::of(rule, start, &mut self.tables);
        self.derive_news_by(rule, &plan, given, news, evaluation)
    }

    pub(crate) fn derive_news_by(
        &mut self,
        rule: &Rule,
        plan: &Plan,
        given: &[Symbol],
        news: &mut News,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        let mut found = Vec::new();
        self.derive_by(rule, plan, given, Views::All(View::New), evaluation, &mut |row: &[Symbol]| {
            found.push(Box::from(row));
            true
        })?;
        let Some(table) = self.tables.get_mut(rule.head) else { return Ok(()) };
        for row in found {
            if table.rows_mut().derive(&row) {
                news.0.push((rule.head, row));
            }
        }
        Ok(())
    }

    /// The facts of a table, to begin its derived rows with.
    pub(crate) fn stated(&self, table: TableId, view: View) -> Relation {
        let Some(table) = self.tables.get(table) else { return Relation::new(0) };
        let mut rows = Relation::new(table.key.arity);
        table.stated.rows(view).for_each(|row| rows.count(row, 1));
        rows
    }

    pub(crate) fn rules_of(&self, table: TableId) -> Vec<Arc<Rule>> {
        let rules = self.tables.get(table).into_iter().flat_map(|table| &table.rules);
        rules.filter_map(|rule| self.rule(*rule).cloned()).collect()
    }

    /// The rules of a component that read a table without negation, with the places where they do.
    pub(crate) fn positive_readers(&self, table: TableId, component: &[TableId]) -> Vec<(Arc<Rule>, usize)> {
        let readers = self.tables.get(table).into_iter().flat_map(|table| &table.readers);
        let rules = readers.filter_map(|rule| self.rule(*rule)).filter(|rule| component.contains(&rule.head));
        rules
            .flat_map(|rule| {
                let reads =
                    |literal: &crate::rule::Literal| literal.reads == Reads::Table(table) && !literal.negated;
                let places =
                    (0..rule.body.len()).filter(move |place| rule.body.get(*place).is_some_and(reads));
                places.map(|place| (Arc::clone(rule), place))
            })
            .collect()
    }
}

/// Rows that were not there before.
#[derive(Debug, Default)]
pub(crate) struct News(pub Vec<(TableId, Box<[Symbol]>)>);

impl News {
    /// The rows of each table.
    fn by_table(self) -> std::collections::BTreeMap<TableId, Vec<Box<[Symbol]>>> {
        let mut tables = std::collections::BTreeMap::<_, Vec<_>>::new();
        for (table, row) in self.0 {
            tables.entry(table).or_default().push(row);
        }
        tables
    }
}
