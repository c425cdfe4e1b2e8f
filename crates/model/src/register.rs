//! Entities of one kind, found by id and by name and listed in the order in which they were created.

use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

use crate::{DataSource, LibraryPolicy, Policy, Position, Reference};

/// What a [`Register`] needs to know of an entity.
pub(crate) trait Entity {
    fn id(&self) -> &str;
    fn name(&self) -> &str;
    fn created(&self) -> Position;
}

macro_rules! entity {
    ($($kind:ty),*) => {$(
        impl Entity for $kind {
            fn id(&self) -> &str {
                self.id.as_str()
            }

            fn name(&self) -> &str {
                &self.name
            }

            fn created(&self) -> Position {
                self.created
            }
        }
    )*};
}

entity!(Policy, LibraryPolicy, DataSource);

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Register<T> {
    by_id: HashTrieMapSync<Arc<str>, Arc<T>>,
    by_name: HashTrieMapSync<Arc<str>, Arc<T>>,
    by_position: RedBlackTreeMapSync<Position, Arc<T>>,
}

impl<T: Entity> Register<T> {
    pub(crate) fn new() -> Self {
        Self {
            by_id: HashTrieMapSync::new_sync(),
            by_name: HashTrieMapSync::new_sync(),
            by_position: RedBlackTreeMapSync::new_sync(),
        }
    }

    pub(crate) fn insert(&mut self, entity: &Arc<T>) {
        self.by_id.insert_mut(entity.id().into(), entity.clone());
        self.by_name.insert_mut(entity.name().into(), entity.clone());
        self.by_position.insert_mut(entity.created(), entity.clone());
    }

    pub(crate) fn remove(&mut self, entity: &T) {
        self.by_id.remove_mut(entity.id());
        self.by_name.remove_mut(entity.name());
        self.by_position.remove_mut(&entity.created());
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Arc<T>> {
        self.by_id.get(id)
    }

    pub(crate) fn by_name(&self, name: &str) -> Option<&Arc<T>> {
        self.by_name.get(name)
    }

    /// By id or, failing that, by name.
    pub(crate) fn find(&self, reference: &Reference) -> Option<&Arc<T>> {
        self.by_id(reference.as_str()).or_else(|| self.by_name(reference.as_str()))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        self.by_position.values()
    }
}
