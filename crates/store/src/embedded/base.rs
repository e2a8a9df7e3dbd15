//! The base: everything durable up to a checkpoint, in an ordered key-value file (redb), so that start-up reads the
//! journal's tail and not the journal.
//!
//! It holds the state, the bounds of every partition, the index of sealed journal files (chunks of batch positions per
//! partition) and which journal files still hold live batches. One transaction brings all of it to one LSN. The file is
//! born under another name and renamed after its first checkpoint, so that a half-made one is never opened. Values carry
//! a CRC of their own over key and value, because redb checks its pages on repair, not on every read.

use std::collections::BTreeSet;
use std::io;
use std::mem::ManuallyDrop;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use headwater_runtime::{Disk, OpenMode};
use headwater_types::{Lsn, Offset, PartitionId, Timestamp};
use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition};

use super::base_file::Backend;
use super::base_index::{
    FILE_BYTES, FILE_TIMES, FILES, FileUse, INDEX, IndexWriter, Moved, Retired, TIERED, entry_at, log_starts,
    tiered_row,
};
use super::base_values::{
    checked, decode_bounds, decode_checkpoint, decode_marks, encode_bounds, encode_checkpoint, encode_marks,
    from_both_ends, sealed,
};
use super::compaction::CleanMark;
use super::files::FileId;
use super::index_chunk::Indexed;
use super::published::Entry;
use super::scan::Chain;
use super::sync::Mutex;
use super::tiered::Tiered;
use crate::api::Bounds;

const STATE: TableDefinition<'_, &[u8], &[u8]> = TableDefinition::new("state");
pub const PARTITIONS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("partitions");
const DROPPED: TableDefinition<'_, u64, ()> = TableDefinition::new("dropped");
/// Up to where partitions are compacted, and since when.
const COMPACTED: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("compacted");
const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
pub const CHECKPOINT: &str = "checkpoint";

/// Page cache of the base. Small: hot state is in the overlay and in the page cache of the system.
const CACHE_BYTES: usize = 8 << 20;

/// Where replay goes on after the base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checkpoint {
    pub applied: Lsn,
    /// The first journal file that is not indexed here, and the chain at its begin.
    pub next_generation: u64,
    pub chain: Chain,
}

/// Batches of a partition in the journal file of a generation.
pub type SpanInFile = (PartitionId, u64, Arc<Vec<Entry>>);

/// What a checkpoint adds.
#[derive(Default)]
pub struct Additions {
    pub checkpoint: Checkpoint,
    pub state: Vec<(Bytes, Option<Bytes>)>,
    pub partitions: Vec<(PartitionId, PartitionChange)>,
    /// Batches of newly sealed files, per partition and file.
    pub spans: Vec<SpanInFile>,
    /// The newly sealed files.
    pub sealed: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
pub enum PartitionChange {
    Bounds(Bounds),
    Dropped,
}

/// What the base holds at start.
#[derive(Default)]
pub struct BaseContents {
    pub checkpoint: Checkpoint,
    pub partitions: Vec<(PartitionId, Bounds)>,
    pub dropped: Vec<PartitionId>,
    /// Files with live batches.
    pub files: Vec<FileId>,
    /// Those of them that lie in the tier.
    pub tiered: BTreeSet<FileId>,
}

/// What could be read of a damaged base.
#[derive(Default)]
pub struct Rows {
    pub checkpoint: Option<Checkpoint>,
    pub partitions: Vec<(PartitionId, Bounds)>,
    pub dropped: Vec<PartitionId>,
    pub state: Vec<(Bytes, Bytes)>,
    pub tiered: Vec<(FileId, Tiered)>,
}

/// Why the base cannot answer.
#[derive(Debug, thiserror::Error)]
pub enum BaseError {
    #[error("the state file is damaged: {0}")]
    Corrupt(String),
    #[error("the state file cannot be used: {0}")]
    Io(#[source] Box<redb::Error>),
}

impl<E: Into<redb::Error>> From<E> for BaseError {
    fn from(error: E) -> Self {
        match error.into() {
            redb::Error::Corrupted(what) => BaseError::Corrupt(what),
            // A foreign head, or an end that came too early: no error of the disk.
            redb::Error::Io(error)
                if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) =>
            {
                BaseError::Corrupt(error.to_string())
            }
            other => BaseError::Io(Box::new(other)),
        }
    }
}

pub struct Base {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    /// `None` until the first checkpoint, and after a failed one until it could be opened again.
    database: Mutex<Option<Arc<Database>>>,
    /// There was a checkpoint.
    born: AtomicBool,
    /// A sync of the file failed: what it holds on disk is not known, and it is not touched again.
    sync_failed: Arc<AtomicBool>,
    /// The file was found damaged.
    rotten: AtomicBool,
    /// Somebody else may have the file.
    closed: AtomicBool,
}

impl Base {
    /// Opens what is there. Nothing is created.
    /// A file of up to `check_bytes_max` is read whole and every page held against its checksum, so that rot, even a lost
    /// write, is told before anything is served.
    pub fn open(
        disk: Arc<dyn Disk>,
        dir: PathBuf,
        check_bytes_max: u64,
    ) -> Result<(Self, BaseContents), BaseError> {
        let base = Self {
            disk,
            dir,
            database: Mutex::new(None),
            born: AtomicBool::new(false),
            sync_failed: Arc::default(),
            rotten: AtomicBool::new(false),
            closed: AtomicBool::new(false),
        };
        match base.disk.remove(&base.newborn_path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        if !base.disk.exists(&base.path())? {
            let checkpoint = Checkpoint { next_generation: 1, ..Checkpoint::default() };
            return Ok((base, BaseContents { checkpoint, ..BaseContents::default() }));
        }
        let contents = base.guarded(|| {
            let mut database = ManuallyDrop::new(base.open_file(&base.path())?);
            if base.file_bytes()? <= check_bytes_max && !database.check_integrity()? {
                return Err(BaseError::Corrupt("its pages do not hold together".into()));
            }
            let contents = read_contents(&database)?;
            *base.database.lock() = Some(Arc::new(ManuallyDrop::into_inner(database)));
            Ok(contents)
        })?;
        base.born.store(true, Ordering::Release);
        Ok((base, contents))
    }

    /// Reads what can be read of a damaged file.
    pub fn salvage(disk: Arc<dyn Disk>, dir: PathBuf) -> Rows {
        let base = Self {
            disk,
            dir,
            database: Mutex::new(None),
            born: AtomicBool::new(true),
            sync_failed: Arc::default(),
            // Nothing is tidied up in it.
            rotten: AtomicBool::new(true),
            closed: AtomicBool::new(false),
        };
        let mut rows = Rows::default();
        let opened = guarded(|| {
            let database = ManuallyDrop::new(base.open_file(&base.path())?);
            Ok(ManuallyDrop::new(database.begin_read()?))
        });
        let Ok(transaction) = opened else { return rows };
        let read = |work: &mut dyn FnMut() -> Result<(), BaseError>| {
            if let Err(error) = guarded(work) {
                tracing::warn!(%error, "a part of the state file could not be read");
            }
        };
        read(&mut || {
            let meta = transaction.open_table(META)?;
            rows.checkpoint = meta.get(CHECKPOINT)?.and_then(|bytes| decode_checkpoint(bytes.value()));
            Ok(())
        });
        read(&mut || {
            let table = transaction.open_table(PARTITIONS)?;
            let row = |row: Result<_, redb::StorageError>| {
                let (key, value): (redb::AccessGuard<'_, u64>, redb::AccessGuard<'_, &[u8]>) = row?;
                Ok((PartitionId(key.value()), Bytes::copy_from_slice(value.value())))
            };
            let held = from_both_ends(table.iter()?.map(row), table.iter()?.rev().map(row));
            let bounds = held.into_iter().filter_map(|(id, bytes)| Some((id, decode_bounds(&id, &bytes)?)));
            rows.partitions = bounds.collect();
            Ok(())
        });
        read(&mut || {
            let table = transaction.open_table(DROPPED)?;
            let row = |row: Result<_, redb::StorageError>| {
                let (key, _): (redb::AccessGuard<'_, u64>, redb::AccessGuard<'_, ()>) = row?;
                Ok((PartitionId(key.value()), Bytes::new()))
            };
            rows.dropped =
                from_both_ends(table.iter()?.map(row), table.iter()?.rev().map(row)).into_keys().collect();
            Ok(())
        });
        read(&mut || {
            let table = transaction.open_table(TIERED)?;
            let row = |row: Result<_, redb::StorageError>| {
                let (key, value): (redb::AccessGuard<'_, u64>, redb::AccessGuard<'_, &[u8]>) = row?;
                Ok((key.value(), Bytes::copy_from_slice(value.value())))
            };
            let held = from_both_ends(table.iter()?.map(row), table.iter()?.rev().map(row));
            let sound = held
                .into_iter()
                .filter_map(|(key, bytes)| Some((FileId(key), tiered_row(key, &bytes).ok()?)));
            rows.tiered = sound.collect();
            Ok(())
        });
        read(&mut || {
            let table = transaction.open_table(STATE)?;
            let row = |row: Result<_, redb::StorageError>| {
                let (key, value): (redb::AccessGuard<'_, &[u8]>, redb::AccessGuard<'_, &[u8]>) = row?;
                Ok((Bytes::copy_from_slice(key.value()), Bytes::copy_from_slice(value.value())))
            };
            let held = from_both_ends(table.iter()?.map(row), table.iter()?.rev().map(row));
            let sound =
                held.into_iter().filter_map(|(key, bytes)| Some((key.clone(), checked(&key, &bytes).ok()?)));
            rows.state = sound.collect();
            Ok(())
        });
        rows
    }

    /// Names blocks of a segment that is found again.
    pub fn put_blocks(&self, segment: FileId, moved: &[Moved]) -> Result<(), BaseError> {
        self.guarded(|| {
            let database = self.database()?;
            let transaction = database.begin_write()?;
            let mut writer = IndexWriter::new(&transaction)?;
            writer.add_file(segment)?;
            moved.iter().try_for_each(|moved| writer.put(moved))?;
            drop(writer);
            Ok(transaction.commit()?)
        })
    }

    fn path(&self) -> PathBuf {
        self.dir.join("state.redb")
    }

    /// Size of the file; 0 where there is none.
    pub fn file_bytes(&self) -> io::Result<u64> {
        match self.disk.open(&self.path(), OpenMode::Existing) {
            Ok(file) => file.size(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error),
        }
    }

    fn newborn_path(&self) -> PathBuf {
        self.dir.join("state.redb.new")
    }

    fn open_file(&self, path: &std::path::Path) -> Result<Database, BaseError> {
        if self.sync_failed() {
            return Err(io::Error::other("a sync of the state file failed; restart headwater").into());
        }
        let file = self.disk.open(path, OpenMode::Create)?;
        // A process that died may have left more in the page cache than on disk: what is read here must stay.
        file.sync_data()?;
        let backend = Backend { file, sync_failed: self.sync_failed.clone() };
        Ok(Database::builder().set_cache_size(CACHE_BYTES).create_with_backend(backend)?)
    }

    /// No checkpoint will ever succeed again.
    pub fn sync_failed(&self) -> bool {
        self.sync_failed.load(Ordering::Acquire)
    }

    /// Nothing was ever checkpointed: every look-up would miss.
    pub fn is_absent(&self) -> bool {
        !self.born.load(Ordering::Acquire)
    }

    /// The open file; opened again where an earlier failure closed it.
    fn database(&self) -> Result<Arc<Database>, BaseError> {
        let mut held = self.database.lock();
        if let Some(database) = &*held {
            return Ok(database.clone());
        }
        self.open_still()?;
        let database = Arc::new(self.open_file(&self.path())?);
        *held = Some(database.clone());
        Ok(database)
    }

    fn open_still(&self) -> Result<(), BaseError> {
        match self.closed.load(Ordering::Acquire) {
            true => Err(io::Error::other("the store was shut down").into()),
            false => Ok(()),
        }
    }

    /// Adds a checkpoint durably. Gives the files that hold nothing live any more.
    pub fn add(&self, additions: &Additions) -> Result<Vec<Retired>, BaseError> {
        self.open_still()?;
        let added = self.guarded(|| match self.is_absent() {
            true => self.create_with(additions),
            false => add_to(&*self.database()?, additions),
        });
        if added.is_err() {
            self.forget_database();
        }
        added
    }

    fn create_with(&self, additions: &Additions) -> Result<Vec<Retired>, BaseError> {
        let _ = self.disk.remove(&self.newborn_path());
        let database = self.open_file(&self.newborn_path())?;
        let retired = add_to(&database, additions)?;
        self.disk.rename(&self.newborn_path(), &self.path())?;
        self.disk.sync_dir(&self.dir)?;
        *self.database.lock() = Some(Arc::new(database));
        self.born.store(true, Ordering::Release);
        Ok(retired)
    }

    pub fn get(&self, key: &[u8]) -> Result<Option<Bytes>, BaseError> {
        if self.is_absent() {
            return Ok(None);
        }
        self.reading(|database| {
            let transaction = database.begin_read()?;
            let Some(value) = transaction.open_table(STATE)?.get(key)? else { return Ok(None) };
            checked(key, value.value()).map(Some)
        })
    }

    /// Reads; after an I/O error the file is opened again by the next call.
    fn reading<T>(&self, read: impl FnOnce(&Arc<Database>) -> Result<T, BaseError>) -> Result<T, BaseError> {
        let result = self.guarded(|| read(&self.database()?));
        if matches!(result, Err(BaseError::Io(_))) {
            self.forget_database();
        }
        result
    }

    /// Closes the file for good, before the directory is given to somebody else: redb writes when it is closed, and what it
    /// wrote later would go over what that other one has written. Reads that need the file fail from now on.
    pub fn close(&self) {
        // Under the lock, so that nobody opens the file again meanwhile.
        let database = {
            let mut held = self.database.lock();
            self.closed.store(true, Ordering::Release);
            held.take()
        };
        let Some(mut database) = database else { return };
        match Arc::get_mut(&mut database) {
            Some(_) => self.put_away(Some(database)),
            // A read is still under way. Never closed is what a killed process leaves, too.
            None => std::mem::forget(database),
        }
    }

    /// redb answers nothing after a failed call: the next one begins again from what is on disk.
    fn forget_database(&self) {
        let failed = self.database.lock().take();
        self.put_away(failed);
    }

    fn put_away(&self, database: Option<Arc<Database>>) {
        if self.rotten.load(Ordering::Acquire) {
            // redb tidies up when it is closed, and over a rotten file may do worse than panic.
            std::mem::forget(database);
            return;
        }
        let dropped = self.guarded(|| {
            drop(database);
            Ok(())
        });
        if let Err(error) = dropped {
            tracing::warn!(%error, "closing the state file failed");
        }
    }

    /// Works on the file, and remembers when it proved rotten.
    fn guarded<T>(&self, work: impl FnOnce() -> Result<T, BaseError>) -> Result<T, BaseError> {
        let result = guarded(work);
        if matches!(result, Err(BaseError::Corrupt(_))) {
            self.rotten.store(true, Ordering::Release);
        }
        result
    }

    /// The state as of now, to be scanned without holding up anybody.
    pub fn snapshot(&self) -> Result<Option<Snapshot>, BaseError> {
        if self.is_absent() {
            return Ok(None);
        }
        self.reading(|database| Ok(Some(Snapshot(database.begin_read()?, database.clone()))))
    }

    /// Where the batches of a partition lie from the index entry on that holds `from`, or the first behind it.
    pub fn indexed_at(&self, partition: PartitionId, from: Offset) -> Result<Option<Indexed>, BaseError> {
        if self.is_absent() {
            return Ok(None);
        }
        self.reading(|database| entry_at(&database.begin_read()?.open_table(INDEX)?, partition, from))
    }

    /// All entries of a partition that hold anything of a range of offsets and lie in one of `files`.
    pub fn indexed_in(
        &self,
        partition: PartitionId,
        offsets: Range<u64>,
        files: &BTreeSet<FileId>,
    ) -> Result<Vec<Indexed>, BaseError> {
        self.reading(|database| {
            let index = database.begin_read()?.open_table(INDEX)?;
            let Some(first) = entry_at(&index, partition, Offset(offsets.start))? else {
                return Ok(Vec::new());
            };
            let mut found = Vec::new();
            for row in index.range((partition.0, first.first().0)..(partition.0, offsets.end))? {
                let (key, value) = row?;
                let entry = super::base_index::decode(partition, key.value().1, value.value())?;
                if files.contains(&entry.file()) {
                    found.push(entry);
                }
            }
            Ok(found)
        })
    }

    /// Walks a partition's entries back from the last one that begins before an offset, down to one, until `enough`.
    pub fn back_from(
        &self,
        partition: PartitionId,
        down_to: Offset,
        before: Offset,
        mut enough: impl FnMut(Indexed) -> bool,
    ) -> Result<bool, BaseError> {
        if self.is_absent() {
            return Ok(false);
        }
        self.reading(|database| {
            let index = database.begin_read()?.open_table(INDEX)?;
            for row in index.range((partition.0, 0)..(partition.0, before.0))?.rev() {
                let (key, value) = row?;
                let entry = super::base_index::decode(partition, key.value().1, value.value())?;
                if entry.end() <= down_to {
                    return Ok(false);
                }
                if enough(entry) {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }

    /// The files with live batches, and how much of them is live.
    pub fn files(&self) -> Result<Vec<FileUse>, BaseError> {
        if self.is_absent() {
            return Ok(Vec::new());
        }
        self.reading(|database| {
            let transaction = database.begin_read()?;
            let bytes = if_there(transaction.open_table(FILE_BYTES))?;
            let times = if_there(transaction.open_table(FILE_TIMES))?;
            let tiered = if_there(transaction.open_table(TIERED))?;
            let mut files = Vec::new();
            for row in transaction.open_table(FILES)?.iter()? {
                let file = row?.0.value();
                let known = bytes.as_ref().map(|bytes| bytes.get(file)).transpose()?.flatten();
                let newest = times.as_ref().map(|times| times.get(file)).transpose()?.flatten();
                let tiered = tiered.as_ref().map(|tiered| tiered.get(file)).transpose()?.flatten();
                files.push(FileUse {
                    file: FileId(file),
                    bytes: known.map(|bytes| bytes.value()),
                    newest: newest.map(|time| Timestamp(time.value())),
                    is_tiered: tiered.is_some(),
                });
            }
            Ok(files)
        })
    }

    /// Up to where a partition was compacted by earlier passes, the last one last.
    pub fn clean_marks(&self, partition: PartitionId) -> Result<Vec<CleanMark>, BaseError> {
        if self.is_absent() {
            return Ok(Vec::new());
        }
        self.reading(|database| {
            let Some(table) = if_there(database.begin_read()?.open_table(COMPACTED))? else {
                return Ok(Vec::new());
            };
            let Some(row) = table.get(partition.0)? else { return Ok(Vec::new()) };
            let marks = decode_marks(&partition, row.value());
            marks.ok_or_else(|| BaseError::Corrupt(format!("how far partition {partition} is compacted")))
        })
    }

    /// Notes how far a partition is compacted; one that was dropped meanwhile leaves nothing.
    pub fn set_clean_marks(&self, partition: PartitionId, marks: &[CleanMark]) -> Result<(), BaseError> {
        let noted = self.guarded(|| {
            let database = self.database()?;
            let mut transaction = database.begin_write()?;
            transaction.set_quick_repair(true);
            if transaction.open_table(PARTITIONS)?.get(partition.0)?.is_some() {
                transaction
                    .open_table(COMPACTED)?
                    .insert(partition.0, &encode_marks(&partition, marks)[..])?;
            }
            Ok(transaction.commit()?)
        });
        if noted.is_err() {
            self.forget_database();
        }
        noted
    }

    /// What a segment is in the tier, if it lies there.
    pub fn tiered(&self, file: FileId) -> Result<Option<Tiered>, BaseError> {
        if self.is_absent() {
            return Ok(None);
        }
        self.reading(|database| {
            let Some(table) = if_there(database.begin_read()?.open_table(TIERED))? else { return Ok(None) };
            table.get(file.0)?.map(|row| tiered_row(file.0, row.value())).transpose()
        })
    }

    /// Every segment that lies in the tier.
    pub fn tiered_files(&self) -> Result<Vec<(FileId, Tiered)>, BaseError> {
        if self.is_absent() {
            return Ok(Vec::new());
        }
        self.reading(|database| tiered_rows(&database.begin_read()?))
    }

    /// Says durably that a segment lies in the tier. `false` when nothing needs it any more.
    pub fn name_tiered(&self, file: FileId, tiered: Tiered) -> Result<bool, BaseError> {
        let named = self.guarded(|| {
            let database = self.database()?;
            let mut transaction = database.begin_write()?;
            transaction.set_quick_repair(true);
            let named = IndexWriter::new(&transaction)?.add_tiered(file, tiered)?;
            transaction.commit()?;
            Ok(named)
        });
        if named.is_err() {
            self.forget_database();
        }
        named
    }

    /// Lets new segments take the place of what lay in `victims`. Gives the files that hold nothing live any more,
    /// which may be segments of `segments` too.
    pub fn replace(
        &self,
        segments: &[FileId],
        moved: &[Moved],
        victims: &BTreeSet<FileId>,
    ) -> Result<Vec<Retired>, BaseError> {
        let replaced = self.guarded(|| {
            let database = self.database()?;
            let mut transaction = database.begin_write()?;
            transaction.set_quick_repair(true);
            let starts = log_starts(&transaction, moved.iter().map(|moved| moved.partition))?;
            let mut writer = IndexWriter::new(&transaction)?;
            segments.iter().try_for_each(|segment| writer.add_file(*segment))?;
            for moved in moved {
                // A partition that was dropped meanwhile has no entries left.
                if let Some(log_start) = starts.get(&moved.partition) {
                    writer.replace(moved, *log_start, victims)?;
                }
            }
            let retired = writer.retire()?;
            transaction.commit()?;
            Ok(retired)
        });
        if replaced.is_err() {
            self.forget_database();
        }
        replaced
    }
}

impl Drop for Base {
    /// redb tidies up when it is closed, and may panic over a rotten file.
    fn drop(&mut self) {
        self.forget_database();
    }
}

/// redb panics on some kinds of rot where it trusts its file; here that is damage like any other.
fn guarded<T>(work: impl FnOnce() -> Result<T, BaseError>) -> Result<T, BaseError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let what =
            panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
        Err(BaseError::Corrupt(what.unwrap_or("its structure does not hold").to_owned()))
    })
}

/// A moment of the state, and what keeps its file from being closed under it.
pub struct Snapshot(redb::ReadTransaction, #[expect(dead_code, reason = "is only held")] Arc<Database>);

impl Snapshot {
    /// Merges a range of the state with newer changes (`None` is a deletion), which are in key order.
    pub fn merged(
        &self,
        range: Range<Bytes>,
        newer: &[(Bytes, Option<Bytes>)],
        limit: usize,
    ) -> Result<Vec<(Bytes, Bytes)>, BaseError> {
        guarded(|| {
            let table = self.0.open_table(STATE)?;
            let older = table.range::<&[u8]>(&range.start[..]..&range.end[..])?;
            merge(older, newer, limit)
        })
    }

    /// As [`Snapshot::merged`], of all keys from one on.
    pub fn merged_from(
        &self,
        from: &Bytes,
        newer: &[(Bytes, Option<Bytes>)],
        limit: usize,
    ) -> Result<Vec<(Bytes, Bytes)>, BaseError> {
        guarded(|| {
            let table = self.0.open_table(STATE)?;
            merge(table.range::<&[u8]>(&from[..]..)?, newer, limit)
        })
    }
}

fn merge(
    mut older: redb::Range<'_, &[u8], &[u8]>,
    newer: &[(Bytes, Option<Bytes>)],
    limit: usize,
) -> Result<Vec<(Bytes, Bytes)>, BaseError> {
    let mut older_next = older.next().transpose()?;
    let mut newer = newer.iter().peekable();
    let mut merged = Vec::new();
    while merged.len() < limit {
        let older_first = match (&older_next, newer.peek()) {
            (None, None) => break,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some((key, _)), Some((newer_key, _))) if key.value() == &newer_key[..] => {
                older_next = older.next().transpose()?;
                false
            }
            (Some((key, _)), Some((newer_key, _))) => key.value() < &newer_key[..],
        };
        if older_first {
            if let Some((key, value)) = older_next.take() {
                merged.push((Bytes::copy_from_slice(key.value()), checked(key.value(), value.value())?));
            }
            older_next = older.next().transpose()?;
        } else if let Some((key, Some(value))) = newer.next() {
            merged.push((key.clone(), value.clone()));
        }
    }
    Ok(merged)
}

/// A table that older versions of the format do not have.
fn if_there<T>(table: Result<T, redb::TableError>) -> Result<Option<T>, BaseError> {
    match table {
        Ok(table) => Ok(Some(table)),
        Err(redb::TableError::TableDoesNotExist(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn tiered_rows(transaction: &redb::ReadTransaction) -> Result<Vec<(FileId, Tiered)>, BaseError> {
    let Some(table) = if_there(transaction.open_table(TIERED))? else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    for row in table.iter()? {
        let (file, value) = row?;
        rows.push((FileId(file.value()), tiered_row(file.value(), value.value())?));
    }
    Ok(rows)
}

fn add_to(database: &Database, additions: &Additions) -> Result<Vec<Retired>, BaseError> {
    let mut transaction = database.begin_write()?;
    // The allocator's state goes with the commit, so that opening after a crash takes no walk through the file.
    transaction.set_quick_repair(true);
    let retired;
    {
        let mut state = transaction.open_table(STATE)?;
        for (key, value) in &additions.state {
            match value {
                Some(value) => drop(state.insert(&key[..], &sealed(key, value)[..])?),
                None => drop(state.remove(&key[..])?),
            }
        }
        let mut index = IndexWriter::new(&transaction)?;
        for generation in &additions.sealed {
            index.add_file(FileId(*generation))?;
        }
        for (partition, generation, entries) in &additions.spans {
            index.add_span(*partition, *generation, entries)?;
        }
        let mut partitions = transaction.open_table(PARTITIONS)?;
        let mut dropped = transaction.open_table(DROPPED)?;
        for (partition, change) in &additions.partitions {
            let dead_below = match change {
                PartitionChange::Bounds(bounds) => {
                    partitions.insert(partition.0, &encode_bounds(partition, bounds)[..])?;
                    bounds.log_start.0
                }
                PartitionChange::Dropped => {
                    partitions.remove(partition.0)?;
                    transaction.open_table(COMPACTED)?.remove(partition.0)?;
                    dropped.insert(partition.0, ())?;
                    u64::MAX
                }
            };
            index.remove_below(*partition, dead_below)?;
        }
        retired = index.retire()?;
        let mut meta = transaction.open_table(META)?;
        meta.insert(CHECKPOINT, &encode_checkpoint(&additions.checkpoint)[..])?;
    }
    transaction.commit()?;
    Ok(retired)
}

fn read_contents(database: &Database) -> Result<BaseContents, BaseError> {
    let transaction = database.begin_read()?;
    let meta = transaction.open_table(META)?;
    let checkpoint = meta.get(CHECKPOINT)?.and_then(|bytes| decode_checkpoint(bytes.value()));
    let checkpoint = checkpoint.ok_or_else(|| BaseError::Corrupt("the checkpoint".into()))?;
    let mut contents = BaseContents { checkpoint, ..BaseContents::default() };
    for row in transaction.open_table(PARTITIONS)?.iter()? {
        let (key, value) = row?;
        let partition = PartitionId(key.value());
        let bounds = decode_bounds(&partition, value.value())
            .ok_or_else(|| BaseError::Corrupt(format!("the bounds of partition {partition}")))?;
        contents.partitions.push((partition, bounds));
    }
    for row in transaction.open_table(DROPPED)?.iter()? {
        contents.dropped.push(PartitionId(row?.0.value()));
    }
    for row in transaction.open_table(FILES)?.iter()? {
        contents.files.push(FileId(row?.0.value()));
    }
    contents.tiered = tiered_rows(&transaction)?.into_iter().map(|(file, _)| file).collect();
    Ok(contents)
}
