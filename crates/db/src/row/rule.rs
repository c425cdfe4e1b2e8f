//! `rules`.

use std::sync::Arc;

use diesel::{
    AsChangeset, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Edit, Rule};

use super::expect_one;
use crate::failed::Failed;
use crate::number;
use crate::schema::rules;

const TABLE: &str = "rules";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rules, treat_none_as_null = true)]
struct RuleRow {
    id: String,
    policy_id: String,
    text: String,
    identity: String,
    name: Option<String>,
    comment: String,
    created_revision: i64,
    created_index: i64,
}

impl RuleRow {
    fn of(rule: &Rule) -> Result<Self, Failed> {
        Ok(Self {
            id: rule.id.to_string(),
            policy_id: rule.policy.to_string(),
            text: rule.text.as_ref().to_owned(),
            identity: rule.identity.as_ref().to_owned(),
            name: rule.name.clone(),
            comment: rule.comment.clone(),
            created_revision: number::stored(rule.created.revision.0)?,
            created_index: rule.created.index.into(),
        })
    }

    fn into_rule(self) -> Result<Rule, Failed> {
        let parsed = Rule::parse(&self.text)
            .map_err(|error| Failed::corrupt(TABLE, &format!("rule '{}': {error}", self.id)))?;
        Ok(Rule {
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            id: self.id.into(),
            policy: self.policy_id.into(),
            text: self.text.into(),
            identity: self.identity.into(),
            name: self.name,
            comment: self.comment,
            parsed,
        })
    }
}

pub(super) fn write(connection: &mut Connection, edit: &Edit<Rule>) -> Result<(), Failed> {
    match edit {
        Edit::Created(rule) => {
            diesel::insert_into(rules::table).values(RuleRow::of(rule)?).execute(connection)?;
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let changed = diesel::update(rules::table.find(before.id.as_str()))
                .set(RuleRow::of(after)?)
                .execute(connection)?;
            expect_one(TABLE, before.id.as_str(), changed)
        }
        Edit::Deleted(rule) => {
            let deleted = diesel::delete(rules::table.find(rule.id.as_str())).execute(connection)?;
            expect_one(TABLE, rule.id.as_str(), deleted)
        }
    }
}

/// Every rule, parsed, in no particular order.
pub(crate) fn load(connection: &mut Connection, mut take: impl FnMut(Arc<Rule>)) -> Result<(), Failed> {
    for row in rules::table.select(RuleRow::as_select()).load_iter(connection)? {
        take(Arc::new(RuleRow::into_rule(row?)?));
    }
    Ok(())
}
