//! What is looked at: the settings, the database, its schema, the key.

use statehouse_connection::examination::{self, Finding, Verdict};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};
use statehouse_db::{KeyStanding, OLDEST};
use statehouse_migrations::{Migrator, SchemaWindow};

use crate::failure::Failure;
use crate::settings::Settings;
use crate::{drivers, secret_key, serve};

/// Looks at everything that can be looked at, and tells each finding as soon as there is one.
pub(super) fn everything(settings: &Settings, tell: &mut dyn FnMut(Finding)) {
    tell(listening(settings));
    tell(match drivers::read(&settings.drivers) {
        Ok(_) => Finding::well("drivers", "the declarations can be read"),
        Err(failure) => from_failure("drivers", &failure, "mend the declaration"),
    });
    let database = match serve::database(settings) {
        Ok(database) => database,
        Err(failure) => {
            return tell(from_failure("address", &failure, "see docs/operations.md for how it is written"));
        }
    };
    let mut worst = Verdict::Well;
    examination::examine(&database, &mut |finding| {
        worst = worst.max(finding.verdict);
        tell(finding);
    });
    if let Some(error) = no_session(&database) {
        // Why has been told already, unless it is nothing that was looked at.
        if worst < Verdict::Wrong {
            tell(Finding::wrong("session", error, "look at the log of the database"));
        }
        return;
    }
    let (is_up_to_date, finding) = schema(&database);
    tell(finding);
    tell(key(settings, &database, is_up_to_date));
}

/// Why a server could not open a session, if it could not. An embedded database need not be there yet.
fn no_session(database: &DatabaseUrl) -> Option<String> {
    if database.file().is_some_and(|file| !file.exists()) {
        return None;
    }
    Connection::open(database, &SessionOptions::reader()).err().map(|error| error.to_string())
}

fn from_failure(subject: &'static str, failure: &Failure, otherwise: &str) -> Finding {
    let (what, remedy) = failure.parts();
    Finding::wrong(subject, what, remedy.unwrap_or(otherwise))
}

fn listening(settings: &Settings) -> Finding {
    let address = settings.listen;
    match settings.refuse_unguarded_address() {
        Err(failure) => from_failure("listening", &failure, "choose another address with --listen"),
        Ok(()) if address.ip().is_loopback() => {
            Finding::well("listening", format!("{address}: nobody beyond this machine gets in"))
        }
        Ok(()) => Finding::doubtful(
            "listening",
            format!("{address}: whoever reaches it may do everything, as --auth none says"),
            "let in only a proxy that asks who is there, by --listen or a firewall",
        ),
    }
}

/// Does the schema fit this program? Whether it is up to date, and what to say.
fn schema(database: &DatabaseUrl) -> (bool, Finding) {
    const SUBJECT: &str = "schema";
    const UP: &str = "statehouse migrate up, after a back-up";
    let refused = |error: &dyn std::fmt::Display| {
        Finding::wrong(SUBJECT, error.to_string(), "see statehouse migrate status")
    };
    let migrator = match Migrator::statehouse(database) {
        Ok(migrator) => migrator.oldest(OLDEST),
        Err(error) => return (false, refused(&error)),
    };
    let is_embedded = database.file().is_some();
    let will_do = migrator.require(database).is_ok();
    let finding = match migrator.check(database) {
        Err(error) => refused(&error),
        Ok(SchemaWindow::UpToDate) => {
            return (true, Finding::well(SUBJECT, format!("up to date, at {}", migrator.set().newest())));
        }
        Ok(SchemaWindow::Empty) if is_embedded => {
            Finding::well(SUBJECT, "no tables yet; a server makes them when it starts")
        }
        Ok(SchemaWindow::Empty) => Finding::wrong(SUBJECT, "no tables yet", "statehouse migrate up"),
        Ok(SchemaWindow::Pending(missing)) if will_do && !is_embedded => {
            let what = format!("a server works with it, though {} migrations are missing", missing.len());
            return (true, Finding::doubtful(SUBJECT, what, "see statehouse migrate status"));
        }
        Ok(SchemaWindow::Ahead(unknown)) if will_do => {
            let what =
                format!("{} migrations newer than this program, which can work with it", unknown.len());
            return (true, Finding::well(SUBJECT, what));
        }
        Ok(SchemaWindow::Pending(missing)) if is_embedded => {
            let what =
                format!("{} migrations are missing; a server applies them when it starts", missing.len());
            Finding::doubtful(SUBJECT, what, "make a back-up first")
        }
        Ok(SchemaWindow::Pending(missing)) => Finding::wrong(
            SUBJECT,
            format!("older than this program: {} migrations are missing", missing.len()),
            UP,
        ),
        Ok(window @ SchemaWindow::Ahead(_)) => match migrator.refuse_disagreement(window) {
            Err(error) => Finding::wrong(SUBJECT, error.to_string(), "run the newer program"),
            Ok(()) => Finding::well(SUBJECT, "up to date"),
        },
        Ok(window @ SchemaWindow::Drifted(_)) => match migrator.refuse_disagreement(window) {
            Err(error) => refused(&error),
            Ok(()) => Finding::well(SUBJECT, "up to date"),
        },
    };
    (false, finding)
}

/// Is the secret key there, and the right one?
fn key(settings: &Settings, database: &DatabaseUrl, has_schema: bool) -> Finding {
    const SUBJECT: &str = "secret key";
    const GIVE: &str = "give it the key it was made with: --secret-key-file or STATEHOUSE_SECRET_KEY";
    let given = match secret_key::look(settings, database) {
        Ok(given) => given,
        Err(failure) => return from_failure(SUBJECT, &failure, GIVE),
    };
    if let Some(file) = given.as_ref().and_then(secret_key::GivenKey::exposed_file) {
        let what = format!("everybody on this machine may read {}", file.display());
        return Finding::doubtful(SUBJECT, what, format!("chmod 600 {}", file.display()));
    }
    let standing = if has_schema {
        statehouse_db::key_standing(database, given.as_ref().map(|given| &given.key))
    } else {
        Ok(KeyStanding::Free)
    };
    match standing {
        Err(error) => Finding::wrong(SUBJECT, error.to_string(), "look at the schema"),
        Ok(KeyStanding::Right) => {
            Finding::well(SUBJECT, "the one that the database's secrets were sealed with")
        }
        Ok(KeyStanding::Wrong) => {
            Finding::wrong(SUBJECT, "the database's secrets were sealed with another key", GIVE)
        }
        Ok(KeyStanding::Missing) => {
            Finding::wrong(SUBJECT, "the database's secrets were sealed with a key that is not there", GIVE)
        }
        Ok(KeyStanding::Free) if given.is_some() => {
            Finding::well(SUBJECT, "there is one; no server has used the database with any yet")
        }
        Ok(KeyStanding::Free) => Finding::well(SUBJECT, "none yet; a server makes one beside the database"),
    }
}
