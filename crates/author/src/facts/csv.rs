//! Facts as CSV (RFC 4180): the first line names the columns.
//!
//! A field between quotes is a string. One without is a number if it is written as JSON writes numbers, `-12` or `1.5e3`,
//! and a string otherwise: `007`, `+1` and an empty field are strings.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use csv_core::{ReadFieldResult, Reader};
use statehouse_datalog::{Float, Integer, MAX_NUMBER_CHARACTERS, Value};
use statehouse_model::{Row, TableDeclaration};

use super::{BUFFER, FactsError, Surveyed, TakeRow};

/// What stands for a column that is declared and not there, as where rows are pushed.
const NONE: &str = "None";

pub(super) fn survey(path: &Path, file: impl Read, table: &str) -> Result<Surveyed, FactsError> {
    let columns = Fields::of(path, file).header()?;
    Ok(Surveyed { table: table.to_owned(), width: Some(columns.len()), columns })
}

pub(super) fn read(
    path: &Path,
    file: impl Read,
    table: &str,
    declared: Option<&TableDeclaration>,
    take: &mut TakeRow<'_>,
) -> Result<(), FactsError> {
    let mut fields = Fields::of(path, file);
    let header = fields.header()?;
    let order = declared.map(|table| order(table, &header));
    let mut record = Vec::with_capacity(header.len());
    let mut row = Vec::with_capacity(header.len());
    while fields.record(&mut record, value)? {
        if record.len() != header.len() {
            let (given, named) = (record.len(), header.len());
            return Err(
                fields.wrong(format!("a row of {given} fields, where the first line names {named} columns"))
            );
        }
        match &order {
            Some(order) => {
                row.clear();
                row.extend(order.iter().map(|place| match place.and_then(|place| record.get(place)) {
                    Some(value) => value.clone(),
                    None => NONE.into(),
                }));
                take(table, &row);
            }
            None => take(table, &record),
        }
    }
    Ok(())
}

/// Where each declared column stands in the file.
fn order(declared: &TableDeclaration, header: &[String]) -> Vec<Option<usize>> {
    let place = |name: &str| header.iter().position(|column| column == name);
    let columns = declared.columns.iter();
    columns.map(|it| place(&it.name).or_else(|| it.from.as_deref().and_then(place))).collect()
}

/// Reads fields off a file.
struct Fields<'a, R> {
    path: &'a Path,
    file: R,
    reader: Reader,
    buffer: Vec<u8>,
    /// What of the buffer has not been read yet.
    unread: std::ops::Range<usize>,
    field: Vec<u8>,
    /// The line that the last record began on.
    line: u64,
    is_new: bool,
}

/// One field, and whether it stands between quotes.
struct Field<'a> {
    bytes: &'a [u8],
    quoted: bool,
}

/// What comes behind a field.
#[derive(PartialEq)]
enum Behind {
    Field,
    Record,
    End,
}

impl<'a, R: Read> Fields<'a, R> {
    fn of(path: &'a Path, file: R) -> Self {
        let (buffer, field) = (vec![0; BUFFER], vec![0; 256]);
        Self { path, file, reader: Reader::new(), buffer, unread: 0..0, field, line: 1, is_new: true }
    }

    fn header(&mut self) -> Result<Vec<String>, FactsError> {
        let mut columns = Vec::new();
        let found = self.record(&mut columns, |field| field.text().map(str::to_owned))?;
        if !found {
            return Err(self.wrong("is empty; the first line names the columns".to_owned()));
        }
        for (index, column) in columns.iter().enumerate() {
            if column.is_empty() {
                return Err(
                    self.wrong(format!("column {} has no name; the first line names the columns", index + 1))
                );
            }
            if columns.iter().take(index).any(|other| other == column) {
                return Err(self.wrong(format!("two columns are called `{column}`")));
            }
        }
        Ok(columns)
    }

    /// Reads one record; false at the end of the file.
    fn record<T>(
        &mut self,
        record: &mut Vec<T>,
        make: impl Fn(&Field<'_>) -> Result<T, String>,
    ) -> Result<bool, FactsError> {
        record.clear();
        loop {
            let (length, quoted, behind) = self.field(record.is_empty())?;
            if behind == Behind::End {
                return Ok(!record.is_empty());
            }
            let bytes = self.field.get(..length).unwrap_or_default();
            let value = make(&Field { bytes, quoted });
            record.push(value.map_err(|reason| self.wrong(reason))?);
            if record.len() > Row::VALUES_LIMIT {
                return Err(self.wrong(format!("a row has at most {} values", Row::VALUES_LIMIT)));
            }
            if behind == Behind::Record {
                return Ok(true);
            }
        }
    }

    /// Reads one field: its length in `self.field`, whether it is quoted, and what comes behind it.
    fn field(&mut self, begins_record: bool) -> Result<(usize, bool, Behind), FactsError> {
        let (mut length, mut quoted) = (0, None);
        loop {
            if self.unread.is_empty() {
                self.fill().map_err(|error| FactsError::io(self.path, &error))?;
            }
            let input = self.buffer.get(self.unread.clone()).unwrap_or_default();
            let output = self.field.get_mut(length..).unwrap_or_default();
            let line = self.reader.line();
            let (result, consumed, written) = self.reader.read_field(input, output);
            if quoted.is_none() {
                // The line end before a record may have been left for its first field, and empty lines have.
                let begins = input.iter().take(consumed).position(|byte| !matches!(byte, b'\r' | b'\n'));
                let before = input.iter().take(begins.unwrap_or_default()).filter(|byte| **byte == b'\n');
                quoted = begins.and_then(|begins| input.get(begins)).map(|first| *first == b'"');
                if begins_record && quoted.is_some() {
                    self.line = line + before.map(|_| 1).sum::<u64>();
                }
            }
            self.unread.start += consumed;
            length += written;
            let behind = match result {
                ReadFieldResult::InputEmpty => continue,
                ReadFieldResult::OutputFull => {
                    if self.field.len() > Row::VALUE_LIMIT {
                        return Err(self.wrong(format!("a value has at most {} bytes", Row::VALUE_LIMIT)));
                    }
                    self.field.resize(self.field.len() * 2, 0);
                    continue;
                }
                ReadFieldResult::Field { record_end: true } => Behind::Record,
                ReadFieldResult::Field { record_end: false } => Behind::Field,
                ReadFieldResult::End => Behind::End,
            };
            return Ok((length, quoted.unwrap_or(false), behind));
        }
    }

    /// Reads on. The first time it is more than the mark with which some programs begin their files: the reader skips that, and
    /// would take what is empty behind it for the end.
    fn fill(&mut self) -> std::io::Result<()> {
        const MARK: usize = '\u{feff}'.len_utf8();
        let wanted = if std::mem::take(&mut self.is_new) { MARK + 1 } else { 1 };
        let mut length = 0;
        while length < wanted {
            match self.file.read(self.buffer.get_mut(length..).unwrap_or_default())? {
                0 => break,
                read => length += read,
            }
        }
        self.unread = 0..length;
        Ok(())
    }

    fn wrong(&self, reason: String) -> FactsError {
        FactsError::new(self.path, self.line, reason)
    }
}

impl Field<'_> {
    fn text(&self) -> Result<&str, String> {
        std::str::from_utf8(self.bytes).map_err(|_| "not UTF-8".to_owned())
    }
}

/// The value that a field says.
fn value(field: &Field<'_>) -> Result<Value, String> {
    let text = field.text()?;
    match (field.quoted, is_number(field.bytes)) {
        (false, Some(Number::Integer)) if text.len() <= MAX_NUMBER_CHARACTERS => {
            let (digits, negative) = text.strip_prefix('-').map_or((text, false), |digits| (digits, true));
            let number = Integer::from_digits(digits, 10).ok_or("not a number")?;
            Ok(Value::Integer(if negative { number.negated() } else { number }))
        }
        (false, Some(_)) if text.len() > MAX_NUMBER_CHARACTERS => {
            Err(format!("a number has at most {MAX_NUMBER_CHARACTERS} digits; between quotes it is a string"))
        }
        (false, Some(_)) => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Value::Float(Float::new(number))),
            _ => Err(format!("{text} is too large for a float; between quotes it is a string")),
        },
        _ if text.len() > Row::VALUE_LIMIT => Err(format!("a value has at most {} bytes", Row::VALUE_LIMIT)),
        _ => Ok(Value::String(Arc::from(text))),
    }
}

enum Number {
    Integer,
    Float,
}

/// Whether this is a number as JSON writes it.
fn is_number(text: &[u8]) -> Option<Number> {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest.starts_with(b"0")) {
        return None;
    }
    let mut rest = rest.get(whole..)?;
    if rest.is_empty() {
        return Some(Number::Integer);
    }
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = digits(fraction);
        rest = fraction.get(length..).filter(|_| length > 0)?;
    }
    if let Some(exponent) = rest.strip_prefix(b"e").or_else(|| rest.strip_prefix(b"E")) {
        let unsigned =
            exponent.strip_prefix(b"-").or_else(|| exponent.strip_prefix(b"+")).unwrap_or(exponent);
        let length = digits(unsigned);
        rest = unsigned.get(length..).filter(|_| length > 0)?;
    }
    rest.is_empty().then_some(Number::Float)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::declaration;

    /// The rows of a text, read a few bytes at a time.
    fn rows(text: &str, declared: Option<&[&str]>) -> Result<Vec<String>, String> {
        struct Slow<'a>(&'a [u8]);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let length = self.0.len().min(3).min(buffer.len());
                buffer[..length].copy_from_slice(&self.0[..length]);
                self.0 = &self.0[length..];
                Ok(length)
            }
        }
        let declared = declared
            .map(|columns| declaration("t", &columns.iter().map(ToString::to_string).collect::<Vec<_>>()));
        let mut rows = Vec::new();
        let path = Path::new("t.csv");
        read(path, Slow(text.as_bytes()), "t", declared.as_ref(), &mut |_, row| {
            rows.push(row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        })
        .map_err(|error| error.to_string())?;
        Ok(rows)
    }

    #[test]
    fn what_is_written_as_a_number_is_one_unless_it_is_quoted() {
        let text = "a,b,c\n1,-2.50,1e3\n\"1\",007,+1\nvm,,1.\n12345678901234567890,0,-0.0\n";
        assert_eq!(
            rows(text, None).unwrap(),
            ["1 -2.5 1000.0", "\"1\" \"007\" \"+1\"", "\"vm\" \"\" \"1.\"", "12345678901234567890 0 0.0"]
        );
    }

    #[test]
    fn quoting_and_line_ends_are_those_of_rfc_4180() {
        let text = "\u{feff}a,b\r\n\"x, \"\"y\"\"\",\"two\r\nlines\"\r\n\r\nü,\" \"";
        assert_eq!(rows(text, None).unwrap(), ["'x, \"y\"' \"two\r\nlines\"", "\"ü\" \" \""]);
    }

    #[test]
    fn declared_columns_come_in_their_order() {
        let text = "size,id,extra\n3,vm1,x\n";
        assert_eq!(rows(text, Some(&["id", "name", "size"])).unwrap(), ["\"vm1\" \"None\" 3"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert_eq!(rows("", None).unwrap_err(), "t.csv:1: is empty; the first line names the columns");
        let error = rows("a,b\n1,2\n3\n", None).unwrap_err();
        assert_eq!(error, "t.csv:3: a row of 1 fields, where the first line names 2 columns");
        assert!(rows("a\r\n\r\n\r\n1,2\r\n", None).unwrap_err().starts_with("t.csv:4:"));
        assert!(rows("a,a\n", None).unwrap_err().contains("two columns are called `a`"));
        assert!(rows("a\n1e999\n", None).unwrap_err().contains("t.csv:2: 1e999 is too large"));
        let long = format!("a\n{}\n", "x".repeat(Row::VALUE_LIMIT + 1));
        assert!(rows(&long, None).unwrap_err().contains("at most 65535 bytes"));
    }
}
