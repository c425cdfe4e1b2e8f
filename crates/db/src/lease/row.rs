//! `leases`: one row for each duty that anybody ever had.

use std::time::Duration;

use diesel::{
    ExpressionMethods as _, OptionalExtension as _, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable,
    SelectableHelper as _,
};
use statehouse_connection::{Connection, FailureKind};

use super::Lease;
use crate::failed::Failed;
use crate::number;
use crate::schema::leases;

/// Who holds a lease that nobody holds.
const NOBODY: &str = "";

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) holder: String,
    pub(crate) token: i64,
    pub(crate) beat: i64,
    pub(crate) lasts: Duration,
}

impl Row {
    pub(crate) fn is_free(&self) -> bool {
        self.holder == NOBODY
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = leases)]
struct Stored {
    holder: String,
    token: i64,
    beat: i64,
    lasts: i64,
}

pub(super) fn read(connection: &mut Connection, duty: &str) -> Result<Option<Row>, Failed> {
    let stored: Option<Stored> =
        leases::table.find(duty).select(Stored::as_select()).first(connection).optional()?;
    let row = |stored: Stored| {
        let lasts = Duration::from_micros(number::loaded("leases", stored.lasts)?);
        Ok(Row { holder: stored.holder, token: stored.token, beat: stored.beat, lasts })
    };
    stored.map(row).transpose()
}

/// Makes the row. False when another server has made it.
pub(super) fn found(connection: &mut Connection, lease: &Lease, lasts: Duration) -> Result<bool, Failed> {
    let row = (
        leases::duty.eq(lease.duty()),
        leases::holder.eq(lease.holder()),
        leases::token.eq(lease.stored_token()),
        leases::beat.eq(0),
        leases::lasts.eq(microseconds(lasts)),
    );
    match diesel::insert_into(leases::table).values(row).execute(connection).map_err(Failed::from) {
        Err(Failed::Database(failure)) if failure.kind == FailureKind::UniqueViolation => Ok(false),
        inserted => inserted.map(|_| true),
    }
}

/// Takes the lease from whoever had it with the token before this one, if the row has not changed since that beat.
pub(super) fn take(
    connection: &mut Connection,
    lease: &Lease,
    beat: i64,
    lasts: Duration,
) -> Result<bool, Failed> {
    let before = leases::table
        .find(lease.duty())
        .filter(leases::token.eq(lease.stored_token() - 1))
        .filter(leases::beat.eq(beat));
    let taken = diesel::update(before)
        .set((
            leases::holder.eq(lease.holder()),
            leases::token.eq(lease.stored_token()),
            leases::beat.eq(beat + 1),
            leases::lasts.eq(microseconds(lasts)),
        ))
        .execute(connection)?;
    Ok(taken == 1)
}

/// Lets the beat grow, if this lease still holds. False when it does not.
///
/// Within a transaction this is the fence: from here to COMMIT the lease cannot be taken (the row is locked; on two nodes
/// of a Galera cluster only one of the two transactions passes certification), and where it was taken before, this says so.
pub(crate) fn renew(connection: &mut Connection, lease: &Lease) -> Result<bool, Failed> {
    let renewed = diesel::update(leases::table.find(lease.duty()))
        .filter(leases::holder.eq(lease.holder()))
        .filter(leases::token.eq(lease.stored_token()))
        .set(leases::beat.eq(leases::beat + 1))
        .execute(connection)?;
    Ok(renewed == 1)
}

/// Gives the lease up, for anybody to take at once. Does nothing when it does not hold any more.
pub(super) fn release(connection: &mut Connection, lease: &Lease) -> Result<(), Failed> {
    diesel::update(leases::table.find(lease.duty()))
        .filter(leases::holder.eq(lease.holder()))
        .filter(leases::token.eq(lease.stored_token()))
        .set((leases::holder.eq(NOBODY), leases::beat.eq(leases::beat + 1)))
        .execute(connection)?;
    Ok(())
}

fn microseconds(lasts: Duration) -> i64 {
    i64::try_from(lasts.as_micros()).unwrap_or(i64::MAX).max(1)
}
