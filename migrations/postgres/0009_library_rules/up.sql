-- phase: expand
-- The rules of library policies as rows, in the place of one JSON text for all rules of a policy: to be found, counted and
-- compared with plain SQL. `extra` is what else the author put beside a rule, a JSON object; NULL where there is nothing.
--
-- While both are there, the JSON text in `library_policies.rules` is what counts, because servers of before write nothing
-- else. They also delete a library policy without knowing of its rows, which therefore go with it.
CREATE TABLE library_rules (
    library_policy_id TEXT COLLATE "C" NOT NULL REFERENCES library_policies (id) ON DELETE CASCADE,
    position BIGINT NOT NULL CHECK (position >= 0),
    rule TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C",
    comment TEXT COLLATE "C",
    extra TEXT COLLATE "C",
    PRIMARY KEY (library_policy_id, position)
);
