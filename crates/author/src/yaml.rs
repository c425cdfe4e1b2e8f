//! YAML with the places of everything in it.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::{Code, Diagnostic};
use crate::scalar::Written;
use crate::source::Source;

/// How deep lists and mappings may stand in each other. Policies need three levels.
const DEEPEST: usize = 64;

/// A value of a document.
#[derive(Debug)]
pub(crate) struct Node {
    /// Where it stands.
    pub range: Range<usize>,
    pub what: What,
}

#[derive(Debug)]
pub(crate) enum What {
    Scalar(Written),
    List(Vec<Rc<Node>>),
    Mapping(Vec<(Rc<Node>, Rc<Node>)>),
}

impl Node {
    /// The words for what it is.
    pub fn kind(&self) -> &'static str {
        match &self.what {
            What::Scalar(written) if written.is_null() => "nothing",
            What::Scalar(written) if written.is_text() => "a text",
            What::Scalar(_) => "a number or truth value",
            What::List(_) => "a list",
            What::Mapping(_) => "a mapping",
        }
    }
}

/// The documents of a text, up to the place where it stops being YAML.
pub(crate) fn documents(source: &Arc<Source>) -> (Vec<Rc<Node>>, Option<Diagnostic>) {
    let mut reader = Reader { source, open: Vec::new(), anchors: HashMap::new(), documents: Vec::new() };
    for next in Parser::new_from_str(source.text()) {
        let (event, span) = match next {
            Ok(next) => next,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(source.text().len());
                return (reader.documents, Some(broken(source, at, &error.to_string())));
            }
        };
        let range = span.byte_range().unwrap_or_default();
        if let Err(diagnostic) = reader.take(event, range) {
            return (reader.documents, Some(*diagnostic));
        }
    }
    (reader.documents, None)
}

/// Where a text stops being YAML, and what helps.
fn broken(source: &Arc<Source>, at: usize, message: &str) -> Diagnostic {
    // The place is told in front.
    let reason = message.split(" at char ").next().unwrap_or(message);
    let extension = Path::new(source.name()).extension();
    let form = if extension.is_some_and(|it| it == "json") { "JSON" } else { "YAML" };
    let error = Diagnostic::error(Code::Yaml, source.place(at..at), format!("not {form}: {reason}"));
    let line = source.line(at);
    let is_rule = source.text().get(source.lines(line, line)).is_some_and(|line| line.contains("rule:"));
    if reason.starts_with("tabs ") {
        error.help("lines are indented by spaces, not by tabs")
    } else if is_rule {
        error.help(
            "a rule that holds `: `, ` #` or a quote at its start is best written behind `|`, on lines of its own",
        )
    } else {
        error
    }
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    /// The lists and mappings that have begun.
    open: Vec<Open>,
    anchors: HashMap<usize, Rc<Node>>,
    documents: Vec<Rc<Node>>,
}

struct Open {
    start: usize,
    anchor: usize,
    is_mapping: bool,
    /// The elements, or keys and values in turn.
    inside: Vec<Rc<Node>>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_typed = tag.is_none() && style == ScalarStyle::Plain;
                let written = Written::scalar(self.source, text.into_owned(), range.clone(), style, is_typed);
                self.add(Node { range, what: What::Scalar(written) }, anchor);
            }
            Event::SequenceStart(_, anchor, _) => self.open(range, anchor, false)?,
            Event::MappingStart(_, anchor, _) => self.open(range, anchor, true)?,
            Event::SequenceEnd | Event::MappingEnd => self.close(range.start),
            Event::Alias(anchor) => {
                let node = self.anchors.get(&anchor).cloned();
                let node = node.ok_or_else(|| {
                    Box::new(Diagnostic::error(
                        Code::Yaml,
                        self.source.place(range),
                        "this refers to what it is in",
                    ))
                })?;
                self.put(node);
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, range: Range<usize>, anchor: usize, is_mapping: bool) -> Result<(), Box<Diagnostic>> {
        if self.open.len() == DEEPEST {
            let reason = format!("lists and mappings stand in each other more than {DEEPEST} deep");
            return Err(Box::new(Diagnostic::error(Code::Yaml, self.source.place(range), reason)));
        }
        self.open.push(Open { start: range.start, anchor, is_mapping, inside: Vec::new() });
        Ok(())
    }

    fn close(&mut self, end: usize) {
        let Some(Open { start, anchor, is_mapping, inside }) = self.open.pop() else { return };
        let what = if is_mapping {
            let mut inside = inside.into_iter();
            let pairs = std::iter::from_fn(|| inside.next().zip(inside.next()));
            What::Mapping(pairs.collect())
        } else {
            What::List(inside)
        };
        self.add(Node { range: start..end.max(start), what }, anchor);
    }

    fn add(&mut self, node: Node, anchor: usize) {
        let node = Rc::new(node);
        if anchor != 0 {
            self.anchors.insert(anchor, Rc::clone(&node));
        }
        self.put(node);
    }

    fn put(&mut self, node: Rc<Node>) {
        match self.open.last_mut() {
            Some(open) => open.inside.push(node),
            None => self.documents.push(node),
        }
    }
}
