//! The schema is the same on every database, and whatever is different is told.
//!
//! `STATEHOUSE_TEST_DATABASES=postgres,mysql` compares SQLite with throwaway servers of these kinds.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Connection, DatabaseUrl, Engine, SessionOptions};
use statehouse_migrations::schema::Recorded;
use statehouse_migrations::{MigrationSet, Migrator, Schema, Silent, Version};
use statehouse_tests::Database;
use statehouse_tests::throwaway::{Error, Site};

fn session(database: &Database) -> Connection {
    let url: DatabaseUrl = database.url().parse().unwrap();
    Connection::open(&url, &SessionOptions::writer()).unwrap()
}

fn migrated(database: &Database) -> Schema {
    let url: DatabaseUrl = database.url().parse().unwrap();
    Migrator::new(MigrationSet::statehouse(&url).unwrap()).up(&url, None, &mut Silent).unwrap();
    Schema::of(&mut session(database)).unwrap()
}

#[test]
fn a_fresh_schema_is_the_same_on_every_database() -> Result<(), Error> {
    let sites = Site::asked_for()?;
    let databases: Vec<_> = sites.iter().map(Site::database).collect();
    let schemas: Vec<_> = databases.iter().map(migrated).collect();
    let text = schemas[0].to_string();
    for needed in [
        "table rules\n  column id: text not null\n",
        "  column enabled: boolean not null\n",
        "  primary key: (data_source_id, table_name, row)\n",
        "  unique (policy_id, identity)\n",
        "  foreign key (name, name_owner) references names (name, owner): on delete refused, on update refused\n",
        "  check (before IS NOT NULL OR after IS NOT NULL)\n",
        "  index commits_by_batch: (batch)\n",
    ] {
        assert!(text.contains(needed), "{needed}\nis not in\n{text}");
    }
    for (site, schema) in sites.iter().zip(&schemas) {
        assert_eq!(schema.to_string(), text, "{} and {}", site.name(), sites[0].name());
        assert_eq!(schema.differences_from(&schemas[0]), [], "{}", site.name());
        assert_eq!(exceptions(schema), expected_exceptions(schema.engine()), "{}", site.name());
    }
    Ok(())
}

/// Where what each engine makes is recorded, with what it begins with.
const RECORDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/particulars");
const BEGINS: &str = "# What each migration makes in the words of this engine alone: table, item, words. `migrate verify` compares with it what\n\
                      # it cannot compare with SQLite. `cargo xtask migrate record` writes this file.\n";

#[test]
fn what_each_migration_makes_in_an_engines_own_words_is_recorded() -> Result<(), Error> {
    for site in Site::asked_for()? {
        let database = site.database();
        let url: DatabaseUrl = database.url().parse().unwrap();
        let file = match url.engine() {
            Engine::Sqlite => continue,
            Engine::Postgres => format!("{RECORDED}/postgres.txt"),
            Engine::Mysql => format!("{RECORDED}/mysql.txt"),
        };
        let migrator = Migrator::new(MigrationSet::statehouse(&url).unwrap());
        let step = |version| {
            migrator.up(&url, Some(version), &mut Silent).unwrap();
            (version, Schema::of(&mut session(&database)).unwrap())
        };
        let steps: Vec<_> = migrator.set().iter().map(|migration| step(migration.version)).collect();
        let made = format!("{BEGINS}{}", Recorded::of(&steps));
        if std::env::var_os("STATEHOUSE_TEST_RECORD").is_some() {
            fs::write(&file, &made).unwrap();
        }
        let recorded = fs::read_to_string(&file).unwrap();
        assert!(
            made == recorded,
            "{file} is not what {} makes: run `cargo xtask migrate record`\n{made}",
            site.name()
        );
    }
    Ok(())
}

/// What changes the schema in a way that only one engine knows, and what `verify` tells of it.
const NATIVE_DRIFTS: &[(Engine, &str, &str)] = &[
    (
        Engine::Postgres,
        "ALTER TABLE servers SET UNLOGGED",
        "table servers: table on PostgreSQL (UNLOGGED) should not be there",
    ),
    (
        Engine::Postgres,
        "DROP INDEX commits_by_batch; CREATE INDEX commits_by_batch ON commits USING hash (batch)",
        "table commits: index commits_by_batch on PostgreSQL is `hash (batch)`, not `btree (batch)`",
    ),
    (
        Engine::Postgres,
        "DROP INDEX policy_tables_by_name",
        "table policy_tables: index policy_tables_by_name on PostgreSQL is missing (hash (name))",
    ),
    (
        Engine::Mysql,
        "ALTER TABLE leases ENGINE = Aria",
        "table leases: table on MariaDB is `Aria…`, not `InnoDB…`",
    ),
    (
        Engine::Mysql,
        "ALTER TABLE policies MODIFY description VARCHAR(255) NOT NULL",
        "table policies: column description on MariaDB is `varchar(255) …`, not `longtext …`",
    ),
    (
        Engine::Mysql,
        "ALTER TABLE policy_tables DROP INDEX policy_tables_by_name, ADD INDEX policy_tables_by_name (name(20))",
        "table policy_tables: index policy_tables_by_name on MariaDB is `BTREE (name(20))`, not `BTREE (name(190))`",
    ),
];

#[test]
fn verify_tells_what_only_one_engine_knows_and_nothing_between_two_phases() -> Result<(), Error> {
    for site in Site::asked_for()? {
        let url: DatabaseUrl = site.database().url().parse().unwrap();
        let drifts = NATIVE_DRIFTS.iter().filter(|(engine, ..)| *engine == url.engine());
        for (_, drift, expected) in drifts.chain([&(url.engine(), "", "")]) {
            let database = site.database();
            let url: DatabaseUrl = database.url().parse().unwrap();
            let reference = MigrationSet::statehouse(&DatabaseUrl::sqlite("any.db")).unwrap();
            let migrator = Migrator::statehouse(&url).unwrap().reference(reference);
            if drift.is_empty() {
                migrator.up(&url, Some(Version(3)), &mut Silent).unwrap();
                migrator.expand(&url, &mut Silent).unwrap();
                migrator.data(&url, &mut Silent).unwrap();
            } else {
                migrator.up(&url, None, &mut Silent).unwrap();
                session(&database).batch_execute(drift).unwrap();
            }
            let told: Vec<_> = migrator.verify(&url).unwrap().iter().map(ToString::to_string).collect();
            let is_told = match &told[..] {
                [] => drift.is_empty(),
                // Until its contract it is not as elsewhere (see ARCHITECTURE.md).
                [told] if drift.is_empty() => {
                    url.engine() == Engine::Mysql && told.starts_with("table rules: column head_table is ")
                }
                [told] => fits(told, expected),
                _ => false,
            };
            assert!(is_told, "{}: {drift}:\n{told:#?}", site.name());
        }
    }
    Ok(())
}

/// What stands for something else: everything but types, actions and how a table is kept, which each item has.
fn exceptions(schema: &Schema) -> Vec<String> {
    let everywhere = ["the engine's own word", "each engine has choices", "RESTRICT and NO ACTION"];
    let is_exception = |reason: &str| !everywhere.iter().any(|beginning| reason.starts_with(beginning));
    let exceptions = schema.particulars().iter().filter(|it| is_exception(it.reason));
    exceptions.map(|it| format!("{} {}: {}", it.table, it.item, it.words)).collect()
}

/// Item by item.
fn expected_exceptions(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Sqlite => &["data_sources column enabled: INTEGER, enabled IN (0, 1)"],
        Engine::Postgres => &[
            "changes index changes_by_entity: hash (entity_id)",
            "data_source_rows primary key: (data_source_id, table_name, row_digest)",
            r"data_source_rows column row_digest: bytea of row, sha256(replace(row, '\', '\\'))",
            "policy_tables index policy_tables_by_name: hash (name)",
            "policy_tables primary key: (policy_digest, name_digest)",
            r"policy_tables column policy_digest: bytea of policy, sha256(replace(policy, '\', '\\'))",
            r"policy_tables column name_digest: bytea of name, sha256(replace(name, '\', '\\'))",
            "rules unique (policy_id, identity): (policy_id, identity_digest)",
            r"rules column identity_digest: bytea of identity, sha256(replace(identity, '\', '\\'))",
        ],
        Engine::Mysql => &[
            "changes index changes_by_entity: BTREE (entity, entity_id(190))",
            "data_source_rows primary key: BTREE (data_source_id, table_name, row_digest)",
            "data_source_rows column row_digest: binary(32) of row, unhex(sha2(row, 256))",
            "data_sources index name_2: BTREE (name, name_owner)",
            "data_sources column enabled: tinyint(1), enabled IN (0, 1)",
            "policies index name_2: BTREE (name, name_owner)",
            "policy_tables index policy_tables_by_name: BTREE (name(190))",
            "policy_tables primary key: BTREE (policy_digest, name_digest)",
            "policy_tables column policy_digest: binary(32) of policy, unhex(sha2(policy, 256))",
            "policy_tables column name_digest: binary(32) of name, unhex(sha2(name, 256))",
            "rules unique (policy_id, identity): BTREE (policy_id, identity_digest)",
            "rules index rules_by_head_table: BTREE (head_table(190))",
            "rules column identity_digest: binary(32) of identity, unhex(sha2(identity, 256))",
        ],
    }
}

/// A schema to change one thing of. `{long}` is a text that is part of no key.
const BASE: &str = "
    CREATE TABLE parent (id {integer} PRIMARY KEY NOT NULL){end};
    CREATE TABLE child (
        id {integer} NOT NULL,
        parent_id {integer} NOT NULL,
        name {text} DEFAULT 'x' NOT NULL,
        flag {boolean},
        note {long},
        PRIMARY KEY (id),
        UNIQUE (parent_id, name),
        CHECK (id > 0),
        FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE RESTRICT
    ){end};
    CREATE INDEX child_by_name ON child (name);";

/// What is changed into what, and everything that is told of it. `…` stands for an engine's own words.
const DRIFTS: &[(&str, &str, &[&str])] = &[
    ("note {long},", "", &["table child: column note is missing (text)"]),
    (
        "note {long},",
        "note {long}, more {integer},",
        &["table child: column more (integer) should not be there"],
    ),
    (
        "note {long}",
        "memo {long}",
        &[
            "table child: column memo (text) should not be there",
            "table child: column note is missing (text)",
        ],
    ),
    ("note {long}", "note {long} NOT NULL", &["table child: column note is `text not null`, not `text`"]),
    ("note {long}", "note {integer}", &["table child: column note is `integer`, not `text`"]),
    (
        "flag {boolean}",
        "flag {integer} NOT NULL",
        &["table child: column flag is `integer not null`, not `boolean not null`"],
    ),
    (
        "name {text}",
        "name {other_order}",
        &["table child: column name is `…`, not `text not null default 'x'`"],
    ),
    (
        "DEFAULT 'x'",
        "DEFAULT 'y'",
        &["table child: column name is `text not null default 'y'`, not `text not null default 'x'`"],
    ),
    ("DEFAULT 'x'", "", &["table child: column name is `text not null`, not `text not null default 'x'`"]),
    (
        "parent_id {integer} NOT NULL,
        name {text} DEFAULT 'x' NOT NULL,",
        "name {text} DEFAULT 'x' NOT NULL,
        parent_id {integer} NOT NULL,",
        &[
            "table child: order of columns is `(id, name, parent_id, flag, note)`, not `(id, parent_id, name, flag, note)`",
        ],
    ),
    ("PRIMARY KEY (id)", "PRIMARY KEY (id, name)", &["table child: primary key is `(id, name)`, not `(id)`"]),
    ("UNIQUE (parent_id, name),", "", &["table child: unique (parent_id, name) is missing"]),
    (
        "UNIQUE (parent_id, name)",
        "UNIQUE (parent_id, flag)",
        &[
            "table child: unique (parent_id, flag) should not be there",
            "table child: unique (parent_id, name) is missing",
        ],
    ),
    ("CHECK (id > 0),", "", &["table child: check (id > 0) is missing"]),
    (
        "CHECK (id > 0)",
        "CHECK (id > 1)",
        &["table child: check (id > 0) is missing", "table child: check (id > 1) should not be there"],
    ),
    (
        ",
        FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE RESTRICT",
        "",
        &[
            "table child: foreign key (parent_id) references parent (id) is missing (on delete refused, on update refused)",
        ],
    ),
    (
        "ON DELETE RESTRICT",
        "ON DELETE CASCADE",
        &[
            "table child: foreign key (parent_id) references parent (id) is `on delete cascade, on update refused`, not \
         `on delete refused, on update refused`",
        ],
    ),
    (
        "ON DELETE RESTRICT",
        "ON DELETE RESTRICT ON UPDATE CASCADE",
        &[
            "table child: foreign key (parent_id) references parent (id) is `on delete refused, on update cascade`, not \
         `on delete refused, on update refused`",
        ],
    ),
    (
        "CREATE INDEX child_by_name ON child (name);",
        "",
        &["table child: index child_by_name is missing ((name))"],
    ),
    (
        "ON child (name)",
        "ON child (name, flag)",
        &["table child: index child_by_name is `(name, flag)`, not `(name)`"],
    ),
    (
        "CREATE INDEX",
        "CREATE UNIQUE INDEX",
        &[
            "table child: index child_by_name is missing ((name))",
            "table child: unique (name) should not be there",
        ],
    ),
    (
        "CREATE INDEX",
        "CREATE TABLE third (id {integer}){end}; CREATE INDEX",
        &["table third should not be there"],
    ),
    (
        "CREATE INDEX",
        "CREATE VIEW shown AS SELECT id FROM child; CREATE INDEX",
        &["view shown… should not be there"],
    ),
];

/// What only one engine can have, and only databases of that engine are compared in.
const PARTICULAR_DRIFTS: &[(Engine, &str, &str, &[&str])] = &[
    (
        Engine::Sqlite,
        ") STRICT;\n    CREATE INDEX",
        ") STRICT, WITHOUT ROWID;\n    CREATE INDEX",
        &["table child: table on SQLite is `STRICT, WITHOUT ROWID`, not `STRICT`"],
    ),
    (
        Engine::Sqlite,
        "CREATE INDEX child_by_name ON child (name)",
        "CREATE INDEX child_by_name ON child (name) WHERE id > 5",
        &["table child: index child_by_name is `(name) where id > 5`, not `(name)`"],
    ),
    (
        Engine::Postgres,
        "ON child (name)",
        "ON child USING hash (name)",
        &["table child: index child_by_name on PostgreSQL is `hash (name)`, not `btree (name)`"],
    ),
    (
        Engine::Postgres,
        "ON child (name)",
        "ON child (name DESC)",
        &["table child: index child_by_name is `(name DESC)`, not `(name)`"],
    ),
    (
        Engine::Postgres,
        "note {long}",
        "note varchar(10) COLLATE \"C\"",
        &["table child: column note is `…`, not `text`"],
    ),
    (
        Engine::Postgres,
        "ON DELETE RESTRICT",
        "ON DELETE NO ACTION",
        &[
            "table child: foreign key (parent_id) references parent (id) on PostgreSQL is `ON DELETE NO ACTION ON UPDATE \
         NO ACTION`, not `ON DELETE RESTRICT ON UPDATE NO ACTION`",
        ],
    ),
    (
        Engine::Mysql,
        "note {long}",
        "note varchar(255)",
        &["table child: column note on MariaDB is `varchar(255)…`, not `longtext…`"],
    ),
    (
        Engine::Mysql,
        "note {long}",
        "note varchar(10)",
        &["table child: column note is `varchar(10)`, not `text`"],
    ),
    (
        Engine::Mysql,
        "ON child (name)",
        "ON child (name(5))",
        &["table child: index child_by_name on MariaDB is `BTREE (name(5))`, not `BTREE (name)`"],
    ),
];

fn worded(engine: Engine, sql: &str) -> String {
    let words: [(&str, [&str; 3]); 6] = [
        ("{integer}", ["INTEGER", "BIGINT", "BIGINT"]),
        ("{text}", ["TEXT", "TEXT COLLATE \"C\"", "VARCHAR(255)"]),
        ("{long}", ["TEXT", "TEXT COLLATE \"C\"", "LONGTEXT"]),
        (
            "{boolean}",
            [
                "INTEGER NOT NULL CHECK (flag IN (0, 1))",
                "BOOLEAN NOT NULL",
                "BOOLEAN NOT NULL CHECK (flag IN (0, 1))",
            ],
        ),
        ("{other_order}", ["TEXT COLLATE NOCASE", "TEXT", "VARCHAR(255) COLLATE utf8mb4_bin"]),
        ("{end}", [" STRICT", "", " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"]),
    ];
    words.iter().fold(sql.to_owned(), |sql, (word, [sqlite, postgres, mysql])| {
        sql.replace(
            word,
            match engine {
                Engine::Sqlite => sqlite,
                Engine::Postgres => postgres,
                Engine::Mysql => mysql,
            },
        )
    })
}

/// Makes these tables in the place of those that are there.
fn remade(session: &mut Connection, sql: &str) -> Schema {
    session.batch_execute("DROP VIEW IF EXISTS shown").unwrap();
    for table in ["third", "child", "parent"] {
        session.batch_execute(&format!("DROP TABLE IF EXISTS {table}")).unwrap();
    }
    for statement in sql.split(';').filter(|statement| !statement.trim().is_empty()) {
        session.batch_execute(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    Schema::of(session).unwrap()
}

/// Whether what is told fits the expectation, in which `…` stands for anything.
fn fits(told: &str, expected: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = parts.next().and_then(|first| told.strip_prefix(first)) else { return false };
    let mut last = "";
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        last = part;
    }
    rest.is_empty() || (last.is_empty() && expected.ends_with('…'))
}

#[test]
fn every_kind_of_drift_is_told_on_every_database() -> Result<(), Error> {
    for site in Site::asked_for()? {
        let database = site.database();
        let session = &mut session(&database);
        let engine = session.engine();
        let base = remade(session, &worded(engine, BASE));
        assert_eq!(remade(session, &worded(engine, BASE)).differences_from(&base), [], "{}", site.name());
        let own = PARTICULAR_DRIFTS.iter().filter(|(of, ..)| *of == engine);
        let own = own.map(|(_, from, to, expected)| (worded(engine, from), worded(engine, to), *expected));
        let drifts =
            DRIFTS.iter().map(|(from, to, expected)| (worded(engine, from), worded(engine, to), *expected));
        for (from, to, expected) in drifts.chain(own) {
            let base_sql = worded(engine, BASE);
            assert!(base_sql.contains(&from), "{from}");
            let told: Vec<_> = remade(session, &base_sql.replacen(&from, &to, 1))
                .differences_from(&base)
                .iter()
                .map(ToString::to_string)
                .collect();
            let fitting =
                told.len() == expected.len() && told.iter().zip(expected).all(|(told, it)| fits(told, it));
            assert!(fitting, "{}: {from:?} to {to:?}:\n{told:#?}\n{expected:#?}", site.name());
        }
    }
    Ok(())
}
