//! What is seen of others' commits, and whether a crash would take it away again.
//!
//! SQLite and PostgreSQL show a commit when it is durable. MariaDB shows it, and gives its locks back, before it has flushed
//! its log (`trx_t::commit_in_memory` comes before `trx_flush_log_if_needed`): who reads in between and tells what he
//! read has told of something that a crash undoes. A node of a Galera cluster shows what the other nodes have too.

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Transaction};
use uuid::Uuid;

use crate::failed::Failed;
use crate::setting;

/// Whether this database shows commits that are not durable yet.
pub(crate) fn is_in_doubt(connection: &Connection) -> bool {
    connection.engine() == Engine::Mysql
}

/// Returns when everything that this session has seen is durable: when a transaction behind it is. It writes a row of its own
/// and takes it away again, so that it waits for nobody's lock and leaves nothing.
pub(crate) fn confirm(connection: &mut Connection) -> Result<(), Failed> {
    if !is_in_doubt(connection) || is_on_cluster(connection)? {
        return Ok(());
    }
    let name = format!("seen:{}", Uuid::now_v7());
    let mut transaction = Transaction::begin_write(connection)?;
    setting::insert(&mut transaction, &name, "")?;
    setting::delete(&mut transaction, &name)?;
    Ok(transaction.commit()?)
}

#[derive(QueryableByName)]
struct Variable {
    #[diesel(sql_type = Text, column_name = Value)]
    value: String,
}

fn is_on_cluster(connection: &mut Connection) -> Result<bool, Failed> {
    let shown: Vec<Variable> = sql_query("SHOW SESSION VARIABLES LIKE 'wsrep_on'").load(connection)?;
    Ok(shown.iter().any(|variable| variable.value == "ON"))
}
