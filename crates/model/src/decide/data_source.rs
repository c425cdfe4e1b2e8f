//! Creating and deleting data sources.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value};

use super::draft::Draft;
use super::{field, policy};
use crate::{
    Change, Config, ConfigValue, DataSource, DataSourceId, DataSourceTable, Driver, Edit, Reference,
    Rejection, RowsChange, Secret, State, Table,
};

/// A data source as asked for.
pub(super) struct Asked<'a> {
    pub(super) id: &'a DataSourceId,
    pub(super) name: &'a str,
    pub(super) driver: &'a str,
    pub(super) description: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) enabled: bool,
    pub(super) config: Option<&'a Map<String, Value>>,
}

/// The data source must be well-formed, configured as its driver asks for, new, and fit the rules that refer to it.
pub(super) fn create(state: &State, asked: &Asked) -> Result<Vec<Change>, Rejection> {
    refuse_malformed(asked)?;
    let driver = state
        .drivers()
        .get(asked.driver)
        .ok_or_else(|| Rejection::NoSuchDriver { driver: asked.driver.to_owned() })?;
    let config = configure(driver, asked.config)?;
    refuse_unreachable(driver, config.as_ref())?;
    let created = Draft::on(state).position();
    add(
        state,
        DataSource {
            id: asked.id.clone(),
            name: asked.name.to_owned(),
            driver: asked.driver.to_owned(),
            description: asked.description.map(str::to_owned),
            kind: asked.kind.map(str::to_owned),
            enabled: asked.enabled,
            config,
            created,
        },
    )
}

/// Adds a data source that is well-formed: it must be new, and fit the rules that refer to it.
fn add(state: &State, source: DataSource) -> Result<Vec<Change>, Rejection> {
    policy::refuse_name_in_use(state, &source.name)?;
    if state.data_sources.by_id(source.id.as_str()).is_some() {
        return Err(Rejection::IdTaken { id: source.id.to_string() });
    }
    let source = Arc::new(source);
    let mut draft = Draft::on(state);
    draft.push(Change::DataSource(Edit::Created(source.clone())));
    refuse_misfit(state, &draft.state, &source.name)?;
    widen_tables(&mut draft, &source.name);
    Ok(draft.finish())
}

/// Takes over a data source, whatever its driver: nothing is asked of its configuration but that it can be kept.
pub(super) fn import(state: &State, source: &DataSource) -> Result<Vec<Change>, Rejection> {
    let asked = Asked {
        id: &source.id,
        name: &source.name,
        driver: &source.driver,
        description: source.description.as_deref(),
        kind: source.kind.as_deref(),
        enabled: source.enabled,
        config: None,
    };
    refuse_malformed(&asked)?;
    for (name, value) in source.config.iter().flatten() {
        refuse_long_value(
            name,
            match value {
                ConfigValue::Plain(value) => value,
                ConfigValue::Secret(secret) => secret.expose(),
            },
        )?;
    }
    add(state, DataSource { created: Draft::on(state).position(), ..source.clone() })
}

fn refuse_malformed(asked: &Asked) -> Result<(), Rejection> {
    field::id(DataSource::ID_LIMIT, asked.id.as_str())?;
    field::policy_name(asked.name)?;
    if asked.name.starts_with('_') {
        return Err(Rejection::invalid("name", "the name of a data source does not begin with '_'"));
    }
    field::at_most(DataSource::DESCRIPTION_LIMIT, "description", asked.description.unwrap_or_default())?;
    field::at_most(DataSource::KIND_LIMIT, "type", asked.kind.unwrap_or_default())
}

/// Refuses a configuration that lacks required fields or has unknown ones, naming all of them, and seals off what the
/// driver declares to be secret.
fn configure(driver: &Driver, given: Option<&Map<String, Value>>) -> Result<Option<Config>, Rejection> {
    let has = |name: &str| given.is_some_and(|given| given.contains_key(name));
    let required = driver.config.iter().filter(|field| field.required).map(|field| field.name.as_str());
    let missing: Vec<_> = required.filter(|name| !has(name)).collect();
    let names = given.into_iter().flat_map(Map::keys).map(String::as_str);
    let unknown: Vec<_> = names.filter(|name| driver.field(name).is_none()).collect();
    if !missing.is_empty() || !unknown.is_empty() {
        return Err(Rejection::Config { reason: misconfigured(driver, &missing, &unknown) });
    }
    let values = given.map(|given| {
        given
            .iter()
            .map(|(name, value)| {
                refuse_long_value(name, value)?;
                let secret = driver.field(name).is_some_and(|field| field.secret);
                let value = value.clone();
                let value =
                    if secret { ConfigValue::Secret(Secret::new(value)) } else { ConfigValue::Plain(value) };
                Ok((name.clone(), value))
            })
            .collect::<Result<BTreeMap<_, _>, _>>()
    });
    values.transpose()
}

fn refuse_long_value(name: &str, value: &Value) -> Result<(), Rejection> {
    let limit = DataSource::CONFIG_VALUE_LIMIT;
    if value.to_string().len() > limit {
        return Err(Rejection::invalid(
            format!("config.{name}"),
            format!("at most {limit} bytes, these are more"),
        ));
    }
    Ok(())
}

/// A data source that is polled, or has actions, must say where in a way that can be followed.
fn refuse_unreachable(driver: &Driver, config: Option<&Config>) -> Result<(), Rejection> {
    let polled = driver.poll_plan(config).map_or(Ok(()), |plan| plan.map(drop));
    polled
        .and_then(|()| driver.refuse_unexecutable(config))
        .map_err(|wrong| Rejection::invalid(format!("config.{}", wrong.field), wrong.reason))
}

fn misconfigured(driver: &Driver, missing: &[&str], unknown: &[&str]) -> String {
    let mut reasons = Vec::new();
    if !missing.is_empty() {
        reasons.push(format!("lacks {}", missing.join(", ")));
    }
    if !unknown.is_empty() {
        reasons.push(format!("has unknown fields {}", unknown.join(", ")));
    }
    let known: Vec<_> = driver.config.iter().map(|field| field.name.as_str()).collect();
    format!("{}; driver {} knows {}", reasons.join(" and "), driver.id, known.join(", "))
}

/// How many rules a conflict names; the others are counted.
const CONFLICTS_NAMED: usize = 5;

/// Rules may refer to a data source before it exists. They must fit its columns once these are known.
fn refuse_misfit(before: &State, after: &State, name: &str) -> Result<(), Rejection> {
    let policies: BTreeSet<_> = after.tables.mentioning(name).collect();
    let policies = policies.into_iter().filter_map(|id| after.policy_by_id(id));
    let mut conflicts = Vec::new();
    for policy in policies {
        for rule in after.rules(&policy.id) {
            let Some(parsed) = rule.parsed() else { continue };
            let Err(errors) = after.fits(policy, parsed) else { continue };
            // What was wrong before, by some history of deletions, is not this data source's fault.
            let known = before.fits(policy, parsed).err().unwrap_or_default();
            if let Some(error) = errors.iter().find(|error| !known.contains(error)) {
                conflicts.push(format!("rule {} of policy '{}' ({error})", rule.id, policy.name));
            }
        }
    }
    if conflicts.is_empty() {
        return Ok(());
    }
    let others = conflicts.len().saturating_sub(CONFLICTS_NAMED);
    conflicts.truncate(CONFLICTS_NAMED);
    let others = if others > 0 { format!(" and {others} more") } else { String::new() };
    let reason = format!("the tables of '{name}' do not fit {}{others}", conflicts.join(", "));
    Err(Rejection::SchemaConflict { reason })
}

/// From now on the records of the data source's tables say what it declares, not what the first mention guessed.
fn widen_tables(draft: &mut Draft, name: &str) {
    let records: Vec<Arc<Table>> = draft.state.tables(name).cloned().collect();
    for before in records {
        let Some(declared) = draft.state.declared_columns(name, &before.name) else { continue };
        let columns = u32::try_from(declared.len()).unwrap_or(u32::MAX);
        if columns != before.columns {
            let after = Arc::new(Table { columns, ..Table::clone(&before) });
            draft.push(Change::Table(Edit::Replaced { before, after }));
        }
    }
}

/// The tables go before their data source. Rules keep referring to it: their tables are empty then.
pub(super) fn delete(state: &State, reference: &Reference) -> Result<Vec<Change>, Rejection> {
    let data_source = find(state, reference)?;
    let mut draft = Draft::on(state);
    for table in state.data_source_tables(&data_source.id) {
        let rows = state.rows(&data_source.id, &table.name).into_iter().flatten().cloned().collect();
        draft.push(Change::Rows(RowsChange {
            table: Edit::<DataSourceTable>::Deleted(table.clone()),
            added: Arc::default(),
            removed: Arc::new(rows),
        }));
    }
    draft.push(Change::DataSource(Edit::Deleted(data_source.clone())));
    Ok(draft.finish())
}

pub(super) fn find<'a>(state: &'a State, reference: &Reference) -> Result<&'a Arc<DataSource>, Rejection> {
    state.data_sources.find(reference).ok_or_else(|| Rejection::NoSuchDataSource(reference.clone()))
}
