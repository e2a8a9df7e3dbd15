//! Kafka's codecs: the records of a compressed batch as plain bytes, and plain bytes as such a batch carries them.
//!
//! What is read here comes from clients: nothing is allocated because packed bytes claim it, and whatever they unfold to
//! ends at a bound ([`UNPACKED_BYTES_MAX`]). Read is all that Kafka's own readers read, written is what its producers write,
//! with their default levels. A file each for the two formats that Kafka frames in its own way.
//! Source: <https://kafka.apache.org/documentation/#recordbatch>

mod lz4;
mod snappy;

use std::io::{self, Read, Write};

use crate::header::{BatchError, Compression};

/// What the records of one batch unfold to at most: four times the largest batch that a store takes.
pub const UNPACKED_BYTES_MAX: usize = 64 << 20;
/// The largest window that a zstd frame may ask memory for: 64 MiB, as a power of two.
const ZSTD_WINDOW_LOG_MAX: u32 = 26;
/// What producers of Kafka use where nothing is set.
const ZSTD_LEVEL: i32 = 3;

/// The plain bytes of packed ones, `bytes_max` of them at most.
pub(crate) fn unpack(codec: Compression, packed: &[u8], bytes_max: usize) -> Result<Vec<u8>, BatchError> {
    let unpacked = match codec {
        Compression::None => Ok(packed.to_vec()),
        Compression::Gzip => read_all(flate2::bufread::MultiGzDecoder::new(packed), packed.len(), bytes_max),
        Compression::Snappy => snappy::unpack(packed, bytes_max),
        Compression::Lz4 => read_all(lz4::reader(packed), packed.len(), bytes_max),
        Compression::Zstd => zstd_reader(packed).and_then(|from| read_all(from, packed.len(), bytes_max)),
        Compression::Unknown(number) => return Err(BatchError::UnknownCodec(number)),
    };
    let unpacked = unpacked.map_err(|error| BatchError::Packed { codec, what: error.to_string() })?;
    if unpacked.len() > bytes_max {
        return Err(BatchError::Unfolds { codec, bytes_max });
    }
    Ok(unpacked)
}

/// Plain bytes packed as producers of Kafka pack them.
pub(crate) fn pack(codec: Compression, plain: &[u8]) -> Result<Vec<u8>, BatchError> {
    let packed = match codec {
        Compression::None => Ok(plain.to_vec()),
        Compression::Gzip => gzip(plain),
        Compression::Snappy => snappy::pack(plain),
        Compression::Lz4 => lz4::pack(plain),
        Compression::Zstd => zstd::bulk::compress(plain, ZSTD_LEVEL),
        Compression::Unknown(number) => return Err(BatchError::UnknownCodec(number)),
    };
    packed.map_err(|error| BatchError::Packed { codec, what: error.to_string() })
}

fn gzip(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    to.write_all(plain)?;
    to.finish()
}

fn zstd_reader(packed: &[u8]) -> io::Result<zstd::stream::read::Decoder<'static, &[u8]>> {
    let mut from = zstd::stream::read::Decoder::with_buffer(packed)?;
    from.window_log_max(ZSTD_WINDOW_LOG_MAX)?;
    Ok(from)
}

/// Reads to the end, or one byte beyond the bound.
fn read_all(from: impl Read, packed_bytes: usize, bytes_max: usize) -> io::Result<Vec<u8>> {
    let mut unpacked = Vec::with_capacity(packed_bytes.saturating_mul(2).min(bytes_max));
    from.take(bytes_max as u64 + 1).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Compression; 4] =
        [Compression::Gzip, Compression::Snappy, Compression::Lz4, Compression::Zstd];

    /// Text with some order in it, beyond the blocks of every codec.
    fn text(bytes: usize) -> Vec<u8> {
        (0u32..)
            .flat_map(|n| format!("{} {};", n % 97, n.wrapping_mul(2_654_435_761)).into_bytes())
            .take(bytes)
            .collect()
    }

    #[test]
    fn what_is_packed_unpacks_to_itself() {
        for codec in ALL {
            for bytes in [0, 1, 100, 32 << 10, (32 << 10) + 1, 300_000] {
                let plain = text(bytes);
                let packed = pack(codec, &plain).expect("packed");
                assert_eq!(unpack(codec, &packed, bytes), Ok(plain), "{codec:?} of {bytes}");
            }
        }
    }

    #[test]
    fn what_unfolds_beyond_the_bound_is_refused_and_read_no_further() {
        let zeros = vec![0; 8 << 20];
        for codec in ALL {
            let packed = pack(codec, &zeros).expect("packed");
            for bytes_max in [0, 1, 100_000, zeros.len() - 1] {
                let refused = unpack(codec, &packed, bytes_max);
                assert_eq!(refused, Err(BatchError::Unfolds { codec, bytes_max }));
            }
        }
    }

    #[test]
    fn what_is_cut_short_is_an_error() {
        for codec in ALL {
            let packed = pack(codec, &text(100_000)).expect("packed");
            for left in [1, packed.len() / 2, packed.len() - 5] {
                let told = unpack(codec, &packed[..left], 1 << 20);
                assert!(matches!(told, Err(BatchError::Packed { .. })), "{codec:?} at {left}: {told:?}");
            }
        }
    }

    #[test]
    fn a_zstd_window_of_more_memory_than_records_may_take_is_refused() {
        let window = |log: u32| {
            let mut to = zstd::stream::write::Encoder::new(Vec::new(), 1).expect("an encoder");
            to.window_log(log).expect("possible");
            to.write_all(b"small").expect("written");
            to.finish().expect("finished")
        };
        assert_eq!(unpack(Compression::Zstd, &window(26), 5), Ok(b"small".to_vec()));
        assert!(matches!(unpack(Compression::Zstd, &window(27), 5), Err(BatchError::Packed { .. })));
    }
}
