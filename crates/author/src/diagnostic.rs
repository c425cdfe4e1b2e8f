//! What is wrong with what an author wrote, or probably wrong.

use crate::source::Place;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It works, and is probably not meant.
    Warning,
    /// A server would refuse it.
    Error,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What it is about: stable words, for programs that read diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The file is not YAML, or not of the form of policies.
    Yaml,
    /// A field of a policy or rule has a value that it cannot have.
    Field,
    /// A rule is not in the policy language.
    Syntax,
    /// A rule is in the language, and cannot be put into its policy.
    Rule,
    /// A policy has the same rule twice.
    DuplicateRule,
    /// Nothing defines a table that a rule reads.
    UnknownTable,
    /// A rule is legal and probably not meant.
    Suspicious,
}

impl Code {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Field => "field",
            Self::Syntax => "syntax",
            Self::Rule => "rule",
            Self::DuplicateRule => "duplicate-rule",
            Self::UnknownTable => "unknown-table",
            Self::Suspicious => "suspicious",
        }
    }
}

/// Something that an author should know.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// What would be right there.
    pub label: Option<String>,
    /// Places that have to do with it, each with what it is.
    pub related: Vec<(Place, String)>,
    /// What the author may have meant, or can do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error.
    pub fn error(code: Code, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        let (message, place) = (message.into(), place.into());
        Self { severity: Severity::Error, code, message, place, label: None, related: Vec::new(), help: None }
    }

    /// A warning.
    pub fn warning(code: Code, place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// Adds what would be right.
    #[must_use]
    pub fn label(self, label: impl Into<String>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    /// Adds a place that has to do with it.
    #[must_use]
    pub fn related(mut self, place: Place, what: impl Into<String>) -> Self {
        self.related.push((place, what.into()));
        self
    }

    /// Adds what the author can do.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Is it an error?
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
