//! What is in the file, and what is not.

use statehouse_db::Store;
use statehouse_model::Command;

use crate::words::{Scratch, Words, data_source};

const PASSWORD: &str = "correct horse battery staple";

#[test]
fn no_file_of_the_database_holds_a_secret_not_even_after_it_was_deleted() {
    let scratch = Scratch::embedded();
    let store = scratch.open();
    store.tell(data_source("cloud1", PASSWORD)).unwrap();
    store.tell(data_source("cloud2", PASSWORD)).unwrap();
    store.tell(Command::DeleteDataSource { data_source: "cloud2".into() }).unwrap();
    refuse_secret(&scratch);
    store.close().unwrap();
    refuse_secret(&scratch);
}

fn refuse_secret(scratch: &Scratch) {
    let bytes = bytes(scratch);
    assert!(bytes.windows(6).any(|window| window == b"cloud1"), "the files are the right ones");
    assert!(!bytes.windows(PASSWORD.len()).any(|window| window == PASSWORD.as_bytes()));
}

/// Everything the database keeps on the disk.
fn bytes(scratch: &Scratch) -> Vec<u8> {
    let files = std::fs::read_dir(scratch.file().parent().unwrap()).unwrap();
    files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let scratch = Scratch::embedded();
    std::fs::write(scratch.file(), "not a database, but long enough to look at: ".repeat(100)).unwrap();
    let refused = Store::open(scratch.options()).unwrap_err();
    assert!(refused.to_string().contains("not a database"), "{refused}");
}
