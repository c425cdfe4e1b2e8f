-- The JSON text comes back in its old place, empty, which is no JSON: "not filled in". 0010 fills it on its way down; a
-- server of before refuses to start until it has. A column between others needs new tables, and these are small. Both are
-- made anew, so that nothing is lost where references are enforced meanwhile.
CREATE TABLE library_policies_before (
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

INSERT INTO library_policies_before
SELECT id, name, abbreviation, description, kind, '', created_revision, created_index FROM library_policies;

CREATE TABLE library_rules_before (
    library_policy_id TEXT NOT NULL REFERENCES library_policies_before (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    rule TEXT NOT NULL,
    name TEXT,
    comment TEXT,
    extra TEXT,
    PRIMARY KEY (library_policy_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO library_rules_before
SELECT library_policy_id, position, rule, name, comment, extra FROM library_rules;

DROP TABLE library_rules;
DROP TABLE library_policies;
ALTER TABLE library_policies_before RENAME TO library_policies;
ALTER TABLE library_rules_before RENAME TO library_rules;
