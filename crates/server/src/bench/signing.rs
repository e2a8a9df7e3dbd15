//! Signature Version 4 for one shape of request: `POST /` with four or five fixed headers and a body whose hash is known.
//!
//! The general signer of `aws-sigv4` derives the key and canonicalises everything for each request; here the day's key is
//! kept and the canonical request is one format string, so that signing costs two hashes and one HMAC of a few hundred
//! bytes. A test holds the signature equal to the general signer's.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

use std::time::{Duration, UNIX_EPOCH};

use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use headwater_types::Timestamp;
use sha2::{Digest, Sha256};

use super::connection::Prepared;
use super::credentials::Credentials;

/// The service name requests are signed for.
const SERVICE: &str = "kinesis";

/// Signs requests of one connection; not shared, so that its caches need no lock.
#[derive(Clone)]
pub struct Signer {
    credentials: Credentials,
    region: String,
    host: String,
    second: i64,
    /// `YYYYMMDDTHHMMSSZ` of `second`.
    stamp: String,
    /// `YYYYMMDD/region/kinesis/aws4_request` and the key derived for it.
    scope: String,
    key: Vec<u8>,
}

/// The headers a signature adds to a request.
pub struct Signature {
    pub date: String,
    pub authorization: String,
}

impl Signer {
    pub fn new(credentials: Credentials, region: String, host: String) -> Self {
        Self {
            credentials,
            region,
            host,
            second: i64::MIN,
            stamp: String::new(),
            scope: String::new(),
            key: Vec::new(),
        }
    }

    pub fn session_token(&self) -> Option<&str> {
        self.credentials.session_token.as_deref()
    }

    /// Signs a request for `amz_target` (`Kinesis_20131202.PutRecord`) with that body.
    pub fn sign(&mut self, now: Timestamp, amz_target: &str, body: &Prepared) -> Signature {
        let (content_type, body_hash) = (body.wire.content_type(), &body.sha256);
        self.turn_to(now.as_millis().div_euclid(1000));
        let (token_header, signed_headers) = match &self.credentials.session_token {
            Some(token) => (
                format!("x-amz-security-token:{token}\n"),
                "content-type;host;x-amz-date;x-amz-security-token;x-amz-target",
            ),
            None => (String::new(), "content-type;host;x-amz-date;x-amz-target"),
        };
        let canonical = format!(
            "POST\n/\n\ncontent-type:{content_type}\nhost:{}\nx-amz-date:{}\n{token_header}x-amz-target:{amz_target}\n\n\
             {signed_headers}\n{body_hash}",
            self.host, self.stamp
        );
        let to_sign =
            format!("AWS4-HMAC-SHA256\n{}\n{}\n{}", self.stamp, self.scope, sha256_hex(canonical.as_bytes()));
        let signature = calculate_signature(&self.key, to_sign.as_bytes());
        Signature {
            date: self.stamp.clone(),
            authorization: format!(
                "AWS4-HMAC-SHA256 Credential={}/{}, SignedHeaders={signed_headers}, Signature={signature}",
                self.credentials.access_key, self.scope
            ),
        }
    }

    /// Renews the time stamp each second and the derived key each day.
    fn turn_to(&mut self, second: i64) {
        if second == self.second {
            return;
        }
        self.second = second;
        let when = chrono::DateTime::from_timestamp(second, 0).unwrap_or_default();
        self.stamp = when.format("%Y%m%dT%H%M%SZ").to_string();
        let scope = format!("{}/{}/{SERVICE}/aws4_request", &self.stamp[..8], self.region);
        if scope != self.scope {
            let time = UNIX_EPOCH + Duration::from_secs(second.max(0) as u64);
            let key = generate_signing_key(&self.credentials.secret_key, time, &self.region, SERVICE);
            self.key = key.as_ref().to_vec();
            self.scope = scope;
        }
    }
}

/// Lower-case hex of the SHA-256 of `bytes`.
pub fn sha256_hex(bytes: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    let mut text = String::with_capacity(64);
    for byte in digest {
        text.push(char::from(HEX[usize::from(byte >> 4)]));
        text.push(char::from(HEX[usize::from(byte & 15)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
    use aws_sigv4::sign::v4::SigningParams;

    use super::*;
    use crate::bench::wire::Wire;

    /// What the general signer makes of the same request.
    fn oracle(credentials: &Credentials, second: u64, target: &str, body: &Prepared) -> String {
        let identity = aws_credential_types::Credentials::new(
            &credentials.access_key,
            &credentials.secret_key,
            credentials.session_token.clone(),
            None,
            "test",
        )
        .into();
        let params = SigningParams::builder()
            .identity(&identity)
            .region("eu-west-1")
            .name("kinesis")
            .time(UNIX_EPOCH + Duration::from_secs(second))
            .settings(SigningSettings::default())
            .build()
            .unwrap()
            .into();
        let headers = [("content-type", body.wire.content_type()), ("x-amz-target", target)];
        let request = SignableRequest::new(
            "POST",
            "https://kinesis.eu-west-1.amazonaws.com/",
            headers.into_iter(),
            SignableBody::Bytes(&body.bytes),
        )
        .unwrap();
        sign(request, &params).unwrap().signature().to_owned()
    }

    #[test]
    fn signatures_equal_the_general_signers_over_days_and_session_tokens() {
        let bodies =
            [Wire::Json, Wire::Cbor].map(|wire| Prepared::new(br#"{"StreamName":"s"}"#.to_vec(), wire));
        for session_token in [None, Some("a-token".to_owned())] {
            let credentials = Credentials {
                access_key: "AKIDEXAMPLE".into(),
                secret_key: "secret/key+".into(),
                session_token,
            };
            let mut signer = Signer::new(
                credentials.clone(),
                "eu-west-1".into(),
                "kinesis.eu-west-1.amazonaws.com".into(),
            );
            for second in [1_700_000_000, 1_700_000_001, 1_700_090_000] {
                let target = "Kinesis_20131202.PutRecord";
                for body in &bodies {
                    let signature = signer.sign(Timestamp(second as i64 * 1000 + 7), target, body);
                    let expected = oracle(&credentials, second, target, body);
                    assert!(signature.authorization.ends_with(&format!("Signature={expected}")), "{second}");
                }
            }
        }
    }
}
