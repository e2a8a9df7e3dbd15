//! Records into the bytes of an object: one behind the other, delimited and compressed, or converted to columns.
//!
//! Packing the same records again gives the same bytes, so a redelivery overwrites an object with itself.

mod columns;

use bytes::Bytes;

use super::error::AttemptError;
use super::feed::Arrived;
use super::model::PendingObject;
use crate::s3::Compressor;
pub(super) use columns::Columns;

pub(super) enum Packer {
    Plain { compressor: Box<Compressor>, delimiter: Vec<u8> },
    Columns(Box<Columns>),
}

impl Packer {
    /// For a destination that converts nothing.
    pub fn plain(object: &PendingObject) -> Self {
        let entry = object.key.rsplit('/').next().unwrap_or_default().trim_end_matches(".zip");
        Self::Plain {
            compressor: Box::new(Compressor::new(object.destination.compression, entry)),
            delimiter: object.destination.delimiter().unwrap_or_default().into_bytes(),
        }
    }

    pub fn add(&mut self, records: &[Arrived]) -> Result<(), AttemptError> {
        match self {
            Self::Plain { compressor, delimiter } => {
                for record in records {
                    compressor.write(&record.data).map_err(pack_error)?;
                    compressor.write(delimiter).map_err(pack_error)?;
                }
                Ok(())
            }
            Self::Columns(columns) => columns.add(records),
        }
    }

    /// Bytes of the object that can go out.
    pub fn take(&mut self) -> Bytes {
        match self {
            Self::Plain { compressor, .. } => compressor.take(),
            Self::Columns(columns) => columns.take(),
        }
    }

    /// Lines of the object of failed records that can go out.
    pub fn take_failed(&mut self) -> Bytes {
        match self {
            Self::Plain { .. } => Bytes::new(),
            Self::Columns(columns) => columns.take_failed(),
        }
    }

    pub fn failed_records(&self) -> u64 {
        match self {
            Self::Plain { .. } => 0,
            Self::Columns(columns) => columns.failed_records(),
        }
    }

    /// The rest of the object; empty where there is no object to write, as all records failed.
    pub fn finish(self) -> Result<Bytes, AttemptError> {
        match self {
            Self::Plain { compressor, .. } => compressor.finish().map_err(pack_error),
            Self::Columns(columns) => columns.finish(),
        }
    }
}

fn pack_error(error: impl std::fmt::Display) -> AttemptError {
    AttemptError::Pack(error.to_string())
}
