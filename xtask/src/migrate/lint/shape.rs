//! What a statement does, as far as the rules are concerned.

use super::super::sql::{Reader, Statement};

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape<'s> {
    CreateTable {
        table: &'s str,
        again: bool,
    },
    CreateIndex {
        table: &'s str,
        unique: bool,
        concurrently: bool,
        again: bool,
    },
    /// A view, a trigger, a type, a function.
    CreateOther {
        again: bool,
    },
    DropTable {
        tables: Vec<&'s str>,
        again: bool,
    },
    DropIndex {
        concurrently: bool,
        again: bool,
    },
    DropOther {
        again: bool,
    },
    AlterTable {
        table: &'s str,
        clauses: Vec<Clause<'s>>,
        unlocked: bool,
    },
    Insert {
        table: &'s str,
        from_rows: bool,
        again: bool,
    },
    /// UPDATE, DELETE, TRUNCATE.
    Change {
        verb: &'static str,
        table: &'s str,
    },
    /// It begins or ends a transaction.
    Transaction {
        verb: &'static str,
    },
    /// VACUUM, CLUSTER, REINDEX, OPTIMIZE.
    Rebuild {
        verb: &'static str,
    },
    /// LOCK TABLE.
    Lock,
    Other,
}

/// A part of ALTER TABLE. `again`: it can be run again and does no harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clause<'s> {
    AddColumn {
        column: &'s str,
        again: bool,
        not_null: bool,
        default: Filled,
        stored: bool,
    },
    AddConstraint {
        /// None where the database finds one.
        name: Option<&'s str>,
        kind: &'static str,
        /// The column of which it says that it is not NULL, and nothing else.
        fills: Option<&'s str>,
        again: bool,
        not_valid: bool,
        using_index: bool,
    },
    AddIndex {
        unique: bool,
        again: bool,
    },
    DropColumn {
        column: &'s str,
        again: bool,
    },
    DropConstraint {
        name: &'s str,
        again: bool,
    },
    DropOther {
        what: &'static str,
        again: bool,
    },
    Rename {
        again: bool,
    },
    RenameTable {
        to: &'s str,
    },
    SetNotNull {
        column: &'s str,
    },
    ChangeType {
        column: &'s str,
    },
    DropDefault {
        column: &'s str,
    },
    /// MODIFY and CHANGE on MariaDB.
    Modify {
        column: &'s str,
        again: bool,
    },
    ValidateConstraint {
        name: &'s str,
    },
    /// How the whole table is kept: its engine, its row format, its characters.
    Storage {
        verb: &'static str,
    },
    Other,
}

/// What a new column is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filled {
    None,
    Constant,
    /// A function, which may answer differently for each row.
    Call,
}

pub(super) fn of(statement: &Statement) -> Shape<'_> {
    let mut reader = Reader::new(&statement.terms);
    // It is a block of MariaDB's, and no transaction.
    if reader.take("BEGIN NOT ATOMIC") {
        return Shape::Other;
    }
    if let Some(verb) =
        reader.take_any(&["BEGIN", "START TRANSACTION", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "END"])
    {
        return Shape::Transaction { verb };
    }
    if reader.take("CREATE") {
        return create(reader);
    }
    if reader.take("DROP") {
        return drop(reader);
    }
    if reader.take("ALTER ONLINE TABLE") || reader.take("ALTER TABLE") {
        return alter_table(reader).unwrap_or(Shape::Other);
    }
    if reader.take("RENAME TABLE") {
        let again = reader.take("IF EXISTS");
        let table = reader.name().unwrap_or_default();
        return Shape::AlterTable { table, clauses: vec![Clause::Rename { again }], unlocked: false };
    }
    if reader.take("INSERT") || reader.take("REPLACE") {
        return insert(statement);
    }
    change(reader)
}

fn change(mut reader: Reader<'_>) -> Shape<'_> {
    if let Some(verb) = reader.take_any(&["UPDATE", "DELETE FROM", "TRUNCATE TABLE", "TRUNCATE"]) {
        reader.take("ONLY");
        return Shape::Change { verb, table: reader.name().unwrap_or_default() };
    }
    if let Some(verb) = reader.take_any(&["VACUUM", "CLUSTER", "REINDEX", "OPTIMIZE"]) {
        return Shape::Rebuild { verb };
    }
    if reader.take("LOCK TABLES") || reader.take("LOCK TABLE") || reader.take("LOCK") {
        return Shape::Lock;
    }
    Shape::Other
}

fn create(mut reader: Reader<'_>) -> Shape<'_> {
    let replaces = reader.take("OR REPLACE");
    if reader.take("TABLE") || reader.take("UNLOGGED TABLE") {
        let again = reader.take("IF NOT EXISTS") || replaces;
        return Shape::CreateTable { table: reader.name().unwrap_or_default(), again };
    }
    let unique = reader.take("UNIQUE");
    if reader.take("INDEX") {
        let concurrently = reader.take("CONCURRENTLY");
        let again = reader.take("IF NOT EXISTS") || replaces;
        reader.skip_past("ON");
        reader.take("ONLY");
        let table = reader.name().unwrap_or_default();
        return Shape::CreateIndex { table, unique, concurrently, again };
    }
    Shape::CreateOther { again: replaces || reader.has("IF NOT EXISTS") }
}

fn drop(mut reader: Reader<'_>) -> Shape<'_> {
    if reader.take("TABLE") {
        let again = reader.take("IF EXISTS");
        let tables = reader.parts().into_iter().filter_map(|mut part| part.name()).collect();
        return Shape::DropTable { tables, again };
    }
    if reader.take("INDEX") {
        let concurrently = reader.take("CONCURRENTLY");
        return Shape::DropIndex { concurrently, again: reader.take("IF EXISTS") };
    }
    Shape::DropOther { again: reader.has("IF EXISTS") }
}

fn insert(statement: &Statement) -> Shape<'_> {
    let mut reader = Reader::new(&statement.terms);
    let tolerant = ["REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT IGNORE"];
    let mut again = reader.take_any(&tolerant).is_some();
    reader.take("INSERT");
    reader.take("INTO");
    let table = reader.name().unwrap_or_default();
    again |= ["ON DUPLICATE KEY UPDATE", "ON CONFLICT", "NOT EXISTS"].iter().any(|words| reader.has(words));
    Shape::Insert { table, from_rows: reader.has("SELECT") && reader.has("FROM"), again }
}

fn alter_table(mut reader: Reader<'_>) -> Option<Shape<'_>> {
    reader.take("IF EXISTS");
    reader.take("ONLY");
    let table = reader.name()?;
    // Either makes MariaDB refuse what it could not do without keeping everybody waiting.
    let says = |mut part: Reader<'_>, what, value| part.take(what) && part.has(value);
    let unlocked = |part: Reader<'_>| says(part, "LOCK", "NONE") || says(part, "ALGORITHM", "INSTANT");
    let unlocked = reader.parts().into_iter().any(unlocked);
    let clauses = reader.parts().into_iter().map(clause).collect();
    Some(Shape::AlterTable { table, clauses, unlocked })
}

fn clause(mut reader: Reader<'_>) -> Clause<'_> {
    if reader.take("ADD") {
        return add(reader);
    }
    if reader.take("DROP") {
        return drop_part(reader);
    }
    if reader.take("RENAME") {
        if reader.take("TO") {
            return Clause::RenameTable { to: reader.name().unwrap_or_default() };
        }
        return Clause::Rename { again: reader.has("IF EXISTS") };
    }
    if let Some(verb) = reader.take_any(&["MODIFY", "CHANGE"]) {
        reader.take("COLUMN");
        // CHANGE may give another name, and finds nothing by the old one when it is run again.
        let again = reader.take("IF EXISTS") || verb == "MODIFY";
        return Clause::Modify { column: reader.name().unwrap_or_default(), again };
    }
    if reader.take("VALIDATE CONSTRAINT") {
        return Clause::ValidateConstraint { name: reader.name().unwrap_or_default() };
    }
    if reader.take("ALTER") {
        return alter_column(reader);
    }
    let storage =
        ["CONVERT TO", "ENGINE", "ROW_FORMAT", "SET TABLESPACE", "SET LOGGED", "SET UNLOGGED", "FORCE"];
    reader.take_any(&storage).map_or(Clause::Other, |verb| Clause::Storage { verb })
}

fn alter_column(mut reader: Reader<'_>) -> Clause<'_> {
    reader.take("COLUMN");
    let column = reader.name().unwrap_or_default();
    if reader.take("SET NOT NULL") {
        return Clause::SetNotNull { column };
    }
    if reader.take("DROP DEFAULT") {
        return Clause::DropDefault { column };
    }
    if reader.take("TYPE") || reader.take("SET DATA TYPE") {
        return Clause::ChangeType { column };
    }
    Clause::Other
}

fn drop_part(mut reader: Reader<'_>) -> Clause<'_> {
    if reader.take("CONSTRAINT") {
        let again = reader.take("IF EXISTS");
        return Clause::DropConstraint { name: reader.name().unwrap_or_default(), again };
    }
    let kinds = ["PRIMARY KEY", "FOREIGN KEY", "INDEX", "KEY", "CHECK"];
    if let Some(what) = reader.take_any(&kinds) {
        return Clause::DropOther { what, again: reader.take("IF EXISTS") };
    }
    reader.take("COLUMN");
    let again = reader.take("IF EXISTS");
    Clause::DropColumn { column: reader.name().unwrap_or_default(), again }
}

fn add(mut reader: Reader<'_>) -> Clause<'_> {
    let again = reader.has("IF NOT EXISTS");
    let mut name = None;
    if reader.take("CONSTRAINT") {
        reader.take("IF NOT EXISTS");
        // The name may be left out on MariaDB.
        if !is_constraint(reader) {
            name = reader.name();
        }
    }
    if let Some(kind) = is_constraint(reader).then(|| reader.take_any(&CONSTRAINTS)).flatten() {
        let not_valid = reader.has("NOT VALID");
        let using_index = reader.has("USING INDEX");
        return Clause::AddConstraint { name, kind, fills: fills(reader), again, not_valid, using_index };
    }
    if reader.take("INDEX") || reader.take("KEY") {
        return Clause::AddIndex { unique: false, again };
    }
    reader.take("COLUMN");
    reader.take("IF NOT EXISTS");
    let column = reader.name().unwrap_or_default();
    let default = default_of(reader);
    let not_null = reader.has("NOT NULL");
    let stored = reader.has("STORED") || reader.has("PERSISTENT");
    Clause::AddColumn { column, again, not_null, default, stored }
}

const CONSTRAINTS: [&str; 4] = ["UNIQUE", "PRIMARY KEY", "FOREIGN KEY", "CHECK"];

/// The column of `(column IS NOT NULL)`, where that is all a check says.
fn fills(mut check: Reader<'_>) -> Option<&str> {
    let column = check.open().then(|| check.name()).flatten()?;
    (check.take("IS NOT NULL") && check.closes()).then_some(column)
}

fn is_constraint(mut reader: Reader<'_>) -> bool {
    reader.take_any(&CONSTRAINTS).is_some()
}

fn default_of(mut column: Reader<'_>) -> Filled {
    // A column that is computed has its value, and one that counts by itself.
    if column.has("GENERATED") || column.has("AS") || column.has("AUTO_INCREMENT") {
        return Filled::Constant;
    }
    if !column.skip_past("DEFAULT") {
        return Filled::None;
    }
    if column.take("CURRENT_TIMESTAMP") || column.take("NOW") {
        return Filled::Constant;
    }
    let is_call = column.opens() || (column.name().is_some() && column.opens());
    if is_call { Filled::Call } else { Filled::Constant }
}

#[cfg(test)]
mod tests {
    use super::super::super::folders::Engine;
    use super::super::super::sql;
    use super::*;

    fn alter(engine: Engine, clauses: &str, expected: &[Clause<'_>]) {
        let script = sql::read(engine, &format!("ALTER TABLE IF EXISTS t {clauses}")).unwrap();
        let Shape::AlterTable { table: "t", clauses, .. } = of(&script.statements[0]) else {
            panic!("{script:?}")
        };
        assert_eq!(clauses, expected, "{script:?}");
    }

    #[test]
    fn a_column_is_told_from_a_constraint() {
        let column = |column, not_null, default, stored| Clause::AddColumn {
            column,
            again: false,
            not_null,
            default,
            stored,
        };
        let constraint = |name, kind, fills, not_valid| Clause::AddConstraint {
            name,
            kind,
            fills,
            again: false,
            not_valid,
            using_index: false,
        };
        let cases: [(&str, Clause<'_>); 10] = [
            ("ADD a TEXT", column("a", false, Filled::None, false)),
            ("ADD COLUMN \"check\" TEXT NOT NULL", column("check", true, Filled::None, false)),
            ("ADD COLUMN a BIGINT NOT NULL DEFAULT 0", column("a", true, Filled::Constant, false)),
            ("ADD a TIMESTAMP DEFAULT now()", column("a", false, Filled::Constant, false)),
            ("ADD a UUID DEFAULT gen_random_uuid()", column("a", false, Filled::Call, false)),
            ("ADD a TEXT GENERATED ALWAYS AS (lower(b)) STORED", column("a", false, Filled::Constant, true)),
            (
                "ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID",
                constraint(Some("c"), "CHECK", Some("a"), true),
            ),
            ("ADD CHECK (a IS NOT NULL OR b)", constraint(None, "CHECK", None, false)),
            ("ADD UNIQUE (a, b)", constraint(None, "UNIQUE", None, false)),
            (
                "ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES b (c)",
                constraint(Some("f"), "FOREIGN KEY", None, false),
            ),
        ];
        for (text, clause) in cases {
            alter(Engine::Postgres, text, &[clause]);
        }
    }

    #[test]
    fn commas_in_parentheses_part_no_clauses() {
        let text = "ADD COLUMN IF NOT EXISTS a DECIMAL(1, 2), DROP COLUMN IF EXISTS `b`, MODIFY c TEXT";
        let added = Clause::AddColumn {
            column: "a",
            again: true,
            not_null: false,
            default: Filled::None,
            stored: false,
        };
        let expected = [
            added,
            Clause::DropColumn { column: "b", again: true },
            Clause::Modify { column: "c", again: true },
        ];
        alter(Engine::Mysql, text, &expected);
    }

    #[test]
    fn an_index_is_found_with_its_table() {
        let text = "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON public.rules USING hash (name)";
        let script = sql::read(Engine::Postgres, text).unwrap();
        let expected = Shape::CreateIndex { table: "rules", unique: true, concurrently: true, again: true };
        assert_eq!(of(&script.statements[0]), expected);
    }
}
