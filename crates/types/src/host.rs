//! Host names a page on the web cannot have taken: what keeps DNS rebinding out of faces that anybody may call.
//!
//! A name of an attacker that resolves to this machine makes a browser take the server for the attacker's own site. Such a
//! name must have been bought, so requests are served under the others: an IP address, a single label, or one of the
//! reserved local top-level domains. Source: RFC 6761, RFC 6762, RFC 9476.

use std::net::IpAddr;

/// The name in a `Host` header, without port and brackets.
pub fn host_name(host: &str) -> &str {
    if let Some(rest) = host.strip_prefix('[') {
        return rest.split(']').next().unwrap_or(rest);
    }
    host.rsplit_once(':').map_or(host, |(name, _)| name)
}

/// Whether a name (without port) is one that cannot be bought.
pub fn is_local_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    if name.parse::<IpAddr>().is_ok() {
        return true;
    }
    match name.rsplit_once('.') {
        None => !name.is_empty(),
        Some((_, top)) => matches!(top, "localhost" | "local" | "internal" | "test"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_can_be_bought_are_not_local() {
        for host in
            ["127.0.0.1:4566", "[::1]:4566", "localhost", "headwater:4566", "box.local.", "b.localhost:1"]
        {
            assert!(is_local_name(host_name(host)), "{host}");
        }
        for host in ["evil.example:4566", "127.0.0.1.evil.example", "evil.com", "", ":4566"] {
            assert!(!is_local_name(host_name(host)), "{host}");
        }
    }
}
