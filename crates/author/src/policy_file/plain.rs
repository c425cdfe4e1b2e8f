//! Plain rules: one after the other, as in a program.

use std::path::Path;
use std::sync::Arc;

use statehouse_datalog::{MAX_RULE_BYTES, Statement, is_policy_name, read_program};
use statehouse_model::{Policy, PolicyKind};

use super::{Form, WrittenPolicy, WrittenRule};
use crate::diagnostic::{Code, Diagnostic};
use crate::explanation::syntax_error;
use crate::scalar::Written;
use crate::source::Source;

pub(super) fn read(source: &Arc<Source>, kind: PolicyKind) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
    let stem = Path::new(source.name()).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = stem.unwrap_or_else(|| source.name().to_owned());
    let (mut policy, mut diagnostics) = rules(source, Form::Plain, kind);
    if is_policy_name(&name) {
        if name == Policy::ACTION {
            policy.kind = PolicyKind::Action;
        }
        policy.name = Some(Written::about(source, 0..0, name));
    } else {
        let reason = format!("`{name}` cannot be the name of a policy");
        diagnostics.push(Diagnostic::error(Code::Field, source.place(0..0), reason).help(
            "a file of plain rules has the name of its policy: letters (A-Z, a-z), digits and `_`, not beginning with a digit",
        ));
    }
    (vec![policy], diagnostics)
}

/// Rules that are added to a policy.
pub(super) fn typed(
    source: &Arc<Source>,
    policy: &str,
    kind: PolicyKind,
) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
    let (mut written, diagnostics) = rules(source, Form::Added, kind);
    written.name = Some(Written::about(source, 0..0, policy.to_owned()));
    (vec![written], diagnostics)
}

/// A policy without a name that has the rules of a text.
fn rules(source: &Arc<Source>, form: Form, kind: PolicyKind) -> (WrittenPolicy, Vec<Diagnostic>) {
    let program = read_program(source.text());
    let whole = Written::plainly(source, 0..source.text().len());
    let diagnostics = program.errors.iter().map(|error| syntax_error(error, &whole)).collect();
    let rule = |statement: Statement| {
        let span = statement.span();
        let parsed = match statement {
            // A longer text is none of one rule.
            Statement::Rule(rule) if span.end - span.start <= MAX_RULE_BYTES => {
                Some(Arc::new(rule.by_itself()))
            }
            _ => None,
        };
        WrittenRule {
            text: Written::plainly(source, span.start..span.end),
            parsed,
            name: None,
            comment: None,
        }
    };
    let rules = program.statements.into_iter().map(rule).collect();
    (WrittenPolicy { form, name: None, kind, description: None, abbreviation: None, rules }, diagnostics)
}
