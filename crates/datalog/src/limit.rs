//! Bounds on what is read, so that no text costs more than it is worth.

/// Longest text of one rule, in bytes.
pub const MAX_RULE_BYTES: usize = 64 * 1024;

/// Longest text of a program, in bytes.
pub const MAX_PROGRAM_BYTES: usize = 1024 * 1024;

/// Most literals in one text. A literal may be as short as two bytes and needs some hundred in memory: without
/// this bound a program of the permitted length could ask for a hundred times its size.
pub const MAX_LITERALS: usize = 100_000;

/// Most characters in a number literal. Reading an integer takes time quadratic in its digits.
pub const MAX_NUMBER_CHARACTERS: usize = 1000;

/// Most arguments of a rule once every atom has one for each column of its table. An atom of two bytes may name a
/// table of thousands of columns.
pub const MAX_ARGUMENTS: usize = 200_000;

/// Most errors, and most warnings, that are reported for one rule.
pub const MAX_REMARKS: usize = 20;
