//! What an atom means where it stands: which table or builtin, with which argument for each column.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ast::{Atom, Column, Rule, Term};
use crate::builtin::{BUILTIN_POLICY, BUILTINS, Builtin};
use crate::fault::{Fault, nearest};
use crate::limit::MAX_ARGUMENTS;
use crate::schema::{Context, Schema, TableName};

/// What a literal reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// A table of a policy or data source.
    Table(TableName),
    /// A builtin. It may stand without any argument at all, written bare: then it never matches.
    Builtin(&'static Builtin),
}

/// An atom with its relation, and one argument for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// What is read.
    pub relation: Relation,
    /// One for each column; those not given are fresh variables, which no author can write.
    pub arguments: Vec<Term>,
    /// How many columns are fresh variables.
    pub fresh: usize,
}

/// Resolves the atoms of one rule; fresh variables differ from atom to atom.
pub(crate) struct Resolver<'a, S> {
    pub(crate) context: &'a Context<'a>,
    schema: &'a S,
    rule: &'a Rule,
    /// The name of the policy that tables are in which name none.
    policy: Arc<str>,
    /// The most arguments that this rule gives each table, once somebody needs to know.
    given: Option<HashMap<TableName, usize>>,
    /// How many arguments the atoms resolved so far have.
    arguments: usize,
    /// How many of them are fresh variables.
    fresh: usize,
}

impl<'a, S: Schema> Resolver<'a, S> {
    pub(crate) fn new(rule: &'a Rule, context: &'a Context<'a>, schema: &'a S) -> Self {
        let policy = Arc::from(context.policy);
        Resolver { context, schema, rule, policy, given: None, arguments: 0, fresh: 0 }
    }

    /// The table an atom names, wherever it stands.
    fn table(&self, atom: &Atom) -> TableName {
        let policy = atom.table.policy.as_ref().unwrap_or(&self.policy);
        TableName { policy: Arc::clone(policy), table: Arc::clone(&atom.table.table) }
    }

    /// The most arguments that the rule gives a table, for one of which nothing is known.
    fn given(&mut self, table: &TableName) -> Option<usize> {
        if self.given.is_none() {
            let mut given = HashMap::new();
            for atom in self.rule.literals().map(|literal| &literal.atom) {
                let most: &mut usize = given.entry(self.table(atom)).or_default();
                *most = atom.arguments.len().max(*most);
            }
            self.given = Some(given);
        }
        self.given.as_ref()?.get(table).copied()
    }

    /// An atom of a body.
    pub(crate) fn body(&mut self, atom: &Atom) -> Result<Resolved, Fault> {
        match self.builtin(atom)? {
            Some(builtin) => {
                let arguments = atom.arguments.clone();
                Ok(Resolved { relation: Relation::Builtin(builtin), arguments, fresh: 0 })
            }
            None => self.columns(atom),
        }
    }

    /// An atom of a head, which is a table and gives its arguments by position.
    pub(crate) fn head(&mut self, atom: &Atom) -> Result<Resolved, Fault> {
        match atom.columns.first() {
            Some((column, _)) => Err(Fault::ColumnInHead { column: column.clone() }),
            None => self.columns(atom),
        }
    }

    /// The builtin an atom names. Behind `builtin:` nothing else is meant; otherwise, whatever policy is named, a
    /// table that is known takes precedence, and so does one with another number of arguments.
    fn builtin(&self, atom: &Atom) -> Result<Option<&'static Builtin>, Fault> {
        let builtin = Builtin::named(&atom.table.table);
        let given = atom.arguments.len() + atom.columns.len();
        if atom.table.policy.as_deref() == Some(BUILTIN_POLICY) {
            let name = &atom.table.table;
            let builtin = builtin.ok_or_else(|| Fault::NoSuchBuiltin {
                name: Arc::clone(name),
                nearest: nearest(name, BUILTINS.iter().map(|builtin| builtin.name)),
            })?;
            if given != builtin.arity {
                return Err(Fault::BuiltinArguments { name: builtin.name, known: builtin.arity, given });
            }
            if !atom.columns.is_empty() {
                return Err(Fault::ColumnsUnknown { table: atom.table.to_string() });
            }
            return Ok(Some(builtin));
        }
        let Some(builtin) = builtin else { return Ok(None) };
        let table = self.table(atom);
        let is_table = self.schema.arity(&table.policy, &table.table).is_some()
            || self.schema.columns(&table.policy, &table.table).is_some();
        let fits = atom.columns.is_empty() && (given == builtin.arity || given == 0);
        Ok((fits && !is_table).then_some(builtin))
    }

    fn columns(&mut self, atom: &Atom) -> Result<Resolved, Fault> {
        let table = self.table(atom);
        let columns = self.schema.columns(&table.policy, &table.table);
        let known = columns.map(<[_]>::len).or_else(|| self.schema.arity(&table.policy, &table.table));
        let known = known.or_else(|| self.given(&table)).unwrap_or(atom.arguments.len());
        self.arguments = self.arguments.saturating_add(known);
        if self.arguments > MAX_ARGUMENTS {
            return Err(Fault::TooLarge);
        }
        let arguments = match columns {
            Some(columns) => by_column(atom, columns)?,
            None if atom.columns.is_empty() && atom.arguments.len() == known => {
                let relation = Relation::Table(table);
                return Ok(Resolved { relation, arguments: atom.arguments.clone(), fresh: 0 });
            }
            None if atom.columns.is_empty() => by_position(atom, known)?,
            None => return Err(Fault::ColumnsUnknown { table: atom.table.to_string() }),
        };
        let fresh = arguments.iter().filter(|argument| argument.is_none()).count();
        let arguments =
            arguments.into_iter().map(|argument| argument.unwrap_or_else(|| self.fresh())).collect();
        Ok(Resolved { relation: Relation::Table(table), arguments, fresh })
    }

    fn fresh(&mut self) -> Term {
        self.fresh += 1;
        Term::Variable(Arc::from(format!("?{}", self.fresh)))
    }
}

fn by_position(atom: &Atom, known: usize) -> Result<Vec<Option<Term>>, Fault> {
    let given = atom.arguments.len();
    if given > known {
        return Err(Fault::TooManyArguments { table: atom.table.to_string(), known, given });
    }
    let mut arguments: Vec<_> = atom.arguments.iter().cloned().map(Some).collect();
    arguments.resize(known, None);
    Ok(arguments)
}

/// One argument for each column; nothing for those that are not given.
pub(crate) fn by_column(atom: &Atom, columns: &[Arc<str>]) -> Result<Vec<Option<Term>>, Fault> {
    let mut arguments = by_position(atom, columns.len())?;
    for (column, term) in &atom.columns {
        let place = place(atom, column, columns)?;
        match arguments.get_mut(place) {
            Some(argument @ None) => *argument = Some(term.clone()),
            _ => {
                return Err(Fault::ColumnTwice { table: atom.table.to_string(), column: column.clone() });
            }
        }
    }
    Ok(arguments)
}

fn place(atom: &Atom, column: &Column, columns: &[Arc<str>]) -> Result<usize, Fault> {
    let table = || atom.table.to_string();
    match column {
        Column::Index(index) => usize::try_from(*index)
            .ok()
            .filter(|place| *place < columns.len())
            .ok_or_else(|| Fault::ColumnOutOfRange { table: table(), index: *index, known: columns.len() }),
        Column::Name(name) => columns.iter().position(|known| known == name).ok_or_else(|| {
            let nearest = nearest(name, columns.iter().map(|column| &**column));
            Fault::NoSuchColumn { table: table(), column: Arc::clone(name), nearest }
        }),
    }
}
