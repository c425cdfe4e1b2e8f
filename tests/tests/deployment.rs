//! The recipe of docs/deployment.md as it is given to operators: two servers on PostgreSQL, behind HAProxy with the
//! configuration that lies there. What clients see when a server is killed, restarted in order, or the database goes away.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use serde_json::json;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::run::OwnDatabase;
use statehouse_tests::throwaway::{Error, Haproxy, Postgres, installed, port};
use statehouse_tests::{Answer, Database, Request, Server, Writer, command};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const WRITERS: usize = 8;
const READERS: usize = 4;

#[test]
fn of_a_server_that_is_killed_readers_see_nothing_and_each_writer_one_lost_answer() -> Result<(), Error> {
    let Site { mut haproxy, servers: [dying, staying], database, postgres: _postgres } = Site::new()?;
    let mut writers = Writer::crew("w", WRITERS, &staying);
    let (over, lost) = (AtomicBool::new(false), AtomicUsize::new(0));
    let address = haproxy.address();
    let restarted = thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| read_until(&over, address));
        }
        for writer in &mut writers {
            scope.spawn(|| lost.fetch_add(write_until(&over, writer, address, &staying), Ordering::Relaxed));
        }
        thread::sleep(Duration::from_secs(3));
        let killed = dying.kill();
        thread::sleep(Duration::from_secs(4));
        let restarted = killed.restart();
        let came_back = haproxy.wait_until_ready();
        thread::sleep(Duration::from_secs(1));
        over.store(true, Ordering::Relaxed);
        came_back.map(|()| restarted)
    })?;
    let lost = lost.into_inner();
    assert!(lost <= WRITERS, "{lost} answers were lost, of {WRITERS} writers with one write at a time");
    for writer in &mut writers {
        writer.check(&staying);
        writer.check(&restarted);
    }
    assert_log_has_no_gap(&database)
}

#[test]
fn of_servers_that_are_restarted_one_after_the_other_nobody_sees_anything() -> Result<(), Error> {
    let mut site = Site::new()?;
    let mut writers = Writer::crew("w", WRITERS, &site.servers[0]);
    let over = AtomicBool::new(false);
    let address = site.haproxy.address();
    let servers = thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| read_until(&over, address));
        }
        for writer in &mut writers {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let answer = writer.write(address).expect("HAProxy answers");
                    assert!(answer.status < 300, "a write was refused: {answer}");
                }
            });
        }
        thread::sleep(Duration::from_secs(2));
        let restarted = site.servers.map(|server| {
            let restarted = server.stop().restart();
            site.haproxy.wait_until_ready().map(|()| restarted)
        });
        thread::sleep(Duration::from_secs(1));
        over.store(true, Ordering::Relaxed);
        restarted
    });
    for server in servers {
        let server = server?;
        for writer in &mut writers {
            writer.check(&server);
        }
    }
    assert_log_has_no_gap(&site.database)
}

#[test]
fn a_write_that_was_sent_is_never_sent_again_and_a_read_is() -> Result<(), Error> {
    let dying = [Dying::new(), Dying::new()];
    let haproxy =
        Haproxy::start(&recipes().join("haproxy.cfg"), dying.each_ref().map(|server| server.address))?;
    let taken = || dying.iter().map(|server| server.taken.load(Ordering::Relaxed)).sum::<usize>();
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let before = taken();
        let request = Request::new(method, "/v1/policies").json(&json!({ "name": "p" }));
        let answer = request.send(haproxy.address()).expect("HAProxy answers");
        assert!(is_lost(&answer), "{method}: {answer}");
        assert_eq!(taken() - before, 1, "{method} was sent so many times");
    }
    let before = taken();
    let answer = Request::new("GET", "/v1/policies").send(haproxy.address()).expect("HAProxy answers");
    assert!(is_lost(&answer), "{answer}");
    assert!(taken() - before > 1, "GET was sent once");
    Ok(())
}

#[test]
fn without_its_database_it_says_that_nothing_was_changed_and_comes_back_with_it() -> Result<(), Error> {
    let mut site = Site::new()?;
    site.servers[0].create_policy("before");
    site.postgres.process().kill()?;
    let create = |name: &str| Request::new("POST", "/v1/policies").json(&json!({ "name": name }));
    // At first the servers say so themselves, then HAProxy knows that neither is ready.
    let deadline = Instant::now() + Duration::from_secs(20);
    while site.haproxy.active_servers() != Ok(0) {
        let refused = create("meanwhile").send(site.haproxy.address()).expect("an answer");
        assert_eq!((refused.status, refused.header("Retry-After")), (503, Some("1")), "{refused}");
        assert!(Instant::now() < deadline, "HAProxy goes on sending requests to servers without a database");
    }
    let refused = create("meanwhile").send(site.haproxy.address()).expect("an answer");
    assert_eq!((refused.status, refused.header("Retry-After")), (503, Some("1")), "{refused}");
    assert_eq!(refused.message(), "no server is ready; nothing was changed");
    site.postgres.start()?;
    site.haproxy.wait_until_ready()?;
    let _ = create("after").send(site.haproxy.address()).expect("an answer").expect(201);
    let mut names = site.servers[1].policy_names();
    names.retain(|name| ["before", "meanwhile", "after"].contains(&name.as_str()));
    names.sort();
    assert_eq!(names, ["after", "before"]);
    Ok(())
}

#[test]
fn what_pg_dump_saves_while_clients_write_is_one_moment_and_a_server_starts_on_it() -> Result<(), Error> {
    let Site { haproxy, servers: [server, _other], database, postgres } = Site::new()?;
    let mut writers = Writer::crew("w", WRITERS, &server);
    let (over, address) = (AtomicBool::new(false), haproxy.address());
    let restored = OwnDatabase::on(vec![postgres.client()])?;
    let (from, to) = (database.urls().swap_remove(0), restored.urls().swap_remove(0));
    let file = postgres.folder().join("backup").display().to_string();
    thread::scope(|scope| {
        for writer in &mut writers {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    drop(writer.write(address));
                }
            });
        }
        thread::sleep(Duration::from_secs(1));
        let saved = postgresql("pg_dump", &["--format=custom", "--file", &file, &from]);
        over.store(true, Ordering::Relaxed);
        saved
    })?;
    postgresql("pg_restore", &["--clean", "--if-exists", "--exit-on-error", "--dbname", &to, &file])?;
    assert_log_has_no_gap(&restored)?;
    let later = launch(&to)?.start();
    let written = later.policy_names().into_iter().any(|name| name.starts_with("w0"));
    assert!(written, "the dump holds nothing of what was written");
    Ok(())
}

#[test]
fn systemd_takes_its_units() -> Result<(), Error> {
    let folder = tempfile::tempdir().expect("a folder for units");
    let analyze = installed::find("systemd-analyze", "systemd")?;
    for unit in ["statehouse.service", "statehouse-migrate.service"] {
        let text = std::fs::read_to_string(recipes().join(unit)).expect("a unit");
        let program = command::binary().display().to_string();
        let text = text.replace("/usr/local/bin/statehouse", &program);
        let drop_in = folder.path().join(format!("{unit}.d"));
        std::fs::create_dir(&drop_in).expect("a folder for the drop-in");
        std::fs::copy(recipes().join("database-server.conf"), drop_in.join("database-server.conf"))
            .expect("the drop-in");
        let path = folder.path().join(unit);
        std::fs::write(&path, text).expect("a unit that names the program under test");
        let output = Command::new(&analyze).args(["verify", "--man=no"]).arg(&path).output();
        let output = output.map_err(|source| Error::Machine { what: "systemd-analyze".into(), source })?;
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        let about_it: Vec<&str> = said.lines().filter(|line| line.contains("statehouse")).collect();
        assert!(output.status.success() && about_it.is_empty(), "{unit}: {said}");
    }
    Ok(())
}

#[test]
fn the_figures_of_a_server_are_not_for_clients() -> Result<(), Error> {
    let site = Site::new()?;
    for path in ["/metrics", "//metrics", "/metrics/", "/%6Detrics"] {
        let answer = Request::new("GET", path).send(site.haproxy.address()).expect("an answer");
        assert_eq!(answer.status, 404, "{path}: {answer}");
    }
    let _ = site.servers[0].get("/metrics").expect(200);
    Ok(())
}

#[test]
fn prometheus_takes_the_alerts_and_they_fire_when_they_should() -> Result<(), Error> {
    let promtool = installed::find("promtool", "prometheus")?;
    for arguments in [["check", "rules", "alerts.yaml"], ["test", "rules", "alerts.test.yaml"]] {
        let output = Command::new(&promtool).args(arguments).current_dir(recipes()).output();
        let output = output.map_err(|source| Error::Machine { what: "promtool".into(), source })?;
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(output.status.success(), "promtool {}: {said}", arguments.join(" "));
    }
    Ok(())
}

#[test]
fn the_alerts_use_figures_that_haproxy_has() -> Result<(), Error> {
    let site = Site::new()?;
    let alerts = std::fs::read_to_string(recipes().join("alerts.yaml")).expect("the alerts");
    let figures = site.haproxy.figures().expect("the figures of HAProxy");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let used = alerts.split(|c| !is_name(c)).filter(|word| word.starts_with("haproxy_"));
    let unknown: Vec<&str> = used.filter(|name| !figures.contains(&format!("\n{name}{{"))).collect();
    assert_eq!(unknown, [""; 0], "figures in alerts.yaml that HAProxy does not have");
    Ok(())
}

/// What looks like a server that is ready, and dies of every other request, which it counts.
struct Dying {
    address: SocketAddr,
    taken: Arc<AtomicUsize>,
}

impl Dying {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("its address");
        let taken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&taken);
        thread::spawn(move || listener.incoming().flatten().for_each(|stream| die(stream, &count)));
        Self { address, taken }
    }
}

fn die(mut stream: TcpStream, taken: &AtomicUsize) {
    let mut request = [0; 4096];
    let length = stream.read(&mut request).unwrap_or(0);
    if request.starts_with(b"GET /readyz") {
        // HAProxy may have hung up meanwhile.
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    } else if length > 0 {
        taken.fetch_add(1, Ordering::Relaxed);
    }
}

/// Runs a program of PostgreSQL; it must succeed.
fn postgresql(program: &str, arguments: &[&str]) -> Result<(), Error> {
    let output = Command::new(installed::postgres(program)?).args(arguments).output();
    let output = output.map_err(|source| Error::Machine { what: program.into(), source })?;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {}: {said}", arguments.join(" "));
    Ok(())
}

/// What the recipe makes: a database, two servers, and the load balancer before them.
struct Site {
    haproxy: Haproxy,
    servers: [Server; 2],
    database: OwnDatabase,
    postgres: Postgres,
}

impl Site {
    fn new() -> Result<Self, Error> {
        let postgres = Postgres::fresh()?;
        let database = OwnDatabase::on(vec![postgres.client()])?;
        let url = database.urls().swap_remove(0);
        let _ = command::run(&["migrate", "up", "--database", &url]).success();
        let servers = [launch(&url)?, launch(&url)?].map(Launch::start);
        let haproxy =
            Haproxy::start(&recipes().join("haproxy.cfg"), servers.each_ref().map(Server::address))?;
        Ok(Self { haproxy, servers, database, postgres })
    }
}

/// A server as the recipe starts it, on a port that it keeps when it is started again.
fn launch(url: &str) -> Result<Launch, Error> {
    let here = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let address = SocketAddr::new(here, port::free(here)?).to_string();
    let flags = ["--database", url, "--listen", &address, "--drain", "5s"];
    let launch = Launch::on(&Database::fresh_file()).setting("STATEHOUSE_SECRET_KEY", &"5a".repeat(32));
    Ok(flags.into_iter().fold(launch, Launch::argument))
}

/// The folder with what operators are given.
fn recipes() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/deployment")
}

fn read_until(over: &AtomicBool, balancer: SocketAddr) {
    while !over.load(Ordering::Relaxed) {
        let answer = Request::new("GET", "/v1/policies").send(balancer).expect("HAProxy answers");
        assert_eq!(answer.status, 200, "a read was refused: {answer}");
    }
}

/// Writes, and says how many answers were lost with a server. Then nobody knows whether the write was made: the writer looks
/// at the other server, as a client is told to.
fn write_until(over: &AtomicBool, writer: &mut Writer, balancer: SocketAddr, other: &Server) -> usize {
    let mut lost = 0;
    while !over.load(Ordering::Relaxed) {
        let answer = writer.write(balancer).expect("HAProxy answers");
        if is_lost(&answer) {
            lost += 1;
            settle(other);
            writer.check(other);
        } else {
            assert!(answer.status < 300, "a write was refused: {answer}");
        }
    }
    lost
}

/// Does HAProxy say that it lost the server?
fn is_lost(answer: &Answer) -> bool {
    answer.status == 502 && answer.message().contains("look whether the change was made")
}

/// A write that comes later is behind whatever is still under way in the database.
fn settle(server: &Server) {
    static SETTLED: AtomicUsize = AtomicUsize::new(0);
    server.create_policy(&format!("settled_{}", SETTLED.fetch_add(1, Ordering::Relaxed)));
}

fn assert_log_has_no_gap(database: &OwnDatabase) -> Result<(), Error> {
    let sql = "SELECT min(revision) = 1 AND max(revision) = count(*) AND max(revision) = (SELECT revision FROM head) \
               FROM commits";
    assert_eq!(database.query(sql)?, "t", "the log of revisions has gaps");
    Ok(())
}
