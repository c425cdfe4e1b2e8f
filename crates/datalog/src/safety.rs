//! Safety: an order of the body in which every literal finds the variables it needs bound.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap, HashSet};
use std::sync::Arc;

use crate::ast::Term;
use crate::resolve::{Relation, Resolved};

type Variables<'a> = BTreeSet<&'a Arc<str>>;

/// A literal of a body, as far as safety is concerned.
pub(crate) struct Demand<'a> {
    /// What has to be bound before.
    needs: Variables<'a>,
    /// What is bound behind: the variables among these.
    binds: &'a [Term],
}

impl<'a> Demand<'a> {
    /// A negated literal needs all of its variables, a builtin its inputs, a table none.
    pub(crate) fn of(negated: bool, literal: &'a Resolved) -> Self {
        let needed = match &literal.relation {
            _ if negated => literal.arguments.len(),
            Relation::Builtin(builtin) => builtin.inputs,
            Relation::Table(_) => 0,
        };
        let needed = literal.arguments.get(..needed).unwrap_or(&literal.arguments);
        let needs = needed.iter().filter_map(Term::variable).collect();
        let binds = if negated { &[][..] } else { &*literal.arguments };
        Demand { needs, binds }
    }
}

/// The result of ordering a body.
pub(crate) struct Order<'a> {
    /// The literals that can be evaluated, by their place in the body, in the order to do it.
    pub(crate) safe: Vec<usize>,
    /// The others, each with the variables that nothing binds.
    pub(crate) unsafe_literals: Vec<(usize, Vec<Arc<str>>)>,
    /// The variables that are bound in the end.
    pub(crate) bound: HashSet<&'a Arc<str>>,
}

/// Orders a body: again and again the first literal that has all it needs. Each literal is looked at once for
/// each of its variables, however long the body.
pub(crate) fn order<'a>(body: &[Demand<'a>]) -> Order<'a> {
    let mut missing: Vec<usize> = body.iter().map(|literal| literal.needs.len()).collect();
    let mut waiting: HashMap<&Arc<str>, Vec<usize>> = HashMap::new();
    for (place, literal) in body.iter().enumerate() {
        for variable in &literal.needs {
            waiting.entry(variable).or_default().push(place);
        }
    }
    let is_ready = |(place, missing): (usize, &usize)| (*missing == 0).then_some(Reverse(place));
    let mut ready: BinaryHeap<_> = missing.iter().enumerate().filter_map(is_ready).collect();
    let mut order = Order { safe: Vec::new(), unsafe_literals: Vec::new(), bound: HashSet::new() };
    while let Some(Reverse(place)) = ready.pop() {
        order.safe.push(place);
        for variable in
            body.get(place).into_iter().flat_map(|literal| literal.binds).filter_map(Term::variable)
        {
            if !order.bound.insert(variable) {
                continue;
            }
            for place in waiting.remove(variable).unwrap_or_default() {
                if let Some(missing) = missing.get_mut(place) {
                    *missing -= 1;
                    if *missing == 0 {
                        ready.push(Reverse(place));
                    }
                }
            }
        }
    }
    let unbound = |literal: &Demand<'a>| {
        literal
            .needs
            .iter()
            .filter(|name| !order.bound.contains(*name))
            .map(|name| Arc::clone(name))
            .collect()
    };
    let stuck = missing.iter().zip(body).enumerate().filter(|(_, (missing, _))| **missing > 0);
    order.unsafe_literals = stuck.map(|(place, (_, literal))| (place, unbound(literal))).collect();
    order
}
