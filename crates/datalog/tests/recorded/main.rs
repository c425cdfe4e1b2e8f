//! The recorded answers of a Congress server, replayed against the language: `tests/data/congress-v1/`.
//!
//! Every recorded case must match, or stand in `divergences-parse.toml` with a reason; a divergence that no
//! longer differs is an error as well.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a recording that cannot be read fails its test")]

mod admission;
mod corpus;
mod layout;
mod parse;
