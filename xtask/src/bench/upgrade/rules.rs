//! The database at the schema of the previous window, filled.

use anyhow::Result;
use statehouse_tests::throwaway::Client;

use super::{PREVIOUS, Setup};
use crate::bench::client::Client as Http;
use crate::bench::rule::{body, create_policy};

/// The database that is upgraded.
pub(super) const DATABASE: &str = "statehouse_upgrade";
/// The policy that has the rules.
const POLICY: &str = "large";
/// How many rules one statement inserts.
const AT_ONCE: u32 = 100_000;

/// Makes the database: one rule through a server, which thereby notes its table, and the others like it by SQL.
pub(super) fn fill(setup: &Setup, node: &Client) -> Result<()> {
    setup.place.database_at(node, DATABASE, Some(PREVIOUS))?;
    let server = setup.place.server_knowing(&node.url(DATABASE), PREVIOUS)?;
    let policy = create_policy(server.address, POLICY, &[])?;
    Http::connect(server.address)?
        .post(&format!("/v1/policies/{POLICY}/rules"), &body("r(0, \"of many\")"))?;
    drop(server);
    let mut first = 1;
    while first < setup.rules {
        let last = (first + AT_ONCE).min(setup.rules) - 1;
        node.query(
            DATABASE,
            &format!(
                "INSERT INTO rules (id, policy_id, text, identity, comment, created_revision, created_index) \
                 SELECT gen_random_uuid()::text, '{policy}', 'r(' || n || ', \"of many\")', \
                 'r(' || n || ', \"of many\")', '', 1, n FROM generate_series({first}, {last}) AS n"
            ),
        )?;
        first = last + 1;
    }
    node.query(DATABASE, "VACUUM ANALYZE rules")?;
    Ok(())
}
