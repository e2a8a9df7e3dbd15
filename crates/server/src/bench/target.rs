//! Where requests go: the endpoint's address, its TLS and HTTP version, and how requests to it are signed.

use std::sync::Arc;

use anyhow::{Context, bail};
use headwater_runtime::Clock;
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls_platform_verifier::BuilderVerifierExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{self, ClientConfig};

use super::connection::{Connection, Sender};
use super::credentials;
use super::http1::Http1;
use super::signing::Signer;

/// A resolved endpoint. Cheap to clone; each connection gets its own signer.
#[derive(Clone)]
pub struct Target {
    pub endpoint: String,
    host: String,
    port: u16,
    http2: bool,
    tls: Option<TlsConnector>,
    signer: Signer,
    clock: Clock,
}

impl Target {
    /// Reads the endpoint and finds credentials and region for it.
    pub async fn resolve(endpoint: &str, http2: bool, clock: Clock) -> anyhow::Result<Self> {
        let uri: http::Uri =
            endpoint.parse().with_context(|| format!("--endpoint {endpoint:?} is not a URL"))?;
        let (tls, default_port) = match uri.scheme_str() {
            Some("http") => (None, 80),
            Some("https") => (Some(tls_connector(http2)?), 443),
            _ => bail!("--endpoint {endpoint:?} must begin with http:// or https://"),
        };
        let Some(authority) = uri.authority() else { bail!("--endpoint {endpoint:?} names no host") };
        if uri.path() != "/" {
            bail!("--endpoint {endpoint:?} must not have a path");
        }
        let host = authority.host().trim_matches(['[', ']']).to_owned();
        let loopback = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
        let region = credentials::region(&host).await;
        let signer = Signer::new(credentials::credentials(loopback).await?, region, authority.to_string());
        Ok(Self {
            endpoint: endpoint.trim_end_matches('/').to_owned(),
            port: authority.port_u16().unwrap_or(default_port),
            host,
            http2,
            tls,
            signer,
            clock,
        })
    }

    /// `h1` or `h2`, for reports.
    pub fn protocol(&self) -> &'static str {
        if self.http2 { "h2" } else { "h1" }
    }

    /// Opens a connection for calls with whole answers.
    pub async fn connect(&self) -> anyhow::Result<Connection> {
        self.open(false).await
    }

    /// Opens a connection for one call whose answer streams in.
    pub async fn connect_streaming(&self) -> anyhow::Result<Connection> {
        self.open(true).await
    }

    async fn open(&self, streaming: bool) -> anyhow::Result<Connection> {
        let tcp = TcpStream::connect((self.host.as_str(), self.port))
            .await
            .with_context(|| format!("cannot connect to {}:{}", self.host, self.port))?;
        tcp.set_nodelay(true)?;
        let sender = match &self.tls {
            None => self.handshake(tcp, streaming).await?,
            Some(connector) => {
                let name =
                    ServerName::try_from(self.host.clone()).context("the endpoint's host is not a name")?;
                let tls = connector.connect(name, tcp).await.context("TLS handshake failed")?;
                self.handshake(tls, streaming).await?
            }
        };
        Ok(Connection::new(sender, self.signer.clone(), self.clock.clone(), &self.endpoint, self.http2)?)
    }

    async fn handshake<T>(&self, io: T, streaming: bool) -> anyhow::Result<Sender>
    where
        T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin + 'static,
    {
        // A connection's end shows as the error of the request that needed it; its task has nothing to add.
        if self.http2 {
            let (sender, connection) = hyper::client::conn::http2::Builder::new(TokioExecutor::new())
                .initial_stream_window_size(H2_STREAM_WINDOW_BYTES)
                .initial_connection_window_size(H2_CONNECTION_WINDOW_BYTES)
                .max_frame_size(H2_FRAME_BYTES)
                .handshake(TokioIo::new(io))
                .await?;
            tokio::spawn(connection);
            Ok(Sender::Http2(sender))
        } else if !streaming {
            Ok(Sender::Raw(Http1::new(Box::new(io))))
        } else {
            let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(io)).await?;
            tokio::spawn(connection);
            Ok(Sender::Http1(sender))
        }
    }
}

/// Windows wide enough that a 10 MiB answer on loopback is not held up by its reader's updates.
const H2_STREAM_WINDOW_BYTES: u32 = 4 * 1024 * 1024;
const H2_CONNECTION_WINDOW_BYTES: u32 = 8 * 1024 * 1024;
const H2_FRAME_BYTES: u32 = 256 * 1024;

fn tls_connector(http2: bool) -> anyhow::Result<TlsConnector> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    config.alpn_protocols = vec![if http2 { b"h2".to_vec() } else { b"http/1.1".to_vec() }];
    Ok(TlsConnector::from(Arc::new(config)))
}
