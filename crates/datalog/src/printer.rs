//! The normalised form of what was parsed: one line, `not` for every negation, double quotes, numbers in their
//! shortest form. Parsing it again gives the same rule.

use std::fmt::{self, Display, Formatter, Write as _};

use crate::ast::{Atom, Column, Event, Literal, Rule, Statement, TableRef, Term};
use crate::value::{Float, Value};

impl Display for Statement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Statement::Rule(rule) => rule.fmt(f),
            Statement::Event(event) => event.fmt(f),
        }
    }
}

impl Display for Event {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", if self.insert { "insert" } else { "delete" }, self.rule)?;
        self.target.as_ref().map_or(Ok(()), |target| write!(f, " for {target}"))
    }
}

impl Display for Rule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        separated(f, ", ", &self.heads)?;
        if self.is_fact() {
            return Ok(());
        }
        f.write_str(" :- ")?;
        separated(f, ", ", &self.body)
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        written(self, &self.atom).fmt(f)
    }
}

/// The literal with an atom in the place of its own.
pub(crate) fn written(literal: &Literal, atom: &Atom) -> impl Display {
    fmt::from_fn(move |f| {
        if literal.negated {
            f.write_str("not ")?;
        }
        match literal.modal {
            Some(modal) => write!(f, "{}[{atom}]", modal.word()),
            None => atom.fmt(f),
        }
    })
}

impl Display for Atom {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.table.fmt(f)?;
        f.write_char('(')?;
        separated(f, ", ", &self.arguments)?;
        for (number, (column, term)) in self.columns.iter().enumerate() {
            // Only a column right behind an argument by position stands without a space.
            f.write_str(match (number, self.arguments.is_empty()) {
                (0, true) => "",
                (0, false) => ",",
                _ => ", ",
            })?;
            write!(f, "{column}={term}")?;
        }
        f.write_char(')')
    }
}

impl Display for TableRef {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.policy {
            Some(policy) => write!(f, "{policy}:{}", self.table),
            None => f.write_str(&self.table),
        }
    }
}

impl Display for Column {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Column::Index(index) => index.fmt(f),
            Column::Name(name) => f.write_str(name),
        }
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Term::Variable(name) => f.write_str(name),
            Term::Constant(value) => value.fmt(f),
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Value::Integer(integer) => integer.fmt(f),
            Value::Float(float) => float.fmt(f),
            Value::String(text) if !is_closed_by(text, '"') && is_closed_by(text, '\'') => {
                write!(f, "'{text}'")
            }
            Value::String(text) => {
                f.write_char('"')?;
                f.write_str(text)?;
                f.write_char('"')
            }
        }
    }
}

/// Whether a literal that holds `text` between two `quote`s ends at the second: backslashes keep a quote from
/// ending it, and stay in the value.
fn is_closed_by(text: &str, quote: char) -> bool {
    let mut escaped = false;
    for character in text.chars() {
        if escaped {
            escaped = false;
        } else if character == quote {
            return false;
        } else {
            escaped = character == '\\';
        }
    }
    !escaped
}

/// The shortest digits that read back as the same number, with an exponent below 1e-4 and from 1e16 on.
///
/// An infinity is written as a literal that overflows to it: `inf` would read back as a variable.
impl Display for Float {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let number = self.get();
        if number.is_nan() {
            return f.write_str("nan");
        }
        if number.is_infinite() {
            return f.write_str(if number > 0.0 { "1e999" } else { "-1e999" });
        }
        let scientific = format!("{number:e}");
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
        let exponent: i32 = exponent.parse().unwrap_or_default();
        if (-4..16).contains(&exponent) {
            let plain = number.to_string();
            let fraction = if plain.contains('.') { "" } else { ".0" };
            return write!(f, "{plain}{fraction}");
        }
        let sign = if exponent < 0 { '-' } else { '+' };
        write!(f, "{mantissa}e{sign}{:02}", exponent.unsigned_abs())
    }
}

fn separated<T: Display>(f: &mut Formatter<'_>, separator: &str, items: &[T]) -> fmt::Result {
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            f.write_str(separator)?;
        }
        item.fmt(f)?;
    }
    Ok(())
}
