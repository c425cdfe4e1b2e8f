//! How errors are answered. This is the only place that chooses HTTP status codes for them.
//!
//! The body is Congress's: `{"error": {"message", "error_code", "error_data"}}`. `error_code` repeats the HTTP status
//! or, from 1000 on, says more than HTTP can; clients tell errors apart by it. Below `/v2` it is problem details (RFC 9457).

use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use statehouse_datalog::RuleError;
use statehouse_db::{ReadError, WriteError};
use statehouse_engine::Exceeded;
use statehouse_model::{Rejection, Revision};
use utoipa::ToSchema;

use crate::body::BadBody;
use crate::document::Malformed;
use crate::evaluation::too_costly;
use crate::unread::Unread;
use crate::v2::problem::Problem;

/// What a request is about: the same mistake has different codes in different places of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    Server,
    /// A policy that is created without rules, shown or deleted.
    Policy,
    /// A policy that is created together with its rules: checked by the stricter form that library policies have.
    PolicyWithRules,
    /// A rule of a policy.
    Rule,
    /// A rule that is to be deleted.
    RuleDeletion,
    /// A policy of the library.
    LibraryPolicy,
    /// A data source, its tables or their rows.
    DataSource,
    /// A simulation.
    Simulation,
    /// The execution of an action.
    Execution,
    /// Anything of `/v2`, which answers with problem details.
    V2,
}

impl Subject {
    /// What a request is about that no handler has seen.
    pub fn of_path(path: &str) -> Self {
        if path.starts_with("/v2/") { Self::V2 } else { Self::Server }
    }
}

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// The body cannot be taken.
    #[error("{0}")]
    Body(#[from] BadBody),
    /// A field of the body, a parameter or a header cannot be used.
    #[error("{field}: {reason}")]
    Field {
        /// Its name.
        field: &'static str,
        /// What is wrong with it, and what would be right.
        reason: String,
    },
    /// A policy without a name.
    #[error("name: a policy needs a name")]
    PolicyName,
    /// An execution that names no action.
    #[error("name: an execution needs the name of an action")]
    ExecutionName,
    /// An execution whose name does not say which data source is to act.
    #[error("name: expected a data source and an action of it, as in 'nova:servers.pause'")]
    ExecutionService,
    /// There is nothing by this name.
    #[error("there is no {thing} '{name}'")]
    NotFound {
        /// What kind of thing.
        thing: &'static str,
        /// The name or id that was asked for.
        name: String,
    },
    /// There is no policy to which rules could belong.
    #[error("there is no policy '{name}'")]
    NoPolicyForRules {
        /// The name or id that was asked for.
        name: String,
    },
    /// Nothing is served under this path.
    #[error("there is nothing at this path")]
    NoSuchPath,
    /// The path cannot be read.
    #[error("the path cannot be read: {0}")]
    BadPath(&'static str),
    /// The address is too long.
    #[error("the address is longer than {limit} bytes")]
    AddressTooLong {
        /// The longest address, in bytes.
        limit: usize,
    },
    /// The path does not have this method.
    #[error("{method} is not among the methods of this path: {}", if allow.is_empty() { "it has none" } else { allow })]
    NoSuchMethod {
        /// The method that was asked for.
        method: Method,
        /// Those that the path has, separated by commas.
        allow: String,
    },
    /// A POST to one thing must say which action is meant.
    #[error("action: this parameter is missing; a POST to this path must name one")]
    ActionMissing,
    /// It must not say so twice.
    #[error("action: this parameter is given more than once")]
    ActionTwice,
    /// There is no such action.
    #[error("action: there is no action '{0}' at this path")]
    ActionUnknown(String),
    /// This server does not poll: another one does, or none yet.
    #[error(
        "action: another server polls at the moment, so this one cannot refresh; the rows come at the next interval all the same"
    )]
    NotPolling,
    /// The store did not accept the command.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The store could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The request waited for a revision that does not exist.
    #[error("Statehouse-Min-Revision: there is no revision {wanted} yet: the newest is {head}")]
    NoRevisionYet {
        /// The revision that was asked for.
        wanted: Revision,
        /// The newest revision, in the words of the database.
        head: Revision,
    },
    /// The request waited for a revision of which nobody can tell whether it exists.
    #[error("Statehouse-Min-Revision: whether there is a revision {wanted} cannot be learnt: {error}")]
    RevisionUnknown {
        /// The revision that was asked for.
        wanted: Revision,
        /// Why the newest one is not known.
        #[source]
        error: ReadError,
    },
    /// As many requests wait for a revision as may; try again.
    #[error("Statehouse-Min-Revision: {limit} requests wait for a revision already")]
    TooManyWait {
        /// How many may.
        limit: usize,
    },
    /// Evaluating policies costs more than the limits permit.
    #[error("{}", too_costly(exceeded, *time))]
    TooCostly {
        /// Which limit.
        exceeded: Exceeded,
        /// How long it may take.
        time: Duration,
    },
    /// As many requests evaluate policies, or wait to, as may; try again.
    #[error("policies are evaluated for {limit} requests already, or for one that takes long")]
    TooManyEvaluate {
        /// How many may.
        limit: usize,
    },
    /// Violations are followed commit by commit, and there was no time to come to the state that was asked for; try again.
    #[error("violations are known as of revision {revision}, and not yet as of {wanted}")]
    Behind {
        /// How far they are known.
        revision: Revision,
        /// The revision of the state.
        wanted: Revision,
    },
    /// As many clients listen to violations as may; try again.
    #[error("{limit} clients listen to violations already")]
    TooManyListen {
        /// How many may.
        limit: usize,
    },
    /// Evaluating ended in a way that it must not: a fault of this program.
    #[error("evaluating policies did not come to its end")]
    Evaluation,
    /// The answer does not hold what the command must have made: a fault of this program.
    #[error("the commit does not hold {0}")]
    Fault(&'static str),
}

/// Who has to do something about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blame {
    /// The client asked for something that is not given.
    Client,
    /// The database or its load, which is for those who run the server.
    Operation,
    /// This program.
    Program,
}

/// An error on its way to the client.
#[derive(Debug, thiserror::Error)]
#[error("{cause}")]
pub struct ApiError {
    subject: Subject,
    cause: Cause,
    unread: Unread,
}

impl ApiError {
    /// An error about this subject.
    pub fn new(subject: Subject, cause: impl Into<Cause>) -> Self {
        Self { subject, cause: cause.into(), unread: Unread::default() }
    }

    /// The rest of the request's body is not going to be read.
    pub fn leaving(self, body: Payload) -> Self {
        Self { unread: Unread::new(body), ..self }
    }

    /// The same in the form in which errors of this path are answered.
    pub fn in_form_of(self, path: &str) -> Self {
        match Subject::of_path(path) {
            Subject::V2 => Self { subject: Subject::V2, ..self },
            _ => self,
        }
    }

    /// Turns causes into errors about this subject.
    pub fn about<C: Into<Cause>>(subject: Subject) -> impl Fn(C) -> Self {
        move |cause| Self::new(subject, cause)
    }

    /// There is nothing by this name.
    pub fn not_found(thing: &'static str, name: &str) -> Self {
        Self::new(Subject::Server, Cause::NotFound { thing, name: name.to_owned() })
    }

    /// Who has to do something about it.
    pub fn blame(&self) -> Blame {
        match &self.cause {
            Cause::Fault(_) | Cause::Evaluation => Blame::Program,
            Cause::Write(WriteError::Rejected { .. }) => Blame::Client,
            Cause::Write(_)
            | Cause::Read(_)
            | Cause::RevisionUnknown { .. }
            | Cause::TooManyWait { .. }
            | Cause::TooManyEvaluate { .. }
            | Cause::TooManyListen { .. }
            | Cause::Behind { .. }
            | Cause::NotPolling
            | Cause::Body(BadBody::NoRoom) => Blame::Operation,
            _ => Blame::Client,
        }
    }

    fn answer(&self) -> Answer {
        answer(self.subject, &self.cause)
    }
}

/// The body of every error answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErrorBody {
    /// What went wrong.
    pub error: ErrorDetail,
}

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct ErrorDetail {
    /// For people: the field or thing, what is wrong with it, and what would be right.
    #[schema(example = "there is no policy 'nosuch'")]
    pub message: String,
    /// For programs: the HTTP status, or from 1000 on something more precise.
    #[schema(example = 404)]
    pub error_code: u16,
    /// More for people, where Congress has it too; `null` otherwise.
    #[schema(example = json!(null))]
    pub error_data: Option<String>,
}

/// What is answered to an error.
struct Answer {
    status: StatusCode,
    code: u16,
    message: Option<String>,
    data: Option<String>,
    retry_after: Option<Duration>,
}

impl Answer {
    fn new(status: StatusCode, code: u16) -> Self {
        Self { status, code, message: None, data: None, retry_after: None }
    }

    /// The code repeats the status.
    fn plain(status: StatusCode) -> Self {
        Self::new(status, status.as_u16())
    }

    fn bad(code: u16) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code)
    }

    fn saying(self, message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), ..self }
    }

    fn unavailable(retry_after: Duration) -> Self {
        Self { retry_after: Some(retry_after), ..Self::plain(StatusCode::SERVICE_UNAVAILABLE) }
    }
}

/// The codes beyond HTTP's, as Congress numbers them.
mod code {
    /// Wrong in a way that has no number of its own.
    pub const OTHER: u16 = 1000;
    /// The rule is not admissible.
    pub const RULE: u16 = 1002;
    /// Several statements where one rule is expected.
    pub const SEVERAL_STATEMENTS: u16 = 1003;
    /// The simulation cannot be carried out as asked for.
    pub const SIMULATION: u16 = 1007;
    /// The policy has the rule already.
    pub const RULE_EXISTS: u16 = 1008;
    /// The policy has no name.
    pub const POLICY_NAME: u16 = 1010;
    /// There is nobody who could execute the action.
    pub const NO_SUCH_ACTION: u16 = 1016;
    /// The name of an action cannot be read.
    pub const ACTION_NAME: u16 = 1017;
    /// The arguments of an action cannot be read.
    pub const ACTION_ARGUMENTS: u16 = 1018;
    /// Rules cannot be added to a data source.
    pub const RULES_OF_DATA_SOURCE: u16 = 1019;
    /// There is no policy to which rules could belong.
    pub const NO_POLICY_FOR_RULES: u16 = 1020;
    /// The abbreviation is too long.
    pub const ABBREVIATION: u16 = 1022;
}

const SOON: Duration = Duration::from_secs(1);

/// The one place that says how each error is answered.
fn answer(subject: Subject, cause: &Cause) -> Answer {
    match cause {
        Cause::Body(bad) => body(subject, bad),
        Cause::Field { field, reason } => field_of(subject, field, format!("{field}: {reason}")),
        Cause::PolicyName => Answer::bad(code::POLICY_NAME),
        Cause::ExecutionService => Answer::bad(code::ACTION_NAME),
        Cause::NotFound { .. } | Cause::NoSuchPath => Answer::plain(StatusCode::NOT_FOUND),
        Cause::NoPolicyForRules { .. } => Answer::new(StatusCode::NOT_FOUND, code::NO_POLICY_FOR_RULES),
        Cause::BadPath(_) | Cause::ActionMissing | Cause::ActionTwice => Answer::plain(StatusCode::BAD_REQUEST),
        Cause::AddressTooLong { .. } => Answer::plain(StatusCode::URI_TOO_LONG),
        Cause::NoSuchMethod { .. } if subject == Subject::V2 => Answer::plain(StatusCode::METHOD_NOT_ALLOWED),
        Cause::NoSuchMethod { .. } | Cause::ActionUnknown(_) | Cause::ExecutionName => {
            Answer::plain(StatusCode::NOT_IMPLEMENTED)
        }
        Cause::Write(WriteError::Rejected { rejection, .. }) => rejected(subject, rejection),
        Cause::Write(WriteError::Overloaded { retry_after, .. } | WriteError::Unavailable { retry_after, .. }) => {
            Answer::unavailable(*retry_after)
        }
        Cause::Write(WriteError::Closed) | Cause::Read(ReadError::Closed) => {
            Answer::unavailable(SOON).saying("the server is stopping")
        }
        Cause::Write(WriteError::TooLarge { .. }) => Answer::plain(StatusCode::PAYLOAD_TOO_LARGE),
        Cause::Read(ReadError::Trimmed { .. }) => Answer::plain(StatusCode::GONE),
        Cause::Read(ReadError::Unavailable { .. })
        | Cause::RevisionUnknown { .. }
        | Cause::NotPolling
        | Cause::TooManyWait { .. }
        | Cause::TooManyListen { .. }
        | Cause::Behind { .. }
        | Cause::TooManyEvaluate { .. } => Answer::unavailable(SOON),
        Cause::TooCostly { .. } => Answer::plain(StatusCode::UNPROCESSABLE_ENTITY),
        Cause::Write(WriteError::LeaseLost { .. }) => {
            Answer::unavailable(SOON).saying("another server does this now; nothing was changed")
        }
        Cause::NoRevisionYet { .. } => Answer::plain(StatusCode::PRECONDITION_FAILED),
        Cause::Write(WriteError::OutcomeUnknown { .. }) => Answer::plain(StatusCode::SERVICE_UNAVAILABLE)
            .saying("the database was lost while it committed: look whether the change was made before trying again"),
        Cause::Write(_) | Cause::Read(_) | Cause::Fault(_) | Cause::Evaluation => Answer::plain(StatusCode::INTERNAL_SERVER_ERROR)
            .saying("an internal error; the server's log tells more under the id of this request"),
    }
}

fn body(subject: Subject, bad: &BadBody) -> Answer {
    match bad {
        BadBody::TooLong { .. } => Answer::plain(StatusCode::PAYLOAD_TOO_LARGE),
        BadBody::NoRoom => Answer::unavailable(SOON),
        BadBody::TooSlow { .. } => Answer::plain(StatusCode::REQUEST_TIMEOUT),
        BadBody::Compressed => Answer::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        BadBody::Broken { .. }
        | BadBody::ContentType { .. }
        | BadBody::Empty
        | BadBody::Malformed(Malformed::NotJson(_) | Malformed::RepeatedKey { .. }) => {
            Answer::plain(StatusCode::BAD_REQUEST)
        }
        BadBody::Malformed(wrong @ Malformed::WrongType { path, .. }) => {
            field_of(subject, path, wrong.to_string())
        }
    }
}

/// A document that is JSON, in which one field (`""`: the whole) has a value of the wrong type.
fn field_of(subject: Subject, path: &str, reason: String) -> Answer {
    match (subject, path) {
        (Subject::Policy, "") => Answer::bad(code::POLICY_NAME),
        (Subject::Policy, "abbreviation") => Answer::bad(code::ABBREVIATION),
        (Subject::Simulation, _) => Answer::bad(code::SIMULATION),
        (Subject::Execution, "name") => Answer::bad(code::ACTION_NAME),
        (Subject::Execution, path) if path.starts_with("args") => Answer::bad(code::ACTION_ARGUMENTS),
        (Subject::Rule, "" | "rule") => Answer::bad(code::RULE),
        (Subject::Policy | Subject::Rule | Subject::RuleDeletion, _) => Answer::bad(code::OTHER),
        (Subject::PolicyWithRules | Subject::LibraryPolicy, _) => {
            Answer { data: Some(reason), ..Answer::plain(StatusCode::BAD_REQUEST) }
        }
        (Subject::Server | Subject::DataSource | Subject::Execution | Subject::V2, _) => {
            Answer::plain(StatusCode::BAD_REQUEST)
        }
    }
}

fn rejected(subject: Subject, rejection: &Rejection) -> Answer {
    match rejection {
        Rejection::Invalid { field, .. } => field_of(subject, &field.0, rejection.to_string()),
        Rejection::Abbreviation { .. } => field_of(subject, "abbreviation", rejection.to_string()),
        Rejection::NameTaken { .. } | Rejection::IdTaken { .. } | Rejection::AlreadyHere { .. } => {
            Answer::plain(StatusCode::CONFLICT)
        }
        Rejection::NoSuchDataSource(_) | Rejection::NoSuchAction { .. } if subject == Subject::Execution => {
            Answer::bad(code::NO_SUCH_ACTION)
        }
        Rejection::NoSuchPolicy(_) if matches!(subject, Subject::Rule | Subject::RuleDeletion) => {
            Answer::new(StatusCode::NOT_FOUND, code::NO_POLICY_FOR_RULES)
        }
        Rejection::NoSuchRule { .. } if subject == Subject::RuleDeletion => {
            Answer { data: Some(rejection.to_string()), ..Answer::bad(code::OTHER) }
        }
        Rejection::NoSuchPolicy(_)
        | Rejection::NoSuchRule { .. }
        | Rejection::NoSuchLibraryPolicy(_)
        | Rejection::NoSuchDataSource(_)
        | Rejection::BuiltInPolicy { .. } => Answer::plain(StatusCode::NOT_FOUND),
        Rejection::RulesOfDataSource { .. } => Answer::bad(code::RULES_OF_DATA_SOURCE),
        Rejection::RuleInadmissible { index, errors, .. } => {
            let several = errors.iter().any(|error| matches!(error, RuleError::SeveralStatements { .. }));
            let answer = Answer::bad(if several { code::SEVERAL_STATEMENTS } else { code::RULE });
            let place = index.map_or_else(|| "rule".to_owned(), |index| format!("rules[{index}].rule"));
            answer.saying(format!("{place}: {rejection}"))
        }
        // Somebody replaced it between counting its rules and making the policy: the next attempt counts anew.
        Rejection::LibraryPolicyChanged(_) | Rejection::TooManyExecutions { .. } => Answer::unavailable(SOON),
        Rejection::RuleExists { .. } => Answer::new(StatusCode::CONFLICT, code::RULE_EXISTS),
        Rejection::NoSuchTable { .. }
        | Rejection::NoSuchAction { .. }
        | Rejection::NoSuchDriver { .. }
        | Rejection::Config { .. }
        | Rejection::SchemaConflict { .. } => Answer::plain(StatusCode::BAD_REQUEST),
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.answer().status
    }

    fn error_response(&self) -> HttpResponse {
        let answer = self.answer();
        let mut response = HttpResponse::build(answer.status);
        if let Some(after) = answer.retry_after {
            response.insert_header((header::RETRY_AFTER, after.as_secs().max(1).to_string()));
        }
        if let Cause::NoSuchMethod { allow, .. } = &self.cause
            && let Ok(allow) = HeaderValue::from_str(allow)
        {
            response.insert_header((header::ALLOW, allow));
        }
        let message = answer.message.unwrap_or_else(|| self.to_string());
        let response = if self.subject == Subject::V2 {
            response.content_type(Problem::CONTENT_TYPE).json(Problem::new(answer.status, message))
        } else {
            let (error_code, error_data) = (answer.code, answer.data);
            response.json(ErrorBody { error: ErrorDetail { message, error_code, error_data } })
        };
        self.unread.hold_by(response)
    }
}
