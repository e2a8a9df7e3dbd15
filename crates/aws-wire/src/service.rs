//! What the server sees of the faces: one object each, chosen by the prefix of `X-Amz-Target`.

use std::sync::Arc;

use async_trait::async_trait;
use http::Response;

use crate::{AwsRequest, Body, front};

/// An AWS service behind `X-Amz-Target`.
#[async_trait]
pub trait AwsService: Send + Sync + 'static {
    /// What stands before the dot in `X-Amz-Target`, such as `Kinesis_20131202`.
    fn target_prefix(&self) -> &'static str;

    /// Answers one request. Never fails: what goes wrong is an answer of the service's own kind.
    async fn call(&self, request: AwsRequest) -> Response<Body>;
}

/// All services of a server. Answers for itself what belongs to none of them.
#[derive(Clone, Default)]
pub struct Services(Arc<[Arc<dyn AwsService>]>);

impl Services {
    pub fn new(services: Vec<Arc<dyn AwsService>>) -> Self {
        Self(services.into())
    }

    /// Whether a request speaks to an AWS JSON service at all, and not to a REST endpoint on the same port: it names a target,
    /// or its content type is one only these services use.
    pub fn claims(headers: &http::HeaderMap) -> bool {
        headers.contains_key("x-amz-target")
            || headers
                .get(http::header::CONTENT_TYPE)
                .is_some_and(|v| v.as_bytes().starts_with(b"application/x-amz-"))
    }

    pub async fn call(&self, request: AwsRequest) -> Response<Body> {
        let (prefix, _) = request.target();
        match self.0.iter().find(|service| service.target_prefix() == prefix) {
            Some(service) => service.call(request).await,
            None => front::answer_for_nobody(&request),
        }
    }
}
