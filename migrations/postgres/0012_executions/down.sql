-- What waits is forgotten as soon as servers start anew, and nobody knows any more what was executed. The log keeps the numbers of its commits.
-- Dropping it locks the commits as well, in the wrong order: servers write to them first, and each would wait for the other.
LOCK TABLE commits IN ACCESS EXCLUSIVE MODE;
DROP TABLE execution_changes;
DROP TABLE executions;
