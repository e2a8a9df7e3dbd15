//! Queries as written.

use super::{Expr, Ident, Name, Over, TableOption};
use crate::error::Position;

#[derive(Clone, Debug)]
pub struct Query {
    pub with: Vec<CommonTable>,
    pub body: QueryBody,
    pub order_by: Vec<OrderItem>,
    pub limit: Option<Expr>,
    pub offset: Option<Expr>,
    pub position: Position,
}

/// `name (columns) AS (query)` of a WITH clause.
#[derive(Clone, Debug)]
pub struct CommonTable {
    pub name: Ident,
    pub columns: Vec<Ident>,
    pub query: Query,
}

#[derive(Clone, Debug)]
pub enum QueryBody {
    Select(Box<Select>),
    Values {
        rows: Vec<Expr>,
        position: Position,
    },
    /// `TABLE t`
    Table(Name),
    Nested(Box<Query>),
    /// A chain of one operator over two or more inputs.
    SetOperation {
        op: SetOp,
        all: bool,
        inputs: Vec<QueryBody>,
        position: Position,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetOp {
    Union,
    Intersect,
    Except,
}

#[derive(Clone, Debug)]
pub struct Select {
    pub distinct: bool,
    pub items: Vec<SelectItem>,
    pub from: Option<TableRef>,
    pub filter: Option<Expr>,
    pub group_by: Option<Vec<GroupItem>>,
    pub having: Option<Expr>,
    /// `WINDOW name AS (…)`
    pub windows: Vec<(Ident, Over)>,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub enum SelectItem {
    /// `*` or `t.*`
    Wildcard {
        qualifier: Option<Name>,
        position: Position,
    },
    Expr {
        expr: Expr,
        alias: Option<Ident>,
    },
}

#[derive(Clone, Debug)]
pub enum GroupItem {
    Expr(Expr),
    /// `GROUPING SETS (…)`, `CUBE (…)`, `ROLLUP (…)`; the sets as written.
    Sets {
        kind: GroupSets,
        items: Vec<GroupItem>,
        position: Position,
    },
    /// `()` or `(a, b)` as one set.
    Set(Vec<Expr>, Position),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupSets {
    GroupingSets,
    Cube,
    Rollup,
}

#[derive(Clone, Debug)]
pub struct OrderItem {
    pub expr: Expr,
    pub descending: bool,
    pub nulls_first: Option<bool>,
}

/// `AS alias (columns)`
#[derive(Clone, Debug)]
pub struct Alias {
    pub name: Ident,
    pub columns: Vec<Ident>,
}

#[derive(Clone, Debug)]
pub struct TableRef {
    pub kind: TableRefKind,
    pub alias: Option<Alias>,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub enum TableRefKind {
    Table {
        name: Name,
        /// `/*+ OPTIONS('k' = 'v') */`
        hints: Vec<TableOption>,
        /// `FOR SYSTEM_TIME AS OF expr`
        as_of: Option<Expr>,
    },
    Subquery {
        query: Box<Query>,
        lateral: bool,
    },
    /// `TABLE(TUMBLE(…))` or `TUMBLE(TABLE t, …)`; also `LATERAL TABLE(f(x))`.
    Function {
        function: TableFunction,
        lateral: bool,
    },
    Unnest {
        operand: Expr,
        ordinality: bool,
    },
    Join {
        left: Box<TableRef>,
        right: Box<TableRef>,
        kind: JoinKind,
        condition: JoinCondition,
    },
}

#[derive(Clone, Debug)]
pub struct TableFunction {
    pub name: Name,
    pub args: Vec<TableArg>,
}

/// `[name =>] value`
#[derive(Clone, Debug)]
pub struct TableArg {
    pub name: Option<Ident>,
    pub value: TableArgValue,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub enum TableArgValue {
    Table { input: Box<TableRef>, partition_by: Vec<Expr> },
    Expr(Expr),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinKind {
    Inner,
    Left,
    Right,
    Full,
    Cross,
}

#[derive(Clone, Debug)]
pub enum JoinCondition {
    None,
    On(Expr),
    Using(Vec<Ident>),
    Natural,
}
