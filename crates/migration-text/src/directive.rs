//! What a migration in SQL says of itself: comments at the very beginning of `up.sql`.
//!
//! ```sql
//! -- phase: contract
//! -- requires: 0006
//! ALTER TABLE rules ALTER COLUMN head_table SET NOT NULL;
//! ```
//!
//! | directive | values | without it |
//! |---|---|---|
//! | `phase` | `expand`, `contract` | `expand` |
//! | `requires` | the migration that a server must know to work with the schema after this | older servers go on working |
//! | `transaction` | `none`: on PostgreSQL, the statements are run one by one outside of a transaction | one transaction |
//!
//! They are read strictly. A mistyped one would be a comment, and a contract would pass for an expand: so a first line that
//! looks like a directive and is none is refused, and so is a directive that stands where it is not looked for.

use crate::{Phase, Version};

/// What the directives of a migration say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Directives {
    /// What it does to servers meanwhile: expand or contract.
    pub phase: Phase,
    /// The migration that a server must know to work with the schema after this.
    pub requires: Option<Version>,
    /// Whether PostgreSQL runs it in one transaction.
    pub in_transaction: bool,
}

impl Default for Directives {
    fn default() -> Self {
        Self { phase: Phase::Expand, requires: None, in_transaction: true }
    }
}

/// Why the directives of a migration cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DirectiveError {
    /// There is no such directive.
    #[error(
        "line {line} of up.sql: `{word}` is no directive; there are phase, requires and transaction (a comment that begins \
         with a word and a colon goes below another line)"
    )]
    Unknown {
        /// Counted from 1.
        line: usize,
        /// What stands before the colon.
        word: String,
    },
    /// It does not take this value.
    #[error("line {line} of up.sql: `{word}` is {expected}, not `{value}`")]
    Value {
        /// Counted from 1.
        line: usize,
        /// The directive.
        word: String,
        /// What stands behind the colon.
        value: String,
        /// What may stand there.
        expected: &'static str,
    },
    /// It stands there twice.
    #[error("line {line} of up.sql: `{word}` is said already")]
    Repeated {
        /// Counted from 1.
        line: usize,
        /// The directive.
        word: String,
    },
    /// It stands where nobody looks for it.
    #[error("line {line} of {file}: the directive `{word}` belongs to the first lines of up.sql")]
    Misplaced {
        /// Counted from 1.
        line: usize,
        /// `up.sql` or `down.sql`.
        file: &'static str,
        /// The directive.
        word: String,
    },
    /// A contract without a word on whom it breaks.
    #[error(
        "up.sql: a contract says which migration a server must know to work with the schema after it \
         (`-- requires: NNNN`)"
    )]
    ContractWithoutRequires,
    /// It asks for a migration that comes later.
    #[error("up.sql: it requires {requires}, which comes later; servers cannot know that before")]
    RequiresLater {
        /// What it asks for.
        requires: Version,
    },
}

const WORDS: &[&str] = &["phase", "requires", "transaction"];

/// Reads the directives of a migration with this number.
///
/// # Errors
/// [`DirectiveError`] names the line.
pub fn read(version: Version, up: &str, down: &str) -> Result<Directives, DirectiveError> {
    let head = up.lines().take_while(|line| looks_like_one(line).is_some()).count();
    refuse_misplaced(up.lines().enumerate().skip(head), "up.sql")?;
    refuse_misplaced(down.lines().enumerate(), "down.sql")?;
    let mut said = Vec::new();
    let mut directives = Directives::default();
    for (number, (word, value)) in up.lines().map_while(looks_like_one).enumerate() {
        let line = number + 1;
        if said.contains(&word) {
            return Err(DirectiveError::Repeated { line, word: word.to_owned() });
        }
        said.push(word);
        let refuse = |expected| {
            Err(DirectiveError::Value { line, word: word.to_owned(), value: value.to_owned(), expected })
        };
        match (word, value) {
            ("phase", "expand") => directives.phase = Phase::Expand,
            ("phase", "contract") => directives.phase = Phase::Contract,
            ("phase", _) => return refuse("`expand` or `contract` (a data migration is written in Rust)"),
            ("transaction", "none") => directives.in_transaction = false,
            ("transaction", _) => return refuse("`none`"),
            ("requires", value) => match value.parse() {
                Ok(Version::NONE) | Err(_) => return refuse("the number of a migration"),
                Ok(required) => directives.requires = Some(required),
            },
            _ => return Err(DirectiveError::Unknown { line, word: word.to_owned() }),
        }
    }
    match (directives.phase, directives.requires) {
        (Phase::Contract, None) => Err(DirectiveError::ContractWithoutRequires),
        (_, Some(requires)) if requires > version => Err(DirectiveError::RequiresLater { requires }),
        _ => Ok(directives),
    }
}

/// `up.sql` without its directives.
#[must_use]
pub fn without(up: &str) -> &str {
    let mut rest = up;
    while let Some((_, after)) = rest.split_once('\n').filter(|(line, _)| looks_like_one(line).is_some()) {
        rest = after;
    }
    rest
}

/// The word and the value of a line such as `-- word: value`.
fn looks_like_one(line: &str) -> Option<(&str, &str)> {
    let (word, value) = line.trim().strip_prefix("--")?.split_once(':')?;
    let word = word.trim();
    let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_word.then_some((word, value.trim()))
}

fn refuse_misplaced<'a>(
    mut lines: impl Iterator<Item = (usize, &'a str)>,
    file: &'static str,
) -> Result<(), DirectiveError> {
    let misplaced = lines.find_map(|(number, line)| {
        let (word, _) = looks_like_one(line)?;
        WORDS.iter().find(|known| word.eq_ignore_ascii_case(known)).map(|known| (number + 1, *known))
    });
    match misplaced {
        Some((line, word)) => Err(DirectiveError::Misplaced { line, file, word: word.to_owned() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(up: &str) -> Result<Directives, DirectiveError> {
        read(Version(8), up, "SELECT 1")
    }

    fn refusal(up: &str) -> String {
        of(up).unwrap_err().to_string()
    }

    #[test]
    fn a_migration_without_directives_is_an_expand_in_one_transaction() {
        let plain = "-- The first schema: the log of changes.\n-- expand: no directive down here.\nSELECT 1";
        assert_eq!(of(plain), Ok(Directives::default()));
        assert_eq!(of("SELECT 1"), Ok(Directives::default()));
    }

    #[test]
    fn the_first_lines_say_what_a_migration_is() {
        let said = Directives { phase: Phase::Contract, requires: Some(Version(6)), in_transaction: false };
        assert_eq!(of("-- phase: contract\n--requires: 0006\n -- transaction: none\nSELECT 1"), Ok(said));
        assert_eq!(of("-- phase: contract\r\n-- requires: 6\r\n-- transaction: none\r\nSELECT 1"), Ok(said));
    }

    #[test]
    fn a_directive_that_would_go_unnoticed_is_refused() {
        assert!(refusal("-- phse: contract\nSELECT 1").contains("`phse` is no directive"));
        assert!(refusal("-- Phase: contract\nSELECT 1").contains("`Phase` is no directive"));
        assert!(refusal("-- phase: contraction\nSELECT 1").contains("not `contraction`"));
        assert!(refusal("-- phase: data\nSELECT 1").contains("written in Rust"));
        assert!(refusal("-- transaction: one\nSELECT 1").contains("not `one`"));
        assert!(refusal("-- requires: 0\nSELECT 1").contains("the number of a migration"));
        assert!(refusal("-- phase: expand\n-- phase: expand\nSELECT 1").contains("said already"));
        assert!(refusal("-- why\n-- phase: contract\nSELECT 1").contains("line 2 of up.sql"));
        assert!(refusal("SELECT 1;\n-- Requires: 0006\n").contains("belongs to the first lines"));
        let down = read(Version(8), "SELECT 1", "-- transaction: none\nSELECT 1").unwrap_err().to_string();
        assert!(down.contains("line 1 of down.sql"), "{down}");
    }

    #[test]
    fn a_contract_says_whom_it_breaks_and_nobody_asks_for_what_comes_later() {
        assert!(refusal("-- phase: contract\nSELECT 1").contains("requires: NNNN"));
        assert!(refusal("-- requires: 0009\nSELECT 1").contains("comes later"));
        assert!(of("-- requires: 0008\nSELECT 1").is_ok());
    }

    #[test]
    fn what_is_left_without_directives_is_the_migration() {
        assert_eq!(
            without("-- phase: contract\r\n-- requires: 0006\r\n-- why\nSELECT 1"),
            "-- why\nSELECT 1"
        );
    }
}
