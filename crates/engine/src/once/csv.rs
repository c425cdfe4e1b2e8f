//! Rows as CSV (RFC 4180), read as fast as may be: texts that are out of the ordinary are left to a reader that can say what is wrong
//! with them.
//!
//! A text of some size is cut behind line ends and read by as many threads as there are processors, each with symbols of its own.
//! What those are among the symbols of all is settled when the threads have come back.

use std::borrow::Cow;
use std::thread;

use statehouse_datalog::{Integer, MAX_NUMBER_CHARACTERS, Value};
use statehouse_model::Row;

use crate::symbol::{Symbol, Symbols};

/// A text shorter than this is not worth a second thread.
const WORTH_SHARING: usize = 128 * 1024;

/// A text that holds no rows, or might be taken for others than are meant: a number that is too large, a text that is too long, rows of
/// different lengths, quotation marks in the wrong places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is out of the ordinary")]
pub struct OutOfTheOrdinary {
    /// The line, from 1.
    pub line: usize,
}

/// Rows with as many cells each, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub rows: usize,
    pub cells: Vec<Symbol>,
}

/// Reads rows. A cell without quotation marks that is written like a number is one; any other is a text. Empty lines are left out.
pub(super) fn read(text: &str, columns: usize, symbols: &mut Symbols) -> Result<Read, OutOfTheOrdinary> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    // Within quotation marks a line end is none.
    let is_shared = threads > 1 && text.len() >= WORTH_SHARING && !text.as_bytes().contains(&b'"');
    let parts = if is_shared { parts(text, threads) } else { vec![text] };
    let mut parts: Vec<Part<'_>> = parts.into_iter().map(|text| Part::of(text, columns)).collect();
    if let [part] = &mut *parts {
        part.symbols = std::mem::take(symbols);
        let outcome = part.read();
        *symbols = std::mem::take(&mut part.symbols);
        outcome?;
        return Ok(Read { rows: part.rows, cells: std::mem::take(&mut part.cells) });
    }
    let outcomes: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = parts.iter_mut().map(|part| scope.spawn(|| part.read())).collect();
        threads.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    let mut read = Read { rows: 0, cells: Vec::with_capacity(parts.iter().map(|it| it.cells.len()).sum()) };
    let mut lines = 0;
    for (part, outcome) in parts.into_iter().zip(outcomes) {
        // A thread that panicked has done so for a reason that would have ended this one too.
        let outcome = outcome.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        outcome.map_err(|error| OutOfTheOrdinary { line: lines + error.line })?;
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

    fn read(&mut self) -> Result<(), OutOfTheOrdinary> {
        // A guess that is seldom too low by much.
        self.cells.reserve(self.text.len() / 6);
        while self.at < self.text.len() {
            self.row()?;
        }
        Ok(())
    }

    /// Reads one line.
    fn row(&mut self) -> Result<(), OutOfTheOrdinary> {
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
            return Err(self.odd());
        }
        if self.columns != columns || columns > Row::VALUES_LIMIT {
            return Err(self.odd());
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
    fn other(&mut self) -> Result<Symbol, OutOfTheOrdinary> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.first() == Some(&b'"') {
            let text = self.quoted()?;
            return if text.len() > Row::VALUE_LIMIT {
                Err(self.odd())
            } else {
                Ok(self.symbols.of_text(&text))
            };
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
        match form_of(cell) {
            Form::Text if cell.len() > Row::VALUE_LIMIT || cell.contains('\r') => Err(self.odd()),
            Form::Text => Ok(self.symbols.of_text(cell)),
            form => number(cell, form).map(|value| self.symbols.of(&value)).ok_or_else(|| self.odd()),
        }
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>, OutOfTheOrdinary> {
        let mut whole = Cow::Borrowed("");
        loop {
            let rest = self.text.get(self.at + 1..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| *byte == b'"') else {
                return Err(self.odd());
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

    fn odd(&self) -> OutOfTheOrdinary {
        OutOfTheOrdinary { line: self.lines }
    }
}

/// What a cell without quotation marks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Integer,
    Float,
    Text,
}

/// A cell is a number if it is written as JSON writes one.
fn form_of(cell: &str) -> Form {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let behind_digits = |text: &'_ str| match digits(text) {
        0 => None,
        length => text.get(length..).map(str::len),
    };
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    let Some(mut left) = behind_digits(unsigned) else { return Form::Text };
    if unsigned.len() - left > 1 && unsigned.starts_with('0') {
        return Form::Text;
    }
    if left == 0 {
        return Form::Integer;
    }
    let rest = |left: usize| unsigned.get(unsigned.len() - left..).unwrap_or_default();
    if let Some(fraction) = rest(left).strip_prefix('.') {
        let Some(behind) = behind_digits(fraction) else { return Form::Text };
        left = behind;
    }
    if let Some(exponent) = rest(left).strip_prefix(['e', 'E']) {
        let Some(behind) = behind_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)) else {
            return Form::Text;
        };
        left = behind;
    }
    if left == 0 { Form::Float } else { Form::Text }
}

/// The number that a cell of this form is; none when it is too large.
fn number(cell: &str, form: Form) -> Option<Value> {
    if cell.len() > MAX_NUMBER_CHARACTERS {
        return None;
    }
    if form == Form::Float {
        return cell.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::from);
    }
    let digits = cell.strip_prefix('-');
    let number = Integer::from_digits(digits.unwrap_or(cell), 10)?;
    Some(Value::Integer(if digits.is_some() { number.negated() } else { number }))
}

/// Writes a value as a CSV cell that [`crate::Once::read_csv`] reads as this value again. `alone` says that there is no other in the row.
/// What is no finite number is written `inf`, `-inf` or `nan`, which is read as a text.
pub fn write_csv_cell(value: &Value, alone: bool, out: &mut Vec<u8>) {
    match value {
        Value::String(text) if must_be_quoted(text, alone) => {
            out.push(b'"');
            out.extend(text.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        }
        Value::String(text) => out.extend(text.as_bytes()),
        Value::Float(float) if float.get().is_nan() => out.extend(b"nan"),
        Value::Float(float) if float.get().is_infinite() => {
            out.extend(if float.get() > 0.0 { &b"inf"[..] } else { b"-inf" });
        }
        Value::Integer(_) | Value::Float(_) => out.extend(value.to_string().as_bytes()),
    }
}

fn must_be_quoted(text: &str, alone: bool) -> bool {
    alone && text.is_empty() || text.contains([',', '"', '\n', '\r']) || text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, columns: usize) -> Result<Vec<Vec<Value>>, OutOfTheOrdinary> {
        let mut symbols = Symbols::default();
        let read = read(text, columns, &mut symbols)?;
        assert_eq!(read.rows * columns, read.cells.len());
        let cells: Vec<Value> = read.cells.iter().map(|symbol| symbols.value(*symbol)).collect();
        Ok(cells.chunks(columns).map(<[Value]>::to_vec).collect())
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
            ("-2.50", Value::from(-2.5)),
            ("007", Value::from("007")),
            ("+1", Value::from("+1")),
            ("1.", Value::from("1.")),
            ("1e", Value::from("1e")),
            ("-0", Value::from(0)),
            ("-", Value::from("-")),
            ("1.2.3", Value::from("1.2.3")),
            ("10.0.0.1", Value::from("10.0.0.1")),
            ("\"12\"", Value::from("12")),
            ("\"a \"\"b\"\", c\"", Value::from("a \"b\", c")),
            ("äöü ", Value::from("äöü ")),
        ] {
            assert_eq!(rows(&format!("{cell},x\r\n"), 2), Ok(vec![vec![value, Value::from("x")]]), "{cell}");
        }
    }

    #[test]
    fn what_is_out_of_the_ordinary_is_left_to_others() {
        let odd = |text: &str| rows(text, 1).unwrap_err().line;
        assert_eq!(odd("a\n\nb,c\n"), 3);
        assert_eq!(odd("a\n\"b\nc\n"), 2);
        assert_eq!(odd("\"a\nb\"c\n"), 2);
        assert_eq!(odd("a\rb\n"), 1);
        assert_eq!(odd("1e999\n"), 1);
        assert_eq!(odd(&"1".repeat(MAX_NUMBER_CHARACTERS + 1)), 1);
        assert_eq!(odd(&"x".repeat(Row::VALUE_LIMIT + 1)), 1);
        let mut long = "1\ntext\n".repeat(WORTH_SHARING);
        long.push_str("2,3\n");
        assert_eq!(odd(&long), 2 * WORTH_SHARING + 1);
    }

    #[test]
    fn a_text_that_threads_share_has_the_same_rows() {
        let lines: Vec<String> =
            (0..30_000).map(|number| format!("{number},name {}", number % 7_000)).collect();
        let expected: Vec<Vec<Value>> = (0..30_000)
            .map(|number| vec![Value::from(number), Value::from(&*format!("name {}", number % 7_000))])
            .collect();
        assert_eq!(rows(&lines.join("\n"), 2), Ok(expected));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for value in ["", "1", "x", "a,b", "\"", "two\nlines", "-1.5"]
            .map(Value::from)
            .into_iter()
            .chain([Value::from(-7), Value::from(0.25)])
        {
            let mut text = Vec::new();
            write_csv_cell(&value, true, &mut text);
            assert_eq!(rows(std::str::from_utf8(&text).unwrap(), 1), Ok(vec![vec![value]]));
        }
    }

    #[test]
    fn what_is_no_finite_number_is_told_apart_from_texts() {
        for (value, cell) in [
            (Value::from(f64::INFINITY), "inf"),
            (Value::from(f64::NEG_INFINITY), "-inf"),
            (Value::from(f64::NAN), "nan"),
            (Value::from("inf"), "\"inf\""),
            (Value::from("nan"), "\"nan\""),
            (Value::from("null"), "null"),
        ] {
            let mut text = Vec::new();
            write_csv_cell(&value, false, &mut text);
            assert_eq!(std::str::from_utf8(&text), Ok(cell));
        }
    }
}
