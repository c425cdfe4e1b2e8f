//! What changes of the state touch.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use statehouse_datalog::TableName;
use statehouse_model::{Change, DataSourceId, Edit, PolicyId, RowsChange, Rule, RuleId};

/// What changes of the state touch, as far as evaluation is concerned.
#[derive(Debug, Default)]
pub(super) struct Touched<'a> {
    /// The rules that came, changed or went, each as it is in the end.
    pub rules: BTreeMap<RuleId, Option<Arc<Rule>>>,
    /// The tables whose number of columns came, changed or went.
    pub tables: BTreeSet<TableName>,
    /// The policies that changed while their rules did not.
    pub policies: BTreeSet<PolicyId>,
    /// The data sources that came, changed or went.
    pub sources: BTreeSet<DataSourceId>,
    /// How rows of data sources' tables changed, in order.
    pub rows: Vec<&'a RowsChange>,
}

impl<'a> Touched<'a> {
    pub fn by(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut touched = Self::default();
        changes.into_iter().for_each(|change| touched.note(change));
        touched
    }

    fn note(&mut self, change: &'a Change) {
        match change {
            Change::Policy(edit) => {
                // A policy comes before its rules and goes after them.
                if let Edit::Replaced { after, .. } = edit {
                    self.policies.insert(after.id.clone());
                }
            }
            Change::Rule(edit) => {
                if let Some(before) = edit.before() {
                    self.rules.insert(before.id.clone(), None);
                }
                if let Some(after) = edit.after() {
                    self.rules.insert(after.id.clone(), Some(after.clone()));
                }
            }
            Change::Table(edit) => {
                let tables = edit.before().into_iter().chain(edit.after());
                self.tables.extend(tables.map(|table| TableName::new(&table.policy, &table.name)));
            }
            // What actions were asked for is nothing that rules speak of.
            Change::LibraryPolicy(_) | Change::Execution(_) => {}
            Change::DataSource(edit) => {
                let sources = edit.before().into_iter().chain(edit.after());
                self.sources.extend(sources.map(|source| source.id.clone()));
            }
            Change::Rows(rows) => self.rows.push(rows),
        }
    }
}
