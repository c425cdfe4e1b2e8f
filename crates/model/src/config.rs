//! How a data source is configured.

use std::collections::BTreeMap;
use std::fmt;

/// The fields of a data source's configuration, by name.
pub type Config = BTreeMap<String, ConfigValue>;

/// The value of one configuration field.
#[derive(Clone, Debug, PartialEq)]
pub enum ConfigValue {
    /// Anything that may be shown.
    Plain(serde_json::Value),
    /// What the driver declares to be secret.
    Secret(Secret),
}

/// A JSON value that is never shown: not in answers, logs or debug output, and never stored in clear. It has no
/// `Serialize` on purpose; the store seals it.
#[derive(Clone, PartialEq)]
pub struct Secret(serde_json::Value);

impl Secret {
    /// What stands in the place of a secret wherever one would be shown.
    pub const HIDDEN: &str = "<hidden>";

    /// Takes a value that must not be shown.
    #[must_use]
    pub fn new(value: serde_json::Value) -> Self {
        Self(value)
    }

    /// The secret in clear: for sealing it, and for talking to the source it opens.
    #[must_use]
    pub fn expose(&self) -> &serde_json::Value {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::HIDDEN)
    }
}
