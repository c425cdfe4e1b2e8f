-- Who does what only one server at a time may do (a duty).
--
-- The holder makes `beat` grow again and again. Whoever has seen a row unchanged for as long as it says (`lasts`,
-- microseconds), by a clock of its own, may take it over: compare-and-set on (token, beat), and `token` grows by one with
-- each new holder. No column has a time of day, because no two machines need to agree on one. `holder` is the id of a
-- server process, made anew at each start; nobody holds a row whose holder is ''. A lease holds for its holder's `lasts`,
-- not for that of whoever waits for it: servers may be set up differently.
CREATE TABLE IF NOT EXISTS leases (
    `duty` VARCHAR(255) NOT NULL PRIMARY KEY,
    `holder` VARCHAR(255) NOT NULL,
    `token` BIGINT NOT NULL CHECK (`token` >= 1),
    `beat` BIGINT NOT NULL CHECK (`beat` >= 0),
    `lasts` BIGINT NOT NULL CHECK (`lasts` > 0)
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
