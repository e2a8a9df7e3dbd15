//! What the server sees of the faces: one object each, chosen by the prefix of `X-Amz-Target`, by the path or by the form.

use std::sync::Arc;

use async_trait::async_trait;
use headwater_aws_shapes::schema::Service;
use http::Response;

use crate::{AnswerCost, AwsRequest, Body, front};

/// An AWS service.
#[async_trait]
pub trait AwsService: Send + Sync + 'static {
    /// What it is called: in `X-Amz-Target`, in paths of rpc-v2, and by its version in forms.
    fn model(&self) -> &'static Service;

    /// What the answer to a request may cost in memory, as far as its head tells.
    fn answer_cost(&self, request: &AwsRequest) -> AnswerCost;

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

    /// Whether a request speaks to one of these services at all, and not to a REST endpoint on the same port: it names a target
    /// or a protocol, or its content type is one only these services use.
    pub fn claims(uri: &http::Uri, headers: &http::HeaderMap) -> bool {
        let content_type = headers.get(http::header::CONTENT_TYPE).map(http::HeaderValue::as_bytes);
        let is_ours = content_type.is_some_and(|kind| kind.starts_with(b"application/x-amz-"));
        let at_root = uri.path() == "/";
        let is_form = content_type.is_some_and(|kind| kind.starts_with(b"application/x-www-form-urlencoded"));
        let is_presigned_form =
            uri.query().is_some_and(|query| query.split('&').any(|pair| pair.starts_with("Action=")));
        is_ours
            || headers.contains_key("x-amz-target")
            || headers.contains_key("smithy-protocol")
            || at_root && (is_form || is_presigned_form)
    }

    /// What the answer to a request may cost in memory.
    pub fn answer_cost(&self, request: &AwsRequest) -> AnswerCost {
        self.addressed(request).map_or(AnswerCost::SMALL, |service| service.answer_cost(request))
    }

    pub async fn call(&self, request: AwsRequest) -> Response<Body> {
        match self.addressed(&request) {
            Some(service) => service.call(request).await,
            None => front::answer_for_nobody(&request),
        }
    }

    fn addressed(&self, request: &AwsRequest) -> Option<&Arc<dyn AwsService>> {
        let find = |is_it: &dyn Fn(&Service) -> bool| self.0.iter().find(|service| is_it(service.model()));
        let (prefix, _) = request.target();
        if !prefix.is_empty() {
            return find(&|model| model.target_prefix == prefix);
        }
        if front::is_rpc(request) {
            let (name, _) = front::rpc_path(request)?;
            return find(&|model| model.target_prefix == name && model.speaks("smithy-rpc-v2-cbor"));
        }
        if front::is_query(request) {
            let form = front::form_of(request)?;
            let version = form.value("Version")?;
            return find(&|model| model.api_version == version && model.speaks("query"));
        }
        None
    }
}
