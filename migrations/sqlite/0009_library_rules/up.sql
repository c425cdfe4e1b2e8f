-- phase: expand
-- The rules of library policies as rows, in the place of one JSON text for all rules of a policy: to be found, counted and
-- compared with plain SQL. `extra` is what else the author put beside a rule, a JSON object; NULL where there is nothing.
--
-- While both are there, the JSON text in `library_policies.rules` is what counts, because servers of before write nothing
-- else. They also delete a library policy without knowing of its rows, which therefore go with it.
CREATE TABLE library_rules (
    library_policy_id TEXT NOT NULL REFERENCES library_policies (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    rule TEXT NOT NULL,
    name TEXT,
    comment TEXT,
    extra TEXT,
    PRIMARY KEY (library_policy_id, position)
) STRICT, WITHOUT ROWID;
