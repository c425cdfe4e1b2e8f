//! The committed description of the API is that of the code.

use std::path::Path;
use std::process::Command;

#[test]
fn the_committed_document_is_what_the_binary_prints() {
    let output = Command::new(env!("CARGO_BIN_EXE_statehouse")).arg("openapi").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi/statehouse.json");
    let committed = std::fs::read_to_string(committed).unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let difference = committed.lines().zip(printed.lines()).find(|(committed, printed)| committed != printed);
    assert_eq!(difference, None, "run `cargo xtask openapi` and commit openapi/statehouse.json");
    assert_eq!(committed, printed);
}
