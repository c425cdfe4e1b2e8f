//! A conversation with an author: rules that are typed in, files, questions, one line after the other.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_datalog::{Value, read_program};
use statehouse_engine::Limits;
use statehouse_model::{Policy, PolicyKind, Reference, State};

use crate::answer::Format;
use crate::diagnostic::Diagnostic;
use crate::facts::FactsFile;
use crate::policy_file::{self, WrittenPolicy};
use crate::query::Query;
use crate::rendering::Look;
use crate::session::{Facts, Session};
use crate::source::{Place, Source};
use crate::verdict::Verdict;
use crate::world::World;

/// What a conversation can be told, and what that does.
const COMMANDS: &[(&str, &str)] = &[
    (":load FILE", "take the policies of a file in; a file that is there already is read again"),
    (":facts [TABLE=]PATH", "take facts in: a CSV or JSON file, or a folder of them"),
    (":policy [NAME [KIND]]", "say or choose the policy that rules and questions are about"),
    (":rules", "show the rules; those that were typed have numbers"),
    (":remove NUMBER", "take a rule out that was typed"),
    (":tables", "show the tables that rules mention, and those with facts"),
    (":trace QUESTION", "show how the tables of a question come to their rows"),
    (":help", "show this"),
    (":quit", "leave"),
];

/// What a question may cost.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// How many rows may be derived.
    pub rows: u64,
    /// How many rows may be looked at.
    pub steps: u64,
    /// How long it may take.
    pub time: Duration,
}

/// What is answered to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The text, with a line end behind each line.
    pub text: String,
    /// Whether something was wrong.
    pub is_wrong: bool,
    /// Whether the conversation is over.
    pub is_over: bool,
}

impl Reply {
    fn says(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_wrong: false, is_over: false }
    }

    fn wrong(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_wrong: true, is_over: false }
    }
}

/// A conversation, and all that was said in it.
pub struct Conversation {
    world: World,
    budget: Budget,
    look: Look,
    now: fn() -> Value,
    /// How a file is read.
    read: fn(&Path) -> Result<String, String>,
    files: Vec<Arc<Source>>,
    typed: Vec<Typed>,
    facts: Vec<FactsFile>,
    policy: String,
    kind: PolicyKind,
    /// How many texts were typed, for their names.
    texts: usize,
    state: Option<Arc<State>>,
    session: Option<Session>,
}

/// A text with rules that was typed.
#[derive(Clone)]
struct Typed {
    source: Arc<Source>,
    policy: String,
    kind: PolicyKind,
}

impl Conversation {
    /// Begins. `now` says what time it is, and `read` gives the text of a file.
    #[must_use]
    pub fn new(
        world: World,
        budget: Budget,
        look: Look,
        now: fn() -> Value,
        read: fn(&Path) -> Result<String, String>,
    ) -> Self {
        Self {
            world,
            budget,
            look,
            now,
            read,
            files: Vec::new(),
            typed: Vec::new(),
            facts: Vec::new(),
            policy: Policy::CLASSIFICATION.to_owned(),
            kind: PolicyKind::default(),
            texts: 0,
            state: None,
            session: None,
        }
    }

    /// The policy that rules and questions are about.
    #[must_use]
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// Whether a text wants more lines: it ends in the middle of a rule.
    #[must_use]
    pub fn goes_on(text: &str) -> bool {
        let trimmed = text.trim();
        let is_rule = !trimmed.is_empty() && !trimmed.starts_with([':', '?']) && !trimmed.ends_with('?');
        let end = |program: &statehouse_datalog::Program| {
            program.errors.last().is_some_and(|error| error.span.start >= text.trim_end().len())
        };
        is_rule && end(&read_program(text))
    }

    /// Answers a line, or several that belong together.
    pub fn say(&mut self, line: &str) -> Reply {
        let line = line.trim();
        if line.is_empty() {
            return Reply::says("");
        }
        if let Some(command) = line.strip_prefix(':').filter(|rest| !rest.starts_with('-')) {
            let (command, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
            return self.command(command, rest.trim());
        }
        match line.strip_prefix("?-").or_else(|| line.strip_suffix('?')) {
            Some(question) => self.ask(question),
            None => self.learn(line),
        }
    }

    fn command(&mut self, command: &str, rest: &str) -> Reply {
        match command {
            "load" => self.load(rest),
            "facts" => self.add_facts(rest),
            "policy" => self.choose(rest),
            "rules" => self.rules(),
            "remove" => self.remove(rest),
            "tables" => self.tables(),
            "trace" => self.trace(rest),
            "help" => Reply::says(help()),
            "quit" | "exit" | "q" => Reply { is_over: true, ..Reply::says("") },
            other => Reply::wrong(format!("there is no command :{other}; :help shows those there are\n")),
        }
    }

    /// Everything that was said and loaded, as policies.
    fn written(&self, files: &[Arc<Source>], typed: &[Typed]) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
        let (mut policies, mut diagnostics) = (Vec::new(), Vec::new());
        let files = files.iter().map(|source| policy_file::read(source, self.kind));
        let typed = typed.iter().map(|it| policy_file::typed(&it.source, &it.policy, it.kind));
        for (written, wrong) in files.chain(typed) {
            policies.extend(written);
            diagnostics.extend(wrong);
        }
        (policies, diagnostics)
    }

    fn judge(&self, files: &[Arc<Source>], typed: &[Typed]) -> Result<Verdict, String> {
        let (mut policies, diagnostics) = self.written(files, typed);
        // The policy that is talked about is there before it has any rule.
        policies.extend(policy_file::typed(&Source::new("", ""), &self.policy, self.kind).0);
        let mut verdict = Verdict::on(&self.world, &policies).map_err(|error| format!("{error}\n"))?;
        verdict.add(diagnostics);
        Ok(verdict)
    }

    fn told<'a>(&self, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> String {
        let texts = diagnostics.into_iter().map(|diagnostic| diagnostic.to_text(self.look) + "\n");
        texts.collect()
    }

    /// Takes rules in that are typed, if nothing is wrong with them.
    fn learn(&mut self, text: &str) -> Reply {
        self.texts += 1;
        let source = Source::new(format!("input {}", self.texts), text);
        let mut typed = self.typed.clone();
        typed.push(Typed { source: Arc::clone(&source), policy: self.policy.clone(), kind: self.kind });
        let verdict = match self.judge(&self.files, &typed) {
            Ok(verdict) => verdict,
            Err(error) => return Reply::wrong(error),
        };
        let is_about = |it: &&Diagnostic| {
            it.place.as_ref().map(Place::source).is_some_and(|it| Arc::ptr_eq(it, &source))
        };
        let about: Vec<_> = verdict.diagnostics.iter().filter(is_about).collect();
        let text = self.told(about.iter().copied());
        if about.iter().any(|diagnostic| diagnostic.is_error()) {
            return Reply::wrong(text);
        }
        self.typed = typed;
        self.stand_on(verdict);
        Reply::says(text)
    }

    fn stand_on(&mut self, verdict: Verdict) {
        self.state = Some(verdict.state);
        self.session = None;
    }

    fn load(&mut self, file: &str) -> Reply {
        if file.is_empty() {
            return Reply::wrong("which file? :load FILE\n");
        }
        let text = match (self.read)(Path::new(file)) {
            Ok(text) => text,
            Err(error) => return Reply::wrong(format!("{error}\n")),
        };
        let mut files = self.files.clone();
        files.retain(|known| known.name() != file);
        files.push(Source::new(file, text));
        // Facts whose table names no policy are those of the policy that comes.
        let before = (self.policy.clone(), self.world.facts.clone());
        let (policies, _) = self.written(files.get(files.len() - 1..).unwrap_or_default(), &[]);
        if let [only] = policies.as_slice()
            && let Some(name) = only.name()
        {
            name.clone_into(&mut self.policy);
        }
        if let Ok(facts) = Facts::survey(self.facts.clone(), Some(&self.policy)) {
            self.world.facts = facts.tables();
        }
        let (text, verdict) = match self.judge(&files, &self.typed) {
            Ok(verdict) => (self.told(&verdict.diagnostics), Some(verdict).filter(|it| !it.is_wrong())),
            Err(error) => (error, None),
        };
        let Some(verdict) = verdict else {
            (self.policy, self.world.facts) = before;
            return Reply::wrong(text);
        };
        self.files = files;
        self.stand_on(verdict);
        Reply::says(text)
    }

    fn add_facts(&mut self, argument: &str) -> Reply {
        let mut files = self.facts.clone();
        match FactsFile::find(argument) {
            Ok(found) => files.extend(found),
            Err(error) => return Reply::wrong(format!("{error}\n")),
        }
        let facts = match Facts::survey(files.clone(), Some(&self.policy)) {
            Ok(facts) => facts,
            Err(error) => return Reply::wrong(format!("{error}\n")),
        };
        let before = std::mem::replace(&mut self.world.facts, facts.tables());
        match self.judge(&self.files, &self.typed) {
            Ok(verdict) if !verdict.is_wrong() => {
                self.facts = files;
                self.stand_on(verdict);
                Reply::says("")
            }
            Ok(verdict) => {
                self.world.facts = before;
                Reply::wrong(self.told(verdict.diagnostics.iter().filter(|it| it.is_error())))
            }
            Err(error) => {
                self.world.facts = before;
                Reply::wrong(error)
            }
        }
    }

    fn choose(&mut self, rest: &str) -> Reply {
        let mut words = rest.split_whitespace();
        let Some(name) = words.next() else { return Reply::says(format!("{}\n", self.policy)) };
        let kind = match words.next().map(str::parse::<PolicyKind>) {
            None => PolicyKind::default(),
            Some(Ok(kind)) => kind,
            Some(Err(error)) => return Reply::wrong(format!("{error}\n")),
        };
        if !statehouse_datalog::is_policy_name(name) {
            return Reply::wrong(format!("`{name}` cannot be the name of a policy\n"));
        }
        name.clone_into(&mut self.policy);
        self.kind = kind;
        match self.judge(&self.files, &self.typed) {
            Ok(verdict) => {
                self.stand_on(verdict);
                Reply::says("")
            }
            Err(error) => Reply::wrong(error),
        }
    }

    fn rules(&self) -> Reply {
        let mut text = String::new();
        for (number, typed) in self.typed.iter().enumerate() {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{:>3}  {}: {}", number + 1, typed.policy, typed.source.text());
        }
        for file in &self.files {
            for policy in policy_file::read(file, self.kind).0 {
                let name = policy.name().unwrap_or_default().to_owned();
                for rule in policy.rule_texts() {
                    let _ = writeln!(text, "     {name}: {rule}   ({})", file.name());
                }
            }
        }
        Reply::says(text)
    }

    fn remove(&mut self, number: &str) -> Reply {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(place) = place.filter(|place| *place < self.typed.len()) else {
            return Reply::wrong(format!(
                "no rule that was typed has the number {number:?}; :rules shows them\n"
            ));
        };
        let mut typed = self.typed.clone();
        typed.remove(place);
        match self.judge(&self.files, &typed) {
            Ok(verdict) => {
                self.typed = typed;
                self.stand_on(verdict);
                Reply::says("")
            }
            Err(error) => Reply::wrong(error),
        }
    }

    fn tables(&self) -> Reply {
        let mut text = String::new();
        let Some(state) = &self.state else { return Reply::says(text) };
        for policy in state.policies() {
            for table in state.tables(&policy.name) {
                let _ = writeln!(text, "{}:{}/{}", policy.name, table.name, table.columns);
            }
        }
        for (table, columns) in &self.world.facts {
            let _ = writeln!(text, "{table}({})   (facts)", columns.join(", "));
        }
        Reply::says(text)
    }

    fn ask(&mut self, question: &str) -> Reply {
        self.question(question, |session, query, limits| {
            let answer = session.ask(query, limits).map_err(|error| format!("{error}\n"))?;
            let mut text = Vec::new();
            // Writing to a text cannot fail.
            let _ = answer.write(query, Format::Table, &mut text);
            Ok(String::from_utf8_lossy(&text).into_owned())
        })
    }

    fn trace(&mut self, question: &str) -> Reply {
        self.question(question, |session, query, limits| {
            session.trace(query, limits).map_err(|error| format!("{error}\n"))
        })
    }

    fn question(
        &mut self,
        question: &str,
        answer: impl FnOnce(&mut Session, &Query, Limits<'_>) -> Result<String, String>,
    ) -> Reply {
        if self.state.is_none() {
            match self.judge(&self.files, &self.typed) {
                Ok(verdict) => self.stand_on(verdict),
                Err(error) => return Reply::wrong(error),
            }
        }
        let Some(state) = self.state.clone() else { return Reply::says("") };
        let Some(policy) = state.policy(&Reference::from(self.policy.as_str())) else {
            return Reply::wrong(format!("there is no policy '{}'\n", self.policy));
        };
        let source = Source::new("question", question.trim());
        let (query, warnings) = match Query::read(&source, policy, &state, &self.world) {
            Ok(read) => read,
            Err(errors) => return Reply::wrong(self.told(&errors)),
        };
        let end = Instant::now() + self.budget.time;
        let interrupted = || Instant::now() >= end;
        let limits = Limits { rows: self.budget.rows, steps: self.budget.steps, interrupted: &interrupted };
        let opened = self.session.take().map_or_else(
            || {
                let facts = Facts::survey(self.facts.clone(), Some(&self.policy))?;
                Session::open(Arc::clone(&state), &facts, &self.world, (self.now)(), limits)
            },
            Ok,
        );
        let mut session = match opened {
            Ok(session) => session,
            Err(error) => return Reply::wrong(format!("{error}\n")),
        };
        let answered = answer(&mut session, &query, limits);
        self.session = Some(session);
        match answered {
            Ok(text) => Reply::says(format!("{}{text}", self.told(&warnings))),
            Err(error) => Reply::wrong(error),
        }
    }
}

fn help() -> String {
    let mut text =
        "A rule is taken in: p(x) :- q(x). A question is answered: ?- p(x), not r(x), or p(x)?\n\n"
            .to_owned();
    for (command, what) in COMMANDS {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "  {command:<22} {what}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use statehouse_model::Drivers;

    fn conversation() -> Conversation {
        let world = World { drivers: Drivers::built_in().unwrap(), ..World::default() };
        let budget = Budget { rows: 1_000, steps: 100_000, time: Duration::from_secs(10) };
        let read = |path: &Path| {
            Ok(if path.ends_with("net.policy") { "p(x) :- q(x). q(7)" } else { "p(" }.to_owned())
        };
        Conversation::new(world, budget, Look::Plain, || Value::from(""), read)
    }

    #[test]
    fn rules_are_typed_asked_and_removed() {
        let mut talk = conversation();
        assert_eq!(talk.say("q(1)").text, "");
        assert!(talk.say("p(x) :- q(x)").text.is_empty());
        assert_eq!(talk.say("?- p(x)").text, "x\n─\n1\n(1 row)\n");
        assert_eq!(talk.say("p(1)?").text, "yes\n");
        assert!(talk.say(":trace p(x)").text.contains("Exit: p(1)"));
        assert_eq!(talk.say(":rules").text, "  1  classification: q(1)\n  2  classification: p(x) :- q(x)\n");
        assert!(!talk.say(":remove 1").is_wrong);
        assert_eq!(talk.say("p(1)?").text, format!("{}no\n", ""));
        assert!(talk.say(":quit").is_over);
    }

    #[test]
    fn what_is_wrong_is_underlined_and_not_taken_in() {
        let mut talk = conversation();
        let reply = talk.say("p(x) :- q(y)");
        assert!(reply.is_wrong && reply.text.contains("1 | p(x) :- q(y)\n  | ^^^^"), "{reply:?}");
        assert!(talk.say(":rules").text.is_empty());
        assert!(
            talk.say("p(x,)?").is_wrong && talk.say(":nosuch").is_wrong && talk.say(":remove 1").is_wrong
        );
        assert!(talk.say(":load broken.policy").is_wrong);
        assert!(talk.say(":facts nosuch.csv").is_wrong);
    }

    #[test]
    fn a_file_brings_its_policy_and_another_one_can_be_chosen() {
        let mut talk = conversation();
        assert_eq!(talk.say(":load net.policy").text, "");
        assert_eq!(talk.policy(), "net");
        assert_eq!(talk.say("p(x)?").text, "x\n─\n7\n(1 row)\n");
        assert_eq!(talk.say("q(8)").text, "");
        assert!(talk.say(":policy tree z3").text.is_empty());
        assert!(!talk.say("path(x) :- path(x). path(x) :- net:p(x)").is_wrong);
        assert!(talk.say("path(x)?").text.ends_with("(2 rows)\n"));
        assert!(talk.say(":tables").text.contains("net:q/1"));
    }

    #[test]
    fn a_rule_may_go_over_several_lines() {
        assert!(Conversation::goes_on("p(x) :-"));
        assert!(Conversation::goes_on("p(x) :- q(x),\n  "));
        assert!(Conversation::goes_on("p(x"));
        for text in ["p(x) :- q(x)", "p(x) :- q(x,).", ":load", "p(?", ""] {
            assert!(!Conversation::goes_on(text), "{text}");
        }
    }
}
