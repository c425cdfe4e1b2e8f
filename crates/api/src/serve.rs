//! Listening, and stopping in order.

use std::future::Future;
use std::io;
use std::net::TcpListener;

use actix_web::HttpServer;

use crate::{Api, Limits};

/// Serves the API on a listener until `shutdown` is ready, and finishes the requests that were accepted until then.
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
    HttpServer::new(move || api.app())
        .workers(workers)
        .max_connections(limits.max_connections.div_ceil(workers))
        .client_request_timeout(limits.head_timeout)
        .keep_alive(limits.keep_alive)
        .shutdown_timeout(limits.shutdown_timeout.as_secs())
        .shutdown_signal(shutdown)
        .listen(listener)?
        .run()
        .await
}
