//! What operators stand between: literals, names, calls and the forms with syntax of their own.

use super::cursor::{Cursor, reserved_word, unquoted_string};
use crate::ast::{BinaryOp, Call, Expr, ExprKind, Frame, FrameBound, Literal, Name, Over};
use crate::error::{SqlError, SqlResult};
use crate::functions::{TrimSide, is_function_name};
use crate::reserved::is_reserved;
use crate::token::TokenKind;

/// Functions that are called without parentheses.
const BARE_FUNCTIONS: &[&str] = &[
    "CURRENT_DATE",
    "CURRENT_TIME",
    "CURRENT_TIMESTAMP",
    "LOCALTIME",
    "LOCALTIMESTAMP",
    "CURRENT_CATALOG",
    "CURRENT_USER",
];

/// Words that end an expression or begin a clause: "expected an expression" says more of them than "reserved".
const CLAUSE_WORDS: &[&str] = &[
    "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "UNION", "SELECT", "AS", "ON", "JOIN", "AND", "OR", "THEN",
    "ELSE", "END", "WHEN", "INTO", "SET", "BY", "IN", "IS", "LIKE", "BETWEEN", "LIMIT", "WITH", "INSERT",
    "CREATE",
];

impl Cursor<'_> {
    pub(super) fn primary(&mut self) -> SqlResult<Expr> {
        let (start, position) = (self.start(), self.position());
        if self.peek().is_symbol("(") {
            let inner = self.parenthesis()?;
            return Ok(Expr { span: (start, self.end()), ..inner });
        }
        let kind = self.primary_kind()?;
        Ok(Expr { kind, position, span: (start, self.end()) })
    }

    fn primary_kind(&mut self) -> SqlResult<ExprKind> {
        let token = self.peek();
        let literal = match token.kind {
            TokenKind::Integer => Literal::Integer(token.text.to_owned()),
            TokenKind::Decimal => Literal::Decimal(token.text.to_owned()),
            TokenKind::Approximate => Literal::Approximate(token.text.to_owned()),
            TokenKind::String => Literal::String(unquoted_string(token.text)),
            TokenKind::BinaryString => Literal::Bytes(self.hexadecimal()?),
            TokenKind::Word if !self.peek_at(1).is_symbol(".") => return self.word(),
            TokenKind::Word | TokenKind::QuotedWord => return self.name_or_call(),
            _ => return Err(self.unexpected("an expression")),
        };
        self.take();
        Ok(ExprKind::Literal(literal))
    }

    fn hexadecimal(&self) -> SqlResult<Vec<u8>> {
        let token = self.peek();
        let digits = &token.text[2..token.text.len() - 1];
        let nibbles: Option<Vec<u8>> = digits.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect();
        match nibbles {
            Some(nibbles) if nibbles.len() % 2 == 0 => {
                Ok(nibbles.chunks(2).map(|n| n[0] << 4 | n[1]).collect())
            }
            _ => Err(SqlError::at(token.position, "a binary string holds pairs of hexadecimal digits")),
        }
    }

    /// `(query)`, `(expr)`, `(a, b)`, `(a - b) UNIT`
    fn parenthesis(&mut self) -> SqlResult<Expr> {
        let (start, position) = (self.start(), self.position());
        let form = |kind, end| Expr { kind, position, span: (start, end) };
        self.expect_symbol("(")?;
        if self.peek_query() {
            let query = Box::new(self.query()?);
            self.expect_symbol(")")?;
            return Ok(form(ExprKind::Subquery(query), self.end()));
        }
        let first = self.expr()?;
        if self.eat_symbol(",") {
            let mut items = vec![first];
            items.extend(self.comma_list(Self::expr)?);
            self.expect_symbol(")")?;
            return Ok(form(ExprKind::Row(items), self.end()));
        }
        self.expect_symbol(")")?;
        match first.kind {
            ExprKind::Binary { op: BinaryOp::Minus, left, right } if self.interval_unit_follows() => {
                let units = self.interval_units()?;
                let kind = ExprKind::DatetimeDifference { left, right, units };
                Ok(Expr { kind, position: first.position, span: (start, self.end()) })
            }
            // The operator inside keeps its place for messages.
            _ => Ok(first),
        }
    }

    fn interval_unit_follows(&self) -> bool {
        ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND"]
            .iter()
            .any(|w| self.peek_word(w))
    }

    /// A bare word: literal keyword, special form, function without parentheses, call or column.
    fn word(&mut self) -> SqlResult<ExprKind> {
        let token = self.peek();
        let upper = token.text.to_ascii_uppercase();
        if let Some(literal) = self.keyword_literal(&upper)? {
            return Ok(ExprKind::Literal(literal));
        }
        if let Some(form) = self.special_form(&upper)? {
            return Ok(form);
        }
        if BARE_FUNCTIONS.contains(&upper.as_str()) {
            return self.bare_call();
        }
        if self.peek_at(1).is_symbol("(") && (!is_reserved(&upper) || is_function_name(&upper)) {
            return self.name_or_call();
        }
        if CLAUSE_WORDS.contains(&upper.as_str()) {
            return Err(self.unexpected("an expression"));
        }
        if is_reserved(&upper) && self.peek_at(1).is_symbol("(") {
            return Err(SqlError::not_offered(token.position, format!("the function {upper}")));
        }
        self.name_or_call()
    }

    fn keyword_literal(&mut self, upper: &str) -> SqlResult<Option<Literal>> {
        let next_is_string = self.peek_at(1).kind == TokenKind::String;
        let literal = match upper {
            "NULL" => Literal::Null,
            "TRUE" => Literal::Boolean(true),
            "FALSE" => Literal::Boolean(false),
            // A BOOLEAN NULL.
            "UNKNOWN" => Literal::Null,
            "DATE" | "TIME" | "TIMESTAMP" if next_is_string => {
                self.take();
                let text = self.string("a literal")?;
                return Ok(Some(match upper {
                    "DATE" => Literal::Date(text),
                    "TIME" => Literal::Time(text),
                    _ => Literal::Timestamp(text),
                }));
            }
            "INTERVAL" => return self.interval_literal().map(Some),
            _ => return Ok(None),
        };
        self.take();
        Ok(Some(literal))
    }

    fn interval_literal(&mut self) -> SqlResult<Literal> {
        self.expect_word("INTERVAL")?;
        let negative = self.eat_symbol("-");
        let _ = !negative && self.eat_symbol("+");
        if self.peek().kind == TokenKind::Integer {
            return Err(self
                .unexpected("the interval's value as a string in single quotes")
                .with_hint(format!("write INTERVAL '{}' …", self.peek().text)));
        }
        let text = self.string("the interval's value as a string in single quotes")?;
        Ok(Literal::Interval { text, negative, units: self.interval_units()? })
    }

    /// Forms with a syntax of their own, which no user function can have.
    fn special_form(&mut self, upper: &str) -> SqlResult<Option<ExprKind>> {
        let opens = |symbol| self.peek_at(1).is_symbol(symbol);
        match upper {
            "CASE" => self.case().map(Some),
            "CAST" | "TRY_CAST" if opens("(") => self.cast(upper == "TRY_CAST").map(Some),
            "EXTRACT" if opens("(") => self.extract().map(Some),
            "FLOOR" | "CEIL" | "CEILING" if opens("(") => self.round(upper != "FLOOR").map(Some),
            "TRIM" if opens("(") => self.trim().map(Some),
            "POSITION" if opens("(") => self.position_of().map(Some),
            "SUBSTRING" if opens("(") => self.substring().map(Some),
            "TIMESTAMPADD" | "TIMESTAMPDIFF" if opens("(") => {
                self.timestamp_form(upper == "TIMESTAMPADD").map(Some)
            }
            "EXISTS" if opens("(") => self.exists().map(Some),
            "ROW" if opens("(") => self.row().map(Some),
            "ARRAY" if opens("[") => self.bracketed().map(|items| Some(ExprKind::Array(items))),
            "MAP" if opens("[") => self.bracketed().map(|items| Some(ExprKind::Map(items))),
            "DESCRIPTOR" if opens("(") => self.descriptor().map(Some),
            "JSON_VALUE" if opens("(") => self.json_value().map(Some),
            _ => Ok(None),
        }
    }

    fn case(&mut self) -> SqlResult<ExprKind> {
        self.expect_word("CASE")?;
        let operand = if self.peek_word("WHEN") { None } else { Some(Box::new(self.expr()?)) };
        let mut branches = Vec::new();
        while self.eat_word("WHEN") {
            let when = self.expr()?;
            self.expect_word("THEN")?;
            branches.push((when, self.expr()?));
        }
        if branches.is_empty() {
            return Err(self.unexpected("WHEN"));
        }
        let otherwise = if self.eat_word("ELSE") { Some(Box::new(self.expr()?)) } else { None };
        self.expect_word("END")?;
        Ok(ExprKind::Case { operand, branches, otherwise })
    }

    fn cast(&mut self, is_try: bool) -> SqlResult<ExprKind> {
        self.take();
        self.expect_symbol("(")?;
        let operand = Box::new(self.expr()?);
        self.expect_word("AS")?;
        let data_type = self.type_name()?;
        self.expect_symbol(")")?;
        Ok(ExprKind::Cast { operand, data_type, is_try })
    }

    fn extract(&mut self) -> SqlResult<ExprKind> {
        self.take();
        self.expect_symbol("(")?;
        let unit = self.any_time_unit()?;
        self.expect_word("FROM")?;
        let operand = Box::new(self.expr()?);
        self.expect_symbol(")")?;
        Ok(ExprKind::Extract { unit, operand })
    }

    fn round(&mut self, ceil: bool) -> SqlResult<ExprKind> {
        let name = self.take();
        self.expect_symbol("(")?;
        let operand = self.expr()?;
        if self.eat_word("TO") {
            let unit = self.any_time_unit()?;
            self.expect_symbol(")")?;
            return Ok(ExprKind::RoundTo { ceil, operand: Box::new(operand), unit });
        }
        self.expect_symbol(")")?;
        let value = if ceil { "CEIL" } else { "FLOOR" }.to_owned();
        let name = Name(vec![crate::ast::Ident { value, position: name.position }]);
        Ok(ExprKind::Call(plain_call(name, vec![operand])))
    }

    fn trim(&mut self) -> SqlResult<ExprKind> {
        self.take();
        self.expect_symbol("(")?;
        let mut side = TrimSide::Both;
        let sides =
            [("BOTH", TrimSide::Both), ("LEADING", TrimSide::Leading), ("TRAILING", TrimSide::Trailing)];
        let explicit = sides.into_iter().find(|(word, _)| self.eat_word(word));
        if let Some((_, found)) = explicit {
            side = found;
        }
        let (mut characters, mut operand) = (None, None);
        if !self.peek_word("FROM") {
            operand = Some(Box::new(self.expr()?));
        }
        if self.eat_word("FROM") {
            characters = operand;
            operand = Some(Box::new(self.expr()?));
        }
        self.expect_symbol(")")?;
        match operand {
            Some(operand) => Ok(ExprKind::Trim { side, characters, operand }),
            None => Err(self.unexpected("the text to trim")),
        }
    }

    fn position_of(&mut self) -> SqlResult<ExprKind> {
        self.take();
        self.expect_symbol("(")?;
        // `IN` separates the arguments here and is no test, so the needle is a primary.
        let needle = Box::new(self.primary()?);
        self.expect_word("IN")?;
        let text = Box::new(self.expr()?);
        self.expect_symbol(")")?;
        Ok(ExprKind::Position { needle, text })
    }

    /// `SUBSTRING(s, from, length)` and `SUBSTRING(s FROM from FOR length)`
    fn substring(&mut self) -> SqlResult<ExprKind> {
        let name = self.take();
        self.expect_symbol("(")?;
        let mut args = vec![self.expr()?];
        let words = self.eat_word("FROM");
        if !words {
            self.expect_symbol(",")?;
        }
        args.push(self.expr()?);
        if (words && self.eat_word("FOR")) || (!words && self.eat_symbol(",")) {
            args.push(self.expr()?);
        }
        self.expect_symbol(")")?;
        let ident = crate::ast::Ident { value: name.text.to_owned(), position: name.position };
        Ok(ExprKind::Call(plain_call(Name(vec![ident]), args)))
    }

    fn timestamp_form(&mut self, add: bool) -> SqlResult<ExprKind> {
        self.take();
        self.expect_symbol("(")?;
        let unit = self.any_time_unit()?;
        self.expect_symbol(",")?;
        let second = Box::new(self.expr()?);
        self.expect_symbol(",")?;
        let third = Box::new(self.expr()?);
        self.expect_symbol(")")?;
        Ok(if add {
            ExprKind::TimestampAdd { unit, count: second, time: third }
        } else {
            ExprKind::TimestampDiff { unit, from: second, to: third }
        })
    }

    fn exists(&mut self) -> SqlResult<ExprKind> {
        self.take();
        self.expect_symbol("(")?;
        let query = Box::new(self.query()?);
        self.expect_symbol(")")?;
        Ok(ExprKind::Exists(query))
    }

    fn row(&mut self) -> SqlResult<ExprKind> {
        self.take();
        self.parenthesised(Self::expr).map(ExprKind::Row)
    }

    /// `NAME[a, b]`, also empty.
    fn bracketed(&mut self) -> SqlResult<Vec<Expr>> {
        self.take();
        self.expect_symbol("[")?;
        let items = if self.peek().is_symbol("]") { Vec::new() } else { self.comma_list(Self::expr)? };
        self.expect_symbol("]")?;
        Ok(items)
    }

    fn descriptor(&mut self) -> SqlResult<ExprKind> {
        self.take();
        self.parenthesised(|p| p.identifier("a column's name")).map(ExprKind::Descriptor)
    }

    /// `JSON_VALUE(json, path)`; its clauses change the result, so they are refused and not skipped.
    fn json_value(&mut self) -> SqlResult<ExprKind> {
        let name = self.take();
        self.expect_symbol("(")?;
        let args = self.comma_list(Self::expr)?;
        if !self.peek().is_symbol(")") {
            let what = format!("{} in JSON_VALUE", self.peek().text.to_ascii_uppercase());
            return self.not_offered(&what);
        }
        self.expect_symbol(")")?;
        let ident = crate::ast::Ident { value: name.text.to_owned(), position: name.position };
        Ok(ExprKind::Call(plain_call(Name(vec![ident]), args)))
    }

    fn bare_call(&mut self) -> SqlResult<ExprKind> {
        let token = self.take();
        // An empty pair of parentheses or a precision may follow.
        if self.eat_symbol("(") {
            if !self.peek().is_symbol(")") {
                return self.not_offered(&format!("a precision of {}", token.text.to_ascii_uppercase()));
            }
            self.expect_symbol(")")?;
        }
        let ident = crate::ast::Ident { value: token.text.to_owned(), position: token.position };
        let mut call = plain_call(Name(vec![ident]), Vec::new());
        call.bare = true;
        Ok(ExprKind::Call(call))
    }

    /// `a.b.c` or `f(…)`
    fn name_or_call(&mut self) -> SqlResult<ExprKind> {
        let token = self.peek();
        let called = self.peek_at(1).is_symbol("(");
        let first = if called && token.kind == TokenKind::Word {
            // Function names may be reserved words.
            self.take();
            crate::ast::Ident { value: token.text.to_owned(), position: token.position }
        } else if token.kind == TokenKind::Word && is_reserved(token.text) {
            return Err(reserved_word(token));
        } else {
            self.identifier("an expression")?
        };
        let mut parts = vec![first];
        while self.eat_symbol(".") {
            parts.push(self.identifier("a column's name")?);
        }
        let name = Name(parts);
        if self.peek().is_symbol("(") {
            self.call(name).map(ExprKind::Call)
        } else {
            Ok(ExprKind::Column(name))
        }
    }

    fn call(&mut self, name: Name) -> SqlResult<Call> {
        self.expect_symbol("(")?;
        let mut call = plain_call(name, Vec::new());
        if self.eat_symbol("*") {
            call.star = true;
        } else if !self.peek().is_symbol(")") {
            call.distinct = self.eat_word("DISTINCT");
            let _ = !call.distinct && self.eat_word("ALL");
            call.args = self.comma_list(Self::expr)?;
            if self.peek_words(&["ORDER", "BY"]) {
                return self.not_offered("ORDER BY inside a function");
            }
        }
        self.expect_symbol(")")?;
        for clause in ["WITHIN", "IGNORE", "RESPECT"] {
            if self.peek_word(clause) {
                return self.not_offered(&format!("{clause} after a function"));
            }
        }
        if self.eat_word("FILTER") {
            self.expect_symbol("(")?;
            self.expect_word("WHERE")?;
            call.filter = Some(Box::new(self.expr()?));
            self.expect_symbol(")")?;
        }
        if self.peek_word("OVER") {
            call.over = Some(Box::new(self.over()?));
        }
        Ok(call)
    }

    fn over(&mut self) -> SqlResult<Over> {
        let position = self.position();
        self.expect_word("OVER")?;
        if self.peek().is_symbol("(") {
            return self.over_specification();
        }
        let window = Some(self.identifier("a window's name")?);
        Ok(Over { window, partition_by: Vec::new(), order_by: Vec::new(), frame: None, position })
    }

    /// `(PARTITION BY … ORDER BY … ROWS …)`
    pub(super) fn over_specification(&mut self) -> SqlResult<Over> {
        let position = self.position();
        self.expect_symbol("(")?;
        let partition_by =
            if self.eat_words(&["PARTITION", "BY"]) { self.comma_list(Self::expr)? } else { Vec::new() };
        let order_by =
            if self.eat_words(&["ORDER", "BY"]) { self.comma_list(Self::order_item)? } else { Vec::new() };
        let frame = if self.peek_word("RANGE") || self.peek_word("ROWS") {
            let range = self.take().is_word("RANGE");
            if self.eat_word("BETWEEN") {
                let from = self.frame_bound()?;
                self.expect_word("AND")?;
                Some(Frame { range, from, to: Some(self.frame_bound()?) })
            } else {
                Some(Frame { range, from: self.frame_bound()?, to: None })
            }
        } else {
            None
        };
        self.expect_symbol(")")?;
        Ok(Over { window: None, partition_by, order_by, frame, position })
    }

    fn frame_bound(&mut self) -> SqlResult<FrameBound> {
        if self.eat_words(&["CURRENT", "ROW"]) {
            return Ok(FrameBound::CurrentRow);
        }
        if self.eat_words(&["UNBOUNDED", "PRECEDING"]) {
            return Ok(FrameBound::UnboundedPreceding);
        }
        if self.eat_words(&["UNBOUNDED", "FOLLOWING"]) {
            return Ok(FrameBound::UnboundedFollowing);
        }
        let distance = Box::new(self.expr()?);
        if self.eat_word("PRECEDING") {
            return Ok(FrameBound::Preceding(distance));
        }
        self.expect_word("FOLLOWING")?;
        Ok(FrameBound::Following(distance))
    }
}

fn plain_call(name: Name, args: Vec<Expr>) -> Call {
    Call { name, args, star: false, distinct: false, filter: None, over: None, bare: false }
}
