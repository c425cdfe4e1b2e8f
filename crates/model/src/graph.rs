//! Which table depends on which: an edge from the head of a rule to every table of its body.

use rpds::HashTrieMapSync;

use statehouse_datalog::TableName;

use crate::mention::Mentions;
use crate::persistent::Update;

/// The dependencies of all rules together, readable in both directions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Graph {
    /// From a head to the tables it depends on.
    below: Edges,
    /// From a table to the heads that depend on it.
    above: Edges,
}

/// How many rules say that one table depends on another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Support {
    /// All of them.
    rules: u32,
    /// Those that say so through negation.
    negated: u32,
}

impl Support {
    pub(crate) fn is_negated(self) -> bool {
        self.negated > 0
    }

    fn with(self, negated: bool) -> Self {
        Self { rules: self.rules + 1, negated: self.negated + u32::from(negated) }
    }

    fn without(self, negated: bool) -> Self {
        Self { rules: self.rules.saturating_sub(1), negated: self.negated.saturating_sub(u32::from(negated)) }
    }
}

type Edges = HashTrieMapSync<TableName, HashTrieMapSync<TableName, Support>>;

fn change(edges: &mut Edges, from: &TableName, to: &TableName, change: impl FnOnce(Support) -> Support) {
    edges.update(from, HashTrieMapSync::new_sync, |targets| {
        targets.update(to, Support::default, |support| {
            *support = change(*support);
            support.rules > 0
        });
        !targets.is_empty()
    });
}

impl Graph {
    pub(crate) fn new() -> Self {
        Self { below: HashTrieMapSync::new_sync(), above: HashTrieMapSync::new_sync() }
    }

    /// A rule came.
    pub(crate) fn add(&mut self, mentions: &Mentions) {
        let Some(head) = &mentions.head else { return };
        for (table, &negated) in &mentions.dependencies {
            change(&mut self.below, head, table, |support| support.with(negated));
            change(&mut self.above, table, head, |support| support.with(negated));
        }
    }

    /// A rule went.
    pub(crate) fn remove(&mut self, mentions: &Mentions) {
        let Some(head) = &mentions.head else { return };
        for (table, &negated) in &mentions.dependencies {
            change(&mut self.below, head, table, |support| support.without(negated));
            change(&mut self.above, table, head, |support| support.without(negated));
        }
    }

    /// The tables on which a table depends directly.
    pub(crate) fn below(&self, table: &TableName) -> impl Iterator<Item = (&TableName, Support)> + use<'_> {
        self.below
            .get(table)
            .into_iter()
            .flat_map(HashTrieMapSync::iter)
            .map(|(name, support)| (name, *support))
    }

    /// The tables that depend directly on a table.
    pub(crate) fn above(&self, table: &TableName) -> impl Iterator<Item = (&TableName, Support)> + use<'_> {
        self.above
            .get(table)
            .into_iter()
            .flat_map(HashTrieMapSync::iter)
            .map(|(name, support)| (name, *support))
    }
}
