//! Operators by precedence, from OR (loosest) to the sign (tightest).
//!
//! One recursive function climbs the levels, so that a parenthesis costs few stack frames. AND and OR chains become one node each, and so
//! do long chains of other operators, so that depth counts what is nested and not what is long.

use super::cursor::Cursor;
use crate::ast::{BinaryOp, Expr, ExprKind, IsTest, Link, UnaryOp};
use crate::error::{Position, SqlResult};

/// Operators of one precedence that nest before the rest of their chain becomes one node.
const CHAIN_AFTER: usize = 8;

/// Binding powers as in Calcite's operator table.
mod power {
    pub const OR: u8 = 22;
    pub const AND: u8 = 24;
    pub const NOT: u8 = 26;
    pub const IS: u8 = 28;
    pub const COMPARISON: u8 = 30;
    pub const RANGE: u8 = 32;
    pub const PRODUCT: u8 = 60;
}

/// What stands between or after operands.
#[derive(Clone, Copy)]
enum Infix {
    Or,
    And,
    Is,
    /// BETWEEN, IN, LIKE, SIMILAR TO, perhaps after NOT.
    Range,
    Binary(BinaryOp),
}

impl Infix {
    fn power(self) -> u8 {
        match self {
            Self::Or => power::OR,
            Self::And => power::AND,
            Self::Is => power::IS,
            Self::Range => power::RANGE,
            Self::Binary(op) => op.precedence(),
        }
    }
}

impl Cursor<'_> {
    pub(super) fn expr(&mut self) -> SqlResult<Expr> {
        self.operators(0)
    }

    /// An expression whose operators all bind tighter than `above`.
    fn operators(&mut self, above: u8) -> SqlResult<Expr> {
        self.nested(|p| {
            let start = p.start();
            let mut left = p.prefix()?;
            // The precedence of the chain that `left` is, and how many operators it has.
            let mut chain = (0, 0);
            while let Some(infix) = p.peek_infix().filter(|infix| infix.power() > above) {
                let position = p.position();
                let goes_on = chain.0 == infix.power();
                chain = (infix.power(), if goes_on { chain.1 + 1 } else { 1 });
                let kind = match infix {
                    Infix::Binary(op) if chain.1 > CHAIN_AFTER => p.chain(left, op, chain.1)?,
                    Infix::And | Infix::Or if goes_on => p.infix(left, infix)?,
                    _ => {
                        p.deepen()?;
                        p.infix(left, infix)?
                    }
                };
                left = Expr { kind, position, span: (start, p.end()) };
            }
            Ok(left)
        })
    }

    /// One more operator of a chain that has `length` with it.
    fn chain(&mut self, left: Expr, op: BinaryOp, length: usize) -> SqlResult<ExprKind> {
        let position = self.take().position;
        let (first, mut rest) = match left.kind {
            ExprKind::Chain { first, rest } if length > CHAIN_AFTER + 1 => (first, rest),
            _ => {
                self.deepen()?;
                (Box::new(left), Vec::new())
            }
        };
        rest.push(Link { op, position, operand: self.operators(op.precedence())? });
        Ok(ExprKind::Chain { first, rest })
    }

    fn prefix(&mut self) -> SqlResult<Expr> {
        let (start, position) = (self.start(), self.position());
        let (op, power) = if self.peek_word("NOT") {
            (UnaryOp::Not, power::NOT)
        } else if self.peek().is_symbol("-") {
            (UnaryOp::Minus, power::PRODUCT)
        } else if self.peek().is_symbol("+") {
            (UnaryOp::Plus, power::PRODUCT)
        } else {
            return self.postfix();
        };
        self.take();
        let operand = Box::new(self.operators(power)?);
        Ok(Expr { kind: ExprKind::Unary { op, operand }, position, span: (start, self.end()) })
    }

    fn peek_infix(&self) -> Option<Infix> {
        let token = self.peek();
        let symbol = match token.text {
            "=" => BinaryOp::Equal,
            "<>" | "!=" => BinaryOp::NotEqual,
            "<" => BinaryOp::Less,
            "<=" => BinaryOp::LessOrEqual,
            ">" => BinaryOp::Greater,
            ">=" => BinaryOp::GreaterOrEqual,
            "+" => BinaryOp::Plus,
            "-" => BinaryOp::Minus,
            "*" => BinaryOp::Times,
            "/" => BinaryOp::Divide,
            "%" => BinaryOp::Remainder,
            "||" => BinaryOp::Concat,
            _ => return self.peek_word_infix(),
        };
        Some(Infix::Binary(symbol))
    }

    fn peek_word_infix(&self) -> Option<Infix> {
        let is_range = |token: crate::token::Token<'_>| {
            ["BETWEEN", "IN", "LIKE", "SIMILAR"].iter().any(|word| token.is_word(word))
        };
        if self.peek_word("AND") {
            Some(Infix::And)
        } else if self.peek_word("OR") {
            Some(Infix::Or)
        } else if self.peek_word("IS") {
            Some(Infix::Is)
        } else if is_range(self.peek()) || (self.peek_word("NOT") && is_range(self.peek_at(1))) {
            Some(Infix::Range)
        } else {
            None
        }
    }

    /// The node of the next infix, whose left operand is `left`.
    fn infix(&mut self, left: Expr, infix: Infix) -> SqlResult<ExprKind> {
        match infix {
            Infix::And => {
                self.take();
                let right = self.operators(power::AND)?;
                let mut parts = match left.kind {
                    ExprKind::And(parts) => parts,
                    _ => vec![left],
                };
                parts.push(right);
                Ok(ExprKind::And(parts))
            }
            Infix::Or => {
                self.take();
                let right = self.operators(power::OR)?;
                let mut parts = match left.kind {
                    ExprKind::Or(parts) => parts,
                    _ => vec![left],
                };
                parts.push(right);
                Ok(ExprKind::Or(parts))
            }
            Infix::Is => self.is_test(left),
            Infix::Range => self.range_test(left),
            Infix::Binary(op) => {
                self.take();
                let right = Box::new(self.operators(infix.power())?);
                Ok(ExprKind::Binary { op, left: Box::new(left), right })
            }
        }
    }

    fn is_test(&mut self, operand: Expr) -> SqlResult<ExprKind> {
        self.expect_word("IS")?;
        let negated = self.eat_word("NOT");
        if self.eat_words(&["DISTINCT", "FROM"]) {
            let right = Box::new(self.operators(power::COMPARISON)?);
            return Ok(ExprKind::IsDistinctFrom { left: Box::new(operand), right, negated });
        }
        let tests = [
            ("NULL", IsTest::Null),
            ("TRUE", IsTest::True),
            ("FALSE", IsTest::False),
            ("UNKNOWN", IsTest::Unknown),
        ];
        match tests.into_iter().find(|(word, _)| self.eat_word(word)) {
            Some((_, test)) => Ok(ExprKind::Is { operand: Box::new(operand), test, negated }),
            None if self.peek_word("JSON") => self.not_offered("IS JSON"),
            None => Err(self.unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM")),
        }
    }

    fn range_test(&mut self, operand: Expr) -> SqlResult<ExprKind> {
        let negated = self.eat_word("NOT");
        let operand = Box::new(operand);
        if self.eat_word("BETWEEN") {
            let symmetric = self.eat_word("SYMMETRIC");
            let _ = !symmetric && self.eat_word("ASYMMETRIC");
            let low = Box::new(self.operators(power::RANGE)?);
            self.expect_word("AND")?;
            let high = Box::new(self.operators(power::RANGE)?);
            return Ok(ExprKind::Between { operand, low, high, symmetric, negated });
        }
        if self.eat_word("IN") {
            return self.in_test(operand, negated);
        }
        let similar = self.eat_word("SIMILAR");
        if similar {
            self.expect_word("TO")?;
        } else {
            self.expect_word("LIKE")?;
        }
        let pattern = Box::new(self.operators(power::RANGE)?);
        let escape =
            if self.eat_word("ESCAPE") { Some(Box::new(self.operators(power::RANGE)?)) } else { None };
        Ok(ExprKind::Like { operand, pattern, escape, similar, negated })
    }

    fn in_test(&mut self, operand: Box<Expr>, negated: bool) -> SqlResult<ExprKind> {
        self.expect_symbol("(")?;
        let kind = if self.peek_query() {
            ExprKind::InQuery { operand, query: Box::new(self.query()?), negated }
        } else {
            ExprKind::InList { operand, items: self.comma_list(Self::expr)?, negated }
        };
        self.expect_symbol(")")?;
        Ok(kind)
    }

    /// Whether a query begins here, and not one in parentheses.
    pub(super) fn peek_query(&self) -> bool {
        ["SELECT", "WITH", "VALUES"].iter().any(|word| self.peek_word(word))
    }

    /// A primary with `[index]` and `.field` after it.
    fn postfix(&mut self) -> SqlResult<Expr> {
        self.apart(|p| {
            let start = p.start();
            let operand = p.primary()?;
            p.postfixes(operand, start)
        })
    }

    fn postfixes(&mut self, mut operand: Expr, start: usize) -> SqlResult<Expr> {
        loop {
            let position: Position = self.position();
            let kind = if self.eat_symbol("[") {
                let index = Box::new(self.expr()?);
                self.expect_symbol("]")?;
                ExprKind::Index { operand: Box::new(operand), index }
            } else if self.eat_symbol(".") {
                let field = self.identifier("a field's name")?;
                ExprKind::Field { operand: Box::new(operand), field }
            } else {
                return Ok(operand);
            };
            self.deepen()?;
            operand = Expr { kind, position, span: (start, self.end()) };
        }
    }
}
