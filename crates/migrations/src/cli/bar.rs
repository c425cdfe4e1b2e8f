//! Progress on a terminal.

use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::{Direction, Migration, Progress};

/// A bar on the standard error; nothing is drawn where that is no terminal.
#[derive(Default)]
pub(super) struct Bar {
    bar: Option<ProgressBar>,
}

impl Progress for Bar {
    fn waiting(&mut self) {
        let _ = writeln!(io::stderr(), "another process has the database locked; waiting");
    }

    fn backed_up(&mut self, path: &Path) {
        let _ = writeln!(io::stderr(), "the database as it is now is kept in {}", path.display());
    }

    fn started(&mut self, migration: &Migration, direction: Direction, remaining: usize) {
        let bar = self.bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = ProgressBar::new(0).with_style(style);
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

    fn finished(&mut self, _: &Migration, _: Direction, _: Duration) {
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
