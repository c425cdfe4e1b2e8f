//! Questions: rules that are asked for their rows and forgotten.

use statehouse_datalog::{Checked, Relation, Value};

use crate::evaluator::Evaluator;
use crate::{Change as Told, Exceeded, Limits, Row};

/// By what a question is told apart from the rules of the state.
const QUESTION: &str = "?question";

impl Evaluator {
    /// The rows that a rule derives, sorted. It is forgotten again, so its head is a table of its own: one that no rule of a
    /// policy could define.
    ///
    /// # Errors
    /// When deriving them would cost more than the limits permit.
    pub fn ask(
        &mut self,
        policy: &str,
        rule: &Checked,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        let Relation::Table(head) = &rule.head.relation else { return Ok(Vec::new()) };
        let define = Told::Define { id: QUESTION, policy, recursive: false, rule };
        self.engine.apply([define], now, limits);
        let rows = self.engine.rows(head, now, limits);
        self.engine.apply([Told::Forget { id: QUESTION }], now, limits);
        rows
    }
}
