//! The two ends of a simulated connection, and the queue of those that wait to be accepted.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::{SEGMENT_BYTES_MAX, Segment, SimNet};

/// Connections to an address that wait to be accepted.
pub struct Backlog {
    net: SimNet,
    address: SocketAddr,
}

impl Backlog {
    pub(super) fn new(net: SimNet, address: SocketAddr) -> Self {
        Self { net, address }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next connection. Never one on a host that has crashed.
    pub async fn accept(&self) -> (SimStream, SocketAddr) {
        let (toward, from) = poll_fn(|context| {
            let mut world = self.net.0.lock();
            let Some(waiting) = world.listening.get_mut(&self.address) else { return Poll::Pending };
            match waiting.opened.pop_front() {
                Some(opened) => Poll::Ready(opened),
                None => {
                    waiting.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await;
        (SimStream::new(self.net.clone(), toward, toward + 1), from)
    }
}

/// One end of a simulated connection.
pub struct SimStream {
    net: SimNet,
    reads: usize,
    writes: usize,
    shut: bool,
}

impl SimStream {
    pub(super) fn new(net: SimNet, reads: usize, writes: usize) -> Self {
        Self { net, reads, writes, shut: false }
    }

    pub(super) fn reads(&self) -> usize {
        self.reads
    }
}

impl AsyncRead for SimStream {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut world = self.net.0.lock();
        let direction = &mut world.directions[self.reads];
        if !direction.arrived.is_empty() {
            let count = direction.arrived.len().min(into.remaining());
            let (front, back) = direction.arrived.as_slices();
            let from_front = count.min(front.len());
            into.put_slice(&front[..from_front]);
            into.put_slice(&back[..count - from_front]);
            direction.arrived.drain(..count);
            let writer = direction.writer.take();
            drop(world);
            writer.into_iter().for_each(|waker| waker.wake());
            return Poll::Ready(Ok(()));
        }
        if direction.reset {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        if direction.ended {
            return Poll::Ready(Ok(()));
        }
        direction.reader = Some(context.waker().clone());
        Poll::Pending
    }
}

impl AsyncWrite for SimStream {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let mut world = self.net.0.lock();
        // A reset comes on the way that this end reads.
        if self.shut || world.directions[self.reads].reset {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        let room = world.directions[self.writes].room();
        if room == 0 {
            world.directions[self.writes].writer = Some(context.waker().clone());
            return Poll::Pending;
        }
        let whole = bytes.len().min(room).min(SEGMENT_BYTES_MAX);
        // Now and then in two pieces, wherever: no reader may count on how bytes arrive.
        let cut = if world.entropy.below(4) == 0 { world.entropy.below(whole as u64) as usize } else { 0 };
        for piece in [&bytes[..cut], &bytes[cut..whole]].into_iter().filter(|piece| !piece.is_empty()) {
            world.send(self.writes, Segment::Data(piece.to_vec()));
        }
        Poll::Ready(Ok(whole))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !std::mem::replace(&mut self.shut, true) {
            self.net.0.lock().send(self.writes, Segment::End);
        }
        Poll::Ready(Ok(()))
    }
}

impl Drop for SimStream {
    fn drop(&mut self) {
        let mut world = self.net.0.lock();
        let direction = &mut world.directions[self.reads];
        let had_unread = !direction.arrived.is_empty();
        direction.unread = true;
        direction.arrived.clear();
        // As TCP does: what nobody will read is answered with a reset.
        if had_unread {
            world.send(self.writes, Segment::Reset);
        } else if !self.shut {
            world.send(self.writes, Segment::End);
        }
    }
}
