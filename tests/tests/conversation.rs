//! What authors of policies do line by line: `statehouse repl`, out of a script and at a terminal.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::os::unix::fs::PermissionsExt;

use statehouse_tests::command::{self, Outcome, folder};
use statehouse_tests::terminal::Terminal;
use tempfile::TempDir;

const SERVERS: (&str, &str) =
    ("facts/nova/servers.csv", "id,name,owner\nvm1,shop,ann\nvm2,wiki,bob\nvm3,build,bob\n");

/// A conversation out of a script; what it says on stdout, and how it ends.
fn converse(folder: &TempDir, arguments: &[&str], lines: &str) -> Outcome {
    fs::write(folder.path().join("script"), lines).expect("a file");
    let command = ["repl"].into_iter().chain(arguments.iter().copied());
    command::run_with_stdin(folder.path(), &command.collect::<Vec<_>>(), &folder.path().join("script"))
}

#[test]
fn a_conversation_out_of_a_script_answers_line_by_line() {
    let folder = folder(&[SERVERS, ("net.policy", "error(vm) :- nova:servers(vm, name, \"bob\").")]);
    let script = |lines: &str| converse(&folder, &["net.policy", "--facts", "facts"], lines);
    let said = script("worst(x) :-\n  error(x),\n  not fine(x)\nfine(\"vm2\")\n?- worst(x)\n:quit\nworst(\n");
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.stdout.ends_with("x\n───\nvm3\n(1 row)\n"), "{said:?}");
    assert!(said.stdout.contains("nobody defines `net:fine`"), "{said:?}");
    let said = script("worst(x) :- error(y)\nerror(x)?\n");
    assert_eq!(said.code, Some(1), "{said:?}");
    assert!(said.stdout.contains("input 1:1:1") && said.stdout.ends_with("(2 rows)\n"), "{said:?}");
}

#[test]
fn who_talks_about_another_policy_keeps_facts_and_recursive_rules() {
    let folder = folder(&[
        ("tree.policy", "path(x, y) :- edge(x, y).\npath(x, z) :- path(x, y), edge(y, z).\n"),
        ("edge.csv", "a,b\n1,2\n2,3\n"),
    ]);
    let (three, said) =
        ("x  y\n─  ─\n1  2\n1  3\n2  3\n(3 rows)\n", "`other` is new, and of the kind nonrecursive\n");
    let lines = "path(x, y)?\n:policy other\n?- tree:path(x, y)\nedge(x, y)?\n:policy tree\npath(x, y)?\n";
    let arguments = ["tree.policy", "--kind", "z3", "--facts", "edge.csv"];
    let outcome = converse(&folder, &arguments, &lines.replace("edge(x, y)?", "p(1)"));
    // The kind of a new policy is that of the command line.
    let said_z3 = said.replace("nonrecursive", "z3");
    assert_eq!(outcome.success(), format!("{three}{said_z3}{three}{three}"));

    // The same, with everything chosen and loaded line by line.
    let lines = "tree(1)\n:policy tree z3\n:facts edge.csv\n:load tree.policy\npath(x, y)?\n:policy other\n?- tree:path(x, y)\n\
                 :policy\n:policy classification\ntree(x)?\n:policy tree\n:policy\npath(x, y)?\n";
    let outcome = converse(&folder, &[], lines);
    let begin = "`tree` is new, and of the kind z3\ntree:edge(a, b)   (facts)\n";
    let ends = format!("other, of the kind nonrecursive\nx\n─\n1\n(1 row)\ntree, of the kind z3\n{three}");
    assert_eq!(outcome.success(), format!("{begin}{three}{said}{three}{ends}"));
}

#[test]
fn a_change_that_would_lose_something_is_refused_and_says_what() {
    let folder = folder(&[
        ("y.yaml", "name: y\nrules: []\n"),
        ("edge.csv", "a,b\n1,2\n"),
        ("wide/edge.csv", "a,b,c\n1,2,3\n"),
    ]);
    let refused = |lines: &str, words: &str| {
        let outcome = converse(&folder, &["y.yaml"], lines);
        assert!(outcome.code == Some(1) && outcome.stdout.contains(words), "{words}: {outcome:?}");
        outcome.stdout
    };
    // Recursive rules have no place in a policy of another kind.
    let lines = ":policy tree z3\np(x) :- p(x)\np(1)\n:policy tree nonrecursive\n:policy\np(x)?\n";
    let said = refused(lines, "recursion is for policies of the kind z3");
    assert!(said.ends_with("tree, of the kind z3\nx\n─\n1\n(1 row)\n"), "{said}");
    refused(":policy y z3\n", "`y` is of the kind nonrecursive");
    refused(":policy action z3\n", "`action` is of the kind action");
    refused(":policy 1x\n", "`1x` cannot be the name of a policy");
    refused(":policy push\n", "`push` is a data source");
    refused("edge(1, 2, 3)\n:facts edge.csv\n", "2 columns here, and 3 in the rules");
    let said = refused(
        ":facts edge.csv\n:facts wide/edge.csv\nedge(x, y)?\n",
        "`y:edge` has the columns `a`, `b` in",
    );
    assert!(said.ends_with("1  2\n(1 row)\n"), "{said}");
    refused(":simulte\n", "did you mean :simulate?");
}

#[test]
fn a_simulation_shows_what_would_change_and_changes_nothing() {
    let folder = folder(&[
        SERVERS,
        ("net.policy", "error(vm) :- nova:servers(vm, name, owner), not allowed(owner).\nallowed(\"ann\")\n"),
        (
            "acts.yaml",
            "name: acts\nkind: action\nrules:\n  - rule: action(\"allow\")\n  - rule: net:allowed+(x) :- allow(x)\n",
        ),
    ]);
    let lines = ":simulate allowed+(\"bob\") allowed-(\"ann\") ?- error(x)\n:simulate nova:servers-(\"vm2\", \"wiki\", \"bob\") ?- error(x)\n\
                 :simulate error+(x) :- allowed(x) ?- error(x)\n:simulate allowed+(\"ann\") ?- error(x)\n:actions acts\n\
                 :simulate allow(\"bob\") ?- error(x), nova:servers(x, name, \"bob\")\nerror(x)?\n";
    let arguments = ["acts.yaml", "net.policy", "--policy", "net", "--facts", "facts"];
    let said = converse(&folder, &arguments, lines).success();
    let expected = "error+(\"vm1\")\nerror-(\"vm2\")\nerror-(\"vm3\")\nerror-(\"vm2\")\nerror+(\"ann\")\nnothing changes\n\
                    answer-(\"vm2\", \"wiki\") :- error(\"vm2\"), nova:servers(\"vm2\", \"wiki\", \"bob\")\n\
                    answer-(\"vm3\", \"build\") :- error(\"vm3\"), nova:servers(\"vm3\", \"build\", \"bob\")\n\
                    x\n───\nvm2\nvm3\n(2 rows)\n";
    assert_eq!(said, expected);
    let wrong = |line: &str, words: &str| {
        let outcome = converse(&folder, &arguments, line);
        assert!(outcome.code == Some(1) && outcome.stdout.contains(words), "{words}: {outcome:?}");
    };
    wrong(":simulate allowed+(\"bob\")\n", "what is asked then?");
    wrong(":simulate allowed+( ?- error(x)\n", "changes:1:10");
    wrong(
        ":simulate allowed(1) ?- error(x)\n",
        "`allowed` is no action of the policy 'action', and no change",
    );
    wrong(":simulate allowed+(1) ?- eror(x\n", "question:1:7");
    wrong(":actions act\n", "there is no policy `act`");
}

#[test]
fn a_script_that_cannot_be_read_is_refused_and_what_came_before_is_answered() {
    let folder = folder(&[]);
    let long = format!("p(1)\np(x)?\nq(\"{}\")\n", "x".repeat(1 << 20));
    let outcome = converse(&folder, &[], &long);
    outcome.assert_one_clear_line(2, &["line 3 of stdin", "more than 1048576 bytes", ":load"]);
    assert!(outcome.stdout.ends_with("(1 row)\n"), "{outcome:?}");
    fs::write(folder.path().join("latin1"), b"p(\"\xe9\")\n").expect("a file");
    let outcome = command::run_with_stdin(folder.path(), &["repl"], &folder.path().join("latin1"));
    outcome.assert_one_clear_line(2, &["line 1 of stdin", "UTF-8"]);
    let outcome = converse(&folder, &["nosuch.policy"], "");
    outcome.assert_one_clear_line(2, &["nosuch.policy"]);
    // A rule that is never ended is told of when the text is longer than any rule.
    let outcome = converse(&folder, &[], &format!("p(1) :- {}", "q(1),\n".repeat(20_000)));
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
}

#[test]
fn at_a_terminal_lines_are_edited_completed_and_remembered() {
    let folder = folder(&[SERVERS, ("net.policy", "error(vm) :- nova:servers(vm, name, \"bob\").")]);
    let state = folder.path().join("state");
    let mut terminal = Terminal::start(folder.path(), &["repl", "net.policy", "--facts", "facts"]);
    terminal.shows(":help shows what can be said").awaits_keys();
    terminal.types("error(x)?\r").shows("(2 rows)").awaits_keys();
    // The cursor goes back behind `worst`, and the rule over a second line.
    terminal.types("wors(x) :-\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[Dt\x05\r").types("error(x)\r").awaits_keys();
    terminal.types("?- wo\t(x)\r").shows("(2 rows)").awaits_keys();
    // What is being typed is given up; what was typed before comes back.
    terminal.types("error(y\x03").awaits_keys();
    terminal.types("\x1b[A\r").shows("(2 rows)").awaits_keys();
    terminal.types(":loa\tne\t\r").shows(":load net.policy").awaits_keys();
    terminal.types(" p(1)\r").awaits_keys().types("\x04");
    assert_eq!(terminal.ends(), Some(0));

    let kept = fs::read_to_string(state.join("statehouse/repl_history")).expect("a history");
    let lines: Vec<_> = kept.lines().skip(1).collect();
    assert_eq!(lines, ["error(x)?", r"worst(x) :-\nerror(x)", "?- worst(x)", ":load net.policy"], "{kept}");
    let mode = |path: &str| fs::metadata(state.join(path)).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode("statehouse/repl_history"), mode("statehouse")), (0o600, 0o700));

    // Another conversation knows it; a wrong line is no failure of one who types.
    let mut terminal = Terminal::start(folder.path(), &["repl"]);
    terminal.awaits_keys().types("\x1b[A\r").shows(":load net.policy").awaits_keys();
    terminal.types("p(\r\r").shows("found the end of the text").awaits_keys().types(":quit\r");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn a_history_that_cannot_be_kept_is_said_and_is_in_nobodys_way() {
    let folder = folder(&[("state/statehouse/repl_history/is_a_folder", "")]);
    let mut terminal = Terminal::start(folder.path(), &["repl"]);
    terminal.shows("no history is kept in").shows("it is no file").awaits_keys();
    terminal.types("p(1)\r").awaits_keys().types("p(x)?\r").shows("(1 row)").awaits_keys().types("\x04");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn a_question_that_takes_long_is_given_up_by_the_keys() {
    let numbers: String = (0..3_000).fold("n\n".to_owned(), |text, number| format!("{text}{number}\n"));
    let folder = folder(&[("n.csv", &numbers)]);
    let limits = [
        "--evaluation-time",
        "10m",
        "--evaluation-steps",
        "1000000000000",
        "--evaluation-rows",
        "1000000000",
    ];
    let arguments = [&["repl", "--facts", "n.csv"][..], &limits[..]].concat();
    let mut terminal = Terminal::start(folder.path(), &arguments);
    terminal.awaits_keys().types("?- n(a), n(b), n(c), lt(a, b), lt(b, c), lt(c, a)\r");
    // The keys are the terminal's own again, for which Ctrl-C is a signal.
    terminal.shows("lt(c, a)").shows("\x1b[?2004l").interrupts();
    terminal.shows("given up").awaits_keys().types("p(1)\r").awaits_keys().types("\x04");
    assert_eq!(terminal.ends(), Some(0));
}
