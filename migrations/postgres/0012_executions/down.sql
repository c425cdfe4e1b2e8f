-- What waits is not executed, and nobody knows any more what was. The log keeps the numbers of its commits.
-- Dropping it locks the commits as well, in the wrong order: servers write to them first, and each would wait for the other.
LOCK TABLE commits IN ACCESS EXCLUSIVE MODE;
DROP TABLE execution_changes;
DROP TABLE executions;
