//! Policies and facts that are asked.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use statehouse_datalog::{TableName, Value};
use statehouse_engine::{Evaluator, Exceeded, Limits, Once};
use statehouse_model::{Reference, State};

use crate::answer::Answer;
use crate::facts::{Declarations, FactsError, FactsFile, MAX_FILES, Surveyed};
use crate::query::Query;
use crate::world::{World, declaration};

/// How many values of facts are handed to the engine at a time.
const BATCH: usize = 1 << 16;

/// Files of facts, and the tables they are for.
#[derive(Debug, Default)]
pub struct Facts {
    files: Vec<Known>,
    tables: BTreeMap<TableName, Table>,
}

/// A file whose tables are known.
#[derive(Debug)]
struct Known {
    file: FactsFile,
    /// The tables by the names that the file has for them.
    names: HashMap<String, TableName>,
}

/// A table, as the first file says that knows.
#[derive(Debug)]
struct Table {
    columns: Vec<String>,
    width: Option<usize>,
    file: FactsFile,
}

/// Facts that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum UnfitFacts {
    /// They cannot be read.
    #[error(transparent)]
    Unreadable(#[from] FactsError),
    /// There are more files than anybody has facts in.
    #[error(
        "there are {given} files of facts, and at most {MAX_FILES} are read; give fewer, or put rows of a table together"
    )]
    TooManyFiles {
        /// How many there are.
        given: usize,
    },
    /// They are for a table that does not say which policy it is in.
    #[error("{}: which policy is the table `{table}` in? There are several; write --policy NAME, or {example}", file.display())]
    NoPolicy {
        /// The file.
        file: PathBuf,
        /// The table.
        table: String,
        /// How to say it.
        example: String,
    },
    /// Files for one table say different things about its columns.
    #[error(
        "`{table}` has {} in {}, and {} in {}; files for one table have the same columns, in any order",
        first.columns, first.file.display(), second.columns, second.file.display()
    )]
    Disagreeing {
        /// The table.
        table: TableName,
        /// What the first file says.
        first: Box<FileColumns>,
        /// What another says.
        second: Box<FileColumns>,
    },
    /// They have another number of columns than the rules say.
    #[error("{}: `{table}` has {} here, and {known} in the rules", file.display(), number_of_columns(*.given))]
    Columns {
        /// The file.
        file: PathBuf,
        /// The table.
        table: TableName,
        /// How many the facts have.
        given: usize,
        /// How many the rules have.
        known: usize,
    },
    /// There is more than the limits permit.
    #[error(transparent)]
    Exceeded(#[from] Exceeded),
}

/// What a file says about a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileColumns {
    /// The file.
    pub file: PathBuf,
    /// The columns, for people.
    pub columns: String,
}

fn number_of_columns(number: usize) -> String {
    format!("{number} column{}", if number == 1 { "" } else { "s" })
}

impl Table {
    /// What its file says about it.
    fn said(&self) -> FileColumns {
        /// More are not told one by one.
        const TOLD: usize = 20;
        let file = self.file.path().to_owned();
        if self.columns.is_empty() || self.columns.len() > TOLD {
            return FileColumns { file, columns: number_of_columns(self.width.unwrap_or_default()) };
        }
        let names = self.columns.iter().map(|column| format!("`{column}`")).collect::<Vec<_>>();
        let columns = format!("the column{} {}", if names.len() == 1 { "" } else { "s" }, names.join(", "));
        FileColumns { file, columns }
    }

    /// Whether rows of the two can be those of one table.
    fn agrees(&self, other: &Self) -> bool {
        let names = |table: &Self| table.columns.iter().cloned().collect::<BTreeSet<_>>();
        let are_named = !self.columns.is_empty() && !other.columns.is_empty();
        match (self.width, other.width) {
            _ if are_named => names(self) == names(other),
            (Some(one), Some(another)) => one == another,
            _ => true,
        }
    }
}

impl Facts {
    /// Looks at files of facts; one that is given twice is looked at once. `world` says which columns are declared.
    ///
    /// # Errors
    /// What cannot be read, is for no table that could be meant, or does not go with other files for the same table.
    pub fn survey(files: Vec<FactsFile>, world: &World) -> Result<Self, UnfitFacts> {
        if files.len() > MAX_FILES {
            return Err(UnfitFacts::TooManyFiles { given: files.len() });
        }
        let mut facts = Self::default();
        let mut seen = HashSet::new();
        for file in files.into_iter().filter(|file| seen.insert(file.clone())) {
            let mut names = HashMap::new();
            for Surveyed { table: written, columns, width } in file.survey()? {
                let name = table_name(&written, &file)?;
                let table = Table { columns, width, file: file.clone() };
                facts.note(name.clone(), table, world)?;
                names.insert(written, name);
            }
            facts.files.push(Known { file, names });
        }
        Ok(facts)
    }

    /// Notes a table that a file has. Of several files the first that names columns says what they are called.
    fn note(&mut self, name: TableName, table: Table, world: &World) -> Result<(), UnfitFacts> {
        let Some(known) = self.tables.get_mut(&name) else {
            self.tables.insert(name, table);
            return Ok(());
        };
        // Where a driver says which columns there are, those are looked for by name.
        if world.declared(&name).is_none() && !known.agrees(&table) {
            return Err(UnfitFacts::Disagreeing {
                table: name,
                first: Box::new(known.said()),
                second: Box::new(table.said()),
            });
        }
        let says_more = known.columns.is_empty() && !table.columns.is_empty();
        if says_more || (known.width.is_none() && table.width.is_some()) {
            *known = table;
        }
        Ok(())
    }

    /// The tables there are facts for, each with the names of its columns.
    #[must_use]
    pub fn tables(&self) -> BTreeMap<TableName, Vec<String>> {
        self.tables.iter().map(|(name, table)| (name.clone(), table.columns.clone())).collect()
    }

    /// The tables that these files have rows for, each once, with the names of their columns.
    pub(crate) fn tables_of(&self, files: &[FactsFile]) -> BTreeMap<&TableName, &[String]> {
        let files: HashSet<&FactsFile> = files.iter().collect();
        let known = self.files.iter().filter(|known| files.contains(&known.file));
        let names = known.flat_map(|known| known.names.values());
        names
            .filter_map(|name| self.tables.get_key_value(name))
            .map(|(name, table)| (name, &*table.columns))
            .collect()
    }

    /// Refuses facts of a policy's table that have another number of columns than its rules.
    pub(crate) fn refuse_misfit(&self, state: &State) -> Result<(), UnfitFacts> {
        for (name, table) in &self.tables {
            let is_policy = state.policy(&Reference::from(&*name.policy)).is_some();
            let known = state.table(&name.policy, &name.table).filter(|_| is_policy);
            let known = known.and_then(|it| usize::try_from(it.columns).ok());
            if let (Some(known), Some(given)) = (known, table.width)
                && known != given
            {
                let (file, table) = (table.file.path().to_owned(), name.clone());
                return Err(UnfitFacts::Columns { file, table, given, known });
            }
        }
        Ok(())
    }

    /// What is known of the columns of each table of a file.
    fn declarations(&self, known: &Known, world: &World) -> Declarations {
        let tables = known.names.iter().map(|(written, name)| {
            let columns = || self.tables.get(name).map(|table| table.columns.as_slice()).unwrap_or_default();
            let declared = world.declared(name).cloned();
            (written.clone(), declared.unwrap_or_else(|| declaration(&name.table, columns())))
        });
        tables.collect()
    }

    /// Gives every row, some at a time.
    fn read(&self, world: &World, mut take: impl FnMut(&TableName, &Rows)) -> Result<(), FactsError> {
        self.files.iter().try_for_each(|known| read(known, &self.declarations(known, world), &mut take))
    }

    /// Has an evaluation take them all in, in the shortest way where that is sure to come to the same.
    fn state_in(&self, once: &mut Once, world: &World) -> Result<(), FactsError> {
        for known in &self.files {
            let declared = self.declarations(known, world);
            let Known { file, names } = known;
            let table = names.get(file.table()).zip(declared.get(file.table()));
            let plain =
                file.as_declared(&declared).zip(table).is_some_and(|((text, header), (name, declared))| {
                    let rows = text.get(header..).unwrap_or_default();
                    once.read_csv(name, declared.columns.len(), rows).is_ok()
                });
            if !plain {
                read(known, &declared, &mut |table, rows| {
                    rows.iter().for_each(|row| once.state(table, row));
                })?;
            }
        }
        Ok(())
    }
}

/// The table that a file has a name for.
fn table_name(written: &str, file: &FactsFile) -> Result<TableName, UnfitFacts> {
    match (written.split_once(':'), file.home()) {
        (Some((policy, table)), _) => Ok(TableName::new(policy, table)),
        (None, Some(home)) => Ok(TableName::new(home, written)),
        (None, None) => Err(UnfitFacts::NoPolicy {
            file: file.path().to_owned(),
            table: written.to_owned(),
            example: format!("--facts POLICY:{written}={}", file.path().display()),
        }),
    }
}

/// Gives every row of a file, some at a time.
fn read(
    known: &Known,
    declared: &Declarations,
    take: &mut impl FnMut(&TableName, &Rows),
) -> Result<(), FactsError> {
    let mut waiting: Option<(&TableName, Rows)> = None;
    known.file.read(declared, &mut |written, row| {
        let Some(table) = known.names.get(written) else { return };
        let is_full = |(name, rows): &(&TableName, Rows)| {
            rows.values.len() + rows.count >= BATCH || *name != table || rows.width != row.len()
        };
        if let Some((name, rows)) = waiting.take_if(|waiting| is_full(waiting)) {
            take(name, &rows);
        }
        let (_, rows) = waiting.get_or_insert_with(|| (table, Rows::of(row.len())));
        rows.values.extend_from_slice(row);
        rows.count += 1;
    })?;
    if let Some((name, rows)) = waiting {
        take(name, &rows);
    }
    Ok(())
}

/// Some rows of one table, value by value.
#[derive(Debug)]
struct Rows {
    width: usize,
    count: usize,
    values: Vec<Value>,
}

impl Rows {
    fn of(width: usize) -> Self {
        Self { width, count: 0, values: Vec::with_capacity(BATCH) }
    }

    fn iter(&self) -> impl Iterator<Item = &[Value]> {
        (0..self.count)
            .map(|row| self.values.get(row * self.width..(row + 1) * self.width).unwrap_or_default())
    }
}

/// The answer to a question about a state and facts of which nothing else is asked. `now` is what the builtin of that name says.
///
/// # Errors
/// Facts that cannot be read, or do not fit the state; what costs more than the limits permit.
pub fn ask_once(
    state: &State,
    facts: &Facts,
    world: &World,
    query: &Query,
    now: &Value,
    limits: Limits<'_>,
) -> Result<statehouse_engine::Answer, UnfitFacts> {
    facts.refuse_misfit(state)?;
    let mut once = Once::of(state, limits)?;
    facts.state_in(&mut once, world)?;
    Ok(once.ask(&query.policy, &query.rule, now, limits)?)
}

/// Policies and facts, ready to be asked.
#[derive(Debug)]
pub struct Session {
    evaluator: Evaluator,
    now: Value,
}

impl Session {
    /// Has a state evaluated over facts. `now` is what the builtin of that name says.
    ///
    /// # Errors
    /// Facts that cannot be read, or do not fit the state; more rules than the limits permit.
    pub fn open(
        state: Arc<State>,
        facts: &Facts,
        world: &World,
        now: Value,
        limits: Limits<'_>,
    ) -> Result<Self, UnfitFacts> {
        facts.refuse_misfit(&state)?;
        let mut evaluator = Evaluator::of(state, limits)?;
        facts.read(world, |table, rows| evaluator.suppose(table, rows.iter(), &now, limits))?;
        Ok(Self { evaluator, now })
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// When it costs more than the limits permit.
    pub fn ask(&mut self, query: &Query, limits: Limits<'_>) -> Result<Answer, Exceeded> {
        let rows = self.evaluator.ask(&query.policy, &query.rule, &self.now, limits)?;
        Ok(Answer { columns: query.columns().to_vec(), rows })
    }

    /// The evaluator, for what uses it up.
    pub(crate) fn into_evaluator(self) -> Evaluator {
        self.evaluator
    }

    /// How the tables that a question reads come to their rows.
    ///
    /// # Errors
    /// As [`Session::ask`].
    pub fn trace(&mut self, query: &Query, limits: Limits<'_>) -> Result<String, Exceeded> {
        let mut text = String::new();
        for table in query.tables() {
            text.push_str(&self.evaluator.trace(&query.policy, table, &self.now, limits)?);
        }
        Ok(text)
    }
}
