-- Servers that write the column go on without it.
ALTER TABLE rules DROP INDEX IF EXISTS rules_by_head_table, ALGORITHM = INPLACE, LOCK = NONE;
ALTER TABLE rules DROP COLUMN IF EXISTS `head_table`, ALGORITHM = INSTANT;
