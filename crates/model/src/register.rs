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
    ids: HashTrieMapSync<Arc<str>, Arc<T>>,
    names: HashTrieMapSync<Arc<str>, Arc<T>>,
    in_order: RedBlackTreeMapSync<Position, Arc<T>>,
}

impl<T: Entity> Register<T> {
    pub(crate) fn new() -> Self {
        Self {
            ids: HashTrieMapSync::new_sync(),
            names: HashTrieMapSync::new_sync(),
            in_order: RedBlackTreeMapSync::new_sync(),
        }
    }

    pub(crate) fn insert(&mut self, entity: Arc<T>) {
        self.ids.insert_mut(entity.id().into(), entity.clone());
        self.names.insert_mut(entity.name().into(), entity.clone());
        self.in_order.insert_mut(entity.created(), entity);
    }

    pub(crate) fn remove(&mut self, entity: &T) {
        self.ids.remove_mut(entity.id());
        self.names.remove_mut(entity.name());
        self.in_order.remove_mut(&entity.created());
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Arc<T>> {
        // Hashing is most of looking for something where there is nothing.
        if self.ids.is_empty() { None } else { self.ids.get(id) }
    }

    pub(crate) fn by_name(&self, name: &str) -> Option<&Arc<T>> {
        if self.names.is_empty() { None } else { self.names.get(name) }
    }

    /// By id or, failing that, by name.
    pub(crate) fn find(&self, reference: &Reference) -> Option<&Arc<T>> {
        self.by_id(reference.as_str()).or_else(|| self.by_name(reference.as_str()))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        self.in_order.values()
    }
}
