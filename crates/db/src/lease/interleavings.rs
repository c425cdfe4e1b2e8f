//! Several servers and one row, in any order: requests that take their time, answers that get lost, requests that are
//! carried out although nobody waits for them any more, servers that stand still, die, and come back as others.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::bid::{Bid, Step};
use super::row::Row;

const LASTS: Duration = Duration::from_secs(5);
const SERVERS: usize = 3;

/// A request on its way to the database.
#[derive(Clone, Debug)]
struct Request {
    holder: String,
    step: Step,
    asked: Instant,
    /// What the database answered, once it was there.
    answer: Option<Answer>,
}

#[derive(Clone, Debug)]
enum Answer {
    Read(Option<Row>),
    Written(bool),
}

struct Server {
    id: String,
    bid: Bid,
    request: Option<Request>,
    /// The last token it ever had, which a server that stands still goes on using.
    believed: Option<i64>,
}

struct World {
    now: Instant,
    row: Option<Row>,
    servers: Vec<Server>,
    /// Requests nobody waits for, which are carried out all the same, some day.
    forgotten: Vec<Request>,
    /// Fenced writes that were accepted: token and holder.
    written: Vec<(i64, String)>,
    started: usize,
}

#[derive(Clone, Debug)]
enum Event {
    Pass(u64),
    Send(usize),
    Arrive(usize),
    Answer(usize),
    Lose(usize),
    ArriveForgotten(usize),
    Restart(usize),
    Release(usize),
    Write(usize),
}

fn event() -> impl Strategy<Value = Event> {
    let server = 0..SERVERS;
    prop_oneof![
        6 => (0_u64..2_500).prop_map(Event::Pass),
        8 => server.clone().prop_map(Event::Send),
        8 => server.clone().prop_map(Event::Arrive),
        8 => server.clone().prop_map(Event::Answer),
        2 => server.clone().prop_map(Event::Lose),
        2 => (0_usize..8).prop_map(Event::ArriveForgotten),
        1 => server.clone().prop_map(Event::Restart),
        1 => server.clone().prop_map(Event::Release),
        4 => server.prop_map(Event::Write),
    ]
}

impl World {
    fn new() -> Self {
        let now = Instant::now();
        let mut world = Self {
            now,
            row: None,
            servers: Vec::new(),
            forgotten: Vec::new(),
            written: Vec::new(),
            started: 0,
        };
        world.servers = (0..SERVERS).map(|_| world.start()).collect();
        world
    }

    fn start(&mut self) -> Server {
        self.started += 1;
        let id = format!("server {}", self.started);
        let bid = Bid::new(id.as_str().into(), LASTS, self.now);
        Server { id, bid, request: None, believed: None }
    }

    fn happen(&mut self, event: &Event) {
        match *event {
            Event::Pass(milliseconds) => self.now += Duration::from_millis(milliseconds),
            Event::Send(at) => self.send(at),
            Event::Arrive(at) => {
                if let Some(mut request) = self.servers[at].request.take() {
                    self.carry_out(&mut request);
                    self.servers[at].request = Some(request);
                }
            }
            Event::Answer(at) => self.answer(at),
            Event::Lose(at) => self.lose(at),
            Event::ArriveForgotten(which) => {
                if which < self.forgotten.len() {
                    let mut request = self.forgotten.remove(which);
                    self.carry_out(&mut request);
                }
            }
            Event::Restart(at) => {
                self.lose(at);
                self.servers[at] = self.start();
            }
            Event::Release(at) => self.release(at),
            Event::Write(at) => self.write(at),
        }
    }

    fn send(&mut self, at: usize) {
        let (server, now) = (&mut self.servers[at], self.now);
        if server.request.is_some() {
            return;
        }
        let step = server.bid.step(now);
        if step != Step::Rest {
            server.request = Some(Request { holder: server.id.clone(), step, asked: now, answer: None });
        }
    }

    /// What the statements of [`super::row`] do.
    fn carry_out(&mut self, request: &mut Request) {
        if request.answer.is_some() {
            return;
        }
        let holder = request.holder.clone();
        request.answer = Some(match (&request.step, &mut self.row) {
            (Step::Look | Step::Rest, row) => Answer::Read(row.clone()),
            (Step::Found, row @ None) => {
                *row = Some(Row { holder, token: 1, beat: 0, lasts: LASTS });
                Answer::Written(true)
            }
            (Step::Take { token, beat }, Some(row)) if (row.token, row.beat) == (*token, *beat) => {
                *row = Row { holder, token: token + 1, beat: beat + 1, lasts: LASTS };
                Answer::Written(true)
            }
            (Step::Renew { token }, Some(row)) if row.holder == holder && row.token == *token => {
                row.beat += 1;
                Answer::Written(true)
            }
            _ => Answer::Written(false),
        });
    }

    fn answer(&mut self, at: usize) {
        let (server, now) = (&mut self.servers[at], self.now);
        let Some(Request { answer: Some(answer), step, asked, .. }) = &server.request else { return };
        match (answer, step) {
            (Answer::Read(row), _) => {
                let step = server.bid.saw(row.as_ref(), now);
                let request = Request { holder: server.id.clone(), step, asked: now, answer: None };
                server.request = (request.step != Step::Rest).then_some(request);
                return;
            }
            (Answer::Written(false), _) => server.bid.refused(now),
            (Answer::Written(true), step) => {
                let token = match step {
                    Step::Found => 1,
                    Step::Take { token, .. } => token + 1,
                    Step::Renew { token } => *token,
                    Step::Look | Step::Rest => panic!("{step:?} writes nothing"),
                };
                server.bid.holds(token, *asked);
                server.believed = Some(token);
            }
        }
        server.request = None;
    }

    fn lose(&mut self, at: usize) {
        if let Some(request) = self.servers[at].request.take() {
            self.forgotten.push(request);
            self.servers[at].bid.failed(self.now);
        }
    }

    fn release(&mut self, at: usize) {
        let server = &mut self.servers[at];
        let (None, Some(token)) = (&server.request, server.bid.held(self.now)) else { return };
        if let Some(row) = &mut self.row
            && (row.holder.as_str(), row.token) == (&*server.id, token)
        {
            row.holder.clear();
            row.beat += 1;
        }
        server.bid = Bid::new(server.id.as_str().into(), LASTS, self.now);
    }

    /// A server that does not look at its clock writes under the last token it had.
    fn write(&mut self, at: usize) {
        let server = &self.servers[at];
        if let (Some(token), Some(row)) = (server.believed, &mut self.row)
            && row.holder == server.id
            && row.token == token
        {
            row.beat += 1;
            self.written.push((token, server.id.clone()));
        }
    }

    fn holders(&self) -> Vec<(&str, i64)> {
        let held = |server: &'_ Server| server.bid.held(self.now);
        self.servers.iter().filter_map(|server| Some((&*server.id, held(server)?))).collect()
    }

    /// Everybody who lives does what is due, and the database answers.
    fn run_for(&mut self, milliseconds: u64, living: &[usize]) {
        for _ in 0..milliseconds / 100 {
            self.now += Duration::from_millis(100);
            for &at in living {
                for event in [Event::Send(at), Event::Arrive(at), Event::Answer(at)] {
                    self.happen(&event);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_any_order_of_events_one_server_holds_the_lease_and_the_tokens_tell_which(
        events in prop::collection::vec(event(), 1..150),
    ) {
        let mut world = World::new();
        let mut before = None;
        for event in &events {
            world.happen(event);
            let holders = world.holders();
            prop_assert!(holders.len() <= 1, "{holders:?} after {event:?}");
            let row = world.row.as_ref().map(|row| (row.token, row.holder.clone()));
            if let (Some((was, by)), Some((is, now_by))) = (&before, &row) {
                let is_new_holder = by != now_by && !now_by.is_empty();
                prop_assert_eq!(*is, was + i64::from(is_new_holder), "{} after {}", now_by, by);
            }
            before = row;
        }
        for pair in world.written.windows(2) {
            prop_assert!(pair[0].0 < pair[1].0 || pair[0] == pair[1], "{pair:?}");
        }
    }

    #[test]
    fn whatever_happened_before_a_living_server_takes_over_within_two_durations(
        events in prop::collection::vec(event(), 1..150),
        dead in 0..SERVERS,
    ) {
        let mut world = World::new();
        for event in &events {
            world.happen(event);
        }
        let living: Vec<_> = (0..SERVERS).filter(|at| *at != dead).collect();
        for at in &living {
            world.lose(*at);
        }
        // What nobody waits for arrives at last, and then no more.
        while !world.forgotten.is_empty() {
            world.happen(&Event::ArriveForgotten(0));
        }
        world.run_for(10_000, &living);
        let holders = world.holders();
        prop_assert_eq!(holders.len(), 1);
        prop_assert!(living.iter().any(|at| world.servers[*at].id == holders[0].0));
        let holder = holders[0].0.to_owned();
        world.run_for(30_000, &living);
        prop_assert_eq!(world.holders()[0].0, holder, "and keeps it");
    }
}
