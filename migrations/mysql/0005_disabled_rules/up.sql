-- phase: expand
-- requires: 0005
-- A rule may be kept without being in force: `disabled` says why, and is NULL for every other. Such a rule's text need
-- not be one, and its `identity` stands for its id alone. A server that does not know the column would take
-- it for a rule in force, or for damage: hence the requirement.
ALTER TABLE rules ADD COLUMN IF NOT EXISTS disabled LONGTEXT;

-- Those that down.sql has set aside come back, with their policy: one that was deleted meanwhile took its rules with it.
-- lint allows moves-rows: there are none where it was never taken down
INSERT INTO rules (id, policy_id, text, identity, name, comment, disabled, created_revision, created_index)
WITH set_aside (rule) AS (SELECT value FROM settings WHERE name LIKE 'disabled rule %')
SELECT
    JSON_VALUE(rule, '$.id'),
    JSON_VALUE(rule, '$.policy_id'),
    JSON_VALUE(rule, '$.text'),
    JSON_VALUE(rule, '$.identity'),
    JSON_VALUE(rule, '$.name'),
    JSON_VALUE(rule, '$.comment'),
    JSON_VALUE(rule, '$.disabled'),
    JSON_VALUE(rule, '$.created_revision'),
    JSON_VALUE(rule, '$.created_index')
FROM set_aside
WHERE JSON_VALUE(rule, '$.policy_id') IN (SELECT id FROM policies)
ON DUPLICATE KEY UPDATE id = rules.id;

-- lint allows moves-rows: there are none where it was never taken down
DELETE FROM settings WHERE name LIKE 'disabled rule %';
