-- phase: expand
-- Which table a rule defines, as it stands in the rule: `p`, or `nova:disconnect` where a rule executes an action of another
-- policy. So `SELECT text FROM rules WHERE head_table = 'p'` finds every rule that defines p; until now that took a program
-- that reads rules. A rule that is disabled defines none: ''.
--
-- '' is "not filled in": 0007 fills it, and servers of before leave it so. (It is NULL on the other databases. MariaDB makes
-- NOT NULL of a column only by copying the table, which has a stored computed column; taking a default away it does at once.)
-- A column is added without rewriting a row.
ALTER TABLE rules ADD COLUMN IF NOT EXISTS `head_table` LONGTEXT NOT NULL DEFAULT '', ALGORITHM = INSTANT;

-- Built while others write. (A Galera cluster carries it out on all nodes at once, and writes wait so long.)
ALTER TABLE rules ADD INDEX IF NOT EXISTS rules_by_head_table (`head_table`(190)), ALGORITHM = INPLACE, LOCK = NONE;
