//! The cryptography of Signature Version 4: the key derived for a day, a region and a service, and what is made with it.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};

type HmacSha256 = Hmac<Sha256>;

/// Signs strings for one credential scope.
pub(crate) struct SigningKey([u8; 32]);

impl SigningKey {
    pub(crate) fn derive(secret: &str, date: &str, region: &str, service: &str) -> Self {
        let start = [b"AWS4", secret.as_bytes()].concat();
        let parts = [date, region, service, "aws4_request"];
        let first = hmac(&start, parts[0].as_bytes());
        Self(parts[1..].iter().fold(first, |key, part| hmac(&key, part.as_bytes())))
    }

    #[cfg(test)]
    pub(crate) fn sign(&self, text: &str) -> String {
        hex(&hmac(&self.0, text.as_bytes()))
    }

    /// Compares in constant time.
    pub(crate) fn is_signature_of(&self, signature: &str, text: &str) -> bool {
        let Some(given) = unhex(signature) else { return false };
        mac(&self.0, text.as_bytes()).verify_slice(&given).is_ok()
    }
}

pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Compares the two by what they do to a fixed text, which takes equally long wherever they differ.
pub(crate) fn same_secret(own: &str, given: &str) -> bool {
    const TEXT: &[u8] = b"headwater";
    mac(given.as_bytes(), TEXT).verify_slice(&hmac(own.as_bytes(), TEXT)).is_ok()
}

fn mac(key: &[u8], text: &[u8]) -> HmacSha256 {
    let mut mac = HmacSha256::new_from_slice(key).expect("hmac takes keys of any length");
    mac.update(text);
    mac
}

fn hmac(key: &[u8], text: &[u8]) -> [u8; 32] {
    mac(key, text).finalize().into_bytes().into()
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// 32 bytes in lower-case digits, which is how signatures are written.
fn unhex(text: &str) -> Option<[u8; 32]> {
    let digit = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        _ => None,
    };
    let text: &[u8; 64] = text.as_bytes().try_into().ok()?;
    let mut out = [0; 32];
    for (byte, pair) in out.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the documentation.
    #[test]
    fn a_key_is_derived_as_documented() {
        let key =
            SigningKey::derive("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830", "us-east-1", "iam");
        assert_eq!(hex(&key.0), "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
    }

    #[test]
    fn a_signature_is_its_own_and_no_others() {
        let key = SigningKey([7; 32]);
        let signature = key.sign("text");
        assert!(key.is_signature_of(&signature, "text"));
        assert!(!key.is_signature_of(&signature, "texts"));
        assert!(!key.is_signature_of(&signature.to_uppercase(), "text"));
        for bad in ["", "00", &signature[1..], &format!("{signature}00"), &"ü".repeat(32)] {
            assert!(!key.is_signature_of(bad, "text"), "{bad}");
        }
    }

    #[test]
    fn secrets_are_compared_whole() {
        assert!(same_secret("secret", "secret"));
        for other in ["", "secre", "secret ", "Secret"] {
            assert!(!same_secret("secret", other), "{other}");
        }
    }
}
