-- Older servers have no place for executions, and carry none out. So they are set aside, and what the log tells of them, each as a
-- JSON object in `settings`, which every schema has; up.sql takes them back. What waits goes on waiting, and what was executed is
-- not executed again.
-- First of all the commits are locked, which servers write to before the others: nobody writes an execution behind this one's back, and
-- dropping `execution_changes` locks them as well, in the wrong order, so that each would wait for the other.
LOCK TABLE commits IN ACCESS EXCLUSIVE MODE;

INSERT INTO settings (name, value)
SELECT 'execution ' || row_number() OVER (ORDER BY id), json_build_object(
    'id', id,
    'data_source', data_source,
    'action', action,
    'positional', positional,
    'named', named,
    'origin', origin,
    'asked_by', asked_by,
    'asked_at', asked_at,
    'progress', progress,
    'ended_at', ended_at,
    'reason', reason,
    'created_revision', created_revision,
    'created_index', created_index
)::text
FROM executions;

INSERT INTO settings (name, value)
SELECT 'change of an execution ' || row_number() OVER (ORDER BY revision, change_index), json_build_object(
    'revision', revision,
    'change_index', change_index,
    'execution_id', execution_id,
    'before', before,
    'after', after
)::text
FROM execution_changes;

DROP TABLE execution_changes;
DROP TABLE executions;
