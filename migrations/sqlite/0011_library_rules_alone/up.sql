-- phase: contract
-- requires: 0009
-- The rows of `library_rules` say it all: the JSON text beside them goes.
-- lint allows rewrites-table: library policies are few
ALTER TABLE library_policies DROP COLUMN rules;
