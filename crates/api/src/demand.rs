//! Which state a request asks for.

use actix_web::http::Method;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use statehouse_model::Revision;

use crate::error::{ApiError, Cause, Subject};

/// The header of a request that is to wait until this server has a revision.
pub const MIN_REVISION: HeaderName = HeaderName::from_static("statehouse-min-revision");
/// The header of a request that says how new the state must be.
pub const CONSISTENCY: HeaderName = HeaderName::from_static("statehouse-consistency");

/// Which state a request asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// The state has this revision at least; on a write, the state that it is decided on.
    pub min_revision: Option<Revision>,
    /// How new the state is beyond that.
    pub consistency: Consistency,
}

/// How new a state must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consistency {
    /// As new as everything that anybody was told is stored before the request came.
    #[default]
    Linearizable,
    /// What this server has: the database is not asked.
    Eventual,
}

impl Consistency {
    /// Each, and its name in the header.
    pub const NAMES: [(&str, Self); 2] = [("linearizable", Self::Linearizable), ("eventual", Self::Eventual)];
}

impl Demand {
    /// Reads the headers. Only a read can do with less than the newest state: a write is decided on it whatever the
    /// header says.
    ///
    /// # Errors
    ///
    /// A header that has another value than it may have, or several.
    pub fn of(method: &Method, headers: &HeaderMap) -> Result<Self, ApiError> {
        let min_revision =
            single(headers, "Statehouse-Min-Revision", &MIN_REVISION)?.map(revision).transpose()?;
        let given = single(headers, "Statehouse-Consistency", &CONSISTENCY)?.map(consistency).transpose()?;
        let is_read = matches!(*method, Method::GET | Method::HEAD);
        let consistency = given.filter(|_| is_read).unwrap_or_default();
        Ok(Self { min_revision, consistency })
    }
}

/// The one value of a header.
fn single<'a>(
    headers: &'a HeaderMap,
    field: &'static str,
    name: &HeaderName,
) -> Result<Option<&'a [u8]>, ApiError> {
    let mut values = headers.get_all(name);
    match (values.next(), values.next()) {
        (_, Some(_)) => Err(refused(field, "this header is given more than once")),
        (value, None) => Ok(value.map(HeaderValue::as_bytes)),
    }
}

fn revision(value: &[u8]) -> Result<Revision, ApiError> {
    let refuse = |reason: &str| refused("Statehouse-Min-Revision", reason);
    // A number and nothing else: `parse` would take a sign as well.
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = str::from_utf8(value)
        .ok()
        .filter(is_number)
        .ok_or_else(|| refuse("expected a revision: a whole number in decimal digits, such as 17"))?;
    digits.parse().map(Revision).map_err(|_| refuse("the number is greater than 18446744073709551615"))
}

fn consistency(value: &[u8]) -> Result<Consistency, ApiError> {
    let known = Consistency::NAMES.into_iter().find(|(name, _)| name.as_bytes() == value);
    known
        .map(|(_, consistency)| consistency)
        .ok_or_else(|| refused("Statehouse-Consistency", "expected linearizable or eventual"))
}

fn refused(field: &'static str, reason: &str) -> ApiError {
    ApiError::new(Subject::Server, Cause::Field { field, reason: reason.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(method: &Method, given: &[(HeaderName, &str)]) -> Result<Demand, String> {
        let mut headers = HeaderMap::new();
        for (name, value) in given {
            headers.append(name.clone(), HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        Demand::of(method, &headers).map_err(|error| error.to_string())
    }

    #[test]
    fn without_a_header_a_request_asks_for_the_newest_state() {
        assert_eq!(demand(&Method::GET, &[]), Ok(Demand::default()));
    }

    #[test]
    fn a_read_may_ask_for_less_and_for_a_revision() {
        let given = [(MIN_REVISION, "017"), (CONSISTENCY, "eventual")];
        let consistency = Consistency::Eventual;
        for method in [Method::GET, Method::HEAD] {
            let asked = Demand { min_revision: Some(Revision(17)), consistency };
            assert_eq!(demand(&method, &given), Ok(asked));
        }
        assert_eq!(demand(&Method::GET, &[(CONSISTENCY, "linearizable")]), Ok(Demand::default()));
        assert_eq!(
            demand(&Method::GET, &[(MIN_REVISION, "18446744073709551615")]).unwrap().min_revision,
            Some(Revision(u64::MAX))
        );
    }

    #[test]
    fn a_write_is_decided_on_the_newest_state() {
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let asked = Demand { min_revision: Some(Revision(0)), consistency: Consistency::Linearizable };
            assert_eq!(demand(&method, &[(MIN_REVISION, "0"), (CONSISTENCY, "eventual")]), Ok(asked));
        }
    }

    #[test]
    fn any_other_value_is_refused_and_the_header_named() {
        for (name, field, values) in [
            (
                MIN_REVISION,
                "Statehouse-Min-Revision",
                &["", " ", "x", "-1", "+1", "1.5", "0x1", "1, 2", "18446744073709551616", "٣", "\u{ff}"][..],
            ),
            (
                CONSISTENCY,
                "Statehouse-Consistency",
                &["", "Eventual", "strong", "eventual, linearizable", "eventual;", "\u{ff}"][..],
            ),
        ] {
            for value in values {
                let reason = demand(&Method::POST, &[(name.clone(), value)]).unwrap_err();
                assert!(reason.starts_with(&format!("{field}: ")), "{value:?}: {reason}");
            }
            let twice = [(name.clone(), "0"), (name, "eventual")];
            assert!(demand(&Method::GET, &twice).unwrap_err().contains("more than once"));
        }
    }
}
