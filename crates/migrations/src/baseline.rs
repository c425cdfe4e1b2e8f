//! Many migrations squashed into one: what an empty database takes, and a database that is past it never notices.
//!
//! The ledger says the same either way: the baseline lists the migrations that it stands for, with the checksums that databases
//! remember. So programs from before and after the squash work on the same databases, and one that was brought to the
//! baseline's version step by step is taken for what it is. Only a database in the middle of them needs a program from before.

use std::borrow::Cow;
use std::sync::Arc;

use crate::{
    Applied, Direction, MigrateError, Migration, MigrationSet, Phase, SetError, State, Step, Version,
};

/// Statements that lead to the schema of a version at once, and what they stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    as_one: Migration,
    stands_for: Vec<Migration>,
}

impl Baseline {
    /// A baseline in SQL. `stands_for` has a line for each migration: its folder's name, its phase, the migration that it
    /// requires of servers (or `-`), and its checksum.
    ///
    /// # Errors
    /// [`SetError::StandsFor`] names the line that cannot be read.
    pub fn new(
        up: impl Into<Cow<'static, str>>,
        down: impl Into<Cow<'static, str>>,
        stands_for: &str,
    ) -> Result<Self, SetError> {
        let read = |line: &str| squashed(line).ok_or_else(|| SetError::StandsFor { line: line.to_owned() });
        let stands_for = stands_for.lines().map(read).collect::<Result<Vec<_>, _>>()?;
        let numbers = stands_for.iter().map(|migration| migration.version.0);
        if stands_for.is_empty() || !numbers.eq(1..=u32::try_from(stands_for.len()).unwrap_or(u32::MAX)) {
            return Err(SetError::StandsFor { line: "the numbers from 0001 on, without a gap".to_owned() });
        }
        let version = stands_for.last().map_or(0, |migration| migration.version.0);
        Ok(Self { as_one: Migration::sql(version, "baseline", up, down), stands_for })
    }

    /// All of it as one migration.
    pub(crate) fn as_one(&self) -> &Migration {
        &self.as_one
    }

    /// What it stands for, lowest number first.
    pub(crate) fn stands_for(&self) -> &[Migration] {
        &self.stands_for
    }

    /// The version that it leads to.
    #[must_use]
    pub fn version(&self) -> Version {
        self.as_one.version
    }
}

fn squashed(line: &str) -> Option<Migration> {
    let [folder, phase, requires, checksum] = line.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let (number, name) = folder.split_once('_')?;
    let requires = match requires {
        "-" => None,
        number => Some(number.parse().ok()?),
    };
    let checksum: Arc<str> = (checksum.len() == 64).then(|| checksum.into())?;
    Some(Migration {
        version: number.parse().ok()?,
        name: Cow::Owned(name.to_owned()),
        phase: Phase::from_word(phase)?,
        requires,
        in_transaction: true,
        loss: None,
        up: Step::Squashed(checksum.clone()),
        down: Step::Squashed(checksum),
    })
}

impl MigrationSet {
    /// The same with a baseline in the place of the migrations that it stands for.
    ///
    /// # Errors
    /// [`SetError::InBaseline`] names a migration that is there as well.
    pub fn with_baseline(self, baseline: Baseline) -> Result<Self, SetError> {
        if let Some(there) = self.iter().find(|migration| migration.version <= baseline.version()) {
            return Err(SetError::InBaseline { migration: there.to_string(), baseline: baseline.version() });
        }
        Ok(self.squashed(baseline))
    }

    /// What a run does next, where the next step is a squashed migration: the whole baseline.
    ///
    /// # Errors
    /// [`MigrateError::Squashed`], where only a part of it is asked for, or there.
    pub(crate) fn next<'s>(
        &'s self,
        plan: &[&'s Migration],
        entries: &[Applied],
        direction: Direction,
    ) -> Result<Option<&'s Migration>, MigrateError> {
        let is_squashed = |migration: &&&Migration| matches!(migration.up, Step::Squashed(_));
        let (Some(baseline), squashed @ 1..) = (self.baseline(), plan.iter().filter(is_squashed).count())
        else {
            return Ok(plan.first().copied());
        };
        let stands_for = baseline.stands_for();
        let is_whole = squashed == stands_for.len();
        let is_free = direction == Direction::Down || self.baseline_for(entries).is_some();
        if !is_whole || !is_free {
            return Err(MigrateError::Squashed { baseline: baseline.version() });
        }
        let is_next = plan.first().is_some_and(|first| is_squashed(&first));
        Ok(if is_next { Some(baseline.as_one()) } else { plan.first().copied() })
    }

    /// The version of the baseline that a database with this ledger takes: one that has at most the mark that it was begun.
    pub(crate) fn baseline_for(&self, entries: &[Applied]) -> Option<Version> {
        let baseline = self.baseline()?.version();
        let is_mark = |entry: &Applied| entry.version == baseline && entry.state == State::Begun;
        entries.iter().all(is_mark).then_some(baseline)
    }

    /// The same migrations, with the baseline in the place of those that it stands for.
    ///
    /// # Errors
    /// [`MigrateError::Squashed`], where only some of these are there.
    pub(crate) fn with_baseline_as_one<'s>(
        &'s self,
        mut plan: Vec<&'s Migration>,
    ) -> Result<Vec<&'s Migration>, MigrateError> {
        let is_squashed = |migration: &&Migration| matches!(migration.up, Step::Squashed(_));
        let Some(baseline) = self.baseline() else { return Ok(plan) };
        let Some(first) = plan.iter().position(is_squashed) else { return Ok(plan) };
        let count = plan.iter().filter(|it| is_squashed(it)).count();
        if count != baseline.stands_for().len() {
            return Err(MigrateError::Squashed { baseline: baseline.version() });
        }
        plan.splice(first..first + count, [baseline.as_one()]);
        Ok(plan)
    }

    /// Why this squashed migration is not carried out by itself.
    pub(crate) fn is_squashed(&self, migration: &Migration) -> MigrateError {
        let baseline = self.baseline().map_or(migration.version, Baseline::version);
        MigrateError::Squashed { baseline }
    }

    /// What the ledger is to say of a migration that was carried out: of a baseline, what it stands for.
    pub(crate) fn recorded<'m>(&'m self, migration: &'m Migration) -> &'m [Migration] {
        match self.baseline() {
            Some(baseline) if baseline.as_one() == migration => baseline.stands_for(),
            _ => std::slice::from_ref(migration),
        }
    }
}
