//! The builtins: what their outputs are, given their inputs.
//!
//! A builtin that cannot make sense of its inputs does not match; none fails. What each accepts follows the recorded answers of
//! Congress, which computed with Python's operators and libraries.
//!
//! | module | holds |
//! |---|---|
//! | `number` | comparing and computing with numbers of both types, conversions |
//! | `text` | joining, length, numbers as text |
//! | `moment`, `moment_text` | dates and times, and reading them from text |
//! | `network` | addresses and networks |
//! | `validate` | values checked against bounds and patterns |

mod moment;
mod moment_text;
mod network;
mod number;
mod text;
mod validate;

use std::cmp::Ordering;

use statehouse_datalog::{Builtin, Value};

/// The outputs of a builtin; nothing when it does not match.
pub(crate) fn call(builtin: &Builtin, inputs: &[Value], now: &Value) -> Option<Vec<Value>> {
    match inputs {
        [] if builtin.name == "now" => Some(vec![now.clone()]),
        [one] => of_one(builtin.name, one),
        [left, right] => of_two(builtin.name, left, right),
        [first, second, third] => of_three(builtin.name, [first, second, third]),
        _ => of_many(builtin.name, inputs),
    }
}

fn of_one(name: &str, input: &Value) -> Option<Vec<Value>> {
    match name {
        "float" => number::to_float(input).map(one),
        "int" => number::to_integer(input).map(one),
        "len" => text::length(input).map(one),
        "unpack_date" => Some(moment::of(input)?.date().map(Value::from).into()),
        "unpack_time" => Some(moment::of(input)?.time().map(Value::from).into()),
        "unpack_datetime" => {
            let moment = moment::of(input)?;
            Some(moment.date().into_iter().chain(moment.time()).map(Value::from).collect())
        }
        "extract_date" => Some(one(moment::of(input)?.date_text())),
        "extract_time" => Some(one(moment::of(input)?.time_text())),
        "datetime_to_seconds" => Some(one(Value::from(moment::of(input)?.seconds_since_1900()))),
        _ => None,
    }
}

fn of_two(name: &str, left: &Value, right: &Value) -> Option<Vec<Value>> {
    match name {
        "lt" => holds(number::compare(left, right)?.is_lt()),
        "lteq" => holds(number::compare(left, right)?.is_le()),
        "equal" => holds(number::compare(left, right)?.is_eq()),
        "gt" => holds(number::compare(left, right)?.is_gt()),
        "gteq" => holds(number::compare(left, right)?.is_ge()),
        "max" => number::larger(left, right).map(one),
        // What joins texts adds numbers.
        "plus" | "concat" => number::plus(left, right).or_else(|| text::joined(left, right)).map(one),
        "minus" => number::minus(left, right).map(one),
        "mul" => number::times(left, right).or_else(|| text::repeated(left, right)).map(one),
        "div" => number::divided(left, right).map(one),
        "datetime_plus" => moment::of(left)?.plus(moment::delta(right)?).map(|moment| one(moment.text())),
        "datetime_minus" => moment::of(left)?.plus(-moment::delta(right)?).map(|moment| one(moment.text())),
        "ip_in_network" => holds(network::is_in(left, right)?),
        "networks_equal" => holds(network::are_equal(left, right)?),
        "networks_overlap" => holds(network::overlap(left, right)?),
        _ => match name.split_once('_')? {
            ("datetime", relation) => ordered(relation, moment::of(left)?.cmp(&moment::of(right)?)),
            ("ips", relation) => ordered(relation, network::compare(left, right)?),
            _ => None,
        },
    }
}

fn of_three(name: &str, inputs: [&Value; 3]) -> Option<Vec<Value>> {
    match name {
        "pack_time" => Some(one(text::packed(&inputs, ":"))),
        "pack_date" => Some(one(text::packed(&inputs, "-"))),
        "validate_int" => validate::integer(inputs).map(one),
        "validate_float" => validate::float(inputs).map(one),
        _ => None,
    }
}

fn of_many(name: &str, inputs: &[Value]) -> Option<Vec<Value>> {
    match (name, inputs) {
        ("pack_datetime", [year, month, day, hour, minute, second]) => {
            let date = text::packed(&[year, month, day], "-");
            let time = text::packed(&[hour, minute, second], ":");
            Some(one(text::packed(&[&date, &time], " ")))
        }
        ("validate_string", [pattern, longest, quotes, ignore_case, value]) => {
            validate::string(pattern, longest, quotes, ignore_case, value).map(one)
        }
        _ => None,
    }
}

fn ordered(relation: &str, order: Ordering) -> Option<Vec<Value>> {
    holds(match relation {
        "lt" => order.is_lt(),
        "lteq" => order.is_le(),
        "equal" => order.is_eq(),
        "gt" => order.is_gt(),
        "gteq" => order.is_ge(),
        _ => return None,
    })
}

fn holds(holds: bool) -> Option<Vec<Value>> {
    holds.then(Vec::new)
}

fn one(output: Value) -> Vec<Value> {
    vec![output]
}
