-- Servers that write the column go on without it.
DROP INDEX CONCURRENTLY IF EXISTS rules_by_head_table;
ALTER TABLE rules DROP COLUMN IF EXISTS head_table;
