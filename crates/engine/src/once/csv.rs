//! Rows as CSV (RFC 4180).
//!
//! A text of some size is cut behind line ends and read by as many threads as there are processors, each with symbols of its own.
//! What those are among the symbols of all is settled when the threads have come back.

use std::borrow::Cow;
use std::thread;

use statehouse_datalog::{Integer, Value};

use crate::symbol::{Symbol, Symbols};

/// A text shorter than this is not worth a second thread.
const WORTH_SHARING: usize = 128 * 1024;

/// Why a text holds no rows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct CsvError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// Rows with as many cells each, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub columns: usize,
    pub rows: usize,
    pub cells: Vec<Symbol>,
}

/// Reads rows. A cell without quotation marks that is written like a number is one; any other is a text. Empty lines are left out.
pub(super) fn read(text: &str, symbols: &mut Symbols) -> Result<Read, CsvError> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    // Within quotation marks a line end is none.
    let is_shared = threads > 1 && text.len() >= WORTH_SHARING && !text.as_bytes().contains(&b'"');
    let parts = if is_shared { parts(text, threads) } else { vec![text] };
    let columns = Part::of(text, 0).row_width()?;
    let mut parts: Vec<Part<'_>> = parts.into_iter().map(|text| Part::of(text, columns)).collect();
    if let [part] = &mut *parts {
        part.symbols = std::mem::take(symbols);
        let outcome = part.read();
        *symbols = std::mem::take(&mut part.symbols);
        outcome?;
        return Ok(Read { columns, rows: part.rows, cells: std::mem::take(&mut part.cells) });
    }
    let outcomes: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = parts.iter_mut().map(|part| scope.spawn(|| part.read())).collect();
        threads.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    let mut read =
        Read { columns, rows: 0, cells: Vec::with_capacity(parts.iter().map(|it| it.cells.len()).sum()) };
    let mut lines = 0;
    for (part, outcome) in parts.into_iter().zip(outcomes) {
        // A thread that panicked has done so for a reason that would have ended this one too.
        let outcome = outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        outcome.map_err(|error| CsvError { line: lines + error.line, ..error })?;
        lines += part.lines;
        read.rows += part.rows;
        let among_all = symbols.take_in(part.symbols);
        read.cells.extend(part.cells.into_iter().map(|symbol| among_all.of(symbol)));
    }
    Ok(read)
}

/// Cuts a text behind line ends.
fn parts(mut text: &str, number: usize) -> Vec<&str> {
    let mut parts = Vec::with_capacity(number);
    for left in (2..=number).rev() {
        let Some(end) = text.as_bytes().iter().skip(text.len() / left).position(|byte| *byte == b'\n') else {
            break;
        };
        let (part, behind) = text.split_at(text.len() / left + end + 1);
        parts.push(part);
        text = behind;
    }
    parts.push(text);
    parts
}

/// A part of a text that is being read.
#[derive(Debug)]
struct Part<'a> {
    text: &'a [u8],
    at: usize,
    columns: usize,
    lines: usize,
    rows: usize,
    cells: Vec<Symbol>,
    symbols: Symbols,
}

impl<'a> Part<'a> {
    fn of(text: &'a str, columns: usize) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            columns,
            lines: 0,
            rows: 0,
            cells: Vec::new(),
            symbols: Symbols::default(),
        }
    }

    /// How many cells the first row has.
    fn row_width(mut self) -> Result<usize, CsvError> {
        while self.at < self.text.len() && self.rows == 0 {
            self.row()?;
        }
        Ok(self.cells.len())
    }

    fn read(&mut self) -> Result<(), CsvError> {
        // A guess that is seldom too low by much.
        self.cells.reserve(self.text.len() / 6);
        while self.at < self.text.len() {
            self.row()?;
        }
        Ok(())
    }

    /// Reads one line.
    fn row(&mut self) -> Result<(), CsvError> {
        self.lines += 1;
        if self.at_end_of_line() {
            return Ok(());
        }
        let before = self.cells.len();
        loop {
            let symbol = match self.small_number() {
                Some(symbol) => symbol,
                None => self.other()?,
            };
            self.cells.push(symbol);
            if self.text.get(self.at) != Some(&b',') {
                break;
            }
            self.at += 1;
        }
        let columns = self.cells.len() - before;
        if !self.at_end_of_line() {
            return Err(self.wrong("text behind a closing quotation mark".to_owned()));
        }
        if self.columns != 0 && self.columns != columns {
            return Err(self.wrong(format!("{columns} cells, where the first row has {}", self.columns)));
        }
        self.rows += 1;
        Ok(())
    }

    /// Goes beyond the end of a line, if this is one.
    #[inline]
    fn at_end_of_line(&mut self) -> bool {
        match self.text.get(self.at..) {
            Some([b'\n', ..]) => self.at += 1,
            Some([b'\r', b'\n', ..]) => self.at += 2,
            Some([] | [b'\r']) | None => self.at = self.text.len(),
            Some(_) => return false,
        }
        true
    }

    /// The number in a cell that holds one of few digits, and nothing else.
    #[inline]
    fn small_number(&mut self) -> Option<Symbol> {
        let rest = self.text.get(self.at..)?;
        let is_negative = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(is_negative)..)?;
        let mut number = 0_i64;
        let mut length = 0;
        while let Some(digit) =
            digits.get(length).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10)
        {
            number = number.wrapping_mul(10).wrapping_add(i64::from(digit));
            length += 1;
        }
        let is_alone = matches!(digits.get(length), None | Some(b',' | b'\n' | b'\r'));
        let is_plain = length == 1 || length < 18 && digits.first() != Some(&b'0');
        if length == 0 || !is_alone || !is_plain || is_negative && number == 0 {
            return None;
        }
        self.at += usize::from(is_negative) + length;
        Symbol::small(if is_negative { -number } else { number })
    }

    /// Any other cell.
    fn other(&mut self) -> Result<Symbol, CsvError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.first() == Some(&b'"') {
            let text = self.quoted()?;
            return Ok(self.symbols.of_text(&text));
        }
        let length = rest.iter().position(|byte| matches!(byte, b',' | b'\n')).unwrap_or(rest.len());
        let cell = rest.get(..length).unwrap_or_default();
        self.at += length;
        // At the end of a line the carriage return belongs to it.
        let cell = match cell.strip_suffix(b"\r") {
            Some(shorter) if rest.get(length) != Some(&b',') => {
                self.at -= 1;
                shorter
            }
            _ => cell,
        };
        let cell = std::str::from_utf8(cell).unwrap_or_default();
        Ok(match number(cell) {
            Some(value) => self.symbols.of(&value),
            None => self.symbols.of_text(cell),
        })
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>, CsvError> {
        let mut whole = Cow::Borrowed("");
        loop {
            let rest = self.text.get(self.at + 1..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| *byte == b'"') else {
                return Err(self.wrong("a quotation mark is missing".to_owned()));
            };
            let piece = rest.get(..length).unwrap_or_default();
            self.lines += piece.split(|byte| *byte == b'\n').count() - 1;
            let piece = std::str::from_utf8(piece).unwrap_or_default();
            if whole.is_empty() {
                whole = Cow::Borrowed(piece);
            } else {
                whole.to_mut().push_str(piece);
            }
            self.at += length + 2;
            if self.text.get(self.at) != Some(&b'"') {
                return Ok(whole);
            }
            whole.to_mut().push('"');
        }
    }

    fn wrong(&self, reason: String) -> CsvError {
        CsvError { line: self.lines, reason }
    }
}

/// Writes a cell so that it is read again as this value.
pub(super) fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::String(text) if must_be_quoted(text) => {
            out.push(b'"');
            out.extend(text.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        }
        Value::String(text) => out.extend(text.as_bytes()),
        Value::Integer(_) | Value::Float(_) => out.extend(value.to_string().as_bytes()),
    }
}

fn must_be_quoted(text: &str) -> bool {
    text.is_empty() || text.contains([',', '"', '\n', '\r']) || number(text).is_some()
}

/// The number that a cell without quotation marks is, if it is written like one in JSON.
fn number(cell: &str) -> Option<Value> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit())
        && (digits.len() == 1
            || !digits.starts_with('0')
            || digits.starts_with("0.")
            || digits.starts_with(['e', 'E']));
    if !is_number {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = Integer::from_digits(digits, 10)?;
        return Some(Value::Integer(if digits.len() < cell.len() { number.negated() } else { number }));
    }
    let is_float =
        digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    if is_float { cell.parse::<f64>().ok().map(Value::from) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<Vec<Value>>, CsvError> {
        let mut symbols = Symbols::default();
        let read = read(text, &mut symbols)?;
        assert_eq!(read.rows * read.columns, read.cells.len());
        let cells: Vec<Value> = read.cells.iter().map(|symbol| symbols.value(*symbol)).collect();
        Ok(cells.chunks(read.columns.max(1)).map(<[Value]>::to_vec).collect())
    }

    #[test]
    fn what_is_written_like_a_number_is_one_unless_it_is_quoted() {
        let large = Value::Integer(Integer::from_digits("12345678901234567890123", 10).unwrap());
        for (cell, value) in [
            ("0", Value::from(0)),
            ("-12", Value::from(-12)),
            ("9223372036854775807", Value::from(i64::MAX)),
            ("12345678901234567890123", large),
            ("1.50", Value::from(1.5)),
            ("1e3", Value::from(1000.0)),
            ("007", Value::from("007")),
            ("-", Value::from("-")),
            ("1.2.3", Value::from("1.2.3")),
            ("10.0.0.1", Value::from("10.0.0.1")),
            ("\"12\"", Value::from("12")),
            ("\"a \"\"b\"\", c\"", Value::from("a \"b\", c")),
            ("äöü ", Value::from("äöü ")),
        ] {
            assert_eq!(rows(&format!("{cell},x\r\n")), Ok(vec![vec![value, Value::from("x")]]), "{cell}");
        }
    }

    #[test]
    fn a_line_that_is_no_row_is_named() {
        let wrong = |text: &str| rows(text).unwrap_err().to_string();
        assert_eq!(wrong("a,b\n\nc\n"), "line 3: 1 cells, where the first row has 2");
        assert_eq!(wrong("a\n\"b\nc\n"), "line 2: a quotation mark is missing");
        assert_eq!(wrong("\"a\nb\"c\n"), "line 2: text behind a closing quotation mark");
        let mut long = "1,text\n".repeat(WORTH_SHARING);
        long.push_str("2\n");
        assert_eq!(wrong(&long), format!("line {}: 1 cells, where the first row has 2", WORTH_SHARING + 1));
    }

    #[test]
    fn a_text_that_threads_share_has_the_same_rows() {
        let lines: Vec<String> =
            (0..30_000).map(|number| format!("{number},name {}", number % 7_000)).collect();
        let expected: Vec<Vec<Value>> = (0..30_000)
            .map(|number| vec![Value::from(number), Value::from(&*format!("name {}", number % 7_000))])
            .collect();
        assert_eq!(rows(&lines.join("\n")), Ok(expected));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for value in ["", "1", "x", "a,b", "\"", "two\nlines", "-1.5"]
            .map(Value::from)
            .into_iter()
            .chain([Value::from(-7), Value::from(0.25)])
        {
            let mut text = Vec::new();
            write(&value, &mut text);
            assert_eq!(rows(std::str::from_utf8(&text).unwrap()), Ok(vec![vec![value]]));
        }
    }
}
