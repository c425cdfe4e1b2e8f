//! Components: groups of tables that depend on one another, in an order in which they can be evaluated.
//!
//! Tarjan's algorithm ("Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972), with a stack of its
//! own in place of recursion: chains of tables may be long.

use std::collections::HashMap;
use std::hash::Hash;

/// A node that is being visited.
struct Visit<N> {
    node: N,
    /// What it points at and has not been followed yet.
    left: Vec<N>,
}

#[derive(Clone, Copy)]
struct Mark {
    number: usize,
    lowest: usize,
    on_stack: bool,
}

/// The strongly connected components of what can be reached from `roots`: each after all that it points at.
pub(crate) fn components<N: Copy + Eq + Hash>(
    roots: impl IntoIterator<Item = N>,
    mut points_at: impl FnMut(N) -> Vec<N>,
) -> Vec<Vec<N>> {
    let mut marks: HashMap<N, Mark> = HashMap::new();
    let mut stack = Vec::new();
    let mut found = Vec::new();
    for root in roots {
        if marks.contains_key(&root) {
            continue;
        }
        let mut path: Vec<Visit<N>> = Vec::new();
        let mut enter = Some(root);
        loop {
            if let Some(node) = enter.take() {
                let number = marks.len();
                marks.insert(node, Mark { number, lowest: number, on_stack: true });
                stack.push(node);
                path.push(Visit { node, left: points_at(node) });
            }
            let Some(visit) = path.last_mut() else { break };
            let node = visit.node;
            if let Some(next) = visit.left.pop() {
                match marks.get(&next).copied() {
                    None => enter = Some(next),
                    Some(mark) if mark.on_stack => lower(&mut marks, node, mark.number),
                    Some(_) => {}
                }
                continue;
            }
            path.pop();
            let Some(mark) = marks.get(&node).copied() else { break };
            if let Some(parent) = path.last() {
                lower(&mut marks, parent.node, mark.lowest);
            }
            if mark.lowest == mark.number {
                let mut component = Vec::new();
                while let Some(member) = stack.pop() {
                    if let Some(mark) = marks.get_mut(&member) {
                        mark.on_stack = false;
                    }
                    component.push(member);
                    if member == node {
                        break;
                    }
                }
                found.push(component);
            }
        }
    }
    found
}

fn lower<N: Copy + Eq + Hash>(marks: &mut HashMap<N, Mark>, node: N, to: usize) {
    if let Some(mark) = marks.get_mut(&node) {
        mark.lowest = mark.lowest.min(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(edges: &[(u32, &[u32])]) -> Vec<Vec<u32>> {
        let points_at =
            |node| edges.iter().find(|(from, _)| *from == node).map_or_else(Vec::new, |(_, to)| to.to_vec());
        let mut found = components(edges.iter().map(|(from, _)| *from), points_at);
        for component in &mut found {
            component.sort_unstable();
        }
        found
    }

    #[test]
    fn what_is_pointed_at_comes_first() {
        assert_eq!(of(&[(1, &[2, 3]), (2, &[3]), (3, &[])]), [[3], [2], [1]]);
    }

    #[test]
    fn a_cycle_is_one_component() {
        assert_eq!(of(&[(1, &[2]), (2, &[3]), (3, &[1, 4]), (4, &[4])]), [vec![4], vec![1, 2, 3]]);
    }

    #[test]
    fn two_cycles_that_touch_are_one() {
        assert_eq!(of(&[(1, &[2]), (2, &[1, 3]), (3, &[4]), (4, &[2])]), [[1, 2, 3, 4]]);
    }

    #[test]
    fn a_long_chain_needs_no_long_stack() {
        let found = components([0_u32], |node| if node < 200_000 { vec![node + 1] } else { vec![] });
        assert_eq!(found.len(), 200_001);
    }
}
