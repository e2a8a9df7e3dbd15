//! What S3 knows of an object beside its bytes (ETag, content type, user metadata), kept under `.headwater/meta/`.
//!
//! A sidecar is named by the hash of the key and the size and modification time of the very file it describes, and is
//! written before that file is renamed into place. So a crash between the two leaves the old object with the old
//! sidecar, and a file that somebody put there or edited by hand is simply an object without one.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The headers an object is served with. All optional, all given by whoever wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributes {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_disposition: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cache_control: Option<String>,
    /// `x-amz-meta-*`, keys in lower case without the prefix.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub user: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Sidecar {
    pub key: String,
    pub etag: String,
    #[serde(default)]
    pub attributes: Attributes,
}

/// Which version of a file: a rename keeps it, a rewrite changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileIdentity {
    pub size: u64,
    pub modified_nanos: u128,
}

impl FileIdentity {
    pub fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self { size: metadata.len(), modified_nanos: modified.map_or(0, |d| d.as_nanos()) }
    }

    pub fn modified_millis(&self) -> i64 {
        (self.modified_nanos / 1_000_000) as i64
    }

    /// What stands in for the ETag of a file that has no sidecar; not an MD5, and shaped so that nobody takes it for one.
    pub fn etag(&self) -> String {
        format!("{:x}-{:x}", self.modified_nanos, self.size)
    }
}

pub(crate) fn sidecar_path(meta_dir: &Path, bucket: &str, key: &str, file: FileIdentity) -> PathBuf {
    let digest = Sha256::digest(key.as_bytes());
    let hash: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{hash}-{}-{}.json", file.size, file.modified_nanos);
    meta_dir.join(bucket).join(&hash[..2]).join(name)
}
