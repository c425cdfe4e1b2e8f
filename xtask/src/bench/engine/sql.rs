//! Rules in SQL: a view for each table, all in one statement. Duplicates are left out of the answer, and where several rules come
//! together; recursion is a recursive view.

use std::collections::BTreeMap;

use super::case::{Case, Facts};
use super::rule::{Atom, Rule, is_variable};

/// Statements that write the answer into `answer.csv`: one that reads the facts from files, or, where they are in the text, one behind
/// those that make tables of them.
pub(super) fn statements(case: &Case) -> String {
    let (mut text, mut views) = if case.facts_as_rules {
        (case.facts.iter().map(table).collect(), Vec::new())
    } else {
        (String::new(), case.facts.iter().map(file).collect())
    };
    let mut seen: Vec<&str> = Vec::new();
    for rule in &case.rules {
        let table = &*rule.head.table;
        if !seen.contains(&table) {
            seen.push(table);
            views.push(view(table, &case.rules));
        }
    }
    text.extend([
        "COPY (WITH RECURSIVE ",
        &views.join(",\n"),
        " SELECT * FROM answer) TO 'answer.csv' (FORMAT csv, HEADER false);\n",
    ]);
    text
}

/// A table that holds facts. Of the ways to say so in a text this is the quickest: rows in statements of their own take twenty times as
/// long.
fn table(facts: &Facts) -> String {
    let columns: Vec<String> = (0..facts.columns).map(|column| format!("c{column} BIGINT")).collect();
    let row = |row: &Vec<u32>| format!("({})", row.iter().map(u32::to_string).collect::<Vec<_>>().join(","));
    let rows: Vec<String> = facts.rows.iter().map(row).collect();
    format!(
        "CREATE TABLE {table} ({columns});\nINSERT INTO {table} VALUES {rows};\n",
        table = facts.table,
        columns = columns.join(", "),
        rows = rows.join(","),
    )
}

fn file(facts: &Facts) -> String {
    let columns: Vec<String> = (0..facts.columns).map(|column| format!("'c{column}': 'BIGINT'")).collect();
    format!(
        "{table} AS (SELECT * FROM read_csv('facts/{table}.csv', header = true, columns = {{{}}}))",
        columns.join(", "),
        table = facts.table,
    )
}

fn view(table: &str, rules: &[Rule]) -> String {
    let mut rules: Vec<&Rule> = rules.iter().filter(|rule| rule.head.table == table).collect();
    // What does not read the table comes first.
    rules.sort_by_key(|rule| rule.body.iter().any(|atom| atom.table == table));
    let distinct = if rules.len() == 1 && table == "answer" { "DISTINCT " } else { "" };
    let selects: Vec<String> = rules.iter().map(|rule| select(rule, distinct)).collect();
    format!("{table} AS ({})", selects.join(" UNION "))
}

fn select(rule: &Rule, distinct: &str) -> String {
    let mut bound = BTreeMap::<&str, String>::new();
    let mut conditions = Vec::new();
    let mut sources = Vec::new();
    for (number, atom) in rule.body.iter().filter(|atom| atom.is_table() && !atom.negated).enumerate() {
        sources.push(format!("{} AS t{number}", atom.table));
        for (column, argument) in atom.arguments.iter().enumerate() {
            let cell = format!("t{number}.c{column}");
            match bound.get(&**argument) {
                Some(known) => conditions.push(format!("{cell} = {known}")),
                None if is_variable(argument) => drop(bound.insert(argument, cell)),
                None => conditions.push(format!("{cell} = {argument}")),
            }
        }
    }
    for atom in &rule.body {
        match &*atom.arguments {
            [one, other, sum] if atom.is_sum() => {
                let [one, other] = [one, other].map(|it| written(&bound, it));
                bound.insert(sum, format!("({one} + {other})"));
            }
            [one, other] if let Some(sign) = atom.comparison() => {
                conditions.push(format!("{} {sign} {}", written(&bound, one), written(&bound, other)));
            }
            _ if atom.negated => conditions.push(missing(atom, &bound)),
            _ => {}
        }
    }
    let columns = rule.head.arguments.iter().enumerate();
    let columns: Vec<String> =
        columns.map(|(column, argument)| format!("{} AS c{column}", written(&bound, argument))).collect();
    let condition =
        if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) };
    format!("SELECT {distinct}{} FROM {}{condition}", columns.join(", "), sources.join(", "))
}

fn missing(atom: &Atom, bound: &BTreeMap<&str, String>) -> String {
    let equal = atom.arguments.iter().enumerate();
    let equal: Vec<String> =
        equal.map(|(column, argument)| format!("n.c{column} = {}", written(bound, argument))).collect();
    format!("NOT EXISTS (SELECT 1 FROM {} AS n WHERE {})", atom.table, equal.join(" AND "))
}

fn written(bound: &BTreeMap<&str, String>, argument: &str) -> String {
    bound.get(argument).cloned().unwrap_or_else(|| argument.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_a_select() {
        let rule = Rule::read("answer(x, z) :- q(x, y), q(y, 3), not r(y), plus(y, 1, z), lt(x, z)");
        assert_eq!(
            select(&rule, "DISTINCT "),
            "SELECT DISTINCT t0.c0 AS c0, (t0.c1 + 1) AS c1 FROM q AS t0, q AS t1 WHERE t1.c0 = t0.c1 AND t1.c1 = 3 AND \
             NOT EXISTS (SELECT 1 FROM r AS n WHERE n.c0 = t0.c1) AND t0.c0 < (t0.c1 + 1)"
        );
    }

    #[test]
    fn facts_are_read_from_files_or_stand_in_the_text() {
        let facts = || vec![Facts::of("q", [vec![1, 2], vec![3, 4]])];
        let apart = Case::of("c", &["answer(x) :- q(x, y)".to_owned()], facts());
        assert!(statements(&apart).starts_with("COPY (WITH RECURSIVE q AS (SELECT * FROM read_csv("));
        let together = statements(&Case { facts_as_rules: true, ..apart });
        let begin = "CREATE TABLE q (c0 BIGINT, c1 BIGINT);\nINSERT INTO q VALUES (1,2),(3,4);\nCOPY (WITH RECURSIVE answer";
        assert!(together.starts_with(begin), "{together}");
    }

    #[test]
    fn a_recursive_table_begins_with_what_is_not() {
        let rules = ["answer(x, z) :- answer(x, y), e(y, z)", "answer(x, y) :- e(x, y)"].map(Rule::read);
        let view = view("answer", &rules);
        assert!(
            view.starts_with("answer AS (SELECT t0.c0 AS c0, t0.c1 AS c1 FROM e AS t0 UNION SELECT"),
            "{view}"
        );
    }
}
