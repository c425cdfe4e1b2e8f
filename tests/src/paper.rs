//! Papers whose commands are run: what they give to people is what happens. `…` stands for anything: times, the rest of a line, or,
//! alone, any lines.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command;

/// A command of the page, and what it prints there.
struct Shown {
    line: usize,
    command: String,
    prints: String,
}

/// Every command of the page in a block of the kind `console`.
fn shown(page: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut is_inside = false;
    for (line, text) in page.lines().zip(1..).map(|(text, line)| (line, text)) {
        if text.starts_with("```") {
            is_inside = text == "```console";
        } else if let Some(command) = text.strip_prefix("$ ").filter(|_| is_inside) {
            all.push(Shown { line, command: command.to_owned(), prints: String::new() });
        } else if is_inside {
            let last = all.last_mut().expect("a block begins with a command");
            last.prints += text;
            last.prints.push('\n');
        }
    }
    all
}

/// Runs a command as a shell does in which `statehouse` is installed; all that it prints.
fn run(folder: &Path, line: &str) -> String {
    let binary = command::binary();
    let mut shell = Command::new("sh");
    shell.current_dir(folder);
    std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("STATEHOUSE_")).for_each(
        |(name, _)| {
            shell.env_remove(name);
        },
    );
    shell.arg("-c").arg(format!("exec 2>&1; statehouse() {{ '{}' \"$@\"; }}; {line}", binary.display()));
    let output = shell.output().expect("a shell");
    String::from_utf8(output.stdout).expect("text")
}

/// Whether this is what was expected, in which `…` stands for anything.
fn fits(printed: &str, expected: &str) -> bool {
    let mut parts = expected.trim_end().split('…');
    let printed = printed.trim_end();
    let Some(mut rest) = parts.next().and_then(|first| printed.strip_prefix(first)) else { return false };
    let mut last = None;
    for part in parts {
        let part = part.trim_start_matches('\n');
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        last = Some(part);
    }
    rest.is_empty() || last == Some("")
}

/// Runs the commands of a page of `docs/` one after the other in a folder, and holds what they print against what stands there.
/// Answers how many there are.
pub fn try_out(page: &str, folder: &Path) -> usize {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(page);
    let commands = shown(&fs::read_to_string(path).expect("the page"));
    for Shown { line, command, prints } in &commands {
        let printed = run(folder, command);
        assert!(
            fits(&printed, prints),
            "{page}, line {line}: $ {command}\n{printed}\nis not as in the manual:\n{prints}"
        );
    }
    commands.len()
}
