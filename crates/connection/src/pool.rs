//! A bounded number of sessions for reading, and a bounded wait for one.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::time::Duration;

use diesel::r2d2::{self, HandleError, ManageConnection, R2D2Connection as _};

use crate::{Connection, DatabaseUrl, OpenError, SessionOptions};

/// Sessions that wait to be used. Cloning it shares the same sessions.
///
/// Sessions open when first needed. A broken one is replaced; one whose user panicked too.
#[derive(Debug, Clone)]
pub struct Pool {
    inner: r2d2::Pool<Opener>,
}

/// A session on loan from a [`Pool`]; dropping it gives it back.
pub struct PooledConnection {
    inner: r2d2::PooledConnection<Opener>,
}

/// No session came free in time, or none could be opened.
#[derive(Debug, thiserror::Error)]
#[error("no database session came free within {} ms: {reason}", wait.as_millis())]
pub struct PoolError {
    /// How long was waited.
    pub wait: Duration,
    /// The reason of the last attempt to open one, or that all are in use.
    pub reason: String,
}

impl Pool {
    /// A pool of at most `size` sessions (at least one), of which the first is opened now, so that a wrong
    /// address is known at once.
    ///
    /// # Errors
    /// Why the first session could not be opened.
    pub fn open(url: &DatabaseUrl, options: SessionOptions, size: u32) -> Result<Self, OpenError> {
        drop(Connection::open(url, &options)?);
        let inner = r2d2::Pool::builder()
            .max_size(size.max(1))
            .min_idle(Some(0))
            // A file does not close a session behind one's back, so it needs neither renewal nor a check.
            .max_lifetime(None)
            .idle_timeout(None)
            .test_on_check_out(!matches!(url, DatabaseUrl::Sqlite { .. }))
            .error_handler(Box::new(LogAsWarning))
            .build_unchecked(Opener { url: url.clone(), options });
        Ok(Self { inner })
    }

    /// A session, after waiting for one at most `wait`. Blocks the thread: async code calls it where blocking
    /// is allowed.
    ///
    /// # Errors
    /// [`PoolError`] when the wait was in vain.
    pub fn get(&self, wait: Duration) -> Result<PooledConnection, PoolError> {
        match self.inner.get_timeout(wait) {
            Ok(inner) => Ok(PooledConnection { inner }),
            Err(error) => Err(PoolError { wait, reason: error.to_string() }),
        }
    }

    /// A session if one is free at this moment.
    #[must_use]
    pub fn try_get(&self) -> Option<PooledConnection> {
        self.inner.try_get().map(|inner| PooledConnection { inner })
    }
}

impl Deref for PooledConnection {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.inner
    }
}

impl DerefMut for PooledConnection {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.inner
    }
}

impl fmt::Debug for PooledConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// Opens sessions through [`Connection::open`]; diesel's own `ConnectionManager` would call `establish`.
#[derive(Debug)]
struct Opener {
    url: DatabaseUrl,
    options: SessionOptions,
}

impl ManageConnection for Opener {
    type Connection = Connection;
    type Error = OpenError;

    fn connect(&self) -> Result<Connection, OpenError> {
        Connection::open(&self.url, &self.options)
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), OpenError> {
        connection.ping().map_err(|source| OpenError::Setting {
            url: self.url.clone(),
            setting: "ping".to_owned(),
            source: source.into(),
        })
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}

/// The pool opens sessions on a thread of its own; what fails there nobody else would hear of.
#[derive(Debug)]
struct LogAsWarning;

impl HandleError<OpenError> for LogAsWarning {
    fn handle_error(&self, error: OpenError) {
        tracing::warn!(%error, "the pool could not open a database session");
    }
}
