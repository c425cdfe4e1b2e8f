//! Whether policies are what a server would take, by the decisions that a server makes.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use statehouse_datalog::{
    Concern, Fault, RuleError, Schema, Statement, TableName, is_beyond_doubt, parse_program, parse_rule,
};
use statehouse_model::{
    Change, Command, LibraryRule, NewRule, Policy, PolicyKind, Reference, Rejection, Rule, RuleId, State,
    Timestamp,
};

use crate::diagnostic::{Code, Diagnostic};
use crate::explanation::{literal_at, rule_error, warning};
use crate::nearest::{is_near, nearest};
use crate::policy_file::{Form, WrittenPolicy, WrittenRule};
use crate::scalar::Written;
use crate::source::Place;
use crate::world::{World, WorldError};

/// When everything happens, for who asks.
const NOW: Timestamp = Timestamp(0);

/// For so many unknown tables it is looked for what may be meant, among all that there are: nobody reads on for longer.
const MOST_HELPED: usize = 1_000;

/// What became of policies that were put together.
#[derive(Debug)]
pub struct Verdict {
    /// Everything that a server would have taken.
    pub state: Arc<State>,
    /// What is wrong, and what is probably wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Verdict {
    /// Puts policies together as a server would: a policy at a time, a rule at a time, over what there is beside them.
    ///
    /// # Errors
    /// A data source that cannot be there.
    pub fn on(world: &World, policies: &[WrittenPolicy]) -> Result<Self, WorldError> {
        let names: BTreeSet<&str> = policies.iter().filter_map(WrittenPolicy::name).collect();
        let mut check = Check {
            world,
            state: world.state(&names)?,
            diagnostics: Vec::new(),
            policies: HashMap::new(),
            rules: Vec::new(),
            doubtful: Vec::new(),
            mentioned: HashMap::new(),
            refused: HashSet::new(),
        };
        let built_in =
            Command::CreateBuiltInPolicies { classification: "policy-0".into(), action: "policy-1".into() };
        if let Ok(changes) = check.state.decide(&built_in, NOW) {
            check.state.advance(&changes);
        }
        let taken: Vec<_> = policies.iter().map(|policy| check.policy(policy)).collect();
        for (policy, taken) in policies.iter().zip(taken) {
            for rule in &policy.rules {
                check.rule(policy, rule, taken.as_ref());
            }
        }
        check.warn();
        let mut verdict = Self { state: Arc::new(check.state), diagnostics: Vec::new() };
        verdict.add(check.diagnostics);
        Ok(verdict)
    }

    /// Adds what was found elsewhere, in the order of files and places.
    pub fn add(&mut self, diagnostics: Vec<Diagnostic>) {
        self.diagnostics.extend(diagnostics);
        let place = |it: &Diagnostic| {
            it.place.as_ref().map(|place| (place.source().name().to_owned(), place.range().start))
        };
        self.diagnostics.sort_by_cached_key(place);
    }

    /// Is something wrong, and not only probably?
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

struct Check<'a> {
    world: &'a World,
    state: State,
    diagnostics: Vec<Diagnostic>,
    /// Where the names of the policies that were taken are written.
    policies: HashMap<String, Place>,
    /// How the rules that were taken are written. Their ids have their places here.
    rules: Vec<&'a Written>,
    /// Those of them about which there may be something to warn of, once all are there.
    doubtful: Vec<Arc<Rule>>,
    /// Where each table is mentioned first: that says how many columns it has.
    mentioned: HashMap<TableName, Place>,
    /// The tables that rules would define which were not taken.
    refused: HashSet<TableName>,
}

impl<'a> Check<'a> {
    /// Creates a policy without its rules. Answers its name, if it is there.
    fn policy(&mut self, policy: &WrittenPolicy) -> Option<Reference> {
        let name = policy.name.as_ref()?;
        let found = self.state.policy(&Reference::from(name.text()));
        let joins = match policy.form {
            Form::Library => false,
            Form::Plain => found.is_some_and(|found| found.is_built_in()),
            Form::Added => found.is_some(),
        };
        if joins {
            return Some(Reference::from(name.text()));
        }
        let number = self.state.policies().count();
        let heading = |rules| Command::CreateLibraryPolicy {
            id: "heading".into(),
            name: name.text().to_owned(),
            abbreviation: policy.abbreviation.as_ref().map(|it| it.text().to_owned()),
            description: policy.description.as_ref().map(|it| it.text().to_owned()).unwrap_or_default(),
            kind: policy.kind,
            rules,
        };
        // All that can be said before any rule is looked at. Plain rules may be as many as a policy can come to have.
        let in_heading = if policy.form == Form::Library { &*policy.rules } else { &[] };
        let rules = in_heading.iter().map(|rule| LibraryRule {
            rule: rule.text.text().to_owned(),
            name: rule.name.as_ref().map(|it| it.text().to_owned()),
            comment: rule.comment.as_ref().map(|it| it.text().to_owned()),
            extra: serde_json::Map::new(),
        });
        if let Err(rejection) = self.state.decide(&heading(rules.collect()), NOW) {
            self.refuse_policy(policy, name, &rejection);
            return None;
        }
        let create = Command::CreatePolicy {
            id: format!("policy-{number}").into(),
            name: name.text().to_owned(),
            abbreviation: policy.abbreviation.as_ref().map(|it| it.text().to_owned()),
            description: String::new(),
            kind: policy.kind,
            rules: Vec::new(),
        };
        match self.state.decide(&create, NOW) {
            Ok(changes) => {
                self.state.advance(&changes);
                self.policies.insert(name.text().to_owned(), name.place());
                Some(Reference::from(name.text()))
            }
            Err(rejection) => {
                self.refuse_policy(policy, name, &rejection);
                None
            }
        }
    }

    fn refuse_policy(&mut self, policy: &WrittenPolicy, name: &Written, rejection: &Rejection) {
        let (written, message) = match rejection {
            Rejection::Invalid { field, reason } => (field_of(policy, &field.0), reason.clone()),
            Rejection::Abbreviation { reason } => (policy.abbreviation.as_ref(), reason.clone()),
            other => (None, other.to_string()),
        };
        let error = Diagnostic::error(Code::Field, written.unwrap_or(name).place(), message);
        let is_built_in = name.text() == Policy::CLASSIFICATION || name.text() == Policy::ACTION;
        let first = self.policies.get(name.text());
        self.diagnostics.push(match rejection {
            Rejection::NameTaken { .. } if first.is_some_and(|first| is_same_file(first, &name.place())) => {
                error.help("the file is given twice, or holds two policies of this name")
            }
            Rejection::NameTaken { .. } if let Some(first) = first => {
                error.related(first.clone(), "it stands here first")
            }
            Rejection::NameTaken { name, .. } if is_built_in => error.help(format!(
                "every server has this policy; its rules can be checked in a file of plain rules, `{name}.policy`"
            )),
            _ => error,
        });
    }

    /// Puts a rule into a policy; where there is none, it is only read.
    fn rule(&mut self, policy: &WrittenPolicy, rule: &'a WrittenRule, taken: Option<&Reference>) {
        let text = &rule.text;
        let Some(taken) = taken else {
            if let Err(error) = parse_rule(text.text()) {
                self.diagnostics.push(rule_error(&error, text));
            }
            self.note_refused(policy.name().unwrap_or_default(), text);
            return;
        };
        let new = NewRule {
            id: RuleId::from(self.rules.len().to_string()),
            text: text.text().to_owned(),
            name: rule.name.as_ref().map(|it| it.text().to_owned()),
            comment: rule.comment.as_ref().map(|it| it.text().to_owned()).unwrap_or_default(),
        };
        let decided = match &rule.parsed {
            Some(parsed) => self.state.decide_rule(taken, &new, parsed.clone()),
            None => self.state.decide(&Command::CreateRule { policy: taken.clone(), rule: new }, NOW),
        };
        match decided {
            Ok(changes) => {
                let created = changes.iter().rev().find_map(|change| match change {
                    Change::Rule(edit) => edit.after(),
                    _ => None,
                });
                if let Some(created) = created {
                    self.note(created, taken.as_str(), text, changes.len() > 1);
                }
                self.state.advance(&changes);
                self.rules.push(text);
            }
            Err(Rejection::RuleInadmissible { errors, .. }) => {
                self.note_refused(taken.as_str(), text);
                for error in errors {
                    let diagnostic = rule_error(&error, text);
                    self.diagnostics.push(self.explain(diagnostic, &error, policy, text));
                }
            }
            Err(Rejection::RuleExists { id }) => {
                let warning = Diagnostic::warning(
                    Code::DuplicateRule,
                    text.place(),
                    "the policy has this rule already, so it says nothing new",
                );
                self.diagnostics.push(match self.written(&id) {
                    Some(first) => warning.related(first.place(), "it stands here first"),
                    None => warning,
                });
            }
            Err(Rejection::Invalid { field, reason }) => {
                let written = match &*field.0 {
                    "name" => rule.name.as_deref(),
                    "comment" => rule.comment.as_deref(),
                    _ => None,
                };
                let place = written.unwrap_or(text).place();
                self.diagnostics.push(Diagnostic::error(Code::Field, place, reason));
            }
            Err(other) => {
                self.diagnostics.push(Diagnostic::error(Code::Rule, text.place(), other.to_string()));
            }
        }
    }

    /// How a rule is written that was taken.
    fn written(&self, id: &RuleId) -> Option<&'a Written> {
        self.rules.get(id.as_str().parse::<usize>().ok()?).copied()
    }

    /// Notes what has to be known of a rule later. `mentions_first` says whether it is the first to mention a table.
    fn note(&mut self, rule: &Arc<Rule>, policy: &str, text: &Written, mentions_first: bool) {
        let Some(parsed) = rule.parsed() else { return };
        if !is_beyond_doubt(parsed) {
            self.doubtful.push(rule.clone());
        }
        for literal in parsed.literals().filter(|_| mentions_first) {
            let table = &literal.atom.table;
            let name = TableName::new(table.policy.as_deref().unwrap_or(policy), &table.table);
            let span = literal.span;
            self.mentioned.entry(name).or_insert_with(|| text.place_of(span.start..span.end));
        }
    }

    /// Notes what a rule would define that was not taken: who reads it need not be told that nobody defines it.
    fn note_refused(&mut self, policy: &str, text: &Written) {
        let Ok(parsed) = parse_rule(text.text()) else { return };
        for head in &parsed.heads {
            let table = &head.atom.table;
            self.refused.insert(TableName::new(table.policy.as_deref().unwrap_or(policy), &table.table));
        }
    }

    /// Adds what explains an error: where the number of columns comes from, and which rules a cycle goes through.
    fn explain(
        &self,
        diagnostic: Diagnostic,
        error: &RuleError,
        policy: &WrittenPolicy,
        text: &Written,
    ) -> Diagnostic {
        let RuleError::Inadmissible { position, fault } = error else { return diagnostic };
        let name = policy.name().unwrap_or_default();
        match fault {
            Fault::TooManyArguments { .. }
            | Fault::ColumnsMissing { .. }
            | Fault::ColumnOutOfRange { .. } => {
                let Some(literal) = literal_at(text.text(), *position) else { return diagnostic };
                let table = &literal.atom.table;
                let table = TableName::new(table.policy.as_deref().unwrap_or(name), &table.table);
                match self
                    .mentioned
                    .get(&table)
                    .filter(|_| self.state.columns(&table.policy, &table.table).is_none())
                {
                    Some(first) => {
                        diagnostic.related(first.clone(), "the first rule that mentions it says how many")
                    }
                    None => diagnostic,
                }
            }
            Fault::ColumnsUnknown { table } => {
                let source = table.split_once(':').map_or(&**table, |(source, _)| source);
                diagnostic.help(format!(
                    "--data-source {source}=DRIVER says what `{source}` is, and facts with a header name columns too"
                ))
            }
            Fault::Recursion(recursion) if !recursion.through_negation && policy.kind != PolicyKind::Z3 => {
                diagnostic.help("recursion is for policies of the kind z3")
            }
            Fault::Recursion(recursion) => {
                recursion.cycle.iter().skip(1).fold(diagnostic, |diagnostic, table| {
                    match self.defining(table) {
                        Some(place) => diagnostic.related(place, format!("`{table}` is defined here")),
                        None => diagnostic,
                    }
                })
            }
            _ => diagnostic,
        }
    }

    /// Where the first rule stands that defines a table.
    fn defining(&self, table: &TableName) -> Option<Place> {
        let policy = self.state.policy(&Reference::from(&*table.policy))?;
        let rule = self.state.rules(&policy.id).find(|rule| rule.head_table() == *table.table)?;
        let text = self.written(&rule.id)?;
        let head = parse_program(text.text()).ok()?.into_iter().find_map(|statement| match statement {
            Statement::Rule(rule) => rule.heads.first().map(|head| head.span),
            Statement::Event(_) => None,
        })?;
        Some(text.place_of(head.start..head.end))
    }

    /// Tells what is legal and probably not meant, now that everything is there.
    fn warn(&mut self) {
        let mut helped = 0;
        for rule in std::mem::take(&mut self.doubtful) {
            for found in self.state.warnings(&rule) {
                let Some(text) = self.written(&rule.id) else { continue };
                let diagnostic = warning(&found, text);
                match &found.concern {
                    Concern::Undefined { table }
                        if self.world.facts.contains_key(table) || self.refused.contains(table) => {}
                    Concern::Undefined { table } if helped < MOST_HELPED => {
                        helped += 1;
                        let help = unknown_table_help(&self.state, self.world, table);
                        self.diagnostics.push(diagnostic.help(help));
                    }
                    _ => self.diagnostics.push(diagnostic),
                }
            }
        }
    }
}

/// The part of a policy that a field of a command is about.
fn field_of<'a>(policy: &'a WrittenPolicy, field: &str) -> Option<&'a Written> {
    match field {
        "description" => return policy.description.as_ref(),
        "abbreviation" => return policy.abbreviation.as_ref(),
        _ => {}
    }
    let (index, field) = field.strip_prefix("rules[")?.split_once("].")?;
    let rule = policy.rules.get(index.parse::<usize>().ok()?)?;
    match field {
        "name" => rule.name.as_deref(),
        "comment" => rule.comment.as_deref(),
        _ => Some(&rule.text),
    }
}

fn is_same_file(one: &Place, another: &Place) -> bool {
    one.source().name() == another.source().name()
}

/// What an author may have meant by a table that nobody defines, or can do about it.
pub(crate) fn unknown_table_help(state: &State, world: &World, table: &TableName) -> String {
    let source = &*table.policy;
    let is_policy = state.policy(&Reference::from(source)).is_some();
    // Those that are near are few, and whether they are defined is a longer question.
    let near = state.tables(source).filter(|it| is_near(&table.table, &it.name));
    let defined: Vec<_> = near.filter(|it| state.defines(source, &it.name)).collect();
    let data_source = state.data_source(&Reference::from(source));
    let driver = data_source.and_then(|it| state.drivers().get(&it.driver));
    let declared = driver.iter().flat_map(|driver| driver.tables.iter().map(|table| table.id.as_str()));
    let facts = world.facts.keys().filter(|it| *it.policy == *source).map(|it| &*it.table);
    let tables = defined.iter().map(|it| it.name.as_str()).chain(declared).chain(facts);
    if let Some(nearest) = nearest(&table.table, tables) {
        return format!("did you mean `{source}:{nearest}`?");
    }
    if let Some(elsewhere) = world.facts.keys().find(|it| it.table == table.table) {
        return format!("facts are given for `{elsewhere}`; did you mean that?");
    }
    if is_policy {
        return format!("no rule of the policy `{source}` has it as its head, and no facts are given for it");
    }
    if data_source.is_some() {
        return format!("the data source `{source}` has no such table");
    }
    let policies = state.policies().map(|policy| policy.name.as_str());
    let sources = state.data_sources().map(|source| source.name.as_str());
    match nearest(source, policies.chain(sources)) {
        Some(nearest) => format!("did you mean `{nearest}:{}`?", table.table),
        None => format!(
            "there is no policy or data source `{source}` here; --drivers, --data-source {source}=DRIVER and --facts say what there is"
        ),
    }
}
