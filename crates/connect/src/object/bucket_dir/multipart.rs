//! Multipart uploads: parts are durable files under the upload's own directory, joined into the object at the end.

use std::io;
use std::path::PathBuf;

use bytes::BytesMut;
use headwater_types::Timestamp;
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use tokio::fs;
use tokio::io::AsyncReadExt;

use super::super::ObjectError;
use super::sidecar::{Attributes, FileIdentity};
use super::write::{Condition, TemporaryFile, base64, hex};
use super::{BucketDir, ObjectInfo, path, sync_dir};

/// Smallest part but the last, and the largest part number.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html>
const PART_BYTES_MIN: u64 = 5 * 1024 * 1024;
pub(crate) const PART_NUMBER_MAX: u32 = 10_000;

const COPY_BYTES: usize = 256 * 1024;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UploadInfo {
    pub id: String,
    pub bucket: String,
    pub key: String,
    pub initiated_ms: i64,
    #[serde(default)]
    pub attributes: Attributes,
}

#[derive(Clone, Debug)]
pub struct PartInfo {
    pub number: u32,
    pub size: u64,
    pub modified: Timestamp,
    pub etag: String,
}

/// A part in the making; nothing of it stands before [`PartWriter::finish`].
pub struct PartWriter {
    dir: BucketDir,
    upload: String,
    number: u32,
    tmp: TemporaryFile,
    md5: Md5,
}

impl PartWriter {
    pub async fn write(&mut self, bytes: bytes::Bytes) -> Result<(), ObjectError> {
        self.md5.update(&bytes);
        Ok(self.tmp.write(bytes).await?)
    }

    /// The MD5 of the bytes so far, in base64 as `Content-MD5` has it.
    pub fn content_md5(&self) -> String {
        base64(&self.md5.clone().finalize())
    }

    /// Durable when it returns; a part of the same number is replaced.
    pub async fn finish(self) -> Result<PartInfo, ObjectError> {
        let etag = hex(&self.md5.finalize());
        let (tmp, identity) = self.tmp.seal(self.dir.0.next_modified_nanos()).await?;
        let upload_dir = self.dir.0.uploads_dir().join(&self.upload);
        // Parts of one number written at once: the last rename wins, and its name carries its own ETag.
        for old in parts_in(&upload_dir).await?.into_iter().filter(|part| part.number == self.number) {
            let _ = fs::remove_file(upload_dir.join(part_name(old.number, &old.etag))).await;
        }
        fs::rename(&tmp, upload_dir.join(part_name(self.number, &etag))).await?;
        tmp.keep();
        sync_dir(&upload_dir).await?;
        Ok(PartInfo {
            number: self.number,
            size: identity.size,
            modified: Timestamp(identity.modified_millis()),
            etag,
        })
    }
}

impl BucketDir {
    /// Begins an upload and answers its id.
    pub async fn create_upload(
        &self,
        bucket: &str,
        key: &str,
        attributes: Attributes,
    ) -> Result<String, ObjectError> {
        self.require_bucket(bucket).await?;
        path::path_of_key(key)?;
        let upload = UploadInfo {
            id: self.0.entropy.uuid(),
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            initiated_ms: self.0.clock.now().as_millis(),
            attributes,
        };
        let dir = self.0.uploads_dir().join(&upload.id);
        fs::create_dir(&dir).await?;
        let json = serde_json::to_vec(&upload).map_err(|error| ObjectError::Io(io::Error::other(error)))?;
        let mut tmp = TemporaryFile::create(&self.0).await?;
        tmp.write(json.into()).await?;
        let (tmp, _) = tmp.seal(self.0.next_modified_nanos()).await?;
        fs::rename(&tmp, dir.join("upload.json")).await?;
        tmp.keep();
        sync_dir(&dir).await?;
        sync_dir(&self.0.uploads_dir()).await?;
        Ok(upload.id)
    }

    pub async fn part_writer(
        &self,
        bucket: &str,
        key: &str,
        upload: &str,
        number: u32,
    ) -> Result<PartWriter, ObjectError> {
        self.upload(bucket, key, upload).await?;
        if !(1..=PART_NUMBER_MAX).contains(&number) {
            return Err(ObjectError::InvalidPart { part: number });
        }
        let tmp = TemporaryFile::create(&self.0).await?;
        Ok(PartWriter { dir: self.clone(), upload: upload.to_owned(), number, tmp, md5: Md5::new() })
    }

    /// The parts uploaded so far, by number.
    pub async fn parts(&self, bucket: &str, key: &str, upload: &str) -> Result<Vec<PartInfo>, ObjectError> {
        self.upload(bucket, key, upload).await?;
        parts_in(&self.0.uploads_dir().join(upload)).await
    }

    /// Joins the parts, given as number and ETag in ascending order, into the object. Durable when it returns.
    pub async fn complete_upload(
        &self,
        bucket: &str,
        key: &str,
        upload: &str,
        chosen: &[(u32, Option<String>)],
        condition: Condition,
    ) -> Result<ObjectInfo, ObjectError> {
        let info = self.upload(bucket, key, upload).await?;
        let upload_dir = self.0.uploads_dir().join(upload);
        let parts = choose(parts_in(&upload_dir).await?, chosen)?;
        let mut writer = self.writer(bucket, key, info.attributes).await?;
        let mut digests = Md5::new();
        for part in &parts {
            digests.update(unhex(&part.etag));
            let mut file = fs::File::open(upload_dir.join(part_name(part.number, &part.etag))).await?;
            loop {
                let mut chunk = BytesMut::with_capacity(COPY_BYTES);
                if file.read_buf(&mut chunk).await? == 0 {
                    break;
                }
                writer.write(chunk.freeze()).await?;
            }
        }
        writer.set_etag(format!("{}-{}", hex(&digests.finalize()), parts.len()));
        let object = writer.finish_if(condition).await?;
        self.remove_upload(upload).await?;
        Ok(object)
    }

    pub async fn abort_upload(&self, bucket: &str, key: &str, upload: &str) -> Result<(), ObjectError> {
        self.upload(bucket, key, upload).await?;
        self.remove_upload(upload).await
    }

    /// The uploads of a bucket in progress, by key and start.
    pub async fn uploads(&self, bucket: &str) -> Result<Vec<UploadInfo>, ObjectError> {
        self.require_bucket(bucket).await?;
        let mut uploads = Vec::new();
        let mut entries = fs::read_dir(self.0.uploads_dir()).await?;
        while let Some(entry) = entries.next_entry().await? {
            let Ok(json) = fs::read(entry.path().join("upload.json")).await else { continue };
            let Ok(upload) = serde_json::from_slice::<UploadInfo>(&json) else { continue };
            if upload.bucket == bucket {
                uploads.push(upload);
            }
        }
        uploads.sort_by(|a, b| (&a.key, a.initiated_ms).cmp(&(&b.key, b.initiated_ms)));
        Ok(uploads)
    }

    async fn upload(&self, bucket: &str, key: &str, upload: &str) -> Result<UploadInfo, ObjectError> {
        let unknown = || ObjectError::NoSuchUpload { upload: upload.to_owned() };
        // The id becomes a directory name: nothing but what we give out ourselves may pass.
        if upload.is_empty() || !upload.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') {
            return Err(unknown());
        }
        let json =
            fs::read(self.0.uploads_dir().join(upload).join("upload.json")).await.map_err(|_| unknown())?;
        let info: UploadInfo = serde_json::from_slice(&json).map_err(|_| unknown())?;
        if info.bucket == bucket && info.key == key { Ok(info) } else { Err(unknown()) }
    }

    async fn remove_upload(&self, upload: &str) -> Result<(), ObjectError> {
        fs::remove_dir_all(self.0.uploads_dir().join(upload)).await?;
        Ok(sync_dir(&self.0.uploads_dir()).await?)
    }
}

fn choose(uploaded: Vec<PartInfo>, chosen: &[(u32, Option<String>)]) -> Result<Vec<PartInfo>, ObjectError> {
    if chosen.is_empty() {
        return Err(ObjectError::InvalidPart { part: 0 });
    }
    if chosen.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
        return Err(ObjectError::PartOrder);
    }
    let mut parts = Vec::with_capacity(chosen.len());
    for (position, (number, etag)) in chosen.iter().enumerate() {
        let part = uploaded.iter().find(|part| part.number == *number);
        let part = part.filter(|part| etag.as_deref().is_none_or(|etag| etag == part.etag));
        let part = part.ok_or(ObjectError::InvalidPart { part: *number })?;
        if position + 1 < chosen.len() && part.size < PART_BYTES_MIN {
            return Err(ObjectError::PartTooSmall { part: *number });
        }
        parts.push(part.clone());
    }
    Ok(parts)
}

fn part_name(number: u32, etag: &str) -> String {
    format!("part-{number:05}-{etag}")
}

async fn parts_in(upload_dir: &PathBuf) -> Result<Vec<PartInfo>, ObjectError> {
    let mut parts = Vec::new();
    let mut entries = fs::read_dir(upload_dir).await?;
    while let Some(entry) = entries.next_entry().await? {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Some((number, etag)) = name.strip_prefix("part-").and_then(|rest| rest.split_once('-')) else {
            continue;
        };
        let Ok(number) = number.parse() else { continue };
        let identity = FileIdentity::of(&entry.metadata().await?);
        let modified = Timestamp(identity.modified_millis());
        parts.push(PartInfo { number, size: identity.size, modified, etag: etag.to_owned() });
    }
    parts.sort_by_key(|part| part.number);
    Ok(parts)
}

fn unhex(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks_exact(2);
    pairs.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
