//! `GET /_health`: whether the process lives and whether it takes writes, for load balancers, Kubernetes and scripts.
//!
//! An answer at all is liveness. 200 says that records are taken, 503 that they are not and why: the store has stopped, or
//! its last commit found the disk full. It costs no commit, needs no credentials and tells nothing about data.

use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_wire::Body;
use headwater_store::embedded::EmbeddedStore;
use http::{HeaderValue, Method, Response, StatusCode, header};

pub const PATH: &str = "/_health";

/// Cheap to clone.
#[derive(Clone)]
pub struct Health(Arc<EmbeddedStore>);

impl Health {
    pub fn new(store: Arc<EmbeddedStore>) -> Self {
        Self(store)
    }

    pub fn answer(&self, method: &Method) -> Response<Body> {
        if !matches!(*method, Method::GET | Method::HEAD) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let stats = self.0.stats();
        let last_commit = if stats.disk_full { "disk full" } else { "ok" };
        let ready = stats.stopped.is_none() && !stats.disk_full;
        let text = serde_json::json!({
            "status": if ready { "ok" } else { "unavailable" },
            "version": env!("CARGO_PKG_VERSION"),
            "store": {
                "open": stats.stopped.is_none(),
                "stopped": stats.stopped,
                "last_commit": last_commit,
                "commits": stats.commits,
                // Null where there is no tier, or it is well.
                "tier_failing": stats.tier.and_then(|tier| tier.failing),
            },
        });
        let mut response = Response::new(Body::from(Bytes::from(text.to_string())));
        if !ready {
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        }
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

#[cfg(test)]
mod tests {
    use headwater_runtime::{Clock, SimDisk};
    use headwater_store::embedded::EmbeddedConfig;
    use http_body_util::BodyExt;

    use super::*;

    async fn ask(health: &Health) -> (StatusCode, serde_json::Value) {
        let (parts, body) = health.answer(&Method::GET).into_parts();
        (parts.status, serde_json::from_slice(&body.collect().await.unwrap().to_bytes()).unwrap())
    }

    #[tokio::test]
    async fn a_store_that_is_open_is_ready_and_only_reading_is_allowed() {
        let store =
            EmbeddedStore::open(EmbeddedConfig::new("/data"), Arc::new(SimDisk::new()), Clock::system())
                .unwrap();
        let health = Health::new(store);
        let (status, answer) = ask(&health).await;
        assert_eq!((status, &answer["status"]), (StatusCode::OK, &"ok".into()));
        assert_eq!(answer["store"]["last_commit"], "ok");
        assert_eq!(health.answer(&Method::POST).status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}
