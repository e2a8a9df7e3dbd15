//! Who may use the endpoint where identities are configured: secrets for the protocol's verification of signatures, then
//! session tokens, ends of keys, and policies.
//!
//! Buckets belong to the server and to no account, so policies alone tell identities apart here.
//! Actions and resources: <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html>

use std::sync::Arc;

use headwater_aws_wire::credentials::session_token;
use headwater_aws_wire::permission::authorize;
use headwater_aws_wire::{Identities, Identity, Resource};
use headwater_runtime::Clock;
use s3s::access::{S3Access, S3AccessContext};
use s3s::auth::{S3Auth, SecretKey};
use s3s::dto::{CopyObjectInput, CopySource, DeleteObjectsInput, UploadPartCopyInput};
use s3s::path::S3Path;
use s3s::{S3Error, S3ErrorCode, S3Request, S3Result, s3_error};

/// Cheap to clone.
#[derive(Clone)]
pub(crate) struct Guard {
    pub(crate) identities: Arc<Identities>,
    pub(crate) clock: Clock,
}

impl Guard {
    fn identity(&self, access_key: Option<&str>) -> S3Result<&Arc<Identity>> {
        let access_key = access_key.ok_or_else(|| s3_error!(AccessDenied, "Access Denied"))?;
        self.identities.get(access_key).ok_or_else(unknown_key)
    }

    fn check_token(&self, identity: &Identity, given: Option<String>) -> S3Result<()> {
        if given.as_deref() != identity.session_token.as_deref() {
            return Err(s3_error!(InvalidToken, "The provided token is malformed or otherwise invalid."));
        }
        if identity.has_expired(self.clock.now()) {
            return Err(s3_error!(ExpiredToken, "The provided token has expired."));
        }
        Ok(())
    }

    fn permit<T>(&self, request: &S3Request<T>, action: &str, arn: &str) -> S3Result<()> {
        let access_key = request.credentials.as_ref().map(|credentials| credentials.access_key.as_str());
        permit(self.identity(access_key)?, action, arn)
    }

    /// Whoever copies an object reads another.
    fn permit_source<T>(&self, request: &S3Request<T>, source: &CopySource) -> S3Result<()> {
        match source {
            CopySource::Bucket { bucket, key, .. } => {
                self.permit(request, "s3:GetObject", &format!("arn:aws:s3:::{bucket}/{key}"))
            }
            _ => Err(s3_error!(NotImplemented, "copies are made from buckets and keys alone")),
        }
    }
}

fn unknown_key() -> S3Error {
    s3_error!(InvalidAccessKeyId, "The AWS Access Key Id you provided does not exist in our records.")
}

fn permit(identity: &Identity, action: &str, arn: &str) -> S3Result<()> {
    let resource = Resource { arn: arn.to_owned(), ..Resource::any() };
    authorize(identity, action, &resource).map_err(|fault| {
        S3Error::with_message(S3ErrorCode::AccessDenied, fault.message.unwrap_or_default().into_owned())
    })
}

#[async_trait::async_trait]
impl S3Auth for Guard {
    async fn get_secret_key(&self, access_key: &str) -> S3Result<SecretKey> {
        let identity = self.identities.get(access_key).ok_or_else(unknown_key)?;
        Ok(identity.secret.expose().into())
    }
}

#[async_trait::async_trait]
impl S3Access for Guard {
    async fn check(&self, cx: &mut S3AccessContext<'_>) -> S3Result<()> {
        let identity = self.identity(cx.credentials().map(|credentials| credentials.access_key.as_str()))?;
        self.check_token(identity, session_token(cx.headers(), cx.uri()))?;
        let arn = match cx.s3_path() {
            S3Path::Root => "*".to_owned(),
            S3Path::Bucket { bucket } => format!("arn:aws:s3:::{bucket}"),
            S3Path::Object { bucket, key } => format!("arn:aws:s3:::{bucket}/{key}"),
        };
        match cx.s3_op().name() {
            // Its keys stand in the body: see below.
            "DeleteObjects" => Ok(()),
            operation => permit(identity, &action(operation), &arn),
        }
    }

    async fn delete_objects(&self, request: &mut S3Request<DeleteObjectsInput>) -> S3Result<()> {
        let DeleteObjectsInput { bucket, delete, .. } = &request.input;
        delete.objects.iter().try_for_each(|object| {
            self.permit(request, "s3:DeleteObject", &format!("arn:aws:s3:::{bucket}/{}", object.key))
        })
    }

    async fn copy_object(&self, request: &mut S3Request<CopyObjectInput>) -> S3Result<()> {
        self.permit_source(request, &request.input.copy_source)
    }

    async fn upload_part_copy(&self, request: &mut S3Request<UploadPartCopyInput>) -> S3Result<()> {
        self.permit_source(request, &request.input.copy_source)
    }
}

/// The actions that policies can speak of here: every one that [`action`] gives.
pub const ACTIONS: &[&str] = &[
    "AbortMultipartUpload",
    "CreateBucket",
    "DeleteBucket",
    "DeleteObject",
    "GetBucketLocation",
    "GetObject",
    "ListAllMyBuckets",
    "ListBucket",
    "ListBucketMultipartUploads",
    "ListMultipartUploadParts",
    "PutObject",
];

/// The action that an operation needs; most have its name.
fn action(operation: &str) -> String {
    let name = match operation {
        "HeadObject" => "GetObject",
        "CopyObject"
        | "CreateMultipartUpload"
        | "UploadPart"
        | "UploadPartCopy"
        | "CompleteMultipartUpload" => "PutObject",
        "ListParts" => "ListMultipartUploadParts",
        "ListMultipartUploads" => "ListBucketMultipartUploads",
        "ListObjects" | "ListObjectsV2" | "HeadBucket" => "ListBucket",
        "ListBuckets" => "ListAllMyBuckets",
        same => same,
    };
    format!("s3:{name}")
}
