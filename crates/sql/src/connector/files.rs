//! The `filesystem` connector as a source: JSON lines of a file, a directory, or an S3 prefix; bounded.
//!
//! Directories are read with all below them, in the order of their names as they were listed when the job started; names that begin with `.`
//! or `_` are not data, unless `source.path.regex-pattern` names them. A position is a file and the byte of its next line. Lines are bounded: one that does not end fails the job, not the memory.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use headwater_connect::format::json::DecodeOptions;
use headwater_connect::object::Objects;
use headwater_runtime::{Disk, DiskFile, OpenMode};
use headwater_types::limits::{JSON_MESSAGE_BYTES_MAX, SQL_SOURCE_FILES_MAX};
use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::options::{JSON_OPTIONS, Known, Options};
use super::{decode_options, require_json};
use crate::error::SqlError;
use crate::exec::ExecError;
use crate::table::TableDef;

/// How much of a file is read at once.
const READ_BYTES: usize = 1024 * 1024;
/// What a pattern may become when compiled.
const REGEX_BYTES_MAX: usize = 1024 * 1024;

pub(super) const OPTIONS: &[Known] = &[
    Known::used("connector"),
    Known::used("path"),
    Known::used("sink.rolling-policy.file-size"),
    Known::used("sink.rolling-policy.rollover-interval"),
    Known::used("scan.watermark.idle-timeout"),
    Known::ignored("sink.rolling-policy.*"),
    Known::ignored("sink.partition-commit.*"),
    Known::ignored("partition.*"),
    Known::ignored("auto-compaction"),
    Known::ignored("compaction.*"),
    Known::used("source.path.regex-pattern"),
    Known::ignored("sink.parallelism"),
    Known::ignored("parquet.*"),
];

/// Where files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Local(PathBuf),
    /// A bucket and a key prefix without a slash at either end.
    S3 {
        bucket: String,
        prefix: String,
    },
}

impl Place {
    /// `file:///a/b`, `/a/b`, `a/b` or `s3://bucket/prefix`.
    pub fn parse(path: &str) -> Option<Self> {
        for scheme in ["s3://", "s3a://", "s3n://"] {
            if let Some(rest) = path.strip_prefix(scheme) {
                let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
                let prefix = prefix.trim_matches('/').to_owned();
                return (!bucket.is_empty()).then(|| Self::S3 { bucket: bucket.to_owned(), prefix });
            }
        }
        let local = match path.strip_prefix("file:") {
            // file:///a, file:/a and file://localhost/a mean /a.
            Some(rest) => {
                let rest = rest
                    .strip_prefix("//")
                    .map_or(rest, |rest| rest.strip_prefix("localhost").unwrap_or(rest));
                if !rest.starts_with('/') {
                    return None;
                }
                rest
            }
            None if path.contains("://") || path.is_empty() => return None,
            None => path,
        };
        Some(Self::Local(PathBuf::from(local)))
    }
}

#[derive(Clone, Debug)]
pub struct FileSource {
    pub place: Place,
    pub decode: DecodeOptions,
    /// Of `source.path.regex-pattern`: matches a file's whole absolute path (of an object, `/` and its key).
    pub pattern: Option<Regex>,
}

pub fn source_of(table: &TableDef) -> Result<FileSource, SqlError> {
    let options = Options::of(table, &[OPTIONS, JSON_OPTIONS])?;
    require_json(&options)?;
    if !table.partitioned_by.is_empty() {
        let message = "a filesystem table with PARTITIONED BY can be written, not read: its columns are in the names of directories; \
                       read it through a table without PARTITIONED BY and those columns";
        return Err(options.misused(message));
    }
    let pattern = options.text("source.path.regex-pattern").map(|text| {
        // Java's `matches`: the whole path, not a part of it.
        RegexBuilder::new(&format!("^(?:{text})$")).size_limit(REGEX_BYTES_MAX).build().map_err(|error| {
            let error = error.to_string();
            let reason = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
            let message = format!("'source.path.regex-pattern' is '{text}': {reason}");
            options.bad_value("source.path.regex-pattern", &message)
        })
    });
    Ok(FileSource {
        place: place_of(&options)?,
        decode: decode_options(&options)?,
        pattern: pattern.transpose()?,
    })
}

impl FileSource {
    /// Whether a file is among those to be read; `path` is absolute, `name` its last part.
    fn wants(&self, path: &str, name: &str) -> bool {
        self.pattern.as_ref().map_or_else(|| is_data(name), |pattern| pattern.is_match(path))
    }

    /// The keys of a bucket that lie under the prefix as files lie in a directory.
    fn wants_key(&self, key: &str, prefix: &str) -> bool {
        let below = match key.strip_prefix(prefix) {
            Some(rest) => prefix.is_empty() || rest.is_empty() || rest.starts_with('/'),
            None => false,
        };
        let (directories, name) = key.rsplit_once('/').unwrap_or(("", key));
        let inner = directories.strip_prefix(prefix).unwrap_or_default();
        below && !name.is_empty() && inner.split('/').all(is_data) && self.wants(&format!("/{key}"), name)
    }
}

pub(super) fn place_of(options: &Options<'_>) -> Result<Place, SqlError> {
    let Some(path) = options.text("path") else {
        return Err(options.missing("there is no 'path' option"));
    };
    Place::parse(&path).ok_or_else(|| {
        let message = format!("'path' is '{path}'; use a local path, file:///… or s3://bucket/prefix");
        options.bad_value("path", &message)
    })
}

/// What files are reached through.
#[derive(Clone)]
pub struct FileAccess {
    pub disk: Arc<dyn Disk>,
    pub objects: Option<Objects>,
}

/// Reads the lines of a source's files. What a checkpoint keeps is its [`FilePosition`].
pub struct FileReader {
    access: FileAccess,
    bucket: Option<String>,
    position: FilePosition,
    open: Option<OpenFile>,
    /// Bytes read but not yet given out; the first `given` of them were.
    buffer: BytesMut,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePosition {
    /// Paths or keys, fixed when the job started.
    files: Vec<String>,
    file: usize,
    /// Of the next line in the current file.
    byte: u64,
    pub records: u64,
}

enum OpenFile {
    Local { file: Arc<dyn DiskFile>, at: u64 },
    Object(futures::stream::BoxStream<'static, Result<Bytes, headwater_connect::object::ObjectError>>),
}

impl FileReader {
    /// Lists the files of a place: called when a job starts without a checkpoint.
    pub async fn open(access: FileAccess, source: &FileSource) -> Result<Self, ExecError> {
        let files = match &source.place {
            Place::Local(path) => local_files(access.disk.as_ref(), path, source)?,
            Place::S3 { bucket, prefix } => {
                let objects = require_objects(&access)?;
                let listed = objects.list(bucket, prefix).await.map_err(object_fault)?;
                let keys = listed.into_iter().map(|entry| entry.key);
                keys.filter(|key| source.wants_key(key, prefix)).collect()
            }
        };
        Ok(Self::restore(access, source, FilePosition { files, ..FilePosition::default() }))
    }

    pub fn restore(access: FileAccess, source: &FileSource, position: FilePosition) -> Self {
        let bucket = match &source.place {
            Place::Local(_) => None,
            Place::S3 { bucket, .. } => Some(bucket.clone()),
        };
        Self { access, bucket, position, open: None, buffer: BytesMut::new() }
    }

    pub fn position(&self) -> &FilePosition {
        &self.position
    }

    /// The file being read.
    pub fn name(&self) -> Option<&str> {
        self.position.files.get(self.position.file).map(String::as_str)
    }

    /// Hands out whole lines of the next piece; `false` at the end of the last file. Empty lines are skipped.
    pub async fn read(
        &mut self,
        mut line: impl FnMut(&[u8]) -> Result<(), ExecError>,
    ) -> Result<bool, ExecError> {
        loop {
            if self.position.file >= self.position.files.len() {
                return Ok(false);
            }
            let more = self.fill().await?;
            let complete = match memchr::memrchr(b'\n', &self.buffer) {
                Some(last) => last + 1,
                None if more && self.buffer.len() > JSON_MESSAGE_BYTES_MAX => {
                    let name = self.name().unwrap_or_default().to_owned();
                    return Err(ExecError::BadRecord {
                        origin: format!("{name} at byte {}", self.position.byte),
                        message: format!("a line does not end within {JSON_MESSAGE_BYTES_MAX} bytes"),
                    });
                }
                None if more => continue,
                None => self.buffer.len(),
            };
            let piece = self.buffer.split_to(if more { complete } else { self.buffer.len() }).freeze();
            let mut records = 0;
            for text in piece.split(|byte| *byte == b'\n') {
                let text = text.strip_suffix(b"\r").unwrap_or(text);
                if !text.is_empty() {
                    line(text)?;
                    records += 1;
                }
            }
            self.position.byte += piece.len() as u64;
            self.position.records += records;
            if !more {
                self.open = None;
                self.position.file += 1;
                self.position.byte = 0;
            }
            if records > 0 {
                return Ok(true);
            }
        }
    }

    /// Reads another piece into the buffer; `false` at the end of the file.
    async fn fill(&mut self) -> Result<bool, ExecError> {
        let name = self.position.files[self.position.file].clone();
        if self.open.is_none() {
            self.open = Some(self.open_file(&name).await?);
        }
        match &mut self.open {
            Some(OpenFile::Local { file, at }) => {
                let start = self.buffer.len();
                self.buffer.resize(start + READ_BYTES, 0);
                let read = file
                    .read_at(&mut self.buffer[start..], *at)
                    .map_err(|error| disk_fault(&name, &error))?;
                self.buffer.truncate(start + read);
                *at += read as u64;
                Ok(read > 0)
            }
            Some(OpenFile::Object(pieces)) => match pieces.next().await {
                Some(piece) => {
                    self.buffer.extend_from_slice(&piece.map_err(object_fault)?);
                    Ok(true)
                }
                None => Ok(false),
            },
            None => Ok(false),
        }
    }

    async fn open_file(&mut self, name: &str) -> Result<OpenFile, ExecError> {
        self.buffer.clear();
        let Some(bucket) = &self.bucket else {
            let file = self.access.disk.open(Path::new(name), OpenMode::Existing);
            let file = file.map_err(|error| disk_fault(name, &error))?;
            return Ok(OpenFile::Local { file, at: self.position.byte });
        };
        let mut pieces = require_objects(&self.access)?.get(bucket, name).await.map_err(object_fault)?;
        // An object is read from its beginning: what was given out before is read over.
        let mut skip = self.position.byte as usize;
        while skip > 0 {
            let Some(piece) = pieces.next().await else { break };
            let piece = piece.map_err(object_fault)?;
            let over = skip.min(piece.len());
            skip -= over;
            self.buffer.extend_from_slice(&piece[over..]);
        }
        Ok(OpenFile::Object(pieces))
    }
}

/// A file by itself, or the data files of a directory and of those below it.
fn local_files(disk: &dyn Disk, path: &Path, source: &FileSource) -> Result<Vec<String>, ExecError> {
    let name = path.to_string_lossy().into_owned();
    // What the pattern sees does not depend on where the server was started.
    let root = std::path::absolute(path).map_err(|error| disk_fault(&name, &error))?;
    let root = root.as_path();
    if let Err(error) = disk.list(root) {
        let whole = root.to_string_lossy();
        let last = root.file_name().unwrap_or_default().to_string_lossy();
        return match disk.open(root, OpenMode::Existing) {
            Ok(_) if source.pattern.is_none() || source.wants(&whole, &last) => Ok(vec![name]),
            Ok(_) => Ok(Vec::new()),
            Err(_) => Err(disk_fault(&name, &error)),
        };
    }
    let mut found = Vec::new();
    let mut waiting = vec![root.to_path_buf()];
    while let Some(directory) = waiting.pop() {
        let fault = |error: std::io::Error| disk_fault(&directory.to_string_lossy(), &error);
        for name in disk.list(&directory).map_err(fault)? {
            let path = directory.join(&name).to_string_lossy().into_owned();
            if source.wants(&path, &name) {
                found.push(path);
            }
        }
        let below = disk.list_dirs(&directory).map_err(fault)?;
        waiting.extend(below.iter().filter(|name| is_data(name)).map(|name| directory.join(name)));
        if found.len() + waiting.len() > SQL_SOURCE_FILES_MAX {
            return Err(ExecError::Permanent(format!(
                "{name}: more than {SQL_SOURCE_FILES_MAX} files; give 'path' a smaller directory"
            )));
        }
    }
    found.sort();
    Ok(found)
}

fn is_data(name: &str) -> bool {
    !name.starts_with(['.', '_'])
}

pub(super) fn require_objects(access: &FileAccess) -> Result<&Objects, ExecError> {
    access.objects.as_ref().ok_or_else(|| {
        ExecError::Permanent(
            "s3:// paths need a server; submit the job to one with `headwater sql submit`".to_owned(),
        )
    })
}

pub(super) fn disk_fault(name: &str, error: &std::io::Error) -> ExecError {
    let text = format!("{name}: {error}");
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::PermissionDenied => ExecError::Permanent(text),
        _ => ExecError::Transient(text),
    }
}

pub(super) fn object_fault(error: headwater_connect::object::ObjectError) -> ExecError {
    use headwater_connect::object::ObjectError as E;
    let text = error.to_string();
    match error {
        E::Endpoint(_) | E::Io(_) | E::DiskFull | E::NoSuchBucket { .. } => ExecError::Transient(text),
        _ => ExecError::Permanent(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lie_under_a_prefix_as_files_lie_in_a_directory() {
        let source = |pattern: Option<&str>| FileSource {
            place: Place::S3 { bucket: "b".to_owned(), prefix: "in/a".to_owned() },
            decode: DecodeOptions::default(),
            pattern: pattern.map(|text| Regex::new(&format!("^(?:{text})$")).expect("a pattern")),
        };
        let wanted = |source: &FileSource| {
            let keys = [
                "in/a",
                "in/a/x.json",
                "in/a/y/z.json",
                "in/ab/x.json",
                "in/a/_SUCCESS",
                "in/a/.tmp/x.json",
                "in/a/",
            ];
            keys.into_iter().filter(|key| source.wants_key(key, "in/a")).collect::<Vec<_>>()
        };
        assert_eq!(wanted(&source(None)), ["in/a", "in/a/x.json", "in/a/y/z.json"]);
        assert_eq!(wanted(&source(Some("/in/a/.*\\.json"))), ["in/a/x.json", "in/a/y/z.json"]);
        assert_eq!(wanted(&source(Some(".*/x"))), Vec::<&str>::new(), "a part of the path is not enough");
    }

    #[test]
    fn places_are_told_by_their_scheme() {
        let s3 = |bucket: &str, prefix: &str| {
            Some(Place::S3 { bucket: bucket.to_owned(), prefix: prefix.to_owned() })
        };
        let local = |path: &str| Some(Place::Local(PathBuf::from(path)));
        assert_eq!(Place::parse("s3://b/a/c/"), s3("b", "a/c"));
        assert_eq!(Place::parse("s3a://b"), s3("b", ""));
        assert_eq!(Place::parse("file:///tmp/x"), local("/tmp/x"));
        assert_eq!(Place::parse("file:/tmp/x"), local("/tmp/x"));
        assert_eq!(Place::parse("data/x.json"), local("data/x.json"));
        for bad in ["", "hdfs://x/y", "s3://", "file:x"] {
            assert_eq!(Place::parse(bad), None, "{bad}");
        }
    }
}
