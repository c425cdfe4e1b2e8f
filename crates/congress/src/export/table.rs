//! Rows of policies and rules. A deleted one has its own id in `deleted`, as Congress has it; policies move to a table of
//! their own then, so that another can have the name.

use diesel::sql_types::{Nullable, Text};
use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::Connection;
use statehouse_model::{Policy, Rule};

pub(super) struct PolicyRow<'a> {
    pub(super) policy: &'a Policy,
    pub(super) created: &'a str,
    pub(super) deleted: Option<&'a str>,
}

impl PolicyRow<'_> {
    pub(super) fn insert(&self, connection: &mut Connection) -> Result<(), diesel::result::Error> {
        let Self { policy, created, deleted } = self;
        let table = if deleted.is_some() { "policiesdeleted" } else { "policies" };
        let statement = format!(
            "INSERT INTO {table} (id, created_at, deleted_at, deleted, name, abbreviation, description, owner, kind) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        );
        sql_query(statement)
            .bind::<Text, _>(policy.id.as_str())
            .bind::<Text, _>(created)
            .bind::<Nullable<Text>, _>(deleted)
            .bind::<Text, _>(deleted.map_or("", |_| policy.id.as_str()))
            .bind::<Text, _>(&policy.name)
            .bind::<Text, _>(&policy.abbreviation)
            .bind::<Text, _>(&policy.description)
            .bind::<Text, _>(&policy.owner)
            .bind::<Text, _>(policy.kind.as_str())
            .execute(connection)
            .map(drop)
    }
}

pub(super) struct RuleRow<'a> {
    pub(super) rule: &'a Rule,
    pub(super) policy: &'a str,
    pub(super) created: &'a str,
    pub(super) deleted: Option<&'a str>,
}

impl RuleRow<'_> {
    pub(super) fn insert(&self, connection: &mut Connection) -> Result<(), diesel::result::Error> {
        let Self { rule, policy, created, deleted } = self;
        sql_query(
            "INSERT INTO policy_rules (id, rule, comment, policy_name, deleted, created_at, deleted_at, name) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind::<Text, _>(rule.id.as_str())
        .bind::<Text, _>(&*rule.text)
        .bind::<Text, _>(&rule.comment)
        .bind::<Text, _>(policy)
        .bind::<Text, _>(deleted.map_or("", |_| rule.id.as_str()))
        .bind::<Text, _>(created)
        .bind::<Nullable<Text>, _>(deleted)
        .bind::<Nullable<Text>, _>(rule.name.as_ref())
        .execute(connection)
        .map(drop)
    }
}
