//! The array `[[identities]]` of the configuration file: who may call, and what each may do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail, ensure};
use headwater_aws_wire::{Identities, Identity, Policy, Secret};
use headwater_types::{AccountId, Timestamp};
use serde::Deserialize;

use super::names;

/// What the service asks of names.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
const USER_CHARS_MAX: usize = 64;
const ACCESS_KEY_CHARS: std::ops::RangeInclusive<usize> = 3..=128;
/// Shorter secrets are guessed.
const SECRET_CHARS_MIN: usize = 8;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileIdentity {
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    /// As RFC 3339 writes it.
    expires: Option<String>,
    account: Option<String>,
    user: Option<String>,
    policy: Option<FilePolicy>,
    policy_file: Option<PathBuf>,
}

/// The JSON text of a policy, or the same as a table.
#[derive(Deserialize)]
#[serde(untagged)]
enum FilePolicy {
    Text(String),
    Table(toml::Table),
}

/// `None` where there are none. Relative policy files lie beside the configuration file.
pub fn check(file: Vec<FileIdentity>, beside: &Path) -> Result<Option<Arc<Identities>>> {
    if file.is_empty() {
        return Ok(None);
    }
    let checked = file.into_iter().map(|identity| {
        let key = identity.access_key_id.clone();
        identity.check(beside).with_context(|| format!("identity `{key}`"))
    });
    let checked = checked.collect::<Result<Vec<_>>>()?;
    let identities = Identities::new(checked)
        .map_err(|key| anyhow!("access key `{key}` stands twice in [[identities]]"))?;
    Ok(Some(Arc::new(identities)))
}

impl FileIdentity {
    fn check(self, beside: &Path) -> Result<Identity> {
        let key = &self.access_key_id;
        let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
        ensure!(
            ACCESS_KEY_CHARS.contains(&key.len()) && key.bytes().all(legal),
            "an access key has 3 to 128 letters, digits, hyphens, dots and underscores"
        );
        ensure!(
            self.secret_access_key.chars().count() >= SECRET_CHARS_MIN,
            "a secret has at least {SECRET_CHARS_MIN} characters"
        );
        if let Some(user) = &self.user {
            let legal = |b: u8| b.is_ascii_alphanumeric() || b"+=,.@_-".contains(&b);
            ensure!(
                (1..=USER_CHARS_MAX).contains(&user.len()) && user.bytes().all(legal),
                "a user name has 1 to {USER_CHARS_MAX} letters, digits and +=,.@_-"
            );
        }
        let account = match &self.account {
            Some(text) => AccountId::parse(text).context("an account is twelve digits")?,
            None => AccountId::default(),
        };
        let expires = self.expires.as_deref().map(expiry).transpose()?;
        let policy = policy_text(self.policy, self.policy_file, beside)?;
        // A root cannot be kept from anything, on AWS as here: who has a policy is a user.
        let user = self.user.or_else(|| policy.is_some().then(|| self.access_key_id.clone()));
        let policy = policy.map(|text| read_policy(&text)).transpose().context("its policy is refused")?;
        Ok(Identity {
            access_key_id: self.access_key_id,
            secret: Secret::new(self.secret_access_key),
            session_token: self.session_token,
            expires,
            account,
            user,
            policy,
        })
    }
}

fn read_policy(text: &str) -> Result<Policy> {
    let policy = Policy::of_identity(text)?;
    names::check_actions(&policy)?;
    Ok(policy)
}

fn expiry(text: &str) -> Result<Timestamp> {
    let date = chrono::DateTime::parse_from_rfc3339(text)
        .with_context(|| format!("expires: `{text}` is not of the form 2026-12-31T00:00:00Z"))?;
    Ok(Timestamp(date.timestamp_millis()))
}

fn policy_text(policy: Option<FilePolicy>, file: Option<PathBuf>, beside: &Path) -> Result<Option<String>> {
    match (policy, file) {
        (Some(_), Some(_)) => bail!("has both `policy` and `policy_file`"),
        (Some(FilePolicy::Text(text)), None) => Ok(Some(text)),
        (Some(FilePolicy::Table(table)), None) => {
            serde_json::to_string(&table).context("its policy cannot be written as JSON").map(Some)
        }
        (None, Some(file)) => read(&beside.join(file)).map(Some),
        (None, None) => Ok(None),
    }
}

#[allow(clippy::disallowed_methods)] // read once, before the server and its simulated disk exist
fn read(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("reading policy {}", path.display()))?;
    String::from_utf8(bytes).with_context(|| format!("policy {} is not UTF-8", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct File {
        identities: Vec<FileIdentity>,
    }

    fn identities(text: &str) -> Result<Option<Arc<Identities>>> {
        check(toml::from_str::<File>(text)?.identities, Path::new("."))
    }

    const KEYS: &str = "[[identities]]\naccess_key_id = \"AKID\"\nsecret_access_key = \"a secret\"\n";

    #[test]
    fn an_identity_without_a_policy_is_the_root_of_its_account() {
        let identities =
            identities(&format!("{KEYS}account = \"123456789012\"\n")).expect("legal").expect("one");
        let identity = identities.get("AKID").expect("there");
        assert_eq!(identity.arn(), "arn:aws:iam::123456789012:root");
        assert!(identity.policy.is_none());
    }

    #[test]
    fn a_policy_is_a_text_or_a_table() {
        for policy in [
            r#"policy = '{"Statement": {"Effect": "Allow", "Action": "kinesis:*", "Resource": "*"}}'"#,
            r#"policy.Statement = [{ Effect = "Allow", Action = ["kinesis:*"], Resource = "*" }]"#,
        ] {
            let identities = identities(&format!("{KEYS}{policy}\n")).expect(policy).expect("one");
            let identity = identities.get("AKID").expect("there");
            assert!(identity.policy.is_some());
            assert_eq!(identity.arn(), "arn:aws:iam::000000000000:user/AKID");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_the_key_and_without_the_secret() {
        for bad in [
            "account = \"12\"",
            "user = \"a b\"",
            "expires = \"tomorrow\"",
            "policy = '{}'",
            "policy = '{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"kinesis:PutRecrod\", \"Resource\": \"*\"}}'",
            "policy = '{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"a:b\", \"Resource\": \"*\", \"Condition\": {}}}'",
            "policy = '{}'\npolicy_file = \"x\"",
            "policy_file = \"/nonexistent/policy.json\"",
            "colour = \"red\"",
        ] {
            let error = format!("{:#}", identities(&format!("{KEYS}{bad}\n")).expect_err(bad));
            assert!(bad.starts_with("colour") || error.contains("AKID"), "{bad}: {error}");
            assert!(!error.contains("a secret"), "{error}");
        }
        assert!(identities(&format!("{KEYS}{KEYS}")).is_err(), "a key that stands twice");
        let short = KEYS.replace("a secret", "secret");
        assert!(identities(&short).is_err(), "a short secret");
    }
}
