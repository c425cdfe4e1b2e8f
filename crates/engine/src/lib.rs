//! Evaluates policies over facts: rules and facts in, rows out, and what changes when they do.
//!
//! | module | holds |
//! |---|---|
//! | `engine` | [`Engine`]: changes in, rows and differences out |
//! | `base`, `table`, `rule` | what is known: tables, rules, values |
//! | `symbol`, `relation`, `index` | values as numbers, rows, and how they are found |
//! | `rows` | rows as rules read them |
//! | `plan`, `join` | how the literals of a rule are matched, and matching them |
//! | `component`, `build` | in which order tables are derived, and deriving them |
//! | `update`, `keep` | what changes bring and take, and what is kept |
//! | `builtin` | comparisons, arithmetic, texts, times, addresses |
//! | `limit` | what an evaluation may cost |
//! | `once` | [`Once`]: one answer, of which nothing is kept |
//! | `evaluator` | [`Evaluator`]: an engine that always agrees with a state of `statehouse_model` |

mod base;
mod build;
mod builtin;
mod component;
mod engine;
mod evaluator;
mod index;
mod join;
mod keep;
mod limit;
mod once;
mod plan;
mod relation;
mod rows;
mod rule;
mod symbol;
mod table;
mod update;

pub use engine::{Caller, Change, Difference, Engine, Kept, Row, RowsChanged};
pub use evaluator::{Evaluator, Proofs, Simulated, Simulation, SimulationError};
pub use limit::{Exceeded, Limits};
pub use once::{Answer, Once, OutOfTheOrdinary, write_csv_cell};
