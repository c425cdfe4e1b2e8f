//! What a migration says of itself: the comments `-- word: value` at the very beginning of `up.sql`.
//!
//! The runner reads the same, and refuses what it does not know; its module `directive` (crates/migrations) has the list.

/// What the directives of a migration say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Directives {
    pub phase: Phase,
    /// The migration that a server must know to work with the schema after this.
    pub requires: Option<u32>,
    /// Whether it is run in one transaction.
    pub in_transaction: bool,
}

/// What a migration in SQL does to the servers that work with the database meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Phase {
    /// It adds; older servers go on working
    Expand,
    /// It takes away or tightens what older servers need
    Contract,
}

impl Phase {
    pub fn name(self) -> &'static str {
        match self {
            Self::Expand => "expand",
            Self::Contract => "contract",
        }
    }
}

/// What the first lines of `up.sql` say, or what is wrong with them.
pub(super) fn read(up: &str) -> Result<Directives, String> {
    let mut directives = Directives { phase: Phase::Expand, requires: None, in_transaction: true };
    for (word, value) in up.lines().map_while(directive) {
        match (word, value) {
            ("phase", "expand") => directives.phase = Phase::Expand,
            ("phase", "contract") => directives.phase = Phase::Contract,
            ("phase", _) => return Err(format!("the phase is expand or contract, not `{value}`")),
            ("transaction", "none") => directives.in_transaction = false,
            ("transaction", _) => return Err(format!("transaction is none or not said, not `{value}`")),
            ("requires", _) => match value.parse() {
                Ok(number) if number > 0 => directives.requires = Some(number),
                _ => return Err(format!("requires takes the number of a migration, not `{value}`")),
            },
            _ => return Err(format!("`{word}` is no directive; there are phase, requires and transaction")),
        }
    }
    if directives.phase == Phase::Contract && directives.requires.is_none() {
        return Err(
            "a contract says which migration a server must know to work with the schema after it".into()
        );
    }
    Ok(directives)
}

/// `up.sql` without its directives.
pub(super) fn without(up: &str) -> &str {
    let mut rest = up;
    while let Some((_, after)) = rest.split_once('\n').filter(|(line, _)| directive(line).is_some()) {
        rest = after;
    }
    rest
}

/// The word and the value of a line such as `-- word: value`.
fn directive(line: &str) -> Option<(&str, &str)> {
    let (word, value) = line.trim().strip_prefix("--")?.split_once(':')?;
    let word = word.trim();
    let is_word = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_word.then_some((word, value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_say_what_a_migration_is() {
        let said = Directives { phase: Phase::Contract, requires: Some(6), in_transaction: false };
        let up = "-- phase: contract\r\n-- requires: 0006\r\n-- transaction: none\r\nSELECT 1";
        assert_eq!(read(up), Ok(said));
        assert_eq!(without(up), "SELECT 1");
        assert_eq!(read("-- why this is so\nSELECT 1").unwrap().phase, Phase::Expand);
    }

    #[test]
    fn a_directive_that_would_go_unnoticed_is_refused() {
        for (up, reason) in [
            ("-- phse: contract\nSELECT 1", "`phse` is no directive"),
            ("-- phase: contarct\nSELECT 1", "not `contarct`"),
            ("-- phase: contract\nSELECT 1", "which migration a server must know"),
            ("-- requires: soon\nSELECT 1", "not `soon`"),
            ("-- transaction: one\nSELECT 1", "not `one`"),
        ] {
            let refusal = read(up).unwrap_err();
            assert!(refusal.contains(reason), "{refusal}");
        }
    }
}
