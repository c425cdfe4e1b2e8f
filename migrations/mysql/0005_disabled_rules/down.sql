-- Older servers have no place for disabled rules: they go. The log keeps what they were.
DELETE FROM rules WHERE disabled IS NOT NULL;
ALTER TABLE rules DROP COLUMN IF EXISTS disabled;
