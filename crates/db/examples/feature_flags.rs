//! A registry of feature flags on top of the store: another service than Statehouse, in one file.
//!
//! ```text
//! cargo run -p statehouse-db --example feature_flags -- flags.db on dark-mode
//! cargo run -p statehouse-db --example feature_flags -- flags.db list
//! cargo run -p statehouse-db --example feature_flags -- flags.db tail
//! ```
//!
//! A flag that is on is a fact, `on('dark-mode')`, of the policy `classification`. Every change is durable and numbered, any
//! number of processes may use one file at a time, and `tail` prints what any of them does as it happens: none of that is
//! written here.
#![expect(clippy::print_stdout, reason = "a command line answers on standard output")]

use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::Arc;
use std::time::Duration;

use statehouse_connection::DatabaseUrl;
use statehouse_db::{MigratePolicy, Request, SealingKey, Store, StoreOptions, WriteError};
use statehouse_model::{Change, Command, Commit, Drivers, Edit, NewRule, Rejection, Revision, Rule};
use uuid::Uuid;

const POLICY: &str = "classification";
const USAGE: &str = "usage: feature_flags FILE (on FLAG | off FLAG | list | tail)";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [file, words @ ..] = arguments.as_slice() else { return Err(USAGE.into()) };
    let store = open(file)?;
    match words {
        ["on", flag] => turn_on(&store, flag)?,
        ["off", flag] => turn_off(&store, flag)?,
        ["list"] => flags(&store)?.iter().for_each(|rule| println!("{}", rule.text)),
        ["tail"] => tail(&store)?,
        _ => return Err(USAGE.into()),
    }
    store.close()?;
    Ok(())
}

fn open(file: &str) -> Result<Store, Box<dyn Error>> {
    let database: DatabaseUrl = format!("sqlite:{file}").parse()?;
    let mut options = StoreOptions::new(database, Drivers::default(), key(&format!("{file}.key"))?);
    options.migrate = MigratePolicy::MigrateEmbedded;
    Ok(Store::open(options)?)
}

/// Flags hold no secrets, but a database is opened with the key it was made with.
fn key(file: &str) -> Result<SealingKey, Box<dyn Error>> {
    if let Ok(text) = fs::read_to_string(file) {
        return Ok(SealingKey::parse(&text)?);
    }
    let key = SealingKey::generate();
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    file.write_all(key.expose().as_bytes())?;
    Ok(key)
}

fn turn_on(store: &Store, flag: &str) -> Result<(), Box<dyn Error>> {
    let id = Uuid::now_v7().to_string().into();
    let rule = NewRule { id, text: fact(flag)?, name: None, comment: String::new() };
    let outcome = store.write(request(Command::CreateRule { policy: POLICY.into(), rule }))?.wait();
    match outcome {
        Ok(committed) => println!("{flag} is on since revision {}", committed.revision),
        Err(WriteError::Rejected { rejection: Rejection::RuleExists { .. }, .. }) => {
            println!("{flag} is on already");
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

fn turn_off(store: &Store, flag: &str) -> Result<(), Box<dyn Error>> {
    let fact = fact(flag)?;
    let Some(rule) = flags(store)?.into_iter().find(|rule| *rule.text == *fact) else {
        println!("{flag} is off already");
        return Ok(());
    };
    let command = Command::DeleteRule { policy: POLICY.into(), rule: rule.id.clone() };
    let committed = store.write(request(command))?.wait()?;
    println!("{flag} is off since revision {}", committed.revision);
    Ok(())
}

/// The flags that are on, as facts. A read sees what any process was told is stored.
fn flags(store: &Store) -> Result<Vec<Arc<Rule>>, Box<dyn Error>> {
    let state = store.read().wait()?;
    let policy = state.policy(&POLICY.into()).ok_or("the policy is missing")?;
    Ok(state.rules(&policy.id).cloned().collect())
}

/// Prints every change from the beginning, and then each as it comes, until the program is stopped.
fn tail(store: &Store) -> Result<(), Box<dyn Error>> {
    let mut watch = store.watch(Revision(0));
    loop {
        if let Some(commit) = watch.wait(Duration::from_mins(1))? {
            print_flags(&commit);
        }
    }
}

fn print_flags(commit: &Commit) {
    for change in &commit.changes {
        match change {
            Change::Rule(Edit::Created(rule)) => {
                println!("{} {} + {}", commit.revision, commit.actor, rule.text);
            }
            Change::Rule(Edit::Deleted(rule)) => {
                println!("{} {} - {}", commit.revision, commit.actor, rule.text);
            }
            _ => {}
        }
    }
}

fn fact(flag: &str) -> Result<String, &'static str> {
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    if flag.chars().all(is_plain) {
        Ok(format!("on('{flag}')"))
    } else {
        Err("a flag is made of letters, digits, - _ .")
    }
}

fn request(command: Command) -> Request {
    let actor = std::env::var("USER").unwrap_or_else(|_| "somebody".to_owned());
    Request { command, actor, request_id: Uuid::now_v7().to_string() }
}
