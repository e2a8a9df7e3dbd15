//! The little of protobuf's wire format that aggregates need: varints, length-delimited fields, skipping what is not known.
//! <https://protobuf.dev/programming-guides/encoding/>
//!
//! Every read is bounded by the slice; nothing is allocated. `None` is a malformed message.

/// How deeply groups of unknown fields may nest, as in the Java library.
const GROUP_DEPTH_MAX: usize = 100;

const WIRE_VARINT: u64 = 0;
const WIRE_FIXED64: u64 = 1;
const WIRE_BYTES: u64 = 2;
const WIRE_GROUP_START: u64 = 3;
const WIRE_GROUP_END: u64 = 4;
const WIRE_FIXED32: u64 = 5;

/// A field of a message; groups and fixed numbers are stepped over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Varint { number: u64, value: u64 },
    Bytes { number: u64, span: Span },
    Other,
}

/// Where bytes stand in the message read. Small, as an aggregate may have a million.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Reads the fields of `message[from..to]`; spans count from the beginning of `message`.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    message: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    /// `None` where the span reaches beyond the message, or the message beyond what spans can name.
    pub fn new(message: &'a [u8], span: Span) -> Option<Self> {
        let range = span.range();
        (range.start <= range.end && range.end <= message.len()).then_some(Self {
            message,
            at: range.start,
            end: range.end,
        })
    }

    pub fn is_done(&self) -> bool {
        self.at == self.end
    }

    /// The next field. Call it while not done.
    pub fn field(&mut self) -> Option<Field> {
        let (number, wire) = self.tag()?;
        match wire {
            WIRE_VARINT => Some(Field::Varint { number, value: self.varint()? }),
            WIRE_BYTES => {
                let length = usize::try_from(self.varint()?).ok()?;
                let start = self.at;
                self.skip(length)?;
                Some(Field::Bytes { number, span: Span { start: start as u32, end: self.at as u32 } })
            }
            WIRE_GROUP_START => {
                self.skip_group(number)?;
                Some(Field::Other)
            }
            WIRE_FIXED64 => self.skip(8).map(|()| Field::Other),
            WIRE_FIXED32 => self.skip(4).map(|()| Field::Other),
            _ => None,
        }
    }

    fn tag(&mut self) -> Option<(u64, u64)> {
        // A tag has 32 bits, and no field has the number 0.
        let tag = self.varint().filter(|tag| *tag <= u64::from(u32::MAX))?;
        let (number, wire) = (tag >> 3, tag & 7);
        (number > 0).then_some((number, wire))
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.message[..self.end].get(self.at)?;
            self.at += 1;
            // The tenth byte has room for one bit; what is above it falls away, as in the reference readers.
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    fn skip(&mut self, bytes: usize) -> Option<()> {
        (bytes <= self.end - self.at).then(|| self.at += bytes)
    }

    fn skip_group(&mut self, number: u64) -> Option<()> {
        let mut open = vec![number];
        while let Some(&innermost) = open.last() {
            let (number, wire) = self.tag()?;
            match wire {
                WIRE_VARINT => drop(self.varint()?),
                WIRE_FIXED64 => self.skip(8)?,
                WIRE_FIXED32 => self.skip(4)?,
                WIRE_BYTES => {
                    let length = usize::try_from(self.varint()?).ok()?;
                    self.skip(length)?;
                }
                WIRE_GROUP_START if open.len() < GROUP_DEPTH_MAX => open.push(number),
                WIRE_GROUP_END if number == innermost => drop(open.pop()),
                _ => return None,
            }
        }
        Some(())
    }
}

pub(super) fn put_varint(value: u64, into: &mut Vec<u8>) {
    let mut rest = value;
    while rest >= 0x80 {
        into.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    into.push(rest as u8);
}

pub(super) fn put_bytes(number: u64, bytes: &[u8], into: &mut Vec<u8>) {
    put_varint(number << 3 | WIRE_BYTES, into);
    put_varint(bytes.len() as u64, into);
    into.extend_from_slice(bytes);
}

pub(super) fn put_number(number: u64, value: u64, into: &mut Vec<u8>) {
    put_varint(number << 3 | WIRE_VARINT, into);
    put_varint(value, into);
}

pub(super) fn varint_len(value: u64) -> usize {
    (64 - (value | 1).leading_zeros() as usize).div_ceil(7)
}

/// Bytes of a length-delimited field with a number below 16.
pub(super) fn bytes_len(length: usize) -> usize {
    1 + varint_len(length as u64) + length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(message: &[u8]) -> Option<Vec<Field>> {
        let mut reader = Reader::new(message, Span { start: 0, end: message.len() as u32 })?;
        let mut fields = Vec::new();
        while !reader.is_done() {
            fields.push(reader.field()?);
        }
        Some(fields)
    }

    #[test]
    fn varints_are_written_as_they_are_measured_and_read() {
        for value in [0, 1, 127, 128, 300, 16_383, 16_384, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            put_number(1, value, &mut bytes);
            assert_eq!(bytes.len(), 1 + varint_len(value), "{value}");
            assert_eq!(fields(&bytes), Some(vec![Field::Varint { number: 1, value }]));
        }
    }

    #[test]
    fn fields_nobody_asked_for_are_stepped_over() {
        // A fixed64, a fixed32, and a group with a group in it, then a field.
        let message =
            [0x39, 1, 2, 3, 4, 5, 6, 7, 8, 0x3d, 1, 2, 3, 4, 0x3b, 0x43, 0x08, 5, 0x44, 0x3c, 0x08, 9];
        let known = Field::Varint { number: 1, value: 9 };
        assert_eq!(fields(&message), Some(vec![Field::Other, Field::Other, Field::Other, known]));
    }

    #[test]
    fn what_breaks_the_format_is_no_message() {
        let deep = vec![0x3b; 10_000];
        let cases: [(&[u8], &str); 9] = [
            (&[0x08], "a number without its value"),
            (&[0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], "eleven bytes"),
            (&[0x12, 5, b'x'], "bytes beyond the end"),
            (&[0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], "a length of 2^64 - 1"),
            (&[0x00, 1], "field 0"),
            (&[0x0e, 1], "wire type 6"),
            (&[0x0c], "a group's end alone"),
            (&[0x3b, 0x44], "another group's end"),
            (&deep, "groups without end"),
        ];
        for (message, what) in cases {
            assert_eq!(fields(message), None, "{what}");
        }
    }
}
