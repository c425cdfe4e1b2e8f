//! The tables of Congress's newest revision on SQLite, as its Alembic migrations leave them.

/// In order. `policies` is a table that was made anew by the migration before the last; `name` in `policy_rules` was added.
pub(super) const STATEMENTS: &[&str] = &[
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, \
     CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
    "INSERT INTO alembic_version VALUES ('c0125080d572')",
    "CREATE TABLE policy_rules (id VARCHAR(36) NOT NULL, rule TEXT NOT NULL, comment VARCHAR(255) NOT NULL, \
     policy_name VARCHAR(255) NOT NULL, deleted VARCHAR(36) DEFAULT '', created_at DATETIME NOT NULL, \
     deleted_at DATETIME, updated_at DATETIME, name VARCHAR(255), PRIMARY KEY (id))",
    "CREATE TABLE datasources (id VARCHAR(36) NOT NULL, name VARCHAR(255), driver VARCHAR(255), config TEXT NOT NULL, \
     description TEXT, enabled BOOLEAN, PRIMARY KEY (id), UNIQUE (name), CHECK (enabled IN (0, 1)))",
    "CREATE TABLE dstabledata (ds_id VARCHAR(36) NOT NULL, tablename VARCHAR(255) NOT NULL, tabledata TEXT NOT NULL, \
     PRIMARY KEY (ds_id, tablename))",
    "CREATE TABLE policiesdeleted (id VARCHAR(36) NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME, \
     deleted_at DATETIME, deleted VARCHAR(36) DEFAULT '', name VARCHAR(255) NOT NULL, abbreviation VARCHAR(5) NOT NULL, \
     description TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (id))",
    "CREATE TABLE policies (id VARCHAR(36) NOT NULL, created_at DATETIME NOT NULL, updated_at DATETIME, \
     deleted_at DATETIME, deleted VARCHAR(36) DEFAULT (''), name VARCHAR(255) NOT NULL, abbreviation VARCHAR(5) NOT NULL, \
     description TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (id), \
     CONSTRAINT policies_name_key UNIQUE (name))",
    "CREATE TABLE library_policies (id VARCHAR(36) NOT NULL, name VARCHAR(255) NOT NULL, abbreviation VARCHAR(5) NOT NULL, \
     description TEXT NOT NULL, kind TEXT NOT NULL, rules TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (name))",
];
