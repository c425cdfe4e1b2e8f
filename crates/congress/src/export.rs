//! The way back: a state as a database of Congress, at the newest revision of its schema, in a file.

mod schema;
mod table;

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use diesel::sql_types::{Nullable, Text};
use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{
    Connection, DatabaseUrl, Failure, OpenError, SessionOptions, TransactionError, write_transaction,
};
use statehouse_model::{DataSource, State};

use crate::chronicle::{Chronicle, Entity, moment};
use crate::report::{Finding, Kind, Verdict};
use crate::{FernetKey, config};
use table::{PolicyRow, RuleRow};

/// What makes each encryption of the same text another one; from the operating system's randomness.
pub type Randomness<'a> = &'a mut dyn FnMut() -> [u8; 16];

/// What a database of Congress is made of.
#[derive(Debug)]
pub struct Export<'a> {
    /// What is here.
    pub state: &'a State,
    /// What the log tells.
    pub chronicle: &'a Chronicle,
    /// By which Congress will open secrets.
    pub key: &'a FernetKey,
    /// The time, in microseconds since 1970: for what the log does not tell the time of.
    pub now: i64,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// How many of each kind.
    pub written: BTreeMap<Kind, u64>,
    /// What Congress cannot hold, or will not take as it is.
    pub findings: Vec<Finding>,
}

/// Why there is no such database.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// It can be written to a file only.
    #[error("a database of Congress is written to a file (sqlite:PATH), not to {0}")]
    NotAFile(DatabaseUrl),
    /// Something is there already.
    #[error("{0} is there already, and is not written over")]
    Exists(DatabaseUrl),
    /// The file cannot be made.
    #[error("cannot make {url}: {source}")]
    Make {
        /// Which file.
        url: DatabaseUrl,
        /// What the operating system said.
        source: io::Error,
    },
    /// The file cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A value cannot be put into words for Congress.
    #[error("{what} cannot be written: {reason}")]
    Value {
        /// What it is.
        what: String,
        /// Why.
        reason: String,
    },
    /// The file cannot be written.
    #[error("cannot write {url}: {failure}: {}", failure.source)]
    Failed {
        /// Which file.
        url: DatabaseUrl,
        /// What SQLite said.
        failure: Failure,
    },
}

impl From<diesel::result::Error> for Stopped {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error.into())
    }
}

/// Why writing stopped within the transaction.
enum Stopped {
    Database(Failure),
    Value { what: String, reason: String },
}

/// The file that can be made there.
///
/// # Errors
///
/// [`ExportError`], where it is clear already that nothing can be written there.
pub fn refuse(to: &DatabaseUrl) -> Result<&Path, ExportError> {
    let file = to.file().ok_or_else(|| ExportError::NotAFile(to.clone()))?;
    // A link to nowhere is something too.
    if file.symlink_metadata().is_ok() { Err(ExportError::Exists(to.clone())) } else { Ok(file) }
}

impl Export<'_> {
    /// Writes the database into a new file, whole or not at all.
    ///
    /// # Errors
    ///
    /// [`ExportError`]; no file is left then.
    pub fn write(&self, to: &DatabaseUrl, randomness: Randomness) -> Result<Exported, ExportError> {
        let file = refuse(to)?;
        // Made here, so that nobody else's is written to or removed.
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(
            |source| match source.kind() {
                io::ErrorKind::AlreadyExists => ExportError::Exists(to.clone()),
                _ => ExportError::Make { url: to.clone(), source },
            },
        )?;
        let written = self.write_new(to, randomness);
        if written.is_err() {
            // What cannot be removed is empty: nothing was committed.
            let _ = std::fs::remove_file(file);
        }
        written
    }

    fn write_new(&self, to: &DatabaseUrl, randomness: Randomness) -> Result<Exported, ExportError> {
        let mut connection = Connection::open(to, &SessionOptions::writer())?;
        let failed = |failure| ExportError::Failed { url: to.clone(), failure };
        let exported = write_transaction(&mut connection, |connection| {
            for statement in schema::STATEMENTS {
                sql_query(*statement).execute(connection)?;
            }
            self.write_rows(connection, randomness)
        })
        .map_err(|error| match error {
            TransactionError::Body(Stopped::Value { what, reason }) => ExportError::Value { what, reason },
            TransactionError::Body(Stopped::Database(failure))
            | TransactionError::Begin(failure)
            | TransactionError::Commit(failure) => failed(failure),
        })?;
        // One file, which can be copied to where Congress is.
        let single = sql_query("PRAGMA journal_mode = DELETE").execute(&mut connection);
        single.map_err(|error| failed(error.into()))?;
        Ok(exported)
    }

    fn write_rows(&self, connection: &mut Connection, randomness: Randomness) -> Result<Exported, Stopped> {
        let mut exported = Exported::default();
        self.write_policies(connection, &mut exported)?;
        self.write_gone(connection, &mut exported)?;
        if let Some(since) = self.chronicle.tells_since() {
            let reason = format!(
                "it was trimmed: what was deleted before {since} is not written, and times before that are made up"
            );
            exported.find(Kind::Log, ("", ""), Verdict::Gone, reason);
        }
        for policy in self.state.library_policies() {
            let rules = json(&format!("library policy '{}'", policy.name), &policy.rules)?;
            sql_query("INSERT INTO library_policies VALUES (?, ?, ?, ?, ?, ?)")
                .bind::<Text, _>(policy.id.as_str())
                .bind::<Text, _>(&policy.name)
                .bind::<Text, _>(&policy.abbreviation)
                .bind::<Text, _>(&policy.description)
                .bind::<Text, _>(policy.kind.as_str())
                .bind::<Text, _>(rules)
                .execute(connection)?;
            exported.count(Kind::LibraryPolicy);
        }
        for source in self.state.data_sources() {
            self.write_source(connection, source, randomness, &mut exported)?;
        }
        Ok(exported)
    }

    fn write_policies(&self, connection: &mut Connection, exported: &mut Exported) -> Result<(), Stopped> {
        let mut untold = self.untold();
        for policy in self.state.policies() {
            let otherwise = untold.next().unwrap_or_default();
            let created = self.chronicle.created(policy.id.as_str(), &otherwise);
            PolicyRow { policy, created, deleted: None }.insert(connection)?;
            exported.count(Kind::Policy);
            for rule in self.state.rules(&policy.id) {
                let otherwise = untold.next().unwrap_or_default();
                let created = self.chronicle.created(rule.id.as_str(), &otherwise);
                RuleRow { rule, policy: &policy.name, created, deleted: None }.insert(connection)?;
                exported.count(Kind::Rule);
                if let Some(reason) = rule.disabled() {
                    let reason = format!("Congress knows no disabled rules, and may refuse it: {reason}");
                    exported.find(Kind::Rule, (rule.id.as_str(), &policy.name), Verdict::Changed, reason);
                }
            }
        }
        Ok(())
    }

    /// Times for what the log does not tell the time of, one after the other, all before the log begins: Congress knows no
    /// other order than that of times.
    fn untold(&self) -> impl Iterator<Item = String> + use<> {
        let policies = self.state.policies();
        let count: usize = policies.map(|policy| 1 + self.state.rule_count(&policy.id)).sum();
        let end = self.chronicle.begins().unwrap_or(self.now);
        (end - i64::try_from(count).unwrap_or(i64::MAX)..end).map(moment)
    }

    fn write_gone(&self, connection: &mut Connection, exported: &mut Exported) -> Result<(), Stopped> {
        // What the log does not tell the creation of was there when it begins.
        let earlier = moment(self.chronicle.begins().map_or(self.now, |begins| begins - 1));
        for gone in self.chronicle.gone() {
            let deleted = Some(gone.at.as_str());
            match &gone.what {
                // The one that a new database begins with, in whose place another came.
                Entity::Policy(policy) if policy.is_built_in() => {}
                Entity::Policy(policy) => {
                    let created = self.chronicle.created(policy.id.as_str(), &earlier);
                    PolicyRow { policy, created, deleted }.insert(connection)?;
                    exported.count(Kind::DeletedPolicy);
                }
                Entity::Rule(rule) => {
                    let created = self.chronicle.created(rule.id.as_str(), &earlier);
                    let live = self.state.policy_by_id(&rule.policy).map(|policy| policy.name.as_str());
                    let policy = live.or_else(|| self.chronicle.name(rule.policy.as_str()));
                    let Some(policy) = policy else {
                        let reason =
                            "the log does not tell of its policy, without which Congress has no rule";
                        let called = (rule.id.as_str(), rule.policy.as_str());
                        exported.find(Kind::DeletedRule, called, Verdict::Left, reason.to_owned());
                        continue;
                    };
                    RuleRow { rule, policy, created, deleted }.insert(connection)?;
                    exported.count(Kind::DeletedRule);
                }
            }
        }
        Ok(())
    }

    fn write_source(
        &self,
        connection: &mut Connection,
        source: &DataSource,
        randomness: Randomness,
        exported: &mut Exported,
    ) -> Result<(), Stopped> {
        let what = format!("data source '{}'", source.name);
        let seconds = u64::try_from(self.now / 1_000_000).unwrap_or(0);
        let seal = |text: &str| self.key.seal(text.as_bytes(), seconds, randomness());
        let (config, odd) = config::write(source.config.as_ref(), seal)
            .map_err(|error| Stopped::Value { what: what.clone(), reason: error.to_string() })?;
        sql_query("INSERT INTO datasources VALUES (?, ?, ?, ?, ?, CASE ? WHEN 'yes' THEN 1 ELSE 0 END)")
            .bind::<Text, _>(source.id.as_str())
            .bind::<Text, _>(&source.name)
            .bind::<Text, _>(&source.driver)
            .bind::<Text, _>(config)
            .bind::<Nullable<Text>, _>(source.description.as_ref())
            .bind::<Text, _>(if source.enabled { "yes" } else { "no" })
            .execute(connection)?;
        exported.count(Kind::DataSource);
        let called = (source.id.as_str(), source.name.as_str());
        let mut find = |reason| exported.find(Kind::DataSource, called, Verdict::Changed, reason);
        if let Some(kind) = &source.kind {
            find(format!("Congress keeps no type: '{kind}' is left out"));
        }
        for field in odd {
            find(format!("its secret {field} is not a text: Congress gets the JSON of it"));
        }
        for table in self.state.data_source_tables(&source.id) {
            let rows: Vec<_> = self.state.rows(&source.id, &table.name).into_iter().flatten().collect();
            sql_query("INSERT INTO dstabledata VALUES (?, ?, ?)")
                .bind::<Text, _>(source.id.as_str())
                .bind::<Text, _>(&table.name)
                .bind::<Text, _>(json(&format!("table {}:{}", source.name, table.name), &rows)?)
                .execute(connection)?;
            exported.count(Kind::Table);
        }
        Ok(())
    }
}

fn json(what: &str, value: &impl serde::Serialize) -> Result<String, Stopped> {
    serde_json::to_string(value)
        .map_err(|error| Stopped::Value { what: what.to_owned(), reason: error.to_string() })
}

impl Exported {
    fn count(&mut self, kind: Kind) {
        *self.written.entry(kind).or_default() += 1;
    }

    /// Of something with this id and name.
    fn find(&mut self, kind: Kind, (id, name): (&str, &str), verdict: Verdict, reason: String) {
        let (id, name) = (id.to_owned(), name.to_owned());
        self.findings.push(Finding { kind, id, name, verdict, reason });
    }
}
