//! Listing a bucket in key order, a page at a time: a walk that goes down only where the page can still be.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::super::ObjectError;
use super::path::{Piece, piece_of_name};
use super::sidecar::{FileIdentity, Sidecar, sidecar_path};
use super::{BucketDir, ObjectInfo, object_info};

/// What to list; the defaults list everything.
#[derive(Clone, Debug, Default)]
pub struct ListQuery {
    pub prefix: String,
    /// Keys that contain this after the prefix are folded into one common prefix.
    pub delimiter: Option<String>,
    /// Only keys (and common prefixes) above this one.
    pub after: Option<String>,
    /// Most keys and common prefixes of a page.
    pub keys_max: usize,
}

#[derive(Clone, Debug, Default)]
pub struct ListPage {
    pub objects: Vec<ObjectInfo>,
    pub common_prefixes: Vec<String>,
    /// Pass as [`ListQuery::after`] for the next page; `None` when this is the last.
    pub next_after: Option<String>,
}

impl BucketDir {
    pub async fn list(&self, bucket: &str, query: ListQuery) -> Result<ListPage, ObjectError> {
        self.require_bucket(bucket).await?;
        let root = self.0.bucket_dir(bucket);
        let meta_dir = self.0.meta_dir();
        let bucket = bucket.to_owned();
        let walk = move || {
            let mut walk = Walk { bucket, meta_dir, query, page: ListPage::default(), taken: 0 };
            let _ = walk.directory(&root, "")?;
            Ok(walk.page)
        };
        tokio::task::spawn_blocking(walk)
            .await
            .map_err(|error| ObjectError::Io(std::io::Error::other(error)))?
    }
}

struct Walk {
    bucket: String,
    meta_dir: PathBuf,
    query: ListQuery,
    page: ListPage,
    taken: usize,
}

struct Entry {
    path: PathBuf,
    /// The key, or what the keys below begin with.
    key: String,
    is_directory: bool,
}

impl Walk {
    /// `Break` once the page is full.
    fn directory(&mut self, dir: &Path, key_prefix: &str) -> Result<ControlFlow<()>, ObjectError> {
        for entry in entries(dir, key_prefix)? {
            let step = if entry.is_directory {
                if self.can_hold(&entry.key) {
                    self.directory(&entry.path, &entry.key)?
                } else {
                    ControlFlow::Continue(())
                }
            } else {
                self.object(entry)?
            };
            if step.is_break() {
                return Ok(step);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Whether a key that begins so can still be on this page.
    fn can_hold(&self, beginning: &str) -> bool {
        let prefix = self.query.prefix.as_str();
        let on_the_way = beginning.starts_with(prefix) || prefix.starts_with(beginning);
        let beyond_marker =
            self.query.after.as_deref().is_none_or(|after| beginning > after || after.starts_with(beginning));
        on_the_way && beyond_marker && !self.is_folded(beginning)
    }

    /// Whether a common prefix already taken, or the marker itself, stands for this key.
    fn is_folded(&self, key: &str) -> bool {
        let Some(folded) = self.fold(key) else { return false };
        self.page.common_prefixes.last().is_some_and(|last| last == folded)
            || self.query.after.as_deref().is_some_and(|after| after == folded)
    }

    fn fold<'k>(&self, key: &'k str) -> Option<&'k str> {
        let delimiter = self.query.delimiter.as_deref().filter(|delimiter| !delimiter.is_empty())?;
        let rest = key.strip_prefix(self.query.prefix.as_str())?;
        let at = rest.find(delimiter)?;
        Some(&key[..self.query.prefix.len() + at + delimiter.len()])
    }

    fn object(&mut self, entry: Entry) -> Result<ControlFlow<()>, ObjectError> {
        let key = entry.key.as_str();
        let after = self.query.after.as_deref();
        if !key.starts_with(&self.query.prefix)
            || after.is_some_and(|after| key <= after)
            || self.is_folded(key)
        {
            return Ok(ControlFlow::Continue(()));
        }
        if self.taken == self.query.keys_max {
            let last_object = self.page.objects.last().map(|object| object.key.as_str());
            let last = last_object.max(self.page.common_prefixes.last().map(String::as_str));
            self.page.next_after = last.map(str::to_owned);
            return Ok(ControlFlow::Break(()));
        }
        if let Some(folded) = self.fold(key).map(str::to_owned) {
            self.page.common_prefixes.push(folded);
            self.taken += 1;
            return Ok(ControlFlow::Continue(()));
        }
        // Deleted or replaced while we walk: then it is simply not listed.
        let Ok(metadata) = std::fs::metadata(&entry.path) else { return Ok(ControlFlow::Continue(())) };
        let identity = FileIdentity::of(&metadata);
        let sidecar = read_sidecar(&sidecar_path(&self.meta_dir, &self.bucket, key, identity));
        self.page.objects.push(object_info(entry.key, identity, sidecar));
        self.taken += 1;
        Ok(ControlFlow::Continue(()))
    }
}

#[allow(clippy::disallowed_methods)] // on the blocking pool, one small file
fn read_sidecar(path: &Path) -> Option<Sidecar> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// The entries of a directory in the order of the keys they stand for.
fn entries(dir: &Path, key_prefix: &str) -> Result<Vec<Entry>, ObjectError> {
    let listing = match std::fs::read_dir(dir) {
        Ok(listing) => listing,
        Err(error) if super::is_absence(&error) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut entries = Vec::new();
    for entry in listing {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Some(piece) = piece_of_name(&name) else { continue };
        let Ok(file_type) = entry.file_type() else { continue };
        let is_directory = file_type.is_dir();
        let mut key = key_prefix.to_owned();
        match piece {
            Piece::Whole(piece) => {
                key.push_str(&piece);
                if is_directory {
                    key.push('/');
                }
            }
            Piece::Beginning(piece) if is_directory => key.push_str(&piece),
            Piece::Beginning(_) => continue,
        }
        entries.push(Entry { path: entry.path(), key, is_directory });
    }
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(entries)
}
