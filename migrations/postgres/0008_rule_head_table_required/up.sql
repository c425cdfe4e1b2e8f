-- phase: contract
-- requires: 0006
-- transaction: none
-- From here on no rule is without its table: servers of before 0006 cannot create rules any more.
--
-- SET NOT NULL alone would read all rules while nobody else may read or write any. A check that is not valid yet holds for
-- new rows at once; VALIDATE reads the old ones while others write; and SET NOT NULL then believes the check (from
-- PostgreSQL 12 on). One by one, because a transaction would keep the lock of the first until the last.
ALTER TABLE rules DROP CONSTRAINT IF EXISTS rules_head_table_filled,
    ADD CONSTRAINT rules_head_table_filled CHECK (head_table IS NOT NULL) NOT VALID;
ALTER TABLE rules VALIDATE CONSTRAINT rules_head_table_filled;
ALTER TABLE rules ALTER COLUMN head_table SET NOT NULL;
ALTER TABLE rules DROP CONSTRAINT IF EXISTS rules_head_table_filled;
