//! Places in a text: byte ranges, and the lines and columns people count in.

use std::fmt;

/// A range of bytes of the parsed text, `start` included, `end` excluded; both lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just behind the last byte.
    pub end: usize,
    /// Where `start` is, for people.
    pub position: Position,
}

impl Span {
    /// The range from the start of `self` to the end of `last`.
    #[must_use]
    pub fn to(self, last: Span) -> Span {
        Span { end: last.end, ..self }
    }

    /// Where this stands in the part of the text that `whole` covers, which it is in.
    pub(crate) fn within(self, whole: Span) -> Span {
        let (from, at) = (whole.position, self.position);
        let column = if at.line == from.line { at.column.saturating_sub(from.column) + 1 } else { at.column };
        Span {
            start: self.start.saturating_sub(whole.start),
            end: self.end.saturating_sub(whole.start),
            position: Position { line: at.line.saturating_sub(from.line) + 1, column },
        }
    }

    /// The part of `text` this range covers; empty when the range does not belong to `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A place as people count it: both numbers start at 1 and count characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, counted by `\n`.
    pub line: u32,
    /// Character within the line.
    pub column: u32,
}

impl Position {
    /// The place behind `text`, when `text` begins here.
    #[must_use]
    pub fn behind(self, text: &str) -> Position {
        text.chars().fold(self, |at, character| match character {
            '\n' => Position { line: at.line.saturating_add(1), column: 1 },
            _ => Position { column: at.column.saturating_add(1), ..at },
        })
    }
}

impl Default for Position {
    /// The start of a text.
    fn default() -> Self {
        Position { line: 1, column: 1 }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_anew() {
        let start = Position::default();
        assert_eq!(start.behind(""), Position { line: 1, column: 1 });
        assert_eq!(start.behind("p(\"é"), Position { line: 1, column: 5 });
        assert_eq!(start.behind("p(\"é\"),\n q"), Position { line: 2, column: 3 });
    }
}
