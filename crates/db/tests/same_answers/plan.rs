//! What is asked, in which order, and when.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use statehouse_db::Request;
use statehouse_model::Timestamp;
use statehouse_strategy::command;
use statehouse_strategy::text::text;

/// When the first request is made.
const BEGINNING: i64 = 1_700_000_000_000_000;

#[derive(Debug, Clone)]
pub enum Step {
    /// Requests that are sent at once, at the same time by the clock.
    Send(Vec<Request>, Timestamp),
    /// Everything is looked at: the state here and on another server, the log, and what was watched.
    Look,
    /// The store is closed and opened again, so that everything comes from the database.
    Reopen,
}

/// A short program.
pub fn plan() -> impl Strategy<Value = Vec<Step>> {
    let send = (vec(request(), 1..5), time());
    let step = prop_oneof![
        12 => send.prop_map(|(requests, at)| Step::Send(requests, at)),
        1 => Just(Step::Look),
        1 => Just(Step::Reopen),
    ];
    vec(step, 1..16)
}

fn request() -> impl Strategy<Value = Request> {
    let text = || prop_oneof![4 => Just("alice".to_owned()), 1 => text(1_000)];
    (command(), text(), text()).prop_map(|(command, actor, request_id)| Request {
        command,
        actor,
        request_id,
    })
}

/// Clocks go back at times, and the end of time is far away.
fn time() -> impl Strategy<Value = Timestamp> {
    let near = (0..10i64).prop_map(|second| Timestamp(BEGINNING + second * 1_000_000));
    prop_oneof![20 => near, 1 => select(vec![Timestamp(0), Timestamp(-1), Timestamp(i64::MIN), Timestamp(i64::MAX)])]
}
