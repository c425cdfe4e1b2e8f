//! How much memory commands and commits take, roughly: what the limits of the queue and of recent commits count.

use serde_json::Value as Json;
use statehouse_model::{
    Arguments, Call, Change, Command, Commit, ConfigValue, Import, LibraryRule, NewRule, Outcome, Row, Value,
};

use crate::Request;

/// What anything takes beside its texts.
const FIXED: usize = 256;
/// What a value of a row takes beside its text.
const VALUE: usize = 32;

pub(crate) fn of_request(request: &Request) -> usize {
    FIXED + request.actor.len() + request.request_id.len() + of_command(&request.command)
}

fn of_command(command: &Command) -> usize {
    match command {
        Command::CreatePolicy { name, description, rules, .. } => {
            name.len() + description.len() + rules.iter().map(of_new_rule).sum::<usize>()
        }
        Command::CreatePolicyFromLibrary { rule_ids, .. } => rule_ids.len() * FIXED,
        Command::CreateRule { rule, .. } => of_new_rule(rule),
        Command::CreateLibraryPolicy { name, description, rules, .. }
        | Command::ReplaceLibraryPolicy { name, description, rules, .. } => {
            name.len() + description.len() + rules.iter().map(of_library_rule).sum::<usize>()
        }
        Command::CreateDataSource { name, description, kind, config, .. } => {
            let config = config.iter().flatten().map(|(field, value)| field.len() + of_json(value));
            name.len() + of_text(description.as_ref()) + of_text(kind.as_ref()) + config.sum::<usize>()
        }
        Command::Import(import) => of_import(import),
        Command::ReplaceRows { rows, .. } => rows.iter().map(of_row).sum(),
        Command::ChangeRows { add, delete, .. } => add.iter().chain(delete).map(of_row).sum(),
        Command::PostDocument { posted, .. } => posted.iter().flat_map(|it| &it.rows).map(of_row).sum(),
        Command::Execute { action, arguments, .. } => action.len() + of_arguments(arguments),
        Command::FollowCalls { appeared, disappeared } => {
            appeared.iter().map(|(_, call)| call).chain(disappeared).map(of_call).sum()
        }
        Command::EndExecution { outcome: Outcome::Failed(reason), .. } => reason.len(),
        Command::EndExecution { outcome: Outcome::Done, .. }
        | Command::CreateBuiltInPolicies { .. }
        | Command::DeletePolicy { .. }
        | Command::DeleteRule { .. }
        | Command::DeleteLibraryPolicy { .. }
        | Command::DeleteDataSource { .. } => 0,
    }
}

fn of_import(import: &Import) -> usize {
    match import {
        Import::Policy(policy) => policy.name.len() + policy.description.len(),
        Import::Rule { rule, disabled, .. } => of_new_rule(rule) + of_text(disabled.as_ref()),
        Import::LibraryPolicy(policy) => {
            policy.description.len() + policy.rules.iter().map(of_library_rule).sum::<usize>()
        }
        Import::DataSource(source) => {
            let config = source.config.iter().flatten().map(|(field, value)| {
                let value = match value {
                    ConfigValue::Plain(value) => value,
                    ConfigValue::Secret(secret) => secret.expose(),
                };
                field.len() + of_json(value)
            });
            source.name.len() + of_text(source.description.as_ref()) + config.sum::<usize>()
        }
        Import::Rows { rows, .. } => rows.iter().map(of_row).sum(),
        Import::Gone { .. } => 0,
    }
}

pub(crate) fn of_commit(commit: &Commit) -> usize {
    FIXED + commit.actor.len() + commit.request_id.len() + commit.changes.iter().map(of_change).sum::<usize>()
}

fn of_change(change: &Change) -> usize {
    let texts = match change {
        Change::Policy(edit) => versions(edit, |policy| policy.name.len() + policy.description.len()),
        Change::Rule(edit) => versions(edit, |rule| 8 * rule.text.len() + rule.comment.len()),
        Change::Table(edit) => versions(edit, |table| table.policy.len() + table.name.len()),
        Change::LibraryPolicy(edit) => versions(edit, |policy| {
            policy.description.len() + policy.rules.iter().map(of_library_rule).sum::<usize>()
        }),
        // A configuration is not worth a walk: it has passed the limits of the queue and is there once.
        Change::DataSource(edit) => {
            versions(edit, |source| source.name.len() + of_text(source.description.as_ref()))
        }
        Change::Rows(rows) => rows.added.iter().chain(rows.removed.iter()).map(of_row).sum(),
        Change::Execution(edit) => versions(edit, |execution| {
            execution.action.len() + execution.data_source.len() + of_arguments(&execution.arguments)
        }),
    };
    FIXED + texts
}

fn versions<T>(edit: &statehouse_model::Edit<T>, weigh: impl Fn(&T) -> usize) -> usize {
    [edit.before(), edit.after()].into_iter().flatten().map(|entity| FIXED + weigh(entity)).sum()
}

fn of_call(call: &Call) -> usize {
    FIXED + call.policy.len() + call.data_source.len() + call.action.len() + call.positional.len()
}

fn of_arguments(arguments: &Arguments) -> usize {
    arguments.positional.len() + arguments.named.len()
}

fn of_new_rule(rule: &NewRule) -> usize {
    FIXED + rule.text.len() + rule.comment.len() + of_text(rule.name.as_ref())
}

fn of_library_rule(rule: &LibraryRule) -> usize {
    let extra = rule.extra.iter().map(|(field, value)| field.len() + of_json(value)).sum::<usize>();
    FIXED + rule.rule.len() + of_text(rule.name.as_ref()) + of_text(rule.comment.as_ref()) + extra
}

fn of_row(row: &Row) -> usize {
    let of_value = |value: &Value| match value {
        Value::String(text) => VALUE + text.len(),
        Value::Integer(_) | Value::Float(_) => VALUE,
    };
    VALUE + row.0.iter().map(of_value).sum::<usize>()
}

fn of_text(text: Option<&String>) -> usize {
    text.map_or(0, String::len)
}

fn of_json(value: &Json) -> usize {
    let inside = match value {
        Json::String(text) => text.len(),
        Json::Array(values) => values.iter().map(of_json).sum(),
        Json::Object(fields) => fields.iter().map(|(field, value)| field.len() + of_json(value)).sum(),
        Json::Null | Json::Bool(_) | Json::Number(_) => 0,
    };
    VALUE + inside
}
