//! Names, ids and texts.

use proptest::prelude::*;
use proptest::sample::select;

/// The names that policies and data sources mostly have.
pub const NAMES: [&str; 4] = ["p", "q", "z", "d"];

/// Names that differ in little, and some that are none.
const OTHER_NAMES: &[&str] = &[
    "Alice",
    "alice",
    "ALICE",
    "a.b",
    "a:b",
    "A:b",
    "a_b",
    "axb",
    "P",
    "Z",
    "classification",
    "Classification",
    "action",
    "bad name",
    "p ",
    " p",
    "",
    "é",
    "p\0",
    "_p",
    "1p",
    "not",
];

/// What a database may take for something else.
pub const ODD: &[&str] = &[
    // In case, and in what some languages take for case.
    "a",
    "A",
    "Alice",
    "alice",
    "ALICE",
    "ä",
    "Ä",
    "ÄÖ",
    "äö",
    "é",
    "É",
    "e\u{301}",
    "ß",
    "ẞ",
    "ss",
    "SS",
    "i",
    "I",
    "İ",
    "ı",
    "i\u{307}",
    "σ",
    "ς",
    "Σ",
    "ǆ",
    "ǅ",
    "K",
    "\u{212A}",
    "ﬁ",
    "fi",
    "Å",
    "\u{212B}",
    // In blanks, at the end and elsewhere.
    "",
    " ",
    "a ",
    "a  ",
    " a",
    "\t",
    "a\t",
    "a\u{A0}",
    "a\u{3000}",
    "\r\n",
    "\n",
    "\r",
    "a\n",
    "\u{200B}",
    "\u{FEFF}a",
    // U+0000, and what it is stored as.
    "\0",
    "a\0",
    "\0a",
    "a\0 ",
    "\0\0",
    "\u{1A}",
    "\u{1A}0",
    "\u{1A}1",
    "\u{1A}\0",
    "\u{1A}\u{1A}0",
    "\u{1}",
    "\u{7F}",
    // Of four bytes, of several characters, at the ends of planes.
    "\u{1F600}",
    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    "\u{10FFFF}",
    "\u{FFFD}",
    "\u{FFFF}",
    "\u{D7FF}",
    "\u{E000}",
    "\u{10000}",
    "é\u{301}\u{302}",
    "\u{202E}abc",
    "한",
    "\u{1112}\u{1161}\u{11AB}",
    // Escapes of somebody's.
    "'",
    "''",
    "\"",
    "`",
    "\\",
    "\\\\",
    "\\'",
    "\\0",
    "\\x1a0",
    "\\x41",
    "\\u0000",
    "\\n",
    "E'\\x'",
    "$1",
    "?",
    ":a",
    "%",
    "_",
    "a%",
    "a_",
    "{}",
    "[]",
    "--",
    "/*",
    ";",
    "$$",
    "&amp;",
    // Words of somebody's.
    "NULL",
    "null",
    "None",
    "True",
    "true",
    "0",
    "1",
    "1.0",
    "-0",
    "1e308",
    "NaN",
    "Infinity",
    "0x10",
    "'; DROP TABLE rules; --",
];

/// One of a few names, rarely one that differs in little from another, or is none, or is as long as a name may be.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        24 => select(&NAMES[..]).prop_map(str::to_owned),
        5 => select(OTHER_NAMES).prop_map(str::to_owned),
        1 => (254..=256_usize, select(vec!["n", "N"])).prop_map(|(length, letter)| letter.repeat(length)),
    ]
}

/// An id: of so few that what is deleted and made again has its old id at times.
pub fn id() -> impl Strategy<Value = String> {
    (0..8u8).prop_map(|number| format!("id-{number}"))
}

/// The id of a rule.
pub fn rule_id() -> impl Strategy<Value = String> {
    (0..12u8).prop_map(|number| format!("rule-{number}"))
}

/// The id of a data source, which a client may choose.
pub fn chosen_id() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => id(),
        3 => text(255),
        1 => (254..=256_usize).prop_map(|length| "\u{1F600}".repeat(length)),
    ]
}

/// How a caller names a thing: a name or an id.
pub fn reference() -> impl Strategy<Value = String> {
    prop_oneof![12 => Just("z".to_owned()), 10 => name(), 3 => id(), 1 => text(300)]
}

/// A text for a field that takes so many characters: mostly a short odd one, rarely one as long as it may be, or longer.
pub fn text(limit: usize) -> BoxedStrategy<String> {
    let letter = select(vec!["x", "é", "\u{1F600}", "\\", "'", "\u{1A}", " "]);
    let length = prop_oneof![(1..=limit), Just(limit), Just(limit + 1)];
    prop_oneof![
        20 => select(ODD).prop_map(str::to_owned),
        4 => any::<String>(),
        3 => (select(ODD), select(ODD)).prop_map(|(one, other)| format!("{one}{other}")),
        1 => (letter, length).prop_map(|(letter, length)| letter.repeat(length)),
    ]
    .boxed()
}
