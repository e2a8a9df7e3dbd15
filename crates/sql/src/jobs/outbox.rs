//! Output of one checkpoint that is more than one commit carries: written ahead as pieces of state, then moved into its
//! streams piece by piece.
//!
//! The pieces count once the checkpoint's manifest does. Each later commit puts the records of some pieces and deletes these
//! pieces, so that whatever is left after a crash is exactly what is still to be put; it is put before anything else is read.

use bytes::{Buf, BufMut, Bytes, BytesMut};
use headwater_stream::NewRecord;
use headwater_types::StreamArn;
use headwater_types::limits::SQL_OUTPUT_BYTES_MAX;

use super::checkpoint::{OUTBOX_OPERATOR, piece_key};
use super::status::JobId;
use crate::exec::ExecError;
use crate::exec::state::PieceId;

/// Bytes of records in one piece; a single record may be larger.
const PIECE_BYTES: usize = 512 * 1024;
/// More than what a batch holds of a record beside its key and data.
const RECORD_OVERHEAD_BYTES: usize = 32;

/// What one commit puts: records per stream.
pub type Outputs = Vec<(StreamArn, Vec<NewRecord>)>;

/// Whether one commit carries the output beside a checkpoint's state.
pub fn fits_a_commit(outputs: &Outputs) -> bool {
    let bytes: usize = outputs.iter().flat_map(|(_, records)| records).map(cost).sum();
    bytes <= 2 * SQL_OUTPUT_BYTES_MAX
}

fn cost(record: &NewRecord) -> usize {
    record.len_bytes() + RECORD_OVERHEAD_BYTES
}

/// Pieces that wait, in the order of their records: key and length.
#[derive(Default)]
pub struct Outbox(Vec<(Bytes, usize)>);

impl Outbox {
    pub fn push(&mut self, key: Bytes, bytes: usize) {
        self.0.push((key, bytes));
    }

    /// The pieces that hold the outputs of a checkpoint, which wait from now on.
    pub fn fill(&mut self, id: &JobId, epoch: u64, outputs: Outputs) -> Vec<(Bytes, Bytes)> {
        let mut pieces: Vec<(Bytes, Bytes)> = Vec::new();
        for (stream, records) in outputs {
            let mut rest = records.into_iter().peekable();
            while let Some(first) = rest.next() {
                let mut piece = BytesMut::new();
                put_text(&mut piece, stream.to_string().as_bytes());
                put_record(&mut piece, &first);
                while let Some(record) = rest.next_if(|next| piece.len() + cost(next) <= PIECE_BYTES) {
                    put_record(&mut piece, &record);
                }
                let piece_id = PieceId { slice: 0, epoch, part: pieces.len() as u32 };
                let key = piece_key(id, 0, OUTBOX_OPERATOR, piece_id);
                self.push(key.clone(), piece.len());
                pieces.push((key, piece.freeze()));
            }
        }
        pieces
    }

    /// The pieces whose records the next commit puts; at least one where any waits.
    pub fn next(&self) -> Vec<Bytes> {
        let mut bytes = 0;
        let fits = |(_, length): &&(Bytes, usize)| {
            let first = bytes == 0;
            bytes += length;
            first || bytes <= SQL_OUTPUT_BYTES_MAX
        };
        self.0.iter().take_while(fits).map(|(key, _)| key.clone()).collect()
    }

    /// Forgets the first pieces: they are put.
    pub fn drop_first(&mut self, count: usize) {
        self.0.drain(..count);
    }
}

/// Stream and records of a piece.
pub fn records_of(mut piece: Bytes) -> Result<(StreamArn, Vec<NewRecord>), ExecError> {
    let damaged = || ExecError::BadCheckpoint("a piece of waiting output is damaged".to_owned());
    let stream = take_text(&mut piece).ok_or_else(damaged)?;
    let stream = std::str::from_utf8(&stream).ok().and_then(StreamArn::parse).ok_or_else(damaged)?;
    let mut records = Vec::new();
    while piece.has_remaining() {
        let key = take_text(&mut piece).ok_or_else(damaged)?;
        let key = std::str::from_utf8(&key).map_err(|_| damaged())?;
        records.push(NewRecord::new(key, take_text(&mut piece).ok_or_else(damaged)?));
    }
    Ok((stream, records))
}

fn put_record(piece: &mut BytesMut, record: &NewRecord) {
    put_text(piece, record.partition_key.as_str().as_bytes());
    put_text(piece, &record.data);
}

fn put_text(piece: &mut BytesMut, text: &[u8]) {
    piece.put_u32(text.len() as u32);
    piece.put_slice(text);
}

fn take_text(piece: &mut Bytes) -> Option<Bytes> {
    let length = piece.try_get_u32().ok()? as usize;
    (length <= piece.len()).then(|| piece.split_to(length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use headwater_types::{Scope, StreamName};

    #[test]
    fn output_of_any_size_comes_back_in_order_and_in_commits_that_carry_it() {
        let id = JobId::parse(&"a".repeat(32)).expect("an id");
        let arn = |name: &str| StreamArn {
            scope: Scope::default(),
            stream: StreamName::parse(name).expect("a name"),
        };
        let records = |count: usize, bytes: usize| -> Vec<NewRecord> {
            (0..count).map(|n| NewRecord::new(format!("k{n}"), vec![n as u8; bytes])).collect()
        };
        let outputs = vec![
            (arn("a"), records(9_000, 1_000)),
            (arn("b"), records(2, 6 << 20)),
            (arn("c"), records(1, 0)),
        ];
        assert!(!fits_a_commit(&outputs) && fits_a_commit(&vec![(arn("a"), records(10, 10))]));
        let mut outbox = Outbox::default();
        let pieces = outbox.fill(&id, 3, outputs.clone());
        assert!(pieces.is_sorted_by_key(|(key, _)| key.clone()));
        let mut back: Outputs = Vec::new();
        let mut commits = 0;
        loop {
            let keys = outbox.next();
            if keys.is_empty() {
                break;
            }
            commits += 1;
            let values = keys.iter().map(|key| &pieces.iter().find(|(k, _)| k == key).expect("a piece").1);
            assert!(keys.len() == 1 || values.clone().map(Bytes::len).sum::<usize>() <= SQL_OUTPUT_BYTES_MAX);
            for value in values {
                let (stream, mut records) = records_of(value.clone()).expect("reads back");
                match back.last_mut() {
                    Some((last, known)) if *last == stream => known.append(&mut records),
                    _ => back.push((stream, records)),
                }
            }
            outbox.drop_first(keys.len());
        }
        assert_eq!(back, outputs);
        assert!(commits >= 5, "{commits}");
        assert!(records_of(Bytes::from_static(b"\0\0\0\x09x")).is_err());
    }
}
