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

/// Small numbers are sorted as numbers are; where values of other kinds come among them says nothing.
impl Ord for Symbol {
    #[inline]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cast_signed().cmp(&other.0.cast_signed())
    }
}

impl PartialOrd for Symbol {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Symbol {
    #[inline]
    pub fn small(number: i64) -> Option<Self> {
        let shifted = number.wrapping_shl(1);
        (shifted >> 1 == number).then(|| Self(shifted.cast_unsigned() | 1))
    }

    /// The number that stands in the symbol.
    #[inline]
    pub fn number(self) -> Option<i64> {
        self.content().ok()
    }

    /// How far behind another it comes among those of its kind; none for one of another kind, or before the other.
    #[inline]
    pub fn beyond(self, lowest: Self) -> Option<usize> {
        let distance = self.0.cast_signed().checked_sub(lowest.0.cast_signed())?;
        if distance & 1 == 1 { None } else { usize::try_from(distance >> 1).ok() }
    }

    /// Gives a hasher what it needs.
    #[inline]
    pub fn write_to(self, hasher: &mut impl std::hash::Hasher) {
        hasher.write_u64(self.0);
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
        small(value).unwrap_or_else(|| {
            self.of_stored(hash_of(&self.hasher, value), |it| it == value, || value.clone())
        })
    }

    /// The symbol of a text.
    pub fn of_text(&mut self, text: &str) -> Symbol {
        let is_it = |value: &Value| matches!(value, Value::String(it) if **it == *text);
        self.of_stored(self.hasher.hash_one(text), is_it, || Value::from(text))
    }

    fn of_stored(
        &mut self,
        hash: u64,
        is_it: impl Fn(&Value) -> bool,
        value: impl FnOnce() -> Value,
    ) -> Symbol {
        let Self { values, places, free, hasher, .. } = self;
        if let Some(place) = places.find(hash, |place| stored(values, *place).is_some_and(&is_it)) {
            return Symbol::stored(*place);
        }
        let place = free.pop().unwrap_or_else(|| {
            values.push(None);
            u32::try_from(values.len() - 1).unwrap_or(u32::MAX)
        });
        if let Some(home) = usize::try_from(place).ok().and_then(|place| values.get_mut(place)) {
            *home = Some(value());
        }
        places.insert_unique(hash, place, |place| {
            stored(values, *place).map_or(0, |value| hash_of(hasher, value))
        });
        Symbol::stored(place)
    }

    /// Takes in the values of others, and answers what their symbols are among these.
    pub fn take_in(&mut self, others: Self) -> Renamed {
        let symbol = |value: Option<Value>| value.map(|value| self.of(&value)).unwrap_or_default();
        Renamed(others.values.into_iter().map(symbol).collect())
    }

    /// The value of a symbol.
    pub fn value(&self, symbol: Symbol) -> Value {
        match symbol.content() {
            Ok(number) => Value::from(number),
            Err(place) => self.values.get(place).and_then(Clone::clone).unwrap_or_else(|| Value::from("")),
        }
    }

    /// Compares the values of two symbols.
    #[inline]
    pub fn compare(&self, one: Symbol, other: Symbol) -> std::cmp::Ordering {
        match (one.content(), other.content()) {
            (Ok(one), Ok(other)) => one.cmp(&other),
            _ => self.value(one).cmp(&self.value(other)),
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

/// What symbols of others have become.
#[derive(Debug)]
pub(crate) struct Renamed(Vec<Symbol>);

impl Renamed {
    #[inline]
    pub fn of(&self, symbol: Symbol) -> Symbol {
        match symbol.content() {
            Ok(_) => symbol,
            Err(place) => self.0.get(place).copied().unwrap_or_default(),
        }
    }
}

/// Texts are hashed as such: then they are found without making values of them.
fn hash_of(hasher: &RandomState, value: &Value) -> u64 {
    match value {
        Value::String(text) => hasher.hash_one(&**text),
        Value::Integer(_) | Value::Float(_) => hasher.hash_one(value),
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
