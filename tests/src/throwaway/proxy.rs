//! A connection that can be slow, silent or cut: a TCP proxy in front of a server.

use super::{Error, Result};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// What happens to the bytes of one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// They pass.
    Free,
    /// They pass after a while, as on a long line.
    Late(Duration),
    /// They stay, as behind a router that drops packets: neither end hears anything. What was held back passes when
    /// the flow is free again.
    Silent,
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the client to the server.
    Requests,
    /// From the server to the client: the server does what it is asked, and nobody hears of it.
    Answers,
}

/// A proxy on 127.0.0.1. Dropping it cuts its connections and lets go of its port.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    line: Arc<Line>,
}

#[derive(Debug)]
struct Line {
    target: SocketAddr,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    requests: Flow,
    answers: Flow,
    refusing: bool,
    closed: bool,
    open: Vec<TcpStream>,
}

impl Proxy {
    /// A proxy in front of this address; everything passes.
    ///
    /// # Errors
    /// When the system gives no port.
    pub fn to(target: SocketAddr) -> Result<Self> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Error::machine("a port for a proxy"))?;
        let address = listener.local_addr().map_err(Error::machine("the port of a proxy"))?;
        let state = State {
            requests: Flow::Free,
            answers: Flow::Free,
            refusing: false,
            closed: false,
            open: Vec::new(),
        };
        let line = Arc::new(Line { target, state: Mutex::new(state), changed: Condvar::new() });
        let accepting = Arc::clone(&line);
        thread::spawn(move || accepting.accept(&listener));
        Ok(Self { address, line })
    }

    /// Where clients connect in place of the server.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sets what happens in both directions, on connections that are open and on new ones.
    pub fn set(&self, flow: Flow) {
        self.set_one(Direction::Requests, flow);
        self.set_one(Direction::Answers, flow);
    }

    /// Sets what happens in one direction.
    pub fn set_one(&self, direction: Direction, flow: Flow) {
        let mut state = self.line.state();
        match direction {
            Direction::Requests => state.requests = flow,
            Direction::Answers => state.answers = flow,
        }
        self.line.changed.notify_all();
    }

    /// Cuts every open connection; new ones are accepted.
    pub fn cut(&self) {
        self.line.state().cut();
    }

    /// Cuts every open connection, and new ones as soon as they come, until [`Proxy::mend`].
    pub fn refuse(&self) {
        let mut state = self.line.state();
        state.refusing = true;
        state.cut();
    }

    /// Everything passes again.
    pub fn mend(&self) {
        self.line.state().refusing = false;
        self.set(Flow::Free);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let mut state = self.line.state();
        state.closed = true;
        state.cut();
        drop(state);
        self.line.changed.notify_all();
        // Wakes the thread that accepts, so that it sees that it is over.
        let _ = TcpStream::connect(self.address);
    }
}

impl State {
    fn cut(&mut self) {
        for stream in self.open.drain(..) {
            // One that is closed already cannot be closed again.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn flow(&self, direction: Direction) -> Flow {
        match direction {
            Direction::Requests => self.requests,
            Direction::Answers => self.answers,
        }
    }
}

impl Line {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn accept(self: Arc<Self>, listener: &TcpListener) {
        for client in listener.incoming() {
            if self.state().closed {
                return;
            }
            // A connection that cannot be made is dropped: its client sees it end, and that is all there is to tell.
            let _ = client.and_then(|client| self.connect(client));
        }
    }

    fn connect(self: &Arc<Self>, client: TcpStream) -> io::Result<()> {
        if self.state().refusing {
            return client.shutdown(Shutdown::Both);
        }
        let server = TcpStream::connect_timeout(&self.target, Duration::from_secs(5))?;
        client.set_nodelay(true)?;
        server.set_nodelay(true)?;
        let both = [(client.try_clone()?, server.try_clone()?), (server.try_clone()?, client.try_clone()?)];
        {
            let mut state = self.state();
            // It may have been cut off while the connection was made.
            if state.refusing || state.closed {
                return client.shutdown(Shutdown::Both);
            }
            state.open.extend([client, server]);
        }
        for ((from, to), direction) in both.into_iter().zip([Direction::Requests, Direction::Answers]) {
            let line = Arc::clone(self);
            thread::spawn(move || line.pass(from, to, direction));
        }
        Ok(())
    }

    /// Carries bytes until one end closes; then closes the other.
    fn pass(&self, mut from: TcpStream, mut to: TcpStream, direction: Direction) {
        let mut bytes = [0; 16 * 1024];
        while let Ok(length @ 1..) = from.read(&mut bytes) {
            if !self.wait_to_pass(direction) || to.write_all(&bytes[..length]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
        let _ = from.shutdown(Shutdown::Both);
    }

    /// Waits as the flow demands; false when the proxy is gone.
    fn wait_to_pass(&self, direction: Direction) -> bool {
        let mut state = self.state();
        while !state.closed && state.flow(direction) == Flow::Silent {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let Flow::Late(delay) = state.flow(direction) else { return !state.closed };
        drop(state);
        thread::sleep(delay);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that gives back what it gets, and a connection to it through a proxy.
    fn echo() -> (Proxy, TcpStream) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                thread::spawn(move || io::copy(&mut &stream, &mut &stream));
            }
        });
        let proxy = Proxy::to(address).unwrap();
        let client = connect(&proxy);
        (proxy, client)
    }

    fn connect(proxy: &Proxy) -> TcpStream {
        let client = TcpStream::connect(proxy.address()).unwrap();
        client.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        client
    }

    fn ask(client: &mut TcpStream) -> io::Result<()> {
        client.write_all(b"x")?;
        client.read_exact(&mut [0])
    }

    #[test]
    fn what_is_held_back_passes_later() {
        let (proxy, mut client) = echo();
        ask(&mut client).unwrap();
        for direction in [Direction::Requests, Direction::Answers] {
            proxy.set_one(direction, Flow::Silent);
            assert_eq!(ask(&mut client).unwrap_err().kind(), io::ErrorKind::WouldBlock, "{direction:?}");
            proxy.mend();
            client.read_exact(&mut [0]).unwrap();
        }
    }

    #[test]
    fn a_long_line_takes_its_time_each_way() {
        let (proxy, mut client) = echo();
        proxy.set(Flow::Late(Duration::from_millis(60)));
        let started = std::time::Instant::now();
        ask(&mut client).unwrap();
        assert!(started.elapsed() >= Duration::from_millis(120));
    }

    #[test]
    fn a_cut_ends_what_is_open_and_nothing_else() {
        let (proxy, mut client) = echo();
        ask(&mut client).unwrap();
        proxy.cut();
        assert!(ask(&mut client).is_err());
        ask(&mut connect(&proxy)).unwrap();
    }

    #[test]
    fn nobody_is_let_in_until_it_is_mended() {
        let (proxy, mut client) = echo();
        ask(&mut client).unwrap();
        proxy.refuse();
        assert!(ask(&mut client).is_err());
        assert!(ask(&mut connect(&proxy)).is_err());
        proxy.mend();
        ask(&mut connect(&proxy)).unwrap();
    }
}
