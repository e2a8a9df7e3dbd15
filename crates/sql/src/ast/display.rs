//! Writes expressions and types back as SQL that parses to the same tree.
//!
//! Stored definitions keep this form, and messages quote it. Every operator below another is parenthesised, but for the left side of one of
//! the same precedence, so that no knowledge of precedence is needed to read it back; identifiers are quoted only where they must be.

use std::fmt::{self, Display, Formatter, Write};

use super::*;
use crate::functions::TrimSide;
use crate::reserved::is_reserved;

/// The expression as SQL.
pub fn expr(expr: &Expr) -> String {
    expr.to_string()
}

/// The name as SQL, quoted where it must be.
pub fn name(name: &Name) -> String {
    name.to_string()
}

/// An identifier as SQL.
pub fn ident(value: &str) -> String {
    let mut chars = value.chars();
    let begins = chars.next().is_some_and(|c| c.is_alphabetic() || c == '_');
    if begins && chars.all(|c| c.is_alphanumeric() || c == '_' || c == '$') && !is_reserved(value) {
        return value.to_owned();
    }
    format!("`{}`", value.replace('`', "``"))
}

/// A string literal as SQL.
pub fn string(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

impl Display for Ident {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&ident(&self.value))
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        separated(f, &self.0, ".")
    }
}

fn separated<T: Display>(f: &mut Formatter<'_>, items: &[T], separator: &str) -> fmt::Result {
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            f.write_str(separator)?;
        }
        item.fmt(f)?;
    }
    Ok(())
}

/// An operand: whole if it is one token or a call, else in parentheses.
struct Operand<'a>(&'a Expr);

impl Display for Operand<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        use ExprKind as K;
        let whole = matches!(
            self.0.kind,
            K::Literal(_)
                | K::Column(_)
                | K::Call(_)
                | K::Cast { .. }
                | K::Extract { .. }
                | K::RoundTo { .. }
                | K::Trim { .. }
                | K::Position { .. }
                | K::TimestampAdd { .. }
                | K::TimestampDiff { .. }
                | K::Case { .. }
                | K::Row(_)
                | K::Array(_)
                | K::Map(_)
                | K::Index { .. }
                | K::Field { .. }
                | K::Subquery(_)
                | K::Exists(_)
        );
        if whole { self.0.fmt(f) } else { write!(f, "({})", self.0) }
    }
}

/// What stands to the left of an operator: without parentheses where the same chain goes on, so that a chain of any length is read back
/// as one.
fn left_operand(f: &mut Formatter<'_>, left: &Expr, op: BinaryOp) -> fmt::Result {
    match &left.kind {
        ExprKind::Binary { op: inner, .. } if inner.precedence() == op.precedence() => left.fmt(f),
        ExprKind::Chain { rest, .. }
            if rest.first().is_some_and(|link| link.op.precedence() == op.precedence()) =>
        {
            left.fmt(f)
        }
        _ => Operand(left).fmt(f),
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        use ExprKind as K;
        match &self.kind {
            K::Literal(literal) => literal.fmt(f),
            K::Column(name) => name.fmt(f),
            K::Unary { op, operand } => write!(f, "{}{}", op.text(), Operand(operand)),
            K::Binary { op, left, right } => {
                left_operand(f, left, *op)?;
                write!(f, " {} {}", op.text(), Operand(right))
            }
            K::Chain { first, rest } => {
                if let Some(link) = rest.first() {
                    left_operand(f, first, link.op)?;
                }
                rest.iter().try_for_each(|link| write!(f, " {} {}", link.op.text(), Operand(&link.operand)))
            }
            K::And(parts) => separated(f, &parts.iter().map(Operand).collect::<Vec<_>>(), " AND "),
            K::Or(parts) => separated(f, &parts.iter().map(Operand).collect::<Vec<_>>(), " OR "),
            K::Is { operand, test, negated } => {
                let test = match test {
                    IsTest::Null => "NULL",
                    IsTest::True => "TRUE",
                    IsTest::False => "FALSE",
                    IsTest::Unknown => "UNKNOWN",
                };
                write!(f, "{} IS {}{test}", Operand(operand), not(*negated))
            }
            K::IsDistinctFrom { left, right, negated } => {
                write!(f, "{} IS {}DISTINCT FROM {}", Operand(left), not(*negated), Operand(right))
            }
            K::Between { operand, low, high, symmetric, negated } => {
                let symmetric = if *symmetric { "SYMMETRIC " } else { "" };
                let (not, low, high) = (not(*negated), Operand(low), Operand(high));
                write!(f, "{} {not}BETWEEN {symmetric}{low} AND {high}", Operand(operand))
            }
            K::InList { operand, items, negated } => {
                write!(f, "{} {}IN (", Operand(operand), not(*negated))?;
                separated(f, items, ", ")?;
                f.write_char(')')
            }
            K::Like { operand, pattern, escape, similar, negated } => {
                let word = if *similar { "SIMILAR TO" } else { "LIKE" };
                write!(f, "{} {}{word} {}", Operand(operand), not(*negated), Operand(pattern))?;
                escape.as_ref().map_or(Ok(()), |escape| write!(f, " ESCAPE {}", Operand(escape)))
            }
            K::Case { operand, branches, otherwise } => {
                f.write_str("CASE")?;
                if let Some(operand) = operand {
                    write!(f, " {operand}")?;
                }
                for (when, then) in branches {
                    write!(f, " WHEN {when} THEN {then}")?;
                }
                if let Some(otherwise) = otherwise {
                    write!(f, " ELSE {otherwise}")?;
                }
                f.write_str(" END")
            }
            K::Cast { operand, data_type, is_try } => {
                write!(f, "{}CAST({operand} AS {data_type})", if *is_try { "TRY_" } else { "" })
            }
            K::Call(call) => call.fmt(f),
            K::Index { operand, index } => write!(f, "{}[{index}]", Operand(operand)),
            K::Field { operand, field } => match operand.kind {
                // A name followed by a field would be a longer name.
                K::Column(_) => write!(f, "({operand}).{field}"),
                _ => write!(f, "{}.{field}", Operand(operand)),
            },
            K::Row(items) => call_like(f, "ROW(", items, ")"),
            K::Array(items) => call_like(f, "ARRAY[", items, "]"),
            K::Map(items) => call_like(f, "MAP[", items, "]"),
            K::InQuery { .. } | K::Exists(_) | K::Subquery(_) => f.write_str("(SELECT …)"),
            _ => self.fmt_form(f),
        }
    }
}

impl Expr {
    /// Forms whose arguments are separated by words.
    fn fmt_form(&self, f: &mut Formatter<'_>) -> fmt::Result {
        use ExprKind as K;
        match &self.kind {
            K::Extract { unit, operand } => write!(f, "EXTRACT({} FROM {operand})", unit.name()),
            K::RoundTo { ceil, operand, unit } => {
                write!(f, "{}({operand} TO {})", if *ceil { "CEIL" } else { "FLOOR" }, unit.name())
            }
            K::Trim { side, characters, operand } => {
                let side = match side {
                    TrimSide::Both => "BOTH",
                    TrimSide::Leading => "LEADING",
                    TrimSide::Trailing => "TRAILING",
                };
                match characters {
                    Some(characters) => write!(f, "TRIM({side} {characters} FROM {operand})"),
                    None => write!(f, "TRIM({side} FROM {operand})"),
                }
            }
            K::Position { needle, text } => write!(f, "POSITION({} IN {text})", Operand(needle)),
            K::TimestampAdd { unit, count, time } => {
                write!(f, "TIMESTAMPADD({}, {count}, {time})", unit.name())
            }
            K::TimestampDiff { unit, from, to } => write!(f, "TIMESTAMPDIFF({}, {from}, {to})", unit.name()),
            K::DatetimeDifference { left, right, units } => {
                write!(f, "({} - {}) {units}", Operand(left), Operand(right))
            }
            K::Descriptor(columns) => {
                f.write_str("DESCRIPTOR(")?;
                separated(f, columns, ", ")?;
                f.write_char(')')
            }
            _ => Ok(()),
        }
    }
}

fn call_like(f: &mut Formatter<'_>, open: &str, items: &[Expr], close: &str) -> fmt::Result {
    f.write_str(open)?;
    separated(f, items, ", ")?;
    f.write_str(close)
}

fn not(negated: bool) -> &'static str {
    if negated { "NOT " } else { "" }
}

impl UnaryOp {
    fn text(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Not => "NOT ",
        }
    }
}

impl BinaryOp {
    fn text(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
            Self::Concat => "||",
        }
    }
}

impl Display for Call {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // Function names may be reserved words, which back-ticks would make something else.
        let names: Vec<&str> = self.name.0.iter().map(|part| part.value.as_str()).collect();
        f.write_str(&names.join("."))?;
        if self.bare {
            return Ok(());
        }
        f.write_char('(')?;
        if self.star {
            f.write_char('*')?;
        }
        if self.distinct {
            f.write_str("DISTINCT ")?;
        }
        separated(f, &self.args, ", ")?;
        f.write_char(')')?;
        if let Some(filter) = &self.filter {
            write!(f, " FILTER (WHERE {filter})")?;
        }
        if self.over.is_some() {
            f.write_str(" OVER (…)")?;
        }
        Ok(())
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("NULL"),
            Self::Boolean(value) => f.write_str(if *value { "TRUE" } else { "FALSE" }),
            Self::Integer(text) | Self::Decimal(text) | Self::Approximate(text) => f.write_str(text),
            Self::String(text) => f.write_str(&string(text)),
            Self::Bytes(bytes) => {
                f.write_str("X'")?;
                bytes.iter().try_for_each(|byte| write!(f, "{byte:02X}"))?;
                f.write_char('\'')
            }
            Self::Date(text) => write!(f, "DATE {}", string(text)),
            Self::Time(text) => write!(f, "TIME {}", string(text)),
            Self::Timestamp(text) => write!(f, "TIMESTAMP {}", string(text)),
            Self::Interval { text, negative, units } => {
                write!(f, "INTERVAL {}{} {units}", if *negative { "-" } else { "" }, string(text))
            }
        }
    }
}

impl Display for IntervalUnits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.from.name())?;
        match (self.from_precision, self.to, self.to_precision) {
            (Some(precision), None, Some(fraction)) => write!(f, "({precision}, {fraction})")?,
            (Some(precision), ..) => write!(f, "({precision})")?,
            _ => {}
        }
        if let Some(to) = self.to {
            write!(f, " TO {}", to.name())?;
            if let Some(precision) = self.to_precision {
                write!(f, "({precision})")?;
            }
        }
        Ok(())
    }
}

impl Display for TypeName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            TypeKind::Plain { name, arguments } => {
                f.write_str(name.text())?;
                if !arguments.is_empty() {
                    f.write_char('(')?;
                    separated(f, arguments, ", ")?;
                    f.write_char(')')?;
                }
            }
            TypeKind::Interval(units) => write!(f, "INTERVAL {units}")?,
            TypeKind::Array(element) => write!(f, "ARRAY<{element}>")?,
            TypeKind::Multiset(element) => write!(f, "MULTISET<{element}>")?,
            TypeKind::Map(key, value) => write!(f, "MAP<{key}, {value}>")?,
            TypeKind::Row(fields) => {
                f.write_str("ROW<")?;
                separated(f, fields, ", ")?;
                // `> >` is never one symbol, `<>` would be.
                f.write_char('>')?;
            }
        }
        if self.not_null { f.write_str(" NOT NULL") } else { Ok(()) }
    }
}

impl Display for RowFieldDef {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.data_type)?;
        self.comment.as_ref().map_or(Ok(()), |comment| write!(f, " {}", string(comment)))
    }
}

impl PlainType {
    fn text(self) -> &'static str {
        match self {
            Self::Boolean => "BOOLEAN",
            Self::TinyInt => "TINYINT",
            Self::SmallInt => "SMALLINT",
            Self::Int => "INT",
            Self::BigInt => "BIGINT",
            Self::Float => "FLOAT",
            Self::Double => "DOUBLE",
            Self::Decimal => "DECIMAL",
            Self::Char => "CHAR",
            Self::Varchar => "VARCHAR",
            Self::String => "STRING",
            Self::Binary => "BINARY",
            Self::Varbinary => "VARBINARY",
            Self::Bytes => "BYTES",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Timestamp => "TIMESTAMP",
            Self::TimestampLtz => "TIMESTAMP_LTZ",
        }
    }
}
