-- Dropping the rows' table locks that of the policies as well, in the wrong order: servers write to the policies first, and each
-- would wait for the other.
LOCK TABLE library_policies IN ACCESS EXCLUSIVE MODE;
DROP TABLE library_rules;
