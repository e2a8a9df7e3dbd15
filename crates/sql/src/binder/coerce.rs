//! Implicit conversions: which there are, and the casts that carry them out.

use super::fold::cast_literal;
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::{CastMode, Expr, ExprKind};
use crate::types::{DataType, LogicalType, Value, rules};

/// `expr` as a value of type `to`, by a cast where it is none yet; a literal is converted here and now.
/// The result's nullability is the expression's own.
pub(super) fn cast_to(expr: Expr, to: &LogicalType) -> Expr {
    if expr.data_type.logical == *to {
        return expr;
    }
    if let ExprKind::Literal(value) = &expr.kind
        && let Some(value) = cast_literal(value, &expr.data_type.logical, to)
    {
        return Expr::literal(value, to.clone());
    }
    let nullable = expr.data_type.nullable;
    expr.cast(to.clone().with_nullability(nullable), CastMode::Fail)
}

/// Both sides of a comparison in the type they are compared in; None where they cannot be.
///
/// Characters compare whatever their lengths, so they are not cast. A string beside a date, time or boolean is read as one.
pub(super) fn comparable_pair(left: Expr, right: Expr) -> Option<(Expr, Expr)> {
    let common = comparison_type(&left.data_type.logical, &right.data_type.logical)?;
    Some((to_comparison(left, &common), to_comparison(right, &common)))
}

fn to_comparison(expr: Expr, common: &LogicalType) -> Expr {
    let same_family = (expr.data_type.logical.is_character() && common.is_character())
        || (expr.data_type.logical.is_binary() && common.is_binary())
        || (expr.data_type.logical.is_interval() && common.is_interval());
    if same_family { expr } else { cast_to(expr, common) }
}

/// The type in which values of two types are compared.
pub(super) fn comparison_type(a: &LogicalType, b: &LogicalType) -> Option<LogicalType> {
    use LogicalType as T;
    // Numbers are not among them: Flink refuses `1 = '1'`, and so do we.
    let read_as = |t: &T| t.is_datetime() || *t == T::Boolean;
    match (a, b) {
        (T::Null, T::Null) => Some(T::Boolean),
        (x, y) if x.is_character() && read_as(y) => Some(y.clone()),
        (x, y) if y.is_character() && read_as(x) => Some(x.clone()),
        // Equal only as DOUBLE, whichever side is the wider.
        (T::Float, T::Double) | (T::Double, T::Float) => Some(T::Double),
        _ => rules::common_type(&a.clone().nullable(), &b.clone().nullable()).map(|t| t.logical),
    }
}

/// All of `exprs` in their common type, as CASE, COALESCE, VALUES and UNION want it.
pub(super) fn to_common(
    exprs: Vec<Expr>,
    position: Position,
    what: &str,
) -> SqlResult<(Vec<Expr>, LogicalType)> {
    let Some(common) = rules::common_type_of(exprs.iter().map(|e| &e.data_type)) else {
        let mut types: Vec<String> = exprs.iter().map(|e| e.data_type.logical.to_string()).collect();
        types.dedup();
        let message = format!("{what} mixes types that have nothing in common: {}", types.join(", "));
        return Err(SqlError::at(position, message).with_hint("cast them to one type"));
    };
    Ok((exprs.into_iter().map(|e| cast_to(e, &common.logical)).collect(), common.logical))
}

/// A bare NULL as a NULL of the type its surroundings want.
pub(super) fn null_of(logical: &LogicalType) -> Expr {
    Expr::literal(Value::Null, logical.clone())
}

/// Whether a query's column may go into a table's column of another type without a CAST: wherever nothing but
/// precision, padding or nullability changes.
pub(super) fn stores_into(from: &LogicalType, to: &LogicalType) -> bool {
    use LogicalType as T;
    match (from, to) {
        (a, b) if a == b => true,
        (T::Null, _) => true,
        (T::TinyInt, T::SmallInt | T::Int | T::BigInt) => true,
        (T::SmallInt, T::Int | T::BigInt) | (T::Int, T::BigInt) => true,
        (a, T::Decimal { .. }) if a.is_exact_numeric() => true,
        (a, T::Float) if a.is_exact_numeric() => true,
        (a, T::Double) if a.is_numeric() => true,
        (a, T::Varchar(_)) | (a, T::Char(_)) if a.is_character() => true,
        (a, T::Binary(_)) | (a, T::Varbinary(_)) if a.is_binary() => true,
        (T::Timestamp(_) | T::TimestampLtz(_), b) if b.is_timestamp() => true,
        (T::Timestamp(_), T::Date | T::Time(_)) | (T::Time(_), T::Time(_)) => true,
        (T::IntervalYearMonth(_), T::IntervalYearMonth(_)) => true,
        (T::IntervalDayTime(_), T::IntervalDayTime(_)) => true,
        (T::Array(a), T::Array(b)) | (T::Multiset(a), T::Multiset(b)) => stores_into(&a.logical, &b.logical),
        (T::Map(k, v), T::Map(l, w)) => {
            stores_into(&k.logical, &l.logical) && stores_into(&v.logical, &w.logical)
        }
        (T::Row(f), T::Row(g)) if f.len() == g.len() => {
            f.iter().zip(g).all(|(a, b)| stores_into(&a.data_type.logical, &b.data_type.logical))
        }
        _ => false,
    }
}

/// Whether `CAST` may be written between the types at all.
pub(super) fn castable(from: &LogicalType, to: &LogicalType) -> bool {
    use LogicalType as T;
    let (f, t) = (from, to);
    match (f, t) {
        _ if stores_into(f, t) || t.is_character() => true,
        _ if f.is_character() => t.is_numeric() || t.is_datetime() || t.is_binary() || *t == T::Boolean,
        _ if f.is_numeric() => t.is_numeric() || *t == T::Boolean,
        (T::Boolean, _) => t.is_numeric(),
        (T::Date | T::Time(_), _) => t.is_timestamp(),
        _ if f.is_timestamp() => t.is_datetime(),
        (T::Array(a), T::Array(b)) | (T::Multiset(a), T::Multiset(b)) => castable(&a.logical, &b.logical),
        (T::Map(k, v), T::Map(l, w)) => castable(&k.logical, &l.logical) && castable(&v.logical, &w.logical),
        (T::Row(x), T::Row(y)) if x.len() == y.len() => {
            x.iter().zip(y).all(|(a, b)| castable(&a.data_type.logical, &b.data_type.logical))
        }
        _ => false,
    }
}

/// `CAST(input AS to)`
pub(super) fn explicit_cast(
    input: Expr,
    to: DataType,
    mode: CastMode,
    position: Position,
) -> SqlResult<Expr> {
    let from = &input.data_type.logical;
    if !castable(from, &to.logical) {
        let error = SqlError::at(position, format!("{from} cannot be cast to {}", to.logical));
        return Err(match (from.is_timestamp(), to.logical.is_timestamp()) {
            (true, _) if to.logical.is_numeric() => {
                error.with_hint("use UNIX_TIMESTAMP(CAST(x AS STRING)) or EXTRACT")
            }
            (_, true) if from.is_numeric() => {
                error.with_hint("use TO_TIMESTAMP_LTZ(x, 3) for milliseconds, 0 for seconds")
            }
            _ => error,
        });
    }
    if let ExprKind::Literal(value) = &input.kind
        && let Some(value) = cast_literal(value, from, &to.logical)
    {
        let mut literal = Expr::literal(value, to.logical);
        literal.data_type.nullable |= mode == CastMode::Null;
        return Ok(literal);
    }
    let nullable = mode == CastMode::Null || input.data_type.nullable;
    Ok(input.cast(to.logical.with_nullability(nullable), mode))
}
