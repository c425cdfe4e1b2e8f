//! Linearizable reads: a state at least as new as everything that anybody, in any process, was told is stored before the
//! read began.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use statehouse_connection::{Connection, DataVersion, DatabaseUrl, Engine, SessionOptions, data_version};
use statehouse_model::{Revision, State};

use crate::failed::Failed;
use crate::published::Published;
use crate::shared::{Condition, Shared};
use crate::{ReadError, head, wait};

/// How long looking at the head may wait for a lock: it happens on the caller's thread, which may be one of few that
/// serve everybody.
const LOOK_TIMEOUT: Duration = Duration::from_millis(5);
/// After how long a database that could not be looked at is looked at again.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_millis(50);

/// The newest state. Await it, or block on [`Read::wait`].
///
/// When no process has written since the last read, which costs a look at shared memory, it is ready at once. Otherwise
/// it waits until the missing commits are read from the log.
#[must_use = "nothing is read until it is awaited"]
pub struct Read(Stage);

type Outcome = Result<Arc<State>, ReadError>;

enum Stage {
    Begin(Arc<Shared>),
    CatchUp(Arc<Shared>, oneshot::AsyncReceiver<Result<(), ReadError>>),
    Done,
}

impl Read {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self(Stage::Begin(shared))
    }

    /// Blocks until the state is there.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when nobody can tell what the newest state is.
    pub fn wait(self) -> Result<Arc<State>, ReadError> {
        wait::until_ready(self)
    }
}

impl Future for Read {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Outcome> {
        loop {
            let ready = match &mut self.0 {
                Stage::Begin(shared) => match shared.look() {
                    Ok(true) => Ok(shared.published.state()),
                    Ok(false) => {
                        let answer = shared.follower.catch_up();
                        self.0 = Stage::CatchUp(shared.clone(), answer);
                        continue;
                    }
                    Err(reason) => Err(ReadError::Unavailable { reason }),
                },
                Stage::CatchUp(shared, answer) => match Pin::new(answer).poll(context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(Ok(Ok(()))) => Ok(shared.published.state()),
                    Poll::Ready(Ok(Err(error))) => Err(error),
                    Poll::Ready(Err(_)) => Err(ReadError::Closed),
                },
                Stage::Done => return Poll::Pending,
            };
            self.0 = Stage::Done;
            return Poll::Ready(ready);
        }
    }
}

/// A state that has this revision at least, as soon as there is one. The database is asked once: from then on the follower
/// finds by itself what others commit.
pub(crate) async fn at_least(shared: Arc<Shared>, revision: Revision) -> Outcome {
    if shared.published.revision() < revision {
        shared.follower.catch_up().await.unwrap_or(Err(ReadError::Closed))?;
    }
    local_at_least(shared, revision).await
}

/// The same, and nobody is asked.
pub(crate) async fn local_at_least(shared: Arc<Shared>, revision: Revision) -> Outcome {
    shared.published.at_least(revision).await.ok_or(ReadError::Closed)
}

impl fmt::Debug for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Read")
    }
}

/// Tells whether the published state is the newest, without leaving the caller's thread.
pub(crate) struct HeadCheck {
    database: DatabaseUrl,
    session: Mutex<Session>,
}

/// How the database can be looked at.
enum Session {
    /// Not yet.
    None,
    /// Through this connection.
    Open(Look),
    /// Not at all until then: threads that serve everybody must not queue up to find out the same again.
    Failed(Instant, String),
}

struct Look {
    connection: Connection,
    /// At this version of the data, the published state was the newest.
    newest_at: Option<DataVersion>,
}

impl HeadCheck {
    pub(crate) fn new(database: DatabaseUrl) -> Self {
        Self { database, session: Mutex::new(Session::None) }
    }

    /// Is the published state, as it stands after the database was asked, the newest there is? If nobody can tell, the
    /// reason.
    pub(crate) fn is_newest(&self, published: &Published, condition: &Condition) -> Result<bool, String> {
        // Asking a server takes a round trip: the follower makes one for all who wait.
        if self.database.engine() != Engine::Sqlite {
            return Ok(false);
        }
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        if let Session::Failed(until, reason) = &*session
            && Instant::now() < *until
        {
            return Err(reason.clone());
        }
        match self.look(&mut session, published) {
            Ok(is_newest) => {
                condition.succeeded();
                Ok(is_newest)
            }
            Err(failed) => {
                let reason = condition.failed(&failed);
                *session = Session::Failed(Instant::now() + PAUSE_AFTER_FAILURE, reason.clone());
                Err(reason)
            }
        }
    }

    fn look(&self, session: &mut Session, published: &Published) -> Result<bool, Failed> {
        if let Session::Open(look) = session {
            return look.is_newest(published);
        }
        let options = SessionOptions::reader().busy_timeout(LOOK_TIMEOUT);
        let connection = Connection::open(&self.database, &options)?;
        let mut look = Look { connection, newest_at: None };
        let is_newest = look.is_newest(published)?;
        *session = Session::Open(look);
        Ok(is_newest)
    }
}

impl Look {
    fn is_newest(&mut self, published: &Published) -> Result<bool, Failed> {
        // In this order: a commit between two of these questions changes the version that the next look sees.
        let known = published.tip();
        let version = data_version(&mut self.connection)?;
        if version.is_some() && self.newest_at == version {
            return Ok(true);
        }
        let is_newest = head::going_on_from(&mut self.connection, &known)? <= published.revision();
        if is_newest {
            self.newest_at = version;
        }
        Ok(is_newest)
    }
}
