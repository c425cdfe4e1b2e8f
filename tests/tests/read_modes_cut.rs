//! What a server that is cut off from its database server answers to clients that say which state they want.

use serde_json::json;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::proxy::{Flow, Proxy};
use statehouse_tests::throwaway::{Error, wait_until};
use statehouse_tests::{Answer, Database, Request, Server};
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

/// How long a server may take to find its way back.
const PATIENCE: Duration = Duration::from_mins(1);

/// A database, a server that reaches it, and a line to it that can be cut.
struct Scene {
    database: Database,
    near: Server,
    line: Proxy,
}

impl Scene {
    fn new() -> Result<Self, Error> {
        let database = Database::fresh();
        Ok(Self { line: Proxy::to(address_in(&database.url())?)?, near: Server::on(&database), database })
    }

    /// A server at the other end of the line, on which requests wait this long for a revision.
    fn far(&self, revision_wait: &str) -> Server {
        let launch = Launch::on(&self.database).through(&self.database.url_at(&[self.line.address()]));
        launch.argument(&format!("--revision-wait={revision_wait}")).start()
    }

    /// Creates a policy and returns the revision that holds it.
    fn create(&self, name: &str) -> u64 {
        self.near.post("/v1/policies", &json!({ "name": name })).expect(201).revision()
    }
}

fn address_in(url: &str) -> Result<SocketAddr, Error> {
    let host = url.rsplit_once('@').and_then(|(_, rest)| rest.split('/').next());
    let parsed = host.and_then(|host| host.parse().ok());
    parsed.ok_or_else(|| Error::Failed {
        program: "a database server".into(),
        said: format!("no address in {url}"),
    })
}

fn policies() -> Request {
    Request::new("GET", "/v1/policies")
}

/// Fails unless the answer is that of a server that cannot know whether there is such a revision.
#[track_caller]
fn assert_unknown(answer: Answer, revision: u64) {
    let answer = answer.expect(503);
    assert!(answer.header("Retry-After").is_some(), "{answer}");
    let said = format!("Statehouse-Min-Revision: whether there is a revision {revision} cannot be learnt");
    assert!(answer.message().starts_with(&said), "{answer}");
}

#[test]
fn a_server_that_is_cut_off_shows_what_it_has_and_claims_nothing_else() -> Result<(), Error> {
    let scene = Scene::new()?;
    let far = scene.far("500ms");
    let known = scene.create("known");
    let _ = far.send(&policies().at_least(known)).expect(200);

    scene.line.refuse();
    let _ = far.send(&policies()).expect(503);
    let _ = far.post("/v1/policies", &json!({ "name": "refused" })).expect(503);
    let missed = scene.create("missed");
    for request in [policies().eventual(), policies().eventual().at_least(known)] {
        let answer = far.send(&request).expect(200);
        assert_eq!(answer.revision(), known);
        assert!(answer.text().contains("\"known\"") && !answer.text().contains("\"missed\""), "{answer}");
    }
    let began = Instant::now();
    for revision in [missed, missed + 1] {
        assert_unknown(far.send(&policies().at_least(revision)), revision);
        assert_unknown(far.send(&policies().at_least(revision).eventual()), revision);
        assert_unknown(far.send(&Request::new("DELETE", "/v1/policies/known").at_least(revision)), revision);
    }
    assert!(began.elapsed() >= Duration::from_secs(3), "they did not wait: {:?}", began.elapsed());
    let metrics = far.get("/metrics").expect(200).text();
    assert!(metrics.contains("statehouse_revision_waits_total{outcome=\"unknown\"} 6\n"), "{metrics}");

    scene.line.mend();
    wait_until("the server is back", PATIENCE, || {
        let answer = far.send(&policies().at_least(missed));
        if answer.status == 200 { Ok(()) } else { Err(answer.to_string()) }
    })?;
    assert_eq!(far.policy_names(), scene.near.policy_names());
    let answer = far.send(&policies().at_least(missed + 1)).expect(412);
    assert_eq!(answer.revision(), missed);
    Ok(())
}

#[test]
fn a_request_outlasts_an_outage_that_is_shorter_than_its_patience() -> Result<(), Error> {
    let scene = Scene::new()?;
    let far = scene.far("5m");
    scene.line.refuse();
    let missed = scene.create("missed");
    thread::scope(|scope| {
        let waiting = scope.spawn(|| far.send(&policies().at_least(missed)));
        thread::sleep(Duration::from_secs(1));
        assert!(!waiting.is_finished(), "it did not wait");
        scene.line.mend();
        let answer = waiting.join().expect("an answer").expect(200);
        assert_eq!(answer.revision(), missed);
    });
    Ok(())
}

#[test]
fn a_database_that_says_nothing_keeps_nobody_waiting_for_ever() -> Result<(), Error> {
    let scene = Scene::new()?;
    let far = scene.far("500ms");
    let known = scene.create("known");
    let _ = far.send(&policies().at_least(known)).expect(200);

    scene.line.set(Flow::Silent);
    let missed = scene.create("missed");
    let began = Instant::now();
    assert_eq!(far.send(&policies().eventual()).expect(200).revision(), known);
    assert!(began.elapsed() < Duration::from_secs(2), "an eventual read asked the database");
    assert_unknown(far.send(&policies().at_least(missed).eventual()), missed);
    let _ = far.send(&policies()).expect(503);
    let took = began.elapsed();
    assert!(took < Duration::from_secs(40), "{took:?}");
    scene.line.mend();
    Ok(())
}
