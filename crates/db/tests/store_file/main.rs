//! What the store promises of an embedded database's file: on a disk that is full or fails, and about what is in it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in its words")]

mod contents;
mod failing_disk;
mod full_disk;
#[expect(dead_code, reason = "each test target uses the words it needs")]
#[path = "../store/words.rs"]
mod words;
