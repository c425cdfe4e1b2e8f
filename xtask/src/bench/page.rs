//! docs/benchmarks.md: its sections, tables and numbers.

use std::fs;

use super::figure::Figure;

const INTRODUCTION: &str = "\
# Benchmarks

Each section is written by the command that it names, which reproduces it, and leaves the others as they are. Ratios come first:
they mean the same on another machine. Each figure is the median of several repetitions, with the smallest and the largest in
brackets, unless its section says otherwise. What is compared ran in turn, in the same run and on the same disk. The load generator (`xtask/src/bench/`) shares the
processors with what is measured.
";

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    OneServer,
    SeveralServers,
    Failover,
    Upgrade,
    Evaluator,
}

impl Section {
    const ALL: [Self; 5] =
        [Self::OneServer, Self::SeveralServers, Self::Failover, Self::Upgrade, Self::Evaluator];

    pub fn title(self) -> &'static str {
        match self {
            Self::OneServer => "One server on the embedded database",
            Self::SeveralServers => "Several servers on one database",
            Self::Failover => "Failover",
            Self::Upgrade => "Upgrade under load",
            Self::Evaluator => "The evaluator beside others",
        }
    }

    fn command(self) -> &'static str {
        match self {
            Self::OneServer => "cargo xtask bench",
            Self::SeveralServers => "cargo xtask bench replicas",
            Self::Failover => "cargo xtask bench failover",
            Self::Upgrade => "cargo xtask bench upgrade",
            Self::Evaluator => "cargo xtask bench engine",
        }
    }

    /// This section as it stands in a page, without its title.
    fn of(self, page: &str) -> Option<&str> {
        let (_, behind) = page.split_once(&format!("\n## {}\n", self.title()))?;
        Some(behind.split("\n## ").next().unwrap_or(behind).trim())
    }
}

/// The page with this section replaced, and all others as they are.
pub(super) fn with(page: &str, section: Section, text: &str) -> String {
    let mut new = INTRODUCTION.to_owned();
    for each in Section::ALL {
        let written = format!("Written by `{}`.\n\n{}", section.command(), text.trim());
        let body = if each == section { Some(written.as_str()) } else { each.of(page) };
        if let Some(body) = body {
            new = format!("{new}\n## {}\n\n{body}\n", each.title());
        }
    }
    new
}

pub(super) fn table<const N: usize>(titles: [&str; N], rows: &[[String; N]]) -> String {
    let mut lines = vec![format!("| {} |\n", titles.join(" | ")), format!("|{}\n", "---|".repeat(N))];
    lines.extend(rows.iter().map(|cells| format!("| {} |\n", cells.join(" | "))));
    lines.concat()
}

pub(super) fn ratio(figure: Figure) -> String {
    format!("**{:.2}** ({:.2} – {:.2})", figure.median, figure.smallest, figure.largest)
}

pub(super) fn plain(figure: Figure, digits: usize) -> String {
    format!("{:.digits$} ({:.digits$} – {:.digits$})", figure.median, figure.smallest, figure.largest)
}

pub(super) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

/// How many processors of which kind this machine has.
pub(super) fn processors() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown", |model| model.trim_start_matches([' ', '\t', ':']));
    format!("{} processors ({model})", std::thread::available_parallelism().map_or(0, usize::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(thousands(100_000), "100,000");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(1_000_000), "1,000,000");
    }

    #[test]
    fn a_section_is_replaced_and_the_others_stay_in_their_order() {
        let page = with("", Section::Failover, "### Times\n\nold");
        let page = with(&page, Section::OneServer, "one");
        let page = with(&page, Section::Failover, "### Times\n\nnew\n");
        let titles: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(titles, ["## One server on the embedded database", "## Failover"]);
        assert!(page.contains("Written by `cargo xtask bench`.\n\none\n\n## Failover\n"), "{page}");
        assert!(page.ends_with("Written by `cargo xtask bench failover`.\n\n### Times\n\nnew\n"), "{page}");
        assert_eq!(with(&page, Section::OneServer, "one"), page);
    }
}
