//! A server in this process, on a database of its own, and a client that sends exactly what a test says.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot set up its server has failed"
)]

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::Value;
use statehouse_api::{Api, ApiOptions, Limits, serve};
use statehouse_connection::DatabaseUrl;
use statehouse_db::{MigratePolicy, SealingKey, Store, StoreOptions};
use statehouse_model::Drivers;
use tempfile::TempDir;
use tokio::sync::oneshot;

/// A driver with everything that a declaration can have.
const CLOUD: &str = r"
id: cloud
description: A cloud
config:
  - {name: username, required: true}
  - {name: password, required: true, secret: true}
  - {name: region}
tables:
  - id: servers
    columns:
      - {name: id, description: its id}
      - {name: host, from: placement.host}
  - {id: log, initially_empty: true, columns: [{name: line}]}
actions:
  - {name: reboot, description: turns it off and on, args: [{name: id, description: which one}]}
";

/// A driver whose rows are taken out of posted documents.
const ALARMS: &str = r"
id: alarms
rows: document
tables:
  - id: alarm
    columns: [{ name: state }, { name: id }, { name: host, from: resource.host }]
    document:
      rows: payload
      key: [id]
      when: { field: kind, is: [raised, changed] }
      remove_when: { field: kind, is: [cleared] }
  - { id: seen, columns: [{ name: kind }], document: {} }
  - { id: other, columns: [{ name: kind }] }
";

pub struct Server {
    address: SocketAddr,
    store: Store,
    key: SealingKey,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    folder: Arc<TempDir>,
}

impl Server {
    pub fn start() -> Self {
        Self::with(ApiOptions::default())
    }

    pub fn with(options: ApiOptions) -> Self {
        Self::on(Arc::new(tempfile::tempdir().unwrap()), SealingKey::generate(), options)
    }

    /// Another server on the same database.
    pub fn beside(&self) -> Self {
        Self::on(self.folder.clone(), self.key.clone(), ApiOptions::default())
    }

    fn on(folder: Arc<TempDir>, key: SealingKey, options: ApiOptions) -> Self {
        let store = open(&folder, &key);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let api = Api::new(store.clone(), options);
        let (stop, stopped) = oneshot::channel();
        let limits = Limits { workers: 1, shutdown_timeout: Duration::from_secs(5), ..Limits::default() };
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let shutdown = async { drop(stopped.await) };
            runtime.block_on(serve(api, listener, shutdown, limits)).unwrap();
        });
        Self { address, store, key, stop: Some(stop), thread: Some(thread), folder }
    }

    /// The store behind the server.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Another store on the same database, as another server has it.
    pub fn other_store(&self) -> Store {
        open(&self.folder, &self.key)
    }

    pub fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], b"")
    }

    pub fn post(&self, path: &str, body: &Value) -> Reply {
        self.json("POST", path, body.to_string().as_bytes())
    }

    pub fn put(&self, path: &str, body: &Value) -> Reply {
        self.json("PUT", path, body.to_string().as_bytes())
    }

    pub fn delete(&self, path: &str) -> Reply {
        self.send("DELETE", path, &[], b"")
    }

    /// Sends bytes that are said to be JSON.
    pub fn json(&self, method: &str, path: &str, body: &[u8]) -> Reply {
        self.send(method, path, &["Content-Type: application/json"], body)
    }

    /// Sends a request with these headers.
    pub fn send(&self, method: &str, path: &str, headers: &[&str], body: &[u8]) -> Reply {
        let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|header| header.starts_with("Host:")) {
            head.push_str("Host: statehouse.example:1789\r\n");
        }
        for header in headers {
            head.push_str(header);
            head.push_str("\r\n");
        }
        if !body.is_empty() || matches!(method, "POST" | "PUT") {
            write!(head, "Content-Length: {}\r\n", body.len()).unwrap();
        }
        head.push_str("\r\n");
        let mut connection = self.connect();
        connection.write_all(head.as_bytes()).unwrap();
        // The server may answer, and close, before it has seen all of a body that it refuses.
        let _ = connection.write_all(body);
        Reply::receive(connection)
    }

    /// A connection on which nothing has been said yet.
    pub fn connect(&self) -> TcpStream {
        let connection = TcpStream::connect(self.address).unwrap();
        connection.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        connection
    }

    /// Tells the server to stop, without waiting for it.
    pub fn tell_to_stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }

    /// Creates a policy and gives back its id.
    pub fn policy(&self, name: &str) -> String {
        let created = self.post("/v1/policies", &serde_json::json!({ "name": name }));
        created.expect(201).text("id")
    }

    /// Adds a rule to a policy and gives back its id.
    pub fn rule(&self, policy: &str, rule: &str) -> String {
        let path = format!("/v1/policies/{policy}/rules");
        self.post(&path, &serde_json::json!({ "rule": rule })).expect(201).text("id")
    }

    /// Creates a data source and gives back its id.
    pub fn data_source(&self, name: &str, driver: &str, config: &Value) -> String {
        let body = serde_json::json!({ "name": name, "driver": driver, "config": config });
        self.post("/v1/data-sources", &body).expect(201).text("id")
    }
}

fn open(folder: &TempDir, key: &SealingKey) -> Store {
    let push = include_str!("../../../../drivers/push.yaml");
    let doctor = include_str!("../../../../drivers/doctor.yaml");
    let declarations =
        [("push.yaml", push), ("doctor.yaml", doctor), ("cloud.yaml", CLOUD), ("alarms.yaml", ALARMS)];
    let drivers = Drivers::from_yaml(declarations).unwrap();
    let database = DatabaseUrl::sqlite(folder.path().join("state.db"));
    let mut opening = StoreOptions::new(database, drivers, key.clone());
    opening.migrate = MigratePolicy::MigrateEmbedded;
    Store::open(opening).unwrap()
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tell_to_stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the server answered.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    /// Reads until the server closes the connection.
    pub fn receive(mut connection: TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A reset after the answer is the server's way of not reading the rest of a refused body.
        let _ = connection.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an answer with a head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Self { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// The reply, if it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    /// The message of the reply, if it is an error with this status and code.
    #[track_caller]
    pub fn refused(self, status: u16, code: u16) -> String {
        let reply = self.expect(status);
        assert_eq!(reply.value()["error"]["error_code"], code, "{reply:?}");
        reply.value()["error"]["message"].as_str().expect("a message").to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    pub fn value(&self) -> Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }

    /// A field of the body that is text.
    pub fn text(&self, field: &str) -> String {
        self.value()[field].as_str().expect("text").to_owned()
    }

    /// The revision that the answer rests on.
    #[track_caller]
    pub fn revision(&self) -> u64 {
        self.header("statehouse-revision").expect("a revision").parse().expect("a number")
    }

    /// The `results` of a list, each reduced to one field.
    pub fn list_of(&self, field: &str) -> Vec<Value> {
        self.value()["results"].as_array().expect("a list").iter().map(|item| item[field].clone()).collect()
    }
}
