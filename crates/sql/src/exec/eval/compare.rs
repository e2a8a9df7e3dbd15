//! Comparisons: `=`, `<`, `IS DISTINCT FROM`, `IN`.
//!
//! Zeros of both signs are equal and NaN is like nothing, as for Java's primitives; the arrow kernels order floats
//! totally, so floats have a loop of their own.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, Datum, Scalar as ArrowScalar};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_ord::cmp;
use arrow_row::{RowConverter, SortField};
use arrow_schema::DataType as ArrowType;

use super::{Col, Fault};
use crate::functions::ScalarFunction as F;

pub(super) fn compare(function: F, left: &Col, right: &Col, rows: usize) -> Result<ArrayRef, Fault> {
    let result = match left.array.data_type() {
        ArrowType::Float32 | ArrowType::Float64 => floats(function, left, right, rows),
        ArrowType::Struct(_) | ArrowType::List(_) | ArrowType::Map(..) => {
            nested(function, left, right, rows)?
        }
        _ => {
            let right_array = same_type(&right.array, left.array.data_type());
            let right = Col { array: right_array, constant: right.constant };
            kernel(function, left, &right)?
        }
    };
    Ok(Arc::new(result))
}

/// DECIMALs of one scale compare whatever their precision, but the kernel wants one type.
fn same_type(array: &ArrayRef, wanted: &ArrowType) -> ArrayRef {
    match (array.data_type(), wanted) {
        (ArrowType::Decimal128(_, a), ArrowType::Decimal128(_, b)) if a == b => Arc::new(
            array.as_primitive::<arrow_array::types::Decimal128Type>().clone().with_data_type(wanted.clone()),
        ),
        _ => array.clone(),
    }
}

fn kernel(function: F, left: &Col, right: &Col) -> Result<BooleanArray, Fault> {
    let run = |a: &dyn Datum, b: &dyn Datum| match function {
        F::Equal => cmp::eq(a, b),
        F::NotEqual => cmp::neq(a, b),
        F::Less => cmp::lt(a, b),
        F::LessOrEqual => cmp::lt_eq(a, b),
        F::Greater => cmp::gt(a, b),
        F::GreaterOrEqual => cmp::gt_eq(a, b),
        F::IsDistinctFrom => cmp::distinct(a, b),
        _ => cmp::not_distinct(a, b),
    };
    // Two constants are arrays of one element each; a constant beside rows stands for all of them.
    Ok(match (left.constant, right.constant) {
        (false, true) => run(&left.array, &ArrowScalar::new(right.array.clone())),
        (true, false) => run(&ArrowScalar::new(left.array.clone()), &right.array),
        _ => run(&left.array, &right.array),
    }?)
}

fn floats(function: F, left: &Col, right: &Col, rows: usize) -> BooleanArray {
    let read = |col: &Col, row: usize| match col.array.data_type() {
        ArrowType::Float32 => f64::from(col.array.as_primitive::<Float32Type>().value(col.at(row))),
        _ => col.array.as_primitive::<Float64Type>().value(col.at(row)),
    };
    let values = BooleanBuffer::collect_bool(rows, |row| {
        let (a, b) = (read(left, row), read(right, row));
        match function {
            F::Equal => a == b,
            F::NotEqual => a != b,
            F::Less => a < b,
            F::LessOrEqual => a <= b,
            F::Greater => a > b,
            _ => a >= b,
        }
    });
    BooleanArray::new(values, both_known(left, right, rows))
}

/// ROW, ARRAY and MAP compare by their row encoding.
fn nested(function: F, left: &Col, right: &Col, rows: usize) -> Result<BooleanArray, Fault> {
    let converter = RowConverter::new(vec![SortField::new(left.array.data_type().clone())])?;
    let a = converter.convert_columns(std::slice::from_ref(&left.array))?;
    let b = converter.convert_columns(std::slice::from_ref(&right.array))?;
    let values = BooleanBuffer::collect_bool(rows, |row| {
        let order = a.row(left.at(row)).cmp(&b.row(right.at(row)));
        match function {
            F::Equal => order.is_eq(),
            F::NotEqual => order.is_ne(),
            F::Less => order.is_lt(),
            F::LessOrEqual => order.is_le(),
            F::Greater => order.is_gt(),
            _ => order.is_ge(),
        }
    });
    Ok(BooleanArray::new(values, both_known(left, right, rows)))
}

fn both_known(left: &Col, right: &Col, rows: usize) -> Option<NullBuffer> {
    if left.array.null_count() == 0 && right.array.null_count() == 0 {
        return None;
    }
    let known = |row| !left.array.is_null(left.at(row)) && !right.array.is_null(right.at(row));
    Some(NullBuffer::new(BooleanBuffer::collect_bool(rows, known)))
}

/// `IS [NOT] DISTINCT FROM`: never NULL.
pub(super) fn distinct(function: F, left: &Col, right: &Col, rows: usize) -> Result<ArrayRef, Fault> {
    let equal = compare(F::Equal, left, right, rows)?;
    let equal = equal.as_boolean();
    let wanted = function == F::IsNotDistinctFrom;
    let values = BooleanBuffer::collect_bool(rows, |row| {
        let (a, b) = (left.array.is_null(left.at(row)), right.array.is_null(right.at(row)));
        let same = if a || b { a && b } else { equal.value(row) };
        same == wanted
    });
    Ok(Arc::new(BooleanArray::new(values, None)))
}

/// `needle IN (items…)`: TRUE where one is equal, NULL where none is but one comparison is unknown.
pub(super) fn is_in(values: &[Col], rows: usize) -> Result<ArrayRef, Fault> {
    let mut found = BooleanBuffer::new_unset(rows);
    let mut unknown = BooleanBuffer::new_unset(rows);
    for item in &values[1..] {
        let equal = compare(F::Equal, &values[0], item, rows)?;
        let equal = equal.as_boolean();
        match equal.nulls() {
            None => found = &found | equal.values(),
            Some(nulls) => {
                found = &found | &(equal.values() & nulls.inner());
                unknown = &unknown | &!nulls.inner();
            }
        }
    }
    let nulls = (unknown.count_set_bits() > 0).then(|| NullBuffer::new(&found | &!&unknown));
    Ok(Arc::new(BooleanArray::new(found, nulls)))
}
