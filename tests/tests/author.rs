//! What authors of policies do without a server: `statehouse check`, `statehouse eval` and `statehouse repl`.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;

use serde_json::Value;
use statehouse_tests::command::{self, Outcome};
use statehouse_tests::paper;
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Outcome {
    command::run_in(folder.path(), arguments, &[])
}

const SERVERS: (&str, &str) =
    ("facts/nova/servers.csv", "id,name,owner\nvm1,shop,ann\nvm2,wiki,bob\nvm3,build,bob\n");

#[test]
fn the_manual_does_what_it_says() {
    let folder = folder(&[
        (
            "network.policy",
            "error(name) :-\n    nova:servers(id=vm, name=name, owner=owner),\n    neutron:ports(server=vm, network=\"public\"),\n    \
             not allowed(owner).\n\nallowed(owner) :- ldap:members(\"web-team\", owner).\n",
        ),
        ("wrong.policy", "error(nme) :-\n    nova:servers(id=vm, name=name)\n"),
        SERVERS,
        ("facts/neutron/ports.csv", "server,network\nvm1,public\nvm2,public\nvm3,internal\n"),
        ("facts/ldap/members.csv", "team,person\nweb-team,ann\n"),
        (
            "policies/network.yaml",
            "name: network\nrules:\n  - rule: error(name) :- nova:servers(name=name), false\n",
        ),
    ]);
    assert!(paper::try_out("authoring.md", folder.path()) >= 6);
}

#[test]
fn everything_that_is_wrong_in_all_files_is_told_at_once_where_it_is_written() {
    let folder = folder(&[
        (
            "net.yaml",
            "name: net\nkind: nonrecursve\ncoment: x\nrules:\n  - rule: |\n      error(vm) :-\n        nova:servers(vm,)\n  \
             - rule: 'error(x, y) :- allowed(x), not fine(x, \"a\"), known(y)'\n  - rule: error(x) :- fine(x)\n    \
             comment: the other\n---\nname: second\nrules: []\n",
        ),
        (
            "base.policy",
            "known(1).\nknown(1)\nbad(x) :- net:eror(x).\nworse(\"é\", x) :- known(y).\nlast( :- \n",
        ),
    ]);
    let outcome = run(&folder, &["check", "net.yaml", "base.policy"]);
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    assert_eq!(outcome.stdout, include_str!("../data/author/check.txt"), "{}", outcome.stdout);
    assert_eq!(outcome.stderr, "");
}

#[test]
fn programs_are_told_the_same_one_object_a_line() {
    let folder = folder(&[("a.policy", "p(x) :-\n  q(x),\n  not r(\"ü\", y).\np(1, 2)")]);
    let outcome = run(&folder, &["check", "a.policy", "--format", "json"]);
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    let told: Vec<Value> =
        outcome.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let [unsafe_rule] = &told[..] else { panic!("one: {told:?}") };
    assert_eq!(unsafe_rule["severity"], "error");
    assert_eq!(unsafe_rule["code"], "rule");
    assert_eq!(unsafe_rule["file"], "a.policy");
    let place = ["line", "column", "end_line", "end_column"].map(|field| unsafe_rule[field].as_u64());
    assert_eq!(place, [Some(3), Some(3), Some(3), Some(16)]);
}

#[test]
fn warnings_are_no_errors_unless_they_are_denied() {
    let folder = folder(&[("a.policy", "p(x) :- nova:servers(x)")]);
    let outcome = run(&folder, &["check", "a.policy"]);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    assert!(outcome.stdout.contains("warning[unknown-table]: nobody defines `nova:servers`"), "{outcome:?}");
    assert_eq!(run(&folder, &["check", "a.policy", "--deny-warnings"]).code, Some(1));
    assert_eq!(run(&folder, &["check", "nosuch.policy"]).code, Some(2));
    assert_eq!(run(&folder, &["check"]).code, Some(2));
}

#[test]
fn columns_are_those_of_drivers_and_of_facts() {
    let folder = folder(&[
        ("a.policy", "p(x) :- prod:servers(nme=x)"),
        ("drivers/cmdb.yaml", "id: cmdb\ntables: [{id: servers, columns: [{name: id}, {name: name}]}]\n"),
        ("servers.json", r#"[{"nme": "shop"}]"#),
    ]);
    let check = |arguments: &[&str]| run(&folder, &[&["check", "a.policy"], arguments].concat());
    let outcome = check(&["--drivers", "drivers", "--data-source", "prod=cmdb"]);
    assert!(outcome.stdout.contains("`prod:servers` has no column `nme`"), "{outcome:?}");
    assert!(outcome.stdout.contains("did you mean `name`?"), "{outcome:?}");
    assert_eq!(check(&["--facts", "prod:servers=servers.json"]).success(), "");
    assert!(check(&[]).stdout.contains("the columns of `prod:servers` are not known"));
    let outcome = check(&["--data-source", "prod=nosuch"]);
    outcome.assert_one_clear_line(2, &["prod", "nosuch", "--drivers"]);
}

#[test]
fn a_question_is_answered_in_the_form_that_is_asked_for() {
    let folder = folder(&[SERVERS, ("p.policy", "error(vm, 1.5) :- nova:servers(vm, name, \"bob\").")]);
    let ask = |arguments: &[&str]| {
        let asked = ["eval", "p.policy", "--facts", "facts", "--query", "error(vm, x)"];
        run(&folder, &[&asked, arguments].concat())
    };
    assert_eq!(ask(&[]).success(), "vm   x\n───  ───\nvm2  1.5\nvm3  1.5\n(2 rows)\n");
    assert_eq!(ask(&["--format", "csv"]).success(), "vm,x\nvm2,1.5\nvm3,1.5\n");
    assert_eq!(ask(&["--format", "lines"]).success(), "error(\"vm2\", 1.5)\nerror(\"vm3\", 1.5)\n");
    let rows: Value = serde_json::from_str(&ask(&["--format", "json"]).success()).expect("JSON");
    assert_eq!(rows, serde_json::json!([{"vm": "vm2", "x": 1.5}, {"vm": "vm3", "x": 1.5}]));
    assert_eq!(ask(&["--fail-if-any"]).code, Some(1));
    let traced = ask(&["--trace"]);
    assert!(traced.stderr.contains("Call: error(x0, x1)") && traced.stderr.contains("vm2"), "{traced:?}");
}

#[test]
fn questions_are_atoms_literals_or_rules() {
    let folder = folder(&[SERVERS, ("p.policy", "error(vm) :- nova:servers(vm, name, \"bob\").")]);
    let ask = |query: &str| {
        let arguments = ["eval", "p.policy", "--facts", "facts", "--format", "csv", "--query", query];
        run(&folder, &arguments)
    };
    assert_eq!(ask("error(\"vm2\")").success(), "holds\ntrue\n");
    assert_eq!(ask("error(\"vm1\")").success(), "holds\n");
    assert_eq!(ask("?- nova:servers(id=x), not p:error(x)").success(), "x\nvm1\n");
    assert_eq!(ask("who(o) :- error(x), nova:servers(id=x, owner=o)").success(), "o\nbob\n");
    let outcome = ask("error(x), )");
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.stderr.contains("--query:1:11") && outcome.stderr.contains("found `)`"), "{outcome:?}");
    assert!(ask("not error(x)").stderr.contains("--query:1:1\n"), "{:?}", ask("not error(x)"));
    assert!(ask("eror(x)").stderr.contains("did you mean `p:error`?"));
}

#[test]
fn facts_may_be_those_of_a_policys_own_table() {
    let edges: String = (0..50).fold("a,b\n".to_owned(), |text, edge| format!("{text}{edge},{}\n", edge + 1));
    let folder = folder(&[
        ("tree.policy", "path(x, y) :- edge(x, y).\npath(x, z) :- path(x, y), edge(y, z).\n"),
        ("edge.csv", &edges),
        ("narrow/edge.csv", "a\n1\n"),
    ]);
    let ask = |arguments: &[&str]| {
        let asked = ["eval", "tree.policy", "--kind", "z3", "--query", "path(0, y)", "--format", "lines"];
        run(&folder, &[&asked, arguments].concat())
    };
    assert_eq!(ask(&["--facts", "edge.csv"]).success().lines().count(), 50);
    let outcome = ask(&["--facts", "narrow"]);
    outcome.assert_one_clear_line(2, &["edge.csv", "tree:edge", "1 columns here, and 2 in the rules"]);
    let outcome = ask(&["--facts", "edge.csv", "--evaluation-rows", "100"]);
    outcome.assert_one_clear_line(2, &["more than 100 rows", "--evaluation-rows"]);
    let outcome = run(&folder, &["eval", "tree.policy", "--query", "path(0, y)"]);
    assert!(outcome.stderr.contains("recursion is for policies of the kind z3"), "{outcome:?}");
}

#[test]
fn facts_that_cannot_be_meant_are_named() {
    let folder = folder(&[
        ("a.policy", "p(1)"),
        ("b.policy", "q(1)"),
        ("bad.csv", "a,b\n1,2\n3\n"),
        ("bad.json", "[[1],\n[2"),
        ("facts.txt", ""),
    ]);
    let ask = |files: &[&str], facts: &str| {
        run(&folder, &[&["eval"], files, &["--facts", facts, "--query", "p(x)"]].concat())
    };
    ask(&["a.policy"], "bad.csv").assert_one_clear_line(2, &["bad.csv:3", "1 fields"]);
    ask(&["a.policy"], "bad.json").assert_one_clear_line(2, &["bad.json:2", "not JSON"]);
    ask(&["a.policy"], "facts.txt").assert_one_clear_line(2, &["facts.txt", ".csv or .json"]);
    ask(&["a.policy"], "nosuch").assert_one_clear_line(2, &["nosuch"]);
    ask(&["a.policy", "b.policy"], "bad.csv").assert_one_clear_line(2, &["bad", "--policy"]);
}

#[test]
fn every_byte_that_eval_writes_as_csv_it_reads_as_the_same_facts() {
    let facts =
        r#"[["1", 1, 1.0, "a,\"b\""], ["", -2, 1e30, "x\ny"], [" 7", 12345678901234567890, 0.5, "nan"]]"#;
    let folder = folder(&[("t.json", facts)]);
    let ask = |facts: &str| {
        let arguments = [
            "eval",
            "--policy",
            "classification",
            "--facts",
            facts,
            "--format",
            "csv",
            "--query",
            "t(a, b, c, d)",
        ];
        run(&folder, &arguments).success()
    };
    let written = ask("t.json");
    fs::write(folder.path().join("t.csv"), &written).expect("a file");
    assert_eq!(ask("t.csv"), written);
    assert!(Path::new(&folder.path().join("t.csv")).exists() && written.lines().count() == 5, "{written}");
}

#[test]
fn a_conversation_out_of_a_script_answers_line_by_line() {
    let folder = folder(&[SERVERS, ("net.policy", "error(vm) :- nova:servers(vm, name, \"bob\").")]);
    let script = |lines: &str| {
        fs::write(folder.path().join("script"), lines).expect("a file");
        let mut call = command::isolated(folder.path());
        call.args(["repl", "net.policy", "--facts", "facts"]);
        call.stdin(fs::File::open(folder.path().join("script")).expect("a file"));
        let output = call.output().expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (code, said) =
        script("worst(x) :-\n  error(x),\n  not fine(x)\nfine(\"vm2\")\n?- worst(x)\n:quit\nworst(\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("x\n───\nvm3\n(1 row)\n") && said.contains("nobody defines `net:fine`"), "{said}");
    let (code, said) = script("worst(x) :- error(y)\nerror(x)?\n");
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("input 1:1:1") && said.ends_with("(2 rows)\n"), "{said}");
}
