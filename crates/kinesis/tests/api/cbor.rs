//! Kinesis CBOR written and read by hand, so that the face's own codec is not what judges it.
//!
//! As the AWS SDK for Java sends it: lists and maps of indefinite length, blobs as byte strings, times as tag 1 over epoch
//! milliseconds. The JSON beside it stays the form in which tests say things: a blob is base64, a time is seconds.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use headwater_aws_shapes::schema::Shape;
use serde_json::{Number, Value};

const BREAK: u8 = 0xff;

/// Writes a request. Members that are not of their shape are written as what they are.
pub fn encode(value: &Value, shape: Option<&Shape>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut out, value, shape);
    out
}

fn head(out: &mut Vec<u8>, major: u8, argument: u64) {
    let major = major << 5;
    match argument {
        0..24 => out.push(major | argument as u8),
        24..0x100 => out.extend([major | 24, argument as u8]),
        0x100..0x1_0000 => {
            out.push(major | 25);
            out.extend((argument as u16).to_be_bytes());
        }
        _ => {
            out.push(major | 27);
            out.extend(argument.to_be_bytes());
        }
    }
}

fn write(out: &mut Vec<u8>, value: &Value, shape: Option<&Shape>) {
    match (value, shape) {
        (Value::Number(seconds), Some(Shape::Timestamp)) => {
            head(out, 6, 1);
            head(out, 0, (seconds.as_f64().expect("finite") * 1000.0).round() as u64);
        }
        (Value::String(base64), Some(Shape::Blob(_))) => {
            let bytes = STANDARD.decode(base64).expect("base64");
            head(out, 2, bytes.len() as u64);
            out.extend(bytes);
        }
        (Value::Null, _) => out.push(0xf6),
        (Value::Bool(value), _) => out.push(if *value { 0xf5 } else { 0xf4 }),
        (Value::Number(number), _) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => head(out, 0, number),
            (None, Some(number)) => head(out, 1, number.unsigned_abs() - 1),
            (None, None) => {
                out.push(0xfb);
                out.extend(number.as_f64().expect("finite").to_be_bytes());
            }
        },
        (Value::String(text), _) => {
            head(out, 3, text.len() as u64);
            out.extend(text.as_bytes());
        }
        (Value::Array(items), shape) => {
            let member = match shape {
                Some(Shape::List { member, .. }) => Some(*member),
                _ => None,
            };
            out.push(0x9f);
            items.iter().for_each(|item| write(out, item, member));
            out.push(BREAK);
        }
        (Value::Object(members), shape) => {
            out.push(0xbf);
            for (name, value) in members {
                write(out, &Value::from(name.as_str()), None);
                write(out, value, member_shape(shape, name));
            }
            out.push(BREAK);
        }
    }
}

fn member_shape(shape: Option<&Shape>, name: &str) -> Option<&'static Shape> {
    match shape {
        Some(Shape::Structure(schema)) => schema.member(name).map(|at| schema.members[at].shape),
        Some(Shape::Map { value, .. }) => Some(value),
        _ => None,
    }
}

/// Reads an answer, and panics where it is not of its shape.
pub fn decode(bytes: &[u8], shape: Option<&Shape>) -> Value {
    let mut reader = Reader { bytes };
    let value = reader.value(shape);
    assert!(reader.bytes.is_empty(), "{} bytes after the answer", reader.bytes.len());
    value
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        self.take(1)[0]
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let (taken, rest) = self.bytes.split_at(count);
        self.bytes = rest;
        taken.to_vec()
    }

    fn argument(&mut self, minor: u8) -> u64 {
        let width = match minor {
            0..24 => return u64::from(minor),
            24..=27 => 1 << (minor - 24),
            _ => panic!("no argument has the form {minor}"),
        };
        self.take(width).into_iter().fold(0, |number, byte| number << 8 | u64::from(byte))
    }

    /// How many elements follow; `None` where a break ends them.
    fn count(&mut self, minor: u8) -> Option<u64> {
        (minor != 31).then(|| self.argument(minor))
    }

    fn goes_on(&mut self, left: &mut Option<u64>) -> bool {
        match left {
            Some(0) => false,
            Some(count) => {
                *count -= 1;
                true
            }
            None if self.bytes[0] == BREAK => {
                self.byte();
                false
            }
            None => true,
        }
    }

    fn value(&mut self, shape: Option<&Shape>) -> Value {
        let first = self.byte();
        let (major, minor) = (first >> 5, first & 31);
        match (major, shape) {
            (0 | 1, Some(Shape::Timestamp)) => panic!("a time without its tag"),
            (0, _) => self.argument(minor).into(),
            (1, _) => (-1 - self.argument(minor) as i64).into(),
            (2, Some(Shape::Blob(_))) => {
                let length = self.argument(minor) as usize;
                STANDARD.encode(self.take(length)).into()
            }
            (3, None | Some(Shape::String(_))) => {
                let length = self.argument(minor) as usize;
                String::from_utf8(self.take(length)).expect("UTF-8").into()
            }
            (4, Some(Shape::List { member, .. })) => {
                let mut left = self.count(minor);
                let mut items = Vec::new();
                while self.goes_on(&mut left) {
                    items.push(self.value(Some(member)));
                }
                items.into()
            }
            (5, None | Some(Shape::Structure(_) | Shape::Map { .. })) => {
                let mut left = self.count(minor);
                let mut members = serde_json::Map::new();
                while self.goes_on(&mut left) {
                    let name = self.value(None).as_str().expect("names are text").to_owned();
                    let value = self.value(member_shape(shape, &name));
                    members.insert(name, value);
                }
                members.into()
            }
            (6, Some(Shape::Timestamp)) => {
                assert_eq!(minor, 1, "times have tag 1");
                seconds(self.value(None).as_i64().expect("whole milliseconds"))
            }
            (7, Some(Shape::Boolean)) if minor == 20 || minor == 21 => Value::Bool(minor == 21),
            (7, _) if minor == 22 => Value::Null,
            (major, shape) => panic!("major type {major} for {shape:?}"),
        }
    }
}

/// As JSON answers write a time.
fn seconds(millis: i64) -> Value {
    match millis % 1000 {
        0 => (millis / 1000).into(),
        _ => Number::from_f64(millis as f64 / 1000.0).expect("finite").into(),
    }
}
