-- phase: expand
-- requires: 0005
-- A rule may be kept without being in force: `disabled` says why, and is NULL for every other. Such a rule's text need
-- not be one, and its `identity` stands for its id alone. A server that does not know the column would take
-- it for a rule in force, or for damage: hence the requirement.
ALTER TABLE rules ADD COLUMN disabled TEXT;

-- Those that down.sql has set aside come back, with their policy: one that was deleted meanwhile took its rules with it.
-- lint allows moves-rows: there are none where it was never taken down
INSERT INTO rules (id, policy_id, text, identity, name, comment, disabled, created_revision, created_index)
WITH set_aside (rule) AS MATERIALIZED (SELECT value FROM settings WHERE name LIKE 'disabled rule %')
SELECT
    json_extract(rule, '$.id'),
    json_extract(rule, '$.policy_id'),
    json_extract(rule, '$.text'),
    json_extract(rule, '$.identity'),
    json_extract(rule, '$.name'),
    json_extract(rule, '$.comment'),
    json_extract(rule, '$.disabled'),
    json_extract(rule, '$.created_revision'),
    json_extract(rule, '$.created_index')
FROM set_aside
WHERE json_extract(rule, '$.policy_id') IN (SELECT id FROM policies);

-- lint allows moves-rows: there are none where it was never taken down
DELETE FROM settings WHERE name LIKE 'disabled rule %';
