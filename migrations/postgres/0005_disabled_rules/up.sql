-- phase: expand
-- requires: 0005
-- A rule may be kept without being in force: `disabled` says why, and is NULL for every other. Such a rule's text need
-- not be one, and its `identity` stands for its id alone. A server that does not know the column would take
-- it for a rule in force, or for damage: hence the requirement.
ALTER TABLE rules ADD COLUMN disabled TEXT COLLATE "C";

-- Those that down.sql has set aside come back, with their policy: one that was deleted meanwhile took its rules with it.
-- lint allows moves-rows: there are none where it was never taken down
INSERT INTO rules (id, policy_id, text, identity, name, comment, disabled, created_revision, created_index)
WITH set_aside (rule) AS MATERIALIZED (SELECT value::json FROM settings WHERE name LIKE 'disabled rule %')
SELECT
    rule ->> 'id',
    rule ->> 'policy_id',
    rule ->> 'text',
    rule ->> 'identity',
    rule ->> 'name',
    rule ->> 'comment',
    rule ->> 'disabled',
    (rule ->> 'created_revision')::bigint,
    (rule ->> 'created_index')::bigint
FROM set_aside
WHERE rule ->> 'policy_id' IN (SELECT id FROM policies);

-- lint allows moves-rows: there are none where it was never taken down
DELETE FROM settings WHERE name LIKE 'disabled rule %';
