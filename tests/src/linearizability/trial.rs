//! A trial: clients, servers and the one who disturbs them, for a while; then the judgement.

use super::client::{Client, DATA_SOURCE, Floor, content, exchange, objects, request};
use super::ensemble::{Board, Member};
use super::history::{Action, History, Object, Operation, Outcome};
use super::log::Log;
use super::nemesis::{self, Tally};
use super::storage::Storage;
use super::{blame, witness};
use crate::chance;
use crate::command;
use crate::http::{Answer, Request};
use crate::throwaway::{Engine, Error};
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How many servers there are.
pub const SERVERS: usize = 3;
/// How many clients there are.
pub const CLIENTS: usize = 16;
/// How many seconds a trial lasts, unless this variable says otherwise.
const SECONDS: u64 = 60;
const SECONDS_VARIABLE: &str = "STATEHOUSE_TEST_SECONDS";
/// How long everything may take to be well again in the end.
const PATIENCE: Duration = Duration::from_mins(1);
/// How many operations each second have to be done on average; far fewer than are, and enough that something was at stake.
const DONE_EACH_SECOND: usize = 2;
/// How many violations are shown.
const SHOWN: usize = 5;

/// Everything that is needed to judge a trial.
#[derive(Debug)]
struct Evidence {
    history: History,
    log: Log,
    tally: Tally,
    /// What was found wrong while it ran, or when it ended.
    wrong: Vec<String>,
}

/// Runs a trial on this kind of database (none: a file), as long as the environment says, and fails the test unless all that
/// was seen is as promised, and enough was seen.
///
/// # Errors
/// When the database server is not installed, or does not serve.
#[expect(clippy::print_stderr, reason = "what was done is what the reader of a test log wants to know")]
pub fn run(engine: Option<Engine>) -> Result<(), Error> {
    let seed = chance::seed();
    let seconds = std::env::var(SECONDS_VARIABLE)
        .map_or(SECONDS, |given| given.parse().expect("STATEHOUSE_TEST_SECONDS is a number"));
    let mut trial = Trial::new(engine)?;
    let evidence = trial.perform(seed, Duration::from_secs(seconds))?;
    eprintln!("{}", evidence.summary());
    let violations = evidence.violations();
    let name = engine.map_or("sqlite", Engine::name);
    if !violations.is_empty() {
        let kept = evidence.keep(&format!("{name}-{seed}"), &violations, &trial.members);
        let shown = violations[..violations.len().min(SHOWN)].join("\n");
        panic!("{} violations, of which the first are\n{shown}\nAll: {}", violations.len(), kept.display());
    }
    evidence.assert_enough(seconds, trial.storage.nodes().len());
    Ok(())
}

/// What is found when a few seconds of reads that may be stale are judged as if they must not be: this shows that the
/// judges do judge.
///
/// # Errors
/// When there is no database.
pub fn violations_of_peeks() -> Result<Vec<String>, Error> {
    let mut evidence = Trial::new(None)?.perform(chance::seed(), Duration::from_secs(5))?;
    for operation in &mut evidence.history.operations {
        if operation.action == Action::Peek {
            operation.action = Action::Get;
        }
    }
    Ok(evidence.violations())
}

/// Three servers on a database of their own.
#[derive(Debug)]
struct Trial {
    // In this order: a server goes before its database, and that before its folder.
    members: Vec<Member>,
    storage: Storage,
    board: Board,
    _folder: TempDir,
}

impl Trial {
    fn new(engine: Option<Engine>) -> Result<Self, Error> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let storage = Storage::fresh(engine, folder.path())?;
        let board = Board::new(SERVERS);
        let lines = storage.lines(SERVERS)?.into_iter().enumerate();
        let mut members: Vec<_> =
            lines.map(|(number, line)| Member::new(number, line, folder.path(), &board)).collect();
        members.iter_mut().for_each(Member::start);
        furnish(&board);
        Ok(Self { members, storage, board, _folder: folder })
    }

    /// Lets everybody do his part, and gathers what they saw.
    fn perform(&mut self, seed: u64, time: Duration) -> Result<Evidence, Error> {
        let Self { members, storage, board, .. } = self;
        let evidence = perform(storage, members, board, seed, time)?;
        assert!(members.iter_mut().all(Member::runs), "every server runs in the end");
        Ok(evidence)
    }
}

/// Makes what the clients write to.
fn furnish(board: &Board) {
    let address = board.address(0).expect("the first server listens");
    let config = json!({ "description": "written by clients" });
    let source = json!({ "name": DATA_SOURCE, "driver": "push", "config": config });
    let mut requests = vec![Request::new("POST", "/v1/data-sources").json(&source)];
    for object in objects().into_iter().filter(|object| matches!(object, Object::Rules(_))) {
        requests.push(Request::new("POST", "/v1/policies").json(&json!({ "name": object.name() })));
    }
    for request in requests {
        let _ = request.send(address).expect("an answer").expect(201);
    }
}

fn perform(
    storage: &mut Storage,
    members: &mut [Member],
    board: &Board,
    seed: u64,
    time: Duration,
) -> Result<Evidence, Error> {
    let floor = Floor::new(board);
    let over = AtomicBool::new(false);
    let mut clients: Vec<_> =
        (0..CLIENTS).map(|number| Client::new(number, &floor, chance::source(seed, number as u64))).collect();
    let [mut first, mut second] = [100, 101].map(|lane| chance::source(seed, lane));
    let (tally, disturbed) = std::thread::scope(|scope| {
        let running: Vec<_> =
            clients.iter_mut().map(|client| scope.spawn(move || client.run(SERVERS))).collect();
        let servers = scope.spawn(|| nemesis::disturb_servers(members, &mut first, &over));
        let database = scope.spawn(|| nemesis::disturb_database(storage, &mut second, &over));
        std::thread::sleep(time);
        over.store(true, Ordering::Relaxed);
        let (servers, database) = (servers.join(), database.join());
        // Some of the history is of a time when nobody disturbs any more.
        std::thread::sleep(Duration::from_secs(1));
        floor.end();
        let broken = running.into_iter().find_map(|client| client.join().err());
        if let Some(panic) = broken {
            std::panic::resume_unwind(panic);
        }
        (servers, database)
    });
    let mut tally = tally.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    tally.extend(disturbed.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
    let mut wrong: Vec<String> = clients.iter_mut().flat_map(|client| client.strange.drain(..)).collect();
    let operations = clients.into_iter().flat_map(|client| client.operations).collect();
    let (log, last) = settle(storage, board, &floor);
    wrong.extend(last.wrong);
    let mut history = History { operations };
    history.operations.extend(last.operations);
    Ok(Evidence { history, log, tally, wrong })
}

/// What the servers say when all is over.
#[derive(Debug, Default)]
struct Last {
    operations: Vec<Operation>,
    wrong: Vec<String>,
}

/// Asks every server for everything until none names an earlier revision than the database has: what clients gave up
/// may still be under way.
fn settle(storage: &Storage, board: &Board, floor: &Floor) -> (Log, Last) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let answers: Vec<_> = (0..SERVERS).map(|server| everything(server, board, floor)).collect();
        let log = Log::read_by(|sql| storage.texts(sql));
        let revision = |answer: &(Operation, Option<Answer>)| answer.0.revision;
        let is_last = |answer: &(Operation, Option<Answer>)| {
            answer.1.is_some() && revision(answer).is_none_or(|revision| revision == log.head())
        };
        let settled = answers.iter().flatten().all(is_last);
        if settled || Instant::now() > deadline {
            let mut last = compare(&answers);
            if !settled {
                let revisions: Vec<_> = answers
                    .iter()
                    .map(|of_server| of_server.iter().map(revision).collect::<Vec<_>>())
                    .collect();
                let head = log.head();
                last.wrong.push(format!("after {PATIENCE:?} the servers show {revisions:?}, the log {head}"));
            }
            return (log, last);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// Every object as one server shows it.
fn everything(server: usize, board: &Board, floor: &Floor) -> Vec<(Operation, Option<Answer>)> {
    let address = board.address(server).expect("every server was started");
    let all = objects().into_iter().chain([Object::AllPolicies]);
    let ask = all.map(|object| {
        let begun = floor.clock();
        let answer = exchange(address, &request(object, Action::Get, None)).ok().flatten();
        let answer = answer.filter(|answer| matches!(answer.status, 200 | 404));
        let seen = answer.as_ref().and_then(|answer| content(object, answer));
        let revision = answer.as_ref().and_then(|answer| answer.header("Statehouse-Revision")?.parse().ok());
        let operation = Operation {
            client: CLIENTS,
            server,
            object,
            action: Action::Get,
            begun,
            ended: floor.clock(),
            outcome: seen.map_or(Outcome::Unknown, Outcome::Content),
            request_id: None,
            revision,
        };
        (operation, answer)
    });
    ask.collect()
}

/// All servers give the same bytes.
fn compare(answers: &[Vec<(Operation, Option<Answer>)>]) -> Last {
    let mut last = Last::default();
    for of_server in answers {
        for ((operation, answer), (_, first)) in of_server.iter().zip(&answers[0]) {
            let bodies =
                [answer, first].map(|answer| answer.as_ref().map(|answer| (answer.status, answer.text())));
            if bodies[0].is_none() || bodies[0] != bodies[1] {
                let Operation { object, server, .. } = operation;
                last.wrong.push(format!("{object}: server {server} and server 0 show {bodies:?}"));
            }
            last.operations.push(operation.clone());
        }
    }
    last
}

impl Evidence {
    fn violations(&self) -> Vec<String> {
        let mut violations = self.wrong.clone();
        violations.extend(witness::violations(&self.history, &self.log));
        violations.extend(blame::violations(&witness::with_hints(&self.history, &self.log)));
        violations
    }

    /// In one line how much was done, lost and disturbed.
    fn summary(&self) -> String {
        let count = |wanted: fn(&Operation) -> bool| self.history.count(wanted);
        format!(
            "{} operations: {} written, {} read, {} refused, {} known not to be done, {} writes without an answer, of \
             which {} took effect; revision {}; {:?}",
            self.history.operations.len(),
            count(Operation::was_written),
            count(|operation| matches!(operation.outcome, Outcome::Content(_))),
            count(|operation| operation.outcome == Outcome::Refused),
            count(|operation| operation.outcome == Outcome::Nothing),
            count(Operation::may_be_written),
            self.lost_and_done(),
            self.log.head(),
            self.tally
        )
    }

    /// How many writes took effect although nobody answered.
    fn lost_and_done(&self) -> usize {
        let hinted = witness::with_hints(&self.history, &self.log);
        hinted.count(|operation| operation.may_be_written() && operation.revision.is_some())
    }

    /// Fails unless enough was done, and enough was disturbed.
    fn assert_enough(&self, seconds: u64, nodes: usize) {
        let wanted = DONE_EACH_SECOND * usize::try_from(seconds).unwrap_or(usize::MAX);
        let written = self.history.count(Operation::was_written);
        let read = self.history.count(|operation| matches!(operation.outcome, Outcome::Content(_)));
        assert!(written >= wanted && read >= wanted, "{written} written, {read} read, of {wanted} each");
        assert!(
            self.history.count(Operation::may_be_written) > 0,
            "every write was answered: nothing was at stake"
        );
        for disturbance in nemesis::of_servers(nodes > 0).into_iter().chain(nemesis::of_database(nodes)) {
            let times = self.tally.get(&disturbance).copied().unwrap_or_default();
            assert!(times > 0, "{disturbance:?} did not take place: {:?}", self.tally);
        }
    }

    /// Keeps the history, the log and what the servers said under `target/`.
    fn keep(&self, name: &str, violations: &[String], members: &[Member]) -> PathBuf {
        let place = command::target_folder().join("linearizability").join(name);
        fs::create_dir_all(&place).expect("a folder for what is kept");
        let write =
            |file: &str, text: String| fs::write(place.join(file), text).expect("what is kept is written");
        write("history.json", serde_json::to_string(&self.history).expect("a history is JSON"));
        write("log.json", serde_json::to_string(&self.log).expect("a log is JSON"));
        write("violations.txt", violations.join("\n"));
        for member in members {
            let log = member.log();
            let _ = fs::copy(&log, place.join(log.file_name().unwrap_or_default()));
        }
        place
    }
}
