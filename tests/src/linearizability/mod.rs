//! Many clients, many servers, one database, and somebody who kills, pauses and cuts off whatever he pleases: what the
//! clients saw must be explained by one order of all that was done.
//!
//! | module | what it holds |
//! |---|---|
//! | [`history`] | [`History`]: who asked what, when, and what came of it |
//! | [`object`] | what each thing is by itself: what an action does to it, and what may be answered |
//! | [`search`] | the search for an order of one object's operations that explains every answer |
//! | [`blame`] | which objects have no such order, and the shortest part of the history that shows it |
//! | [`log`] | [`Log`]: the commits as the database keeps them, and every object at every revision |
//! | [`witness`] | whether the whole history agrees with the log: order, content, nothing lost, nothing twice |
//! | [`client`] | one client: what it asks for, and how it notes what it was told |
//! | [`ensemble`] | the servers: real processes, each with its own line to the database |
//! | [`storage`] | the database: a file, or a server that may be killed |
//! | [`nemesis`] | what is done to servers, lines and database, and how often it was done |
//! | [`trial`] | all of them together for a while, and the judgement |
//!
//! The two checks know nothing of each other. The first believes no server: it takes instants and answers, object by
//! object, and looks for an order. The second takes the revisions that the servers named, which are such an order for all
//! objects together, and finds out whether they told the truth. An order that was named can be checked in one pass, so it
//! is the second that catches what happens between objects.

pub mod blame;
pub mod client;
pub mod ensemble;
pub mod history;
pub mod log;
pub mod nemesis;
pub mod object;
pub mod search;
pub mod storage;
pub mod trial;
pub mod witness;

pub use history::{Action, History, Object, Operation, Outcome};
pub use log::Log;
