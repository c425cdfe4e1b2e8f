//! Rows out of a JSON document that somebody posted: what a driver says that documents do to its tables.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::poll::member;
use crate::row::RowError;
use crate::value_json;
use crate::{Driver, Row, RowSource, TableDeclaration, Value};

/// How posted documents fill a table.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostedTable {
    /// Where in the document the row stands, or a list of rows: names separated by dots. The document itself when absent.
    #[serde(default)]
    pub rows: Option<String>,
    /// The columns that a row has in common with the one it takes the place of. All when absent: then rows are only added.
    #[serde(default)]
    pub key: Vec<String>,
    /// Which documents bring rows; when absent, all that do not take rows away.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Which documents take rows away instead: those that have the key in common.
    #[serde(default)]
    pub remove_when: Option<Condition>,
}

/// Something that holds of some documents.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Where in the document a value stands: names separated by dots.
    pub field: String,
    /// What it is, any of these: a string as the text that it says, anything else as JSON writes it or as it would stand in a row
    /// (`true` or `True`). A value that is not there is none of them.
    pub is: Vec<String>,
}

/// What a document does to one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Posted {
    /// The table.
    pub table: String,
    /// The numbers of the columns that a row has in common with those it takes the place of.
    pub key: Vec<usize>,
    /// The rows of the document. Of those that have the key in common, the last one counts.
    pub rows: Vec<Row>,
    /// Whether they are there from now on; otherwise those go that have the key in common with them.
    pub stay: bool,
}

/// Rows that cannot be made of a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("table '{table}': {error}")]
pub struct PostedError {
    /// The table they are for.
    pub table: String,
    /// Which row and column, and what is wrong.
    pub error: RowError,
}

impl Driver {
    /// What a document does to each table that it is about. The text is a JSON object.
    ///
    /// # Errors
    ///
    /// Which table and column cannot be read out of it, and why.
    pub fn posted(&self, document: &str) -> Result<Vec<Posted>, PostedError> {
        let mut all = Vec::new();
        for table in &self.tables {
            let Some(declared) = &table.document else { continue };
            let takes_away = declared.remove_when.as_ref().is_some_and(|it| it.holds(document));
            if takes_away || declared.when.as_ref().is_none_or(|it| it.holds(document)) {
                let posted = table.posted(declared, document, !takes_away);
                all.push(posted.map_err(|error| PostedError { table: table.id.clone(), error })?);
            }
        }
        Ok(all)
    }

    /// What the types do not say about documents.
    pub(crate) fn check_documents(&self) -> Result<(), String> {
        let declared = self.tables.iter().filter_map(|table| Some((table, table.document.as_ref()?)));
        let takes_documents = self.rows == RowSource::Document;
        for (table, document) in declared.clone() {
            let refuse = |what: &str| Err(format!("table '{}': {what}", table.id));
            if !takes_documents {
                return refuse("'document' needs 'rows: document'");
            }
            if table.columns.is_empty() {
                return refuse("'document' needs columns that values are taken for");
            }
            let conditions = document.when.iter().chain(&document.remove_when);
            let mut paths = document.rows.iter().chain(conditions.clone().map(|condition| &condition.field));
            if paths.any(|path| path.split('.').any(str::is_empty)) {
                return refuse("document: a place is names separated by dots, none of them empty");
            }
            if conditions.clone().any(|condition| condition.is.is_empty()) {
                return refuse("document: 'is' lists what the value may be, at least one");
            }
            if let Some(column) = document.key.iter().find(|column| table.place(column).is_none()) {
                return refuse(&format!("document.key: there is no column '{column}'"));
            }
        }
        if takes_documents && declared.count() == 0 {
            return Err(
                "rows: 'document' needs a table with a section 'document' that says what it takes".to_owned()
            );
        }
        Ok(())
    }
}

impl TableDeclaration {
    fn posted(&self, declared: &PostedTable, document: &str, stay: bool) -> Result<Posted, RowError> {
        let place = declared.rows.as_deref();
        let mut at = document;
        for name in place.into_iter().flat_map(|place| place.split('.')) {
            at = member(at, name).map_err(|reason| {
                RowError::whole(format!("on the way to '{}': {reason}", place.unwrap_or_default()))
            })?;
        }
        let elements: Vec<&RawValue> = match at.trim_start().as_bytes().first() {
            Some(b'[') => read(at)?,
            Some(b'{') => vec![read(at)?],
            _ => return Err(RowError::whole("a row is expected here, or a list of rows")),
        };
        let is_one = elements.len() == 1;
        let rows = elements.into_iter().enumerate().map(|(index, element)| {
            let values = self.values_from(element).and_then(|values| self.with_key(values, &declared.key));
            values.map(Row::of_found).map_err(|error| if is_one { error } else { error.in_row(index) })
        });
        let rows = rows.collect::<Result<_, _>>()?;
        let key: Vec<usize> = declared.key.iter().filter_map(|column| self.place(column)).collect();
        let key = if key.is_empty() { (0..self.columns.len()).collect() } else { key };
        Ok(Posted { table: self.id.clone(), key, rows, stay })
    }

    /// A document that lacks the key would take the place of others that lack it.
    fn with_key(&self, values: Vec<Option<Value>>, key: &[String]) -> Result<Vec<Option<Value>>, RowError> {
        let is_missing =
            |column: &&String| self.place(column).and_then(|place| values.get(place)?.as_ref()).is_none();
        match key.iter().find(is_missing) {
            Some(column) => Err(RowError::whole("a value is needed here: rows are told apart by it")
                .in_column(format_args!("'{column}'"))),
            None => Ok(values),
        }
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|declared| declared.name == column)
    }
}

impl Condition {
    fn holds(&self, document: &str) -> bool {
        let found = self.field.split('.').try_fold(document, |at, name| member(at, name).ok());
        let found = found.and_then(|json| Some((json.trim(), value_json::read(read(json).ok()?).ok()?)));
        found.is_some_and(|(json, value)| {
            let (text, written) = match value {
                Value::String(text) => (text.to_string(), (!json.starts_with('"')).then_some(json)),
                number => (number.to_string(), Some(json)),
            };
            self.is.iter().any(|is| *is == text || Some(is.as_str()) == written)
        })
    }
}

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, RowError> {
    serde_json::from_str(json).map_err(|error| RowError::whole(format!("not JSON: {error}")))
}
