//! The builtins: what their outputs are, given their inputs.

use statehouse_datalog::{Builtin, Value};

/// The outputs of a builtin; nothing when it does not match.
pub(crate) fn call(builtin: &Builtin, inputs: &[Value], now: &Value) -> Option<Vec<Value>> {
    match (builtin.name, inputs) {
        ("now", []) => Some(vec![now.clone()]),
        ("lt", [left, right]) => {
            (std::mem::discriminant(left) == std::mem::discriminant(right) && left < right).then(Vec::new)
        }
        _ => None,
    }
}
