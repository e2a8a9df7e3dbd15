//! Who may speak to the API: pages served by this server, and programs. Not a web page from elsewhere that happens to
//! run in a browser on the same machine.
//!
//! Two attacks are met. **Cross-site requests**: a browser names the page's origin in `Origin` (always on WebSocket
//! handshakes and on requests that change something); it must be this server's own. **DNS rebinding**: a name of the
//! attacker that resolves to this machine makes `Origin` and `Host` agree, so `Host` itself must be a name that cannot be
//! bought (`headwater_types::host`).
//! Source: <https://fetch.spec.whatwg.org/#origin-header>.

use headwater_types::host::{host_name, is_local_name};
use http::header::{HOST, ORIGIN};
use http::{HeaderMap, Method, Uri};

use crate::fault::Fault;

/// Refuses a request that a page of another site has sent. `trusted_hosts` are further names this server goes by.
pub(crate) fn check(
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    upgrade: bool,
    trusted_hosts: &[String],
) -> Result<(), Fault> {
    let host = authority(uri, headers).ok_or_else(|| Fault::bad_request("the request names no host"))?;
    if !is_local_name(host_name(host))
        && !trusted_hosts.iter().any(|name| name.eq_ignore_ascii_case(host_name(host)))
    {
        return Err(Fault::forbidden(format!(
            "host `{}` is not a name of this server; use its address or add the name to `hosts` in the configuration",
            host_name(host)
        )));
    }
    let changes_something = !matches!(*method, Method::GET | Method::HEAD);
    if !changes_something && !upgrade {
        return Ok(());
    }
    if let Some(origin) = headers.get(ORIGIN) {
        let same = origin.to_str().is_ok_and(|origin| is_same(origin, host));
        if !same {
            return Err(Fault::forbidden("the request comes from a page of another origin"));
        }
    }
    let site = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    match site {
        Some("cross-site" | "same-site") => {
            Err(Fault::forbidden("the request comes from a page of another site"))
        }
        _ => Ok(()),
    }
}

fn authority<'a>(uri: &'a Uri, headers: &'a HeaderMap) -> Option<&'a str> {
    match headers.get(HOST) {
        Some(host) => host.to_str().ok(),
        None => uri.authority().map(|authority| authority.as_str()), // HTTP/2 sends :authority
    }
}

fn is_same(origin: &str, host: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let default_port = match scheme {
        "http" => ":80",
        "https" => ":443",
        _ => return false,
    };
    let plain = |text: &str| text.to_ascii_lowercase().trim_end_matches(default_port).to_owned();
    plain(authority) == plain(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    fn allowed(method: Method, upgrade: bool, pairs: &[(&'static str, &str)]) -> bool {
        check(
            &method,
            &Uri::from_static("/_api/v1/live"),
            &headers(pairs),
            upgrade,
            &["streams.example.com".into()],
        )
        .is_ok()
    }

    #[test]
    fn a_program_without_an_origin_is_served() {
        assert!(allowed(Method::POST, false, &[("host", "127.0.0.1:4566")]));
        assert!(allowed(Method::GET, true, &[("host", "[::1]:4566")]));
    }

    #[test]
    fn the_servers_own_page_is_served() {
        for (host, origin) in [
            ("127.0.0.1:4566", "http://127.0.0.1:4566"),
            ("localhost:4566", "http://localhost:4566"),
            ("localhost", "http://localhost:80"),
            ("headwater:4566", "http://headwater:4566"),
            ("streams.example.com", "https://streams.example.com"),
        ] {
            assert!(allowed(Method::POST, false, &[("host", host), ("origin", origin)]), "{origin}");
            assert!(allowed(Method::GET, true, &[("host", host), ("origin", origin)]), "{origin}");
        }
    }

    #[test]
    fn a_page_of_another_origin_is_refused() {
        for origin in ["http://evil.example", "http://127.0.0.1:8080", "http://127.0.0.1", "null", "file://"]
        {
            let pairs = [("host", "127.0.0.1:4566"), ("origin", origin)];
            assert!(!allowed(Method::POST, false, &pairs), "{origin}");
            assert!(!allowed(Method::DELETE, false, &pairs), "{origin}");
            assert!(!allowed(Method::GET, true, &pairs), "{origin}");
        }
        assert!(!allowed(
            Method::POST,
            false,
            &[("host", "localhost:4566"), ("sec-fetch-site", "cross-site")]
        ));
    }

    #[test]
    fn a_rebound_name_is_refused_even_for_reading() {
        for host in ["evil.example:4566", "127.0.0.1.evil.example", "evil.com"] {
            assert!(!allowed(Method::GET, false, &[("host", host)]), "{host}");
            let origin = format!("http://{host}");
            assert!(!allowed(Method::GET, true, &[("host", host), ("origin", &origin)]), "{host}");
        }
        assert!(!allowed(Method::GET, false, &[]));
    }
}
