//! HTTP/1.1 as it goes over the wire.
//!
//! A tidy client library would refuse to send what the tests must send: unknown methods, wrong lengths, bytes
//! that are no UTF-8. So this one writes and reads the bytes itself, one connection per request.

use serde_json::Value;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before the test gives up: longer than a server waits for anything, which is a minute.
const PATIENCE: Duration = Duration::from_secs(90);

/// A request, not yet sent.
#[derive(Debug, Clone)]
pub struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Request {
    /// A request without a body; `target` is a path with its query, sent as it is.
    pub fn new(method: &str, target: &str) -> Self {
        Self { method: method.into(), target: target.into(), headers: Vec::new(), body: Vec::new() }
    }

    /// Adds a header. A header that is given replaces the one that would be sent by itself.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body, whatever its bytes, without saying what type it is.
    #[must_use]
    pub fn body(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.body = bytes.into();
        self
    }

    /// Sets a body and calls it JSON, whether it is or not.
    #[must_use]
    pub fn json_text(self, text: impl Into<Vec<u8>>) -> Self {
        self.header("Content-Type", "application/json").body(text)
    }

    /// Sets a JSON body.
    #[must_use]
    pub fn json(self, value: &Value) -> Self {
        self.json_text(value.to_string())
    }

    /// The request line, to name the request in a failure.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }

    /// The bytes that are sent to the server at `address`.
    pub fn wire(&self, address: SocketAddr) -> Vec<u8> {
        let mut lines = vec![format!("{} {} HTTP/1.1", self.method, self.target)];
        lines.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        if !self.has_header("host") {
            lines.push(format!("Host: {address}"));
        }
        let has_body = !self.body.is_empty() || matches!(self.method.as_str(), "POST" | "PUT" | "PATCH");
        if has_body && !self.has_header("content-length") {
            lines.push(format!("Content-Length: {}", self.body.len()));
        }
        let head = lines.join("\r\n") + "\r\nConnection: close\r\n\r\n";
        [head.as_bytes(), &self.body].concat()
    }

    /// Sends the request and reads the whole answer.
    ///
    /// # Errors
    /// When the connection breaks before the answer is complete.
    pub fn send(&self, address: SocketAddr) -> io::Result<Answer> {
        exchange(address, &self.wire(address), self.method == "HEAD")
    }

    fn has_header(&self, name: &str) -> bool {
        self.headers.iter().any(|(given, _)| given.eq_ignore_ascii_case(name))
    }
}

impl std::fmt::Display for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let beginning = &self.body[..self.body.len().min(120)];
        write!(
            f,
            "{} {}",
            self.line().chars().take(200).collect::<String>(),
            String::from_utf8_lossy(beginning)
        )
    }
}

/// A complete answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The body, decoded from chunks if it came in chunks.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, if it is there.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The body as text, with replacement characters for what is no UTF-8.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; panics when it is none.
    pub fn json(&self) -> Value {
        self.try_json().unwrap_or_else(|| panic!("not JSON: {self}"))
    }

    /// The body as JSON, if it is JSON.
    pub fn try_json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// `error.error_code` of an answer in the v1 form of errors.
    pub fn error_code(&self) -> Option<i64> {
        self.try_json()?["error"]["error_code"].as_i64()
    }

    /// `error.message` of an answer in the v1 form of errors, or nothing.
    pub fn message(&self) -> String {
        let json = self.try_json().unwrap_or_default();
        json["error"]["message"].as_str().unwrap_or_default().to_owned()
    }

    /// The answer itself when its status is `status`; panics with the whole answer when it is not.
    #[must_use]
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert!(self.status == status, "expected {status}, was answered {self}");
        self
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.text();
        let shown: String = text.chars().take(2000).collect();
        write!(f, "{} {shown}", self.status)
    }
}

/// Sends bytes, whatever they are, and reads one answer.
///
/// # Errors
/// When no connection can be made, or it ends before the answer is complete.
pub fn exchange(address: SocketAddr, bytes: &[u8], bodiless: bool) -> io::Result<Answer> {
    let mut stream = connect(address)?;
    let mut sender = stream.try_clone()?;
    std::thread::scope(|scope| {
        // A server that refuses a body answers before it has read it; only who reads meanwhile sees the answer.
        // That the rest cannot be written any more is then no failure.
        scope.spawn(move || sender.write_all(bytes));
        read_answer(&mut stream, bodiless)
    })
}

/// Opens a connection on which neither side may be silent for longer than the tests have patience.
///
/// # Errors
/// When the server does not accept.
pub fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Reads one answer; `bodiless` when the request was a HEAD.
///
/// # Errors
/// When the stream ends before the answer is complete, or what comes is no HTTP.
pub fn read_answer(stream: &mut impl Read, bodiless: bool) -> io::Result<Answer> {
    let mut buffer = Vec::new();
    let mut chunk = [0; 16 * 1024];
    loop {
        if let Some(answer) = parse_answer(&buffer, bodiless)? {
            return Ok(answer);
        }
        match stream.read(&mut chunk)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => buffer.extend_from_slice(&chunk[..read]),
        }
    }
}

/// The answer that `buffer` holds, or nothing while it is incomplete.
fn parse_answer(buffer: &[u8], bodiless: bool) -> io::Result<Option<Answer>> {
    let Some(end) = find(buffer, b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(&buffer[..end]).map_err(|_| invalid("a head that is no UTF-8"))?;
    let rest = &buffer[end + 4..];
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|code| code.parse().ok())
        .ok_or_else(|| invalid("no status line"))?;
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect();
    let mut answer = Answer { status, headers, body: Vec::new() };
    if bodiless || status == 204 || status == 304 {
        return Ok(Some(answer));
    }
    if answer.header("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
        return Ok(unchunk(rest)?.map(|body| Answer { body, ..answer }));
    }
    let length: usize = match answer.header("content-length") {
        Some(length) => length.parse().map_err(|_| invalid("a length that is no number"))?,
        None => 0,
    };
    if rest.len() < length {
        return Ok(None);
    }
    answer.body = rest[..length].to_vec();
    Ok(Some(answer))
}

/// The body that the chunks in `rest` make up, or nothing while the last one is missing.
fn unchunk(mut rest: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut body = Vec::new();
    loop {
        let Some(end) = find(rest, b"\r\n") else { return Ok(None) };
        let size = std::str::from_utf8(&rest[..end])
            .ok()
            .and_then(|line| usize::from_str_radix(line.trim(), 16).ok())
            .ok_or_else(|| invalid("a chunk without a size"))?;
        let data = &rest[end + 2..];
        if data.len() < size + 2 {
            return Ok(None);
        }
        if size == 0 {
            return Ok(Some(body));
        }
        body.extend_from_slice(&data[..size]);
        rest = &data[size + 2..];
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

fn invalid(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("the answer has {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mut bytes: &[u8]) -> io::Result<Answer> {
        read_answer(&mut bytes, false)
    }

    #[test]
    fn an_answer_has_the_length_it_says() {
        let answer = read(b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\nX-A: b\r\n\r\n{}beyond").unwrap();
        assert_eq!((answer.status, answer.header("x-a"), answer.text().as_str()), (201, Some("b"), "{}"));
    }

    #[test]
    fn chunks_are_put_together() {
        let answer =
            read(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
        assert_eq!(answer.unwrap().text(), "abc");
    }

    #[test]
    fn half_an_answer_is_none() {
        for half in ["HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"] {
            assert_eq!(read(half.as_bytes()).unwrap_err().kind(), io::ErrorKind::UnexpectedEof, "{half}");
        }
    }
}
