//! Accepting connections: HTTP/1.1 and cleartext HTTP/2 (prior knowledge) on one port, told apart by the preface; the same
//! inside TLS on another.
//!
//! Every resource a client can hold is bounded: connections, streams of a connection, header bytes and the time to send
//! them. Request bodies are bounded where they are read, in `route`; answers in `answers`, which has connections cut whose
//! clients do not take them. A stop lets running requests finish for a while.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use headwater_runtime::net::Acceptor;
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulConnection, GracefulShutdown};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;

use crate::answers::{AnswerBody, Answers, H2Streams, Link};
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

type ConnectionError = Box<dyn std::error::Error + Send + Sync>;

/// Answers one request. Errors are answers too, so it cannot fail.
pub trait Answer: Clone + Send + Sync + 'static {
    fn answer(&self, request: Request<Incoming>) -> impl Future<Output = Response<AnswerBody>> + Send;
}

/// Places for connections and memory for their answers, shared by the listeners of a server.
#[derive(Clone)]
pub struct Places {
    free: Arc<Semaphore>,
    answers: Answers,
}

impl Places {
    pub fn new(answers: Answers) -> Self {
        Self { free: Arc::new(Semaphore::new(CONNECTIONS_MAX)), answers }
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
            let Ok(place) = places.free.clone().acquire_owned().await else { break };
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
            let link = places.answers.link(peer.0);
            match self.tls.clone() {
                None => {
                    let connection = watcher.watch(connection(stream, peer, link.clone(), answer));
                    tokio::spawn(async move {
                        until_cut(connection, &link).await;
                        drop(place);
                    });
                }
                Some(acceptor) => {
                    tokio::spawn(async move {
                        match tokio::time::timeout(HANDSHAKE_TIMEOUT, acceptor.accept(stream)).await {
                            Ok(Ok(stream)) => {
                                let connection =
                                    watcher.watch(connection(stream, peer, link.clone(), answer));
                                until_cut(connection, &link).await;
                            }
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

/// A connection to its end, or until its client has not taken its answers for too long.
async fn until_cut(connection: impl Future<Output = Result<(), ConnectionError>>, link: &Link) {
    tokio::select! {
        ended = connection => if let Err(error) = ended {
            tracing::debug!(%error, "connection ended");
        },
        () = link.cut() => {}
    }
}

/// Serves one connection; the caller has it watched for a graceful stop.
fn connection<S>(
    stream: S,
    peer: Peer,
    link: Arc<Link>,
    answer: impl Answer,
) -> impl GracefulConnection<Error = ConnectionError>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let service = service_fn(move |mut request: Request<Incoming>| {
        let answer = answer.clone();
        request.extensions_mut().insert(peer);
        request.extensions_mut().insert(link.clone());
        async move { Ok::<_, Infallible>(answer.answer(request).await) }
    });
    let mut builder = auto::Builder::new(H2Streams);
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
