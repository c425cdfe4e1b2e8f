//! A data source of a test: it answers JSON over HTTP or HTTPS, as a test tells it to, and counts who asks.

use crate::throwaway::certificate::Identity;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::Value;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long a request is kept waiting at most, whatever the test does.
const PATIENCE: Duration = Duration::from_mins(1);

/// A data source. It ends with the test's process.
#[derive(Debug, Clone)]
pub struct Source {
    scheme: &'static str,
    address: SocketAddr,
    part: Arc<(Mutex<Part>, Condvar)>,
}

/// What it is to answer, and what it was asked.
#[derive(Debug, Default)]
struct Part {
    answer: Vec<u8>,
    /// Requests wait until this is over.
    waits: bool,
    open: usize,
    most_open: usize,
    heads: Vec<String>,
    bodies: Vec<String>,
}

impl Source {
    /// A source that answers with an empty list.
    pub fn new() -> Self {
        Self::listening(None)
    }

    /// A source at `https://`, which shows this certificate.
    pub fn over_tls(identity: &Identity) -> Self {
        let certificate = CertificateDer::from_pem_file(&identity.certificate).expect("a certificate");
        let key = PrivateKeyDer::from_pem_file(&identity.key).expect("its key");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let settings = versions.expect("versions of TLS").with_no_client_auth();
        let settings = settings.with_single_cert(vec![certificate], key).expect("a certificate with its key");
        Self::listening(Some(Arc::new(settings)))
    }

    fn listening(tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("its address");
        let scheme = if tls.is_some() { "https" } else { "http" };
        let source = Self { scheme, address, part: Arc::default() };
        source.says(&Value::Array(Vec::new()));
        let serving = source.clone();
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (serving, tls) = (serving.clone(), tls.clone());
                let _ = connection.set_read_timeout(Some(PATIENCE));
                thread::spawn(move || match tls.map(ServerConnection::new) {
                    None => serving.answer(connection),
                    Some(session) => {
                        serving.answer(StreamOwned::new(session.expect("a session of TLS"), connection));
                    }
                });
            }
        });
        source
    }

    /// `http://127.0.0.1:…`
    pub fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.address)
    }

    /// From now on it answers with this document.
    pub fn says(&self, document: &Value) {
        self.says_text(200, &document.to_string());
    }

    /// From now on it answers with this status and text.
    pub fn says_text(&self, status: u16, text: &str) {
        self.says_with(status, "", text);
    }

    /// From now on it answers with this header as well, if it is not empty: `Name: value`.
    pub fn says_with(&self, status: u16, header: &str, text: &str) {
        let header = if header.is_empty() { String::new() } else { format!("{header}\r\n") };
        let length = text.len();
        let head = format!(
            "HTTP/1.1 {status} Said\r\nContent-Length: {length}\r\n{header}Connection: close\r\n\r\n"
        );
        self.change(|part| part.answer = [head.as_bytes(), text.as_bytes()].concat());
    }

    /// From now on requests are taken and not answered, until [`Source::goes_on`].
    pub fn stalls(&self) {
        self.change(|part| part.waits = true);
    }

    /// Whoever waits is answered with what the source said when it was asked.
    pub fn goes_on(&self) {
        self.change(|part| part.waits = false);
    }

    /// How many requests came so far.
    pub fn asked(&self) -> usize {
        self.change(|part| part.heads.len())
    }

    /// How many requests wait for their answer.
    pub fn open(&self) -> usize {
        self.change(|part| part.open)
    }

    /// How many requests were there at the same time, at most.
    pub fn most_at_once(&self) -> usize {
        self.change(|part| part.most_open)
    }

    /// The head of the last request.
    pub fn last_head(&self) -> String {
        self.change(|part| part.heads.last().cloned().unwrap_or_default())
    }

    /// Head and body of every request, in the order in which they came.
    pub fn told(&self) -> Vec<(String, String)> {
        self.change(|part| part.heads.iter().cloned().zip(part.bodies.iter().cloned()).collect())
    }

    /// Waits until so many more requests have come.
    #[track_caller]
    pub fn is_asked(&self, times: usize) {
        let wanted = self.asked() + times;
        let deadline = Instant::now() + PATIENCE;
        while self.asked() < wanted {
            assert!(Instant::now() < deadline, "{times} more requests to {}", self.url());
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn answer(&self, mut connection: impl Read + Write) {
        let Some(head) = head(&mut connection) else { return };
        let Some(body) = body(&mut connection, &head) else { return };
        let (part, changed) = &*self.part;
        let mut part = part.lock().unwrap_or_else(PoisonError::into_inner);
        part.heads.push(head);
        part.bodies.push(body);
        part.open += 1;
        part.most_open = part.most_open.max(part.open);
        let answer = part.answer.clone();
        let waited = changed.wait_timeout_while(part, PATIENCE, |part| part.waits);
        waited.unwrap_or_else(PoisonError::into_inner).0.open -= 1;
        // Who asked may be dead by now.
        let _ = connection.write_all(&answer);
    }

    fn change<T>(&self, change: impl FnOnce(&mut Part) -> T) -> T {
        let (part, changed) = &*self.part;
        let result = change(&mut part.lock().unwrap_or_else(PoisonError::into_inner));
        changed.notify_all();
        result
    }
}

impl Default for Source {
    fn default() -> Self {
        Self::new()
    }
}

fn head(connection: &mut impl Read) -> Option<String> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        connection.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    Some(String::from_utf8_lossy(&head).into_owned())
}

fn body(connection: &mut impl Read, head: &str) -> Option<String> {
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    let mut body = vec![0; length.unwrap_or(0)];
    connection.read_exact(&mut body).ok()?;
    String::from_utf8(body).ok()
}
