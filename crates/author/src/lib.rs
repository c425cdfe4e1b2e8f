//! Checks and evaluates policies that lie in files, for their authors: without a server, and by its decisions.
//!
//! Files become policies, with the place of everything that is written; the model decides on each rule as a server's writer
//! would, over a state of their own; and an evaluator answers questions over facts that come out of files. What is wrong
//! is a [`Diagnostic`] that points at what the author wrote.
//!
//! | module | holds |
//! |---|---|
//! | `source`, `scalar`, `yaml` | texts, places in them, and what quotes, escapes and indentation stand between |
//! | `policy_file` | policies as they are written: YAML, or plain rules |
//! | `world` | what policies refer to beside each other: drivers, data sources, tables with facts |
//! | `verdict` | whether a server would take them |
//! | `explanation`, `diagnostic`, `rendering`, `nearest` | what is wrong, where, and what was meant |
//! | `facts` | rows out of CSV and JSON |
//! | `query`, `session`, `answer` | questions, asking them, and showing the rows |
//! | `conversation` | all of this, one line after the other |

mod answer;
mod conversation;
mod diagnostic;
mod explanation;
mod facts;
mod nearest;
mod policy_file;
mod query;
mod rendering;
mod scalar;
mod session;
mod source;
mod verdict;
mod world;
mod yaml;

pub use answer::{Answer, Format, write_csv};
pub use conversation::{Budget, Conversation, MAX_TYPED_BYTES, Reply};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use facts::{Declarations, FactsError, FactsFile, Surveyed, TakeRow};
pub use policy_file::{MAX_FILE_BYTES, WrittenPolicy, read};
pub use query::Query;
pub use rendering::Look;
pub use session::{Facts, FileColumns, Session, UnfitFacts, ask_once};
pub use source::{Place, Source};
pub use verdict::Verdict;
pub use world::{World, WorldError};
