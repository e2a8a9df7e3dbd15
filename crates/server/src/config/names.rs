//! What the configuration names: hosts, endpoints and actions of policies. A name that can never match is told at the start,
//! because what it was meant to allow, or to forbid, would silently not be.

use std::net::IpAddr;

use anyhow::{Context, Result, ensure};
use headwater_aws_shapes::schema::Service;
use headwater_aws_wire::Policy;
use http::Uri;

/// The console's and the API's own permissions, and those of the S3 face, which has no model.
const FURTHER_ACTIONS: &[(&str, &[&str])] =
    &[("headwater", &["View", "Manage"]), ("s3", headwater_s3::ACTIONS)];

fn modelled() -> [&'static Service; 5] {
    [
        headwater_kinesis::TABLE.service,
        headwater_firehose::TABLE.service,
        headwater_dynamodb::TABLE.service,
        headwater_cloudwatch::TABLE.service,
        headwater_sts::TABLE.service,
    ]
}

/// A name under which this server is reached: what a `Host` header can say, without its port.
pub fn check_host(host: &str) -> Result<()> {
    let is_label = |label: &str| {
        let legal = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        (1..=63).contains(&label.len()) && label.bytes().all(legal)
    };
    let is_name = host.len() <= 253 && host.split('.').all(is_label);
    ensure!(
        is_name || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok(),
        "hosts: `{host}` is no host name and no address; write streams.example.com, without a scheme, a port or wildcards"
    );
    Ok(())
}

/// An origin as browsers write it. Every page may ask only where it needs a secret to get anything, as on AWS.
pub fn check_origin(origin: &str, checks_credentials: bool) -> Result<()> {
    if origin == "*" {
        ensure!(
            checks_credentials,
            "origins: `*` lets every web page use this server; configure [[identities]] first"
        );
        return Ok(());
    }
    let (scheme, host) = origin.split_once("://").unwrap_or_default();
    let is_authority = !host.is_empty() && !host.contains(['/', '?', '#', '@', '*', ' ']);
    ensure!(
        matches!(scheme, "http" | "https") && is_authority && host == host.to_ascii_lowercase(),
        "origins: `{origin}` is not of the form https://app.example.com, with a port where it is not the usual one"
    );
    Ok(())
}

/// Where objects go: an address that an S3 client can call.
pub fn check_endpoint(endpoint: &str) -> Result<()> {
    let wrong = || format!("[s3] endpoint: `{endpoint}` is not of the form http://host:port or https://host");
    let uri: Uri = endpoint.parse().with_context(wrong)?;
    let is_http = matches!(uri.scheme_str(), Some("http" | "https"));
    ensure!(is_http && uri.host().is_some_and(|host| !host.is_empty()), wrong());
    Ok(())
}

/// Every action of a policy is, or may stand for, one of a service that answers here.
pub fn check_actions(policy: &Policy) -> Result<()> {
    let services = modelled();
    let of_models = services.iter().flat_map(|service| {
        service.operations.iter().map(|operation| format!("{}:{}", service.iam_prefix, operation.name))
    });
    let further = FURTHER_ACTIONS
        .iter()
        .flat_map(|(service, actions)| actions.iter().map(move |action| format!("{service}:{action}")));
    let known: Vec<String> = of_models.chain(further).map(|action| action.to_ascii_lowercase()).collect();
    if let Some(unknown) = policy.action_unlike(&known) {
        let prefixes = services.map(|service| service.iam_prefix).join(", ");
        anyhow::bail!(
            "Action {unknown} stands for nothing that this server does: services are {prefixes}, s3 and headwater, and \
             their actions are their operations"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names_or_addresses() {
        for good in ["streams.example.com", "headwater", "a_b.internal", "10.0.0.1", "::1", "[::1]"] {
            check_host(good).expect(good);
        }
        for bad in ["*", "*.example.com", "http://a", "a:4566", "", "a..b", "a b", &"x".repeat(64)] {
            let error = check_host(bad).expect_err(bad).to_string();
            assert!(error.contains(&format!("`{bad}`")), "{error}");
        }
    }

    #[test]
    fn origins_are_as_browsers_write_them() {
        for good in ["https://app.example.com", "http://app.test:8080"] {
            check_origin(good, false).expect(good);
        }
        for bad in [
            "app.example.com",
            "https://app.example.com/",
            "https://*.example.com",
            "ftp://a",
            "https://A.b",
            "null",
            "",
        ] {
            assert!(check_origin(bad, true).is_err(), "{bad}");
        }
        assert!(check_origin("*", false).is_err(), "anybody's page with any credentials");
        check_origin("*", true).expect("pages need a secret");
    }

    #[test]
    fn endpoints_are_http() {
        for good in ["http://localhost:9000", "https://s3.example.com", "http://[::1]:9000/"] {
            check_endpoint(good).expect(good);
        }
        for bad in ["ftp://x", "localhost:9000", "minio", "", "http://", "s3://bucket"] {
            assert!(check_endpoint(bad).is_err(), "{bad}");
        }
    }

    fn policy(action: &str) -> Policy {
        let text =
            format!(r#"{{"Statement": {{"Effect": "Allow", "Action": "{action}", "Resource": "*"}}}}"#);
        Policy::of_identity(&text).expect("a policy")
    }

    #[test]
    fn actions_are_those_of_the_services_here() {
        for good in [
            "kinesis:PutRecord",
            "KINESIS:putrecord",
            "kinesis:*",
            "*",
            "kinesis:Put*",
            "s3:GetObject",
            "headwater:View",
        ] {
            check_actions(&policy(good)).expect(good);
        }
        for bad in ["kinesis:PutRecrod", "kinsis:*", "kinesis:Putt*", "s3:FetchObject"] {
            let error = check_actions(&policy(bad)).expect_err(bad).to_string();
            assert!(error.contains(&bad.to_ascii_lowercase()), "{error}");
        }
    }
}
