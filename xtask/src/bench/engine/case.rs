//! What is asked: rules, and facts made up by a generator that makes the same every time.

use super::rule::Rule;

/// Rules, facts, and the question for `answer`.
#[derive(Debug)]
pub(super) struct Case {
    pub name: String,
    /// How many facts there are.
    pub size: usize,
    pub rules: Vec<Rule>,
    pub facts: Vec<Facts>,
    /// Whether the facts stand in the text of the rules, in place of files of their own.
    pub facts_as_rules: bool,
    /// What Congress's engine took for the same, in seconds, where it was recorded.
    pub congress: Option<Recorded>,
}

/// What was recorded of Congress.
#[derive(Clone, Copy, Debug)]
pub(super) enum Recorded {
    /// The query alone, in process.
    Took(f64),
    /// It was stopped after so many seconds.
    Stopped(f64),
    /// It ended with an error.
    Failed,
}

/// The facts of one table.
#[derive(Debug)]
pub(super) struct Facts {
    pub table: String,
    pub columns: usize,
    pub rows: Vec<Vec<u32>>,
}

impl Case {
    pub fn of(name: &str, rules: &[String], facts: Vec<Facts>) -> Self {
        let size = facts.iter().map(|facts| facts.rows.len()).sum();
        let rules = rules.iter().map(|rule| Rule::read(rule)).collect();
        Self { name: name.to_owned(), size, rules, facts, facts_as_rules: false, congress: None }
    }
}

impl Facts {
    pub fn of(table: &str, rows: impl IntoIterator<Item = Vec<u32>>) -> Self {
        let rows: Vec<_> = rows.into_iter().collect();
        Self { table: table.to_owned(), columns: rows.first().map_or(0, Vec::len), rows }
    }
}

/// The kinds of cases of every size.
pub(super) const KINDS: [&str; 4] = ["join", "negation", "hierarchy", "closure"];

/// A case of a kind with about so many facts.
pub(super) fn of_kind(kind: &str, size: u32) -> Option<Case> {
    let mut dice = Dice(u64::from(size));
    let mut pairs =
        |rows: u32| (0..rows).map(|_| vec![dice.below(rows), dice.below(rows)]).collect::<Vec<_>>();
    Some(match kind {
        // Three tables, a row of each of which meets one of the next on average.
        "join" => Case::of(
            kind,
            &["answer(x, w) :- a(x, y), b(y, z), c(z, w)".to_owned()],
            ["a", "b", "c"].map(|table| Facts::of(table, pairs(size / 3))).into(),
        ),
        // What is not in a second table, which has two of three values.
        "negation" => {
            let listed = Facts::of("listed", pairs(size / 2));
            let excused = Facts::of("excused", pairs(size / 2).into_iter().map(|row| row[..1].to_vec()));
            Case::of(
                kind,
                &["answer(x, y) :- listed(x, y), not excused(y)".to_owned()],
                vec![listed, excused],
            )
        }
        // Tables that include one another: ten levels, each with members of its own.
        "hierarchy" => {
            let levels = 10;
            let members = |level: u32| {
                let rows = (0..size / levels).map(|_| vec![dice.below(size)]).collect::<Vec<_>>();
                Facts::of(&format!("m{level}"), rows)
            };
            let facts = (0..levels).map(members).collect();
            let mut rules = vec!["l0(x) :- m0(x)".to_owned()];
            for level in 1..levels {
                rules.push(format!("l{level}(x) :- m{level}(x)"));
                rules.push(format!("l{level}(x) :- l{}(x)", level - 1));
            }
            rules.push(format!("answer(x) :- l{}(x)", levels - 1));
            Case::of(kind, &rules, facts)
        }
        // Trees of fifty nodes, in each of which the parent of a node is any that was there before.
        "closure" => {
            let mut rows: Vec<Vec<u32>> = (0..size)
                .filter(|node| node % TREE > 0)
                .map(|node| vec![node - node % TREE + dice.below(node % TREE), node])
                .collect();
            dice.shuffle(&mut rows);
            let rules = ["answer(x, y) :- edge(x, y)", "answer(x, z) :- answer(x, y), edge(y, z)"];
            Case::of(kind, &rules.map(str::to_owned), vec![Facts::of("edge", rows)])
        }
        _ => return None,
    })
}

const TREE: u32 = 50;

/// Numbers that look random: the generator `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014).
#[derive(Debug)]
pub(super) struct Dice(pub u64);

impl Dice {
    /// A number below this one.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from(((mixed >> 32) * u64::from(end)) >> 32).unwrap_or_default()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for place in (1..u32::try_from(items.len()).unwrap_or_default()).rev() {
            let [one, other] =
                [place, self.below(place + 1)].map(|it| usize::try_from(it).unwrap_or_default());
            items.swap(one, other);
        }
    }
}
