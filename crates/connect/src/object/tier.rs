//! An object store as the tier of a store's old segments: blocking calls over [`Objects`], under a prefix of one bucket.
//!
//! What the store relies on is said by [`Tier`]. A bucket that is missing or forbidden is an error of the way there and no
//! missing object, so that a mistyped bucket never reads as damage.

use std::io;
use std::ops::Range;

use bytes::Bytes;
use headwater_runtime::DiskFile;
use headwater_store::Tier;
use tokio::runtime::Handle;

use super::{Attributes, ObjectError, Objects};

/// Read from the local file at once.
const PIECE_BYTES: u64 = 1 << 20;

/// Calls block, and must come from threads that may.
pub struct ObjectTier {
    objects: Objects,
    bucket: String,
    /// Empty, or ends with `/`.
    prefix: String,
    runtime: Handle,
    /// What people know the bucket by.
    root: String,
}

impl ObjectTier {
    /// Objects of `bucket` under `prefix`; `root` is how the place is named in messages, such as `s3://bucket/prefix/`.
    pub fn new(objects: Objects, bucket: &str, prefix: &str, root: &str, runtime: Handle) -> Self {
        Self { objects, bucket: bucket.to_owned(), prefix: prefix.to_owned(), root: root.to_owned(), runtime }
    }

    fn key(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    async fn upload(&self, name: &str, file: &dyn DiskFile, len: u64) -> Result<(), ObjectError> {
        let mut upload = self.objects.upload(&self.bucket, &self.key(name), Attributes::default()).await?;
        let mut at = 0;
        while at < len {
            let mut piece = vec![0; PIECE_BYTES.min(len - at) as usize];
            let written = match file.read_exact_at(&mut piece, at) {
                Ok(()) => upload.write(Bytes::from(piece)).await,
                Err(error) => Err(error.into()),
            };
            if let Err(error) = written {
                upload.abort().await;
                return Err(error);
            }
            at += PIECE_BYTES.min(len - at);
        }
        upload.finish().await
    }
}

impl Tier for ObjectTier {
    fn put(&self, name: &str, file: &dyn DiskFile, len: u64) -> io::Result<()> {
        self.runtime.block_on(self.upload(name, file, len)).map_err(told)
    }

    fn get(&self, name: &str, range: Range<u64>) -> io::Result<Bytes> {
        let len = (range.end - range.start) as usize;
        let key = self.key(name);
        let got = self.runtime.block_on(self.objects.get_range(&self.bucket, &key, range)).map_err(told)?;
        if got.len() == len { Ok(got) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    fn delete(&self, name: &str) -> io::Result<()> {
        match self.runtime.block_on(self.objects.delete(&self.bucket, &self.key(name))) {
            Err(ObjectError::NoSuchKey { .. }) => Ok(()),
            deleted => deleted.map_err(told),
        }
    }

    fn list(&self, prefix: &str) -> io::Result<Vec<(String, u64)>> {
        let listed =
            self.runtime.block_on(self.objects.list(&self.bucket, &self.key(prefix))).map_err(told)?;
        let name = |key: String| key.strip_prefix(&self.prefix).map(str::to_owned);
        Ok(listed.into_iter().filter_map(|object| Some((name(object.key)?, object.size))).collect())
    }

    fn place(&self, name: &str) -> String {
        format!("{}{name}", self.root)
    }
}

/// Only an object that the bucket says it does not have is missing.
fn told(error: ObjectError) -> io::Error {
    match error {
        ObjectError::NoSuchKey { .. } => io::Error::new(io::ErrorKind::NotFound, error.to_string()),
        ObjectError::Io(io) if io.kind() == io::ErrorKind::UnexpectedEof => io,
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use headwater_runtime::{Clock, Disk, Entropy, OpenMode, RealDisk};

    use super::super::BucketDir;
    use super::*;

    #[test]
    fn segments_go_into_a_bucket_and_come_back_in_ranges() {
        let dir = tempfile::tempdir().expect("a directory");
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let buckets = runtime
            .block_on(BucketDir::open(&dir.path().join("buckets"), Clock::system(), Entropy::seeded(1)))
            .expect("opened");
        let tier = ObjectTier::new(
            Objects::Embedded(buckets.clone()),
            "tier",
            "a/",
            "s3://tier/a/",
            runtime.handle().clone(),
        );
        let bytes: Vec<u8> = (0..3_000_001u32).map(|n| (n % 251) as u8).collect();
        let file = RealDisk.open(&dir.path().join("file"), OpenMode::CreateNew).expect("created");
        file.write_at(&bytes, 0).expect("written");
        let file: Arc<dyn headwater_runtime::DiskFile> = file;

        let away = tier.put("x/1", &*file, 3_000_001).expect_err("there is no bucket");
        assert_ne!(away.kind(), io::ErrorKind::NotFound, "{away}");
        assert_ne!(tier.get("x/1", 0..1).expect_err("no bucket").kind(), io::ErrorKind::NotFound);
        runtime.block_on(buckets.create_bucket("tier")).expect("created");
        tier.put("x/1", &*file, 3_000_001).expect("uploaded");
        tier.put("x/2", &*file, 10).expect("uploaded");
        assert_eq!(tier.get("x/1", 1_000_000..2_500_000).expect("read")[..], bytes[1_000_000..2_500_000]);
        assert_eq!(tier.get("x/2", 5..11).expect_err("beyond the end").kind(), io::ErrorKind::UnexpectedEof);
        assert_eq!(tier.get("x/3", 0..1).expect_err("none").kind(), io::ErrorKind::NotFound);
        assert_eq!(tier.list("x/").expect("listed"), [("x/1".into(), 3_000_001), ("x/2".into(), 10)]);
        tier.delete("x/1").expect("deleted");
        tier.delete("x/1").expect("is deleted already");
        assert_eq!(tier.list("x/").expect("listed"), [("x/2".into(), 10)]);
        assert_eq!(tier.place("x/2"), "s3://tier/a/x/2");
    }
}
