-- The books of the library. `author` is as on the cover: "Ursula K. Le Guin".
CREATE TABLE books (
    isbn TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    author TEXT NOT NULL DEFAULT ''
) STRICT;
