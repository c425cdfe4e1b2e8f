//! Several servers that are asked the same, each on a kind of database of its own, and whether they answer the same.
//!
//! What a server makes up differs: ids and times. So each is replaced by how many others had come before it, in answers
//! and, the other way round, in requests: `<id 3>` is the fourth id that the server ever told.

use crate::http::{Answer, Request};
use crate::server::{Launch, Server};
use crate::throwaway::Site;
use std::thread;

/// Headers that must be the same, beside status and body.
const HEADERS: [&str; 5] = ["Content-Type", "Location", "Statehouse-Revision", "Allow", "Retry-After"];

/// A server by this name, whatever its port: some answers repeat it.
const HOST: &str = "statehouse.example";

/// A request that each server gets with its own ids.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The method.
    pub method: &'static str,
    /// The path with its query, ids as `<id N>`.
    pub target: String,
    /// The body, ids as `<id N>`; empty for none.
    pub body: String,
}

/// One of the servers.
#[derive(Debug)]
struct Twin {
    name: &'static str,
    server: Server,
    ids: Vec<String>,
    times: Vec<String>,
}

/// All of them, with the database servers that they use, which end after them.
#[derive(Debug)]
pub struct Twins {
    twins: Vec<Twin>,
    sites: Vec<Site>,
}

impl Twins {
    /// A server on a fresh database of each kind.
    pub fn on(sites: Vec<Site>) -> Self {
        let start = |site: &Site| Twin {
            name: site.name(),
            server: Launch::on(&site.database()).start(),
            ids: Vec::new(),
            times: Vec::new(),
        };
        Self { twins: sites.iter().map(start).collect(), sites }
    }

    /// How many ids were told so far.
    pub fn ids(&self) -> usize {
        self.twins.first().map_or(0, |twin| twin.ids.len())
    }

    /// Asks all of them, and fails unless they answer alike; the answer has `<id N>` and `<time N>` in it.
    #[track_caller]
    pub fn ask(&mut self, shared: &Shared) -> (u16, String) {
        let answers: Vec<_> = thread::scope(|scope| {
            let asking: Vec<_> =
                self.twins.iter_mut().map(|twin| scope.spawn(|| (twin.name, twin.ask(shared)))).collect();
            asking.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        let (first, rest) = answers.split_first().expect("at least one server");
        for (name, answer) in rest {
            assert!(
                answer == &first.1,
                "{} {}\n{}\n{}: {} {}\n{name}: {} {}",
                shared.method,
                shared.target,
                shown(&shared.body),
                first.0,
                first.1.0,
                shown(&first.1.1),
                answer.0,
                shown(&answer.1)
            );
        }
        first.1.clone()
    }

    /// Asks only one of them, behind the backs of the others.
    pub fn ask_one(&mut self, twin: usize, shared: &Shared) -> (u16, String) {
        self.twins[twin].ask(shared)
    }

    /// Kills every server and starts it again: from then on everything comes from the database.
    #[must_use]
    pub fn kill_and_restart(self) -> Self {
        let again = |twin: Twin| Twin { server: twin.server.kill().restart(), ..twin };
        Self { twins: self.twins.into_iter().map(again).collect(), sites: self.sites }
    }
}

impl Twin {
    fn ask(&mut self, shared: &Shared) -> (u16, String) {
        let own = |text: &str| {
            self.ids
                .iter()
                .enumerate()
                .fold(text.to_owned(), |text, (number, id)| text.replace(&format!("<id {number}>"), id))
        };
        let mut request = Request::new(shared.method, &own(&shared.target)).header("Host", HOST);
        if !shared.body.is_empty() {
            request = request.json_text(own(&shared.body));
        }
        let answer = self.server.send(&request);
        let told = self.common(&told(&answer));
        (answer.status, told)
    }

    /// The text with everything that was made up replaced.
    fn common(&mut self, text: &str) -> String {
        let mut common = String::with_capacity(text.len());
        let mut rest = text;
        // Both have a dash, and answers may be long.
        while let Some(dash) = rest.find('-') {
            let id = dash.checked_sub(8).filter(|&start| looks_like(rest, start, ID));
            let time = dash.checked_sub(4).filter(|&start| looks_like(rest, start, TIME));
            let (start, length, word, known) = match (id, time) {
                (Some(start), _) => (start, ID.len(), "id", &mut self.ids),
                (None, Some(start)) => (start, TIME.len(), "time", &mut self.times),
                (None, None) => {
                    common.push_str(&rest[..=dash]);
                    rest = &rest[dash + 1..];
                    continue;
                }
            };
            common.push_str(&rest[..start]);
            rest = &rest[start..];
            let made_up = &rest[..length];
            let number = known.iter().position(|it| it == made_up).unwrap_or_else(|| {
                known.push(made_up.to_owned());
                known.len() - 1
            });
            common.extend(["<", word, " ", &number.to_string(), ">"]);
            rest = &rest[length..];
        }
        common.push_str(rest);
        common
    }
}

/// The beginning of a text that may be very long.
fn shown(text: &str) -> String {
    text.chars().take(4_000).collect()
}

/// Headers and body.
fn told(answer: &Answer) -> String {
    let headers = HEADERS.iter().filter_map(|name| Some(format!("{name}: {}\n", answer.header(name)?)));
    headers.collect::<String>() + &answer.text()
}

/// What a UUID looks like, and a time: `x` is a hexadecimal digit, `9` a decimal one.
const ID: &str = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
const TIME: &str = "9999-99-99 99:99:99.999999";

/// Whether the text looks like this from there on.
fn looks_like(text: &str, start: usize, pattern: &str) -> bool {
    let Some(part) = text.get(start..start + pattern.len()) else { return false };
    part.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
        b'x' => byte.is_ascii_hexdigit(),
        b'9' => byte.is_ascii_digit(),
        other => byte == other,
    })
}
