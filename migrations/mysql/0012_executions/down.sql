-- What waits is not executed, and nobody knows any more what was. The log keeps the numbers of its commits.
DROP TABLE IF EXISTS execution_changes;
DROP TABLE IF EXISTS executions;
