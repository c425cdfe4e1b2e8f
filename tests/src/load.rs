//! Writers and readers on several servers at once, while the test does something to what is beneath.

use crate::http::Answer;
use crate::pulse::Pulse;
use crate::receipts::{Receipts, Verdict};
use crate::server::Server;
use crate::writer::Writer;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long to wait before trying again what was not stored; the servers say a second, tests have less patience.
const PAUSE: Duration = Duration::from_millis(20);
/// How long a server may take to do what is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// Writers on every server, and one pulse that is read through all of them.
#[derive(Debug)]
pub struct Load<'a> {
    servers: &'a [Server],
    crews: Vec<Vec<Writer>>,
    pulse: Pulse,
    over: AtomicBool,
    told: Vec<Mutex<Told>>,
    /// The servers that were killed: what is under way there is not answered, and nothing is asked of them any more.
    dead: Vec<AtomicBool>,
}

/// What one server has answered.
#[derive(Debug, Default)]
struct Told {
    receipts: Receipts,
    stored_at: Vec<Instant>,
    read_at: Vec<Instant>,
    reads_refused: usize,
}

impl<'a> Load<'a> {
    /// So many writers on each of the servers, which have the same database.
    pub fn on(servers: &'a [Server], writers: usize) -> Self {
        Self::named("", servers, writers)
    }

    /// The same, where the database has seen a load before: what it writes is called after its name.
    pub fn named(name: &str, servers: &'a [Server], writers: usize) -> Self {
        let crews = servers.iter().enumerate();
        let crews = crews.map(|(number, server)| Writer::crew(&format!("{name}s{number}w"), writers, server));
        let crews = crews.collect();
        let first = servers.first().expect("a load has a server at least");
        let pulse = Pulse::new(&format!("{name}pulse"), first);
        let told = servers.iter().map(|_| Mutex::default()).collect();
        let dead = servers.iter().map(|_| AtomicBool::new(false)).collect();
        Self { servers, crews, pulse, over: AtomicBool::new(false), told, dead }
    }

    /// Lets everybody write and read, does what is to be done meanwhile, and ends. What must not happen fails the test
    /// when it happens.
    pub fn during<R>(&mut self, meanwhile: impl FnOnce(&Watch<'_>) -> R) -> R {
        let mut crews = std::mem::take(&mut self.crews);
        self.over.store(false, Ordering::SeqCst);
        let load = &*self;
        let done = thread::scope(|scope| {
            // However this ends, the others must not go on for ever.
            let _over = Over(&load.over);
            for (place, crew) in crews.iter_mut().enumerate() {
                for writer in crew {
                    scope.spawn(move || load.or_all_end(|| load.write(place, writer)));
                }
                scope.spawn(move || load.or_all_end(|| load.read(place)));
            }
            scope.spawn(|| load.or_all_end(|| load.beat()));
            meanwhile(&Watch(load))
        });
        self.crews = crews;
        done
    }

    /// Fails unless every server shows what was acknowledged and the log agrees with every answer.
    #[track_caller]
    pub fn check(&mut self) -> Receipts {
        let living = self.servers.iter().zip(&self.dead).filter(|(_, dead)| !dead.load(Ordering::SeqCst));
        let living: Vec<&Server> = living.map(|(server, _)| server).collect();
        for writer in self.crews.iter_mut().flatten() {
            for server in &living {
                writer.check(server);
            }
        }
        let mut receipts = Receipts::default();
        for place in 0..self.servers.len() {
            receipts.add(self.told(place).receipts.clone());
        }
        let database = self.servers.first().expect("a load has a server at least").database();
        receipts.assert_true_of(database);
        database.assert_log_complete();
        receipts
    }

    /// How many reads were refused so far.
    pub fn reads_refused(&self) -> usize {
        (0..self.servers.len()).map(|place| self.told(place).reads_refused).sum()
    }

    /// Runs a part of the load; when it fails, the whole load ends, so that the failure is told.
    fn or_all_end(&self, part: impl FnOnce()) {
        let over = Over(&self.over);
        part();
        std::mem::forget(over);
    }

    fn write(&self, place: usize, writer: &mut Writer) {
        let server = &self.servers[place];
        while !self.over.load(Ordering::SeqCst) {
            let Some(answer) = self.answered(place, writer.write(server.address())) else { return };
            match self.note(place, &answer) {
                Verdict::Stored(_) => {}
                Verdict::NotStored => thread::sleep(PAUSE),
                Verdict::Unknown => writer.settle(server, PATIENCE),
            }
        }
    }

    /// The pulse goes through one server after the other.
    fn beat(&self) {
        for (place, server) in self.servers.iter().enumerate().cycle() {
            if self.over.load(Ordering::SeqCst) {
                return;
            }
            let Some(answer) = self.answered(place, self.pulse.beat(server.address())) else { continue };
            if self.note(place, &answer) != (Verdict::NotStored) {
                continue;
            }
            thread::sleep(PAUSE);
        }
    }

    fn read(&self, place: usize) {
        while !self.over.load(Ordering::SeqCst) {
            let read = self.pulse.read(self.servers[place].address());
            let Some(read) = self.answered(place, read) else { return };
            let mut told = self.told(place);
            match read {
                Some(_) => told.read_at.push(Instant::now()),
                None => told.reads_refused += 1,
            }
            drop(told);
            thread::sleep(PAUSE / 4);
        }
    }

    /// The answer; none from a server that was killed.
    fn answered<T>(&self, place: usize, answer: io::Result<T>) -> Option<T> {
        match answer {
            Err(_) if self.dead[place].load(Ordering::SeqCst) => None,
            answer => Some(answer.expect("a server that lives answers")),
        }
    }

    fn note(&self, place: usize, answer: &Answer) -> Verdict {
        let mut told = self.told(place);
        let verdict = told.receipts.keep(answer);
        if let Verdict::Stored(_) = verdict {
            told.stored_at.push(Instant::now());
        }
        verdict
    }

    fn told(&self, place: usize) -> MutexGuard<'_, Told> {
        self.told[place].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a load that is running has come to.
#[derive(Debug)]
pub struct Watch<'a>(&'a Load<'a>);

impl Watch<'_> {
    /// Waits until this server has acknowledged a write and answered a read, both after that moment, and says how long
    /// after it the first of each was.
    #[track_caller]
    pub fn served_after(&self, place: usize, moment: Instant) -> Service {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let told = self.0.told(place);
            let first = |times: &[Instant]| {
                times
                    .iter()
                    .find_map(|time| time.checked_duration_since(moment).filter(|after| !after.is_zero()))
            };
            let found = (first(&told.stored_at), first(&told.read_at));
            if let (Some(write), Some(read)) = found {
                return Service { write, read };
            }
            let (counts, refused) = (told.receipts.counts(), told.reads_refused);
            drop(told);
            assert!(
                Instant::now() < deadline && !self.0.over.load(Ordering::SeqCst),
                "server {place} does not serve: {found:?}; stored, not stored, unknown: {counts:?}, reads refused: {refused}"
            );
            thread::sleep(PAUSE);
        }
    }

    /// Waits until this server has refused so many reads more.
    #[track_caller]
    pub fn refused(&self, place: usize, more: usize) {
        let before = self.0.told(place).reads_refused;
        let deadline = Instant::now() + PATIENCE;
        while self.0.told(place).reads_refused < before + more {
            assert!(Instant::now() < deadline, "server {place} has not refused {more} reads");
            thread::sleep(PAUSE);
        }
    }

    /// Kills this server (SIGKILL): nothing more is asked of it, and what it had acknowledged must be there.
    pub fn kill(&self, place: usize) {
        self.0.dead[place].store(true, Ordering::SeqCst);
        self.0.servers[place].die();
    }

    /// Waits until every server that lives has acknowledged so many writes more.
    #[track_caller]
    pub fn stored(&self, more: usize) {
        let stored = |place: usize| self.0.told(place).stored_at.len();
        let before: Vec<usize> = (0..self.0.servers.len()).map(stored).collect();
        let living = (0..before.len()).filter(|&place| !self.0.dead[place].load(Ordering::SeqCst));
        let deadline = Instant::now() + PATIENCE;
        while living.clone().any(|place| stored(place) < before[place] + more) {
            assert!(Instant::now() < deadline, "a server has not stored {more} more writes");
            thread::sleep(PAUSE);
        }
    }
}

/// After how long a server did what again.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    /// Acknowledged a write.
    pub write: Duration,
    /// Answered a read.
    pub read: Duration,
}

struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}
