//! Aggregate functions over numbered groups: one [`Accumulators`] per aggregate call holds the state of every group.
//!
//! Rows add to a group and, where the input retracts, take away again. COUNT, SUM and AVG undo by arithmetic; MIN and MAX keep
//! the values they have seen only where the input retracts. DISTINCT keeps the values themselves, exactly, never hashes. Results
//! are Flink's: integers wrap, AVG of integers is cut towards zero, SUM over no rows is NULL.

use std::collections::BTreeMap;

use arrow_array::ArrayRef;

use super::error::ExecError;
use super::eval;
use super::key::{Interner, KeyReader, read_scalar, take, take_bytes, write_scalar};
use super::scalar::{Reader, Scalar};
use crate::expr::AggregateCall;
use crate::functions::AggregateFunction as A;
use crate::types::LogicalType as T;

/// Rows of a chunk with the group each belongs to.
pub struct GroupedRows<'a> {
    /// Row numbers of the chunk.
    pub rows: &'a [u32],
    /// The group of each of `rows`.
    pub groups: &'a [u32],
    /// Of each of `rows`, whether it takes an earlier row back; empty where none does.
    pub retractions: &'a [bool],
}

/// One aggregate call over all groups.
pub struct Accumulators {
    call: AggregateCall,
    argument: T,
    state: State,
    /// The distinct values of each group, keyed by group number and packed value.
    distinct: Option<Distinct>,
}

/// Per group, what the function needs. Indexed by group number.
enum State {
    Count(Vec<i64>),
    Int {
        sums: Vec<i64>,
        counts: Vec<i64>,
    },
    Float {
        sums: Vec<f64>,
        counts: Vec<i64>,
    },
    Decimal {
        sums: Vec<i128>,
        counts: Vec<i64>,
        overflowed: Vec<bool>,
    },
    /// The best so far.
    Extreme(Vec<Scalar<'static>>),
    /// All values with how often each stands, where they may be taken back.
    Multiset(Vec<BTreeMap<Ordered, i64>>),
    First(Vec<Scalar<'static>>),
    Last(Vec<Scalar<'static>>),
    List {
        texts: Vec<Option<String>>,
        separator: String,
    },
    Variance {
        counts: Vec<i64>,
        sums: Vec<f64>,
        squares: Vec<f64>,
    },
}

/// A value in its SQL order.
#[derive(Clone, Debug)]
struct Ordered(Scalar<'static>);

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Ordered {}
impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.compare(&other.0)
    }
}

#[derive(Default)]
struct Distinct {
    values: Interner,
    /// How often each value stands; kept only where rows are taken back.
    counts: Option<Vec<i64>>,
    /// Values (by number) that the last snapshot does not hold.
    unsaved: Vec<u32>,
    scratch: Vec<u8>,
}

impl Accumulators {
    /// `arguments` are the types of the call's arguments; `retracts` says whether the input takes rows back.
    pub fn new(call: &AggregateCall, arguments: &[T], retracts: bool) -> Result<Self, ExecError> {
        let argument = arguments.first().cloned().unwrap_or(T::BigInt);
        let unsupported = |what: &str| {
            Err(ExecError::Permanent(format!("{} {what} is not offered yet", call.function.name())))
        };
        if arguments.iter().any(T::is_constructed) && call.function != A::Count {
            return unsupported("of a ROW, ARRAY or MAP");
        }
        let state = match call.function {
            A::Count => State::Count(Vec::new()),
            A::Sum | A::Sum0 | A::Avg => match &argument {
                T::Decimal { .. } => {
                    State::Decimal { sums: Vec::new(), counts: Vec::new(), overflowed: Vec::new() }
                }
                t if t.is_approximate_numeric() => State::Float { sums: Vec::new(), counts: Vec::new() },
                _ => State::Int { sums: Vec::new(), counts: Vec::new() },
            },
            A::Min | A::Max if retracts => State::Multiset(Vec::new()),
            A::Min | A::Max => State::Extreme(Vec::new()),
            A::FirstValue | A::LastValue | A::ListAgg if retracts => {
                return unsupported("over updating input");
            }
            A::FirstValue => State::First(Vec::new()),
            A::LastValue => State::Last(Vec::new()),
            A::ListAgg => State::List { texts: Vec::new(), separator: ",".to_owned() },
            A::StddevPop | A::StddevSamp | A::VarPop | A::VarSamp => {
                State::Variance { counts: Vec::new(), sums: Vec::new(), squares: Vec::new() }
            }
        };
        // MIN and MAX over distinct values are MIN and MAX.
        let distinct = call.distinct && !matches!(call.function, A::Min | A::Max);
        let counts = retracts.then(Vec::new);
        let distinct = distinct.then(|| Distinct { counts, ..Default::default() });
        Ok(Self { call: call.clone(), argument, state, distinct })
    }

    /// Makes room for groups `0..groups`.
    pub fn grow(&mut self, groups: usize) {
        match &mut self.state {
            State::Count(v) => v.resize(groups, 0),
            State::Int { sums, counts } => {
                sums.resize(groups, 0);
                counts.resize(groups, 0);
            }
            State::Float { sums, counts } => {
                sums.resize(groups, 0.0);
                counts.resize(groups, 0);
            }
            State::Decimal { sums, counts, overflowed } => {
                sums.resize(groups, 0);
                counts.resize(groups, 0);
                overflowed.resize(groups, false);
            }
            State::Extreme(v) | State::First(v) | State::Last(v) => v.resize(groups, Scalar::Null),
            State::Multiset(v) => v.resize_with(groups, BTreeMap::new),
            State::List { texts, .. } => texts.resize(groups, None),
            State::Variance { counts, sums, squares } => {
                counts.resize(groups, 0);
                sums.resize(groups, 0.0);
                squares.resize(groups, 0.0);
            }
        }
    }

    /// Adds rows to their groups, in order.
    pub fn update(&mut self, columns: &[ArrayRef], rows: &GroupedRows<'_>) -> Result<(), ExecError> {
        let filter = self.call.filter.map(|column| Reader::new(&columns[column]));
        let passes = |row: usize| filter.as_ref().is_none_or(|f| f.get(row) == Scalar::Boolean(true));
        let arguments: Vec<Reader<'_>> =
            self.call.args.iter().map(|arg| Reader::new(&columns[*arg])).collect();
        // The separator is a literal, so its column says the same in every row.
        if let (State::List { separator, .. }, Some(given), Some(row)) =
            (&mut self.state, arguments.get(1), rows.rows.first())
        {
            *separator = given.get(*row as usize).text().to_owned();
        }
        let known = |row: usize| self.call.args.iter().all(|arg| !columns[*arg].is_null(row));
        if let Some(distinct) = &mut self.distinct {
            let keys = KeyReader::new(self.call.args.iter().map(|arg| &columns[*arg]));
            for (place, (row, group)) in rows.rows.iter().zip(rows.groups).enumerate() {
                let at = *row as usize;
                if !passes(at) || !known(at) {
                    continue;
                }
                let sign = sign_of(rows, place);
                if distinct.changes(*group, &keys, at, sign) {
                    self.state.add(
                        &self.argument,
                        *group as usize,
                        arguments.first(),
                        at,
                        sign,
                        &self.call,
                    )?;
                }
            }
            return Ok(());
        }
        // COUNT(*) and COUNT of a column without NULLs need not look at the row.
        if let State::Count(counts) = &mut self.state
            && filter.is_none()
            && self.call.args.iter().all(|arg| columns[*arg].null_count() == 0)
        {
            for (place, group) in rows.groups.iter().enumerate() {
                counts[*group as usize] += sign_of(rows, place);
            }
            return Ok(());
        }
        for (place, (row, group)) in rows.rows.iter().zip(rows.groups).enumerate() {
            let at = *row as usize;
            if passes(at) && known(at) {
                let sign = sign_of(rows, place);
                self.state.add(&self.argument, *group as usize, arguments.first(), at, sign, &self.call)?;
            }
        }
        Ok(())
    }

    /// Forgets a group that has no rows any more.
    pub fn reset(&mut self, group: usize) {
        match &mut self.state {
            State::Count(v) => v[group] = 0,
            State::Int { sums, counts } => (sums[group], counts[group]) = (0, 0),
            State::Float { sums, counts } => (sums[group], counts[group]) = (0.0, 0),
            State::Decimal { sums, counts, overflowed } => {
                (sums[group], counts[group], overflowed[group]) = (0, 0, false);
            }
            State::Extreme(v) | State::First(v) | State::Last(v) => v[group] = Scalar::Null,
            State::Multiset(v) => v[group].clear(),
            State::List { texts, .. } => texts[group] = None,
            State::Variance { counts, sums, squares } => {
                (counts[group], sums[group], squares[group]) = (0, 0.0, 0.0);
            }
        }
    }

    /// The aggregate's value of a group.
    pub fn value(&self, group: usize) -> Scalar<'_> {
        let over_nothing = if self.call.function == A::Sum0 { Some(()) } else { None };
        match &self.state {
            State::Count(v) => Scalar::Int(v[group]),
            State::Int { sums, counts } => match self.call.function {
                _ if counts[group] == 0 => over_nothing.map_or(Scalar::Null, |()| Scalar::Int(0)),
                A::Avg => Scalar::Int(sums[group] / counts[group]),
                _ => Scalar::Int(wrapped(sums[group], &self.argument)),
            },
            State::Float { sums, counts } => match self.call.function {
                _ if counts[group] == 0 => over_nothing.map_or(Scalar::Null, |()| Scalar::Float(0.0)),
                A::Avg => Scalar::Float(sums[group] / counts[group] as f64),
                _ => Scalar::Float(sums[group]),
            },
            State::Decimal { sums, counts, overflowed } => {
                if counts[group] == 0 {
                    return over_nothing.map_or(Scalar::Null, |()| Scalar::Decimal(0));
                }
                if overflowed[group] {
                    return Scalar::Null;
                }
                let (T::Decimal { scale, .. }, T::Decimal { precision, scale: result }) =
                    (&self.argument, &self.call.data_type.logical)
                else {
                    return Scalar::Decimal(sums[group]);
                };
                let value = match self.call.function {
                    A::Avg => eval::divide_to_scale(
                        sums[group],
                        *scale,
                        counts[group].into(),
                        0,
                        *result,
                        *precision,
                    ),
                    _ => eval::rescale(sums[group], *scale, *result, *precision),
                };
                value.map_or(Scalar::Null, Scalar::Decimal)
            }
            State::Extreme(v) | State::First(v) | State::Last(v) => v[group].clone(),
            State::Multiset(v) => {
                let end = match self.call.function {
                    A::Min => v[group].first_key_value(),
                    _ => v[group].last_key_value(),
                };
                end.map_or(Scalar::Null, |(value, _)| value.0.clone())
            }
            State::List { texts, .. } => match &texts[group] {
                Some(text) => Scalar::Text(text.as_str().into()),
                None => Scalar::Null,
            },
            State::Variance { counts, sums, squares } => {
                self.variance(counts[group], sums[group], squares[group])
            }
        }
    }

    /// Flink computes a variance above the aggregation, from sums that change although the variance may not: every row of it
    /// is an update.
    pub fn hidden(&self, group: usize) -> Vec<Scalar<'static>> {
        match &self.state {
            State::Variance { counts, sums, squares } => {
                vec![Scalar::Int(counts[group]), Scalar::Float(sums[group]), Scalar::Float(squares[group])]
            }
            _ => Vec::new(),
        }
    }

    fn variance(&self, count: i64, sum: f64, squares: f64) -> Scalar<'static> {
        let n = count as f64;
        let sample = matches!(self.call.function, A::StddevSamp | A::VarSamp);
        let divisor = if sample { n - 1.0 } else { n };
        if count == 0 || divisor == 0.0 {
            return Scalar::Null;
        }
        let variance = ((squares - sum * sum / n) / divisor).max(0.0);
        let root = matches!(self.call.function, A::StddevPop | A::StddevSamp);
        let value = if root { variance.sqrt() } else { variance };
        match &self.call.data_type.logical {
            t if t.is_integer() => Scalar::Int(value as i64),
            T::Decimal { scale, .. } => {
                Scalar::Decimal((value * 10f64.powi((*scale).into())).round() as i128)
            }
            _ => Scalar::Float(value),
        }
    }

    /// Appends a group's state, but for its distinct values.
    pub fn save_group(&self, group: usize, out: &mut Vec<u8>) {
        let int = |out: &mut Vec<u8>, v: i64| out.extend_from_slice(&v.to_le_bytes());
        let float = |out: &mut Vec<u8>, v: f64| out.extend_from_slice(&v.to_le_bytes());
        match &self.state {
            State::Count(v) => int(out, v[group]),
            State::Int { sums, counts } => {
                int(out, sums[group]);
                int(out, counts[group]);
            }
            State::Float { sums, counts } => {
                float(out, sums[group]);
                int(out, counts[group]);
            }
            State::Decimal { sums, counts, overflowed } => {
                out.extend_from_slice(&sums[group].to_le_bytes());
                int(out, counts[group]);
                out.push(u8::from(overflowed[group]));
            }
            State::Extreme(v) | State::First(v) | State::Last(v) => write_scalar(out, &v[group]),
            State::Multiset(v) => {
                int(out, v[group].len() as i64);
                for (value, count) in &v[group] {
                    write_scalar(out, &value.0);
                    int(out, *count);
                }
            }
            State::List { texts, .. } => {
                let text = texts[group].as_deref().map_or(Scalar::Null, |t| Scalar::Text(t.into()));
                write_scalar(out, &text);
            }
            State::Variance { counts, sums, squares } => {
                int(out, counts[group]);
                float(out, sums[group]);
                float(out, squares[group]);
            }
        }
    }

    /// Takes a group's state off the front of `bytes`; `None` where they are not what [`Accumulators::save_group`] wrote.
    pub fn load_group(&mut self, group: usize, bytes: &mut &[u8]) -> Option<()> {
        match &mut self.state {
            State::Count(v) => v[group] = i64::from_le_bytes(take(bytes)?),
            State::Int { sums, counts } => {
                sums[group] = i64::from_le_bytes(take(bytes)?);
                counts[group] = i64::from_le_bytes(take(bytes)?);
            }
            State::Float { sums, counts } => {
                sums[group] = f64::from_le_bytes(take(bytes)?);
                counts[group] = i64::from_le_bytes(take(bytes)?);
            }
            State::Decimal { sums, counts, overflowed } => {
                sums[group] = i128::from_le_bytes(take(bytes)?);
                counts[group] = i64::from_le_bytes(take(bytes)?);
                overflowed[group] = take::<1>(bytes)?[0] != 0;
            }
            State::Extreme(v) | State::First(v) | State::Last(v) => v[group] = read_scalar(bytes)?.owned(),
            State::Multiset(v) => {
                v[group].clear();
                for _ in 0..i64::from_le_bytes(take(bytes)?) {
                    let value = read_scalar(bytes)?.owned();
                    v[group].insert(Ordered(value), i64::from_le_bytes(take(bytes)?));
                }
            }
            State::List { texts, .. } => {
                texts[group] = match read_scalar(bytes)? {
                    Scalar::Text(text) => Some(text.into_owned()),
                    _ => None,
                };
            }
            State::Variance { counts, sums, squares } => {
                counts[group] = i64::from_le_bytes(take(bytes)?);
                sums[group] = f64::from_le_bytes(take(bytes)?);
                squares[group] = f64::from_le_bytes(take(bytes)?);
            }
        }
        Some(())
    }

    /// Hands each distinct value that the last snapshot lacks (all of them if `all`) to `save`, in order.
    pub fn save_distinct(&mut self, all: bool, mut save: impl FnMut(&[u8])) {
        let Some(distinct) = &mut self.distinct else { return };
        let everything = 0..distinct.values.len() as u32;
        let mut entry = Vec::new();
        let mut one = |id: u32| {
            entry.clear();
            let value = distinct.values.get(id);
            entry.extend_from_slice(&(value.len() as u32).to_le_bytes());
            entry.extend_from_slice(value);
            let count = distinct.counts.as_ref().map_or(1, |counts| counts[id as usize]);
            entry.extend_from_slice(&count.to_le_bytes());
            save(&entry);
        };
        if all {
            everything.for_each(&mut one)
        } else {
            distinct.unsaved.iter().copied().for_each(&mut one)
        }
        distinct.unsaved.clear();
    }

    /// Takes one distinct value off the front of `bytes`.
    pub fn load_distinct(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let value = take_bytes(bytes)?;
        let count = i64::from_le_bytes(take(bytes)?);
        let distinct = self.distinct.as_mut()?;
        let (id, new) = distinct.values.intern(value);
        if let Some(counts) = &mut distinct.counts {
            if new {
                counts.push(count);
            } else {
                counts[id as usize] = count;
            }
        }
        Some(())
    }

    /// Bytes of memory held, about.
    pub fn bytes(&self) -> usize {
        let own = match &self.state {
            State::Count(v) => v.len() * 8,
            State::Int { sums, .. } => sums.len() * 16,
            State::Float { sums, .. } => sums.len() * 16,
            State::Decimal { sums, .. } => sums.len() * 25,
            State::Extreme(v) | State::First(v) | State::Last(v) => {
                v.iter().map(|s| 32 + s.heap_bytes()).sum()
            }
            State::Multiset(v) => v.iter().map(|m| m.len() * 64).sum(),
            State::List { texts, .. } => texts.iter().flatten().map(|t| t.len() + 24).sum(),
            State::Variance { counts, .. } => counts.len() * 24,
        };
        own + self.distinct.as_ref().map_or(0, |d| d.values.bytes())
    }
}

fn sign_of(rows: &GroupedRows<'_>, place: usize) -> i64 {
    if rows.retractions.get(place).copied().unwrap_or(false) { -1 } else { 1 }
}

/// A sum cut to the width of its type, as Java's wrapping addition leaves it.
fn wrapped(sum: i64, logical: &T) -> i64 {
    match logical {
        T::TinyInt => i64::from(sum as i8),
        T::SmallInt => i64::from(sum as i16),
        T::Int => i64::from(sum as i32),
        _ => sum,
    }
}

impl Distinct {
    /// Whether this row makes its value appear in or vanish from its group.
    #[inline]
    fn changes(&mut self, group: u32, keys: &KeyReader<'_>, row: usize, sign: i64) -> bool {
        self.scratch.clear();
        self.scratch.extend_from_slice(&group.to_le_bytes());
        keys.write(row, &mut self.scratch);
        let (id, new) = self.values.intern(&self.scratch);
        let Some(counts) = &mut self.counts else {
            if new {
                self.unsaved.push(id);
            }
            return new;
        };
        if new {
            counts.push(0);
        }
        let count = &mut counts[id as usize];
        let before = *count;
        *count += sign;
        self.unsaved.push(id);
        (before == 0) != (*count == 0)
    }
}

impl State {
    #[inline]
    fn add(
        &mut self,
        argument: &T,
        group: usize,
        reader: Option<&Reader<'_>>,
        row: usize,
        sign: i64,
        call: &AggregateCall,
    ) -> Result<(), ExecError> {
        if let State::Count(v) = self {
            v[group] += sign;
            return Ok(());
        }
        let value = reader.map_or(Scalar::Null, |reader| reader.get(row));
        match self {
            State::Count(_) => {}
            State::Int { sums, counts } => {
                sums[group] = sums[group].wrapping_add(value.int().wrapping_mul(sign));
                counts[group] += sign;
            }
            State::Float { sums, counts } => {
                let single = matches!(argument, T::Float) && call.function != A::Avg;
                let sum = sums[group] + value.float() * sign as f64;
                sums[group] = if single { f64::from(sum as f32) } else { sum };
                counts[group] += sign;
            }
            State::Decimal { sums, counts, overflowed } => {
                if let Scalar::Decimal(v) = value {
                    match sums[group].checked_add(v * i128::from(sign)) {
                        Some(sum) => sums[group] = sum,
                        None => overflowed[group] = true,
                    }
                }
                counts[group] += sign;
            }
            State::Extreme(v) => {
                let wanted = if call.function == A::Min {
                    std::cmp::Ordering::Less
                } else {
                    std::cmp::Ordering::Greater
                };
                if v[group].is_null() || value.compare(&v[group]) == wanted {
                    v[group] = value.owned();
                }
            }
            State::Multiset(v) => {
                let key = Ordered(value.owned());
                let count = v[group].entry(key.clone()).or_insert(0);
                *count += sign;
                if *count == 0 {
                    v[group].remove(&key);
                }
            }
            State::First(v) => {
                if v[group].is_null() {
                    v[group] = value.owned();
                }
            }
            State::Last(v) => v[group] = value.owned(),
            State::List { texts, separator } => match &mut texts[group] {
                Some(text) => {
                    text.push_str(separator);
                    text.push_str(value.text());
                    if text.len() > headwater_types::limits::SQL_STRING_BYTES_MAX {
                        return Err(ExecError::StateTooLarge("a LISTAGG result".to_owned()));
                    }
                }
                none => *none = Some(value.text().to_owned()),
            },
            State::Variance { counts, sums, squares } => {
                let x = match (&value, argument) {
                    (Scalar::Decimal(v), T::Decimal { scale, .. }) => *v as f64 / 10f64.powi((*scale).into()),
                    (value, _) => value.float(),
                };
                counts[group] += sign;
                sums[group] += x * sign as f64;
                squares[group] += x * x * sign as f64;
            }
        }
        Ok(())
    }
}
