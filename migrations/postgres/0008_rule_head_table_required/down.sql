-- The check is there where 0008 was interrupted on its way up.
ALTER TABLE rules DROP CONSTRAINT IF EXISTS rules_head_table_filled, ALTER COLUMN head_table DROP NOT NULL;
