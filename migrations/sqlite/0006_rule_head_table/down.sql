-- Servers that write the column go on without it. (This rewrites the table: SQLite drops a column in no other way.)
DROP INDEX rules_by_head_table;
ALTER TABLE rules DROP COLUMN head_table;
