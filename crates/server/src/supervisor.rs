//! What systemd is told, where it started the server and asked to be told (`Type=notify`). Elsewhere nothing happens.

use sd_notify::NotifyState;

/// How much longer systemd waits for a start that is getting on, in microseconds.
const PATIENCE_US: u32 = 60_000_000;

/// Requests are answered from now on.
pub(crate) fn ready() {
    tell(NotifyState::Ready);
}

/// A large database is being loaded: this is no start that hangs.
pub(crate) fn still_starting() {
    tell(NotifyState::ExtendTimeoutUsec(PATIENCE_US));
}

/// The server has been asked to stop, and does.
pub(crate) fn stopping() {
    tell(NotifyState::Stopping);
}

fn tell(state: NotifyState<'_>) {
    let shown = state.to_string();
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, state = shown, "systemd cannot be told");
    }
}
