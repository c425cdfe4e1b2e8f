//! Asking for actions, and recording what became of them.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::value::RawValue;

use super::draft::Draft;
use super::{data_source, field};
use crate::{
    Arguments, Call, Change, DataSource, Edit, Execution, ExecutionId, Origin, Outcome, Progress, Reference,
    Rejection, State, Timestamp,
};

/// An action as somebody asks for it.
pub(super) struct Asked<'a> {
    pub(super) id: &'a ExecutionId,
    pub(super) data_source: &'a Reference,
    pub(super) action: &'a str,
    pub(super) arguments: &'a Arguments,
    pub(super) actor: &'a str,
}

/// The data source must take part and have the action, and there must be room for one more that waits.
pub(super) fn ask(state: &State, asked: &Asked, at: Timestamp) -> Result<Vec<Change>, Rejection> {
    let source = data_source::find(state, asked.data_source)?;
    refuse_action(state, source, asked)?;
    refuse_arguments(asked.arguments)?;
    field::id(DataSource::ID_LIMIT, asked.id.as_str())?;
    let mut draft = Draft::on(state);
    let origin = Origin::Request { actor: asked.actor.to_owned() };
    let execution = Execution {
        id: asked.id.clone(),
        data_source: source.name.clone(),
        action: asked.action.to_owned(),
        arguments: asked.arguments.clone(),
        origin,
        asked_at: at,
        progress: Progress::Waiting,
        created: draft.position(),
    };
    add(&mut draft, execution)?;
    Ok(draft.finish())
}

fn refuse_action(state: &State, source: &DataSource, asked: &Asked) -> Result<(), Rejection> {
    field::at_most(Execution::ACTION_LIMIT, "name", asked.action)?;
    let driver = state.drivers().get(&source.driver);
    match driver.and_then(|driver| driver.action_plan(asked.action, source.config.as_ref())) {
        None => Err(Rejection::NoSuchAction {
            data_source: asked.data_source.clone(),
            action: asked.action.to_owned(),
        }),
        Some(Err(wrong)) => Err(Rejection::invalid(format!("config.{}", wrong.field), wrong.reason)),
        Some(Ok(_)) if !source.enabled => {
            let reason = format!("data source '{}' is disabled, so it does nothing", source.name);
            Err(Rejection::invalid("enabled", reason))
        }
        Some(Ok(_)) => Ok(()),
    }
}

fn refuse_arguments(arguments: &Arguments) -> Result<(), Rejection> {
    let Arguments { positional, named } = arguments;
    if positional.len().saturating_add(named.len()) > Execution::ARGUMENTS_LIMIT {
        let limit = Execution::ARGUMENTS_LIMIT;
        return Err(Rejection::invalid("args", format!("at most {limit} bytes of JSON, these are more")));
    }
    if serde_json::from_str::<Vec<&RawValue>>(positional).is_err() {
        return Err(Rejection::invalid("args.positional", "a JSON list"));
    }
    if serde_json::from_str::<HashMap<String, &RawValue>>(named).is_err() {
        return Err(Rejection::invalid("args.named", "a JSON object"));
    }
    Ok(())
}

/// Has each call that appeared executed, and lets those that disappeared appear again. What is recorded so already is left
/// alone: whoever takes over tells everything that it finds.
pub(super) fn follow_calls(
    state: &State,
    appeared: &[(ExecutionId, Call)],
    disappeared: &[Call],
    at: Timestamp,
) -> Result<Vec<Change>, Rejection> {
    let mut draft = Draft::on(state);
    for call in disappeared {
        let Some(before) = draft.state.executions.of_call(call).cloned() else { continue };
        let Origin::Rules { policy, .. } = &before.origin else { continue };
        let origin = Origin::Rules { policy: policy.clone(), stands: false };
        let after = Arc::new(Execution { origin, ..Execution::clone(&before) });
        draft.push(Change::Execution(Edit::Replaced { before, after }));
    }
    for (id, call) in appeared {
        if draft.state.executions.of_call(call).is_some() {
            continue;
        }
        let arguments = Arguments { positional: call.positional.clone(), ..Arguments::default() };
        refuse_arguments(&arguments)?;
        field::id(DataSource::ID_LIMIT, id.as_str())?;
        let execution = Execution {
            id: id.clone(),
            data_source: call.data_source.to_string(),
            action: call.action.to_string(),
            arguments,
            origin: Origin::Rules { policy: call.policy.to_string(), stands: true },
            asked_at: at,
            progress: Progress::Waiting,
            created: draft.position(),
        };
        add(&mut draft, execution)?;
    }
    forget_oldest(&mut draft);
    Ok(draft.finish())
}

fn add(draft: &mut Draft, execution: Execution) -> Result<(), Rejection> {
    let executions = &draft.state.executions;
    if executions.get(&execution.id).is_some() {
        return Err(Rejection::IdTaken { id: execution.id.to_string() });
    }
    let waiting = executions.waiting_count();
    if waiting >= Execution::WAITING_LIMIT || executions.count() >= Execution::LIMIT {
        return Err(Rejection::TooManyExecutions { waiting });
    }
    draft.push(Change::Execution(Edit::Created(Arc::new(execution))));
    Ok(())
}

/// Records how an execution ended. Nothing is left to do when that is known, or the execution forgotten.
pub(super) fn end(state: &State, id: &ExecutionId, outcome: &Outcome, at: Timestamp) -> Vec<Change> {
    let Some(before) = state.executions.get(id).filter(|execution| execution.is_waiting()) else {
        return Vec::new();
    };
    let progress = match outcome {
        Outcome::Done => Progress::Done { at },
        Outcome::Failed(reason) => {
            let end = reason.floor_char_boundary(Execution::REASON_LIMIT);
            Progress::Failed { at, reason: reason[..end].to_owned() }
        }
    };
    let after = Arc::new(Execution { progress, ..Execution::clone(before) });
    let mut draft = Draft::on(state);
    draft.push(Change::Execution(Edit::Replaced { before: before.clone(), after }));
    forget_oldest(&mut draft);
    draft.finish()
}

/// Forgets the oldest of those that nobody needs any more, beyond as many as are kept.
fn forget_oldest(draft: &mut Draft) {
    while draft.state.executions.idle_count() > Execution::ENDED_KEPT {
        let Some(oldest) = draft.state.executions.oldest_idle().cloned() else { return };
        draft.push(Change::Execution(Edit::Deleted(oldest)));
    }
}
