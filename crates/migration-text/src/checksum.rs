//! Whether a migration is still the one that was applied.

use std::borrow::Cow;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// SHA-256 over both directions of a migration in SQL, in hexadecimal. Line ends do not count: a checkout on another system may
/// change them. The NUL between the two keeps a statement that moves from one to the other from going unnoticed.
#[must_use]
pub fn of_sql(up: &str, down: &str) -> String {
    let (up, down) = (with_unix_lines(up), with_unix_lines(down));
    hash(&[up.as_bytes(), &[0], down.as_bytes()])
}

/// The same of a data migration: code has no text that would count, so it is over name and revision.
#[must_use]
pub fn of_data(name: &str, revision: u32) -> String {
    let text = format!("data migration {name}, revision {revision}");
    of_sql(&text, &text)
}

/// SHA-256 over a text, whatever its line ends, in hexadecimal.
#[must_use]
pub fn of_text(text: &str) -> String {
    hash(&[with_unix_lines(text).as_bytes()])
}

fn with_unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

fn hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_sees_the_text_and_not_the_line_ends() {
        let unix = of_sql("X;\nY;\n", "Z;\n");
        assert_eq!(unix, of_sql("X;\r\nY;\r\n", "Z;\r\n"));
        assert_ne!(unix, of_sql("X;\n", "Y;\nZ;\n"));
        assert_eq!(unix.len(), 64);
        assert_ne!(of_data("a", 1), of_data("a", 2));
        assert_eq!(of_text("a\r\nb"), of_text("a\nb"));
    }
}
