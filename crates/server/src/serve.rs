//! Serving: from the settings to a server that answers, and its end in order.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU64, Ordering};

use statehouse_api::{Api, ApiOptions, EvaluationLimits, Limits};
use statehouse_connection::DatabaseUrl;
use statehouse_connection::url::redacted;
use statehouse_db::{KeepLog, LoadProgress, MigratePolicy, OpenError, QueueLimits, Store, StoreOptions};
use statehouse_execute::Executor;
use statehouse_model::Drivers;
use statehouse_poll::Poller;

use crate::failure::{Exit, Failure};
use crate::settings::Settings;
use crate::{drivers, file_limit, logging, port_file, pretence, secret_key, signals, supervisor};

/// Serves until it is told to stop.
pub(crate) fn serve(settings: &Settings) -> Result<(), Failure> {
    settings.refuse_unguarded_address()?;
    logging::start(&settings.log, settings.log_format)?;
    let database = database(settings)?;
    let drivers = drivers::read(&settings.drivers)?;
    signals::survive_file_size_limit().map_err(|error| failed("cannot handle signals", &error))?;
    file_limit::raise();
    // Whoever connects from here on waits until the database is open.
    let listener = listen(settings)?;
    let policy = migrate_policy(&database);
    let store = open(settings, database, drivers, policy, name(&listener))?;
    answer(settings, store, listener)
}

/// The address of the database that the settings give.
pub(crate) fn database(settings: &Settings) -> Result<DatabaseUrl, Failure> {
    settings
        .database
        .parse()
        .map_err(|error| Failure::settings(format!("database {:?}: {error}", redacted(&settings.database))))
}

fn listen(settings: &Settings) -> Result<TcpListener, Failure> {
    TcpListener::bind(settings.listen).map_err(|error| {
        Failure::new(Exit::Address, format!("cannot listen on {}: {error}", settings.listen))
            .remedy("choose another address with --listen, or stop the program that has this one")
    })
}

/// What happens to a database whose schema is older: the embedded one belongs to this program alone, a database server has an
/// operator.
pub(crate) fn migrate_policy(database: &DatabaseUrl) -> MigratePolicy {
    match database.file() {
        Some(_) => MigratePolicy::MigrateEmbedded,
        None => MigratePolicy::RefuseOutdated,
    }
}

/// Opens the store that the settings describe.
pub(crate) fn open(
    settings: &Settings,
    database: DatabaseUrl,
    drivers: Drivers,
    migrate: MigratePolicy,
    name: String,
) -> Result<Store, Failure> {
    let given = secret_key::find(settings, &database)?;
    let shown = database.to_string();
    let mut options = StoreOptions::new(database, drivers, given.key.clone());
    options.queue = QueueLimits { commands: settings.queue, ..QueueLimits::default() };
    options.lease = settings.lease;
    options.keep_log = settings.keep_log.map(|age| KeepLog { age, commits: settings.keep_commits as u64 });
    options.migrate = migrate;
    options.name = name;
    pretence::read()?.change(&mut options);
    let told = AtomicU64::new(0);
    options.progress = Box::new(move |progress| tell(&told, progress));
    let store = Store::open(options).map_err(|error| {
        given.forget_new_file();
        cannot_open(&shown, &error)
    })?;
    given.tell();
    Ok(store)
}

/// Where this server is, for people who look for it: the machine's name and the port.
fn name(listener: &TcpListener) -> String {
    let machine = rustix::system::uname().nodename().to_string_lossy().into_owned();
    match listener.local_addr() {
        Ok(address) => format!("{machine}:{}", address.port()),
        Err(_) => machine,
    }
}

/// A line for every second that loading takes.
fn tell(told: &AtomicU64, progress: LoadProgress) {
    let seconds = progress.elapsed.as_secs();
    if told.swap(seconds, Ordering::Relaxed) < seconds {
        let LoadProgress { rows, total, .. } = progress;
        tracing::info!(rows, total, seconds, "loading the database");
        supervisor::still_starting();
    }
}

pub(crate) fn cannot_open(database: &str, error: &OpenError) -> Failure {
    let (exit, remedy) = match error {
        OpenError::Schema { .. } => (Exit::Schema, None),
        OpenError::WrongKey => (
            Exit::SecretKey,
            Some("give it the key it was made with: --secret-key-file or STATEHOUSE_SECRET_KEY"),
        ),
        OpenError::Thread(_) => (Exit::Failed, None),
        _ => (Exit::Database, None),
    };
    // What comes from the connection names the database already.
    let reason = error.to_string();
    let what = if reason.contains(database) { reason } else { format!("cannot open {database}: {reason}") };
    let failure = Failure::new(exit, what);
    match remedy {
        Some(remedy) => failure.remedy(remedy),
        None => failure,
    }
}

fn answer(settings: &Settings, store: Store, listener: TcpListener) -> Result<(), Failure> {
    let address = listener.local_addr().map_err(|error| failed("cannot tell the address", &error))?;
    let stop = signals::stop_on_request().map_err(|error| failed("cannot handle signals", &error))?;
    let poller = Poller::start(&store).map_err(|error| failed("cannot start polling", &error))?;
    let executor = if settings.execute_actions {
        Executor::start(&store).map_err(|error| failed("cannot start executing actions", &error))?
    } else {
        None
    };
    let mut api = Api::new(
        store.clone(),
        ApiOptions {
            body_timeout: settings.client_timeout,
            revision_wait: settings.revision_wait,
            evaluation: EvaluationLimits {
                rows: settings.evaluation_rows,
                steps: settings.evaluation_steps,
                time: settings.evaluation_time,
                ..EvaluationLimits::default()
            },
            listeners: settings.violation_streams,
            ..ApiOptions::default()
        },
    );
    if let Some(poller) = &poller {
        api = api.with_polling(poller.polling());
    }
    if let Some(executor) = &executor {
        api = api.with_executing(executor.executing());
    }
    let mut limits = Limits {
        head_timeout: settings.client_timeout,
        keep_alive: settings.keep_alive,
        shutdown_timeout: settings.shutdown_timeout,
        ..Limits::default()
    };
    if let Some(workers) = settings.workers {
        limits.workers = workers;
    }
    if let Some(path) = &settings.port_file {
        port_file::write(path, address).map_err(|error| {
            Failure::new(Exit::Failed, format!("cannot write the port file {}: {error}", path.display()))
        })?;
    }
    tracing::info!(%address, database = %redacted(&settings.database), version = env!("CARGO_PKG_VERSION"), "serving");
    supervisor::ready();
    let (died, leaving, drain) = (store.died(), api.clone(), settings.drain);
    let shutdown = async move {
        tokio::select! {
            () = stop.notified() => {
                supervisor::stopping();
                leaving.leave();
                tokio::time::sleep(drain).await;
            }
            // A process that can only refuse makes room for a new one.
            defect = died => tracing::error!(error = %defect, "stopping: start the server again"),
        }
    };
    let served =
        actix_web::rt::System::new().block_on(statehouse_api::serve(api, listener, shutdown, limits));
    if let Some(poller) = poller {
        poller.stop();
    }
    if let Some(executor) = executor {
        executor.stop();
    }
    let closed = store.close();
    served.map_err(|error| failed("cannot serve", &error))?;
    closed.map_err(|error| failed("the store did not close in order", &error))?;
    tracing::info!("stopped");
    Ok(())
}

fn failed(what: &str, error: &dyn std::error::Error) -> Failure {
    Failure::new(Exit::Failed, format!("{what}: {error}"))
}
