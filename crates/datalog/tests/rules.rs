//! What a rule may say, and what authors are told when it may not.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a rule that is not answered as promised fails its test"
)]

use std::collections::HashMap;
use std::sync::Arc;

use statehouse_datalog::{
    Checked, Concern, Context, ErrorKind, RuleError, Schema, check, identity, parse_program, parse_rule,
    read_program,
};

/// Knows the data source `nova` with `servers(id, name, status)`, and that `r` of the policy `p` has 2 columns.
struct Known {
    servers: Vec<Arc<str>>,
    arity: HashMap<&'static str, usize>,
}

impl Known {
    fn new() -> Self {
        let servers = ["id", "name", "status"].map(Arc::from).to_vec();
        Known { servers, arity: HashMap::from([("r", 2), ("len", 1)]) }
    }
}

impl Schema for Known {
    fn columns(&self, policy: &str, table: &str) -> Option<&[Arc<str>]> {
        ((policy, table) == ("nova", "servers")).then_some(&self.servers)
    }

    fn arity(&self, policy: &str, table: &str) -> Option<usize> {
        self.arity.get(table).copied().filter(|_| policy == "p")
    }

    fn defines(&self, policy: &str, table: &str) -> bool {
        policy == "p" && table != "undefined"
    }
}

const P: Context<'_> = Context { policy: "p", action_policy: false };
const ACTIONS: Context<'_> = Context { policy: "p", action_policy: true };

fn admit(text: &str, context: &Context<'_>) -> Result<Checked, Vec<RuleError>> {
    check(&parse_rule(text).map_err(|error| vec![error])?, context, &Known::new())
}

fn accepted(text: &str) -> Checked {
    admit(text, &P).unwrap_or_else(|errors| panic!("{text}: {errors:?}"))
}

/// The message of the only error.
fn refusal(text: &str) -> String {
    match admit(text, &P).unwrap_err().as_slice() {
        [error] => error.to_string(),
        errors => panic!("{errors:?}"),
    }
}

#[test]
fn a_rule_is_one_statement() {
    assert_eq!(parse_rule(" // nothing").unwrap_err(), RuleError::Empty);
    let several = parse_rule("p(1);\n q(2) r(3)").unwrap_err();
    assert_eq!(several.kind(), ErrorKind::SeveralStatements);
    assert_eq!(
        several.to_string(),
        "line 2, column 2: a second statement begins here; the text holds 3, and a rule is one"
    );
    assert_eq!(parse_rule("insert[p(x) :- q(x)]").unwrap_err().kind(), ErrorKind::Inadmissible);
}

#[test]
fn syntax_errors_say_what_would_be_right() {
    let error = |text: &str| parse_rule(text).unwrap_err().to_string();
    assert_eq!(error("p(x) :- q(x),\n  ;"), "line 2, column 3: found `;`, expected a literal");
    assert_eq!(
        error("p(not)"),
        "line 1, column 3: found the reserved word `not`, expected a variable, a number or a string"
    );
    assert_eq!(
        error("p('é', \"x)"),
        "line 1, column 8: found a string without end, expected `\"` before the end of the line (a backslash before a quote keeps it from ending the string)"
    );
    assert_eq!(error("p(x"), "line 1, column 4: found the end of the text, expected `,` or `)`");
    assert_eq!(
        error("p(x) :- x < 3"),
        "line 1, column 11: found the character '<', expected a name, a number, a string or punctuation (comparisons and arithmetic are tables: lt(x, y), plus(x, y, z))"
    );
    assert_eq!(
        error("p(x, 0=y)"),
        "line 1, column 6: found column 0 again, expected each column once (columns are counted from 0, and those given by position come first)"
    );
    assert_eq!(
        error("p(u'a')"),
        "line 1, column 4: found `'a'`, expected `,` or `)` (a string begins with its quote; prefixes have no meaning here)"
    );
    assert_eq!(
        error("p(x), q(x)"),
        "line 1, column 11: found the end of the text, expected `:-` (several facts are several statements, and a fact cannot be negated)"
    );
}

#[test]
fn frequent_slips_are_told_what_was_meant() {
    let slips = [
        ("a(x) <- s(x)", "column 6", "between head and body stands `:-`"),
        ("a(x) : - s(x)", "column 6", "between head and body stands `:-`"),
        (":- s(x)", "column 1", "a rule begins with its head"),
        ("a(x) :- s(x), x = 1", "column 17", "comparisons are tables: equal(x, y)"),
        ("a(x) :- s(x), x != 1", "column 18", "comparisons are tables: equal(x, y), not equal(x, y)"),
        ("a(x) :- s(x) & t(x)", "column 14", "literals are separated by `,`"),
        ("a(x) :- s(x) and t(x)", "column 14", "literals are separated by `,`"),
        ("a(x) :- s(x) or t(x)", "column 14", "alternatives are rules of their own"),
        ("a(x) :- s(x))", "column 13", "no `(` is open here"),
        ("a(x) :- not (s(x))", "column 13", "a negation stands before one atom, without parentheses"),
        ("a(x) :- s(f(x))", "column 12", "values are computed by tables"),
        ("a(x) :- s(x + 1)", "column 13", "values are computed by tables"),
        ("a(x) :- s([x])", "column 11", "an argument is a variable or a constant"),
        ("a(x) :- s(id:x)", "column 13", "as in `name=x`"),
        ("a(x) :- s(x, +1)", "column 14", "only `-` can be a sign, right before its number"),
        ("a(x) :- s(x, 007)", "column 15", "a number has no leading zeros"),
        ("a(x) :- s($x)", "column 11", "a variable is a name"),
        ("a(x) :- s(`x`)", "column 11", "write strings between plain quotes"),
        ("a(x) :- s(x) -- all", "column 14", "a comment begins with `//` or `#`"),
        ("a(x) :- s(x) % all", "column 14", "a comment begins with `//` or `#`"),
        ("a-b(x) :- s(x)", "column 3", "names consist of ASCII letters, digits, `_` and `.`"),
    ];
    for (text, place, hint) in slips {
        let error = parse_rule(text).unwrap_err().to_string();
        assert!(error.contains(place) && error.contains(hint), "{text}: {error}");
    }
    let ended = parse_rule("a(x) :- s(x); = 1").unwrap_err().to_string();
    assert_eq!(ended, "line 1, column 15: found `=`, expected a rule or a fact");
}

/// However long a literal and however many its variables.
#[test]
fn messages_are_to_be_read() {
    let variables: Vec<_> = (0..5_000).map(|number| format!("v{number}")).collect();
    let error = refusal(&format!("a :- not b({})", variables.join(",")));
    assert!(error.contains("`v0`") && error.contains("and 4995 more") && error.len() < 300, "{error}");
}

#[test]
fn texts_are_bounded() {
    let error = |text: String| parse_program(&text).unwrap_err().to_string();
    assert_eq!(
        error(" ".repeat(2_000_000)),
        "line 1, column 1: found a text of 2000000 bytes, expected at most 1048576"
    );
    assert_eq!(
        error(format!("p({})", "1".repeat(2_000))),
        "line 1, column 3: found a number of 2000 characters, expected at most 1000"
    );
    assert!(
        error("p ".repeat(200_000)).ends_with("found one literal more, expected at most 100000 in one text")
    );
    assert_eq!(parse_rule(&" ".repeat(70_000)).unwrap_err().kind(), ErrorKind::Syntax);
    // Few bytes may name many columns.
    let mut known = Known::new();
    known.arity.insert("wide", 30_000);
    let rule = parse_rule(&format!("q :- {}", vec!["wide"; 1_000].join(","))).unwrap();
    assert!(check(&rule, &P, &known).is_err());
}

#[test]
fn a_head_is_one_plain_literal_of_the_policy_itself() {
    assert_eq!(
        refusal("a(x), b(x) :- q(x)"),
        "line 1, column 7: the rule has 2 heads; write one rule for each"
    );
    assert_eq!(
        refusal("not a(x) :- q(x)"),
        "line 1, column 1: a head cannot be negated; what no rule derives does not hold anyway"
    );
    assert_eq!(
        refusal("p:a(x) :- q(x)"),
        "line 1, column 1: a head cannot name a policy, not even its own; write `a`, in the policy `p`"
    );
    assert_eq!(
        refusal("insert[a(x)] :- q(x)"),
        "line 1, column 1: `insert[…]` cannot be a head; only `execute[…]` can"
    );
    assert_eq!(
        refusal("delete[a(1)]"),
        "line 1, column 1: `delete[…]` cannot be a head; only `execute[…]` can"
    );
    assert_eq!(
        refusal("lt(1, 2)"),
        "line 1, column 1: `lt` is a builtin: no rule can define it; choose another name for the table"
    );
    assert_eq!(
        refusal("a(id=x) :- q(x)"),
        "line 1, column 1: the head refers to the column `id`; give its arguments by position"
    );
    accepted("execute[nova:servers.pause(x)] :- q(x)");
    accepted("insert[a(1)]");
    assert!(admit("nova:a+(x) :- q(x)", &P).is_err());
    assert!(admit("nova:a+(x) :- q(x)", &ACTIONS).is_ok());
    assert!(admit("nova:a+(1)", &ACTIONS).is_err(), "a fact is a row of its own policy");
    assert_eq!(
        refusal("execute[len(x, y)] :- q(x, y)"),
        "line 1, column 1: `len` is a builtin: no rule can define it; choose another name for the table"
    );
}

#[test]
fn a_body_only_reads() {
    assert_eq!(
        refusal("a(x) :- q(x), execute[b(x)]"),
        "line 1, column 15: `execute[…]` cannot stand in a body; a body only reads"
    );
}

#[test]
fn facts_are_ground() {
    assert_eq!(
        refusal("a(1, b)"),
        "line 1, column 1: `b` is a variable, and a fact holds only constants; write strings between quotes"
    );
    assert_eq!(
        refusal("r(1)"),
        "line 1, column 1: `r` has 2 columns, and only 1 is given here, where all are needed"
    );
    assert!(admit("r(1)", &ACTIONS).is_err());
}

/// `execute[…]` without a body calls nothing: it is a row of the policy's own table, once.
#[test]
fn a_fact_is_a_row_of_its_own_policy_whatever_the_modal() {
    assert_eq!(
        refusal("execute[nova:pause(1)]"),
        "line 1, column 1: without a body this is a fact, which names no policy; to call the action, write `execute[nova:pause(…)] :- true`"
    );
    assert!(admit("execute[p:a(1)]", &P).is_err());
    assert_eq!(
        refusal("execute[lt(1, 2)]"),
        "line 1, column 1: `lt` is a builtin: no rule can define it; choose another name for the table"
    );
    assert_eq!(accepted("execute[a(1)]").modal, None);
    assert!(accepted("execute[nova:pause(1)] :- true").modal.is_some());
}

#[test]
fn every_variable_that_is_needed_is_bound() {
    assert_eq!(
        refusal("a(x, y) :- q(x)"),
        "line 1, column 1: nothing in the body gives `y` of the head a value"
    );
    assert_eq!(
        refusal("a(x) :- q(x), not b(x, y)"),
        "line 1, column 15: no positive literal gives `y` in `not b(x, y)` a value"
    );
    let circular = admit("a(1) :- plus(x, 1, y), plus(y, 1, x), q(z)", &P).unwrap_err();
    assert_eq!(circular.len(), 2, "{circular:?}");
    assert!(admit("a(x, y) :- q(x)", &ACTIONS).is_ok());
    assert!(admit("a(x) :- not q(x)", &ACTIONS).is_err());
}

#[test]
fn literals_are_put_in_an_order_that_binds_what_they_need() {
    let places = |text: &str| accepted(text).body.iter().map(|literal| literal.place).collect::<Vec<_>>();
    assert_eq!(places("a(z) :- lt(z, 9), plus(x, y, z), not b(z), q(x), c(y)"), [3, 4, 1, 0, 2]);
    assert_eq!(places("a(x) :- q(x), c(x), d(x)"), [0, 1, 2]);
}

#[test]
fn columns_of_data_sources_are_checked_against_their_schema() {
    accepted("a(x) :- nova:servers(x, status='ACTIVE')");
    accepted("a(x) :- nova:servers(2=x)");
    assert_eq!(
        refusal("a(x) :- nova:servers(staus=x)"),
        "line 1, column 9: `nova:servers` has no column `staus`; did you mean `status`?"
    );
    assert_eq!(
        refusal("a(x) :- nova:servers(3=x)"),
        "line 1, column 9: `nova:servers` has no column 3; its columns are 0 to 2"
    );
    assert_eq!(
        refusal("a(x) :- nova:servers(x, id=y)"),
        "line 1, column 9: the column `id` of `nova:servers` is given twice"
    );
    assert_eq!(
        refusal("a(x) :- nova:servers(x, 1, 2, 3)"),
        "line 1, column 9: `nova:servers` has 3 columns, and 4 are given"
    );
    assert_eq!(
        refusal("a(x) :- nova:images(id=x)"),
        "line 1, column 9: the columns of `nova:images` are not known; give its arguments by position"
    );
    assert_eq!(
        refusal("a(x) :- q(x), not nova:servers(id=x)"),
        "line 1, column 15: `nova:servers` has 3 columns, and only 1 is given here, where all are needed"
    );
}

#[test]
fn a_table_has_one_number_of_columns() {
    assert_eq!(refusal("a(x) :- r(x, y, z)"), "line 1, column 9: `r` has 2 columns, and 3 are given");
    assert_eq!(accepted("a(x) :- r(x)").body[0].atom.arguments.len(), 2);
    let arities: Vec<_> =
        accepted("a(x) :- t(x), t(x, y)").mentions.iter().map(|mention| mention.arity).collect();
    assert_eq!(arities, [1, 2, 2]);
}

#[test]
fn builtins_are_checked_by_name_and_number_of_arguments() {
    assert_eq!(
        refusal("a(x) :- q(x), builtin:lteqq(x, 1)"),
        "line 1, column 15: there is no builtin `lteqq`; did you mean `lteq`?"
    );
    assert_eq!(
        refusal("a(x) :- q(x), builtin:lt(x)"),
        "line 1, column 15: the builtin `lt` takes 2 arguments, and 1 is given"
    );
    // Bare, it is a table like any other, and so it is where a table of this name is known.
    assert_eq!(accepted("a(x) :- lt(x)").mentions.len(), 2);
    assert_eq!(refusal("a(x) :- q(x), len(x, y)"), "line 1, column 15: `len` has 1 column, and 2 are given");
    assert_eq!(accepted("a(x) :- q(x), nova:lt(x, 3)").mentions.len(), 2);
}

#[test]
fn authors_are_warned_of_what_is_legal_and_probably_wrong() {
    let concerns = |text: &str| {
        accepted(text).warnings.into_iter().map(|warning| warning.concern.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(concerns("a(x) :- q(x, _), nova:servers(id=x)"), Vec::<String>::new());
    assert_eq!(concerns("a(x) :- q(x, _), c(_)"), [Concern::UnderscoreJoins.to_string()]);
    assert_eq!(
        concerns("a(x) :- r(x)"),
        ["`r` has 2 columns, and only 1 is given; the others may have any value"]
    );
    assert_eq!(
        concerns("a(x) :- q(x), b."),
        ["the `.` belongs to the name of the table `b.`; leave a space before it to end the rule"]
    );
    assert_eq!(concerns("a(x) :- undefined(x), true"), ["nobody defines `p:undefined`, so it is empty"]);
    let action = admit("a+(x) :- undefined(x)", &ACTIONS).unwrap();
    assert_eq!(action.warnings, [], "it may be an action that a simulation calls");
    assert_eq!(
        concerns("a(x) :- q(x, 1), q(x, 1.0)"),
        ["`1` and `1.0` stand in the same column of `p:q` and never match each other"]
    );
    assert_eq!(
        concerns("a(x) :- q(x), lt()"),
        ["the builtin `lt` takes 2 arguments; without any it never matches"]
    );
    assert_eq!(
        concerns("a(x) :- lt(x)"),
        ["`lt` takes 2 arguments as a builtin; with 1 it is a table like any other"]
    );
}

#[test]
fn rules_are_the_same_whatever_their_layout() {
    let id = |text: &str| identity(&parse_rule(text).unwrap(), &P, &Known::new());
    let rule = id("a(x) :- q(x, 'v'), not b(x), nova:servers(x)");
    assert_eq!(rule, id("a ( x ):-\n!b(x) /* c */, nova:servers(id=x), q(x,\"v\"), true ; // end"));
    assert_eq!(rule, id("a(x) :- q(x, 'v'), not b(x), nova:servers(0=x)"));
    assert_ne!(rule, id("a(y) :- q(y, 'v'), not b(y), nova:servers(y)"));
    assert_ne!(rule, id("a(x) :- q(x, 'v'), not b(x), nova:servers(x), nova:servers(x)"));
    assert_ne!(id("a(x) :- q(x), lt(x, 1)"), id("a(x) :- q(x), builtin:lt(x, 1)"));
    assert_ne!(id("a(x) :- nova:servers(x, y)"), id("a(x) :- nova:servers(x)"));
    assert_eq!(id("a(1, 2.5)"), id("execute[a(1.0, 2.5)]"));
    assert_ne!(id("a(1)"), id("a('1')"));
    assert_ne!(id("a(1)"), id("a(1) :- true"));
    assert_ne!(id("a(x) :- q(x, 1)"), id("a(x) :- q(x, 1.0)"));
}

#[test]
fn everything_that_is_wrong_in_a_text_is_told_at_once() {
    let text =
        "p(x) :- q(x,).\nr(1)\n= s(x); t(2) /* fine */\nu(\"a) :- v(x)\n  w(x)\nx(3) y(4) :- ;;\nz(5) :- a(z";
    let program = read_program(text);
    let statements: Vec<_> = program.statements.iter().map(ToString::to_string).collect();
    assert_eq!(statements, ["r(1)", "t(2)", "x(3)"]);
    let errors: Vec<_> = program.errors.iter().map(|it| (it.position().line, it.position().column)).collect();
    assert_eq!(errors, [(1, 13), (3, 1), (4, 3), (6, 14), (6, 15), (7, 12)]);
}

#[test]
fn a_text_without_mistakes_is_read_as_it_is_parsed() {
    for text in ["", "p(1). q(2) r(x) :- p(x);", "// nothing\n", "insert[p(x) :- q(x)]", "p(1);"] {
        let program = read_program(text);
        assert_eq!(Ok(program.statements), parse_program(text));
        assert!(program.errors.is_empty());
    }
    assert_eq!(read_program("p(").errors, [parse_program("p(").unwrap_err()]);
}
