//! Rows as the bytes of their columns, and the statements that read them on each database.
//!
//! SQLite keeps whatever bytes it is given as a text, PostgreSQL too where it knows no encoding, and no database refuses a NULL
//! that its schema does not forbid. So a row is read as bytes, and what is no text is a flaw of that row alone.

use diesel::sql_types::{Binary, Nullable};
use diesel::{QueryResult, QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine};

use crate::Kind;

/// The columns of a table that are read, nine at most.
pub(super) type Columns = &'static [&'static str];

/// A row.
#[derive(Debug)]
pub(super) struct Record {
    columns: Columns,
    cells: Vec<Option<Vec<u8>>>,
}

/// Why a row cannot be read: which column, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) column: &'static str,
    pub(super) is: String,
}

/// What a row of some table is made into.
pub(super) trait Row: Sized {
    /// The column of its id, or of that of what it belongs to.
    const ID: &'static str = "id";
    /// The column of what to call it.
    const NAME: &'static str = "name";

    fn of(record: &Record) -> Result<Self, Flaw>;

    /// What it is, also where it cannot be read.
    fn kind(record: &Record) -> Kind;
}

#[derive(QueryableByName)]
struct Cells {
    #[diesel(sql_type = Nullable<Binary>)]
    c0: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c1: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c2: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c3: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c4: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c5: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c6: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c7: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<Binary>)]
    c8: Option<Vec<u8>>,
}

impl Record {
    /// Every row of a table, in this order.
    pub(super) fn all(
        connection: &mut Connection,
        table: &str,
        columns: Columns,
        order: &str,
    ) -> QueryResult<Vec<Self>> {
        let engine = connection.engine();
        let cell = |index: usize| {
            let text = columns.get(index).map_or("NULL".to_owned(), |column| text(engine, column));
            format!("{} AS c{index}", bytes(engine, &text))
        };
        let cells: Vec<_> = (0..9).map(cell).collect();
        let rows: Vec<Cells> =
            sql_query(format!("SELECT {} FROM {table} ORDER BY {order}", cells.join(", ")))
                .load(connection)?;
        let record = |row: Cells| {
            let Cells { c0, c1, c2, c3, c4, c5, c6, c7, c8 } = row;
            Self { columns, cells: vec![c0, c1, c2, c3, c4, c5, c6, c7, c8] }
        };
        Ok(rows.into_iter().map(record).collect())
    }

    /// What stands in a column, which has to be there.
    pub(super) fn text(&self, column: &'static str) -> Result<String, Flaw> {
        self.text_or_null(column)?.ok_or_else(|| Flaw { column, is: "NULL".to_owned() })
    }

    /// What stands in a column; nothing, where the table has no such column either.
    pub(super) fn text_or_null(&self, column: &'static str) -> Result<Option<String>, Flaw> {
        let Some(bytes) = self.bytes(column) else { return Ok(None) };
        match str::from_utf8(bytes) {
            Ok(text) => Ok(Some(text.to_owned())),
            Err(error) => {
                Err(Flaw { column, is: format!("not UTF-8 from byte {} on", error.valid_up_to() + 1) })
            }
        }
    }

    /// The same for people to recognise the row by, whatever it is.
    pub(super) fn shown(&self, column: &str) -> String {
        self.bytes(column)
            .map_or("NULL".to_owned(), |bytes| bytes.utf8_chunks().map(|chunk| shown(&chunk)).collect())
    }

    /// Whether something stands in the column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.bytes(column).is_some_and(|bytes| !bytes.is_empty())
    }

    fn bytes(&self, column: &str) -> Option<&[u8]> {
        let index = self.columns.iter().position(|it| *it == column)?;
        self.cells.get(index)?.as_deref()
    }
}

/// What is no text, byte by byte: `caf\xe9`.
fn shown(chunk: &std::str::Utf8Chunk<'_>) -> String {
    let invalid = chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}"));
    std::iter::once(chunk.valid().to_owned()).chain(invalid).collect()
}

/// A column as a text.
fn text(engine: Engine, column: &str) -> String {
    match (column, engine) {
        // Congress has SQLite keep times as texts.
        ("created_at" | "deleted_at", Engine::Postgres) => {
            format!("to_char({column}, 'YYYY-MM-DD HH24:MI:SS.US')")
        }
        ("created_at" | "deleted_at", Engine::Mysql) => format!("CAST({column} AS CHAR)"),
        // Where nothing is said, nothing was deleted.
        ("deleted", _) => "COALESCE(deleted, '')".to_owned(),
        // Congress takes part with what nobody has switched off.
        ("enabled", Engine::Postgres) => "CASE WHEN NOT enabled THEN 'no' ELSE 'yes' END".to_owned(),
        ("enabled", _) => "CASE WHEN enabled = 0 THEN 'no' ELSE 'yes' END".to_owned(),
        _ => column.to_owned(),
    }
}

/// A text as its bytes in UTF-8, where the database knows its encoding; else as the bytes that were given to it.
fn bytes(engine: Engine, text: &str) -> String {
    match engine {
        Engine::Sqlite => format!("CAST({text} AS BLOB)"),
        Engine::Postgres => format!(
            "convert_to({text}, (CASE current_setting('server_encoding') WHEN 'SQL_ASCII' THEN 'SQL_ASCII' \
             ELSE 'UTF8' END)::name)"
        ),
        Engine::Mysql => format!("CAST(CONVERT({text} USING utf8mb4) AS BINARY)"),
    }
}

/// The order in which rows came: where no time is kept, SQLite still knows.
pub(super) fn order(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "rowid",
        Engine::Postgres | Engine::Mysql => "name, id",
    }
}
