//! A hash table of rows by their places, which knows neither the rows nor how they are hashed.
//!
//! Each slot holds the place of a row and 32 bits of its hash: so a search seldom looks at a row in vain, and growing looks at none.
//! Slots lie one behind the other and are searched in that order (linear probing): a search touches one cache line as a rule.

/// Rows by hash. A row is known by its place; there are fewer than `u32::MAX`.
#[derive(Debug, Default)]
pub(super) struct Slots {
    /// 0 where there is nothing; else the hash in the upper half, and one more than the place in the lower.
    slots: Vec<u64>,
    taken: usize,
}

/// Where a search ended.
pub(super) enum Found {
    /// At this row.
    Row(u32),
    /// At an empty slot, where the row would be.
    Nothing(usize),
}

impl Slots {
    /// Room for so many rows.
    pub fn with_room_for(rows: usize) -> Self {
        Self { slots: vec![0; (rows * 2).next_power_of_two().max(8)], taken: 0 }
    }

    /// Forgets all rows. That costs as much as taking them in did, whatever there was before.
    pub fn clear(&mut self) {
        if self.slots.len() > 1024 && self.taken * 16 < self.slots.len() {
            self.slots = vec![0; 8];
        } else {
            self.slots.fill(0);
        }
        self.taken = 0;
    }

    /// Looks for a row with this hash.
    #[inline]
    pub fn find(&self, hash: u32, mut is_it: impl FnMut(u32) -> bool) -> Found {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = home(hash) & mask;
        while let Some(slot) = self.slots.get(at).copied().filter(|slot| *slot != 0) {
            let row = low_half(slot) - 1;
            if high_half(slot) == hash && is_it(row) {
                return Found::Row(row);
            }
            at = (at + 1) & mask;
        }
        Found::Nothing(at)
    }

    /// Puts a row into the empty slot where the search for it ended.
    #[inline]
    pub fn put(&mut self, at: usize, hash: u32, row: u32) {
        let Some(slot) = self.slots.get_mut(at) else { return };
        *slot = u64::from(hash) << 32 | u64::from(row + 1);
        self.taken += 1;
    }

    /// Makes room for one more, before it is searched for: what a search found holds until then.
    #[inline]
    pub fn reserve(&mut self) {
        if self.taken * 2 >= self.slots.len() {
            self.grow();
        }
    }

    #[cold]
    fn grow(&mut self) {
        let bigger = vec![0; (self.slots.len() * 2).max(8)];
        let mask = bigger.len() - 1;
        let old = std::mem::replace(&mut self.slots, bigger);
        for slot in old.into_iter().filter(|slot| *slot != 0) {
            let mut at = home(high_half(slot)) & mask;
            while self.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & mask;
            }
            if let Some(empty) = self.slots.get_mut(at) {
                *empty = slot;
            }
        }
    }
}

fn home(hash: u32) -> usize {
    usize::try_from(hash).unwrap_or_default()
}

fn high_half(slot: u64) -> u32 {
    u32::try_from(slot >> 32).unwrap_or_default()
}

fn low_half(slot: u64) -> u32 {
    u32::try_from(slot & u64::from(u32::MAX)).unwrap_or_default()
}
