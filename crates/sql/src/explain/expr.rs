//! Bound expressions as text: infix operators, casts written out, columns by name.

use crate::expr::{CastMode, Expr, ExprKind};
use crate::functions::{ScalarFunction as F, TrimSide};
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
        ExprKind::SoFar => SO_FAR.to_owned(),
        ExprKind::Chain { first, steps } => chain_text(text(first), steps.iter().map(text)),
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

/// What stands for the value of the steps before; no identifier or literal holds it.
pub(crate) const SO_FAR: &str = "\0";

/// Every step around the text of those before it, as if they were nested.
fn chain_text(first: String, steps: impl Iterator<Item = String>) -> String {
    let (mut before, mut after) = (Vec::new(), first);
    for step in steps {
        let (left, right) = step.split_once(SO_FAR).unwrap_or(("", &step));
        before.push(left.to_owned());
        after.push_str(right);
    }
    before.reverse();
    before.concat() + &after
}

/// A plan says VARCHAR(2147483647), and nothing of nullability.
fn full_name(data_type: &DataType) -> String {
    data_type.logical.clone().nullable().full_name()
}

fn call_text(function: F, args: &[Expr], columns: &[Column]) -> String {
    let args: Vec<String> = args.iter().map(|arg| expr_text(arg, columns)).collect();
    match is_infix(function, args.len()) {
        true => format!("({})", args.join(&format!(" {} ", function.name()))),
        false => prefix_text(function, &args),
    }
}

fn is_infix(function: F, args: usize) -> bool {
    let comparison = matches!(
        function,
        F::Equal | F::NotEqual | F::Less | F::LessOrEqual | F::Greater | F::GreaterOrEqual
    );
    let arithmetic = matches!(
        function,
        F::Plus | F::Minus | F::Times | F::Divide | F::Remainder | F::IntervalTimes | F::Concat
    );
    let temporal = matches!(function, F::DatetimePlus | F::DatetimeMinus | F::DatetimeDifference);
    let words = matches!(function, F::And | F::Or | F::IsDistinctFrom | F::IsNotDistinctFrom);
    comparison || arithmetic || temporal || words || (function == F::Like && args == 2)
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
        (F::Trim(_), _) => format!("{}({all})", trim_name(function)),
        (F::Like, [text, pattern, escape]) => format!("({text} LIKE {pattern} ESCAPE {escape})"),
        (F::Position, [needle, text]) => format!("POSITION({needle} IN {text})"),
        _ => format!("{}({all})", function.name()),
    }
}

/// The function that trims this side: a plan shows TRIM's argument order in none.
fn trim_name(function: F) -> &'static str {
    match function {
        F::Trim(TrimSide::Leading) => "LTRIM",
        F::Trim(TrimSide::Trailing) => "RTRIM",
        _ => "BTRIM",
    }
}

fn element_type(of: &DataType, index: usize) -> DataType {
    match &of.logical {
        LogicalType::Array(element) => (**element).clone(),
        LogicalType::Row(fields) => fields[index].data_type.clone(),
        _ => LogicalType::Null.nullable(),
    }
}

fn map_types(of: &DataType) -> (DataType, DataType) {
    match &of.logical {
        LogicalType::Map(key, value) => ((**key).clone(), (**value).clone()),
        _ => (LogicalType::Null.nullable(), LogicalType::Null.nullable()),
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
        Value::List(items) => {
            let text = |(index, item)| literal_text(item, &element_type(data_type, index));
            format!("[{}]", items.iter().enumerate().map(text).collect::<Vec<_>>().join(", "))
        }
        Value::Map(entries) => {
            let (key_type, value_type) = map_types(data_type);
            let entries = entries.iter().map(|(key, of)| {
                format!("{}={}", literal_text(key, &key_type), literal_text(of, &value_type))
            });
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}
