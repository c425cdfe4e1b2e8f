//! The state: everything Statehouse knows at one revision.

use std::fmt;
use std::sync::Arc;

use crate::executions::Executions;
use crate::filled::FilledTables;
use crate::graph::Graph;
use crate::register::Register;
use crate::rules::Rules;
use crate::tables::Tables;
use crate::{
    Call, DataSource, DataSourceId, DataSourceTable, Drivers, Execution, ExecutionId, LibraryPolicy, Policy,
    PolicyId, Position, Reference, Revision, Row, Rule, Table, TableName,
};

/// Everything at one revision. Cloning costs a few pointers; a reader's state never changes.
///
/// Only entities are stored in a database. The indexes beside them (which tables rules mention, which table depends on
/// which) are derived, and kept up change by change.
#[derive(Clone)]
pub struct State {
    pub(crate) drivers: Drivers,
    pub(crate) revision: Revision,
    pub(crate) policies: Register<Policy>,
    pub(crate) rules: Rules,
    pub(crate) tables: Tables,
    pub(crate) graph: Graph,
    pub(crate) library: Register<LibraryPolicy>,
    pub(crate) data_sources: Register<DataSource>,
    pub(crate) filled: FilledTables,
    pub(crate) executions: Executions,
}

impl State {
    /// The state at revision 0: nothing at all.
    #[must_use]
    pub fn empty(drivers: Drivers) -> Self {
        Self {
            drivers,
            revision: Revision::default(),
            policies: Register::new(),
            rules: Rules::new(),
            tables: Tables::new(),
            graph: Graph::new(),
            library: Register::new(),
            data_sources: Register::new(),
            filled: FilledTables::new(),
            executions: Executions::new(),
        }
    }

    /// The revision this state is at.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The drivers this server knows. Not part of the log.
    #[must_use]
    pub fn drivers(&self) -> &Drivers {
        &self.drivers
    }

    /// Whether two states hold the same, whatever their revisions and drivers.
    #[must_use]
    pub fn content_eq(&self, other: &Self) -> bool {
        self.policies == other.policies
            && self.rules == other.rules
            && self.tables == other.tables
            && self.graph == other.graph
            && self.library == other.library
            && self.data_sources == other.data_sources
            && self.filled == other.filled
            && self.executions == other.executions
    }

    /// Policies in creation order.
    pub fn policies(&self) -> impl Iterator<Item = &Arc<Policy>> {
        self.policies.iter()
    }

    /// A policy by id or name.
    #[must_use]
    pub fn policy(&self, reference: &Reference) -> Option<&Arc<Policy>> {
        self.policies.find(reference)
    }

    /// A policy by id.
    #[must_use]
    pub fn policy_by_id(&self, id: &PolicyId) -> Option<&Arc<Policy>> {
        self.policies.by_id(id.as_str())
    }

    /// A policy by its name.
    #[must_use]
    pub fn policy_named(&self, name: &str) -> Option<&Arc<Policy>> {
        self.policies.by_name(name)
    }

    /// The rules of a policy in creation order.
    pub fn rules(&self, policy: &PolicyId) -> impl Iterator<Item = &Arc<Rule>> {
        self.rules.of(policy)
    }

    /// How many rules a policy has.
    #[must_use]
    pub fn rule_count(&self, policy: &PolicyId) -> usize {
        self.rules.count(policy)
    }

    /// A rule of a policy, by the rule's id.
    #[must_use]
    pub fn rule(&self, policy: &PolicyId, id: &str) -> Option<&Arc<Rule>> {
        self.rules.by_id(id).filter(|rule| rule.policy == *policy)
    }

    /// Whether any policy has a rule of this id.
    #[must_use]
    pub fn has_rule(&self, id: &str) -> bool {
        self.rules.by_id(id).is_some()
    }

    /// The tables in a policy or data source that any rule mentions, by its name, in order of first mention.
    pub fn tables(&self, policy: &str) -> impl Iterator<Item = &Arc<Table>> {
        self.tables.within(policy)
    }

    /// One table in a policy or data source that some rule mentions.
    #[must_use]
    pub fn table(&self, policy: &str, table: &str) -> Option<&Arc<Table>> {
        self.tables.get(policy, table)
    }

    /// The tables that the rules of a policy mention, its own and others', sorted.
    pub fn tables_mentioned_by(&self, policy: &PolicyId) -> impl Iterator<Item = &TableName> {
        self.tables.mentioned_by(policy)
    }

    /// The policies of the library in creation order.
    pub fn library_policies(&self) -> impl Iterator<Item = &Arc<LibraryPolicy>> {
        self.library.iter()
    }

    /// A library policy by id or name.
    #[must_use]
    pub fn library_policy(&self, reference: &Reference) -> Option<&Arc<LibraryPolicy>> {
        self.library.find(reference)
    }

    /// Data sources in creation order.
    pub fn data_sources(&self) -> impl Iterator<Item = &Arc<DataSource>> {
        self.data_sources.iter()
    }

    /// A data source by id or name.
    #[must_use]
    pub fn data_source(&self, reference: &Reference) -> Option<&Arc<DataSource>> {
        self.data_sources.find(reference)
    }

    /// The tables of a data source that have been filled, in order of first push.
    pub fn data_source_tables(
        &self,
        data_source: &DataSourceId,
    ) -> impl Iterator<Item = &Arc<DataSourceTable>> {
        self.filled.of(data_source)
    }

    /// A filled table of a data source.
    #[must_use]
    pub fn data_source_table(
        &self,
        data_source: &DataSourceId,
        table: &str,
    ) -> Option<&Arc<DataSourceTable>> {
        self.filled.get(data_source, table)
    }

    /// The rows of a filled table, sorted; `None` when nothing was ever pushed to it.
    #[must_use]
    pub fn rows(&self, data_source: &DataSourceId, table: &str) -> Option<impl Iterator<Item = &Row>> {
        self.filled.rows(data_source, table)
    }

    /// Executions of actions in the order in which they were asked for.
    #[must_use]
    pub fn executions(&self) -> impl DoubleEndedIterator<Item = &Arc<Execution>> {
        self.executions.iter()
    }

    /// Those that were asked for before this position, in order.
    #[must_use]
    pub fn executions_before(&self, position: Position) -> impl DoubleEndedIterator<Item = &Arc<Execution>> {
        self.executions.before(position)
    }

    /// An execution by its id.
    #[must_use]
    pub fn execution(&self, id: &ExecutionId) -> Option<&Arc<Execution>> {
        self.executions.get(id)
    }

    /// The executions that are to be carried out, in the order in which they were asked for.
    pub fn waiting_executions(&self) -> impl Iterator<Item = &Arc<Execution>> {
        self.executions.waiting()
    }

    /// How many executions are to be carried out.
    #[must_use]
    pub fn waiting_execution_count(&self) -> usize {
        self.executions.waiting_count()
    }

    /// The calls of rules that stand, as far as that was recorded: they have their execution already.
    pub fn standing_calls(&self) -> impl Iterator<Item = &Call> {
        self.executions.standing()
    }
}

/// Says which state it is, and not what is in it: that would be the whole database, in every log line about an answer.
impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("revision", &self.revision).finish_non_exhaustive()
    }
}
