//! A store on one kind of database.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};
use statehouse_db::{Clock, MigratePolicy, Pending, SealingKey, Store, StoreOptions, Watch};
use statehouse_model::{Commit, Drivers, Revision, State, Timestamp};
use statehouse_strategy::drivers;
use statehouse_tests::Database;
use statehouse_tests::throwaway::Site;

use crate::oracle::MADE_UP;
use crate::plan::Step;
use crate::told::{self, Told};

/// When a store makes the two policies that always exist.
pub const FOUNDED: Timestamp = Timestamp(1_600_000_000_000_000);

/// What a plan leaves behind, those that refer to others first.
const FILLED: [&str; 12] = [
    "data_source_rows",
    "data_source_tables",
    "data_sources",
    "rules",
    "policy_tables",
    "policies",
    "names",
    "library_policies",
    "executions",
    "execution_changes",
    "changes",
    "commits",
];

/// A database that plans are carried out on, one after the other.
pub struct Subject {
    pub name: &'static str,
    database: Database,
    key: SealingKey,
    clock: Arc<SetClock>,
    drivers: Drivers,
}

struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

/// A store, another on the same database that only follows, and a watch from the first commit on.
struct Open {
    store: Store,
    other: Store,
    watch: Watch,
    watched: Vec<Arc<Commit>>,
}

impl Subject {
    pub fn on(site: &Site) -> Self {
        Self::with_drivers(site, drivers())
    }

    /// A store that knows other drivers than the model answers differently, and must be found out.
    pub fn with_drivers(site: &Site, drivers: Drivers) -> Self {
        let clock = Arc::new(SetClock(AtomicI64::new(FOUNDED.0)));
        let subject = Self {
            name: site.name(),
            database: site.database(),
            key: SealingKey::generate(),
            clock,
            drivers,
        };
        subject.open_at(&subject.database.url(), MigratePolicy::MigrateEmbedded).close().unwrap();
        subject
    }

    /// Everything that is told when a plan is carried out on a database that holds nothing yet.
    pub fn told(&self, plan: &[Step]) -> Vec<Told> {
        self.clear();
        self.clock.0.store(FOUNDED.0, Ordering::SeqCst);
        let mut open = self.open();
        let made_up = made_up(&open.store.read_local());
        let mut told = Vec::new();
        for step in plan {
            match step {
                Step::Send(requests, at) => {
                    self.clock.0.store(at.0, Ordering::SeqCst);
                    let sent: Vec<_> =
                        requests.iter().map(|request| open.store.write(request.clone()).unwrap()).collect();
                    let answers = sent.into_iter().map(Pending::wait).zip(requests);
                    told.extend(answers.map(|(answer, request)| {
                        Told::new(format!("{:?}", request.command), told::answer(&answer))
                    }));
                }
                Step::Look => told.extend(open.look()),
                Step::Reopen => {
                    open.close();
                    open = self.open();
                }
            }
        }
        open.close();
        open = self.open();
        told.extend(open.look());
        self.refuse_unsound(&open.store);
        open.close();
        for told in &mut told {
            for (made_up, shown) in made_up.iter().zip(MADE_UP) {
                told.text = told.text.replace(made_up, shown);
            }
        }
        told
    }

    fn open(&self) -> Open {
        let urls = self.database.urls();
        let store = self.open_at(&urls[0], MigratePolicy::RefuseOutdated);
        let other = self.open_at(&urls[urls.len() - 1], MigratePolicy::RefuseOutdated);
        let watch = store.watch(Revision(0));
        Open { store, other, watch, watched: Vec::new() }
    }

    fn open_at(&self, url: &str, migrate: MigratePolicy) -> Store {
        let mut options = StoreOptions::new(address(url), self.drivers.clone(), self.key.clone());
        options.migrate = migrate;
        options.clock = self.clock.clone();
        Store::open(options).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// A database of its own for each plan would be slower by the time that making tables takes.
    fn clear(&self) {
        let mut session =
            Connection::open(&address(&self.database.url()), &SessionOptions::writer()).unwrap();
        for table in FILLED {
            session.batch_execute(&format!("DELETE FROM {table}")).unwrap();
        }
        session.batch_execute("UPDATE head SET revision = 0").unwrap();
    }

    /// The log leads to the state, and the database is sound by its own account.
    fn refuse_unsound(&self, store: &Store) {
        let empty = State::empty(drivers());
        let replayed = log(store).iter().fold(empty, |state, commit| state.apply(&commit.changes));
        assert!(replayed.content_eq(&store.read_local()), "{}: the log leads elsewhere", self.name);
        self.database.assert_sound();
    }
}

impl Open {
    fn look(&mut self) -> [Told; 4] {
        let state = self.store.read().wait().unwrap();
        let other = self.other.read().wait().unwrap();
        while self.watch.after() < state.revision() {
            let commit = self.watch.wait(Duration::from_secs(30)).unwrap();
            self.watched.push(commit.expect("a commit that is in the state comes"));
        }
        let text = |commits: &[Arc<Commit>]| {
            commits.iter().map(|commit| told::commit(commit)).collect::<Vec<_>>().join("\n")
        };
        [
            Told::new("the state", told::state(&state)),
            Told::new("the state on another server", told::state(&other)),
            Told::new("the log", text(&log(&self.store))),
            Told::new("what was watched", text(&self.watched)),
        ]
    }

    fn close(self) {
        self.store.close().unwrap();
        self.other.close().unwrap();
    }
}

fn address(url: &str) -> DatabaseUrl {
    url.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The whole log, some commits at a time.
fn log(store: &Store) -> Vec<Arc<Commit>> {
    let mut log: Vec<Arc<Commit>> = Vec::new();
    loop {
        let after = log.last().map_or(Revision(0), |commit| commit.revision);
        let page = store.history(after, 7).unwrap();
        if page.is_empty() {
            return log;
        }
        log.extend(page);
    }
}

/// The ids that the store gave to the two policies that always exist.
fn made_up(state: &State) -> [String; 2] {
    ["classification", "action"].map(|name| state.policy(&name.into()).unwrap().id.to_string())
}
