//! The rows of Congress's tables: what each says, and which columns it takes.

use super::record::{Columns, Flaw, Record, Row};
use crate::Kind;

/// A row of `policies` or `policiesdeleted`. Times are `YYYY-MM-DD HH:MM:SS[.ffffff]`, UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPolicy {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: String,
    /// Its description.
    pub description: String,
    /// Who owns it.
    pub owner: String,
    /// Its kind.
    pub kind: String,
    /// When it was created.
    pub created_at: String,
    /// When it was deleted.
    pub deleted_at: Option<String>,
    /// Its id again once it is deleted; empty before.
    pub deleted: String,
}

/// A row of `policy_rules`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRule {
    /// Its id.
    pub id: String,
    /// Its text.
    pub rule: String,
    /// Its comment.
    pub comment: String,
    /// Its name.
    pub name: Option<String>,
    /// The name of its policy.
    pub policy_name: String,
    /// When it was created.
    pub created_at: String,
    /// When it was deleted.
    pub deleted_at: Option<String>,
    /// Its id again once it is deleted; empty before.
    pub deleted: String,
}

/// A row of `datasources`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldSource {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// The id of its driver.
    pub driver: Option<String>,
    /// Its configuration, as JSON.
    pub config: String,
    /// Its description.
    pub description: Option<String>,
    /// Whether it takes part: `yes` or `no`.
    pub enabled: String,
}

/// A row of `dstabledata`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldTable {
    /// The data source's id.
    pub ds_id: String,
    /// The table's name.
    pub tablename: String,
    /// Its rows, as a JSON list of lists.
    pub tabledata: String,
}

/// A row of `library_policies`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldLibraryPolicy {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: String,
    /// Its description.
    pub description: String,
    /// The kind of the policies that are made of it.
    pub kind: String,
    /// Its rules, as a JSON list of objects.
    pub rules: String,
}

pub(super) const POLICIES: Columns =
    &["id", "name", "abbreviation", "description", "owner", "kind", "created_at", "deleted_at", "deleted"];

pub(super) const RULES: Columns =
    &["id", "policy_name", "rule", "comment", "created_at", "deleted_at", "deleted", "name"];

/// Before rules had names.
pub(super) const NAMELESS_RULES: Columns = RULES.split_at(RULES.len() - 1).0;

pub(super) const SOURCES: Columns = &["id", "name", "driver", "config", "description", "enabled"];

pub(super) const TABLES: Columns = &["ds_id", "tablename", "tabledata"];

pub(super) const LIBRARY: Columns = &["id", "name", "abbreviation", "description", "kind", "rules"];

impl Row for HeldPolicy {
    fn of(record: &Record) -> Result<Self, Flaw> {
        Ok(Self {
            id: record.text("id")?,
            name: record.text("name")?,
            abbreviation: record.text("abbreviation")?,
            description: record.text("description")?,
            owner: record.text("owner")?,
            kind: record.text("kind")?,
            created_at: record.text("created_at")?,
            deleted_at: record.text_or_null("deleted_at")?,
            deleted: record.text("deleted")?,
        })
    }

    fn kind(record: &Record) -> Kind {
        if record.has("deleted") { Kind::DeletedPolicy } else { Kind::Policy }
    }
}

impl Row for HeldRule {
    const NAME: &'static str = "policy_name";

    fn of(record: &Record) -> Result<Self, Flaw> {
        Ok(Self {
            id: record.text("id")?,
            rule: record.text("rule")?,
            comment: record.text("comment")?,
            name: record.text_or_null("name")?,
            policy_name: record.text("policy_name")?,
            created_at: record.text("created_at")?,
            deleted_at: record.text_or_null("deleted_at")?,
            deleted: record.text("deleted")?,
        })
    }

    fn kind(record: &Record) -> Kind {
        if record.has("deleted") { Kind::DeletedRule } else { Kind::Rule }
    }
}

impl Row for HeldSource {
    fn of(record: &Record) -> Result<Self, Flaw> {
        Ok(Self {
            id: record.text("id")?,
            name: record.text_or_null("name")?,
            driver: record.text_or_null("driver")?,
            config: record.text("config")?,
            description: record.text_or_null("description")?,
            enabled: record.text("enabled")?,
        })
    }

    fn kind(_: &Record) -> Kind {
        Kind::DataSource
    }
}

impl Row for HeldTable {
    const ID: &'static str = "ds_id";
    const NAME: &'static str = "tablename";

    fn of(record: &Record) -> Result<Self, Flaw> {
        Ok(Self {
            ds_id: record.text("ds_id")?,
            tablename: record.text("tablename")?,
            tabledata: record.text("tabledata")?,
        })
    }

    fn kind(_: &Record) -> Kind {
        Kind::Table
    }
}

impl Row for HeldLibraryPolicy {
    fn of(record: &Record) -> Result<Self, Flaw> {
        Ok(Self {
            id: record.text("id")?,
            name: record.text("name")?,
            abbreviation: record.text("abbreviation")?,
            description: record.text("description")?,
            kind: record.text("kind")?,
            rules: record.text("rules")?,
        })
    }

    fn kind(_: &Record) -> Kind {
        Kind::LibraryPolicy
    }
}
