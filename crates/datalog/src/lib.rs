//! The policy language of Statehouse: Datalog with negation, builtins and references across policies.
//!
//! A text goes through up to three steps, each of which costs what the text itself holds:
//!
//! 1. **Parsing** ([`parse_rule`], [`parse_program`], [`read_program`]) turns it into a [`Rule`] or [`Statement`]s, or says where it
//!    stops making sense. It is linear, nests at most twice, and is bounded in every size.
//! 2. **Checking** ([`check`]) decides whether the rule can be put into a policy, given what a [`Schema`] knows of
//!    the tables it mentions, and finds an order to evaluate it in. [`identity`] tells whether it is there already.
//! 3. **Looking for recursion** ([`find_forbidden_recursion`]) follows the [`Dependencies`] among tables.
//!
//! ```
//! use statehouse_datalog::parse_rule;
//!
//! let rule = parse_rule("error(vm) :- nova:servers(id=vm, status='ACTIVE'), !allowed(vm)  // for now").unwrap();
//! assert_eq!(rule.to_string(), r#"error(vm) :- nova:servers(id=vm, status="ACTIVE"), not allowed(vm)"#);
//!
//! let mistake = parse_rule("error(vm) :- servers(vm,)").unwrap_err();
//! assert_eq!(mistake.to_string(), "line 1, column 25: found `)`, expected a variable, a number or a string");
//! ```
//!
//! Checking a rule takes what is known of its tables, and answers with the tables it reads in an order to read them:
//!
//! ```
//! use std::sync::Arc;
//! use statehouse_datalog::{Context, Schema, check, parse_rule};
//!
//! struct NothingKnown;
//!
//! impl Schema for NothingKnown {
//!     fn columns(&self, _policy: &str, _table: &str) -> Option<&[Arc<str>]> {
//!         None
//!     }
//!     fn arity(&self, _policy: &str, _table: &str) -> Option<usize> {
//!         None
//!     }
//!     fn defines(&self, _policy: &str, _table: &str) -> bool {
//!         false
//!     }
//! }
//!
//! let context = Context { policy: "network", action_policy: false };
//! let rule = parse_rule("error(vm) :- not allowed(vm), nova:servers(vm)").unwrap();
//! let checked = check(&rule, &context, &NothingKnown).unwrap();
//! let order: Vec<usize> = checked.body.iter().map(|literal| literal.place).collect();
//! assert_eq!(order, [1, 0], "the servers are read first: they bind `vm`");
//!
//! let unsafe_rule = parse_rule("error(vm) :- not allowed(vm)").unwrap();
//! assert!(check(&unsafe_rule, &context, &NothingKnown).is_err());
//! ```
//!
//! | module | holds |
//! |---|---|
//! | `span`, `value`, `ast` | places, values, and what a text says |
//! | `limit`, `lexer`, `parser` | from text to syntax tree, and the bounds on it |
//! | `printer`, `layout` | from syntax tree to the normalised text, and to the text people are shown |
//! | `error`, `fault`, `slip`, `warning` | what is wrong, what was meant, and what is probably wrong |
//! | `schema`, `builtin`, `resolve` | which table or builtin an atom means, and its columns |
//! | `safety`, `check` | whether a rule is admissible, and the order of its body |
//! | `identity`, `dependency` | when two rules are the same, and recursion |

mod ast;
mod builtin;
mod check;
mod dependency;
mod error;
mod fault;
mod identity;
mod layout;
mod lexer;
mod limit;
mod parser;
mod printer;
mod resolve;
mod safety;
mod schema;
mod slip;
mod span;
mod value;
mod warning;

pub use ast::{Atom, Column, Event, Literal, Modal, Rule, Statement, TableRef, Term};
pub use builtin::{BUILTIN_POLICY, BUILTINS, Builtin};
pub use check::{Checked, CheckedLiteral, Mention, check};
pub use dependency::{Dependencies, Dependency, Recursion, find_cycle, find_forbidden_recursion};
pub use error::{ErrorKind, RuleError, SyntaxError};
pub use fault::Fault;
pub use identity::identity;
pub use layout::lay_out;
pub use limit::{
    MAX_ARGUMENTS, MAX_LITERALS, MAX_NUMBER_CHARACTERS, MAX_PROGRAM_BYTES, MAX_REMARKS, MAX_RULE_BYTES,
};
pub use parser::{Program, is_policy_name, parse_program, parse_rule, read_program};
pub use resolve::{Relation, Resolved};
pub use schema::{Context, Schema, TableName};
pub use span::{Position, Span};
pub use value::{Float, Integer, Value};
pub use warning::{Concern, Warning, is_beyond_doubt};
