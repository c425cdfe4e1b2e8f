//! What the text of a migration says, read in one way by the runner and by those who check migrations.
//!
//! | module | what it holds |
//! |---|---|
//! | [`version`] | [`Version`] and [`Phase`] of a migration |
//! | [`directive`] | what a migration in SQL says of itself |
//! | [`statements`] | its statements, one by one, with their words |
//! | [`checksum`] | what databases remember of it |
//! | [`squash`] | many migrations as the text of one |
//!
//! It touches neither files nor databases. The crate of the runner embeds the migrations of this repository and does not build
//! where they are not as they should be; who checks them has to.

pub mod checksum;
pub mod directive;
pub mod squash;
pub mod statements;
pub mod version;

pub use directive::{DirectiveError, Directives};
pub use statements::{Dialect, Script, Statement, Unreadable};
pub use version::{Phase, Version};
