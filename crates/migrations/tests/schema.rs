//! What Statehouse's own schema guarantees by itself, whatever the program does.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{Engine, Failure, FailureKind};
use statehouse_migrations::{MigrationSet, Migrator, Silent, Version};
use words::Database;

fn statehouse(database: &Database) -> MigrationSet {
    MigrationSet::statehouse(&database.url).unwrap()
}

fn current() -> Database {
    let database = Database::fresh();
    database.up(statehouse(&database)).unwrap();
    database
}

#[test]
fn up_down_up_leads_to_the_same_schema() {
    let database = current();
    let schema = database.schema();
    database.down(statehouse(&database), Version::NONE).unwrap();
    assert_eq!(database.tables(), Vec::<String>::new());
    database.up(statehouse(&database)).unwrap();
    assert_eq!(database.schema(), schema);
}

#[test]
fn every_single_migration_can_be_taken_back_and_leaves_what_was_before() {
    let database = Database::fresh();
    let migrator = Migrator::new(statehouse(&database));
    let mut before = Vec::new();
    for migration in migrator.set().iter() {
        migrator.up(&database.url, Some(migration.version), &mut Silent).unwrap();
        before.push(database.schema());
    }
    for schema in before.iter().rev() {
        assert_eq!(database.schema(), *schema);
        migrator.down(&database.url, None, &mut Silent).unwrap();
    }
}

#[test]
fn a_fresh_database_equals_one_that_was_upgraded_step_by_step() {
    let upgraded = Database::fresh();
    let migrator = Migrator::new(statehouse(&upgraded));
    for migration in migrator.set().iter() {
        migrator.up(&upgraded.url, Some(migration.version), &mut Silent).unwrap();
    }
    assert_eq!(upgraded.schema(), current().schema());
}

#[test]
fn the_log_begins_at_revision_zero() {
    let head = current().texts("SELECT CONCAT(id, ':', revision) AS value FROM head");
    assert_eq!(head, ["1:0"]);
}

/// A policy and a data source, each with what belongs to it. Names are quoted as MariaDB quotes them.
const CONTENTS: &str = "
    INSERT INTO commits VALUES (1, 0, 'somebody', 'req-1', 'batch-1');
    INSERT INTO changes VALUES (1, 0, 'policy', 'p1', NULL, '{}');
    INSERT INTO names VALUES ('alpha', 'policy'), ('beta', 'data_source');
    INSERT INTO policies (id, name, abbreviation, description, owner, kind, created_revision, created_index)
        VALUES ('p1', 'alpha', 'alpha', '', 'user', 'nonrecursive', 1, 0);
    INSERT INTO rules (id, policy_id, text, identity, comment, created_revision, created_index, head_table)
        VALUES ('r1', 'p1', 'q(1)', 'q(1)', '', 1, 1, 'q');
    INSERT INTO library_policies (id, name, abbreviation, description, kind, created_revision, created_index)
        VALUES ('l1', 'lib', 'lib', '', 'nonrecursive', 1, 4);
    INSERT INTO library_rules (library_policy_id, position, rule) VALUES ('l1', 0, 'q(1)');
    INSERT INTO data_sources (id, name, driver, enabled, created_revision, created_index)
        VALUES ('d1', 'beta', 'push', TRUE, 1, 2);
    INSERT INTO data_source_tables VALUES ('d1', 't', 1, 0, 1, 3);
    INSERT INTO data_source_rows (data_source_id, table_name, `row`) VALUES ('d1', 't', '[1]');";

#[test]
fn what_makes_no_sense_cannot_be_stored() {
    use FailureKind::{ForeignKeyViolation, UniqueViolation, ValueViolation};

    let database = current();
    let worded = |sql: &str| match database.url.engine() {
        Engine::Postgres => sql.replace('`', "\""),
        Engine::Sqlite | Engine::Mysql => sql.to_owned(),
    };
    database.execute(&worded(CONTENTS));
    let refused = [
        // A policy and a data source never share a name.
        ("INSERT INTO names VALUES ('alpha', 'data_source')", UniqueViolation),
        ("UPDATE data_sources SET name = 'alpha'", ForeignKeyViolation),
        ("UPDATE data_sources SET name = 'alpha', name_owner = 'policy'", ValueViolation),
        ("DELETE FROM names WHERE name = 'alpha'", ForeignKeyViolation),
        ("UPDATE policies SET name = 'unregistered'", ForeignKeyViolation),
        // Nothing is deleted from under what depends on it.
        ("DELETE FROM policies", ForeignKeyViolation),
        ("DELETE FROM data_sources", ForeignKeyViolation),
        ("DELETE FROM data_source_tables", ForeignKeyViolation),
        ("DELETE FROM commits", ForeignKeyViolation),
        // Once is enough.
        (
            "INSERT INTO rules (id, policy_id, text, identity, comment, created_revision, created_index, head_table) \
             VALUES ('r2', 'p1', ' q( 1 )', 'q(1)', '', 1, 1, 'q')",
            UniqueViolation,
        ),
        (
            "INSERT INTO library_rules (library_policy_id, position, rule) VALUES ('l1', 0, 'q(2)')",
            UniqueViolation,
        ),
        (
            "INSERT INTO data_source_rows (data_source_id, table_name, `row`) VALUES ('d1', 't', '[1]')",
            UniqueViolation,
        ),
        ("INSERT INTO commits VALUES (1, 0, 'somebody', 'req-2', 'batch-2')", UniqueViolation),
        // One head; known words; a change that changes something.
        ("INSERT INTO head VALUES (2, 0)", ValueViolation),
        ("UPDATE policies SET kind = 'weather'", ValueViolation),
        ("INSERT INTO changes VALUES (1, 1, 'weather', 'w', NULL, '{}')", ValueViolation),
        ("INSERT INTO changes VALUES (1, 1, 'policy', 'p1', NULL, NULL)", ValueViolation),
        ("UPDATE rules SET id = NULL", ValueViolation),
        // No rule without the table that it defines, and no rules of a library policy that is not there.
        ("UPDATE rules SET head_table = NULL", ValueViolation),
        (
            "INSERT INTO library_rules (library_policy_id, position, rule) VALUES ('l2', 0, 'q(1)')",
            ForeignKeyViolation,
        ),
        (
            "INSERT INTO library_rules (library_policy_id, position, rule) VALUES ('l1', -1, 'q(1)')",
            ValueViolation,
        ),
    ];
    let mut session = database.session();
    for (sql, kind) in refused {
        let failure = Failure::from(sql_query(worded(sql)).execute(&mut session).expect_err(sql));
        assert_eq!(failure.kind, kind, "{sql}: {}", failure.source);
    }
    // A number is a number (on SQLite: STRICT), and yes or no is one of two.
    for sql in ["UPDATE head SET revision = 'many'", "UPDATE data_sources SET enabled = 2"] {
        assert!(sql_query(sql).execute(&mut session).is_err(), "{sql}");
    }
}
