//! The live console: one page under `/_console/`, Headwater's own JSON API under `/_api/v1/`, and the WebSocket that makes
//! the page live. `docs/API.md` describes the API.
//!
//! The console reads the engines through [`source::Source`] and keeps nothing of its own but the last five minutes of
//! rates. It never holds up an engine or another page: every queue here is bounded, and what does not fit is dropped and
//! counted.

mod api;
mod assets;
mod body;
mod engines;
mod fault;
mod guard;
mod history;
mod live;
mod sampler;
pub mod source;
pub mod view;

use std::fmt::Display;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::Clock;
use http::{Request, Response};

pub use body::ConsoleBody;
pub use engines::Engines;
pub use fault::Fault;

use sampler::Sampler;
use source::Source;

/// Where the console is mounted; everything below these paths is its own.
pub const PAGE_PREFIX: &str = "/_console";
pub const API_PREFIX: &str = "/_api/";

/// What the page says about the server.
#[derive(Clone, Debug)]
pub struct ConsoleInfo {
    /// As users reach it, such as `127.0.0.1:4566`.
    pub address: String,
    pub version: String,
    /// `aws` where the service's limits are enforced, else `off`.
    pub limits: String,
    /// Host names beyond IP addresses, `localhost` and local names under which pages may reach the API.
    pub trusted_hosts: Vec<String>,
}

impl ConsoleInfo {
    pub(crate) fn limits_on(&self) -> bool {
        self.limits != "off"
    }
}

/// The console of one server. Cheap to clone; sampling stops when the last clone is dropped.
#[derive(Clone)]
pub struct Console(Arc<Inner>);

struct Inner {
    info: ConsoleInfo,
    source: Arc<dyn Source>,
    sampler: Arc<Sampler>,
    sampling: tokio::task::JoinHandle<()>,
    seats: live::Seats,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.sampling.abort();
    }
}

impl Console {
    /// Begins to sample. Must be called within a tokio runtime.
    pub fn new(info: ConsoleInfo, clock: Clock, source: Arc<dyn Source>) -> Self {
        let sampler = Arc::new(Sampler::new(info.clone(), clock, source.clone()));
        let sampling = tokio::spawn(sampler.clone().run());
        Self(Arc::new(Inner { info, source, sampler, sampling, seats: live::Seats::default() }))
    }

    /// Whether a request belongs to the console.
    pub fn owns(path: &str) -> bool {
        path == PAGE_PREFIX || path.starts_with("/_console/") || path.starts_with(API_PREFIX)
    }

    /// Answers one request. For the WebSocket the connection must be served with upgrades
    /// (`serve_connection_with_upgrades`).
    pub async fn handle<B>(&self, request: Request<B>) -> Response<ConsoleBody>
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Display,
    {
        match api::answer(&self.0, request).await {
            Ok(response) => response,
            Err(fault) => body::refusal(&fault),
        }
    }
}
