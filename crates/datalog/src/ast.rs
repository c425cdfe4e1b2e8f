//! What a parsed text says: statements, rules, literals, atoms, terms.
//!
//! Two atoms or literals are equal when they say the same, wherever they stand: comparing ignores spans.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::span::Span;
use crate::value::Value;

/// One of the statements of a program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Statement {
    /// A rule or a fact.
    Rule(Rule),
    /// A change to a rule base written as a statement: `insert[p(x) :- q(x)]`, `delete[p(x) :- q(x); "policy"]`.
    Event(Event),
}

/// A change to a rule base, written as a statement.
#[derive(Clone, Debug)]
pub struct Event {
    /// Whether the rule is put in; otherwise it is taken out.
    pub insert: bool,
    /// The rule.
    pub rule: Rule,
    /// The policy it goes into or comes out of, when the statement names one.
    pub target: Option<Arc<str>>,
    /// Where the event stands.
    pub span: Span,
}

/// A rule, `heads :- body`, or a fact, which has an empty body.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What holds. The grammar knows several heads; no policy accepts more than one.
    pub heads: Vec<Literal>,
    /// When it holds: all of these.
    pub body: Vec<Literal>,
    /// Where the rule stands, without the closing `;` or `.`.
    pub span: Span,
}

impl Rule {
    /// Whether this is a fact: it was written without `:-`.
    #[must_use]
    pub fn is_fact(&self) -> bool {
        self.body.is_empty()
    }

    /// The rule where the part of the text that it stands in is a text of its own: as [`crate::parse_rule`] reads that.
    #[must_use]
    pub fn by_itself(mut self) -> Self {
        let whole = self.span;
        for literal in self.heads.iter_mut().chain(&mut self.body) {
            literal.span = literal.span.within(whole);
            literal.atom.span = literal.atom.span.within(whole);
        }
        self.span = whole.within(whole);
        self
    }

    /// Every literal, heads first.
    pub fn literals(&self) -> impl Iterator<Item = &Literal> {
        self.heads.iter().chain(&self.body)
    }
}

/// An atom, perhaps negated, perhaps under a modal: `p(x)`, `not p(x)`, `execute[p(x)]`.
#[derive(Clone, Debug)]
pub struct Literal {
    /// Written with `not`, `NOT` or `!`.
    pub negated: bool,
    /// The modal around the atom.
    pub modal: Option<Modal>,
    /// The atom.
    pub atom: Atom,
    /// Where the literal stands, negation and modal included.
    pub span: Span,
}

/// What an atom in brackets asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modal {
    /// `execute[…]`: call an action.
    Execute,
    /// `insert[…]`: put a row in.
    Insert,
    /// `delete[…]`: take a row out.
    Delete,
}

impl Modal {
    /// The word the modal is written with.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Modal::Execute => "execute",
            Modal::Insert => "insert",
            Modal::Delete => "delete",
        }
    }
}

/// A table with its arguments.
#[derive(Clone, Debug)]
pub struct Atom {
    /// The table.
    pub table: TableRef,
    /// The arguments given by position, from the first column on.
    pub arguments: Vec<Term>,
    /// The arguments given by column (`id=x`, `3=x`), each column once: by number first, then by name.
    pub columns: Vec<(Column, Term)>,
    /// Where the atom stands.
    pub span: Span,
}

impl Atom {
    /// Every term, by position first.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.arguments.iter().chain(self.columns.iter().map(|(_, term)| term))
    }
}

/// A table as it is written in a rule: the first of several parts is the policy, the others together are the
/// table. `a:b:p` is the table `b:p` of the policy `a`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableRef {
    /// The policy or data source, when the rule names one.
    pub policy: Option<Arc<str>>,
    /// The table, with its suffix `+` or `-` if it has one.
    pub table: Arc<str>,
}

/// A column as it is written in an atom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// By number, counted from 0.
    Index(u32),
    /// By name.
    Name(Arc<str>),
}

/// A variable or a constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// A variable. `_` is one like any other.
    Variable(Arc<str>),
    /// A constant.
    Constant(Value),
}

impl Term {
    /// The name, when this is a variable.
    #[must_use]
    pub fn variable(&self) -> Option<&Arc<str>> {
        match self {
            Term::Variable(name) => Some(name),
            Term::Constant(_) => None,
        }
    }
}

impl Atom {
    fn said(&self) -> (&TableRef, &[Term], &[(Column, Term)]) {
        (&self.table, &self.arguments, &self.columns)
    }
}

impl Literal {
    fn said(&self) -> (bool, Option<Modal>, &Atom) {
        (self.negated, self.modal, &self.atom)
    }
}

impl Rule {
    fn said(&self) -> (&[Literal], &[Literal]) {
        (&self.heads, &self.body)
    }
}

impl Event {
    fn said(&self) -> (bool, &Rule, Option<&Arc<str>>) {
        (self.insert, &self.rule, self.target.as_ref())
    }
}

/// Compares and hashes what was said, not where.
macro_rules! compare_by_what_is_said {
    ($($kind:ty),*) => {$(
        impl PartialEq for $kind {
            fn eq(&self, other: &Self) -> bool {
                self.said() == other.said()
            }
        }

        impl Eq for $kind {}

        impl Hash for $kind {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.said().hash(state);
            }
        }
    )*};
}

compare_by_what_is_said!(Atom, Literal, Rule, Event);
