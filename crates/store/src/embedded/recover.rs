//! Opening: replays the journal into memory and finds where the next frame goes.

use std::io;

use headwater_types::Lsn;

use super::committer::Tail;
use super::files::{JournalFile, JournalFiles};
use super::frame::{FILE_HEADER_BYTES, FRAME_HEADER_BYTES, FileHeaderError};
use super::published::{Entry, Published};
use super::scan::{Chain, Damage, FileEnd, Scanned, scan_file};

/// Why a data directory cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("data directory {0} is in use by another process; stop it or choose another directory")]
    InUse(String),
    #[error(
        "{0} has format version {1}, which this binary does not know; use the version of headwater that wrote it"
    )]
    UnknownVersion(String, u32),
    #[error("{0} is not a headwater data directory: {1}")]
    NotADataDir(String, String),
    #[error("the journal is damaged: {0}")]
    Damaged(String),
    #[error("opening {0} failed: {1}")]
    Io(String, #[source] io::Error),
}

/// What the journal says.
pub struct Recovered {
    pub published: Published,
    pub tail: Tail,
    pub damage: Vec<Damage>,
    /// State changes were lost, so that no state can be trusted.
    pub state_lost: bool,
}

/// Where replay begins: what the checkpoint already holds.
#[derive(Clone, Copy, Debug)]
pub struct ReplayFrom {
    /// The first file to scan.
    pub generation: u64,
    pub chain: Chain,
    /// Changes up to here are in the checkpoint; only the index of their batches is rebuilt.
    pub applied: Lsn,
}

pub fn recover(
    files: &JournalFiles,
    mut published: Published,
    from: ReplayFrom,
    first_file_bytes: u32,
) -> Result<Recovered, OpenError> {
    let io_error = |error| OpenError::Io("the journal".into(), error);
    let generations: Vec<u64> =
        files.generations().map_err(io_error)?.into_iter().filter(|g| *g >= from.generation).collect();
    let mut replay =
        Replay { published: &mut published, applied: from.applied, state_lost: false, damaged: false };
    let mut chain = from.chain;
    let mut damage = Vec::new();
    let mut open_end: Option<(JournalFile, FileEnd)> = None;

    let live = live_prefix(files, &generations, from.generation)?;
    for (index, generation) in live.iter().enumerate() {
        let Some((file, end)) = scan_one(files, *generation, chain, index + 1 == live.len(), &mut replay)?
        else {
            // Damage took the header, so that no frame of the file can be known.
            let size = files.open(*generation).and_then(|f| f.size()).map_err(io_error)? as u32;
            damage.push(Damage {
                generation: *generation,
                from: 0,
                to: size,
                after: chain.lsn,
                before: None,
            });
            replay.damaged = true;
            continue;
        };
        chain = end.chain;
        replay.damaged |= !end.damage.is_empty();
        damage.extend(end.damage.iter().cloned());
        open_end = Some((file, end));
    }
    let state_lost = replay.state_lost || !damage.is_empty();
    if !damage.is_empty() {
        published.partitions.values_mut().for_each(|partition| partition.end_unknown = true);
    }
    let tail =
        tail_after(files, open_end, live.last().copied(), chain, from, first_file_bytes).map_err(io_error)?;
    published.lsn = published.lsn.max(tail.lsn);
    Ok(Recovered { published, tail, damage, state_lost })
}

/// The files that hold frames: without the one that was prepared and never begun.
fn live_prefix(files: &JournalFiles, generations: &[u64], first: u64) -> Result<Vec<u64>, OpenError> {
    let mut live = generations.to_vec();
    for (index, generation) in generations.iter().enumerate() {
        let expected = first + index as u64;
        if *generation != expected {
            let missing = files.path(expected);
            return Err(OpenError::Damaged(format!(
                "file {} is missing and later ones exist",
                missing.display()
            )));
        }
    }
    while let Some(last) = live.last() {
        if begun(files, *last).map_err(|error| OpenError::Io("the journal".into(), error))? {
            break;
        }
        live.pop();
    }
    Ok(live)
}

/// Whether anything was ever written behind the file's header. All of it is looked at: a damaged first frame must not
/// make the frames behind it disappear.
fn begun(files: &JournalFiles, generation: u64) -> io::Result<bool> {
    let file = files.open(generation)?;
    let mut chunk = vec![0; 256 * 1024];
    let mut at = FILE_HEADER_BYTES as u64;
    loop {
        let read = file.read_at(&mut chunk, at)?;
        if chunk[..read].iter().any(|byte| *byte != 0) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        at += read as u64;
    }
}

fn scan_one(
    files: &JournalFiles,
    generation: u64,
    chain: Chain,
    is_last: bool,
    replay: &mut Replay<'_>,
) -> Result<Option<(JournalFile, FileEnd)>, OpenError> {
    let name = || files.path(generation).display().to_string();
    let io_error = |error| OpenError::Io(name(), error);
    let header = match files.read_header(generation).map_err(io_error)? {
        Ok(header) if header.generation == generation => header,
        Ok(_) | Err(FileHeaderError::Damaged) => return Ok(None),
        Err(FileHeaderError::UnknownVersion { found }) => {
            return Err(OpenError::UnknownVersion(name(), found));
        }
    };
    let file = files.open(generation).map_err(io_error)?;
    let mut visit = |scanned: Scanned, position: u32| replay.visit(generation, scanned, position);
    let end = scan_file(&*file, header, chain, is_last, &mut visit).map_err(io_error)?;
    let capacity = file.size().map_err(io_error)?.min(u64::from(u32::MAX)) as u32;
    Ok(Some((JournalFile { header, capacity, file }, end)))
}

struct Replay<'a> {
    published: &'a mut Published,
    applied: Lsn,
    state_lost: bool,
    damaged: bool,
}

impl Replay<'_> {
    fn visit(&mut self, generation: u64, scanned: Scanned, position: u32) {
        match scanned {
            Scanned::Append { header, intact } => {
                if !intact {
                    tracing::error!(
                        partition = %header.partition, offset = %header.base_offset, records = header.record_count,
                        "a batch in the journal is damaged; reading it will answer an error"
                    );
                }
                let entry = Entry {
                    base_offset: header.base_offset.0,
                    append_time: header.append_time.0,
                    position: position + FRAME_HEADER_BYTES as u32,
                    len: header.payload_len,
                    record_count: header.record_count,
                    crc: header.payload_crc,
                };
                if !self.published.apply_append(header.partition, generation, entry) {
                    tracing::error!(partition = %header.partition, offset = %header.base_offset, "a batch does not continue its partition");
                    self.state_lost = true;
                }
                self.published.lsn = header.lsn;
            }
            Scanned::Changes { lsn, changes } => {
                match changes {
                    Some(changes) if lsn > self.applied => self.published.apply_changes(lsn, &changes),
                    Some(_) => {}
                    None => self.state_lost = true,
                }
                self.published.lsn = lsn;
            }
        }
    }
}

/// Makes the tail ready for the next frame: what a crash left behind it is zeroed, durably.
fn tail_after(
    files: &JournalFiles,
    open_end: Option<(JournalFile, FileEnd)>,
    last_live: Option<u64>,
    chain: Chain,
    from: ReplayFrom,
    first_file_bytes: u32,
) -> io::Result<Tail> {
    let fresh = |generation: u64, bytes: u32| -> io::Result<Tail> {
        let file = files.create(generation, bytes, &|| false)?;
        let start = FILE_HEADER_BYTES as u32;
        Ok(Tail {
            file,
            position: start,
            durable: start,
            previous: chain.previous,
            lsn: chain.lsn,
            marked: true,
        })
    };
    match open_end {
        Some((file, end))
            if last_live == Some(file.header.generation) && !end.sealed && end.damage.is_empty() =>
        {
            if let Some(torn_to) = end.torn_to {
                tracing::info!(
                    generation = file.header.generation,
                    from = end.position,
                    to = torn_to,
                    "cut a torn tail that was never acknowledged"
                );
                zero(&file, end.position, torn_to)?;
            }
            // What was read may only be in the page cache of a process that died: sync before building on it.
            file.file.sync_data()?;
            let Chain { previous, lsn } = end.chain;
            Ok(Tail { file, position: end.position, durable: end.position, previous, lsn, marked: true })
        }
        _ => fresh(last_live.map_or(from.generation, |last| last + 1), first_file_bytes),
    }
}

fn zero(file: &JournalFile, from: u32, to: u32) -> io::Result<()> {
    let zeros = vec![0; (to - from).min(1024 * 1024) as usize];
    let mut at = from;
    while at < to {
        let count = zeros.len().min((to - at) as usize);
        file.file.write_at(&zeros[..count], u64::from(at))?;
        at += count as u32;
    }
    Ok(())
}
