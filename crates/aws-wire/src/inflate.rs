//! Request bodies that come compressed, inflated up to the bound that holds for plain ones.

use std::io::Read as _;

use bytes::Bytes;
use headwater_types::limits::HTTP_BODY_BYTES_MAX;

use crate::chunked::Framed;
use crate::{AwsRequest, Fault};

/// The body of a request as its protocol reads it: out of its chunks, and inflated.
pub fn body(request: &AwsRequest, framed: Option<&Framed>) -> Result<Bytes, Fault> {
    let mut body = framed.map_or(&request.body, |framed| &framed.data).clone();
    let mut is_inflated = false;
    for encoding in request.header(http::header::CONTENT_ENCODING).split(',').map(str::trim) {
        match encoding {
            "" | "identity" => {}
            // The framing, which the client named among the encodings, is off already.
            "aws-chunked" if framed.is_some() => {}
            // Twice would square what a small body can become.
            gzip if gzip.eq_ignore_ascii_case("gzip") && !is_inflated => {
                body = gunzip(&body)?;
                is_inflated = true;
            }
            other => {
                return Err(Fault::serialization(format!(
                    "content encoding '{other}' is not supported; send gzip or none"
                )));
            }
        }
    }
    Ok(body)
}

fn gunzip(body: &[u8]) -> Result<Bytes, Fault> {
    let mut inflated = Vec::new();
    // One byte over the bound tells a body that is too large from one that fills it.
    let mut reader = flate2::read::GzDecoder::new(body).take(HTTP_BODY_BYTES_MAX as u64 + 1);
    reader.read_to_end(&mut inflated).map_err(|_| Fault::unreadable())?;
    if inflated.len() > HTTP_BODY_BYTES_MAX {
        return Err(Fault::serialization(format!("the inflated body is over {HTTP_BODY_BYTES_MAX} bytes")));
    }
    Ok(inflated.into())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).expect("a vector takes all");
        encoder.finish().expect("a vector takes all")
    }

    #[test]
    fn a_body_comes_back_and_a_torn_one_is_unreadable() {
        let packed = gzip(b"{\"Limit\":1}");
        assert_eq!(gunzip(&packed).as_deref(), Ok(&b"{\"Limit\":1}"[..]));
        for cut in 0..packed.len() {
            assert_eq!(gunzip(&packed[..cut]), Err(Fault::unreadable()), "cut at {cut}");
        }
    }

    #[test]
    fn a_bomb_stops_at_the_bound() {
        let packed = gzip(&vec![0; HTTP_BODY_BYTES_MAX + 1]);
        assert!(packed.len() < 200_000);
        assert_eq!(gunzip(&packed).expect_err("too large").code, "SerializationException");
        assert!(gunzip(&gzip(&vec![0; HTTP_BODY_BYTES_MAX])).is_ok());
    }
}
