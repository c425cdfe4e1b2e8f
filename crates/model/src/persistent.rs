//! One way of changing an entry of a persistent map.

use std::hash::Hash;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync};

/// A persistent map whose entries can be changed in place.
pub(crate) trait Update<K, V> {
    /// Changes the value of a key, starting from `initial` where there is none, and drops the entry when `change`
    /// answers that it is not worth keeping. Copies only what a clone of the map still shares.
    fn update(&mut self, key: &K, initial: impl FnOnce() -> V, change: impl FnOnce(&mut V) -> Keep);
}

/// Whether an entry is worth keeping.
pub(crate) type Keep = bool;

macro_rules! update {
    ($map:ident, $($bound:ident),+) => {
        impl<K: Clone $(+ $bound)+, V: Clone> Update<K, V> for $map<K, V> {
            fn update(&mut self, key: &K, initial: impl FnOnce() -> V, change: impl FnOnce(&mut V) -> Keep) {
                if let Some(value) = self.get_mut(key) {
                    if !change(value) {
                        self.remove_mut(key);
                    }
                } else {
                    let mut value = initial();
                    if change(&mut value) {
                        self.insert_mut(key.clone(), value);
                    }
                }
            }
        }
    };
}

update!(HashTrieMapSync, Eq, Hash);
update!(RedBlackTreeMapSync, Ord);

/// Counts one more.
pub(crate) fn count_up<K>(counts: &mut impl Update<K, u32>, key: &K) {
    counts.update(
        key,
        || 0,
        |count| {
            *count += 1;
            true
        },
    );
}

/// Counts one less; what is counted down to nothing is dropped.
pub(crate) fn count_down<K>(counts: &mut impl Update<K, u32>, key: &K) {
    counts.update(
        key,
        || 0,
        |count| {
            *count = count.saturating_sub(1);
            *count > 0
        },
    );
}
