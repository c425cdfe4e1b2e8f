//! `statehouse healthcheck`: asks the server of these settings how it is. For container engines, whose images hold no
//! other program that speaks HTTP.

use std::fs;
use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

use crate::failure::{Exit, Failure};
use crate::settings::Settings;

/// How long anything may take: a little longer than the server itself waits for its database before it says so.
const PATIENCE: Duration = Duration::from_secs(7);
/// How much of an answer is read.
const ANSWER_BYTES: u64 = 64 * 1024;

/// The body of the answer of `/readyz`, or of `/healthz` when only the process is asked about; anything but success is a
/// failure that says what was answered.
pub(crate) fn ask(settings: &Settings, only_alive: bool) -> Result<String, Failure> {
    let address = address(settings)?;
    let path = if only_alive { "/healthz" } else { "/readyz" };
    let failed = |what: &str| Failure::new(Exit::Failed, format!("http://{address}{path}: {what}"));
    let answer = get(address, path).map_err(|error| failed(&error.to_string()))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    match head.split(' ').nth(1) {
        Some("200") => Ok(format!("{}\n", body.trim_end())),
        Some(status) => Err(failed(&format!("{status} {body}"))),
        None => Err(failed("what answers there does not speak HTTP")),
    }
}

/// Where the server can be reached from here: the address it listens on, or this machine when that is all addresses.
fn address(settings: &Settings) -> Result<SocketAddr, Failure> {
    let mut address = settings.listen;
    if address.port() == 0 {
        let Some(file) = &settings.port_file else {
            return Err(Failure::settings("port 0 may be any port")
                .remedy("name the port with --listen, or the file that tells it with --port-file"));
        };
        address = told_in(file)?;
    }
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
            SocketAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
        });
    }
    Ok(address)
}

fn told_in(port_file: &Path) -> Result<SocketAddr, Failure> {
    let failed =
        |reason: String| Failure::new(Exit::Failed, format!("port file {}: {reason}", port_file.display()));
    let text = fs::read_to_string(port_file).map_err(|error| failed(error.to_string()))?;
    text.trim().parse().map_err(|_| failed("it does not hold an address".to_owned()))
}

fn get(address: SocketAddr, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(ANSWER_BYTES).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
