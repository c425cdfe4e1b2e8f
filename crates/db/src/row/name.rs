//! `names`: policies and data sources share one set of names, and the database sees to it.

use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::Connection;

use super::expect_one;
use crate::failed::Failed;
use crate::schema::names;
use crate::text::Kept;

pub(super) const POLICY: &str = "policy";
pub(super) const DATA_SOURCE: &str = "data_source";

/// Takes a name; before the row of its owner is written.
pub(super) fn take(connection: &mut Connection, name: &str, owner: &str) -> Result<(), Failed> {
    diesel::insert_into(names::table)
        .values((names::name.eq(Kept::of(name)), names::owner.eq(owner)))
        .execute(connection)?;
    Ok(())
}

/// Gives a name back; after the row of its owner is gone.
pub(super) fn free(connection: &mut Connection, name: &str) -> Result<(), Failed> {
    let freed = diesel::delete(names::table.find(Kept::of(name))).execute(connection)?;
    expect_one("names", name, freed)
}
