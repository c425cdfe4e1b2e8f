//! The database at the schema of the previous window, filled.

use anyhow::Result;
use statehouse_tests::throwaway::{Client, Engine};

use super::{PREVIOUS, Setup};
use crate::bench::client::Client as Http;
use crate::bench::rule::{body, create_policy};

/// The database that is upgraded.
pub(super) const DATABASE: &str = "statehouse_upgrade";
/// The policy that has the rules.
const POLICY: &str = "large";
/// How many rules one statement inserts.
const AT_ONCE: u32 = 100_000;
/// Ids are in the order of time, in milliseconds since 1970: these are older than any that a server makes now.
const OLDEST_ID: u64 = 1_700_000_000_000;

/// Makes the database: one rule through a server, which thereby notes its table, and the others like it by SQL.
pub(super) fn fill(setup: &Setup, node: &Client) -> Result<()> {
    setup.place.database_at(node, DATABASE, Some(PREVIOUS))?;
    let server = setup.place.server_knowing(&node.url(DATABASE), PREVIOUS)?;
    let policy = create_policy(server.address, POLICY, &[])?;
    Http::connect(server.address)?
        .post(&format!("/v1/policies/{POLICY}/rules"), &body("r(0, \"of many\")"))?;
    server.stop()?;
    let mut first = 1;
    while first < setup.rules {
        let last = first.saturating_add(AT_ONCE).min(setup.rules) - 1;
        node.query(DATABASE, &insert(node.engine(), &policy, first, last))?;
        first = last + 1;
        println!("{first} rules");
    }
    let settle = match node.engine() {
        Engine::Postgres => "VACUUM ANALYZE rules",
        Engine::Mysql | Engine::Galera => "ANALYZE TABLE rules",
    };
    node.query(DATABASE, settle)?;
    Ok(())
}

/// Rules with numbers from `first` to `last`, and ids as servers make them (UUIDs of version 7).
fn insert(engine: Engine, policy: &str, first: u32, last: u32) -> String {
    let (time, numbers) = match engine {
        Engine::Postgres => (
            format!("to_hex({OLDEST_ID} + n)"),
            format!("(SELECT n, md5(n::text) AS chance FROM generate_series({first}, {last}) AS n)"),
        ),
        Engine::Mysql | Engine::Galera => (
            format!("LOWER(HEX({OLDEST_ID} + n))"),
            format!("(SELECT seq AS n, MD5(seq) AS chance FROM seq_{first}_to_{last})"),
        ),
    };
    let time = format!("LPAD({time}, 12, '0')");
    let id = format!(
        "CONCAT(SUBSTR({time}, 1, 8), '-', SUBSTR({time}, 9, 4), '-7', SUBSTR(chance, 1, 3), '-8', \
         SUBSTR(chance, 4, 3), '-', SUBSTR(chance, 7, 12))"
    );
    format!(
        "INSERT INTO rules (id, policy_id, text, identity, comment, created_revision, created_index) \
         SELECT {id}, '{policy}', CONCAT('r(', n, ', \"of many\")'), CONCAT('r(', n, ', \"of many\")'), '', 1, n \
         FROM {numbers} AS numbers"
    )
}
