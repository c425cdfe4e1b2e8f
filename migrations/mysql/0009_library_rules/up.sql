-- phase: expand
-- The rules of library policies as rows, in the place of one JSON text for all rules of a policy: to be found, counted and
-- compared with plain SQL. `extra` is what else the author put beside a rule, a JSON object; NULL where there is nothing.
--
-- While both are there, the JSON text in `library_policies.rules` is what counts, because servers of before write nothing
-- else. They also delete a library policy without knowing of its rows, which therefore go with it.
CREATE TABLE IF NOT EXISTS library_rules (
    `library_policy_id` VARCHAR(255) NOT NULL,
    `position` BIGINT NOT NULL CHECK (`position` >= 0),
    `rule` LONGTEXT NOT NULL,
    `name` LONGTEXT,
    `comment` LONGTEXT,
    `extra` LONGTEXT,
    PRIMARY KEY (library_policy_id, `position`),
    FOREIGN KEY (`library_policy_id`) REFERENCES library_policies (`id`) ON DELETE CASCADE
) ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
