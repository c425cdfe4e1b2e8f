//! Many migrations become the text of one: for empty databases, which nobody uses.

use std::fmt::Write as _;

use sqlparser::tokenizer::Token;

use crate::directive;
use crate::statements::{self, Dialect, Unreadable};
use crate::{Phase, Version};

/// A migration that goes into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<'t> {
    /// Its number.
    pub version: Version,
    /// Its name.
    pub name: &'t str,
    /// What it does to servers.
    pub phase: Phase,
    /// The migration that it requires of servers.
    pub requires: Option<Version>,
    /// What databases remember of it.
    pub checksum: String,
    /// `up.sql` and `down.sql`. There are none of a data migration: an empty database has no rows to move.
    pub texts: Option<(&'t str, &'t str)>,
}

/// What stands for many migrations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Squashed {
    /// `up.sql`.
    pub up: String,
    /// `down.sql`.
    pub down: String,
    /// `stands_for.txt`: a line for each migration, with its folder's name, its phase, what it requires, its checksum.
    pub stands_for: String,
}

/// Makes one text of what was squashed before and these migrations, which come after it in the order of their numbers.
///
/// # Errors
/// A text that cannot be split into words.
pub fn squash(
    dialect: Dialect,
    before: Option<&Squashed>,
    members: &[Member<'_>],
) -> Result<Squashed, Unreadable> {
    let version = members.last().map_or(Version::NONE, |member| member.version);
    let mut up = format!(
        "-- The schema as {version} left it, for empty databases. What was there before stands in `stands_for.txt`.\n"
    );
    let (mut downs, mut stands_for) = (Vec::new(), String::new());
    if let Some(before) = before {
        up += without_first_line(&before.up);
        downs.push(without_first_line(&before.down).to_owned());
        stands_for += &before.stands_for;
    }
    for Member { version, name, phase, requires, checksum, texts } in members {
        let requires = requires.map_or_else(|| "-".to_owned(), |requires| requires.to_string());
        // Writing to a String does not fail.
        let _ = writeln!(stands_for, "{version}_{name} {phase} {requires} {checksum}");
        let Some((text, down)) = texts else { continue };
        let _ = write!(up, "\n-- {version}_{name}\n{}", at_once(dialect, directive::without(text))?);
        downs.push(format!("\n-- {version}_{name}\n{}", at_once(dialect, down)?));
    }
    downs.push("-- Everything goes, the newest first.\n".to_owned());
    downs.reverse();
    Ok(Squashed { up, down: downs.concat(), stands_for })
}

fn without_first_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// Nobody uses an empty database: its indexes need not be built while others write, and all of it is one transaction.
fn at_once(dialect: Dialect, text: &str) -> Result<String, Unreadable> {
    let mut text = text.trim_end().to_owned();
    if dialect == Dialect::Postgres {
        let is_meant = |token: &Token| matches!(token, Token::Word(word) if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("CONCURRENTLY"));
        let tokens = statements::read(dialect, &text)?.statements.into_iter().flat_map(|it| it.tokens);
        let places: Vec<_> = tokens
            .filter(|token| is_meant(&token.token))
            .map(|token| (token.span.start.line, token.span.start.column))
            .collect();
        text = without_words(&text, &places, "CONCURRENTLY ".len());
    }
    if !text.ends_with(';') {
        text.push(';');
    }
    text.push('\n');
    Ok(text)
}

/// The text without what stands at these places, so many characters each; lines and columns count from 1.
fn without_words(text: &str, places: &[(u64, u64)], length: usize) -> String {
    let mut kept = String::with_capacity(text.len());
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let mut skipping = 0;
        for (character, column) in line.chars().zip(1..) {
            if places.contains(&(number, column)) {
                skipping = length;
            }
            if skipping == 0 || character == '\n' {
                kept.push(character);
            }
            skipping = skipping.saturating_sub(1);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_that_is_built_beside_others_is_built_at_once_and_its_name_stays() {
        let text =
            "-- CONCURRENTLY, because rules are many\nCREATE INDEX CONCURRENTLY \"concurrently\" ON a (b)";
        let at_once = at_once(Dialect::Postgres, text).unwrap();
        assert_eq!(at_once, text.replacen("INDEX CONCURRENTLY ", "INDEX ", 1) + ";\n");
    }
}
