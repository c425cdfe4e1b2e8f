//! A server on each kind of database, all asked the same: statuses, headers and bodies are compared byte by byte.
//!
//! `STATEHOUSE_TEST_DATABASES=postgres,mysql,galera` compares SQLite with throwaway servers of these kinds;
//! `STATEHOUSE_TEST_SEED` repeats a run. (That the answers are the right ones is shown by the other tests.)

use serde_json::{Value, json};
use statehouse_strategy::text::ODD;
use statehouse_tests::chance::{self, Rng, StdRng};
use statehouse_tests::throwaway::{Error, Site};
use statehouse_tests::twin::{Shared, Twins};

/// How many requests, reading and writing.
const REQUESTS: usize = 600;

/// Few names, so that requests meet; some differ in case only.
const NAMES: &[&str] = &["p", "P", "Alice", "alice", "d", "d2", "classification", "a:b"];

const RULES: &[&str] = &[
    "q(1)",
    "q(1.0)",
    "q(2)",
    "Q(1)",
    "q(x) :- r(x)",
    "r(x) :- q(x)",
    "q(x) :- d:t(x), not r(x)",
    "q(x, y) :- p:r(x), alice:q(y)",
    "q(9223372036854775808)",
    "q(-0.0)",
    "q(1e308)",
    "q(x",
    "q(\"a \")",
    "q(\"a\")",
];

/// As they stand in JSON, which a library might not keep as they are.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-0.0",
    "0.0",
    "1",
    "1.0",
    "1e0",
    "1e308",
    "-1e308",
    "1e309",
    "5e-324",
    "4e-325",
    "1.7976931348623157e308",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "123456789012345678901234567890",
    "0.1",
    "1E5",
    "-5.979749775250718e110",
    "01",
    "true",
    "null",
];

struct Asking {
    random: StdRng,
    ids: usize,
}

impl Asking {
    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.random.random_range(0..of.len())]
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    fn odd(&mut self) -> String {
        let text = self.one(ODD);
        match self.random.random_range(0..60) {
            0 => text.repeat(65_536 / text.len().max(1)),
            1 => "\u{1F600}".repeat(self.one(&[255, 4_096, 65_535, 65_536])),
            _ => text.to_owned(),
        }
    }

    fn name(&mut self) -> String {
        if self.chance(6) { self.odd() } else { self.one(NAMES).to_owned() }
    }

    /// A name or an id in a path, whatever its characters.
    fn reference(&mut self) -> String {
        if self.ids > 0 && self.chance(50) {
            return self.id();
        }
        let name = self.name();
        name.chars().take(300).collect::<String>().bytes().fold(String::new(), |path, byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => path + char::from(byte).encode_utf8(&mut [0; 4]),
            byte => path + &format!("%{byte:02X}"),
        })
    }

    fn id(&mut self) -> String {
        format!("<id {}>", self.random.random_range(0..self.ids.max(1)))
    }

    fn rule(&mut self) -> Value {
        let text = if self.chance(25) {
            format!("q('{}')", self.odd().replace(['\'', '\\'], "-"))
        } else {
            self.one(RULES).to_owned()
        };
        let mut rule = json!({ "rule": text });
        if self.chance(50) {
            rule["name"] = self.odd().into();
        }
        if self.chance(50) {
            rule["comment"] = self.odd().into();
        }
        rule
    }

    fn policy(&mut self) -> Value {
        let rules: Vec<_> = (0..self.random.random_range(0..3)).map(|_| self.rule()).collect();
        let kind = self.one(&["nonrecursive", "z3", "action", "Database", "none"]);
        let mut policy =
            json!({ "name": self.name(), "description": self.odd(), "kind": kind, "rules": rules });
        if self.chance(10) {
            policy["abbreviation"] = self.odd().into();
        }
        policy
    }

    fn data_source(&mut self) -> Value {
        let mut source =
            json!({ "name": self.name(), "driver": "push", "config": { "description": self.odd() } });
        if self.chance(30) {
            source["id"] = self.odd().into();
        }
        if self.chance(50) {
            source["description"] = self.odd().into();
            source["type"] = self.odd().into();
            source["enabled"] = self.chance(50).into();
        }
        source
    }

    /// Rows as JSON text, in which numbers stand as they are.
    fn rows(&mut self) -> String {
        let rows = (0..self.random.random_range(0..5)).map(|_| {
            let values = (0..self.random.random_range(1..3)).map(|_| {
                if self.chance(50) { self.one(NUMBERS).to_owned() } else { json!(self.odd()).to_string() }
            });
            format!("[{}]", values.collect::<Vec<_>>().join(","))
        });
        format!("[{}]", rows.collect::<Vec<_>>().join(","))
    }

    fn request(&mut self) -> Shared {
        let reference = self.reference();
        let policy = format!("/v1/policies/{reference}");
        let source = format!("/v1/data-sources/{reference}");
        let library = format!("/v1/librarypolicies/{reference}");
        let table = self.one(&["t", "T", "u"]);
        let (method, target, body) = match self.random.random_range(0..100) {
            0..8 => ("POST", "/v1/policies".to_owned(), self.policy().to_string()),
            8..10 => ("POST", format!("/v1/policies?library_policy={}", self.id()), String::new()),
            10..13 => ("DELETE", policy, String::new()),
            13..28 => ("POST", format!("{policy}/rules"), self.rule().to_string()),
            28..32 => ("DELETE", format!("{policy}/rules/{}", self.id()), String::new()),
            32..37 => ("POST", "/v1/librarypolicies".to_owned(), self.policy().to_string()),
            37..41 => ("PUT", library, self.policy().to_string()),
            41..43 => ("DELETE", library, String::new()),
            43..49 => ("POST", "/v1/data-sources".to_owned(), self.data_source().to_string()),
            49..51 => ("DELETE", source, String::new()),
            51..68 => ("PUT", format!("{source}/tables/{table}/rows"), self.rows()),
            68..71 => ("GET", format!("{source}/tables/{table}/rows"), String::new()),
            71..74 => ("GET", format!("{policy}/rules"), String::new()),
            74..76 => ("GET", format!("{policy}/rules/{}", self.id()), String::new()),
            76..78 => ("GET", format!("{policy}/tables"), String::new()),
            78..80 => ("GET", format!("{policy}/tables/q"), String::new()),
            80..82 => ("GET", policy, String::new()),
            82..84 => ("GET", source, String::new()),
            84..86 => ("GET", format!("{source}/status"), String::new()),
            86..88 => ("GET", format!("{source}/schema"), String::new()),
            88..90 => ("GET", format!("{source}/tables"), String::new()),
            90..92 => ("GET", library, String::new()),
            92..94 => ("GET", format!("/v1/system/drivers/{reference}"), String::new()),
            _ => ("GET", self.one(&LISTS).to_owned(), String::new()),
        };
        Shared { method, target, body }
    }
}

const LISTS: [&str; 4] = ["/v1/policies", "/v1/librarypolicies", "/v1/data-sources", "/v1/system/drivers"];

#[test]
fn servers_on_every_database_answer_the_same() -> Result<(), Error> {
    let mut twins = Twins::on(Site::asked_for()?);
    let mut asking = Asking { random: chance::source(chance::seed(), 0), ids: 0 };
    let (mut done, mut refused) = (0, 0);
    for number in 0..REQUESTS {
        if number == REQUESTS / 2 {
            twins = twins.kill_and_restart();
            look_everywhere(&mut twins);
        }
        let (status, _) = twins.ask(&asking.request());
        asking.ids = twins.ids();
        match status {
            200..300 => done += 1,
            400..500 => refused += 1,
            other => panic!("answered {other}"),
        }
    }
    look_everywhere(&mut twins);
    look_everywhere(&mut twins.kill_and_restart());
    assert!(
        done > REQUESTS / 5 && refused > REQUESTS / 20,
        "{done} done, {refused} refused: too few to show much"
    );
    Ok(())
}

#[test]
#[should_panic(expected = "GET /v1/policies")]
fn an_answer_that_differs_is_found() {
    let mut twins = Twins::on(vec![Site::embedded(), Site::embedded()]);
    let list = Shared { method: "GET", target: "/v1/policies".to_owned(), body: String::new() };
    twins.ask(&list);
    let body = json!({ "name": "p" }).to_string();
    twins.ask_one(1, &Shared { method: "POST", target: "/v1/policies".to_owned(), body });
    twins.ask(&list);
}

#[test]
fn the_largest_push_is_taken_everywhere() -> Result<(), Error> {
    let mut twins = Twins::on(Site::asked_for()?);
    let source = json!({ "name": "d", "driver": "push", "config": { "description": "" } });
    let create = Shared { method: "POST", target: "/v1/data-sources".to_owned(), body: source.to_string() };
    assert_eq!(twins.ask(&create).0, 201);
    // Nearly as long as a body may be (16 MiB), with numbers that are stored with more characters than they have here.
    let mut rows: Vec<_> = (0..200).map(|number| format!("[{number}{}]", ",1e15".repeat(999))).collect();
    rows.extend((1_000..1_240).map(|number| format!("[\"{number}{}\"]", "x".repeat(65_526))));
    let target = "/v1/data-sources/d/tables/t/rows".to_owned();
    let push = Shared { method: "PUT", target: target.clone(), body: format!("[{}]", rows.join(",")) };
    assert!(push.body.len() > (16 << 20) - 100_000, "{}", push.body.len());
    let (status, told) = twins.ask(&push);
    assert_eq!(status, 200, "{told}");
    let get = Shared { method: "GET", target, body: String::new() };
    let before = twins.ask(&get);
    assert_eq!(twins.kill_and_restart().ask(&get), before);
    Ok(())
}

/// Every list, and what belongs to each thing in it.
fn look_everywhere(twins: &mut Twins) {
    let get = |twins: &mut Twins, target: &str| {
        let (status, text) =
            twins.ask(&Shared { method: "GET", target: target.to_owned(), body: String::new() });
        assert!(status == 200 || status == 404, "GET {target}: {status} {text}");
    };
    for list in LISTS {
        get(twins, list);
    }
    for number in 0..twins.ids() {
        for target in [
            "policies/{}",
            "policies/{}/rules",
            "policies/{}/tables",
            "librarypolicies/{}",
            "data-sources/{}",
        ] {
            get(twins, &format!("/v1/{}", target.replace("{}", &format!("<id {number}>"))));
        }
        for table in ["t", "T", "u"] {
            get(twins, &format!("/v1/data-sources/<id {number}>/tables/{table}/rows"));
        }
        get(twins, &format!("/v1/data-sources/<id {number}>/status"));
    }
}
