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
    /// rule was created, so it is stored, not made anew from the text.
    pub identity: Arc<str>,
    /// The author's name for it; not unique.
    pub name: Option<String>,
    /// The author's comment.
    pub comment: String,
    /// Where in the log the rule was created.
    pub created: Position,
    /// The text, parsed. Not stored: made from `text` by [`Rule::parse`] wherever a rule is read.
    pub parsed: Arc<datalog::Rule>,
}

impl Rule {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 4_096;
    /// The longest comment, in characters.
    pub const COMMENT_LIMIT: usize = 65_535;

    /// Reads the text of one rule, for [`Rule::parsed`].
    ///
    /// # Errors
    ///
    /// What is wrong with the text: it is not in the language, or not exactly one rule.
    pub fn parse(text: &str) -> Result<Arc<datalog::Rule>, datalog::RuleError> {
        datalog::parse_rule(text).map(Arc::new)
    }
}
