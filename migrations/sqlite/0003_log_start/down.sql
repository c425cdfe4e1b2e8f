-- A log that was trimmed cannot be told from a damaged one after this; the program of that time does not look.
DROP TABLE log_start;
