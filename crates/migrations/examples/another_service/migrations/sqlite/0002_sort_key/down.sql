-- What it holds follows from the titles.
DROP INDEX books_by_sort_key;
ALTER TABLE books DROP COLUMN sort_key;
