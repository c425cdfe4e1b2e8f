//! Importing: from the two addresses to what became of everything.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use indicatif::{ProgressBar, ProgressStyle};
use statehouse_congress::{Creations, FernetKey, Held, KeyFileError, Plan, PlanError, ReadError, Trial};
use statehouse_connection::DatabaseUrl;
use statehouse_db::{Look, OpenError};
use statehouse_model::{Command, Drivers, Revision, State, Timestamp};

use super::report::Imported;
use super::source::{Found, Source};
use super::store_target::StoreTarget;
use crate::failure::{Exit, Failure};
use crate::settings::Settings;
use crate::{drivers, secret_key, serve};

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) from: Source<'a>,
    pub(super) key_dir: Option<&'a Path>,
    pub(super) dry_run: bool,
    /// Whether what was deleted here is to come again.
    pub(super) bring_back: bool,
}

impl Asked<'_> {
    pub(super) fn carry_out(&self, settings: &Settings) -> Result<Imported, Failure> {
        let Found { url: from, key_dir } = self.from.find()?;
        let database = serve::database(settings)?;
        let drivers = drivers::read(&settings.drivers)?;
        let key_dir = self.key_dir.or(key_dir.as_deref());
        let key = key_dir.map(FernetKey::in_folder).transpose().map_err(|error| no_key(&error))?;
        let held = Held::read(&from).map_err(|error| unreadable(&error))?;
        let mut plan = Plan::of(&held, key.as_ref(), &drivers).map_err(|error| no_plan(&error))?;
        plan.bring_back = self.bring_back;
        drop(held);
        let bar = bar(plan.len());
        let mut progress = |done: usize| bar.set_position(done as u64);
        let report = if self.dry_run {
            let mut trial = trial(settings, &database, drivers)?;
            match plan.carry_out(&mut trial, &mut progress) {
                Ok(report) => report,
                Err(never) => match never {},
            }
        } else {
            let policy = serve::migrate_policy(&database);
            let mut target = StoreTarget::new(serve::open(
                settings,
                database.clone(),
                drivers,
                policy,
                "import congress".to_owned(),
            )?);
            let report = plan.carry_out(&mut target, &mut progress)?;
            target.close()?;
            report
        };
        bar.finish_and_clear();
        Ok(Imported { from, to: database, revision: plan.revision, dry_run: self.dry_run, report })
    }
}

/// The state that an import would begin with. Where no server has ever been, nothing is made.
fn trial(settings: &Settings, database: &DatabaseUrl, drivers: Drivers) -> Result<Trial, Failure> {
    let is_missing = database.file().is_some_and(|file| !file.exists());
    let key = if is_missing { None } else { secret_key::look(settings, database)? };
    let Some(key) = key else { return Ok(Trial::on(fresh(drivers)?, Creations::default(), now())) };
    let cannot_look = |error: OpenError| serve::cannot_open(&database.to_string(), &error);
    let mut look = Look::at(database, &drivers, &key.key).map_err(cannot_look)?;
    if look.state().revision() == Revision(0) {
        return Ok(Trial::on(fresh(drivers)?, Creations::default(), now()));
    }
    let mut created = Creations::default();
    if !look.each_commit(|commit| created.add(commit)).map_err(cannot_look)? {
        created = created.of_trimmed_log();
    }
    Ok(Trial::on(look.state().clone(), created, now()))
}

/// What a new database holds.
fn fresh(drivers: Drivers) -> Result<Arc<State>, Failure> {
    let state = State::empty(drivers);
    let command =
        Command::CreateBuiltInPolicies { classification: "classification".into(), action: "action".into() };
    let changes = state
        .decide(&command, now())
        .map_err(|rejection| Failure::new(Exit::Failed, format!("the built-in policies: {rejection}")))?;
    Ok(Arc::new(state.apply(&changes)))
}

pub(super) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Timestamp(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
}

/// How far it is, where somebody watches.
fn bar(steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len}  {per_sec}, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(steps as u64).with_style(style)
}

pub(super) fn no_key(error: &KeyFileError) -> Failure {
    Failure::new(Exit::SecretKey, error.to_string())
        .remedy("--key-dir is the folder that Congress's setting encryption_key_path names")
}

fn unreadable(error: &ReadError) -> Failure {
    Failure::new(Exit::Database, error.to_string())
}

fn no_plan(error: &PlanError) -> Failure {
    let remedy = match error {
        PlanError::NoKey { .. } => {
            "say with --key-dir which folder has the file aes_key: Congress's setting encryption_key_path names it"
        }
        PlanError::WrongKey { .. } => {
            "give with --key-dir the folder of the key that this database was written with"
        }
    };
    Failure::new(Exit::SecretKey, error.to_string()).remedy(remedy)
}
