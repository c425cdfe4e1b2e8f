//! The first lines of a script: how it is run, the settings of its session, the bookkeeping.

use statehouse_connection::Engine;
use statehouse_connection::lock::session_lock;

use super::{Range, Script};
use crate::ledger::table;
use crate::script::BRIEFLY;
use crate::{Direction, Migration, Step, statements};

/// The number behind the 3 of the first version of SQLite that knows what these migrations say: STRICT came with 3.37, and
/// ALTER COLUMN with 3.53.
pub(super) fn sqlite_needed(planned: &[&Migration], direction: Direction) -> u32 {
    let alters_column = |migration: &&Migration| {
        let step = match direction {
            Direction::Up => &migration.up,
            Direction::Down => &migration.down,
        };
        let Step::Sql(text) = step else { return false };
        statements::split(Engine::Sqlite, text)
            .is_ok_and(|all| all.into_iter().any(statements::alters_column))
    };
    if planned.iter().any(alters_column) { 53 } else { 37 }
}

impl Script<'_> {
    pub(super) fn head(&mut self, range: Range) {
        let Range { from, to } = range;
        let how = match self.engine {
            Engine::Sqlite => format!(
                "sqlite3 -bail DATABASE < FILE (SQLite 3.{} or newer), with no server running",
                self.sqlite
            ),
            Engine::Postgres => {
                "psql --set ON_ERROR_STOP=1 --file FILE, as the owner of the tables".to_owned()
            }
            Engine::Mysql => "mariadb DATABASE < FILE, without --force".to_owned(),
        };
        let direction = self.direction.as_str();
        self.line(&format!(
            "-- The schema from {from} to {to} ({direction}) on {}, written by {}.",
            self.engine,
            self.migrator.program()
        ));
        self.line(&format!("-- Run it with {how}, so that it stops at the first error."));
        self.line("-- A migration that does not fit what the database has refuses itself: an empty value in a required column.");
        if self.engine == Engine::Mysql {
            self.line("-- Statements that change the schema commit by themselves here; a journal says how far it came.");
        }
        self.line(&format!("-- If it stops half-way, `migrate {direction} {to}` goes on from there."));
        let retried = match self.engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(("canceling statement due to lock timeout", "the last BEGIN before it")),
            Engine::Mysql => Some(("Lock wait timeout exceeded", "that statement")),
        };
        if let Some((said, from)) = retried {
            self.line("-- No statement waits longer than a second for a table that somebody uses, because everybody else would wait behind it.");
            self.line(&format!("-- If one gives up for that (`{said}`), run the SET and lock lines again, and the rest from {from} on."));
        }
        if self.engine == Engine::Mysql {
            self.line("-- The lock is one of this node alone: in a Galera cluster, see to it yourself that no migrator runs on another.");
        }
        self.settings();
        self.bookkeeping();
    }

    /// What a session needs before any part of a script.
    pub(super) fn settings(&mut self) {
        self.line("");
        match self.engine {
            Engine::Sqlite => {
                self.line("-- An older SQLite stops here, before it changes anything.");
                self.line(&format!(
                    "CREATE TEMP TABLE IF NOT EXISTS this_sqlite (version INTEGER CONSTRAINT needs_sqlite_3_{0} CHECK (version >= 3{0:03}));",
                    self.sqlite
                ));
                self.line("INSERT INTO this_sqlite SELECT CAST(sqlite_version() AS INTEGER) * 1000");
                self.line(
                    "    + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER);",
                );
                self.line("PRAGMA foreign_keys = OFF;");
            }
            Engine::Postgres => self.statement(&format!("SET lock_timeout = {BRIEFLY}")),
            Engine::Mysql => {
                self.line("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES');");
                self.line("SET SESSION lock_wait_timeout = 1;");
            }
        }
        if let Some(lock) = session_lock(self.engine) {
            self.line("-- The lock among those who change the schema. It fails while a migrator is at work: run this again then.");
            self.statement(lock.take);
        }
    }

    fn bookkeeping(&mut self) {
        self.line("-- The bookkeeping: what is applied, what was done, and how far something came.");
        for statement in table::making(self.engine) {
            self.statement(&statement);
        }
        match self.engine {
            Engine::Sqlite => {
                self.line("-- `no such column` here: an older program kept the bookkeeping; `migrate up` of what is applied takes it over.");
                self.line("SELECT state FROM schema_migrations LIMIT 0;");
            }
            // ALTER TABLE would wait for everybody who reads it even where there is nothing to do.
            Engine::Postgres => {
                self.line("DO $$ BEGIN");
                self.line(&format!(
                    "IF NOT EXISTS ({} AND column_name = 'state') THEN",
                    table::columns(self.engine)
                ));
                self.take_over("");
                self.line("END IF;");
                self.line("END $$;");
            }
            Engine::Mysql => self.take_over("IF NOT EXISTS "),
        }
    }

    /// The ledger of an older program becomes the one of today.
    fn take_over(&mut self, unless_there: &str) {
        self.statement(table::EARLIER_HISTORY);
        for statement in table::take_over(self.engine) {
            self.statement(&statement.replace("ADD COLUMN ", &format!("ADD COLUMN {unless_there}")));
        }
    }
}
