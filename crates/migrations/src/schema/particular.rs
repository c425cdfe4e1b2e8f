//! From an engine's own words to the common ones. What the common words do not say is kept, each with its reason.

use statehouse_connection::Engine;

use super::catalogue::{FoundColumn, FoundForeignKey, FoundKey, FoundTable, Role};
use super::table::{Column, Parts, Table, list};

/// One thing that an engine words in its own way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particular {
    /// The table it belongs to.
    pub table: String,
    /// What it is: `column identity_digest`, `index changes_by_entity`.
    pub item: String,
    /// The engine's own words.
    pub words: String,
    /// Why the common words do not say it.
    pub reason: &'static str,
}

impl Particular {
    /// Whether its absence would be a difference. The index that a foreign key brings along is there unless another one
    /// happened to be there first.
    pub(super) fn counts(&self) -> bool {
        self.reason != BROUGHT_ALONG
    }
}

const AS_A_WHOLE: &str = "each engine has choices of its own for how a table is kept";
const TYPE: &str = "the engine's own word for the type";
const TRUTH: &str = "a truth value where there is no type for it: a number and a CHECK that it is 0 or 1";
const ACTIONS: &str =
    "RESTRICT and NO ACTION both refuse, as no constraint is deferred; MariaDB says RESTRICT for both";
const DIGEST: &str =
    "stands for a text that may be too long for an index (2704 bytes on PostgreSQL, 3072 on MariaDB)";
const KEY: &str = "holds the digest of a text in the place of the text";
const BY_TEXT: &str = "finds by the text what the primary key holds by its digest only";
const PREFIX: &str = "MariaDB indexes no more than the beginning of a LONGTEXT";
const BROUGHT_ALONG: &str = "MariaDB makes an index for a foreign key where there is none";

/// An index that an engine cannot have as the others have it.
struct StandIn {
    engine: Engine,
    table: &'static str,
    index: &'static str,
    /// As it is there.
    native: &'static str,
    /// The columns it has elsewhere.
    columns: &'static [&'static str],
    reason: &'static str,
}

/// Every such index, one by one.
const STAND_INS: &[StandIn] = &[StandIn {
    engine: Engine::Postgres,
    table: "changes",
    index: "changes_by_entity",
    native: "hash (entity_id)",
    columns: &["entity", "entity_id"],
    reason: "an id made of names may be too long for a tree; a hash index has one column, and the id tells nearly as much \
             as both",
}];

/// The table in common words, and what remains.
pub(super) fn common(engine: Engine, mut found: FoundTable) -> (Table, Vec<Particular>) {
    let mut notes = Notes { table: found.name.clone(), particulars: Vec::new() };
    if !found.made.is_empty() {
        notes.add("table", &found.made, AS_A_WHOLE);
    }
    let digests = digests(&found.columns);
    let indexes = indexes(engine, &mut found, &digests, &mut notes);
    let mut table = Table::default();
    for key in indexes {
        let parts: Vec<_> = key.parts.iter().map(|part| text_of(&digests, part).to_owned()).collect();
        if parts != key.parts {
            notes.add(&key.item(&parts), &key.native, KEY);
        } else if key.native.contains('(') && key.native != list(&parts) {
            notes.add(&key.item(&parts), &key.native, if key.is_prefix() { PREFIX } else { AS_A_WHOLE });
        }
        let parts = Parts { columns: parts, condition: key.condition };
        match key.role {
            Role::Primary => table.primary_key = parts.columns,
            Role::Unique => drop(table.uniques.insert(parts)),
            Role::Index => drop(table.indexes.insert(key.name, parts)),
        }
    }
    for FoundForeignKey { key, native, .. } in found.foreign_keys {
        notes.add(&key.item(), &native, ACTIONS);
        table.foreign_keys.insert(key);
    }
    for column in found.columns {
        let item = format!("column {}", column.name);
        if let Some((_, text)) = digests.iter().find(|(digest, _)| *digest == column.name) {
            let computed = column.computed.or(column.default).unwrap_or_default();
            notes.add(&item, &format!("{} of {text}, {computed}", column.native), DIGEST);
            continue;
        }
        let is_truth = format!("{} IN (0, 1)", column.name);
        let checked = found.checks.iter().position(|check| *check == is_truth);
        let kind = match checked {
            Some(check) if engine.truth_value() == Some(column.kind.as_str()) => {
                found.checks.remove(check);
                notes.add(&item, &format!("{}, {is_truth}", column.native), TRUTH);
                "boolean".to_owned()
            }
            _ => {
                notes.add(&item, &column.native, TYPE);
                column.kind
            }
        };
        let FoundColumn { name, required, default, computed, .. } = column;
        table.columns.push(Column { name, kind, required, default, computed });
    }
    table.checks.extend(found.checks);
    (table, notes.particulars)
}

/// The keys, without those that only one engine needs.
fn indexes(
    engine: Engine,
    found: &mut FoundTable,
    digests: &[(String, String)],
    notes: &mut Notes,
) -> Vec<FoundKey> {
    let keys = std::mem::take(&mut found.keys);
    let primary = keys.iter().find(|key| key.role == Role::Primary).map(|key| key.parts.clone());
    let primary = primary.unwrap_or_default();
    let mut kept = Vec::new();
    for mut key in keys {
        let item = format!("index {}", key.name);
        let is_index = key.role == Role::Index && key.condition.is_empty();
        let stands_in = |it: &&StandIn| {
            (it.engine, it.table, it.index, it.native) == (engine, &found.name, &key.name, &key.native)
        };
        if is_index && engine == Engine::Mysql && found.foreign_keys.iter().any(|it| it.brings(&key)) {
            notes.add(&item, &key.native, BROUGHT_ALONG);
        } else if is_index && by_text(&key, digests, &primary) {
            notes.add(&item, &key.native, BY_TEXT);
        } else {
            if let Some(stand_in) = STAND_INS.iter().find(stands_in) {
                notes.add(&item, &key.native, stand_in.reason);
                key.parts = stand_in.columns.iter().map(|column| (*column).to_owned()).collect();
                key.native.clear();
            }
            kept.push(key);
        }
    }
    kept
}

/// Columns that hold the SHA-256 of a text of the same row, each with the column of that text. Exactly that: whatever else
/// is computed stays a column.
fn digests(columns: &[FoundColumn]) -> Vec<(String, String)> {
    let mut digests = Vec::new();
    for column in columns {
        let Some(text) = column.name.strip_suffix("_digest") else { continue };
        let by_postgres = format!(r"sha256(replace({text}, '\', '\\'))");
        let by_mariadb = format!("unhex(sha2({text}, 256))");
        let by = column.computed.as_ref().or(column.default.as_ref());
        if columns.iter().any(|it| it.name == text && it.kind == "text")
            && by.is_some_and(|by| *by == by_postgres || *by == by_mariadb)
        {
            digests.push((column.name.clone(), text.to_owned()));
        }
    }
    digests
}

/// The column that a part of a key stands for.
fn text_of<'a>(digests: &'a [(String, String)], part: &'a str) -> &'a str {
    digests.iter().find(|(digest, _)| digest == part).map_or(part, |(_, text)| text)
}

/// Is this an index on a text whose digest is part of the primary key?
fn by_text(key: &FoundKey, digests: &[(String, String)], primary: &[String]) -> bool {
    let [text] = &key.parts[..] else { return false };
    digests.iter().any(|(digest, of)| of == text && primary.contains(digest))
}

impl FoundKey {
    /// What it is called in the common words.
    fn item(&self, parts: &[String]) -> String {
        match self.role {
            Role::Primary => "primary key".to_owned(),
            Role::Unique => format!("unique {}", list(parts)),
            Role::Index => format!("index {}", self.name),
        }
    }

    /// Does it hold the beginning of a text only?
    fn is_prefix(&self) -> bool {
        self.parts.iter().any(|part| self.native.contains(&format!("{part}(")))
    }
}

impl FoundForeignKey {
    /// Is this the index that MariaDB makes for the reference when there is none? It has the reference's columns, and its
    /// name or that of the first column, perhaps with a number.
    fn brings(&self, index: &FoundKey) -> bool {
        let first = self.key.columns.first().map_or("", String::as_str);
        let numbered =
            |rest: &str| rest.strip_prefix('_').is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()));
        let of_column = index.name.strip_prefix(first).is_some_and(|rest| rest.is_empty() || numbered(rest));
        index.parts == self.key.columns && (index.name == self.name || of_column)
    }
}

/// What an engine without a type for truth values has in its place.
trait TruthValue {
    fn truth_value(self) -> Option<&'static str>;
}

impl TruthValue for Engine {
    fn truth_value(self) -> Option<&'static str> {
        match self {
            Self::Sqlite => Some("integer"),
            Self::Postgres => None,
            Self::Mysql => Some("tinyint(1)"),
        }
    }
}

struct Notes {
    table: String,
    particulars: Vec<Particular>,
}

impl Notes {
    fn add(&mut self, item: &str, words: &str, reason: &'static str) {
        let (table, item, words) = (self.table.clone(), item.to_owned(), words.to_owned());
        self.particulars.push(Particular { table, item, words, reason });
    }
}
