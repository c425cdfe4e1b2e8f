-- Which servers run, and which migrations they know: what whoever wants to take away from the schema asks first.
--
-- A server enters itself before it looks whether it can work with the schema, makes `beat` grow while it runs, and takes its
-- row out when it stops in order. Whoever has seen a row unchanged for as long as it says (`lasts`, microseconds), by a clock
-- of its own, may take it for one of a server that died, and take it out: compare-and-delete on (id, beat), so that a server
-- that only stood still finds out that it was given up. `oldest` and `newest` are migrations: it works with schemas from the
-- one on, and knows none after the other. `id` is made anew at each start; `name` is where it listens, for people.
CREATE TABLE servers (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    program TEXT COLLATE "C" NOT NULL,
    oldest BIGINT NOT NULL CHECK (oldest >= 0),
    newest BIGINT NOT NULL CHECK (newest >= 1),
    beat BIGINT NOT NULL CHECK (beat >= 0),
    lasts BIGINT NOT NULL CHECK (lasts > 0)
);
