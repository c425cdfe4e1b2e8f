//! `statehouse config show`: each setting, its value, and who gave it.

use serde_json::{Map, Value, json};
use statehouse_connection::url::redacted;

use super::source::{Given, Sources};
use super::table::{SETTINGS, Setting, Shown};

/// What stands in the place of a secret.
const HIDDEN: &str = "<hidden>";

/// The settings as aligned columns, one line each.
pub(crate) fn as_lines(sources: &Sources) -> String {
    let rows: Vec<[String; 3]> = SETTINGS
        .iter()
        .map(|setting| {
            let given = sources.given(setting);
            [setting.name.to_owned(), shown(setting, &given).join(" "), given.origin.to_string()]
        })
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (name_width, value_width) = (width(0), width(1));
    // By hand: a format string takes no width above 65535.
    let padding = |text: &str, width: usize| " ".repeat(width.saturating_sub(text.chars().count()));
    rows.iter().fold(String::new(), |lines, [name, value, origin]| {
        let (of_name, of_value) = (padding(name, name_width), padding(value, value_width));
        lines + &format!("{name}{of_name}  {value}{of_value}  {origin}\n")
    })
}

/// The settings as a JSON object: `{name: {"value": …, "origin": …}}`.
pub(crate) fn as_json(sources: &Sources) -> Value {
    let settings: Map<String, Value> = SETTINGS
        .iter()
        .map(|setting| {
            let given = sources.given(setting);
            let values = shown(setting, &given);
            let value = if setting.repeatable { json!(values) } else { json!(values.first()) };
            (setting.name.to_owned(), json!({ "value": value, "origin": given.origin.to_string() }))
        })
        .collect();
    Value::Object(settings)
}

fn shown(setting: &Setting, given: &Given) -> Vec<String> {
    given
        .values
        .iter()
        .map(|value| match setting.shown {
            Shown::Whole => value.clone(),
            Shown::Address => redacted(value),
            Shown::Never => HIDDEN.to_owned(),
        })
        .collect()
}
