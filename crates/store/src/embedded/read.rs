//! Reads: from the tail cache where it still holds the batch, else from the journal's files, each batch against its CRC.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use futures::FutureExt;
use futures::future::{BoxFuture, ready};
use headwater_types::{Offset, PartitionId, Timestamp};

use super::base::BaseError;
use super::files::FileId;
use super::index_chunk::{Block, IndexChunk, Indexed};
use super::published::{Changed, Entry, Partition};
use super::segment::{Framed, read_block};
use super::shared::Shared;
use super::sync::atomic::Ordering;
use super::tiered::locally;
use crate::api::{Bounds, ReadError, ReadPage, StoredBatch};

/// Batches one page can hold, whatever their size: bounds how long the lock is held.
const PAGE_BATCHES_MAX: usize = 8192;

/// Where the batches of a page lie.
struct Wanted {
    generation: u64,
    entry: Entry,
}

/// Where to look for a page.
enum Located {
    Here(Vec<Wanted>),
    /// In sealed files whose index is in the base, up to the offset given.
    Base {
        until: Offset,
    },
}

impl Shared {
    pub fn read_page(
        self: &Arc<Self>,
        partition: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> BoxFuture<'static, Result<ReadPage, ReadError>> {
        let (bounds, located) = match self.locate(partition, from, bytes_max) {
            Ok(located) => located,
            Err(error) => return ready(Err(error)).boxed(),
        };
        if let Located::Here(wanted) = &located {
            let places = wanted.iter().map(|w| (w.generation, w.entry.position, w.entry.len));
            let payloads = self.cache.get_all(places);
            let cached = payloads.map(|payloads| {
                wanted.iter().zip(payloads).map(|(w, payload)| stored(&w.entry, payload)).collect::<Vec<_>>()
            });
            // An empty page is right at the end and nowhere else.
            if let Some(batches) = cached.filter(|batches| !batches.is_empty() || from == bounds.end) {
                return ready(Ok(ReadPage { batches, bounds })).boxed();
            }
        }
        self.on_read_thread(move |shared| shared.read_blocking(partition, from, bytes_max))
    }

    /// Reads a page, from disk where it must.
    pub fn read_blocking(
        &self,
        partition: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> Result<ReadPage, ReadError> {
        self.unmoved(|| self.read_once(partition, from, bytes_max))
    }

    /// Reads again where what was looked for has moved into a segment meanwhile, and its place was given back.
    fn unmoved<T>(&self, read: impl Fn() -> Result<T, ReadError>) -> Result<T, ReadError> {
        loop {
            let rewrites = self.rewrites.load(Ordering::Acquire);
            match read() {
                Err(ReadError::Corrupt { .. }) if self.rewrites.load(Ordering::Acquire) != rewrites => {}
                read => return read,
            }
        }
    }

    fn read_once(
        &self,
        partition: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> Result<ReadPage, ReadError> {
        let (bounds, located) = self.locate(partition, from, bytes_max)?;
        let batches = match located {
            Located::Here(wanted) if wanted.is_empty() && from < bounds.end => {
                return Err(self.missing_in_index(partition, from, bounds.end));
            }
            Located::Here(wanted) => self.fetch(partition, &wanted)?,
            Located::Base { until } => self.read_in_base(partition, from, until, bytes_max)?,
        };
        Ok(ReadPage { batches, bounds })
    }

    /// Runs what may touch the disk where it holds up nobody; only so many at once.
    pub fn on_disk_thread<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Shared) -> Result<T, ReadError> + Send + 'static,
    ) -> BoxFuture<'static, Result<T, ReadError>> {
        let shared = self.clone();
        async move {
            let permit = shared.disk_reads.clone().acquire_owned().await;
            let run = headwater_runtime::blocking::spawn(move || {
                let _permit = permit;
                work(&shared)
            });
            run.await.map_err(|error| ReadError::Io(error.to_string()))?
        }
        .boxed()
    }

    /// As [`Shared::on_disk_thread`], of what may lie in the tier: it is looked for here first, and only who finds that it
    /// must be fetched waits for its turn at the tier.
    pub fn on_read_thread<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl Fn(&Shared) -> Result<T, ReadError> + Send + Sync + 'static,
    ) -> BoxFuture<'static, Result<T, ReadError>> {
        if self.tier.is_none() {
            return self.on_disk_thread(work);
        }
        let shared = self.clone();
        async move {
            let work = Arc::new(work);
            let here = work.clone();
            let found = shared.on_disk_thread(move |shared| Ok(locally(|| here(shared)))).await?;
            if let Some(found) = found {
                return found;
            }
            let permit = shared.tier_reads.clone().acquire_owned().await;
            let run = tokio::task::spawn_blocking(move || {
                let _permit = permit;
                work(&shared)
            });
            run.await.map_err(|error| ReadError::Io(error.to_string()))?
        }
        .boxed()
    }

    fn locate(
        &self,
        id: PartitionId,
        from: Offset,
        bytes_max: usize,
    ) -> Result<(Bounds, Located), ReadError> {
        let published = self.published.read();
        let partition = published.partitions.get(&id).ok_or_else(|| self.unknown(id))?;
        let bounds = partition.bounds;
        if from < bounds.log_start {
            return Err(ReadError::BelowLogStart { partition: id, asked: from, log_start: bounds.log_start });
        }
        if from > bounds.end {
            return Err(ReadError::BeyondEnd { partition: id, asked: from, end: bounds.end });
        }
        partition.refuse_lost(id, from)?;
        let until = partition.indexed_here_from();
        let located = if from < until {
            Located::Base { until }
        } else {
            Located::Here(partition.entries_from(from, bytes_max))
        };
        Ok((bounds, located))
    }

    /// Reads batches that the base's index names, from the one that holds `from`.
    fn read_in_base(
        &self,
        partition: PartitionId,
        from: Offset,
        until: Offset,
        bytes_max: usize,
    ) -> Result<Vec<StoredBatch>, ReadError> {
        let mut read: Vec<StoredBatch> = Vec::new();
        let (mut at, mut bytes) = (from, 0);
        while at < until && read.len() < PAGE_BATCHES_MAX && (bytes < bytes_max || read.is_empty()) {
            let indexed = self.base.indexed_at(partition, at).map_err(base_failed)?;
            let known_from = indexed.as_ref().map_or(until, |indexed| indexed.first().min(until));
            let more = match indexed.filter(|indexed| indexed.first() <= at) {
                Some(Indexed::Chunk(chunk)) => self.read_chunk(partition, &chunk, at, bytes_max - bytes),
                Some(Indexed::Block(block)) => self.read_from_block(partition, &block, at),
                None => Err(self.missing_in_index(partition, at, known_from)),
            };
            let more = match more {
                Ok(more) => more,
                // What was read before the damage is good; the next read, which begins there, tells of it.
                Err(_) if !read.is_empty() => break,
                Err(error) => return Err(error),
            };
            for batch in more {
                let over = bytes + batch.payload.len() > bytes_max || read.len() >= PAGE_BATCHES_MAX;
                if over && !read.is_empty() {
                    return Ok(read);
                }
                bytes += batch.payload.len();
                at = batch.base_offset.plus(u64::from(batch.record_count));
                read.push(batch);
            }
        }
        Ok(read)
    }

    /// Batches of a chunk from the one that holds `from`; at least one, and as many as fit.
    pub fn read_chunk(
        &self,
        partition: PartitionId,
        chunk: &IndexChunk,
        from: Offset,
        bytes_max: usize,
    ) -> Result<Vec<StoredBatch>, ReadError> {
        let (mut wanted, mut bytes) = (Vec::new(), 0);
        for entry in chunk.entries.iter().filter(|entry| entry.end() > from.0) {
            bytes += entry.len as usize;
            if bytes > bytes_max && !wanted.is_empty() {
                break;
            }
            wanted.push(Wanted { generation: chunk.generation, entry: *entry });
        }
        self.fetch(partition, &wanted)
    }

    /// Batches of a block from the one that holds `from`, up to its end or the first damage.
    fn read_from_block(
        &self,
        partition: PartitionId,
        block: &Block,
        from: Offset,
    ) -> Result<Vec<StoredBatch>, ReadError> {
        let framed = self.framed_in(partition, block)?;
        let mut batches: Vec<StoredBatch> = Vec::new();
        let (mut next, mut gap_from) = (from, block.first);
        for framed in framed {
            if framed.end() <= from {
                gap_from = framed.end().0;
                continue;
            }
            let base_offset = framed.header.base_offset;
            if base_offset > next {
                let lost = Offset(gap_from)..base_offset;
                return self.up_to_damage(partition, block.file, batches, lost);
            }
            next = framed.end();
            gap_from = next.0;
            batches.push(stored_frame(framed));
        }
        match next.0 < block.end {
            true => self.up_to_damage(partition, block.file, batches, Offset(gap_from)..Offset(block.end)),
            false => Ok(batches),
        }
    }

    fn up_to_damage(
        &self,
        partition: PartitionId,
        file: FileId,
        batches: Vec<StoredBatch>,
        lost: Range<Offset>,
    ) -> Result<Vec<StoredBatch>, ReadError> {
        match batches.is_empty() {
            true => Err(self.damaged(partition, lost, file, "its frames do not hold")),
            false => Ok(batches),
        }
    }

    /// The intact batches of a block.
    pub fn framed_in(&self, partition: PartitionId, block: &Block) -> Result<Vec<Framed>, ReadError> {
        let read = || self.open_file(block.file).and_then(|file| read_block(&*file, partition, block));
        let is_whole = |framed: &[Framed]| {
            let dense = framed.windows(2).all(|pair| pair[0].end() == pair[1].header.base_offset);
            let first = framed.first().map(|first| first.header.base_offset.0);
            dense && first == Some(block.first) && framed.last().map(|last| last.end().0) == Some(block.end)
        };
        let again = |framed: &[Framed]| {
            !is_whole(framed) && self.tier.as_ref().is_some_and(|tier| tier.forget(block.file))
        };
        let fetched = match read() {
            // What the tier holds may be better than what came of it.
            Ok(framed) if again(&framed) => read(),
            read => read,
        };
        match fetched {
            Ok(framed) => Ok(framed),
            Err(error) if is_missing(&error) => {
                let lost = Offset(block.first)..Offset(block.end);
                Err(self.damaged(partition, lost, block.file, "it is missing"))
            }
            Err(error) => Err(self.unreadable(partition, Offset(block.first), block.file, &error)),
        }
    }

    fn unreadable(&self, partition: PartitionId, at: Offset, file: FileId, error: &io::Error) -> ReadError {
        ReadError::Io(format!("{partition} at offset {at} in {}: {error}", self.place_of(file)))
    }

    fn missing_in_index(&self, partition: PartitionId, from: Offset, to: Offset) -> ReadError {
        match self.bounds_of(partition) {
            Ok(bounds) if from < bounds.log_start => {
                ReadError::BelowLogStart { partition, asked: from, log_start: bounds.log_start }
            }
            Ok(_) => {
                ReadError::Corrupt { partition, from, to, detail: "the index does not name them".into() }
            }
            Err(error) => error,
        }
    }

    fn cached(&self, wanted: &Wanted) -> Option<StoredBatch> {
        let Wanted { generation, entry } = wanted;
        let payload = self.cache.get(*generation, entry.position, entry.len)?;
        Some(stored(entry, payload))
    }

    fn fetch(&self, partition: PartitionId, wanted: &[Wanted]) -> Result<Vec<StoredBatch>, ReadError> {
        let mut batches = Vec::with_capacity(wanted.len());
        let mut rest = wanted;
        while let Some(first) = rest.first() {
            if let Some(batch) = self.cached(first) {
                batches.push(batch);
                rest = &rest[1..];
                continue;
            }
            let run = run_len(rest);
            match self.fetch_run(partition, &rest[..run], &mut batches) {
                Ok(()) => rest = &rest[run..],
                // What was read before the damage is good; the next read, which begins there, tells of it.
                Err(_) if !batches.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        Ok(batches)
    }

    /// Reads neighbours of one file with one call.
    fn fetch_run(
        &self,
        partition: PartitionId,
        run: &[Wanted],
        batches: &mut Vec<StoredBatch>,
    ) -> Result<(), ReadError> {
        let (first, last) = (&run[0], &run[run.len() - 1]);
        let start = first.entry.position;
        let mut bytes = vec![0; (last.entry.position - start + last.entry.len) as usize];
        let file = FileId(first.generation);
        let read = self.files.open(file).and_then(|open| open.read_exact_at(&mut bytes, u64::from(start)));
        let bytes = Bytes::from(bytes);
        for Wanted { entry, .. } in run {
            let from = (entry.position - start) as usize;
            let payload = bytes.slice(from..from + entry.len as usize);
            let lost = Offset(entry.base_offset)..Offset(entry.end());
            match &read {
                Ok(()) if crc32c::crc32c(&payload) == entry.crc => {}
                Ok(()) => return Err(self.damaged(partition, lost, file, "its checksum does not hold")),
                Err(error) if is_missing(error) => {
                    return Err(self.damaged(partition, lost, file, "it is missing"));
                }
                Err(error) => return Err(self.unreadable(partition, lost.start, file, error)),
            }
            batches.push(stored(entry, payload));
        }
        Ok(())
    }

    /// A batch that was given back while it was being read is no damage.
    fn damaged(&self, id: PartitionId, lost: Range<Offset>, file: FileId, what: &str) -> ReadError {
        let Range { start: from, end: to } = lost;
        match self.bounds_of(id) {
            Ok(bounds) if to <= bounds.log_start => {
                ReadError::BelowLogStart { partition: id, asked: from, log_start: bounds.log_start }
            }
            Ok(_) => {
                let detail = format!("{what} (in {})", self.place_of(file));
                self.tell_once(id, from, to, &detail);
                ReadError::Corrupt { partition: id, from, to, detail }
            }
            Err(error) => error,
        }
    }

    /// Readers that try again do not fill the log.
    fn tell_once(&self, partition: PartitionId, from: Offset, to: Offset, detail: &str) {
        const TOLD_MAX: usize = 1024;
        let mut told = self.told.lock();
        if told.len() < TOLD_MAX && told.insert((partition, from)) {
            tracing::error!(%partition, %from, %to, "records are damaged and reading them answers an error: {detail}");
        }
    }

    pub fn bounds_of(&self, id: PartitionId) -> Result<Bounds, ReadError> {
        let published = self.published.read();
        published.partitions.get(&id).map(|p| p.bounds).ok_or_else(|| self.unknown(id))
    }

    pub fn wait_for(
        self: &Arc<Self>,
        id: PartitionId,
        offset: Offset,
        epoch: u32,
    ) -> BoxFuture<'static, Result<Bounds, ReadError>> {
        let reached = move |bounds: &Bounds| bounds.end > offset || bounds.epoch > epoch;
        let mut was_known = match self.bounds_of(id) {
            Ok(bounds) if reached(&bounds) => return ready(Ok(bounds)).boxed(),
            known => known.is_ok(),
        };
        let shared = self.clone();
        async move {
            loop {
                let changed = shared.changed_of(id);
                if changed.is_none() && was_known {
                    return Err(ReadError::UnknownPartition(id));
                }
                was_known |= changed.is_some();
                let changed = changed.unwrap_or_else(|| shared.born.clone());
                let _waiting = Waiting::at(&changed);
                let mut notified = std::pin::pin!(changed.notify.notified());
                // Registered before the check, so that a change between the two is not missed.
                notified.as_mut().enable();
                match shared.bounds_of(id) {
                    Ok(bounds) if reached(&bounds) => return Ok(bounds),
                    Ok(_) if !was_known => continue,
                    Err(_) if was_known => continue,
                    _ => notified.await,
                }
            }
        }
        .boxed()
    }

    fn changed_of(&self, id: PartitionId) -> Option<Arc<Changed>> {
        self.published.read().partitions.get(&id).map(|partition| partition.changed.clone())
    }

    pub fn find_time(
        self: &Arc<Self>,
        id: PartitionId,
        time: Timestamp,
    ) -> BoxFuture<'static, Result<Offset, ReadError>> {
        let (bounds, here_from, here) = {
            let published = self.published.read();
            let Some(partition) = published.partitions.get(&id) else {
                return ready(Err(self.unknown(id))).boxed();
            };
            (partition.bounds, partition.indexed_here_from(), partition.first_at_or_after(time))
        };
        // Times only grow: when even the first batch indexed here is late enough, an older one may be too.
        if bounds.log_start >= here_from || here > here_from.max(bounds.log_start) {
            return ready(Ok(here)).boxed();
        }
        self.on_read_thread(move |shared| {
            let found = shared.unmoved(|| shared.find_time_in_base(id, time, bounds.log_start, here_from))?;
            Ok(found.unwrap_or(here))
        })
    }

    /// Halves the offsets in question by looking at the index entry in their middle.
    fn find_time_in_base(
        &self,
        id: PartitionId,
        time: Timestamp,
        start: Offset,
        until: Offset,
    ) -> Result<Option<Offset>, ReadError> {
        let (mut low, mut high, mut found) = (start.0, until.0, None);
        while low < high {
            let middle = low + (high - low) / 2;
            let Some(indexed) = self.base.indexed_at(id, Offset(middle)).map_err(base_failed)? else { break };
            if indexed.last_time() < time {
                low = indexed.end().0;
                continue;
            }
            let late = self.first_late(id, &indexed, time)?;
            found = Some(late.max(start));
            if late > indexed.first() {
                break;
            }
            high = indexed.first().0.min(middle);
        }
        Ok(found)
    }

    /// The first offset of an index entry whose time is late enough; there is one.
    fn first_late(&self, id: PartitionId, indexed: &Indexed, time: Timestamp) -> Result<Offset, ReadError> {
        match indexed {
            Indexed::Chunk(chunk) => {
                let late = chunk.entries.partition_point(|entry| entry.append_time < time.0);
                Ok(Offset(chunk.entries.get(late).map_or(chunk.end, |entry| entry.base_offset)))
            }
            Indexed::Block(block) if block.first_time >= time.0 => Ok(Offset(block.first)),
            Indexed::Block(block) => {
                let framed = self.framed_in(id, block)?;
                let late = framed.iter().find(|framed| framed.header.append_time >= time);
                // Damage may have taken it: what is known is that it lies in this block.
                Ok(late.map_or(Offset(block.first), |framed| framed.header.base_offset))
            }
        }
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::UnexpectedEof)
}

struct Waiting<'a>(&'a Changed);

impl<'a> Waiting<'a> {
    fn at(changed: &'a Changed) -> Self {
        changed.waiters.fetch_add(1, Ordering::SeqCst);
        Self(changed)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiters.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Partition {
    fn refuse_lost(&self, partition: PartitionId, from: Offset) -> Result<(), ReadError> {
        let lost = self.lost.iter().find(|(start, end)| (*start..*end).contains(&from.0)).copied();
        let unknown = (self.end_unknown && from == self.bounds.end).then_some((from.0, u64::MAX));
        let Some((start, end)) = lost.or(unknown) else { return Ok(()) };
        let detail = "the journal is damaged; its log names the file and bytes".to_owned();
        Err(ReadError::Corrupt { partition, from: Offset(start), to: Offset(end), detail })
    }

    /// Where the index in memory begins; older batches are in the base's. The end when there is none.
    pub fn indexed_here_from(&self) -> Offset {
        let first_here = self.spans.front().map_or(self.bounds.end.0, |span| span.first().base_offset);
        // What damage took lies in front of a span and is in nobody's index.
        let first_lost = self.lost.iter().map(|(from, _)| *from).min().unwrap_or(u64::MAX);
        Offset(first_here.min(first_lost))
    }

    fn entries_from(&self, from: Offset, bytes_max: usize) -> Vec<Wanted> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut bytes = 0;
        let first_span = self.spans.partition_point(|span| span.last().end() <= from.0);
        for span in self.spans.iter().skip(first_span) {
            let first = span.entries.partition_point(|entry| entry.end() <= from.0);
            for entry in &span.entries[first..] {
                bytes += entry.len as usize;
                let full = bytes > bytes_max || wanted.len() >= PAGE_BATCHES_MAX;
                let gap = wanted.last().is_some_and(|before| before.entry.end() != entry.base_offset);
                if (full || gap) && !wanted.is_empty() {
                    return wanted;
                }
                wanted.push(Wanted { generation: span.generation, entry: *entry });
            }
        }
        wanted
    }

    fn first_at_or_after(&self, time: Timestamp) -> Offset {
        let span = self.spans.partition_point(|span| span.last().append_time < time.0);
        let Some(span) = self.spans.get(span) else { return self.bounds.end };
        let at = span.entries.partition_point(|entry| entry.append_time < time.0);
        Offset(span.entries[at].base_offset).max(self.bounds.log_start)
    }
}

pub fn base_failed(error: BaseError) -> ReadError {
    match error {
        BaseError::Corrupt(what) => ReadError::CorruptState(what),
        other => ReadError::Io(other.to_string()),
    }
}

fn stored(entry: &Entry, payload: Bytes) -> StoredBatch {
    StoredBatch {
        base_offset: Offset(entry.base_offset),
        record_count: entry.record_count,
        append_time: Timestamp(entry.append_time),
        payload,
    }
}

fn stored_frame(framed: Framed) -> StoredBatch {
    let Framed { header, payload } = framed;
    StoredBatch {
        base_offset: header.base_offset,
        record_count: header.record_count,
        append_time: header.append_time,
        payload,
    }
}

/// How many of the first batches lie in one file, close enough to each other to be read at once.
fn run_len(wanted: &[Wanted]) -> usize {
    const GAP_BYTES_MAX: u32 = 4096;
    let near = |pair: &[Wanted]| {
        let (a, b) = (&pair[0], &pair[1]);
        let end = a.entry.position + a.entry.len;
        a.generation == b.generation && b.entry.position >= end && b.entry.position - end <= GAP_BYTES_MAX
    };
    1 + wanted.windows(2).take_while(|pair| near(pair)).count()
}
