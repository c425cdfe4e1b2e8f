//! What a command amounts to: one module per kind of thing that commands are about.

mod data_source;
mod draft;
mod execution;
mod field;
mod import;
mod library_policy;
mod policy;
mod rows;
mod rule;

use std::sync::Arc;

use crate::{Change, Command, NewRule, Reference, Rejection, State, Timestamp};

impl State {
    /// Decides what a command amounts to on this state. No changes means that there is nothing to do, and no commit.
    ///
    /// # Errors
    ///
    /// The rule of the domain that the command breaks.
    pub fn decide(&self, command: &Command, at: Timestamp) -> Result<Vec<Change>, Rejection> {
        match command {
            Command::CreateBuiltInPolicies { classification, action } => {
                policy::create_built_in(self, classification, action)
            }
            Command::CreatePolicy { id, name, abbreviation, description, kind, rules } => {
                let heading =
                    policy::Heading { name, abbreviation: abbreviation.as_deref(), description, kind: *kind };
                policy::create(self, id, &heading, rules)
            }
            Command::CreatePolicyFromLibrary { id, library_policy, rule_ids } => {
                policy::create_from_library(self, id, library_policy, rule_ids)
            }
            Command::DeletePolicy { policy } => policy::delete(self, policy),
            Command::CreateRule { policy, rule } => rule::create(self, policy, rule),
            Command::DeleteRule { policy, rule } => rule::delete(self, policy, rule),
            Command::CreateLibraryPolicy { id, name, abbreviation, description, kind, rules } => {
                let heading =
                    policy::Heading { name, abbreviation: abbreviation.as_deref(), description, kind: *kind };
                library_policy::create(self, id, &heading, rules)
            }
            Command::ReplaceLibraryPolicy {
                library_policy,
                name,
                abbreviation,
                description,
                kind,
                rules,
            } => {
                let heading =
                    policy::Heading { name, abbreviation: abbreviation.as_deref(), description, kind: *kind };
                library_policy::replace(self, library_policy, &heading, rules)
            }
            Command::DeleteLibraryPolicy { library_policy } => library_policy::delete(self, library_policy),
            Command::CreateDataSource { id, name, driver, description, kind, enabled, config } => {
                let asked = data_source::Asked {
                    id,
                    name,
                    driver,
                    description: description.as_deref(),
                    kind: kind.as_deref(),
                    enabled: *enabled,
                    config: config.as_ref(),
                };
                data_source::create(self, &asked)
            }
            Command::DeleteDataSource { data_source } => data_source::delete(self, data_source),
            Command::Import(import) => import::decide(self, import, at),
            Command::ReplaceRows { data_source, table, rows } => {
                rows::replace(self, data_source, table, rows, at)
            }
            Command::ChangeRows { data_source, table, add, delete } => {
                rows::change(self, data_source, table, &rows::Wanted { add, delete }, at)
            }
            Command::PostDocument { data_source, posted } => rows::post(self, data_source, posted, at),
            Command::Execute { id, data_source, action, arguments, actor } => {
                execution::ask(self, &execution::Asked { id, data_source, action, arguments, actor }, at)
            }
            Command::FollowCalls { appeared, disappeared } => {
                execution::follow_calls(self, appeared, disappeared, at)
            }
            Command::EndExecution { execution, outcome } => Ok(execution::end(self, execution, outcome, at)),
        }
    }

    /// Decides [`Command::CreateRule`] where the text of the rule has been read already: `parsed` is what [`crate::Rule::parse`] makes of it.
    ///
    /// # Errors
    ///
    /// As [`State::decide`].
    pub fn decide_rule(
        &self,
        policy: &Reference,
        rule: &NewRule,
        parsed: Arc<statehouse_datalog::Rule>,
    ) -> Result<Vec<Change>, Rejection> {
        rule::admit_notes(rule, None)?;
        rule::create_read(self, policy, rule, parsed)
    }
}
