//! Executions: actions that were asked for, by somebody or by rules, and what became of each.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{ExecutionId, Position, Timestamp};

/// An action that was asked for once. It is carried out at least once, and told apart from others by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Execution {
    /// The execution's id.
    pub id: ExecutionId,
    /// The name of the data source that is to act; it may be gone by now.
    pub data_source: String,
    /// The action's name.
    pub action: String,
    /// With what.
    pub arguments: Arguments,
    /// Who asked.
    pub origin: Origin,
    /// When.
    pub asked_at: Timestamp,
    /// What became of it.
    pub progress: Progress,
    /// Where in the log it was asked for.
    pub created: Position,
}

/// The arguments of an action, as JSON texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Arguments {
    /// A list of values.
    pub positional: Arc<str>,
    /// An object of values.
    pub named: Arc<str>,
}

impl Default for Arguments {
    fn default() -> Self {
        Self { positional: "[]".into(), named: "{}".into() }
    }
}

/// Who asked for an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Somebody, by a request.
    Request {
        /// Who.
        actor: String,
    },
    /// The rules of a policy, by deriving a row of `execute[…]`.
    Rules {
        /// The policy's name.
        policy: String,
        /// Whether the row still stands: then it is not to be executed again.
        stands: bool,
    },
}

/// What became of an execution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It is to be carried out.
    Waiting,
    /// The data source said that it was done.
    Done {
        /// When that was recorded.
        at: Timestamp,
    },
    /// It was given up.
    Failed {
        /// When that was recorded.
        at: Timestamp,
        /// Why.
        reason: String,
    },
}

/// How an execution ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The data source said that it was done.
    Done,
    /// It was given up, and why.
    Failed(String),
}

/// A call of an action by the rules of a policy: a row that they derive for `execute[…]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Call {
    /// The name of the policy whose rules call.
    pub policy: Arc<str>,
    /// The name of the data source.
    pub data_source: Arc<str>,
    /// The action's name.
    pub action: Arc<str>,
    /// The row: a JSON list of values.
    pub positional: Arc<str>,
}

impl Execution {
    /// The longest name of an action that somebody asks for, in characters.
    pub const ACTION_LIMIT: usize = 255;
    /// The longest arguments, in bytes of their JSON texts together.
    pub const ARGUMENTS_LIMIT: usize = 65_535;
    /// The longest reason of a failure, in bytes.
    pub const REASON_LIMIT: usize = 1_000;
    /// Most executions that wait.
    pub const WAITING_LIMIT: usize = 10_000;
    /// Most executions, rows of rules that stand included.
    pub const LIMIT: usize = 100_000;
    /// So many that ended are kept: the newest. Those whose rows still stand are kept beside them.
    pub const ENDED_KEPT: usize = 1_000;

    /// Whether it is still to be carried out.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.progress == Progress::Waiting
    }

    /// The call of rules that it is for, as long as the row stands.
    #[must_use]
    pub fn standing_call(&self) -> Option<Call> {
        match &self.origin {
            Origin::Rules { policy, stands: true } => Some(Call {
                policy: policy.as_str().into(),
                data_source: self.data_source.as_str().into(),
                action: self.action.as_str().into(),
                positional: self.arguments.positional.clone(),
            }),
            _ => None,
        }
    }
}
