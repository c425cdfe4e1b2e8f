//! Answers, and how they are shown.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use statehouse_datalog::{Float, Value};
use statehouse_engine::{Row, write_csv_cell};

use crate::query::Query;

/// The rows that answer a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, sorted.
    pub rows: Vec<Row>,
}

/// How an answer is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people, in columns.
    Table,
    /// As CSV that reads back as the same facts.
    Csv,
    /// As a list of objects.
    Json,
    /// The question once for each row, with its values in it.
    Lines,
}

impl Format {
    /// Every format, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Table, Self::Csv, Self::Json, Self::Lines];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Lines => "lines",
        }
    }
}

/// Writes the rows of an answer to a question as CSV, as [`Answer::write`] would, without listing them first.
///
/// # Errors
/// When they cannot be written.
pub fn write_csv(query: &Query, rows: &statehouse_engine::Answer, to: &mut dyn Write) -> io::Result<()> {
    if query.columns().is_empty() {
        return Answer::of(query, rows).write_csv(to);
    }
    Answer { columns: query.columns().to_vec(), rows: Vec::new() }.write_csv(to)?;
    rows.write_csv(to)
}

impl Answer {
    /// The rows that answer a question.
    #[must_use]
    pub fn of(query: &Query, rows: &statehouse_engine::Answer) -> Self {
        Self { columns: query.columns().to_vec(), rows: rows.rows().collect() }
    }

    /// Writes the answer to a question.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, query: &Query, format: Format, to: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Table => self.write_table(to),
            Format::Csv => self.write_csv(to),
            Format::Json => self.write_json(to),
            Format::Lines => self.rows.iter().try_for_each(|row| writeln!(to, "{}", query.instance(row))),
        }
    }

    fn write_table(&self, to: &mut dyn Write) -> io::Result<()> {
        if self.columns.is_empty() {
            return writeln!(to, "{}", if self.rows.is_empty() { "no" } else { "yes" });
        }
        let cells = |row: &Row| row.iter().map(|value| cell(value).into_owned()).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = self.rows.iter().map(cells).collect();
        let widths: Vec<usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(column, name)| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                cells.chain([name]).map(|text| text.chars().count()).max().unwrap_or_default()
            })
            .collect();
        let line = |cells: &[String]| {
            // By hand: a format string takes no width above 65535.
            let padded = cells.iter().zip(&widths).map(|(cell, width)| {
                let missing = width.saturating_sub(cell.chars().count());
                format!("{cell}{}", " ".repeat(missing))
            });
            padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        };
        writeln!(to, "{}", line(&self.columns))?;
        writeln!(to, "{}", widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join("  "))?;
        rows.iter().try_for_each(|row| writeln!(to, "{}", line(row)))?;
        match rows.len() {
            0 => writeln!(to, "(no rows)"),
            1 => writeln!(to, "(1 row)"),
            number => writeln!(to, "({number} rows)"),
        }
    }

    fn write_csv(&self, to: &mut dyn Write) -> io::Result<()> {
        if self.columns.is_empty() {
            writeln!(to, "holds")?;
            return self.rows.iter().try_for_each(|_| writeln!(to, "true"));
        }
        let header: Vec<Value> = self.columns.iter().map(|name| Value::from(name.as_str())).collect();
        to.write_all(&csv_line(&header))?;
        self.rows.iter().try_for_each(|row| to.write_all(&csv_line(row)))
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        let names: Vec<String> =
            self.columns.iter().map(|name| serde_json::Value::from(name.as_str()).to_string()).collect();
        write!(to, "[")?;
        for (number, row) in self.rows.iter().enumerate() {
            let mut object = String::new();
            for (name, value) in names.iter().zip(row) {
                let comma = if object.is_empty() { "" } else { ", " };
                // Writing to a text cannot fail.
                let _ = write!(object, "{comma}{name}: {}", json_value(value));
            }
            write!(to, "{}{{{object}}}", if number == 0 { "\n  " } else { ",\n  " })?;
        }
        writeln!(to, "{}]", if self.rows.is_empty() { "" } else { "\n" })
    }
}

/// A value for people: a string that could be taken for something else stands between quotes.
fn cell(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) if text.is_empty() || text.parse::<f64>().is_ok() || text.trim() != &**text => {
            Cow::Owned(format!("{text:?}"))
        }
        Value::String(text) if text.contains(char::is_control) => Cow::Owned(text.escape_debug().to_string()),
        Value::String(text) => Cow::Borrowed(text),
        Value::Integer(_) | Value::Float(_) => Cow::Owned(value.to_string()),
    }
}

fn csv_line(cells: &[Value]) -> Vec<u8> {
    let mut line = Vec::new();
    for (column, value) in cells.iter().enumerate() {
        if column > 0 {
            line.push(b',');
        }
        write_csv_cell(value, cells.len() == 1, &mut line);
    }
    line.push(b'\n');
    line
}

fn json_value(value: &Value) -> String {
    match value {
        Value::String(text) => serde_json::Value::from(&**text).to_string(),
        Value::Float(number) => json_float(*number),
        Value::Integer(_) => value.to_string(),
    }
}

/// A float as JSON writes it; what is not finite has no such form.
fn json_float(number: Float) -> String {
    serde_json::Number::from_f64(number.get()).map_or_else(|| "null".to_owned(), |number| number.to_string())
}
