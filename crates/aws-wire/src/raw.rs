//! A request body of any shape, as its wire format gives it, borrowed from the body where that is possible.
//!
//! Both parsers build this tree before the schema is looked at, because the service does: what is not JSON (or CBOR) at all is
//! told apart from a value of the wrong type. Depth and number of values are bounded, so that memory stays within a small
//! multiple of a legal request's.

use std::borrow::Cow;

use headwater_types::limits::{WIRE_DEPTH_MAX, WIRE_VALUES_MAX};

#[derive(Clone, Debug, PartialEq)]
pub enum Raw<'a> {
    Null,
    Boolean(bool),
    Number(Number),
    String(Cow<'a, str>),
    /// CBOR alone has these.
    Bytes(Cow<'a, [u8]>),
    List(Vec<Raw<'a>>),
    /// In the order of the body, names that stand twice included.
    Object(Vec<(Cow<'a, str>, Raw<'a>)>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    Integer(i64),
    /// With a fraction or an exponent, or beyond 64 bits.
    Double(f64),
}

/// Why a body cannot be read, or holds more than is read, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} at byte {at}")]
pub struct ParseError {
    pub what: &'static str,
    pub at: usize,
}

/// Counts a body's values against their bounds.
#[derive(Debug, Default)]
pub(crate) struct Bounds {
    values: usize,
}

impl Bounds {
    /// One more value, so deep in the body.
    pub(crate) fn enter(&mut self, depth: usize) -> Result<(), &'static str> {
        self.values += 1;
        if self.values > WIRE_VALUES_MAX {
            return Err("too many values");
        }
        if depth > WIRE_DEPTH_MAX {
            return Err("values nested too deeply");
        }
        Ok(())
    }
}
