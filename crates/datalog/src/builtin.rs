//! The tables every policy can read without anybody filling them: comparisons, arithmetic, texts, times, addresses.

/// One builtin. Its leftmost columns are inputs, which the rest of the body has to bind; it binds the others.
#[derive(Debug, PartialEq, Eq)]
pub struct Builtin {
    /// Its name, as written bare or behind `builtin:`.
    pub name: &'static str,
    /// How many of its columns are inputs.
    pub inputs: usize,
    /// How many columns it has.
    pub arity: usize,
}

/// The policy name under which builtins are meant whatever tables there are.
pub const BUILTIN_POLICY: &str = "builtin";

/// Every builtin.
pub static BUILTINS: &[Builtin] = &[
    builtin("lt", 2, 2),
    builtin("lteq", 2, 2),
    builtin("equal", 2, 2),
    builtin("gt", 2, 2),
    builtin("gteq", 2, 2),
    builtin("max", 2, 3),
    builtin("plus", 2, 3),
    builtin("minus", 2, 3),
    builtin("mul", 2, 3),
    builtin("div", 2, 3),
    builtin("float", 1, 2),
    builtin("int", 1, 2),
    builtin("concat", 2, 3),
    builtin("len", 1, 2),
    builtin("now", 0, 1),
    builtin("unpack_date", 1, 4),
    builtin("unpack_time", 1, 4),
    builtin("unpack_datetime", 1, 7),
    builtin("pack_time", 3, 4),
    builtin("pack_date", 3, 4),
    builtin("pack_datetime", 6, 7),
    builtin("extract_date", 1, 2),
    builtin("extract_time", 1, 2),
    builtin("datetime_to_seconds", 1, 2),
    builtin("datetime_plus", 2, 3),
    builtin("datetime_minus", 2, 3),
    builtin("datetime_lt", 2, 2),
    builtin("datetime_lteq", 2, 2),
    builtin("datetime_gt", 2, 2),
    builtin("datetime_gteq", 2, 2),
    builtin("datetime_equal", 2, 2),
    builtin("ips_equal", 2, 2),
    builtin("ips_lt", 2, 2),
    builtin("ips_lteq", 2, 2),
    builtin("ips_gt", 2, 2),
    builtin("ips_gteq", 2, 2),
    builtin("networks_equal", 2, 2),
    builtin("networks_overlap", 2, 2),
    builtin("ip_in_network", 2, 2),
    builtin("validate_int", 3, 4),
    builtin("validate_float", 3, 4),
    builtin("validate_string", 5, 6),
];

const fn builtin(name: &'static str, inputs: usize, arity: usize) -> Builtin {
    Builtin { name, inputs, arity }
}

impl Builtin {
    /// The builtin of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Builtin> {
        BUILTINS.iter().find(|builtin| builtin.name == name)
    }
}
