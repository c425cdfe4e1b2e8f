-- Older servers have no place for disabled rules, and would take them for damage. So they are set aside, each as a JSON
-- object in `settings`, which every schema has; up.sql takes them back.
INSERT INTO settings (name, value)
SELECT CONCAT('disabled rule ', ROW_NUMBER() OVER (ORDER BY id)), JSON_OBJECT(
    'id', id,
    'policy_id', policy_id,
    'text', text,
    'identity', identity,
    'name', name,
    'comment', comment,
    'disabled', disabled,
    'created_revision', created_revision,
    'created_index', created_index
)
FROM rules WHERE disabled IS NOT NULL
ON DUPLICATE KEY UPDATE value = VALUES(value);

DELETE FROM rules WHERE disabled IS NOT NULL;

ALTER TABLE rules DROP COLUMN IF EXISTS disabled;
