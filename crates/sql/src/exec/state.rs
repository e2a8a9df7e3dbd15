//! How operators keep their state in a checkpoint: numbered pieces, written when they changed.
//!
//! An operator's state is a set of slices (a window, a session's key range, all groups of an unbounded aggregate). A slice is a
//! log of pieces: each checkpoint adds what changed since the last, and when the log outgrows the state it is written
//! whole and the old pieces are deleted. A closed window's pieces are deleted with it. Pieces are at most about 1 MiB.

use bytes::Bytes;

/// Names one piece within an operator: slices are restored in order of slice, epoch and part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PieceId {
    pub slice: i64,
    /// The checkpoint that wrote it.
    pub epoch: u64,
    pub part: u32,
}

/// What a checkpoint writes and deletes of one operator.
#[derive(Debug, Default)]
pub struct StateChanges {
    pub puts: Vec<(PieceId, Bytes)>,
    pub deletes: Vec<PieceId>,
}

impl StateChanges {
    pub fn bytes(&self) -> usize {
        self.puts.iter().map(|(_, value)| value.len() + 32).sum()
    }
}

/// Target size of a piece; one entry larger than that makes a larger piece.
const PIECE_BYTES: usize = 512 * 1024;
/// A slice's log may be this much larger than twice the slice before it is written whole.
const LOG_SLACK_BYTES: usize = 4 * 1024 * 1024;

/// The log of one slice: which pieces stand in the store.
#[derive(Debug, Default)]
pub struct SliceLog {
    pieces: Vec<(PieceId, usize)>,
}

impl SliceLog {
    /// A piece found at restore.
    pub fn restored(&mut self, piece: PieceId, bytes: usize) {
        self.pieces.push((piece, bytes));
    }

    /// Whether writing the slice whole (about `live_bytes`) is due.
    pub fn wants_rewrite(&self, live_bytes: usize) -> bool {
        let logged: usize = self.pieces.iter().map(|(_, bytes)| bytes).sum();
        logged > 2 * live_bytes + LOG_SLACK_BYTES
    }

    /// Deletes every piece: the slice is closed or about to be written whole.
    pub fn delete(&mut self, changes: &mut StateChanges) {
        changes.deletes.extend(self.pieces.drain(..).map(|(piece, _)| piece));
    }

    /// Begins this epoch's pieces of the slice.
    pub fn writer<'a>(
        &'a mut self,
        slice: i64,
        epoch: u64,
        changes: &'a mut StateChanges,
    ) -> PieceWriter<'a> {
        PieceWriter { log: self, slice, epoch, part: 0, buffer: Vec::new(), changes }
    }
}

/// Gathers entries into pieces.
pub struct PieceWriter<'a> {
    log: &'a mut SliceLog,
    slice: i64,
    epoch: u64,
    part: u32,
    buffer: Vec<u8>,
    changes: &'a mut StateChanges,
}

impl PieceWriter<'_> {
    /// Adds one entry; entries are not split over pieces.
    pub fn entry(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.buffer);
        if self.buffer.len() >= PIECE_BYTES {
            self.flush();
        }
    }

    pub fn flush(&mut self) {
        if self.buffer.is_empty() {
            return;
        }
        let piece = PieceId { slice: self.slice, epoch: self.epoch, part: self.part };
        self.part += 1;
        self.log.pieces.push((piece, self.buffer.len()));
        self.changes.puts.push((piece, Bytes::from(std::mem::take(&mut self.buffer))));
    }
}

impl Drop for PieceWriter<'_> {
    fn drop(&mut self) {
        self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_written_whole_once_its_log_outgrows_it() {
        let mut log = SliceLog::default();
        let mut changes = StateChanges::default();
        for epoch in 0..10 {
            let mut writer = log.writer(7, epoch, &mut changes);
            writer.entry(|out| out.resize(PIECE_BYTES, 1));
            writer.entry(|out| out.push(2));
        }
        assert_eq!(changes.puts.len(), 20);
        assert!(log.wants_rewrite(1000));
        assert!(!log.wants_rewrite(2 * PIECE_BYTES));
        let mut later = StateChanges::default();
        log.delete(&mut later);
        assert_eq!(later.deletes.len(), 20);
        assert!(!log.wants_rewrite(0));
    }
}
