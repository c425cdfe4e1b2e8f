//! Paths, methods and connections that lead nowhere: refused or dropped, and nobody else held up.

use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Furnished, Request, http};
use std::io::{ErrorKind, Write};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn a_path_that_leads_nowhere_is_not_found() {
    let furnished = Furnished::fresh();
    let long = format!("/v1/policies/{}", "n".repeat(300));
    let longer = format!("/v1/policies/{}", "n".repeat(60_000));
    let paths = [
        "/v1/policies/%00",
        "/v1/policies/p%00",
        "/v1/policies/%2e%2e",
        "/v1/policies/../policies/p%2f",
        "/v1/policies/%2f",
        "/v1/policies/p%2frules",
        "/v1/policies/%ff",
        "/v1/policies/%c0%af",
        "/v1/policies/%",
        "/v1/policies/%zz",
        "/v1/policies//rules",
        "/v1/policies/p/rules/",
        "/v1/policies/p/rules/%2e%2e",
        "/v1/policies/P",
        "/v1/nosuch",
        "/v1/policies/p/rules/00000000-0000-0000-0000-000000000000",
        "/v1/policies/p/rules/%27;DROP%20TABLE%20rules",
        "/v1/data-sources/%2e%2e/tables",
        "/v1/data-sources/d/tables/%00/rows",
        "/v1/data-sources/d/tables/nosuch/rows",
        "/v1/librarypolicies/%00",
        "/v1/system/drivers/%2e%2e%2fpush",
        "/v1/system/drivers/..%5c",
        &long,
        &longer,
    ];
    let before = furnished.everything();
    for path in paths {
        for method in ["GET", "DELETE"] {
            let answer = furnished.server.send(&Request::new(method, path));
            let refused = (400..500).contains(&answer.status) || answer.status == 501;
            let shown: String = path.chars().take(80).collect();
            assert!(refused, "{method} {shown}: {answer}");
        }
    }
    assert_eq!(before, furnished.everything());
}

#[test]
fn the_page_about_the_api_shows_no_file_of_the_machine() {
    let furnished = Furnished::fresh();
    for path in
        ["/docs/../../etc/passwd", "/docs/%2e%2e/%2e%2e/etc/passwd", "/docs//etc/passwd", "/docs/..%2fpasswd"]
    {
        let answer = furnished.server.get(path);
        assert!(answer.status != 200 && !answer.text().contains("root:"), "{path}: {answer}");
    }
}

#[test]
fn a_method_that_a_path_does_not_have_is_answered_the_same_way_everywhere() {
    let furnished = Furnished::fresh();
    let rule = furnished.rule();
    let before = furnished.everything();
    for path in [
        "/v1/policies",
        "/v1/policies/p/rules",
        &rule,
        "/v1/system/drivers",
        "/v1/data-sources",
        "/v1/policies/p/tables",
    ] {
        for method in ["PATCH", "FOO", "TRACE"] {
            let answer = furnished.server.send(&Request::new(method, path));
            assert_eq!((answer.status, answer.error_code()), (501, Some(501)), "{method} {path}: {answer}");
        }
    }
    assert_eq!(before, furnished.everything());
}

#[test]
fn a_request_that_is_no_http_ends_its_connection_and_nothing_else() {
    let furnished = Furnished::fresh();
    let requests: [&[u8]; 8] = [
        b"\r\n\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /v1/policies HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"GET /v1/policies\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
    ];
    for request in requests {
        // The server may close without a word; if it speaks, it refuses.
        let mut stream = http::connect(furnished.server.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
        stream.write_all(request).unwrap();
        if let Ok(answer) = http::read_answer(&mut stream, false) {
            assert!(
                answer.status >= 400 && answer.status != 500,
                "{}: {answer}",
                String::from_utf8_lossy(request)
            );
        }
    }
    let headers = (0..2000)
        .fold(Request::new("GET", "/v1/policies"), |r, n| r.header(&format!("X-{n}"), &"v".repeat(500)));
    assert!(furnished.server.try_send(&headers).map_or(true, |answer| (400..500).contains(&answer.status)));
    let _ = furnished.server.get("/v1/policies").expect(200);
}

#[test]
fn slow_and_broken_off_clients_hold_nobody_up() {
    let furnished = Furnished::fresh();
    let before = furnished.everything();
    let truncated = b"POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n\
                      Content-Length: 500\r\n\r\n{\"name\": \"half\"";
    let mut slow = Vec::new();
    for number in 0..200 {
        let mut stream = http::connect(furnished.server.address()).unwrap();
        // Half of them stop within the head, half within the body.
        let sent = if number % 2 == 0 { &truncated[..30] } else { &truncated[..] };
        stream.write_all(sent).unwrap();
        slow.push(stream);
    }
    let started = Instant::now();
    assert_eq!(before, furnished.everything());
    // Far from the 30 seconds that a slow client is given, and enough for a machine that is busy with other tests.
    assert!(
        started.elapsed() < Duration::from_secs(5),
        "waiting clients held up the others for {:?}",
        started.elapsed()
    );
    // Broken off: what was half sent is not half done.
    drop(slow);
    thread::sleep(Duration::from_millis(100));
    assert_eq!(before, furnished.everything());
}

#[test]
fn a_client_that_never_finishes_is_let_go() {
    let server = Launch::on(&Database::fresh()).argument("--client-timeout=1s").start();
    let head =
        "POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n";
    for sent in [head.to_owned(), format!("{head}\r\n{{\"name\": \"half")] {
        let mut stream = http::connect(server.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        match http::read_answer(&mut stream, false) {
            Ok(answer) => assert_eq!(answer.status, 408, "{answer}"),
            // Closed without a word is as good: the client had its time.
            Err(error) => assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "still waiting: {error}"),
        }
    }
}
