//! The state: everything Statehouse knows at one revision.

use std::sync::Arc;

use crate::{
    Change, Command, Commit, DataSource, DataSourceTable, Drivers, LibraryPolicy, Policy, Reference, Rejection,
    Revision, Row, Rule, Table, Timestamp,
};
use crate::{DataSourceId, PolicyId};

/// Everything at one revision. Cloning costs a few pointers; a reader's state never changes.
#[derive(Clone, Debug)]
pub struct State {}

impl State {
    /// The state at revision 0: nothing at all.
    #[must_use]
    pub fn empty(drivers: Drivers) -> Self;
    /// The revision this state is at.
    #[must_use]
    pub fn revision(&self) -> Revision;
    /// The drivers this server knows. Not part of the log.
    #[must_use]
    pub fn drivers(&self) -> &Drivers;

    /// Decides what a command amounts to on this state. No changes means that there is nothing to do, and no commit.
    ///
    /// # Errors
    ///
    /// The rule of the domain that the command breaks.
    pub fn decide(&self, command: &Command, at: Timestamp) -> Result<Vec<Change>, Rejection>;
    /// The state after these changes, at the next revision.
    #[must_use]
    pub fn apply(&self, changes: &[Change]) -> Self;
    // …and the loader's entry: builds a state from the entities of a database without deciding anything:
    // State::loader(drivers) -> Loader { policy(Arc<Policy>), rule(Arc<Rule>), table(..), library_policy(..), data_source(..),
    //   data_source_table(table, rows), finish(revision) -> State }

    /// Policies in creation order.
    pub fn policies(&self) -> impl Iterator<Item = &Arc<Policy>>;
    pub fn policy(&self, reference: &Reference) -> Option<&Arc<Policy>>;
    pub fn policy_by_id(&self, id: &PolicyId) -> Option<&Arc<Policy>>;
    /// The rules of a policy in creation order.
    pub fn rules(&self, policy: &PolicyId) -> impl Iterator<Item = &Arc<Rule>>;
    /// A rule of a policy, by the rule's id.
    pub fn rule(&self, policy: &PolicyId, id: &str) -> Option<&Arc<Rule>>;
    /// The tables of a policy or data source that rules mention, by its name, in order of first mention.
    pub fn tables(&self, policy: &str) -> impl Iterator<Item = &Arc<Table>>;
    pub fn library_policies(&self) -> impl Iterator<Item = &Arc<LibraryPolicy>>;
    pub fn library_policy(&self, reference: &Reference) -> Option<&Arc<LibraryPolicy>>;
    pub fn data_sources(&self) -> impl Iterator<Item = &Arc<DataSource>>;
    pub fn data_source(&self, reference: &Reference) -> Option<&Arc<DataSource>>;
    /// The tables of a data source that have been filled, in order of first push.
    pub fn data_source_tables(&self, data_source: &DataSourceId) -> impl Iterator<Item = &Arc<DataSourceTable>>;
    /// The rows of a filled table, sorted; `None` when nothing was ever pushed to it.
    pub fn rows(&self, data_source: &DataSourceId, table: &str) -> Option<impl Iterator<Item = &Row>>;
}
