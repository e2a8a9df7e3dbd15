//! Bound expressions as text: infix operators, casts written out, columns by name.

use crate::expr::{CastMode, Expr, ExprKind};
use crate::functions::{SCALARS, ScalarFunction as F};
use crate::plan::Column;
use crate::types::value::{decimal_text, timestamp_text};
use crate::types::{DataType, LogicalType, Value};

/// The expression over these columns.
pub(crate) fn expr_text(expr: &Expr, columns: &[Column]) -> String {
    let text = |expr: &Expr| expr_text(expr, columns);
    match &expr.kind {
        ExprKind::Column(index) => {
            columns.get(*index).map_or_else(|| format!("${index}"), |column| column.name.clone())
        }
        ExprKind::Literal(value) => literal_text(value, &expr.data_type),
        ExprKind::Call { function, args } => call_text(*function, args, columns),
        ExprKind::Cast { input, mode } => {
            let name = if *mode == CastMode::Null { "TRY_CAST" } else { "CAST" };
            format!("{name}({} AS {})", text(input), full_name(&expr.data_type))
        }
        ExprKind::Case { branches, otherwise } => {
            let branches: Vec<String> =
                branches.iter().map(|b| format!("WHEN {} THEN {}", text(&b.when), text(&b.then))).collect();
            format!("CASE {} ELSE {} END", branches.join(" "), text(otherwise))
        }
        ExprKind::Field { input, index } => match &input.data_type.logical {
            LogicalType::Row(fields) => format!("{}.{}", text(input), fields[*index].name),
            _ => format!("{}.{index}", text(input)),
        },
        ExprKind::Element { input, index } => format!("{}[{}]", text(input), text(index)),
        ExprKind::Lookup { input, key } => format!("{}[{}]", text(input), text(key)),
        ExprKind::Construct(items) => {
            let items: Vec<String> = items.iter().map(text).collect();
            match expr.data_type.logical {
                LogicalType::Array(_) => format!("ARRAY[{}]", items.join(", ")),
                LogicalType::Map(..) => format!("MAP[{}]", items.join(", ")),
                _ => format!("ROW({})", items.join(", ")),
            }
        }
    }
}

/// A plan says VARCHAR(2147483647), and nothing of nullability.
fn full_name(data_type: &DataType) -> String {
    data_type.logical.clone().nullable().full_name()
}

fn call_text(function: F, args: &[Expr], columns: &[Column]) -> String {
    let args: Vec<String> = args.iter().map(|arg| expr_text(arg, columns)).collect();
    let infix = match function {
        F::Equal => "=",
        F::NotEqual => "<>",
        F::Less => "<",
        F::LessOrEqual => "<=",
        F::Greater => ">",
        F::GreaterOrEqual => ">=",
        F::IsDistinctFrom => "IS DISTINCT FROM",
        F::IsNotDistinctFrom => "IS NOT DISTINCT FROM",
        F::And => "AND",
        F::Or => "OR",
        F::Plus | F::DatetimePlus => "+",
        F::Minus | F::DatetimeMinus | F::DatetimeDifference => "-",
        F::Times | F::IntervalTimes => "*",
        F::Divide => "/",
        F::Remainder => "%",
        F::Concat => "||",
        F::Like if args.len() == 2 => "LIKE",
        _ => return prefix_text(function, &args),
    };
    format!("({})", args.join(&format!(" {infix} ")))
}

fn prefix_text(function: F, args: &[String]) -> String {
    let all = args.join(", ");
    match (function, args) {
        (F::In, [needle, items @ ..]) => format!("{needle} IN ({})", items.join(", ")),
        (F::Not, _) => format!("NOT {all}"),
        (F::Negate, _) => format!("-{all}"),
        (F::IsNull, _) => format!("{all} IS NULL"),
        (F::IsNotNull, _) => format!("{all} IS NOT NULL"),
        (F::IsTrue, _) => format!("{all} IS TRUE"),
        (F::IsNotTrue, _) => format!("{all} IS NOT TRUE"),
        (F::IsFalse, _) => format!("{all} IS FALSE"),
        (F::IsNotFalse, _) => format!("{all} IS NOT FALSE"),
        (F::Extract(unit), _) => format!("EXTRACT({} FROM {all})", unit.name()),
        (F::FloorTo(unit), _) => format!("FLOOR({all} TO {})", unit.name()),
        (F::CeilTo(unit), _) => format!("CEIL({all} TO {})", unit.name()),
        (F::TimestampDiff(unit), _) => format!("TIMESTAMPDIFF({}, {all})", unit.name()),
        (F::ToTimestampLtz { precision }, _) => format!("TO_TIMESTAMP_LTZ({all}, {precision})"),
        (F::Like, [text, pattern, escape]) => format!("({text} LIKE {pattern} ESCAPE {escape})"),
        (F::Position, [needle, text]) => format!("POSITION({needle} IN {text})"),
        _ => match SCALARS.iter().find(|def| def.function == function) {
            Some(def) => format!("{}({all})", def.name),
            None => format!("{function:?}({all})"),
        },
    }
}

fn literal_text(value: &Value, data_type: &DataType) -> String {
    match value {
        Value::Null => format!("null:{}", full_name(data_type)),
        Value::Boolean(value) => value.to_string(),
        Value::Int(value) => match data_type.logical {
            LogicalType::Int => value.to_string(),
            _ => format!("{value}:{}", full_name(data_type)),
        },
        Value::Float(value) => format!("{value:E}"),
        Value::Decimal(value) => match data_type.logical {
            LogicalType::Decimal { scale, .. } => decimal_text(*value, scale),
            _ => value.to_string(),
        },
        Value::String(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Bytes(bytes) => {
            let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            format!("X'{digits}'")
        }
        Value::Date(days) => format!("{days}:DATE"),
        Value::Time(millis) => format!("{millis}:TIME"),
        Value::Timestamp(value) => timestamp_text(*value),
        Value::Months(months) => format!("{months}:INTERVAL MONTH"),
        Value::Millis(millis) => format!("{millis}:INTERVAL SECOND"),
        Value::List(_) | Value::Map(_) => format!("{value:?}"),
    }
}
