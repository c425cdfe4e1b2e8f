//! One request over HTTP, bounded in size, time and redirects.

use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_model::Secret;
use ureq::http::{Response, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};

/// The longest answer, in bytes: as long as rows that are pushed.
const ANSWER_LIMIT: u64 = 16 * 1024 * 1024;
/// The longest time for one request with its redirects and its answer.
const REQUEST_LIMIT: Duration = Duration::from_secs(30);
/// The longest time to find a name and open a connection.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);
/// Most redirects that are followed.
const REDIRECT_LIMIT: usize = 3;

/// Why nothing was fetched. Neither the address nor a header is in it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    #[error("the address or a header cannot be used")]
    Request,
    #[error("no answer: {0}")]
    Connection(String),
    #[error("no complete answer in time")]
    Timeout,
    #[error("answered with status {0}")]
    Status(u16),
    #[error("the answer is longer than {ANSWER_LIMIT} bytes")]
    TooLong,
    #[error("the answer is not UTF-8")]
    NotText,
    #[error("redirects to another server, to which the headers of the request must not go")]
    Elsewhere,
    #[error("redirects more than {REDIRECT_LIMIT} times")]
    TooManyRedirects,
}

/// Fetches. Certificates are checked against those that the machine trusts.
#[derive(Debug)]
pub(crate) struct Client(Agent);

impl Client {
    pub(crate) fn new() -> Self {
        let trusted = rustls_native_certs::load_native_certs();
        if trusted.certs.is_empty() {
            tracing::warn!(
                "this machine has no certificates to trust: data sources at https:// cannot be polled"
            );
        }
        let trusted = trusted.certs.iter().map(|certificate| Certificate::from_der(certificate).to_owned());
        let tls = TlsConfig::builder()
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .root_certs(RootCerts::from(trusted))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            // Redirects are followed here, where it is known which headers are secret: all may be.
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_connect(Some(CONNECT_LIMIT))
            .timeout_resolve(Some(CONNECT_LIMIT))
            // Between two polls of a second or more a connection is not worth keeping.
            .max_idle_connections(0)
            .proxy(None)
            .user_agent(concat!("statehouse/", env!("CARGO_PKG_VERSION")))
            .accept("application/json");
        Self(config.build().new_agent())
    }

    /// The body of what is answered at this address.
    ///
    /// # Errors
    ///
    /// [`FetchError`], also for every status but 2xx.
    pub(crate) fn get(
        &self,
        url: &str,
        headers: &[(String, Secret)],
        deadline: Instant,
    ) -> Result<String, FetchError> {
        let deadline = deadline.min(Instant::now() + REQUEST_LIMIT);
        let mut url = url.to_owned();
        for _ in 0..=REDIRECT_LIMIT {
            let mut response = self.ask(&url, headers, deadline)?;
            let status = response.status();
            if status.is_success() {
                return text(&mut response);
            }
            if !status.is_redirection() {
                return Err(FetchError::Status(status.as_u16()));
            }
            let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
            let location = location.ok_or(FetchError::Status(status.as_u16()))?;
            url = redirected(&url, location).ok_or(FetchError::Elsewhere)?;
        }
        Err(FetchError::TooManyRedirects)
    }

    fn ask(
        &self,
        url: &str,
        headers: &[(String, Secret)],
        deadline: Instant,
    ) -> Result<Response<Body>, FetchError> {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(FetchError::Timeout);
        }
        let mut request = self.0.get(url).config().timeout_global(Some(left)).build();
        for (name, value) in headers {
            let value = value.expose().as_str().ok_or(FetchError::Request)?;
            request = request.header(name.as_str(), value);
        }
        request.call().map_err(|error| FetchError::from(&error))
    }
}

fn text(response: &mut Response<Body>) -> Result<String, FetchError> {
    let body = response.body_mut().with_config().limit(ANSWER_LIMIT).read_to_vec();
    String::from_utf8(body.map_err(|error| FetchError::from(&error))?).map_err(|_| FetchError::NotText)
}

/// Where a redirect leads, if that is the same server by the same protocol.
fn redirected(url: &str, location: &str) -> Option<String> {
    let origin = origin(url)?;
    if location.starts_with('/') && !location.starts_with("//") {
        return Some(format!("{origin}{location}"));
    }
    (self::origin(location) == Some(origin)).then(|| location.to_owned())
}

/// The beginning of an address up to its path.
fn origin(url: &str) -> Option<&str> {
    let authority = url.find("://")? + 3;
    let end = url[authority..].find(['/', '?', '#']).map_or(url.len(), |at| authority + at);
    Some(&url[..end])
}

impl From<&Error> for FetchError {
    fn from(error: &Error) -> Self {
        match error {
            Error::Timeout(_) => Self::Timeout,
            Error::BodyExceedsLimit(_) => Self::TooLong,
            // The reader of a body wraps what goes wrong.
            Error::Io(io) => match io.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
                Some(inner) => Self::from(inner),
                None if io.kind() == std::io::ErrorKind::TimedOut => Self::Timeout,
                None => Self::Connection(io.to_string()),
            },
            Error::HostNotFound => Self::Connection("there is no such host".to_owned()),
            Error::ConnectionFailed => Self::Connection("no connection".to_owned()),
            Error::Rustls(tls) => Self::Connection(format!("TLS: {tls}")),
            Error::Tls(reason) => Self::Connection(format!("TLS: {reason}")),
            Error::LargeResponseHeader(..) => Self::Connection("its head is too long".to_owned()),
            Error::Protocol(_) => Self::Connection("it does not speak HTTP/1.1".to_owned()),
            // Some of the others repeat the address.
            _ => Self::Request,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_is_followed_on_the_same_server_alone() {
        let url = "http://host:1/a?b";
        assert_eq!(redirected(url, "/c").as_deref(), Some("http://host:1/c"));
        assert_eq!(redirected(url, "http://host:1/c").as_deref(), Some("http://host:1/c"));
        for elsewhere in [
            "http://host:1@other/c",
            "http://host:12/",
            "https://host:1/c",
            "//other/c",
            "http://host/",
            "c",
            "",
        ] {
            assert_eq!(redirected(url, elsewhere), None, "{elsewhere}");
        }
    }
}
