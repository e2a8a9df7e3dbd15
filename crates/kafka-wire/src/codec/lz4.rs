//! LZ4 frames as Kafka writes them: independent blocks of 64 KiB, neither content size nor content checksum, since its
//! readers know no more. Read is any frame.

use std::io::{self, Read, Write};

use lz4_flex::frame::{BlockMode, BlockSize, FrameDecoder, FrameEncoder, FrameInfo};

pub(super) fn reader(packed: &[u8]) -> impl Read {
    FrameDecoder::new(packed)
}

pub(super) fn pack(plain: &[u8]) -> io::Result<Vec<u8>> {
    let info = FrameInfo::new().block_mode(BlockMode::Independent).block_size(BlockSize::Max64KB);
    let mut to = FrameEncoder::with_frame_info(info, Vec::new());
    to.write_all(plain)?;
    Ok(to.finish()?)
}
