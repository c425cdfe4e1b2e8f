//! Ends a migrator where a test wants it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use statehouse_migrations::{Faults, Point};

/// Ends a migrator at the given place, counted over everything that it is asked before and after.
#[derive(Debug, Default)]
pub struct EndsAt {
    place: usize,
    seen: AtomicUsize,
}

impl EndsAt {
    pub fn place(place: usize) -> Arc<Self> {
        Arc::new(Self { place, seen: AtomicUsize::new(0) })
    }

    fn next(&self) -> io::Result<()> {
        let seen = self.seen.fetch_add(1, Ordering::Relaxed);
        if seen == self.place { Err(io::Error::other("killed here")) } else { Ok(()) }
    }
}

impl Faults for EndsAt {
    fn before(&self, _: &Point<'_>) -> io::Result<()> {
        self.next()
    }

    fn after(&self, _: &Point<'_>) -> io::Result<()> {
        self.next()
    }
}
