//! A conversation with an author: rules that are typed in, files, questions, one line after the other.

mod command;
mod question;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use statehouse_datalog::{TableName, Value, read_program};
use statehouse_model::{Policy, PolicyKind, Reference, State};

use crate::diagnostic::Diagnostic;
use crate::facts::FactsFile;
use crate::policy_file::{self, Form, WrittenPolicy};
use crate::rendering::Look;
use crate::session::{Facts, Session, UnfitFacts};
use crate::source::{Place, Source};
use crate::verdict::Verdict;
use crate::world::World;

/// The longest text that is read at once, in bytes.
pub const MAX_TYPED_BYTES: usize = 1 << 20;
/// The longest text that may go on, in bytes: no rule is longer.
const MAX_RULE_BYTES: usize = 1 << 16;
/// How many lines a text may go on for. It is read anew with each of them.
const MAX_RULE_LINES: usize = 500;
/// How many things are told one by one.
const MAX_TOLD: usize = 20;

/// What a question may cost.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// How many rows may be derived.
    pub rows: u64,
    /// How many rows may be looked at.
    pub steps: u64,
    /// How long it may take.
    pub time: Duration,
    /// Whether it is given up, by whoever waits for it.
    pub is_given_up: fn() -> bool,
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
    said: Said,
    /// How many texts were typed, for their names.
    texts: usize,
    state: Option<Arc<State>>,
    session: Option<Session>,
}

/// What was said, from which everything follows.
#[derive(Clone)]
struct Said {
    files: Vec<Arc<Source>>,
    typed: Vec<Typed>,
    facts: Vec<FactsFile>,
    /// The policy that rules and questions are about.
    policy: String,
    /// The policy that says what actions do.
    actions: String,
    /// The kind of policies for which nothing else is said.
    kind: PolicyKind,
    /// The kinds of policies for which one was chosen.
    kinds: BTreeMap<String, PolicyKind>,
}

/// A text with rules that was typed.
#[derive(Clone)]
struct Typed {
    source: Arc<Source>,
    policy: String,
}

impl Said {
    /// Everything that was loaded and typed, as policies.
    fn policies(&self) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
        let (mut policies, mut diagnostics) = (Vec::new(), Vec::new());
        let files = self.files.iter().map(|source| policy_file::read(source, self.kind));
        let typed = self.typed.iter().map(|it| policy_file::typed(&it.source, &it.policy, self.kind));
        // The policy that is talked about is there before it has any rule.
        let chosen = policy_file::typed(&Source::new("", ""), &self.policy, self.kind);
        for (written, wrong) in files.chain(typed).chain([chosen]) {
            policies.extend(written);
            diagnostics.extend(wrong);
        }
        for policy in policies.iter_mut().filter(|policy| policy.form != Form::Library) {
            if let Some(kind) = policy.name().and_then(|name| self.kinds.get(name)) {
                policy.kind = *kind;
            }
        }
        (policies, diagnostics)
    }

    fn judge(&self, world: &World) -> Result<Verdict, String> {
        let (policies, diagnostics) = self.policies();
        let mut verdict = Verdict::on(world, &policies).map_err(|error| format!("{error}\n"))?;
        verdict.add(diagnostics);
        Ok(verdict)
    }
}

impl Conversation {
    /// Begins. Policies for which nothing else is said are of this kind. `now` says what time it is, and `read` gives the text of a
    /// file.
    #[must_use]
    pub fn new(
        world: World,
        kind: PolicyKind,
        budget: Budget,
        look: Look,
        now: fn() -> Value,
        read: fn(&Path) -> Result<String, String>,
    ) -> Self {
        let said = Said {
            files: Vec::new(),
            typed: Vec::new(),
            facts: Vec::new(),
            policy: Policy::CLASSIFICATION.to_owned(),
            actions: Policy::ACTION.to_owned(),
            kind,
            kinds: BTreeMap::new(),
        };
        Self { world, budget, look, now, read, said, texts: 0, state: None, session: None }
    }

    /// Takes in what is there from the start: files of policies, which may refer to one another, and arguments that name facts. Tables
    /// that name no policy are in `policy`, or in the only one that the files have.
    pub fn begin(&mut self, files: &[String], facts: &[String], policy: Option<&str>) -> Reply {
        let mut said = self.said.clone();
        for file in files {
            match (self.read)(Path::new(file)) {
                Ok(text) => said.files.push(Source::new(file, text)),
                Err(error) => return Reply::wrong(format!("{error}\n")),
            }
        }
        let written = said.files.iter().flat_map(|source| policy_file::read(source, said.kind).0);
        let names: Vec<String> = written.filter_map(|written| written.name().map(str::to_owned)).collect();
        let home = match (policy, names.as_slice()) {
            (Some(policy), _) => Some(policy),
            (None, []) => Some(Policy::CLASSIFICATION),
            (None, [only]) => Some(only.as_str()),
            (None, _) => None,
        };
        if let Some(talked_about) = home.or_else(|| names.last().map(String::as_str)) {
            if let Err(reason) = self.refuse_policy(talked_about) {
                return Reply::wrong(reason);
            }
            talked_about.clone_into(&mut said.policy);
        }
        for argument in facts {
            match FactsFile::find(argument, home) {
                Ok(found) => said.facts.extend(found),
                Err(error) => return Reply::wrong(format!("{error}\n")),
            }
        }
        self.go_on_with_facts(said, |_| true, |_| String::new())
    }

    /// The policy that rules and questions are about.
    #[must_use]
    pub fn policy(&self) -> &str {
        &self.said.policy
    }

    /// Whether a text wants more lines: it ends in the middle of a rule.
    #[must_use]
    pub fn goes_on(text: &str) -> bool {
        let trimmed = text.trim();
        let is_rule = !trimmed.is_empty() && !trimmed.starts_with([':', '?']) && !trimmed.ends_with('?');
        let end = |program: &statehouse_datalog::Program| {
            program.errors.last().is_some_and(|error| error.span.start >= text.trim_end().len())
        };
        let is_long = text.len() >= MAX_RULE_BYTES || text.lines().count() >= MAX_RULE_LINES;
        // A line that ends so is no end of a rule, for which not everything before it need be read.
        let last = trimmed.lines().next_back().unwrap_or_default();
        let is_open = last.ends_with([',', '(']) || last.ends_with(":-");
        let is_open = is_open && !last.contains(['/', '#', '"', '\'']);
        is_rule && !is_long && (is_open || end(&read_program(text)))
    }

    /// Answers a line, or several that belong together.
    pub fn say(&mut self, line: &str) -> Reply {
        let line = line.trim();
        if line.is_empty() {
            return Reply::says("");
        }
        if line.len() > MAX_TYPED_BYTES {
            return Reply::wrong(format!(
                "this has {} bytes, and at most {MAX_TYPED_BYTES} are read at once; larger texts are best put into a file: \
                 :load FILE, or for facts :facts FILE\n",
                line.len()
            ));
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

    fn told<'a>(&self, diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> String {
        let texts = diagnostics.into_iter().map(|diagnostic| diagnostic.to_text(self.look) + "\n");
        texts.collect()
    }

    /// Stands on what was said from now on.
    fn stand_on(&mut self, said: Said, state: Arc<State>) {
        self.said = said;
        self.state = Some(state);
        self.session = None;
    }

    /// Goes on with what was said, if nothing is wrong with it; says everything that is wrong, and what is probably wrong as far as
    /// `is_told` asks for it.
    fn go_on(&mut self, said: Said, is_told: impl Fn(&Diagnostic) -> bool) -> Reply {
        let verdict = match said.judge(&self.world) {
            Ok(verdict) => verdict,
            Err(error) => return Reply::wrong(error),
        };
        let is_wrong = verdict.is_wrong();
        let told = verdict.diagnostics.iter().filter(|it| if is_wrong { it.is_error() } else { is_told(it) });
        let text = self.told(told);
        if is_wrong {
            return Reply::wrong(text);
        }
        self.stand_on(said, verdict.state);
        Reply::says(text)
    }

    /// Goes on with what was said, which has other facts.
    fn go_on_with_facts(
        &mut self,
        said: Said,
        is_told: impl Fn(&Diagnostic) -> bool,
        tell: impl FnOnce(&Facts) -> String,
    ) -> Reply {
        let facts = match Facts::survey(said.facts.clone(), &self.world) {
            Ok(facts) => facts,
            Err(error) => return Reply::wrong(format!("{error}\n")),
        };
        let before = std::mem::replace(&mut self.world.facts, facts.tables());
        let stood_on = (self.said.clone(), self.state.clone());
        let mut reply = self.go_on(said, is_told);
        if let Some(state) = self.state.as_ref().filter(|_| !reply.is_wrong)
            && let Err(error) = facts.refuse_misfit(state)
        {
            (self.said, self.state) = stood_on;
            reply = Reply::wrong(format!("{error}\n"));
        }
        if reply.is_wrong {
            self.world.facts = before;
            return reply;
        }
        reply.text.push_str(&tell(&facts));
        reply
    }

    /// Takes rules in that are typed, if nothing is wrong with them.
    fn learn(&mut self, text: &str) -> Reply {
        self.texts += 1;
        let source = Source::new(format!("input {}", self.texts), text);
        let mut said = self.said.clone();
        said.typed.push(Typed { source: Arc::clone(&source), policy: said.policy.clone() });
        let is_about =
            |it: &Diagnostic| it.place.as_ref().map(Place::source).is_some_and(|it| Arc::ptr_eq(it, &source));
        self.go_on(said, is_about)
    }

    fn load(&mut self, file: &str) -> Reply {
        if file.is_empty() {
            return Reply::wrong("which file? :load FILE\n");
        }
        let source = match (self.read)(Path::new(file)) {
            Ok(text) => Source::new(file, text),
            Err(error) => return Reply::wrong(format!("{error}\n")),
        };
        let mut said = self.said.clone();
        if let [only] = policy_file::read(&source, said.kind).0.as_slice()
            && let Some(name) = only.name()
        {
            name.clone_into(&mut said.policy);
        }
        let is_about = |it: &Diagnostic| it.place.as_ref().is_some_and(|it| it.source().name() == file);
        said.files.retain(|known| known.name() != file);
        said.files.push(source);
        self.go_on(said, is_about)
    }

    fn add_facts(&mut self, argument: &str) -> Reply {
        if argument.is_empty() {
            return Reply::wrong("which facts? :facts FILE, :facts DIR or :facts TABLE=FILE\n");
        }
        let mut said = self.said.clone();
        let found = match FactsFile::find(argument, Some(&said.policy)) {
            Ok(found) => found,
            Err(error) => return Reply::wrong(format!("{error}\n")),
        };
        said.facts.extend(found.iter().cloned());
        let untold = |_: &Diagnostic| false;
        self.go_on_with_facts(said, untold, |facts| {
            // Which policy a table is in is nothing to find out later.
            let tables = facts.tables_of(&found);
            let mut text: String =
                tables.iter().take(MAX_TOLD).map(|table| fact_line(table.0, table.1)).collect();
            if let Some(more) = tables.len().checked_sub(MAX_TOLD).filter(|more| *more > 0) {
                // Writing to a text cannot fail.
                let _ = writeln!(text, "… and {more} more; :tables shows all");
            }
            text
        })
    }

    /// Chooses the policy that is talked about.
    fn choose(&mut self, rest: &str) -> Reply {
        let mut words = rest.split_whitespace();
        let state = match self.state() {
            Ok(state) => state,
            Err(error) => return Reply::wrong(error),
        };
        let found = |name: &str| state.policy(&Reference::from(name)).cloned();
        let Some(name) = words.next() else {
            let kind = found(&self.said.policy).map(|policy| policy.kind).unwrap_or_default();
            return Reply::says(format!("{}, of the kind {}\n", self.said.policy, kind.as_str()));
        };
        let kind = match words.next().map(str::parse::<PolicyKind>) {
            None => None,
            Some(Ok(kind)) => Some(kind),
            Some(Err(error)) => return Reply::wrong(format!("{error}\n")),
        };
        if let Err(reason) = self.refuse_policy(name) {
            return Reply::wrong(reason);
        }
        let mut said = self.said.clone();
        name.clone_into(&mut said.policy);
        if let Some(kind) = kind {
            said.kinds.insert(name.to_owned(), kind);
        }
        let policies = said.policies().0;
        let fixed = policies.iter().find(|it| it.form == Form::Library && it.name() == Some(name));
        let fixed =
            fixed.map(|it| it.kind).or_else(|| found(name).filter(|it| it.is_built_in()).map(|it| it.kind));
        if let (Some(kind), Some(fixed)) = (kind, fixed)
            && kind != fixed
        {
            return Reply::wrong(format!(
                "`{name}` is of the kind {}, and cannot be of another\n",
                fixed.as_str()
            ));
        }
        let reply = self.go_on(said, |_| false);
        let is_new = !reply.is_wrong && found(name).is_none();
        match self.state.as_ref().and_then(|state| state.policy(&Reference::from(name))) {
            Some(policy) if is_new => {
                Reply::says(format!("`{name}` is new, and of the kind {}\n", policy.kind.as_str()))
            }
            _ => reply,
        }
    }

    /// Chooses the policy that says what actions do.
    fn choose_actions(&mut self, name: &str) -> Reply {
        if name.is_empty() {
            return Reply::says(format!("{}\n", self.said.actions));
        }
        match self.state() {
            Ok(state) if state.policy(&Reference::from(name)).is_none() => {
                Reply::wrong(format!("there is no policy `{name}`; {}\n", known_policies(&state)))
            }
            Ok(_) => {
                name.clone_into(&mut self.said.actions);
                Reply::says("")
            }
            Err(error) => Reply::wrong(error),
        }
    }

    /// Why this cannot be the name of a policy, if it cannot.
    fn refuse_policy(&self, name: &str) -> Result<(), String> {
        if !statehouse_datalog::is_policy_name(name) {
            return Err(format!(
                "`{name}` cannot be the name of a policy: that has letters (A-Z, a-z), digits and `_`, and does not begin with a digit\n"
            ));
        }
        if self.world.data_sources.contains_key(name) || self.world.drivers.get(name).is_some() {
            return Err(format!("`{name}` is a data source, and no policy can have its name\n"));
        }
        Ok(())
    }

    fn rules(&self) -> Reply {
        let mut text = String::new();
        for (number, typed) in self.said.typed.iter().enumerate() {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{:>3}  {}: {}", number + 1, typed.policy, typed.source.text());
        }
        for file in &self.said.files {
            for policy in policy_file::read(file, self.said.kind).0 {
                let name = policy.name().unwrap_or_default().to_owned();
                for rule in policy.rule_texts() {
                    let _ = writeln!(text, "     {name}: {rule}   ({})", file.name());
                }
            }
        }
        Reply::says(text)
    }

    fn remove(&mut self, number: &str) -> Reply {
        let mut said = self.said.clone();
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(place) = place.filter(|place| *place < said.typed.len()) else {
            return Reply::wrong(format!(
                "no rule that was typed has the number {number:?}; :rules shows them\n"
            ));
        };
        said.typed.remove(place);
        self.go_on(said, |_| false)
    }

    fn tables(&mut self) -> Reply {
        let state = match self.state() {
            Ok(state) => state,
            Err(error) => return Reply::wrong(error),
        };
        let mut text = String::new();
        for policy in state.policies() {
            for table in state.tables(&policy.name) {
                // Writing to a text cannot fail.
                let _ = writeln!(text, "{}:{}/{}", policy.name, table.name, table.columns);
            }
        }
        text.extend(self.world.facts.iter().map(|(table, columns)| fact_line(table, columns)));
        Reply::says(text)
    }

    /// What follows from what was said.
    fn state(&mut self) -> Result<Arc<State>, String> {
        if let Some(state) = &self.state {
            return Ok(Arc::clone(state));
        }
        let state = self.said.judge(&self.world)?.state;
        self.state = Some(Arc::clone(&state));
        Ok(state)
    }

    /// The facts, as they are in their files now.
    fn facts(&self) -> Result<Facts, UnfitFacts> {
        Facts::survey(self.said.facts.clone(), &self.world)
    }
}

fn fact_line(table: &TableName, columns: &[String]) -> String {
    format!("{table}({})   (facts)\n", columns.join(", "))
}

/// The policies there are, for people.
fn known_policies(state: &State) -> String {
    let names: Vec<_> = state.policies().take(MAX_TOLD).map(|policy| format!("`{}`", policy.name)).collect();
    format!("there are {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use statehouse_model::Drivers;

    fn conversation() -> Conversation {
        let world = World { drivers: Drivers::built_in().unwrap(), ..World::default() };
        let budget =
            Budget { rows: 1_000, steps: 100_000, time: Duration::from_secs(10), is_given_up: || false };
        let read = |path: &Path| {
            Ok(if path.ends_with("net.policy") { "p(x) :- q(x). q(7)" } else { "p(" }.to_owned())
        };
        Conversation::new(world, PolicyKind::default(), budget, Look::Plain, || Value::from(""), read)
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
        assert_eq!(talk.say(":policy tree z3").text, "`tree` is new, and of the kind z3\n");
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
