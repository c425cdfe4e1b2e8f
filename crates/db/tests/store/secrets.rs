//! Secrets leave the process sealed, or not at all.

use statehouse_db::{OpenError, SealingKey, Store};
use statehouse_model::ConfigValue;

use crate::words::{Scratch, Words, data_source};

const PASSWORD: &str = "correct horse battery staple";

#[test]
fn a_secret_comes_back_from_the_state_and_from_the_log() {
    let scratch = Scratch::new();
    scratch.open().tell(data_source("cloud1", PASSWORD)).unwrap();
    let store = scratch.open();
    let source = store.read_local().data_source(&"cloud1".into()).unwrap().clone();
    let Some(ConfigValue::Secret(secret)) = source.config.as_ref().unwrap().get("password") else { panic!() };
    assert_eq!(secret.expose(), PASSWORD);
    let logged = store.log().pop().unwrap();
    assert!(
        matches!(&logged.changes[0], statehouse_model::Change::DataSource(edit) if edit.after() == Some(&source))
    );
}

#[test]
fn another_key_is_found_out_at_once_even_without_any_secret() {
    let scratch = Scratch::new();
    scratch.open().close().unwrap();
    let mut options = scratch.options();
    options.sealing_key = SealingKey::generate();
    assert!(matches!(Store::open(options), Err(OpenError::WrongKey)));
}

#[test]
fn a_wrong_key_does_not_become_the_right_one_where_the_check_is_missing() {
    use diesel::RunQueryDsl as _;
    let scratch = Scratch::new();
    scratch.open().tell(data_source("cloud1", PASSWORD)).unwrap();
    diesel::sql_query("DELETE FROM settings").execute(&mut scratch.session()).unwrap();
    let mut options = scratch.options();
    options.sealing_key = SealingKey::generate();
    let refused = Store::open(options).unwrap_err();
    assert!(refused.to_string().contains("does not open with this secret key"), "{refused}");
    assert_eq!(scratch.open().read_local().data_sources().count(), 1);
}
