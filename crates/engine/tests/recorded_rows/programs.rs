//! `eval.jsonl`: programs, and the rows of their tables.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::comparison::Comparison;
use crate::corpus::{Policy, Recorded, Source, cases};
use crate::world::World;

#[derive(Deserialize)]
struct Case {
    id: String,
    policies: Vec<Policy>,
    datasources: Vec<Source>,
    queries: Vec<Recorded>,
    rejected: Vec<Rejected>,
}

#[derive(Deserialize)]
struct Rejected {
    policy: String,
    index: Option<usize>,
}

#[test]
fn the_recorded_programs_have_the_recorded_rows() {
    let mut rows = Comparison::with("eval");
    for case in cases::<Case>("eval.jsonl") {
        let mut world = World::of(&case.datasources, &case.policies);
        let rejected: BTreeSet<_> = case.rejected.iter().map(|it| (it.policy.as_str(), it.index)).collect();
        for policy in &case.policies {
            for (index, rule) in policy.rules.iter().enumerate() {
                // What follows is recorded of a history in which this rule was not in.
                if !rejected.contains(&(policy.name.as_str(), Some(index))) {
                    // Which rules are refused is told elsewhere; here they show by what they do not derive.
                    drop(world.insert(&policy.name, rule));
                }
            }
        }
        for query in &case.queries {
            let ours = world.rows(query);
            let modal = query.modal.as_deref().map(|modal| format!(" {modal}")).unwrap_or_default();
            let at = format!("{} {} {}{modal}", case.id, query.policy, query.table);
            match query.rows() {
                Some(recorded) => rows.compare(&at, &recorded, &ours),
                // Whether a table is there at all is for the state to say; evaluating it does no harm.
                None if query.crash || query.error_class.is_some() => {}
                None => panic!("{at}: neither rows nor an error"),
            }
        }
    }
    rows.finish();
}
