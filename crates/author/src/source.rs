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
}

impl Source {
    /// A text with the name that people know it by.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Arc::new(Self { name: name.into(), text, lines })
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
        let before = self.text.get(self.lines(line, line).start..offset).unwrap_or_default();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: count(line + 1), column: count(before.chars().count() + 1) }
    }
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
