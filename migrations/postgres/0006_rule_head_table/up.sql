-- phase: expand
-- transaction: none
-- Which table a rule defines, as it stands in the rule: `p`, or `nova:disconnect` where a rule executes an action of another
-- policy. So `SELECT text FROM rules WHERE head_table = 'p'` finds every rule that defines p; until now that took a program
-- that reads rules. A rule that is disabled defines none: ''.
--
-- NULL is "not filled in": 0007 fills it, and servers of before leave it so. A column is added without rewriting a row.
ALTER TABLE rules ADD COLUMN IF NOT EXISTS head_table TEXT COLLATE "C";

-- A name may be longer than a key of a B-tree (2704 bytes), and a million rules may define one table, which would put them
-- all into one bucket of a hash index. This kind has neither limit; it finds by beginnings as well (`head_table ^@ 'nova:'`).
CREATE INDEX CONCURRENTLY IF NOT EXISTS rules_by_head_table ON rules USING spgist (head_table);
