//! The five ways Firehose packs an object, streaming: bytes in, packed bytes out, memory of one block.
//!
//! Snappy on S3 is not the raw format: `Snappy` is snappy-java's stream (its magic, then length-prefixed blocks),
//! `HADOOP_SNAPPY` Hadoop's block framing. <https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html>

use std::io::Write;

use bytes::Bytes;
use flate2::Crc;
use flate2::write::{DeflateEncoder, GzEncoder};
use serde::{Deserialize, Serialize};

/// Uncompressed bytes of one Snappy block: what snappy-java uses, and below Hadoop's buffer.
const SNAPPY_BLOCK_BYTES: usize = 32 * 1024;
/// snappy-java's magic, its format version and the oldest version that reads it.
/// <https://github.com/xerial/snappy-java/blob/master/src/main/java/org/xerial/snappy/SnappyCodec.java>
const SNAPPY_JAVA_HEADER: [u8; 16] = [0x82, b'S', b'N', b'A', b'P', b'P', b'Y', 0, 0, 0, 0, 1, 0, 0, 0, 1];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compression {
    #[default]
    #[serde(rename = "UNCOMPRESSED")]
    Uncompressed,
    #[serde(rename = "GZIP")]
    Gzip,
    #[serde(rename = "ZIP")]
    Zip,
    Snappy,
    #[serde(rename = "HADOOP_SNAPPY")]
    HadoopSnappy,
}

impl Compression {
    /// The API's name, case and all.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Uncompressed => "UNCOMPRESSED",
            Self::Gzip => "GZIP",
            Self::Zip => "ZIP",
            Self::Snappy => "Snappy",
            Self::HadoopSnappy => "HADOOP_SNAPPY",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Uncompressed, Self::Gzip, Self::Zip, Self::Snappy, Self::HadoopSnappy]
            .into_iter()
            .find(|compression| compression.as_str() == text)
    }

    /// What object names end with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Uncompressed => "",
            Self::Gzip => ".gz",
            Self::Zip => ".zip",
            Self::Snappy | Self::HadoopSnappy => ".snappy",
        }
    }

    pub fn content_encoding(self) -> Option<&'static str> {
        match self {
            Self::Uncompressed | Self::Zip => None,
            Self::Gzip => Some("gzip"),
            Self::Snappy => Some("snappy-java"),
            Self::HadoopSnappy => Some("hadoop-snappy"),
        }
    }
}

/// Packs one object.
pub struct Compressor(Codec);

enum Codec {
    Plain(Vec<u8>),
    Gzip(Box<GzEncoder<Vec<u8>>>),
    Zip(Box<ZipWriter>),
    Snappy(Box<SnappyBlocks>),
}

impl Compressor {
    /// `entry` names the one file of a ZIP archive.
    pub fn new(compression: Compression, entry: &str) -> Self {
        let level = flate2::Compression::default();
        Self(match compression {
            Compression::Uncompressed => Codec::Plain(Vec::new()),
            Compression::Gzip => Codec::Gzip(Box::new(GzEncoder::new(Vec::new(), level))),
            Compression::Zip => Codec::Zip(Box::new(ZipWriter::new(entry))),
            Compression::Snappy => {
                Codec::Snappy(Box::new(SnappyBlocks::new(SNAPPY_JAVA_HEADER.to_vec(), false)))
            }
            Compression::HadoopSnappy => Codec::Snappy(Box::new(SnappyBlocks::new(Vec::new(), true))),
        })
    }

    pub fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        match &mut self.0 {
            Codec::Plain(out) => out.extend_from_slice(bytes),
            Codec::Gzip(encoder) => encoder.write_all(bytes)?,
            Codec::Zip(zip) => zip.write(bytes)?,
            Codec::Snappy(blocks) => blocks.write(bytes)?,
        }
        Ok(())
    }

    /// How many packed bytes [`Compressor::take`] would give now.
    pub fn ready(&self) -> usize {
        match &self.0 {
            Codec::Plain(out) => out.len(),
            Codec::Gzip(encoder) => encoder.get_ref().len(),
            Codec::Zip(zip) => zip.encoder.get_ref().len(),
            Codec::Snappy(blocks) => blocks.out.len(),
        }
    }

    /// The packed bytes so far.
    pub fn take(&mut self) -> Bytes {
        let out = match &mut self.0 {
            Codec::Plain(out) => out,
            Codec::Gzip(encoder) => encoder.get_mut(),
            Codec::Zip(zip) => zip.encoder.get_mut(),
            Codec::Snappy(blocks) => &mut blocks.out,
        };
        let taken = std::mem::take(out);
        if let Codec::Zip(zip) = &mut self.0 {
            zip.taken += taken.len() as u64;
        }
        taken.into()
    }

    /// The rest of the packed bytes.
    pub fn finish(self) -> std::io::Result<Bytes> {
        Ok(match self.0 {
            Codec::Plain(out) => out,
            Codec::Gzip(encoder) => encoder.finish()?,
            Codec::Zip(zip) => zip.finish()?,
            Codec::Snappy(mut blocks) => {
                blocks.flush()?;
                blocks.out
            }
        }
        .into())
    }
}

/// Snappy in blocks, each behind its length as four big-endian bytes.
struct SnappyBlocks {
    out: Vec<u8>,
    block: Vec<u8>,
    encoder: snap::raw::Encoder,
    /// Hadoop also writes how long the block was before.
    with_plain_length: bool,
}

impl SnappyBlocks {
    fn new(header: Vec<u8>, with_plain_length: bool) -> Self {
        Self { out: header, block: Vec::new(), encoder: snap::raw::Encoder::new(), with_plain_length }
    }

    fn write(&mut self, mut bytes: &[u8]) -> std::io::Result<()> {
        while !bytes.is_empty() {
            let take = bytes.len().min(SNAPPY_BLOCK_BYTES - self.block.len());
            self.block.extend_from_slice(&bytes[..take]);
            bytes = &bytes[take..];
            if self.block.len() == SNAPPY_BLOCK_BYTES {
                self.flush()?;
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.block.is_empty() {
            return Ok(());
        }
        let packed = self.encoder.compress_vec(&self.block).map_err(std::io::Error::other)?;
        if self.with_plain_length {
            self.out.extend_from_slice(&(self.block.len() as u32).to_be_bytes());
        }
        self.out.extend_from_slice(&(packed.len() as u32).to_be_bytes());
        self.out.extend_from_slice(&packed);
        self.block.clear();
        Ok(())
    }
}

/// A ZIP archive of one deflated entry whose sizes follow it (general purpose bit 3). Up to 4 GiB, far above any object.
/// <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>
struct ZipWriter {
    encoder: DeflateEncoder<Vec<u8>>,
    crc: Crc,
    entry: Vec<u8>,
    /// Bytes already handed out, header included.
    taken: u64,
}

const ZIP_VERSION: u16 = 20;
const ZIP_SIZES_FOLLOW: u16 = 1 << 3;
const ZIP_DEFLATED: u16 = 8;
/// 1980-01-01: the archive is a pure function of its records, so that a redelivery gives the same bytes.
const ZIP_DATE: u16 = (1 << 5) | 1;

impl ZipWriter {
    fn new(entry: &str) -> Self {
        let entry = entry.as_bytes().to_vec();
        let mut header = Vec::with_capacity(30 + entry.len());
        header.extend_from_slice(b"PK\x03\x04");
        put_u16s(&mut header, &[ZIP_VERSION, ZIP_SIZES_FOLLOW, ZIP_DEFLATED, 0, ZIP_DATE]);
        put_u32s(&mut header, &[0, 0, 0]);
        put_u16s(&mut header, &[entry.len() as u16, 0]);
        header.extend_from_slice(&entry);
        let encoder = DeflateEncoder::new(header, flate2::Compression::default());
        Self { encoder, crc: Crc::new(), entry, taken: 0 }
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.crc.update(bytes);
        self.encoder.write_all(bytes)
    }

    fn finish(mut self) -> std::io::Result<Vec<u8>> {
        self.encoder.try_finish()?;
        let (crc, plain) = (self.crc.sum(), self.encoder.total_in() as u32);
        let packed = self.encoder.total_out() as u32;
        let taken = self.taken;
        let mut out = self.encoder.finish()?;
        out.extend_from_slice(b"PK\x07\x08");
        put_u32s(&mut out, &[crc, packed, plain]);

        let directory_start = (taken + out.len() as u64) as u32;
        out.extend_from_slice(b"PK\x01\x02");
        put_u16s(&mut out, &[ZIP_VERSION, ZIP_VERSION, ZIP_SIZES_FOLLOW, ZIP_DEFLATED, 0, ZIP_DATE]);
        put_u32s(&mut out, &[crc, packed, plain]);
        put_u16s(&mut out, &[self.entry.len() as u16, 0, 0, 0, 0]);
        put_u32s(&mut out, &[0, 0]);
        out.extend_from_slice(&self.entry);
        let directory_bytes = (taken + out.len() as u64) as u32 - directory_start;
        out.extend_from_slice(b"PK\x05\x06");
        put_u16s(&mut out, &[0, 0, 1, 1]);
        put_u32s(&mut out, &[directory_bytes, directory_start]);
        put_u16s(&mut out, &[0]);
        Ok(out)
    }
}

fn put_u16s(out: &mut Vec<u8>, values: &[u16]) {
    values.iter().for_each(|value| out.extend_from_slice(&value.to_le_bytes()));
}

fn put_u32s(out: &mut Vec<u8>, values: &[u32]) {
    values.iter().for_each(|value| out.extend_from_slice(&value.to_le_bytes()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn sample() -> Vec<u8> {
        (0..200_000u32).flat_map(|i| format!("{{\"i\":{i}}}\n").into_bytes()).take(300_000).collect()
    }

    /// Packs in uneven pieces, taking output as it comes.
    fn pack(compression: Compression, data: &[u8]) -> Vec<u8> {
        let mut compressor = Compressor::new(compression, "entry.json");
        let mut packed = Vec::new();
        for (i, piece) in data.chunks(7_001).enumerate() {
            compressor.write(piece).unwrap();
            if i % 3 == 0 {
                packed.extend_from_slice(&compressor.take());
            }
        }
        packed.extend_from_slice(&compressor.finish().unwrap());
        packed
    }

    #[test]
    fn gzip_reads_back() {
        let packed = pack(Compression::Gzip, &sample());
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&*packed).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, sample());
        assert!(packed.len() < sample().len() / 2);
    }

    #[test]
    fn snappy_is_snappy_javas_stream_and_hadoops_blocks() {
        let unpack = |mut packed: &[u8], with_plain_length: bool| {
            let mut take = |count: usize| {
                let (taken, rest) = packed.split_at(count.min(packed.len()));
                packed = rest;
                taken
            };
            let mut plain = Vec::new();
            loop {
                let plain_length = if with_plain_length { take(4) } else { &[] };
                let length = take(4);
                if length.is_empty() {
                    return plain;
                }
                let block = take(u32::from_be_bytes(length.try_into().unwrap()) as usize);
                let block = snap::raw::Decoder::new().decompress_vec(block).unwrap();
                if with_plain_length {
                    assert_eq!(u32::from_be_bytes(plain_length.try_into().unwrap()) as usize, block.len());
                }
                plain.extend_from_slice(&block);
            }
        };
        let java = pack(Compression::Snappy, &sample());
        assert_eq!(&java[..8], b"\x82SNAPPY\0");
        assert_eq!(unpack(&java[16..], false), sample());
        assert_eq!(unpack(&pack(Compression::HadoopSnappy, &sample()), true), sample());
    }

    #[test]
    fn a_zip_has_one_entry_at_the_offsets_it_names() {
        let packed = pack(Compression::Zip, &sample());
        let end = &packed[packed.len() - 22..];
        assert_eq!(&end[..4], b"PK\x05\x06");
        let directory = u32::from_le_bytes(end[16..20].try_into().unwrap()) as usize;
        assert_eq!(&packed[directory..directory + 4], b"PK\x01\x02");
        let packed_size =
            u32::from_le_bytes(packed[directory + 20..directory + 24].try_into().unwrap()) as usize;
        let data = &packed[30 + "entry.json".len()..][..packed_size];
        let mut plain = Vec::new();
        flate2::read::DeflateDecoder::new(data).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, sample());
    }

    #[test]
    fn names_are_case_sensitive_as_the_api_has_them() {
        assert_eq!(Compression::parse("Snappy"), Some(Compression::Snappy));
        assert_eq!(Compression::parse("SNAPPY"), None);
        assert_eq!(Compression::parse("gzip"), None);
    }
}
