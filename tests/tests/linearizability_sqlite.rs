//! Three servers and sixteen clients on one database file, while servers are killed and paused, and the file is locked, at
//! random. A minute; `cargo xtask soak` runs it for longer.

use statehouse_tests::linearizability::trial;
use statehouse_tests::throwaway::Error;

#[test]
fn one_order_explains_all_that_clients_saw_and_the_servers_named_it() -> Result<(), Error> {
    trial::run(None)
}

#[test]
fn reads_of_what_a_server_happens_to_know_are_found_to_be_stale() -> Result<(), Error> {
    let violations = trial::violations_of_peeks()?;
    let says = |words: &str| violations.iter().any(|violation| violation.contains(words));
    assert!(says("was already named"), "by the log: {violations:?}");
    assert!(says("no order explains"), "by the search: {violations:?}");
    Ok(())
}
