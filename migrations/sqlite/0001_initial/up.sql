-- The first schema: the log of changes, and the state it leads to.
--
-- Conventions. Ids are text made by the server. Times are microseconds since 1970, UTC. JSON is text.
-- Nothing counts by itself (no AUTOINCREMENT): numbers come from the one log. STRICT, because SQLite would
-- otherwise store 'abc' in a number's column. WITHOUT ROWID where the key is the larger part of the row or
-- rows are read in the order of the key. (created_revision, created_index) is the place in the log where a
-- thing was created; lists are sorted by it, so that their order never changes.

-- The newest revision: one row, moved by compare-and-set (UPDATE ... WHERE revision = <the one decided on>).
CREATE TABLE head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;

INSERT INTO head (id, revision) VALUES (1, 0);

-- What the database knows about itself, outside the log: how to recognise the key that its secrets are sealed with.
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per accepted command. Commands that were stored by one COMMIT share a batch token: when that COMMIT
-- gets no answer, the server looks for the token to learn whether it took effect.
CREATE TABLE commits (
    revision INTEGER NOT NULL PRIMARY KEY,
    committed_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    request_id TEXT NOT NULL,
    batch TEXT NOT NULL
) STRICT;

CREATE INDEX commits_by_batch ON commits (batch);

-- What each commit changed, as JSON: no `before` is a creation, no `after` a deletion.
CREATE TABLE changes (
    revision INTEGER NOT NULL REFERENCES commits (revision) ON DELETE RESTRICT,
    change_index INTEGER NOT NULL CHECK (change_index >= 0),
    entity TEXT NOT NULL
        CHECK (entity IN ('policy', 'rule', 'table', 'library_policy', 'data_source', 'rows')),
    entity_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (revision, change_index),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The history of one thing.
CREATE INDEX changes_by_entity ON changes (entity, entity_id);

-- A rule says `name:table(...)` for policies and data sources alike, so the two share one set of names. A name is
-- taken here once, for one kind of owner, and the owner refers to it together with its kind; so no name can have
-- owners of both kinds, and no trigger is needed. (The `name_owner` columns below are constants for that reason.)
CREATE TABLE names (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL CHECK (owner IN ('policy', 'data_source')),
    UNIQUE (name, owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE policies (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    name_owner TEXT NOT NULL DEFAULT 'policy' CHECK (name_owner = 'policy'),
    abbreviation TEXT NOT NULL,
    description TEXT NOT NULL,
    owner TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('nonrecursive', 'action', 'database', 'materialized', 'datasource', 'z3')),
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL,
    FOREIGN KEY (name, name_owner) REFERENCES names (name, owner) ON DELETE RESTRICT
) STRICT;

-- `identity` is the rule in canonical form: a policy does not hold the same rule twice, however it is written.
CREATE TABLE rules (
    id TEXT NOT NULL PRIMARY KEY,
    policy_id TEXT NOT NULL REFERENCES policies (id) ON DELETE RESTRICT,
    text TEXT NOT NULL,
    identity TEXT NOT NULL,
    name TEXT,
    comment TEXT NOT NULL,
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL,
    UNIQUE (policy_id, identity)
) STRICT;

-- The tables that rules have mentioned, and with how many columns. By the policy's name and without a reference,
-- because a rule may mention a policy that does not exist (yet, or any more).
CREATE TABLE policy_tables (
    policy TEXT NOT NULL,
    name TEXT NOT NULL,
    columns INTEGER NOT NULL CHECK (columns >= 0),
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL,
    PRIMARY KEY (policy, name)
) STRICT, WITHOUT ROWID;

-- Policies kept on the shelf; a library policy may have the name of a policy in force. `rules` is JSON and stays
-- in one piece: the library does not look into it.
CREATE TABLE library_policies (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    abbreviation TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('nonrecursive', 'action', 'database', 'materialized', 'datasource', 'z3')),
    rules TEXT NOT NULL,
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL
) STRICT;

-- `config` is JSON; the fields that the driver declares secret are sealed before they come here.
CREATE TABLE data_sources (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    name_owner TEXT NOT NULL DEFAULT 'data_source' CHECK (name_owner = 'data_source'),
    driver TEXT NOT NULL,
    description TEXT,
    type TEXT,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    config TEXT,
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL,
    FOREIGN KEY (name, name_owner) REFERENCES names (name, owner) ON DELETE RESTRICT
) STRICT;

-- The tables of a data source that have received rows: how often, and when last.
CREATE TABLE data_source_tables (
    data_source_id TEXT NOT NULL REFERENCES data_sources (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    updates INTEGER NOT NULL CHECK (updates >= 0),
    updated_at INTEGER NOT NULL,
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL,
    PRIMARY KEY (data_source_id, name)
) STRICT, WITHOUT ROWID;

-- A table is a set: the row itself (compact JSON) is part of the key.
CREATE TABLE data_source_rows (
    data_source_id TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (data_source_id, table_name, row),
    FOREIGN KEY (data_source_id, table_name)
        REFERENCES data_source_tables (data_source_id, name) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
