//! Facts that no state keeps: those of who evaluates files, without a server.

use std::collections::BTreeSet;

use statehouse_datalog::{TableName, Value};

use crate::evaluator::Evaluator;
use crate::{Change as Told, Limits, Row};

impl Evaluator {
    /// Takes in facts of a table, beside those that the state has for it. They stay, whatever the state becomes. `now` is what
    /// the builtin of that name says.
    pub fn suppose<'a>(
        &mut self,
        table: &TableName,
        rows: impl IntoIterator<Item = &'a [Value]>,
        now: &Value,
        limits: Limits<'_>,
    ) {
        if !self.supposed.contains(table) {
            self.supposed.insert(table.clone());
        }
        // Nothing is watched. What would cost too much is derived anew when somebody asks.
        let _told = self.engine.apply(rows.into_iter().map(|row| Told::State { table, row }), now, limits);
    }

    /// The facts of a table that are no state's, where they are not those of a state as well.
    pub(super) fn supposed(&self, table: &TableName, known: &[statehouse_model::Row]) -> Vec<Row> {
        if !self.supposed.contains(table) {
            return Vec::new();
        }
        let known: BTreeSet<&[Value]> = known.iter().map(|row| &*row.0).collect();
        let mut rows = self.engine.facts(table);
        rows.retain(|row| !known.contains(&**row));
        rows
    }
}
