//! Where objects go and come from: the embedded bucket directory, any S3 endpoint, or, in a simulation, memory.
//!
//! One [`Objects`] handle serves the whole server; delivery streams and SQL's filesystem tables use it alike. Writes are
//! durable and atomic when `finish` returns: on the embedded directory files and names are flushed, on an endpoint the
//! request (or the completion of its multipart upload) was answered. What it does not hold: when to write, and names.

pub mod bucket_dir;
mod error;
mod memory;
mod remote;
mod tier;

use std::io::SeekFrom;
use std::ops::Range;

use bytes::Bytes;
use futures::stream::BoxStream;
use tokio::io::{AsyncReadExt, AsyncSeekExt};

pub use bucket_dir::{Attributes, BucketDir, ObjectInfo};
pub use error::ObjectError;
pub use memory::MemoryObjects;
pub use remote::{EndpointConfig, Remote};
pub use tier::ObjectTier;

/// How much of an object is read at once.
const READ_BYTES: usize = 256 * 1024;

/// Cheap to clone.
#[derive(Clone)]
pub enum Objects {
    Embedded(BucketDir),
    Endpoint(Remote),
    Memory(MemoryObjects),
}

/// One object in the making. Dropped unfinished, no object appears.
pub enum Upload {
    Embedded(Box<bucket_dir::ObjectWriter>),
    Endpoint(Box<remote::RemoteWriter>),
    Memory(memory::MemoryWriter),
}

impl Upload {
    pub async fn write(&mut self, bytes: Bytes) -> Result<(), ObjectError> {
        match self {
            Self::Embedded(writer) => writer.write(bytes).await,
            Self::Endpoint(writer) => writer.write(bytes).await,
            Self::Memory(writer) => {
                writer.write(&bytes);
                Ok(())
            }
        }
    }

    /// Makes the object visible, replacing one of the same key. Durable when it returns.
    pub async fn finish(self) -> Result<(), ObjectError> {
        match self {
            Self::Embedded(writer) => writer.finish().await.map(|_| ()),
            Self::Endpoint(writer) => writer.finish().await,
            Self::Memory(writer) => {
                writer.finish();
                Ok(())
            }
        }
    }

    /// Gives back what an endpoint already holds of it.
    pub async fn abort(self) {
        match self {
            Self::Embedded(_) | Self::Memory(_) => {}
            Self::Endpoint(writer) => writer.abort().await,
        }
    }
}

/// A listed object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectEntry {
    pub key: String,
    pub size: u64,
}

impl Objects {
    /// Begins an object. A missing bucket is told here by the embedded directory, at the first request by an endpoint.
    pub async fn upload(
        &self,
        bucket: &str,
        key: &str,
        attributes: Attributes,
    ) -> Result<Upload, ObjectError> {
        match self {
            Self::Embedded(dir) => Ok(Upload::Embedded(Box::new(dir.writer(bucket, key, attributes).await?))),
            Self::Endpoint(remote) => Ok(Upload::Endpoint(Box::new(remote.writer(bucket, key, attributes)?))),
            Self::Memory(objects) => Ok(Upload::Memory(objects.writer(bucket, key))),
        }
    }

    /// Writes a small object whole.
    pub async fn put(
        &self,
        bucket: &str,
        key: &str,
        bytes: Bytes,
        attributes: Attributes,
    ) -> Result<(), ObjectError> {
        let mut upload = self.upload(bucket, key, attributes).await?;
        upload.write(bytes).await?;
        upload.finish().await
    }

    /// The bytes of an object in pieces of bounded size.
    pub async fn get(
        &self,
        bucket: &str,
        key: &str,
    ) -> Result<BoxStream<'static, Result<Bytes, ObjectError>>, ObjectError> {
        match self {
            Self::Embedded(dir) => {
                let object = dir.open_object(bucket, key).await?;
                Ok(Box::pin(futures::stream::try_unfold(object.file, |mut file| async move {
                    let mut chunk = bytes::BytesMut::with_capacity(READ_BYTES);
                    let read = file.read_buf(&mut chunk).await?;
                    Ok((read > 0).then(|| (chunk.freeze(), file)))
                })))
            }
            Self::Endpoint(remote) => remote.get(bucket, key).await,
            Self::Memory(objects) => {
                let bytes = objects.get(bucket, key)?;
                Ok(Box::pin(futures::stream::iter([Ok(bytes)])))
            }
        }
    }

    /// Part of an object, held in memory: fewer bytes where the object ends before.
    pub async fn get_range(&self, bucket: &str, key: &str, range: Range<u64>) -> Result<Bytes, ObjectError> {
        match self {
            Self::Embedded(dir) => {
                let mut object = dir.open_object(bucket, key).await?;
                object.file.seek(SeekFrom::Start(range.start)).await?;
                let len = range.end.saturating_sub(range.start);
                let mut bytes = Vec::with_capacity(len as usize);
                object.file.take(len).read_to_end(&mut bytes).await?;
                Ok(bytes.into())
            }
            Self::Endpoint(remote) => remote.get_range(bucket, key, range).await,
            Self::Memory(objects) => {
                let bytes = objects.get(bucket, key)?;
                let end = range.end.min(bytes.len() as u64);
                Ok(bytes.slice(range.start.min(end) as usize..end as usize))
            }
        }
    }

    /// Whether an object stands under the key. A bucket that is not there is an error.
    pub async fn exists(&self, bucket: &str, key: &str) -> Result<bool, ObjectError> {
        let found = match self {
            Self::Embedded(dir) => dir.head(bucket, key).await.map(|_| ()),
            Self::Endpoint(remote) => remote.head(bucket, key).await,
            Self::Memory(objects) => objects.get(bucket, key).map(|_| ()),
        };
        match found {
            Ok(()) => Ok(true),
            Err(ObjectError::NoSuchKey { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// All objects below a prefix, in key order. Holds their names in memory.
    pub async fn list(&self, bucket: &str, prefix: &str) -> Result<Vec<ObjectEntry>, ObjectError> {
        match self {
            Self::Embedded(dir) => list_embedded(dir, bucket, prefix).await,
            Self::Endpoint(remote) => remote.list(bucket, prefix).await,
            Self::Memory(objects) => Ok(objects.list(bucket, prefix)),
        }
    }

    pub async fn delete(&self, bucket: &str, key: &str) -> Result<(), ObjectError> {
        match self {
            Self::Embedded(dir) => dir.delete(bucket, key).await,
            Self::Endpoint(remote) => remote.delete(bucket, key).await,
            Self::Memory(objects) => {
                objects.delete(bucket, key);
                Ok(())
            }
        }
    }
}

async fn list_embedded(dir: &BucketDir, bucket: &str, prefix: &str) -> Result<Vec<ObjectEntry>, ObjectError> {
    let mut found = Vec::new();
    let mut query = bucket_dir::ListQuery { prefix: prefix.to_owned(), keys_max: 1000, ..Default::default() };
    loop {
        let page = dir.list(bucket, query.clone()).await?;
        found.extend(
            page.objects.into_iter().map(|object| ObjectEntry { key: object.key, size: object.size }),
        );
        match page.next_after {
            Some(after) => query.after = Some(after),
            None => return Ok(found),
        }
    }
}
