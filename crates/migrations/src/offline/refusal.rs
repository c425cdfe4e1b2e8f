//! The rows that the database refuses, so that a script ends where it does not fit.

use statehouse_connection::Engine;

use super::{Script, literal, now};
use crate::ledger::journal;
use crate::{Baseline, Direction, Migration, Migrator, Phase, Step, Version, statements};

impl Script<'_> {
    /// Notes the migration as begun, unless it does not fit, or a server is in the way.
    pub(super) fn mark(&mut self, migration: &Migration, is_prepared: bool) {
        match self.direction {
            Direction::Up if is_prepared => self.refuse_unprepared(migration),
            Direction::Up => self.mark_up(migration),
            Direction::Down => self.mark_down(migration),
        }
        self.refuse_servers(migration);
        // Where a mark that is not committed is not seen, a server may have started since that did not see it. On SQLite, who
        // starts waits for the end of the transaction.
        let may_overlap = self.engine != Engine::Sqlite && !is_prepared;
        if self.direction == Direction::Up && may_overlap && self.asks_servers(migration) {
            self.line("COMMIT;");
            self.line(
                "-- From here on no server starts that does not know enough. One may have started meanwhile:",
            );
            self.line("-- if this is refused, stop it, and run the rest again from this BEGIN on.");
            self.begin();
            self.refuse_servers(migration);
        }
    }

    fn mark_up(&mut self, migration: &Migration) {
        let requires = migration.requires.map_or("NULL".to_owned(), |requires| requires.0.to_string());
        self.statement(&format!(
            "INSERT INTO schema_migrations \
             (version, name, checksum, applied_at, applied_by, phase, requires, state) \
             SELECT {}, CASE WHEN {} THEN {} END, {}, {}, {}, '{}', {requires}, 'begun'",
            migration.version.0,
            self.fits_up(migration),
            literal(&migration.name),
            literal(&migration.checksum()),
            now(self.engine),
            literal(self.migrator.program()),
            migration.phase
        ));
    }

    fn mark_down(&mut self, migration: &Migration) {
        let version = migration.version.0;
        self.statement(&format!(
            "INSERT INTO schema_statements (version, direction, done, digest) \
             SELECT {version}, CASE WHEN {} THEN 'down' END, 0, {}",
            fits_down(migration),
            literal(&journal::digest(&[]))
        ));
        self.statement(&format!("UPDATE schema_migrations SET state = 'begun' WHERE version = {version}"));
    }

    /// `migrate contract --prepare` has left the mark and an entry in the journal, and nothing was carried out since.
    fn refuse_unprepared(&mut self, migration: &Migration) {
        let (version, checksum) = (migration.version.0, literal(&migration.checksum()));
        self.line("-- Refused unless it was prepared:");
        self.refuse(
            migration,
            &format!(
                "(SELECT 1 AS one) AS refused WHERE NOT EXISTS (SELECT 1 FROM schema_migrations AS m \
                 JOIN schema_statements AS s ON s.version = m.version WHERE m.version = {version} \
                 AND m.checksum = {checksum} AND m.state = 'begun' AND s.direction = 'up' AND s.done = 0)"
            ),
        );
    }

    /// Who could not work after it may have died without a word, which no script can find out: so each of them counts.
    fn refuse_servers(&mut self, migration: &Migration) {
        let Some(table) = self.migrator.watched().filter(|_| self.asks_servers(migration)) else { return };
        let (who, condition) = match (self.direction, migration.requires) {
            (Direction::Up, None) => return,
            (Direction::Up, Some(requires)) => {
                (format!("that does not know {requires}"), format!("newest < {}", requires.0))
            }
            (Direction::Down, _) => {
                (format!("that needs {}", migration.version), format!("oldest >= {}", migration.version.0))
            }
        };
        self.line(&format!(
            "-- Refused while a server runs {who}. `migrate servers --watch` names it; the row of one that was killed may be deleted:"
        ));
        self.refuse(migration, &format!("{table} WHERE {condition}"));
    }

    /// Whether there are servers to ask for, and something to ask them.
    fn asks_servers(&self, migration: &Migration) -> bool {
        let Some(made_by) =
            self.migrator.watched().and_then(|table| made_by(self.migrator, self.engine, table))
        else {
            return false;
        };
        match self.direction {
            Direction::Up => migration.requires.is_some() && made_by < migration.version,
            Direction::Down => made_by <= migration.version,
        }
    }

    /// Fails if there is a row of these.
    fn refuse(&mut self, migration: &Migration, rows: &str) {
        self.statement(&format!(
            "INSERT INTO schema_statements (version, direction, done, digest) SELECT {}, NULL, 0, '' FROM {rows}",
            migration.version.0
        ));
    }

    /// What must not be overtaken is applied.
    fn fits_up(&self, migration: &Migration) -> String {
        if self.stands_for_others(migration) {
            return "(SELECT COUNT(*) FROM schema_migrations) = 0".to_owned();
        }
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
}

/// It is applied, and nothing is that came after it.
fn fits_down(migration: &Migration) -> String {
    let version = migration.version.0;
    let loses_nothing =
        migration.loss.map(|loss| format!(" AND ({}) = 0", loss.question)).unwrap_or_default();
    format!(
        "(SELECT COUNT(*) FROM schema_migrations WHERE version = {version} AND state = 'applied') = 1 \
         AND (SELECT COUNT(*) FROM schema_migrations WHERE version > {version}) = 0{loses_nothing}"
    )
}

/// The migration that makes a table: before it there is none to look into.
fn made_by(migrator: &Migrator, engine: Engine, table: &str) -> Option<Version> {
    let baseline = migrator.set().baseline().map(Baseline::as_one);
    let mut all = baseline.into_iter().chain(migrator.set().iter());
    let makes_it = |migration: &&Migration| {
        let Step::Sql(text) = &migration.up else { return false };
        statements::split(engine, text)
            .is_ok_and(|all| all.into_iter().any(|statement| statements::makes_table(statement, table)))
    };
    all.find(makes_it).map(|migration| migration.version)
}
