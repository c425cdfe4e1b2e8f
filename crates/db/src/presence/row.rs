//! The row in which a server says that it runs.

use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::Connection;
use uuid::Uuid;

use super::Card;
use crate::failed::Failed;
use crate::schema::servers;

/// Enters the server. The beat begins anywhere: whoever has watched an earlier row of this server, and gives that one up, must
/// not take out this one.
pub(super) fn enter(connection: &mut Connection, card: &Card) -> Result<(), Failed> {
    let row = (
        servers::id.eq(&card.id),
        servers::name.eq(&card.name),
        servers::program.eq(crate::PROGRAM),
        servers::oldest.eq(i64::from(card.oldest.0)),
        servers::newest.eq(i64::from(card.newest.0)),
        servers::beat.eq(beginning()),
        servers::lasts.eq(i64::try_from(card.lasts.as_micros()).unwrap_or(i64::MAX).max(1)),
    );
    diesel::insert_into(servers::table).values(row).execute(connection)?;
    Ok(())
}

fn beginning() -> i64 {
    let (random, _) = Uuid::new_v4().as_u64_pair();
    i64::from(u32::try_from(random >> 32).unwrap_or_default())
}

/// Lets the beat grow. False when the server was given up, and its row taken out.
///
/// Within a transaction this is a fence: from here to COMMIT nobody can give the server up, who has to take out the row with
/// the beat that he saw.
pub(super) fn renew(connection: &mut Connection, id: &str) -> Result<bool, Failed> {
    let renewed = diesel::update(servers::table.find(id))
        .set(servers::beat.eq(servers::beat + 1))
        .execute(connection)?;
    Ok(renewed == 1)
}

/// Takes the server out.
pub(super) fn withdraw(connection: &mut Connection, id: &str) -> Result<(), Failed> {
    diesel::delete(servers::table.find(id)).execute(connection)?;
    Ok(())
}
