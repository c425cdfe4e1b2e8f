//! Symbols: values as numbers of one machine word, so that rows are compared and hashed without looking at texts.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use statehouse_datalog::Value;

/// A value. Two symbols of one [`Symbols`] are equal exactly when their values are, type included.
///
/// An integer that fits 63 bits stands in the symbol itself, shifted by one place, with the lowest bit set. Any other
/// value stands in [`Symbols`], and the symbol holds its place there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Symbol(u64);

impl Symbol {
    fn small(number: i64) -> Option<Self> {
        let shifted = number.wrapping_shl(1);
        (shifted >> 1 == number).then(|| Self(shifted.cast_unsigned() | 1))
    }

    fn stored(place: u32) -> Self {
        Self(u64::from(place) << 1)
    }

    /// The number in the symbol, or the place of its value.
    fn content(self) -> Result<i64, usize> {
        if self.0 & 1 == 1 {
            Ok(self.0.cast_signed() >> 1)
        } else {
            Err(usize::try_from(self.0 >> 1).unwrap_or(usize::MAX))
        }
    }
}

/// The values behind the symbols.
#[derive(Debug, Default)]
pub(crate) struct Symbols {
    /// Places that are free hold nothing.
    values: Vec<Option<Value>>,
    places: HashTable<u32>,
    free: Vec<u32>,
    hasher: RandomState,
    /// How many values there were after the last sweep.
    kept: usize,
}

/// With fewer values than this a sweep gains nothing.
const WORTH_SWEEPING: usize = 10_000;

impl Symbols {
    /// The symbol of a value, which is stored if need be.
    pub fn of(&mut self, value: &Value) -> Symbol {
        if let Some(small) = small(value) {
            return small;
        }
        let Self { values, places, free, hasher, .. } = self;
        let is_it = |place: &u32| stored(values, *place) == Some(value);
        if let Some(place) = places.find(hasher.hash_one(value), is_it) {
            return Symbol::stored(*place);
        }
        let place = free.pop().unwrap_or_else(|| {
            values.push(None);
            u32::try_from(values.len() - 1).unwrap_or(u32::MAX)
        });
        if let Some(home) = usize::try_from(place).ok().and_then(|place| values.get_mut(place)) {
            *home = Some(value.clone());
        }
        places.insert_unique(hasher.hash_one(value), place, |place| {
            stored(values, *place).map_or(0, |value| hasher.hash_one(value))
        });
        Symbol::stored(place)
    }

    /// The value of a symbol.
    pub fn value(&self, symbol: Symbol) -> Value {
        match symbol.content() {
            Ok(number) => Value::from(number),
            Err(place) => self.values.get(place).and_then(Clone::clone).unwrap_or_else(|| Value::from("")),
        }
    }

    /// Whether so many values came since the last sweep that another is worth its while: they have doubled.
    pub fn wants_sweep(&self) -> bool {
        self.places.len() > WORTH_SWEEPING.max(2 * self.kept)
    }

    /// Forgets every value that none of these symbols stands for.
    pub fn sweep(&mut self, used: impl Iterator<Item = Symbol>) {
        let mut is_used = vec![false; self.values.len()];
        for symbol in used {
            if let Err(place) = symbol.content()
                && let Some(is_used) = is_used.get_mut(place)
            {
                *is_used = true;
            }
        }
        let Self { values, places, free, .. } = self;
        places
            .retain(|place| usize::try_from(*place).ok().and_then(|place| is_used.get(place)) == Some(&true));
        free.clear();
        for (place, (value, is_used)) in (0..).zip(values.iter_mut().zip(is_used)) {
            if !is_used {
                *value = None;
                free.push(place);
            }
        }
        self.kept = places.len();
    }
}

fn small(value: &Value) -> Option<Symbol> {
    match value {
        Value::Integer(number) => number.to_i64().and_then(Symbol::small),
        Value::Float(_) | Value::String(_) => None,
    }
}

fn stored(values: &[Option<Value>], place: u32) -> Option<&Value> {
    values.get(usize::try_from(place).ok()?)?.as_ref()
}

#[cfg(test)]
mod tests {
    use statehouse_datalog::Integer;

    use super::*;

    #[test]
    fn a_symbol_leads_back_to_its_value() {
        let mut symbols = Symbols::default();
        let large = Integer::from_digits("123456789012345678901234567890", 10).map(Value::Integer).unwrap();
        let values = [0, -1, 1, i64::MAX, i64::MIN, i64::MAX >> 1, i64::MIN >> 1].map(Value::from);
        for value in values.into_iter().chain([large, Value::from(1.0), Value::from("1"), Value::from("")]) {
            let symbol = symbols.of(&value);
            assert_eq!(symbols.value(symbol), value);
            assert_eq!(symbols.of(&value), symbol);
        }
    }

    #[test]
    fn values_of_different_types_have_different_symbols() {
        let mut symbols = Symbols::default();
        let [integer, float, text] =
            [Value::from(1), Value::from(1.0), Value::from("1")].map(|value| symbols.of(&value));
        assert_ne!(integer, float);
        assert_ne!(float, text);
        assert_ne!(integer, text);
    }

    #[test]
    fn what_is_not_used_is_forgotten_and_its_place_taken_again() {
        let mut symbols = Symbols::default();
        let [kept, forgotten] = ["kept", "forgotten"].map(|text| symbols.of(&Value::from(text)));
        symbols.sweep([kept].into_iter());
        assert_eq!(symbols.value(kept), Value::from("kept"));
        assert_eq!(symbols.of(&Value::from("new")), forgotten);
    }
}
