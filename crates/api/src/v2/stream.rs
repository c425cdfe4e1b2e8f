//! `/v2/violations/stream`: violations as they appear and disappear, as server-sent events.

use std::fmt::Write as _;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, MessageBody};
use actix_web::http::{Method, header};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;
use statehouse_db::Store;
use statehouse_engine::Evaluator;
use statehouse_model::Revision;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use super::problem::Problem;
use super::violations::{Filter, GoneView, ViolationView, refused};
use crate::error::{ApiError, Cause, Subject};
use crate::evaluation::{Evaluation, Means};
use crate::query::Query;
use crate::reader::Reader;
use crate::violations::{
    Appeared, Feed, Listener, Moment, Place, Reach, Resumed, Standing, Suspension, Told, Tracker, Violation,
    resume,
};

/// After so long without an event a listener is sent a sign of life.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// An id that stands for no place.
const BEGIN_ANEW: &str = "reset";
/// A listener that takes nothing for so long is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many pieces wait for a listener to take them.
const PIECES: usize = 2;
/// How long a piece is, roughly, in bytes.
const PIECE: usize = 32 << 10;

/// Tells of violations as they appear and disappear, as server-sent events (`text/event-stream`), on every server whichever of them
/// made the commit. A stream begins with `reset` and everything there is, each as `appeared`, and then `complete`; with `after` or `Last-Event-ID`
/// it goes on behind that place instead, as long as the log and the server's bounds allow. `suspended` says that nothing can be told, and
/// why: evaluating exceeds the limits, or the log cannot be read. When that is over, `reset` follows. `behind` is the last event of a
/// stream whose reader was too slow.
#[utoipa::path(
    get, path = "/v2/violations/stream", tag = "violations", operation_id = "violation_watch",
    params(
        ("policy" = Option<String>, Query, description = "Only those of the policy of this name"),
        ("table" = Option<String>, Query, description = "Only `error` or only `warning`"),
        ("after" = Option<String>, Query, description = "What happens after this revision, or behind the event of this id"),
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the event that was read last; before `after`"),
    ),
    responses(
        (status = 200, description = "The events", body = String, content_type = "text/event-stream"),
        (status = 400, description = "A parameter or header has a value that it cannot have", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Evaluating the policies costs more than the server permits", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The database does not answer, or too many listen", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn listen(
    request: HttpRequest,
    reader: Reader,
    evaluation: Data<Evaluation>,
    query: Query,
) -> Result<HttpResponse, ApiError> {
    let about = ApiError::about(Subject::V2);
    let filter = Filter::of(&query)?;
    let place = place(&request, &query)?;
    let state = reader.state().await.map_err(ApiError::about(Subject::V2))?;
    let feed = evaluation.feed().clone();
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, "text/event-stream"))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    if request.method() == Method::HEAD {
        return Ok(response.finish());
    }
    let most = feed.most();
    let listener = feed.listen().ok_or(Cause::TooManyListen { limit: most }).map_err(about)?;
    let store = reader.store().clone();
    let begin = move |evaluator: &mut Evaluator, _: &Tracker, means: &Means<'_>| {
        let mut listener = listener;
        if let Some(place) = place.filter(|place| place.revision <= evaluator.revision())
            && reaches_back(&store, evaluator, &feed, place, means)?
        {
            listener.go_on(&feed, place);
        }
        Ok(listener)
    };
    let asked = evaluation.ask_about_violations(reader.store(), state, begin).await;
    let (listener, revision) = asked.map_err(ApiError::about(Subject::V2))?;
    reader.went_on_to(revision);
    drive(&evaluation, reader.store());
    let (pieces, body) = mpsc::channel(PIECES);
    let stream = Stream {
        evaluation: evaluation.into_inner(),
        store: reader.store().clone(),
        listener,
        filter,
        pieces,
        text: String::new(),
        sent: place,
        silent_since: Instant::now(),
    };
    actix_web::rt::spawn(stream.tell());
    Ok(response.body(Events(body)))
}

/// Where to go on.
fn place(request: &HttpRequest, query: &Query) -> Result<Option<Place>, ApiError> {
    let (field, word) = match (request.headers().get("Last-Event-ID"), query.first("after")) {
        (Some(id), _) if id.as_bytes() == BEGIN_ANEW.as_bytes() => return Ok(None),
        (Some(id), _) => ("Last-Event-ID", id.to_str().unwrap_or("?")),
        (None, Some(word)) => ("after", word),
        (None, None) => return Ok(None),
    };
    let number = |digits: &str| {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u64>().ok().filter(|_| is_number)
    };
    let place = match word.split_once('-') {
        None => number(word).map(|revision| Place::after(Revision(revision))),
        Some((revision, seen)) => number(revision).zip(number(seen)).map(|(revision, seen)| Place {
            revision: Revision(revision),
            seen: usize::try_from(seen).ok().and_then(|seen| seen.checked_add(1)),
        }),
    };
    place
        .map(Some)
        .ok_or_else(|| refused(field, "expected a revision, such as 17, or the id of an event, such as 17-0"))
}

/// Whether what happened behind a place is in the list; looks for it in the log if need be.
fn reaches_back(
    store: &Store,
    evaluator: &Evaluator,
    feed: &Feed,
    place: Place,
    means: &Means<'_>,
) -> Result<bool, Cause> {
    let after = place.whole();
    let (until, room) = match feed.reach(after) {
        Reach::InList => return Ok(true),
        Reach::TooFar => return Ok(false),
        Reach::Lacking { until, room } => (until, room),
    };
    match resume(store, evaluator.state(), (after, until), room, means)? {
        Resumed::Commits(commits) => {
            feed.put_before(after, commits);
            Ok(true)
        }
        Resumed::TooMuch => {
            feed.is_out_of_reach(after);
            Ok(false)
        }
        Resumed::NotNow => Ok(false),
    }
}

/// Has the list follow the state as long as somebody listens, unless somebody has it follow already.
fn drive(evaluation: &Data<Evaluation>, store: &Store) {
    if let Some(driver) = evaluation.feed().drive() {
        let (evaluation, store) = (evaluation.clone(), store.clone());
        actix_web::rt::spawn(async move {
            let mut driver = Some(driver);
            while let Some(held) = driver.take() {
                evaluation.follow_while_listened(&store).await;
                driver = held.give_up();
            }
        });
    }
}

/// A stream on its way to who listens.
struct Stream {
    evaluation: Arc<Evaluation>,
    store: Store,
    listener: Listener,
    filter: Filter,
    pieces: mpsc::Sender<Bytes>,
    text: String,
    /// The last place that who listens has been given an id for.
    sent: Option<Place>,
    /// When something was last sent. Much may happen that this stream tells nothing of.
    silent_since: Instant,
}

/// Who listens has gone, or takes nothing.
struct Gone;

impl Stream {
    async fn tell(mut self) {
        let feed = self.evaluation.feed().clone();
        let (mut changes, mut stopping) = (feed.changes(), feed.stopping());
        // A new stream says something at once: proxies pass on its head with it.
        self.text.push_str(": violations\n\n");
        loop {
            changes.mark_unchanged();
            let told = match feed.read(&mut self.listener) {
                Told::Anew(standing, revision) => self.anew(&standing, revision).await.map(|()| true),
                Told::Happenings(happenings) => self.happenings(&happenings).await.map(|()| true),
                Told::Suspended(Suspension { cause, reason }) => {
                    self.event("suspended", None, &json!({ "cause": cause, "reason": &*reason }));
                    Ok(true)
                }
                Told::Behind => {
                    self.event("behind", None, &json!({ "reason": "the stream was read too slowly" }));
                    drop(self.flush().await);
                    return;
                }
                Told::UpToDate => Ok(false),
            };
            let Ok(is_more) = told else { return };
            if self.flush().await.is_err() {
                return;
            }
            let sign_of_life = self.silent_since + SIGN_OF_LIFE;
            if Instant::now() >= sign_of_life {
                self.sign_of_life();
                continue;
            }
            if is_more {
                continue;
            }
            drive(&Data::from(self.evaluation.clone()), &self.store);
            tokio::select! {
                _ = changes.changed() => {}
                _ = stopping.wait_for(|is_stopping| *is_stopping) => return,
                () = self.pieces.closed() => return,
                () = sleep_until(sign_of_life) => {}
            }
        }
    }

    async fn anew(&mut self, standing: &Standing, revision: Revision) -> Result<(), Gone> {
        // Clients keep the last id that they saw. Whoever loses the connection before `complete` has forgotten what was before, and is
        // to begin anew once more.
        let _ = writeln!(self.text, "id: {BEGIN_ANEW}");
        self.event("reset", None, &json!({ "revision": revision.0 }));
        let filter = self.filter.clone();
        for (key, violation) in standing.iter().filter(|(key, _)| filter.takes(key)) {
            event(&mut self.text, "appeared", None, &ViolationView::of(key, violation));
            self.flush_if_long().await?;
        }
        let place = Place::after(revision);
        self.event("complete", Some(place), &json!({ "revision": revision.0 }));
        Ok(())
    }

    async fn happenings(
        &mut self,
        happenings: &[(Moment, usize, crate::violations::Happening)],
    ) -> Result<(), Gone> {
        let filter = self.filter.clone();
        for (moment, number, happening) in happenings.iter().filter(|it| filter.takes(&it.2.key)) {
            let place = Place { revision: moment.revision, seen: Some(*number) };
            if happening.appeared {
                let violation = Violation { row: happening.row.clone(), appeared: Appeared::With(*moment) };
                let view = ViolationView::of(&happening.key, &violation);
                self.event("appeared", Some(place), &view);
            } else {
                let view = GoneView::of(&happening.key, &happening.row, *moment);
                self.event("disappeared", Some(place), &view);
            }
            self.flush_if_long().await?;
        }
        Ok(())
    }

    /// A comment, and how far the stream has come where nothing was to be told for long: so that nobody has to begin anew because
    /// the log was trimmed.
    fn sign_of_life(&mut self) {
        let place = self.listener.place();
        if self.sent.is_some_and(|sent| sent.revision < place.revision) && place.seen.is_none() {
            let _ = write!(self.text, "id: {}\n\n", place.revision.0);
            self.sent = Some(place);
        } else {
            self.text.push_str(": still here\n\n");
        }
    }

    fn event(&mut self, name: &str, place: Option<Place>, data: &impl Serialize) {
        event(&mut self.text, name, place, data);
        self.sent = place.or(self.sent);
    }

    async fn flush_if_long(&mut self) -> Result<(), Gone> {
        if self.text.len() > PIECE { self.flush().await } else { Ok(()) }
    }

    async fn flush(&mut self) -> Result<(), Gone> {
        if self.text.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::take(&mut self.text));
        self.silent_since = Instant::now();
        let mut stopping = self.evaluation.feed().stopping();
        tokio::select! {
            sent = timeout(PATIENCE, self.pieces.send(piece)) => match sent {
                Ok(Ok(())) => Ok(()),
                _ => Err(Gone),
            },
            _ = stopping.wait_for(|is_stopping| *is_stopping) => Err(Gone),
        }
    }
}

fn event(text: &mut String, name: &str, place: Option<Place>, data: &impl Serialize) {
    let data = serde_json::to_string(data).unwrap_or_default();
    let _ = writeln!(text, "event: {name}");
    if let Some(Place { revision, seen }) = place {
        let _ = match seen {
            Some(number) => writeln!(text, "id: {}-{number}", revision.0),
            None => writeln!(text, "id: {}", revision.0),
        };
    }
    let _ = writeln!(text, "data: {data}\n");
}

/// The pieces of a stream as a body.
struct Events(mpsc::Receiver<Bytes>);

impl MessageBody for Events {
    type Error = actix_web::Error;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        self.0.poll_recv(context).map(|piece| piece.map(Ok))
    }
}
