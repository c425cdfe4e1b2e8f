-- phase: contract
-- requires: 0002
-- From here on no book is without one: programs of before 0002 cannot add books any more. A new one says so, because SQLite
-- would let them.
CREATE TRIGGER books_have_sort_keys BEFORE INSERT ON books WHEN NEW.sort_key IS NULL
BEGIN
    SELECT RAISE(ABORT, 'a book needs a sort_key');
END;
