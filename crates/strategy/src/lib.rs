//! Random commands, valid and invalid, for tests: proptest strategies over all that anybody can ask for.
//!
//! Names and ids are few, so that commands meet each other: what is created twice, is deleted and made again, is mentioned
//! before it exists. Texts and numbers are those that one database or another takes for something else unless it is told not
//! to: texts that differ in case only, or in a blank at the end; U+0000; long ones, up to each limit and one beyond;
//! the largest numbers there are.
//!
//! | module | what it makes |
//! |---|---|
//! | [`text`] | names, ids, and texts of any kind |
//! | [`value`] | values of rows, and rows |
//! | [`config`] | configurations of data sources, and the [`drivers()`] they are for |
//! | [`rule`] | the texts of rules |
//! | [`mod@command`] | [`command()`]: every command of `statehouse_model::Command` |

pub mod command;
pub mod config;
pub mod rule;
pub mod text;
pub mod value;

pub use command::command;
pub use config::drivers;
