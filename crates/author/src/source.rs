//! What an author wrote, and places in it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use statehouse_datalog::Position;

/// A text that an author wrote: a file, or what was typed.
pub struct Source {
    name: String,
    text: String,
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters begin before each [`STRIDE`] of bytes: a line may be as long as the text.
    characters: Vec<usize>,
}

/// Characters are counted from so many bytes to the next.
const STRIDE: usize = 4096;

impl Source {
    /// A text with the name that people know it by.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut before = 0;
        let characters = text.as_bytes().chunks(STRIDE).map(|chunk| {
            before += characters(chunk);
            before
        });
        let characters = std::iter::once(0).chain(characters).collect();
        Arc::new(Self { name: name.into(), text, lines, characters })
    }

    /// The name that people know it by: the path of a file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place at these bytes.
    #[must_use]
    pub fn place(self: &Arc<Self>, range: Range<usize>) -> Place {
        Place { source: Arc::clone(self), range }
    }

    /// The line of a byte, counted from 0.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|begins| *begins <= offset).saturating_sub(1)
    }

    /// The bytes of these lines, counted from 0, the last included.
    pub(crate) fn lines(&self, first: usize, last: usize) -> Range<usize> {
        let begins = |line: usize| self.lines.get(line).copied().unwrap_or(self.text.len());
        begins(first)..begins(last + 1)
    }

    /// Line and column of a byte, for people.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let begins = self.lines(line, line).start;
        let before = self.characters_before(offset).saturating_sub(self.characters_before(begins));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: count(line + 1), column: count(before + 1) }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        let counted = self.characters.get(stride).copied().unwrap_or_default();
        counted + characters(self.text.as_bytes().get(stride * STRIDE..offset).unwrap_or_default())
    }
}

/// How many characters begin among these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    let is_first = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(is_first).count()
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.name).finish()
    }
}

/// A range of bytes of a source.
#[derive(Clone, Debug)]
pub struct Place {
    source: Arc<Source>,
    range: Range<usize>,
}

impl Place {
    /// What it is a place in.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Its bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Where it begins, for people.
    #[must_use]
    pub fn start(&self) -> Position {
        self.source.position(self.range.start)
    }

    /// Where it ends: just behind its last character.
    #[must_use]
    pub fn end(&self) -> Position {
        self.source.position(self.range.end)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.start();
        write!(f, "{}:{line}:{column}", self.source.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_however_long_the_line() {
        let text = format!("ä\n{}x\ny", "äb".repeat(3 * STRIDE));
        let source = Source::new("t", text.as_str());
        let mut reached = Position::default();
        for (offset, character) in text.char_indices() {
            assert_eq!(source.position(offset), reached, "{offset}");
            reached = reached.behind(character.encode_utf8(&mut [0; 4]));
        }
        assert_eq!(source.position(text.len()), reached);
    }
}
