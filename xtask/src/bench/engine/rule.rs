//! Rules, as far as the cases need them, and what they are in the languages that are all but the same. SQL has a file of its own.

use std::collections::BTreeSet;

/// A rule.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub head: Atom,
    pub body: Vec<Atom>,
}

#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub negated: bool,
    pub table: String,
    /// Names are variables, the others numbers.
    pub arguments: Vec<String>,
}

/// The comparisons that the cases use, with their signs.
const COMPARISONS: [(&str, &str); 2] = [("lt", "<"), ("gteq", ">=")];

impl Rule {
    /// Reads a rule of the simplest kind: `p(x, z) :- q(x, y), not r(y), plus(y, 1, z)`.
    pub fn read(text: &str) -> Self {
        let (head, body) = text.split_once(" :- ").unwrap_or((text, ""));
        let body = body.split_inclusive(')').map(|atom| atom.trim_start_matches([',', ' ']));
        Self { head: Atom::read(head), body: body.map(Atom::read).collect() }
    }

    fn written(&self, language: &Language) -> String {
        let body: Vec<String> = self.body.iter().map(|atom| language.literal(atom)).collect();
        format!("{} :- {}{}\n", language.atom(&self.head), body.join(", "), language.end)
    }
}

impl Atom {
    fn read(text: &str) -> Self {
        let bare = text.strip_prefix("not ");
        let (table, arguments) = bare.unwrap_or(text).split_once('(').unwrap_or((text, ""));
        let arguments = arguments.trim_end_matches(')').split(", ").map(str::to_owned).collect();
        Self { negated: bare.is_some(), table: table.to_owned(), arguments }
    }

    /// The sign, when this compares.
    pub fn comparison(&self) -> Option<&'static str> {
        COMPARISONS.iter().find(|(name, _)| *name == self.table).map(|(_, sign)| *sign)
    }

    /// Whether the third argument is the sum of the others.
    pub fn is_sum(&self) -> bool {
        self.table == "plus"
    }

    pub fn is_table(&self) -> bool {
        !self.is_sum() && self.comparison().is_none()
    }
}

pub(super) fn is_variable(argument: &str) -> bool {
    argument.starts_with(|first: char| first.is_ascii_lowercase())
}

/// How a language writes what it has in common with the others.
struct Language {
    argument: fn(&str) -> String,
    negation: &'static str,
    /// Between a variable and the sum that it is; none where builtins are written like tables.
    is: Option<&'static str>,
    end: &'static str,
}

const STATEHOUSE: Language = Language { argument: str::to_owned, negation: "not ", is: None, end: "" };
const CLINGO: Language = Language { argument: str::to_uppercase, negation: "not ", is: Some("="), end: "." };
const PROLOG: Language = Language { argument: str::to_uppercase, negation: "\\+ ", is: Some("is"), end: "." };

impl Language {
    fn literal(&self, atom: &Atom) -> String {
        match (self.is, atom.comparison(), &*atom.arguments) {
            (Some(_), Some(sign), [one, other]) => {
                format!("{} {sign} {}", (self.argument)(one), (self.argument)(other))
            }
            (Some(is), None, [one, other, sum]) if atom.is_sum() => {
                let [one, other, sum] = [one, other, sum].map(|it| (self.argument)(it));
                format!("{sum} {is} {one} + {other}")
            }
            _ => format!("{}{}", if atom.negated { self.negation } else { "" }, self.atom(atom)),
        }
    }

    fn atom(&self, atom: &Atom) -> String {
        let arguments: Vec<String> = atom.arguments.iter().map(|it| (self.argument)(it)).collect();
        format!("{}({})", atom.table, arguments.join(", "))
    }
}

/// How many columns the answer has.
pub(super) fn width(rules: &[Rule]) -> usize {
    rules.iter().find(|rule| rule.head.table == "answer").map_or(0, |rule| rule.head.arguments.len())
}

/// The tables that rules derive, each with the number of its columns.
pub(super) fn derived(rules: &[Rule]) -> BTreeSet<(&str, usize)> {
    rules.iter().map(|rule| (&*rule.head.table, rule.head.arguments.len())).collect()
}

/// A policy.
pub(super) fn policy(rules: &[Rule]) -> String {
    rules.iter().map(|rule| rule.written(&STATEHOUSE)).collect()
}

/// A program for clingo, which shows the answer.
pub(super) fn logic_program(rules: &[Rule]) -> String {
    let written: String = rules.iter().map(|rule| rule.written(&CLINGO)).collect();
    format!("{written}#show answer/{}.\n", width(rules))
}

/// A program for SWI-Prolog, which prints the answer. Every derived table is tabled.
pub(super) fn prolog(rules: &[Rule]) -> String {
    let tables: Vec<String> =
        derived(rules).into_iter().map(|(table, width)| format!("{table}/{width}")).collect();
    let tables = tables.join(", ");
    let written: String = rules.iter().map(|rule| rule.written(&PROLOG)).collect();
    let columns: Vec<String> = (0..width(rules)).map(|column| format!("C{column}")).collect();
    let printed: Vec<String> = columns.iter().map(|column| format!("write({column})")).collect();
    format!(
        ":- table {tables}.\n:- discontiguous {tables}.\n{written}main :- forall(answer({}), ({}, nl)).\n",
        columns.join(", "),
        printed.join(", put_char(','), "),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_a_rule_in_its_own_way() {
        let rules = [Rule::read("answer(x, z) :- q(x, y), not r(y, 7), plus(y, 1, z), lt(x, z)")];
        assert_eq!(policy(&rules), "answer(x, z) :- q(x, y), not r(y, 7), plus(y, 1, z), lt(x, z)\n");
        assert_eq!(
            logic_program(&rules),
            "answer(X, Z) :- q(X, Y), not r(Y, 7), Z = Y + 1, X < Z.\n#show answer/2.\n"
        );
        let prolog = prolog(&rules);
        assert!(prolog.contains("answer(X, Z) :- q(X, Y), \\+ r(Y, 7), Z is Y + 1, X < Z.\n"), "{prolog}");
        assert!(prolog.contains(":- table answer/2.\n"), "{prolog}");
    }
}
