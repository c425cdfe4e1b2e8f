//! The primary of PostgreSQL is lost and its synchronous standby takes over, under several Statehouse servers.

use serde_json::json;
use statehouse_tests::receipts::Verdict;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::proxy::{Direction, Flow};
use statehouse_tests::throwaway::{Client, Error, Postgres, Proxy, wait_until};
use statehouse_tests::{Answer, Database, Load, Request, Server};
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

const SERVERS: usize = 3;
const WRITERS: usize = 4;
/// A machine that does other things as well takes its time.
const PATIENCE: Duration = Duration::from_secs(30);

/// A primary with its standby, and a database on them.
struct Pair {
    // In the order in which they go.
    database: Database,
    standby: Postgres,
    primary: Postgres,
}

impl Pair {
    fn fresh() -> Result<Self, Error> {
        let primary = Postgres::fresh()?;
        let standby = primary.standby()?;
        let database = Database::on(vec![primary.client(), standby.client()]);
        Ok(Self { database, standby, primary })
    }

    /// A server that knows both by their own addresses.
    fn server(&self) -> Server {
        self.server_by(self.primary.client().address())
    }

    /// A server that reaches the primary at this address.
    fn server_by(&self, primary: SocketAddr) -> Server {
        let url = self.database.url_at(&[primary, self.standby.client().address()]);
        Launch::on(&self.database).through(&url).start()
    }

    /// Waits until as many sessions of the primary as that wait in COMMIT for the standby, or more: servers also say from time to
    /// time that they run. None are none.
    fn wait_for_commits_that_wait(&self, count: usize) -> Result<(), Error> {
        let sql = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
        waiting(&self.primary.client(), sql, count)
    }

    /// Kills the primary and makes the standby the primary.
    fn fail_over(&mut self) -> Result<(), Error> {
        self.primary.process().kill()?;
        self.standby.promote()
    }
}

fn waiting(client: &Client, sql: &str, count: usize) -> Result<(), Error> {
    wait_until(sql, PATIENCE, || match client.administer(sql) {
        Ok(number)
            if number.parse().is_ok_and(|number: usize| number >= count && (number == 0 || count > 0)) =>
        {
            Ok(())
        }
        Ok(number) => Err(number),
        Err(error) => Err(error.to_string()),
    })
}

#[test]
fn under_load_the_standby_takes_over_with_every_acknowledged_write_and_no_refused_one() -> Result<(), Error> {
    let mut pair = Pair::fresh()?;
    let servers = [(); SERVERS].map(|()| pair.server());
    let mut load = Load::on(&servers, WRITERS);
    load.during(|watch| {
        watch.stored(20);
        let killed = Instant::now();
        pair.primary.process().kill()?;
        // As long as there is no primary nobody is told that anything is stored, and nobody reads from the standby.
        thread::sleep(Duration::from_millis(500));
        pair.standby.promote()?;
        let promoted = Instant::now();
        for place in 0..SERVERS {
            let since_kill = watch.served_after(place, promoted);
            assert!(
                since_kill.write < PATIENCE && since_kill.read < PATIENCE,
                "server {place}: {since_kill:?}"
            );
            tell(place, killed, promoted, since_kill.write);
        }
        watch.stored(20);
        Ok::<(), Error>(())
    })?;
    let (stored, not_stored, unknown) = load.check().counts();
    say(&format!("{stored} stored, {not_stored} not stored, {unknown} unknown"));
    assert!(stored > 100 && not_stored > 0, "something was at stake: {stored} stored, {not_stored} refused");
    Ok(())
}

#[test]
fn a_paused_primary_is_replaced_and_what_it_still_took_is_not_acknowledged() -> Result<(), Error> {
    let mut pair = Pair::fresh()?;
    let servers = [(); SERVERS].map(|()| pair.server());
    let mut load = Load::on(&servers, WRITERS);
    load.during(|watch| {
        watch.stored(20);
        pair.primary.process().pause()?;
        pair.standby.promote()?;
        // It runs on without knowing that it was replaced. Its COMMITs wait for a standby that is none any more.
        pair.primary.process().resume()?;
        thread::sleep(Duration::from_secs(2));
        let fenced = Instant::now();
        pair.primary.process().kill()?;
        for place in 0..SERVERS {
            let service = watch.served_after(place, fenced);
            tell(place, fenced, fenced, service.write);
        }
        watch.stored(20);
        Ok::<(), Error>(())
    })?;
    let (stored, not_stored, unknown) = load.check().counts();
    say(&format!("{stored} stored, {not_stored} not stored, {unknown} unknown"));
    Ok(())
}

#[test]
fn a_commit_that_the_standby_has_and_nobody_heard_of_is_found_there() -> Result<(), Error> {
    let mut pair = Pair::fresh()?;
    let proxy = Proxy::to(pair.primary.client().address())?;
    let server = pair.server_by(proxy.address());
    pair.standby.process().pause()?;
    let (answer, before) = thread::scope(|scope| {
        let posted = scope.spawn(|| create(&server, "p"));
        pair.wait_for_commits_that_wait(1)?;
        proxy.set_one(Direction::Answers, Flow::Silent);
        pair.standby.process().resume()?;
        pair.wait_for_commits_that_wait(0)?;
        pair.primary.process().kill()?;
        proxy.refuse();
        let before = posted.is_finished();
        pair.standby.promote()?;
        Ok::<_, Error>((posted.join().expect("the client does not panic"), before))
    })?;
    assert!(!before, "it was answered before anybody could know: {answer}");
    assert_eq!(answer.status, 201, "{answer}");
    assert_eq!(server.policy_names(), ["classification", "action", "p"]);
    pair.database.assert_log_complete();
    Ok(())
}

#[test]
fn a_commit_that_the_standby_never_got_is_answered_as_not_stored() -> Result<(), Error> {
    let mut pair = Pair::fresh()?;
    let server = pair.server();
    pair.standby.process().kill()?;
    let answer = thread::scope(|scope| {
        let posted = scope.spawn(|| create(&server, "p"));
        pair.wait_for_commits_that_wait(1)?;
        pair.primary.process().kill()?;
        pair.standby.start()?;
        pair.standby.promote()?;
        Ok::<_, Error>(posted.join().expect("the client does not panic"))
    })?;
    // Whether there is time to look for it before the limit depends on how fast the standby starts.
    assert_eq!(answer.status, 503, "{answer}");
    served(&server, "later")?;
    assert_eq!(server.policy_names(), ["classification", "action", "later"]);
    pair.database.assert_log_complete();
    Ok(())
}

#[test]
fn a_commit_is_not_acknowledged_while_the_standby_is_gone_however_long_that_takes() -> Result<(), Error> {
    let mut pair = Pair::fresh()?;
    let servers = [(); 2].map(|()| pair.server());
    pair.standby.process().pause()?;
    let answer = create(&servers[0], "p");
    assert_eq!(Verdict::of(&answer), Verdict::Unknown, "{answer}");
    pair.wait_for_commits_that_wait(1)?;
    // Longer than the minute that other statements have. PostgreSQL would then end the wait and call the COMMIT successful.
    thread::sleep(Duration::from_secs(40));
    pair.wait_for_commits_that_wait(1)?;
    assert_eq!(servers[1].policy_names(), ["classification", "action"], "nobody has seen it");
    pair.standby.process().resume()?;
    wait_until("it is stored", PATIENCE, || match servers[1].policy_names() {
        names if names == ["classification", "action", "p"] => Ok(()),
        names => Err(names.join(", ")),
    })?;
    pair.fail_over()?;
    served(&servers[1], "later")?;
    assert_eq!(servers[1].policy_names(), ["classification", "action", "p", "later"]);
    Ok(())
}

/// No promise holds then: what a server must not do is to go on as if nothing had been lost.
#[test]
fn a_standby_that_lacks_what_was_acknowledged_is_not_followed_until_the_server_is_started_again()
-> Result<(), Error> {
    let mut pair = Pair::fresh()?;
    let server = pair.server();
    pair.standby.process().kill()?;
    let primary = pair.primary.client();
    primary.administer("ALTER SYSTEM SET synchronous_standby_names = ''")?;
    primary.administer("SELECT pg_reload_conf()")?;
    wait_until("COMMIT waits for nobody", PATIENCE, || match create(&server, "lost").status {
        201 => Ok(()),
        status => Err(status.to_string()),
    })?;
    pair.primary.process().kill()?;
    pair.standby.start()?;
    pair.standby.promote()?;
    let refused = |why: &str| {
        wait_until(why, PATIENCE, || {
            let answers = [server.get("/v1/policies"), server.get("/readyz"), create(&server, "late")];
            let are_refused =
                answers.iter().all(|answer| answer.status == 503 && answer.text().contains("replaced"));
            if are_refused { Ok(()) } else { Err(answers.map(|answer| answer.to_string()).join("; ")) }
        })
    };
    refused("a log that ends too early is refused")?;
    // Another server does not know what was lost, and goes on where the standby ends.
    let other = pair.server();
    served(&other, "other")?;
    refused("and so is one that went on differently")?;
    let server = server.kill().restart();
    assert_eq!(server.policy_names(), ["classification", "action", "other"]);
    served(&server, "late")?;
    assert_eq!(other.policy_names(), ["classification", "action", "other", "late"]);
    pair.database.assert_log_complete();
    Ok(())
}

fn create(server: &Server, name: &str) -> Answer {
    server.send(&Request::new("POST", "/v1/policies").json(&json!({ "name": name })))
}

/// Waits until a policy of this name can be created.
fn served(server: &Server, name: &str) -> Result<(), Error> {
    wait_until("the server takes writes", PATIENCE, || {
        let answer = create(server, name);
        if answer.status == 201 { Ok(()) } else { Err(answer.to_string()) }
    })
}

fn tell(place: usize, killed: Instant, promoted: Instant, after: Duration) {
    let since_kill = promoted.duration_since(killed) + after;
    say(&format!("server {place}: a write {after:.2?} after the promotion, {since_kill:.2?} after the kill"));
}

#[expect(clippy::print_stderr, reason = "how long it took belongs beside the test")]
fn say(what: &str) {
    eprintln!("{what}");
}
