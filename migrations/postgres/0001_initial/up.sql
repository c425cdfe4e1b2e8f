-- The first schema: the log of changes, and the state it leads to.
--
-- Conventions. Ids are text made by the server. Times are microseconds since 1970, UTC. JSON is text, because it has to
-- come back byte by byte. Nothing counts by itself (no sequences): numbers come from the one log. Texts are compared and
-- ordered by bytes (COLLATE "C"), as on every other database this program uses. U+0000, which PostgreSQL does not keep,
-- is written as U+001A and a digit (see the module `text` of crates/db). (created_revision, created_index) is the place in
-- the log where a thing was created; lists are sorted by it, so that their order never changes.
--
-- A key of an index has at most 2704 bytes (a third of a page). Where a key may be longer, its SHA-256 stands for it. The
-- cast to bytea reads backslashes as escapes, so they are doubled; unlike convert_to() it may be used in a column.

-- The newest revision: one row, moved by compare-and-set (UPDATE ... WHERE revision = <the one decided on>).
CREATE TABLE head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL CHECK (revision >= 0)
);

INSERT INTO head (id, revision) VALUES (1, 0);

-- What the database knows about itself, outside the log: how to recognise the key that its secrets are sealed with.
CREATE TABLE settings (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

-- One row per accepted command. Commands that were stored by one COMMIT share a batch token: when that COMMIT
-- gets no answer, the server looks for the token to learn whether it took effect.
CREATE TABLE commits (
    revision BIGINT NOT NULL PRIMARY KEY,
    committed_at BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    request_id TEXT COLLATE "C" NOT NULL,
    batch TEXT COLLATE "C" NOT NULL
);

CREATE INDEX commits_by_batch ON commits (batch);

-- What each commit changed, as JSON: no `before` is a creation, no `after` a deletion.
CREATE TABLE changes (
    revision BIGINT NOT NULL REFERENCES commits (revision) ON DELETE RESTRICT,
    change_index BIGINT NOT NULL CHECK (change_index >= 0),
    entity TEXT COLLATE "C" NOT NULL
        CHECK (entity IN ('policy', 'rule', 'table', 'library_policy', 'data_source', 'rows')),
    entity_id TEXT COLLATE "C" NOT NULL,
    before TEXT COLLATE "C",
    after TEXT COLLATE "C",
    PRIMARY KEY (revision, change_index),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
);

-- The history of one thing. A table's id is made of names that rules mention, and may be long; an index of this kind
-- takes values of any length.
CREATE INDEX changes_by_entity ON changes USING hash (entity_id);

-- A rule says `name:table(...)` for policies and data sources alike, so the two share one set of names. A name is
-- taken here once, for one kind of owner, and the owner refers to it together with its kind; so no name can have
-- owners of both kinds, and no trigger is needed. (The `name_owner` columns below are constants for that reason.)
CREATE TABLE names (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    owner TEXT COLLATE "C" NOT NULL CHECK (owner IN ('policy', 'data_source')),
    UNIQUE (name, owner)
);

CREATE TABLE policies (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    name_owner TEXT COLLATE "C" NOT NULL DEFAULT 'policy' CHECK (name_owner = 'policy'),
    abbreviation TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL
        CHECK (kind IN ('nonrecursive', 'action', 'database', 'materialized', 'datasource', 'z3')),
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL,
    FOREIGN KEY (name, name_owner) REFERENCES names (name, owner) ON DELETE RESTRICT
);

-- `identity` is the rule in canonical form: a policy does not hold the same rule twice, however it is written.
CREATE TABLE rules (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    policy_id TEXT COLLATE "C" NOT NULL REFERENCES policies (id) ON DELETE RESTRICT,
    text TEXT COLLATE "C" NOT NULL,
    identity TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C",
    comment TEXT COLLATE "C" NOT NULL,
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL,
    identity_digest BYTEA NOT NULL
        GENERATED ALWAYS AS (sha256(replace(identity, E'\\', E'\\\\')::bytea)) STORED,
    UNIQUE (policy_id, identity_digest)
);

-- The tables that rules have mentioned, and with how many columns. By the policy's name and without a reference,
-- because a rule may mention a policy that does not exist (yet, or any more).
CREATE TABLE policy_tables (
    policy TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    columns BIGINT NOT NULL CHECK (columns >= 0),
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL,
    policy_digest BYTEA NOT NULL GENERATED ALWAYS AS (sha256(replace(policy, E'\\', E'\\\\')::bytea)) STORED,
    name_digest BYTEA NOT NULL GENERATED ALWAYS AS (sha256(replace(name, E'\\', E'\\\\')::bytea)) STORED,
    PRIMARY KEY (policy_digest, name_digest)
);

-- By which the server finds a table.
CREATE INDEX policy_tables_by_name ON policy_tables USING hash (name);

-- Policies kept on the shelf; a library policy may have the name of a policy in force. `rules` is JSON and stays
-- in one piece: the library does not look into it.
CREATE TABLE library_policies (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    abbreviation TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL
        CHECK (kind IN ('nonrecursive', 'action', 'database', 'materialized', 'datasource', 'z3')),
    rules TEXT COLLATE "C" NOT NULL,
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL
);

-- `config` is JSON; the fields that the driver declares secret are sealed before they come here.
CREATE TABLE data_sources (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL UNIQUE,
    name_owner TEXT COLLATE "C" NOT NULL DEFAULT 'data_source' CHECK (name_owner = 'data_source'),
    driver TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C",
    type TEXT COLLATE "C",
    enabled BOOLEAN NOT NULL,
    config TEXT COLLATE "C",
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL,
    FOREIGN KEY (name, name_owner) REFERENCES names (name, owner) ON DELETE RESTRICT
);

-- The tables of a data source that have received rows: how often, and when last.
CREATE TABLE data_source_tables (
    data_source_id TEXT COLLATE "C" NOT NULL REFERENCES data_sources (id) ON DELETE RESTRICT,
    name TEXT COLLATE "C" NOT NULL,
    updates BIGINT NOT NULL CHECK (updates >= 0),
    updated_at BIGINT NOT NULL,
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL,
    PRIMARY KEY (data_source_id, name)
);

-- A table is a set: the row itself (compact JSON) is part of the key.
CREATE TABLE data_source_rows (
    data_source_id TEXT COLLATE "C" NOT NULL,
    table_name TEXT COLLATE "C" NOT NULL,
    row TEXT COLLATE "C" NOT NULL,
    row_digest BYTEA NOT NULL GENERATED ALWAYS AS (sha256(replace(row, E'\\', E'\\\\')::bytea)) STORED,
    PRIMARY KEY (data_source_id, table_name, row_digest),
    FOREIGN KEY (data_source_id, table_name)
        REFERENCES data_source_tables (data_source_id, name) ON DELETE RESTRICT
);
