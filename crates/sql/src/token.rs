//! From characters to tokens, each with its place.
//!
//! The lexical rules are Flink's: back-ticks quote identifiers, single quotes strings, identifiers keep their case, `--` and
//! `//` begin a comment, `/*+` a hint. A token is a slice of the text; nothing is unescaped until the parser wants it.
//! Source: Calcite's `Parser.jj` with `Lex.JAVA`, as Flink sets it.

use headwater_types::limits::SQL_TEXT_BYTES_MAX;

use crate::error::{Position, SqlError, SqlResult};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A bare word: a keyword or an identifier, which the parser tells apart.
    Word,
    /// `` `identifier` ``, quotes included.
    QuotedWord,
    /// `'text'`, quotes included.
    String,
    /// `X'0A'`, prefix and quotes included.
    BinaryString,
    /// `12`
    Integer,
    /// `1.5`
    Decimal,
    /// `1e10`
    Approximate,
    /// One of [`SYMBOLS`].
    Symbol,
    /// `/*+`; the hint's content follows as tokens, then the symbol `*/`.
    HintStart,
    /// After the last token.
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub kind: TokenKind,
    pub text: &'a str,
    pub position: Position,
    /// Where `text` begins in the whole text, in bytes.
    pub offset: usize,
}

/// Every operator and delimiter; a longer one stands before its prefix.
const SYMBOLS: &[&str] = &[
    "=>", "<>", "!=", "<=", ">=", "||", "(", ")", "[", "]", "{", "}", ",", ";", ".", "=", "<", ">", "+", "-",
    "*", "/", "%", ":", "?", "|", "@",
];

/// Cuts a text into tokens, the last of which is `End`.
pub fn tokenize(text: &str) -> SqlResult<Vec<Token<'_>>> {
    if text.len() > SQL_TEXT_BYTES_MAX {
        let message = format!("the text has {} bytes; at most {SQL_TEXT_BYTES_MAX} are read", text.len());
        return Err(SqlError::at(Position::new(1, 1), message));
    }
    let mut lexer = Lexer { text, offset: 0, position: Position::new(1, 1), in_hint: false };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.next_token()?;
        tokens.push(token);
        if token.kind == TokenKind::End {
            return Ok(tokens);
        }
    }
}

impl Token<'_> {
    pub fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == TokenKind::Symbol && self.text == symbol
    }

    /// Whether this is the bare word `keyword`, in any case.
    pub fn is_word(&self, keyword: &str) -> bool {
        self.kind == TokenKind::Word && self.text.eq_ignore_ascii_case(keyword)
    }

    pub fn end(&self) -> usize {
        self.offset + self.text.len()
    }
}

struct Lexer<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
    in_hint: bool,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves over the next `bytes` bytes, which end at a character's boundary.
    fn advance(&mut self, bytes: usize) -> &'a str {
        let passed = &self.rest()[..bytes];
        for c in passed.chars() {
            if c == '\n' {
                self.position = Position::new(self.position.line + 1, 1);
            } else {
                self.position.column += 1;
            }
        }
        self.offset += bytes;
        passed
    }

    fn next_token(&mut self) -> SqlResult<Token<'a>> {
        self.skip_blanks_and_comments()?;
        let (offset, position) = (self.offset, self.position);
        let token = |kind, text| Token { kind, text, position, offset };
        let Some(first) = self.peek() else {
            return Ok(token(TokenKind::End, ""));
        };
        if self.rest().starts_with("/*+") {
            self.in_hint = true;
            return Ok(token(TokenKind::HintStart, self.advance(3)));
        }
        if self.in_hint && self.rest().starts_with("*/") {
            self.in_hint = false;
            return Ok(token(TokenKind::Symbol, self.advance(2)));
        }
        match first {
            '\'' => self.quoted('\'', "string").map(|text| token(TokenKind::String, text)),
            '`' => self.quoted('`', "quoted identifier").map(|text| token(TokenKind::QuotedWord, text)),
            '"' => Err(SqlError::at(position, "a double quote begins nothing in this dialect")
                .with_hint("quote identifiers with back-ticks and strings with single quotes")),
            'x' | 'X' if self.rest()[1..].starts_with('\'') => {
                self.advance(1);
                let text = self.quoted('\'', "binary string")?;
                Ok(token(TokenKind::BinaryString, &self.text[offset..offset + 1 + text.len()]))
            }
            c if c.is_ascii_digit() => Ok(self.number(token)),
            '.' if self.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) => Ok(self.number(token)),
            c if begins_word(c) => {
                let rest = self.rest();
                let end = rest.find(|c| !continues_word(c)).unwrap_or(rest.len());
                Ok(token(TokenKind::Word, self.advance(end)))
            }
            other => match SYMBOLS.iter().find(|s| self.rest().starts_with(**s)) {
                Some(symbol) => Ok(token(TokenKind::Symbol, self.advance(symbol.len()))),
                None => {
                    Err(SqlError::at(position, format!("unexpected character '{}'", other.escape_debug())))
                }
            },
        }
    }

    fn skip_blanks_and_comments(&mut self) -> SqlResult<()> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            if blank > 0 {
                self.advance(blank);
            } else if rest.starts_with("--") || rest.starts_with("//") {
                self.advance(rest.find('\n').unwrap_or(rest.len()));
            } else if rest.starts_with("/*") && !rest.starts_with("/*+") {
                let Some(end) = rest[2..].find("*/") else {
                    return Err(SqlError::at(self.position, "this comment does not end")
                        .with_hint("close it with '*/'"));
                };
                self.advance(end + 4);
            } else {
                return Ok(());
            }
        }
    }

    /// A text between two quotes in which the quote itself is written twice.
    fn quoted(&mut self, quote: char, what: &str) -> SqlResult<&'a str> {
        let (rest, position) = (self.rest(), self.position);
        let mut chars = rest.char_indices().skip(1).peekable();
        while let Some((at, c)) = chars.next() {
            if c != quote {
                continue;
            }
            if chars.peek().is_some_and(|(_, next)| *next == quote) {
                chars.next();
                continue;
            }
            return Ok(self.advance(at + 1));
        }
        Err(SqlError::at(position, format!("this {what} does not end"))
            .with_hint(format!("close it with {quote}")))
    }

    fn number(&mut self, token: impl Fn(TokenKind, &'a str) -> Token<'a>) -> Token<'a> {
        let bytes = self.rest().as_bytes();
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let mut end = digits(0);
        let mut kind = TokenKind::Integer;
        if bytes.get(end) == Some(&b'.') {
            end = digits(end + 1);
            kind = TokenKind::Decimal;
        }
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent_end = digits(end + 1 + sign);
            if exponent_end > end + 1 + sign {
                end = exponent_end;
                kind = TokenKind::Approximate;
            }
        }
        token(kind, self.advance(end))
    }
}

fn begins_word(c: char) -> bool {
    c.is_alphabetic() || c == '_' || c == '$'
}

fn continues_word(c: char) -> bool {
    begins_word(c) || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(TokenKind, &str)> {
        tokenize(text).unwrap().into_iter().map(|t| (t.kind, t.text)).collect()
    }

    #[test]
    fn words_strings_numbers_and_symbols_are_told_apart() {
        use TokenKind::*;
        let expect = [
            (Word, "SELECT"),
            (QuotedWord, "`a``b`"),
            (Symbol, ","),
            (String, "'it''s'"),
            (Symbol, "||"),
            (Integer, "12"),
            (Decimal, "1.5"),
            (Decimal, ".5"),
            (Approximate, "1e-3"),
            (Integer, "7"),
            (Word, "e"),
            (BinaryString, "x'0A'"),
            (Symbol, "<="),
            (Word, "größe_1$"),
            (End, ""),
        ];
        assert_eq!(kinds("SELECT `a``b`, 'it''s' || 12 1.5 .5 1e-3 7e x'0A' <= größe_1$"), expect);
    }

    #[test]
    fn comments_vanish_and_hints_stay() {
        use TokenKind::*;
        let text = "a -- one\n/* two\n*/ b // three\n/*+ OPTIONS('k'='v') */ * /";
        let expect = [
            (Word, "a"),
            (Word, "b"),
            (HintStart, "/*+"),
            (Word, "OPTIONS"),
            (Symbol, "("),
            (String, "'k'"),
            (Symbol, "="),
            (String, "'v'"),
            (Symbol, ")"),
            (Symbol, "*/"),
            (Symbol, "*"),
            (Symbol, "/"),
            (End, ""),
        ];
        assert_eq!(kinds(text), expect);
    }

    #[test]
    fn positions_count_characters_from_one() {
        let tokens = tokenize("é x\n  'ü\n' y").unwrap();
        let places: Vec<_> = tokens.iter().map(|t| (t.position.line, t.position.column)).collect();
        assert_eq!(places, [(1, 1), (1, 3), (2, 3), (3, 3), (3, 4)]);
    }

    #[test]
    fn what_cannot_be_a_token_is_refused_where_it_stands() {
        for (text, expect) in [
            ("SELECT 'abc", "line 1, column 8: this string does not end (close it with ')"),
            ("a\n /* b", "line 2, column 2: this comment does not end (close it with '*/')"),
            ("`a", "line 1, column 1: this quoted identifier does not end (close it with `)"),
            ("a ^ b", "line 1, column 3: unexpected character '^'"),
            (
                "\"a\"",
                "line 1, column 1: a double quote begins nothing in this dialect \
                 (quote identifiers with back-ticks and strings with single quotes)",
            ),
        ] {
            assert_eq!(tokenize(text).unwrap_err().to_string(), expect);
        }
    }

    #[test]
    fn a_text_beyond_the_limit_is_refused_before_it_is_read() {
        let error = tokenize(&" ".repeat(SQL_TEXT_BYTES_MAX + 1)).unwrap_err();
        assert!(error.message.contains("at most"), "{error}");
    }
}
