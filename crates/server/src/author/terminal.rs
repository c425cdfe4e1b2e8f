//! The conversation at a terminal: keys to edit a line with, a history, completion, and giving up.

use std::fs::DirBuilder;
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use rustyline::completion::Completer;
use rustyline::config::BellStyle;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Config, Context, Editor, Helper};
use signal_hook::consts::SIGINT;
use statehouse_author::Conversation;

use super::input::NOT_DONE;
use super::tell;
use crate::failure::Failure;

/// How many entries the history has.
const MAX_ENTRIES: usize = 1_000;
/// The longest entry of the history, in bytes.
const MAX_ENTRY_BYTES: usize = 4096;
/// The longest file of a history, in bytes: every character of every entry may be escaped.
const MAX_HISTORY_BYTES: u64 = 2 * MAX_ENTRIES as u64 * (MAX_ENTRY_BYTES as u64 + 1);
/// How many files are offered at most.
const MAX_FILES: usize = 1_000;
/// The exit code of a process that Ctrl-C ended, as shells have it.
const INTERRUPTED: i32 = 130;

/// Whether what goes on is given up: Ctrl-C came since the last line.
static GIVEN_UP: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Whether what goes on is given up.
pub(super) fn is_given_up() -> bool {
    GIVEN_UP.load(Ordering::Relaxed)
}

/// Talks until the author leaves.
pub(super) fn converse(conversation: Conversation) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::new(NOT_DONE, format!("the terminal: {error}"));
    // A second Ctrl-C ends the process: reading a large file does not look at the first.
    signal_hook::flag::register_conditional_shutdown(SIGINT, INTERRUPTED, Arc::clone(&GIVEN_UP))
        .and_then(|_| signal_hook::flag::register(SIGINT, Arc::clone(&GIVEN_UP)))
        .map_err(|error| failed(&error))?;
    let config = Config::builder()
        .max_history_size(MAX_ENTRIES)
        .and_then(|config| config.history_ignore_dups(true))
        .map_err(|error| failed(&error))?
        .history_ignore_space(true)
        .completion_type(CompletionType::List)
        .bell_style(BellStyle::None)
        .build();
    let mut editor = TalkEditor::with_config(config).map_err(|error| failed(&error))?;
    editor.set_helper(Some(Talk { conversation }));
    let mut history = History::open(&mut editor);
    let version = env!("CARGO_PKG_VERSION");
    tell(&format!("Statehouse {version}. :help shows what can be said, Tab completes, Ctrl-D leaves.\n"))?;
    loop {
        GIVEN_UP.store(false, Ordering::Relaxed);
        let prompt = editor.helper().map(|talk| format!("{}> ", talk.conversation.policy()));
        let text = match editor.readline(&prompt.unwrap_or_default()) {
            Ok(text) => text,
            // What was typed is given up, or the window has another size.
            Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => continue,
            Err(ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(failed(&error)),
        };
        history.keep(&mut editor, &text);
        let Some(talk) = editor.helper_mut() else { return Ok(()) };
        let reply = talk.conversation.say(&text);
        if !tell(&reply.text)? || reply.is_over {
            return Ok(());
        }
    }
}

type TalkEditor = Editor<Talk, DefaultHistory>;

/// What the editor asks the conversation.
struct Talk {
    conversation: Conversation,
}

impl Helper for Talk {}

impl Hinter for Talk {
    type Hint = String;
}

impl Highlighter for Talk {}

impl Validator for Talk {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = context.input();
        let is_ended =
            text.lines().next_back().is_none_or(|line| line.trim().is_empty()) || text.ends_with('\n');
        let goes_on = !is_ended && Conversation::goes_on(text);
        Ok(if goes_on { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}

impl Completer for Talk {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let before = line.get(..at).unwrap_or(line);
        let file = before.strip_prefix(":load ").or_else(|| {
            let argument = before.strip_prefix(":facts ")?;
            Some(argument.split_once('=').map_or(argument, |(_, file)| file))
        });
        Ok(match file {
            Some(file) => (at - file.len(), files(file)),
            None => self.conversation.completions(before),
        })
    }
}

/// The files and folders whose paths begin so, sorted; what is hidden when that is asked for.
fn files(begins: &str) -> Vec<String> {
    let (folder, name) = begins.rsplit_once('/').map_or(("", begins), |(folder, name)| (folder, name));
    let lead = begins.get(..begins.len() - name.len()).unwrap_or_default();
    let place = match (folder, lead) {
        ("", "") => Path::new("."),
        ("", _) => Path::new("/"),
        _ => Path::new(folder),
    };
    let entries = std::fs::read_dir(place).into_iter().flatten().filter_map(Result::ok);
    let fitting = entries.filter_map(|entry| {
        let found = entry.file_name().into_string().ok()?;
        let is_shown = found.starts_with(name) && (name.starts_with('.') || !found.starts_with('.'));
        let end = if entry.path().is_dir() { "/" } else { "" };
        is_shown.then(|| format!("{lead}{found}{end}"))
    });
    let mut fitting: Vec<_> = fitting.take(MAX_FILES).collect();
    fitting.sort();
    fitting
}

/// What was typed before, in this conversation and those before it.
struct History {
    /// Where it is kept; none where it cannot be.
    file: Option<PathBuf>,
}

impl History {
    /// Reads what was kept. Where that cannot be done, this is said, and the conversation goes on without.
    fn open(editor: &mut TalkEditor) -> Self {
        let Some(file) = history_file() else { return Self { file: None } };
        match read_history(&file, editor) {
            Ok(()) => Self { file: Some(file) },
            Err(reason) => {
                complain_of(&file, &reason);
                Self { file: None }
            }
        }
    }

    /// Keeps what was typed, unless it is very long.
    fn keep(&mut self, editor: &mut TalkEditor, text: &str) {
        let text = text.trim_end();
        if text.is_empty() || text.len() > MAX_ENTRY_BYTES {
            return;
        }
        let kept = editor.add_history_entry(text).and_then(|_| match &self.file {
            Some(file) => editor.append_history(file),
            None => Ok(()),
        });
        if let Err(error) = kept
            && let Some(file) = self.file.take()
        {
            complain_of(&file, &error.to_string());
        }
    }
}

/// Reads a history, and makes the folder that it is kept in.
fn read_history(file: &Path, editor: &mut TalkEditor) -> Result<(), String> {
    match file.metadata() {
        Ok(metadata) if !metadata.is_file() => Err("it is no file".to_owned()),
        Ok(metadata) if metadata.len() > MAX_HISTORY_BYTES => {
            Err(format!("it has more than {MAX_HISTORY_BYTES} bytes"))
        }
        Ok(_) => editor.load_history(file).map_err(|error| error.to_string()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let folder = file.parent().unwrap_or(file);
            DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| error.to_string())
        }
        Err(error) => Err(error.to_string()),
    }
}

fn complain_of(file: &Path, reason: &str) {
    // Whoever closed stderr does not want to know.
    let _ = writeln!(std::io::stderr(), "no history is kept in {}: {reason}", file.display());
}

/// Where the history is kept, as the XDG Base Directory Specification says.
fn history_file() -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local/state")))?;
    Some(state.join("statehouse").join("repl_history"))
}
