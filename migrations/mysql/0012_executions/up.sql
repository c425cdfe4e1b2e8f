-- phase: expand
-- What actions somebody asked for, or rules did (`execute[…]`), and what became of each. The arguments are JSON texts:
-- `positional` is a list, `named` an object. `origin` says who asked: a request (`asked_by` is who), or the rules of a policy
-- (`asked_by` is its name), whose row still stands or is gone. One that stands is not executed again.
--
-- Their place in the log is a table of its own, because `changes` takes six kinds of things and no others, and what it takes cannot
-- be changed on SQLite without copying it. A commit that is about executions has no row there. So servers of before need to
-- know nothing: to them such a commit changes nothing. They also trim commits without knowing of these rows, which
-- therefore go with them.
CREATE TABLE IF NOT EXISTS executions (
    `id` VARCHAR(255) NOT NULL PRIMARY KEY,
    `data_source` LONGTEXT NOT NULL,
    `action` LONGTEXT NOT NULL,
    `positional` LONGTEXT NOT NULL,
    `named` LONGTEXT NOT NULL,
    `origin` VARCHAR(255) NOT NULL CHECK (`origin` IN ('request', 'standing', 'gone')),
    `asked_by` LONGTEXT NOT NULL,
    `asked_at` BIGINT NOT NULL,
    `progress` VARCHAR(255) NOT NULL CHECK (`progress` IN ('waiting', 'done', 'failed')),
    `ended_at` BIGINT,
    `reason` LONGTEXT,
    `created_revision` BIGINT NOT NULL,
    `created_index` BIGINT NOT NULL
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS execution_changes (
    `revision` BIGINT NOT NULL,
    `change_index` BIGINT NOT NULL CHECK (`change_index` >= 0),
    `execution_id` VARCHAR(255) NOT NULL,
    `before` LONGTEXT,
    `after` LONGTEXT,
    PRIMARY KEY (`revision`, `change_index`),
    CHECK (`before` IS NOT NULL OR `after` IS NOT NULL),
    FOREIGN KEY (`revision`) REFERENCES commits (`revision`) ON DELETE CASCADE
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
