//! What each migration makes in an engine's own words, as it was recorded from a fresh database.
//!
//! A live schema on a server has no other one of its kind beside it: what the engines word alike is compared with a new SQLite
//! file, and the rest with this. `cargo xtask migrate record` writes it; a test holds it to what each engine makes.
//!
//! ```text
//! 0001
//! + changes: index changes_by_entity: hash (entity_id)
//! 0011
//! - library_policies: column rules: text COLLATE "C"
//! ```

use std::collections::BTreeMap;
use std::fmt;

use super::Schema;
use crate::{SetError, Version};

/// A table and one of its items, with the engine's words for it.
pub(super) type Words = BTreeMap<(String, String), String>;

/// What each migration takes away and makes, the lowest number first. What the runner keeps its books in is under number 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    version: Version,
    gone: Words,
    made: Words,
}

impl Recorded {
    /// Reads what was recorded. Lines that begin with `#` say nothing.
    ///
    /// # Errors
    /// [`SetError::Recorded`] names the line that cannot be read.
    pub fn parse(text: &str) -> Result<Self, SetError> {
        let mut steps: Vec<Step> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let refuse = || SetError::Recorded { line: line.to_owned() };
            if let Ok(version) = line.parse() {
                steps.push(Step { version, gone: Words::new(), made: Words::new() });
                continue;
            }
            let step = steps.last_mut().ok_or_else(refuse)?;
            let mut parts = line.get(2..).unwrap_or_default().splitn(3, ": ");
            let (Some(table), Some(item), Some(words)) = (parts.next(), parts.next(), parts.next()) else {
                return Err(refuse());
            };
            let side = match line.get(..2) {
                Some("+ ") => &mut step.made,
                Some("- ") => &mut step.gone,
                _ => return Err(refuse()),
            };
            side.insert((table.to_owned(), item.to_owned()), words.to_owned());
        }
        Ok(Self { steps })
    }

    /// Of the schemas that each migration in turn leads to on a fresh database.
    #[must_use]
    pub fn of(schemas: &[(Version, Schema)]) -> Self {
        let mut before = Words::new();
        let mut steps = vec![Step { version: Version::NONE, gone: Words::new(), made: Words::new() }];
        for (version, schema) in schemas {
            let (of_runner, after): (Words, Words) =
                words(schema).into_iter().partition(|((table, _), _)| is_of_the_runner(table));
            steps[0].made = of_runner;
            let only_in = |one: &Words, other: &Words| {
                let only = one.iter().filter(|(key, words)| other.get(*key) != Some(*words));
                only.map(|(key, words)| (key.clone(), words.clone())).collect::<Words>()
            };
            let (gone, made) = (only_in(&before, &after), only_in(&after, &before));
            steps.push(Step { version: *version, gone, made });
            before = after;
        }
        Self { steps }
    }

    /// What is there when these migrations are applied, whatever their order was.
    pub(super) fn when(&self, is_applied: impl Fn(Version) -> bool) -> Words {
        let mut there = Words::new();
        for step in self.steps.iter().filter(|it| it.version == Version::NONE || is_applied(it.version)) {
            there.retain(|key, _| !step.gone.contains_key(key));
            there.extend(step.made.clone());
        }
        there
    }
}

/// The engine's own words for everything in a schema.
pub(super) fn words(schema: &Schema) -> Words {
    let counting = schema.particulars.iter().filter(|it| it.counts());
    counting.map(|it| ((it.table.clone(), it.item.clone()), it.words.clone())).collect()
}

/// Whether the runner keeps its books in this table.
pub(crate) fn is_of_the_runner(table: &str) -> bool {
    table.starts_with("schema_")
}

impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Step { version, gone, made } in &self.steps {
            writeln!(f, "{version}")?;
            for (sign, side) in [('-', gone), ('+', made)] {
                for ((table, item), words) in side {
                    writeln!(f, "{sign} {table}: {item}: {words}")?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "0000\n+ schema_history: table: InnoDB\n0001\n+ a: column b: text\n+ a: index i: hash (b: c)\n0003\n\
                        - a: column b: text\n+ a: column b: varchar\n";

    #[test]
    fn what_is_there_follows_from_what_is_applied() {
        let recorded = Recorded::parse(&format!("# Why.\n{TEXT}")).unwrap();
        assert_eq!(recorded.to_string(), TEXT);
        let at = |newest: u32| recorded.when(|version| version.0 <= newest);
        let key = |item: &str| ("a".to_owned(), item.to_owned());
        assert_eq!(at(0).len(), 1);
        assert_eq!(at(2)[&key("column b")], "text");
        assert_eq!(at(3)[&key("column b")], "varchar");
        assert_eq!(at(3)[&key("index i")], "hash (b: c)");
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_line() {
        for text in ["+ a: column b: text", "0001\n* a: column b: text", "0001\n+ a: column b", "0001\nä"] {
            let line = text.lines().last().unwrap().to_owned();
            assert_eq!(Recorded::parse(text), Err(SetError::Recorded { line }));
        }
    }
}
