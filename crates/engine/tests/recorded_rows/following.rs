//! What no recording tells: an evaluator follows data sources that come and go.

use statehouse_engine::{Evaluator, Limits};
use statehouse_model::{Command, Row, TableName, Value};

use crate::corpus::Source;
use crate::world::{World, now};

fn source() -> Source {
    let columns = vec!["id".to_owned(), "state".to_owned()];
    let rows = vec![row(&["vm-1", "up"]), row(&["vm-2", "down"])];
    Source {
        name: "d".to_owned(),
        schema: [("t".to_owned(), columns)].into(),
        rows: [("t".to_owned(), rows)].into(),
    }
}

fn row(values: &[&str]) -> Row {
    values.iter().map(|value| Value::from(*value)).collect::<Vec<_>>().into()
}

/// The rows of a table of the policy `p`, which an evaluator of the same state has too.
fn rows(world: &mut World, table: &str) -> Vec<Row> {
    let name = TableName::new("p", table);
    let of = |evaluator: &mut Evaluator| {
        let rows = evaluator.rows(&name, &now(), Limits::GENEROUS).unwrap();
        rows.into_iter().map(|row| row.into_vec().into()).collect::<Vec<Row>>()
    };
    let anew = of(&mut Evaluator::of(world.state.clone(), Limits::GENEROUS).unwrap());
    assert_eq!(of(&mut world.evaluator), anew);
    anew
}

fn create(world: &mut World, enabled: bool) {
    world
        .give(&Command::CreateDataSource {
            id: format!("d-{enabled}").into(),
            name: "d".to_owned(),
            driver: "d".to_owned(),
            description: None,
            kind: None,
            enabled,
            config: None,
        })
        .unwrap();
}

#[test]
fn a_rule_that_names_columns_takes_part_while_their_data_source_is_there() {
    let mut world = World::of(&[source()], &[]);
    world.create_policy("p", "nonrecursive", Vec::new()).unwrap();
    world.insert("p", "error(x) :- d:t(id=x, state=\"down\")").unwrap();
    assert_eq!(rows(&mut world, "error"), [row(&["vm-2"])]);
    world.give(&Command::DeleteDataSource { data_source: "d".into() }).unwrap();
    assert_eq!(rows(&mut world, "error"), []);
    create(&mut world, true);
    assert_eq!(rows(&mut world, "error"), []);
    world.set_rows("d", "t", vec![row(&["vm-3", "down"])]).unwrap();
    assert_eq!(rows(&mut world, "error"), [row(&["vm-3"])]);
}

#[test]
fn a_data_source_that_is_not_enabled_has_no_rows() {
    let mut world = World::of(&[source()], &[]);
    world.create_policy("p", "nonrecursive", Vec::new()).unwrap();
    world.insert("p", "error(x) :- d:t(x, \"down\")").unwrap();
    world.give(&Command::DeleteDataSource { data_source: "d".into() }).unwrap();
    create(&mut world, false);
    world.set_rows("d", "t", vec![row(&["vm-4", "down"])]).unwrap();
    assert_eq!(rows(&mut world, "error"), []);
}

#[test]
fn a_policy_of_kind_z3_may_be_recursive() {
    let mut world = World::of(&[], &[]);
    world.create_policy("p", "z3", Vec::new()).unwrap();
    for rule in ["e(\"a\", \"b\")", "e(\"b\", \"c\")", "r(x, y) :- e(x, y)", "r(x, z) :- r(x, y), e(y, z)"] {
        world.insert("p", rule).unwrap();
    }
    assert_eq!(rows(&mut world, "r"), [row(&["a", "b"]), row(&["a", "c"]), row(&["b", "c"])]);
    world.insert("p", "e(\"c\", \"a\")").unwrap();
    assert_eq!(rows(&mut world, "r").len(), 9);
    world.delete("p", "e(\"b\", \"c\")");
    assert_eq!(rows(&mut world, "r"), [row(&["a", "b"]), row(&["c", "a"]), row(&["c", "b"])]);
}
