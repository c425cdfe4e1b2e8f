-- phase: expand
-- requires: 0005
-- A rule may be kept without being in force: `disabled` says why, and is NULL for every other. Such a rule's text need
-- not be one, and its `identity` stands for its id alone. A server that does not know the column would take
-- it for a rule in force, or for damage: hence the requirement.
ALTER TABLE rules ADD COLUMN disabled TEXT;
