//! Signature Version 4 for one shape of request: `POST /` with a target and a body. The day's key is kept.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>

use std::time::{Duration, UNIX_EPOCH};

use aws_sigv4::sign::v4::{calculate_signature, generate_signing_key};
use headwater_types::Timestamp;
use sha2::{Digest, Sha256};

use crate::endpoint::{Credentials, Service};

/// Signs for one endpoint.
pub struct Signer {
    service: Service,
    credentials: Credentials,
    region: String,
    host: String,
    /// The scope the key was derived for.
    scope: String,
    key: Vec<u8>,
}

/// The headers a signature adds to a request.
#[derive(Debug, PartialEq, Eq)]
pub struct Signature {
    pub date: String,
    pub authorization: String,
    pub session_token: Option<String>,
}

impl Signer {
    pub fn new(service: Service, credentials: Credentials, region: String, host: String) -> Self {
        Self { service, credentials, region, host, scope: String::new(), key: Vec::new() }
    }

    pub fn set_credentials(&mut self, credentials: Credentials) {
        self.credentials = credentials;
        self.scope.clear();
    }

    pub fn sign(&mut self, now: Timestamp, target: &str, body_sha256: &str) -> Signature {
        let date = self.turn_to(now.as_millis().div_euclid(1000));
        let token = self.credentials.session_token.clone();
        let (token_header, signed_headers) = match &token {
            Some(token) => (
                format!("x-amz-security-token:{token}\n"),
                "content-type;host;x-amz-date;x-amz-security-token;x-amz-target",
            ),
            None => (String::new(), "content-type;host;x-amz-date;x-amz-target"),
        };
        let canonical = format!(
            "POST\n/\n\ncontent-type:{}\nhost:{}\nx-amz-date:{date}\n{token_header}x-amz-target:{target}\n\n\
             {signed_headers}\n{body_sha256}",
            self.service.content_type(),
            self.host
        );
        let to_sign =
            format!("AWS4-HMAC-SHA256\n{date}\n{}\n{}", self.scope, sha256_hex(canonical.as_bytes()));
        let signature = calculate_signature(&self.key, to_sign.as_bytes());
        let (key_id, scope) = (&self.credentials.access_key_id, &self.scope);
        Signature {
            authorization: format!(
                "AWS4-HMAC-SHA256 Credential={key_id}/{scope}, SignedHeaders={signed_headers}, Signature={signature}"
            ),
            session_token: token,
            date,
        }
    }

    fn turn_to(&mut self, second: i64) -> String {
        let when = chrono::DateTime::from_timestamp(second, 0).unwrap_or_default();
        let date = when.format("%Y%m%dT%H%M%SZ").to_string();
        let service = self.service.name();
        let scope = format!("{}/{}/{service}/aws4_request", &date[..8], self.region);
        if scope != self.scope {
            let time = UNIX_EPOCH + Duration::from_secs(second.max(0) as u64);
            let key = generate_signing_key(&self.credentials.secret_access_key, time, &self.region, service);
            self.key = key.as_ref().to_vec();
            self.scope = scope;
        }
        date
    }
}

/// Lower-case hexadecimal of the SHA-256.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
    use aws_sigv4::sign::v4::SigningParams;

    use super::*;

    #[test]
    fn it_signs_as_the_general_signer_does() {
        let body = b"{\"StreamName\":\"s\"}";
        for (service, token) in [(Service::Kinesis, None), (Service::DynamoDb, Some("token".to_owned()))] {
            let credentials = Credentials {
                access_key_id: "AKIDEXAMPLE".into(),
                secret_access_key: "secret".into(),
                session_token: token.clone(),
            };
            let mut signer = Signer::new(service, credentials, "eu-west-1".into(), "localhost:4566".into());
            let signature = signer.sign(Timestamp(1_700_000_000_000), "K.PutRecords", &sha256_hex(body));
            let identity =
                aws_credential_types::Credentials::new("AKIDEXAMPLE", "secret", token, None, "test").into();
            let params = SigningParams::builder()
                .identity(&identity)
                .region("eu-west-1")
                .name(service.name())
                .time(UNIX_EPOCH + Duration::from_secs(1_700_000_000))
                .settings(SigningSettings::default())
                .build()
                .expect("complete")
                .into();
            let headers = [("content-type", service.content_type()), ("x-amz-target", "K.PutRecords")];
            let request = SignableRequest::new(
                "POST",
                "http://localhost:4566/",
                headers.into_iter(),
                SignableBody::Bytes(body),
            )
            .expect("a request");
            let (instructions, _) = sign(request, &params).expect("signs").into_parts();
            let (headers, _) = instructions.into_parts();
            let expected =
                headers.iter().find(|header| header.name() == "authorization").expect("signed").value();
            assert_eq!(signature.authorization, expected);
        }
    }
}
