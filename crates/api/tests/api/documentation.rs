//! The description of the API, and the page to browse it.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use statehouse_api::access;

use crate::server::Server;

/// Run with `STATEHOUSE_UPDATE=1` to write the file anew; look at what changed before committing it.
#[test]
fn the_committed_description_is_the_one_that_is_served() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi/statehouse.json");
    let described = statehouse_api::openapi_json().unwrap();
    if std::env::var_os("STATEHOUSE_UPDATE").is_some() {
        std::fs::write(&path, &described).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == described,
        "openapi/statehouse.json has drifted: `cargo xtask openapi` writes it anew"
    );

    let server = Server::start();
    let answered: Value = server.get("/openapi.json").expect(200).value();
    assert_eq!(answered, serde_json::from_str::<Value>(&committed).unwrap());
}

#[test]
fn the_page_is_served_with_everything_it_needs() {
    let server = Server::start();
    assert_eq!(server.get("/docs").header("location"), Some("/docs/"));
    let page = String::from_utf8(server.get("/docs/").expect(200).body).unwrap();
    assert!(!page.contains("//cdn") && !page.contains("https://"), "{page}");
    let referenced = ["href=\"", "src=\""].map(|attribute| page.split(attribute).skip(1));
    let referenced = referenced.into_iter().flatten().filter_map(|rest| rest.split('"').next());
    let assets: Vec<&str> = referenced.collect();
    for asset in ["./swagger-ui.css", "./swagger-ui-bundle.js", "./swagger-initializer.js"] {
        assert!(assets.contains(&asset), "{asset} in {assets:?}");
    }
    for asset in assets {
        let path = format!("/docs/{}", asset.trim_start_matches("./"));
        assert!(!server.get(&path).expect(200).body.is_empty(), "{path}");
    }
    let start = String::from_utf8(server.get("/docs/swagger-initializer.js").body).unwrap();
    assert!(start.contains("\"/openapi.json\""), "{start}");
    server.get("/docs/nosuch.js").refused(404, 404);
}

#[test]
fn every_described_endpoint_is_there() {
    let server = Server::start();
    for (method, path, _) in access::TABLE {
        let path = path.replace(['{', '}'], "");
        // A stream has no end to wait for.
        let method = if path.ends_with("/stream") { "HEAD" } else { method };
        let reply = server.send(method, &path, &["Content-Type: application/json"], b"");
        assert!(reply.header("allow").is_none(), "{method} {path}: {reply:?}");
        assert_ne!(reply.status, 300, "{method} {path}");
        let text = String::from_utf8_lossy(&reply.body);
        assert!(!text.contains("nothing at this path"), "{method} {path}: {text}");
    }
}

#[test]
fn every_endpoint_describes_its_parameters_answers_and_errors() {
    let description = serde_json::to_value(statehouse_api::openapi()).unwrap();
    let mut ids = BTreeSet::new();
    for (method, path, _) in access::TABLE {
        let endpoint = &description["paths"][path][method.to_lowercase()];
        let wanted: BTreeSet<&str> =
            path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        let parameters = endpoint["parameters"].as_array().cloned().unwrap_or_default();
        let described: BTreeSet<&str> = parameters
            .iter()
            .filter(|parameter| parameter["in"] == "path")
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        assert_eq!(described, wanted, "{method} {path}");
        let headers = parameters.iter().filter(|parameter| parameter["in"] == "header");
        let headers: Vec<&str> = headers.filter_map(|parameter| parameter["name"].as_str()).collect();
        let choice = ["Last-Event-ID", "Statehouse-Min-Revision", "Statehouse-Consistency"];
        let wanted = match *path {
            "/v2/violations/stream" => &choice[..],
            _ if has_state(path) => &choice[1..],
            _ => &[],
        };
        assert_eq!(headers, wanted, "{method} {path}");
        assert!(endpoint["summary"].is_string(), "{method} {path}");
        let id = endpoint["operationId"].as_str().unwrap_or_default().to_owned();
        assert!(!id.is_empty() && ids.insert(id), "{method} {path} has no operationId of its own");
        for status in refused_before_a_handler_is_asked(path, endpoint) {
            assert!(endpoint["responses"][status].is_object(), "{method} {path} {status}");
        }
        for (status, answer) in endpoint["responses"].as_object().unwrap() {
            assert!(answer["description"].is_string(), "{method} {path} {status}");
            assert!(answer["headers"]["Statehouse-Revision"].is_object(), "{method} {path} {status}");
            let (kind, schema) = if path.starts_with("/v2/") {
                ("application/problem+json", "#/components/schemas/Problem")
            } else {
                ("application/json", "#/components/schemas/ErrorBody")
            };
            let content = answer["content"][kind]["schema"]["$ref"].as_str();
            if status.as_str() >= "400" && *path != "/readyz" {
                assert_eq!(content, Some(schema), "{method} {path} {status}");
            }
        }
    }
}

/// Whether a path is one of those whose answers show a state, and which wait for one.
fn has_state(path: &str) -> bool {
    path.starts_with("/v1/") || path.starts_with("/v2/")
}

fn refused_before_a_handler_is_asked(path: &str, endpoint: &Value) -> Vec<&'static str> {
    let mut statuses = vec!["414"];
    if path.contains('{') {
        statuses.push("400");
    }
    if has_state(path) {
        statuses.extend(["400", "412", "503"]);
    }
    if endpoint["requestBody"].is_object() {
        statuses.extend(["400", "408", "413", "415", "503"]);
    }
    statuses
}
