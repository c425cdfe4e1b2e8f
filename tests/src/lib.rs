//! The harness of the black-box tests: it knows the server by its command line, its HTTP answers and the
//! files of its database, and nothing of what is inside.
//!
//! | module | what it gives a test |
//! |---|---|
//! | [`server`] | [`Server`]: the real binary on a free port; kill it, stop it, start it again on the same database |
//! | [`database`] | [`Database`]: a fresh database on the engine under test, and what SQL says about it |
//! | [`command`] | [`command::run`]: one call of the binary that ends by itself |
//! | [`terminal`] | [`terminal::Terminal`]: a call of the binary at a terminal, and somebody who types |
//! | [`congress`] | databases of OpenStack Congress, and importing them |
//! | [`http`] | [`Request`] and [`Answer`], down to the bytes on the wire |
//! | [`domain`] | the words of the domain: `server.policy("p").create_rule("q(1)")` |
//! | [`events`] | a stream of server-sent events |
//! | [`furnished`] | [`Furnished`]: a server with one of everything, which bad input must not change |
//! | [`driver`] | declarations of every recorded data-source driver |
//! | [`flow`] | a recorded session of requests and answers, and its replay |
//! | [`divergence`] | where Statehouse answers otherwise than recorded, and why |
//! | [`linearizability`] | what many clients saw while servers and the database were killed, and whether one order explains it |
//! | [`twin`] | [`twin::Twins`]: servers on different databases that are asked the same and must answer the same |
//! | [`source`] | [`Source`]: a data source that answers JSON as it is told to, and counts who asks |
//! | [`writer`] | [`Writer`]: writes without end and keeps a ledger of what was acknowledged |
//! | [`diagnosis`] | [`Diagnosis`]: what `statehouse doctor` finds |
//! | [`outage`] | [`Outage`]: a server whose database is taken away and given back |
//! | [`paper`] | papers whose commands are run |
//! | [`receipts`] | [`Receipts`]: what clients were told about their writes, held against the log |
//! | [`pulse`] | [`pulse::Pulse`]: a number that only grows, by which a stale read shows itself |
//! | [`load`] | [`Load`]: writers and readers on several servers, while something happens beneath |
//! | [`disk`] | a disk that can be filled up and emptied |
//! | [`openstack`] | [`Openstack`]: the real `openstack congress` command line |
//! | [`python`] | environments for programs in Python |
//! | [`throwaway`] | database servers started for a test or a run, and ended with it |
//! | [`chance`] | random numbers from a seed that is printed and can be set |
//!
//! A harness that cannot go on fails the test that uses it: it panics, with the server's log beneath.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::panic,
    reason = "a harness fails the test that uses it wherever it cannot go on"
)]

pub mod chance;
pub mod command;
pub mod congress;
pub mod database;
pub mod diagnosis;
pub mod disk;
pub mod divergence;
pub mod domain;
pub mod driver;
pub mod events;
pub mod flow;
pub mod furnished;
pub mod http;
pub mod linearizability;
pub mod load;
pub mod openstack;
pub mod outage;
pub mod paper;
pub mod pulse;
pub mod python;
pub mod receipts;
pub mod server;
pub mod source;
pub mod terminal;
pub mod throwaway;
pub mod twin;
pub mod writer;

pub use congress::Congress;
pub use database::Database;
pub use diagnosis::Diagnosis;
pub use domain::Rule;
pub use furnished::Furnished;
pub use http::{Answer, Request};
pub use load::Load;
pub use openstack::Openstack;
pub use outage::Outage;
pub use receipts::Receipts;
pub use server::Server;
pub use source::Source;
pub use writer::Writer;
