//! Accepting connections: HTTP/1.1 and cleartext HTTP/2 (prior knowledge) on one port, told apart by the preface; the same
//! inside TLS on another.
//!
//! Every resource a client can hold is bounded: connections, streams of a connection, header bytes and the time to send
//! them. Request bodies are bounded where they are read, in `route`. A stop lets running requests finish for a while.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use anyhow::{Context as _, Result};
use bytes::Bytes;
use headwater_aws_wire::Body;
use headwater_console::ConsoleBody;
use headwater_runtime::net::Acceptor;
use http::{Request, Response};
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulConnection, GracefulShutdown};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use crate::bodies::Peer;

/// Connections served at once; a further one waits in the kernel's queue.
const CONNECTIONS_MAX: usize = 8_192;
/// Time a client has for the TLS handshake.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
/// Time a client has to send its request head, so that idle or dripping connections give their place back.
const HEADER_READ_TIMEOUT: Duration = Duration::from_secs(60);
/// Streams of one HTTP/2 connection. A KCL worker holds one per shard it subscribes to.
const H2_STREAMS_MAX: u32 = 1_024;
const H2_STREAM_WINDOW_BYTES: u32 = 1024 * 1024;
const H2_CONNECTION_WINDOW_BYTES: u32 = 16 * 1024 * 1024;
const HEADER_BYTES_MAX: u32 = 64 * 1024;
/// How long a stop waits for running requests before it cuts them.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(5);

/// The body of an answer, as the face that gave it made it.
pub enum AnswerBody {
    Aws(Body),
    Console(ConsoleBody),
    S3(headwater_s3::Body),
}

impl hyper::body::Body for AnswerBody {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match self.get_mut() {
            Self::Aws(body) => Pin::new(body).poll_frame(context).map_err(|never| match never {}),
            Self::Console(body) => Pin::new(body).poll_frame(context).map_err(|never| match never {}),
            Self::S3(body) => Pin::new(body).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Aws(body) => body.is_end_stream(),
            Self::Console(body) => body.is_end_stream(),
            Self::S3(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Aws(body) => body.size_hint(),
            Self::Console(body) => body.size_hint(),
            Self::S3(body) => body.size_hint(),
        }
    }
}

type ConnectionError = Box<dyn std::error::Error + Send + Sync>;

/// Answers one request. Errors are answers too, so it cannot fail.
pub trait Answer: Clone + Send + Sync + 'static {
    fn answer(&self, request: Request<Incoming>) -> impl Future<Output = Response<AnswerBody>> + Send;
}

/// Places for connections, shared by the listeners of a server.
#[derive(Clone)]
pub struct Places(Arc<Semaphore>);

impl Default for Places {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(CONNECTIONS_MAX)))
    }
}

pub struct Listener {
    acceptor: Acceptor,
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
}

impl Listener {
    pub async fn bind(address: SocketAddr) -> Result<Self> {
        Self::on(Acceptor::bind(address).await.with_context(|| {
            format!("listening on {address} (is another server running there? choose a port with --port)")
        })?)
    }

    pub fn on(acceptor: Acceptor) -> Result<Self> {
        let address = acceptor.address().context("reading the address of the listener")?;
        Ok(Self { acceptor, address, tls: None })
    }

    /// Speaks TLS, and nothing else.
    pub fn with_tls(self, acceptor: TlsAcceptor) -> Self {
        Self { tls: Some(acceptor), ..self }
    }

    /// The address bound, with the port the system chose where 0 was asked for.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until `stop` is cancelled, then drains.
    pub async fn serve(self, answer: impl Answer, places: Places, stop: CancellationToken) {
        let graceful = GracefulShutdown::new();
        loop {
            let Ok(place) = places.0.clone().acquire_owned().await else { break };
            let (stream, peer) = tokio::select! {
                () = stop.cancelled() => break,
                accepted = self.acceptor.accept() => match accepted {
                    Ok((stream, peer)) => (stream, Peer(peer.ip())),
                    Err(error) => {
                        // Out of file descriptors is the usual cause: give the running connections time to end.
                        tracing::warn!(%error, "accepting a connection failed");
                        tokio::time::sleep(Duration::from_millis(50)).await;
                        continue;
                    }
                },
            };
            // An answer is one small segment more often than not: waiting for more would only add latency.
            if let Err(error) = stream.set_nodelay() {
                tracing::debug!(%error, "setting TCP_NODELAY failed");
            }
            let (answer, watcher) = (answer.clone(), graceful.watcher());
            match self.tls.clone() {
                None => {
                    let connection = watcher.watch(connection(stream, peer, answer));
                    tokio::spawn(async move {
                        ended(connection.await);
                        drop(place);
                    });
                }
                Some(acceptor) => {
                    tokio::spawn(async move {
                        match tokio::time::timeout(HANDSHAKE_TIMEOUT, acceptor.accept(stream)).await {
                            Ok(Ok(stream)) => ended(watcher.watch(connection(stream, peer, answer)).await),
                            Ok(Err(error)) => tracing::debug!(%error, "a TLS handshake failed"),
                            Err(_) => tracing::debug!("a TLS handshake took too long"),
                        }
                        drop(place);
                    });
                }
            }
        }
        drop(self.acceptor);
        if tokio::time::timeout(DRAIN_TIMEOUT, graceful.shutdown()).await.is_err() {
            tracing::info!("cut the connections that were still busy after {DRAIN_TIMEOUT:?}");
        }
    }
}

fn ended(result: Result<(), ConnectionError>) {
    if let Err(error) = result {
        tracing::debug!(%error, "connection ended");
    }
}

/// Serves one connection; the caller has it watched for a graceful stop.
fn connection<S>(
    stream: S,
    peer: Peer,
    answer: impl Answer,
) -> impl GracefulConnection<Error = ConnectionError>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let service = service_fn(move |mut request: Request<Incoming>| {
        let answer = answer.clone();
        request.extensions_mut().insert(peer);
        async move { Ok::<_, Infallible>(answer.answer(request).await) }
    });
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_READ_TIMEOUT)
        .max_buf_size(1024 * 1024);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(H2_STREAMS_MAX)
        .initial_stream_window_size(H2_STREAM_WINDOW_BYTES)
        .initial_connection_window_size(H2_CONNECTION_WINDOW_BYTES)
        .max_header_list_size(HEADER_BYTES_MAX)
        .max_send_buf_size(1024 * 1024)
        .keep_alive_interval(Some(Duration::from_secs(30)))
        .keep_alive_timeout(Duration::from_secs(30));
    builder.serve_connection_with_upgrades(TokioIo::new(stream), service).into_owned()
}
