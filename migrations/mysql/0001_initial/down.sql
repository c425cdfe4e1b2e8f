-- Everything goes, the log included: what refers to others first.
DROP TABLE IF EXISTS data_source_rows;
DROP TABLE IF EXISTS data_source_tables;
DROP TABLE IF EXISTS data_sources;
DROP TABLE IF EXISTS library_policies;
DROP TABLE IF EXISTS policy_tables;
DROP TABLE IF EXISTS rules;
DROP TABLE IF EXISTS policies;
DROP TABLE IF EXISTS names;
DROP TABLE IF EXISTS changes;
DROP TABLE IF EXISTS commits;
DROP TABLE IF EXISTS settings;
DROP TABLE IF EXISTS head;
