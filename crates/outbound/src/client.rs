//! The client: one request after the other, each within its bounds.

use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_model::Secret;
use ureq::http::{Request, Response, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};

/// The longest answer, in bytes: as long as rows that are pushed.
const ANSWER_LIMIT: u64 = 16 * 1024 * 1024;
/// The longest time for one request with its redirects and its answer.
const REQUEST_LIMIT: Duration = Duration::from_secs(30);
/// The longest time to find a name and open a connection.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);
/// The header by which a repetition is told.
const KEY: &str = "idempotency-key";
/// Most redirects that are followed.
const REDIRECT_LIMIT: usize = 3;

/// Why a request came to nothing. Neither the address nor a header is in it.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// What was to be sent is no request.
    #[error("the address or a header cannot be used")]
    Unusable,
    /// Nobody was reached, or the connection broke.
    #[error("no answer: {0}")]
    Connection(String),
    /// It took too long.
    #[error("no complete answer in time")]
    Timeout,
    /// It is answered, but not with success.
    #[error("answered with status {0}")]
    Status(u16),
    /// The answer is too long.
    #[error("the answer is longer than {ANSWER_LIMIT} bytes")]
    TooLong,
    /// The answer is no text.
    #[error("the answer is not UTF-8")]
    NotText,
    /// The answer leads to another server.
    #[error("redirects to another server, to which the headers of the request must not go")]
    Elsewhere,
    /// The answers lead on and on.
    #[error("redirects more than {REDIRECT_LIMIT} times")]
    TooManyRedirects,
}

impl RequestError {
    fn tls(reason: &str) -> Self {
        // What follows are names: the host's, which stands in the address, and those in the certificate.
        let reason = reason.find(" for name").and_then(|end| reason.get(..end)).unwrap_or(reason);
        Self::Connection(format!("TLS: {reason}"))
    }

    /// Whether the same request may succeed another time: nobody answered, or the answer says so.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Connection(_) | Self::Timeout => true,
            Self::Status(status) => *status >= 500 || matches!(status, 408 | 425 | 429),
            _ => false,
        }
    }
}

/// What somebody is told to do.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The method, one that has a body.
    pub method: &'a str,
    /// The address.
    pub url: &'a str,
    /// Name and value of each header.
    pub headers: &'a [(String, Secret)],
    /// By which a repetition is told.
    pub key: &'a str,
    /// A JSON document.
    pub body: &'a str,
}

/// Sends requests. Certificates are checked against those that the machine trusts.
#[derive(Debug)]
pub struct Client(Agent);

impl Default for Client {
    fn default() -> Self {
        Self::new()
    }
}

impl Client {
    /// A client that has sent nothing yet.
    #[must_use]
    pub fn new() -> Self {
        let trusted = rustls_native_certs::load_native_certs();
        if trusted.certs.is_empty() {
            tracing::warn!(
                "this machine has no certificates to trust: data sources at https:// cannot be reached"
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
    /// [`RequestError`], also for every status but 2xx.
    pub fn get(
        &self,
        url: &str,
        headers: &[(String, Secret)],
        deadline: Instant,
    ) -> Result<String, RequestError> {
        let mut response = Self::follow(url, deadline, |url, left| {
            let request = self.0.get(url).config().timeout_global(Some(left)).build();
            let request = with_headers(headers, request, |request, name, value| request.header(name, value))?;
            request.call().map_err(|error| RequestError::from(&error))
        })?;
        text(&mut response)
    }

    /// Has somebody do something. What is answered beside the status is not looked at.
    ///
    /// # Errors
    ///
    /// [`RequestError`], also for every status but 2xx. Only of one that [is not worth another attempt](RequestError::may_pass) it
    /// is certain that it was not done.
    pub fn send(&self, order: &Order<'_>, deadline: Instant) -> Result<(), RequestError> {
        let answered = Self::follow(order.url, deadline, |url, left| {
            let request = Request::builder().method(order.method).uri(url);
            let request = request.header(header::CONTENT_TYPE, "application/json").header(KEY, order.key);
            let request =
                with_headers(order.headers, request, |request, name, value| request.header(name, value))?;
            let request = request.body(order.body).map_err(|_| RequestError::Unusable)?;
            let request = self.0.configure_request(request).timeout_global(Some(left)).build();
            let response = self.0.run(request).map_err(|error| RequestError::from(&error))?;
            // The other redirects ask for another method, and without the body.
            let status = response.status().as_u16();
            let is_other = response.status().is_redirection() && !matches!(status, 307 | 308);
            if is_other { Err(RequestError::Status(status)) } else { Ok(response) }
        });
        answered.map(drop)
    }

    /// Asks, and asks again where a redirect leads, until there is an answer with a status of success.
    fn follow(
        url: &str,
        deadline: Instant,
        ask: impl Fn(&str, Duration) -> Result<Response<Body>, RequestError>,
    ) -> Result<Response<Body>, RequestError> {
        let deadline = deadline.min(Instant::now() + REQUEST_LIMIT);
        let mut url = url.to_owned();
        for _ in 0..=REDIRECT_LIMIT {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(RequestError::Timeout);
            }
            let response = ask(&url, left)?;
            let status = response.status();
            if status.is_success() {
                return Ok(response);
            }
            if !status.is_redirection() {
                return Err(RequestError::Status(status.as_u16()));
            }
            let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
            let location = location.ok_or(RequestError::Status(status.as_u16()))?;
            url = redirected(&url, location).ok_or(RequestError::Elsewhere)?;
        }
        Err(RequestError::TooManyRedirects)
    }
}

fn with_headers<R>(
    headers: &[(String, Secret)],
    mut request: R,
    add: impl Fn(R, &str, &str) -> R,
) -> Result<R, RequestError> {
    for (name, value) in headers {
        let value = value.expose().as_str().ok_or(RequestError::Unusable)?;
        request = add(request, name, value);
    }
    Ok(request)
}

fn text(response: &mut Response<Body>) -> Result<String, RequestError> {
    let body = response.body_mut().with_config().limit(ANSWER_LIMIT).read_to_vec();
    String::from_utf8(body.map_err(|error| RequestError::from(&error))?).map_err(|_| RequestError::NotText)
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

impl From<&Error> for RequestError {
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
            Error::Rustls(tls) => Self::tls(&tls.to_string()),
            Error::Tls(reason) => Self::tls(reason),
            Error::LargeResponseHeader(..) => Self::Connection("its head is too long".to_owned()),
            Error::Protocol(_) => Self::Connection("it does not speak HTTP/1.1".to_owned()),
            // Some of the others repeat the address.
            _ => Self::Unusable,
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
