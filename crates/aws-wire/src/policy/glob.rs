//! Wildcards of policies: `*` stands for any characters, `?` for one.

/// In time proportional to the product of the lengths at worst, without recursion.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    // Where the last `*` stood, and how far what it stands for reaches.
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(c) if *c == '?' || *c == text[t] => {
                p += 1;
                t += 1;
            }
            _ => match &mut star {
                Some((at, reach)) => {
                    *reach += 1;
                    (p, t) = (*at + 1, *reach);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_what_they_should() {
        let cases = [
            ("", "", true),
            ("*", "", true),
            ("*", "anything", true),
            ("kinesis:Put*", "kinesis:PutRecords", true),
            ("kinesis:Put?ecord", "kinesis:PutRecord", true),
            ("kinesis:PutRecord", "kinesis:PutRecords", false),
            ("*:stream/a*b*c", "arn:stream/axxbyybzc", true),
            ("*:stream/a*b*c", "arn:stream/axxbyybz", false),
            ("a*", "b", false),
            ("?", "", false),
            ("ü?", "üß", true),
        ];
        for (pattern, text, expected) in cases {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn many_stars_take_no_exponential_time() {
        assert!(!matches(&"*a".repeat(200), &"a".repeat(190)));
    }
}
