//! Where a plan is carried out: a store, or a state that nobody keeps.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use statehouse_model::{Change, Command, Commit, Edit, Rejection, State, Timestamp};

/// A command, and the text by which the log will show where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// What is asked for.
    pub command: Command,
    /// What it stands for in Congress, and when that happened there.
    pub request_id: String,
}

/// What commands amount to, each in its turn.
pub type Outcomes = Vec<Result<Vec<Change>, Refusal>>;

/// Why a command was not carried out. The others are.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// It breaks a rule of the domain.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// It is longer than the database there is set up to take; what its operator can do about it.
    #[error("it is too large: {0}")]
    TooLarge(String),
}

/// What the log tells of everything that was ever here. Fed with every commit of the log, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Creations {
    /// By id, the `request_id` of the latest creation; of what was created before the log begins, that of its deletion.
    by_id: BTreeMap<String, String>,
    is_trimmed: bool,
}

impl Creations {
    /// Takes in a commit.
    pub fn add(&mut self, commit: &Commit) {
        for change in &commit.changes {
            match change {
                Change::Policy(edit) => self.take(edit, |policy| policy.id.as_str(), commit),
                Change::Rule(edit) => self.take(edit, |rule| rule.id.as_str(), commit),
                Change::DataSource(edit) => self.take(edit, |source| source.id.as_str(), commit),
                Change::LibraryPolicy(edit) => self.take(edit, |policy| policy.id.as_str(), commit),
                _ => {}
            }
        }
    }

    fn take<T>(&mut self, edit: &Edit<T>, id: impl Fn(&T) -> &str, commit: &Commit) {
        match edit {
            Edit::Created(created) => {
                self.by_id.insert(id(created).to_owned(), commit.request_id.clone());
            }
            Edit::Deleted(gone) => {
                self.by_id.entry(id(gone).to_owned()).or_insert_with(|| commit.request_id.clone());
            }
            Edit::Replaced { .. } => {}
        }
    }

    /// The same, where the beginning of the log is not there any more.
    #[must_use]
    pub fn of_trimmed_log(self) -> Self {
        Self { is_trimmed: true, ..self }
    }

    /// Whether the beginning of the log is not there any more.
    #[must_use]
    pub fn is_trimmed(&self) -> bool {
        self.is_trimmed
    }

    /// How the log shows the creation of what has this id.
    pub(crate) fn request_id(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }
}

/// What takes the commands of a plan.
pub trait Target {
    /// What keeps it from taking them.
    type Error;

    /// The state as it is now.
    fn state(&self) -> Arc<State>;

    /// What the log tells of everything that was ever here.
    ///
    /// # Errors
    ///
    /// What keeps the log from being read.
    fn created(&mut self) -> Result<Creations, Self::Error>;

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
    created: Creations,
    at: Timestamp,
}

impl Trial {
    /// Begins at this state, with a log that tells this, at this time.
    #[must_use]
    pub fn on(state: Arc<State>, created: Creations, at: Timestamp) -> Self {
        Self { state, created, at }
    }
}

impl Target for Trial {
    type Error = Infallible;

    fn state(&self) -> Arc<State> {
        self.state.clone()
    }

    fn created(&mut self) -> Result<Creations, Infallible> {
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
