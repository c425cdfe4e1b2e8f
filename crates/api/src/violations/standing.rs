//! The violations there are, in a stable order: by policy, by table, by row.

use std::fmt::Write as _;
use std::sync::Arc;

use rpds::RedBlackTreeMapSync;
use sha2::{Digest as _, Sha256};
use statehouse_model::{Revision, Row, Timestamp, Value};

/// The longest part of a row that violations are put in order by, in bytes of its JSON: a cursor holds it, and an address
/// has bounds. Rows that begin alike beyond that are in the order of their digests.
const HEAD: usize = 1_000;

/// By what violations are told apart and put in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    policy: Arc<str>,
    table: Arc<str>,
    head: Row,
    /// For a row that is longer than its head, or whose head JSON cannot say.
    digest: Option<String>,
}

/// Where one list of violations ended, and the next goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor(pub Key);

/// A row of a table of violations.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// The row.
    pub row: Arc<[Value]>,
    /// When it appeared.
    pub appeared: Appeared,
}

/// When a row appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appeared {
    /// With that commit.
    With(Moment),
    /// With that commit or an earlier one.
    NoLaterThan(Moment),
    /// Whether it is there depends on the time of day, which the log does not tell.
    WithTime,
}

/// A commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The revision it made.
    pub revision: Revision,
    /// When; unknown where no commit that old is in the log any more.
    pub at: Option<Timestamp>,
}

/// All violations of a state. Cloning costs a pointer.
pub type Standing = RedBlackTreeMapSync<Key, Violation>;

impl Key {
    pub fn of(policy: &str, table: &str, row: &[Value]) -> Self {
        let mut head = Vec::new();
        let mut left = HEAD;
        for value in row {
            match cut(value, left) {
                Some(whole) if whole == *value => {
                    left = left.saturating_sub(length(value));
                    head.push(whole);
                }
                part => {
                    head.extend(part);
                    break;
                }
            }
        }
        let is_whole = head.len() == row.len() && head.iter().eq(row);
        let digest = (!is_whole).then(|| digest(row));
        Self { policy: policy.into(), table: table.into(), head: head.into(), digest }
    }

    pub fn policy(&self) -> &str {
        &self.policy
    }

    pub fn table(&self) -> &str {
        &self.table
    }
}

/// How much of the head a value takes.
fn length(value: &Value) -> usize {
    1 + match value {
        Value::String(text) => text.chars().map(escaped).sum::<usize>() + 2,
        other => other.to_string().len(),
    }
}

/// How many bytes a character takes in JSON.
fn escaped(character: char) -> usize {
    match character {
        '"' | '\\' => 2,
        control if control.is_control() => 6,
        other => other.len_utf8(),
    }
}

/// As much of a value as fits, and as JSON can say.
fn cut(value: &Value, left: usize) -> Option<Value> {
    match value {
        Value::Float(number) if !number.get().is_finite() => None,
        whole if length(whole) <= left => Some(whole.clone()),
        Value::String(text) => {
            let mut left = left;
            let fits = |character: &char| {
                let rest = left.checked_sub(escaped(*character));
                left = rest.unwrap_or(0);
                rest.is_some()
            };
            let head: String = text.chars().take_while(fits).collect();
            Some(Value::from(head.as_str()))
        }
        _ => None,
    }
}

fn digest(row: &[Value]) -> String {
    let mut digest = Sha256::new();
    for value in row {
        let (kind, text) = match value {
            Value::String(text) => ("s", text.to_string()),
            Value::Integer(number) => ("i", number.to_string()),
            Value::Float(number) => ("f", number.get().to_string()),
        };
        digest.update(format!("{kind}{}:", text.len()));
        digest.update(text);
    }
    hex(&digest.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Cursor {
    /// The cursor as a word that needs no escaping in an address.
    pub fn to_word(&self) -> String {
        let Key { policy, table, head, digest } = &self.0;
        hex(serde_json::to_string(&(policy, table, head, digest)).unwrap_or_default().as_bytes())
    }

    /// Reads the word; none where it is no cursor.
    pub fn read(word: &str) -> Option<Self> {
        let digits = |at: usize| u8::from_str_radix(word.get(at..at + 2)?, 16).ok();
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let bytes = (0..word.len()).step_by(2).map(digits).collect::<Option<Vec<u8>>>()?;
        let (policy, table, head, digest): (Arc<str>, Arc<str>, Row, Option<String>) =
            serde_json::from_slice(&bytes).ok()?;
        Some(Self(Key { policy, table, head, digest }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(row: &[Value]) -> Key {
        Key::of("p", "error", row)
    }

    #[test]
    fn a_cursor_leads_back_to_its_violation_whatever_the_row() {
        let long: Value = "é".repeat(3_000).as_str().into();
        let rows: [&[Value]; 6] = [
            &[],
            &["a\"b\\".into(), 1.into(), 2.5.into()],
            &[long.clone(), 1.into()],
            &[long, 2.into()],
            &[1.into(), f64::INFINITY.into(), 3.into()],
            &["inf".into(), "inf".into(), 3.into()],
        ];
        let mut words = Vec::new();
        for row in rows {
            let word = Cursor(key(row)).to_word();
            assert!(word.len() < 4_000, "{}", word.len());
            assert_eq!(Cursor::read(&word), Some(Cursor(key(row))), "{row:?}");
            words.push(word);
        }
        words.sort();
        words.dedup();
        assert_eq!(words.len(), rows.len());
        for bad in ["", "x", "0", "00", "5b5d", "é", "5b225c75"] {
            assert_eq!(Cursor::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn rows_are_in_the_order_of_their_values() {
        let rows = [key(&[1.into()]), key(&[2.into(), 1.into()]), key(&[10.into()]), key(&["a".into()])];
        assert!(rows.is_sorted(), "{rows:?}");
        assert!(Key::of("p", "error", &["z".into()]) < Key::of("p", "warning", &["a".into()]));
    }
}
