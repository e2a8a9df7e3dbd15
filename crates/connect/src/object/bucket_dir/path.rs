//! Object keys as file paths, without loss: every S3 key of up to 1,024 bytes has exactly one path, and the usual key
//! (`2026/11/23/04/orders-1-....gz`) is its own path, so that a user can read a bucket with `ls`.
//!
//! `%` never stands unescaped in a key's path, so it marks what a file system cannot hold: empty and dot components,
//! control characters, components over 200 bytes (split into nested directories), and an object whose key is also the
//! directory of another (`a` beside `a/b`), which is stored as `a%o`.

use std::path::{Path, PathBuf};

use super::super::ObjectError;

/// Longest S3 key. <https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html>
pub(crate) const KEY_BYTES_MAX: usize = 1024;
/// Longest piece of a key in one file name; below every file system's 255 with room for escapes' suffixes.
const COMPONENT_BYTES_MAX: usize = 200;

const EMPTY: &str = "%e";
const SPLIT: &str = "%-";
const BESIDE_DIRECTORY: &str = "%o";

/// The path of an object's file, relative to its bucket.
pub(crate) fn path_of_key(key: &str) -> Result<PathBuf, ObjectError> {
    if key.is_empty() {
        return Err(ObjectError::InvalidKey { reason: "it is empty" });
    }
    if key.len() > KEY_BYTES_MAX {
        return Err(ObjectError::InvalidKey { reason: "it is longer than 1,024 bytes" });
    }
    let mut path = PathBuf::new();
    for component in key.split('/') {
        push_component(&mut path, component);
    }
    Ok(path)
}

/// Where the object lives when a directory has its plain name.
pub(crate) fn beside_directory(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(BESIDE_DIRECTORY);
    path.with_file_name(name)
}

fn push_component(path: &mut PathBuf, component: &str) {
    if component.is_empty() {
        return path.push(EMPTY);
    }
    let escaped = escape(component);
    let mut rest = escaped.as_str();
    while rest.len() > COMPONENT_BYTES_MAX {
        let cut = split_point(rest);
        path.push(format!("{}{SPLIT}", &rest[..cut]));
        rest = &rest[cut..];
    }
    path.push(rest);
}

/// The last place at or before the limit that splits neither a character nor an escape.
fn split_point(text: &str) -> usize {
    let mut cut = COMPONENT_BYTES_MAX;
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    match text[..cut].rfind('%') {
        Some(escape) if escape + 3 > cut => escape,
        _ => cut,
    }
}

fn escape(component: &str) -> String {
    if component == "." {
        return "%2E".to_owned();
    }
    if component == ".." {
        return "%2E%2E".to_owned();
    }
    let mut escaped = String::with_capacity(component.len());
    for c in component.chars() {
        if c == '%' || c.is_ascii_control() {
            escaped.push_str(&format!("%{:02X}", c as u32));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// What a directory entry adds to the key of everything below it, or to its own.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A whole component: a directory adds it with a slash.
    Whole(String),
    /// The beginning of a long component: the rest follows below, without a slash.
    Beginning(String),
}

/// Reads a file name back; `None` for a name this module never writes, which listings then skip.
pub(crate) fn piece_of_name(name: &str) -> Option<Piece> {
    if name == EMPTY {
        return Some(Piece::Whole(String::new()));
    }
    if let Some(beginning) = name.strip_suffix(SPLIT) {
        return unescape(beginning).map(Piece::Beginning);
    }
    let plain = name.strip_suffix(BESIDE_DIRECTORY).unwrap_or(name);
    if plain == EMPTY {
        return Some(Piece::Whole(String::new()));
    }
    unescape(plain).map(Piece::Whole)
}

fn unescape(name: &str) -> Option<String> {
    let mut pieces = name.split('%');
    let mut key = pieces.next()?.to_owned();
    for piece in pieces {
        let code = u8::from_str_radix(piece.get(..2)?, 16).ok().filter(u8::is_ascii)?;
        key.push(char::from(code));
        key.push_str(&piece[2..]);
    }
    Some(key)
}

/// S3's rules as far as they protect the directory: the name is one plain path component and one DNS label or more.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
pub(crate) fn check_bucket_name(bucket: &str) -> Result<(), ObjectError> {
    let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
    let edge = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let bytes = bucket.as_bytes();
    let good = (3..=63).contains(&bytes.len())
        && bytes.iter().copied().all(legal)
        && edge(bytes.first())
        && edge(bytes.last())
        && !bucket.contains("..");
    if good { Ok(()) } else { Err(ObjectError::InvalidBucketName { bucket: bucket.to_owned() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of_path(path: &Path) -> String {
        let mut key = String::new();
        let mut slash = false;
        for component in path.components() {
            if slash {
                key.push('/');
            }
            match piece_of_name(component.as_os_str().to_str().unwrap()).unwrap() {
                Piece::Whole(piece) => {
                    key.push_str(&piece);
                    slash = true;
                }
                Piece::Beginning(piece) => {
                    key.push_str(&piece);
                    slash = false;
                }
            }
        }
        key
    }

    #[test]
    fn an_ordinary_key_is_its_own_path() {
        let key = "logs/2026/11/23/04/orders-1-2026-11-23-04-05-06-0b1c.gz";
        assert_eq!(path_of_key(key).unwrap(), Path::new(key));
    }

    #[test]
    fn every_key_comes_back_from_its_path_and_stays_below_the_bucket() {
        let long = "ä%".repeat(200);
        for key in [
            "a",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "../../etc/passwd",
            "a/./b",
            "100%",
            "%o",
            "%e",
            "x%-",
            "a\n\0b",
            &long,
        ] {
            let path = path_of_key(key).unwrap();
            assert!(
                path.components().all(|c| matches!(c, std::path::Component::Normal(_))),
                "{key:?} -> {path:?}"
            );
            assert!(path.components().all(|c| c.as_os_str().len() <= 255), "{key:?} -> {path:?}");
            assert_eq!(key_of_path(&path), key);
        }
    }

    #[test]
    fn two_keys_never_share_a_path() {
        let keys = ["a", "a%o", "a/", "a//", "a%", "a%25", "a%e", "%e", "", "."];
        let paths: std::collections::HashSet<_> = keys.iter().filter_map(|k| path_of_key(k).ok()).collect();
        assert_eq!(paths.len(), keys.len() - 1, "only the empty key is refused");
    }

    #[test]
    fn a_bucket_name_cannot_leave_the_root() {
        for bad in ["", "ab", "..", "...", "a/b", "_console", ".headwater", "Upper", "a..b", "-ab", "ab-"] {
            assert!(check_bucket_name(bad).is_err(), "{bad}");
        }
        for good in ["abc", "my-bucket", "my.bucket.1"] {
            assert!(check_bucket_name(good).is_ok(), "{good}");
        }
    }
}
