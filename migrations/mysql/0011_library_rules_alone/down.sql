-- The JSON text comes back in its old place, empty, which is no JSON: "not filled in". 0010 fills it on its way down; a
-- server of before refuses to start until it has.
ALTER TABLE library_policies ADD COLUMN IF NOT EXISTS `rules` LONGTEXT NOT NULL DEFAULT '' AFTER `kind`;
ALTER TABLE library_policies ALTER COLUMN `rules` DROP DEFAULT;
