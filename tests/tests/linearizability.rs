//! Three servers and sixteen clients, while servers and the database are killed, paused and cut off at random: one order
//! explains all that the clients saw, and it is the one that the servers named.
//!
//! A minute each; `STATEHOUSE_TEST_SECONDS` sets another time. `cargo xtask soak` runs them for longer.

use statehouse_tests::linearizability::trial;
use statehouse_tests::throwaway::{Engine, Error};

#[test]
fn on_sqlite() -> Result<(), Error> {
    trial::run(None)
}

#[test]
fn on_postgres() -> Result<(), Error> {
    trial::run(Some(Engine::Postgres))
}

#[test]
fn on_mysql() -> Result<(), Error> {
    trial::run(Some(Engine::Mysql))
}

#[test]
fn on_galera() -> Result<(), Error> {
    trial::run(Some(Engine::Galera))
}
