//! The base's index of batches and its account of the files that hold them: what a checkpoint adds, what trims take
//! away, what a rewrite replaces.
//!
//! Invariant: a file is named as long as an entry of the index lies in it, and is given back when the last one goes, by
//! the same transaction. Live bytes are an estimate for choosing what to rewrite; nothing rests on them.

use std::collections::BTreeSet;

use hashbrown::HashMap;
use headwater_types::{Offset, PartitionId, Timestamp};
use redb::{ReadOnlyTable, ReadableTable, Table, TableDefinition, WriteTransaction};

use super::base::{BaseError, PARTITIONS};
use super::base_values::{decode_bounds, decode_tiered, encode_tiered};
use super::files::FileId;
use super::index_chunk::{Block, Indexed, chunks_of};
use super::published::Entry;
use super::tiered::Tiered;

pub const INDEX: TableDefinition<'_, (u64, u64), &[u8]> = TableDefinition::new("index");
pub const FILES: TableDefinition<'_, u64, u64> = TableDefinition::new("files");
/// Live bytes and all bytes of batches. Files of format version 1 are absent.
pub const FILE_BYTES: TableDefinition<'_, u64, (u64, u64)> = TableDefinition::new("file_bytes");

/// Append time of the newest batch that was written to a segment. Those of format versions before 3 are absent.
pub const FILE_TIMES: TableDefinition<'_, u64, i64> = TableDefinition::new("file_times");
/// Segments that lie in the tier, and no longer on the local disk.
pub const TIERED: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("tiered");

/// A file that nothing live lies in any more; where it lay in the tier, what it was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired {
    pub file: FileId,
    pub tiered: Option<Tiered>,
}

impl Retired {
    pub fn local(file: FileId) -> Self {
        Self { file, tiered: None }
    }
}

/// How much of a file is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileUse {
    pub file: FileId,
    /// Bytes of live batches and of all that were written to it; `None` when that is not known.
    pub bytes: Option<(u64, u64)>,
    /// When its newest batch was appended, where that is known.
    pub newest: Option<Timestamp>,
    pub is_tiered: bool,
}

/// Offsets of a partition that lie somewhere else now.
#[derive(Clone, Debug)]
pub struct Moved {
    pub partition: PartitionId,
    pub from: Offset,
    pub to: Offset,
    pub blocks: Vec<Block>,
}

/// The index and the files as one transaction sees them.
pub struct IndexWriter<'t> {
    index: Table<'t, (u64, u64), &'static [u8]>,
    files: Table<'t, u64, u64>,
    bytes: Table<'t, u64, (u64, u64)>,
    times: Table<'t, u64, i64>,
    tiered: Table<'t, u64, &'static [u8]>,
    /// Files whose last entry may be gone.
    touched: BTreeSet<u64>,
}

impl<'t> IndexWriter<'t> {
    pub fn new(transaction: &'t WriteTransaction) -> Result<Self, BaseError> {
        Ok(Self {
            index: transaction.open_table(INDEX)?,
            files: transaction.open_table(FILES)?,
            bytes: transaction.open_table(FILE_BYTES)?,
            times: transaction.open_table(FILE_TIMES)?,
            tiered: transaction.open_table(TIERED)?,
            touched: BTreeSet::new(),
        })
    }

    /// Names a sealed file, so that it is given back if nothing in it is live.
    pub fn add_file(&mut self, file: FileId) -> Result<(), BaseError> {
        self.files.insert(file.0, 0)?;
        self.bytes.insert(file.0, (0, 0))?;
        self.touched.insert(file.0);
        Ok(())
    }

    /// Adds the batches of a partition in a journal file.
    pub fn add_span(
        &mut self,
        partition: PartitionId,
        generation: u64,
        entries: &[Entry],
    ) -> Result<(), BaseError> {
        for chunk in chunks_of(generation, entries) {
            let (first, encoded) = (chunk.first, chunk.encode());
            self.add(partition, first, &encoded, &Indexed::Chunk(chunk))?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        partition: PartitionId,
        first: u64,
        encoded: &[u8],
        indexed: &Indexed,
    ) -> Result<(), BaseError> {
        let file = indexed.file().0;
        self.index.insert((partition.0, first), encoded)?;
        let entries = self.files.get(file)?.map_or(0, |count| count.value());
        self.files.insert(file, entries + 1)?;
        let known = self.bytes.get(file)?.map(|bytes| bytes.value());
        if let Some((live, all)) = known {
            self.bytes.insert(file, (live + indexed.bytes(), all + indexed.bytes()))?;
        }
        if let Indexed::Block(block) = indexed {
            let newest = self.times.get(file)?.map_or(i64::MIN, |time| time.value());
            if block.last_time > newest {
                self.times.insert(file, block.last_time)?;
            }
        }
        Ok(())
    }

    /// Says that a segment lies in the tier. `false` when nothing needs it any more.
    pub fn add_tiered(&mut self, file: FileId, tiered: Tiered) -> Result<bool, BaseError> {
        if self.files.get(file.0)?.is_none() {
            return Ok(false);
        }
        self.tiered.insert(file.0, &encode_tiered(file.0, tiered)[..])?;
        Ok(true)
    }

    /// Removes the entries that lie whole below an offset; a bounded number of them is in memory at once.
    pub fn remove_below(&mut self, partition: PartitionId, below: u64) -> Result<(), BaseError> {
        const AT_ONCE: usize = 256;
        loop {
            let mut room = AT_ONCE;
            let dead = self.entries(partition, 0..below, |entry| {
                room = room.saturating_sub(1);
                room > 0 && entry.end().0 <= below
            })?;
            dead.iter().try_for_each(|entry| self.remove(partition, entry))?;
            if room > 0 {
                return Ok(());
            }
        }
    }

    fn entries(
        &self,
        partition: PartitionId,
        firsts: std::ops::Range<u64>,
        mut wanted: impl FnMut(&Indexed) -> bool,
    ) -> Result<Vec<Indexed>, BaseError> {
        let mut found = Vec::new();
        for row in self.index.range((partition.0, firsts.start)..(partition.0, firsts.end))? {
            let (key, value) = row?;
            let entry = decode(partition, key.value().1, value.value())?;
            if !wanted(&entry) {
                break;
            }
            found.push(entry);
        }
        Ok(found)
    }

    fn remove(&mut self, partition: PartitionId, entry: &Indexed) -> Result<(), BaseError> {
        let file = entry.file().0;
        self.index.remove((partition.0, entry.first().0))?;
        let entries = self.files.get(file)?.map_or(0, |count| count.value());
        self.files.insert(file, entries.saturating_sub(1))?;
        let known = self.bytes.get(file)?.map(|bytes| bytes.value());
        if let Some((live, all)) = known {
            self.bytes.insert(file, (live.saturating_sub(entry.bytes()), all))?;
        }
        self.touched.insert(file);
        Ok(())
    }

    /// Lets blocks take the place of all that lay in `victims`. What was trimmed meanwhile stays away.
    pub fn replace(
        &mut self,
        moved: &Moved,
        log_start: u64,
        victims: &BTreeSet<FileId>,
    ) -> Result<(), BaseError> {
        let Moved { partition, from, to, blocks } = moved;
        let old = self.entries(*partition, from.0..to.0, |_| true)?;
        if old.iter().any(|entry| !victims.contains(&entry.file())) {
            return Err(BaseError::Corrupt(format!(
                "the index of partition {partition} changed under a rewrite"
            )));
        }
        old.iter().try_for_each(|entry| self.remove(*partition, entry))?;
        for block in blocks.iter().filter(|block| block.end > log_start) {
            self.add(*partition, block.first, &block.encode(), &Indexed::Block(*block))?;
        }
        Ok(())
    }

    /// Adds blocks whatever is there.
    pub fn put(&mut self, moved: &Moved) -> Result<(), BaseError> {
        moved.blocks.iter().try_for_each(|block| {
            self.add(moved.partition, block.first, &block.encode(), &Indexed::Block(*block))
        })
    }

    /// Takes the names of the files away in which nothing is live any more, and gives them.
    pub fn retire(mut self) -> Result<Vec<Retired>, BaseError> {
        let mut retired = Vec::new();
        for file in std::mem::take(&mut self.touched) {
            if self.files.get(file)?.is_some_and(|entries| entries.value() == 0) {
                self.files.remove(file)?;
                self.bytes.remove(file)?;
                self.times.remove(file)?;
                let tiered = match self.tiered.remove(file)? {
                    Some(row) => Some(tiered_row(file, row.value())?),
                    None => None,
                };
                retired.push(Retired { file: FileId(file), tiered });
            }
        }
        retired.sort_unstable_by_key(|retired| retired.file);
        Ok(retired)
    }
}

/// A row of the table of segments in the tier.
pub fn tiered_row(file: u64, bytes: &[u8]) -> Result<Tiered, BaseError> {
    let number = FileId(file).number();
    decode_tiered(file, bytes).ok_or_else(|| BaseError::Corrupt(format!("where segment {number} lies")))
}

/// Log starts of the partitions there are, as the transaction's checkpoint has them.
pub fn log_starts(
    transaction: &WriteTransaction,
    ids: impl Iterator<Item = PartitionId>,
) -> Result<HashMap<PartitionId, u64>, BaseError> {
    let table = transaction.open_table(PARTITIONS)?;
    let mut starts = HashMap::new();
    for id in ids {
        if let Some(bytes) = table.get(id.0)? {
            let bounds = decode_bounds(&id, bytes.value());
            let bounds = bounds.ok_or_else(|| BaseError::Corrupt(format!("the bounds of partition {id}")))?;
            starts.insert(id, bounds.log_start.0);
        }
    }
    Ok(starts)
}

/// The entry that holds an offset, or the first one behind it.
pub fn entry_at(
    index: &ReadOnlyTable<(u64, u64), &'static [u8]>,
    partition: PartitionId,
    from: Offset,
) -> Result<Option<Indexed>, BaseError> {
    let at_or_before = index.range((partition.0, 0)..=(partition.0, from.0))?.next_back().transpose()?;
    if let Some((key, value)) = at_or_before {
        let entry = decode(partition, key.value().1, value.value())?;
        if entry.end() > from {
            return Ok(Some(entry));
        }
    }
    let after = index.range((partition.0, from.0)..=(partition.0, u64::MAX))?.next().transpose()?;
    after.map(|(key, value)| decode(partition, key.value().1, value.value())).transpose()
}

pub fn decode(partition: PartitionId, first: u64, bytes: &[u8]) -> Result<Indexed, BaseError> {
    Indexed::decode(first, bytes)
        .ok_or_else(|| BaseError::Corrupt(format!("the index of partition {partition} at offset {first}")))
}
