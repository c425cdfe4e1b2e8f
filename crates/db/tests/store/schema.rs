//! A store works on the tables it was built for, or not at all.

use statehouse_db::{MigratePolicy, OpenError, Store};

use crate::words::Scratch;

#[test]
fn a_database_without_tables_is_refused_with_the_command_that_makes_them() {
    let scratch = Scratch::new();
    let mut options = scratch.options();
    options.migrate = MigratePolicy::RefuseOutdated;
    let refused = Store::open(options).unwrap_err();
    assert!(matches!(&refused, OpenError::Schema { reason } if reason.contains("migrate up")), "{refused}");
}

#[test]
fn a_database_that_is_up_to_date_opens_either_way() {
    let scratch = Scratch::new();
    scratch.open().close().unwrap();
    scratch.open_with(|options| options.migrate = MigratePolicy::RefuseOutdated);
}
