DROP TABLE IF EXISTS library_rules;
