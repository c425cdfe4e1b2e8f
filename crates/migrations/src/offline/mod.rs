//! `--sql`: migrations as a text for somebody else to review and run, which leaves the bookkeeping as the runner would.
//!
//! A script does not look before it acts. So each migration begins with rows that the database refuses where the migrations
//! before it are missing, where it is applied already, or where a server runs that could not work after it: a required column
//! of them is empty then.
//!
//! What the runner does over and over, a script cannot: move rows in batches, and watch whether a server lives. It stops
//! there, and says which command of the tool comes in between.
//!
//! | module | what it holds |
//! |---|---|
//! | `head` | the first lines: how it is run, the settings of its session, the bookkeeping |
//! | `refusal` | the rows that the database refuses |

mod head;
mod refusal;

use std::str::FromStr;

use statehouse_connection::Engine;
use statehouse_connection::lock::session_lock;

use crate::ledger::journal;
use crate::script::{BRIEFLY, is_concurrent};
use crate::{
    Direction, MigrateError, Migration, Migrator, Phase, Step, Version, claim, guard, statements, unseen,
};

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
    /// A data migration cannot be written down, nor can its last pass, which a contract relies on. It is an error, unless
    /// `leaves_data`: then a comment says where the script has to wait for it, and what comes after refuses to be run before.
    ///
    /// # Errors
    /// The versions do not exist, or a migration cannot be written down.
    pub fn offline(&self, engine: Engine, range: Range, leaves_data: bool) -> Result<String, MigrateError> {
        let range = Range { from: self.known(range.from)?, to: self.known(range.to)? };
        let Range { from, to } = range;
        let direction = if to < from { Direction::Down } else { Direction::Up };
        let (lower, higher) = (from.min(to), from.max(to));
        let mut planned: Vec<_> =
            self.set().iter().filter(|it| it.version > lower && it.version <= higher).collect();
        if direction == Direction::Down {
            planned.reverse();
        }
        let planned = self.set().with_baseline_as_one(planned)?;
        let sqlite = head::sqlite_needed(&planned, direction);
        let is_of_before = from != Version::NONE && self.since().is_some_and(|since| from < since);
        let mut script = Script {
            migrator: self,
            engine,
            direction,
            leaves_data,
            is_of_before,
            sqlite,
            text: String::new(),
        };
        script.head(range);
        for migration in planned {
            script.migration(migration)?;
        }
        script.end();
        Ok(script.text)
    }
}

struct Script<'r> {
    migrator: &'r Migrator,
    engine: Engine,
    direction: Direction,
    leaves_data: bool,
    /// Whether the database is one in which servers could not say yet that they run.
    is_of_before: bool,
    /// The number behind the 3 of the first version of SQLite that can carry it out.
    sqlite: u32,
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

    fn migration(&mut self, migration: &Migration) -> Result<(), MigrateError> {
        let step = match self.direction {
            Direction::Up => &migration.up,
            Direction::Down => &migration.down,
        };
        self.line("");
        self.line(&format!("-- {migration} ({}, {})", migration.phase, self.direction.as_str()));
        let text = match step {
            Step::Sql(text) => text,
            Step::Squashed(_) => return Err(self.migrator.set().is_squashed(migration)),
            Step::Data(_) => return self.leave_to_the_tool(migration),
        };
        let statements = statements::split(self.engine, text)
            .map_err(|reason| MigrateError::Unreadable { migration: migration.to_string(), reason })?;
        let is_prepared = self.relies_on_rows(migration);
        if is_prepared {
            self.have_it_prepared(migration)?;
        }
        self.begin();
        self.mark(migration, is_prepared);
        if self.goes_one_by_one(migration) {
            self.one_by_one(migration, &statements, is_prepared);
        } else {
            if self.engine == Engine::Postgres {
                self.claim(&statements);
            }
            for statement in &statements {
                self.statement(statement);
            }
        }
        self.conclude(migration, is_prepared);
        self.line("COMMIT;");
        Ok(())
    }

    /// Whether its statements commit one by one, so that a journal has to say how far they came.
    fn goes_one_by_one(&self, migration: &Migration) -> bool {
        match self.engine {
            Engine::Sqlite => false,
            Engine::Postgres => !migration.in_transaction,
            Engine::Mysql => true,
        }
    }

    /// Each with its mark in the journal, as the runner would: whoever goes on finds there where.
    fn one_by_one(&mut self, migration: &Migration, statements: &[&str], is_prepared: bool) {
        let version = migration.version.0;
        if self.direction == Direction::Up && !is_prepared {
            self.statement(&format!(
                "INSERT INTO schema_statements (version, direction, done, digest) VALUES ({version}, 'up', 0, {})",
                literal(&journal::digest(&[]))
            ));
        }
        self.line("COMMIT;");
        for (number, statement) in (1..).zip(statements) {
            // What needs a table to itself is a transaction with the claim to it, and with its mark. Any other stands alone on
            // PostgreSQL, as some must. (On MariaDB what changes the schema commits by itself.)
            let stands_alone = self.engine == Engine::Postgres && claim::needed(&[statement]).is_empty();
            if stands_alone {
                // What goes on beside others waits for those who were there before, and keeps nobody waiting.
                let limit = if is_concurrent(statement) { "0" } else { BRIEFLY };
                self.statement(&format!("SET lock_timeout = {limit}"));
            } else {
                self.begin();
            }
            if self.engine == Engine::Postgres && !stands_alone {
                self.claim(&[statement]);
            }
            self.statement(statement);
            self.statement(&format!(
                "UPDATE schema_statements SET done = {number}, digest = {} WHERE version = {version}",
                literal(&journal::digest(&statements[..number]))
            ));
            if stands_alone {
                self.statement(&format!("SET lock_timeout = {BRIEFLY}"));
            } else {
                self.line("COMMIT;");
            }
        }
        self.begin();
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

    /// Whether rows have to be looked over once more before it.
    fn relies_on_rows(&self, migration: &Migration) -> bool {
        self.direction == Direction::Up
            && migration.phase == Phase::Contract
            && !guard::relied_on(self.migrator.set().iter(), migration).is_empty()
    }

    fn leave_to_the_tool(&mut self, migration: &Migration) -> Result<(), MigrateError> {
        let before = self.migrator.set().iter().map(|it| it.version).filter(|it| *it < migration.version);
        let (verb, target) = match self.direction {
            Direction::Up => ("up", migration.version),
            Direction::Down => ("down", before.max().unwrap_or(Version::NONE)),
        };
        if !self.leaves_data {
            return Err(MigrateError::NotInSql { migration: migration.to_string(), verb, target });
        }
        self.line("-- It moves rows in batches, which no script can do.");
        self.stop(&format!("{verb} {target}"));
        Ok(())
    }

    fn have_it_prepared(&mut self, migration: &Migration) -> Result<(), MigrateError> {
        if !self.leaves_data {
            return Err(MigrateError::NotPreparedInSql { migration: migration.to_string() });
        }
        self.line("-- Before it, no server may be left that needs what goes, nor start any more, and what such a server wrote since the");
        self.line("-- rows were moved has to be moved as well, which no script can do.");
        self.stop("contract --prepare");
        Ok(())
    }

    /// Lets the tool do something. What comes after may be run as a script of its own.
    fn stop(&mut self, command: &str) {
        self.end();
        self.line(&format!("-- STOP HERE, run `migrate {command}`, and go on below when it is done."));
        self.settings();
    }

    /// The end of a part of the script.
    fn end(&mut self) {
        if let Some(lock) = session_lock(self.engine) {
            self.statement(lock.release);
        }
    }

    fn begin(&mut self) {
        match self.engine {
            Engine::Sqlite => self.line("BEGIN IMMEDIATE;"),
            Engine::Postgres | Engine::Mysql => self.line("BEGIN;"),
        }
    }

    fn conclude(&mut self, migration: &Migration, is_prepared: bool) {
        let version = migration.version.0;
        let reason = if self.is_of_before && self.migrator.since() == Some(migration.version) {
            format!("{}; by a script", unseen::REASON)
        } else {
            "by a script".to_owned()
        };
        let deed = format!(
            "INSERT INTO schema_history (number, version, name, action, checksum, done_at, done_by, took, reason) \
             SELECT COALESCE(MAX(number), 0) + 1, {version}, {}, '{}', {}, {}, {}, NULL, {} \
             FROM schema_history",
            literal(&migration.name),
            self.direction.as_str(),
            literal(&migration.checksum()),
            now(self.engine),
            literal(self.migrator.program()),
            literal(&reason)
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
        if self.stands_for_others(migration) {
            self.note_what_it_stands_for(migration);
        }
        if self.direction == Direction::Down || is_prepared || self.goes_one_by_one(migration) {
            self.statement(&format!("DELETE FROM schema_statements WHERE version = {version}"));
        }
    }
}

impl Script<'_> {
    /// Whether it is a baseline.
    fn stands_for_others(&self, migration: &Migration) -> bool {
        self.migrator.set().baseline().is_some_and(|baseline| baseline.as_one() == migration)
    }

    /// The ledger says the same as that of a database which went step by step.
    fn note_what_it_stands_for(&mut self, baseline: &Migration) {
        let version = baseline.version.0;
        self.statement(&format!("DELETE FROM schema_migrations WHERE version <= {version}"));
        if self.direction == Direction::Down {
            return;
        }
        for Migration { version, name, phase, requires, .. } in self.migrator.set().recorded(baseline) {
            let requires = requires.map_or("NULL".to_owned(), |requires| requires.0.to_string());
            let checksum = self.migrator.set().get(*version).map(Migration::checksum).unwrap_or_default();
            self.statement(&format!(
                "INSERT INTO schema_migrations \
                 (version, name, checksum, applied_at, applied_by, phase, requires, state) \
                 VALUES ({}, {}, {}, {}, {}, '{phase}', {requires}, 'applied')",
                version.0,
                literal(name),
                literal(&checksum),
                now(self.engine),
                literal(self.migrator.program())
            ));
        }
    }
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
