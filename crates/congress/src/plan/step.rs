//! One step of a plan, and carrying out all of them.

use std::sync::Arc;

use statehouse_model::{Change, Command, Edit, Import, Reference, State};

use super::{Plan, batch};
use crate::fit::{Fitted, Unlike};
use crate::target::{Creations, Given, Refusal, Target};
use crate::{Finding, Kind, Report, Verdict};

/// What to do about one thing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    /// What to call it; of a rule, its policy.
    pub(crate) name: String,
    pub(crate) action: Action,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// Take it over.
    Take(Given),
    /// Take over a policy as it can come, with this to show in the log.
    Policy(Fitted, String),
    /// Leave it where it is, for this reason.
    Leave(String),
    /// It was deleted in Congress: the log is to tell that it was there once.
    Remember(Memory),
}

/// Commands that create something and delete it again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Memory {
    /// In what it is not as it was in Congress.
    pub(crate) difference: Option<String>,
    pub(crate) commands: Vec<Given>,
    /// Everything they create, this first.
    pub(crate) ids: Vec<(Kind, String)>,
}

/// What was before the import, and what it means for it.
struct Before {
    created: Creations,
    brings_back: bool,
    /// The policies that cannot come as they are.
    unlike: Unlike,
}

impl Before {
    /// Whether this was here in earnest, and was deleted here: then somebody does not want it.
    fn is_gone(&self, step: &Step, state: &State) -> bool {
        let was_here = |request_id: &str| !request_id.starts_with(OF_DELETED);
        !self.brings_back && !step.is_here(state) && self.created.request_id(&step.id).is_some_and(was_here)
    }
}

impl Plan {
    /// Carries out the plan. It may be interrupted and carried out again: what is there already is not done twice.
    /// `progress` is told after every few steps how many are done.
    ///
    /// # Errors
    ///
    /// What keeps the target from taking commands, or from telling what its log holds.
    pub fn carry_out<T: Target>(
        &self,
        target: &mut T,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Report, T::Error> {
        let unlike = Unlike::of(&self.steps, &target.state());
        let before = Before { created: target.created()?, brings_back: self.bring_back, unlike };
        let mut report = Report::default();
        let mut rest = &self.steps[..];
        while !rest.is_empty() {
            let (now, later) = rest.split_at(batch::next(rest));
            let state = target.state();
            let commands = now.iter().map(|step| step.commands(&state, &before)).collect::<Vec<_>>();
            let counts: Vec<_> = commands.iter().map(Vec::len).collect();
            let mut outcomes = target.give(commands.into_iter().flatten().collect())?.into_iter();
            let state = target.state();
            for (step, count) in now.iter().zip(counts) {
                let outcomes: Vec<_> = outcomes.by_ref().take(count).collect();
                step.tell(&mut report, &outcomes, &state, &before);
            }
            rest = later;
            progress(self.steps.len() - rest.len());
        }
        Ok(report)
    }
}

impl Step {
    fn is_here(&self, state: &State) -> bool {
        let by_id = Reference::from(self.id.as_str());
        match self.kind {
            Kind::Policy | Kind::DeletedPolicy => state.policy_by_id(&self.id.as_str().into()).is_some(),
            Kind::Rule | Kind::DeletedRule => state.has_rule(&self.id),
            // The step of a table has the id of its data source.
            Kind::DataSource | Kind::Table => state.data_source(&by_id).is_some(),
            Kind::LibraryPolicy => state.library_policy(&by_id).is_some(),
            Kind::Log => false,
        }
    }

    /// The name of the data source that this brings.
    pub(crate) fn data_source(&self) -> Option<&str> {
        match &self.action {
            Action::Take(Given { command: Command::Import(Import::DataSource(source)), .. }) => {
                Some(&source.name)
            }
            _ => None,
        }
    }

    /// What is given for a rule; where its policy could not come as it was, there, and disabled.
    fn placed(&self, given: &Given, before: &Before) -> Given {
        let is_of_rule = matches!(self.kind, Kind::Rule | Kind::DeletedRule);
        let Some(fitted) = before.unlike.get(&self.name).filter(|_| is_of_rule) else { return given.clone() };
        let mut given = given.clone();
        match &mut given.command {
            Command::Import(Import::Rule { policy, disabled, .. }) => {
                *policy = fitted.policy.id.as_str().into();
                disabled.get_or_insert_with(|| fitted.reason());
            }
            Command::DeleteRule { policy, .. } => *policy = fitted.policy.id.as_str().into(),
            _ => {}
        }
        given
    }

    /// What is to be given for it, as things are.
    fn commands(&self, state: &State, before: &Before) -> Vec<Given> {
        match &self.action {
            Action::Take(_) | Action::Policy(..) if before.is_gone(self, state) => Vec::new(),
            Action::Take(given) => vec![self.placed(given, before)],
            Action::Policy(fitted, request_id) => {
                let policy = before.unlike.get(&self.name).unwrap_or(fitted).policy.clone();
                vec![Given {
                    command: Command::Import(Import::Policy(policy)),
                    request_id: request_id.clone(),
                }]
            }
            Action::Leave(_) => Vec::new(),
            Action::Remember(_) if before.created.is_trimmed() => Vec::new(),
            Action::Remember(memory) => match memory.stage(state, &before.created) {
                Stage::ToCome => memory.commands.iter().map(|given| self.placed(given, before)).collect(),
                Stage::Over | Stage::Alive => Vec::new(),
            },
        }
    }

    fn tell(
        &self,
        report: &mut Report,
        outcomes: &[Result<Vec<Change>, Refusal>],
        state: &Arc<State>,
        before: &Before,
    ) {
        match &self.action {
            Action::Leave(reason) => self.left(report, reason.clone()),
            Action::Take(_) | Action::Policy(..) => match outcomes.first() {
                Some(Ok(changes)) => {
                    let tally = report.tally(self.kind);
                    *if is_here_already(changes) { &mut tally.here } else { &mut tally.came } += 1;
                    self.tell_differences(report, &before.unlike);
                    self.tell_disabled(report, state, &before.unlike);
                }
                Some(Err(refusal)) => self.left(report, refusal.to_string()),
                None => {
                    let reason = "it came before, and was deleted here: --bring-back takes it over again";
                    report.tally(self.kind).gone += 1;
                    report.findings.push(self.finding(Verdict::Gone, reason.to_owned()));
                }
            },
            Action::Remember(memory) => self.tell_memory(report, memory, outcomes, state, &before.created),
        }
    }

    fn tell_memory(
        &self,
        report: &mut Report,
        memory: &Memory,
        outcomes: &[Result<Vec<Change>, Refusal>],
        state: &State,
        created: &Creations,
    ) {
        if created.is_trimmed() {
            return self.stays_untold(report, memory);
        }
        if let Some(refusal) = outcomes.iter().find_map(|outcome| outcome.as_ref().err()) {
            return self.left(report, refusal.to_string());
        }
        if outcomes.is_empty() && memory.stage(state, created) == Stage::Alive {
            let reason = "it came before it was deleted in Congress: delete it here too if it is to go";
            return self.left(report, reason.to_owned());
        }
        for (kind, _) in &memory.ids {
            let tally = report.tally(*kind);
            *if outcomes.is_empty() { &mut tally.here } else { &mut tally.came } += 1;
        }
        if let Some(difference) = &memory.difference {
            report.findings.push(self.finding(Verdict::Changed, difference.clone()));
        }
    }

    /// A log that was trimmed does not begin anew. One of all that it does not tell says so.
    fn stays_untold(&self, report: &mut Report, memory: &Memory) {
        for (kind, _) in &memory.ids {
            report.tally(*kind).gone += 1;
        }
        if report.findings.iter().all(|finding| finding.reason != TRIMMED) {
            report.findings.push(self.finding(Verdict::Gone, TRIMMED.to_owned()));
        }
    }

    /// A rule that is here and not in force needs attention, whenever it came.
    fn tell_disabled(&self, report: &mut Report, state: &State, unlike: &Unlike) {
        if self.kind != Kind::Rule {
            return;
        }
        let policy = match unlike.get(&self.name) {
            Some(fitted) => state.policy_by_id(&fitted.policy.id),
            None => state.policy(&Reference::from(self.name.as_str())),
        };
        let rule = policy.and_then(|policy| state.rule(&policy.id, &self.id));
        if let Some(reason) = rule.and_then(|rule| rule.disabled()) {
            report.tally(Kind::Rule).disabled += 1;
            report.findings.push(self.finding(Verdict::Disabled, reason.to_string()));
        }
    }

    /// What is here, and not as it was in Congress: a policy that could not come so, and what refers to one.
    fn tell_differences(&self, report: &mut Report, unlike: &Unlike) {
        let reasons = match &self.action {
            Action::Policy(fitted, _) => {
                unlike.get(&self.name).unwrap_or(fitted).difference().into_iter().collect()
            }
            Action::Take(Given { command: Command::Import(Import::Rule { rule, .. }), .. }) => {
                let referred_to = unlike.referred_to(&self.name, &rule.text);
                referred_to.into_iter().map(Fitted::of_referrers).collect()
            }
            _ => Vec::new(),
        };
        report.findings.extend(reasons.into_iter().map(|reason| self.finding(Verdict::Changed, reason)));
    }

    fn left(&self, report: &mut Report, reason: String) {
        report.tally(self.kind).left += 1;
        report.findings.push(self.finding(Verdict::Left, reason));
    }

    fn finding(&self, verdict: Verdict, reason: String) -> Finding {
        Finding { kind: self.kind, id: self.id.clone(), name: self.name.clone(), verdict, reason }
    }
}

/// Whether nothing came by these changes; a disabled rule may say another reason by now.
fn is_here_already(changes: &[Change]) -> bool {
    changes.iter().all(|change| matches!(change, Change::Rule(Edit::Replaced { .. })))
}

/// Why nothing comes for the log alone.
const TRIMMED: &str =
    "the log here has been trimmed: it goes on without everything that was deleted in Congress";

/// How the log shows what was brought over for the log alone.
const OF_DELETED: &str = "congress deleted ";

/// How far a memory has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Not at all, or it was interrupted.
    ToCome,
    /// All of it has come and gone.
    Over,
    /// Some of it is here, and in earnest: it was taken over before it was deleted in Congress.
    Alive,
}

impl Memory {
    fn stage(&self, state: &State, created: &Creations) -> Stage {
        let is_here = |(kind, id): &(Kind, String)| match kind {
            Kind::DeletedPolicy => state.policy_by_id(&id.as_str().into()).is_some(),
            _ => state.has_rule(id),
        };
        let is_memory = |(kind, id): &(Kind, String)| {
            created.request_id(id).is_none_or(|request_id| request_id.starts_with(&request_id_of(*kind)))
        };
        if self.ids.iter().any(|entry| is_here(entry) && !is_memory(entry)) {
            Stage::Alive
        } else if self.ids.iter().all(|entry| created.request_id(&entry.1).is_some() && !is_here(entry)) {
            Stage::Over
        } else {
            Stage::ToCome
        }
    }
}

/// How the log shows the creation of such a thing, whenever that was.
fn request_id_of(kind: Kind) -> String {
    super::request_id(kind, "created", None)
}
