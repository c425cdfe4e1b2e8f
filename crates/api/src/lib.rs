//! The HTTP API of Statehouse.
//!
//! * [`Api`] is the application: give it an open [`Store`](statehouse_db::Store), and [`serve`] it on a listener.
//! * `/v1` is the API of OpenStack Congress; `/healthz`, `/readyz` and `/metrics` are for those who run a server;
//!   `/openapi.json` describes everything ([`openapi`]), and `/docs/` is a page to browse it.
//! * A handler parses, asks the store, and shapes the answer. It has no rules of its own: those are the model's.
//! * HTTP status codes for errors are chosen in one place, `error`. Who may call what is in one table, [`access`].
//!
//! | module | what it holds |
//! |---|---|
//! | `v1`, `v2` | the resources of `/v1` and `/v2`, a file each |
//! | `endpoint` | a path and its methods; what is answered to the others |
//! | `body`, `room`, `unread` | receiving a body within its limits |
//! | `document`, `exact` | reading JSON strictly, without altering anything |
//! | `query`, `address`, `caller` | the other parts of a request |
//! | `demand`, `waits`, `reader` | which state a request asks for, waiting for it, reading it |
//! | `evaluation` | evaluating policies, within limits |
//! | `violations` | what violates them, since when, and what changes about it |
//! | `answer`, `error`, `shown` | what comes back, and the revision it rests on |
//! | `observe`, `metrics`, `health` | the log line of each request, figures, readiness |

pub mod access;
mod address;
mod answer;
mod api;
mod body;
mod caller;
mod demand;
mod docs;
mod document;
mod endpoint;
mod error;
mod evaluation;
mod exact;
mod health;
mod metrics;
mod observe;
mod openapi;
mod options;
mod query;
mod reader;
mod room;
mod serve;
mod shown;

mod unread;
mod v1;
mod v2;
mod violations;
mod waits;

pub use api::Api;
pub use openapi::{openapi, openapi_json};
pub use options::{ApiOptions, EvaluationLimits, Limits};
pub use serve::serve;
