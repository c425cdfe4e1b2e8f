//! What a transaction promises on MariaDB, whose Galera clusters may end one between two of its statements.

use diesel::connection::SimpleConnection as _;
use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{
    Connection, DatabaseUrl, Failure, FailureKind, SessionOptions, Transaction, write_transaction,
};
use statehouse_tests::throwaway::Mariadb;
use statehouse_tests::throwaway::run::OwnDatabase;

fn note(connection: &mut Connection) -> Result<(), Failure> {
    Ok(connection.batch_execute("INSERT INTO notes VALUES (1)")?)
}

/// A node of a Galera cluster does so when another node's transaction is preferred.
#[test]
fn of_a_transaction_that_the_database_ended_by_itself_the_rest_is_not_carried_out() {
    let server = Mariadb::fresh().unwrap();
    let database = OwnDatabase::on(vec![server.client()]).unwrap();
    database.query("CREATE TABLE notes (number BIGINT NOT NULL)").unwrap();
    let url: DatabaseUrl = database.urls().remove(0).parse().unwrap();
    let mut session = Connection::open(&url, &SessionOptions::writer()).unwrap();
    let mut transaction = Transaction::begin_write(&mut session).unwrap();
    note(&mut transaction).unwrap();
    transaction.batch_execute("ROLLBACK").unwrap();
    let failure = note(&mut transaction).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Conflict, "{}", failure.source);
    let prepared = sql_query("INSERT INTO notes VALUES (2)").execute(&mut *transaction);
    let failure = Failure::from(prepared.unwrap_err());
    assert_eq!(failure.kind, FailureKind::Conflict, "{}", failure.source);
    drop(transaction);
    assert_eq!(database.query("SELECT count(*) FROM notes").unwrap(), "0");
    write_transaction(&mut session, note).unwrap();
    assert_eq!(database.query("SELECT count(*) FROM notes").unwrap(), "1");
}
