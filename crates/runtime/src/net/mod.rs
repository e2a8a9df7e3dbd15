//! Connections: the one door to the network for who serves, so that a simulation can slow, cut and lose them.
//!
//! Two implementations: the machine's TCP, and [`SimNet`], whose links obey a seed. Clients that Headwater itself is (of
//! an object store, say) do not pass here: the simulated server has none.

mod sim;

use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

pub use sim::{Link, SimNet, SimStream};

/// Accepts connections at an address.
pub struct Acceptor(Source);

enum Source {
    Tcp(TcpListener),
    Simulated(sim::Backlog),
}

impl Acceptor {
    /// Listens on the machine's own network; port 0 lets the system choose.
    #[allow(clippy::disallowed_methods)] // the one door
    pub async fn bind(address: SocketAddr) -> io::Result<Self> {
        Ok(Self(Source::Tcp(TcpListener::bind(address).await?)))
    }

    pub fn address(&self) -> io::Result<SocketAddr> {
        match &self.0 {
            Source::Tcp(listener) => listener.local_addr(),
            Source::Simulated(backlog) => Ok(backlog.address()),
        }
    }

    pub async fn accept(&self) -> io::Result<(Connection, SocketAddr)> {
        match &self.0 {
            Source::Tcp(listener) => {
                let (stream, peer) = listener.accept().await?;
                Ok((Connection::Tcp(stream), peer))
            }
            Source::Simulated(backlog) => {
                let (stream, peer) = backlog.accept().await;
                Ok((Connection::Simulated(stream), peer))
            }
        }
    }
}

/// An accepted connection.
pub enum Connection {
    Tcp(TcpStream),
    Simulated(SimStream),
}

impl Connection {
    /// Sends what is written at once, however little it is.
    pub fn set_nodelay(&self) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.set_nodelay(true),
            Self::Simulated(_) => Ok(()),
        }
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_read(context, into),
            Self::Simulated(stream) => Pin::new(stream).poll_read(context, into),
        }
    }
}

impl AsyncWrite for Connection {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_write(context, bytes),
            Self::Simulated(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_write_vectored(context, slices),
            Self::Simulated(stream) => Pin::new(stream).poll_write_vectored(context, slices),
        }
    }

    fn is_write_vectored(&self) -> bool {
        match self {
            Self::Tcp(stream) => stream.is_write_vectored(),
            Self::Simulated(stream) => stream.is_write_vectored(),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_flush(context),
            Self::Simulated(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Self::Tcp(stream) => Pin::new(stream).poll_shutdown(context),
            Self::Simulated(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}

#[cfg(test)]
mod tests;
