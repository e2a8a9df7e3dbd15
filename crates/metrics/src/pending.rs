//! The log of puts: what one put holds, as the value of one key, until it is folded into blocks.

use headwater_types::Timestamp;

use crate::coding::{Damaged, Reader, put_varint, zigzag};
use crate::series::{Sample, SeriesId};
use crate::summary::Summary;
use crate::tier::Resolution;

const VERSION: u8 = 1;

pub(crate) fn encode(samples: &[(SeriesId, Sample)]) -> Vec<u8> {
    let mut out = Vec::with_capacity(8 + samples.len() * 16);
    out.push(VERSION);
    let mut before = 0;
    for (id, sample) in samples {
        put_varint(&mut out, id.0);
        put_varint(&mut out, zigzag(sample.at.as_secs() - before));
        before = sample.at.as_secs();
        out.push(match sample.resolution {
            Resolution::High => 1,
            Resolution::Standard => 60,
        });
        sample.summary.encode(&mut out);
    }
    out
}

pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<(SeriesId, Sample)>, Damaged> {
    let mut reader = Reader(bytes);
    if reader.byte()? != VERSION {
        return Err(Damaged("a put of a version this server does not know"));
    }
    let (mut samples, mut at_s) = (Vec::new(), 0_i64);
    while !reader.is_empty() {
        let id = SeriesId(reader.varint()?);
        at_s = at_s.saturating_add(reader.signed()?);
        let resolution = match reader.byte()? {
            1 => Resolution::High,
            60 => Resolution::Standard,
            _ => return Err(Damaged("a resolution of no known kind")),
        };
        let at = Timestamp(at_s.saturating_mul(1000));
        samples.push((id, Sample { at, resolution, summary: Summary::decode(&mut reader)? }));
    }
    Ok(samples)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_put_comes_back_to_the_second() {
        let sample =
            |at, resolution, value| Sample { at: Timestamp(at), resolution, summary: Summary::of(value) };
        let samples = vec![
            (SeriesId(1), sample(1_795_420_800_000, Resolution::High, 1.0)),
            (SeriesId(300), sample(1_795_420_799_000, Resolution::Standard, -2.5)),
        ];
        assert_eq!(decode(&encode(&samples)), Ok(samples));
        assert!(decode(&[9]).is_err() && decode(&[1, 5]).is_err());
    }
}
