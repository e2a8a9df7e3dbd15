//! Bound expressions: every name resolved, every type known, every implicit conversion written out as a cast.
//!
//! The contract with the evaluator (`exec::eval`), which the binder keeps and its tests hold:
//! * `Expr::data_type` is the type of the value; the evaluator never derives a type.
//! * Arguments have the types that the function's documentation in [`ScalarFunction`] names; nothing is converted in passing.
//! * An argument whose type is `NULL` never remains: bare NULLs took the type of their surroundings.
//! * What is constant over a whole job (literals, interval arithmetic, casts of literals) is folded to a literal.

use crate::functions::{AggregateFunction, ScalarFunction};
use crate::types::{DataType, LogicalType, Value};

/// A typed scalar expression over the columns of one input.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub kind: ExprKind,
    pub data_type: DataType,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// The input's column at this index.
    Column(usize),
    /// A constant; `Value` says which variant goes with which type.
    Literal(Value),
    /// A built-in function or operator.
    Call { function: ScalarFunction, args: Vec<Expr> },
    /// A long chain of operators from left to right; each step is a call that reads [`ExprKind::SoFar`]. The last has this expression's type.
    Chain { first: Box<Expr>, steps: Vec<Expr> },
    /// Inside a step of a chain: the value of what stands before the step. An operand of the step's own operator, perhaps under a cast.
    SoFar,
    /// `CAST`, `TRY_CAST` and every implicit conversion, from the input's type to this expression's.
    Cast { input: Box<Expr>, mode: CastMode },
    /// Searched CASE (simple CASE, IF, NULLIF and IFNULL are bound to it): the first branch whose condition is TRUE.
    /// Only that branch may fail. All results have this expression's logical type.
    Case { branches: Vec<CaseBranch>, otherwise: Box<Expr> },
    /// `row.field`: the field at this index of a ROW; NULL where the row is NULL.
    Field { input: Box<Expr>, index: usize },
    /// `array[i]`, i from 1; NULL outside. The index is an INT.
    Element { input: Box<Expr>, index: Box<Expr> },
    /// `map[k]`: NULL where there is no such key. The key has the map's key type.
    Lookup { input: Box<Expr>, key: Box<Expr> },
    /// `ROW(…)`, `ARRAY[…]` and `MAP[k, v, …]`, which one the type says; elements have the element types.
    Construct(Vec<Expr>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct CaseBranch {
    /// BOOLEAN.
    pub when: Expr,
    pub then: Expr,
}

/// What a cast does with a value it cannot convert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CastMode {
    /// The job fails (CAST, and implicit conversions).
    Fail,
    /// The value becomes NULL (TRY_CAST).
    Null,
}

/// One aggregate of a grouping. Arguments and filter are columns of the input: a projection below computed them.
#[derive(Clone, Debug, PartialEq)]
pub struct AggregateCall {
    pub function: AggregateFunction,
    /// Empty for `COUNT(*)`.
    pub args: Vec<usize>,
    pub distinct: bool,
    /// `FILTER (WHERE …)`: a BOOLEAN column; only rows where it is TRUE count.
    pub filter: Option<usize>,
    pub data_type: DataType,
}

impl Expr {
    pub fn column(index: usize, data_type: DataType) -> Self {
        Self { kind: ExprKind::Column(index), data_type }
    }

    pub fn literal(value: Value, logical: LogicalType) -> Self {
        let nullable = value.is_null();
        Self { kind: ExprKind::Literal(value), data_type: logical.with_nullability(nullable) }
    }

    pub fn call(function: ScalarFunction, args: Vec<Expr>, data_type: DataType) -> Self {
        Self { kind: ExprKind::Call { function, args }, data_type }
    }

    pub fn cast(self, data_type: DataType, mode: CastMode) -> Self {
        Self { kind: ExprKind::Cast { input: Box::new(self), mode }, data_type }
    }

    /// AND or OR of BOOLEANs, without nesting of the same operator.
    pub(crate) fn logic(function: ScalarFunction, args: Vec<Expr>) -> Self {
        let mut flat = Vec::with_capacity(args.len());
        for arg in args {
            match arg.kind {
                ExprKind::Call { function: inner, args } if inner == function => flat.extend(args),
                _ => flat.push(arg),
            }
        }
        let nullable = flat.iter().any(|arg| arg.data_type.nullable);
        Self::call(function, flat, LogicalType::Boolean.with_nullability(nullable))
    }

    pub fn as_literal(&self) -> Option<&Value> {
        match &self.kind {
            ExprKind::Literal(value) => Some(value),
            _ => None,
        }
    }

    pub fn as_column(&self) -> Option<usize> {
        match &self.kind {
            ExprKind::Column(index) => Some(*index),
            _ => None,
        }
    }

    /// The expressions directly below this one, in order of evaluation.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Column(_) | ExprKind::Literal(_) | ExprKind::SoFar => Vec::new(),
            ExprKind::Chain { first, steps } => std::iter::once(first.as_ref()).chain(steps).collect(),
            ExprKind::Call { args, .. } | ExprKind::Construct(args) => args.iter().collect(),
            ExprKind::Cast { input, .. } | ExprKind::Field { input, .. } => vec![input],
            ExprKind::Element { input, index } => vec![input, index],
            ExprKind::Lookup { input, key } => vec![input, key],
            ExprKind::Case { branches, otherwise } => {
                branches.iter().flat_map(|b| [&b.when, &b.then]).chain([otherwise.as_ref()]).collect()
            }
        }
    }

    /// Like [`Expr::children`], to change them in place.
    pub fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Column(_) | ExprKind::Literal(_) | ExprKind::SoFar => Vec::new(),
            ExprKind::Chain { first, steps } => std::iter::once(first.as_mut()).chain(steps).collect(),
            ExprKind::Call { args, .. } | ExprKind::Construct(args) => args.iter_mut().collect(),
            ExprKind::Cast { input, .. } | ExprKind::Field { input, .. } => vec![input],
            ExprKind::Element { input, index } => vec![input, index],
            ExprKind::Lookup { input, key } => vec![input, key],
            ExprKind::Case { branches, otherwise } => branches
                .iter_mut()
                .flat_map(|b| [&mut b.when, &mut b.then])
                .chain([otherwise.as_mut()])
                .collect(),
        }
    }

    /// Expressions in this one, itself counted.
    pub fn size(&self) -> usize {
        1 + self.children().into_iter().map(Expr::size).sum::<usize>()
    }

    /// Levels of expressions, this one counted.
    pub fn height(&self) -> usize {
        1 + self.children().into_iter().map(Expr::height).max().unwrap_or(0)
    }

    /// Calls `visit` for every column the expression reads.
    pub fn visit_columns(&self, visit: &mut impl FnMut(usize)) {
        if let ExprKind::Column(index) = self.kind {
            visit(index);
        }
        for child in self.children() {
            child.visit_columns(visit);
        }
    }

    /// Rewrites every column index.
    pub fn map_columns(&mut self, map: &mut impl FnMut(usize) -> usize) {
        if let ExprKind::Column(index) = &mut self.kind {
            *index = map(*index);
        }
        for child in self.children_mut() {
            child.map_columns(map);
        }
    }

    /// Whether two evaluations over the same row give the same value (so it may be moved, merged or evaluated twice).
    pub fn is_deterministic(&self) -> bool {
        let own = match &self.kind {
            ExprKind::Call { function, .. } => function.is_deterministic(),
            _ => true,
        };
        own && self.children().into_iter().all(Expr::is_deterministic)
    }
}
