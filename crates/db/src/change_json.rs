//! A change as the log keeps it: the entity before and after, as JSON. Secrets are sealed as they are in the current state;
//! a rule is its text and its identity, not its tree.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use statehouse_model::{
    Change, DataSource, DataSourceId, DataSourceTable, Edit, Execution, PolicyId, Position, Row, RowsChange,
    Rule, RuleId, Standing,
};

use crate::failed::Failed;
use crate::seal::Seal;

const POLICY: &str = "policy";
const RULE: &str = "rule";
const TABLE: &str = "table";
const LIBRARY_POLICY: &str = "library_policy";
const DATA_SOURCE: &str = "data_source";
const ROWS: &str = "rows";
/// Has a table of its own in the database ([`crate::log`]).
pub(crate) const EXECUTION: &str = "execution";

/// A change in the words of the log.
pub(crate) struct Told<'a> {
    /// What kind of entity changed.
    pub(crate) entity: &'a str,
    /// As it was; absent when it was created.
    pub(crate) before: Option<String>,
    /// As it is now; absent when it was deleted.
    pub(crate) after: Option<String>,
}

/// The entity that changed, as one text.
pub(crate) fn entity_id(change: &Change) -> String {
    match change {
        Change::Policy(edit) => edit_subject(edit).id.to_string(),
        Change::Rule(edit) => edit_subject(edit).id.to_string(),
        Change::Table(edit) => {
            let table = edit_subject(edit);
            format!("{}:{}", table.policy, table.name)
        }
        Change::LibraryPolicy(edit) => edit_subject(edit).id.to_string(),
        Change::DataSource(edit) => edit_subject(edit).id.to_string(),
        Change::Rows(rows) => {
            let table = edit_subject(&rows.table);
            format!("{}:{}", table.data_source, table.name)
        }
        Change::Execution(edit) => edit_subject(edit).id.to_string(),
    }
}

fn edit_subject<T>(edit: &Edit<T>) -> &T {
    match edit {
        Edit::Created(entity) | Edit::Deleted(entity) | Edit::Replaced { after: entity, .. } => entity,
    }
}

impl Told<'static> {
    pub(crate) fn of(change: &Change, seal: &Seal) -> Result<Self, Failed> {
        match change {
            Change::Policy(edit) => Self::edit(POLICY, edit, to_json),
            Change::Rule(edit) => Self::edit(RULE, edit, |rule| to_json(&RuleJson::of(rule))),
            Change::Table(edit) => Self::edit(TABLE, edit, to_json),
            Change::LibraryPolicy(edit) => Self::edit(LIBRARY_POLICY, edit, to_json),
            Change::DataSource(edit) => {
                Self::edit(DATA_SOURCE, edit, |source| to_json(&DataSourceJson::of(source, seal)?))
            }
            Change::Rows(RowsChange { table, added, removed }) => {
                let part = |table: Option<&Arc<DataSourceTable>>, rows: &Arc<BTreeSet<Row>>| {
                    table
                        .map(|table| to_json(&RowsJson { table: table.clone(), rows: rows.clone() }))
                        .transpose()
                };
                let (before, after) = (part(table.before(), removed)?, part(table.after(), added)?);
                Ok(Self { entity: ROWS, before, after })
            }
            Change::Execution(edit) => Self::edit(EXECUTION, edit, to_json),
        }
    }

    fn edit<T>(
        entity: &'static str,
        edit: &Edit<T>,
        json: impl Fn(&T) -> Result<String, Failed>,
    ) -> Result<Self, Failed> {
        let text = |entity: Option<&Arc<T>>| entity.map(|entity| json(entity)).transpose();
        Ok(Self { entity, before: text(edit.before())?, after: text(edit.after())? })
    }
}

/// Why a change of the log cannot be understood.
type Reason = String;

impl Told<'_> {
    pub(crate) fn into_change(self, seal: &Seal) -> Result<Change, Reason> {
        match self.entity {
            POLICY => self.read(from_json).map(Change::Policy),
            RULE => self.read(|text| from_json::<RuleJson>(text)?.into_rule()).map(Change::Rule),
            TABLE => self.read(from_json).map(Change::Table),
            LIBRARY_POLICY => self.read(from_json).map(Change::LibraryPolicy),
            DATA_SOURCE => self
                .read(|text| from_json::<DataSourceJson>(text)?.into_data_source(seal))
                .map(Change::DataSource),
            ROWS => self.into_rows().map(Change::Rows),
            EXECUTION => self.read(from_json::<Execution>).map(Change::Execution),
            other => Err(format!("there is no entity '{other}'")),
        }
    }

    fn read<T>(&self, entity: impl Fn(&str) -> Result<T, Reason>) -> Result<Edit<T>, Reason> {
        let entity =
            |text: &Option<String>| text.as_deref().map(|text| entity(text).map(Arc::new)).transpose();
        edit(entity(&self.before)?, entity(&self.after)?)
    }

    fn into_rows(self) -> Result<RowsChange, Reason> {
        let part = |text: Option<String>| -> Result<_, Reason> {
            let part = text.map(|text| from_json::<RowsJson>(&text)).transpose()?;
            Ok(part.map(|part| (part.table, part.rows)).unzip())
        };
        let ((before, removed), (after, added)) = (part(self.before)?, part(self.after)?);
        Ok(RowsChange {
            table: edit(before, after)?,
            added: added.unwrap_or_default(),
            removed: removed.unwrap_or_default(),
        })
    }
}

fn edit<T>(before: Option<Arc<T>>, after: Option<Arc<T>>) -> Result<Edit<T>, Reason> {
    match (before, after) {
        (None, Some(after)) => Ok(Edit::Created(after)),
        (Some(before), None) => Ok(Edit::Deleted(before)),
        (Some(before), Some(after)) => Ok(Edit::Replaced { before, after }),
        (None, None) => Err("nothing before and nothing after".to_owned()),
    }
}

#[derive(Serialize, Deserialize)]
struct RuleJson {
    id: RuleId,
    policy: PolicyId,
    text: Arc<str>,
    identity: Arc<str>,
    name: Option<String>,
    comment: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    disabled: Option<Arc<str>>,
    created: Position,
}

impl RuleJson {
    fn of(rule: &Rule) -> Self {
        Self {
            id: rule.id.clone(),
            policy: rule.policy.clone(),
            text: rule.text.clone(),
            identity: rule.identity.clone(),
            name: rule.name.clone(),
            comment: rule.comment.clone(),
            disabled: rule.disabled().cloned(),
            created: rule.created,
        }
    }

    fn into_rule(self) -> Result<Rule, Reason> {
        let Self { id, policy, text, identity, name, comment, disabled, created } = self;
        let standing = Standing::read(&text, disabled).map_err(|error| error.to_string())?;
        Ok(Rule { id, policy, text, identity, name, comment, created, standing })
    }
}

#[derive(Serialize, Deserialize)]
struct DataSourceJson {
    id: DataSourceId,
    name: String,
    driver: String,
    description: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    enabled: bool,
    config: Option<serde_json::Value>,
    created: Position,
}

impl DataSourceJson {
    fn of(source: &DataSource, seal: &Seal) -> Result<Self, Failed> {
        let config = source.config.as_ref().map(|config| seal.seal_config(&source.id, config)).transpose()?;
        Ok(Self {
            id: source.id.clone(),
            name: source.name.clone(),
            driver: source.driver.clone(),
            description: source.description.clone(),
            kind: source.kind.clone(),
            enabled: source.enabled,
            config,
            created: source.created,
        })
    }

    fn into_data_source(self, seal: &Seal) -> Result<DataSource, Reason> {
        let Self { id, name, driver, description, kind, enabled, config, created } = self;
        let config = config.map(|config| seal.open_config(&id, config)).transpose();
        let config = config.map_err(|error| error.to_string())?;
        Ok(DataSource { id, name, driver, description, kind, enabled, config, created })
    }
}

/// A table's record, with the rows that went (before) or came (after).
#[derive(Serialize, Deserialize)]
struct RowsJson {
    table: Arc<DataSourceTable>,
    rows: Arc<BTreeSet<Row>>,
}

fn to_json<T: Serialize>(entity: &T) -> Result<String, Failed> {
    serde_json::to_string(entity).map_err(|error| Failed::corrupt("changes", &error))
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Reason> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}
