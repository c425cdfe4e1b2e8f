-- The JSON text comes back in its old place, empty, which is no JSON: "not filled in". 0010 fills it on its way down; a
-- server of before refuses to start until it has. A new column is the last one, so those that stood behind it are made anew.
ALTER TABLE library_policies ADD COLUMN rules TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE library_policies ALTER COLUMN rules DROP DEFAULT;

ALTER TABLE library_policies RENAME COLUMN created_revision TO revision_before;
ALTER TABLE library_policies RENAME COLUMN created_index TO index_before;
ALTER TABLE library_policies ADD COLUMN created_revision BIGINT, ADD COLUMN created_index BIGINT;
UPDATE library_policies SET created_revision = revision_before, created_index = index_before;
ALTER TABLE library_policies DROP COLUMN revision_before, DROP COLUMN index_before,
    ALTER COLUMN created_revision SET NOT NULL, ALTER COLUMN created_index SET NOT NULL;
