-- Older servers have no place for executions, and carry none out. So they are set aside, and what the log tells of them, each as a
-- JSON object in `settings`, which every schema has; up.sql takes them back. What waits goes on waiting, and what was executed is
-- not executed again.
-- Where up.sql was interrupted, not both are there.
CREATE TABLE IF NOT EXISTS executions (
    `id` VARCHAR(255) NOT NULL PRIMARY KEY,
    `data_source` LONGTEXT NOT NULL,
    `action` LONGTEXT NOT NULL,
    `positional` LONGTEXT NOT NULL,
    `named` LONGTEXT NOT NULL,
    `origin` VARCHAR(255) NOT NULL CHECK (`origin` IN ('request', 'standing', 'gone')),
    `asked_by` LONGTEXT NOT NULL,
    `asked_at` BIGINT NOT NULL,
    `progress` VARCHAR(255) NOT NULL CHECK (`progress` IN ('waiting', 'done', 'failed')),
    `ended_at` BIGINT,
    `reason` LONGTEXT,
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS execution_changes (
    `revision` BIGINT NOT NULL,
    `change_index` BIGINT NOT NULL CHECK (`change_index` >= 0),
    `execution_id` VARCHAR(255) NOT NULL,
    `before` LONGTEXT,
    `after` LONGTEXT,
    PRIMARY KEY (`revision`, `change_index`),
    CHECK (`before` IS NOT NULL OR `after` IS NOT NULL),
    FOREIGN KEY (`revision`) REFERENCES commits (`revision`) ON DELETE CASCADE
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- A table of another name is none to servers: from here on they write no execution behind this one's back.
-- lint allows runs-once: it finds nothing the second time, and need not
ALTER TABLE IF EXISTS execution_changes RENAME TO execution_changes_going;

INSERT INTO settings (name, value)
SELECT CONCAT('execution ', SHA2(id, 256)), JSON_OBJECT(
    'id', id,
    'data_source', data_source,
    'action', action,
    'positional', positional,
    'named', named,
    'origin', origin,
    'asked_by', asked_by,
    'asked_at', asked_at,
    'progress', progress,
    'ended_at', ended_at,
    'reason', reason,
    'created_revision', created_revision,
    'created_index', created_index
)
FROM executions
ON DUPLICATE KEY UPDATE value = VALUES(value);

INSERT INTO settings (name, value)
SELECT CONCAT('change of an execution ', `revision`, ' ', change_index), JSON_OBJECT(
    'revision', `revision`,
    'change_index', change_index,
    'execution_id', execution_id,
    'before', `before`,
    'after', `after`
)
FROM execution_changes_going
ON DUPLICATE KEY UPDATE value = VALUES(value);

DROP TABLE IF EXISTS execution_changes_going;
DROP TABLE IF EXISTS executions;
