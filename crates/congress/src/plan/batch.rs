//! How much is given at once.

use statehouse_model::{Command, Import, LibraryRule, Row, Value};

use super::{Action, Step};

/// How many commands are given at once.
const COMMANDS: usize = 200;

/// And how many bytes of texts and rows. All of it is in memory twice meanwhile, and in one transaction.
const BYTES: usize = 4 << 20;

/// How many steps are taken at once: one at least, and no more commands and bytes than are given at once, if that is not one step.
pub(super) fn next(steps: &[Step]) -> usize {
    let (mut commands, mut bytes) = (0, 0_usize);
    let fits = steps.iter().take_while(|step| {
        let (more, weight) = match &step.action {
            Action::Remember(memory) => {
                let weights = memory.commands.iter().map(|given| weight(&given.command));
                (memory.commands.len(), weights.sum())
            }
            Action::Take(given) => (1, weight(&given.command)),
            Action::Policy(..) | Action::Leave(_) => (1, 0),
        };
        (commands, bytes) = (commands + more, bytes.saturating_add(weight));
        commands <= COMMANDS && bytes <= BYTES
    });
    fits.count().max(1)
}

/// About how many bytes a command brings, where these may be many.
pub(super) fn weight(command: &Command) -> usize {
    match command {
        Command::Import(Import::Rows { rows, .. }) => rows.iter().map(weight_of_row).sum(),
        Command::Import(Import::Rule { rule, .. }) => rule.text.len() + rule.comment.len(),
        Command::Import(Import::LibraryPolicy(policy)) => {
            let of_rule = |rule: &LibraryRule| rule.rule.len() + rule.comment.as_deref().map_or(0, str::len);
            policy.description.len() + policy.rules.iter().map(of_rule).sum::<usize>()
        }
        Command::Import(Import::DataSource(source)) => source.description.as_deref().map_or(0, str::len),
        _ => 0,
    }
}

fn weight_of_row(row: &Row) -> usize {
    /// Of a number, or of what stands around a text.
    const VALUE: usize = 8;
    let of_value = |value: &Value| match value {
        Value::String(text) => text.len() + VALUE,
        Value::Integer(_) | Value::Float(_) => VALUE,
    };
    row.0.iter().map(of_value).sum()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::Arc;

    use statehouse_model::{Drivers, State, Timestamp};

    use super::*;
    use crate::held::{HeldSource, HeldTable};
    use crate::target::{Creations, Given, Outcomes, Refusal, Target, Trial};
    use crate::{CongressRevision, Held, Kind, Plan, Verdict};

    /// A target that takes commands up to a length, and remembers the lengths of what was given at once.
    struct Limited {
        trial: Trial,
        longest: usize,
        given: Vec<(usize, usize)>,
    }

    impl Target for Limited {
        type Error = Infallible;

        fn state(&self) -> Arc<State> {
            self.trial.state()
        }

        fn created(&mut self) -> Result<Creations, Infallible> {
            self.trial.created()
        }

        fn give(&mut self, commands: Vec<Given>) -> Result<Outcomes, Infallible> {
            let weights = commands.iter().map(|given| weight(&given.command));
            self.given.push((commands.len(), weights.sum()));
            let mut outcomes = Outcomes::new();
            for given in commands {
                if weight(&given.command) > self.longest {
                    outcomes.push(Err(Refusal::TooLarge("let max_allowed_packet be larger".to_owned())));
                } else {
                    outcomes.extend(self.trial.give(vec![given])?);
                }
            }
            Ok(outcomes)
        }
    }

    /// A data source with tables of one row each, with values of these lengths.
    fn with_tables(lengths: &[usize]) -> Held {
        let source = HeldSource {
            id: "d-id".to_owned(),
            name: Some("d".to_owned()),
            driver: Some("push".to_owned()),
            config: "{}".to_owned(),
            description: None,
            enabled: "yes".to_owned(),
        };
        let table = |(number, length): (usize, &usize)| HeldTable {
            ds_id: "d-id".to_owned(),
            tablename: format!("t{number}"),
            tabledata: format!("[[\"{}\"]]", "x".repeat(*length)),
        };
        Held {
            revision: CongressRevision::NEWEST,
            policies: Vec::new(),
            rules: Vec::new(),
            sources: vec![source],
            tables: lengths.iter().enumerate().map(table).collect(),
            library: Vec::new(),
            unreadable: Vec::new(),
        }
    }

    fn limited(longest: usize) -> Limited {
        let state = Arc::new(State::empty(Drivers::default()));
        Limited { trial: Trial::on(state, Creations::default(), Timestamp(0)), longest, given: Vec::new() }
    }

    #[test]
    fn what_is_too_large_for_the_database_is_left_and_the_rest_comes() {
        let plan = Plan::of(&with_tables(&[10, 1_000, 20]), None, &Drivers::default()).unwrap();
        let mut target = limited(500);
        let Ok(report) = plan.carry_out(&mut target, &mut |_| ());
        let tally = report.of(Kind::Table);
        assert_eq!((tally.came, tally.left), (2, 1), "{report:?}");
        let [finding] = &report.findings[..] else { panic!("{report:?}") };
        assert_eq!((finding.name.as_str(), finding.verdict), ("d:t1", Verdict::Left));
        assert!(finding.reason.contains("max_allowed_packet"), "{finding:?}");
    }

    #[test]
    fn what_is_given_at_once_is_weighed() {
        let lengths = vec![60_000; 250];
        let plan = Plan::of(&with_tables(&lengths), None, &Drivers::default()).unwrap();
        let mut target = limited(usize::MAX);
        let Ok(report) = plan.carry_out(&mut target, &mut |_| ());
        assert_eq!(report.of(Kind::Table).came, 250, "{report:?}");
        assert!(target.given.iter().all(|(_, bytes)| *bytes <= BYTES), "{:?}", target.given);
        assert!(target.given.len() > 250 * 60_000 / BYTES, "{:?}", target.given);
        let small = Plan::of(&with_tables(&vec![1; 450]), None, &Drivers::default()).unwrap();
        let mut target = limited(usize::MAX);
        let Ok(_) = small.carry_out(&mut target, &mut |_| ());
        let counts: Vec<_> = target.given.iter().map(|(commands, _)| *commands).collect();
        assert_eq!(counts, [COMMANDS, COMMANDS, 51], "with the data source");
    }
}
