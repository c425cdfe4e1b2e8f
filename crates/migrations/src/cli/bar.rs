//! Progress: a bar on a terminal, a line now and then elsewhere.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressStyle};

use super::print::halt_line;
use crate::{Direction, Halt, Migration, Progress, Server};

/// How often a line is printed where there is no terminal.
const INTERVAL: Duration = Duration::from_secs(3);

/// A bar on the standard error; where that is no terminal, a line every few seconds while rows are moved.
#[derive(Default)]
pub(super) struct Bar {
    bar: Option<ProgressBar>,
    rows: Option<Rows>,
}

/// The rows of one data migration.
struct Rows {
    migration: String,
    /// Where this run began to count, which may be in the middle.
    first: (Instant, u64),
    told: Instant,
    bar: ProgressBar,
}

impl Bar {
    fn say(&self, text: &str) {
        let say = || writeln!(io::stderr(), "{text}");
        // When not even the standard error can be written to, there is nobody to tell.
        let _ = self.bar.as_ref().map_or_else(say, |bar| bar.suspend(say));
    }
}

impl Progress for Bar {
    fn waiting(&mut self) {
        self.say("another process is changing the schema, or has the database locked; waiting");
    }

    fn backed_up(&mut self, path: &Path) {
        self.say(&format!("the database as it is now is kept in {}", path.display()));
    }

    fn backup_removed(&mut self, path: &Path) {
        self.say(&format!("removed an older one: {}", path.display()));
    }

    fn started(&mut self, migration: &Migration, direction: Direction, remaining: usize) {
        let bar = self.bar.get_or_insert_with(|| {
            let bar = styled("{bar:24} {pos}/{len} {msg}");
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        // Another migrator may have done some in between: what remains is counted anew.
        bar.set_length(bar.position().saturating_add(u64::try_from(remaining).unwrap_or(u64::MAX)));
        bar.set_message(match direction {
            Direction::Up => format!("applying {migration}"),
            Direction::Down => format!("taking down {migration}"),
        });
    }

    fn halting(&mut self, halt: &Halt) {
        self.say(&halt_line(halt));
    }

    fn watching(&mut self, servers: &[Server]) {
        let longest = servers.iter().map(|server| server.lasts).max().unwrap_or_default();
        let names: Vec<_> = servers.iter().map(|server| server.name.as_str()).collect();
        let list = names.join(", ");
        self.say(&format!(
            "looking whether {list} still runs; that takes up to {} s",
            longest.as_secs_f64().ceil()
        ));
    }

    fn looking_over(&mut self, migration: &Migration) {
        self.rows = None;
        self.say(&format!("looking over the rows of {migration} once more"));
    }

    fn rows(&mut self, migration: &Migration, done: u64, total: u64) {
        let name = migration.to_string();
        if self.rows.as_ref().is_none_or(|rows| rows.migration != name) {
            self.rows = Some(Rows::new(name, done));
        }
        if let Some(rows) = &mut self.rows {
            rows.tell(done, total);
        }
    }

    fn finished(&mut self, _: &Migration, _: Direction, _: Duration) {
        self.rows = None;
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

impl Rows {
    fn new(migration: String, done: u64) -> Self {
        let now = Instant::now();
        let bar = styled("  {bar:24} {pos}/{len} rows, {msg}");
        Self { migration, first: (now, done), told: now, bar }
    }

    fn tell(&mut self, done: u64, total: u64) {
        let pace = pace(done - self.first.1.min(done), self.first.0.elapsed(), total.saturating_sub(done));
        if io::stderr().is_terminal() {
            self.bar.set_length(total);
            self.bar.set_position(done);
            self.bar.set_message(pace);
        } else if self.told.elapsed() >= INTERVAL {
            self.told = Instant::now();
            let _ = writeln!(io::stderr(), "{}: {done} of {total} rows, {pace}", self.migration);
        }
    }
}

impl Drop for Rows {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn styled(template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}

/// How many rows a second, and how long the rest takes at that.
fn pace(rows: u64, took: Duration, left: u64) -> String {
    let per_second = u128::from(rows) * 1_000 / took.as_millis().max(1);
    let mut text = format!("{per_second} rows/s");
    if let Some(seconds) = u128::from(left).checked_div(per_second) {
        let left = Duration::from_secs(u64::try_from(seconds).unwrap_or(u64::MAX));
        // Writing to a String does not fail.
        let _ = write!(text, ", {} left", HumanDuration(left));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_says_how_long_the_rest_takes() {
        assert_eq!(pace(5_000, Duration::from_secs(10), 60_000), "500 rows/s, 2 minutes left");
        assert_eq!(pace(0, Duration::from_secs(1), 10), "0 rows/s");
    }
}
