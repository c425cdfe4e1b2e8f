//! No text of the policy language, whatever it holds, makes the parser or the checks panic, and what is accepted
//! survives being printed and laid out.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use statehouse_datalog::{
    Context, Schema, check, identity, is_policy_name, lay_out, parse_program, parse_rule,
};

/// Knows a data source `d` with the table `t`, and that every table `r` has two columns.
struct Known([Arc<str>; 2]);

impl Schema for Known {
    fn columns(&self, policy: &str, table: &str) -> Option<&[Arc<str>]> {
        ((policy, table) == ("d", "t")).then_some(&self.0)
    }

    fn arity(&self, _: &str, table: &str) -> Option<usize> {
        (table == "r").then_some(2)
    }

    fn defines(&self, _: &str, table: &str) -> bool {
        table == "r"
    }
}

fuzz_target!(|text: &str| {
    let known = Known([Arc::from("a"), Arc::from("b")]);
    let context = Context { policy: "p", action_policy: text.len() % 2 == 0 };
    let _ = is_policy_name(text);
    let _ = parse_program(text);
    let Ok(rule) = parse_rule(text) else { return };
    let _ = check(&rule, &context, &known);
    assert_eq!(parse_rule(&rule.to_string()).as_ref(), Ok(&rule), "printing changed the rule");
    let laid_out = lay_out(text, &rule);
    let again = parse_rule(&laid_out).map(|again| identity(&again, &context, &known));
    assert_eq!(again, Ok(identity(&rule, &context, &known)), "laying out changed the rule");
});
