//! What was acknowledged is there, whatever happens to the process.

use statehouse_tests::chance::{self, Rng};
use statehouse_tests::server::Stopped;
use statehouse_tests::{Server, Writer};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const WRITERS: usize = 16;
/// Databases that are crashed side by side: most of a round is waiting.
const LANES: u64 = 4;
const DATABASES_PER_LANE: u64 = 5;
const CRASHES_PER_DATABASE: u64 = 10;

#[test]
fn every_acknowledged_write_survives_two_hundred_kills_at_random_moments() {
    assert_eq!(LANES * DATABASES_PER_LANE * CRASHES_PER_DATABASE, 200);
    let seed = chance::seed();
    thread::scope(|scope| {
        for lane in 0..LANES {
            scope.spawn(move || {
                let mut chance = chance::source(seed, lane);
                for _ in 0..DATABASES_PER_LANE {
                    crash_one_database(|| Duration::from_millis(chance.random_range(0..250)));
                }
            });
        }
    });
}

fn crash_one_database(mut delay: impl FnMut() -> Duration) {
    let mut server = Server::fresh();
    let mut crew = Writer::crew("w", WRITERS, &server);
    for _ in 0..CRASHES_PER_DATABASE {
        server = kill_under_load(server, &mut crew, delay()).restart();
        for writer in &mut crew {
            writer.check(&server);
        }
        server.database().assert_sound();
        server.database().assert_log_complete();
    }
}

/// Lets the whole crew write, and kills the server in the midst of it: `delay` after its first acknowledgement, so that
/// something is at stake on a slow machine too.
fn kill_under_load(server: Server, crew: &mut [Writer], delay: Duration) -> Stopped {
    let address = server.address();
    let (acknowledge, acknowledged) = mpsc::channel();
    let (stopped, first) = thread::scope(|scope| {
        for writer in crew {
            let acknowledge = acknowledge.clone();
            scope.spawn(move || {
                while let Ok(answer) = writer.write(address) {
                    assert!(answer.status < 300, "a write was refused: {answer}");
                    let _ = acknowledge.send(());
                }
            });
        }
        let first = acknowledged.recv_timeout(Duration::from_secs(30));
        thread::sleep(delay);
        // Killed in any case, or the crew would write for ever.
        (server.kill(), first)
    });
    assert!(first.is_ok(), "nothing was acknowledged in half a minute: nothing was at stake");
    stopped
}
