//! `settings`: what a database knows about itself. Not part of the state, and not in the log.

use diesel::{ExpressionMethods as _, OptionalExtension as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::Connection;

use crate::failed::Failed;
use crate::schema::settings;

/// By which a sealing key is recognised ([`crate::seal::Seal::check`]).
pub(crate) const SEALING_KEY_CHECK: &str = "sealing_key_check";

pub(crate) fn read(connection: &mut Connection, name: &str) -> Result<Option<String>, Failed> {
    Ok(settings::table.find(name).select(settings::value).first(connection).optional()?)
}

pub(crate) fn insert(connection: &mut Connection, name: &str, value: &str) -> Result<(), Failed> {
    diesel::insert_into(settings::table)
        .values((settings::name.eq(name), settings::value.eq(value)))
        .execute(connection)?;
    Ok(())
}

pub(crate) fn delete(connection: &mut Connection, name: &str) -> Result<(), Failed> {
    diesel::delete(settings::table.find(name)).execute(connection)?;
    Ok(())
}
