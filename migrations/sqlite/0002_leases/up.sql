-- Who does what only one server at a time may do (a duty).
--
-- The holder makes `beat` grow again and again. Whoever has seen a row unchanged for as long as it says (`lasts`,
-- microseconds), by a clock of its own, may take it over: compare-and-set on (token, beat), and `token` grows by one with
-- each new holder. No column has a time of day, because no two machines need to agree on one. `holder` is the id of a
-- server process, made anew at each start; nobody holds a row whose holder is ''. A lease holds for its holder's `lasts`,
-- not for that of whoever waits for it: servers may be set up differently.
CREATE TABLE leases (
    duty TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    token INTEGER NOT NULL CHECK (token >= 1),
    beat INTEGER NOT NULL CHECK (beat >= 0),
    lasts INTEGER NOT NULL CHECK (lasts > 0)
) STRICT, WITHOUT ROWID;
