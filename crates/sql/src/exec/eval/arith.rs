//! Arithmetic on integers, floats and intervals, as Java computes: integers wrap, floats are IEEE.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, DurationMillisecondType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type,
};
use arrow_array::{Array, ArrayRef, ArrowNativeTypeOp, PrimitiveArray};
use arrow_buffer::NullBuffer;
use arrow_schema::DataType as ArrowType;

use super::{Col, Fault};
use crate::functions::ScalarFunction as F;

pub(super) fn binary(
    function: F,
    left: &Col,
    right: &Col,
    rows: usize,
    result: &ArrowType,
) -> Result<ArrayRef, Fault> {
    // The remainder of integers has the divisor's type: both are cut to it after computing in 64 bits.
    if function == F::Remainder && left.array.data_type() != right.array.data_type() {
        return mixed_remainder(left, right, rows, result);
    }
    match left.array.data_type() {
        ArrowType::Int8 => integers::<Int8Type>(function, left, right, rows),
        ArrowType::Int16 => integers::<Int16Type>(function, left, right, rows),
        ArrowType::Int32 => integers::<Int32Type>(function, left, right, rows),
        ArrowType::Int64 => integers::<Int64Type>(function, left, right, rows),
        ArrowType::Duration(_) => integers::<DurationMillisecondType>(function, left, right, rows),
        ArrowType::Float32 => floats::<Float32Type>(function, left, right, rows),
        ArrowType::Float64 => floats::<Float64Type>(function, left, right, rows),
        other => Err(Fault::new(format!("no arithmetic on {other}"))),
    }
}

fn integers<T: ArrowPrimitiveType>(
    function: F,
    left: &Col,
    right: &Col,
    rows: usize,
) -> Result<ArrayRef, Fault>
where
    T::Native: ArrowNativeTypeOp,
{
    match function {
        F::Plus => map::<T>(left, right, rows, |a, b| Ok(a.add_wrapping(b))),
        F::Minus => map::<T>(left, right, rows, |a, b| Ok(a.sub_wrapping(b))),
        F::Times => map::<T>(left, right, rows, |a, b| Ok(a.mul_wrapping(b))),
        F::Divide => map::<T>(left, right, rows, |a, b| not_zero(b).map(|()| a.div_wrapping(b))),
        _ => map::<T>(left, right, rows, |a, b| not_zero(b).map(|()| a.mod_wrapping(b))),
    }
}

fn not_zero<N: ArrowNativeTypeOp>(divisor: N) -> Result<(), Fault> {
    if divisor.is_zero() { Err(Fault::new("division by zero")) } else { Ok(()) }
}

fn floats<T: ArrowPrimitiveType>(function: F, left: &Col, right: &Col, rows: usize) -> Result<ArrayRef, Fault>
where
    T::Native: ArrowNativeTypeOp,
{
    match function {
        F::Plus => map::<T>(left, right, rows, |a, b| Ok(a.add_wrapping(b))),
        F::Minus => map::<T>(left, right, rows, |a, b| Ok(a.sub_wrapping(b))),
        F::Times => map::<T>(left, right, rows, |a, b| Ok(a.mul_wrapping(b))),
        F::Divide => map::<T>(left, right, rows, |a, b| Ok(a.div_wrapping(b))),
        _ => map::<T>(left, right, rows, |a, b| Ok(a.mod_wrapping(b))),
    }
}

/// Applies `op` where both values are known; a failing value fails the expression only there.
fn map<T: ArrowPrimitiveType>(
    left: &Col,
    right: &Col,
    rows: usize,
    op: impl Fn(T::Native, T::Native) -> Result<T::Native, Fault>,
) -> Result<ArrayRef, Fault> {
    let (a, b) = (left.array.as_primitive::<T>(), right.array.as_primitive::<T>());
    let nulls = nulls_of(left, right, rows);
    let mut values = Vec::with_capacity(rows);
    for row in 0..rows {
        let known = nulls.as_ref().is_none_or(|n| n.is_valid(row));
        values.push(if known {
            op(a.value(left.at(row)), b.value(right.at(row)))?
        } else {
            T::Native::default()
        });
    }
    let array = PrimitiveArray::<T>::new(values.into(), nulls).with_data_type(left.array.data_type().clone());
    Ok(Arc::new(array))
}

/// Where both are known, row by row; `None` where everything is.
pub(super) fn nulls_of(left: &Col, right: &Col, rows: usize) -> Option<NullBuffer> {
    if left.array.null_count() == 0 && right.array.null_count() == 0 {
        return None;
    }
    let known = |row| !left.array.is_null(left.at(row)) && !right.array.is_null(right.at(row));
    Some((0..rows).map(known).collect::<Vec<bool>>().into())
}

fn mixed_remainder(left: &Col, right: &Col, rows: usize, result: &ArrowType) -> Result<ArrayRef, Fault> {
    use crate::exec::scalar::{Reader, Scalar, Writer};
    let (a, b) = (Reader::new(&left.array), Reader::new(&right.array));
    let mut out = Writer::new(result, rows);
    for row in 0..rows {
        out.push(&match (a.get(left.at(row)), b.get(right.at(row))) {
            (Scalar::Int(a), Scalar::Int(b)) => {
                not_zero(b)?;
                Scalar::Int(a.wrapping_rem(b))
            }
            (a, b) if a.is_null() || b.is_null() => Scalar::Null,
            (a, b) => Scalar::Float(a.float() % b.float()),
        })?;
    }
    Ok(out.finish())
}
