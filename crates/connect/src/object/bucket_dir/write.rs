//! Writing one object: bytes go to a temporary file, and `finish` makes them the object, durably and at once.

use std::collections::BTreeSet;
use std::fs::FileTimes;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use bytes::{Bytes, BytesMut};
use md5::{Digest, Md5};
use tokio::fs;
use tokio::io::AsyncWriteExt;

use super::super::ObjectError;
use super::sidecar::{Attributes, FileIdentity, Sidecar, sidecar_path};
use super::{BucketDir, Inner, ObjectInfo, is_absence, object_info, path, sync_dir};

/// How much is gathered before the file sees it: few trips to the blocking pool, little memory.
const WRITE_BYTES: usize = 256 * 1024;

/// What must be true of the key for a write to take place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    #[default]
    Always,
    /// No object of that key.
    Absent,
    /// Some object of that key.
    Present,
    /// An object with this ETag, without quotes.
    Etag(String),
}

impl Condition {
    fn holds(&self, existing: Option<&ObjectInfo>) -> bool {
        match self {
            Self::Always => true,
            Self::Absent => existing.is_none(),
            Self::Present => existing.is_some(),
            Self::Etag(etag) => existing.is_some_and(|object| object.etag == *etag),
        }
    }
}

/// A version of an object in the making. Dropped unfinished, it leaves nothing behind.
pub struct ObjectWriter {
    dir: BucketDir,
    bucket: String,
    key: String,
    attributes: Attributes,
    tmp: TemporaryFile,
    md5: Md5,
    /// Given instead of the MD5 of the bytes, for objects made of parts.
    etag: Option<String>,
}

impl ObjectWriter {
    pub(super) async fn create(
        dir: BucketDir,
        bucket: String,
        key: String,
        attributes: Attributes,
    ) -> Result<Self, ObjectError> {
        let tmp = TemporaryFile::create(&dir.0).await?;
        Ok(Self { dir, bucket, key, attributes, tmp, md5: Md5::new(), etag: None })
    }

    pub(super) fn set_etag(&mut self, etag: String) {
        self.etag = Some(etag);
    }

    pub async fn write(&mut self, bytes: Bytes) -> Result<(), ObjectError> {
        self.md5.update(&bytes);
        Ok(self.tmp.write(bytes).await?)
    }

    /// The MD5 of the bytes so far, in base64 as `Content-MD5` has it.
    pub fn content_md5(&self) -> String {
        base64(&self.md5.clone().finalize())
    }

    /// Makes the object visible. Durable when it returns.
    pub async fn finish(self) -> Result<ObjectInfo, ObjectError> {
        self.finish_if(Condition::Always).await
    }

    /// As [`ObjectWriter::finish`], if the condition holds at the moment the object would appear.
    pub async fn finish_if(self, condition: Condition) -> Result<ObjectInfo, ObjectError> {
        let inner = &self.dir.0;
        let etag = self.etag.unwrap_or_else(|| hex(&self.md5.finalize()));
        let modified_nanos = inner.next_modified_nanos();
        let (tmp_path, identity) = self.tmp.seal(modified_nanos).await?;

        let sidecar = Sidecar { key: self.key.clone(), etag, attributes: self.attributes };
        write_sidecar(inner, &self.bucket, &sidecar, identity).await?;
        let touched = publish(inner, &tmp_path, &self.bucket, &self.key, identity, &condition).await?;
        for dir in touched {
            sync_dir(&dir).await?;
        }
        Ok(object_info(self.key, identity, Some(sidecar)))
    }
}

async fn write_sidecar(
    inner: &Inner,
    bucket: &str,
    sidecar: &Sidecar,
    identity: FileIdentity,
) -> Result<(), ObjectError> {
    let path = sidecar_path(&inner.meta_dir(), bucket, &sidecar.key, identity);
    let json = serde_json::to_vec(sidecar).map_err(|error| ObjectError::Io(io::Error::other(error)))?;
    let mut tmp = TemporaryFile::create(inner).await?;
    tmp.write(json.into()).await?;
    let (tmp_path, _) = tmp.seal(identity.modified_nanos as u64).await?;
    let dir = path.parent().unwrap_or(&inner.root).to_owned();
    fs::create_dir_all(&dir).await?;
    fs::rename(&tmp_path, &path).await?;
    tmp_path.keep();
    sync_dir(&dir).await?;
    if let Some(bucket_meta) = dir.parent() {
        sync_dir(bucket_meta).await?;
    }
    Ok(())
}

/// Renames the finished file to where its key belongs. Answers the directories whose names changed.
async fn publish(
    inner: &Inner,
    tmp: &TemporaryPath,
    bucket: &str,
    key: &str,
    identity: FileIdentity,
    condition: &Condition,
) -> Result<BTreeSet<PathBuf>, ObjectError> {
    let _names = inner.namespace.lock().await;
    let bucket_dir = inner.bucket_dir(bucket);
    match fs::metadata(&bucket_dir).await {
        Ok(_) => {}
        Err(error) if is_absence(&error) => {
            return Err(ObjectError::NoSuchBucket { bucket: bucket.to_owned() });
        }
        Err(error) => return Err(error.into()),
    }
    let replaced = inner.locate(bucket, key).await?;
    let existing = match &replaced {
        Some((_, old)) => Some(object_info(key.to_owned(), *old, inner.sidecar(bucket, key, *old).await)),
        None => None,
    };
    if !condition.holds(existing.as_ref()) {
        return Err(ObjectError::ConditionFailed { key: key.to_owned() });
    }
    let plain = bucket_dir.join(path::path_of_key(key)?);
    let mut touched = make_parents(&bucket_dir, &plain).await?;
    let is_directory = fs::metadata(&plain).await.is_ok_and(|metadata| metadata.is_dir());
    // An object that stands beside a directory stays there when the directory goes: a key has one file.
    let stands_beside = replaced.as_ref().is_some_and(|(path, _)| *path != plain);
    let target = if is_directory || stands_beside { path::beside_directory(&plain) } else { plain };
    fs::rename(tmp, &target).await?;
    tmp.keep();
    touched.extend(target.parent().map(Path::to_owned));

    if let Some((_, old)) = replaced.filter(|(_, old)| *old != identity) {
        let _ = fs::remove_file(sidecar_path(&inner.meta_dir(), bucket, key, old)).await;
    }
    Ok(touched)
}

/// Makes the directories above a file, moving aside an object that stands where one is needed.
async fn make_parents(bucket_dir: &Path, file: &Path) -> Result<BTreeSet<PathBuf>, ObjectError> {
    let mut touched = BTreeSet::new();
    let relative = file.strip_prefix(bucket_dir).unwrap_or(file);
    let mut dir = bucket_dir.to_owned();
    for component in relative.parent().into_iter().flat_map(Path::components) {
        let parent = dir.clone();
        dir.push(component);
        match fs::create_dir(&dir).await {
            Ok(()) => {
                touched.insert(parent);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::metadata(&dir).await?.is_file() {
                    fs::rename(&dir, path::beside_directory(&dir)).await?;
                    fs::create_dir(&dir).await?;
                    touched.insert(parent);
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(touched)
}

/// A file under `tmp/` that removes itself unless it is sealed and renamed away.
pub(super) struct TemporaryFile {
    path: TemporaryPath,
    file: fs::File,
    buffer: BytesMut,
}

/// The path of a temporary file; dropping it removes the file unless [`TemporaryPath::keep`] was called.
pub(super) struct TemporaryPath {
    path: PathBuf,
    kept: std::sync::atomic::AtomicBool,
}

impl TemporaryPath {
    /// The file was renamed away.
    pub(super) fn keep(&self) {
        self.kept.store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

impl AsRef<Path> for TemporaryPath {
    fn as_ref(&self) -> &Path {
        &self.path
    }
}

impl Drop for TemporaryPath {
    #[allow(clippy::disallowed_methods)] // a drop cannot await; one unlink is short
    fn drop(&mut self) {
        if !*self.kept.get_mut() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

impl TemporaryFile {
    pub(super) async fn create(inner: &Inner) -> io::Result<Self> {
        let path = inner.tmp_dir().join(inner.entropy.uuid());
        let file = fs::OpenOptions::new().write(true).create_new(true).open(&path).await?;
        let path = TemporaryPath { path, kept: false.into() };
        Ok(Self { path, file, buffer: BytesMut::new() })
    }

    pub(super) async fn write(&mut self, bytes: Bytes) -> io::Result<()> {
        if self.buffer.is_empty() && bytes.len() >= WRITE_BYTES {
            return self.file.write_all(&bytes).await;
        }
        self.buffer.extend_from_slice(&bytes);
        if self.buffer.len() >= WRITE_BYTES {
            self.file.write_all(&self.buffer).await?;
            self.buffer.clear();
        }
        Ok(())
    }

    /// Flushes the bytes and the given modification time to disk; the file's name is the caller's to make durable.
    pub(super) async fn seal(mut self, modified_nanos: u64) -> io::Result<(TemporaryPath, FileIdentity)> {
        self.file.write_all(&self.buffer).await?;
        self.file.flush().await?;
        let file = self.file.into_std().await;
        let sealed = tokio::task::spawn_blocking(move || {
            let modified = UNIX_EPOCH + Duration::from_nanos(modified_nanos);
            file.set_times(FileTimes::new().set_modified(modified))?;
            file.sync_all()?;
            file.metadata()
        });
        let metadata = sealed.await.map_err(io::Error::other)??;
        Ok((self.path, FileIdentity::of(&metadata)))
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn base64(bytes: &[u8]) -> String {
    use ::base64::Engine as _;
    ::base64::engine::general_purpose::STANDARD.encode(bytes)
}
