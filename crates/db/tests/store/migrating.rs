//! The schema changes while stores write and read: no request fails, and what was written is there afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use statehouse_db::{MigratePolicy, Store};
use statehouse_migrations::{MigrationSet, Migrator, Silent, Version};
use statehouse_model::{Command, LibraryPolicy, LibraryRule, PolicyKind};

use crate::words::{Scratch, Words as _, fact};

fn migrator(scratch: &Scratch) -> Migrator {
    Migrator::new(MigrationSet::statehouse(&scratch.url()).unwrap())
}

fn up(scratch: &Scratch, version: u32) {
    migrator(scratch).up(&scratch.url(), Some(Version(version)), &mut Silent).unwrap();
}

fn down(scratch: &Scratch, version: u32) {
    migrator(scratch).down(&scratch.url(), Some(Version(version)), &mut Silent).unwrap();
}

/// A library policy with as many rules.
fn library_policy(name: &str, rules: usize) -> Command {
    Command::CreateLibraryPolicy {
        id: name.into(),
        name: name.to_owned(),
        abbreviation: None,
        description: String::new(),
        kind: PolicyKind::Nonrecursive,
        rules: library_rules(rules),
    }
}

fn replacing(name: &str, rules: usize) -> Command {
    Command::ReplaceLibraryPolicy {
        library_policy: name.into(),
        name: name.to_owned(),
        abbreviation: None,
        description: String::new(),
        kind: PolicyKind::Nonrecursive,
        rules: library_rules(rules),
    }
}

fn library_rules(number: usize) -> Vec<LibraryRule> {
    let rule = |number: usize| LibraryRule {
        rule: format!("p(\"\0{number}\")"),
        name: number.is_multiple_of(2).then(|| "even \u{1A}".to_owned()),
        comment: None,
        extra: [("number".to_owned(), number.into())].into_iter().collect(),
    };
    (0..number).map(rule).collect()
}

/// Rules and library policies, in the order of their ids.
fn contents(store: &Store) -> (Vec<(String, String)>, Vec<Arc<LibraryPolicy>>) {
    let state = store.read().wait().unwrap();
    let policy = state.policy(&"classification".into()).unwrap();
    let mut rules: Vec<_> =
        state.rules(&policy.id).map(|rule| (rule.id.to_string(), rule.text.to_string())).collect();
    let mut library: Vec<_> = state.library_policies().cloned().collect();
    rules.sort();
    library.sort_by(|one, other| one.id.cmp(&other.id));
    (rules, library)
}

/// Writes and reads without end, and fails at the first answer that is not as it should be.
fn work(store: &Store, place: usize, over: &AtomicBool, rounds: &AtomicUsize) {
    let name = format!("library_{place}");
    store.tell(library_policy(&name, 3)).unwrap();
    for round in 0.. {
        store.tell(fact(10_000 * place + round)).unwrap();
        store.tell(replacing(&name, round % 5)).unwrap();
        assert!(contents(store).0.len() > round);
        rounds.fetch_add(1, Ordering::SeqCst);
        if over.load(Ordering::SeqCst) {
            return;
        }
    }
}

#[test]
fn nobody_is_refused_while_the_schema_goes_back_and_forth() {
    let scratch = Scratch::new();
    let stores = [scratch.open(), scratch.open_elsewhere()];
    let (over, rounds) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        let (over, rounds) = (&over, &rounds);
        let workers = stores.iter().enumerate();
        let workers: Vec<_> =
            workers.map(|(place, store)| scope.spawn(move || work(store, place, over, rounds))).collect();
        // Everybody does something on each schema, unless somebody has failed: then that is told.
        let work_a_while = || {
            let before = rounds.load(Ordering::SeqCst);
            while rounds.load(Ordering::SeqCst) < before + 4
                && !workers.iter().any(thread::ScopedJoinHandle::is_finished)
            {
                thread::sleep(Duration::from_millis(1));
            }
        };
        for version in (5..12).rev() {
            down(&scratch, version);
            work_a_while();
        }
        for version in 6..=12 {
            up(&scratch, version);
            work_a_while();
        }
        over.store(true, Ordering::SeqCst);
    });
    assert_eq!(contents(&scratch.open()), contents(&stores[0]), "what is loaded is what was written");
    scratch.refuse_damage();
}

#[test]
fn what_a_server_of_an_earlier_window_writes_is_moved_like_everything_else() {
    let scratch = Scratch::new();
    let new = scratch.open();
    down(&scratch, 5);
    let [oldest, older] = [5, 8].map(|version| {
        scratch.open_with(|options| {
            options.knows = Some(Version(version));
            options.migrate = MigratePolicy::RefuseOutdated;
        })
    });
    up(&scratch, 6);
    oldest.tell(fact(1)).unwrap();
    new.tell(fact(2)).unwrap();
    up(&scratch, 9);
    for store in [&older, &new] {
        let name = if std::ptr::eq(store, &raw const new) { "new" } else { "older" };
        store.tell(library_policy(name, 4)).unwrap();
        store.tell(replacing(name, 2)).unwrap();
    }
    older.tell(replacing("new", 3)).unwrap();
    older.tell(fact(3)).unwrap();
    up(&scratch, 11);
    assert_eq!(contents(&scratch.open()), contents(&new));
    assert_eq!(contents(&new).1.iter().map(|policy| policy.rules.len()).collect::<Vec<_>>(), [3, 2]);
}
