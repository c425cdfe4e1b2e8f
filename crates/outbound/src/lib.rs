//! Requests to data sources: over HTTP, bounded in size, time and redirects.
//!
//! Addresses and headers may be secret: no error repeats them, and headers go to no server but the one they are for.

mod client;

pub use client::{Client, Order, RequestError};
