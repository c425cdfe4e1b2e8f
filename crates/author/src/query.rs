//! What an author asks: an atom, several literals, or a rule whose head says which columns are wanted.

use std::collections::BTreeSet;
use std::sync::Arc;

use statehouse_datalog::{
    Atom, Checked, Concern, Context, Fault, Literal, Relation, Rule, RuleError, TableName, TableRef, Term,
    check, parse_rule,
};
use statehouse_model::{Policy, PolicyKind, State};

use crate::diagnostic::{Code, Diagnostic};
use crate::explanation::{rule_error, warning};
use crate::scalar::Written;
use crate::source::Source;
use crate::verdict::unknown_table_help;
use crate::world::World;

/// The table of the answers. No rule could have it as its head.
const ANSWER: &str = "?answer";
/// What a question is written behind to be read as a rule.
const HEAD: &str = "answer :-";

/// A question that makes sense in a state.
#[derive(Debug)]
pub struct Query {
    /// The policy that it is asked in.
    pub(crate) policy: Arc<str>,
    pub(crate) rule: Checked,
    /// The names of the answer's columns.
    columns: Vec<String>,
    /// What is asked as one atom or rule.
    as_rule: String,
    /// What is asked, for answers that repeat it.
    literals: Vec<Literal>,
    /// What the answer's columns are in the literals.
    asked: Vec<Term>,
}

impl Query {
    /// Reads a question that is asked in a policy. Tells what is probably wrong as well.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(
        text: &Arc<Source>,
        policy: &Policy,
        state: &State,
        world: &World,
    ) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let begins = text.text().find(|c: char| !c.is_whitespace()).unwrap_or_default();
        let begins = if text.text().get(begins..).is_some_and(|it| it.starts_with("?-")) {
            begins + 2
        } else {
            begins
        };
        let end = text.text().trim_end();
        let end = end.strip_suffix('?').map_or(end, str::trim_end).len();
        let written = Written::plainly(text, begins..end.max(begins));
        let (rule, shown, asked) = match parse_rule(written.text()) {
            Ok(rule) if !rule.is_fact() => {
                refuse_heads(&rule, &written)?;
                let asked: Vec<_> = rule.heads.iter().flat_map(|head| head.atom.arguments.clone()).collect();
                (rule, written, asked)
            }
            // Literals alone are read as the body of a rule.
            as_rule => {
                let shown = written.behind(HEAD);
                let rule = parse_rule(shown.text()).map_err(|error| match as_rule {
                    Err(of_rule) if reads_further(&of_rule, &error) => vec![rule_error(&of_rule, &written)],
                    _ => vec![rule_error(&error, &shown)],
                })?;
                let asked = variables(&rule.body);
                (rule, shown, asked)
            }
        };
        let as_rule = match rule.body.as_slice() {
            [only] if !only.negated && shown.text().starts_with(HEAD) => only.to_string(),
            _ => Rule { heads: vec![head(&rule, asked.clone())], ..rule.clone() }.to_string(),
        };
        let heads = vec![answer(&rule, asked.clone())];
        let rule = Rule { heads, ..rule };
        let context = Context { policy: &policy.name, action_policy: policy.kind == PolicyKind::Action };
        let checked = check(&rule, &context, state).map_err(|errors| wrong(&errors, &shown))?;
        let warnings = checked.warnings.iter().filter_map(|found| match &found.concern {
            Concern::Undefined { table } if world.facts.contains_key(table) => None,
            Concern::Undefined { table } => {
                Some(warning(found, &shown).help(unknown_table_help(state, world, table)))
            }
            _ => Some(warning(found, &shown)),
        });
        let warnings = warnings.collect();
        let columns = asked.iter().map(|term| match term {
            Term::Variable(name) => name.to_string(),
            Term::Constant(value) => value.to_string(),
        });
        let columns = told_apart(columns.collect());
        let query = Self {
            policy: policy.name.as_str().into(),
            columns,
            rule: checked,
            as_rule,
            literals: rule.body,
            asked,
        };
        Ok((query, warnings))
    }

    /// What is asked as one atom, or a rule with one head.
    pub(crate) fn as_rule(&self) -> &str {
        &self.as_rule
    }

    /// The names of the answer's columns: the variables, each once, or what the head says. Of two that the head calls alike the
    /// second is `x_2`, so that each can be found by its name.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The tables that are read, each once.
    pub fn tables(&self) -> impl Iterator<Item = &TableName> {
        let names = self.rule.body.iter().filter_map(|literal| match &literal.atom.relation {
            Relation::Table(name) => Some(name),
            Relation::Builtin(_) => None,
        });
        names.collect::<BTreeSet<_>>().into_iter()
    }

    /// What is asked, with the values of a row in it.
    #[must_use]
    pub fn instance(&self, row: &[statehouse_datalog::Value]) -> String {
        let value = |term: &Term| {
            let place =
                self.asked.iter().position(|asked| asked == term).filter(|_| term.variable().is_some());
            place
                .and_then(|place| row.get(place))
                .map_or_else(|| term.clone(), |value| Term::Constant(value.clone()))
        };
        let literals = self.literals.iter().map(|literal| {
            let mut literal = literal.clone();
            let atom = &mut literal.atom;
            atom.arguments = atom.arguments.iter().map(value).collect();
            atom.columns = atom.columns.iter().map(|(column, term)| (column.clone(), value(term))).collect();
            literal.to_string()
        });
        literals.collect::<Vec<_>>().join(", ")
    }
}

/// What is wrong with a question. That its answer has no value for a variable follows from what else is wrong.
fn wrong(errors: &[RuleError], text: &Written) -> Vec<Diagnostic> {
    let is_of_answer = |error: &&RuleError| {
        matches!(error, RuleError::Inadmissible { fault: Fault::UnboundHead { .. }, .. })
    };
    let (follows, others): (Vec<_>, Vec<_>) = errors.iter().partition(is_of_answer);
    let told = if others.is_empty() { follows } else { others };
    told.into_iter().map(|error| rule_error(error, text)).collect()
}

/// Refuses a rule with several heads: which columns are wanted is said by one.
fn refuse_heads(rule: &Rule, text: &Written) -> Result<(), Vec<Diagnostic>> {
    let Some(second) = rule.heads.get(1) else { return Ok(()) };
    let place = text.place_of(second.span.start..second.span.end);
    let error = Diagnostic::error(Code::Syntax, place, "a question has one head, and this is a second");
    Err(vec![error.help("the head names the columns that are wanted: `answer(x, y) :- …`")])
}

/// Whether what is wrong with a question as a rule stands behind what is wrong with it as the body of one.
fn reads_further(as_rule: &RuleError, as_body: &RuleError) -> bool {
    let mut of_body = as_body.position();
    if of_body.line == 1 {
        of_body.column = of_body.column.saturating_sub(u32::try_from(HEAD.len()).unwrap_or_default());
    }
    as_rule.position() > of_body
}

/// Names, each of them once.
fn told_apart(names: Vec<String>) -> Vec<String> {
    let mut taken: BTreeSet<String> = names.iter().cloned().collect();
    let mut seen = BTreeSet::new();
    let other = |name: String| {
        if seen.insert(name.clone()) {
            return name;
        }
        let numbered = (2_u32..).map(|number| format!("{name}_{number}"));
        let free = numbered.into_iter().find(|numbered| taken.insert(numbered.clone()));
        free.unwrap_or(name)
    };
    names.into_iter().map(other).collect()
}

/// The head of the question as it can be written.
fn head(rule: &Rule, arguments: Vec<Term>) -> Literal {
    let written = rule.heads.first().map(|head| head.atom.table.clone());
    let mut head = answer(rule, arguments);
    head.atom.table = written.unwrap_or(head.atom.table);
    head
}

/// The head of the question.
fn answer(rule: &Rule, arguments: Vec<Term>) -> Literal {
    let span = rule.heads.first().map(|head| head.span).unwrap_or_default();
    let table = TableRef { policy: None, table: ANSWER.into() };
    Literal { negated: false, modal: None, atom: Atom { table, arguments, columns: Vec::new(), span }, span }
}

/// The variables of literals, each once, in the order in which they are written. `_` is asked by nobody.
fn variables(literals: &[Literal]) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    for term in literals.iter().flat_map(|literal| literal.atom.terms()) {
        if term.variable().is_some_and(|name| &**name != "_") && !found.contains(term) {
            found.push(term.clone());
        }
    }
    found
}
