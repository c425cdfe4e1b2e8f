//! The rules, each with its reason and with what to write in the place of what it finds.

/// A rule for migrations.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// By which it is waived.
    pub name: &'static str,
    pub why: &'static str,
    pub instead: &'static str,
    /// Whether a comment in the file can waive it.
    pub waivable: bool,
}

const fn rule(name: &'static str, why: &'static str, instead: &'static str) -> Rule {
    Rule { name, why, instead, waivable: true }
}

const fn strict(name: &'static str, why: &'static str, instead: &'static str) -> Rule {
    Rule { name, why, instead, waivable: false }
}

pub(super) const FOLDER_NAME: Rule = strict(
    "folder-name",
    "what is not named NNNN_name is no migration and would be left out, and two names for one are looked for in vain",
    "rename it, or let `cargo xtask migrate new` make it",
);
pub(super) const NUMBER: Rule = strict(
    "number",
    "numbers say the order; one that is missing or taken twice is refused by databases that have overtaken it",
    "give the later migration the next free number",
);
pub(super) const ENGINES_DIFFER: Rule = strict(
    "engines-differ",
    "the program's statements are the same on every database, and so is what a version means",
    "write the migration for each engine under the same number, name, phase and requires",
);
pub(super) const ONE_WAY: Rule = strict(
    "one-way",
    "a migration that cannot be taken back leaves restoring a back-up as the only way back",
    "write a statement in up.sql and in down.sql",
);
pub(super) const DIRECTIVE: Rule = strict(
    "directive",
    "a first line that is misread makes a contract pass for an expand",
    "write `-- phase: expand|contract`, `-- requires: NNNN`, `-- transaction: none`, or begin with another comment",
);
pub(super) const UNREADABLE: Rule = strict(
    "unreadable",
    "what cannot be split into words cannot be checked",
    "close what is open: a quotation, a comment",
);
pub(super) const EDITED: Rule = strict(
    "edited-after-release",
    "databases remember the checksum of what was applied, and refuse a build in which it differs",
    "restore the text (`git log -p FILE`) and make the change in a new migration",
);
pub(super) const GONE: Rule = strict(
    "gone-after-release",
    "a database that has it takes this build for an older one and refuses it",
    "restore the folder",
);
pub(super) const ENDS_TRANSACTION: Rule = strict(
    "ends-transaction",
    "the runner begins and ends the transaction; one that ends early leaves half of the migration behind",
    "leave it out; `-- transaction: none` runs the statements one by one on PostgreSQL",
);
pub(super) const RUNS_ONCE: Rule = rule(
    "runs-once",
    "it commits by itself: a migrator that is killed behind it runs it again, and it fails",
    "write IF NOT EXISTS, IF EXISTS, INSERT IGNORE, CREATE OR REPLACE",
);
pub(super) const REWRITES_TABLE: Rule = rule(
    "rewrites-table",
    "the table is copied row by row, and everybody waits",
    "add a new column beside the old, fill it by a data migration, and drop the old in a contract; on MariaDB, say \
     ALGORITHM = INPLACE, LOCK = NONE, which fails where it would lock",
);
pub(super) const LOCKS_TABLE: Rule = rule(
    "locks-table",
    "every row is looked at while nobody may write",
    "on PostgreSQL, ADD CONSTRAINT ... NOT VALID, in another migration VALIDATE CONSTRAINT, and then SET NOT NULL, \
     which looks at no row; on MariaDB, say ALGORITHM = INPLACE, LOCK = NONE",
);
pub(super) const NOT_NULL_WITHOUT_DEFAULT: Rule = rule(
    "not-null-without-default",
    "it fails on a table with rows, and older servers, which do not know the column, cannot insert any more",
    "add the column as nullable or with a DEFAULT, fill it by a data migration, and make it NOT NULL in a contract",
);
pub(super) const INDEX_NOT_CONCURRENT: Rule = rule(
    "index-not-concurrent",
    "nobody may write to the table while the index is built",
    "write CREATE INDEX CONCURRENTLY IF NOT EXISTS, in a migration with `-- transaction: none`",
);
pub(super) const CONCURRENT_IN_TRANSACTION: Rule = rule(
    "concurrent-in-transaction",
    "PostgreSQL refuses CONCURRENTLY inside of a transaction",
    "write `-- transaction: none` as the first line of up.sql",
);
pub(super) const MOVES_ROWS: Rule = rule(
    "moves-rows",
    "rows are changed in one transaction: who writes waits, and an interruption begins anew",
    "write a data migration (`cargo xtask migrate new NAME --data`): in batches, while servers serve",
);
pub(super) const BREAKS_WINDOW: Rule = rule(
    "breaks-window",
    "it drops or tightens what the servers of the supported window still use: in an expand all that there are, in a contract \
     those that know what it requires",
    "write `-- phase: contract` and `-- requires: NNNN`, behind the expand and the data migration that prepare it, with the \
     number of that expand",
);
pub(super) const WAIVER: Rule = strict(
    "waiver",
    "a waiver that waives nothing, or does not say why, hides the next finding",
    "write `-- lint allows NAME: REASON` above the statement, or take it out",
);

/// Every rule, in the order in which they are listed.
pub(super) const ALL: &[&Rule] = &[
    &FOLDER_NAME,
    &NUMBER,
    &ENGINES_DIFFER,
    &ONE_WAY,
    &DIRECTIVE,
    &UNREADABLE,
    &EDITED,
    &GONE,
    &ENDS_TRANSACTION,
    &RUNS_ONCE,
    &REWRITES_TABLE,
    &LOCKS_TABLE,
    &NOT_NULL_WITHOUT_DEFAULT,
    &INDEX_NOT_CONCURRENT,
    &CONCURRENT_IN_TRANSACTION,
    &MOVES_ROWS,
    &BREAKS_WINDOW,
    &WAIVER,
];
