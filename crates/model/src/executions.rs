//! The executions of a state, by what is asked about them.

use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use crate::execution::{Call, Execution};
use crate::{ExecutionId, Position};

type InOrder = RedBlackTreeMapSync<Position, Arc<Execution>>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Executions {
    by_id: HashTrieMapSync<ExecutionId, Arc<Execution>>,
    in_order: InOrder,
    waiting: InOrder,
    /// Those that ended and whose row does not stand: nobody needs them any more.
    idle: InOrder,
    standing: HashTrieMapSync<Call, Arc<Execution>>,
}

impl Executions {
    pub(crate) fn new() -> Self {
        Self {
            by_id: HashTrieMapSync::new_sync(),
            in_order: InOrder::new_sync(),
            waiting: InOrder::new_sync(),
            idle: InOrder::new_sync(),
            standing: HashTrieMapSync::new_sync(),
        }
    }

    pub(crate) fn insert(&mut self, execution: Arc<Execution>) {
        let (at, call) = (execution.created, execution.standing_call());
        if execution.is_waiting() {
            self.waiting.insert_mut(at, execution.clone());
        } else if call.is_none() {
            self.idle.insert_mut(at, execution.clone());
        }
        if let Some(call) = call {
            self.standing.insert_mut(call, execution.clone());
        }
        self.by_id.insert_mut(execution.id.clone(), execution.clone());
        self.in_order.insert_mut(at, execution);
    }

    pub(crate) fn remove(&mut self, execution: &Execution) {
        let at = execution.created;
        self.waiting.remove_mut(&at);
        self.idle.remove_mut(&at);
        if let Some(call) = execution.standing_call() {
            self.standing.remove_mut(&call);
        }
        self.by_id.remove_mut(&execution.id);
        self.in_order.remove_mut(&at);
    }

    pub(crate) fn get(&self, id: &ExecutionId) -> Option<&Arc<Execution>> {
        self.by_id.get(id)
    }

    pub(crate) fn of_call(&self, call: &Call) -> Option<&Arc<Execution>> {
        self.standing.get(call)
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Execution>> {
        self.in_order.values()
    }

    pub(crate) fn before(&self, position: Position) -> impl DoubleEndedIterator<Item = &Arc<Execution>> {
        self.in_order.range(..position).map(|(_, execution)| execution)
    }

    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Arc<Execution>> {
        self.waiting.values()
    }

    pub(crate) fn standing(&self) -> impl Iterator<Item = &Call> {
        self.standing.keys()
    }

    pub(crate) fn oldest_idle(&self) -> Option<&Arc<Execution>> {
        self.idle.first().map(|(_, execution)| execution)
    }

    pub(crate) fn count(&self) -> usize {
        self.in_order.size()
    }

    pub(crate) fn waiting_count(&self) -> usize {
        self.waiting.size()
    }

    pub(crate) fn idle_count(&self) -> usize {
        self.idle.size()
    }
}
