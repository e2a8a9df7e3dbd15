//! What signer and verifier share: the canonical form of a request, its date, and the keys derived from a secret.

pub(crate) mod canonical;
pub(crate) mod date;
pub(crate) mod key;

/// What every string to sign of one request begins with.
pub(crate) struct Stamp {
    /// `20150830T123600Z`.
    pub(crate) date: String,
    /// `20150830/us-east-1/service/aws4_request`.
    pub(crate) scope: String,
}

impl Stamp {
    /// `kind` is `AWS4-HMAC-SHA256` or one of its relatives for chunks.
    pub(crate) fn string_to_sign(&self, kind: &str, rest: &str) -> String {
        format!("{kind}\n{}\n{}\n{rest}", self.date, self.scope)
    }
}
