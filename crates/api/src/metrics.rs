//! What `/metrics` tells, in the text format of Prometheus.

use std::fmt;
use std::time::{Duration, Instant};

use actix_web::http::{Method, StatusCode};
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric, MetricEncoder};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use statehouse_db::{Health, LeaseStatistics, Statistics, Store};
use statehouse_execute::ExecuteStatistics;
use statehouse_poll::PollStatistics;

use crate::evaluation::EvaluationStatistics;

/// Upper bounds of the durations that are told apart, in seconds.
const DURATIONS: [f64; 12] =
    [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10.0];

/// What the server counts.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    durations: Family<Endpoint, Histogram, fn() -> Histogram>,
    abandoned: Counter,
    waiting: Gauge,
    waits: Family<WaitLabels, Counter>,
    wait_durations: Histogram,
}

/// A request that has been answered.
pub struct Request<'a> {
    /// The template of the path, `None` when no path matched: paths themselves are without number.
    pub endpoint: Option<String>,
    /// The method.
    pub method: &'a Method,
    /// The answer's status.
    pub status: StatusCode,
    /// How long the answer took.
    pub elapsed: Duration,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    endpoint: String,
    method: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Endpoint {
    endpoint: String,
    method: &'static str,
}

/// What became of a request that waited for a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitOutcome {
    /// The revision came.
    Reached,
    /// Time was over, and there is no such revision.
    NotYet,
    /// Time was over, and the database does not say whether there is.
    Unknown,
    /// Too many waited already.
    TurnedAway,
    /// The server stopped.
    Stopped,
    /// The client went away.
    Abandoned,
}

impl WaitOutcome {
    fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NotYet => "not_yet",
            Self::Unknown => "unknown",
            Self::TurnedAway => "turned_away",
            Self::Stopped => "stopped",
            Self::Abandoned => "abandoned",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct WaitLabels {
    outcome: &'static str,
}

/// A request that waits for a revision. Dropping it counts how long it did.
#[derive(Debug)]
pub struct Wait<'a> {
    metrics: &'a Metrics,
    began: Instant,
    outcome: WaitOutcome,
}

impl Wait<'_> {
    /// Says what became of it; when nobody does, its client has gone away.
    pub fn ended(&mut self, outcome: WaitOutcome) {
        self.outcome = outcome;
    }
}

impl Drop for Wait<'_> {
    fn drop(&mut self) {
        self.metrics.waiting.dec();
        self.metrics.wait_durations.observe(self.began.elapsed().as_secs_f64());
        self.metrics.count_wait(self.outcome);
    }
}

impl Metrics {
    /// The type of [`Metrics::text`].
    pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    /// Nothing counted yet.
    #[must_use]
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("statehouse");
        let requests = Family::<Labels, Counter>::default();
        let durations: Family<Endpoint, Histogram, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(DURATIONS));
        registry.register("http_requests", "Requests that were answered", requests.clone());
        registry.register_with_unit(
            "http_request_duration",
            "How long answers took",
            Unit::Seconds,
            durations.clone(),
        );
        let (abandoned, waiting) = (Counter::default(), Gauge::default());
        let (waits, wait_durations) = (Family::default(), Histogram::new(DURATIONS));
        registry.register(
            "http_abandoned_requests",
            "Requests whose client went away before they were answered",
            abandoned.clone(),
        );
        registry.register("revision_waiting", "Requests that wait for a revision now", waiting.clone());
        registry.register("revision_waits", "Requests that waited for a revision, by outcome", waits.clone());
        registry.register_with_unit(
            "revision_wait_duration",
            "How long requests waited for a revision that was not there when they came",
            Unit::Seconds,
            wait_durations.clone(),
        );
        registry.register(
            "build",
            "What this server is built from",
            Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]),
        );
        Self { registry, requests, durations, abandoned, waiting, waits, wait_durations }
    }

    /// Counts an answered request.
    pub fn count(&self, request: &Request<'_>) {
        let endpoint = request.endpoint.clone().unwrap_or_else(|| "other".to_owned());
        let method = known(request.method);
        let status = request.status.as_u16();
        self.durations
            .get_or_create(&Endpoint { endpoint: endpoint.clone(), method })
            .observe(request.elapsed.as_secs_f64());
        self.requests.get_or_create(&Labels { endpoint, method, status }).inc();
    }

    /// Counts a request that was not answered because its client went away.
    pub fn count_abandoned(&self) {
        self.abandoned.inc();
    }

    /// Counts a request that waits for a revision, as long as the value lives.
    pub fn begin_wait(&self) -> Wait<'_> {
        self.waiting.inc();
        Wait { metrics: self, began: Instant::now(), outcome: WaitOutcome::Abandoned }
    }

    /// Counts how a wait for a revision ended.
    pub fn count_wait(&self, outcome: WaitOutcome) {
        self.waits.get_or_create(&WaitLabels { outcome: outcome.name() }).inc();
    }

    /// Everything that is counted, here, in the store, in polling and in executing.
    ///
    /// # Errors
    ///
    /// None: writing into text does not fail.
    pub fn text(
        &self,
        store: &Store,
        polling: PollStatistics,
        executing: ExecuteStatistics,
        evaluation: EvaluationStatistics,
    ) -> Result<String, fmt::Error> {
        let mut text = String::new();
        prometheus_client::encoding::text::encode_registry(&mut text, &self.registry)?;
        let mut registry = Registry::with_prefix("statehouse_store");
        registry.register_collector(Box::new(StoreMetrics(store.statistics(), store.health())));
        prometheus_client::encoding::text::encode_registry(&mut text, &registry)?;
        let mut registry = Registry::with_prefix("statehouse_polling");
        registry.register_collector(Box::new(PollMetrics(polling)));
        prometheus_client::encoding::text::encode_registry(&mut text, &registry)?;
        let waiting = store.read_local().waiting_execution_count();
        let mut registry = Registry::with_prefix("statehouse_executing");
        registry.register_collector(Box::new(ExecuteMetrics(executing, waiting)));
        prometheus_client::encoding::text::encode_registry(&mut text, &registry)?;
        let mut registry = Registry::with_prefix("statehouse_evaluation");
        registry.register_collector(Box::new(EvaluationMetrics(evaluation)));
        prometheus_client::encoding::text::encode(&mut text, &registry)?;
        Ok(text)
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// Clients may make up methods; labels may not grow with them.
fn known(method: &Method) -> &'static str {
    const KNOWN: [Method; 7] = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
    ];
    const NAMES: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
    KNOWN.iter().position(|known| known == method).and_then(|at| NAMES.get(at)).copied().unwrap_or("other")
}

/// The store counts for itself; its figures are read when they are asked for.
#[derive(Debug)]
struct StoreMetrics(Statistics, Health);

impl prometheus_client::collector::Collector for StoreMetrics {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let Self(store, health) = self;
        for (name, help, value) in [
            ("commits", "Commands that became commits", store.commits),
            ("idle", "Commands that had nothing to do", store.idle),
            ("rejections", "Commands that were rejected", store.rejections),
            ("stale", "Commands that were refused because their lease did not hold any more", store.stale),
            ("overloads", "Commands that a full queue turned away", store.overloads),
            ("failures", "Commands that failed with the database", store.failures),
            ("unknown_outcomes", "Commands whose outcome stayed unknown", store.unknown_outcomes),
            ("batches", "Transactions that made the commits", store.batches),
            ("trimmed_commits", "Commits that this server has trimmed from the log", store.trimmed_commits),
            (
                "reloads",
                "Times the state was read anew because the log did not go back far enough",
                store.reloads,
            ),
            ("catch_ups", "Times commits of other processes were read", store.catch_ups),
            ("caught_up_commits", "Commits of other processes that were read", store.caught_up_commits),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Counter)?;
            ConstCounter::new(value).encode(metric)?;
        }
        let revision = usize::try_from(health.revision.0).unwrap_or(usize::MAX);
        for (name, help, value) in [
            ("queued_commands", "Commands that wait for the writer", store.queued_commands),
            ("queued_bytes", "Bytes of the commands that wait for the writer, roughly", store.queued_bytes),
            ("last_batch", "Commands that the last transaction decided", store.last_batch),
            ("revision", "The newest revision that this server has", revision),
            (
                "ready",
                "1 when the last write and the last read of the database succeeded, else 0",
                health.is_ready().into(),
            ),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Gauge)?;
            ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX)).encode(metric)?;
        }
        leases(&store.leases, &mut encoder)?;
        let metric = encoder.encode_descriptor(
            "transaction_duration",
            "How long the transactions of the writer took",
            Some(&Unit::Seconds),
            MetricType::Histogram,
        )?;
        durations(&store.transaction_durations, metric)
    }
}

/// The duties that this server seeks: which it has, and how often it took and lost each.
fn leases(leases: &[LeaseStatistics], encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
    let mut held = encoder.encode_descriptor(
        "lease_token",
        "The fencing token of a duty that this server has, 0 for one that it waits for",
        None,
        MetricType::Gauge,
    )?;
    for lease in leases {
        let token = i64::try_from(lease.held.unwrap_or(0)).unwrap_or(i64::MAX);
        ConstGauge::new(token).encode(held.encode_family(&[("duty", lease.duty.as_str())])?)?;
    }
    for (name, help, figure) in [
        (
            "lease_takes",
            "Times this server has taken a duty",
            (|lease| lease.taken) as fn(&LeaseStatistics) -> u64,
        ),
        ("lease_losses", "Times this server's lease of a duty ran out or was taken", |lease| lease.lost),
    ] {
        let mut metric = encoder.encode_descriptor(name, help, None, MetricType::Counter)?;
        for lease in leases {
            let duty = [("duty", lease.duty.as_str())];
            ConstCounter::new(figure(lease)).encode(metric.encode_family(&duty)?)?;
        }
    }
    Ok(())
}

/// Polling counts for itself, as the store does.
#[derive(Debug)]
struct PollMetrics(PollStatistics);

impl prometheus_client::collector::Collector for PollMetrics {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let Self(polling) = self;
        for (name, help, value) in [
            ("succeeded", "Polls of a data source that succeeded", polling.succeeded),
            ("failed", "Polls of a data source that failed", polling.failed),
            (
                "dropped",
                "Polls whose rows were not stored, because another server polls or the data source is gone",
                polling.dropped,
            ),
            ("changes", "Times a table got other rows by a poll", polling.changes),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Counter)?;
            ConstCounter::new(value).encode(metric)?;
        }
        for (name, help, value) in [
            ("active", "1 when this server polls, else 0", usize::from(polling.polls)),
            ("data_sources", "Data sources that this server polls", polling.sources),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Gauge)?;
            ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX)).encode(metric)?;
        }
        Ok(())
    }
}

/// Executing counts for itself, too; what waits is in the state.
#[derive(Debug)]
struct ExecuteMetrics(ExecuteStatistics, usize);

impl prometheus_client::collector::Collector for ExecuteMetrics {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let Self(executing, waiting) = self;
        for (name, help, value) in [
            ("done", "Executions of actions that this server carried out", executing.done),
            ("failed", "Executions of actions that this server gave up", executing.failed),
            ("repeated", "Attempts to execute an action that failed and are repeated", executing.repeated),
            (
                "dropped",
                "Attempts to execute an action that ended when another server had the duty, or were not recorded",
                executing.dropped,
            ),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Counter)?;
            ConstCounter::new(value).encode(metric)?;
        }
        for (name, help, value) in [
            ("active", "1 when this server executes actions, else 0", usize::from(executing.executes)),
            ("waiting", "Executions of actions that wait, whichever server carries them out", *waiting),
            (
                "unfollowed",
                "Actions of which nothing new is executed that the rules of a policy call, because evaluating these costs too much or there is no room for as many calls",
                executing.unfollowed,
            ),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Gauge)?;
            ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX)).encode(metric)?;
        }
        Ok(())
    }
}

/// Evaluating counts for itself as well.
#[derive(Debug)]
struct EvaluationMetrics(EvaluationStatistics);

impl prometheus_client::collector::Collector for EvaluationMetrics {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let Self(evaluation) = self;
        let help = "Times policies were evaluated, for a request or because somebody listens to violations";
        let metric = encoder.encode_descriptor("runs", help, None, MetricType::Counter)?;
        ConstCounter::new(evaluation.evaluations).encode(metric)?;
        let help = "How long that took in all";
        let metric = encoder.encode_descriptor("time", help, Some(&Unit::Seconds), MetricType::Counter)?;
        ConstCounter::new(evaluation.time.as_secs_f64()).encode(metric)?;
        let help = "Times it was given up, by the limit that was exceeded";
        let mut metric = encoder.encode_descriptor("refusals", help, None, MetricType::Counter)?;
        for (limit, count) in evaluation.refused {
            ConstCounter::new(count).encode(metric.encode_family(&[("limit", limit)])?)?;
        }
        for (name, help, value) in [
            ("kept_tables", "Tables whose derived rows are kept up to date", evaluation.kept.tables),
            ("kept_rows", "Derived rows that are kept up to date", evaluation.kept.rows),
            ("streams", "Streams of violations that are open", evaluation.listeners),
            (
                "violations",
                "Violations there are, while somebody asks for them or listens",
                evaluation.violations,
            ),
        ] {
            let metric = encoder.encode_descriptor(name, help, None, MetricType::Gauge)?;
            ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX)).encode(metric)?;
        }
        Ok(())
    }
}

/// The store's figures have no labels.
type NoLabels = [(&'static str, &'static str); 0];

/// The store's buckets are cumulative already; the encoder adds them up itself, so each is given its own share.
fn durations(histogram: &statehouse_db::Histogram, mut metric: MetricEncoder<'_>) -> fmt::Result {
    let mut below = 0;
    let mut buckets = Vec::with_capacity(histogram.buckets.len() + 1);
    for (bound, count) in &histogram.buckets {
        buckets.push((bound.as_secs_f64(), count.saturating_sub(below)));
        below = *count;
    }
    buckets.push((f64::INFINITY, histogram.count.saturating_sub(below)));
    metric.encode_histogram::<NoLabels>(histogram.sum.as_secs_f64(), histogram.count, &buckets, None)
}
