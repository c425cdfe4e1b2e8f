//! The facts of a table, found by the values that are in them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use statehouse_datalog::Value;
use statehouse_model::Row;

use crate::limit::{Exceeded, Spent};

/// With so few facts it is no use to look for a column that has fewer.
const FEW: usize = 16;

/// The facts of a table.
#[derive(Debug, Default)]
pub(super) struct Facts {
    rows: Vec<Row>,
    /// Where each value stands, for the columns that somebody looked in.
    columns: RefCell<HashMap<usize, Rc<Places>>>,
}

/// The numbers of the facts that have a value, in order.
type Places = HashMap<Value, Vec<usize>>;

/// The facts that a literal may be: all, or those that have a value in some column.
#[derive(Debug)]
pub(super) struct Candidates(Option<(Rc<Places>, Value)>);

impl Facts {
    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
        self.columns.get_mut().clear();
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The facts that a literal may be of whose arguments these are known. Looking at a column for the first time takes a step for each fact.
    pub fn candidates(
        &self,
        known: impl Iterator<Item = Option<Value>>,
        spent: &mut Spent<'_>,
    ) -> Result<Candidates, Exceeded> {
        let (mut best, mut fewest) = (None, self.rows.len());
        for (column, value) in known.enumerate() {
            if fewest <= FEW {
                break;
            }
            let Some(value) = value else { continue };
            let places = self.column(column, spent)?;
            let count = places.get(&value).map_or(0, Vec::len);
            if count < fewest {
                (best, fewest) = (Some((places, value)), count);
            }
        }
        Ok(Candidates(best))
    }

    /// One of the candidates.
    pub fn nth(&self, candidates: &Candidates, number: usize) -> Option<&Row> {
        match &candidates.0 {
            None => self.rows.get(number),
            Some((places, value)) => self.rows.get(*places.get(value)?.get(number)?),
        }
    }

    fn column(&self, column: usize, spent: &mut Spent<'_>) -> Result<Rc<Places>, Exceeded> {
        if let Some(known) = self.columns.borrow().get(&column) {
            return Ok(known.clone());
        }
        let mut places = Places::new();
        for (number, row) in self.rows.iter().enumerate() {
            spent.step()?;
            if let Some(value) = row.0.get(column) {
                places.entry(value.clone()).or_default().push(number);
            }
        }
        let places = Rc::new(places);
        self.columns.borrow_mut().insert(column, places.clone());
        Ok(places)
    }
}

impl Extend<Row> for Facts {
    fn extend<T: IntoIterator<Item = Row>>(&mut self, rows: T) {
        rows.into_iter().for_each(|row| self.add(row));
    }
}
