//! Documents of the form of library policies.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use statehouse_model::{Policy, PolicyKind};

use super::{Form, WrittenPolicy, WrittenRule};
use crate::diagnostic::{Code, Diagnostic};
use crate::nearest::nearest;
use crate::scalar::Written;
use crate::source::Source;
use crate::yaml::{Node, What, documents};

/// The fields of a policy. A server gives a library policy an id itself, and ignores any that it is sent.
const POLICY_FIELDS: &[&str] = &["name", "kind", "description", "abbreviation", "rules", "id"];
/// The fields of a rule that mean something. A server keeps the others.
const RULE_FIELDS: &[&str] = &["rule", "name", "comment", "id"];

pub(super) fn read(source: &Arc<Source>) -> (Vec<WrittenPolicy>, Vec<Diagnostic>) {
    let (documents, broken) = documents(source);
    let mut reader = Reader { source, diagnostics: broken.into_iter().collect() };
    let policies = documents.iter().filter(|document| document.kind() != "nothing");
    let policies = policies.filter_map(|document| reader.policy(document)).collect();
    (policies, reader.diagnostics)
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    diagnostics: Vec<Diagnostic>,
}

type Fields<'a> = HashMap<&'a str, &'a Rc<Node>>;

impl Reader<'_> {
    fn policy(&mut self, document: &Node) -> Option<WrittenPolicy> {
        let fields = self.fields(document, "a policy", POLICY_FIELDS)?;
        let name = self.required(&fields, "name", document);
        let kind = self.optional(&fields, "kind").and_then(|kind| self.kind(&kind));
        let description = self.optional(&fields, "description");
        let abbreviation = self.optional(&fields, "abbreviation");
        if let Some(empty) = abbreviation.as_ref().filter(|it| it.text().is_empty()) {
            self.wrong(
                empty.place(),
                "the abbreviation is empty; leave the field out, or give 1 to 5 characters",
            );
        }
        let rules = if let Some(rules) = fields.get("rules") {
            self.rules(rules)
        } else {
            self.missing(document, "rules", "a policy without any has an empty list: `rules: []`");
            Vec::new()
        };
        // Without a name its rules can be looked at all the same.
        let kind = kind.unwrap_or_default();
        Some(WrittenPolicy { form: Form::Library, name, kind, description, abbreviation, rules })
    }

    fn kind(&mut self, written: &Written) -> Option<PolicyKind> {
        let kind = written.text().parse::<PolicyKind>();
        if kind.is_err() {
            let known = PolicyKind::ALL.map(PolicyKind::as_str);
            let message = format!("there is no kind of policy `{}`", written.text());
            let error = Diagnostic::error(Code::Field, written.place(), message)
                .label(format!("expected one of {}", known.join(", ")));
            self.diagnostics.push(match nearest(&written.text().to_lowercase(), known) {
                Some(nearest) => error.help(format!("did you mean `{nearest}`?")),
                None => error,
            });
        }
        kind.ok()
    }

    fn rules(&mut self, rules: &Node) -> Vec<WrittenRule> {
        let What::List(rules) = &rules.what else {
            self.unexpected(rules, "a list of rules");
            return Vec::new();
        };
        // No server takes more, and by aliases a short file may have very many.
        if let Some(surplus) = rules.get(Policy::RULES_LIMIT) {
            self.unexpected(surplus, &format!("at most {} rules", Policy::RULES_LIMIT));
        }
        rules.iter().take(Policy::RULES_LIMIT).filter_map(|rule| self.rule(rule)).collect()
    }

    fn rule(&mut self, rule: &Node) -> Option<WrittenRule> {
        if let What::Scalar(written) = &rule.what {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::Yaml,
                    written.place(),
                    "a rule is a mapping, and this is a bare text",
                )
                .label("expected `rule:` before it"),
            );
            return None;
        }
        let fields = self.fields(rule, "a rule", RULE_FIELDS)?;
        let text = self.required(&fields, "rule", rule);
        let (name, comment) = (self.nullable(&fields, "name"), self.nullable(&fields, "comment"));
        let (name, comment) = (name.map(Box::new), comment.map(Box::new));
        Some(WrittenRule { text: text?, parsed: None, name, comment })
    }

    /// The fields of a mapping, each once.
    fn fields<'n>(&mut self, node: &'n Node, what: &str, known: &[&'static str]) -> Option<Fields<'n>> {
        let What::Mapping(pairs) = &node.what else {
            self.unexpected(node, &format!("{what}: a mapping with the fields {}", known.join(", ")));
            return None;
        };
        let mut fields = Fields::new();
        let mut keys: HashMap<&str, &Written> = HashMap::new();
        for (key, value) in pairs {
            let What::Scalar(key) = &key.what else {
                self.unexpected(key, "the name of a field");
                continue;
            };
            if let Some(first) = keys.insert(key.text(), key) {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::Yaml,
                        key.place(),
                        format!("the field `{}` is given twice", key.text()),
                    )
                    .related(first.place(), "first given here"),
                );
            }
            if !known.contains(&key.text()) {
                self.unknown(key, what, known);
            }
            fields.insert(key.text(), value);
        }
        Some(fields)
    }

    fn unknown(&mut self, key: &Written, what: &str, known: &[&'static str]) {
        let message = format!("{what} has no field `{}`, so it means nothing", key.text());
        let warning = Diagnostic::warning(Code::Suspicious, key.place(), message);
        self.diagnostics.push(match nearest(key.text(), known.iter().copied()) {
            Some(nearest) => warning.help(format!("did you mean `{nearest}`?")),
            None => warning,
        });
    }

    fn required(&mut self, fields: &Fields<'_>, field: &str, of: &Node) -> Option<Written> {
        if !fields.contains_key(field) {
            self.missing(of, field, &format!("write `{field}: …`"));
        }
        self.optional(fields, field)
    }

    /// A text that may be left out, and may not be nothing.
    fn optional(&mut self, fields: &Fields<'_>, field: &str) -> Option<Written> {
        let node = fields.get(field)?;
        match &node.what {
            What::Scalar(written) if written.is_text() => Some(written.clone()),
            _ => {
                self.unexpected(node, "a text");
                None
            }
        }
    }

    /// A text that may be left out or be nothing.
    fn nullable(&mut self, fields: &Fields<'_>, field: &str) -> Option<Written> {
        if fields.get(field).is_some_and(|node| node.kind() == "nothing") {
            return None;
        }
        self.optional(fields, field)
    }

    fn missing(&mut self, of: &Node, field: &str, help: &str) {
        let start = of.range.start;
        // The whole mapping would be a lot to underline.
        let line = self.source.text().get(start..of.range.end).and_then(|text| text.lines().next());
        let place = self.source.place(start..start + line.map_or(0, |line| line.trim_end().len()));
        let message = format!("the field `{field}` is missing");
        self.diagnostics.push(Diagnostic::error(Code::Field, place, message).help(help));
    }

    fn unexpected(&mut self, node: &Node, expected: &str) {
        let place = match &node.what {
            What::Scalar(written) => written.place(),
            _ => self.source.place(node.range.start..(node.range.start + 1).min(node.range.end)),
        };
        let error =
            Diagnostic::error(Code::Yaml, place, format!("found {}, expected {expected}", node.kind()));
        self.diagnostics.push(match &node.what {
            What::Scalar(written) if !written.is_text() && !written.is_null() => {
                error.help(format!("to have it as a text, put it between quotes: \"{}\"", written.text()))
            }
            _ => error,
        });
    }

    fn wrong(&mut self, place: crate::source::Place, message: &str) {
        self.diagnostics.push(Diagnostic::error(Code::Field, place, message));
    }
}
