//! Plain rules: one after the other, as in a program.

use std::path::Path;
use std::sync::Arc;

use statehouse_datalog::{is_policy_name, read_program};
use statehouse_model::{Policy, PolicyKind};

use super::{Form, WrittenPolicy, WrittenRule};
use crate::diagnostic::{Code, Diagnostic};
use crate::explanation::syntax_error;
use crate::scalar::Written;
use crate::source::Source;

pub(super) fn read(source: &Arc<Source>, kind: PolicyKind) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
    let program = read_program(source.text());
    let whole = Written::plainly(source, 0..source.text().len());
    let mut diagnostics: Vec<_> = program.errors.iter().map(|error| syntax_error(error, &whole)).collect();
    let stem = Path::new(source.name()).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = stem.unwrap_or_else(|| source.name().to_owned());
    let is_name = is_policy_name(&name);
    if !is_name {
        let reason = format!("`{name}` cannot be the name of a policy");
        diagnostics.push(Diagnostic::error(Code::Field, source.place(0..0), reason).help(
            "a file of plain rules has the name of its policy: letters (A-Z, a-z), digits and `_`, not beginning with a digit",
        ));
    }
    let rule = |span: statehouse_datalog::Span| WrittenRule {
        text: Written::plainly(source, span.start..span.end),
        name: None,
        comment: None,
    };
    let policy = WrittenPolicy {
        form: Form::Plain,
        kind: if name == Policy::ACTION { PolicyKind::Action } else { kind },
        name: is_name.then(|| Written::about(source, 0..0, name)),
        description: None,
        abbreviation: None,
        rules: program.statements.iter().map(|statement| rule(statement.span())).collect(),
    };
    (vec![policy], diagnostics)
}
