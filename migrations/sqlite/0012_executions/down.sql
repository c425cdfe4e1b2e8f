-- What waits is forgotten as soon as servers start anew, and nobody knows any more what was executed. The log keeps the numbers of its commits.
DROP TABLE execution_changes;
DROP TABLE executions;
