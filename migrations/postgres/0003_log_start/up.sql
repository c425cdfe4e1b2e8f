-- Where the log begins: the first revision that it still holds. Commits before it were trimmed, in order, and this moves
-- with them in one transaction. So a log that lacks its beginning is told from one that is damaged, and whoever is
-- further behind knows that it has to read the state itself. (A row of its own and not one of `head`, which every writer
-- locks: trimming is to be in nobody's way.)
CREATE TABLE log_start (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL CHECK (revision >= 1)
);

INSERT INTO log_start (id, revision) VALUES (1, 1);
