//! The records of an uncompressed batch, one after the other, without copying: keys and values are slices of the batch.

use bytes::Bytes;

use crate::header::{BatchError, BatchHeader};
use crate::varint;

/// One record. Null and empty are different things in Kafka, so both keys and values are optional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// To be added to the batch's base offset.
    pub offset_delta: u32,
    /// Milliseconds since the Unix epoch.
    pub timestamp: i64,
    pub key: Option<Bytes>,
    pub value: Option<Bytes>,
    pub headers: Headers,
}

/// Iterates over a batch's records; ends after the first malformed one.
#[derive(Clone, Debug)]
pub struct Records {
    bytes: Bytes,
    at: usize,
    index: u32,
    count: u32,
    base_timestamp: i64,
    last_offset_delta: i32,
}

impl Records {
    pub(crate) fn new(bytes: Bytes, header: &BatchHeader) -> Self {
        let &BatchHeader { record_count: count, base_timestamp, last_offset_delta, .. } = header;
        Self { bytes, at: 0, index: 0, count, base_timestamp, last_offset_delta }
    }

    /// Steps over `records` records, reading only their lengths: how a reader gets to the middle of a batch.
    pub fn advance_by_records(&mut self, records: u32) -> Result<(), BatchError> {
        for _ in 0..records.min(self.count - self.index) {
            let (_, end) = self.frame().map_err(|error| self.stop(error))?;
            self.at = end;
            self.index += 1;
        }
        Ok(())
    }

    /// Where the next record begins behind the batch's header, its length included.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Bounds of the next record's body within the bytes.
    fn frame(&self) -> Result<(usize, usize), BatchError> {
        let mut rest = &self.bytes[self.at..];
        let length = varint::take(&mut rest).ok_or_else(|| self.malformed("its length is no varint"))?;
        let start = self.bytes.len() - rest.len();
        match usize::try_from(length) {
            Ok(length) if length <= rest.len() => Ok((start, start + length)),
            _ => Err(self.malformed("its length exceeds the batch")),
        }
    }

    fn read_next(&mut self) -> Result<Record, BatchError> {
        let (start, end) = self.frame()?;
        let mut rest = &self.bytes[start..end];
        let record = self.read_body(&mut rest)?;
        self.at = end;
        self.index += 1;
        if self.index == self.count && self.at != self.bytes.len() {
            return Err(BatchError::TrailingBytes(self.bytes.len() - self.at));
        }
        Ok(record)
    }

    fn read_body(&self, rest: &mut &[u8]) -> Result<Record, BatchError> {
        let (_attributes, after) = rest.split_first().ok_or_else(|| self.malformed("it is empty"))?;
        *rest = after;
        let timestamp_delta = varint::take_long(rest).ok_or_else(|| self.malformed("timestamp delta"))?;
        let offset_delta = varint::take(rest).ok_or_else(|| self.malformed("offset delta"))?;
        if !(0..=self.last_offset_delta).contains(&offset_delta) {
            return Err(self.malformed("its offset delta is outside the batch"));
        }
        let key = self.take_nullable(rest).ok_or_else(|| self.malformed("key"))?;
        let value = self.take_nullable(rest).ok_or_else(|| self.malformed("value"))?;
        let headers = self.take_headers(rest).ok_or_else(|| self.malformed("headers"))?;
        Ok(Record {
            offset_delta: offset_delta as u32,
            timestamp: self.base_timestamp.saturating_add(timestamp_delta),
            key,
            value,
            headers,
        })
    }

    /// A length-prefixed byte string, -1 meaning null. The outer `None` is an error.
    #[inline]
    fn take_nullable(&self, rest: &mut &[u8]) -> Option<Option<Bytes>> {
        let length = varint::take(rest)?;
        if length < 0 {
            return (length == -1).then_some(None);
        }
        let (taken, after) = rest.split_at_checked(length as usize)?;
        *rest = after;
        Some(Some(self.bytes.slice_ref(taken)))
    }

    /// Checks the headers' structure to the record's last byte and keeps them as they are.
    #[inline]
    fn take_headers(&self, rest: &mut &[u8]) -> Option<Headers> {
        let count = varint::take(rest)?;
        if count == 0 {
            return rest.is_empty().then(Headers::default);
        }
        let all = *rest;
        for _ in 0..u32::try_from(count).ok()? {
            take_header(rest)?;
        }
        rest.is_empty().then(|| Headers { bytes: self.bytes.slice_ref(all) })
    }

    fn malformed(&self, what: &'static str) -> BatchError {
        BatchError::Record { index: self.index, what }
    }

    fn stop(&mut self, error: BatchError) -> BatchError {
        self.index = self.count;
        error
    }
}

impl Iterator for Records {
    type Item = Result<Record, BatchError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.index == self.count {
            return None;
        }
        Some(self.read_next().map_err(|error| self.stop(error)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some((self.count - self.index) as usize))
    }
}

/// A record's headers, kept as bytes until somebody looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers {
    bytes: Bytes,
}

impl Headers {
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Names and values in order; a null value is `None`.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&[u8]>)> {
        let mut rest = &self.bytes[..];
        std::iter::from_fn(move || if rest.is_empty() { None } else { take_header(&mut rest) })
    }

    /// The value of the last header of that name: Kafka's own `lastHeader` rule.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.iter().filter(|(header, _)| *header == name).last().and_then(|(_, value)| value)
    }
}

fn take_header<'a>(rest: &mut &'a [u8]) -> Option<(&'a str, Option<&'a [u8]>)> {
    let name_length = usize::try_from(varint::take(rest)?).ok()?;
    let (name, after) = rest.split_at_checked(name_length)?;
    *rest = after;
    let name = std::str::from_utf8(name).ok()?;
    let value_length = varint::take(rest)?;
    if value_length < 0 {
        return (value_length == -1).then_some((name, None));
    }
    let (value, after) = rest.split_at_checked(value_length as usize)?;
    *rest = after;
    Some((name, Some(value)))
}
