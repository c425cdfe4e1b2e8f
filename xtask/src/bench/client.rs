//! One HTTP/1.1 connection that is kept: no more of the protocol than the servers here speak.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// A connection.
#[derive(Debug)]
pub(super) struct Client {
    stream: BufReader<TcpStream>,
    line: String,
    body: Vec<u8>,
    revision: u64,
}

impl Client {
    pub fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self { stream: BufReader::new(stream), line: String::new(), body: Vec::new(), revision: 0 })
    }

    pub fn get(&mut self, path: &str) -> Result<(u16, &[u8])> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: bench\r\n\r\n"))
    }

    /// GET of what the server knows, without asking the database.
    pub fn get_eventual(&mut self, path: &str) -> Result<(u16, &[u8])> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: bench\r\nStatehouse-Consistency: eventual\r\n\r\n"))
    }

    /// The revision that the last answer with one showed.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn post(&mut self, path: &str, body: &str) -> Result<(u16, &[u8])> {
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    /// Sends a request and reads the status and the body of its answer.
    fn send(&mut self, request: &str) -> Result<(u16, &[u8])> {
        self.stream.get_mut().write_all(request.as_bytes())?;
        let status =
            self.header()?.split(' ').nth(1).and_then(|code| code.parse().ok()).context("a status line")?;
        let mut length = 0;
        loop {
            let line = self.header()?;
            if line.is_empty() {
                break;
            }
            let Some((name, value)) = line.split_once(':') else { bail!("not a header: {line}") };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().context("Content-Length")?;
            } else if name.eq_ignore_ascii_case("statehouse-revision") {
                self.revision = value.trim().parse().context("Statehouse-Revision")?;
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                bail!("an answer in chunks, which this client does not read");
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body)?;
        Ok((status, &self.body))
    }

    fn header(&mut self) -> Result<&str> {
        self.line.clear();
        if self.stream.read_line(&mut self.line)? == 0 {
            bail!("the server closed the connection");
        }
        Ok(self.line.trim_end())
    }
}
