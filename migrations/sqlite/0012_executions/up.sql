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
