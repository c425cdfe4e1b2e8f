DROP TRIGGER books_have_sort_keys;
