//! Bodies in and out: requests are read to a bound, answers are JSON or a stream of JSON lines.

use std::convert::Infallible;
use std::fmt::Display;

use bytes::{Bytes, BytesMut};
use futures::stream::BoxStream;
use futures::{Stream, StreamExt};
use headwater_types::limits::CONSOLE_REQUEST_BYTES_MAX;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use http::{Response, StatusCode};
use http_body::{Body, Frame};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use serde::Serialize;

use crate::fault::Fault;

/// The body of every answer. It cannot fail: what goes wrong on the way ends the stream.
pub type ConsoleBody = UnsyncBoxBody<Bytes, Infallible>;

pub(crate) fn full(bytes: Bytes) -> ConsoleBody {
    Full::new(bytes).boxed_unsync()
}

pub(crate) fn json<T: Serialize + ?Sized>(status: StatusCode, value: &T) -> Response<ConsoleBody> {
    match serde_json::to_vec(value) {
        Ok(text) => typed(status, "application/json", full(text.into())),
        Err(error) => {
            tracing::error!(%error, "an answer of the console API does not serialise");
            typed(StatusCode::INTERNAL_SERVER_ERROR, "application/json", full(Bytes::from_static(b"{}")))
        }
    }
}

/// The answer that says what went wrong.
pub(crate) fn refusal(fault: &Fault) -> Response<ConsoleBody> {
    #[derive(Serialize)]
    struct Envelope<'a> {
        error: &'a Fault,
    }
    json(fault.status, &Envelope { error: fault })
}

/// A line of JSON per item, sent as it comes.
pub(crate) fn json_lines<S>(lines: S) -> Response<ConsoleBody>
where
    S: Stream<Item = Bytes> + Send + 'static,
{
    let frames: BoxStream<'static, Result<Frame<Bytes>, Infallible>> =
        lines.map(|line| Ok(Frame::data(line))).boxed();
    typed(StatusCode::OK, "application/x-ndjson", StreamBody::new(frames).boxed_unsync())
}

/// Answers are never cached and never sniffed: they are live, and records are other people's bytes.
pub(crate) fn typed(
    status: StatusCode,
    content_type: &'static str,
    body: ConsoleBody,
) -> Response<ConsoleBody> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Reads a whole body of at most [`CONSOLE_REQUEST_BYTES_MAX`]; more is refused as soon as it is seen.
pub(crate) async fn read_bounded<B>(body: B) -> Result<Bytes, Fault>
where
    B: Body<Data = Bytes>,
    B::Error: Display,
{
    let too_large = || {
        let message = format!("the body is larger than {CONSOLE_REQUEST_BYTES_MAX} bytes");
        Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", message)
    };
    if body.size_hint().lower() > CONSOLE_REQUEST_BYTES_MAX as u64 {
        return Err(too_large());
    }
    let mut body = std::pin::pin!(body);
    let mut bytes = BytesMut::new();
    while let Some(frame) = body.as_mut().frame().await {
        let frame = frame.map_err(|error| Fault::bad_request(format!("the body broke off: {error}")))?;
        if let Ok(data) = frame.into_data() {
            if bytes.len() + data.len() > CONSOLE_REQUEST_BYTES_MAX {
                return Err(too_large());
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes.freeze())
}
