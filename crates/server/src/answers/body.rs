//! The body of an answer as the HTTP library draws it: in parts that are counted until the client has taken them.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use headwater_aws_wire::Body;
use headwater_console::ConsoleBody;
use http::Version;
use hyper::body::{Frame, SizeHint};

use super::flow::Flow;
use super::pool::{Claim, NoRoom};

/// A whole answer is handed over in parts of this size, so that it is seen whether its client takes them.
const PART_BYTES: usize = 128 * 1024;
/// A stream is not asked for more while this much of it is pending.
const STREAM_PENDING_BYTES_MAX: usize = 128 * 1024;
/// What a stream claims while something of it is pending: the above, and the part that goes beyond it.
const STREAM_BYTES: usize = 512 * 1024;
/// The same for fan-out, whose events hold up to a mebibyte of records in base64.
const EVENTS_BYTES: usize = 3 * 512 * 1024;

type Error = Box<dyn std::error::Error + Send + Sync>;

/// What makes a body while it is sent.
pub enum Source {
    Aws(Body),
    Console(ConsoleBody),
    S3(headwater_s3::Body),
}

pub struct AnswerBody(Inner);

enum Inner {
    Empty,
    Whole {
        /// What was not handed over yet.
        rest: Bytes,
        flow: Arc<Flow>,
        /// The end is told apart from the last part, so that an HTTP/2 stream can still be ended while parts are pending.
        ends_apart: bool,
    },
    Stream {
        source: Source,
        flow: Arc<Flow>,
        waiting: Option<Waiting>,
    },
}

type Waiting = Pin<Box<dyn Future<Output = Result<Claim, NoRoom>> + Send>>;

impl AnswerBody {
    pub fn empty() -> Self {
        Self(Inner::Empty)
    }

    pub(super) fn whole(bytes: Bytes, flow: Arc<Flow>, version: Version) -> Self {
        let ends_apart = version == Version::HTTP_2 && bytes.len() > PART_BYTES;
        Self(Inner::Whole { rest: bytes, flow, ends_apart })
    }

    pub(super) fn stream(source: Source, flow: Arc<Flow>) -> Self {
        Self(Inner::Stream { source, flow, waiting: None })
    }
}

impl hyper::body::Body for AnswerBody {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match &mut self.get_mut().0 {
            Inner::Empty => Poll::Ready(None),
            Inner::Whole { rest, .. } if rest.is_empty() => Poll::Ready(None),
            Inner::Whole { rest, flow, .. } => {
                let part = rest.split_to(rest.len().min(PART_BYTES));
                Poll::Ready(Some(Ok(Frame::data(flow.part(part)))))
            }
            Inner::Stream { source, flow, waiting } => poll_stream(source, flow, waiting, context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Empty => true,
            Inner::Whole { rest, ends_apart, .. } => rest.is_empty() && !ends_apart,
            Inner::Stream { source, .. } => source.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Inner::Empty => SizeHint::with_exact(0),
            Inner::Whole { rest, .. } => SizeHint::with_exact(rest.len() as u64),
            Inner::Stream { source, .. } => source.size_hint(),
        }
    }
}

/// Draws on the source only while little is pending and there is room for what may come.
fn poll_stream(
    source: &mut Source,
    flow: &Arc<Flow>,
    waiting: &mut Option<Waiting>,
    context: &mut Context<'_>,
) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
    flow.waker.register(context.waker());
    if flow.pending() > STREAM_PENDING_BYTES_MAX {
        return Poll::Pending;
    }
    if !flow.sit() {
        let bytes = source.buffer_bytes();
        let claim = match (waiting.as_mut(), flow.share().try_claim(bytes)) {
            (None, Some(claim)) => claim,
            (None, None) => {
                let share = flow.share().clone();
                let waiting = waiting.insert(Box::pin(async move { share.wait(bytes).await }));
                ready!(waiting.as_mut().poll(context)).map_err(|NoRoom| "the server is stopping")?
            }
            (Some(waiting), _) => {
                ready!(waiting.as_mut().poll(context)).map_err(|NoRoom| "the server is stopping")?
            }
        };
        *waiting = None;
        flow.seat(claim);
    }
    let polled = source.poll_frame(context);
    let Poll::Ready(Some(Ok(frame))) = polled else {
        flow.yielded(0);
        return polled;
    };
    match frame.into_data() {
        Ok(data) => {
            flow.yielded(data.len());
            Poll::Ready(Some(Ok(Frame::data(flow.part(data)))))
        }
        Err(trailers) => {
            flow.yielded(0);
            Poll::Ready(Some(Ok(trailers)))
        }
    }
}

impl Source {
    fn buffer_bytes(&self) -> usize {
        match self {
            Self::Aws(_) => EVENTS_BYTES,
            Self::Console(_) | Self::S3(_) => STREAM_BYTES,
        }
    }

    fn poll_frame(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        use hyper::body::Body as _;
        match self {
            Self::Aws(body) => Pin::new(body).poll_frame(context).map_err(|never| match never {}),
            Self::Console(body) => Pin::new(body).poll_frame(context).map_err(|never| match never {}),
            Self::S3(body) => Pin::new(body).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        use hyper::body::Body as _;
        match self {
            Self::Aws(body) => body.is_end_stream(),
            Self::Console(body) => body.is_end_stream(),
            Self::S3(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        use hyper::body::Body as _;
        match self {
            Self::Aws(body) => body.size_hint(),
            Self::Console(body) => body.size_hint(),
            Self::S3(body) => body.size_hint(),
        }
    }
}

impl From<Body> for Source {
    fn from(body: Body) -> Self {
        Self::Aws(body)
    }
}

impl From<ConsoleBody> for Source {
    fn from(body: ConsoleBody) -> Self {
        Self::Console(body)
    }
}

impl From<headwater_s3::Body> for Source {
    fn from(body: headwater_s3::Body) -> Self {
        Self::S3(body)
    }
}
