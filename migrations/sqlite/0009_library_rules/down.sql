DROP TABLE library_rules;
