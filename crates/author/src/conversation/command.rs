//! What a conversation can be told beside rules and questions.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Conversation, Reply};

/// The commands, and what they do.
const COMMANDS: &[(&str, &str)] = &[
    (":load FILE", "take the policies of a file in; a file that is there already is read again"),
    (
        ":facts [TABLE=]PATH",
        "take facts in: a CSV or JSON file, or a folder of them; :facts again reads them again",
    ),
    (
        ":policy [NAME [KIND]]",
        "say or choose the policy that rules and questions are about, and that new facts are in",
    ),
    (":rules", "show the rules; those that were typed have numbers"),
    (":remove NUMBER", "take a rule out that was typed"),
    (":tables", "show the tables that rules mention, and those with facts"),
    (":trace QUESTION", "show how the tables of a question come to their rows"),
    (
        ":simulate CHANGES ?- QUESTION",
        "show how the answers would change: p+(1) and p-(1) are changes, and actions",
    ),
    (":actions [NAME]", "say or choose the policy whose rules say what actions do"),
    (":help", "show this"),
    (":quit", "leave"),
];

impl Conversation {
    pub(super) fn command(&mut self, command: &str, rest: &str) -> Reply {
        match command {
            "load" => self.load(rest),
            "facts" => self.add_facts(rest),
            "policy" => self.choose(rest),
            "rules" => self.rules(),
            "remove" => self.remove(rest),
            "tables" => self.tables(),
            "trace" => self.trace(rest),
            "simulate" => self.simulate(rest),
            "actions" => self.choose_actions(rest),
            "help" => Reply::says(help()),
            "quit" | "exit" | "q" => Reply { is_over: true, ..Reply::says("") },
            other => Reply::wrong(unknown(other)),
        }
    }

    /// How a line could go on that ends here: where the word begins that is not whole, and what it may become, sorted.
    #[must_use]
    pub fn completions(&self, line: &str) -> (usize, Vec<String>) {
        let is_command = line.starts_with(':') && !line.starts_with(":-");
        if is_command && !line.contains(char::is_whitespace) {
            let commands = COMMANDS.iter().filter_map(|(command, _)| command.split(' ').next());
            let commands = commands.filter(|command| command.starts_with(line));
            return (0, commands.map(|command| format!("{command} ")).collect());
        }
        let is_of_word = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':');
        let start = line.trim_end_matches(is_of_word).len();
        let word = line.get(start..).unwrap_or_default();
        let names = if is_command && line.starts_with(":policy") || line.starts_with(":actions") {
            self.policy_names()
        } else {
            self.table_names()
        };
        let fitting = names.into_iter().filter(|name| !word.is_empty() && name.starts_with(word));
        (start, fitting.take(MAX_COMPLETIONS).collect())
    }

    fn policy_names(&self) -> BTreeSet<String> {
        let policies = self.state.iter().flat_map(|state| state.policies());
        policies.map(|policy| policy.name.clone()).collect()
    }

    /// The tables that can be named, those of the policy that is talked about also without it.
    fn table_names(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut add = |policy: &str, table: &str| {
            if policy == self.said.policy {
                names.insert(table.to_owned());
            }
            names.insert(format!("{policy}:{table}"));
        };
        if let Some(state) = &self.state {
            let policies = state.policies().map(|policy| policy.name.as_str());
            let places: Vec<&str> = policies.chain(state.data_sources().map(|it| it.name.as_str())).collect();
            for place in places {
                state.tables(place).for_each(|table| add(place, &table.name));
            }
        }
        for driver in self.world.drivers.iter() {
            driver.tables.iter().for_each(|table| add(&driver.id, &table.id));
        }
        for (name, driver) in &self.world.data_sources {
            let tables = self.world.drivers.get(driver).into_iter().flat_map(|driver| &driver.tables);
            tables.for_each(|table| add(name, &table.id));
        }
        self.world.facts.keys().for_each(|table| add(&table.policy, &table.table));
        names
    }
}

/// More than so many are no help.
const MAX_COMPLETIONS: usize = 1_000;

fn unknown(command: &str) -> String {
    let known = COMMANDS.iter().filter_map(|(known, _)| known.split(' ').next()?.strip_prefix(':'));
    match crate::nearest::nearest(command, known) {
        Some(nearest) => format!("there is no command :{command}; did you mean :{nearest}?\n"),
        None => format!("there is no command :{command}; :help shows those there are\n"),
    }
}

fn help() -> String {
    let mut text =
        "A rule is taken in: p(x) :- q(x). A question is answered: ?- p(x), not r(x), or p(x)?\n\n"
            .to_owned();
    for (command, what) in COMMANDS {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "  {command:<30} {what}");
    }
    text
}
