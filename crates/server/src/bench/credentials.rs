//! Credentials and region from the environment or from a profile of the shared AWS files.
//!
//! The two sources every AWS tool reads first; SSO, instance roles and processes are deliberately left to
//! `aws configure export-credentials --format env`.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>

use std::path::PathBuf;

use anyhow::bail;

/// What a request is signed with.
#[derive(Clone)]
pub struct Credentials {
    pub access_key: String,
    pub secret_key: String,
    pub session_token: Option<String>,
}

/// The environment's credentials, else the profile's, else (on loopback, where any do) a made-up pair.
pub async fn credentials(loopback: bool) -> anyhow::Result<Credentials> {
    if let (Some(access_key), Some(secret_key)) = (env("AWS_ACCESS_KEY_ID"), env("AWS_SECRET_ACCESS_KEY")) {
        return Ok(Credentials { access_key, secret_key, session_token: env("AWS_SESSION_TOKEN") });
    }
    let file = read(env("AWS_SHARED_CREDENTIALS_FILE"), ".aws/credentials").await;
    let setting = |key| ini_value(&file, &profile(), key);
    if let (Some(access_key), Some(secret_key)) =
        (setting("aws_access_key_id"), setting("aws_secret_access_key"))
    {
        return Ok(Credentials { access_key, secret_key, session_token: setting("aws_session_token") });
    }
    if loopback {
        return Ok(Credentials { access_key: "test".into(), secret_key: "test".into(), session_token: None });
    }
    bail!(
        "no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile with keys in ~/.aws/credentials"
    )
}

/// The region to sign for: the endpoint's own where its name has one, else the environment's or the profile's.
pub async fn region(host: &str) -> String {
    if let Some(region) = region_of_host(host) {
        return region.to_owned();
    }
    if let Some(region) = env("AWS_REGION").or_else(|| env("AWS_DEFAULT_REGION")) {
        return region;
    }
    let file = read(env("AWS_CONFIG_FILE"), ".aws/config").await;
    let profile = profile();
    let section = if profile == "default" { profile } else { format!("profile {profile}") };
    ini_value(&file, &section, "region").unwrap_or_else(|| "us-east-1".into())
}

/// `kinesis.eu-west-1.amazonaws.com`, `kinesis-fips.us-east-1.amazonaws.com`, `kinesis.cn-north-1.amazonaws.com.cn`.
fn region_of_host(host: &str) -> Option<&str> {
    let mut labels = host.split('.');
    let service = labels.next()?;
    let region = labels.next()?;
    (service.starts_with("kinesis") && labels.next() == Some("amazonaws")).then_some(region)
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn profile() -> String {
    env("AWS_PROFILE").unwrap_or_else(|| "default".into())
}

async fn read(path: Option<String>, below_home: &str) -> String {
    let path = match (path, std::env::home_dir()) {
        (Some(path), _) => PathBuf::from(path),
        (None, Some(home)) => home.join(below_home),
        (None, None) => return String::new(),
    };
    tokio::fs::read_to_string(path).await.unwrap_or_default()
}

fn ini_value(text: &str, section: &str, key: &str) -> Option<String> {
    let mut here = false;
    for line in text.lines() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            here = name.trim() == section;
        } else if here
            && let Some((name, value)) = line.split_once('=')
            && name.trim() == key
        {
            return Some(value.trim().to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_in_its_own_section_only() {
        let text = "[default]\nregion = eu-west-1\n\n[profile dev]\nregion=us-west-2\n# region = no\n";
        assert_eq!(ini_value(text, "default", "region").as_deref(), Some("eu-west-1"));
        assert_eq!(ini_value(text, "profile dev", "region").as_deref(), Some("us-west-2"));
        assert_eq!(ini_value(text, "profile prod", "region"), None);
    }

    #[test]
    fn the_region_is_read_from_an_aws_host() {
        assert_eq!(region_of_host("kinesis.eu-central-1.amazonaws.com"), Some("eu-central-1"));
        assert_eq!(region_of_host("kinesis-fips.us-east-1.amazonaws.com"), Some("us-east-1"));
        assert_eq!(region_of_host("kinesis.cn-north-1.amazonaws.com.cn"), Some("cn-north-1"));
        assert_eq!(region_of_host("127.0.0.1"), None);
        assert_eq!(region_of_host("localhost"), None);
    }
}
