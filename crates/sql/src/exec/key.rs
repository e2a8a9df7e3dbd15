//! Keys in packed bytes: what rows are grouped and told apart by.
//!
//! Each column is one byte (0 for NULL, 1 for a value) and its value: fixed-width little-endian, or a length and bytes. Equal
//! keys have equal bytes (zeros and NaNs of floats are made one), so hashing and comparing need no types; the order of
//! bytes means nothing. The form is also what checkpoints hold.

use std::borrow::Cow;

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use hashbrown::HashTable;

use super::error::ExecError;
use super::scalar::{Reader, Scalar, Writer};

/// Appends one value of a key, aggregate state or snapshot.
pub fn write_scalar(out: &mut Vec<u8>, value: &Scalar<'_>) {
    match value {
        Scalar::Null => out.push(0),
        Scalar::Boolean(v) => out.extend_from_slice(&[1, u8::from(*v)]),
        Scalar::Int(v) => {
            out.push(2);
            out.extend_from_slice(&v.to_le_bytes());
        }
        Scalar::Float(v) => {
            // Both zeros are one key, and so are all NaNs.
            let bits = if *v == 0.0 {
                0
            } else if v.is_nan() {
                f64::NAN.to_bits()
            } else {
                v.to_bits()
            };
            out.push(3);
            out.extend_from_slice(&bits.to_le_bytes());
        }
        Scalar::Decimal(v) => {
            out.push(4);
            out.extend_from_slice(&v.to_le_bytes());
        }
        Scalar::Text(v) => write_bytes(out, 5, v.as_bytes()),
        Scalar::Bytes(v) => write_bytes(out, 6, v),
        Scalar::Nanos(v) => {
            out.push(7);
            out.extend_from_slice(&v.to_le_bytes());
        }
    }
}

#[inline]
fn write_bytes(out: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    out.push(tag);
    out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    out.extend_from_slice(bytes);
}

/// Takes the next value off the front of `bytes`; `None` where they are not what [`write_scalar`] wrote.
pub fn read_scalar<'a>(bytes: &mut &'a [u8]) -> Option<Scalar<'a>> {
    let (tag, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(match tag {
        0 => Scalar::Null,
        1 => Scalar::Boolean(take::<1>(bytes)?[0] != 0),
        2 => Scalar::Int(i64::from_le_bytes(take(bytes)?)),
        3 => Scalar::Float(f64::from_bits(u64::from_le_bytes(take(bytes)?))),
        4 => Scalar::Decimal(i128::from_le_bytes(take(bytes)?)),
        5 => Scalar::Text(Cow::Borrowed(std::str::from_utf8(take_bytes(bytes)?).ok()?)),
        6 => Scalar::Bytes(Cow::Borrowed(take_bytes(bytes)?)),
        7 => Scalar::Nanos(i128::from_le_bytes(take(bytes)?)),
        _ => return None,
    })
}

pub fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
}

/// A length and that many bytes.
pub fn take_bytes<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u32::from_le_bytes(take(bytes)?) as usize;
    let (head, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(head)
}

/// Packs the key columns of a chunk's rows.
pub struct KeyReader<'a>(Vec<Reader<'a>>);

impl<'a> KeyReader<'a> {
    pub fn new(arrays: impl IntoIterator<Item = &'a ArrayRef>) -> Self {
        Self(arrays.into_iter().map(Reader::new).collect())
    }

    /// Appends the key of a row.
    #[inline]
    pub fn write(&self, row: usize, out: &mut Vec<u8>) {
        for reader in &self.0 {
            match reader {
                // The usual key, without the detour over a scalar.
                Reader::Text(array) if arrow_array::Array::null_count(*array) == 0 => {
                    write_bytes(out, 5, array.value(row).as_bytes());
                }
                reader => write_scalar(out, &reader.get(row)),
            }
        }
    }
}

/// Unpacks keys into columns of these types.
pub fn key_writers(types: &[DataType], rows: usize) -> Vec<Writer> {
    types.iter().map(|t| Writer::new(t, rows)).collect()
}

pub fn unpack_key(mut key: &[u8], writers: &mut [Writer]) -> Result<(), ExecError> {
    for writer in writers {
        let value = read_scalar(&mut key)
            .ok_or_else(|| ExecError::Internal("a packed key is cut short".to_owned()))?;
        writer.push(&value)?;
    }
    Ok(())
}

/// Numbers distinct byte strings from 0 in order of arrival; their bytes lie in one arena.
#[derive(Default)]
pub struct Interner {
    table: HashTable<u32>,
    hasher: hashbrown::DefaultHashBuilder,
    ends: Vec<usize>,
    arena: Vec<u8>,
}

impl Interner {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn get(&self, id: u32) -> &[u8] {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        &self.arena[start..self.ends[id]]
    }

    /// The string's number, and whether it is new.
    #[inline]
    pub fn intern(&mut self, bytes: &[u8]) -> (u32, bool) {
        use std::hash::BuildHasher;
        let hash = self.hasher.hash_one(bytes);
        let (ends, arena) = (&self.ends, &self.arena);
        let text = |id: u32| {
            let id = id as usize;
            let start = if id == 0 { 0 } else { ends[id - 1] };
            &arena[start..ends[id]]
        };
        if let Some(id) = self.table.find(hash, |id| text(*id) == bytes) {
            return (*id, false);
        }
        let id = self.ends.len() as u32;
        self.arena.extend_from_slice(bytes);
        self.ends.push(self.arena.len());
        let (ends, arena, hasher) = (&self.ends, &self.arena, &self.hasher);
        self.table.insert_unique(hash, id, |id| {
            let id = *id as usize;
            let start = if id == 0 { 0 } else { ends[id - 1] };
            hasher.hash_one(&arena[start..ends[id]])
        });
        (id, true)
    }

    /// Bytes of memory held, about.
    pub fn bytes(&self) -> usize {
        self.arena.capacity() + self.ends.capacity() * 8 + self.table.capacity() * 5
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_survive_packing_and_bad_bytes_are_told() {
        let values = [
            Scalar::Null,
            Scalar::Boolean(true),
            Scalar::Int(-7),
            Scalar::Float(1.5),
            Scalar::Decimal(1 << 100),
            Scalar::Text("é".into()),
            Scalar::Bytes(vec![0, 255].into()),
            Scalar::Nanos(-1),
        ];
        let mut packed = Vec::new();
        values.iter().for_each(|value| write_scalar(&mut packed, value));
        let mut rest = packed.as_slice();
        for value in &values {
            assert_eq!(read_scalar(&mut rest).as_ref(), Some(value));
        }
        assert_eq!(read_scalar(&mut rest), None);
        assert_eq!(read_scalar(&mut &[5, 9, 0, 0, 0, b'x'][..]), None);
        assert_eq!(read_scalar(&mut &[99][..]), None);
    }

    #[test]
    fn zeros_of_both_signs_are_one_key() {
        let packed = |v| {
            let mut out = Vec::new();
            write_scalar(&mut out, &Scalar::Float(v));
            out
        };
        assert_eq!(packed(0.0), packed(-0.0));
    }

    #[test]
    fn interning_numbers_each_string_once() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for n in 0..1000u32 {
                assert_eq!(interner.intern(format!("key {n}").as_bytes()), (n, round == 0));
            }
        }
        assert_eq!(interner.get(17), b"key 17");
        assert_eq!(interner.len(), 1000);
    }
}
