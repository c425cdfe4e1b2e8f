-- phase: contract
-- requires: 0009
-- The rows of `library_rules` say it all: the JSON text beside them goes.
ALTER TABLE library_policies DROP COLUMN rules;
