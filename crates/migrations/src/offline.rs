//! `--sql`: migrations as a text for somebody else to review and run, which leaves the bookkeeping as the runner would.
//!
//! A script does not look before it acts. So each migration begins with a row that the database refuses where the migrations
//! before it are missing, or where it is applied already: a required column of it is empty then.

use std::str::FromStr;

use statehouse_connection::Engine;
use statehouse_connection::lock::exclusive_sql;

use crate::ledger::{journal, table};
use crate::script::{BRIEFLY, is_concurrent};
use crate::{Direction, MigrateError, Migration, Migrator, Phase, Step, Version, claim, statements};

/// From a version to another, written `FROM:TO`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Where the database is.
    pub from: Version,
    /// Where it is to be afterwards.
    pub to: Version,
}

impl FromStr for Range {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not FROM:TO, two numbers of migrations such as 0003:0008");
        let (from, to) = text.split_once(':').ok_or_else(wrong)?;
        let number = |text: &str| text.parse::<Version>().map_err(|_| wrong());
        Ok(Self { from: number(from)?, to: number(to)? })
    }
}

impl Migrator {
    /// The migrations after `range.from` up to `range.to` (or, if that is lower, the way back), in the words of this engine.
    /// Reads no database.
    ///
    /// A data migration cannot be written down. It is an error, unless `leaves_data`: then a comment says where the script
    /// has to wait for it, and what comes after refuses to be run before.
    ///
    /// # Errors
    /// The versions do not exist, or a migration cannot be written down.
    pub fn offline(&self, engine: Engine, range: Range, leaves_data: bool) -> Result<String, MigrateError> {
        let Range { from, to } = Range { from: self.known(range.from)?, to: self.known(range.to)? };
        let direction = if to < from { Direction::Down } else { Direction::Up };
        let (lower, higher) = (from.min(to), from.max(to));
        let mut planned: Vec<_> =
            self.set().iter().filter(|it| it.version > lower && it.version <= higher).collect();
        if direction == Direction::Down {
            planned.reverse();
        }
        let mut script = Script { migrator: self, engine, direction, text: String::new() };
        script.head(from, to);
        for migration in planned {
            script.migration(migration, leaves_data)?;
        }
        Ok(script.text)
    }
}

struct Script<'r> {
    migrator: &'r Migrator,
    engine: Engine,
    direction: Direction,
    text: String,
}

impl Script<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn statement(&mut self, statement: &str) {
        self.line(&format!("{};", statement.trim_end().trim_end_matches(';')));
    }

    fn head(&mut self, from: Version, to: Version) {
        let how = match self.engine {
            Engine::Sqlite => "sqlite3 -bail DATABASE < FILE, with no server running",
            Engine::Postgres => "psql --set ON_ERROR_STOP=1 --file FILE, as the owner of the tables",
            Engine::Mysql => "mariadb DATABASE < FILE, without --force",
        };
        self.line(&format!(
            "-- The schema from {from} to {to} ({}) on {}, written by {}.",
            self.direction.as_str(),
            self.engine,
            self.migrator.program()
        ));
        self.line(&format!("-- Run it with {how}, so that it stops at the first error."));
        self.line("-- A migration that does not fit what the database has refuses itself: an empty value in a required column.");
        if self.engine == Engine::Mysql {
            self.line("-- Statements that change the schema commit by themselves here. If it stops half-way, `migrate up` goes on.");
        }
        let retried = match self.engine {
            Engine::Sqlite => None,
            Engine::Postgres => {
                Some(("canceling statement due to lock timeout", "from the last BEGIN before it on"))
            }
            Engine::Mysql => Some((
                "Lock wait timeout exceeded",
                "from that statement on, with the SET lines before all others",
            )),
        };
        if let Some((said, from)) = retried {
            self.line("-- No statement waits longer than a second for a table that somebody uses, because everybody else would wait behind it.");
            self.line(&format!("-- If one gives up for that (`{said}`), run the rest again, {from}."));
        }
        self.line("");
        match self.engine {
            Engine::Sqlite => self.line("PRAGMA foreign_keys = OFF;"),
            Engine::Postgres => {}
            Engine::Mysql => {
                self.line("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES');");
                self.line("SET SESSION lock_wait_timeout = 1;");
            }
        }
        self.line("-- The bookkeeping: what is applied, what was done, and how far something came.");
        for statement in table::making(self.engine) {
            self.statement(&statement);
        }
        match self.engine {
            Engine::Sqlite => {
                self.line("-- `no such column` here: an older program kept the bookkeeping; `migrate up` of what is applied takes it over.");
                self.line("SELECT state FROM schema_migrations LIMIT 0;");
            }
            Engine::Postgres | Engine::Mysql => {
                self.statement(table::EARLIER_HISTORY);
                for statement in table::take_over(self.engine) {
                    self.statement(&statement.replace("ADD COLUMN ", "ADD COLUMN IF NOT EXISTS "));
                }
            }
        }
    }

    fn migration(&mut self, migration: &Migration, leaves_data: bool) -> Result<(), MigrateError> {
        let step = match self.direction {
            Direction::Up => &migration.up,
            Direction::Down => &migration.down,
        };
        self.line("");
        self.line(&format!("-- {migration} ({}, {})", migration.phase, self.direction.as_str()));
        let text = match step {
            Step::Sql(text) => text,
            Step::Squashed(_) => return Err(MigrateError::Squashed { baseline: migration.version }),
            Step::Data(_) if leaves_data => {
                let (verb, target) = self.verb(migration);
                self.line("-- It moves rows in batches, which no script can do.");
                self.line(&format!(
                    "-- STOP HERE, run `migrate {verb} {target}`, and go on below when it is done."
                ));
                return Ok(());
            }
            Step::Data(_) => {
                let (verb, target) = self.verb(migration);
                return Err(MigrateError::NotInSql { migration: migration.to_string(), verb, target });
            }
        };
        let statements = statements::split(self.engine, text)
            .map_err(|reason| MigrateError::Unreadable { migration: migration.to_string(), reason })?;
        let is_apart = self.engine == Engine::Postgres && !migration.in_transaction;
        self.begin();
        self.guard(migration);
        if self.engine == Engine::Postgres && !is_apart {
            self.claim(&statements);
        }
        if is_apart {
            self.line("COMMIT;");
        }
        for statement in statements {
            if is_apart { self.apart(statement) } else { self.statement(statement) }
        }
        if is_apart {
            self.statement("RESET lock_timeout");
            self.begin();
        }
        self.conclude(migration);
        self.line("COMMIT;");
        Ok(())
    }

    /// A statement that needs tables to itself is a transaction with the claim to them. Any other stands alone, as some must.
    fn apart(&mut self, statement: &str) {
        if claim::needed(&[statement]).is_empty() {
            // What goes on beside others waits for those who were there before, and keeps nobody waiting.
            let limit = if is_concurrent(statement) { "0" } else { BRIEFLY };
            self.statement(&format!("SET lock_timeout = {limit}"));
            return self.statement(statement);
        }
        self.line("BEGIN;");
        self.claim(&[statement]);
        self.statement(statement);
        self.line("COMMIT;");
    }

    /// Claims the tables that these statements need, as long as that takes: nobody waits behind it. From then on no lock is waited
    /// for but briefly.
    fn claim(&mut self, statements: &[&str]) {
        if let Some(claim) = claim::claim(&claim::needed(statements)) {
            self.statement("SET LOCAL lock_timeout = 0");
            self.statement(&claim);
        }
        self.statement(&format!("SET LOCAL lock_timeout = {BRIEFLY}"));
    }

    /// The command that does a data migration, and nothing more.
    fn verb(&self, migration: &Migration) -> (&'static str, Version) {
        let before = self.migrator.set().iter().map(|it| it.version).filter(|it| *it < migration.version);
        match self.direction {
            Direction::Up => ("up", migration.version),
            Direction::Down => ("down", before.max().unwrap_or(Version::NONE)),
        }
    }

    fn begin(&mut self) {
        match self.engine {
            Engine::Sqlite => self.line("BEGIN IMMEDIATE;"),
            Engine::Postgres | Engine::Mysql => self.line("BEGIN;"),
        }
        if let Some(lock) = exclusive_sql(self.engine) {
            self.statement(lock);
        }
    }

    /// The row that the database refuses where this migration does not fit.
    fn guard(&mut self, migration: &Migration) {
        let version = migration.version.0;
        let sql = match self.direction {
            Direction::Up => {
                let requires =
                    migration.requires.map_or("NULL".to_owned(), |requires| requires.0.to_string());
                format!(
                    "INSERT INTO schema_migrations \
                     (version, name, checksum, applied_at, applied_by, phase, requires, state) \
                     SELECT {version}, CASE WHEN {} THEN {} END, {}, {}, {}, '{}', {requires}, 'begun'",
                    self.fits_up(migration),
                    literal(&migration.name),
                    literal(&migration.checksum()),
                    now(self.engine),
                    literal(self.migrator.program()),
                    migration.phase
                )
            }
            Direction::Down => format!(
                "INSERT INTO schema_statements (version, direction, done, digest) \
                 SELECT {version}, CASE WHEN {} THEN 'down' END, 0, {}",
                fits_down(migration),
                literal(&journal::digest(&[]))
            ),
        };
        self.statement(&sql);
        if self.direction == Direction::Down {
            self.statement(&format!(
                "UPDATE schema_migrations SET state = 'begun' WHERE version = {version}"
            ));
        }
    }

    /// What must not be overtaken is applied.
    fn fits_up(&self, migration: &Migration) -> String {
        let earlier = self.migrator.set().iter().filter(|it| it.version < migration.version);
        let needed = earlier.filter(|it| it.phase == Phase::Expand || migration.phase == Phase::Contract);
        let needed: Vec<_> = needed.map(|it| it.version.0.to_string()).collect();
        if needed.is_empty() {
            return "1 = 1".to_owned();
        }
        format!(
            "(SELECT COUNT(*) FROM schema_migrations WHERE state = 'applied' AND version IN ({})) = {}",
            needed.join(", "),
            needed.len()
        )
    }

    fn conclude(&mut self, migration: &Migration) {
        let version = migration.version.0;
        let deed = format!(
            "INSERT INTO schema_history (number, version, name, action, checksum, done_at, done_by, took, reason) \
             SELECT COALESCE(MAX(number), 0) + 1, {version}, {}, '{}', {}, {}, {}, NULL, 'by a script' \
             FROM schema_history",
            literal(&migration.name),
            self.direction.as_str(),
            literal(&migration.checksum()),
            now(self.engine),
            literal(self.migrator.program())
        );
        self.statement(&deed);
        let applied = match self.engine {
            // Foreign keys are not enforced while tables are rebuilt; this makes up for it.
            Engine::Sqlite => {
                "CASE WHEN NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check) THEN 'applied' END"
            }
            Engine::Postgres | Engine::Mysql => "'applied'",
        };
        self.statement(&match self.direction {
            Direction::Up => {
                format!("UPDATE schema_migrations SET state = {applied} WHERE version = {version}")
            }
            Direction::Down => format!("DELETE FROM schema_migrations WHERE version = {version}"),
        });
        if self.direction == Direction::Down {
            self.statement(&format!("DELETE FROM schema_statements WHERE version = {version}"));
        }
    }
}

/// It is applied, and nothing is that came after it.
fn fits_down(migration: &Migration) -> String {
    let version = migration.version.0;
    format!(
        "(SELECT COUNT(*) FROM schema_migrations WHERE version = {version} AND state = 'applied') = 1 \
         AND (SELECT COUNT(*) FROM schema_migrations WHERE version > {version}) = 0"
    )
}

/// No text here has a backslash, which only some engines would take for more than itself.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\\', "/").replace('\'', "''"))
}

/// Microseconds since 1970.
fn now(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "CAST((julianday('now') - 2440587.5) * 86400000000 AS INTEGER)",
        Engine::Postgres => "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)",
        Engine::Mysql => "CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)",
    }
}
