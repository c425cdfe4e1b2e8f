-- phase: expand
-- What actions somebody asked for, or rules did (`execute[…]`), and what became of each. The arguments are JSON texts:
-- `positional` is a list, `named` an object. `origin` says who asked: a request (`asked_by` is who), or the rules of a policy
-- (`asked_by` is its name), whose row still stands or is gone. One that stands is not executed again.
--
-- Their place in the log is a table of its own, because `changes` takes six kinds of things and no others, and what it takes cannot
-- be changed on SQLite without copying it. A commit that is about executions has no row there. So servers of before need to
-- know nothing: to them such a commit changes nothing. They also trim commits without knowing of these rows, which
-- therefore go with them.
-- Where down.sql was interrupted, the table has another name.
-- lint allows runs-once: it finds nothing the second time, and need not
-- lint allows breaks-window: no server knows a table of that name
ALTER TABLE IF EXISTS execution_changes_going RENAME TO execution_changes;

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

-- What down.sql has set aside comes back: here before there is the other table, because servers write to both from then on.
INSERT INTO executions (id, data_source, action, positional, named, origin, asked_by, asked_at, progress, ended_at, reason, created_revision, created_index)
WITH set_aside (execution) AS (SELECT value FROM settings WHERE name LIKE 'execution %')
SELECT
    JSON_VALUE(execution, '$.id'),
    JSON_VALUE(execution, '$.data_source'),
    JSON_VALUE(execution, '$.action'),
    JSON_VALUE(execution, '$.positional'),
    JSON_VALUE(execution, '$.named'),
    JSON_VALUE(execution, '$.origin'),
    JSON_VALUE(execution, '$.asked_by'),
    CAST(JSON_VALUE(execution, '$.asked_at') AS SIGNED),
    JSON_VALUE(execution, '$.progress'),
    CAST(JSON_VALUE(execution, '$.ended_at') AS SIGNED),
    JSON_VALUE(execution, '$.reason'),
    CAST(JSON_VALUE(execution, '$.created_revision') AS SIGNED),
    CAST(JSON_VALUE(execution, '$.created_index') AS SIGNED)
FROM set_aside
ON DUPLICATE KEY UPDATE id = executions.id;

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

-- Of the log, what was not trimmed meanwhile.
INSERT INTO execution_changes (revision, change_index, execution_id, `before`, `after`)
WITH set_aside (told) AS (SELECT value FROM settings WHERE name LIKE 'change of an execution %')
SELECT
    CAST(JSON_VALUE(told, '$.revision') AS SIGNED),
    CAST(JSON_VALUE(told, '$.change_index') AS SIGNED),
    JSON_VALUE(told, '$.execution_id'),
    JSON_VALUE(told, '$.before'),
    JSON_VALUE(told, '$.after')
FROM set_aside
WHERE CAST(JSON_VALUE(told, '$.revision') AS SIGNED) IN (SELECT revision FROM commits)
ON DUPLICATE KEY UPDATE revision = execution_changes.revision;

-- lint allows moves-rows: there are none where it was never taken down
DELETE FROM settings WHERE name LIKE 'execution %' OR name LIKE 'change of an execution %';
