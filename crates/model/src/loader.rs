//! Building a state from the entities of a database, and taking it apart again.

use std::sync::Arc;

use crate::{
    DataSource, DataSourceTable, Drivers, Execution, LibraryPolicy, Policy, Revision, Row, Rule, State, Table,
};

/// Builds a state from stored entities, in bulk and without deciding anything. Entities may come in any order; rules are
/// best given after their policies, and then each of them does its share of the work as it comes.
#[derive(Debug)]
pub struct Loader {
    state: State,
    /// What a rule says about tables depends on the name of its policy: these came before theirs.
    early_rules: Vec<Arc<Rule>>,
}

impl State {
    /// Starts to build a state from stored entities.
    #[must_use]
    pub fn loader(drivers: Drivers) -> Loader {
        Loader { state: State::empty(drivers), early_rules: Vec::new() }
    }
}

impl Loader {
    /// Adds a policy.
    pub fn policy(&mut self, policy: Arc<Policy>) {
        self.state.policies.insert(policy);
    }

    /// Adds a rule.
    pub fn rule(&mut self, rule: Arc<Rule>) {
        if self.state.policy_by_id(&rule.policy).is_some() {
            self.state.insert_rule(rule);
        } else {
            self.early_rules.push(rule);
        }
    }

    /// Adds the record of a table that rules mention.
    pub fn table(&mut self, table: Arc<Table>) {
        self.state.tables.insert(table);
    }

    /// Adds a policy of the library.
    pub fn library_policy(&mut self, policy: Arc<LibraryPolicy>) {
        self.state.library.insert(policy);
    }

    /// Adds a data source.
    pub fn data_source(&mut self, data_source: Arc<DataSource>) {
        self.state.data_sources.insert(data_source);
    }

    /// Adds a filled table of a data source with all its rows.
    pub fn data_source_table(&mut self, table: Arc<DataSourceTable>, rows: impl IntoIterator<Item = Row>) {
        self.state.filled.load(table, rows);
    }

    /// Adds an execution of an action.
    pub fn execution(&mut self, execution: Arc<Execution>) {
        self.state.executions.insert(execution);
    }

    /// The state that holds all this, at this revision.
    #[must_use]
    pub fn finish(mut self, revision: Revision) -> State {
        for rule in self.early_rules {
            self.state.insert_rule(rule);
        }
        self.state.revision = revision;
        self.state
    }
}

/// Every entity of a state: what a database stores of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entities {
    /// Policies in creation order.
    pub policies: Vec<Arc<Policy>>,
    /// Rules, policy by policy, each in creation order.
    pub rules: Vec<Arc<Rule>>,
    /// Records of tables in order of first mention.
    pub tables: Vec<Arc<Table>>,
    /// The library in creation order.
    pub library_policies: Vec<Arc<LibraryPolicy>>,
    /// Data sources in creation order.
    pub data_sources: Vec<Arc<DataSource>>,
    /// Filled tables of data sources in order of first push, with their rows, sorted.
    pub data_source_tables: Vec<(Arc<DataSourceTable>, Vec<Row>)>,
    /// Executions of actions in the order in which they were asked for.
    pub executions: Vec<Arc<Execution>>,
}

impl State {
    /// Every entity. Costs the size of the state: for tests, exports and comparisons.
    #[must_use]
    pub fn entities(&self) -> Entities {
        let policies: Vec<_> = self.policies().cloned().collect();
        let mut tables: Vec<_> = self.tables.records().cloned().collect();
        tables.sort_by_key(|table| table.created);
        let mut filled: Vec<_> = self.filled.iter().cloned().collect();
        filled.sort_by_key(|table| table.created);
        let with_rows = |table: Arc<DataSourceTable>| {
            let rows = self.rows(&table.data_source, &table.name).into_iter().flatten().cloned().collect();
            (table, rows)
        };
        Entities {
            rules: policies.iter().flat_map(|policy| self.rules(&policy.id).cloned()).collect(),
            policies,
            tables,
            library_policies: self.library_policies().cloned().collect(),
            data_sources: self.data_sources().cloned().collect(),
            data_source_tables: filled.into_iter().map(with_rows).collect(),
            executions: self.executions().cloned().collect(),
        }
    }
}
