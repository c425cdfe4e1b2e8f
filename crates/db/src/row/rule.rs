//! `rules`.

use std::sync::Arc;

use diesel::dsl::Eq;
use diesel::{
    AsChangeset, ExpressionMethods as _, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable,
    SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Edit, Rule, Standing};

use super::expect_one;
use crate::failed::Failed;
use crate::number;
use crate::schema::rules;
use crate::shape::Shape;
use crate::text::Kept;

const TABLE: &str = "rules";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = rules, treat_none_as_null = true)]
struct RuleRow {
    id: String,
    policy_id: String,
    text: Kept,
    identity: Kept,
    name: Option<Kept>,
    comment: Kept,
    disabled: Option<Kept>,
    created_revision: i64,
    created_index: i64,
}

impl RuleRow {
    fn of(rule: &Rule) -> Result<Self, Failed> {
        Ok(Self {
            id: rule.id.to_string(),
            policy_id: rule.policy.to_string(),
            text: Kept::of(&rule.text),
            identity: Kept::of(&rule.identity),
            name: Kept::of_optional(rule.name.as_deref()),
            comment: Kept::of(&rule.comment),
            disabled: Kept::of_optional(rule.disabled().map(AsRef::as_ref)),
            created_revision: number::stored(rule.created.revision.0)?,
            created_index: rule.created.index.into(),
        })
    }

    fn into_rule(self) -> Result<Rule, Failed> {
        let text: Arc<str> = self.text.into_text().into();
        let standing = Standing::read(&text, self.disabled.map(|reason| reason.into_text().into()))
            .map_err(|error| Failed::corrupt(TABLE, &format!("rule '{}': {error}", self.id)))?;
        Ok(Rule {
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            id: self.id.into(),
            policy: self.policy_id.into(),
            identity: Rule::identity_beside(&text, &self.identity.into_text()),
            text,
            name: self.name.map(Kept::into_text),
            comment: self.comment.into_text(),
            standing,
        })
    }
}

pub(super) fn write(connection: &mut Connection, shape: Shape, edit: &Edit<Rule>) -> Result<(), Failed> {
    match edit {
        Edit::Created(rule) => {
            let (new, row) = (diesel::insert_into(rules::table), RuleRow::of(rule)?);
            if shape.head_table {
                new.values((row, head_table(rule))).execute(connection)?;
            } else {
                new.values(row).execute(connection)?;
            }
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let (old, row) = (diesel::update(rules::table.find(before.id.as_str())), RuleRow::of(after)?);
            let changed = if shape.head_table {
                old.set((row, head_table(after))).execute(connection)?
            } else {
                old.set(row).execute(connection)?
            };
            expect_one(TABLE, before.id.as_str(), changed)
        }
        Edit::Deleted(rule) => {
            let deleted = diesel::delete(rules::table.find(rule.id.as_str())).execute(connection)?;
            expect_one(TABLE, rule.id.as_str(), deleted)
        }
    }
}

/// Written for whoever asks with plain SQL; never read here.
fn head_table(rule: &Rule) -> Eq<rules::head_table, Kept> {
    rules::head_table.eq(Kept::of(&rule.head_table()))
}

/// Every rule, parsed, in no particular order.
pub(crate) fn load(connection: &mut Connection, mut take: impl FnMut(Arc<Rule>)) -> Result<(), Failed> {
    for row in rules::table.select(RuleRow::as_select()).load_iter(connection)? {
        take(Arc::new(RuleRow::into_rule(row?)?));
    }
    Ok(())
}
