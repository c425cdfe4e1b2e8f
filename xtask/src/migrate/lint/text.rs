//! The text of one migration, statement by statement.

use std::collections::BTreeSet;

use statehouse_migration_text::{Directives, Phase};

use super::super::folders::{Engine, Migration};
use super::super::sql::{self, Script, Statement};
use super::history::History;
use super::rule::{DIRECTIVE, ENDS_TRANSACTION, ONE_WAY, Rule, UNREADABLE, WAIVER};
use super::shape::{self, Clause, Shape};
use super::waiver::{self, Waiver};
use super::{Context, Finding, again, online, window};

/// Everything to say about the two files of a migration, which then is part of the history.
pub(super) fn check(migration: &Migration, history: &mut History) -> Vec<Finding> {
    let mut findings = Vec::new();
    let directives = match migration.directives() {
        Ok(directives) => directives,
        Err(what) => {
            findings.push(Finding::new(migration.path.join("up.sql"), 1, &DIRECTIVE, what.to_string()));
            return findings;
        }
    };
    for (file, text) in [("up.sql", &migration.up), ("down.sql", &migration.down)] {
        let path = migration.path.join(file);
        let Some(text) = text else {
            findings.push(Finding::new(&path, 0, &ONE_WAY, "there is no such file"));
            continue;
        };
        let script = match sql::read(migration.engine, text) {
            Ok(script) => script,
            Err(error) => {
                findings.push(Finding::new(&path, 0, &UNREADABLE, error.to_string()));
                continue;
            }
        };
        if script.statements.is_empty() {
            findings.push(Finding::new(&path, 0, &ONE_WAY, "there is no statement in it"));
        }
        let found = if file == "up.sql" {
            up(migration, &directives, &script, history)
        } else {
            down(migration.engine, &directives, &script)
        };
        let waived = waived(&script, found);
        findings.extend(waived.into_iter().map(|(line, rule, what)| Finding::new(&path, line, rule, what)));
    }
    findings
}

/// A statement, by its place, with what is wrong with it.
type Found = (usize, &'static Rule, String);

fn up(migration: &Migration, directives: &Directives, script: &Script, history: &mut History) -> Vec<Found> {
    let Migration { engine, version, .. } = *migration;
    let lags = window::lags(directives, history).filter(|_| !script.statements.is_empty());
    let mut found: Vec<Found> = lags.into_iter().map(|(rule, what)| (0, rule, what)).collect();
    let mut context = Context {
        engine,
        in_transaction: directives.in_transaction,
        created: BTreeSet::new(),
        dropped: BTreeSet::new(),
        adds_constraint: false,
        history,
    };
    for (place, statement) in script.statements.iter().enumerate() {
        let shape = shape::of(statement);
        context.history.forget(&shape);
        let mut of_it = everywhere(engine, directives, &shape);
        of_it.extend(online::check(&shape, &context));
        of_it.extend(window::column_without_default(&shape, &context));
        match directives.phase {
            Phase::Expand => of_it.extend(window::check(&shape, &context)),
            Phase::Data => {}
            Phase::Contract => of_it.extend(window::taken(&shape, &context, directives.requires)),
        }
        found.extend(of_it.into_iter().map(|(rule, what)| (place, rule, what)));
        context.note(version, &shape);
    }
    if directives.phase == Phase::Expand {
        history.expanded(version);
    }
    found
}

/// What is taken down may be dropped and copied; but it has to go through.
fn down(engine: Engine, directives: &Directives, script: &Script) -> Vec<Found> {
    let of_it = |(place, statement): (usize, &Statement)| {
        let found = everywhere(engine, directives, &shape::of(statement));
        found.into_iter().map(move |(rule, what)| (place, rule, what)).collect::<Vec<_>>()
    };
    script.statements.iter().enumerate().flat_map(of_it).collect()
}

/// What must not stand in either direction.
fn everywhere(engine: Engine, directives: &Directives, shape: &Shape<'_>) -> Vec<(&'static Rule, String)> {
    if let Shape::Transaction { verb } = shape {
        return vec![(&ENDS_TRANSACTION, (*verb).to_owned())];
    }
    let one_by_one = match engine {
        Engine::Sqlite => false,
        Engine::Postgres => !directives.in_transaction,
        Engine::Mysql => true,
    };
    if one_by_one { again::check(shape) } else { Vec::new() }
}

impl Context<'_> {
    /// Remembers what a statement did, for those that follow.
    fn note(&mut self, version: u32, shape: &Shape<'_>) {
        self.history.note(version, shape);
        match shape {
            Shape::CreateTable { table, .. } => {
                self.created.insert((*table).to_owned());
            }
            Shape::DropTable { tables, .. } => {
                self.dropped.extend(tables.iter().map(|&table| table.to_owned()));
            }
            Shape::AlterTable { clauses, .. } => {
                let adds = |clause: &Clause<'_>| matches!(clause, Clause::AddConstraint { .. });
                self.adds_constraint |= clauses.iter().any(adds);
            }
            _ => {}
        }
    }
}

/// What is left after the waivers; and of these, those that waive nothing or are none. With lines in the place of
/// statements.
fn waived(script: &Script, found: Vec<Found>) -> Vec<Found> {
    let mut left = Vec::new();
    let mut waivers: Vec<(usize, Waiver, bool)> = Vec::new();
    let of_statements = script.statements.iter().map(|statement| &statement.comments).chain([&script.rest]);
    for (place, comments) in of_statements.enumerate() {
        for comment in comments {
            match waiver::of(comment) {
                Some(Ok(waiver)) => waivers.push((place, waiver, false)),
                Some(Err(what)) => left.push((comment.line, &WAIVER, what)),
                None => {}
            }
        }
    }
    for (place, rule, what) in found {
        let mut fitting = waivers.iter_mut().filter(|(at, waiver, _)| *at == place && waiver.rule == rule);
        match fitting.next() {
            Some((_, _, used)) => *used = true,
            None => left.push((script.statements[place].line, rule, what)),
        }
    }
    let unused = waivers.into_iter().filter(|(_, _, used)| !used);
    left.extend(unused.map(|(_, waiver, _)| {
        (waiver.line, &WAIVER, format!("the statement below gives no reason to waive {}", waiver.rule.name))
    }));
    left
}
