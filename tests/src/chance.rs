//! Random numbers that can be had again: the seed is printed, and `STATEHOUSE_TEST_SEED` sets it.
#![expect(clippy::print_stderr, reason = "the seed is what a failing test must show")]

pub use rand::Rng;
use rand::SeedableRng;
pub use rand::rngs::StdRng;

/// The seed of this run, printed for whoever wants to run it again.
pub fn seed() -> u64 {
    let seed = match std::env::var("STATEHOUSE_TEST_SEED") {
        Ok(given) => given.parse().expect("STATEHOUSE_TEST_SEED is a number"),
        Err(_) => rand::random(),
    };
    eprintln!("STATEHOUSE_TEST_SEED={seed}");
    seed
}

/// A source of random numbers for the part `lane` of a test whose parts run side by side.
pub fn source(seed: u64, lane: u64) -> StdRng {
    StdRng::seed_from_u64(seed.wrapping_add(lane))
}
