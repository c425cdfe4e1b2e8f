-- Everything goes, the log included: what refers to others first.
DROP TABLE data_source_rows;
DROP TABLE data_source_tables;
DROP TABLE data_sources;
DROP TABLE library_policies;
DROP TABLE policy_tables;
DROP TABLE rules;
DROP TABLE policies;
DROP TABLE names;
DROP TABLE changes;
DROP TABLE commits;
DROP TABLE settings;
DROP TABLE head;
