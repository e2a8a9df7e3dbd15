//! Any S3 endpoint, through `object_store`: AWS itself, MinIO, Ceph, R2. Large objects go up in parts of bounded memory.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::TryStreamExt;
use futures::stream::BoxStream;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::buffered::BufWriter;
use object_store::path::Path;
use object_store::{Attribute, ObjectStore, ObjectStoreExt, RetryConfig};
use parking_lot::Mutex;
use serde::Deserialize;
use tokio::io::AsyncWriteExt;

use super::{Attributes, ObjectEntry, ObjectError};

/// Part size of large uploads, and so the memory of one writer; `object_store` sends two parts at once.
const PART_BYTES: usize = 8 * 1024 * 1024;
const PARTS_IN_FLIGHT: usize = 2;
/// Whoever writes retries with its own, longer back-off and shows the error meanwhile.
const RETRIES_MAX: usize = 3;
const RETRY_TIMEOUT: Duration = Duration::from_secs(30);

/// How to reach an endpoint; what is missing is taken from the `AWS_*` environment variables or the instance's role.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EndpointConfig {
    /// Such as `http://localhost:9000`; AWS itself where absent.
    pub endpoint: Option<String>,
    pub region: Option<String>,
    pub access_key_id: Option<String>,
    pub secret_access_key: Option<String>,
    pub session_token: Option<String>,
    /// Put the bucket into the host name instead of the path.
    pub virtual_hosted_style: bool,
}

/// Cheap to clone.
#[derive(Clone)]
pub struct Remote(Arc<Inner>);

struct Inner {
    config: EndpointConfig,
    /// One client per bucket; there are as many as delivery streams and tables name.
    clients: Mutex<HashMap<String, Arc<AmazonS3>>>,
}

pub struct RemoteWriter {
    bucket: String,
    key: String,
    writer: BufWriter,
}

impl RemoteWriter {
    pub(super) async fn write(&mut self, bytes: Bytes) -> Result<(), ObjectError> {
        self.writer.put(bytes).await.map_err(|error| on_write(&self.bucket, error))
    }

    pub(super) async fn finish(mut self) -> Result<(), ObjectError> {
        self.writer.shutdown().await.map_err(|error| match error.downcast::<object_store::Error>() {
            Ok(error) => on_write(&self.bucket, error),
            Err(error) => ObjectError::Endpoint(error.to_string()),
        })
    }

    pub(super) async fn abort(mut self) {
        if let Err(error) = self.writer.abort().await {
            tracing::warn!(bucket = self.bucket, key = self.key, %error, "an unfinished multipart upload stays behind");
        }
    }
}

impl Remote {
    pub fn new(config: EndpointConfig) -> Self {
        Self(Arc::new(Inner { config, clients: Mutex::new(HashMap::new()) }))
    }

    pub(super) fn writer(
        &self,
        bucket: &str,
        key: &str,
        attributes: Attributes,
    ) -> Result<RemoteWriter, ObjectError> {
        let client = self.client(bucket)?;
        let path = parse_key(key)?;
        let writer = BufWriter::with_capacity(client, path, PART_BYTES)
            .with_max_concurrency(PARTS_IN_FLIGHT)
            .with_attributes(headers(attributes));
        Ok(RemoteWriter { bucket: bucket.to_owned(), key: key.to_owned(), writer })
    }

    pub(super) async fn get(
        &self,
        bucket: &str,
        key: &str,
    ) -> Result<BoxStream<'static, Result<Bytes, ObjectError>>, ObjectError> {
        let (bucket, key) = (bucket.to_owned(), key.to_owned());
        let client = self.client(&bucket)?;
        let object = client.get(&parse_key(&key)?).await.map_err(|error| on_read(&bucket, &key, error))?;
        Ok(Box::pin(object.into_stream().map_err(move |error| on_read(&bucket, &key, error))))
    }

    pub(super) async fn get_range(
        &self,
        bucket: &str,
        key: &str,
        range: std::ops::Range<u64>,
    ) -> Result<Bytes, ObjectError> {
        let got = self.client(bucket)?.get_range(&parse_key(key)?, range).await;
        got.map_err(|error| on_read(bucket, key, error))
    }

    pub(super) async fn head(&self, bucket: &str, key: &str) -> Result<(), ObjectError> {
        let found = self.client(bucket)?.head(&parse_key(key)?).await;
        found.map(|_| ()).map_err(|error| on_read(bucket, key, error))
    }

    pub(super) async fn list(&self, bucket: &str, prefix: &str) -> Result<Vec<ObjectEntry>, ObjectError> {
        let client = self.client(bucket)?;
        // `object_store` lists whole directories only: ask for the last one and filter.
        let directory = prefix.rsplit_once('/').map_or("", |(directory, _)| directory);
        let directory = if directory.is_empty() { None } else { Some(parse_key(directory)?) };
        let listing = client.list(directory.as_ref()).map_err(|error| on_write(bucket, error));
        let mut found: Vec<ObjectEntry> = listing
            .map_ok(|object| ObjectEntry { key: object.location.to_string(), size: object.size })
            .try_filter(|object| futures::future::ready(object.key.starts_with(prefix)))
            .try_collect()
            .await?;
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    pub(super) async fn delete(&self, bucket: &str, key: &str) -> Result<(), ObjectError> {
        let client = self.client(bucket)?;
        match client.delete(&parse_key(key)?).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            other => other.map_err(|error| on_write(bucket, error)),
        }
    }

    fn client(&self, bucket: &str) -> Result<Arc<AmazonS3>, ObjectError> {
        if let Some(client) = self.0.clients.lock().get(bucket) {
            return Ok(client.clone());
        }
        let client = Arc::new(build(&self.0.config, bucket).map_err(|error| on_write(bucket, error))?);
        self.0.clients.lock().insert(bucket.to_owned(), client.clone());
        Ok(client)
    }
}

fn build(config: &EndpointConfig, bucket: &str) -> Result<AmazonS3, object_store::Error> {
    let retry =
        RetryConfig { max_retries: RETRIES_MAX, retry_timeout: RETRY_TIMEOUT, ..RetryConfig::default() };
    let mut builder = AmazonS3Builder::from_env()
        .with_bucket_name(bucket)
        .with_virtual_hosted_style_request(config.virtual_hosted_style)
        .with_retry(retry);
    if let Some(endpoint) = &config.endpoint {
        builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
    }
    if let Some(region) = &config.region {
        builder = builder.with_region(region);
    }
    if let Some(id) = &config.access_key_id {
        builder = builder.with_access_key_id(id);
    }
    if let Some(secret) = &config.secret_access_key {
        builder = builder.with_secret_access_key(secret);
    }
    if let Some(token) = &config.session_token {
        builder = builder.with_token(token);
    }
    builder.build()
}

fn parse_key(key: &str) -> Result<Path, ObjectError> {
    let reason = "an S3 endpoint takes no empty, `.` or `..` component between slashes";
    Path::parse(key).map_err(|_| ObjectError::InvalidKey { reason })
}

fn headers(attributes: Attributes) -> object_store::Attributes {
    let mut headers = object_store::Attributes::new();
    let known = [
        (Attribute::ContentType, attributes.content_type),
        (Attribute::ContentEncoding, attributes.content_encoding),
        (Attribute::ContentDisposition, attributes.content_disposition),
        (Attribute::ContentLanguage, attributes.content_language),
        (Attribute::CacheControl, attributes.cache_control),
    ];
    for (attribute, value) in known {
        if let Some(value) = value {
            headers.insert(attribute, value.into());
        }
    }
    for (key, value) in attributes.user {
        headers.insert(Attribute::Metadata(key.into()), value.into());
    }
    headers
}

/// An object that is not found while it is written means that its bucket is not.
fn on_write(bucket: &str, error: object_store::Error) -> ObjectError {
    match error {
        object_store::Error::NotFound { .. } => ObjectError::NoSuchBucket { bucket: bucket.to_owned() },
        object_store::Error::PermissionDenied { source, .. }
        | object_store::Error::Unauthenticated { source, .. } => {
            ObjectError::AccessDenied { bucket: bucket.to_owned(), detail: source.to_string() }
        }
        other => ObjectError::Endpoint(other.to_string()),
    }
}

fn on_read(bucket: &str, key: &str, error: object_store::Error) -> ObjectError {
    match error {
        object_store::Error::NotFound { .. } => {
            ObjectError::NoSuchKey { bucket: bucket.to_owned(), key: key.to_owned() }
        }
        other => on_write(bucket, other),
    }
}
