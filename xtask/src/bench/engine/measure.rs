//! From text to answer: a process is started, reads rules and facts, and prints every row.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use super::Setup;
use super::case::Case;
use super::rival::{self, Rival};

/// Whoever takes longer is stopped, and not asked again.
const LIMIT_S: u64 = 60;

/// Whoever takes so many times as long as the fastest is not asked again: what it takes is told all the same.
const HOPELESS: f64 = 10.0;

/// What `timeout` ends with when it had to stop somebody.
const STOPPED: i32 = 124;

/// What came of a case.
#[derive(Debug)]
pub(super) struct Outcome {
    pub case: Case,
    pub rows: u64,
    /// Seconds of each repetition, beginning with Statehouse; of who gave up, none.
    pub seconds: Vec<(Rival, Result<Vec<f64>, GaveUp>)>,
}

/// Why somebody has no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GaveUp {
    /// It was stopped.
    Stopped,
    /// It ended with an error.
    Failed,
}

/// An answer, whatever the order of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Answer {
    rows: u64,
    digest: u64,
}

/// Asks everybody in turn, as often as each figure is taken, and compares the answers.
pub(super) fn case(setup: &Setup, case: Case) -> Result<Outcome> {
    let folder = setup.place.folder(&format!("{}-{}", case.name, case.size))?;
    rival::write(&case, &folder)?;
    let mut seconds: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let mut out: BTreeMap<usize, GaveUp> = BTreeMap::new();
    let mut answer = None;
    for repetition in 0..setup.repetitions {
        for (number, rival) in Rival::ALL.into_iter().enumerate() {
            let slow = fastest(&seconds).is_some_and(|fastest| {
                seconds.get(&number).is_some_and(|it| minimum(it) > fastest * HOPELESS)
            });
            if out.contains_key(&number) || slow && rival != Rival::Statehouse {
                continue;
            }
            match ask(setup, rival, &case, &folder)? {
                Ok((took, given)) => {
                    seconds.entry(number).or_default().push(took);
                    let expected = *answer.get_or_insert(given);
                    ensure!(
                        given == expected,
                        "{}: {rival} answers {given:?}, others {expected:?}",
                        case.name
                    );
                }
                Err(reason) if rival == Rival::Statehouse => bail!("{}: Statehouse: {reason:?}", case.name),
                Err(reason) => drop(out.insert(number, reason)),
            }
            if repetition == 0 {
                let took = seconds.get(&number).map(|it| minimum(it));
                println!("  {rival}: {}", took.map_or("gave up".to_owned(), |took| format!("{took:.3} s")));
            }
        }
    }
    fs::remove_dir_all(&folder).ok();
    let seconds = Rival::ALL.into_iter().enumerate().map(|(number, rival)| {
        let taken = seconds.remove(&number);
        (rival, taken.ok_or_else(|| out.get(&number).copied().unwrap_or(GaveUp::Failed)))
    });
    Ok(Outcome { seconds: seconds.collect(), rows: answer.map_or(0, |answer| answer.rows), case })
}

fn fastest(seconds: &BTreeMap<usize, Vec<f64>>) -> Option<f64> {
    seconds.values().map(|it| minimum(it)).reduce(f64::min)
}

fn minimum(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Seconds and answer.
fn ask(setup: &Setup, rival: Rival, case: &Case, folder: &Path) -> Result<Result<(f64, Answer), GaveUp>> {
    let mut command = setup.programs.command(rival, case, folder, LIMIT_S);
    let printed = folder.join("printed");
    command.stdin(Stdio::null()).stdout(File::create(&printed)?).stderr(File::create(folder.join("errors"))?);
    let started = Instant::now();
    let status = command.status().with_context(|| format!("cannot run {command:?}"))?;
    let took = started.elapsed().as_secs_f64();
    if status.code() == Some(STOPPED) {
        return Ok(Err(GaveUp::Stopped));
    }
    if !is_answered(status) {
        let errors = fs::read_to_string(folder.join("errors")).unwrap_or_default();
        println!("  {}", errors.lines().last().unwrap_or("ended without a word"));
        return Ok(Err(GaveUp::Failed));
    }
    let answer = rival.own_file().map_or(printed, |file| folder.join(file));
    Ok(Ok((took, read(&fs::read_to_string(&answer)?))))
}

/// clingo says by its exit code whether there is a model.
fn is_answered(status: ExitStatus) -> bool {
    matches!(status.code(), Some(0 | 10 | 30))
}

/// Rows are numbers with commas between them; clingo writes them as atoms. Whatever else is printed is no row.
fn read(printed: &str) -> Answer {
    let mut answer = Answer { rows: 0, digest: 0 };
    for line in printed.lines() {
        let row = line.strip_prefix("answer(").and_then(|row| row.strip_suffix(')')).unwrap_or(line);
        if !row.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        row.hash(&mut hasher);
        answer.rows += 1;
        answer.digest = answer.digest.wrapping_add(hasher.finish());
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_the_same_in_any_order_and_form() {
        assert_eq!(read("c0,c1\n1,2\n3,4\n"), read("answer(3,4)\nanswer(1,2)\nSATISFIABLE\n"));
        assert_ne!(read("1,2\n1,2\n"), read("1,2\n"));
        assert_ne!(read("1,2\n"), read("2,1\n"));
    }
}
