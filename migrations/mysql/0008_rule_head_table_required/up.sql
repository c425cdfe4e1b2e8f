-- phase: contract
-- requires: 0006
-- From here on no rule is without its table: servers of before 0006 cannot create rules any more.
--
-- Nothing here looks at the rows, so this does: it changes none, and fails on a rule that was not filled in, because the column
-- takes no NULL. A rule that is disabled defines no table.
-- lint allows moves-rows: it changes no row
UPDATE rules SET `head_table` = NULL WHERE `head_table` = '' AND disabled IS NULL;

ALTER TABLE rules ALTER COLUMN `head_table` DROP DEFAULT, ALGORITHM = INSTANT;
