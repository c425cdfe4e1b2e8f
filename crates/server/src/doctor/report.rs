//! How findings are told.

use serde_json::{Value, json};
use statehouse_connection::examination::{Finding, Verdict};

use crate::failure::Failure;
use crate::print;

/// As wide as the longest subject.
const SUBJECT_WIDTH: usize = 21;

/// The findings so far, told as they come to people, and together to programs.
pub(super) struct Report {
    database: String,
    as_json: bool,
    findings: Vec<Finding>,
}

impl Report {
    pub fn new(database: String, as_json: bool) -> Self {
        Self { database, as_json, findings: Vec::new() }
    }

    pub fn begin(&self) -> Result<(), Failure> {
        if self.as_json { Ok(()) } else { print(&format!("{}\n", self.database)) }
    }

    pub fn tell(&mut self, finding: Finding) -> Result<(), Failure> {
        if !self.as_json {
            print(&as_lines(&finding))?;
        }
        self.findings.push(finding);
        Ok(())
    }

    pub fn end(&self) -> Result<(), Failure> {
        if self.as_json {
            return print(&format!("{:#}\n", self.to_json()));
        }
        let count = |verdict| self.findings.iter().filter(|finding| finding.verdict == verdict).count();
        let [well, doubtful, wrong] = [Verdict::Well, Verdict::Doubtful, Verdict::Wrong].map(count);
        print(&format!("{well} well, {doubtful} doubtful, {wrong} wrong\n"))
    }

    /// The weightiest verdict.
    pub fn verdict(&self) -> Verdict {
        self.findings.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Well)
    }

    fn to_json(&self) -> Value {
        let findings: Vec<Value> = self
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "subject": finding.subject,
                    "verdict": finding.verdict.as_str(),
                    "what": one_line(&finding.what),
                    "remedy": finding.remedy.as_deref().map(one_line),
                })
            })
            .collect();
        json!({ "database": self.database, "verdict": self.verdict().as_str(), "findings": findings })
    }
}

fn as_lines(finding: &Finding) -> String {
    let mark = match finding.verdict {
        Verdict::Well => '✓',
        Verdict::Doubtful => '!',
        Verdict::Wrong => '✗',
    };
    let what = one_line(&finding.what);
    let line = format!("{mark} {:SUBJECT_WIDTH$}  {what}\n", finding.subject);
    match &finding.remedy {
        Some(remedy) => format!("{line}  {:SUBJECT_WIDTH$}  mend: {}\n", "", one_line(remedy)),
        None => line,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_verdict_counts() {
        let mut report = Report::new("sqlite:s.db".to_owned(), true);
        assert_eq!(report.verdict(), Verdict::Well);
        for finding in [
            Finding::well("a", "good"),
            Finding::wrong("b", "bad", "mend it"),
            Finding::doubtful("c", "so\nso", "look at it"),
        ] {
            report.tell(finding).unwrap();
        }
        let json = report.to_json();
        assert_eq!(
            (json["verdict"].as_str(), json["findings"][2]["what"].as_str()),
            (Some("wrong"), Some("so so"))
        );
    }

    #[test]
    fn what_is_not_well_has_a_line_that_mends_it() {
        let lines = as_lines(&Finding::wrong("durability", "fsync is off", "set fsync = on"));
        assert_eq!(
            lines,
            "✗ durability             fsync is off\n                         mend: set fsync = on\n"
        );
    }
}
