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
