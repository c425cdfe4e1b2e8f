//! PostgreSQL's catalogue, of the schema that names are looked up in.

use diesel::sql_types::{Bool, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure};

use super::catalogue::{Catalogue, FoundColumn, FoundForeignKey, FoundKey, FoundTable, Role, table};
use super::expression::{canonical, tokens, words};
use super::table::{ForeignKey, list};

/// Between two columns of a list: no name holds it.
const SEPARATOR: char = '\u{1f}';

#[derive(QueryableByName)]
struct TableRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    made: String,
}

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    native: String,
    #[diesel(sql_type = Nullable<Text>)]
    collation: Option<String>,
    #[diesel(sql_type = Bool)]
    required: bool,
    #[diesel(sql_type = Nullable<Text>)]
    expression: Option<String>,
    #[diesel(sql_type = Bool)]
    is_computed: bool,
    #[diesel(sql_type = Bool)]
    counts: bool,
}

#[derive(QueryableByName)]
struct ConstraintRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    parts: String,
    #[diesel(sql_type = Text)]
    parent: String,
    #[diesel(sql_type = Text)]
    parent_parts: String,
    #[diesel(sql_type = Text)]
    on_delete: String,
    #[diesel(sql_type = Text)]
    on_update: String,
    #[diesel(sql_type = Text)]
    expression: String,
    #[diesel(sql_type = Text)]
    caveat: String,
}

#[derive(QueryableByName)]
struct IndexRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Bool)]
    is_unique: bool,
    #[diesel(sql_type = Bool)]
    is_valid: bool,
    #[diesel(sql_type = Text)]
    parts: String,
    #[diesel(sql_type = Nullable<Text>)]
    predicate: Option<String>,
    /// `hash (entity_id)`
    #[diesel(sql_type = Text)]
    native: String,
}

#[derive(QueryableByName)]
struct OtherRow {
    #[diesel(sql_type = Text)]
    name: String,
}

const TABLES: &str = "SELECT c.relname::text AS owner,
    CASE c.relpersistence WHEN 'p' THEN '' WHEN 'u' THEN 'UNLOGGED' ELSE 'TEMPORARY' END
        || CASE c.relkind WHEN 'p' THEN 'PARTITIONED' ELSE '' END AS made
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') ORDER BY 1";

const COLUMNS: &str = "SELECT c.relname::text AS owner, a.attname::text AS name,
    format_type(a.atttypid, a.atttypmod) AS native, o.collname::text AS collation, a.attnotnull AS required,
    pg_get_expr(d.adbin, d.adrelid) AS expression, a.attgenerated <> '' AS is_computed, a.attidentity <> '' AS counts
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_collation o ON o.oid = a.attcollation
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum";

/// `contype`: p primary key, u unique, f foreign key, c check, and others. (From version 18 on also n, NOT NULL, which the
/// column tells.)
const CONSTRAINTS: &str = "SELECT c.relname::text AS owner, k.conname::text AS name, k.contype::text AS kind,
    coalesce((SELECT string_agg(a.attname::text, chr(31) ORDER BY u.place)
        FROM unnest(k.conkey) WITH ORDINALITY u (number, place)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number), '') AS parts,
    coalesce(p.relname::text, '') AS parent,
    coalesce((SELECT string_agg(a.attname::text, chr(31) ORDER BY u.place)
        FROM unnest(k.confkey) WITH ORDINALITY u (number, place)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number), '') AS parent_parts,
    k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update,
    coalesce(pg_get_expr(k.conbin, k.conrelid), '') AS expression,
    CASE WHEN k.condeferrable THEN ' deferrable' ELSE '' END
        || CASE WHEN k.convalidated THEN '' ELSE ' not validated' END AS caveat
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_class p ON p.oid = k.confrelid
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND k.contype <> 'n' ORDER BY 1, 2";

const INDEXES: &str = "SELECT t.relname::text AS owner, i.relname::text AS name, x.indisunique AS is_unique,
    x.indisvalid AND x.indisready AS is_valid,
    (SELECT string_agg(pg_get_indexdef(x.indexrelid, place, true)
            || CASE WHEN x.indoption[place - 1] & 1 = 1 THEN ' DESC' ELSE '' END, chr(31) ORDER BY place)
        FROM generate_series(1, x.indnkeyatts::int) place) AS parts,
    pg_get_expr(x.indpred, x.indrelid) AS predicate,
    substring(pg_get_indexdef(x.indexrelid) FROM ' USING (.*)$') AS native
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = current_schema() AND t.relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY 1, 2";

/// What an extension brought along is nobody's drift.
const OTHERS: &str = "SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
        WHEN 'S' THEN 'sequence ' ELSE 'foreign table ' END || c.relname AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('v', 'm', 'S', 'f')
    AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')
    UNION ALL
    SELECT 'trigger ' || g.tgname || ' of ' || c.relname
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND NOT g.tgisinternal";

pub(super) fn read(connection: &mut Connection) -> Result<Catalogue, Failure> {
    let mut catalogue = Catalogue::default();
    for TableRow { owner, made } in sql_query(TABLES).load(connection)? {
        catalogue.tables.push(FoundTable { name: owner, made, ..FoundTable::default() });
    }
    for row in sql_query(COLUMNS).load::<ColumnRow>(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            owner.columns.push(row.into());
        }
    }
    for row in sql_query(CONSTRAINTS).load::<ConstraintRow>(connection)? {
        let unknown = match table(&mut catalogue.tables, &row.owner) {
            Some(owner) => row.enter(owner),
            None => None,
        };
        catalogue.others.extend(unknown);
    }
    for row in sql_query(INDEXES).load::<IndexRow>(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            owner.keys.push(row.into());
        }
    }
    let others: Vec<OtherRow> = sql_query(OTHERS).load(connection)?;
    catalogue.others.extend(others.into_iter().map(|other| other.name));
    Ok(catalogue)
}

/// The parts of an index, without the quotes around a name that is a word of SQL too.
fn split(list: &str) -> Vec<String> {
    let part = |part: &str| match part.strip_suffix(" DESC") {
        Some(ascending) => words(&tokens(ascending, false)) + " DESC",
        None => words(&tokens(part, false)),
    };
    list.split(SEPARATOR).map(part).collect()
}

impl From<ColumnRow> for FoundColumn {
    fn from(row: ColumnRow) -> Self {
        let collation = row.collation.as_deref();
        let kind = match (row.native.as_str(), collation) {
            ("bigint", _) => "integer".to_owned(),
            ("text", Some("C")) => "text".to_owned(),
            (native, Some(collation)) => format!("{native} compared by {collation}"),
            (native, None) => native.to_owned(),
        };
        let kind = if row.counts { format!("{kind} that counts by itself") } else { kind };
        let expression = row.expression.map(|expression| canonical(&expression, false));
        let (default, computed) = if row.is_computed { (None, expression) } else { (expression, None) };
        let collation = collation.map(|collation| format!(r#" COLLATE "{collation}""#)).unwrap_or_default();
        Self {
            name: row.name,
            kind,
            native: row.native + &collation,
            required: row.required,
            default,
            computed,
        }
    }
}

impl ConstraintRow {
    /// Adds the constraint to its table; returns the words for one that Statehouse has no use for.
    fn enter(self, owner: &mut FoundTable) -> Option<String> {
        let parts: Vec<_> = self.parts.split(SEPARATOR).map(str::to_owned).collect();
        match self.kind.as_str() {
            "p" | "u" => owner.keys.push(FoundKey {
                name: self.name,
                role: if self.kind == "p" { Role::Primary } else { Role::Unique },
                native: list(&parts),
                parts,
                condition: self.caveat.trim_start().to_owned(),
            }),
            "c" => owner.checks.push(canonical(&self.expression, false) + &self.caveat),
            "f" => {
                let (on_delete, on_update) = (action(&self.on_delete), action(&self.on_update));
                owner.foreign_keys.push(FoundForeignKey {
                    name: self.name,
                    native: format!("ON DELETE {on_delete} ON UPDATE {on_update}"),
                    key: ForeignKey {
                        columns: parts,
                        parent: self.parent,
                        parent_columns: self.parent_parts.split(SEPARATOR).map(str::to_owned).collect(),
                        on_delete: ForeignKey::action(on_delete) + &self.caveat,
                        on_update: ForeignKey::action(on_update),
                    },
                });
            }
            _ => return Some(format!("constraint {} of {}", self.name, self.owner)),
        }
        None
    }
}

/// `confdeltype` and `confupdtype`.
fn action(letter: &str) -> &'static str {
    match letter {
        "r" => "RESTRICT",
        "c" => "CASCADE",
        "n" => "SET NULL",
        "d" => "SET DEFAULT",
        _ => "NO ACTION",
    }
}

impl From<IndexRow> for FoundKey {
    fn from(row: IndexRow) -> Self {
        let mut condition =
            row.predicate.map(|it| format!("where {}", canonical(&it, false))).unwrap_or_default();
        if !row.is_valid {
            condition.push_str(" not valid");
        }
        Self {
            name: row.name,
            role: if row.is_unique { Role::Unique } else { Role::Index },
            parts: split(&row.parts),
            condition: condition.trim_start().to_owned(),
            native: row.native,
        }
    }
}
