//! Loading: the whole current state, streamed row by row and parsed once.

use std::cell::Cell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::{QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::{Connection, long_read_transaction};
use statehouse_model::{Drivers, Revision, State, Timestamp};

use crate::failed::Failed;
use crate::published::Tip;
use crate::seal::Seal;
use crate::shape::{self, Shape};
use crate::{LoadProgress, head, log, row, schema};

/// How often progress is told.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(250);

/// How often loading begins anew because a migration went by.
const ATTEMPTS: u32 = 5;

/// The newest state in the database.
pub(crate) fn load(
    connection: &mut Connection,
    seal: &Seal,
    drivers: &Drivers,
    tell: &dyn Fn(LoadProgress),
) -> Result<Tip, Failed> {
    for _ in 1..ATTEMPTS {
        let shape = shape::read(connection)?;
        match try_load(connection, shape, seal, drivers, tell) {
            // The rows are those of the snapshot, but the columns are those of the moment.
            Err(failed) if !failed.is_outage() && shape::read(connection)? != shape => {}
            Err(failed) if failed.is_conflict() => {}
            outcome => return outcome,
        }
    }
    let shape = shape::read(connection)?;
    try_load(connection, shape, seal, drivers, tell)
}

fn try_load(
    connection: &mut Connection,
    shape: Shape,
    seal: &Seal,
    drivers: &Drivers,
    tell: &dyn Fn(LoadProgress),
) -> Result<Tip, Failed> {
    // One snapshot, so that all tables are of the same revision. Taking in a million rules lasts longer than PostgreSQL would wait
    // for the next query of an ordinary reader.
    Ok(long_read_transaction(connection, |connection| {
        load_snapshot(connection, shape, seal, drivers.clone(), tell)
    })?)
}

fn load_snapshot(
    connection: &mut Connection,
    shape: Shape,
    seal: &Seal,
    drivers: Drivers,
    tell: &dyn Fn(LoadProgress),
) -> Result<Tip, Failed> {
    let revision = head::revision(connection)?;
    let meter = Meter::start(count_rows(connection, shape)?, tell);
    let mut loader = State::loader(drivers);
    row::load_policies(connection, |policy| meter.pass(1, || loader.policy(policy)))?;
    row::load_rules(connection, |rule| meter.pass(1, || loader.rule(rule)))?;
    row::load_tables(connection, |table| meter.pass(1, || loader.table(table)))?;
    row::load_library_policies(connection, shape, |policy| {
        meter.pass(1, || loader.library_policy(policy));
    })?;
    row::load_data_sources(connection, seal, |source| meter.pass(1, || loader.data_source(source)))?;
    row::load_data_source_tables(connection, |table, rows| {
        meter.pass(1 + rows.len(), || loader.data_source_table(table, rows));
    })?;
    if shape.executions {
        row::load_executions(connection, |execution| meter.pass(1, || loader.execution(execution)))?;
    }
    let state = Arc::new(loader.finish(revision));
    let at = match revision {
        Revision(0) => Timestamp(i64::MIN),
        revision => log::time_of(connection, revision)?,
    };
    meter.finish();
    Ok(Tip { state, at })
}

fn count_rows(connection: &mut Connection, shape: Shape) -> Result<u64, Failed> {
    let executions =
        if shape.executions { schema::executions::table.count().get_result(connection)? } else { 0 };
    let counts: [i64; 8] = [
        schema::policies::table.count().get_result(connection)?,
        schema::rules::table.count().get_result(connection)?,
        schema::policy_tables::table.count().get_result(connection)?,
        schema::library_policies::table.count().get_result(connection)?,
        schema::data_sources::table.count().get_result(connection)?,
        schema::data_source_tables::table.count().get_result(connection)?,
        schema::data_source_rows::table.count().get_result(connection)?,
        executions,
    ];
    Ok(counts.iter().map(|count| count.unsigned_abs()).sum())
}

/// Counts rows and tells how far they are, not too often.
struct Meter<'a> {
    total: u64,
    rows: Cell<u64>,
    started: Instant,
    told: Cell<Instant>,
    tell: &'a dyn Fn(LoadProgress),
}

impl<'a> Meter<'a> {
    fn start(total: u64, tell: &'a dyn Fn(LoadProgress)) -> Self {
        let now = Instant::now();
        Self { total, rows: Cell::new(0), started: now, told: Cell::new(now), tell }
    }

    fn pass(&self, rows: usize, take: impl FnOnce()) {
        take();
        self.rows.set(self.rows.get() + rows as u64);
        if self.told.get().elapsed() >= PROGRESS_INTERVAL {
            self.told.set(Instant::now());
            self.tell();
        }
    }

    fn finish(&self) {
        self.tell();
    }

    fn tell(&self) {
        let elapsed = self.started.elapsed();
        (self.tell)(LoadProgress { rows: self.rows.get(), total: self.total, elapsed });
    }
}
