//! `POST …?action=…`, and the actions that data sources have. What is executed is in `executions`.

use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use statehouse_engine::{Simulation, SimulationError};
use statehouse_model::{Action, DataSource, RowSource, State};
use statehouse_poll::Polling;
use utoipa::ToSchema;

use super::data_sources::find;
use super::executions::{Executes, NewExecution};
use super::policies::find as find_policy;
use crate::answer::{Answer, Results};
use crate::body::{Received, Wire};
use crate::caller::{Caller, new_id};
use crate::document::{Field, Object};
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::evaluation::{Evaluation, Means};
use crate::query::Query;
use crate::reader::Reader;

/// An action of a data source.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "name": "fake_act", "args": [{"name": "server_id", "description": "server to act"}], "description": "fake action"
}))]
pub struct ActionView {
    name: String,
    args: Vec<ArgumentView>,
    description: String,
}

/// An argument of an action.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArgumentView {
    name: String,
    description: String,
}

impl From<&Action> for ActionView {
    fn from(action: &Action) -> Self {
        let args = action.args.iter().map(|argument| ArgumentView {
            name: argument.name.clone(),
            description: argument.description.clone(),
        });
        Self { name: action.name.clone(), args: args.collect(), description: action.description.clone() }
    }
}

/// A simulation that is asked for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewSimulation {
    /// What is asked in the end: an atom or a rule, over the tables of the policy.
    #[serde(default)]
    #[schema(value_type = String, required = true, example = "error(vm)")]
    query: Field<String>,
    /// What happens: actions (`start("vm-1")`), changes of facts (`p+(1)`, `p-(1)`) and of rules (`p+(x) :- q(x)`), one behind the
    /// other.
    #[serde(default)]
    #[schema(value_type = String, required = true, example = "start(\"vm-1\") registered+(\"vm-1\")")]
    sequence: Field<String>,
    /// The policy whose rules say what the actions do, by id or name.
    #[serde(default)]
    #[schema(value_type = String, required = true, example = "action")]
    action_policy: Field<String>,
}

impl Wire for Object<NewSimulation> {
    const SUBJECT: Subject = Subject::Simulation;
}

/// What a policy can be asked for.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it describes what is read as one or the other")]
enum AskedOfPolicy {
    Simulate(NewSimulation),
    Execute(NewExecution),
}

/// What a policy answers to that.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum AnswerOfPolicy {
    /// What it would say.
    Simulated(SimulationView),
    /// The action is executed soon.
    Executes(Executes),
}

/// What came of a simulation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"result": ["error(\"vm-1\")"]}))]
pub struct SimulationView {
    /// The answers to the query, or with `delta` how they differ from those before: `error+(1)`, `error-(2)`.
    result: Vec<String>,
    /// What each part of the sequence did, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<String>,
}

/// Simulates a sequence of actions and changes on a policy, of which nothing changes; or has an action of a data source executed:
/// the answer comes when that is stored, and `GET /v2/executions` tells what became of it.
#[utoipa::path(
    post, path = "/v1/policies/{policy}", tag = "policies", operation_id = "policy_act",
    params(
        ("policy" = String, Path, description = "The policy's id or name"),
        ("action" = String, Query, description = "`simulate` or `execute`"),
        ("delta" = Option<bool>, Query, description = "Whether to tell how the answers differ from those before"),
        ("trace" = Option<bool>, Query, description = "Whether to tell what each part of the sequence did"),
    ),
    request_body(content = inline(AskedOfPolicy), content_type = "application/json"),
    responses(
        (status = 200, description = "What the policy would say; or that the action is executed soon: `{}`", body = inline(AnswerOfPolicy)),
        (status = 400, description = "No action is named, or more than one, or a text that cannot be simulated, or an action that cannot be executed", body = ErrorBody),
        (status = 404, description = "There is no such policy", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 422, description = "Evaluating costs more than the server permits", body = ErrorBody),
        (status = 501, description = "The action does not exist, or an execution names none", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much is to be evaluated or executed", body = ErrorBody),
    )
)]
pub async fn on_policy(
    reader: Reader,
    caller: Caller,
    evaluation: Data<Evaluation>,
    policy: Path<String>,
    query: Query,
    body: Received<Object<NewSimulation>>,
) -> Result<Answer<AnswerOfPolicy>, ApiError> {
    match query.action()? {
        "simulate" => simulate(&reader, &evaluation, &policy, &query, body)
            .await
            .map(Answer::map(AnswerOfPolicy::Simulated)),
        "execute" => {
            let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
            find_policy(&state, &policy)?;
            let asked = body.instead::<Object<NewExecution>>().read().await?.0;
            asked.of_named_source(reader.store(), &caller).await.map(Answer::map(AnswerOfPolicy::Executes))
        }
        unknown => Err(ApiError::new(Subject::Policy, Cause::ActionUnknown(unknown.to_owned()))),
    }
}

async fn simulate(
    reader: &Reader,
    evaluation: &Evaluation,
    policy: &str,
    query: &Query,
    body: Received<Object<NewSimulation>>,
) -> Result<Answer<SimulationView>, ApiError> {
    let is_asked = |name| query.first(name).is_some() && !query.is_false(name);
    let (delta, trace) = (is_asked("delta"), is_asked("trace"));
    let asked = body.read().await?.0.into_texts()?;
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let policy = find_policy(&state, policy)?.id.to_string();
    let work = move |means: &Means<'_>| {
        let [query, sequence, action_policy] = &asked;
        let simulation = Simulation::read(&state, &policy, action_policy, sequence, query)?;
        simulation.carry_out(state, delta, &mut new_id, means.now, means.limits)
    };
    let simulated = evaluation.apart(work).await.map_err(ApiError::about(Subject::Simulation))?;
    let simulated = simulated.map_err(|error| {
        let cause = match error {
            SimulationError::Exceeded(exceeded) => evaluation.too_costly(exceeded),
            SimulationError::Wrong { field, reason } => Cause::Field { field, reason },
            other => Cause::Field { field: "sequence", reason: other.to_string() },
        };
        ApiError::new(Subject::Simulation, cause)
    })?;
    Ok(Answer::ok(SimulationView { result: simulated.result, trace: trace.then_some(simulated.trace) }))
}

impl NewSimulation {
    /// Query, sequence and action policy, each of which must be given.
    fn into_texts(self) -> Result<[String; 3], ApiError> {
        let text = |field, given: Field<String>| {
            let reason = "a simulation needs this text".to_owned();
            given.given().ok_or_else(|| ApiError::new(Subject::Simulation, Cause::Field { field, reason }))
        };
        Ok([
            text("query", self.query)?,
            text("sequence", self.sequence)?,
            text("action_policy", self.action_policy)?,
        ])
    }
}

/// Asks for the rows of a data source to be polled soon (what is pushed to it is up to date already), which only the server that
/// polls can be asked; or has an action executed: the answer comes when that is stored, and `GET /v2/executions` tells what became of
/// it.
#[utoipa::path(
    post, path = "/v1/data-sources/{data_source}", tag = "data sources", operation_id = "data_source_act",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("action" = String, Query, description = "`request-refresh` or `execute`"),
    ),
    request_body(
        content = Option<NewExecution>, content_type = "application/json",
        description = "What to execute; a refresh needs none"
    ),
    responses(
        (status = 200, description = "The rows are up to date, or polled soon: `null`; or the action is executed soon: `{}`"),
        (status = 400, description = "No action is named, or more than one, or the data source is disabled, or has no such action", body = ErrorBody),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 501, description = "The action does not exist, or an execution names none", body = ErrorBody),
        (status = 503, description = "The database does not answer, another server polls, or too much is to be executed", body = ErrorBody),
    )
)]
pub async fn on_data_source(
    reader: Reader,
    caller: Caller,
    polling: Data<Polling>,
    source: Path<String>,
    query: Query,
    body: Received<Object<NewExecution>>,
) -> Result<Answer<Option<Executes>>, ApiError> {
    let action = query.action()?;
    if !matches!(action, "request-refresh" | "execute") {
        return Err(ApiError::new(Subject::DataSource, Cause::ActionUnknown(action.to_owned())));
    }
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let source = find(&state, &source)?;
    if action == "execute" {
        let asked = body.read().await?.0;
        return asked.of_source(source, reader.store(), &caller).await.map(Answer::map(Some));
    }
    refresh(&state, source, &polling)?;
    Ok(Answer::ok(None))
}

/// Has rows polled soon, where they are polled.
fn refresh(state: &State, source: &DataSource, polling: &Polling) -> Result<(), ApiError> {
    let error = |cause| Err(ApiError::new(Subject::DataSource, cause));
    match state.drivers().get(&source.driver) {
        Some(driver) if driver.rows == RowSource::Polled && !source.enabled => {
            let reason = "the data source is disabled, so it is not polled".to_owned();
            error(Cause::Field { field: "enabled", reason })
        }
        Some(driver) if source.is_polled_by(driver) && !polling.refresh(&source.id) => {
            error(Cause::NotPolling)
        }
        _ => Ok(()),
    }
}

/// Lists the actions of a data source, as its driver declares them.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/actions", tag = "data sources", operation_id = "data_source_action_list",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "The actions", body = Results<ActionView>),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_data_source(
    reader: Reader,
    source: Path<String>,
) -> Result<Answer<Results<ActionView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let driver = state.drivers().get(&find(&state, &source)?.driver);
    let actions = driver.iter().flat_map(|driver| &driver.actions).map(ActionView::from).collect();
    Ok(Answer::ok(actions))
}
