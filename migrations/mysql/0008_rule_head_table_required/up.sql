-- phase: contract
-- requires: 0006
-- From here on no rule is without its table: servers of before 0006 cannot create rules any more.
ALTER TABLE rules ALTER COLUMN `head_table` DROP DEFAULT, ALGORITHM = INSTANT;
