//! Three servers and sixteen clients on PostgreSQL, while servers and the database are killed, paused and cut off at
//! random. A minute; `cargo xtask soak` runs it for longer.

use statehouse_tests::linearizability::trial;
use statehouse_tests::throwaway::{Engine, Error};

#[test]
fn one_order_explains_all_that_clients_saw_and_the_servers_named_it() -> Result<(), Error> {
    trial::run(Some(Engine::Postgres))
}
