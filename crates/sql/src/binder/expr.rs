//! Expressions: from syntax to bound, typed trees.

use super::coerce::{cast_to, comparable_pair, explicit_cast, null_of, to_common};
use super::group::Grouping;
use super::literal::bind_literal;
use super::scope::{Scope, field_of};
use super::types::bind_type;
use crate::ast::{self, Ident};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::{CaseBranch, CastMode, Expr, ExprKind};
use crate::functions::ScalarFunction;
use crate::types::{DataType, LogicalType, RowField};

/// Binds expressions of one clause of one query.
pub(super) struct ExprBinder<'a> {
    pub scope: &'a Scope,
    /// The clause, as messages name it: `WHERE`.
    pub clause: &'static str,
    /// Where aggregate and group window functions go; None where there can be none.
    pub grouping: Option<&'a mut Grouping>,
}

impl<'a> ExprBinder<'a> {
    /// For a place without aggregates.
    pub(super) fn scalar(scope: &'a Scope, clause: &'static str) -> Self {
        Self { scope, clause, grouping: None }
    }

    pub(super) fn bind(&mut self, expr: &ast::Expr) -> SqlResult<Expr> {
        use ast::ExprKind as K;
        match &expr.kind {
            K::Literal(literal) => bind_literal(literal, expr.position),
            K::Column(name) => self.column(name),
            K::Unary { op, operand } => self.unary(*op, operand, expr.position),
            K::Binary { op, left, right } => self.binary(*op, left, right, expr.position),
            K::Chain { first, rest } => self.chain(first, rest),
            K::And(parts) => self.logic(ScalarFunction::And, parts),
            K::Or(parts) => self.logic(ScalarFunction::Or, parts),
            K::Is { operand, test, negated } => self.is_test(operand, *test, *negated),
            K::IsDistinctFrom { left, right, negated } => self.distinct(left, right, *negated, expr.position),
            K::Between { .. } => self.between(expr),
            K::InList { operand, items, negated } => self.in_list(operand, items, *negated, expr.position),
            K::Like { .. } => self.like(expr),
            K::Case { operand, branches, otherwise } => {
                self.case(operand.as_deref(), branches, otherwise.as_deref(), expr.position)
            }
            K::Cast { operand, data_type, is_try } => self.cast(operand, data_type, *is_try, expr.position),
            K::Call(call) => self.call(call),
            K::Row(items) => self.row(items),
            K::Array(items) => self.array(items, expr.position),
            K::Map(items) => self.map(items, expr.position),
            K::Index { operand, index } => self.index(operand, index, expr.position),
            K::Field { operand, field } => self.field(operand, field),
            _ => self.special_form(expr),
        }
    }

    /// Binds what must be BOOLEAN.
    pub(super) fn condition(&mut self, expr: &ast::Expr) -> SqlResult<Expr> {
        let bound = self.bind(expr)?;
        self.expect_boolean(bound, expr.position)
    }

    pub(super) fn expect_boolean(&self, bound: Expr, position: Position) -> SqlResult<Expr> {
        match bound.data_type.logical {
            LogicalType::Boolean => Ok(bound),
            LogicalType::Null => Ok(null_of(&LogicalType::Boolean)),
            other => Err(SqlError::at(
                position,
                format!("{} takes a BOOLEAN condition, this is {other}", self.clause),
            )),
        }
    }

    fn column(&mut self, name: &ast::Name) -> SqlResult<Expr> {
        let bound = self.scope.resolve(name)?;
        if let Some(grouping) = &mut self.grouping {
            grouping.note_column(&bound, name);
        }
        Ok(bound)
    }

    fn field(&mut self, operand: &ast::Expr, field: &Ident) -> SqlResult<Expr> {
        let input = self.bind(operand)?;
        field_of(input, field)
    }

    fn cast(
        &mut self,
        operand: &ast::Expr,
        data_type: &ast::TypeName,
        is_try: bool,
        position: Position,
    ) -> SqlResult<Expr> {
        let input = self.bind(operand)?;
        let to = bind_type(data_type)?;
        explicit_cast(input, to, if is_try { CastMode::Null } else { CastMode::Fail }, position)
    }

    fn case(
        &mut self,
        operand: Option<&ast::Expr>,
        branches: &[(ast::Expr, ast::Expr)],
        otherwise: Option<&ast::Expr>,
        position: Position,
    ) -> SqlResult<Expr> {
        let operand = operand.map(|operand| self.bind(operand)).transpose()?;
        let mut conditions = Vec::with_capacity(branches.len());
        let mut results = Vec::with_capacity(branches.len() + 1);
        for (when, then) in branches {
            let condition = self.bind(when)?;
            let condition = match &operand {
                None => {
                    let clause = std::mem::replace(&mut self.clause, "WHEN");
                    let condition = self.expect_boolean(condition, when.position);
                    self.clause = clause;
                    condition?
                }
                Some(operand) => equal(operand.clone(), condition, when.position)?,
            };
            conditions.push(condition);
            results.push(self.bind(then)?);
        }
        results.push(match otherwise {
            Some(otherwise) => self.bind(otherwise)?,
            None => null_of(&LogicalType::Null),
        });
        case_of(conditions, results, position)
    }

    fn row(&mut self, items: &[ast::Expr]) -> SqlResult<Expr> {
        let items = items.iter().map(|item| self.bind_typed(item)).collect::<SqlResult<Vec<_>>>()?;
        let fields = items
            .iter()
            .enumerate()
            .map(|(i, item)| RowField { name: format!("EXPR${i}"), data_type: item.data_type.clone() });
        let data_type = LogicalType::Row(fields.collect()).not_null();
        Ok(Expr { kind: ExprKind::Construct(items), data_type })
    }

    fn array(&mut self, items: &[ast::Expr], position: Position) -> SqlResult<Expr> {
        if items.is_empty() {
            return Err(SqlError::at(position, "an array needs at least one element"));
        }
        let items = items.iter().map(|item| self.bind(item)).collect::<SqlResult<Vec<_>>>()?;
        let nullable = items.iter().any(|item| item.data_type.nullable);
        let (items, element) = to_common(items, position, "the array")?;
        let data_type = LogicalType::Array(Box::new(element.with_nullability(nullable))).not_null();
        Ok(Expr { kind: ExprKind::Construct(items), data_type })
    }

    fn map(&mut self, items: &[ast::Expr], position: Position) -> SqlResult<Expr> {
        if items.is_empty() || items.len() % 2 == 1 {
            return Err(SqlError::at(position, "a map needs keys and values in turn"));
        }
        let bound = items.iter().map(|item| self.bind(item)).collect::<SqlResult<Vec<_>>>()?;
        let (keys, values): (Vec<_>, Vec<_>) =
            bound.into_iter().enumerate().partition(|(place, _)| place % 2 == 0);
        let side = |items: Vec<(usize, Expr)>, what| -> SqlResult<(Vec<Expr>, DataType)> {
            let items: Vec<Expr> = items.into_iter().map(|(_, item)| item).collect();
            let nullable = items.iter().any(|item| item.data_type.nullable);
            let (items, logical) = to_common(items, position, what)?;
            Ok((items, logical.with_nullability(nullable)))
        };
        let (keys, key) = side(keys, "the map's keys")?;
        let (values, value) = side(values, "the map's values")?;
        let items = keys.into_iter().zip(values).flat_map(|(key, value)| [key, value]).collect();
        let data_type = LogicalType::Map(Box::new(key), Box::new(value)).not_null();
        Ok(Expr { kind: ExprKind::Construct(items), data_type })
    }

    fn index(&mut self, operand: &ast::Expr, index: &ast::Expr, position: Position) -> SqlResult<Expr> {
        let input = self.bind(operand)?;
        let index = self.bind(index)?;
        match input.data_type.logical.clone() {
            LogicalType::Array(element)
                if index.data_type.logical.is_integer() && index.data_type.logical != LogicalType::BigInt =>
            {
                let index = Box::new(cast_to(index, &LogicalType::Int));
                Ok(Expr {
                    data_type: element.logical.nullable(),
                    kind: ExprKind::Element { input: Box::new(input), index },
                })
            }
            LogicalType::Map(key, value) => {
                let of_key = &index.data_type.logical;
                if !super::coerce::stores_into(of_key, &key.logical) {
                    let message = format!("the map's key is {}, this is {of_key}", key.logical);
                    return Err(SqlError::at(position, message));
                }
                let key = Box::new(cast_to(index, &key.logical));
                Ok(Expr {
                    data_type: value.logical.nullable(),
                    kind: ExprKind::Lookup { input: Box::new(input), key },
                })
            }
            LogicalType::Array(_) => Err(SqlError::at(
                position,
                format!("an array's index is an INT, not {}", index.data_type.logical),
            )),
            other => {
                Err(SqlError::at(position, format!("only an ARRAY or MAP has elements, this is {other}")))
            }
        }
    }

    /// Binds what must have a type of its own: a bare NULL has none.
    pub(super) fn bind_typed(&mut self, expr: &ast::Expr) -> SqlResult<Expr> {
        let bound = self.bind(expr)?;
        if bound.data_type.logical == LogicalType::Null {
            let error = SqlError::at(expr.position, "this NULL has no type here");
            return Err(error.with_hint("write CAST(NULL AS type)"));
        }
        Ok(bound)
    }
}

/// A searched CASE over bound conditions; the last result is the one for none of them.
pub(super) fn case_of(conditions: Vec<Expr>, results: Vec<Expr>, position: Position) -> SqlResult<Expr> {
    let nullable = results.iter().any(|result| result.data_type.nullable);
    let (mut results, logical) = to_common(results, position, "CASE")?;
    if logical == LogicalType::Null {
        return Err(SqlError::at(position, "every result of this CASE is NULL"));
    }
    let Some(otherwise) = results.pop() else {
        return Err(SqlError::at(position, "CASE without a result"));
    };
    let branches =
        conditions.into_iter().zip(results).map(|(when, then)| CaseBranch { when, then }).collect();
    let data_type = logical.with_nullability(nullable);
    Ok(Expr { kind: ExprKind::Case { branches, otherwise: Box::new(otherwise) }, data_type })
}

/// `left = right`
pub(super) fn equal(left: Expr, right: Expr, position: Position) -> SqlResult<Expr> {
    comparison(ScalarFunction::Equal, left, right, position)
}

/// A comparison of two bound operands.
pub(super) fn comparison(
    function: ScalarFunction,
    left: Expr,
    right: Expr,
    position: Position,
) -> SqlResult<Expr> {
    let (l, r) = (left.data_type.logical.clone(), right.data_type.logical.clone());
    let ordered = !matches!(
        function,
        ScalarFunction::Equal
            | ScalarFunction::NotEqual
            | ScalarFunction::IsDistinctFrom
            | ScalarFunction::IsNotDistinctFrom
    );
    let constructed = l.is_constructed() || r.is_constructed();
    let pair = if ordered && constructed { None } else { comparable_pair(left, right) };
    let Some((left, right)) = pair else {
        let error = SqlError::at(position, format!("{l} and {r} cannot be compared"));
        let one_cast_away =
            !constructed && (super::coerce::castable(&l, &r) || super::coerce::castable(&r, &l));
        return Err(if one_cast_away { error.with_hint("cast one side to the other's type") } else { error });
    };
    let never_null = matches!(function, ScalarFunction::IsDistinctFrom | ScalarFunction::IsNotDistinctFrom);
    let nullable = !never_null && (left.data_type.nullable || right.data_type.nullable);
    Ok(Expr::call(function, vec![left, right], LogicalType::Boolean.with_nullability(nullable)))
}
