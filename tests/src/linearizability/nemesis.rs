//! Who kills, pauses and cuts off: one hand on the servers, one on the database.
//!
//! Each hand has a deck with every disturbance it can make, and deals it through before it shuffles again, and once at least,
//! however long that takes: none is left to luck. After each it undoes what it did and leaves some time, in which there has to
//! be progress.

use super::ensemble::Member;
use super::storage::Storage;
use crate::chance::{Rng, StdRng};
use crate::throwaway::Error;
use crate::throwaway::proxy::{Direction, Flow};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The longest pause of anything.
const LONG_MS: u64 = 8000;
/// How long what was killed stays away, at most.
const AWAY_MS: u64 = 1000;

/// How long a line is silent before it is cut, at most: a server may be waiting for any statement's answer then.
const LISTENING_MS: u64 = 300;
/// How often answers are lost in a row: one of these is likely to be the answer to COMMIT.
const IN_A_ROW: usize = 6;

/// How often each disturbance took place.
pub type Tally = BTreeMap<Disturbance, usize>;

/// What may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disturbance {
    /// A server is killed and started again.
    ServerKilled,
    /// All servers are killed at the same time and started again.
    AllServersKilled,
    /// A server is stopped and continued.
    ServerPaused,
    /// All connections of a server to the database end.
    ConnectionsCut,
    /// All connections end, and none is let through for a while.
    ConnectionsRefused,
    /// Nothing passes between a server and the database, and no connection ends.
    LineSilent,
    /// The database is asked and answers, and its answers are lost with the connection, several times in a row: those to
    /// COMMIT, too.
    AnswersLost,
    /// The same once, and the server is killed meanwhile.
    AnswersLostAndServerKilled,
    /// The database, or a node of it, is killed and started again.
    DatabaseKilled,
    /// The database, or a node of it, is stopped and continued.
    DatabasePaused,
    /// A node is parted from the others.
    NodeParted,
    /// Somebody else has locked the database file.
    FileLocked,
}

use Disturbance::{
    AllServersKilled, AnswersLost, AnswersLostAndServerKilled, ConnectionsCut, ConnectionsRefused,
    DatabaseKilled, DatabasePaused, FileLocked, LineSilent, NodeParted, ServerKilled, ServerPaused,
};

/// What can be done to servers that reach their database so.
pub fn of_servers(lines: bool) -> Vec<Disturbance> {
    let on_lines = [ConnectionsCut, ConnectionsRefused, LineSilent, AnswersLost, AnswersLostAndServerKilled];
    let processes = [ServerKilled, AllServersKilled, ServerPaused];
    processes.into_iter().chain(on_lines.into_iter().filter(|_| lines)).collect()
}

/// What can be done to a database with that many nodes; a file has none.
pub fn of_database(nodes: usize) -> Vec<Disturbance> {
    match nodes {
        0 => vec![FileLocked],
        1 => vec![DatabaseKilled, DatabasePaused],
        _ => vec![DatabaseKilled, DatabasePaused, NodeParted],
    }
}

/// A shuffled deck of disturbances.
#[derive(Debug)]
struct Deck {
    all: Vec<Disturbance>,
    left: Vec<Disturbance>,
    dealt: usize,
}

impl Deck {
    fn of(all: Vec<Disturbance>) -> Self {
        Self { all, left: Vec::new(), dealt: 0 }
    }

    /// The next disturbance, after some time in which everybody works; none when it is over.
    fn deal(&mut self, rest_ms: Range<u64>, chance: &mut StdRng, over: &AtomicBool) -> Option<Disturbance> {
        let ends = || over.load(Ordering::Relaxed) && self.dealt >= self.all.len();
        for _ in 0..chance.random_range(rest_ms) / 50 {
            if ends() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        if ends() {
            return None;
        }
        if self.left.is_empty() {
            self.left.clone_from(&self.all);
        }
        self.dealt += 1;
        let choice = chance.random_range(0..self.left.len());
        Some(self.left.swap_remove(choice))
    }
}

/// The hand on the servers; everything is undone when it ends.
pub fn disturb_servers(members: &mut [Member], chance: &mut StdRng, over: &AtomicBool) -> Tally {
    let all = of_servers(members.iter().any(|member| member.line().is_some()));
    let mut deck = Deck::of(all);
    let mut tally = Tally::new();
    while let Some(disturbance) = deck.deal(500..2000, chance, over) {
        let chosen = chance.random_range(0..members.len());
        match disturbance {
            AllServersKilled => {
                members.iter_mut().for_each(Member::kill);
                std::thread::sleep(time(chance, AWAY_MS));
                members.iter_mut().for_each(Member::start);
            }
            ServerKilled => bounce(&mut members[chosen], chance),
            ServerPaused => members[chosen].pause_for(long(chance)),
            on_line => disturb_line(on_line, &mut members[chosen], chance),
        }
        *tally.entry(disturbance).or_default() += 1;
    }
    tally
}

fn disturb_line(disturbance: Disturbance, member: &mut Member, chance: &mut StdRng) {
    let Some(line) = member.line() else { return };
    match disturbance {
        ConnectionsCut => line.cut(),
        ConnectionsRefused => {
            line.refuse();
            std::thread::sleep(long(chance));
        }
        LineSilent => {
            line.set(Flow::Silent);
            std::thread::sleep(long(chance));
        }
        AnswersLost => {
            for _ in 0..IN_A_ROW {
                line.set_one(Direction::Answers, Flow::Silent);
                std::thread::sleep(time(chance, LISTENING_MS));
                // What was held back is lost with the connections.
                line.cut();
                line.mend();
                std::thread::sleep(time(chance, AWAY_MS));
            }
        }
        AnswersLostAndServerKilled => {
            line.set_one(Direction::Answers, Flow::Silent);
            std::thread::sleep(time(chance, LISTENING_MS));
            return bounce(member, chance);
        }
        _ => {}
    }
    line.mend();
}

/// Kills a server, has its line mended, and starts it again.
fn bounce(member: &mut Member, chance: &mut StdRng) {
    member.kill();
    if let Some(line) = member.line() {
        line.cut();
        line.mend();
    }
    std::thread::sleep(time(chance, AWAY_MS));
    member.start();
}

/// The hand on the database; everything is undone when it ends.
///
/// # Errors
/// When the database does not come back.
pub fn disturb_database(
    storage: &mut Storage,
    chance: &mut StdRng,
    over: &AtomicBool,
) -> Result<Tally, Error> {
    let nodes = storage.nodes().len();
    let mut deck = Deck::of(of_database(nodes));
    let mut tally = Tally::new();
    while let Some(disturbance) = deck.deal(3000..6000, chance, over) {
        let node = chance.random_range(0..nodes.max(1));
        match disturbance {
            DatabaseKilled => {
                storage.kill(node)?;
                std::thread::sleep(time(chance, AWAY_MS));
                storage.start(node)?;
            }
            DatabasePaused => storage.pause_for(node, long(chance))?,
            NodeParted => storage.part_for(node, long(chance))?,
            // Somebody else may be writing all the time.
            FileLocked if !storage.lock_for(long(chance)) => continue,
            _ => {}
        }
        *tally.entry(disturbance).or_default() += 1;
    }
    Ok(tally)
}

fn time(chance: &mut StdRng, longest_ms: u64) -> Duration {
    Duration::from_millis(chance.random_range(0..longest_ms))
}

/// From a fifth of a second on; most are short, one in six may be longer than any time limit of the server.
fn long(chance: &mut StdRng) -> Duration {
    let longest_ms = if chance.random_ratio(1, 6) { LONG_MS } else { LONG_MS / 5 };
    Duration::from_millis(chance.random_range(200..longest_ms))
}
