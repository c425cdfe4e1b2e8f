//! The texts of rules.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use statehouse_datalog::MAX_RULE_BYTES;

use crate::text::text;

/// A rule or a fact, or nearly one: over so few tables that rules meet, contradict each other, and go in circles.
pub fn rule_text() -> BoxedStrategy<String> {
    let literal = (prop::bool::weighted(0.2), atom())
        .prop_map(|(negated, atom)| if negated { format!("not {atom}") } else { atom });
    let head = select(vec!["a(x)", "b(x)", "c(x)", "a(x, y)", "b(1)", "execute[a(x)]", "execute[q:b(x)]"]);
    let fact = select(vec![
        "a(1)",
        "a(1.0)",
        "a(1, 2)",
        "b(2)",
        "execute[c(1)]",
        "a(x)",
        "a(1",
        "A(1)",
        "a( 1 )",
        "b(-0.0)",
        "b(1e308)",
        "b(9223372036854775808)",
        "b(5e-324)",
        "b('Alice')",
        "b('alice')",
        "b(\"Alice\")",
        "b('a ')",
        "b('a')",
    ]);
    prop_oneof![
        12 => (head, vec(literal, 1..4)).prop_map(|(head, body)| format!("{head} :- {}", body.join(", "))),
        6 => fact.prop_map(str::to_owned),
        4 => odd_fact(),
        1 => long(),
    ]
    .boxed()
}

fn atom() -> BoxedStrategy<String> {
    let policy =
        prop_oneof![3 => Just(""), 1 => Just("p:"), 1 => Just("q:"), 1 => Just("z:"), 1 => Just("d:")];
    let table = select(vec!["a", "b", "c", "servers", "lt"]);
    let arguments = select(vec!["(x)", "(x)", "(x)", "(x, y)", "(x, y)", "(id=x)", ""]);
    (policy, table, arguments)
        .prop_map(|(policy, table, arguments)| format!("{policy}{table}{arguments}"))
        .boxed()
}

/// A fact about a text, which may hold any character, U+0000 too; rarely one that ends the text too early.
fn odd_fact() -> BoxedStrategy<String> {
    (text(2_000), prop::bool::weighted(0.1))
        .prop_map(|(text, as_it_is)| {
            let inner = if as_it_is { text } else { text.replace(['\'', '\\', '\n', '\r'], "-") };
            format!("b('{inner}')")
        })
        .boxed()
}

/// Long texts and long names of tables, up to what a rule may have and a little more.
fn long() -> BoxedStrategy<String> {
    let length = prop_oneof![1_000..5_000_usize, (MAX_RULE_BYTES - 8..MAX_RULE_BYTES + 2)];
    (length, any::<bool>())
        .prop_map(|(length, of_table)| {
            if of_table {
                format!("{}(1)", "t".repeat(length - 3))
            } else {
                format!("b('{}')", "x".repeat(length - 5))
            }
        })
        .boxed()
}
