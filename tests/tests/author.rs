//! What authors of policies do without a server: `statehouse check` and `statehouse eval`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use statehouse_tests::command::{self, Outcome, folder};
use statehouse_tests::paper;
use tempfile::TempDir;

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
    // Also of a table that no rule mentions.
    let asked = ["eval", "p.policy", "--facts", "facts", "--facts", "cmdb:servers=facts/nova/servers.csv"];
    let traced = run(&folder, &[&asked[..], &["--query", "cmdb:servers(x, y, z)", "--trace"]].concat());
    assert!(traced.stderr.contains("Call: cmdb:servers(x0, x1, x2)"), "{traced:?}");
    assert!(traced.stderr.contains("Exit: cmdb:servers(\"vm1\", \"shop\", \"ann\")"), "{traced:?}");
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
    outcome.assert_one_clear_line(2, &["edge.csv", "tree:edge", "1 column here, and 2 in the rules"]);
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
    ask(&["a.policy"], "facts.txt").assert_one_clear_line(2, &["facts.txt", ".csv, .json"]);
    ask(&["a.policy"], "nosuch").assert_one_clear_line(2, &["nosuch"]);
    ask(&["a.policy", "b.policy"], "bad.csv").assert_one_clear_line(2, &["bad", "--policy"]);
}

#[test]
fn json_is_read_as_a_whole_or_line_by_line() {
    let folder = folder(&[
        ("p.policy", "p(x, y) :- n:t(a=x, b=y)"),
        ("q.policy", "q(1)"),
        ("t.jsonl", "{\"a\": 1, \"b\": \"x\"}\n\n{\"b\": 2, \"a\": \"y\"}\n"),
        ("mark.json", "\u{feff}[{\"a\": 1, \"b\": \"x\"}, [\"y\", 2]]"),
        ("lists/t.ndjson", "[1, \"x\"]\n[\"y\", 2]"),
        ("rows.json", "{\"a\": 1}\n{\"a\": 2}\n"),
        ("cut.jsonl", "[1, 2]\n[3,\n"),
        ("empty.jsonl", ""),
    ]);
    let ask = |policy: &str, query: &str, file: &str| {
        let facts = format!("n:t={file}");
        run(&folder, &["eval", policy, "--query", query, "--format", "lines", "--facts", &facts])
    };
    let both = "p(1, \"x\")\np(\"y\", 2)\n";
    assert_eq!(ask("p.policy", "p(x, y)", "t.jsonl").success(), both);
    assert_eq!(ask("p.policy", "p(x, y)", "mark.json").success(), both);
    assert_eq!(ask("q.policy", "n:t(x, y)", "lists/t.ndjson").success(), both.replace("p(", "n:t("));
    assert_eq!(ask("q.policy", "n:t(x, y)", "empty.jsonl").success(), "");
    let wrong =
        |file: &str, words: &[&str]| ask("q.policy", "n:t(x, y)", file).assert_one_clear_line(2, words);
    wrong("rows.json", &["rows.json:1", "a list of rows", ".jsonl"]);
    wrong("cut.jsonl", &["cut.jsonl:3", "not JSON"]);
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
fn files_for_one_table_are_taken_together_if_they_have_the_same_columns() {
    let folder = folder(&[
        ("p.policy", "p(x, y) :- nova:servers(id=x, name=y)"),
        ("a/nova/servers.csv", "id,name\n1,a\n"),
        ("b/nova/servers.csv", "name,id\nb,2\n"),
        ("list.json", "[[3, \"c\"]]"),
        ("other.csv", "id,nme\n4,d\n"),
        ("wide.json", "[[5, \"e\", 0]]"),
        ("none.json", "[]"),
    ]);
    let ask = |facts: &[&str]| {
        let facts = facts.iter().flat_map(|facts| ["--facts", *facts]);
        let asked = ["eval", "p.policy", "--query", "p(x, y)", "--format", "lines"];
        run(&folder, &asked.into_iter().chain(facts).collect::<Vec<_>>())
    };
    let all = ["nova:servers=none.json", "nova:servers=list.json", "a", "b", "a"];
    assert_eq!(ask(&all).success(), "p(1, \"a\")\np(2, \"b\")\np(3, \"c\")\n");
    let outcome = ask(&["a", "nova:servers=other.csv"]);
    outcome.assert_one_clear_line(2, &["nova:servers", "`id`, `nme` in other.csv", "a/nova/servers.csv"]);
    let outcome = ask(&["a", "nova:servers=wide.json"]);
    outcome.assert_one_clear_line(2, &["3 columns in wide.json", "a/nova/servers.csv"]);
    // The same table, once by its whole name and once without its policy.
    let arguments = [
        "eval",
        "p.policy",
        "--policy",
        "nova",
        "--facts",
        "other.csv",
        "--facts",
        "nova:other=wide.json",
        "--query",
        "other(x)",
    ];
    run(&folder, &arguments).assert_one_clear_line(2, &["nova:other", "other.csv", "wide.json"]);
}

#[test]
fn folders_of_facts_are_bounded_however_they_are_nested() {
    let folder = folder(&[("p.policy", "p(1)"), ("empty/readme.txt", "")]);
    for half in ["one", "two"] {
        for number in 0..5_001 {
            let path = folder.path().join(half).join(format!("nova{}/t{number}.csv", number % 3));
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, "a\n").expect("a file");
        }
    }
    let check = |facts: &[&str]| {
        let facts = facts.iter().flat_map(|facts| ["--facts", *facts]);
        run(&folder, &["check", "p.policy"].into_iter().chain(facts).collect::<Vec<_>>())
    };
    assert_eq!(check(&["one"]).success(), "");
    check(&["one", "two"]).assert_one_clear_line(2, &["10002 files", "at most 10000"]);
    check(&["."]).assert_one_clear_line(2, &["more than 10000 files of facts"]);
    check(&["empty"]).assert_one_clear_line(2, &["empty", "holds no facts", ".csv, .json"]);
    // Links that lead in circles end.
    let circle = folder.path().join("circle");
    fs::create_dir(&circle).expect("a folder");
    for name in ["a", "b", "c"] {
        std::os::unix::fs::symlink("../circle", circle.join(name)).expect("a link");
    }
    check(&["circle"]).assert_one_clear_line(2, &["circle"]);
}

#[test]
fn what_cannot_be_written_is_a_failure_and_a_reader_that_left_is_none() {
    let folder = folder(&[("bad.policy", "p(x) :- q(y)"), ("good.policy", "p(1)")]);
    let onto = |arguments: &[&str], stdout: fs::File| {
        let mut call = command::isolated(folder.path());
        let output =
            call.args(arguments).stdin(std::process::Stdio::null()).stdout(stdout).output().expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    fs::write(folder.path().join("script"), "p(x)?\n").expect("a file");
    let (check, eval) = (["check", "bad.policy"], ["eval", "good.policy", "--query", "p(x)"]);
    for arguments in [&check[..], &eval[..]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a device");
        let (code, said) = onto(arguments, full);
        assert!(code == Some(2) && said.contains("cannot write to stdout"), "{arguments:?}: {code:?} {said}");
    }
    // A reader that left, as `| head` does.
    for (arguments, code) in [(&check[..], 1), (&eval[..], 0)] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut call = command::isolated(folder.path());
        let output = call.args(arguments).stdout(writer).output().expect("it runs");
        assert_eq!(
            (output.status.code(), &*String::from_utf8_lossy(&output.stderr)),
            (Some(code), ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn columns_of_an_answer_have_names_of_their_own() {
    let folder = folder(&[("p.policy", "p(1, 2).")]);
    let ask = |query: &str, format: &str| {
        run(&folder, &["eval", "p.policy", "--query", query, "--format", format]).success()
    };
    assert_eq!(ask("a(x, x, x_2, x) :- p(x, x_2)", "csv"), "x,x_3,x_2,x_4\n1,1,2,1\n");
    let rows: Value = serde_json::from_str(&ask("a(y, 7, y) :- p(x, y)", "json")).expect("JSON");
    assert_eq!(rows, serde_json::json!([{"y": 2, "7": 7, "y_2": 2}]));
}

#[test]
fn a_question_that_is_written_wrong_is_told_where() {
    let folder = folder(&[("p.policy", "p(1).\nq(x) :- p(x).")]);
    let ask = |query: &str| run(&folder, &["eval", "p.policy", "--query", query, "--format", "lines"]);
    assert_eq!(ask("q(x)?").success(), "q(1)\n");
    let wrong = |query: &str, words: &[&str]| {
        let outcome = ask(query);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        for word in words {
            assert!(outcome.stderr.contains(word), "{word}: {outcome:?}");
        }
    };
    wrong("a(x) :- q(x). b(x) :- q(x)", &["--query:1:15"]);
    wrong("a(x), b(x) :- q(x)", &["--query:1:7", "a question has one head"]);
    wrong("a(x) :- q(x,)", &["--query:1:13"]);
    wrong("q(x), )", &["--query:1:7"]);
    let outcome = run(&folder, &["eval", "p.policy", "--query", "qq(x)", "--deny-warnings", "--fail-if-any"]);
    assert_eq!(outcome.code, Some(2), "{outcome:?}");
    assert!(outcome.stderr.contains("nobody defines `p:qq`"), "{outcome:?}");
}

#[test]
fn files_of_other_programs_and_other_people_are_read_or_named() {
    let folder = folder(&[
        ("bom.policy", "\u{feff}p(x) :- q(y)\r\nr(1)\r\n"),
        ("bom.yaml", "\u{feff}name: y\r\nrules:\r\n- rule: p(x) :- q(y)\r\n"),
        ("policies/p.yaml", "name: p\nrules: []\n"),
    ]);
    fs::write(folder.path().join("latin1.policy"), b"p(1)\np(\"\xe9\")\n").expect("a file");
    let check = |file: &str| run(&folder, &["check", file]);
    assert!(check("bom.policy").stdout.contains("--> bom.policy:1:1\n"), "{:?}", check("bom.policy"));
    assert!(check("bom.yaml").stdout.contains("--> bom.yaml:3:9\n"), "{:?}", check("bom.yaml"));
    check("policies").assert_one_clear_line(2, &["policies is a folder", "policies/*.yaml"]);
    check("latin1.policy").assert_one_clear_line(2, &["latin1.policy: line 2 is not UTF-8"]);
}

#[test]
fn what_follows_from_another_error_is_not_told_as_well() {
    let folder = folder(&[
        (
            "p.yaml",
            "name: p\nrules:\n- rule: a(x) :- b(x)\n- rule: b(x) :- a(x)\n- rule: c(x) :- d(x, y), not e(z)\n- rule: f(x) :- c(x), edge(x)\n",
        ),
        ("edge.csv", "a\n1\n"),
    ]);
    let said = run(&folder, &["check", "p.yaml", "--facts", "nova:edge=edge.csv"]).stdout;
    let titles: Vec<_> = said.lines().filter(|line| line.starts_with(['e', 'w'])).collect();
    let expected = [
        "error[rule]: the rule is recursive: p:b depends on p:a depends on p:b",
        "error[rule]: no positive literal gives `z` in `not e(z)` a value",
        "warning[unknown-table]: nobody defines `p:edge`, so it is empty",
    ];
    assert_eq!(titles, expected, "{said}");
    assert!(said.contains("facts are given for `nova:edge`; did you mean that?"), "{said}");
}

#[test]
fn what_is_no_yaml_is_told_with_what_helps() {
    let folder = folder(&[
        ("colon.yaml", "name: p\nrules:\n  - rule: q(x) : r(x)\n"),
        ("tab.yaml", "name: p\nrules:\n\t- rule: q(1)\n"),
        ("open.json", "{\"name\": \"p\", \"rules\": []"),
        ("one.yaml", "name: p\nrules: []\n"),
        ("two.policies.yaml", "# again\nname: p\nrules: []\n"),
    ]);
    let told = |files: &[&str], words: &[&str], not: &str| {
        let said = run(&folder, &[&["check"], files].concat()).stdout;
        for word in words {
            assert!(said.contains(word), "{word}: {said}");
        }
        assert!(!said.contains(not), "{not}: {said}");
    };
    told(&["colon.yaml"], &["not YAML: mapping values", "colon.yaml:3:16", "behind `|`"], "at char");
    told(&["tab.yaml"], &["indented by spaces", "tab.yaml:3:"], "behind `|`");
    told(&["open.json"], &["not JSON: ", "open.json:1:1"], "help");
    told(
        &["one.yaml", "two.policies.yaml"],
        &["two.policies.yaml:2:7", "it stands here first", "one.yaml:1:"],
        "twice",
    );
    told(
        &["one.yaml", "one.yaml"],
        &["a policy named 'p' already exists", "the file is given twice"],
        "first",
    );
}

#[test]
fn help_and_completions_have_what_authors_need() {
    let exit_codes = "Exit codes:\n  0 ";
    for command in ["check", "eval", "repl"] {
        let help = command::run(&[command, "--help"]).success();
        let example = format!("Examples:\n  statehouse {command} ");
        for words in [&*example, exit_codes, "--facts", "--drivers", "--data-source", "docs/authoring.md"] {
            assert!(help.contains(words), "{words}: {help}");
        }
        assert!(!help.contains("--listen") && !help.contains("--database"), "{help}");
        assert_eq!(help.contains("--evaluation-time"), command != "check", "{help}");
    }
    // What is not shown is taken all the same, before and behind the command.
    let folder = folder(&[("p.policy", "p(1)")]);
    assert_eq!(
        run(&folder, &["--listen", "127.0.0.1:1", "check", "p.policy", "--workers", "2"]).success(),
        ""
    );
    for shell in ["bash", "zsh", "fish"] {
        let script = command::run(&["completions", shell]).success();
        for word in ["check", "eval", "repl", "fail-if-any", "deny-warnings", "nonrecursive", "facts"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}
