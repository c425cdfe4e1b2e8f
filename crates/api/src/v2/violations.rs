//! `/v2/violations`: what violates the policies, and since when.

use std::ops::Bound;
use std::sync::Arc;
use std::time::Instant;

use actix_web::web::Data;
use serde::Serialize;
use statehouse_engine::{Evaluator, Limits};
use statehouse_model::{Row, TableName, Timestamp, Value};
use utoipa::ToSchema;

use super::problem::Problem;
use crate::answer::Answer;
use crate::error::{ApiError, Cause, Subject};
use crate::evaluation::{Evaluation, Means};
use crate::query::Query;
use crate::reader::Reader;
use crate::v1::rows::finite;
use crate::violations::{Appeared, Cursor, Key, Moment, Standing, TABLES, Tracker, Violation};

/// How many violations a list has when nobody asks for another number.
const USUAL: usize = 100;
/// How many it has at most.
const MOST: usize = 1_000;
/// After so many bytes of proofs the list goes on in another.
const TRACED_BYTES: usize = 4 << 20;

/// Violations.
#[derive(Debug, Serialize, ToSchema)]
pub struct Violations {
    /// By policy, table and row.
    #[serde(rename = "violations")]
    page: Vec<ViolationView>,
    /// What to give as `after` for those that follow; `null` at the end of the list.
    next: Option<String>,
    /// The revision that the list rests on: `/v2/violations/stream?after=` it tells what happens next.
    revision: u64,
}

/// A row of a table named `error` or `warning`.
#[derive(Debug, Serialize, ToSchema)]
pub struct ViolationView {
    /// The policy.
    #[schema(example = "compliance")]
    policy: String,
    /// The table: `error` or `warning`.
    #[schema(example = "error")]
    table: String,
    /// The row's values: strings and numbers.
    #[schema(value_type = Vec<serde_json::Value>, example = json!(["vm-1"]))]
    row: Row,
    /// When it appeared; `null` for a row of a table that depends on the time of day.
    appeared: Option<AppearedView>,
    /// The proof: how the row is derived, line by line. Left out where it was declined; and it says so where it is longer or costs more than the server
    /// permits.
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<String>,
}

/// When a row appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct AppearedView {
    /// The revision of the commit.
    revision: u64,
    /// When that was; `null` where no commit that old is in the log any more.
    #[schema(format = DateTime, example = "2026-11-22T08:52:53.318216Z")]
    at: Option<String>,
    /// Whether the row appeared with this commit; if not, with this one or an earlier one.
    exact: bool,
}

impl ViolationView {
    /// A row, and what is known of it.
    pub fn of(key: &Key, violation: &Violation) -> Self {
        Self {
            policy: key.policy().to_owned(),
            table: key.table().to_owned(),
            row: finite(&violation.row),
            appeared: AppearedView::of(violation.appeared),
            trace: None,
        }
    }
}

impl AppearedView {
    fn of(appeared: Appeared) -> Option<Self> {
        let view = |Moment { revision, at }: Moment, exact| Self {
            revision: revision.0,
            at: at.and_then(time),
            exact,
        };
        match appeared {
            Appeared::With(moment) => Some(view(moment, true)),
            Appeared::NoLaterThan(moment) => Some(view(moment, false)),
            Appeared::WithTime => None,
        }
    }
}

/// A row that is there no more.
#[derive(Debug, Serialize)]
pub struct GoneView {
    policy: String,
    table: String,
    row: Row,
    disappeared: AppearedView,
}

impl GoneView {
    /// A row, and the commit with which it went.
    pub fn of(key: &Key, row: &[Value], Moment { revision, at }: Moment) -> Self {
        let disappeared = AppearedView { revision: revision.0, at: at.and_then(time), exact: true };
        let (policy, table) = (key.policy().to_owned(), key.table().to_owned());
        Self { policy, table, row: finite(row), disappeared }
    }
}

/// A time of the log as it is shown.
fn time(at: Timestamp) -> Option<String> {
    Some(jiff::Timestamp::from_microsecond(at.0).ok()?.to_string())
}

/// Which violations are wanted.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    policy: Option<Arc<str>>,
    table: Option<Arc<str>>,
}

impl Filter {
    /// Reads `policy` and `table`.
    ///
    /// # Errors
    ///
    /// A table whose rows are no violations.
    pub fn of(query: &Query) -> Result<Self, ApiError> {
        let table = query.first("table");
        if table.is_some_and(|table| !TABLES.contains(&table)) {
            return Err(refused("table", "expected error or warning"));
        }
        Ok(Self { policy: query.first("policy").map(Arc::from), table: table.map(Arc::from) })
    }

    /// Whether a violation is among them.
    pub fn takes(&self, key: &Key) -> bool {
        self.policy.as_deref().is_none_or(|policy| key.policy() == policy)
            && self.table.as_deref().is_none_or(|table| key.table() == table)
    }

    fn takes_table(&self, name: &TableName) -> bool {
        self.policy.as_deref().is_none_or(|policy| *name.policy == *policy)
            && self.table.as_deref().is_none_or(|table| *name.table == *table)
    }
}

/// A parameter that cannot be used.
pub fn refused(field: &'static str, reason: &str) -> ApiError {
    ApiError::new(Subject::V2, Cause::Field { field, reason: reason.to_owned() })
}

/// Lists the violations: every row of every table named `error` or `warning` of every policy, sorted by policy, table and row, each with
/// the commit with which it appeared and a proof.
#[utoipa::path(
    get, path = "/v2/violations", tag = "violations", operation_id = "violation_list",
    params(
        ("policy" = Option<String>, Query, description = "Only those of the policy of this name"),
        ("table" = Option<String>, Query, description = "Only `error` or only `warning`"),
        ("limit" = Option<u32>, Query, description = "How many at most: 1 to 1000, 100 when left out", minimum = 1, maximum = 1000),
        ("after" = Option<String>, Query, description = "Those behind this place: `next` of the list before"),
        ("trace" = Option<bool>, Query, description = "`false` declines the proofs, which are looked for row by row, from the top \
            down: a list without them costs less, and is not ended early where they are long or take long"),
    ),
    responses(
        (status = 200, description = "The violations", body = Violations),
        (status = 400, description = "A parameter or header has a value that it cannot have", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Evaluating the policies costs more than the server permits", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The database does not answer, or too much is to be evaluated", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    reader: Reader,
    evaluation: Data<Evaluation>,
    query: Query,
) -> Result<Answer<Violations>, ApiError> {
    let filter = Filter::of(&query)?;
    let limit = limit(&query)?;
    let after = match query.first("after") {
        None => None,
        Some(word) => {
            let cursor = Cursor::read(word);
            Some(cursor.ok_or_else(|| refused("after", "expected what `next` of a list says"))?.0)
        }
    };
    let is_traced = !query.is_false("trace");
    let state = reader.state().await.map_err(ApiError::about(Subject::V2))?;
    let question = move |evaluator: &mut Evaluator, tracker: &Tracker, means: &Means<'_>| {
        let standing = with_momentary(evaluator, tracker, &filter, means)?;
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let wanted = standing.range((from, Bound::Unbounded)).filter(|(key, _)| filter.takes(key));
        let mut page: Vec<_> = wanted.take(limit + 1).collect();
        let mut is_more = page.len() > limit;
        page.truncate(limit);
        let violations = if is_traced {
            with_proofs(evaluator, &page, means)
        } else {
            page.iter().map(|(key, violation)| ViolationView::of(key, violation)).collect()
        };
        is_more |= violations.len() < page.len();
        let last = page.get(violations.len().saturating_sub(1)).filter(|_| is_more);
        let next = last.map(|(key, _)| Cursor((*key).clone()).to_word());
        let revision = evaluator.revision().0;
        Ok(Violations { page: violations, next, revision })
    };
    let asked = evaluation.ask_about_violations(reader.store(), state, question).await;
    let (violations, revision) = asked.map_err(ApiError::about(Subject::V2))?;
    reader.went_on_to(revision);
    Ok(Answer::ok(violations))
}

/// Violations as they are shown, each with its proof. They end early where the proofs are long, or there is no time for more; but never
/// before the first.
fn with_proofs(
    evaluator: &mut Evaluator,
    page: &[(&Key, &Violation)],
    means: &Means<'_>,
) -> Vec<ViolationView> {
    // Others wait for their turn: proofs take half of what is left of this one at most.
    let now = Instant::now();
    let until = now + means.end.saturating_duration_since(now) / 2;
    let interrupted = || (means.limits.interrupted)() || Instant::now() >= until;
    let mut proofs = evaluator.proofs(means.now, Limits { interrupted: &interrupted, ..means.limits });
    let (mut views, mut bytes) = (Vec::with_capacity(page.len()), 0);
    for (key, violation) in page {
        let trace = match proofs.of(&TableName::new(key.policy(), key.table()), &violation.row) {
            Ok(trace) => trace,
            // A list that begins with it would fail at it for ever.
            Err(exceeded) if views.is_empty() => format!("… {}\n", means.too_costly(exceeded)),
            Err(_) => break,
        };
        bytes += trace.len();
        views.push(ViolationView { trace: Some(trace), ..ViolationView::of(key, violation) });
        if bytes > TRACED_BYTES {
            break;
        }
    }
    views
}

/// The violations, with those that depend on the time of day, as it is now.
fn with_momentary(
    evaluator: &mut Evaluator,
    tracker: &Tracker,
    filter: &Filter,
    means: &Means<'_>,
) -> Result<Standing, Cause> {
    let mut standing = tracker.standing().clone();
    for table in tracker.momentary().filter(|table| filter.takes_table(table)) {
        let rows = evaluator.rows(table, means.now, means.limits);
        for row in rows.map_err(|exceeded| means.too_costly(exceeded))? {
            let row: Arc<[Value]> = row.into();
            let key = Key::of(&table.policy, &table.table, &row);
            standing.insert_mut(key, Violation { row, appeared: Appeared::WithTime });
        }
    }
    Ok(standing)
}

fn limit(query: &Query) -> Result<usize, ApiError> {
    let Some(word) = query.first("limit") else { return Ok(USUAL) };
    let number = word.parse().ok().filter(|limit| (1..=MOST).contains(limit));
    number.ok_or_else(|| refused("limit", "expected a number between 1 and 1000"))
}
