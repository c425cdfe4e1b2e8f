-- phase: expand
-- Which table a rule defines, as it stands in the rule: `p`, or `nova:disconnect` where a rule executes an action of another
-- policy. So `SELECT text FROM rules WHERE head_table = 'p'` finds every rule that defines p; until now that took a program
-- that reads rules. A rule that is disabled defines none: ''.
--
-- NULL is "not filled in": 0007 fills it, and servers of before leave it so. A column is added without rewriting a row.
ALTER TABLE rules ADD COLUMN head_table TEXT;

CREATE INDEX rules_by_head_table ON rules (head_table);
