//! A text as it is written in a file, and what it says: quotes, escapes, folding and indentation stand between the two.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::ScalarStyle;

use crate::source::{Place, Source};

/// A text out of a file.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// What it says, where that is not what stands there. Aliases have many clones say the same.
    says: Option<Arc<str>>,
    source: Arc<Source>,
    /// Where it stands.
    range: Range<usize>,
    /// How it is written; none where it stands as it is.
    style: Option<ScalarStyle>,
    /// Whether it may be a number, a truth value or nothing, by how it is written.
    is_typed: bool,
    /// How many bytes of what it says stand nowhere.
    lead: usize,
}

impl Written {
    /// A part of a source, as it stands there.
    pub fn plainly(source: &Arc<Source>, range: Range<usize>) -> Self {
        Self { says: None, source: Arc::clone(source), range, style: None, is_typed: false, lead: 0 }
    }

    /// A text that stands nowhere in the source, but has to do with this part of it.
    pub fn about(source: &Arc<Source>, range: Range<usize>, text: String) -> Self {
        let says = Some(text.into());
        Self { says, source: Arc::clone(source), range, style: None, is_typed: false, lead: 0 }
    }

    /// A YAML scalar.
    pub fn scalar(
        source: &Arc<Source>,
        text: String,
        range: Range<usize>,
        style: ScalarStyle,
        is_typed: bool,
    ) -> Self {
        let says = Some(text.into());
        Self { says, source: Arc::clone(source), range, style: Some(style), is_typed, lead: 0 }
    }

    /// The same behind something that stands nowhere.
    pub fn behind(&self, lead: &str) -> Self {
        let says = Some(format!("{lead}{}", self.text()).into());
        Self { says, lead: self.lead + lead.len(), ..self.clone() }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        self.says.as_deref().unwrap_or_else(|| self.raw())
    }

    /// Is it YAML's word for nothing?
    pub fn is_null(&self) -> bool {
        self.is_typed && matches!(self.text(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// Is it a text, and no number, truth value or nothing?
    pub fn is_text(&self) -> bool {
        !self.is_typed || !(self.is_null() || is_truth_value(self.text()) || is_number(self.text()))
    }

    /// Where all of it stands.
    pub fn place(&self) -> Place {
        let raw = self.raw();
        // A block's line ends are nothing to underline.
        let end = self.range.start + raw.trim_end().len();
        self.source.place(self.range.start..end.max(self.range.start))
    }

    /// Where a part of what it says stands.
    pub fn place_of(&self, part: Range<usize>) -> Place {
        let Some(style) = self.style else {
            let at =
                |offset: usize| (self.range.start + offset.saturating_sub(self.lead)).min(self.range.end);
            return self.source.place(at(part.start)..at(part.end));
        };
        let inside = align(self.raw(), style, self.text(), &part);
        self.source.place(self.range.start + inside.start..self.range.start + inside.end)
    }

    fn raw(&self) -> &str {
        self.source.text().get(self.range.clone()).unwrap_or_default()
    }
}

/// The truth values of YAML 1.2.
fn is_truth_value(text: &str) -> bool {
    matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
}

/// The numbers of YAML 1.2.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_special = matches!(text, ".nan" | ".NaN" | ".NAN") || matches!(unsigned, ".inf" | ".Inf" | ".INF");
    let has_prefix =
        unsigned.strip_prefix("0x").is_some_and(|digits| u128::from_str_radix(digits, 16).is_ok())
            || unsigned.strip_prefix("0o").is_some_and(|digits| u128::from_str_radix(digits, 8).is_ok());
    let begins = unsigned.trim_start_matches('.').starts_with(|first: char| first.is_ascii_digit());
    is_special || has_prefix || (begins && unsigned.parse::<f64>().is_ok())
}

/// A character of the text that a scalar is written as.
struct Piece {
    range: Range<usize>,
    says: char,
}

/// The part of `raw` that says `part` of `text`. What is no white space stands in both in the same order; white space
/// may be folded, indented or escaped.
fn align(raw: &str, style: ScalarStyle, text: &str, part: &Range<usize>) -> Range<usize> {
    let mut pieces = Pieces::of(raw, style);
    let (mut start, mut end) = (None, 0);
    for (at, character) in text.char_indices() {
        if at >= part.end && start.is_some() {
            break;
        }
        let piece = if character.is_whitespace() { pieces.white_space() } else { pieces.find(character) };
        let range = piece.map_or(pieces.offset..pieces.offset, |piece| piece.range);
        if at >= part.start && start.is_none() {
            start = Some(range.start);
        }
        if at < part.end {
            end = range.end;
        }
    }
    let start = start.unwrap_or_else(|| raw.trim_end().len());
    start..end.max(start)
}

struct Pieces<'a> {
    raw: &'a str,
    style: ScalarStyle,
    offset: usize,
}

impl<'a> Pieces<'a> {
    fn of(raw: &'a str, style: ScalarStyle) -> Self {
        let offset = match style {
            // Behind `|`, `>` and what says how much of the white space is meant.
            ScalarStyle::Literal | ScalarStyle::Folded if raw.starts_with(['|', '>']) => {
                raw.find('\n').map_or(raw.len(), |end| end + 1)
            }
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted if raw.starts_with(['\'', '"']) => 1,
            _ => 0,
        };
        Self { raw, style, offset }
    }

    /// The next character that is said, and how.
    fn peek(&self) -> Option<Piece> {
        let rest = self.raw.get(self.offset..)?;
        let first = rest.chars().next()?;
        let (says, length) = match (self.style, first) {
            (ScalarStyle::SingleQuoted, '\'') if rest.starts_with("''") => ('\'', 2),
            (ScalarStyle::DoubleQuoted, '\\') => escape(rest),
            _ => (first, first.len_utf8()),
        };
        Some(Piece { range: self.offset..self.offset + length, says })
    }

    fn next(&mut self) -> Option<Piece> {
        let piece = self.peek()?;
        self.offset = piece.range.end;
        Some(piece)
    }

    fn white_space(&mut self) -> Option<Piece> {
        self.peek().filter(|piece| piece.says.is_whitespace())?;
        self.next()
    }

    fn find(&mut self, character: char) -> Option<Piece> {
        std::iter::from_fn(|| self.next()).find(|piece| piece.says == character)
    }
}

/// What an escape at the start of `rest` says, and its length. A line that is continued says nothing more than the
/// white space around its end.
fn escape(rest: &str) -> (char, usize) {
    let Some(kind) = rest.chars().nth(1) else { return ('\\', 1) };
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    let length = 1 + kind.len_utf8() + digits;
    let says = match kind {
        'x' | 'u' | 'U' => {
            let code = rest.get(2..length).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            code.and_then(char::from_u32).unwrap_or('\u{fffd}')
        }
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    };
    (says, length.min(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{What, documents};

    /// What is underlined when `part` of what a YAML text says is meant.
    fn underlined(yaml: &str, part: &str) -> String {
        let source = Source::new("test.yaml", yaml);
        let (documents, error) = documents(&source);
        assert!(error.is_none(), "{error:?}");
        let What::Mapping(pairs) = &documents[0].what else { panic!("a mapping: {yaml}") };
        let What::Scalar(written) = &pairs[0].1.what else { panic!("a scalar: {yaml}") };
        let start =
            written.text().find(part).unwrap_or_else(|| panic!("no {part:?} in {:?}", written.text()));
        let place = written.place_of(start..start + part.len());
        source.text()[place.range()].to_owned()
    }

    #[test]
    fn a_part_is_found_however_the_text_is_written() {
        assert_eq!(underlined("rule: p(x) :- q(x)", "q(x)"), "q(x)");
        assert_eq!(underlined("rule: p(x) :-\n    q(x),\n    r(y)\n", "r(y)"), "r(y)");
        assert_eq!(underlined("rule: |\n  p(x) :-\n    q(x),\n    r(x, 'ü')\n", "r(x, 'ü')"), "r(x, 'ü')");
        assert_eq!(underlined("rule: |2-\n    p(x) :-\n      q(x)\n", "q(x)"), "q(x)");
        assert_eq!(underlined("rule: >\n  p(x) :-\n  q(x),\n\n  r(x)\n", "r(x)"), "r(x)");
        assert_eq!(underlined("rule: >-  # folded | p(\n  p(x) :- q(x)\n", "p(x)"), "p(x)");
        assert_eq!(underlined("rule: 'p(x) :- q(x, ''a''), r(x)'", "r(x)"), "r(x)");
        assert_eq!(underlined("rule: 'p(x) :- q(x, ''a''), r(x)'", "q(x, 'a')"), "q(x, ''a'')");
    }

    #[test]
    fn escapes_are_underlined_as_they_are_written() {
        assert_eq!(underlined(r#"rule: "p(x) :- q(x, \"a\"), r(x)""#, "q(x, \"a\")"), r#"q(x, \"a\")"#);
        assert_eq!(underlined(r#"rule: "p(x) :-\n  q(\u0078), r(x)""#, "q(x)"), r"q(\u0078)");
        assert_eq!(underlined("rule: \"p(x) :- \\\n   q(x),\n   r(x)\"", "r(x)"), "r(x)");
    }

    #[test]
    fn numbers_and_truth_values_are_no_texts() {
        let source = Source::new("test.yaml", "");
        let is_text =
            |text: &str| Written::scalar(&source, text.to_owned(), 0..0, ScalarStyle::Plain, true).is_text();
        for text in ["1", "-1.5", "1e3", ".5", "0x1f", "true", "False", "~", "null", ".inf"] {
            assert!(!is_text(text), "{text}");
        }
        for text in ["p", "p(1)", "yes", "1.2.3", "-", "e", "infinity", "nan"] {
            assert!(is_text(text), "{text}");
        }
    }
}
