//! Makes a state file again out of a damaged one and of the files with batches, for `headwater log repair`.
//!
//! Rows that carry their checksum are taken from both ends of each table, up to where its pages cannot be followed. The
//! index is made anew: every batch says in its own frame whose it is. All of it happens on a scratch disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use headwater_runtime::disk::ScratchDisk;
use headwater_runtime::{Disk, DiskFile};
use headwater_types::{Offset, PartitionId, Timestamp};

use super::base::{Additions, Base, BaseError, Checkpoint, PartitionChange, SpanInFile};
use super::base_index::Moved;
use super::config::EmbeddedConfig;
use super::files::{FileId, JournalFiles};
use super::frame::{FILE_HEADER_BYTES, FRAME_HEADER_BYTES, FrameHeader, SEGMENT_HEADER_BYTES};
use super::index_chunk::Block;
use super::published::Entry;
use super::scan::each_append;
use super::segment::read_head;
use super::shared::tier_id;
use super::tiered::{TierReader, Tiered};
use super::tiering::checksum;
use crate::api::Bounds;

const BLOCK_BYTES: u32 = 128 << 10;

/// Puts a new state file in the place of a damaged one. Gives what may be missing from it.
pub fn rebuild_base(disk: &Arc<ScratchDisk>, config: &EmbeddedConfig) -> Result<String, BaseError> {
    let dir = &*config.dir;
    let shared: Arc<dyn Disk> = disk.clone();
    let rows = Base::salvage(shared.clone(), dir.to_owned());
    disk.remove(&dir.join("state.redb"))?;
    let files = JournalFiles::new(shared.clone(), dir, config.entropy.clone())?;
    let generations = files.generations()?;
    let first = generations.first().copied().unwrap_or(1);
    // Without the place where replay begins, everything there is is replayed.
    let checkpoint =
        rows.checkpoint.unwrap_or(Checkpoint { next_generation: first, ..Checkpoint::default() });
    let mut rebuilt = Rebuilt { files, bounds: BTreeMap::new() };
    let segments: Vec<FileId> = rebuilt.files.segments()?.into_iter().map(FileId::segment).collect();
    let mut blocks = Vec::new();
    for segment in &segments {
        let file = rebuilt.files.open(*segment)?;
        blocks.push(rebuilt.blocks_of(*segment, &*file)?);
    }
    let mut fetched = Vec::new();
    for (segment, tiered, file) in segments_in_tier(&*shared, config)? {
        if !segments.contains(&segment) {
            fetched.push((segment, tiered, rebuilt.blocks_of(segment, &*file)?));
        }
    }
    let mut spans = Vec::new();
    let sealed: Vec<u64> =
        generations.into_iter().filter(|generation| *generation < checkpoint.next_generation).collect();
    for generation in &sealed {
        spans.extend(rebuilt.spans_of(*generation)?);
    }
    let what = format!(
        "the state file was damaged; {} of its keys and {} of its partitions could be read{}",
        rows.state.len(),
        rows.partitions.len(),
        if rows.checkpoint.is_some() { "" } else { ", and not up to which commit they go" }
    );
    let mut partitions: BTreeMap<PartitionId, PartitionChange> = BTreeMap::new();
    for (id, seen) in rebuilt.bounds {
        partitions.insert(id, PartitionChange::Bounds(seen));
    }
    // What the rows say is right as of the checkpoint; without that, only where logs begin and which epoch they are in.
    for (id, known) in rows.partitions {
        let seen = match partitions.get(&id) {
            Some(PartitionChange::Bounds(seen)) => *seen,
            _ => Bounds { end: known.log_start, ..known },
        };
        let bounds = match rows.checkpoint {
            Some(_) => known,
            None => Bounds { log_start: known.log_start, end: seen.end.max(known.log_start), ..known },
        };
        partitions.insert(id, PartitionChange::Bounds(bounds));
    }
    partitions.extend(rows.dropped.into_iter().map(|id| (id, PartitionChange::Dropped)));
    let (base, _) = Base::open(shared, dir.to_owned(), 0)?;
    let partitions = partitions.into_iter().collect();
    let state = rows.state.into_iter().map(|(key, value)| (key, Some(value))).collect();
    base.add(&Additions { checkpoint, partitions, state, ..Additions::default() })?;
    for (segment, moved) in segments.iter().zip(&blocks) {
        base.put_blocks(*segment, moved)?;
    }
    for (segment, tiered, moved) in &fetched {
        base.put_blocks(*segment, moved)?;
        base.name_tiered(*segment, *tiered)?;
    }
    base.add(&Additions { checkpoint, spans, sealed, ..Additions::default() })?;
    Ok(what)
}

/// A segment in the tier, and the way to its bytes.
type InTier = (FileId, Tiered, Arc<dyn DiskFile>);

/// The segments that lie in the tier, whatever the state file knew of them. Each is read whole.
fn segments_in_tier(disk: &dyn Disk, config: &EmbeddedConfig) -> Result<Vec<InTier>, BaseError> {
    let Some(tier) = &config.tier else { return Ok(Vec::new()) };
    let reader = TierReader::new(tier.clone(), tier_id(disk, config)?);
    let mut found = Vec::new();
    for (name, bytes) in reader.tier().list(&reader.prefix())? {
        let Some((segment, tag)) = reader.parse(&name) else { continue };
        let file = reader.open(segment, Tiered { tag, bytes, crc: 0 });
        let crc = checksum(&*file, bytes)?;
        found.push((segment, Tiered { tag, bytes, crc }, file));
    }
    Ok(found)
}

struct Rebuilt {
    files: JournalFiles,
    /// What the files say of partitions.
    bounds: BTreeMap<PartitionId, Bounds>,
}

impl Rebuilt {
    fn see(&mut self, header: &FrameHeader) {
        let end = header.base_offset.plus(u64::from(header.record_count));
        let fresh =
            Bounds { log_start: header.base_offset, end, epoch: 0, last_append_time: Timestamp::EPOCH };
        let known = self.bounds.entry(header.partition).or_insert(fresh);
        known.log_start = known.log_start.min(header.base_offset);
        if end >= known.end {
            (known.end, known.last_append_time) = (end, header.append_time);
        }
        known.epoch = known.epoch.max(header.epoch);
    }

    fn blocks_of(&mut self, segment: FileId, file: &dyn DiskFile) -> Result<Vec<Moved>, BaseError> {
        let tag = read_head(file)?.map(|head| head.tag);
        let mut moved: Vec<Moved> = Vec::new();
        each_append(file, tag, SEGMENT_HEADER_BYTES as u32, &mut |position, header| {
            self.see(header);
            let (first, end) = (header.base_offset.0, header.base_offset.0 + u64::from(header.record_count));
            let (time, len) = (header.append_time.0, header.frame_len() as u32);
            let last = moved.last_mut().filter(|moved| moved.partition == header.partition);
            if let Some(block) = last.and_then(|moved| moved.blocks.last_mut()) {
                let follows = block.end == first && block.position + block.len == position;
                if follows && block.len + len <= BLOCK_BYTES {
                    (block.end, block.len, block.last_time) = (end, block.len + len, time);
                    return;
                }
            }
            let block = Block { file: segment, first, end, first_time: time, last_time: time, position, len };
            let (from, to) = (Offset(first), Offset(end));
            moved.push(Moved { partition: header.partition, from, to, blocks: vec![block] });
        })?;
        Ok(moved)
    }

    fn spans_of(&mut self, generation: u64) -> Result<Vec<SpanInFile>, BaseError> {
        let file = self.files.open(FileId(generation))?;
        let tag = self.files.read_header(generation)?.ok().map(|head| head.tag);
        let mut spans: BTreeMap<PartitionId, Vec<Entry>> = BTreeMap::new();
        each_append(&*file, tag, FILE_HEADER_BYTES as u32, &mut |position, header| {
            self.see(header);
            spans.entry(header.partition).or_default().push(Entry {
                base_offset: header.base_offset.0,
                append_time: header.append_time.0,
                position: position + FRAME_HEADER_BYTES as u32,
                len: header.payload_len,
                record_count: header.record_count,
                crc: header.payload_crc,
            });
        })?;
        Ok(spans.into_iter().map(|(id, entries)| (id, generation, Arc::new(entries))).collect())
    }
}
