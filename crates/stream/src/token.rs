//! Seals what a shard iterator says into an opaque text and opens it again.
//!
//! The text looks like the service's: base64 of eight bytes `00 .. 01` and a ciphertext of whole 16-byte blocks, at most
//! 512 characters. Sealing is synthetic-IV: the tag is an HMAC-SHA-256 of the plaintext, cut to 16 bytes, and seeds the
//! HMAC key stream that hides the plaintext (the construction of RFC 5297 with HMAC in the place of CMAC and AES-CTR). What
//! does not open to its own tag is refused, so an iterator cannot be forged or bent; there is no secret in it to learn.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const PREFIX: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];
const BLOCK: usize = 16;
const TAG: usize = 16;
/// Characters of a token at most. <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html>
const TOKEN_CHARS_MAX: usize = 512;

pub(crate) struct TokenSealer {
    tag_key: [u8; 32],
    stream_key: [u8; 32],
}

impl TokenSealer {
    pub fn new(secret: [u8; 32]) -> Self {
        Self { tag_key: hmac(&secret, &[b"tag"]), stream_key: hmac(&secret, &[b"stream"]) }
    }

    pub fn seal(&self, plain: &[u8]) -> String {
        let mut body = plain.to_vec();
        // One 0x80 and zeros up to a whole block (ISO/IEC 7816-4).
        body.push(0x80);
        body.resize(body.len().next_multiple_of(BLOCK), 0);
        let tag = self.tag(&body);
        self.mask(&tag, &mut body);
        let mut sealed = Vec::with_capacity(PREFIX.len() + TAG + body.len());
        sealed.extend_from_slice(&PREFIX);
        sealed.extend_from_slice(&tag);
        sealed.extend_from_slice(&body);
        STANDARD.encode(sealed)
    }

    /// `None` for everything that [`TokenSealer::seal`] did not make with this secret. Quotes around the text are
    /// tolerated, as the service does.
    pub fn open(&self, text: &str) -> Option<Vec<u8>> {
        let unquoted = text.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or(text);
        if unquoted.len() > TOKEN_CHARS_MAX {
            return None;
        }
        let sealed = STANDARD.decode(unquoted).ok()?;
        let sealed = sealed.strip_prefix(&PREFIX)?;
        let (tag, body) = sealed.split_at_checked(TAG)?;
        let tag: [u8; TAG] = tag.try_into().ok()?;
        let mut body = body.to_vec();
        self.mask(&tag, &mut body);
        let difference = self.tag(&body).iter().zip(&tag).fold(0, |sum, (a, b)| sum | (a ^ b));
        if difference != 0 {
            return None;
        }
        let end = body.iter().rposition(|byte| *byte != 0).filter(|at| body[*at] == 0x80)?;
        body.truncate(end);
        Some(body)
    }

    fn tag(&self, body: &[u8]) -> [u8; TAG] {
        let full = hmac(&self.tag_key, &[body]);
        full[..TAG].try_into().expect("32 bytes hold 16")
    }

    fn mask(&self, tag: &[u8; TAG], body: &mut [u8]) {
        for (index, chunk) in body.chunks_mut(32).enumerate() {
            let pad = hmac(&self.stream_key, &[tag, &(index as u32).to_be_bytes()]);
            chunk.iter_mut().zip(pad).for_each(|(byte, mask)| *byte ^= mask);
        }
    }
}

/// HMAC-SHA-256 (RFC 2104) with a key of 32 bytes.
fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let pad = |with: u8| {
        let mut block = [with; 64];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let mut inner = Sha256::new_with_prefix(pad(0x36));
    parts.iter().for_each(|part| inner.update(part));
    let mut outer = Sha256::new_with_prefix(pad(0x5c));
    outer.update(inner.finalize());
    outer.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2 needs a short key; case with a key padded to 32 zero bytes is the same HMAC.
    #[test]
    fn the_mac_is_hmac_sha_256() {
        let mut key = [0u8; 32];
        key[..4].copy_from_slice(b"Jefe");
        let mac = hmac(&key, &[b"what do ya want ", b"for nothing?"]);
        let hex: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn what_was_sealed_opens_and_nothing_else_does() {
        let sealer = TokenSealer::new([7; 32]);
        for length in [0, 1, 15, 16, 17, 100, 300] {
            let plain: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let token = sealer.seal(&plain);
            assert!(token.starts_with("AAAAAAAAAA"), "{token}");
            assert!(token.len() <= TOKEN_CHARS_MAX);
            assert_eq!(sealer.open(&token), Some(plain.clone()));
            assert_eq!(sealer.open(&format!("\"{token}\"")), Some(plain));
            assert_eq!(TokenSealer::new([8; 32]).open(&token), None);
            for at in 0..token.len() {
                let mut bent = token.clone().into_bytes();
                bent[at] = if bent[at] == b'A' { b'B' } else { b'A' };
                assert_eq!(sealer.open(std::str::from_utf8(&bent).expect("ASCII")), None, "byte {at}");
            }
        }
        for bad in ["", "AAAAAAAAAAE=", "not base64!", &"A".repeat(600)] {
            assert_eq!(sealer.open(bad), None, "{bad}");
        }
    }
}
