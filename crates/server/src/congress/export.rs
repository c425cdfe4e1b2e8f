//! Exporting: from what is here, and what the log tells, to a file for Congress.

use std::path::Path;

use statehouse_congress::{Chronicle, Export, ExportError, FernetKey, Target as _, export};
use statehouse_connection::DatabaseUrl;
use statehouse_connection::url::redacted;
use statehouse_db::MigratePolicy;

use super::import::{no_key, now};
use super::report::Written;
use super::store_target::{Reaches, StoreTarget};
use crate::failure::{Exit, Failure};
use crate::settings::Settings;
use crate::{drivers, serve};

pub(super) fn carry_out(to: &str, key_dir: &Path, settings: &Settings) -> Result<Written, Failure> {
    let to: DatabaseUrl =
        to.parse().map_err(|error| Failure::settings(format!("--to {:?}: {error}", redacted(to))))?;
    let file = export::refuse(&to).map_err(|error| not_written(&error))?;
    let known = FernetKey::in_folder_if_any(key_dir).map_err(|error| no_key(&error))?;
    let from = serve::database(settings)?;
    if let Some(file) = from.file().filter(|file| !file.exists()) {
        return Err(Failure::new(Exit::Database, format!("there is no database {}", file.display())));
    }
    let drivers = drivers::read(&settings.drivers)?;
    let store = StoreTarget::new(serve::open(
        settings,
        from.clone(),
        drivers,
        MigratePolicy::RefuseOutdated,
        "export congress".to_owned(),
    )?);
    let mut chronicle = Chronicle::default();
    if store.each_commit(|commit| chronicle.add(commit))? == Reaches::NotBack {
        chronicle = chronicle.of_trimmed_log();
    }
    let state = store.state();
    store.close()?;
    let key = known.clone().unwrap_or_else(|| FernetKey::of(rand::random()));
    let export = Export { state: &state, chronicle: &chronicle, key: &key, now: now().0 };
    let exported = export.write(&to, &mut rand::random).map_err(|error| not_written(&error))?;
    // Last, so that no key is left behind by an export that came to nothing.
    if known.is_none()
        && let Err(error) = key.keep_in(key_dir)
    {
        // Without the key nobody could open it.
        let _ = std::fs::remove_file(file);
        return Err(no_key(&error));
    }
    Ok(Written { from, to, exported })
}

fn not_written(error: &ExportError) -> Failure {
    match error {
        ExportError::NotAFile(_) => Failure::settings(error.to_string())
            .remedy("write a file, and let `pgloader` or the like bring it into a database server"),
        ExportError::Exists(_) => Failure::settings(error.to_string()).remedy("name another file with --to"),
        ExportError::Make { .. } | ExportError::Open(_) => Failure::new(Exit::Database, error.to_string()),
        ExportError::Value { .. } | ExportError::Failed { .. } => {
            Failure::new(Exit::Failed, error.to_string())
        }
    }
}
