//! The verbs that go by phase: first the schema is expanded, then servers are exchanged one by one and rows moved, and when no
//! server needs the old shape any more, the schema is contracted.

use std::cell::RefCell;
use std::thread;
use std::time::{Duration, Instant};

use statehouse_connection::{Connection, DatabaseUrl, OpenError, SessionOptions};

use crate::guard::{self, Patience};
use crate::presence::{self, Life, Server, Vigil};
use crate::{
    Applied, Direction, MigrateError, Migration, Migrator, Phase, Progress, Standing, Version, window,
};

impl Migrator {
    /// Applies the migrations that add, and leaves the others for later: servers of the version before go on working.
    ///
    /// # Errors
    /// See [`MigrateError`]; what was applied before the error stays.
    pub fn expand(
        &self,
        url: &DatabaseUrl,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Version>, MigrateError> {
        self.phase(url, Phase::Expand, progress)
    }

    /// Runs the data migrations that are missing, while servers serve.
    ///
    /// # Errors
    /// [`MigrateError::Earlier`] when the schema was not expanded; see [`MigrateError`] for others.
    pub fn data(&self, url: &DatabaseUrl, progress: &mut dyn Progress) -> Result<Vec<Version>, MigrateError> {
        self.phase(url, Phase::Data, progress)
    }

    /// Applies the migrations that remove or tighten what older servers need, when none of them runs any more.
    ///
    /// # Errors
    /// [`MigrateError::InTheWay`] names the servers that need the old shape, [`MigrateError::Earlier`] the migration that
    /// has to come first; see [`MigrateError`] for others.
    pub fn contract(
        &self,
        url: &DatabaseUrl,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Version>, MigrateError> {
        self.phase(url, Phase::Contract, progress)
    }

    fn phase(
        &self,
        url: &DatabaseUrl,
        phase: Phase,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Version>, MigrateError> {
        self.run(url, Direction::Up, progress, |entries| self.missing_in_phase(entries, phase))
    }

    /// What is missing of a phase, unless something else comes first.
    pub(crate) fn missing_in_phase(
        &self,
        entries: &[Applied],
        phase: Phase,
    ) -> Result<Vec<&Migration>, MigrateError> {
        let missing = self.missing(entries);
        // An empty database takes a baseline whole, whatever went into it: there are no servers yet, and no rows.
        let baseline = self.set().baseline_for(entries).filter(|_| phase == Phase::Expand);
        let is_meant = |migration: &&Migration| {
            migration.phase == phase || baseline.is_some_and(|newest| migration.version <= newest)
        };
        let plan: Vec<_> = missing.into_iter().filter(is_meant).collect();
        let Some(first) = plan.first() else { return Ok(plan) };
        match guard::comes_before(self.set().iter(), entries, first) {
            Some(earlier) if phase != Phase::Expand => Err(MigrateError::Earlier {
                migration: first.to_string(),
                earlier: earlier.to_string(),
                verb: if earlier.phase == Phase::Expand { "expand" } else { "data" },
            }),
            _ => Ok(plan),
        }
    }

    /// Applies everything that is missing, except that a contract is left for later, with all contracts after it, where a
    /// server may still need the old shape: for a program that brings its own database up to date when it starts. Waits for
    /// no server.
    ///
    /// # Errors
    /// See [`MigrateError`]; what was applied before the error stays.
    pub fn settle(
        &self,
        url: &DatabaseUrl,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Version>, MigrateError> {
        if self.has_nothing_to_do(url)? {
            return Ok(Vec::new());
        }
        if let Some(since) = self.unseen(url)? {
            tracing::warn!(
                database = %url,
                "the database comes from before {since}, and servers of that time do not say that they run: none may have it open"
            );
        }
        let hurried = self.clone().with_patience(Patience::None);
        let left: RefCell<Option<Version>> = RefCell::new(None);
        let mut done = Vec::new();
        loop {
            let ran = hurried.run_into(url, Direction::Up, progress, &mut done, |entries| {
                let left = *left.borrow();
                let is_left = |migration: &&Migration| {
                    migration.requires.is_some() && left.is_some_and(|left| migration.version >= left)
                };
                let missing = hurried.missing(entries);
                Ok(missing.into_iter().filter(|migration| !is_left(migration)).collect())
            });
            match ran {
                Err(MigrateError::InTheWay { version, migration, servers, .. }) => {
                    let servers: Vec<_> = servers.iter().map(|server| server.name.as_str()).collect();
                    tracing::info!(migration, ?servers, "left for later: servers may need the old schema");
                    *left.borrow_mut() = Some(version);
                }
                ran => return ran.map(|()| done),
            }
        }
    }

    /// The migrations of a phase that are missing. Changes nothing, and makes no database.
    ///
    /// # Errors
    /// The database cannot be read, or is somebody else's.
    pub fn missing_of(&self, url: &DatabaseUrl, phase: Phase) -> Result<Vec<Version>, MigrateError> {
        let missing = self.status(url)?.into_iter().filter(|line| line.phase == phase);
        let missing =
            missing.filter(|line| matches!(line.standing, Standing::Pending | Standing::Unfinished));
        Ok(missing.map(|line| line.version).collect())
    }

    fn missing(&self, entries: &[Applied]) -> Vec<&Migration> {
        let missing = window::missing(self.set(), entries, self.set().newest());
        self.set().iter().filter(|migration| missing.contains(&migration.version)).collect()
    }

    /// Which of these migrations servers are in the way of that say that they run, without waiting for whether they live. Changes
    /// nothing.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn in_the_way<'p>(
        &self,
        url: &DatabaseUrl,
        direction: Direction,
        plan: &[&'p Migration],
    ) -> Result<Vec<(&'p Migration, Vec<Server>)>, MigrateError> {
        let servers: Vec<_> =
            self.servers(url, Duration::ZERO)?.into_iter().map(|(server, _)| server).collect();
        let concerned = |migration: &&'p Migration| {
            let concerns = |server: &&Server| guard::concerns(migration, direction, server);
            (*migration, servers.iter().filter(concerns).cloned().collect::<Vec<_>>())
        };
        Ok(plan.iter().map(concerned).filter(|(_, servers)| !servers.is_empty()).collect())
    }

    /// The servers that say that they run, each with what is known of its life after watching them for at most so long.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn servers(
        &self,
        url: &DatabaseUrl,
        watch_for: Duration,
    ) -> Result<Vec<(Server, Life)>, MigrateError> {
        let Some(table) = self.watched() else { return Ok(Vec::new()) };
        let mut connection = match Connection::open(url, &SessionOptions::reader()) {
            Ok(connection) => connection,
            Err(OpenError::Missing { .. }) => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let (mut vigil, until) = (Vigil::default(), Instant::now() + watch_for);
        loop {
            let servers = presence::servers(&mut connection, table)?;
            let judged = vigil.saw(servers, Instant::now());
            if judged.iter().all(|(_, life)| *life != Life::Unknown) || Instant::now() >= until {
                return Ok(judged);
            }
            thread::sleep(Duration::from_millis(200).min(until.saturating_duration_since(Instant::now())));
        }
    }
}
