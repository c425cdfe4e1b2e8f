//! Looking: the newest state and the log behind it, read by one session that changes nothing, with no thread.

use std::fmt;
use std::sync::Arc;

use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};
use statehouse_model::{Commit, Drivers, Revision, State};

use crate::failed::Failed;
use crate::seal::{Seal, SealingKey};
use crate::{HISTORY_LIMIT, OpenError, load, log, open};

/// A database as it was when it was looked at, and a session for its log. No server takes notice of it.
pub struct Look {
    connection: Connection,
    seal: Seal,
    state: Arc<State>,
}

impl Look {
    /// Reads the newest state. Makes nothing and changes nothing, not even where no server has ever run: the state is at
    /// revision 0 then.
    ///
    /// # Errors
    ///
    /// [`OpenError`], as for a store that does not migrate.
    pub fn at(database: &DatabaseUrl, drivers: &Drivers, key: &SealingKey) -> Result<Self, OpenError> {
        open::require_for_a_look(database)?;
        let seal = Seal::new(key);
        let mut connection = Connection::open(database, &SessionOptions::reader()).map_err(Failed::from)?;
        open::check_key(&mut connection, &seal)?;
        let state = load::load(&mut connection, &seal, drivers, &|_| {})?.state;
        Ok(Self { connection, seal, state })
    }

    /// The state.
    #[must_use]
    pub fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// Shows every commit that the log holds, in order, and answers whether it reaches back to the first.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub fn each_commit(&mut self, mut show: impl FnMut(&Commit)) -> Result<bool, OpenError> {
        let (mut is_whole, mut after) = (true, Revision(0));
        loop {
            match log::commits(&mut self.connection, &self.seal, after, HISTORY_LIMIT) {
                Ok(commits) => {
                    let Some(last) = commits.last() else { return Ok(is_whole) };
                    after = last.revision;
                    for commit in &commits {
                        show(commit);
                    }
                }
                Err(Failed::Trimmed { oldest }) => {
                    is_whole = false;
                    after = Revision(oldest.0.saturating_sub(1));
                }
                Err(failed) => return Err(failed.into()),
            }
        }
    }
}

impl fmt::Debug for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Look").field("revision", &self.state.revision()).finish_non_exhaustive()
    }
}
