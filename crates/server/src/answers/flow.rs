//! One answer on its way to its client: what of it lies in memory, and whether the client takes it.
//!
//! What is handed to the HTTP library is wrapped in [`Part`]s, which tell when the library has let go of them: written to the
//! socket, or dropped with the connection. So bytes are counted where they are, whatever queues lie between. An answer is
//! stalled when nothing of it went for a while, or when it lags behind a minimum rate on the whole. How long a while is
//! depends on whether memory is short: a reader that is slow while there is room harms nobody.

use std::sync::{Arc, Weak};
use std::time::Duration;

use bytes::Bytes;
use futures::task::AtomicWaker;
use parking_lot::Mutex;
use tokio_util::sync::CancellationToken;

use super::Link;
use super::pool::{Claim, Share};

/// What a reader may do without being cut.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Without taking anything.
    pub idle: Duration,
    /// What it may lag behind the rate.
    pub grace: Duration,
    pub bytes_per_s_min: u64,
}

/// Whole answers, while there is room.
const CALM: Patience =
    Patience { idle: Duration::from_secs(60), grace: Duration::from_secs(60), bytes_per_s_min: 16 * 1024 };
/// Streams, while there is room: their buffers are small, and a consumer may be busy with what it got, or a person with a pager.
const CALM_STREAM: Patience =
    Patience { idle: Duration::from_secs(300), grace: Duration::from_secs(300), bytes_per_s_min: 1024 };
/// All, while others wait for memory.
const TIGHT: Patience =
    Patience { idle: Duration::from_secs(3), grace: Duration::from_secs(5), bytes_per_s_min: 256 * 1024 };

/// Whether an answer is in memory whole, or made while it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Whole,
    Stream,
}

pub struct Flow {
    kind: Kind,
    /// Where its claim comes from.
    share: Share,
    link: Arc<Link>,
    key: u64,
    /// Ends one stream of an HTTP/2 connection; an HTTP/1.1 answer ends with its connection.
    stream: Option<CancellationToken>,
    state: Mutex<State>,
    /// Of a body that waits for its parts to go.
    pub(super) waker: AtomicWaker,
}

#[derive(Default)]
struct State {
    claim: Option<Claim>,
    /// The body is about to hand over more, so the claim stays though nothing is pending.
    is_polled: bool,
    /// Bytes in memory that the client has not taken.
    pending: usize,
    /// Since when something is pending, and when something of it last went.
    began: Duration,
    moved: Duration,
    /// Bytes that went since it began.
    sent: u64,
    /// Asked to end, at the last look; the connection goes where that does not help.
    is_cut: bool,
}

impl Flow {
    pub(super) fn new(
        kind: Kind,
        share: Share,
        link: Arc<Link>,
        stream: Option<CancellationToken>,
    ) -> Arc<Self> {
        let (state, waker) = (Mutex::default(), AtomicWaker::new());
        Arc::new_cyclic(|this: &Weak<Self>| {
            let key = link.enter(this.clone());
            Self { kind, share, link, key, stream, state, waker }
        })
    }

    /// The bytes of a whole answer are in memory, and `claim` with them.
    pub(super) fn hold(&self, claim: Claim, bytes: usize) {
        let now = self.link.now();
        *self.state.lock() =
            State { claim: Some(claim), pending: bytes, began: now, moved: now, ..State::default() };
    }

    pub(super) fn share(&self) -> &Share {
        &self.share
    }

    pub(super) fn pending(&self) -> usize {
        self.state.lock().pending
    }

    /// Whether the body of a stream may be asked for more, which is then followed by [`Flow::yielded`].
    pub(super) fn sit(&self) -> bool {
        let mut state = self.state.lock();
        state.is_polled = state.claim.is_some();
        state.is_polled
    }

    pub(super) fn seat(&self, claim: Claim) {
        let mut state = self.state.lock();
        state.claim = Some(claim);
        state.is_polled = true;
    }

    /// What came of asking the body of a stream: so many bytes, or none.
    pub(super) fn yielded(&self, bytes: usize) {
        let now = self.link.now();
        let mut state = self.state.lock();
        if state.pending == 0 {
            (state.began, state.moved, state.sent) = (now, now, 0);
        }
        state.pending += bytes;
        state.is_polled = false;
        if state.pending == 0 {
            state.claim = None;
        }
    }

    /// The next bytes of the body as the HTTP library gets them.
    pub(super) fn part(self: &Arc<Self>, bytes: Bytes) -> Bytes {
        Bytes::from_owner(Part { bytes, flow: self.clone() })
    }

    fn went(&self, bytes: usize) {
        let now = self.link.now();
        {
            let mut state = self.state.lock();
            state.pending = state.pending.saturating_sub(bytes);
            state.sent += bytes as u64;
            state.moved = now;
            if self.kind == Kind::Stream && state.pending == 0 && !state.is_polled {
                state.claim = None;
            }
        }
        self.waker.wake();
    }

    /// Cuts the answer if its reader has used up its patience. True where the whole connection must go.
    pub(super) fn cut_if_stalled(&self, now: Duration) -> bool {
        let mut state = self.state.lock();
        if state.pending == 0 || !is_stalled(&state, self.patience(), now) {
            return false;
        }
        let again = std::mem::replace(&mut state.is_cut, true);
        match &self.stream {
            // Frames that the library holds already may outlive their stream: then the connection goes at the next look.
            Some(stream) if !again => {
                stream.cancel();
                false
            }
            _ => true,
        }
    }

    fn patience(&self) -> Patience {
        match self.kind {
            _ if self.share.is_tight() => TIGHT,
            Kind::Whole => CALM,
            Kind::Stream => CALM_STREAM,
        }
    }
}

fn is_stalled(state: &State, patience: Patience, now: Duration) -> bool {
    let earned = Duration::from_millis(state.sent.saturating_mul(1000) / patience.bytes_per_s_min);
    now.saturating_sub(state.moved) >= patience.idle
        || now.saturating_sub(state.began) >= patience.grace.saturating_add(earned)
}

impl Drop for Flow {
    fn drop(&mut self) {
        self.link.leave(self.key);
    }
}

/// Bytes in the hands of the HTTP library.
struct Part {
    bytes: Bytes,
    flow: Arc<Flow>,
}

impl AsRef<[u8]> for Part {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.flow.went(self.bytes.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_reader_that_takes_nothing_is_stalled_sooner_where_memory_is_short() {
        let state = State { pending: 1, began: at(100), moved: at(100), ..State::default() };
        assert!(!is_stalled(&state, TIGHT, at(102)));
        assert!(is_stalled(&state, TIGHT, at(103)));
        assert!(!is_stalled(&state, CALM, at(159)));
        assert!(is_stalled(&state, CALM, at(160)));
        assert!(!is_stalled(&state, CALM_STREAM, at(399)));
    }

    #[test]
    fn a_reader_that_drips_is_stalled_and_one_that_keeps_up_never() {
        let dripped = State { pending: 1, began: at(0), moved: at(64), sent: 1_000, ..State::default() };
        assert!(is_stalled(&dripped, CALM, at(65)), "a kilobyte in a minute earns nothing");
        for seconds in [10, 1_000, 100_000] {
            let sent = seconds * 300 * 1024;
            let busy = State { pending: 1, began: at(0), moved: at(seconds - 1), sent, ..State::default() };
            assert!(!is_stalled(&busy, TIGHT, at(seconds)), "{seconds} s at 300 KiB/s");
        }
    }
}
