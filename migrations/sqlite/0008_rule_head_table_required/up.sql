-- phase: contract
-- requires: 0006
-- From here on no rule is without its table: servers of before 0006 cannot create rules any more. SQLite reads all rules to
-- see that none is without, and writes none of them.
ALTER TABLE rules ALTER COLUMN head_table SET NOT NULL;
