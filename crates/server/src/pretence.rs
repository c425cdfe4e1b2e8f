//! What tests make the program pretend, by variables that no operator needs: they are no settings, and stand in no list.
//!
//! * `STATEHOUSE_TEST_KNOWS=0005`: it is an earlier build, which knew no migration after that one.
//! * `STATEHOUSE_TEST_PRESENCE=900ms`: others take it for dead after so long.

use std::env;
use std::time::Duration;

use statehouse_db::StoreOptions;
use statehouse_migrations::{Migrator, Version};

use crate::failure::Failure;
use crate::settings::duration;

/// What is pretended.
#[derive(Debug, Default)]
pub(crate) struct Pretence {
    knows: Option<Version>,
    presence: Option<Duration>,
}

/// Reads the variables; nothing is pretended without them.
pub(crate) fn read() -> Result<Pretence, Failure> {
    let pretence = Pretence {
        knows: variable("STATEHOUSE_TEST_KNOWS", |text| text.parse().ok())?,
        presence: variable("STATEHOUSE_TEST_PRESENCE", |text| duration::parse(text).ok())?,
    };
    if pretence.knows.is_some() || pretence.presence.is_some() {
        tracing::warn!(?pretence, "variables for tests are set, and this program behaves accordingly");
    }
    Ok(pretence)
}

fn variable<T>(name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Failure> {
    let Ok(text) = env::var(name) else { return Ok(None) };
    match parse(&text) {
        Some(value) => Ok(Some(value)),
        None => Err(Failure::settings(format!("{name} {text:?} makes no sense; it is for tests, unset it"))),
    }
}

impl Pretence {
    pub(crate) fn change(&self, options: &mut StoreOptions) {
        options.knows = self.knows;
        options.presence = self.presence.unwrap_or(options.presence);
    }

    pub(crate) fn change_migrator(&self, migrator: Migrator) -> Migrator {
        match self.knows {
            Some(newest) => migrator.knowing_up_to(newest),
            None => migrator,
        }
    }
}
