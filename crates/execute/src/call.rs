//! The rows of `execute[…]` as calls of actions.

use std::collections::{BTreeMap, BTreeSet};

use statehouse_datalog::{Modal, TableName};
use statehouse_engine::{Caller, Row, RowsChanged};
use statehouse_model::{Call, Change, Execution, Reference, Row as ModelRow, Rule, State};

/// Which calls came and which went.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct CallsChanged {
    pub(crate) appeared: Vec<Call>,
    pub(crate) disappeared: Vec<Call>,
}

impl CallsChanged {
    /// How the calls that there are differ from those that are recorded.
    pub(crate) fn between(recorded: &BTreeSet<Call>, there: &BTreeSet<Call>) -> Self {
        Self {
            appeared: there.difference(recorded).cloned().collect(),
            disappeared: recorded.difference(there).cloned().collect(),
        }
    }

    /// What a change did to the calls of an action, besides.
    pub(crate) fn add(&mut self, caller: &Caller, rows: &RowsChanged, state: &State) {
        // One that is recorded is to be taken back whatever its name means by now.
        self.disappeared.extend(rows.disappeared.iter().filter_map(|row| call(caller, row)));
        self.appeared.extend(of_rows(caller, &rows.appeared, state));
    }
}

/// The rows of an action as calls.
pub(crate) fn of_rows(caller: &Caller, rows: &[Row], state: &State) -> BTreeSet<Call> {
    let rows = if names_a_source(&caller.action, state) { rows } else { &[] };
    rows.iter().filter_map(|row| call(caller, row)).collect()
}

/// Calls by who makes them.
pub(crate) fn by_caller<'a>(calls: impl IntoIterator<Item = &'a Call>) -> BTreeMap<Caller, BTreeSet<Call>> {
    let mut by_caller = BTreeMap::<_, BTreeSet<_>>::new();
    for call in calls {
        let action = TableName { policy: call.data_source.clone(), table: call.action.clone() };
        let caller = Caller { policy: call.policy.clone(), action };
        by_caller.entry(caller).or_default().insert(call.clone());
    }
    by_caller
}

/// Whether a call is one of this policy and action.
pub(crate) fn is_of(call: &Call, caller: &Caller) -> bool {
    let Caller { policy, action } = caller;
    call.policy == *policy && call.data_source == action.policy && call.action == action.table
}

/// Whether any rule calls an action of a data source.
pub(crate) fn any_rule_calls(state: &State) -> bool {
    state.policies().flat_map(|policy| state.rules(&policy.id)).any(|rule| calls(rule))
}

/// Whether a change brings a rule that calls an action of a data source.
pub(crate) fn brings_caller(change: &Change) -> bool {
    matches!(change, Change::Rule(edit) if edit.after().is_some_and(|rule| calls(rule)))
}

fn calls(rule: &Rule) -> bool {
    rule.parsed().is_some_and(|parsed| {
        !parsed.is_fact()
            && parsed
                .heads
                .iter()
                .any(|head| head.modal == Some(Modal::Execute) && head.atom.table.policy.is_some())
    })
}

/// An action of a policy is for simulations: nothing is called. A name that is nobody's is told to be wrong when it is to be executed.
fn names_a_source(action: &TableName, state: &State) -> bool {
    state.policy(&Reference::from(&*action.policy)).is_none_or(|policy| *policy.name != *action.policy)
}

fn call(Caller { policy, action }: &Caller, row: &Row) -> Option<Call> {
    let positional = ModelRow::from(row.to_vec()).to_json().ok();
    let positional = positional.filter(|text| text.len() + 2 <= Execution::ARGUMENTS_LIMIT);
    if positional.is_none() {
        tracing::warn!(%policy, %action, "a call is left out: its arguments are too long, or not finite numbers");
    }
    Some(Call {
        policy: policy.clone(),
        data_source: action.policy.clone(),
        action: action.table.clone(),
        positional: positional?.into(),
    })
}
