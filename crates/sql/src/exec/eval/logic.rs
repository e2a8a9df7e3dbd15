//! Three-valued logic and CASE, evaluating for each row only what SQL evaluates.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BooleanArray, RecordBatch, UInt32Array, new_null_array};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::DataType as ArrowType;

use super::{Col, Compiled, EvalContext};
use crate::exec::error::ExecError;
use crate::functions::ScalarFunction as F;

/// A BOOLEAN array; an untyped NULL column counts as one.
pub(super) fn booleans(array: &ArrayRef) -> BooleanArray {
    match array.as_boolean_opt() {
        Some(booleans) => booleans.clone(),
        None => BooleanArray::new_null(array.len()),
    }
}

fn known(array: &BooleanArray) -> BooleanBuffer {
    array.nulls().map_or_else(|| BooleanBuffer::new_set(array.len()), |nulls| nulls.inner().clone())
}

/// AND (`absorbing` FALSE) and OR (`absorbing` TRUE): a later operand matters only where no earlier one decided.
pub(super) fn connective(
    args: &[Compiled],
    absorbing: bool,
    batch: &RecordBatch,
    context: &EvalContext,
) -> Result<Col, ExecError> {
    let rows = batch.num_rows();
    let mut result = booleans(&args[0].eval(batch, context)?);
    for arg in &args[1..] {
        let next = match arg.eval(batch, context) {
            Ok(array) => booleans(&array),
            // It may have failed on a row that it must not see.
            Err(_) => {
                let decided = decided(&result, absorbing);
                let open: UInt32Array =
                    (0..rows as u32).filter(|row| !decided.value(*row as usize)).collect();
                spread(
                    &arg.eval(&arrow_select::take::take_record_batch(batch, &open)?, context)?,
                    &open,
                    rows,
                )?
            }
        };
        result = combine(&result, &next, absorbing);
    }
    Ok(Col::rows(Arc::new(result)))
}

fn decided(array: &BooleanArray, absorbing: bool) -> BooleanBuffer {
    let values = if absorbing { array.values().clone() } else { !array.values() };
    &values & &known(array)
}

/// Values of the rows `at` among `rows` rows, NULL elsewhere.
fn spread(values: &ArrayRef, at: &UInt32Array, rows: usize) -> Result<BooleanArray, ExecError> {
    let mut places: Vec<Option<u32>> = vec![None; rows];
    at.values().iter().enumerate().for_each(|(from, to)| places[*to as usize] = Some(from as u32));
    let spread = arrow_select::take::take(values, &UInt32Array::from(places), None)?;
    Ok(booleans(&spread))
}

/// Kleene's AND and OR.
fn combine(a: &BooleanArray, b: &BooleanArray, absorbing: bool) -> BooleanArray {
    if a.nulls().is_none() && b.nulls().is_none() {
        let values = if absorbing { a.values() | b.values() } else { a.values() & b.values() };
        return BooleanArray::new(values, None);
    }
    let decided = &decided(a, absorbing) | &decided(b, absorbing);
    let valid = &decided | &(&known(a) & &known(b));
    let values = if absorbing { decided } else { !&decided };
    BooleanArray::new(values, Some(NullBuffer::new(valid)))
}

pub(super) fn unary(function: F, value: &Col) -> ArrayRef {
    let array = &value.array;
    if matches!(function, F::IsNull | F::IsNotNull) {
        let known = match array.logical_nulls() {
            Some(nulls) => nulls.inner().clone(),
            None => BooleanBuffer::new_set(array.len()),
        };
        let values = if function == F::IsNull { !&known } else { known };
        return Arc::new(BooleanArray::new(values, None));
    }
    let booleans = booleans(array);
    let known = known(&booleans);
    let values = match function {
        F::Not => return Arc::new(BooleanArray::new(!booleans.values(), booleans.nulls().cloned())),
        F::IsTrue => booleans.values() & &known,
        F::IsNotTrue => !&(booleans.values() & &known),
        F::IsFalse => &!booleans.values() & &known,
        _ => !&(&!booleans.values() & &known),
    };
    Arc::new(BooleanArray::new(values, None))
}

/// The first branch whose condition is TRUE, evaluated for the rows that reach it.
pub(super) fn case(
    branches: &[(Compiled, Compiled)],
    otherwise: &Compiled,
    result: &ArrowType,
    batch: &RecordBatch,
    context: &EvalContext,
) -> Result<Col, ExecError> {
    let rows = batch.num_rows();
    let mut open: UInt32Array = (0..rows as u32).collect();
    let mut rest = batch.clone();
    // The first array answers for rows that no branch reached (there are none); each other holds a branch's rows.
    let mut results: Vec<ArrayRef> = vec![new_null_array(result, 1)];
    let mut places = vec![(0, 0); rows];
    let mut settle = |values: ArrayRef, at: &UInt32Array| {
        for (from, to) in at.values().iter().enumerate() {
            places[*to as usize] = (results.len(), from);
        }
        results.push(values);
    };
    for (when, then) in branches {
        if open.is_empty() {
            break;
        }
        let taken = when.eval_filter(&rest, context)?;
        if taken.true_count() > 0 {
            let matched = arrow_select::filter::filter_record_batch(&rest, &taken)?;
            let at = arrow_select::filter::filter(&open, &taken)?;
            settle(then.eval(&matched, context)?, at.as_primitive());
        }
        let others = BooleanArray::new(!taken.values(), None);
        open = arrow_select::filter::filter(&open, &others)?.as_primitive().clone();
        rest = arrow_select::filter::filter_record_batch(&rest, &others)?;
    }
    if !open.is_empty() {
        settle(otherwise.eval(&rest, context)?, &open);
    }
    let arrays: Vec<&dyn Array> = results.iter().map(AsRef::as_ref).collect();
    Ok(Col::rows(arrow_select::interleave::interleave(&arrays, &places)?))
}
