//! Telling what became of an import.

use std::fmt::Write as _;
use std::process::ExitCode;

use serde_json::json;
use statehouse_congress::{CongressRevision, Exported, Finding, Kind, Report, Verdict};
use statehouse_connection::DatabaseUrl;

use super::{DISABLED, LEFT};

/// An import, and what became of it.
pub(super) struct Imported {
    pub(super) from: DatabaseUrl,
    pub(super) to: DatabaseUrl,
    pub(super) revision: CongressRevision,
    pub(super) dry_run: bool,
    pub(super) report: Report,
}

impl Imported {
    pub(super) fn exit_code(&self) -> ExitCode {
        if self.report.has(Verdict::Left) {
            ExitCode::from(LEFT)
        } else if self.report.has(Verdict::Disabled) || self.report.has(Verdict::Changed) {
            ExitCode::from(DISABLED)
        } else {
            ExitCode::SUCCESS
        }
    }

    pub(super) fn as_json(&self) -> String {
        let told = json!({
            "from": self.from.to_string(),
            "to": self.to.to_string(),
            "revision": self.revision.id(),
            "dry_run": self.dry_run,
            "tallies": self.report.tallies,
            "findings": self.report.findings,
        });
        format!("{told:#}\n")
    }

    pub(super) fn as_text(&self) -> String {
        let mut text = String::new();
        // Writing to a String does not fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let Self { from, to, revision, .. } = self;
        writeln!(out, "{from} (revision {revision}) to {to}")?;
        let came = if self.dry_run { "would come" } else { "came" };
        writeln!(out, "{:24}{came:>12}{:>12}{:>12}{:>12}{:>12}", "", "disabled", "here", "gone", "left")?;
        for kind in Kind::ALL {
            let tally = self.report.of(kind);
            let name = kind.plural();
            writeln!(
                out,
                "{name:24}{:>12}{:>12}{:>12}{:>12}{:>12}",
                tally.came, tally.disabled, tally.here, tally.gone, tally.left
            )?;
        }
        for finding in &self.report.findings {
            writeln!(out, "{}", sentence(finding))?;
        }
        writeln!(out, "{}", self.conclusion())
    }

    fn conclusion(&self) -> &'static str {
        match (self.report.findings.is_empty(), self.dry_run, self.report.came()) {
            (true, true, 0) => "Everything is here: nothing would change.",
            (true, true, _) => "Everything would come.",
            (true, false, 0) => "Everything was here: nothing has changed.",
            (true, false, _) => "Everything is here.",
            (false, true, 0) => "Nothing would change. What is disabled takes part in nothing.",
            (false, false, 0) => "Nothing has changed. What is disabled takes part in nothing.",
            (false, true, _) => {
                "The rest would come. What is disabled would be kept, and takes part in nothing."
            }
            (false, false, _) => "The rest is here. What is disabled is kept, and takes part in nothing.",
        }
    }
}

/// An export, and what became of it.
pub(super) struct Written {
    pub(super) from: DatabaseUrl,
    pub(super) to: DatabaseUrl,
    pub(super) exported: Exported,
}

impl Written {
    pub(super) fn as_json(&self) -> String {
        let told = json!({
            "from": self.from.to_string(),
            "to": self.to.to_string(),
            "revision": CongressRevision::NEWEST.id(),
            "written": self.exported.written,
            "findings": self.exported.findings,
        });
        format!("{told:#}\n")
    }

    pub(super) fn as_text(&self) -> String {
        let mut lines = vec![format!("{} to {} (revision {})", self.from, self.to, CongressRevision::NEWEST)];
        lines.extend(Kind::ALL.into_iter().map(|kind| {
            let written = self.exported.written.get(&kind).copied().unwrap_or_default();
            format!("{:24}{written:>12}", kind.plural())
        }));
        lines.extend(self.exported.findings.iter().map(sentence));
        lines.push("Everything is written.\n".to_owned());
        lines.join("\n")
    }
}

fn sentence(finding: &Finding) -> String {
    let Finding { kind, id, name, verdict, reason } = finding;
    let what = match kind {
        Kind::Rule | Kind::DeletedRule => format!("{} {id} of policy '{name}'", kind.singular()),
        Kind::Table => format!("table {name}"),
        Kind::Log => "the log".to_owned(),
        _ => format!("{} '{name}' ({id})", kind.singular()),
    };
    match verdict {
        Verdict::Disabled => format!("disabled: {what}: {reason}"),
        Verdict::Gone => format!("gone: {what}: {reason}"),
        Verdict::Left => format!("left: {what}: {reason}"),
        Verdict::Changed => format!("changed: {what}: {reason}"),
    }
}
