//! An expression's text as tokens, with where each stands, so that messages can show what is near.

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A bare name; keywords and functions are names too.
    Name(String),
    /// `#name`, with its mark.
    NameRef(String),
    /// `:value`, with its mark.
    ValueRef(String),
    Integer(usize),
    /// Digits beyond every index.
    HugeInteger(String),
    /// `(`, `<=` and the like.
    Symbol(&'static str),
    End,
}

#[derive(Clone, Debug)]
pub struct Placed {
    pub token: Token,
    pub start: usize,
    pub end: usize,
}

/// The text that no token begins with, and what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub token: String,
    pub near: String,
}

/// The largest index of a list that the service reads.
const INDEX_MAX: usize = i32::MAX as usize;

const SYMBOLS: [&str; 14] = ["<>", "<=", ">=", "=", "<", ">", "(", ")", "[", "]", ",", ".", "+", "-"];

/// All tokens of a text; the last is [`Token::End`].
pub fn tokens(text: &str) -> Result<Vec<Placed>, Unreadable> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let (token, length) =
            token(&text[at..]).ok_or_else(|| unreadable(text, at, first.len_utf8(), &out))?;
        out.push(Placed { token, start: at, end: at + length });
        at += length;
    }
    let end = out.last().map_or(0, |last| last.end);
    out.push(Placed { token: Token::End, start: end, end });
    Ok(out)
}

fn token(rest: &str) -> Option<(Token, usize)> {
    let word = |from: usize| {
        let tail = &rest[from..];
        from + tail.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tail.len())
    };
    let first = rest.chars().next()?;
    if first == '#' || first == ':' {
        let end = word(1);
        let text = rest[..end].to_owned();
        return (end > 1)
            .then_some((if first == '#' { Token::NameRef(text) } else { Token::ValueRef(text) }, end));
    }
    if first.is_ascii_digit() {
        let end = word(0);
        let digits = &rest[..end];
        let is_number = digits.bytes().all(|b| b.is_ascii_digit());
        // More digits than any list has elements are told by the parser, which knows that they were to be an index.
        let token = || match digits.parse::<usize>() {
            Ok(index) if index <= INDEX_MAX => Token::Integer(index),
            _ => Token::HugeInteger(digits.to_owned()),
        };
        return is_number.then(|| (token(), end));
    }
    if first.is_alphabetic() {
        let end = word(0);
        return Some((Token::Name(rest[..end].to_owned()), end));
    }
    SYMBOLS.into_iter().find(|s| rest.starts_with(s)).map(|s| (Token::Symbol(s), s.len()))
}

fn unreadable(text: &str, at: usize, length: usize, before: &[Placed]) -> Unreadable {
    let start = before.last().map_or(at, |previous| previous.start);
    let after = &text[at + length..];
    let end = after.char_indices().nth(8).map_or(text.len(), |(offset, _)| at + length + offset);
    Unreadable { token: text[at..at + length].to_owned(), near: text[start..end].to_owned() }
}
