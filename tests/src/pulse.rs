//! A number that only grows: whoever reads it can tell whether a read was stale.

use crate::http::{Answer, Request};
use crate::server::Server;
use serde_json::json;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

/// One row of one table, replaced with ever higher numbers by one writer and read by everybody.
#[derive(Debug)]
pub struct Pulse {
    path: String,
    sent: AtomicU64,
    acknowledged: AtomicU64,
}

impl Pulse {
    /// A pulse that stands at 0, in a data source of this name.
    pub fn new(name: &str, server: &Server) -> Self {
        server.create_push_source(name).push("t", &json!([[0]]));
        let path = format!("/v1/data-sources/{name}/tables/t/rows");
        Self { path, sent: AtomicU64::new(0), acknowledged: AtomicU64::new(0) }
    }

    /// Writes the next number. Only one at a time may do so.
    ///
    /// # Errors
    /// When the answer does not come.
    pub fn beat(&self, server: SocketAddr) -> io::Result<Answer> {
        let number = self.sent.fetch_add(1, Ordering::SeqCst) + 1;
        let answer = Request::new("PUT", &self.path).json(&json!([[number]])).send(server)?;
        if answer.status < 300 {
            self.acknowledged.store(number, Ordering::SeqCst);
        }
        Ok(answer)
    }

    /// Reads the number; none when the server says that it cannot tell. Fails when it is older than what was acknowledged
    /// before the read, or newer than what was sent.
    ///
    /// # Errors
    /// When the answer does not come.
    #[track_caller]
    pub fn read(&self, server: SocketAddr) -> io::Result<Option<u64>> {
        let oldest = self.acknowledged.load(Ordering::SeqCst);
        let answer = Request::new("GET", &self.path).send(server)?;
        if answer.status == 503 {
            return Ok(None);
        }
        let rows = crate::domain::results(&answer.expect(200));
        let number = rows.first().and_then(|row| row["data"][0].as_u64()).expect("a row with a number");
        let newest = self.sent.load(Ordering::SeqCst);
        assert!(
            rows.len() == 1 && (oldest..=newest).contains(&number),
            "read {number} of {oldest} to {newest}"
        );
        Ok(Some(number))
    }
}
