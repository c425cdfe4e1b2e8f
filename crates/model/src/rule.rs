//! Rules.

use std::sync::Arc;

use statehouse_datalog as datalog;

use crate::{PolicyId, Position, RuleId};

/// A rule or fact of a policy, as its author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The rule's id.
    pub id: RuleId,
    /// The policy it belongs to.
    pub policy: PolicyId,
    /// The author's text, unchanged.
    pub text: Arc<str>,
    /// The canonical form by which two rules of one policy are told apart. It depends on the columns known when the
    /// rule was created, so it is stored, not made anew from the text. A disabled rule has one of its own, made of its
    /// id ([`Rule::identity_of_disabled`]): it is in nobody's way.
    pub identity: Arc<str>,
    /// The author's name for it; not unique.
    pub name: Option<String>,
    /// The author's comment.
    pub comment: String,
    /// Where in the log the rule was created.
    pub created: Position,
    /// Whether it counts.
    pub standing: Standing,
}

/// Whether a rule counts.
///
/// A disabled rule is kept and shown, and nothing else: it defines and mentions no table, closes no cycle, and is no
/// reason to refuse another rule, not even one that says the same. So whatever is wrong with it stays its own affair,
/// and a corrected rule can be put beside it before it is deleted. Hence it has no parsed form either: nobody can
/// evaluate it by accident.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It is in force. This is its text, parsed: not stored, but made by [`Rule::parse`] wherever a rule is read.
    InForce(Arc<datalog::Rule>),
    /// It is kept for its author alone, for this reason. Its text may be anything.
    Disabled(Arc<str>),
}

impl Standing {
    /// The standing of a stored rule with this text, disabled for this reason if for any.
    ///
    /// # Errors
    ///
    /// What is wrong with the text of a rule that is in force.
    pub fn read(text: &str, disabled: Option<Arc<str>>) -> Result<Self, datalog::RuleError> {
        match disabled {
            Some(reason) => Ok(Self::Disabled(reason)),
            None => Rule::parse(text).map(Self::InForce),
        }
    }
}

impl Rule {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 4_096;
    /// The longest comment, in characters.
    pub const COMMENT_LIMIT: usize = 65_535;

    /// The longest text of a disabled rule, in bytes. (One that is in force is bounded by the language.)
    pub const DISABLED_TEXT_LIMIT: usize = 1 << 20;

    /// What the rule says, if it is in force.
    #[must_use]
    pub fn parsed(&self) -> Option<&Arc<datalog::Rule>> {
        match &self.standing {
            Standing::InForce(parsed) => Some(parsed),
            Standing::Disabled(_) => None,
        }
    }

    /// Why the rule is disabled, if it is.
    #[must_use]
    pub fn disabled(&self) -> Option<&Arc<str>> {
        match &self.standing {
            Standing::InForce(_) => None,
            Standing::Disabled(reason) => Some(reason),
        }
    }

    /// An identity to be kept beside the text of its rule. Many rules are written as they are told apart: then it takes no room of its own.
    #[must_use]
    pub fn identity_beside(text: &Arc<str>, identity: &str) -> Arc<str> {
        if **text == *identity { text.clone() } else { identity.into() }
    }

    /// The identity of a disabled rule: two words without anything between them are no rule, so it is nobody else's.
    #[must_use]
    pub fn identity_of_disabled(id: &RuleId) -> Arc<str> {
        format!("disabled {id}").into()
    }

    /// The table that the rule defines, with the policy's name where the rule gives one: `p`, `nova:disconnect`. One that is
    /// disabled defines none, which is the empty text.
    #[must_use]
    pub fn head_table(&self) -> String {
        let head = self.parsed().and_then(|parsed| parsed.heads.first());
        head.map(|head| head.atom.table.to_string()).unwrap_or_default()
    }

    /// Reads the text of one rule, for [`Standing::InForce`].
    ///
    /// # Errors
    ///
    /// What is wrong with the text: it is not in the language, or not exactly one rule.
    pub fn parse(text: &str) -> Result<Arc<datalog::Rule>, datalog::RuleError> {
        datalog::parse_rule(text).map(Arc::new)
    }
}
