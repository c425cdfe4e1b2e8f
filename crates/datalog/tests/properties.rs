//! What holds of every text and every rule.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use statehouse_datalog::{
    Atom, Builtin, Column, Context, Float, Integer, Literal, Modal, Relation, Rule, RuleError, Schema, Span,
    Statement, TableRef, Term, Value, check, identity, is_beyond_doubt, is_policy_name, lay_out,
    parse_program, parse_rule,
};

/// Knows nothing.
struct Nothing;

impl Schema for Nothing {
    fn columns(&self, _: &str, _: &str) -> Option<&[Arc<str>]> {
        None
    }

    fn arity(&self, _: &str, _: &str) -> Option<usize> {
        None
    }

    fn defines(&self, _: &str, _: &str) -> bool {
        false
    }
}

const P: Context<'_> = Context { policy: "p", action_policy: false };

fn identifier() -> impl Strategy<Value = Arc<str>> {
    let reserved = ["not", "NOT", "insert", "delete", "execute"];
    "\\.?[A-Za-z_][A-Za-z0-9_.]{0,5}"
        .prop_filter("reserved words", move |name| !reserved.contains(&name.as_str()))
        .prop_map(Arc::from)
}

/// What a string literal can hold: one kind of quote bare, the other behind a backslash.
fn string() -> impl Strategy<Value = Arc<str>> {
    let bare = |quote: &'static str| {
        let character =
            any::<char>().prop_filter("has a meaning of its own", |it| !"\"'\\\n\r".contains(*it));
        let piece = prop_oneof![
            character.prop_map(String::from),
            prop::sample::select(vec![quote, "\\\"", "\\'", "\\\\", "\\n", "\\\n", "//", "/*", "#"])
                .prop_map(String::from),
        ];
        vec(piece, 0..6).prop_map(|pieces| Arc::from(pieces.concat()))
    };
    prop_oneof![bare("\""), bare("'")]
}

fn value() -> impl Strategy<Value = Value> {
    let large = ("[1-9][0-9]{18,40}", any::<bool>()).prop_filter_map("not a number", |(digits, negative)| {
        let number = Integer::from_digits(&digits, 10)?;
        Some(Value::Integer(if negative { number.negated() } else { number }))
    });
    let float = any::<f64>().prop_filter("cannot be written", |it| !it.is_nan());
    prop_oneof![
        any::<i64>().prop_map(Value::from),
        large,
        float.prop_map(|it| Value::Float(Float::new(it))),
        (-20_i32..20).prop_map(|it| Value::from(f64::from(it) / 4.0)),
        string().prop_map(Value::String),
    ]
}

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![identifier().prop_map(Term::Variable), value().prop_map(Term::Constant)]
}

fn table() -> impl Strategy<Value = TableRef> {
    let suffix = prop::sample::select(vec!["", "", "+", "-"]);
    (option::of(identifier()), vec(identifier(), 1..3), suffix).prop_map(|(policy, parts, suffix)| {
        let parts = if policy.is_some() { parts.join(":") } else { parts[0].to_string() };
        TableRef { policy, table: Arc::from(parts + suffix) }
    })
}

fn columns() -> impl Strategy<Value = Vec<(Column, Term)>> {
    let column = prop_oneof![(4_u32..).prop_map(Column::Index), identifier().prop_map(Column::Name)];
    prop::collection::btree_map(column, term(), 0..3).prop_map(|columns| columns.into_iter().collect())
}

fn atom() -> impl Strategy<Value = Atom> {
    (table(), vec(term(), 0..4), columns()).prop_map(|(table, arguments, columns)| Atom {
        table,
        arguments,
        columns,
        span: Span::default(),
    })
}

fn literal() -> impl Strategy<Value = Literal> {
    let modal =
        option::weighted(0.2, prop::sample::select(vec![Modal::Execute, Modal::Insert, Modal::Delete]));
    (any::<bool>(), modal, atom()).prop_map(|(negated, modal, atom)| Literal {
        negated,
        modal,
        atom,
        span: Span::default(),
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    (vec(literal(), 1..3), vec(literal(), 0..5)).prop_map(|(mut heads, body)| {
        if body.is_empty() {
            heads.truncate(1);
            heads[0].negated = false;
        }
        Rule { heads, body, span: Span::default() }
    })
}

/// Rules over few tables, variables and builtins: the ones that safety is about.
fn small_rule() -> impl Strategy<Value = Rule> {
    let table = prop::sample::select(vec!["q", "r", "lt", "plus", "now", "len"]);
    let variable = prop::sample::select(vec!["x", "y", "z", "u"]);
    let literal = (any::<bool>(), table, vec(variable, 3)).prop_map(|(negated, name, variables)| {
        let arity = Builtin::named(name).map_or(2, |builtin| builtin.arity);
        let arguments = variables.iter().take(arity).map(|name| Term::Variable(Arc::from(*name))).collect();
        let table = TableRef { policy: None, table: Arc::from(name) };
        let atom = Atom { table, arguments, columns: Vec::new(), span: Span::default() };
        Literal { negated, modal: None, atom, span: Span::default() }
    });
    vec(literal, 1..6).prop_map(|body| {
        let Ok(Rule { heads, .. }) = parse_rule("a(x)") else { unreachable!() };
        Rule { heads, body, span: Span::default() }
    })
}

/// Texts made of what the grammar is made of.
fn soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "p",
        "q:r",
        "x",
        "_",
        ".",
        "..",
        "(",
        ")",
        "[",
        "]",
        ",",
        ":",
        ":-",
        "=",
        "+",
        "-",
        ";",
        "!",
        "not ",
        "NOT ",
        "execute",
        "insert",
        "delete[",
        "true",
        "1",
        "0",
        "007",
        "0x1f",
        "0b",
        "1.5",
        ".5",
        "1e",
        "1e-3",
        "1e999",
        "'a'",
        "\"b\"",
        "'",
        "\"",
        "\\",
        "é",
        "🙂",
        " ",
        "\n",
        "\r",
        "// c\n",
        "#",
        "/*",
        "*/",
        "\0",
        "p(x) :- q(x)",
    ];
    vec(prop::sample::select(pieces), 0..25).prop_map(|pieces| pieces.concat())
}

fn lies_within(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    text.get(span.start..span.end).is_some()
        && span.position.line as usize == before.matches('\n').count() + 1
        && span.position.column as usize == before.chars().rev().take_while(|it| *it != '\n').count() + 1
}

fn spans(statement: &Statement) -> Vec<Span> {
    let (rule, own) = match statement {
        Statement::Rule(rule) => (rule, rule.span),
        Statement::Event(event) => (&event.rule, event.span),
    };
    let literals = rule.literals().flat_map(|literal| [literal.span, literal.atom.span]);
    [own, rule.span].into_iter().chain(literals).collect()
}

fn judge(text: &str) -> Result<(), TestCaseError> {
    let _ = is_policy_name(text);
    if let Ok(rule) = parse_rule(text) {
        let _ = (identity(&rule, &P, &Nothing), lay_out(text, &rule));
        let warnings = check(&rule, &P, &Nothing).map(|checked| checked.warnings).unwrap_or_default();
        prop_assert!(warnings.is_empty() || !is_beyond_doubt(&rule), "{:?}", warnings);
    }
    match parse_program(text) {
        Ok(statements) => {
            for span in statements.iter().flat_map(spans) {
                prop_assert!(lies_within(text, span), "{:?}", span);
            }
            for statement in statements {
                let Statement::Rule(rule) = statement else { continue };
                let alone = parse_rule(rule.span.of(text));
                prop_assert_eq!(
                    format!("{:?}", Ok::<_, RuleError>(rule.by_itself())),
                    format!("{:?}", alone)
                );
            }
        }
        Err(error) => prop_assert!(lies_within(text, error.span), "{:?}", error),
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_printed_parses_to_the_same(rule in rule()) {
        let printed = rule.to_string();
        prop_assert_eq!(parse_rule(&printed).map_err(|error| error.to_string()), Ok(rule), "{}", printed);
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        judge(&text)?;
    }

    #[test]
    fn no_mixture_of_tokens_is_too_strange(text in soup()) {
        judge(&text)?;
    }

    #[test]
    fn identity_ignores_layout_and_order(rule in rule(), turn in 0_usize..5) {
        let mut literals: Vec<_> = rule.body.iter().map(ToString::to_string).collect();
        let turns = turn % literals.len().max(1);
        literals.rotate_left(turns);
        let heads: Vec<_> = rule.heads.iter().map(ToString::to_string).collect();
        let arrow = if literals.is_empty() { "" } else { " # :-\n:- " };
        let text = format!("/* , */ {}{arrow}{} // end", heads.join("\n,"), literals.join("\t, // ,\r\n"));
        let other = parse_rule(&text).unwrap();
        prop_assert_eq!(identity(&other, &P, &Nothing), identity(&rule, &P, &Nothing), "{}", text);
        let laid_out = lay_out(&text, &other);
        let again = parse_rule(&laid_out).unwrap();
        prop_assert_eq!(identity(&again, &P, &Nothing), identity(&rule, &P, &Nothing), "{}", laid_out);
        prop_assert_eq!(lay_out(&laid_out, &again), laid_out);
    }

    #[test]
    fn a_body_is_ordered_exactly_when_an_order_exists(rule in small_rule()) {
        let needs = |literal: &Literal| {
            let builtin = Builtin::named(&literal.atom.table.table);
            let needed = if literal.negated { 3 } else { builtin.map_or(0, |builtin| builtin.inputs) };
            literal.atom.arguments.iter().take(needed).cloned().collect::<HashSet<_>>()
        };
        let mut bound = HashSet::new();
        let mut waiting: Vec<_> = rule.body.iter().collect();
        while let Some(place) = waiting.iter().position(|literal| needs(literal).is_subset(&bound)) {
            let literal = waiting.remove(place);
            if !literal.negated {
                bound.extend(literal.atom.arguments.iter().cloned());
            }
        }
        let is_safe = waiting.is_empty() && bound.contains(&Term::Variable(Arc::from("x")));
        let checked = check(&rule, &P, &Nothing);
        prop_assert_eq!(checked.is_ok(), is_safe);
        let Ok(checked) = checked else { return Ok(()) };
        bound.clear();
        for literal in &checked.body {
            prop_assert!(needs(&rule.body[literal.place]).is_subset(&bound));
            let is_builtin = matches!(literal.atom.relation, Relation::Builtin(_));
            prop_assert_eq!(is_builtin, Builtin::named(&rule.body[literal.place].atom.table.table).is_some());
            if !literal.negated {
                bound.extend(literal.atom.arguments.iter().cloned());
            }
        }
        prop_assert_eq!(checked.body.len(), rule.body.len());
    }
}
