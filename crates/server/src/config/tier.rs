//! `[store.tier]`: where old segments go beyond the data directory.
//!
//! `s3://bucket/prefix` is any S3 endpoint, `file:///directory` a directory of another disk, which is kept as the embedded
//! bucket directory is.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use headwater_connect::object::{BucketDir, EndpointConfig, ObjectError, ObjectTier, Objects, Remote};
use headwater_runtime::{Clock, Entropy};
use headwater_store::TierConfig;
use serde::Deserialize;

/// The bucket within a directory.
const DIRECTORY_BUCKET: &str = "headwater-tier";

/// The table as it stands in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTier {
    url: String,
    #[serde(default, deserialize_with = "super::duration")]
    older_than: Option<Duration>,
    cache_mib: Option<u32>,
    endpoint: Option<String>,
    region: Option<String>,
    access_key_id: Option<String>,
    secret_access_key: Option<String>,
    session_token: Option<String>,
    #[serde(default)]
    virtual_hosted_style: bool,
}

/// Where segments go, checked.
#[derive(Clone, Debug)]
pub struct StoreTier {
    place: Place,
    older_than: Option<Duration>,
    cache_mib: Option<u32>,
}

#[derive(Clone, Debug)]
enum Place {
    Bucket { endpoint: EndpointConfig, bucket: String, prefix: String },
    Directory(PathBuf),
}

impl FileTier {
    pub fn check(self) -> Result<StoreTier> {
        let Self { url, older_than, cache_mib, virtual_hosted_style, .. } = self;
        let endpoint = EndpointConfig {
            endpoint: self.endpoint,
            region: self.region,
            access_key_id: self.access_key_id,
            secret_access_key: self.secret_access_key,
            session_token: self.session_token,
            virtual_hosted_style,
        };
        let place = if let Some(rest) = url.strip_prefix("s3://") {
            let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            let prefix = prefix.trim_matches('/');
            if bucket.is_empty() || prefix.split('/').any(|part| matches!(part, "." | "..")) {
                bail!("store.tier.url {url:?} names no bucket; write s3://bucket or s3://bucket/prefix");
            }
            let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
            Place::Bucket { endpoint, bucket: bucket.to_owned(), prefix }
        } else if let Some(path) = url.strip_prefix("file://").filter(|path| path.starts_with('/')) {
            Place::Directory(path.into())
        } else {
            bail!("store.tier.url {url:?} is neither s3://bucket/prefix nor file:///directory");
        };
        Ok(StoreTier { place, older_than, cache_mib })
    }
}

impl StoreTier {
    /// Makes the tier ready. A bucket that is not there is told when something is moved, not here: the server starts
    /// without it.
    pub async fn open(&self, clock: Clock, entropy: Entropy) -> Result<TierConfig> {
        let runtime = tokio::runtime::Handle::current();
        let tier = match &self.place {
            Place::Bucket { endpoint, bucket, prefix } => {
                let root = format!("s3://{bucket}/{prefix}");
                ObjectTier::new(
                    Objects::Endpoint(Remote::new(endpoint.clone())),
                    bucket,
                    prefix,
                    &root,
                    runtime,
                )
            }
            Place::Directory(path) => {
                let context = || format!("opening the tier in {}", path.display());
                let buckets = BucketDir::open(path, clock, entropy).await.with_context(context)?;
                match buckets.create_bucket(DIRECTORY_BUCKET).await {
                    Ok(()) | Err(ObjectError::BucketExists { .. }) => {}
                    Err(error) => return Err(error).with_context(context),
                }
                let root = format!("{}/{DIRECTORY_BUCKET}/", path.display());
                ObjectTier::new(Objects::Embedded(buckets), DIRECTORY_BUCKET, "", &root, runtime)
            }
        };
        let mut config = TierConfig::new(std::sync::Arc::new(tier));
        config.older_than = self.older_than.unwrap_or(config.older_than);
        config.cache_bytes = self.cache_mib.map_or(config.cache_bytes, |mib| (mib as usize) << 20);
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<StoreTier> {
        toml::from_str::<FileTier>(text).expect("a table").check()
    }

    #[test]
    fn a_tier_is_a_bucket_with_or_without_a_prefix_or_a_directory() {
        for (url, expected) in
            [("s3://cold", "cold "), ("s3://cold/", "cold "), ("s3://cold/a/b", "cold a/b/")]
        {
            match check(&format!("url = {url:?}")).expect("legal").place {
                Place::Bucket { bucket, prefix, .. } => assert_eq!(format!("{bucket} {prefix}"), expected),
                Place::Directory(path) => panic!("{}", path.display()),
            }
        }
        let directory = check("url = \"file:///mnt/cold\"\nolder_than = \"2h\"").expect("legal");
        assert!(matches!(directory.place, Place::Directory(path) if path.ends_with("mnt/cold")));
        assert_eq!(directory.older_than, Some(Duration::from_secs(7200)));
        for url in ["cold", "s3://", "s3:///x", "file://relative", "s3://b/../c", "gs://cold"] {
            assert!(check(&format!("url = {url:?}")).is_err(), "{url}");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_directory_is_made_where_it_is_missing() {
        let dir = tempfile::tempdir().expect("a directory");
        let tier = check(&format!("url = \"file://{}/new\"", dir.path().display())).expect("legal");
        for _ in 0..2 {
            let config = tier.open(Clock::system(), Entropy::seeded(1)).await.expect("opened");
            let listed = tokio::task::spawn_blocking(move || config.tier.list("x/")).await.expect("no panic");
            assert_eq!(listed.expect("listed"), []);
        }
    }
}
