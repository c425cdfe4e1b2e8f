//! What the domain promises, told through [`statehouse_model::State`] alone.

#![expect(clippy::unwrap_used, clippy::panic, reason = "what cannot be set up fails its test")]

mod data_source;
mod driver;
mod import;
mod library_policy;
mod policy;
mod polling;
mod posted;
mod recorded;
mod row;
mod rule;
mod sequence;
mod size;
mod world;
