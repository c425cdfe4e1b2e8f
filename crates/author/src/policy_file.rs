//! Policies as they are written in files.
//!
//! Two forms: YAML documents of the form of library policies, which is also what a server is sent, and plain rules.

mod library;
mod plain;

use std::path::Path;
use std::sync::Arc;

use statehouse_datalog::Rule;
use statehouse_model::PolicyKind;

use crate::diagnostic::Diagnostic;
use crate::scalar::Written;
use crate::source::Source;

/// The longest file of policies, in bytes.
pub const MAX_FILE_BYTES: usize = 16 << 20;

/// A policy as an author wrote it.
#[derive(Debug)]
pub struct WrittenPolicy {
    pub(crate) form: Form,
    /// None where there is none, or none that a policy could have; that has been told.
    pub(crate) name: Option<Written>,
    pub(crate) kind: PolicyKind,
    pub(crate) description: Option<Written>,
    pub(crate) abbreviation: Option<Written>,
    pub(crate) rules: Vec<WrittenRule>,
}

/// How a policy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As a document with a heading: a policy of its own.
    Library,
    /// As rules alone, which may be those of a policy that every server has.
    Plain,
    /// As rules that are added to a policy, which may be there already.
    Added,
}

/// A rule as an author wrote it.
#[derive(Debug)]
pub(crate) struct WrittenRule {
    pub text: Written,
    /// What the text says, where it has been read already.
    pub parsed: Option<Arc<Rule>>,
    pub name: Option<Box<Written>>,
    pub comment: Option<Box<Written>>,
}

impl WrittenPolicy {
    /// Its name, if it has one that a policy can have.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_ref().map(Written::text)
    }

    /// The texts of its rules.
    pub(crate) fn rule_texts(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.text.text())
    }
}

/// Reads the policies of a file: YAML where its name ends in `.yaml`, `.yml` or `.json`, plain rules otherwise. Those have
/// the name of the file for a policy, without its extension, and are of this kind. Tells what is wrong as well.
#[must_use]
pub fn read(source: &Arc<Source>, kind: PolicyKind) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
    let path = Path::new(source.name());
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("yaml" | "yml" | "json") => library::read(source),
        _ => plain::read(source, kind),
    }
}

/// Reads rules that are typed, which are added to the policy of this name.
pub(crate) fn typed(
    source: &Arc<Source>,
    policy: &str,
    kind: PolicyKind,
) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
    plain::typed(source, policy, kind)
}
