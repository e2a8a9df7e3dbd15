//! A directory that is an object store: buckets are directories, objects are plain files under their keys.
//!
//! Invariants: a finished write is on disk (file, names and metadata flushed) when it returns, and appears whole or not
//! at all; a reader sees one version of an object, never a mixture. Bodies stream through files, never through memory.
//! What it does not hold: versions, policies, ACLs. Layout under the root:
//!
//! ```text
//! <bucket>/<key>                    the objects (see `path` for keys a file system cannot hold)
//! .headwater/meta/<bucket>/..       what belongs to an object beside its bytes (see `sidecar`)
//! .headwater/tmp/                   writes in progress; emptied when opened
//! .headwater/uploads/<id>/          multipart uploads in progress
//! ```

mod list;
mod multipart;
mod path;
mod sidecar;
#[cfg(test)]
mod tests;
mod write;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use headwater_runtime::{Clock, Entropy};
use headwater_types::Timestamp;
use tokio::fs;
use tokio::sync::Mutex;

use super::ObjectError;
pub use list::{ListPage, ListQuery};
pub use multipart::{PartInfo, PartWriter, UploadInfo};
pub use sidecar::Attributes;
use sidecar::{FileIdentity, Sidecar, sidecar_path};
pub use write::{Condition, ObjectWriter};

/// Cheap to clone.
#[derive(Clone)]
pub struct BucketDir(Arc<Inner>);

struct Inner {
    root: PathBuf,
    clock: Clock,
    entropy: Entropy,
    /// Held while names change (make directories and rename in, unlink and remove empty directories), so that a
    /// directory is never removed under a file about to enter it.
    namespace: Mutex<()>,
    /// The last modification time given out, so that every version of an object has its own.
    last_modified_nanos: AtomicU64,
}

#[derive(Clone, Debug)]
pub struct BucketInfo {
    pub name: String,
    pub created: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectInfo {
    pub key: String,
    pub size: u64,
    pub modified: Timestamp,
    /// Without quotes: the MD5 of the bytes in hex, or S3's form for multipart objects.
    pub etag: String,
    pub attributes: Attributes,
}

/// An object opened for reading: the version that `info` describes, whatever happens to the key afterwards.
pub struct OpenObject {
    pub info: ObjectInfo,
    pub file: fs::File,
}

impl BucketDir {
    /// Opens the directory, making it where it is missing, and clears away what a crash left half written.
    pub async fn open(root: &Path, clock: Clock, entropy: Entropy) -> Result<Self, ObjectError> {
        let inner = Inner {
            root: root.to_owned(),
            clock,
            entropy,
            namespace: Mutex::new(()),
            last_modified_nanos: AtomicU64::new(0),
        };
        match fs::remove_dir_all(inner.tmp_dir()).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        for dir in [inner.tmp_dir(), inner.meta_dir(), inner.uploads_dir()] {
            fs::create_dir_all(dir).await?;
        }
        Ok(Self(Arc::new(inner)))
    }

    pub fn root(&self) -> &Path {
        &self.0.root
    }

    pub async fn create_bucket(&self, bucket: &str) -> Result<(), ObjectError> {
        path::check_bucket_name(bucket)?;
        match fs::create_dir(self.0.bucket_dir(bucket)).await {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(ObjectError::BucketExists { bucket: bucket.to_owned() })
            }
            Err(error) => Err(error.into()),
            Ok(()) => Ok(sync_dir(&self.0.root).await?),
        }
    }

    /// Only an empty bucket can be deleted, as on S3.
    pub async fn delete_bucket(&self, bucket: &str) -> Result<(), ObjectError> {
        self.require_bucket(bucket).await?;
        let _names = self.0.namespace.lock().await;
        match fs::remove_dir(self.0.bucket_dir(bucket)).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(ObjectError::NoSuchBucket { bucket: bucket.to_owned() })
            }
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
                Err(ObjectError::BucketNotEmpty { bucket: bucket.to_owned() })
            }
            Err(error) => Err(error.into()),
            Ok(()) => {
                let _ = fs::remove_dir_all(self.0.meta_dir().join(bucket)).await;
                Ok(sync_dir(&self.0.root).await?)
            }
        }
    }

    /// Fails unless the bucket is there.
    pub async fn require_bucket(&self, bucket: &str) -> Result<BucketInfo, ObjectError> {
        path::check_bucket_name(bucket)?;
        match fs::metadata(self.0.bucket_dir(bucket)).await {
            Ok(metadata) if metadata.is_dir() => Ok(bucket_info(bucket.to_owned(), &metadata)),
            Ok(_) => Err(ObjectError::NoSuchBucket { bucket: bucket.to_owned() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(ObjectError::NoSuchBucket { bucket: bucket.to_owned() })
            }
            Err(error) => Err(error.into()),
        }
    }

    /// All buckets, by name.
    pub async fn buckets(&self) -> Result<Vec<BucketInfo>, ObjectError> {
        let mut buckets = Vec::new();
        let mut entries = fs::read_dir(&self.0.root).await?;
        while let Some(entry) = entries.next_entry().await? {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let metadata = entry.metadata().await?;
            if metadata.is_dir() && path::check_bucket_name(&name).is_ok() {
                buckets.push(bucket_info(name, &metadata));
            }
        }
        buckets.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(buckets)
    }

    pub async fn head(&self, bucket: &str, key: &str) -> Result<ObjectInfo, ObjectError> {
        Ok(self.open_object(bucket, key).await?.info)
    }

    pub async fn open_object(&self, bucket: &str, key: &str) -> Result<OpenObject, ObjectError> {
        let (file, identity) = match self.0.open_file(bucket, key).await? {
            Some(found) => found,
            None => {
                self.require_bucket(bucket).await?;
                return Err(ObjectError::NoSuchKey { bucket: bucket.to_owned(), key: key.to_owned() });
            }
        };
        let sidecar = self.0.sidecar(bucket, key, identity).await;
        Ok(OpenObject { info: object_info(key.to_owned(), identity, sidecar), file })
    }

    /// Deleting what is not there succeeds, as on S3. Durable when it returns.
    pub async fn delete(&self, bucket: &str, key: &str) -> Result<(), ObjectError> {
        self.require_bucket(bucket).await?;
        let _names = self.0.namespace.lock().await;
        let Some((path, identity)) = self.0.locate(bucket, key).await? else { return Ok(()) };
        fs::remove_file(&path).await?;
        let _ = fs::remove_file(sidecar_path(&self.0.meta_dir(), bucket, key, identity)).await;
        let bucket_dir = self.0.bucket_dir(bucket);
        let mut dir = path.parent().unwrap_or(&bucket_dir);
        while dir != bucket_dir && fs::remove_dir(dir).await.is_ok() {
            dir = dir.parent().unwrap_or(&bucket_dir);
        }
        Ok(sync_dir(dir).await?)
    }

    /// A new version of an object; nothing is visible before [`ObjectWriter::finish`]. The bucket must exist.
    pub async fn writer(
        &self,
        bucket: &str,
        key: &str,
        attributes: Attributes,
    ) -> Result<ObjectWriter, ObjectError> {
        self.require_bucket(bucket).await?;
        path::path_of_key(key)?;
        ObjectWriter::create(self.clone(), bucket.to_owned(), key.to_owned(), attributes).await
    }
}

impl Inner {
    fn bucket_dir(&self, bucket: &str) -> PathBuf {
        self.root.join(bucket)
    }

    fn tmp_dir(&self) -> PathBuf {
        self.root.join(".headwater/tmp")
    }

    fn meta_dir(&self) -> PathBuf {
        self.root.join(".headwater/meta")
    }

    fn uploads_dir(&self) -> PathBuf {
        self.root.join(".headwater/uploads")
    }

    /// A modification time of its own for every version: the clock's milliseconds, made unique below.
    fn next_modified_nanos(&self) -> u64 {
        let now = (self.clock.now().as_millis().max(0) as u64).saturating_mul(1_000_000);
        let advance = |last: u64| Some(now.max(last + 1));
        let last = self.last_modified_nanos.fetch_update(Ordering::Relaxed, Ordering::Relaxed, advance);
        now.max(last.unwrap_or_default() + 1)
    }

    /// The file that holds an object now, if any.
    async fn locate(&self, bucket: &str, key: &str) -> Result<Option<(PathBuf, FileIdentity)>, ObjectError> {
        let plain = self.bucket_dir(bucket).join(path::path_of_key(key)?);
        let beside = path::beside_directory(&plain);
        for path in [plain, beside] {
            match fs::metadata(&path).await {
                Ok(metadata) if metadata.is_file() => return Ok(Some((path, FileIdentity::of(&metadata)))),
                Ok(_) => {}
                Err(error) if is_absence(&error) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(None)
    }

    /// Opens the object's file; its identity is the opened file's, whatever is renamed meanwhile.
    async fn open_file(
        &self,
        bucket: &str,
        key: &str,
    ) -> Result<Option<(fs::File, FileIdentity)>, ObjectError> {
        path::check_bucket_name(bucket)?;
        let Some((path, _)) = self.locate(bucket, key).await? else { return Ok(None) };
        match fs::File::open(&path).await {
            Ok(file) => {
                let identity = FileIdentity::of(&file.metadata().await?);
                Ok(Some((file, identity)))
            }
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    async fn sidecar(&self, bucket: &str, key: &str, file: FileIdentity) -> Option<Sidecar> {
        let bytes = fs::read(sidecar_path(&self.meta_dir(), bucket, key, file)).await.ok()?;
        serde_json::from_slice(&bytes).ok().filter(|sidecar: &Sidecar| sidecar.key == key)
    }
}

fn object_info(key: String, file: FileIdentity, sidecar: Option<Sidecar>) -> ObjectInfo {
    let (etag, attributes) = match sidecar {
        Some(sidecar) => (sidecar.etag, sidecar.attributes),
        None => (file.etag(), Attributes::default()),
    };
    ObjectInfo { key, size: file.size, modified: Timestamp(file.modified_millis()), etag, attributes }
}

fn bucket_info(name: String, metadata: &std::fs::Metadata) -> BucketInfo {
    // Not every file system knows when a directory was made; its modification time then stands in.
    let created = metadata.created().or_else(|_| metadata.modified());
    let since_epoch = created.ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    BucketInfo { name, created: Timestamp(since_epoch.map_or(0, |d| d.as_millis() as i64)) }
}

/// Also when a file stands where the key needs a directory: then there is no such object.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename
    )
}

/// Makes the names in a directory durable. A directory that is gone has nothing to make durable.
async fn sync_dir(dir: &Path) -> io::Result<()> {
    match fs::File::open(dir).await {
        Ok(dir) => dir.sync_all().await,
        Err(error) if is_absence(&error) => Ok(()),
        Err(error) => Err(error),
    }
}
