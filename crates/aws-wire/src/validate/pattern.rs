//! The models' regular expressions, compiled at first use and kept: their number is that of the models.
//!
//! They are Java's: `\d`, `\w` and `\s` mean ASCII there, and a match is one of the whole text.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use headwater_aws_shapes::schema::Pattern;
use regex::Regex;

static COMPILED: LazyLock<RwLock<HashMap<&'static str, Arc<Regex>>>> = LazyLock::new(RwLock::default);

pub(super) fn matches(pattern: &Pattern, text: &str) -> bool {
    // A panic while the lock was held cannot leave the map half changed.
    let known = COMPILED.read().unwrap_or_else(PoisonError::into_inner).get(pattern.matcher).cloned();
    let regex = known.unwrap_or_else(|| {
        let regex = Arc::new(compile(pattern.matcher).expect("a test compiles every pattern of the models"));
        COMPILED.write().unwrap_or_else(PoisonError::into_inner).insert(pattern.matcher, regex.clone());
        regex
    });
    regex.is_match(text)
}

fn compile(java: &str) -> Result<Regex, regex::Error> {
    let mut out = String::from(r"\A(?:");
    let mut chars = java.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('d') => out.push_str("[0-9]"),
            Some('w') => out.push_str("[0-9A-Za-z_]"),
            Some('s') => out.push_str(r"[ \t\n\x0B\x0C\r]"),
            Some('S') => out.push_str(r"[^ \t\n\x0B\x0C\r]"),
            // Letters, digits and `_` need no escape, and Rust knows none for them but these.
            Some(c) if c == '_' || (c.is_ascii_alphanumeric() && !"pPuxtnr".contains(c)) => out.push(c),
            Some(c) => out.extend(['\\', c]),
            None => out.push('\\'),
        }
    }
    out.push_str(r")\z");
    Regex::new(&out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use headwater_aws_shapes::schema::{Service, Shape, Structure};
    use headwater_aws_shapes::{firehose, kinesis};

    use super::*;

    fn patterns(service: &Service) -> BTreeSet<(&'static str, &'static str)> {
        fn structure(
            at: &'static Structure,
            seen: &mut BTreeSet<*const Structure>,
            out: &mut BTreeSet<(&str, &str)>,
        ) {
            if seen.insert(at) {
                at.members.iter().for_each(|m| shape(m.shape, seen, out));
            }
        }
        fn shape(
            at: &'static Shape,
            seen: &mut BTreeSet<*const Structure>,
            out: &mut BTreeSet<(&str, &str)>,
        ) {
            match at {
                Shape::String(text) => out.extend(text.pattern.map(|p| (p.text, p.matcher))),
                Shape::List { member, .. } => shape(member, seen, out),
                Shape::Map { key, value, .. } => {
                    shape(key, seen, out);
                    shape(value, seen, out);
                }
                Shape::Structure(inner) => structure(inner, seen, out),
                _ => {}
            }
        }
        let (mut seen, mut out) = (BTreeSet::new(), BTreeSet::new());
        for operation in service.operations {
            for side in [operation.input, operation.output].into_iter().flatten() {
                structure(side, &mut seen, &mut out);
            }
        }
        out
    }

    #[test]
    fn every_pattern_of_the_models_compiles() {
        for service in [&kinesis::SERVICE, &firehose::SERVICE] {
            let patterns = patterns(service);
            assert!(patterns.len() > 10);
            for (text, matcher) in patterns {
                compile(matcher).unwrap_or_else(|e| panic!("{text}: {e}"));
            }
        }
    }

    #[test]
    fn patterns_match_the_whole_text_and_mean_ascii() {
        let check = |java: &'static str, text: &str| matches(&Pattern { text: java, matcher: java }, text);
        assert!(check("[a-zA-Z0-9_.-]+", "a.b-c_1"));
        assert!(!check("[a-zA-Z0-9_.-]+", "a b"));
        assert!(!check("[a-zA-Z0-9_.-]+", "a\n"));
        assert!(!check(r"\d{12}", "１２３４５６７８９０１２"));
        assert!(check(
            r"arn:aws.*:kinesis:.*:\d{12}:stream/\S+",
            "arn:aws:kinesis:us-east-1:123456789012:stream/a"
        ));
        assert!(check(r"^(0|([1-9]\d{0,38}))$", "340282366920938463463374607431768211455"));
        assert!(!check(r"^(0|([1-9]\d{0,38}))$", "01"));
    }

    #[test]
    fn look_ahead_is_replaced_by_the_same_language() {
        let tag = patterns(&firehose::SERVICE);
        let of = |text: &str| tag.iter().find(|(t, _)| *t == text).copied().expect("in the model");
        let (text, matcher) = of(r"^(?!aws:)[\p{L}\p{Z}\p{N}_.:\/=+\-@%]*$");
        let tag = Pattern { text, matcher };
        for legal in
            ["", "a", "aw", "aws", "aws-x", "awsome", "ab:c", "Kostenstelle ü", "x=1", "a:", "aw:", "awss:"]
        {
            assert!(matches(&tag, legal), "{legal}");
        }
        for illegal in ["aws:", "aws:x", "a;b", "a\tb"] {
            assert!(!matches(&tag, illegal), "{illegal}");
        }
        let (text, matcher) = of(r"^(?!\s*$).+");
        let filled = Pattern { text, matcher };
        assert!(matches(&filled, " a "));
        assert!(!matches(&filled, "  ") && !matches(&filled, ""));
    }
}
