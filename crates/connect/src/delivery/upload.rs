//! One attempt at one object: reads its ranges again, packs them, uploads. Memory of a page and what the packer holds.

use bytes::Bytes;

use super::Shared;
use super::error::AttemptError;
use super::feed::{Arrived, Feed, PAGE_BYTES};
use super::model::{DeliveryArn, LogRange, PendingObject};
use super::pack::{Columns, Packer};
use crate::object::{Attributes, Objects, Upload};

/// What S3 is told of every object, as Firehose does.
const CONTENT_TYPE: &str = "application/octet-stream";

pub(super) struct Uploaded {
    pub failed_records: u64,
}

/// Writes the object and, where records failed, the object of failed records. Both are durable when it returns.
pub(super) async fn attempt(
    shared: &Shared,
    arn: &DeliveryArn,
    feed: &Feed,
    object: &PendingObject,
) -> Result<Uploaded, AttemptError> {
    let mut packer = packer(shared, arn, object).await?;
    let destination = &object.destination;
    let encoding =
        destination.active_conversion().is_none().then(|| destination.compression.content_encoding());
    let mut good = Lazy::new(&shared.objects, destination.bucket(), &object.key, encoding.flatten());
    let mut failed = Lazy::new(&shared.objects, destination.bucket(), &object.error_key, None);
    let written: Result<Uploaded, AttemptError> = async {
        for range in &object.ranges {
            packer = pack_range(feed, range, packer, &mut good, &mut failed).await?;
        }
        let failed_records = packer.failed_records();
        let rest = tokio::task::spawn_blocking(move || packer.finish()).await;
        good.write(rest.map_err(|error| AttemptError::Pack(error.to_string()))??).await?;
        Ok(Uploaded { failed_records })
    }
    .await;
    match written {
        Ok(uploaded) => {
            failed.finish().await?;
            good.finish().await?;
            Ok(uploaded)
        }
        Err(error) => {
            failed.abort().await;
            good.abort().await;
            Err(error)
        }
    }
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
    good: &mut Lazy<'_>,
    failed: &mut Lazy<'_>,
) -> Result<Packer, AttemptError> {
    let mut at = range.from;
    while at < range.to {
        let page = feed.read(&range.log, at, PAGE_BYTES).await?;
        if page.next <= at {
            // Retention took the rest while the object waited: nothing of the range is left.
            tracing::warn!(
                log = range.log,
                from = at,
                to = range.to,
                "records expired before they were delivered"
            );
            break;
        }
        at = page.next;
        let mut records: Vec<Arrived> = page.records;
        records.retain(|record| record.offset < range.to);
        let packed = tokio::task::spawn_blocking(move || {
            let result = packer.add(&records);
            (packer, result)
        });
        let (returned, result) = packed.await.map_err(|error| AttemptError::Pack(error.to_string()))?;
        packer = returned;
        result?;
        good.write(packer.take()).await?;
        failed.write(packer.take_failed()).await?;
    }
    Ok(packer)
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
