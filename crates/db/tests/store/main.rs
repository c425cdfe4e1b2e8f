//! What the store promises, seen from outside the crate: as a program sees it that embeds the store.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in its words")]

mod closing;
mod durability;
mod duties;
mod dying;
mod group_commit;
mod migrating;
mod outage;
mod presence;
mod processes;
mod queue;
mod schema;
mod secrets;
mod there_and_back;
mod trimming;
mod watching;
mod words;
