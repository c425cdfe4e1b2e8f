//! The recorded programs and changes give the recorded rows.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails where it cannot go on")]

mod changes;
mod comparison;
mod corpus;
mod following;
mod programs;
mod simulations;
mod traces;
mod world;
