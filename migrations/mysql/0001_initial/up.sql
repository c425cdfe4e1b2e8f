-- The first schema: the log of changes, and the state it leads to.
--
-- Conventions. Ids are text made by the server. Times are microseconds since 1970, UTC. JSON is text. Nothing counts by
-- itself (no AUTO_INCREMENT): numbers come from the one log. Texts are compared and ordered by bytes, and trailing blanks
-- count (utf8mb4_nopad_bin; under utf8mb4_bin 'a' and 'a ' are the same, and under the default so are 'a' and 'A').
-- (created_revision, created_index) is the place in the log where a thing was created; lists are sorted by it, so that
-- their order never changes.
--
-- A key of an index has at most 3072 bytes, and a LONGTEXT is none at all. Names and ids have at most 255 characters, so
-- that two of them fit. Where a key may be longer, its SHA-256 stands for it: as a default where it is part of the
-- primary key, which a generated column cannot be, and every table needs one (Galera does not delete from a table without).
--
-- Every statement that changes the schema commits by itself here. So each of them does nothing where it was carried out
-- before (IF NOT EXISTS): a migration that was interrupted is finished by running it again.

-- The newest revision: one row, moved by compare-and-set (UPDATE ... WHERE revision = <the one decided on>).
CREATE TABLE IF NOT EXISTS head (
    `id` BIGINT NOT NULL PRIMARY KEY CHECK (`id` = 1),
    `revision` BIGINT NOT NULL CHECK (`revision` >= 0)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

INSERT IGNORE INTO head (id, revision) VALUES (1, 0);

-- What the database knows about itself, outside the log: how to recognise the key that its secrets are sealed with.
CREATE TABLE IF NOT EXISTS settings (
    `name` VARCHAR(255) NOT NULL PRIMARY KEY,
    `value` LONGTEXT NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- One row per accepted command. Commands that were stored by one COMMIT share a batch token: when that COMMIT
-- gets no answer, the server looks for the token to learn whether it took effect.
CREATE TABLE IF NOT EXISTS commits (
    `revision` BIGINT NOT NULL PRIMARY KEY,
    `committed_at` BIGINT NOT NULL,
    `actor` LONGTEXT NOT NULL,
    `request_id` LONGTEXT NOT NULL,
    `batch` VARCHAR(255) NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE INDEX IF NOT EXISTS commits_by_batch ON commits (batch);

-- What each commit changed, as JSON: no `before` is a creation, no `after` a deletion.
CREATE TABLE IF NOT EXISTS changes (
    `revision` BIGINT NOT NULL,
    `change_index` BIGINT NOT NULL CHECK (`change_index` >= 0),
    `entity` VARCHAR(255) NOT NULL
        CHECK (`entity` IN ('policy', 'rule', 'table', 'library_policy', 'data_source', 'rows')),
    `entity_id` LONGTEXT NOT NULL,
    `before` LONGTEXT,
    `after` LONGTEXT,
    PRIMARY KEY (revision, change_index),
    CHECK (`before` IS NOT NULL OR `after` IS NOT NULL),
    FOREIGN KEY (`revision`) REFERENCES commits (`revision`) ON DELETE RESTRICT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The history of one thing.
CREATE INDEX IF NOT EXISTS changes_by_entity ON changes (entity, entity_id(190));

-- A rule says `name:table(...)` for policies and data sources alike, so the two share one set of names. A name is
-- taken here once, for one kind of owner, and the owner refers to it together with its kind; so no name can have
-- owners of both kinds, and no trigger is needed. (The `name_owner` columns below are constants for that reason.)
CREATE TABLE IF NOT EXISTS names (
    `name` VARCHAR(255) NOT NULL PRIMARY KEY,
    `owner` VARCHAR(255) NOT NULL CHECK (`owner` IN ('policy', 'data_source')),
    UNIQUE (name, owner)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS policies (
    `id` VARCHAR(255) NOT NULL PRIMARY KEY,
    `name` VARCHAR(255) NOT NULL UNIQUE,
    `name_owner` VARCHAR(255) NOT NULL DEFAULT 'policy' CHECK (`name_owner` = 'policy'),
    `abbreviation` LONGTEXT NOT NULL,
    `description` LONGTEXT NOT NULL,
    `owner` VARCHAR(255) NOT NULL,
    `kind` VARCHAR(255) NOT NULL
        CHECK (`kind` IN ('nonrecursive', 'action', 'database', 'materialized', 'datasource', 'z3')),
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL,
    FOREIGN KEY (name, name_owner) REFERENCES names (name, owner) ON DELETE RESTRICT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- `identity` is the rule in canonical form: a policy does not hold the same rule twice, however it is written.
CREATE TABLE IF NOT EXISTS rules (
    `id` VARCHAR(255) NOT NULL PRIMARY KEY,
    `policy_id` VARCHAR(255) NOT NULL,
    `text` LONGTEXT NOT NULL,
    `identity` LONGTEXT NOT NULL,
    `name` LONGTEXT,
    `comment` LONGTEXT NOT NULL,
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL,
    `identity_digest` BINARY(32) AS (UNHEX(SHA2(`identity`, 256))) PERSISTENT,
    UNIQUE (policy_id, identity_digest),
    FOREIGN KEY (`policy_id`) REFERENCES policies (`id`) ON DELETE RESTRICT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The tables that rules have mentioned, and with how many columns. By the policy's name and without a reference,
-- because a rule may mention a policy that does not exist (yet, or any more).
CREATE TABLE IF NOT EXISTS policy_tables (
    `policy` LONGTEXT NOT NULL,
    `name` LONGTEXT NOT NULL,
    `columns` BIGINT NOT NULL CHECK (`columns` >= 0),
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL,
    `policy_digest` BINARY(32) NOT NULL DEFAULT (UNHEX(SHA2(`policy`, 256))),
    `name_digest` BINARY(32) NOT NULL DEFAULT (UNHEX(SHA2(`name`, 256))),
    PRIMARY KEY (policy_digest, name_digest),
    KEY policy_tables_by_name (`name`(190))
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Policies kept on the shelf; a library policy may have the name of a policy in force. `rules` is JSON and stays
-- in one piece: the library does not look into it.
CREATE TABLE IF NOT EXISTS library_policies (
    `id` VARCHAR(255) NOT NULL PRIMARY KEY,
    `name` VARCHAR(255) NOT NULL UNIQUE,
    `abbreviation` LONGTEXT NOT NULL,
    `description` LONGTEXT NOT NULL,
    `kind` VARCHAR(255) NOT NULL
        CHECK (`kind` IN ('nonrecursive', 'action', 'database', 'materialized', 'datasource', 'z3')),
    `rules` LONGTEXT NOT NULL,
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- `config` is JSON; the fields that the driver declares secret are sealed before they come here.
CREATE TABLE IF NOT EXISTS data_sources (
    `id` VARCHAR(255) NOT NULL PRIMARY KEY,
    `name` VARCHAR(255) NOT NULL UNIQUE,
    `name_owner` VARCHAR(255) NOT NULL DEFAULT 'data_source' CHECK (`name_owner` = 'data_source'),
    `driver` VARCHAR(255) NOT NULL,
    `description` LONGTEXT,
    `type` LONGTEXT,
    `enabled` BOOLEAN NOT NULL CHECK (`enabled` IN (0, 1)),
    `config` LONGTEXT,
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL,
    FOREIGN KEY (name, name_owner) REFERENCES names (name, owner) ON DELETE RESTRICT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- The tables of a data source that have received rows: how often, and when last.
CREATE TABLE IF NOT EXISTS data_source_tables (
    `data_source_id` VARCHAR(255) NOT NULL,
    `name` VARCHAR(255) NOT NULL,
    `updates` BIGINT NOT NULL CHECK (`updates` >= 0),
    `updated_at` BIGINT NOT NULL,
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL,
    PRIMARY KEY (data_source_id, name),
    FOREIGN KEY (`data_source_id`) REFERENCES data_sources (`id`) ON DELETE RESTRICT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A table is a set: the row itself (compact JSON) is part of the key.
CREATE TABLE IF NOT EXISTS data_source_rows (
    `data_source_id` VARCHAR(255) NOT NULL,
    `table_name` VARCHAR(255) NOT NULL,
    `row` LONGTEXT NOT NULL,
    `row_digest` BINARY(32) NOT NULL DEFAULT (UNHEX(SHA2(`row`, 256))),
    PRIMARY KEY (data_source_id, table_name, row_digest),
    FOREIGN KEY (data_source_id, table_name)
        REFERENCES data_source_tables (data_source_id, name) ON DELETE RESTRICT
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
