//! ROW, ARRAY and MAP values: taken apart, put together, cast and shown.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Int32Array, ListArray, MapArray, StructArray, UInt32Array, new_null_array,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::DataType as ArrowType;

use super::cast::{self, to_text, value_to_array as flat_value};
use super::{Col, EvalContext, Fault, Zone};
use crate::exec::error::ExecError;
use crate::exec::scalar::Reader;
use crate::expr::CastMode;
use crate::functions::ScalarFunction as F;
use crate::types::{LogicalType as T, Value};

/// A field of a ROW; NULL where the row is.
pub(super) fn field(array: &ArrayRef, index: usize) -> Result<ArrayRef, Fault> {
    let row = array.as_struct();
    let column = row.column(index);
    let Some(nulls) = row.nulls() else { return Ok(column.clone()) };
    let places: UInt32Array =
        (0..row.len() as u32).map(|i| nulls.is_valid(i as usize).then_some(i)).collect();
    Ok(arrow_select::take::take(column, &places, None)?)
}

/// `array[i]`, i from 1; NULL outside.
pub(super) fn element(list: &Col, index: &Col, rows: usize) -> Result<Col, Fault> {
    let (lists, indices) = (list.array.as_list::<i32>(), index.array.as_primitive::<Int32Type>());
    let places: UInt32Array = (0..rows)
        .map(|row| {
            let (at, index_at) = (list.at(row), index.at(row));
            if lists.is_null(at) || indices.is_null(index_at) {
                return None;
            }
            let place = indices.value(index_at);
            let length = lists.value_length(at);
            (place >= 1 && place <= length).then(|| (lists.value_offsets()[at] + place - 1) as u32)
        })
        .collect();
    Ok(Col::rows(arrow_select::take::take(lists.values(), &places, None)?))
}

/// `map[key]`: the value of the last equal key; NULL where there is none.
pub(super) fn lookup(map: &Col, key: &Col, rows: usize) -> Result<Col, Fault> {
    let maps = map.array.as_map();
    let (keys, wanted) = (Reader::new(maps.keys()), Reader::new(&key.array));
    let places: UInt32Array = (0..rows)
        .map(|row| {
            let at = map.at(row);
            let wanted = wanted.get(key.at(row));
            if maps.is_null(at) || wanted.is_null() {
                return None;
            }
            let entries = maps.value_offsets()[at] as usize..maps.value_offsets()[at + 1] as usize;
            entries.rev().find(|entry| keys.get(*entry) == wanted).map(|entry| entry as u32)
        })
        .collect();
    Ok(Col::rows(arrow_select::take::take(maps.values(), &places, None)?))
}

/// ROW(…), ARRAY[…] or MAP[…] of evaluated items.
pub(super) fn construct(items: Vec<ArrayRef>, arrow: &ArrowType, rows: usize) -> Result<ArrayRef, Fault> {
    Ok(match arrow {
        ArrowType::Struct(fields) => {
            Arc::new(StructArray::try_new_with_length(fields.clone(), items, None, rows)?)
        }
        ArrowType::List(field) => {
            let values = woven(&items, rows, 0, 1, field.data_type())?;
            Arc::new(ListArray::try_new(field.clone(), offsets(rows, items.len()), values, None)?)
        }
        ArrowType::Map(entry, _) => {
            let ArrowType::Struct(fields) = entry.data_type() else {
                return Err(Fault::new("a map without entries"));
            };
            let keys = woven(&items, rows, 0, 2, fields[0].data_type())?;
            if keys.null_count() > 0 {
                return Err(Fault::new("a MAP has a NULL key"));
            }
            let values = woven(&items, rows, 1, 2, fields[1].data_type())?;
            let entries = StructArray::try_new(fields.clone(), vec![keys, values], None)?;
            Arc::new(MapArray::try_new(entry.clone(), offsets(rows, items.len() / 2), entries, None, false)?)
        }
        other => return Err(Fault::new(format!("{other} is not constructed"))),
    })
}

fn offsets(rows: usize, each: usize) -> OffsetBuffer<i32> {
    OffsetBuffer::from_lengths(std::iter::repeat_n(each, rows))
}

/// Items `first`, `first + step`, … of each row after one another.
fn woven(
    items: &[ArrayRef],
    rows: usize,
    first: usize,
    step: usize,
    data_type: &ArrowType,
) -> Result<ArrayRef, Fault> {
    let arrays: Vec<&dyn Array> = items.iter().skip(first).step_by(step).map(AsRef::as_ref).collect();
    if arrays.is_empty() || rows == 0 {
        return Ok(new_null_array(data_type, 0));
    }
    let places: Vec<(usize, usize)> =
        (0..rows).flat_map(|row| (0..arrays.len()).map(move |array| (array, row))).collect();
    Ok(arrow_select::interleave::interleave(&arrays, &places)?)
}

/// The first argument that is not NULL.
pub(super) fn coalesce(values: &[Col], rows: usize) -> Result<ArrayRef, Fault> {
    let arrays: Vec<&dyn Array> = values.iter().map(|v| v.array.as_ref()).collect();
    let places: Vec<(usize, usize)> = (0..rows)
        .map(|row| {
            let known = values.iter().position(|v| !v.array.is_null(v.at(row)));
            let which = known.unwrap_or(values.len() - 1);
            (which, values[which].at(row))
        })
        .collect();
    Ok(arrow_select::interleave::interleave(&arrays, &places)?)
}

pub(super) fn collection(function: F, values: &[Col], rows: usize) -> Result<ArrayRef, Fault> {
    let array = &values[0].array;
    match function {
        F::Cardinality => {
            let length = |at: usize| match array.data_type() {
                ArrowType::Map(..) => array.as_map().value_length(at),
                _ => array.as_list::<i32>().value_length(at),
            };
            let lengths =
                (0..rows).map(|row| values[0].at(row)).map(|at| array.is_valid(at).then(|| length(at)));
            Ok(Arc::new(lengths.collect::<Int32Array>()))
        }
        F::ArrayContains => {
            let lists = array.as_list::<i32>();
            let (elements, wanted) = (Reader::new(lists.values()), Reader::new(&values[1].array));
            let found = (0..rows).map(|row| {
                let at = values[0].at(row);
                let wanted = wanted.get(values[1].at(row));
                let range = lists.value_offsets()[at] as usize..lists.value_offsets()[at + 1] as usize;
                lists.is_valid(at).then(|| range.into_iter().any(|entry| elements.get(entry) == wanted))
            });
            Ok(Arc::new(found.collect::<BooleanArray>()))
        }
        _ => {
            let maps = array.as_map();
            let part = if function == F::MapKeys { maps.keys() } else { maps.values() };
            let field = Arc::new(arrow_schema::Field::new("item", part.data_type().clone(), true));
            let list =
                ListArray::try_new(field, maps.offsets().clone(), part.clone(), maps.nulls().cloned())?;
            Ok(Col { array: Arc::new(list), constant: values[0].constant }.into_array(rows)?)
        }
    }
}

/// Casts element by element, field by field.
pub(super) fn cast(
    array: &ArrayRef,
    from: &T,
    to: &T,
    mode: CastMode,
    context: &EvalContext,
) -> Result<ArrayRef, Fault> {
    let arrow = to.to_arrow();
    Ok(match (from, to, &arrow) {
        (T::Row(from), T::Row(to), ArrowType::Struct(fields)) if from.len() == to.len() => {
            let row = array.as_struct();
            let columns = row
                .columns()
                .iter()
                .zip(from.iter().zip(to.iter()))
                .map(|(c, (f, t))| cast::cast(c, &f.data_type.logical, &t.data_type.logical, mode, context))
                .collect::<Result<Vec<_>, _>>()?;
            Arc::new(StructArray::try_new_with_length(
                fields.clone(),
                columns,
                row.nulls().cloned(),
                row.len(),
            )?)
        }
        (T::Array(from), T::Array(to), ArrowType::List(field)) => {
            let list = array.as_list::<i32>();
            let values = cast::cast(list.values(), &from.logical, &to.logical, mode, context)?;
            Arc::new(ListArray::try_new(
                field.clone(),
                list.offsets().clone(),
                values,
                list.nulls().cloned(),
            )?)
        }
        (T::Map(fk, fv), T::Map(tk, tv), ArrowType::Map(entry, _)) => {
            let map = array.as_map();
            let keys = cast::cast(map.keys(), &fk.logical, &tk.logical, mode, context)?;
            let values = cast::cast(map.values(), &fv.logical, &tv.logical, mode, context)?;
            let ArrowType::Struct(fields) = entry.data_type() else {
                return Err(Fault::new("a map without entries"));
            };
            let entries = StructArray::try_new(fields.clone(), vec![keys, values], None)?;
            Arc::new(MapArray::try_new(
                entry.clone(),
                map.offsets().clone(),
                entries,
                map.nulls().cloned(),
                false,
            )?)
        }
        _ => return Err(Fault(format!("cannot cast {from} to {to}"))),
    })
}

/// A nested value as Flink casts it to STRING: `(1, a)`, `[1, 2]`, `{a=1}`, with `NULL` for NULL.
pub(super) fn text(array: &ArrayRef, row: usize, logical: &T, zone: Zone) -> String {
    if array.is_null(row) {
        return "NULL".to_owned();
    }
    let joined = |parts: Vec<String>| parts.join(", ");
    match logical {
        T::Row(fields) => {
            let columns = array.as_struct().columns().iter().zip(fields.iter());
            format!("({})", joined(columns.map(|(c, f)| text(c, row, &f.data_type.logical, zone)).collect()))
        }
        T::Array(element) => {
            let list = array.as_list::<i32>();
            let range = list.value_offsets()[row]..list.value_offsets()[row + 1];
            let values = range.map(|at| text(list.values(), at as usize, &element.logical, zone));
            format!("[{}]", joined(values.collect()))
        }
        T::Map(key, value) => {
            let map = array.as_map();
            let range = map.value_offsets()[row]..map.value_offsets()[row + 1];
            let entries = range.map(|at| {
                let at = at as usize;
                let (k, v) =
                    (text(map.keys(), at, &key.logical, zone), text(map.values(), at, &value.logical, zone));
                format!("{k}={v}")
            });
            format!("{{{}}}", joined(entries.collect()))
        }
        flat => match to_text(Reader::new(array).get(row), flat, zone) {
            Ok(text) => text.into_owned(),
            Err(fault) => fault.0,
        },
    }
}

/// A constant ROW, ARRAY or MAP as an array of one element.
pub(super) fn value_to_array(value: &Value, logical: &T) -> Result<ArrayRef, ExecError> {
    let arrow = logical.to_arrow();
    if value.is_null() {
        return Ok(new_null_array(&arrow, 1));
    }
    let mismatch = || ExecError::Internal(format!("a constant is no {logical}"));
    let items: Vec<ArrayRef> = match (value, logical) {
        (Value::List(items), T::Row(fields)) => items
            .iter()
            .zip(fields.iter())
            .map(|(item, field)| flat_value(item, &field.data_type.logical))
            .collect::<Result<_, _>>()?,
        (Value::List(items), T::Array(element)) => {
            items.iter().map(|item| flat_value(item, &element.logical)).collect::<Result<_, _>>()?
        }
        (Value::Map(entries), T::Map(key, of)) => {
            let mut items = Vec::with_capacity(entries.len() * 2);
            for (k, v) in entries.iter() {
                items.push(flat_value(k, &key.logical)?);
                items.push(flat_value(v, &of.logical)?);
            }
            items
        }
        _ => return Err(mismatch()),
    };
    construct(items, &arrow, 1).map_err(|fault| ExecError::Internal(fault.0))
}
