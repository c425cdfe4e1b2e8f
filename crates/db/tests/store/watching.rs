//! A watch gives every commit, in order, whoever made it and however late the watcher is.

use std::thread;
use std::time::Duration;

use statehouse_db::{ReadError, Watch};
use statehouse_model::{Command, Revision, Row, Value};

use crate::words::{Scratch, Words, data_source, fact};

const PATIENCE: Duration = Duration::from_secs(10);

fn take(watch: &mut Watch, commits: usize) -> Vec<u64> {
    (0..commits).map(|_| watch.wait(PATIENCE).unwrap().unwrap().revision.0).collect()
}

#[test]
fn a_watcher_gets_what_was_there_and_what_comes() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store.tell(fact(0)).unwrap();
    let mut watch = store.watch(Revision(1));
    assert_eq!(take(&mut watch, 1), [2]);
    assert!(watch.wait(Duration::from_millis(20)).unwrap().is_none());
    thread::scope(|scope| {
        scope.spawn(|| drop(store.tell(fact(1)).unwrap()));
        assert_eq!(take(&mut watch, 1), [3]);
    });
    assert_eq!(watch.after(), Revision(3));
}

#[test]
fn a_late_watcher_reads_the_log_and_then_catches_up_with_the_present() {
    let scratch = Scratch::new();
    let store = scratch.open();
    // More than stays in memory, in portions that fit the queue.
    for portion in 0..3 {
        let pending: Vec<_> = (0..500).map(|number| store.send(fact(portion * 500 + number))).collect();
        for pending in pending {
            pending.wait().unwrap();
        }
    }
    let mut watch = store.watch(Revision(0));
    assert_eq!(take(&mut watch, 1_501), (1..=1_501).collect::<Vec<_>>());
    store.tell(fact(1_500)).unwrap();
    assert_eq!(take(&mut watch, 1), [1_502]);
}

#[test]
fn a_watcher_sees_two_processes_write_without_gaps() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open());
    let mut watches = [one.watch(Revision(0)), other.watch(Revision(0))];
    thread::scope(|scope| {
        scope.spawn(|| (0..60).for_each(|number| drop(one.tell(fact(number)).unwrap())));
        scope.spawn(|| (100..160).for_each(|number| drop(other.tell(fact(number)).unwrap())));
        for watch in &mut watches {
            scope.spawn(move || assert_eq!(take(watch, 121), (1..=121).collect::<Vec<_>>()));
        }
    });
}

#[test]
fn a_watch_ends_after_the_last_commit_of_a_closed_store() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let mut watch = store.watch(Revision(1));
    let pending: Vec<_> = (0..10).map(|number| store.send(fact(number))).collect();
    store.close().unwrap();
    drop(pending);
    assert_eq!(take(&mut watch, 10), (2..=11).collect::<Vec<_>>());
    assert!(matches!(watch.wait(PATIENCE), Err(ReadError::Closed)));
}

#[test]
fn history_is_the_log_page_by_page() {
    let scratch = Scratch::new();
    let store = scratch.open();
    (0..5).for_each(|number| drop(store.tell(fact(number)).unwrap()));
    let revisions = |after, limit| -> Vec<u64> {
        store.history(Revision(after), limit).unwrap().iter().map(|commit| commit.revision.0).collect()
    };
    assert_eq!(revisions(0, 3), [1, 2, 3]);
    assert_eq!(revisions(3, 100), [4, 5, 6]);
    assert_eq!(revisions(6, 100), [0; 0]);
    assert_eq!(revisions(u64::MAX >> 1, 100), [0; 0]);
    assert_eq!(revisions(0, 0), [0; 0]);
}

#[test]
fn a_page_of_large_commits_is_shorter_and_nothing_is_left_out() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store.tell(data_source("cloud", "hunter2")).unwrap();
    let text = |push: usize| format!("{push}").repeat(60_000);
    for push in 0..3 {
        let rows = (0..100).map(|row| Row::from(vec![Value::from(row), Value::from(text(push).as_str())]));
        let rows = rows.collect();
        let table = "servers".to_owned();
        store.tell(Command::ReplaceRows { data_source: "cloud".into(), table, rows }).unwrap();
    }
    let page = store.history(Revision(0), 100).unwrap();
    assert!(page.len() < 5, "{} commits, of up to 12 MB each", page.len());
    assert_eq!(store.log().len(), 5);
    let other = scratch.open();
    assert_eq!(take(&mut other.watch(Revision(0)), 5), [1, 2, 3, 4, 5]);
}
