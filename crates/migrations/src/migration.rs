//! One change of the schema or of what is stored, up and down.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use statehouse_migration_text::{Directives, checksum, directive};

pub use statehouse_migration_text::{Phase, Version};

use crate::{DataMigration, Loss};

/// What is done to the database in one direction.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Step {
    /// Statements, run one after the other; they neither begin nor end a transaction themselves.
    Sql(Cow<'static, str>),
    /// Rows moved or filled in batches, each a transaction of its own.
    Data(Arc<dyn DataMigration>),
    /// Nothing by itself: a [`Baseline`](crate::Baseline) stands for it. What is left of it is its checksum.
    Squashed(Arc<str>),
}

impl Step {
    /// Its statements; nothing, for what is no SQL.
    fn text(&self) -> &str {
        match self {
            Self::Sql(text) => text,
            Self::Data(_) | Self::Squashed(_) => "",
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Sql(text) => {
                text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with("--"))
            }
            Self::Data(_) | Self::Squashed(_) => false,
        }
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sql(text), Self::Sql(other)) => checksum::of_text(text) == checksum::of_text(other),
            (Self::Data(data), Self::Data(other)) => {
                (data.name(), data.revision()) == (other.name(), other.revision())
            }
            (Self::Squashed(checksum), Self::Squashed(other)) => checksum == other,
            _ => false,
        }
    }
}

impl Eq for Step {}

/// One numbered change, and the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// Its number.
    pub version: Version,
    /// What it is about, in a word or two.
    pub name: Cow<'static, str>,
    /// What it does to those who work with the database meanwhile.
    pub phase: Phase,
    /// The migration that a server must know to work with the schema after this one; `None` when older servers go on
    /// working.
    pub requires: Option<Version>,
    /// Whether it is applied in one transaction, where the engine can do that. If not, its statements are run one by one on
    /// PostgreSQL, and a journal says how far they came.
    pub in_transaction: bool,
    /// What would not survive its way down, so that it is refused where there is any of it.
    pub loss: Option<Loss>,
    /// From the version before to this one.
    pub up: Step,
    /// From this version to the one before.
    pub down: Step,
}

impl Migration {
    /// A migration in SQL. Its first lines may say more of it ([`directive`](mod@crate::directive)); whether they can be read,
    /// [`MigrationSet::new`](crate::MigrationSet::new) tells.
    pub fn sql(
        version: u32,
        name: impl Into<Cow<'static, str>>,
        up: impl Into<Cow<'static, str>>,
        down: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (version, up, down) = (Version(version), up.into(), down.into());
        let Directives { phase, requires, in_transaction } =
            directive::read(version, &up, &down).unwrap_or_default();
        Self {
            version,
            name: name.into(),
            phase,
            requires,
            in_transaction,
            loss: None,
            up: Step::Sql(up),
            down: Step::Sql(down),
        }
    }

    /// The same, taken down only where there is nothing of this.
    #[must_use]
    pub fn down_unless(self, loss: Loss) -> Self {
        Self { loss: Some(loss), ..self }
    }

    /// A data migration, which has its name from its code.
    pub fn data(version: u32, data: impl DataMigration + 'static) -> Self {
        let data: Arc<dyn DataMigration> = Arc::new(data);
        Self {
            version: Version(version),
            name: Cow::Borrowed(data.name()),
            phase: Phase::Data,
            requires: None,
            in_transaction: false,
            loss: None,
            up: Step::Data(data.clone()),
            down: Step::Data(data),
        }
    }

    /// Tells whether the text changed since it was applied: SHA-256 in hexadecimal, over both directions in SQL, or over
    /// name and revision of what is written in Rust.
    #[must_use]
    pub fn checksum(&self) -> String {
        match (&self.up, &self.down) {
            (Step::Squashed(checksum), _) => checksum.to_string(),
            (Step::Data(data), _) => checksum::of_data(data.name(), data.revision()),
            (Step::Sql(up), down) => checksum::of_sql(up, down.text()),
        }
    }
}

impl fmt::Display for Migration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.version, self.name)
    }
}
