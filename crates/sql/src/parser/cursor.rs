//! The parser's place in the tokens, and what every rule needs: look, take, expect, refuse.

use headwater_types::limits::SQL_DEPTH_MAX;

use crate::ast::{Ident, Name};
use crate::error::{Position, SqlError, SqlResult};
use crate::reserved::is_reserved;
use crate::token::{Token, TokenKind};

/// A text's tokens and how far they are read. The grammar's rules are its methods, spread over the sibling files.
pub struct Cursor<'a> {
    pub(super) text: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
    depth: usize,
    /// How deep what the rule at hand has read goes, from the top of the statement.
    deepest: usize,
}

impl<'a> Cursor<'a> {
    /// `tokens` end with `End`.
    pub(super) fn new(text: &'a str, tokens: Vec<Token<'a>>) -> Self {
        Self { text, tokens, at: 0, depth: 0, deepest: 0 }
    }

    pub(super) fn peek(&self) -> Token<'a> {
        self.peek_at(0)
    }

    /// The token `ahead` of the next one.
    pub(super) fn peek_at(&self, ahead: usize) -> Token<'a> {
        let last = self.tokens.len() - 1;
        self.tokens[(self.at + ahead).min(last)]
    }

    pub(super) fn at_end(&self) -> bool {
        self.peek().kind == TokenKind::End
    }

    pub(super) fn position(&self) -> Position {
        self.peek().position
    }

    /// Where the next token begins, in bytes.
    pub(super) fn start(&self) -> usize {
        self.peek().offset
    }

    /// Where the last token taken ended, in bytes.
    pub(super) fn end(&self) -> usize {
        self.at.checked_sub(1).map_or(0, |last| self.tokens[last].end())
    }

    pub(super) fn take(&mut self) -> Token<'a> {
        let token = self.peek();
        if token.kind != TokenKind::End {
            self.at += 1;
        }
        token
    }

    pub(super) fn peek_word(&self, keyword: &str) -> bool {
        self.peek().is_word(keyword)
    }

    /// Whether the next tokens are these bare words.
    pub(super) fn peek_words(&self, keywords: &[&str]) -> bool {
        keywords.iter().enumerate().all(|(i, keyword)| self.peek_at(i).is_word(keyword))
    }

    pub(super) fn eat_word(&mut self, keyword: &str) -> bool {
        let found = self.peek_word(keyword);
        self.at += usize::from(found);
        found
    }

    /// Takes all of these words, or none.
    pub(super) fn eat_words(&mut self, keywords: &[&str]) -> bool {
        let found = self.peek_words(keywords);
        self.at += if found { keywords.len() } else { 0 };
        found
    }

    pub(super) fn expect_word(&mut self, keyword: &str) -> SqlResult<()> {
        if self.eat_word(keyword) { Ok(()) } else { Err(self.unexpected(keyword)) }
    }

    pub(super) fn expect_words(&mut self, keywords: &[&str]) -> SqlResult<()> {
        keywords.iter().try_for_each(|keyword| self.expect_word(keyword))
    }

    pub(super) fn eat_symbol(&mut self, symbol: &str) -> bool {
        let found = self.peek().is_symbol(symbol);
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect_symbol(&mut self, symbol: &str) -> SqlResult<()> {
        if self.eat_symbol(symbol) { Ok(()) } else { Err(self.unexpected(&format!("'{symbol}'"))) }
    }

    pub(super) fn expect_end(&self) -> SqlResult<()> {
        if self.at_end() { Ok(()) } else { Err(self.unexpected("the end of the text")) }
    }

    /// "expected …, found …" at the next token.
    pub(super) fn unexpected(&self, expected: &str) -> SqlError {
        let token = self.peek();
        let found = match token.kind {
            TokenKind::End => "the end of the text".to_owned(),
            TokenKind::String | TokenKind::QuotedWord => shortened(token.text),
            _ => format!("'{}'", shortened(token.text)),
        };
        SqlError::at(token.position, format!("expected {expected}, found {found}"))
    }

    pub(super) fn not_offered<T>(&self, what: &str) -> SqlResult<T> {
        Err(SqlError::not_offered(self.position(), what))
    }

    /// Runs one level deeper, or refuses.
    pub(super) fn nested<T>(&mut self, rule: impl FnOnce(&mut Self) -> SqlResult<T>) -> SqlResult<T> {
        self.check_depth(self.depth + 1)?;
        self.depth += 1;
        let result = self.apart(rule);
        self.depth -= 1;
        result
    }

    /// Runs a rule that may [`Cursor::deepen`] what it reads.
    pub(super) fn apart<T>(&mut self, rule: impl FnOnce(&mut Self) -> SqlResult<T>) -> SqlResult<T> {
        let before = std::mem::replace(&mut self.deepest, self.depth);
        let result = rule(self);
        self.deepest = self.deepest.max(before);
        result
    }

    /// What the rule has read so far comes to stand one level deeper, on the left of what follows; or refuses.
    pub(super) fn deepen(&mut self) -> SqlResult<()> {
        self.check_depth(self.deepest + 1)?;
        self.deepest += 1;
        Ok(())
    }

    fn check_depth(&self, depth: usize) -> SqlResult<()> {
        if depth <= SQL_DEPTH_MAX {
            return Ok(());
        }
        let message = format!("the statement nests deeper than {SQL_DEPTH_MAX} levels here");
        Err(SqlError::at(self.position(), message).with_hint("split it into views"))
    }

    /// One or more of a rule, with commas between.
    pub(super) fn comma_list<T>(
        &mut self,
        mut rule: impl FnMut(&mut Self) -> SqlResult<T>,
    ) -> SqlResult<Vec<T>> {
        let mut items = vec![rule(self)?];
        while self.eat_symbol(",") {
            items.push(rule(self)?);
        }
        Ok(items)
    }

    /// `( item, … )` with at least one item.
    pub(super) fn parenthesised<T>(
        &mut self,
        rule: impl FnMut(&mut Self) -> SqlResult<T>,
    ) -> SqlResult<Vec<T>> {
        self.expect_symbol("(")?;
        let items = self.comma_list(rule)?;
        self.expect_symbol(")")?;
        Ok(items)
    }

    /// Whether the next token can be an identifier as it stands.
    pub(super) fn peek_identifier(&self) -> bool {
        is_identifier(self.peek())
    }

    pub(super) fn identifier(&mut self, what: &str) -> SqlResult<Ident> {
        let token = self.peek();
        if is_identifier(token) {
            self.take();
            return Ok(Ident { value: unquoted_word(token), position: token.position });
        }
        if token.kind == TokenKind::Word {
            return Err(reserved_word(token));
        }
        Err(self.unexpected(what))
    }

    pub(super) fn name(&mut self, what: &str) -> SqlResult<Name> {
        let mut parts = vec![self.identifier(what)?];
        while self.eat_symbol(".") {
            parts.push(self.identifier(what)?);
        }
        Ok(Name(parts))
    }

    /// The content of the next token, a string literal.
    pub(super) fn string(&mut self, what: &str) -> SqlResult<String> {
        let token = self.peek();
        if token.kind != TokenKind::String {
            return Err(self.unexpected(what));
        }
        self.take();
        Ok(unquoted_string(token.text))
    }

    /// A number without point or sign, such as a length.
    pub(super) fn unsigned(&mut self, what: &str) -> SqlResult<u32> {
        let token = self.peek();
        if token.kind != TokenKind::Integer {
            return Err(self.unexpected(what));
        }
        let number = token.text.parse().ok().filter(|n| *n <= i32::MAX as u32);
        let Some(number) = number else {
            return Err(SqlError::at(token.position, format!("{what} is too large")));
        };
        self.take();
        Ok(number)
    }
}

fn is_identifier(token: Token<'_>) -> bool {
    match token.kind {
        TokenKind::QuotedWord => token.text.len() > 2,
        TokenKind::Word => !is_reserved(token.text),
        _ => false,
    }
}

pub(super) fn reserved_word(token: Token<'_>) -> SqlError {
    SqlError::at(token.position, format!("'{}' is a reserved word and no identifier", token.text))
        .with_hint(format!("quote it with back-ticks: `{}`", token.text))
}

fn unquoted_word(token: Token<'_>) -> String {
    match token.kind {
        TokenKind::QuotedWord => token.text[1..token.text.len() - 1].replace("``", "`"),
        _ => token.text.to_owned(),
    }
}

/// The content of `'it''s'`.
pub(super) fn unquoted_string(text: &str) -> String {
    text[1..text.len() - 1].replace("''", "'")
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
