//! What the server does when it is told to stop, and when a file grows beyond its limit.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
use tokio::sync::Notify;

/// Watches for SIGTERM and SIGINT. The first one notifies, so that accepted requests are finished; the second one ends
/// the process at once, as if there were no handler.
pub(crate) fn stop_on_request() -> io::Result<Arc<Notify>> {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGINT] {
        // The order matters: the conditional default comes first and sees the flag only from the second signal on.
        signal_hook::flag::register_conditional_default(signal, Arc::clone(&asked))?;
        signal_hook::flag::register(signal, Arc::clone(&asked))?;
    }
    let stop = Arc::new(Notify::new());
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGINT])?;
    let notify = Arc::clone(&stop);
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            tracing::info!(signal, "stopping: accepted requests are finished first");
            notify.notify_one();
        }
    })?;
    Ok(stop)
}

/// Makes a write beyond the file-size limit fail like a full disk. The signal's default is to end the process.
pub(crate) fn survive_file_size_limit() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    Ok(())
}
