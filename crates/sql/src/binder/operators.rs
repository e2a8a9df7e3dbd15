//! Operators: logic, tests, comparisons, arithmetic.

use super::coerce::{cast_to, comparison_type, null_of};
use super::expr::{ExprBinder, comparison};
use super::fold::{interval_sum, interval_times, negated};
use crate::ast::{self, BinaryOp, IsTest, UnaryOp};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::{Expr, ExprKind};
use crate::functions::ScalarFunction as F;
use crate::types::rules::{self, Digits};
use crate::types::value::decimal_text;
use crate::types::{LogicalType, Value};

impl ExprBinder<'_> {
    pub(super) fn logic(&mut self, function: F, parts: &[ast::Expr]) -> SqlResult<Expr> {
        let args = parts.iter().map(|part| self.condition(part)).collect::<SqlResult<Vec<_>>>()?;
        Ok(Expr::logic(function, args))
    }

    pub(super) fn unary(&mut self, op: UnaryOp, operand: &ast::Expr, position: Position) -> SqlResult<Expr> {
        if op == UnaryOp::Not {
            return self.condition(operand).map(not);
        }
        // The smallest BIGINT is written as the negation of a number that is none.
        if let (UnaryOp::Minus, ast::ExprKind::Literal(ast::Literal::Integer(text))) = (op, &operand.kind)
            && let Ok(value) = format!("-{text}").parse::<i64>()
        {
            let logical = if i32::try_from(value).is_ok() { LogicalType::Int } else { LogicalType::BigInt };
            return Ok(Expr::literal(Value::Int(value), logical));
        }
        let bound = self.bind(operand)?;
        let logical = &bound.data_type.logical;
        if !logical.is_numeric() && !logical.is_interval() {
            return Err(SqlError::at(position, format!("a sign stands before a number, not {logical}")));
        }
        if op == UnaryOp::Plus {
            return Ok(bound);
        }
        if let Some(value) = bound.as_literal().and_then(negated) {
            return Ok(Expr::literal(value, bound.data_type.logical));
        }
        let data_type = bound.data_type.clone();
        Ok(Expr::call(F::Negate, vec![bound], data_type))
    }

    pub(super) fn binary(
        &mut self,
        op: BinaryOp,
        left: &ast::Expr,
        right: &ast::Expr,
        position: Position,
    ) -> SqlResult<Expr> {
        let (left, right) = (self.bind(left)?, self.bind(right)?);
        binary_of(op, left, right, position)
    }

    /// A long chain: every step has its own types, and reads what the steps before it gave.
    pub(super) fn chain(&mut self, first: &ast::Expr, rest: &[ast::Link]) -> SqlResult<Expr> {
        let mut first = self.bind(first)?;
        let mut steps: Vec<Expr> = Vec::new();
        for link in rest {
            let operand = self.bind(&link.operand)?;
            if link.op == BinaryOp::Concat && steps.is_empty() {
                // Strings joined are one call.
                first = concat(first, operand, link.position)?;
                continue;
            }
            let so_far = steps.last().unwrap_or(&first).data_type.clone();
            let left = Expr { kind: ExprKind::SoFar, data_type: so_far };
            steps.push(binary_of(link.op, left, operand, link.position)?);
        }
        let Some(last) = steps.last() else { return Ok(first) };
        let data_type = last.data_type.clone();
        Ok(Expr { kind: ExprKind::Chain { first: Box::new(first), steps }, data_type })
    }

    pub(super) fn is_test(&mut self, operand: &ast::Expr, test: IsTest, negated: bool) -> SqlResult<Expr> {
        let function = match (test, negated) {
            (IsTest::Null | IsTest::Unknown, false) => F::IsNull,
            (IsTest::Null | IsTest::Unknown, true) => F::IsNotNull,
            (IsTest::True, false) => F::IsTrue,
            (IsTest::True, true) => F::IsNotTrue,
            (IsTest::False, false) => F::IsFalse,
            (IsTest::False, true) => F::IsNotFalse,
        };
        let bound = if test == IsTest::Null { self.bind(operand)? } else { self.condition(operand)? };
        let bound =
            if bound.data_type.logical == LogicalType::Null { null_of(&LogicalType::Boolean) } else { bound };
        Ok(Expr::call(function, vec![bound], LogicalType::Boolean.not_null()))
    }

    pub(super) fn distinct(
        &mut self,
        left: &ast::Expr,
        right: &ast::Expr,
        negated: bool,
        position: Position,
    ) -> SqlResult<Expr> {
        let function = if negated { F::IsNotDistinctFrom } else { F::IsDistinctFrom };
        let (left, right) = (self.bind(left)?, self.bind(right)?);
        comparison(function, left, right, position)
    }

    /// `x BETWEEN a AND b` is `x >= a AND x <= b`; SYMMETRIC also the other way round.
    pub(super) fn between(&mut self, expr: &ast::Expr) -> SqlResult<Expr> {
        let ast::ExprKind::Between { operand, low, high, symmetric, negated } = &expr.kind else {
            return self.bind(expr);
        };
        let (x, low, high) = (self.bind(operand)?, self.bind(low)?, self.bind(high)?);
        let position = expr.position;
        let within = |low: &Expr, high: &Expr| -> SqlResult<Expr> {
            let above = comparison(F::GreaterOrEqual, x.clone(), low.clone(), position)?;
            let below = comparison(F::LessOrEqual, x.clone(), high.clone(), position)?;
            Ok(Expr::logic(F::And, vec![above, below]))
        };
        let mut test = within(&low, &high)?;
        if *symmetric {
            test = Expr::logic(F::Or, vec![test, within(&high, &low)?]);
        }
        Ok(if *negated { not(test) } else { test })
    }

    pub(super) fn in_list(
        &mut self,
        operand: &ast::Expr,
        items: &[ast::Expr],
        negated: bool,
        position: Position,
    ) -> SqlResult<Expr> {
        let mut args = vec![self.bind(operand)?];
        for item in items {
            args.push(self.bind(item)?);
        }
        let needle = args[0].data_type.logical.clone();
        for arg in &mut args[1..] {
            read_literal_as(arg, &needle);
        }
        let mut common = needle;
        for (arg, item) in args[1..].iter().zip(items) {
            let logical = &arg.data_type.logical;
            common = comparison_type(&common, logical).ok_or_else(|| {
                SqlError::at(item.position, format!("{common} and {logical} cannot be compared"))
            })?;
        }
        if common.is_constructed() && !matches!(common, LogicalType::Row(_)) {
            return Err(SqlError::not_offered(position, format!("IN over {common}")));
        }
        let nullable = args.iter().any(|arg| arg.data_type.nullable);
        let args = args
            .into_iter()
            .map(|arg| {
                let both_text = arg.data_type.logical.is_character() && common.is_character();
                if both_text { arg } else { cast_to(arg, &common) }
            })
            .collect();
        let test = Expr::call(F::In, args, LogicalType::Boolean.with_nullability(nullable));
        Ok(if negated { not(test) } else { test })
    }

    pub(super) fn like(&mut self, expr: &ast::Expr) -> SqlResult<Expr> {
        let ast::ExprKind::Like { operand, pattern, escape, similar, negated } = &expr.kind else {
            return self.bind(expr);
        };
        if *similar {
            return Err(SqlError::not_offered(expr.position, "SIMILAR TO"));
        }
        let mut args = Vec::new();
        for part in [Some(operand), Some(pattern), escape.as_ref()].into_iter().flatten() {
            let bound = self.bind(part)?;
            args.push(match bound.data_type.logical {
                LogicalType::Null => null_of(&LogicalType::STRING),
                ref text if text.is_character() => bound,
                other => {
                    return Err(SqlError::at(part.position, format!("LIKE compares strings, not {other}")));
                }
            });
        }
        if let Some(Value::String(escape)) = args.get(2).and_then(Expr::as_literal)
            && escape.chars().count() != 1
        {
            return Err(SqlError::at(expr.position, "the escape of LIKE is one character"));
        }
        let nullable = args.iter().any(|arg| arg.data_type.nullable);
        let test = Expr::call(F::Like, args, LogicalType::Boolean.with_nullability(nullable));
        Ok(if *negated { not(test) } else { test })
    }
}

fn binary_of(op: BinaryOp, left: Expr, right: Expr, position: Position) -> SqlResult<Expr> {
    let function = match op {
        BinaryOp::Equal => F::Equal,
        BinaryOp::NotEqual => F::NotEqual,
        BinaryOp::Less => F::Less,
        BinaryOp::LessOrEqual => F::LessOrEqual,
        BinaryOp::Greater => F::Greater,
        BinaryOp::GreaterOrEqual => F::GreaterOrEqual,
        BinaryOp::Concat => return concat(left, right, position),
        BinaryOp::Plus => return arithmetic(F::Plus, left, right, position),
        BinaryOp::Minus => return arithmetic(F::Minus, left, right, position),
        BinaryOp::Times => return arithmetic(F::Times, left, right, position),
        BinaryOp::Divide => return arithmetic(F::Divide, left, right, position),
        BinaryOp::Remainder => return arithmetic(F::Remainder, left, right, position),
    };
    comparison(function, left, right, position)
}

/// A literal in the list of IN takes the needle's type where it says the same there: `i IN ('1')`, `s IN (1)`.
fn read_literal_as(item: &mut Expr, needle: &LogicalType) {
    let Some(value) = item.as_literal() else { return };
    let mixed = (needle.is_character() && item.data_type.logical.is_exact_numeric())
        || (needle.is_exact_numeric() && item.data_type.logical.is_character());
    let text = match (value, &item.data_type.logical) {
        (Value::Int(n), _) => Some(n.to_string()),
        (Value::Decimal(n), LogicalType::Decimal { scale, .. }) => Some(decimal_text(*n, *scale)),
        _ => None,
    };
    match text {
        Some(text) if mixed => *item = Expr::literal(Value::string(&text), LogicalType::STRING),
        None if mixed => *item = cast_to(item.clone(), needle),
        _ => {}
    }
}

pub(super) fn not(condition: Expr) -> Expr {
    let data_type = condition.data_type.clone();
    Expr::call(F::Not, vec![condition], data_type)
}

/// `a || b`: as long as both together, CHAR where both are.
fn concat(left: Expr, right: Expr, position: Position) -> SqlResult<Expr> {
    let mut args: Vec<Expr> = Vec::new();
    let mut length: u32 = 0;
    let mut fixed = true;
    for side in [left, right] {
        let logical = side.data_type.logical.clone();
        let n = match logical {
            LogicalType::Char(n) => n,
            LogicalType::Varchar(n) => {
                fixed = false;
                n
            }
            LogicalType::Null => {
                args.push(null_of(&LogicalType::STRING));
                continue;
            }
            other => {
                let error = SqlError::at(position, format!("|| joins strings, not {other}"));
                return Err(error.with_hint("cast it to STRING"));
            }
        };
        length = rules::concat_length(length, n);
        match side.kind {
            ExprKind::Call { function: F::Concat, args: inner } if args.is_empty() => args = inner,
            ExprKind::Call { function: F::Concat, args: inner } => args.extend(inner),
            _ => args.push(side),
        }
    }
    let nullable = args.iter().any(|arg| arg.data_type.nullable);
    let logical = if fixed { LogicalType::Char(length) } else { LogicalType::Varchar(length) };
    Ok(Expr::call(F::Concat, args, logical.with_nullability(nullable)))
}

/// `+ - * / %` over numbers, intervals and times.
pub(super) fn arithmetic(function: F, left: Expr, right: Expr, position: Position) -> SqlResult<Expr> {
    let (left, right) = typed_nulls(left, right);
    let (l, r) = (left.data_type.logical.clone(), right.data_type.logical.clone());
    let result = if l.is_numeric() && r.is_numeric() {
        numeric(function, left, right)
    } else {
        temporal(function, left, right)
    };
    result.ok_or_else(|| {
        let symbol = symbol(function);
        let error = SqlError::at(position, format!("{l} {symbol} {r} is not defined"));
        match (function, l.is_datetime() && r.is_datetime(), l.is_character() || r.is_character()) {
            (F::Minus, true, _) => error.with_hint("write TIMESTAMPDIFF(SECOND, from, to)"),
            (F::Plus, _, true) => error.with_hint("join strings with ||, or cast to a number"),
            (F::Plus | F::Minus, ..) if l.is_datetime() && r.is_numeric() => {
                error.with_hint("add an interval: ts + INTERVAL '1' SECOND")
            }
            _ => error,
        }
    })
}

fn typed_nulls(left: Expr, right: Expr) -> (Expr, Expr) {
    let is_null = |e: &Expr| e.data_type.logical == LogicalType::Null;
    match (is_null(&left), is_null(&right)) {
        (true, false) => (null_of(&right.data_type.logical), right),
        (false, true) => {
            let null = null_of(&left.data_type.logical);
            (left, null)
        }
        _ => (left, right),
    }
}

fn symbol(function: F) -> &'static str {
    match function {
        F::Plus => "+",
        F::Minus => "-",
        F::Times => "*",
        F::Divide => "/",
        _ => "%",
    }
}

fn numeric(function: F, left: Expr, right: Expr) -> Option<Expr> {
    let (l, r) = (&left.data_type.logical, &right.data_type.logical);
    let nullable = left.data_type.nullable || right.data_type.nullable;
    let approximate = l.is_approximate_numeric() || r.is_approximate_numeric();
    if approximate && function == F::Remainder {
        return None;
    }
    let is_decimal = |t: &LogicalType| matches!(t, LogicalType::Decimal { .. });
    if !approximate && (is_decimal(l) || is_decimal(r)) {
        let (a, b) = (rules::digits_of(l)?, rules::digits_of(r)?);
        let digits: Digits = match function {
            F::Plus | F::Minus => rules::decimal_sum(a, b),
            F::Times => rules::decimal_product(a, b),
            F::Divide => rules::decimal_quotient(a, b),
            _ => rules::decimal_remainder(a, b),
        };
        let args = vec![cast_to(left, &a.into()), cast_to(right, &b.into())];
        return Some(Expr::call(function, args, LogicalType::from(digits).with_nullability(nullable)));
    }
    let divisor = r.clone();
    let common = rules::common_type(&left.data_type, &right.data_type)?.logical;
    let args = vec![cast_to(left, &common), cast_to(right, &common)];
    let result = Expr::call(function, args, common.with_nullability(nullable));
    // A remainder is smaller than its divisor, and has its type.
    Some(if function == F::Remainder { cast_to(result, &divisor) } else { result })
}

fn temporal(function: F, left: Expr, right: Expr) -> Option<Expr> {
    let (l, r) = (&left.data_type.logical, &right.data_type.logical);
    let nullable = left.data_type.nullable || right.data_type.nullable;
    match function {
        F::Plus | F::Minus if l.is_datetime() && r.is_interval() => {
            let function = if function == F::Plus { F::DatetimePlus } else { F::DatetimeMinus };
            let data_type = l.clone().with_nullability(nullable);
            Some(Expr::call(function, vec![left, right], data_type))
        }
        F::Plus if l.is_interval() && r.is_datetime() => temporal(function, right, left),
        F::Plus | F::Minus if l.is_interval() && r.is_interval() => {
            let common = rules::common_type(&left.data_type, &right.data_type)?;
            if let (Some(a), Some(b)) = (left.as_literal(), right.as_literal()) {
                let b = if function == F::Minus { negated(b)? } else { b.clone() };
                return Some(Expr::literal(interval_sum(a, &b)?, common.logical));
            }
            Some(Expr::call(function, vec![left, right], common))
        }
        F::Times if l.is_interval() && r.is_integer() => {
            if let (Some(a), Some(b)) = (left.as_literal(), right.as_literal())
                && let Some(value) = interval_times(a, b)
            {
                return Some(Expr::literal(value, l.clone()));
            }
            let factor = if *r == LogicalType::BigInt { LogicalType::BigInt } else { LogicalType::Int };
            let data_type = l.clone().with_nullability(nullable);
            let right = cast_to(right, &factor);
            Some(Expr::call(F::IntervalTimes, vec![left, right], data_type))
        }
        F::Times if l.is_integer() && r.is_interval() => temporal(function, right, left),
        _ => None,
    }
}
