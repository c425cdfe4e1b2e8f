//! Where a plan is carried out: a store, or a state that nobody keeps.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use statehouse_model::{Change, Command, Rejection, State, Timestamp};

/// A command, and the text by which the log will show where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// What is asked for.
    pub command: Command,
    /// What it stands for in Congress, and when that happened there.
    pub request_id: String,
}

/// What commands amount to, each in its turn.
pub type Outcomes = Vec<Result<Vec<Change>, Rejection>>;

/// The ids of policies and rules, each with the `request_id` by which the log shows its latest creation.
pub type Creations = BTreeMap<String, String>;

/// What takes the commands of a plan.
pub trait Target {
    /// What keeps it from taking them.
    type Error;

    /// The state as it is now.
    fn state(&self) -> Arc<State>;

    /// What the log has ever created; `None` where its beginning is not there any more.
    ///
    /// # Errors
    ///
    /// What keeps the log from being read.
    fn created(&mut self) -> Result<Option<Creations>, Self::Error>;

    /// Carries out commands in order. What is rejected leaves the others alone.
    ///
    /// # Errors
    ///
    /// What keeps them from being carried out, from one of them on.
    fn give(&mut self, commands: Vec<Given>) -> Result<Outcomes, Self::Error>;
}

/// A state that nobody keeps: what an import would do.
#[derive(Debug)]
pub struct Trial {
    state: Arc<State>,
    created: Option<Creations>,
    at: Timestamp,
}

impl Trial {
    /// Begins at this state, in a log that has created these, at this time.
    #[must_use]
    pub fn on(state: Arc<State>, created: Option<Creations>, at: Timestamp) -> Self {
        Self { state, created, at }
    }
}

impl Target for Trial {
    type Error = Infallible;

    fn state(&self) -> Arc<State> {
        self.state.clone()
    }

    fn created(&mut self) -> Result<Option<Creations>, Infallible> {
        Ok(self.created.clone())
    }

    fn give(&mut self, commands: Vec<Given>) -> Result<Outcomes, Infallible> {
        let decide = |given: &Given| {
            let changes = self.state.decide(&given.command, self.at)?;
            if !changes.is_empty() {
                self.state = Arc::new(self.state.apply(&changes));
            }
            Ok(changes)
        };
        Ok(commands.iter().map(decide).collect())
    }
}
