//! The canonical form of a request: what signer and verifier must agree on to the byte.
//!
//! Paths are as all services but S3 want them: dots and double slashes resolved, and each segment, encoded as it already is
//! on the wire, encoded once more. (S3 requests are verified by the S3 face's own protocol library.)

use std::borrow::Cow;

use http::HeaderMap;

/// Method, path, query, signed headers and the hash of the payload, a line each.
pub(crate) fn request(
    method: &str,
    path: &str,
    query: &str,
    headers: &str,
    signed_names: &str,
    payload: &str,
) -> String {
    format!("{method}\n{path}\n{query}\n{headers}\n{signed_names}\n{payload}")
}

/// Without `.` and `..` and empty segments, encoded.
pub(crate) fn path(raw: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in raw.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(kept.pop()),
            segment => kept.push(segment),
        }
    }
    let mut out = String::with_capacity(raw.len() + 2);
    for segment in &kept {
        out.push('/');
        encode_into(&mut out, segment.as_bytes());
    }
    let ends_in_directory = ["/", "/.", "/.."].iter().any(|end| raw.ends_with(end));
    if kept.is_empty() || ends_in_directory {
        out.push('/');
    }
    out
}

/// Sorted by name and value, each encoded; without the signature itself.
pub(crate) fn query(raw: &str) -> String {
    let mut pairs: Vec<(String, String)> = raw
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .filter(|(name, _)| *name != "X-Amz-Signature")
        .map(|(name, value)| (recoded(name), recoded(value)))
        .collect();
    pairs.sort_unstable();
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

/// A line for each signed header, its values trimmed and joined; `names` stand apart by semicolons.
///
/// HTTP/2 requests have their host in `authority`; clients sign it as `host` or, the AWS SDK for JavaScript, as `:authority`.
pub(crate) fn headers(headers: &HeaderMap, names: &str, authority: Option<&str>) -> String {
    let mut out = String::new();
    for name in names.split(';') {
        out.push_str(name);
        out.push(':');
        let mut first = true;
        for value in headers.get_all(name) {
            if !std::mem::take(&mut first) {
                out.push(',');
            }
            push_trimmed(&mut out, &String::from_utf8_lossy(value.as_bytes()));
        }
        if let (true, "host" | ":authority", Some(authority)) = (first, name, authority) {
            out.push_str(authority);
        }
        out.push('\n');
    }
    out
}

/// Runs of white space count as one space, none at the ends.
fn push_trimmed(out: &mut String, value: &str) {
    for (i, word) in value.split_ascii_whitespace().enumerate() {
        if i > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

fn recoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    encode_into(&mut out, &percent_decoded(text));
    out
}

/// RFC 3986: everything but the unreserved characters.
fn encode_into(out: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

/// Malformed escapes stay as they are.
pub(crate) fn percent_decoded(text: &str) -> Cow<'_, [u8]> {
    if !text.contains('%') {
        return Cow::Borrowed(text.as_bytes());
    }
    let hex = |b: u8| char::from(b).to_digit(16).map(|d| d as u8);
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at + 1).copied().and_then(hex).zip(bytes.get(at + 2).copied().and_then(hex));
        match escape {
            Some((high, low)) if bytes[at] == b'%' => {
                out.push(high << 4 | low);
                at += 3;
            }
            _ => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_and_encoded_once_more() {
        let cases = [
            ("", "/"),
            ("/", "/"),
            ("//", "/"),
            ("/./", "/"),
            ("/./example", "/example"),
            ("/foo/..", "/"),
            ("/foo/bar/../..", "/"),
            ("//example//", "/example/"),
            ("/example%20space/", "/example%2520space/"),
            ("/-._~0aZ", "/-._~0aZ"),
            ("/\u{1234}", "/%E1%88%B4"),
            ("/a/./b/../c/.", "/a/c/"),
        ];
        for (raw, expected) in cases {
            assert_eq!(path(raw), expected, "{raw}");
        }
    }

    #[test]
    fn queries_are_sorted_by_their_encoded_form() {
        let cases = [
            ("", ""),
            ("Param2=value2&Param1=value1", "Param1=value1&Param2=value2"),
            ("Param1=value2&Param1=Value1", "Param1=Value1&Param1=value2"),
            ("Param1", "Param1="),
            ("%E1%88%B4=bar", "%E1%88%B4=bar"),
            ("a=b%2fc&X-Amz-Signature=00", "a=b%2Fc"),
        ];
        for (raw, expected) in cases {
            assert_eq!(query(raw), expected, "{raw}");
        }
    }

    #[test]
    fn header_values_are_trimmed_and_joined() {
        let mut map = HeaderMap::new();
        for value in ["  a   b   c ", "z", "a"] {
            map.append("my-header", value.parse().expect("legal"));
        }
        assert_eq!(headers(&map, "host;my-header", Some("h:1")), "host:h:1\nmy-header:a b c,z,a\n");
        assert_eq!(headers(&map, ":authority", Some("h:1")), ":authority:h:1\n");
    }
}
