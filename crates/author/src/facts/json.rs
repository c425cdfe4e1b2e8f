//! Facts as JSON: a list of rows, or an object that has such a list for each table; and as JSON Lines, a row on each line. A row
//! is a list of values, or an object whose fields are the columns. Values are read as where rows are pushed to a server.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::de::IoRead;
use serde_json::value::RawValue;
use statehouse_model::TableDeclaration;

use super::{BUFFER, Declarations, FactsError, Surveyed, TakeRow};

/// How the rows of a file stand in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// As one value.
    Whole,
    /// A row on each line.
    Lines,
}

pub(super) fn survey(
    path: &Path,
    file: impl Read,
    layout: Layout,
    table: &str,
) -> Result<Vec<Surveyed>, FactsError> {
    let mut survey = Survey { found: Vec::new() };
    deserialize(path, file, layout, Tables { table, reader: &mut survey })?;
    Ok(survey.found)
}

pub(super) fn read(
    path: &Path,
    file: impl Read,
    layout: Layout,
    table: &str,
    declared: &Declarations,
    take: &mut TakeRow<'_>,
) -> Result<(), FactsError> {
    deserialize(path, file, layout, Tables { table, reader: &mut Rows { declared, take } })
}

fn deserialize<T: ReadRows>(
    path: &Path,
    file: impl Read,
    layout: Layout,
    tables: Tables<'_, T>,
) -> Result<(), FactsError> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let mut file = BufReader::with_capacity(BUFFER, file);
    // Some programs put it before everything they write.
    if file.fill_buf().is_ok_and(|begins| begins.starts_with(MARK)) {
        file.consume(MARK.len());
    }
    let mut deserializer = serde_json::Deserializer::from_reader(file);
    let read = match layout {
        Layout::Whole => tables.deserialize(&mut deserializer).and_then(|()| deserializer.end()),
        Layout::Lines => tables.reader.rows(tables.table, Lines(&mut deserializer)),
    };
    read.map_err(|error| {
        let text = error.to_string();
        // The place is told in front.
        let reason = text.split(" at line ").next().unwrap_or_default();
        let line = u64::try_from(error.line()).ok().filter(|line| *line > 0);
        FactsError::new(
            path,
            line,
            if error.is_data() { reason.to_owned() } else { format!("not JSON: {reason}") },
        )
    })
}

/// Values that stand one behind the other.
struct Lines<'a, R: Read>(&'a mut serde_json::Deserializer<IoRead<R>>);

impl<'de, R: Read> SeqAccess<'de> for Lines<'_, R> {
    type Error = serde_json::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, serde_json::Error> {
        // What is there is not used up by asking whether it is the end.
        if self.0.end().is_ok() { Ok(None) } else { seed.deserialize(&mut *self.0).map(Some) }
    }
}

/// What is done with the rows of a table.
trait ReadRows {
    fn rows<'de, A: SeqAccess<'de>>(&mut self, table: &str, rows: A) -> Result<(), A::Error>;
}

/// Notes which tables there are, by their first rows.
struct Survey {
    found: Vec<Surveyed>,
}

impl ReadRows for Survey {
    fn rows<'de, A: SeqAccess<'de>>(&mut self, table: &str, mut rows: A) -> Result<(), A::Error> {
        let mut surveyed = Surveyed { table: table.to_owned(), columns: Vec::new(), width: None };
        if let Some(first) = rows.next_element::<Box<RawValue>>()? {
            let custom = |error: serde_json::Error| A::Error::custom(error);
            match first.get().as_bytes().first() {
                Some(b'{') => {
                    let fields: Fields = serde_json::from_str(first.get()).map_err(custom)?;
                    surveyed.columns = fields.0;
                    surveyed.width = Some(surveyed.columns.len());
                }
                Some(b'[') => {
                    let values: Vec<IgnoredAny> = serde_json::from_str(first.get()).map_err(custom)?;
                    surveyed.width = Some(values.len());
                }
                _ => {}
            }
        }
        while rows.next_element::<IgnoredAny>()?.is_some() {}
        self.found.push(surveyed);
        Ok(())
    }
}

/// Gives the rows of tables.
struct Rows<'a, 't> {
    declared: &'a Declarations,
    take: &'a mut TakeRow<'t>,
}

impl ReadRows for Rows<'_, '_> {
    fn rows<'de, A: SeqAccess<'de>>(&mut self, table: &str, mut rows: A) -> Result<(), A::Error> {
        let nothing = TableDeclaration::default();
        let declaration = self.declared.get(table).unwrap_or(&nothing);
        let mut index = 0_u64;
        while let Some(json) = rows.next_element::<Box<RawValue>>()? {
            let row = declaration.row_from(&json);
            let row =
                row.map_err(|error| A::Error::custom(format_args!("row {index} of `{table}`: {error}")))?;
            (self.take)(table, &row.0);
            index += 1;
        }
        Ok(())
    }
}

/// The names of an object's fields, in order, each once.
struct Fields(Vec<String>);

impl<'de> serde::Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut names = Vec::new();
                while let Some((name, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                Ok(Fields(names))
            }
        }
        deserializer.deserialize_map(Names)
    }
}

/// A whole file.
struct Tables<'a, T> {
    /// The table of a list that stands for itself.
    table: &'a str,
    reader: &'a mut T,
}

impl<'de, T: ReadRows> DeserializeSeed<'de> for Tables<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: ReadRows> Visitor<'de> for Tables<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows, or an object that has one for each table")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, rows: A) -> Result<(), A::Error> {
        self.reader.rows(self.table, rows)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut tables: A) -> Result<(), A::Error> {
        let mut seen = BTreeMap::new();
        while let Some(table) = tables.next_key::<String>()? {
            if seen.insert(table.clone(), ()).is_some() {
                return Err(A::Error::custom(format_args!("the table `{table}` stands here twice")));
            }
            tables.next_value_seed(OneTable { table: &table, reader: &mut *self.reader })?;
        }
        Ok(())
    }
}

/// The rows of one of several tables.
struct OneTable<'a, T> {
    table: &'a str,
    reader: &'a mut T,
}

impl<'de, T: ReadRows> DeserializeSeed<'de> for OneTable<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: ReadRows> Visitor<'de> for OneTable<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a list of rows; an object has one for each table, and a file that has a row on each line ends in .jsonl",
        )
    }

    fn visit_seq<A: SeqAccess<'de>>(self, rows: A) -> Result<(), A::Error> {
        self.reader.rows(self.table, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::declaration;

    fn rows(text: &str) -> Result<Vec<String>, String> {
        let path = Path::new("t.json");
        let surveyed =
            survey(path, text.as_bytes(), Layout::Whole, "t").map_err(|error| error.to_string())?;
        let declared = surveyed.iter().map(|it| (it.table.clone(), declaration(&it.table, &it.columns)));
        let mut rows = Vec::new();
        read(path, text.as_bytes(), Layout::Whole, "t", &declared.collect(), &mut |table, row| {
            let row: Vec<_> = row.iter().map(ToString::to_string).collect();
            rows.push(format!("{table}({})", row.join(",")));
        })
        .map_err(|error| error.to_string())?;
        Ok(rows)
    }

    #[test]
    fn a_row_is_a_list_or_an_object() {
        assert_eq!(rows(r#"[[1, "a"], [1.0, null]]"#).unwrap(), ["t(1,\"a\")", "t(1.0,\"None\")"]);
        let objects =
            r#"[{"id": "vm1", "tags": [1, 2]}, {"tags": true, "id": 12345678901234567890, "more": 1}]"#;
        assert_eq!(rows(objects).unwrap(), ["t(\"vm1\",\"[1,2]\")", "t(12345678901234567890,\"True\")"]);
        assert_eq!(rows("[]").unwrap(), [""; 0]);
    }

    #[test]
    fn an_object_holds_several_tables() {
        assert_eq!(rows(r#"{"nova:servers": [[1]], "p": [{"a": 2}]}"#).unwrap(), ["nova:servers(1)", "p(2)"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        assert!(rows("[[1],\n[2]").unwrap_err().starts_with("t.json:2: not JSON"));
        assert!(rows("3").unwrap_err().contains("expected a list of rows"), "{:?}", rows("3"));
        assert!(
            rows("[[1],\n5]").unwrap_err().starts_with("t.json:2: row 1 of `t`"),
            "{:?}",
            rows("[[1],\n5]")
        );
        assert!(rows(r#"{"a": [], "a": []}"#).unwrap_err().contains("twice"));
    }
}
