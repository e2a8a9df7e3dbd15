//! Who may call: the identities a server knows, by access key, and what each of them may do.
//!
//! One set serves every face, so that a key is the same person at each of them. Secrets are held to verify signatures and
//! never shown: they have no `Debug` form.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use headwater_types::{AccountId, Timestamp};

use crate::policy::{Policy, Principal};
use crate::signing::key;

/// What a request is measured by: nothing at all, or a set of identities at a time.
#[derive(Clone, Debug, Default)]
pub enum Gate {
    /// Any credentials will do, and none; for loopback.
    #[default]
    Open,
    /// Every request is signed by one of these.
    Closed { identities: Arc<Identities>, now: Timestamp },
}

/// One access key and whose it is.
pub struct Identity {
    pub access_key_id: String,
    pub secret: Secret,
    /// Where there is one, requests must carry it.
    pub session_token: Option<String>,
    /// From this time on the key is refused.
    pub expires: Option<Timestamp>,
    pub account: AccountId,
    /// The user's name; the account's root where there is none.
    pub user: Option<String>,
    /// What it may do; an identity without a policy may do everything in its account.
    pub policy: Option<Policy>,
}

impl Identity {
    /// As error messages and resource policies name it.
    pub fn arn(&self) -> String {
        match &self.user {
            Some(user) => format!("arn:aws:iam::{}:user/{user}", self.account),
            None => format!("arn:aws:iam::{}:root", self.account),
        }
    }

    pub(crate) fn principal(&self) -> Principal<'_> {
        Principal { arn: self.arn(), account: self.account.as_str(), is_root: self.user.is_none() }
    }

    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|end| now >= end)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({} as {})", self.access_key_id, self.arn())
    }
}

/// A secret access key.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// For signers and verifiers alone.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Compared in a time that says nothing about where the two differ.
    pub fn is(&self, given: &str) -> bool {
        key::same_secret(&self.0, given)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The identities of a server.
#[derive(Debug, Default)]
pub struct Identities(HashMap<String, Arc<Identity>>);

impl Identities {
    /// The access key that stands twice is the error.
    pub fn new(identities: impl IntoIterator<Item = Identity>) -> Result<Self, String> {
        let mut by_key = HashMap::new();
        for identity in identities {
            let key = identity.access_key_id.clone();
            if by_key.insert(key.clone(), Arc::new(identity)).is_some() {
                return Err(key);
            }
        }
        Ok(Self(by_key))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, access_key_id: &str) -> Option<&Arc<Identity>> {
        self.0.get(access_key_id)
    }
}
