//! `/v1/policies/{policy}/tables`.

use serde_json::json;

use crate::server::Server;

#[test]
fn a_policy_has_the_tables_that_rules_mention() {
    let server = Server::start();
    let id = server.policy("alpha");
    server.rule("alpha", "p(x) :- q(x), beta:r(x)");
    for policy in ["alpha", &id] {
        assert_eq!(
            server.get(&format!("/v1/policies/{policy}/tables")).expect(200).list_of("id"),
            ["p", "q", "beta:r"]
        );
        assert_eq!(
            server.get(&format!("/v1/policies/{policy}/tables/p")).expect(200).value(),
            json!({"id": "p"})
        );
        server.get(&format!("/v1/policies/{policy}/tables/nosuch")).refused(404, 404);
    }
    server.get("/v1/policies/nosuch/tables").refused(404, 404);
    server.get("/v1/policies/nosuch/tables/p").refused(404, 404);
    server.get("/v1/policies/alpha/tables/p/spec").refused(404, 404);
}

#[test]
fn a_data_source_is_a_policy_whose_tables_rules_mention() {
    let server = Server::start();
    server.policy("alpha");
    server.data_source("doctor1", "doctor", &json!({}));
    server.rule("alpha", "p(x) :- doctor1:events(hostname=x)");
    assert_eq!(server.get("/v1/policies/doctor1/tables").expect(200).list_of("id"), ["events"]);
}

#[test]
fn rows_of_policy_tables_are_announced_as_missing() {
    let server = Server::start();
    server.policy("alpha");
    server.policy("beta");
    server.rule("alpha", "p(1)");
    for path in ["alpha/tables/p", "beta/tables/alpha:p"] {
        let message = server.get(&format!("/v1/policies/{path}/rows")).refused(501, 501);
        assert!(message.contains("this version of Statehouse does not"), "{message}");
    }
    server.get("/v1/policies/alpha/tables/nosuch/rows?trace=true").refused(404, 404);
    server.get("/v1/policies/nosuch/tables/p/rows").refused(404, 404);
    server.get("/v1/policies/alpha/tables/p/rows/1").refused(501, 501);
}
