//! Objects in memory, for a simulated server: an object store at the far end that never fails and outlives the server.
//!
//! Every bucket exists. An object appears whole when its upload finishes, as everywhere.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use parking_lot::Mutex;

use super::{ObjectEntry, ObjectError};

/// Clones are the same objects.
#[derive(Clone, Default)]
pub struct MemoryObjects(Arc<Mutex<BTreeMap<(String, String), Bytes>>>);

impl MemoryObjects {
    pub(super) fn writer(&self, bucket: &str, key: &str) -> MemoryWriter {
        MemoryWriter {
            objects: self.clone(),
            place: (bucket.to_owned(), key.to_owned()),
            bytes: BytesMut::new(),
        }
    }

    pub fn get(&self, bucket: &str, key: &str) -> Result<Bytes, ObjectError> {
        let objects = self.0.lock();
        let found = objects.get(&(bucket.to_owned(), key.to_owned())).cloned();
        found.ok_or_else(|| ObjectError::NoSuchKey { bucket: bucket.to_owned(), key: key.to_owned() })
    }

    pub fn list(&self, bucket: &str, prefix: &str) -> Vec<ObjectEntry> {
        let objects = self.0.lock();
        let from = (bucket.to_owned(), prefix.to_owned());
        let below =
            objects.range(from..).take_while(|((of, key), _)| of == bucket && key.starts_with(prefix));
        below.map(|((_, key), bytes)| ObjectEntry { key: key.clone(), size: bytes.len() as u64 }).collect()
    }

    pub(super) fn delete(&self, bucket: &str, key: &str) {
        self.0.lock().remove(&(bucket.to_owned(), key.to_owned()));
    }
}

/// An object in the making.
pub struct MemoryWriter {
    objects: MemoryObjects,
    place: (String, String),
    bytes: BytesMut,
}

impl MemoryWriter {
    pub(super) fn write(&mut self, bytes: &Bytes) {
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn finish(self) {
        self.objects.0.lock().insert(self.place, self.bytes.freeze());
    }
}

#[cfg(test)]
mod tests {
    use futures::TryStreamExt;

    use super::*;
    use crate::object::{Attributes, Objects};

    #[tokio::test]
    async fn an_object_appears_whole_when_it_is_finished() {
        let objects = Objects::Memory(MemoryObjects::default());
        let mut upload = objects.upload("b", "k/1", Attributes::default()).await.unwrap();
        upload.write(Bytes::from_static(b"one")).await.unwrap();
        assert!(!objects.exists("b", "k/1").await.unwrap());
        upload.finish().await.unwrap();
        objects.put("b", "l", Bytes::from_static(b"other"), Attributes::default()).await.unwrap();
        let read: Vec<Bytes> = objects.get("b", "k/1").await.unwrap().try_collect().await.unwrap();
        assert_eq!(read.concat(), b"one");
        assert_eq!(objects.get_range("b", "k/1", 1..9).await.unwrap(), "ne");
        let listed = objects.list("b", "k/").await.unwrap();
        assert_eq!(listed, [ObjectEntry { key: "k/1".to_owned(), size: 3 }]);
        objects.delete("b", "k/1").await.unwrap();
        assert!(!objects.exists("b", "k/1").await.unwrap());
    }
}
