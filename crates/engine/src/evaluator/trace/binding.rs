//! What the variables of a proof are bound to.

use std::sync::Arc;

use statehouse_datalog::Value;

/// What an argument is, given what its variable is bound to.
#[derive(Clone, Debug)]
pub(super) enum Bound {
    /// A variable that nothing binds.
    Variable(usize),
    Value(Value),
}

impl Bound {
    /// The value, where there is one.
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Variable(_) => None,
        }
    }
}

/// An argument of a literal: a variable of its clause by number, or a constant.
#[derive(Clone, Debug)]
pub(super) enum Argument {
    Slot(usize),
    Value(Value),
}

/// The variables of all clauses in use, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Bindings {
    variables: Vec<Variable>,
    /// Which were bound, in order.
    trail: Vec<usize>,
}

#[derive(Debug)]
struct Variable {
    name: Arc<str>,
    bound: Option<Bound>,
}

/// Where to go back to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    variables: usize,
    trail: usize,
}

impl Bindings {
    /// Makes room for the variables of a clause; answers where they begin.
    pub fn frame(&mut self, names: &[Arc<str>]) -> usize {
        let base = self.variables.len();
        self.variables.extend(names.iter().map(|name| Variable { name: name.clone(), bound: None }));
        base
    }

    pub fn mark(&self) -> Mark {
        Mark { variables: self.variables.len(), trail: self.trail.len() }
    }

    /// Forgets every variable and every binding since.
    pub fn undo(&mut self, mark: Mark) {
        for variable in self.trail.drain(mark.trail..) {
            if let Some(variable) = self.variables.get_mut(variable) {
                variable.bound = None;
            }
        }
        self.variables.truncate(mark.variables);
    }

    /// What an argument of the clause whose variables begin at `base` stands for.
    pub fn resolve(&self, argument: &Argument, base: usize) -> Bound {
        let mut at = match argument {
            Argument::Slot(slot) => Bound::Variable(base + slot),
            Argument::Value(value) => return Bound::Value(value.clone()),
        };
        while let Bound::Variable(variable) = at {
            match self.variables.get(variable).and_then(|variable| variable.bound.clone()) {
                Some(bound) => at = bound,
                None => return at,
            }
        }
        at
    }

    /// Makes two arguments equal, if they can be; a variable on the left is bound before one on the right.
    pub fn unify(&mut self, left: Bound, right: Bound) -> bool {
        match (left, right) {
            (Bound::Value(left), Bound::Value(right)) => left == right,
            (Bound::Variable(left), Bound::Variable(right)) if left == right => true,
            (Bound::Variable(variable), other) | (other, Bound::Variable(variable)) => {
                if let Some(variable) = self.variables.get_mut(variable) {
                    variable.bound = Some(other);
                }
                self.trail.push(variable);
                true
            }
        }
    }

    /// An argument as it is shown: its value, or the name of the variable that it is.
    pub fn shown(&self, argument: &Argument, base: usize) -> String {
        match self.resolve(argument, base) {
            Bound::Value(value) => value.to_string(),
            Bound::Variable(variable) => {
                self.variables.get(variable).map(|variable| variable.name.to_string()).unwrap_or_default()
            }
        }
    }
}
