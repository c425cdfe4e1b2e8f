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
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    data_source TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    positional TEXT COLLATE "C" NOT NULL,
    named TEXT COLLATE "C" NOT NULL,
    origin TEXT COLLATE "C" NOT NULL CHECK (origin IN ('request', 'standing', 'gone')),
    asked_by TEXT COLLATE "C" NOT NULL,
    asked_at BIGINT NOT NULL,
    progress TEXT COLLATE "C" NOT NULL CHECK (progress IN ('waiting', 'done', 'failed')),
    ended_at BIGINT,
    reason TEXT COLLATE "C",
    created_revision BIGINT NOT NULL,
    created_index BIGINT NOT NULL
);

CREATE TABLE execution_changes (
    revision BIGINT NOT NULL REFERENCES commits (revision) ON DELETE CASCADE,
    change_index BIGINT NOT NULL CHECK (change_index >= 0),
    execution_id TEXT COLLATE "C" NOT NULL,
    before TEXT COLLATE "C",
    after TEXT COLLATE "C",
    PRIMARY KEY (revision, change_index),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
);

-- What down.sql has set aside comes back, and of the log what was not trimmed meanwhile.
INSERT INTO executions (id, data_source, action, positional, named, origin, asked_by, asked_at, progress, ended_at, reason, created_revision, created_index)
WITH set_aside (execution) AS MATERIALIZED (SELECT value::json FROM settings WHERE name LIKE 'execution %')
SELECT
    execution ->> 'id',
    execution ->> 'data_source',
    execution ->> 'action',
    execution ->> 'positional',
    execution ->> 'named',
    execution ->> 'origin',
    execution ->> 'asked_by',
    (execution ->> 'asked_at')::bigint,
    execution ->> 'progress',
    (execution ->> 'ended_at')::bigint,
    execution ->> 'reason',
    (execution ->> 'created_revision')::bigint,
    (execution ->> 'created_index')::bigint
FROM set_aside;

INSERT INTO execution_changes (revision, change_index, execution_id, before, after)
WITH set_aside (told) AS MATERIALIZED (SELECT value::json FROM settings WHERE name LIKE 'change of an execution %')
SELECT
    (told ->> 'revision')::bigint,
    (told ->> 'change_index')::bigint,
    told ->> 'execution_id',
    told ->> 'before',
    told ->> 'after'
FROM set_aside
WHERE (told ->> 'revision')::bigint IN (SELECT revision FROM commits);

-- lint allows moves-rows: there are none where it was never taken down
DELETE FROM settings WHERE name LIKE 'execution %' OR name LIKE 'change of an execution %';
