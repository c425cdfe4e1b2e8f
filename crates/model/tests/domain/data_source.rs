use serde_json::{Value as Json, json};
use statehouse_model::{ConfigValue, Rejection, Timestamp};

use crate::world::World;

fn credentials() -> Json {
    json!({ "username": "u", "password": "S3cret!" })
}

fn config_error(answer: Result<Vec<statehouse_model::Change>, Rejection>) -> String {
    match answer {
        Err(Rejection::Config { reason }) => reason,
        other => panic!("not refused for its configuration: {other:?}"),
    }
}

#[test]
fn a_configuration_is_absent_empty_or_as_the_driver_asks() {
    let mut world = World::new();
    world.create_data_source("without", "doctor", Json::Null).unwrap();
    world.create_data_source("empty", "doctor", json!({})).unwrap();
    assert_eq!(world.state.data_source(&"without".into()).unwrap().config, None);
    assert!(world.state.data_source(&"empty".into()).unwrap().config.as_ref().unwrap().is_empty());

    let lacks = config_error(world.create_data_source("d", "fake", Json::Null));
    assert!(lacks.contains("username, password"), "{lacks}");
    let both =
        config_error(world.create_data_source("d", "fake", json!({ "username": "u", "foo": 1, "bar": 2 })));
    for part in ["lacks password", "foo, bar", "knows username, password, poll_time"] {
        assert!(both.contains(part), "{both}");
    }
    let unknown = Rejection::NoSuchDriver { driver: "nosuch".to_owned() };
    assert_eq!(world.create_data_source("d", "nosuch", Json::Null), Err(unknown));
}

#[test]
fn secrets_are_sealed_off_and_other_values_kept_as_given() {
    let mut world = World::new();
    let config = json!({ "username": true, "password": "S3cret!", "poll_time": "10" });
    world.create_data_source("d", "fake", config).unwrap();
    let source = world.state.data_source(&"d".into()).unwrap();
    let config = source.config.as_ref().unwrap();
    assert_eq!(config["username"], ConfigValue::Plain(json!(true)));
    assert_eq!(config["poll_time"], ConfigValue::Plain(json!("10")));
    let ConfigValue::Secret(password) = &config["password"] else { panic!("the password is shown") };
    assert_eq!(password.expose(), &json!("S3cret!"));
    assert!(!format!("{:?}", world.state).contains("S3cret!"));
}

#[test]
fn names_and_ids_are_checked() {
    let mut world = World::new();
    for name in ["_x", "", "bad name", "5"] {
        let refused = world.create_data_source(name, "doctor", Json::Null);
        assert!(
            matches!(&refused, Err(Rejection::Invalid { field, .. }) if field.0 == "name"),
            "{name}: {refused:?}"
        );
    }
    for id in ["", "a/b", "a\nb", &"i".repeat(256)] {
        let refused = world.create_data_source_with_id(id, "d", "doctor", Json::Null);
        assert!(
            matches!(&refused, Err(Rejection::Invalid { field, .. }) if field.0 == "id"),
            "{id}: {refused:?}"
        );
    }
    world.create_data_source_with_id("own-id", "d", "doctor", Json::Null).unwrap();
    let taken = Rejection::IdTaken { id: "own-id".to_owned() };
    assert_eq!(world.create_data_source_with_id("own-id", "e", "doctor", Json::Null), Err(taken));
    assert!(world.state.data_source(&"own-id".into()).is_some());
}

#[test]
fn rules_are_checked_against_declared_columns() {
    let mut world = World::new();
    world.create_data_source("d", "fake", credentials()).unwrap();
    world
        .create_policy("p", &["a(x) :- d:servers(host=x)", "b(x) :- d:servers(x)", "c(x) :- d:other(x)"])
        .unwrap();
    assert_eq!(world.tables("d"), [("servers".to_owned(), 2), ("other".to_owned(), 1)]);
    for wrong in ["e(x) :- d:servers(nosuch=x)", "e(x) :- d:servers(x, y, z)", "e(x) :- d:servers(7=x)"] {
        assert!(matches!(world.create_rule("p", wrong), Err(Rejection::RuleInadmissible { .. })), "{wrong}");
    }
    let same = world.create_rule("p", "b(x) :- d:servers(id=x)");
    assert!(matches!(same, Err(Rejection::RuleExists { .. })), "a column by name or by position");
}

#[test]
fn rules_over_a_data_source_to_come_must_fit_it_when_it_comes() {
    let mut world = World::new();
    world.create_policy("p", &["a(x) :- d:servers(x)"]).unwrap();
    let wide = world.create_rule("action", "b(x) :- e:servers(x, y, z)").unwrap();
    world.create_data_source("d", "fake", credentials()).unwrap();
    assert_eq!(world.tables("d"), [("servers".to_owned(), 2)], "the record follows the declaration");

    let refused = world.create_data_source("e", "fake", credentials());
    assert!(
        matches!(&refused, Err(Rejection::SchemaConflict { reason })
        if reason.contains(wide.as_str()) && reason.contains("action")),
        "{refused:?}"
    );
    world.delete_rule("action", &wide).unwrap();
    world.create_data_source("e", "fake", credentials()).unwrap();
}

#[test]
fn deleting_takes_the_rows_along_and_leaves_the_rules() {
    let mut world = World::new();
    world.create_policy("p", &["a(x) :- d:servers(x, y)"]).unwrap();
    let before = world.state.clone();
    world.create_data_source("d", "fake", credentials()).unwrap();
    world.push("d", "servers", r#"[["a", "b"]]"#).unwrap();
    world.delete_data_source("d").unwrap();
    assert!(world.state.content_eq(&before));
    assert_eq!(world.delete_data_source("d"), Err(Rejection::NoSuchDataSource("d".into())));
}

#[test]
fn pushed_rows_take_the_place_of_the_ones_before() {
    let mut world = World::new();
    world.create_data_source("d", "push", json!({ "description": "x" })).unwrap();
    assert_eq!(world.rows("d", "hosts"), None);
    world.push("d", "hosts", r#"[["h1", "up"], ["h2", "down"], ["h1", "up"]]"#).unwrap();
    let changes = world.push("d", "hosts", r#"[["h2", "down"], ["h3", 1.5]]"#).unwrap();
    assert_eq!(world.rows("d", "hosts").unwrap(), [r#"["h2","down"]"#, r#"["h3",1.5]"#]);
    let [statehouse_model::Change::Rows(rows)] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!((rows.added.len(), rows.removed.len()), (1, 1), "only the difference is told");
    world.push("d", "hosts", "[]").unwrap();
    assert_eq!(world.rows("d", "hosts").unwrap(), [] as [&str; 0]);
}

#[test]
fn single_rows_come_and_go_and_only_they_are_told() {
    let mut world = World::new();
    world.create_data_source("d", "push", json!({ "description": "x" })).unwrap();
    world.change_rows("d", "t", &["[1]", "[1]", "[2]"], &["[9]"]).unwrap();
    let before = world.state.clone();
    let changes = world.change_rows("d", "t", &["[2]", "[3]"], &["[1]", "[9]", "[1]"]).unwrap();
    assert_eq!(world.rows("d", "t").unwrap(), ["[2]", "[3]"]);
    let [statehouse_model::Change::Rows(rows)] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!((rows.added.len(), rows.removed.len()), (1, 1), "2 was there and 9 was not");
    let inverse = [changes[0].inverse()];
    assert!(world.state.apply(&inverse).content_eq(&before), "undone, everything is as before");
    assert_eq!(world.change_rows("d", "t", &["[2]"], &["[1]"]), Ok(Vec::new()), "there is nothing to do");
    assert_eq!(world.change_rows("d", "t", &[], &["[2]", "[3]"]).unwrap().len(), 1);
    assert_eq!(world.rows("d", "t").unwrap(), [] as [&str; 0]);
}

#[test]
fn a_row_that_cannot_come_or_go_is_named() {
    let mut world = World::new();
    world.create_data_source("d", "fake", credentials()).unwrap();
    for (add, delete, place) in [
        (&[r#"["a", "h"]"#, r#"["b"]"#][..], &[][..], "add[1]"),
        (&[], &[r#"["a", "h"]"#, r#"["b", "h", 3]"#], "delete[1]"),
        (&[r#"["a", "h"]"#], &[r#"["c", "h"]"#, r#"["a", "h"]"#], "delete[1]"),
    ] {
        let refused = world.change_rows("d", "servers", add, delete);
        assert!(matches!(&refused, Err(Rejection::Invalid { field, .. }) if field.0 == place), "{refused:?}");
    }
    assert_eq!(world.rows("d", "servers"), None);
    let unknown = Rejection::NoSuchTable { data_source: "d".into(), table: "nosuch".to_owned() };
    assert_eq!(world.change_rows("d", "nosuch", &[], &[]), Err(unknown));
}

#[test]
fn every_push_counts_even_of_the_same_rows() {
    let mut world = World::new();
    world.create_data_source("d", "push", json!({ "description": "x" })).unwrap();
    world.push("d", "t", "[[1]]").unwrap();
    world.id();
    world.push("d", "t", "[[1]]").unwrap();
    let source = world.state.data_source(&"d".into()).unwrap();
    let table = world.state.data_source_table(&source.id, "t").unwrap();
    assert_eq!((table.updates, table.updated_at), (2, Timestamp(4)));
    let tables: Vec<_> = world.state.data_source_tables(&source.id).collect();
    assert_eq!(tables, [table]);
}

#[test]
fn rows_go_only_into_tables_that_take_them_and_must_fit() {
    let mut world = World::new();
    world.create_data_source("d", "fake", credentials()).unwrap();
    let unknown = Rejection::NoSuchTable { data_source: "d".into(), table: "nosuch".to_owned() };
    assert_eq!(world.replace_rows("d", "nosuch", Vec::new()), Err(unknown));
    let short = vec![vec![1.into()].into()];
    let refused = world.replace_rows("d", "servers", short);
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field.0 == "rows[0]"));
    let infinite = vec![vec![1.into(), f64::INFINITY.into()].into()];
    let refused = world.replace_rows("d", "servers", infinite);
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field.0 == "rows[0][1]"));

    world.create_data_source("open", "push", json!({ "description": "x" })).unwrap();
    let refused = world.replace_rows("open", "no table", Vec::new());
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field.0 == "table"));
    let nowhere = Rejection::NoSuchDataSource("nosuch".into());
    assert_eq!(world.replace_rows("nosuch", "t", Vec::new()), Err(nowhere));
}

#[test]
fn rules_over_a_data_source_that_was_deleted_must_fit_the_one_that_takes_its_name() {
    let mut world = World::new();
    world.create_data_source("d", "fake", credentials()).unwrap();
    let named = world.create_rule("action", "a(x) :- d:servers(host=x)").unwrap();
    world.delete_data_source("d").unwrap();
    // Its columns are not known without it. That is no reason against another data source.
    world.create_policy("p", &["b(x) :- e:servers(x), p:c(x)"]).unwrap();
    world.create_data_source("e", "fake", credentials()).unwrap();
    let refused = world.create_data_source("d", "narrow", Json::Null);
    assert!(
        matches!(&refused, Err(Rejection::SchemaConflict { reason })
            if reason.contains(named.as_str()) && reason.contains("host")),
        "{refused:?}"
    );
    world.create_data_source("d", "fake", credentials()).unwrap();
}

#[test]
fn a_table_of_a_policy_is_not_one_of_a_data_source_whose_name_begins_alike() {
    let mut world = World::new();
    world.create_data_source("d", "narrow", Json::Null).unwrap();
    world.create_policy("d:t", &["u(1, 2, 3)"]).unwrap();
    let refused = world.create_rule("classification", "a(x) :- d:t:u(x, y, z)");
    assert!(
        matches!(refused, Err(Rejection::RuleInadmissible { .. })),
        "the table `t:u` of `d`: {refused:?}"
    );
}
