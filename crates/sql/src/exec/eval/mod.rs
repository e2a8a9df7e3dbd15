//! Expressions on record batches, with Flink's semantics.
//!
//! An expression is compiled once per job (literals become arrays, constant patterns become matchers) and evaluated per
//! chunk. What is common runs as kernels over whole arrays, the long tail row by row on [`Scalar`]s. Only what SQL evaluates may
//! fail: the later operands of AND and OR and the branches of CASE see only the rows that reach them.

mod arith;
mod cast;
mod compare;
mod datetime;
mod decimal;
mod logic;
mod nested;
mod rowwise;
mod string;
mod zone;

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, RecordBatchOptions, UInt32Array};
use arrow_schema::{DataType as ArrowType, Field, FieldRef, Schema};
use headwater_runtime::{Clock, Entropy};

use super::error::ExecError;
use super::scalar::Scalar;
use crate::explain::{SO_FAR, expr_text};
use crate::expr::{CastMode, Expr, ExprKind};
use crate::functions::ScalarFunction;
use crate::plan::Column;
use crate::types::{DataType, LogicalType};

pub use cast::value_to_array;
pub use datetime::write_timestamp_text;
pub(crate) use decimal::{divide_to_scale, rescale};
pub use zone::Zone;

/// What expressions see besides their row.
#[derive(Clone)]
pub struct EvalContext {
    pub clock: Clock,
    pub entropy: Entropy,
    /// `table.local-time-zone`
    pub zone: Zone,
    /// The operator's watermark in milliseconds, for CURRENT_WATERMARK.
    pub watermark: Option<i64>,
}

/// A value an expression cannot compute; the text names the value, the caller adds the expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault(pub String);

impl Fault {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl From<arrow_schema::ArrowError> for Fault {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self(error.to_string())
    }
}

impl From<ExecError> for Fault {
    fn from(error: ExecError) -> Self {
        Self(error.to_string())
    }
}

/// An expression's value over a batch: one array element per row, or one element for all of them.
#[derive(Clone, Debug)]
pub(crate) struct Col {
    pub array: ArrayRef,
    pub constant: bool,
}

impl Col {
    fn rows(array: ArrayRef) -> Self {
        Self { array, constant: false }
    }

    #[inline]
    fn at(&self, row: usize) -> usize {
        if self.constant { 0 } else { row }
    }

    fn into_array(self, rows: usize) -> Result<ArrayRef, Fault> {
        if !self.constant {
            return Ok(self.array);
        }
        Ok(arrow_select::take::take(&self.array, &UInt32Array::from(vec![0; rows]), None)?)
    }
}

/// An expression made ready to run.
#[derive(Clone)]
pub struct Compiled {
    kind: Kind,
    logical: LogicalType,
    arrow: ArrowType,
    /// The expression as an error names it.
    text: Arc<str>,
}

#[derive(Clone)]
enum Kind {
    Column(usize),
    Literal(ArrayRef),
    Call {
        function: ScalarFunction,
        args: Vec<Compiled>,
        state: Arc<rowwise::CallState>,
    },
    Cast {
        input: Box<Compiled>,
        mode: CastMode,
    },
    Case {
        branches: Vec<(Compiled, Compiled)>,
        otherwise: Box<Compiled>,
    },
    Field {
        input: Box<Compiled>,
        index: usize,
    },
    Element {
        input: Box<Compiled>,
        index: Box<Compiled>,
    },
    Lookup {
        input: Box<Compiled>,
        key: Box<Compiled>,
    },
    Construct(Vec<Compiled>),
    Chain {
        first: Box<Compiled>,
        steps: Vec<Compiled>,
    },
    /// The last column of the batch that a step of a chain sees.
    SoFar,
}

impl Compiled {
    /// Over rows of these columns, whose names errors show.
    pub fn new(expr: &Expr, columns: &[Column]) -> Result<Self, ExecError> {
        let one = |e: &Expr| Compiled::new(e, columns);
        let boxed = |e: &Expr| one(e).map(Box::new);
        let all = |es: &[Expr]| es.iter().map(one).collect::<Result<Vec<_>, _>>();
        let kind = match &expr.kind {
            ExprKind::Column(index) => Kind::Column(*index),
            ExprKind::Literal(value) => Kind::Literal(value_to_array(value, &expr.data_type.logical)?),
            ExprKind::Call { function, args } => {
                let args = all(args)?;
                let state = Arc::new(rowwise::CallState::new(*function, &args)?);
                Kind::Call { function: *function, args, state }
            }
            ExprKind::Cast { input, mode } => Kind::Cast { input: boxed(input)?, mode: *mode },
            ExprKind::Case { branches, otherwise } => Kind::Case {
                branches: branches
                    .iter()
                    .map(|b| Ok((one(&b.when)?, one(&b.then)?)))
                    .collect::<Result<_, ExecError>>()?,
                otherwise: boxed(otherwise)?,
            },
            ExprKind::Field { input, index } => Kind::Field { input: boxed(input)?, index: *index },
            ExprKind::Element { input, index } => {
                Kind::Element { input: boxed(input)?, index: boxed(index)? }
            }
            ExprKind::Lookup { input, key } => Kind::Lookup { input: boxed(input)?, key: boxed(key)? },
            ExprKind::Construct(items) => Kind::Construct(all(items)?),
            ExprKind::Chain { first, steps } => Kind::Chain { first: boxed(first)?, steps: all(steps)? },
            ExprKind::SoFar => Kind::SoFar,
        };
        let logical = expr.data_type.logical.clone();
        Ok(Self { kind, arrow: logical.to_arrow(), logical, text: shown(expr, columns).into() })
    }

    /// The column this expression passes on unchanged, if it is one.
    pub fn as_column(&self) -> Option<usize> {
        match self.kind {
            Kind::Column(index) => Some(index),
            _ => None,
        }
    }

    /// The value for every row of the batch.
    pub fn eval(&self, batch: &RecordBatch, context: &EvalContext) -> Result<ArrayRef, ExecError> {
        let col = self.col(batch, context)?;
        col.into_array(batch.num_rows()).map_err(|fault| self.error(fault))
    }

    /// The rows for which this BOOLEAN expression is TRUE; `None` where it is a constant TRUE.
    pub fn eval_filter(&self, batch: &RecordBatch, context: &EvalContext) -> Result<BooleanArray, ExecError> {
        let array = self.eval(batch, context)?;
        let booleans = logic::booleans(&array);
        Ok(match booleans.nulls() {
            None => booleans.clone(),
            Some(nulls) => BooleanArray::new(booleans.values() & nulls.inner(), None),
        })
    }

    fn error(&self, fault: Fault) -> ExecError {
        ExecError::of_expression(&self.text, fault.0)
    }

    fn col(&self, batch: &RecordBatch, context: &EvalContext) -> Result<Col, ExecError> {
        let named = |fault| self.error(fault);
        match &self.kind {
            Kind::Column(index) => Ok(Col::rows(batch.column(*index).clone())),
            Kind::Literal(array) => Ok(Col { array: array.clone(), constant: true }),
            Kind::Call { function: ScalarFunction::And, args, .. } => {
                logic::connective(args, false, batch, context)
            }
            Kind::Call { function: ScalarFunction::Or, args, .. } => {
                logic::connective(args, true, batch, context)
            }
            Kind::Call { function, args, state } => {
                let values: Vec<Col> =
                    args.iter().map(|arg| arg.col(batch, context)).collect::<Result<_, _>>()?;
                self.call(*function, args, &values, state, batch.num_rows(), context).map_err(named)
            }
            Kind::Cast { input, mode } => {
                let value = input.col(batch, context)?;
                let array =
                    cast::cast(&value.array, &input.logical, &self.logical, *mode, context).map_err(named)?;
                Ok(Col { array, constant: value.constant })
            }
            Kind::Case { branches, otherwise } => {
                logic::case(branches, otherwise, &self.arrow, batch, context)
            }
            Kind::Field { input, index } => {
                let value = input.col(batch, context)?;
                Ok(Col {
                    array: nested::field(&value.array, *index).map_err(named)?,
                    constant: value.constant,
                })
            }
            Kind::Element { input, index } => {
                let (value, index) = (input.col(batch, context)?, index.col(batch, context)?);
                nested::element(&value, &index, batch.num_rows()).map_err(named)
            }
            Kind::Lookup { input, key } => {
                let (value, key) = (input.col(batch, context)?, key.col(batch, context)?);
                nested::lookup(&value, &key, batch.num_rows()).map_err(named)
            }
            Kind::Construct(items) => {
                let values: Vec<ArrayRef> =
                    items.iter().map(|item| item.eval(batch, context)).collect::<Result<_, _>>()?;
                nested::construct(values, &self.arrow, batch.num_rows()).map(Col::rows).map_err(named)
            }
            Kind::Chain { first, steps } => {
                let first = first.eval(batch, context)?;
                let value = steps
                    .iter()
                    .try_fold(first, |so_far, step| step.eval(&with_column(batch, so_far)?, context))?;
                Ok(Col::rows(value))
            }
            Kind::SoFar => Ok(Col::rows(batch.column(batch.num_columns() - 1).clone())),
        }
    }

    /// A function over evaluated arguments: a kernel where there is one, else row by row.
    fn call(
        &self,
        function: ScalarFunction,
        args: &[Compiled],
        values: &[Col],
        state: &rowwise::CallState,
        rows: usize,
        context: &EvalContext,
    ) -> Result<Col, Fault> {
        use ScalarFunction as F;
        let constant = !values.is_empty() && values.iter().all(|v| v.constant) && function.is_deterministic();
        let rows = if constant { 1 } else { rows };
        let whole = |array: ArrayRef| Ok(Col { array, constant });
        match function {
            F::Equal | F::NotEqual | F::Less | F::LessOrEqual | F::Greater | F::GreaterOrEqual => {
                whole(compare::compare(function, &values[0], &values[1], rows)?)
            }
            F::IsDistinctFrom | F::IsNotDistinctFrom => {
                whole(compare::distinct(function, &values[0], &values[1], rows)?)
            }
            F::In => whole(compare::is_in(values, rows)?),
            F::Not | F::IsNull | F::IsNotNull | F::IsTrue | F::IsNotTrue | F::IsFalse | F::IsNotFalse => {
                whole(logic::unary(function, &values[0]))
            }
            F::Plus | F::Minus | F::Times | F::Divide | F::Remainder
                if !matches!(self.logical, LogicalType::Decimal { .. }) =>
            {
                whole(arith::binary(function, &values[0], &values[1], rows, &self.arrow)?)
            }
            F::Plus | F::Minus | F::Times | F::Divide | F::Remainder => {
                let types = (&args[0].logical, &args[1].logical, &self.logical);
                whole(decimal::binary(function, &values[0], &values[1], rows, types)?)
            }
            F::Coalesce => whole(nested::coalesce(values, rows)?),
            F::DatetimePlus | F::DatetimeMinus => {
                let types = (&args[0].logical, &args[1].logical);
                whole(datetime::plus(function, &values[0], &values[1], rows, types, &self.arrow)?)
            }
            F::Cardinality | F::ArrayContains | F::MapKeys | F::MapValues => {
                whole(nested::collection(function, values, rows)?)
            }
            _ => {
                let types: Vec<&LogicalType> = args.iter().map(|arg| &arg.logical).collect();
                let call = rowwise::Call { function, types: &types, result: &self.logical, state, context };
                whole(call.run(values, rows, &self.arrow)?)
            }
        }
    }
}

/// The batch with one more column behind its own.
fn with_column(batch: &RecordBatch, column: ArrayRef) -> Result<RecordBatch, ExecError> {
    let mut fields: Vec<FieldRef> = batch.schema_ref().fields().to_vec();
    fields.push(Arc::new(Field::new("", column.data_type().clone(), true)));
    let mut columns = batch.columns().to_vec();
    columns.push(column);
    let rows = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    Ok(RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &rows)?)
}

/// The expression as an error shows it: of a long one the beginning, of a step of a chain `…` for what stands before it.
fn shown(expr: &Expr, columns: &[Column]) -> String {
    const CHARS_MAX: usize = 200;
    let text = expr_text(expr, columns).replace(SO_FAR, "…");
    match text.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Result type and nullability of a column, as operators declare it.
pub fn arrow_field(name: &str, data_type: &DataType) -> arrow_schema::Field {
    data_type.to_arrow_field(name)
}

/// Whether any argument is NULL in this row.
fn any_null(values: &[Scalar<'_>]) -> bool {
    values.iter().any(Scalar::is_null)
}

/// A flat value as CAST … AS STRING shows it, in UTC; `None` for NULL.
pub fn text_of(value: Scalar<'_>, logical: &LogicalType) -> Option<String> {
    if value.is_null() {
        return None;
    }
    cast::to_text(value, logical, Zone::UTC).ok().map(|text| text.into_owned())
}
