//! Identifiers. An id is opaque text: a UUID where Statehouse or Congress made it, anything a client chose for a data
//! source. Cloning an id copies a pointer.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Tells one policy from every other, past ones included.
    PolicyId
);
id!(
    /// Tells one rule from every other.
    RuleId
);
id!(
    /// Tells one library policy from every other.
    LibraryPolicyId
);
id!(
    /// Tells one data source from every other. The only id that a client may choose.
    DataSourceId
);
id!(
    /// Tells one execution of an action from every other. Whoever carries it out again does so under the same id.
    ExecutionId
);

/// How a caller names a thing: by its id or by its name; ids are looked up first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(Arc<str>);

impl Reference {
    /// The text the caller gave.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Reference {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Reference {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
