//! How far to go.

use std::fmt;
use std::str::FromStr;

use crate::Version;

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To this version.
    Version(Version),
    /// So many migrations up (`+2`).
    Up(usize),
    /// So many migrations down (`-2`).
    Down(usize),
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!("`{text}` is neither the number of a migration nor a number of steps such as +1 or -1")
        };
        let number = |text: &str| match text.parse::<usize>() {
            Ok(number) if number > 0 && !text.starts_with('+') => Ok(number),
            _ => Err(wrong()),
        };
        match (text.strip_prefix('+'), text.strip_prefix('-')) {
            (Some(steps), _) => number(steps).map(Self::Up),
            (_, Some(steps)) => number(steps).map(Self::Down),
            _ => text.parse().map(Self::Version).map_err(|_| wrong()),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => write!(f, "{version}"),
            Self::Up(steps) => write!(f, "+{steps}"),
            Self::Down(steps) => write!(f, "-{steps}"),
        }
    }
}
