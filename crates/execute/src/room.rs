//! How much of the room for executions the calls of one action by one policy may take: the rest is for the others.

use statehouse_engine::Caller;
use statehouse_model::{Execution, Origin, Rejection, State};

/// Most calls that stand.
const STANDING: usize = Execution::LIMIT / 2;
/// Most that wait to be executed.
const WAITING: usize = Execution::WAITING_LIMIT / 2;

/// Why calls cannot be recorded for now.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoRoom {
    #[error("{0} rows stand, of at most {STANDING} of one action by one policy")]
    Standing(usize),
    #[error("as many executions wait as may of one action by one policy ({WAITING})")]
    Waiting,
    #[error(transparent)]
    All(Rejection),
}

/// There is room for no call of one that is called with so many rows: which of them are executed is not to be left to chance.
pub(crate) fn refuse_standing(rows: usize) -> Result<(), NoRoom> {
    if rows > STANDING { Err(NoRoom::Standing(rows)) } else { Ok(()) }
}

/// There is room for so many more calls of an action by a policy.
pub(crate) fn refuse_waiting(state: &State, caller: &Caller, more: usize) -> Result<(), NoRoom> {
    // Only where many wait are those of this one counted.
    if state.waiting_execution_count().saturating_add(more) <= WAITING {
        return Ok(());
    }
    let of_caller = state.waiting_executions().filter(|execution| is_of(execution, caller)).count();
    if of_caller.saturating_add(more) > WAITING { Err(NoRoom::Waiting) } else { Ok(()) }
}

fn is_of(execution: &Execution, Caller { policy, action }: &Caller) -> bool {
    let Origin::Rules { policy: by, .. } = &execution.origin else { return false };
    **by == **policy && *execution.data_source == *action.policy && *execution.action == *action.table
}

#[cfg(test)]
mod tests {
    use statehouse_model::{Call, Command, Drivers, ExecutionId, TableName, Timestamp};

    use super::*;

    #[test]
    fn half_of_all_executions_may_stand_for_one() {
        assert!(refuse_standing(50_000).is_ok());
        assert!(matches!(refuse_standing(50_001), Err(NoRoom::Standing(50_001))));
    }

    #[test]
    fn half_of_those_that_may_wait_may_be_of_one_and_no_other_is_refused_for_it() {
        let of_call = |number: usize| {
            let call = Call {
                policy: "p".into(),
                data_source: "nova".into(),
                action: "stop".into(),
                positional: format!("[{number}]").into(),
            };
            (ExecutionId::from(format!("execution-{number}")), call)
        };
        let appeared = (0..4_900).map(of_call).collect();
        let command = Command::FollowCalls { appeared, disappeared: Vec::new() };
        let state = State::empty(Drivers::default());
        let state = state.apply(&state.decide(&command, Timestamp(0)).unwrap());
        let caller = |policy: &str, action| Caller { policy: policy.into(), action };
        let stop = || TableName::new("nova", "stop");
        assert!(refuse_waiting(&state, &caller("p", stop()), 100).is_ok());
        assert!(matches!(refuse_waiting(&state, &caller("p", stop()), 101), Err(NoRoom::Waiting)));
        for other in [
            caller("q", stop()),
            caller("p", TableName::new("nova", "pause")),
            caller("p", TableName::new("other", "stop")),
        ] {
            assert!(refuse_waiting(&state, &other, 5_000).is_ok(), "{other:?}");
        }
    }
}
