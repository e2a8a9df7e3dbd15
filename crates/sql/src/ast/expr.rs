//! Expressions as written. An operator's position is that of its own token, a call's that of its name.

use super::{Ident, Name, OrderItem, Query, TypeName};
use crate::error::Position;
use crate::functions::{TimeUnit, TrimSide};

#[derive(Clone, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub position: Position,
    /// Bytes of the whole text from the expression's first token to its last.
    pub span: (usize, usize),
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    Literal(Literal),
    /// `a`, `t.a`, `t.a.field`: which part is what, the binder finds out.
    Column(Name),
    Unary {
        op: UnaryOp,
        operand: Box<Expr>,
    },
    Binary {
        op: BinaryOp,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// A long chain of operators of one precedence, from left to right: one node and not as many levels as operators.
    Chain {
        first: Box<Expr>,
        rest: Vec<Link>,
    },
    /// Two or more conjuncts or disjuncts in one chain.
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Is {
        operand: Box<Expr>,
        test: IsTest,
        negated: bool,
    },
    IsDistinctFrom {
        left: Box<Expr>,
        right: Box<Expr>,
        negated: bool,
    },
    Between {
        operand: Box<Expr>,
        low: Box<Expr>,
        high: Box<Expr>,
        symmetric: bool,
        negated: bool,
    },
    InList {
        operand: Box<Expr>,
        items: Vec<Expr>,
        negated: bool,
    },
    InQuery {
        operand: Box<Expr>,
        query: Box<Query>,
        negated: bool,
    },
    Like {
        operand: Box<Expr>,
        pattern: Box<Expr>,
        escape: Option<Box<Expr>>,
        similar: bool,
        negated: bool,
    },
    Exists(Box<Query>),
    /// `(SELECT …)` as a value.
    Subquery(Box<Query>),
    Case {
        operand: Option<Box<Expr>>,
        branches: Vec<(Expr, Expr)>,
        otherwise: Option<Box<Expr>>,
    },
    Cast {
        operand: Box<Expr>,
        data_type: TypeName,
        is_try: bool,
    },
    Call(Call),
    Extract {
        unit: TimeUnit,
        operand: Box<Expr>,
    },
    /// `FLOOR(x TO unit)`, `CEIL(x TO unit)`
    RoundTo {
        ceil: bool,
        operand: Box<Expr>,
        unit: TimeUnit,
    },
    Trim {
        side: TrimSide,
        characters: Option<Box<Expr>>,
        operand: Box<Expr>,
    },
    /// `POSITION(needle IN text)`
    Position {
        needle: Box<Expr>,
        text: Box<Expr>,
    },
    /// `TIMESTAMPADD(unit, count, time)`
    TimestampAdd {
        unit: TimeUnit,
        count: Box<Expr>,
        time: Box<Expr>,
    },
    /// `TIMESTAMPDIFF(unit, from, to)`
    TimestampDiff {
        unit: TimeUnit,
        from: Box<Expr>,
        to: Box<Expr>,
    },
    /// `(a - b) SECOND`, `(a - b) DAY TO SECOND`
    DatetimeDifference {
        left: Box<Expr>,
        right: Box<Expr>,
        units: IntervalUnits,
    },
    /// `ROW(a, b)` and `(a, b)`
    Row(Vec<Expr>),
    Array(Vec<Expr>),
    /// Keys and values in turn.
    Map(Vec<Expr>),
    /// `collection[index]`
    Index {
        operand: Box<Expr>,
        index: Box<Expr>,
    },
    /// `expression.field`, of an expression that is no name.
    Field {
        operand: Box<Expr>,
        field: Ident,
    },
    /// `DESCRIPTOR(a, b)`, an argument of a window table function.
    Descriptor(Vec<Ident>),
}

#[derive(Clone, Debug)]
pub enum Literal {
    Null,
    Boolean(bool),
    /// Digits with or without point and exponent, without sign.
    Integer(String),
    Decimal(String),
    Approximate(String),
    String(String),
    Bytes(Vec<u8>),
    Date(String),
    Time(String),
    Timestamp(String),
    Interval {
        text: String,
        negative: bool,
        units: IntervalUnits,
    },
}

/// `MINUTE`, `DAY(3) TO SECOND(3)`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntervalUnits {
    pub from: TimeUnit,
    pub from_precision: Option<u32>,
    pub to: Option<TimeUnit>,
    pub to_precision: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Plus,
    Minus,
    Not,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
    Concat,
}

impl BinaryOp {
    /// How tightly it binds, as in Calcite's operator table; those of one precedence are read from left to right.
    pub fn precedence(self) -> u8 {
        match self {
            Self::Plus | Self::Minus => 40,
            Self::Times | Self::Divide | Self::Remainder | Self::Concat => 60,
            _ => 30,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsTest {
    Null,
    True,
    False,
    Unknown,
}

/// `name([DISTINCT] args) [FILTER (WHERE …)] [OVER (…)]`
#[derive(Clone, Debug)]
pub struct Call {
    pub name: Name,
    pub args: Vec<Expr>,
    /// `COUNT(*)`
    pub star: bool,
    pub distinct: bool,
    pub filter: Option<Box<Expr>>,
    pub over: Option<Box<Over>>,
    /// Written without parentheses: CURRENT_TIMESTAMP.
    pub bare: bool,
}

/// An OVER clause. Parsed whole, so that a query with one is refused for what it asks and not for a syntax error.
#[derive(Clone, Debug)]
pub struct Over {
    /// `OVER w`
    pub window: Option<Ident>,
    pub partition_by: Vec<Expr>,
    pub order_by: Vec<OrderItem>,
    pub frame: Option<Frame>,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub struct Frame {
    /// RANGE, else ROWS.
    pub range: bool,
    pub from: FrameBound,
    pub to: Option<FrameBound>,
}

#[derive(Clone, Debug)]
pub enum FrameBound {
    UnboundedPreceding,
    Preceding(Box<Expr>),
    CurrentRow,
    Following(Box<Expr>),
    UnboundedFollowing,
}

/// One operator of a chain and what stands to the right of it.
#[derive(Clone, Debug)]
pub struct Link {
    pub op: BinaryOp,
    pub position: Position,
    pub operand: Expr,
}

impl Expr {
    /// The expressions directly below this one, those of subqueries left out.
    pub fn children(&self) -> Vec<&Expr> {
        use ExprKind as K;
        match &self.kind {
            K::Literal(_) | K::Column(_) | K::Exists(_) | K::Subquery(_) | K::Descriptor(_) => Vec::new(),
            K::Unary { operand, .. }
            | K::Is { operand, .. }
            | K::InQuery { operand, .. }
            | K::Cast { operand, .. }
            | K::Extract { operand, .. }
            | K::RoundTo { operand, .. }
            | K::Field { operand, .. } => vec![operand],
            K::Binary { left, right, .. }
            | K::IsDistinctFrom { left, right, .. }
            | K::DatetimeDifference { left, right, .. } => vec![left, right],
            K::Chain { first, rest } => {
                std::iter::once(first.as_ref()).chain(rest.iter().map(|link| &link.operand)).collect()
            }
            K::And(parts) | K::Or(parts) | K::Row(parts) | K::Array(parts) | K::Map(parts) => {
                parts.iter().collect()
            }
            K::Between { operand, low, high, .. } => vec![operand, low, high],
            K::InList { operand, items, .. } => std::iter::once(operand.as_ref()).chain(items).collect(),
            K::Like { operand, pattern, escape, .. } => {
                [operand, pattern].into_iter().chain(escape).map(Box::as_ref).collect()
            }
            K::Case { operand, branches, otherwise } => {
                let branches = branches.iter().flat_map(|(when, then)| [when, then]);
                operand.as_deref().into_iter().chain(branches).chain(otherwise.as_deref()).collect()
            }
            K::Call(call) => call.args.iter().chain(call.filter.as_deref()).collect(),
            K::Trim { characters, operand, .. } => {
                characters.as_deref().into_iter().chain([operand.as_ref()]).collect()
            }
            K::Position { needle, text } => vec![needle, text],
            K::TimestampAdd { count, time, .. } => vec![count, time],
            K::TimestampDiff { from, to, .. } => vec![from, to],
            K::Index { operand, index } => vec![operand, index],
        }
    }

    /// Calls `visit` for this expression and all below it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Expr)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }
}
