//! The commands that bring over what a Congress database holds, in an order in which each finds what it needs.

mod batch;
mod step;

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};
use statehouse_model::{
    Command, DataSource, Drivers, Import, LibraryPolicy, LibraryRule, NewRule, Policy, PolicyKind, Position,
    Reference, Revision, Row,
};

use crate::config::{self, ConfigError};
use crate::fit::Fitted;
use crate::held::{HeldLibraryPolicy, HeldPolicy, HeldRule, HeldSource, HeldTable, Unreadable};
use crate::target::Given;
use crate::{CongressRevision, FernetKey, Held, Kind, past};
pub(crate) use step::{Action, Memory, Step};

/// Where something was created is decided by who takes it.
pub(crate) const ANYWHERE: Position = Position { revision: Revision(0), index: 0 };

/// The policies that are always here.
const BUILT_IN: [&str; 2] = [Policy::CLASSIFICATION, Policy::ACTION];

/// What is to be done, in order: what was deleted in Congress, the library, data sources, their rows, policies, rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The revision of the database it was made for.
    pub revision: CongressRevision,
    /// Whether what came before and was deleted since is to come again.
    pub bring_back: bool,
    pub(crate) steps: Vec<Step>,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// There are secrets, and nothing to open them with.
    #[error("the configuration of {} is encrypted, and no key was given", .sources.join(", "))]
    NoKey {
        /// The names of the data sources.
        sources: Vec<String>,
    },
    /// None of the secrets opens.
    #[error("the key does not open a single secret of {}: it is another database's", .sources.join(", "))]
    WrongKey {
        /// The names of the data sources.
        sources: Vec<String>,
    },
}

impl Plan {
    /// What it takes to bring over everything. Which fields are secret, the drivers say, beside the database itself.
    ///
    /// # Errors
    ///
    /// [`PlanError`] where secrets cannot be opened at all. One of several that does not open is left where it is, and
    /// told when the plan is carried out.
    pub fn of(held: &Held, key: Option<&FernetKey>, drivers: &Drivers) -> Result<Self, PlanError> {
        let (deleted, live): (Vec<_>, Vec<_>) =
            held.policies.iter().partition(|policy| !policy.deleted.is_empty());
        let rules = || held.rules.iter().filter(|rule| rule.deleted.is_empty());
        let unreadable =
            |kind| held.unreadable.iter().filter(move |row| row.kind == kind).map(|row| row.name.as_str());
        let unreadable_live: BTreeSet<_> = unreadable(Kind::Policy).collect();
        let unreadable_any = unreadable(Kind::DeletedPolicy).chain(unreadable(Kind::Policy)).collect();
        let is_in_reach = |rule: &&HeldRule| !unreadable_live.contains(rule.policy_name.as_str());
        let missing = missing_policies(rules().filter(is_in_reach), &live);
        let names = live.iter().map(|policy| policy.name.as_str());
        let names = names.chain(missing.iter().copied()).chain(BUILT_IN).collect();
        let mut history = past::History::of(&held.rules, &deleted, &names, &unreadable_any);
        let mut steps = Vec::new();
        for policy in deleted {
            steps.extend(history.steps_of_policy(policy));
        }
        steps.extend(held.library.iter().map(library_policy));
        steps.extend(sources(&held.sources, key, drivers)?);
        steps.extend(held.tables.iter().map(|held_table| table(held_table, &held.sources)));
        steps.extend(live.iter().map(|held_policy| policy(held_policy)));
        steps.extend(missing.into_iter().map(implied_policy));
        steps
            .extend(rules().map(|held| if is_in_reach(&held) { rule(held) } else { leave(held, NO_POLICY) }));
        steps.extend(history.other_steps());
        steps.extend(held.unreadable.iter().map(unreadable_row));
        Ok(Self { revision: held.revision, bring_back: false, steps })
    }

    /// How many steps it takes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// What the log shows: what was done in Congress, to what kind of thing, and when. The log's own times never go back, so
/// this is where Congress's stand.
pub(crate) fn request_id(kind: Kind, done: &str, at: Option<&str>) -> String {
    match at {
        Some(at) => format!("congress {} {done} {}Z", kind.singular(), at.replacen(' ', "T", 1)),
        None => format!("congress {} {done}", kind.singular()),
    }
}

fn policy(held: &HeldPolicy) -> Step {
    let request_id = request_id(Kind::Policy, "created", Some(&held.created_at));
    let action = Action::Policy(Fitted::of(held), request_id);
    Step { kind: Kind::Policy, id: held.id.clone(), name: held.name.clone(), action }
}

/// Why what is in a policy that cannot be read does not come.
pub(crate) const NO_POLICY: &str = "its policy cannot be read";

fn leave(held: &HeldRule, reason: &str) -> Step {
    let action = Action::Leave(reason.to_owned());
    Step { kind: Kind::Rule, id: held.id.clone(), name: held.policy_name.clone(), action }
}

fn unreadable_row(row: &Unreadable) -> Step {
    let action = Action::Leave(row.reason.clone());
    Step { kind: row.kind, id: row.id.clone(), name: row.name.clone(), action }
}

pub(crate) fn new_rule(held: &HeldRule) -> NewRule {
    NewRule {
        id: held.id.as_str().into(),
        text: held.rule.clone(),
        name: held.name.clone(),
        comment: held.comment.clone(),
    }
}

fn rule(held: &HeldRule) -> Step {
    let policy = Reference::from(held.policy_name.as_str());
    let given = Given {
        command: Command::Import(Import::Rule { policy, rule: new_rule(held), disabled: None }),
        request_id: request_id(Kind::Rule, "created", Some(&held.created_at)),
    };
    Step {
        kind: Kind::Rule,
        id: held.id.clone(),
        name: held.policy_name.clone(),
        action: Action::Take(given),
    }
}

/// The names of policies that only rules tell of: databases from before there was a table of policies have no others.
fn missing_policies<'a>(
    rules: impl Iterator<Item = &'a HeldRule>,
    live: &[&HeldPolicy],
) -> BTreeSet<&'a str> {
    let is_known = |name: &str| BUILT_IN.contains(&name) || live.iter().any(|policy| policy.name == name);
    rules.map(|rule| rule.policy_name.as_str()).filter(|name| !is_known(name)).collect()
}

/// The policy of this name. Its id is made of the name, so that it is the same each time.
pub(crate) fn policy_of_name(name: &str) -> Policy {
    Policy {
        id: id_of_name(name).as_str().into(),
        name: name.to_owned(),
        abbreviation: name.chars().take(Policy::ABBREVIATION_LIMIT).collect(),
        description: "Congress had rules of this policy, and kept no policy".to_owned(),
        owner: Policy::OWNER.to_owned(),
        kind: PolicyKind::Nonrecursive,
        created: ANYWHERE,
    }
}

fn implied_policy(name: &str) -> Step {
    let fitted = Fitted::implied(name);
    let id = fitted.policy.id.to_string();
    let action = Action::Policy(fitted, request_id(Kind::Policy, "implied by rules", None));
    Step { kind: Kind::Policy, id, name: name.to_owned(), action }
}

/// A UUID of version 8 (RFC 9562, section 5.8), made of a policy's name.
fn id_of_name(name: &str) -> String {
    let digest = Sha256::new().chain_update("congress policy ").chain_update(name).finalize();
    let half = |bytes: &[u8]| bytes.iter().fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
    let (high, low) = (half(&digest[..8]), half(&digest[8..16]));
    let (high, low) = (high & !0xf000 | 0x8000, low & !(0xc << 60) | 0x8 << 60);
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    )
}

fn library_policy(held: &HeldLibraryPolicy) -> Step {
    let action = match library_policy_of(held) {
        Ok(policy) => Action::Take(Given {
            command: Command::Import(Import::LibraryPolicy(policy)),
            request_id: request_id(Kind::LibraryPolicy, "kept", None),
        }),
        Err(reason) => Action::Leave(reason),
    };
    Step { kind: Kind::LibraryPolicy, id: held.id.clone(), name: held.name.clone(), action }
}

fn library_policy_of(held: &HeldLibraryPolicy) -> Result<LibraryPolicy, String> {
    let rules: Vec<LibraryRule> =
        serde_json::from_str(&held.rules).map_err(|error| format!("its rules cannot be read: {error}"))?;
    Ok(LibraryPolicy {
        id: held.id.as_str().into(),
        name: held.name.clone(),
        abbreviation: held.abbreviation.clone(),
        description: held.description.clone(),
        kind: held.kind.parse().map_err(|error| format!("kind '{}': {error}", held.kind))?,
        rules,
        created: ANYWHERE,
    })
}

/// A key that opens nothing is the wrong one; if it opens something, what it does not open is damaged.
fn sources(held: &[HeldSource], key: Option<&FernetKey>, drivers: &Drivers) -> Result<Vec<Step>, PlanError> {
    let (mut without_key, mut closed, mut opened) = (Vec::new(), Vec::new(), 0);
    let mut steps = Vec::new();
    for source in held {
        let name = source.name.clone().unwrap_or_else(|| source.id.clone());
        let read = data_source(source, key, drivers);
        match &read {
            Err(SourceError::Config(ConfigError::NoKey { .. })) => without_key.push(name.clone()),
            Err(SourceError::Config(ConfigError::DoesNotOpen { .. })) => closed.push(name.clone()),
            Ok((_, fields)) => opened += fields,
            Err(_) => {}
        }
        let action = match read {
            Ok((source, _)) => Action::Take(Given {
                command: Command::Import(Import::DataSource(source)),
                request_id: request_id(Kind::DataSource, "kept", None),
            }),
            Err(error) => Action::Leave(error.to_string()),
        };
        steps.push(Step { kind: Kind::DataSource, id: source.id.clone(), name, action });
    }
    if !without_key.is_empty() {
        return Err(PlanError::NoKey { sources: without_key });
    }
    if !closed.is_empty() && opened == 0 {
        return Err(PlanError::WrongKey { sources: closed });
    }
    Ok(steps)
}

#[derive(Debug, thiserror::Error)]
enum SourceError {
    #[error("it has no {0}")]
    Lacks(&'static str),
    #[error(transparent)]
    Config(#[from] ConfigError),
}

/// A held data source, and how many of its fields the key has opened.
fn data_source(
    held: &HeldSource,
    key: Option<&FernetKey>,
    drivers: &Drivers,
) -> Result<(DataSource, usize), SourceError> {
    let name = held.name.clone().ok_or(SourceError::Lacks("name"))?;
    let driver = held.driver.clone().ok_or(SourceError::Lacks("driver"))?;
    let read = config::read(&held.config, key, drivers.get(&driver).map(AsRef::as_ref))?;
    let source = DataSource {
        id: held.id.as_str().into(),
        config: read.config,
        name,
        driver,
        description: held.description.clone(),
        kind: None,
        enabled: held.enabled == "yes",
        created: ANYWHERE,
    };
    Ok((source, read.opened))
}

fn table(held: &HeldTable, sources: &[HeldSource]) -> Step {
    let source = sources.iter().find(|source| source.id == held.ds_id);
    let source = source.and_then(|source| source.name.as_deref());
    let action = match (source, serde_json::from_str::<Vec<Row>>(&held.tabledata)) {
        (None, _) => Action::Leave("its data source is not in the database, or cannot be read".to_owned()),
        (_, Err(error)) => Action::Leave(format!("its rows cannot be read: {error}")),
        (Some(_), Ok(rows)) => Action::Take(Given {
            command: Command::Import(Import::Rows {
                data_source: held.ds_id.as_str().into(),
                table: held.tablename.clone(),
                rows,
            }),
            request_id: request_id(Kind::Table, "kept", None),
        }),
    };
    let name = format!("{}:{}", source.unwrap_or(&held.ds_id), held.tablename);
    Step { kind: Kind::Table, id: held.ds_id.clone(), name, action }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_policy_without_one_is_a_uuid_made_of_its_name() {
        let id = id_of_name("network");
        assert_eq!(id, id_of_name("network"));
        assert_ne!(id, id_of_name("networks"));
        let groups: Vec<_> = id.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12]);
        assert!(id[14..].starts_with('8') && "89ab".contains(&id[19..20]), "version and variant: {id}");
    }
}
