//! Which addresses are read at all.

use actix_web::http::Uri;

use crate::error::{ApiError, Cause, Subject};

/// The longest address, in bytes: path and parameters.
pub const LIMIT: usize = 8 * 1024;

/// Refuses an address that is too long, or whose path does not decode to clean text: no handler sees a name that the
/// client did not mean.
///
/// # Errors
///
/// What is wrong with the address.
pub fn check(uri: &Uri) -> Result<(), ApiError> {
    let refuse = |cause| Err(ApiError::new(Subject::of_path(uri.path()), cause));
    let length = uri.path().len() + uri.query().map_or(0, |query| query.len() + 1);
    if length > LIMIT {
        return refuse(Cause::AddressTooLong { limit: LIMIT });
    }
    let Some(path) = decode(uri.path().as_bytes()) else {
        return refuse(Cause::BadPath("a % is not followed by two hexadecimal digits"));
    };
    let Ok(path) = String::from_utf8(path) else {
        return refuse(Cause::BadPath("it is not UTF-8 text"));
    };
    if path.chars().any(char::is_control) {
        return refuse(Cause::BadPath("it holds control characters"));
    }
    Ok(())
}

fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(&byte) = rest.next() {
        decoded.push(if byte == b'%' {
            hexadecimal(*rest.next()?)? * 16 + hexadecimal(*rest.next()?)?
        } else {
            byte
        });
    }
    Some(decoded)
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(path: &str) -> bool {
        check(&path.parse().unwrap()).is_ok()
    }

    #[test]
    fn a_path_decodes_to_clean_text() {
        assert!(accepted("/v1/policies/a%20b?x=%zz"));
        assert!(accepted("/v1/policies/h%C3%A9"));
        for bad in ["/a%", "/a%2", "/a%zz", "/a%00", "/a%0a", "/a%ff", "/%C3"] {
            assert!(!accepted(bad), "{bad}");
        }
    }

    #[test]
    fn an_address_has_a_longest_length() {
        assert!(accepted(&format!("/{}", "a".repeat(LIMIT - 1))));
        assert!(!accepted(&format!("/{}", "a".repeat(LIMIT))));
        assert!(!accepted(&format!("/?{}", "a".repeat(LIMIT))));
    }
}
