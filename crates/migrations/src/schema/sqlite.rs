//! SQLite's catalogue: the PRAGMA functions and, for conditions and collations, which no PRAGMA tells, the statements that
//! made the tables.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure};

use super::catalogue::{Catalogue, FoundColumn, FoundForeignKey, FoundKey, FoundTable, Role, table};
use super::expression::{Token, canonical, canonical_of, tokens, words};
use super::table::ForeignKey;

#[derive(QueryableByName)]
struct Made {
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Nullable<Text>)]
    sql: Option<String>,
}

#[derive(QueryableByName)]
struct TableRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = BigInt)]
    strict: i64,
    #[diesel(sql_type = BigInt)]
    without_rowid: i64,
}

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    native: String,
    #[diesel(sql_type = BigInt)]
    required: i64,
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
    /// Its place in the primary key, from 1.
    #[diesel(sql_type = BigInt)]
    key: i64,
}

#[derive(QueryableByName)]
struct KeyRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    is_unique: i64,
    #[diesel(sql_type = Nullable<Text>)]
    part: Option<String>,
    #[diesel(sql_type = BigInt)]
    descends: i64,
    #[diesel(sql_type = Text)]
    collation: String,
}

#[derive(QueryableByName)]
struct ReferenceRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = Text)]
    parent: String,
    #[diesel(sql_type = Text)]
    part: String,
    #[diesel(sql_type = Nullable<Text>)]
    parent_part: Option<String>,
    #[diesel(sql_type = Text)]
    on_update: String,
    #[diesel(sql_type = Text)]
    on_delete: String,
}

const MADE: &str = r"SELECT type AS kind, name, tbl_name AS owner, sql FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name";
const TABLES: &str = r"SELECT name AS owner, strict, wr AS without_rowid FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name";
const COLUMNS: &str = r#"SELECT m.name AS owner, x.name, x.type AS native, x."notnull" AS required,
    x.dflt_value AS value, x.pk AS key
    FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) x WHERE m.type = 'table' ORDER BY m.name, x.cid"#;
const KEYS: &str = r#"SELECT m.name AS owner, i.name, i."unique" AS is_unique, x.name AS part, x."desc" AS descends,
    x.coll AS collation
    FROM sqlite_schema m JOIN pragma_index_list(m.name) i JOIN pragma_index_xinfo(i.name) x
    WHERE m.type = 'table' AND i.origin <> 'pk' AND x.key = 1 ORDER BY m.name, i.name, x.seqno"#;
const REFERENCES: &str = r#"SELECT m.name AS owner, f.id AS number, f."table" AS parent, f."from" AS part,
    f."to" AS parent_part, f.on_update, f.on_delete
    FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq"#;

pub(super) fn read(connection: &mut Connection) -> Result<Catalogue, Failure> {
    let made: Vec<Made> = sql_query(MADE).load(connection)?;
    let mut catalogue = Catalogue::default();
    let mut definitions = BTreeMap::new();
    for it in made {
        let sql = tokens(&it.sql.unwrap_or_default(), false);
        match it.kind.as_str() {
            "table" | "index" => drop(definitions.insert(it.name, sql)),
            kind => drop(catalogue.others.insert(format!("{kind} {} of {}", it.name, it.owner))),
        }
    }
    let definition = |name: &str| definitions.get(name).map_or(&[][..], Vec::as_slice);
    for row in sql_query(TABLES).load::<TableRow>(connection)? {
        let mut made = vec![if row.strict == 0 { "not STRICT" } else { "STRICT" }];
        made.extend((row.without_rowid == 1).then_some("WITHOUT ROWID"));
        let defers = definition(&row.owner).contains(&Token::Word("deferrable".to_owned()));
        made.extend(defers.then_some("with references that may be deferred"));
        let checks = conditions(definition(&row.owner));
        catalogue.tables.push(FoundTable {
            name: row.owner,
            made: made.join(", "),
            checks,
            ..FoundTable::default()
        });
    }
    for row in sql_query(COLUMNS).load::<ColumnRow>(connection)? {
        let definition = column_definition(definition(&row.owner), &row.name).to_vec();
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            owner.column(row, &definition);
        }
    }
    for row in sql_query(KEYS).load::<KeyRow>(connection)? {
        let definition = definition(&row.name).to_vec();
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            owner.key(row, &definition);
        }
    }
    for row in sql_query(REFERENCES).load::<ReferenceRow>(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            owner.reference(row);
        }
    }
    for table in &mut catalogue.tables {
        table.finish();
    }
    Ok(catalogue)
}

impl FoundTable {
    fn column(&mut self, row: ColumnRow, definition: &[Token]) {
        let collation = after_word(definition, "collate").filter(|collation| collation != "binary");
        let is_strict = self.made.starts_with("STRICT");
        let kind = match (row.native.as_str(), &collation) {
            ("INTEGER", None) if is_strict => "integer".to_owned(),
            ("TEXT", None) if is_strict => "text".to_owned(),
            (native, None) => format!("{native}{}", if is_strict { "" } else { ", or anything else" }),
            (native, Some(collation)) => format!("{native} compared by {collation}"),
        };
        if row.key > 0 {
            let primary = self.keys.iter().position(|key| key.role == Role::Primary).unwrap_or_else(|| {
                self.keys.push(FoundKey {
                    name: "primary key".to_owned(),
                    role: Role::Primary,
                    parts: Vec::new(),
                    condition: String::new(),
                    native: String::new(),
                });
                self.keys.len() - 1
            });
            let parts = &mut self.keys[primary].parts;
            let place = usize::try_from(row.key - 1).unwrap_or_default();
            parts.resize(parts.len().max(place + 1), String::new());
            parts[place].clone_from(&row.name);
        }
        self.columns.push(FoundColumn {
            name: row.name,
            kind,
            native: row.native,
            required: row.required == 1,
            default: row.value.map(|value| canonical(&value, false)),
            computed: group_after(definition, "as").map(canonical_of),
        });
    }

    fn key(&mut self, row: KeyRow, definition: &[Token]) {
        let mut part = row.part.unwrap_or_else(|| "an expression".to_owned());
        // By bytes and as its column does go without saying.
        let collation = format!(" compared by {}", row.collation.to_lowercase());
        let of_column = |column: &FoundColumn| column.name == part && column.kind.ends_with(&collation);
        if row.collation != "BINARY" && !self.columns.iter().any(of_column) {
            part.push_str(&collation);
        }
        if row.descends == 1 {
            part.push_str(" DESC");
        }
        if let Some(key) = self.keys.iter_mut().find(|key| key.name == row.name) {
            return key.parts.push(part);
        }
        let condition = definition.iter().position(|token| *token == Token::Word("where".to_owned()));
        let condition = condition.map(|at| canonical_of(&definition[at + 1..]));
        let has_expression = part == "an expression";
        self.keys.push(FoundKey {
            name: row.name,
            role: if row.is_unique == 1 { Role::Unique } else { Role::Index },
            parts: vec![part],
            condition: condition.map(|condition| format!("where {condition}")).unwrap_or_default(),
            native: if has_expression { words(definition) } else { String::new() },
        });
    }

    fn reference(&mut self, row: ReferenceRow) {
        let name = row.number.to_string();
        let parent_part = row.parent_part.unwrap_or_else(|| "primary key".to_owned());
        if let Some(reference) = self.foreign_keys.iter_mut().find(|it| it.name == name) {
            reference.key.columns.push(row.part);
            return reference.key.parent_columns.push(parent_part);
        }
        self.foreign_keys.push(FoundForeignKey {
            name,
            native: format!("ON DELETE {} ON UPDATE {}", row.on_delete, row.on_update),
            key: ForeignKey {
                columns: vec![row.part],
                parent: row.parent,
                parent_columns: vec![parent_part],
                on_delete: ForeignKey::action(&row.on_delete),
                on_update: ForeignKey::action(&row.on_update),
            },
        });
    }

    /// An index that is there for a constraint has a made-up name.
    fn finish(&mut self) {
        let mut seen = BTreeSet::new();
        self.keys.retain(|key| {
            key.role != Role::Unique || seen.insert((key.parts.clone(), key.condition.clone()))
        });
    }
}

/// The conditions of every CHECK of a table.
fn conditions(definition: &[Token]) -> Vec<String> {
    let starts =
        definition.iter().enumerate().filter(|(_, token)| **token == Token::Word("check".to_owned()));
    let groups = starts.filter_map(|(at, _)| group(&definition[at + 1..]));
    groups.map(canonical_of).collect()
}

/// What follows the name of a column, up to the comma.
fn column_definition<'a>(definition: &'a [Token], column: &str) -> &'a [Token] {
    let Some(start) = definition.iter().position(|token| *token == Token::Symbol("(")) else { return &[] };
    let Some(inner) = group(&definition[start..]) else { return &[] };
    let (mut depth, mut begin) = (0_usize, 0);
    for (at, token) in inner.iter().enumerate().chain([(inner.len(), &Token::Symbol(","))]) {
        match token {
            Token::Symbol("(") => depth += 1,
            Token::Symbol(")") => depth = depth.saturating_sub(1),
            Token::Symbol(",") if depth == 0 => {
                let part = &inner[begin..at];
                if matches!(part.first(), Some(Token::Word(name) | Token::Name(name)) if name == column) {
                    return part;
                }
                begin = at + 1;
            }
            _ => {}
        }
    }
    &[]
}

/// What stands in the brackets that `tokens` begin with.
fn group(tokens: &[Token]) -> Option<&[Token]> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Symbol("(") => depth += 1,
            Token::Symbol(")") if depth == 1 => return Some(&tokens[1..at]),
            Token::Symbol(")") => depth = depth.checked_sub(1)?,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

fn group_after<'a>(tokens: &'a [Token], word: &str) -> Option<&'a [Token]> {
    let at = tokens.iter().position(|token| *token == Token::Word(word.to_owned()))?;
    group(&tokens[at + 1..])
}

fn after_word(tokens: &[Token], word: &str) -> Option<String> {
    let at = tokens.iter().position(|token| *token == Token::Word(word.to_owned()))?;
    match tokens.get(at + 1) {
        Some(Token::Word(name) | Token::Name(name)) => Some(name.to_lowercase()),
        _ => None,
    }
}
