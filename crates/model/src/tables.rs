//! The tables that rules mention: their records, and how often and by whom they are mentioned.

use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};
use statehouse_datalog::TableName;

use crate::mention::Mentions;
use crate::persistent::{Update, count_down, count_up};
use crate::{PolicyId, Position, Table};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tables {
    /// The tables in a policy or data source, by its name.
    within: HashTrieMapSync<Arc<str>, TablesWithin>,
    /// The tables that the rules of a policy mention, and how many rules mention each.
    mentioned_by: HashTrieMapSync<PolicyId, RedBlackTreeMapSync<TableName, u32>>,
}

#[derive(Clone, Debug, PartialEq)]
struct TablesWithin {
    by_name: RedBlackTreeMapSync<Arc<str>, Uses>,
    by_position: RedBlackTreeMapSync<Position, Arc<Table>>,
}

impl TablesWithin {
    fn none() -> Self {
        Self { by_name: RedBlackTreeMapSync::new_sync(), by_position: RedBlackTreeMapSync::new_sync() }
    }
}

/// How a table is used.
#[derive(Clone, Debug, PartialEq)]
struct Uses {
    /// What the log knows of the table.
    record: Option<Arc<Table>>,
    /// How many rules of each policy mention it.
    by: HashTrieMapSync<PolicyId, u32>,
    /// How many rules and facts define it.
    defined_by: u32,
}

impl Uses {
    fn none() -> Self {
        Self { record: None, by: HashTrieMapSync::new_sync(), defined_by: 0 }
    }

    fn is_none(&self) -> bool {
        self.record.is_none() && self.by.is_empty() && self.defined_by == 0
    }
}

impl Tables {
    pub(crate) fn new() -> Self {
        Self { within: HashTrieMapSync::new_sync(), mentioned_by: HashTrieMapSync::new_sync() }
    }

    /// Takes up the record of a table.
    pub(crate) fn insert(&mut self, record: Arc<Table>) {
        let name = TableName { policy: record.policy.as_str().into(), table: record.name.as_str().into() };
        self.update(&name, |uses| uses.record = Some(record.clone()));
        if let Some(within) = self.within.get_mut(&name.policy) {
            within.by_position.insert_mut(record.created, record);
        }
    }

    /// Drops the record of a table.
    pub(crate) fn remove(&mut self, record: &Table) {
        let name = TableName { policy: record.policy.as_str().into(), table: record.name.as_str().into() };
        if let Some(within) = self.within.get_mut(&name.policy) {
            within.by_position.remove_mut(&record.created);
        }
        self.update(&name, |uses| uses.record = None);
    }

    /// A rule of this policy came.
    pub(crate) fn mention(&mut self, by: &PolicyId, mentions: &Mentions) {
        for name in &mentions.tables {
            let defines = u32::from(mentions.head.as_ref() == Some(name));
            self.update(name, |uses| {
                count_up(&mut uses.by, by);
                uses.defined_by += defines;
            });
            self.mentioned_by.update(by, RedBlackTreeMapSync::new_sync, |tables| {
                count_up(tables, name);
                true
            });
        }
    }

    /// A rule of this policy went.
    pub(crate) fn forget(&mut self, by: &PolicyId, mentions: &Mentions) {
        for name in &mentions.tables {
            let defines = u32::from(mentions.head.as_ref() == Some(name));
            self.update(name, |uses| {
                count_down(&mut uses.by, by);
                uses.defined_by = uses.defined_by.saturating_sub(defines);
            });
            self.mentioned_by.update(by, RedBlackTreeMapSync::new_sync, |tables| {
                count_down(tables, name);
                !tables.is_empty()
            });
        }
    }

    /// Changes how a table is used, and forgets it when it is used no more.
    fn update(&mut self, name: &TableName, change: impl FnOnce(&mut Uses)) {
        self.within.update(&name.policy, TablesWithin::none, |within| {
            within.by_name.update(&name.table, Uses::none, |uses| {
                change(uses);
                !uses.is_none()
            });
            !within.by_name.is_empty()
        });
    }

    fn uses(&self, policy: &str, table: &str) -> Option<&Uses> {
        self.within.get(policy)?.by_name.get(table)
    }

    /// The record of a table.
    pub(crate) fn get(&self, policy: &str, table: &str) -> Option<&Arc<Table>> {
        self.uses(policy, table)?.record.as_ref()
    }

    /// Whether any rule mentions the table.
    pub(crate) fn is_mentioned(&self, name: &TableName) -> bool {
        self.uses(&name.policy, &name.table).is_some_and(|uses| !uses.by.is_empty())
    }

    /// Whether any rule or fact defines the table.
    pub(crate) fn is_defined(&self, policy: &str, table: &str) -> bool {
        self.uses(policy, table).is_some_and(|uses| uses.defined_by > 0)
    }

    /// The tables in a policy or data source, in the order of first mention.
    pub(crate) fn within(&self, policy: &str) -> impl Iterator<Item = &Arc<Table>> {
        self.within.get(policy).into_iter().flat_map(|tables| tables.by_position.values())
    }

    /// The policies whose rules mention a table of the policy or data source with this name.
    pub(crate) fn mentioning(&self, policy: &str) -> impl Iterator<Item = &PolicyId> {
        let tables = self.within.get(policy).into_iter().flat_map(|tables| tables.by_name.values());
        tables.flat_map(|uses| uses.by.keys())
    }

    /// The tables that the rules of a policy mention, sorted.
    pub(crate) fn mentioned_by(&self, policy: &PolicyId) -> impl Iterator<Item = &TableName> {
        self.mentioned_by.get(policy).into_iter().flat_map(|tables| tables.keys())
    }

    /// Every record.
    pub(crate) fn records(&self) -> impl Iterator<Item = &Arc<Table>> {
        self.within.values().flat_map(|tables| tables.by_position.values())
    }
}
