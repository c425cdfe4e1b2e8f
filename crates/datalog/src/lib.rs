//! The policy language of Statehouse.

mod ast;
mod error;
mod lexer;
mod limit;
mod parser;
mod printer;
mod span;
mod value;

pub use ast::{Atom, Column, Event, Literal, Modal, Rule, Statement, TableRef, Term};
pub use error::{RuleError, SyntaxError};
pub use limit::{MAX_LITERALS, MAX_NUMBER_CHARACTERS, MAX_PROGRAM_BYTES, MAX_RULE_BYTES};
pub use parser::{is_policy_name, parse_program, parse_rule};
pub use span::{Position, Span};
pub use value::{Float, Integer, Value};
