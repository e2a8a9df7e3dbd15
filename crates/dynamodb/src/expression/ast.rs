//! The tree that every condition becomes, whether it was written as an expression or in the older parameters.

use super::Path;
use crate::value::Value;

#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Not(Box<Condition>),
    Compare(Operand, Comparison, Operand),
    /// Both bounds included.
    Between(Operand, Operand, Operand),
    In(Operand, Vec<Operand>),
    Exists(Path),
    NotExists(Path),
    /// The name of a type, such as `SS`.
    HasType(Operand, String),
    BeginsWith(Operand, Operand),
    Contains(Operand, Operand),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    pub fn of_symbol(symbol: &str) -> Option<Self> {
        const ALL: [Comparison; 6] = [
            Comparison::Equal,
            Comparison::NotEqual,
            Comparison::Less,
            Comparison::LessOrEqual,
            Comparison::Greater,
            Comparison::GreaterOrEqual,
        ];
        ALL.into_iter().find(|comparison| comparison.symbol() == symbol)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    Path(Path),
    Value(Value),
    /// `size(path)`: characters, bytes or elements.
    Size(Path),
}

impl Condition {
    /// The paths it looks at.
    pub fn visit_paths<'a>(&'a self, visit: &mut impl FnMut(&'a Path)) {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.visit_paths(visit)),
            Self::Not(inner) => inner.visit_paths(visit),
            Self::Compare(a, _, b) | Self::BeginsWith(a, b) | Self::Contains(a, b) => {
                a.visit_path(visit);
                b.visit_path(visit);
            }
            Self::Between(a, b, c) => [a, b, c].into_iter().for_each(|operand| operand.visit_path(visit)),
            Self::In(a, rest) => {
                a.visit_path(visit);
                rest.iter().for_each(|operand| operand.visit_path(visit));
            }
            Self::HasType(operand, _) => operand.visit_path(visit),
            Self::Exists(path) | Self::NotExists(path) => visit(path),
        }
    }
}

impl Operand {
    fn visit_path<'a>(&'a self, visit: &mut impl FnMut(&'a Path)) {
        match self {
            Self::Path(path) | Self::Size(path) => visit(path),
            Self::Value(_) => {}
        }
    }
}
