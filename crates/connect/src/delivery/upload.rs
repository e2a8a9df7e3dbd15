//! One attempt at one object: reads its ranges again, packs them, uploads. Memory of a page and what the packer holds.
//!
//! An object that stands is never replaced: an earlier attempt made it of all its records, and the source may have given
//! some of them up since. An attempt that finds records missing writes nothing ([`Attempt::Short`]); what is left then
//! goes into an object of its own.

use bytes::Bytes;
use futures::TryStreamExt;

use super::Shared;
use super::error::AttemptError;
use super::feed::{Arrived, Feed, PAGE_BYTES};
use super::model::{DeliveryArn, LogRange, PendingObject};
use super::pack::{Columns, Packer};
use crate::object::{Attributes, ObjectError, Objects, Upload};

/// What S3 is told of every object, as Firehose does.
const CONTENT_TYPE: &str = "application/octet-stream";
/// Records packed at once.
const CHUNK_RECORDS: usize = 4_096;

/// What stands in the bucket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uploaded {
    /// Records as their producers put them, without those that failed, and the bytes of all.
    pub records: u64,
    pub bytes: u64,
    pub failed_records: u64,
}

pub(super) enum Attempt {
    Uploaded(Uploaded),
    /// The source no longer has all records of the object. Nothing was written.
    Short,
}

/// What stops an attempt.
enum Halt {
    Short,
    Failed(AttemptError),
}

impl<E: Into<AttemptError>> From<E> for Halt {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Writes the object and, where records failed, the object of failed records. Both are durable when it returns.
pub(super) async fn attempt(
    shared: &Shared,
    arn: &DeliveryArn,
    feed: &Feed,
    object: &PendingObject,
    may_exist: bool,
) -> Result<Attempt, AttemptError> {
    if may_exist && let Some(uploaded) = standing(&shared.objects, object).await? {
        return Ok(Attempt::Uploaded(uploaded));
    }
    let mut packer = packer(shared, arn, object).await?;
    let destination = &object.destination;
    let encoding =
        destination.active_conversion().is_none().then(|| destination.compression.content_encoding());
    let mut good = Lazy::new(&shared.objects, destination.bucket(), &object.key, encoding.flatten());
    let mut failed = Lazy::new(&shared.objects, destination.bucket(), &object.error_key, None);
    let written: Result<Uploaded, Halt> = async {
        let mut uploaded = Uploaded::default();
        for range in &object.ranges {
            packer = pack_range(feed, range, packer, &mut uploaded, &mut good, &mut failed).await?;
        }
        uploaded.failed_records = packer.failed_records();
        uploaded.records -= uploaded.failed_records.min(uploaded.records);
        let rest = headwater_runtime::blocking::spawn(move || packer.finish()).await;
        good.write(rest.map_err(|error| AttemptError::Pack(error.to_string()))??).await?;
        Ok(uploaded)
    }
    .await;
    match written {
        Ok(uploaded) => {
            // The object itself comes last: where it stands, all of the attempt does.
            failed.finish().await?;
            good.finish().await?;
            Ok(Attempt::Uploaded(uploaded))
        }
        Err(halt) => {
            failed.abort().await;
            good.abort().await;
            match halt {
                Halt::Short => Ok(Attempt::Short),
                Halt::Failed(error) => Err(error),
            }
        }
    }
}

/// What an earlier attempt wrote without our knowing. `None` where it wrote nothing, or nobody may look.
async fn standing(objects: &Objects, object: &PendingObject) -> Result<Option<Uploaded>, AttemptError> {
    let bucket = object.destination.bucket();
    match objects.exists(bucket, &object.key).await {
        Ok(true) => {}
        // Credentials that may only write are told of nothing: the same object is then written over itself.
        Ok(false) | Err(ObjectError::AccessDenied { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let failed_records = match object.destination.active_conversion() {
        Some(_) => count_lines(objects, bucket, &object.error_key).await?,
        None => 0,
    };
    let records = object.records.saturating_sub(failed_records);
    Ok(Some(Uploaded { records, bytes: object.bytes, failed_records }))
}

async fn count_lines(objects: &Objects, bucket: &str, key: &str) -> Result<u64, AttemptError> {
    let mut pieces = match objects.get(bucket, key).await {
        Ok(pieces) => pieces,
        Err(ObjectError::NoSuchKey { .. } | ObjectError::AccessDenied { .. }) => return Ok(0),
        Err(error) => return Err(error.into()),
    };
    let mut lines = 0;
    while let Some(piece) = pieces.try_next().await? {
        lines += piece.iter().filter(|byte| **byte == b'\n').count() as u64;
    }
    Ok(lines)
}

async fn packer(shared: &Shared, arn: &DeliveryArn, object: &PendingObject) -> Result<Packer, AttemptError> {
    let Some(conversion) = object.destination.active_conversion() else { return Ok(Packer::plain(object)) };
    let table = conversion.schema.clone().unwrap_or_default();
    let (database, table) = (table.database.unwrap_or_default(), table.table.unwrap_or_default());
    let schema = shared.schemas.columns(&arn.scope, &database, &table).await;
    let schema =
        schema.map_err(|detail| AttemptError::Schema { table: format!("{database}.{table}"), detail })?;
    Ok(Packer::Columns(Box::new(Columns::new(object, conversion, schema)?)))
}

async fn pack_range(
    feed: &Feed,
    range: &LogRange,
    mut packer: Packer,
    uploaded: &mut Uploaded,
    good: &mut Lazy<'_>,
    failed: &mut Lazy<'_>,
) -> Result<Packer, Halt> {
    let mut at = range.from;
    while at < range.to {
        let page = feed.read(&range.log, at, PAGE_BYTES).await?;
        if page.skipped > 0 || page.is_gone || page.next <= at {
            return Err(Halt::Short);
        }
        at = page.next;
        let mut stored: Vec<Arrived> = page.records;
        stored.retain(|record| record.offset < range.to);
        let packed = headwater_runtime::blocking::spawn(move || {
            let result = pack(&mut packer, &stored);
            (packer, result)
        });
        let (returned, result) = packed.await.map_err(|error| AttemptError::Pack(error.to_string()))?;
        packer = returned;
        let (records, bytes) = result?;
        uploaded.records += records;
        uploaded.bytes += bytes;
        good.write(packer.take()).await?;
        failed.write(packer.take_failed()).await?;
    }
    Ok(packer)
}

/// Packs the user records of stored records, and counts them and their bytes.
fn pack(packer: &mut Packer, stored: &[Arrived]) -> Result<(u64, u64), AttemptError> {
    let (mut records, mut bytes) = (0, 0);
    let mut chunk = Vec::new();
    let mut user_records = stored.iter().flat_map(Arrived::user_records);
    loop {
        // An aggregate may hold a million records: never all of them at once.
        chunk.clear();
        chunk.extend(user_records.by_ref().take(CHUNK_RECORDS));
        if chunk.is_empty() {
            return Ok((records, bytes));
        }
        records += chunk.len() as u64;
        bytes += chunk.iter().map(|record| record.data.len() as u64).sum::<u64>();
        packer.add(&chunk)?;
    }
}

/// An object that is begun with its first bytes: one that gets none does not come to be.
struct Lazy<'a> {
    objects: &'a Objects,
    bucket: &'a str,
    key: &'a str,
    content_encoding: Option<&'static str>,
    upload: Option<Upload>,
}

impl<'a> Lazy<'a> {
    fn new(
        objects: &'a Objects,
        bucket: &'a str,
        key: &'a str,
        content_encoding: Option<&'static str>,
    ) -> Self {
        Self { objects, bucket, key, content_encoding, upload: None }
    }

    async fn write(&mut self, bytes: Bytes) -> Result<(), AttemptError> {
        if bytes.is_empty() {
            return Ok(());
        }
        let upload = match &mut self.upload {
            Some(upload) => upload,
            None => {
                let attributes = Attributes {
                    content_type: Some(CONTENT_TYPE.to_owned()),
                    content_encoding: self.content_encoding.map(str::to_owned),
                    ..Attributes::default()
                };
                self.upload.insert(self.objects.upload(self.bucket, self.key, attributes).await?)
            }
        };
        Ok(upload.write(bytes).await?)
    }

    async fn finish(self) -> Result<(), AttemptError> {
        match self.upload {
            Some(upload) => Ok(upload.finish().await?),
            None => Ok(()),
        }
    }

    async fn abort(self) {
        if let Some(upload) = self.upload {
            upload.abort().await;
        }
    }
}
