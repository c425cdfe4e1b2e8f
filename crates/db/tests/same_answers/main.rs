//! The same requests on every kind of database and on the pure model: every answer, every state, the log and what a watch
//! tells are compared byte by byte.
//!
//! `STATEHOUSE_TEST_DATABASES=postgres,mysql,galera` compares SQLite with throwaway servers of these kinds; without it,
//! with the database of the run. `STATEHOUSE_TEST_SEED` repeats a run, `PROPTEST_CASES` makes it longer. What fails is
//! shown as the shortest program that was found to fail.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod oracle;
mod plan;
mod subject;
mod told;

use std::cell::Cell;
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use statehouse_db::Request;
use statehouse_model::{Command, Drivers};
use statehouse_tests::chance;
use statehouse_tests::throwaway::{Error, Site};

use crate::plan::{Step, plan};
use crate::subject::Subject;
use crate::told::Told;

/// How many programs, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 40;
/// After this no further program is begun, unless `PROPTEST_CASES` says how many are wanted.
const LIMIT: Duration = Duration::from_mins(1);
/// How many programs there must be all the same.
const FEWEST: u32 = 8;

#[test]
fn every_database_answers_as_the_model_does() -> Result<(), Error> {
    let seed = chance::seed();
    let sites = Site::asked_for()?;
    let subjects: Vec<_> = sites.iter().map(Subject::on).collect();
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let (start, programs) = (Instant::now(), Cell::new(0));
    let outcome = runner(seed, wanted.unwrap_or(CASES)).run(&plan(), |plan| {
        if wanted.is_none() && programs.get() >= FEWEST && start.elapsed() > LIMIT {
            return Ok(());
        }
        programs.set(programs.get() + 1);
        compare(&subjects, &plan)
    });
    println!("{} programs", programs.get());
    outcome.unwrap_or_else(|error| panic!("STATEHOUSE_TEST_SEED={seed}: {error}"));
    Ok(())
}

#[test]
fn a_store_that_answers_otherwise_is_found_out_with_the_shortest_program() {
    let subjects = [Subject::with_drivers(&Site::embedded(), Drivers::built_in().unwrap())];
    let outcome = runner(1, 200).run(&plan(), |plan| compare(&subjects, &plan));
    let Err(TestError::Fail(_, plan)) = outcome else { panic!("not found out: {outcome:?}") };
    let [Step::Send(requests, _)] = &plan[..] else { panic!("not the shortest: {plan:?}") };
    let [Request { command: Command::CreateDataSource { .. }, .. }] = &requests[..] else {
        panic!("not the shortest: {requests:?}")
    };
}

fn runner(seed: u64, cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        max_shrink_time: 120_000,
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

fn compare(subjects: &[Subject], plan: &[Step]) -> Result<(), TestCaseError> {
    let expected = oracle::told(plan);
    let told = thread::scope(|scope| {
        let asking: Vec<_> = subjects.iter().map(|subject| scope.spawn(|| subject.told(plan))).collect();
        asking.into_iter().map(ScopedJoinHandle::join).collect::<Vec<_>>()
    });
    for (subject, told) in subjects.iter().zip(told) {
        let told =
            told.map_err(|_| TestCaseError::fail(format!("{} did not finish the plan", subject.name)))?;
        refuse_difference(subject.name, &told, &expected)?;
    }
    Ok(())
}

/// Shows the first place where two were told differently, and what stands around it.
fn refuse_difference(name: &str, told: &[Told], expected: &[Told]) -> Result<(), TestCaseError> {
    if told.len() != expected.len() {
        let (told, expected) = (told.len(), expected.len());
        return Err(TestCaseError::fail(format!("{name} told {told} things, the model {expected}")));
    }
    let Some((told, expected)) = told.iter().zip(expected).find(|(told, expected)| told != expected) else {
        return Ok(());
    };
    let same = told.text.bytes().zip(expected.text.bytes()).take_while(|(one, other)| one == other).count();
    let around = |text: &str| {
        let bytes = &text.as_bytes()[same.saturating_sub(200).min(text.len())..text.len().min(same + 400)];
        String::from_utf8_lossy(bytes).into_owned()
    };
    Err(TestCaseError::fail(format!(
        "{}\n{name} told, from byte {same} on:\n{}\nthe model:\n{}",
        told.what,
        around(&told.text),
        around(&expected.text)
    )))
}
