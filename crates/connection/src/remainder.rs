//! What a failed COMMIT may have left in the files of a database, to come back after a crash.

use diesel::sql_types::Integer;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};

use crate::{Connection, DatabaseUrl, Failure, sqlite};

/// May the files hold something behind the last commit that the database would take for a commit after a crash?
///
/// SQLite appends a transaction to its write-ahead log, syncs the log, and only then shows the transaction in the index
/// of the log, which is in shared memory. When the sync fails, nobody sees the transaction, but its frames stand in the
/// file, and whoever opens the database after a crash builds the index anew from what stands there. The next
/// transaction overwrites them, which ends the danger: each frame's checksum covers those before it.
///
/// This looks at lengths: a log that ends before one more frame does holds no part of a transaction behind the last.
///
/// (Sources: "WAL-mode File Format", section 4, on <https://sqlite.org/walformat.html>; `walFrames` and
/// `walIndexRecover` in SQLite's wal.c.)
///
/// # Errors
/// The [`Failure`] of asking how long the log is.
pub fn may_come_back(connection: &mut Connection, url: &DatabaseUrl) -> Result<bool, Failure> {
    match (connection, url) {
        (Connection::Sqlite(connection), DatabaseUrl::Sqlite { path }) => {
            // Counted first, measured then: what others append in between can only make this answer more careful.
            let log: Log = sql_query("PRAGMA wal_checkpoint(NOOP)").get_result(connection)?;
            let page: Page = sql_query("PRAGMA page_size").get_result(connection)?;
            let frames = u64::from(log.log.unsigned_abs());
            let next_frame_ends =
                LOG_HEADER + (frames + 1) * (FRAME_HEADER + u64::from(page.page_size.unsigned_abs()));
            let length = std::fs::metadata(sqlite::log_of(path)).map_or(u64::MAX, |log| log.len());
            Ok(length >= next_frame_ends)
        }
        // What a server's log holds without its client having heard of it, nobody can tell from here.
        _ => Ok(true),
    }
}

/// The bytes of the header of a write-ahead log.
const LOG_HEADER: u64 = 32;
/// The bytes before the page in every frame of it.
const FRAME_HEADER: u64 = 24;

#[derive(QueryableByName)]
struct Log {
    /// How many frames are committed.
    #[diesel(sql_type = Integer)]
    log: i32,
}

#[derive(QueryableByName)]
struct Page {
    #[diesel(sql_type = Integer)]
    page_size: i32,
}
