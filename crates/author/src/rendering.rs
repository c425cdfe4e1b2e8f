//! How diagnostics are shown: to people, with the lines they are about, and to programs.

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};
use statehouse_datalog::Position;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Place, Source};

/// How diagnostics are shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Without colours.
    Plain,
    /// With the colours of a terminal.
    Coloured,
}

impl Diagnostic {
    /// The diagnostic for people, with a line end behind it.
    #[must_use]
    pub fn to_text(&self, look: Look) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut group = Group::with_title(level.primary_title(&self.message).id(self.code.as_str()));
        let primary = self.place.iter().map(|place| (place, self.label.as_deref(), AnnotationKind::Primary));
        let related = self.related.iter();
        let related = related.map(|(place, what)| (place, Some(what.as_str()), AnnotationKind::Context));
        for (source, marks) in by_source(primary.chain(related)) {
            group = group.element(snippet(source, &marks));
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        let renderer = match look {
            Look::Plain => Renderer::plain(),
            Look::Coloured => Renderer::styled(),
        };
        format!("{}\n", renderer.render(&[group]))
    }

    /// The diagnostic as a JSON object, for programs.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = json!({
            "severity": self.severity.as_str(),
            "code": self.code.as_str(),
            "message": self.message,
        });
        let Value::Object(fields) = &mut object else { return object };
        if let Some(place) = &self.place {
            fields.extend(place_json(place));
        }
        if let Some(label) = &self.label {
            fields.insert("label".to_owned(), json!(label));
        }
        if let Some(help) = &self.help {
            fields.insert("help".to_owned(), json!(help));
        }
        if !self.related.is_empty() {
            let related = self.related.iter().map(|(place, what)| {
                let mut fields = place_json(place);
                fields.insert("message".to_owned(), json!(what));
                Value::Object(fields)
            });
            fields.insert("related".to_owned(), related.collect());
        }
        object
    }
}

type Mark<'a> = (&'a Place, Option<&'a str>, AnnotationKind);

/// Marks by the source they are in, in order of first mention.
fn by_source<'a>(marks: impl Iterator<Item = Mark<'a>>) -> Vec<(&'a Arc<Source>, Vec<Mark<'a>>)> {
    let mut sources: Vec<(&Arc<Source>, Vec<Mark<'a>>)> = Vec::new();
    for mark in marks {
        let source = mark.0.source();
        match sources.iter_mut().find(|(known, _)| Arc::ptr_eq(known, source)) {
            Some((_, marks)) => marks.push(mark),
            None => sources.push((source, vec![mark])),
        }
    }
    sources
}

/// The lines of a source that marks are in: no others, so that this costs what is shown.
fn snippet<'a>(source: &'a Source, marks: &[Mark<'a>]) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let lines = marks.iter().flat_map(|(place, ..)| {
        let Range { start, end } = place.range();
        [source.line(start), source.line(end.saturating_sub(1).max(start))]
    });
    let first = lines.clone().min().unwrap_or_default();
    let window = source.lines(first, lines.max().unwrap_or_default());
    let text = source.text().get(window.clone()).unwrap_or_default();
    let snippet = Snippet::source(text).path(source.name()).line_start(first + 1);
    snippet.annotations(marks.iter().map(|(place, label, kind)| {
        let Range { start, end } = place.range();
        let within = |offset: usize| offset.saturating_sub(window.start).min(text.len());
        kind.span(within(start)..within(end)).label(label.map(str::to_owned))
    }))
}

fn place_json(place: &Place) -> serde_json::Map<String, Value> {
    let (Position { line, column }, end) = (place.start(), place.end());
    let mut fields = serde_json::Map::new();
    fields.insert("file".to_owned(), json!(place.source().name()));
    fields.insert("line".to_owned(), json!(line));
    fields.insert("column".to_owned(), json!(column));
    fields.insert("end_line".to_owned(), json!(end.line));
    fields.insert("end_column".to_owned(), json!(end.column));
    fields
}
