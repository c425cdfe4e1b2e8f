//! Policies and facts that are asked.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use statehouse_datalog::{TableName, Value};
use statehouse_engine::{Evaluator, Exceeded, Limits, Once};
use statehouse_model::{Policy, Reference, State};

use crate::answer::Answer;
use crate::facts::{Declarations, FactsError, FactsFile};
use crate::query::Query;
use crate::world::{World, declaration};

/// How many values of facts are handed to the engine at a time.
const BATCH: usize = 1 << 16;

/// Files of facts, and the tables they are for.
#[derive(Debug, Default)]
pub struct Facts {
    files: Vec<FactsFile>,
    /// How each file calls its tables.
    tables: HashMap<String, Table>,
}

#[derive(Debug)]
struct Table {
    name: TableName,
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
    /// They are for a table that does not say which policy it is in.
    #[error("{}: which policy is the table `{table}` in? There are several; write --policy NAME, or {example}", file.display())]
    NoPolicy {
        /// The file.
        file: std::path::PathBuf,
        /// The table.
        table: String,
        /// How to say it.
        example: String,
    },
    /// They have another number of columns than the rules say.
    #[error("{}: `{table}` has {given} columns here, and {known} in the rules", file.display())]
    Columns {
        /// The file.
        file: std::path::PathBuf,
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

impl Facts {
    /// Looks at files of facts. A table that names no policy is in `policy`.
    ///
    /// # Errors
    /// What cannot be read, or is for no table that could be meant.
    pub fn survey(files: Vec<FactsFile>, policy: Option<&str>) -> Result<Self, UnfitFacts> {
        let mut tables = HashMap::new();
        for file in &files {
            for surveyed in file.survey()? {
                let written = surveyed.table;
                let name = match (written.split_once(':'), policy) {
                    (Some((policy, table)), _) => TableName::new(policy, table),
                    (None, Some(policy)) => TableName::new(policy, &written),
                    (None, None) => {
                        let example = format!("--facts POLICY:{written}={}", file.path().display());
                        return Err(UnfitFacts::NoPolicy {
                            file: file.path().to_owned(),
                            table: written,
                            example,
                        });
                    }
                };
                // Of several files for one table the first says what its columns are called.
                tables.entry(written).or_insert_with(|| Table {
                    name,
                    columns: surveyed.columns,
                    width: surveyed.width,
                    file: file.clone(),
                });
            }
        }
        Ok(Self { files, tables })
    }

    /// The tables there are facts for, each with the names of its columns.
    #[must_use]
    pub fn tables(&self) -> BTreeMap<TableName, Vec<String>> {
        self.tables.values().map(|table| (table.name.clone(), table.columns.clone())).collect()
    }

    /// Refuses facts of a policy's table that have another number of columns than its rules.
    fn refuse_misfit(&self, state: &State) -> Result<(), UnfitFacts> {
        for table in self.tables.values() {
            let TableName { policy, table: name } = &table.name;
            let is_policy = state.policy(&Reference::from(&**policy)).is_some();
            let known = state.table(policy, name).filter(|_| is_policy);
            let known = known.and_then(|it| usize::try_from(it.columns).ok());
            if let (Some(known), Some(given)) = (known, table.width)
                && known != given
            {
                let (file, table) = (table.file.path().to_owned(), table.name.clone());
                return Err(UnfitFacts::Columns { file, table, given, known });
            }
        }
        Ok(())
    }

    /// What is known of the columns of each table.
    fn declarations(&self, world: &World) -> Declarations {
        let tables = self.tables.iter().map(|(written, table)| {
            let declared = world.declared(&table.name).cloned();
            (written.clone(), declared.unwrap_or_else(|| declaration(&table.name.table, &table.columns)))
        });
        tables.collect()
    }

    /// Gives every row, some at a time.
    fn read(&self, world: &World, mut take: impl FnMut(&TableName, &Rows)) -> Result<(), FactsError> {
        let declared = self.declarations(world);
        self.files.iter().try_for_each(|file| self.read_file(file, &declared, &mut take))
    }

    fn read_file(
        &self,
        file: &FactsFile,
        declared: &Declarations,
        take: &mut impl FnMut(&TableName, &Rows),
    ) -> Result<(), FactsError> {
        let mut waiting: Option<(&TableName, Rows)> = None;
        file.read(declared, &mut |written, row| {
            let Some(table) = self.tables.get(written) else { return };
            let is_full = |(name, rows): &(&TableName, Rows)| {
                rows.values.len() + rows.count >= BATCH || **name != table.name || rows.width != row.len()
            };
            if let Some((name, rows)) = waiting.take_if(|waiting| is_full(waiting)) {
                take(name, &rows);
            }
            let (_, rows) = waiting.get_or_insert_with(|| (&table.name, Rows::of(row.len())));
            rows.values.extend_from_slice(row);
            rows.count += 1;
        })?;
        if let Some((name, rows)) = waiting {
            take(name, &rows);
        }
        Ok(())
    }

    /// Has an evaluation take them all in, in the shortest way where that is sure to come to the same.
    fn state_in(&self, once: &mut Once, world: &World) -> Result<(), FactsError> {
        let declared = self.declarations(world);
        for file in &self.files {
            let table = self.tables.get(file.table()).zip(declared.get(file.table()));
            let plain =
                file.as_declared(&declared).zip(table).is_some_and(|((text, header), (table, declared))| {
                    let rows = text.get(header..).unwrap_or_default();
                    once.read_csv(&table.name, declared.columns.len(), rows).is_ok()
                });
            if !plain {
                self.read_file(file, &declared, &mut |table, rows| {
                    rows.iter().for_each(|row| once.state(table, row));
                })?;
            }
        }
        Ok(())
    }
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

    /// The state that is evaluated.
    #[must_use]
    pub fn state(&self) -> &Arc<State> {
        self.evaluator.state()
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// When it costs more than the limits permit.
    pub fn ask(&mut self, query: &Query, limits: Limits<'_>) -> Result<Answer, Exceeded> {
        let rows = self.evaluator.ask(&query.policy, &query.rule, &self.now, limits)?;
        Ok(Answer { columns: query.columns().to_vec(), rows })
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

/// The policy that a question is asked in, and that tables without a policy are in: the one that is named, the only one that
/// was written, or none where there are several.
#[must_use]
pub fn home<'a>(state: &'a State, named: Option<&str>, written: &[&str]) -> Option<&'a Arc<Policy>> {
    let name = match (named, written) {
        (Some(named), _) => named,
        (None, [only]) => only,
        (None, _) => return None,
    };
    state.policy(&Reference::from(name))
}
