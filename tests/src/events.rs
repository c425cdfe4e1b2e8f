//! A stream of server-sent events, read one by one.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use crate::http::{Request, connect};
use crate::server::Server;

/// A stream that a server sends.
#[derive(Debug)]
pub struct Events(BufReader<TcpStream>);

/// One event of a stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What it is.
    pub name: String,
    /// By which the stream can be gone on with.
    pub id: Option<String>,
    /// What it says.
    pub data: Value,
}

impl Events {
    /// Opens a stream of a server.
    #[track_caller]
    pub fn of(server: &Server, target: &str) -> Self {
        Self::asked_for(server, &Request::new("GET", target))
    }

    /// Goes on with a stream behind the event of this id, as clients do that lost the connection.
    #[track_caller]
    pub fn behind(server: &Server, target: &str, last: &str) -> Self {
        Self::asked_for(server, &Request::new("GET", target).header("Last-Event-ID", last))
    }

    #[track_caller]
    fn asked_for(server: &Server, request: &Request) -> Self {
        let request = request.wire(server.address());
        let mut stream = connect(server.address()).expect("a connection");
        stream.write_all(&request).expect("a request that is sent");
        let mut events = Self(BufReader::new(stream));
        let status = events.line().expect("an answer");
        assert!(status.contains(" 200 "), "{status}");
        events
    }

    /// The events up to one of this name, which is the last.
    pub fn until(&mut self, name: &str) -> Vec<Event> {
        let mut events = Vec::new();
        while events.last().is_none_or(|last: &Event| last.name != name) {
            events.push(self.next().expect("a stream that goes on"));
        }
        events
    }

    /// A line of the answer, those that say how long pieces are among them.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).ok()?;
        (read > 0).then(|| line.trim_end().to_owned())
    }
}

impl Iterator for Events {
    type Item = Event;

    /// The next event, which is waited for; none at the end of the stream.
    fn next(&mut self) -> Option<Event> {
        let mut event = Event { name: String::new(), id: None, data: Value::Null };
        loop {
            let line = self.line()?;
            match line.split_once(": ") {
                Some(("event", name)) => name.clone_into(&mut event.name),
                Some(("id", id)) => event.id = Some(id.to_owned()),
                Some(("data", data)) => {
                    event.data = serde_json::from_str(data).expect("data that is JSON");
                    return Some(event);
                }
                _ => {}
            }
        }
    }
}
