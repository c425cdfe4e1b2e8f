-- phase: expand
-- Readers look for "The Dispossessed" under D. NULL is "not filled in": 0003 fills it, and older programs leave it so.
ALTER TABLE books ADD COLUMN sort_key TEXT;

CREATE INDEX books_by_sort_key ON books (sort_key);
