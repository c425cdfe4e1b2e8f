-- phase: expand
-- What actions somebody asked for, or rules did (`execute[…]`), and what became of each. The arguments are JSON texts:
-- `positional` is a list, `named` an object. `origin` says who asked: a request (`asked_by` is who), or the rules of a policy
-- (`asked_by` is its name), whose row still stands or is gone. One that stands is not executed again.
--
-- Their place in the log is a table of its own, because `changes` takes six kinds of things and no others, and what it takes cannot
-- be changed on SQLite without copying it. A commit that is about executions has no row there. So servers of before need to
-- know nothing: to them such a commit changes nothing. They also trim commits without knowing of these rows, which
-- therefore go with them.
CREATE TABLE executions (
    id TEXT NOT NULL PRIMARY KEY,
    data_source TEXT NOT NULL,
    action TEXT NOT NULL,
    positional TEXT NOT NULL,
    named TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('request', 'standing', 'gone')),
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    progress TEXT NOT NULL CHECK (progress IN ('waiting', 'done', 'failed')),
    ended_at INTEGER,
    reason TEXT,
    created_revision INTEGER NOT NULL,
    created_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE execution_changes (
    revision INTEGER NOT NULL REFERENCES commits (revision) ON DELETE CASCADE,
    change_index INTEGER NOT NULL CHECK (change_index >= 0),
    execution_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (revision, change_index),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What down.sql has set aside comes back, and of the log what was not trimmed meanwhile.
INSERT INTO executions (id, data_source, action, positional, named, origin, asked_by, asked_at, progress, ended_at, reason, created_revision, created_index)
WITH set_aside (execution) AS MATERIALIZED (SELECT value FROM settings WHERE name LIKE 'execution %')
SELECT
    json_extract(execution, '$.id'),
    json_extract(execution, '$.data_source'),
    json_extract(execution, '$.action'),
    json_extract(execution, '$.positional'),
    json_extract(execution, '$.named'),
    json_extract(execution, '$.origin'),
    json_extract(execution, '$.asked_by'),
    json_extract(execution, '$.asked_at'),
    json_extract(execution, '$.progress'),
    json_extract(execution, '$.ended_at'),
    json_extract(execution, '$.reason'),
    json_extract(execution, '$.created_revision'),
    json_extract(execution, '$.created_index')
FROM set_aside;

INSERT INTO execution_changes (revision, change_index, execution_id, before, after)
WITH set_aside (told) AS MATERIALIZED (SELECT value FROM settings WHERE name LIKE 'change of an execution %')
SELECT
    json_extract(told, '$.revision'),
    json_extract(told, '$.change_index'),
    json_extract(told, '$.execution_id'),
    json_extract(told, '$.before'),
    json_extract(told, '$.after')
FROM set_aside
WHERE json_extract(told, '$.revision') IN (SELECT revision FROM commits);

-- lint allows moves-rows: there are none where it was never taken down
DELETE FROM settings WHERE name LIKE 'execution %' OR name LIKE 'change of an execution %';
