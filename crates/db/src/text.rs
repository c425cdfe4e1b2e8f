//! Texts that people wrote, as every database keeps them.
//!
//! PostgreSQL keeps no U+0000 in a text, and a rule may hold one. So U+0000 is stored as U+001A and `0`, and U+001A itself
//! as U+001A and `1`. Any text comes back as it was, different texts stay different, and nearly all are stored unchanged,
//! for whoever asks with plain SQL. It is done on every database alike, so that what is copied from one to another needs no
//! translation. (What is stored as JSON has no need of it: JSON writes both characters as escapes.)

use std::borrow::Cow;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;

/// Stands before the digit that tells which character is meant.
const ESCAPE: char = '\u{1A}';

/// A text in its stored form.
#[derive(Debug, Clone, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub(crate) struct Kept(String);

impl Kept {
    pub(crate) fn of(text: &str) -> Self {
        Self(escaped(text).into_owned())
    }

    pub(crate) fn of_optional(text: Option<&str>) -> Option<Self> {
        text.map(Self::of)
    }

    pub(crate) fn into_text(self) -> String {
        match unescaped(&self.0) {
            Cow::Borrowed(_) => self.0,
            Cow::Owned(text) => text,
        }
    }
}

impl<DB: Backend> ToSql<Text, DB> for Kept
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        ToSql::<Text, DB>::to_sql(self.0.as_str(), out)
    }
}

impl<DB: Backend> FromSql<Text, DB> for Kept
where
    String: FromSql<Text, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        <String as FromSql<Text, DB>>::from_sql(value).map(Self)
    }
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['\0', ESCAPE]) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\0' => escaped.extend([ESCAPE, '0']),
            ESCAPE => escaped.extend([ESCAPE, '1']),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

/// What is no escape stays as it is: no text is refused for having been written by somebody else.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains(ESCAPE) {
        return Cow::Borrowed(text);
    }
    let mut unescaped = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let meant = match (character, characters.peek()) {
            (ESCAPE, Some('0')) => Some('\0'),
            (ESCAPE, Some('1')) => Some(ESCAPE),
            _ => None,
        };
        if meant.is_some() {
            characters.next();
        }
        unescaped.push(meant.unwrap_or(character));
    }
    Cow::Owned(unescaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_and_holds_no_nul_meanwhile() {
        for text in ["", "plain", "\0", "a\0b\0", "\u{1A}", "\u{1A}0", "\u{1A}\0", "\u{1A}10", "é\u{1F600}\0"]
        {
            let kept = Kept::of(text);
            assert!(!kept.0.contains('\0'), "{text:?}");
            assert_eq!(kept.into_text(), text);
        }
        assert_eq!(Kept::of("plain 'é'").0, "plain 'é'");
    }
}
