//! Leases: duties that only one server at a time may have, kept in the database.
//!
//! | module | what it holds |
//! |---|---|
//! | [`bid`] | what one server knows of one lease, and what it does next: no I/O, no clock |
//! | [`row`] | the statements on `leases`; each that writes is a compare-and-set |
//! | [`sought`] | the duties this server seeks, as handles and the keeper share them |
//! | [`keeper`] | the thread that looks, takes, renews and releases |
//! | [`duty`] | [`Duty`] and [`Lease`], as callers have them |
//!
//! Two things keep two servers from doing the same. **Time**: a holder that cannot renew stops by its own clock before
//! anybody may take over by theirs. That is enough while clocks tick and processes run, and no clocks are compared. **The
//! token**: whatever a holder changes in the store, it changes in a transaction that renews its lease as well
//! ([`row::renew`]). So a holder that was stopped and does not know what time it is changes nothing once it has a
//! successor, on any database: the row is locked until COMMIT, and in a Galera cluster a takeover on another node and
//! the renewal here are two changes of one row, of which only one is certified.

mod bid;
mod duty;
#[cfg(test)]
mod interleavings;
mod keeper;
mod row;
mod sought;

pub use duty::{Duty, DutyError, Lease};
pub(crate) use keeper::Keeper;
pub(crate) use row::renew;
pub(crate) use sought::Leases;
