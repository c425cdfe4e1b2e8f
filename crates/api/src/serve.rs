//! Listening, and stopping in order.

use std::future::Future;
use std::io;
use std::net::TcpListener;

use actix_web::HttpServer;

use crate::{Api, Limits};

/// Serves the API on a listener until `shutdown` is ready, and finishes the requests that were accepted until then; those
/// that wait for a revision are not waited for, but told so. A client that closes its connection, or its own half of it, no
/// longer wants its answer.
///
/// # Errors
///
/// The listener cannot be used.
pub async fn serve(
    api: Api,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
    limits: Limits,
) -> io::Result<()> {
    let workers = limits.workers.max(1);
    let waiting = api.clone();
    let shutdown = async move {
        shutdown.await;
        waiting.stop_waiting();
    };
    HttpServer::new(move || api.app())
        .workers(workers)
        .max_connections(limits.max_connections.div_ceil(workers))
        .client_request_timeout(limits.head_timeout)
        .keep_alive(limits.keep_alive)
        .h1_allow_half_closed(false)
        .shutdown_timeout(limits.shutdown_timeout.as_secs())
        .shutdown_signal(shutdown)
        .listen(listener)?
        .run()
        .await
}
