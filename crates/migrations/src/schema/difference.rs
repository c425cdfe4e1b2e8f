//! Two schemas compared, item by item.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::Schema;
use super::recorded::{Words, words};
use super::table::{Table, list};

/// One thing in which a schema is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: `table rules`, or nothing for what belongs to no table.
    pub place: String,
    /// What: `column text`, `primary key`, `index commits_by_batch`.
    pub item: String,
    /// How it should be; `None` when it should not be there.
    pub expected: Option<String>,
    /// How it is; `None` when it is not there.
    pub found: Option<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        let words = |words: &str| if words.is_empty() { String::new() } else { format!(" ({words})") };
        match (&self.expected, &self.found) {
            (Some(expected), None) => write!(f, "{} is missing{}", self.item, words(expected)),
            (None, Some(found)) => write!(f, "{}{} should not be there", self.item, words(found)),
            (Some(expected), Some(found)) => write!(f, "{} is `{found}`, not `{expected}`", self.item),
            (None, None) => f.write_str(&self.item),
        }
    }
}

pub(super) fn between(expected: &Schema, found: &Schema) -> Vec<Difference> {
    let mut differences = Vec::new();
    let names: BTreeSet<&String> = expected.tables.keys().chain(found.tables.keys()).collect();
    for name in names {
        match (expected.tables.get(name), found.tables.get(name)) {
            (Some(expected), Some(found)) => differences.extend(of_table(name, expected, found)),
            (expected, found) => differences.push(Difference {
                place: String::new(),
                item: format!("table {name}"),
                expected: expected.map(|_| String::new()),
                found: found.map(|_| String::new()),
            }),
        }
    }
    let none =
        |others: &BTreeSet<String>| others.iter().map(|other| (other.clone(), String::new())).collect();
    differences.extend(of_items("", &none(&expected.others), &none(&found.others)));
    if expected.engine == found.engine {
        differences.extend(of_words(expected, &words(expected), found, &differences));
    }
    differences
}

fn of_table(name: &str, expected: &Table, found: &Table) -> Vec<Difference> {
    let place = format!("table {name}");
    let items = |table: &Table| table.items().into_iter().collect::<BTreeMap<_, _>>();
    let mut differences = of_items(&place, &items(expected), &items(found));
    let names = |table: &Table| table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
    let (expected, found) = (names(expected), names(found));
    let sorted = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
    if expected != found && sorted(&expected) == sorted(&found) {
        let (expected, found) = (Some(list(&expected)), Some(list(&found)));
        differences.push(Difference { place, item: "order of columns".to_owned(), expected, found });
    }
    differences
}

/// What the engine words in its own way, of tables that both have. An item that differs in common words is told already.
pub(super) fn of_words(
    expected: &Schema,
    expected_words: &Words,
    found: &Schema,
    told: &[Difference],
) -> Vec<Difference> {
    let found_words = words(found);
    let of_table = |words: &Words, name: &str| {
        let of_table = words.iter().filter(|((table, _), _)| table == name);
        of_table.map(|((_, item), words)| (item.clone(), words.clone())).collect::<BTreeMap<_, _>>()
    };
    let both = expected.tables.keys().filter(|name| found.tables.contains_key(*name));
    let differences = both.flat_map(|name| {
        of_items(&format!("table {name}"), &of_table(expected_words, name), &of_table(&found_words, name))
    });
    let is_told =
        |it: &Difference| told.iter().any(|told| (&told.place, &told.item) == (&it.place, &it.item));
    let engine = found.engine;
    differences
        .filter(|it| !is_told(it))
        .map(|it| Difference { item: format!("{} on {engine}", it.item), ..it })
        .collect()
}

fn of_items(
    place: &str,
    expected: &BTreeMap<String, String>,
    found: &BTreeMap<String, String>,
) -> Vec<Difference> {
    let items: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    let differing = items.into_iter().filter(|item| expected.get(*item) != found.get(*item));
    let difference = |item: &String| Difference {
        place: place.to_owned(),
        item: item.clone(),
        expected: expected.get(item).cloned(),
        found: found.get(item).cloned(),
    };
    differing.map(difference).collect()
}
