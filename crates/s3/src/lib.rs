//! The S3 face: the embedded bucket directory as `aws s3`, boto3 and every S3 library see it.
//!
//! The protocol (routing, XML, SigV4) is `s3s`'s; what an object is and when it is durable is
//! `headwater_connect::object::BucketDir`'s. This crate maps one to the other. Bodies stream in both directions.
//! Path-style requests, and virtual-hosted ones below `localhost` (`http://bucket.localhost:4566/key`).
//! Versions, policies, ACLs, tagging and server-side encryption are not offered and answer `NotImplemented`.

mod admit;
mod buckets;
mod chunked;
mod digest;
mod fault;
mod gate;
mod guard;
mod listing;
mod messages;
mod multipart;
mod objects;
mod service;

use std::sync::Arc;

use bytes::Bytes;
use headwater_aws_wire::Identities;
use headwater_connect::object::BucketDir;
use headwater_runtime::Clock;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use s3s::StdError;
use s3s::service::{S3Service, S3ServiceBuilder};

pub use guard::ACTIONS;

/// A response body; it streams.
pub use s3s::Body;

/// Who may use the endpoint.
#[derive(Clone)]
pub enum Access {
    /// Anybody, with any credentials or none: signatures are not looked at. For loopback.
    Anyone,
    /// Only requests signed (SigV4, header or presigned) by one of these, and within its policy.
    Identities(Arc<Identities>, Clock),
}

/// Cheap to clone.
#[derive(Clone)]
pub struct S3Endpoint {
    service: S3Service,
    verify: bool,
    trusted_hosts: Vec<String>,
}

impl S3Endpoint {
    pub fn new(buckets: BucketDir, access: Access) -> Self {
        let mut builder = S3ServiceBuilder::new(service::Buckets::new(buckets));
        builder.set_host(admit::LocalHosts);
        let verify = match access {
            Access::Anyone => false,
            Access::Identities(identities, clock) => {
                let guard = guard::Guard { identities, clock };
                builder.set_auth(guard.clone());
                builder.set_access(guard);
                true
            }
        };
        Self { service: builder.build(), verify, trusted_hosts: Vec::new() }
    }

    /// Answers unsigned requests under these names too, besides those that cannot be bought.
    pub fn trusting(self, trusted_hosts: Vec<String>) -> Self {
        Self { trusted_hosts, ..self }
    }

    /// Answers one request. Never fails: what goes wrong is an S3 error response.
    pub async fn handle<B>(&self, request: Request<B>) -> Response<Body>
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<StdError>,
    {
        let (parts, body) = request.into_parts();
        let mut admitted = gate::check_promises(&parts);
        if !self.verify {
            admitted = gate::check_host(&parts, &self.trusted_hosts).and(admitted);
        }
        let (method, path) = (parts.method.clone(), parts.uri.path().to_owned());
        let body = Body::http_body_unsync(body.map_err(Into::<StdError>::into));
        let request = Request::from_parts(parts, body);
        let answered = match admitted {
            Err(refusal) => refusal.to_http_response().map_err(StdError::from),
            Ok(()) if self.verify => self.service.call(request).await.map_err(StdError::from),
            Ok(()) => self.service.call(admit::without_signature(request)).await.map_err(StdError::from),
        };
        match answered {
            Ok(response) => {
                // What a client does wrong is the client's to know; causes on this side are told where they arise.
                if response.status().is_client_error() {
                    tracing::debug!(%method, path, status = response.status().as_u16(), "refused an s3 request");
                }
                messages::complete(response)
            }
            Err(error) => {
                tracing::error!(%method, path, %error, "an s3 request could not be answered");
                let mut response = Response::new(Body::empty());
                *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                response
            }
        }
    }
}
