//! MariaDB's catalogue: `information_schema`, of the database of the session.

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure};

use super::catalogue::{Catalogue, FoundColumn, FoundForeignKey, FoundKey, FoundTable, Role, table};
use super::expression::canonical;
use super::table::ForeignKey;

/// Compares by bytes, trailing blanks included.
const BY_BYTES: &str = "utf8mb4_nopad_bin";

#[derive(QueryableByName)]
struct TableRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    kind: String,
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
    collation_name: Option<String>,
    #[diesel(sql_type = Text)]
    nullable: String,
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    computed: Option<String>,
    #[diesel(sql_type = Text)]
    extra: String,
}

#[derive(QueryableByName)]
struct KeyRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    may_repeat: i64,
    #[diesel(sql_type = Nullable<Text>)]
    part: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    characters: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    direction: Option<String>,
    #[diesel(sql_type = Text)]
    method: String,
}

#[derive(QueryableByName)]
struct ReferenceRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    part: String,
    #[diesel(sql_type = Text)]
    parent: String,
    #[diesel(sql_type = Text)]
    parent_part: String,
    #[diesel(sql_type = Text)]
    on_delete: String,
    #[diesel(sql_type = Text)]
    on_update: String,
}

#[derive(QueryableByName)]
struct CheckRow {
    #[diesel(sql_type = Text)]
    owner: String,
    #[diesel(sql_type = Text)]
    expression: String,
}

#[derive(QueryableByName)]
struct OtherRow {
    #[diesel(sql_type = Text)]
    name: String,
}

const TABLES: &str = "SELECT t.table_name AS owner, t.table_type AS kind,
    CONCAT_WS(' ', t.engine, t.row_format, t.table_collation) AS made
    FROM information_schema.tables t WHERE t.table_schema = DATABASE() ORDER BY t.table_name";
const COLUMNS: &str = "SELECT c.table_name AS owner, c.column_name AS name, c.column_type AS native,
    c.collation_name AS collation_name, c.is_nullable AS nullable, c.column_default AS value,
    c.generation_expression AS computed, c.extra AS extra
    FROM information_schema.columns c WHERE c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position";
const KEYS: &str = "SELECT s.table_name AS owner, s.index_name AS name, CAST(s.non_unique AS SIGNED) AS may_repeat,
    s.column_name AS part, CAST(s.sub_part AS SIGNED) AS characters, s.collation AS direction, s.index_type AS method
    FROM information_schema.statistics s WHERE s.table_schema = DATABASE()
    ORDER BY s.table_name, s.index_name, s.seq_in_index";
const REFERENCES: &str = "SELECT r.table_name AS owner, r.constraint_name AS name, k.column_name AS part,
    k.referenced_table_name AS parent, k.referenced_column_name AS parent_part, r.delete_rule AS on_delete,
    r.update_rule AS on_update
    FROM information_schema.referential_constraints r JOIN information_schema.key_column_usage k
    ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
    AND k.table_name = r.table_name
    WHERE r.constraint_schema = DATABASE() ORDER BY r.table_name, r.constraint_name, k.ordinal_position";
const CHECKS: &str = "SELECT k.table_name AS owner, k.check_clause AS expression
    FROM information_schema.check_constraints k WHERE k.constraint_schema = DATABASE()";
const TRIGGERS: &str = "SELECT CONCAT('trigger ', g.trigger_name, ' of ', g.event_object_table) AS name
    FROM information_schema.triggers g WHERE g.trigger_schema = DATABASE()";

pub(super) fn read(connection: &mut Connection) -> Result<Catalogue, Failure> {
    let mut catalogue = Catalogue::default();
    for TableRow { owner, kind, made } in sql_query(TABLES).load(connection)? {
        if kind == "BASE TABLE" {
            catalogue.tables.push(FoundTable { name: owner, made, ..FoundTable::default() });
        } else {
            catalogue.others.insert(format!("{} {owner}", kind.to_lowercase()));
        }
    }
    for row in sql_query(COLUMNS).load::<ColumnRow>(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            owner.columns.push(row.into());
        }
    }
    for row in sql_query(KEYS).load::<KeyRow>(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            row.enter(owner);
        }
    }
    for row in sql_query(REFERENCES).load::<ReferenceRow>(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &row.owner) {
            row.enter(owner);
        }
    }
    for CheckRow { owner, expression } in sql_query(CHECKS).load(connection)? {
        if let Some(owner) = table(&mut catalogue.tables, &owner) {
            owner.checks.push(canonical(&expression, true));
        }
    }
    let triggers: Vec<OtherRow> = sql_query(TRIGGERS).load(connection)?;
    catalogue.others.extend(triggers.into_iter().map(|trigger| trigger.name));
    Ok(catalogue)
}

impl From<ColumnRow> for FoundColumn {
    fn from(row: ColumnRow) -> Self {
        let by_bytes = row.collation_name.as_deref() == Some(BY_BYTES);
        let kind = match (row.native.as_str(), &row.collation_name) {
            ("bigint(20)" | "bigint", _) => "integer".to_owned(),
            ("varchar(255)" | "longtext", _) if by_bytes => "text".to_owned(),
            (native, Some(collation)) if !by_bytes => format!("{native} compared by {collation}"),
            (native, _) => native.to_owned(),
        };
        let kind = match row.extra.as_str() {
            extra if extra.contains("auto_increment") => format!("{kind} that counts by itself"),
            _ => kind,
        };
        let collation =
            row.collation_name.map(|collation| format!(" COLLATE {collation}")).unwrap_or_default();
        // A column that may be NULL and has no other default is said to have the default NULL.
        let default = row.value.filter(|value| !value.eq_ignore_ascii_case("null"));
        Self {
            name: row.name,
            kind,
            native: row.native + &collation,
            required: row.nullable == "NO",
            default: default.map(|value| canonical(&value, true)),
            computed: row.computed.filter(|it| !it.is_empty()).map(|it| canonical(&it, true)),
        }
    }
}

impl KeyRow {
    fn enter(self, owner: &mut FoundTable) {
        let mut part = self.part.unwrap_or_else(|| "an expression".to_owned());
        let mut native = part.clone();
        if let Some(characters) = self.characters {
            native = format!("{native}({characters})");
        }
        if self.direction.as_deref() == Some("D") {
            part.push_str(" DESC");
            native.push_str(" DESC");
        }
        if let Some(key) = owner.keys.iter_mut().find(|key| key.name == self.name) {
            key.parts.push(part);
            let before = key.native.strip_suffix(')').unwrap_or(&key.native);
            key.native = format!("{before}, {native})");
            return;
        }
        let role = match (self.name.as_str(), self.may_repeat) {
            ("PRIMARY", _) => Role::Primary,
            (_, 0) => Role::Unique,
            _ => Role::Index,
        };
        let native = format!("{} ({native})", self.method);
        owner.keys.push(FoundKey {
            name: self.name,
            role,
            parts: vec![part],
            condition: String::new(),
            native,
        });
    }
}

impl ReferenceRow {
    fn enter(self, owner: &mut FoundTable) {
        if let Some(reference) = owner.foreign_keys.iter_mut().find(|it| it.name == self.name) {
            reference.key.columns.push(self.part);
            return reference.key.parent_columns.push(self.parent_part);
        }
        owner.foreign_keys.push(FoundForeignKey {
            name: self.name,
            native: format!("ON DELETE {} ON UPDATE {}", self.on_delete, self.on_update),
            key: ForeignKey {
                columns: vec![self.part],
                parent: self.parent,
                parent_columns: vec![self.parent_part],
                on_delete: ForeignKey::action(&self.on_delete),
                on_update: ForeignKey::action(&self.on_update),
            },
        });
    }
}
