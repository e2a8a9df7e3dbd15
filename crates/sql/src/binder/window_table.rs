//! Window table functions in FROM: `TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE))`.
//!
//! Arguments come by place or by name; each function's parameters stand in one table.

use super::expr::ExprBinder;
use super::window::no_time_attribute;
use crate::ast::{self, TableArg, TableArgValue, TableFunction};
use crate::error::{Position, SqlError, SqlResult};
use crate::plan::{Plan, TimeAttribute, Window, WindowKind, WindowStyle};

/// The arguments of a window table function under their names.
struct WindowArgs<'a> {
    function: &'a str,
    names: &'static [&'static str],
    values: Vec<Option<&'a TableArg>>,
    position: Position,
}

/// Parameters of each window table function, in order; OFFSET may be left out.
const TABLE_FUNCTIONS: &[(&str, &[&str])] = &[
    ("TUMBLE", &["DATA", "TIMECOL", "SIZE", "OFFSET"]),
    ("HOP", &["DATA", "TIMECOL", "SLIDE", "SIZE", "OFFSET"]),
    ("CUMULATE", &["DATA", "TIMECOL", "STEP", "SIZE", "OFFSET"]),
    ("SESSION", &["DATA", "TIMECOL", "GAP"]),
];

/// Whether this is a window table function, by its upper-case name.
pub(super) fn is_window_function(name: &str) -> bool {
    TABLE_FUNCTIONS.iter().any(|(known, _)| *known == name)
}

/// The table argument of a window table function.
pub(super) fn window_input(function: &TableFunction) -> SqlResult<(&ast::TableRef, &[ast::Expr])> {
    let args = WindowArgs::of(function)?;
    match &args.required("DATA")?.value {
        TableArgValue::Table { input, partition_by } => Ok((input, partition_by)),
        TableArgValue::Expr(expr) => {
            Err(SqlError::at(expr.position, "the first argument is a table: write TABLE name"))
        }
    }
}

/// Puts the window table function on top of its table.
pub(super) fn bind_window_function(
    function: &TableFunction,
    input: Plan,
    binder: &mut ExprBinder<'_>,
    partition_by: &[ast::Expr],
) -> SqlResult<Plan> {
    let args = WindowArgs::of(function)?;
    if !input.changelog.is_append_only() {
        return Err(SqlError::not_offered(args.position, "a window over rows that change"));
    }
    let (time_column, time) = args.time_column(&input)?;
    let kind = args.kind(binder, partition_by)?;
    Ok(Plan::window_table(input, Window { kind, time_column, time, style: WindowStyle::TableFunction }))
}

impl<'a> WindowArgs<'a> {
    fn of(function: &'a TableFunction) -> SqlResult<Self> {
        let name = function.name.last();
        let position = function.name.position();
        let known = TABLE_FUNCTIONS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
        let Some((known, names)) = known else {
            return Err(SqlError::not_offered(position, format!("the table function {name}")));
        };
        let mut values: Vec<Option<&TableArg>> = vec![None; names.len()];
        for (place, arg) in function.args.iter().enumerate() {
            let place = match &arg.name {
                None => Some(place).filter(|place| *place < names.len()),
                Some(name) => names.iter().position(|known| name.value.eq_ignore_ascii_case(known)),
            };
            match place {
                Some(place) if values[place].is_none() => values[place] = Some(arg),
                _ => {
                    let message = format!("{known} does not take this argument");
                    let hint = format!("it is {known}({})", names.join(", "));
                    return Err(SqlError::at(arg.position, message).with_hint(hint));
                }
            }
        }
        Ok(Self { function: known, names, values, position })
    }

    fn given(&self, name: &str) -> Option<&'a TableArg> {
        let place = self.names.iter().position(|known| *known == name)?;
        self.values[place]
    }

    fn required(&self, name: &str) -> SqlResult<&'a TableArg> {
        self.given(name).ok_or_else(|| {
            let message = format!("{} lacks its {name}", self.function);
            let hint = format!("it is {}({})", self.function, self.names.join(", "));
            SqlError::at(self.position, message).with_hint(hint)
        })
    }

    fn time_column(&self, input: &Plan) -> SqlResult<(usize, TimeAttribute)> {
        let arg = self.required("TIMECOL")?;
        let column = match &arg.value {
            TableArgValue::Expr(ast::Expr { kind: ast::ExprKind::Descriptor(columns), .. })
                if columns.len() == 1 =>
            {
                &columns[0]
            }
            _ => return Err(SqlError::at(arg.position, "the time column is written as DESCRIPTOR(column)")),
        };
        let Some(index) = input.schema.iter().position(|known| known.name == column.value) else {
            let error = SqlError::at(column.position, format!("unknown column '{}'", column.value));
            let known = input.schema.iter().map(|known| known.name.as_str());
            return Err(super::suggest::nearest(error, &column.value, known));
        };
        match input.schema[index].time {
            Some(time) => Ok((index, time)),
            None => Err(no_time_attribute(column.position, &column.value)),
        }
    }

    fn length(&self, name: &str, binder: &mut ExprBinder<'_>) -> SqlResult<i64> {
        let arg = self.required(name)?;
        match &arg.value {
            TableArgValue::Expr(expr) => binder.window_length(expr),
            TableArgValue::Table { .. } => Err(SqlError::at(arg.position, format!("{name} is an interval"))),
        }
    }

    fn offset(&self, binder: &mut ExprBinder<'_>) -> SqlResult<i64> {
        match self.given("OFFSET").map(|arg| (&arg.value, arg.position)) {
            None => Ok(0),
            Some((TableArgValue::Expr(expr), _)) => binder.interval_literal(expr),
            Some((_, position)) => Err(SqlError::at(position, "OFFSET is an interval")),
        }
    }

    fn kind(&self, binder: &mut ExprBinder<'_>, partition_by: &[ast::Expr]) -> SqlResult<WindowKind> {
        if self.function != "SESSION"
            && let Some(key) = partition_by.first()
        {
            return Err(SqlError::at(key.position, format!("{} takes no PARTITION BY", self.function)));
        }
        let multiple = |of: &str, part: &str, whole_ms: i64, part_ms: i64| match whole_ms % part_ms {
            0 => Ok(()),
            _ => {
                let message = format!(
                    "the {of} of {} is a multiple of its {part}; {whole_ms} ms is none of {part_ms} ms",
                    self.function
                );
                Err(SqlError::at(self.position, message))
            }
        };
        match self.function {
            "HOP" => {
                let (slide_ms, size_ms) = (self.length("SLIDE", binder)?, self.length("SIZE", binder)?);
                multiple("size", "slide", size_ms, slide_ms)?;
                Ok(WindowKind::Hop { slide_ms, size_ms, offset_ms: self.offset(binder)? })
            }
            "CUMULATE" => {
                let (step_ms, max_ms) = (self.length("STEP", binder)?, self.length("SIZE", binder)?);
                multiple("size", "step", max_ms, step_ms)?;
                Ok(WindowKind::Cumulate { step_ms, max_ms, offset_ms: self.offset(binder)? })
            }
            "SESSION" => {
                let gap_ms = self.length("GAP", binder)?;
                let mut partition = Vec::new();
                for key in partition_by {
                    let bound = binder.bind(key)?;
                    partition.push(
                        bound
                            .as_column()
                            .ok_or_else(|| SqlError::at(key.position, "PARTITION BY takes columns here"))?,
                    );
                }
                Ok(WindowKind::Session { gap_ms, partition })
            }
            _ => Ok(WindowKind::Tumble {
                size_ms: self.length("SIZE", binder)?,
                offset_ms: self.offset(binder)?,
            }),
        }
    }
}
