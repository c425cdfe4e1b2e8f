//! What docs/migrations.md gives to operators is what happens: its commands are run one after the other, in a folder of their own,
//! and print what stands there.

use statehouse_tests::paper;

#[test]
fn the_commands_of_the_manual_do_what_it_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let commands = paper::try_out("migrations.md", folder.path());
    assert!(commands >= 15, "the manual has {commands} commands");
}
