//! The functions without a kernel of their own: row by row, on scalars.

use std::borrow::Cow;

use arrow_array::ArrayRef;
use arrow_schema::DataType as ArrowType;
use base64::Engine as _;
use headwater_connect::format::date_pattern::{Moment, Pattern};
use headwater_connect::format::text::write_double;
use md5::Digest as _;
use regex::Regex;

use super::cast::{parse_date_strict, parse_timestamp_lenient, truncated};
use super::datetime::{ceil, difference, extract, extract_interval, floor, wall_clock};
use super::decimal::{drop_digits, fit, rescale};
use super::string::{self, LikeToken};
use super::{Col, Compiled, EvalContext, Fault, Kind, Zone, any_null};
use crate::exec::error::ExecError;
use crate::exec::scalar::{Reader, Scalar, Writer};
use crate::functions::ScalarFunction as F;
use crate::types::LogicalType as T;

const MILLI: i128 = 1_000_000;
const SECOND: i128 = 1_000_000_000;

/// What a call prepares from constant arguments: the pattern of a LIKE, a regular expression, a date pattern.
#[derive(Default)]
pub(super) struct CallState {
    like: Option<Vec<LikeToken>>,
    regex: Option<Regex>,
    pattern: Option<Pattern>,
}

impl CallState {
    pub(super) fn new(function: F, args: &[Compiled]) -> Result<Self, ExecError> {
        let literal = |index: usize| match args.get(index).map(|arg| &arg.kind) {
            Some(Kind::Literal(array)) => match Reader::new(array).get(0) {
                Scalar::Text(text) => Some(text.into_owned()),
                _ => None,
            },
            _ => None,
        };
        let mut state = Self::default();
        let named = |fault: Fault| ExecError::of_expression(function.name(), fault.0);
        match function {
            F::Like if args.len() == 2 || literal(2).is_some() => {
                let escape = literal(2).and_then(|e| e.chars().next());
                let pattern = literal(1).map(|p| string::like_pattern(&p, escape)).transpose();
                state.like = pattern.map_err(named)?;
            }
            F::RegexpExtract | F::RegexpReplace | F::Regexp => {
                state.regex = literal(1).map(|text| regex(&text)).transpose().map_err(named)?;
            }
            F::DateFormat | F::FromUnixtime => {
                state.pattern = literal(1).map(|text| written_pattern(&text)).transpose().map_err(named)?;
            }
            F::ToDate | F::ToTimestamp | F::ToTimestampLtzFromString | F::UnixTimestamp => {
                state.pattern = literal(1).map(|text| read_pattern(&text)).transpose().map_err(named)?;
            }
            _ => {}
        }
        Ok(state)
    }
}

/// A regular expression without look-around or back-references, in time linear in its input.
fn regex(text: &str) -> Result<Regex, Fault> {
    Regex::new(text).map_err(|error| Fault(format!("regular expression '{text}' is not offered: {error}")))
}

fn written_pattern(text: &str) -> Result<Pattern, Fault> {
    Pattern::of_wall_clock(text).map_err(|error| Fault(format!("date pattern '{text}': {error}")))
}

fn read_pattern(text: &str) -> Result<Pattern, Fault> {
    Pattern::for_reading(text).map_err(|error| Fault(format!("date pattern '{text}': {error}")))
}

/// One call over one chunk.
pub(super) struct Call<'a> {
    pub(super) function: F,
    pub(super) types: &'a [&'a T],
    pub(super) result: &'a T,
    pub(super) state: &'a CallState,
    pub(super) context: &'a EvalContext,
}

impl Call<'_> {
    pub(super) fn run(&self, values: &[Col], rows: usize, arrow: &ArrowType) -> Result<ArrayRef, Fault> {
        let readers: Vec<Reader<'_>> = values.iter().map(|v| Reader::new(&v.array)).collect();
        let mut out = Writer::new(arrow, rows);
        let mut args = Vec::with_capacity(values.len());
        for row in 0..rows {
            args.clear();
            args.extend(readers.iter().zip(values).map(|(reader, value)| reader.get(value.at(row))));
            if any_null(&args) && self.function != F::ConcatWs {
                out.push_null();
                continue;
            }
            out.push(&self.row(&args)?)?;
        }
        Ok(out.finish())
    }

    fn row<'v>(&self, args: &'v [Scalar<'v>]) -> Result<Scalar<'v>, Fault> {
        if let Some(value) = self.datetime(args)? {
            return Ok(value);
        }
        if let Some(value) = self.string(args)? {
            return Ok(value);
        }
        self.number(args)
    }

    fn zone(&self) -> Zone {
        self.context.zone
    }

    fn now_nanos(&self) -> i128 {
        i128::from(self.context.clock.now().as_millis()) * MILLI
    }

    fn local_now(&self) -> i128 {
        i128::from(self.zone().to_local(self.context.clock.now().as_millis())) * MILLI
    }

    fn instant(&self, local: i128) -> i128 {
        i128::from(self.zone().to_instant(local.div_euclid(MILLI) as i64)) * MILLI + local.rem_euclid(MILLI)
    }

    /// Reads a wall-clock text by the pattern of the second argument, or the usual form.
    fn read_time(&self, args: &[Scalar<'_>]) -> Result<Option<i128>, Fault> {
        let text = args[0].text();
        Ok(match (&self.state.pattern, args.get(1)) {
            (Some(pattern), _) => pattern.read(text),
            (None, Some(given)) => read_pattern(given.text())?.read(text),
            (None, None) => parse_timestamp_lenient(text.trim()),
        })
    }

    fn write_time(&self, nanos: i128, given: Option<&Scalar<'_>>) -> Result<Scalar<'static>, Fault> {
        let time = Moment::of_wall_clock(nanos);
        let text = match (&self.state.pattern, given) {
            (Some(pattern), _) => pattern.format(&time),
            (None, Some(given)) => written_pattern(given.text())?.format(&time),
            (None, None) => written_pattern("yyyy-MM-dd HH:mm:ss")?.format(&time),
        };
        Ok(Scalar::Text(Cow::Owned(text)))
    }

    fn datetime(&self, args: &[Scalar<'_>]) -> Result<Option<Scalar<'static>>, Fault> {
        let wall = |index: usize| wall_clock(&args[index], self.types[index], self.zone()).unwrap_or(0);
        let rebuilt = |wall: i128| match self.result {
            T::Date => Scalar::Int(wall.div_euclid(86_400 * SECOND) as i64),
            T::Time(_) => Scalar::Int((wall.rem_euclid(86_400 * SECOND) / MILLI) as i64),
            T::TimestampLtz(_) => Scalar::Nanos(self.instant(wall)),
            _ => Scalar::Nanos(wall),
        };
        Ok(Some(match self.function {
            F::TimestampDiff(unit) => Scalar::Int(difference(unit, wall(0), wall(1))),
            F::DatetimeDifference => Scalar::Int(((wall(0) - wall(1)) / MILLI) as i64),
            F::Extract(unit) if self.types[0].is_interval() => {
                let months = matches!(self.types[0], T::IntervalYearMonth(_));
                Scalar::Int(extract_interval(unit, args[0].int(), months))
            }
            F::Extract(unit) => Scalar::Int(extract(unit, wall(0))),
            F::FloorTo(unit) => rebuilt(floor(unit, wall(0))),
            F::CeilTo(unit) => rebuilt(ceil(unit, wall(0))),
            F::DateFormat => self.write_time(wall(0), args.get(1))?,
            F::ToDate if args.len() == 1 => {
                parse_date_strict(args[0].text().trim()).map_or(Scalar::Null, Scalar::Int)
            }
            F::ToDate => self
                .read_time(args)?
                .map_or(Scalar::Null, |nanos| Scalar::Int(nanos.div_euclid(86_400 * SECOND) as i64)),
            F::ToTimestamp => {
                self.read_time(args)?.map_or(Scalar::Null, |nanos| Scalar::Nanos(truncated(nanos, 3)))
            }
            F::ToTimestampLtzFromString => {
                self.read_time(args)?.map_or(Scalar::Null, |nanos| Scalar::Nanos(truncated(nanos, 3)))
            }
            F::ToTimestampLtz { precision } => {
                let unit = if precision == 0 { SECOND } else { MILLI };
                match &args[0] {
                    Scalar::Float(v) => Scalar::Nanos(truncated((v * unit as f64) as i128, 3)),
                    other => Scalar::Nanos(i128::from(other.int()) * unit),
                }
            }
            F::UnixTimestamp => match self.read_time(args)? {
                Some(local) => Scalar::Int(self.instant(local).div_euclid(SECOND) as i64),
                None => Scalar::Int(i64::MIN),
            },
            F::UnixTimestampNow => Scalar::Int(self.context.clock.now().as_secs()),
            F::FromUnixtime => {
                let millis = args[0].int().saturating_mul(1000);
                self.write_time(i128::from(self.zone().to_local(millis)) * MILLI, args.get(1))?
            }
            F::ConvertTz => {
                let zones = (Zone::parse(args[1].text()), Zone::parse(args[2].text()));
                match (parse_timestamp_lenient(args[0].text().trim()), zones) {
                    (Some(local), (Some(from), Some(to))) => {
                        let millis = to.to_local(from.to_instant(local.div_euclid(MILLI) as i64));
                        self.write_time(i128::from(millis) * MILLI, None)?
                    }
                    _ => Scalar::Null,
                }
            }
            F::CurrentDate => Scalar::Int(self.local_now().div_euclid(86_400 * SECOND) as i64),
            F::LocalTime => {
                Scalar::Int((truncated(self.local_now(), 0).rem_euclid(86_400 * SECOND) / MILLI) as i64)
            }
            F::LocalTimestamp => Scalar::Nanos(self.local_now()),
            F::CurrentTimestamp | F::Proctime => Scalar::Nanos(self.now_nanos()),
            F::CurrentWatermark => self
                .context
                .watermark
                .map_or(Scalar::Null, |millis| Scalar::Nanos(i128::from(millis) * MILLI)),
            _ => return Ok(None),
        }))
    }

    fn string<'v>(&self, args: &'v [Scalar<'v>]) -> Result<Option<Scalar<'v>>, Fault> {
        let text = |index: usize| args.get(index).map_or("", Scalar::text);
        let int = |index: usize| args.get(index).map_or(0, Scalar::int);
        let borrowed = |text: &'v str| Scalar::Text(Cow::Borrowed(text));
        let owned = |text: String| Scalar::Text(Cow::Owned(text));
        let optional = |text: Option<String>| text.map_or(Scalar::Null, owned);
        Ok(Some(match self.function {
            F::Like => {
                let made;
                let tokens = match &self.state.like {
                    Some(tokens) => tokens,
                    None => {
                        made = string::like_pattern(text(1), text(2).chars().next())?;
                        &made
                    }
                };
                Scalar::Boolean(string::like(text(0), tokens))
            }
            F::Upper => owned(text(0).to_uppercase()),
            F::Lower => owned(text(0).to_lowercase()),
            F::CharLength => Scalar::Int(text(0).chars().count() as i64),
            F::Substring => borrowed(string::substring(text(0), int(1), args.get(2).map(Scalar::int))),
            F::Trim(side) => borrowed(string::trim(text(0), text(1), side)),
            F::Concat => {
                string::bounded(args.iter().map(Scalar::heap_bytes).sum())?;
                owned(args.iter().map(Scalar::text).collect())
            }
            F::ConcatWs if args[0].is_null() => Scalar::Null,
            F::ConcatWs => {
                let parts: Vec<&str> = args[1..].iter().filter(|a| !a.is_null()).map(Scalar::text).collect();
                owned(parts.join(text(0)))
            }
            F::Replace if text(1).is_empty() => borrowed(text(0)),
            F::Replace => owned(text(0).replace(text(1), text(2))),
            F::Position => {
                let (needle, hay) = (text(0), text(1));
                Scalar::Int(hay.find(needle).map_or(0, |at| hay[..at].chars().count() as i64 + 1))
            }
            F::Left => borrowed(string::slice(text(0), 0, int(1).max(0) as usize)),
            F::Right => {
                let count = text(0).chars().count();
                borrowed(string::slice(text(0), count.saturating_sub(int(1).max(0) as usize), count))
            }
            F::Lpad => optional(string::pad(text(0), int(1), text(2), true)?),
            F::Rpad => optional(string::pad(text(0), int(1), text(2), false)?),
            F::Repeat => owned(string::repeat(text(0), int(1))?),
            F::Reverse => owned(text(0).chars().rev().collect()),
            F::InitCap => owned(string::init_cap(text(0))),
            F::Ascii => Scalar::Int(text(0).bytes().next().map_or(0, |b| i64::from(b as i8))),
            F::Chr => match int(0) {
                code if code < 0 => borrowed(""),
                code => owned(char::from((code % 256) as u8).to_string()),
            },
            F::SplitIndex => optional(string::split_index(text(0), text(1), int(2))),
            F::RegexpExtract | F::RegexpReplace | F::Regexp => {
                let made;
                let regex = match &self.state.regex {
                    Some(regex) => regex,
                    None => {
                        made = regex(text(1))?;
                        &made
                    }
                };
                match self.function {
                    F::Regexp => Scalar::Boolean(regex.is_match(text(0))),
                    F::RegexpReplace => {
                        let replacement = string::java_replacement(text(2));
                        owned(regex.replace_all(text(0), replacement.as_ref()).into_owned())
                    }
                    _ => {
                        let group = usize::try_from(int(2)).unwrap_or(usize::MAX);
                        let found = regex.captures(text(0)).and_then(|c| c.get(group));
                        optional(found.map(|m| m.as_str().to_owned()))
                    }
                }
            }
            F::StartsWith => Scalar::Boolean(text(0).starts_with(text(1))),
            F::EndsWith => Scalar::Boolean(text(0).ends_with(text(1))),
            F::Md5 => owned(hex(&md5::Md5::digest(text(0)))),
            F::Sha1 => owned(hex(&<sha1::Sha1 as sha1::Digest>::digest(text(0)))),
            F::Sha256 => owned(hex(&sha2::Sha256::digest(text(0)))),
            F::ToBase64 => owned(base64::engine::general_purpose::STANDARD.encode(text(0))),
            F::FromBase64 => {
                let bytes = base64::engine::general_purpose::STANDARD.decode(text(0));
                optional(bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok()))
            }
            F::JsonValue => optional(json_value(text(0), text(1))?),
            F::Uuid => owned(self.context.entropy.uuid()),
            _ => return Ok(None),
        }))
    }

    fn number<'v>(&self, args: &'v [Scalar<'v>]) -> Result<Scalar<'v>, Fault> {
        let float = |index: usize| args.get(index).map_or(0.0, Scalar::float);
        let real = |value: f64| Ok(Scalar::Float(value));
        match self.function {
            F::Negate | F::Abs | F::Sign => Ok(self.signed(&args[0])),
            F::IntervalTimes => Ok(Scalar::Int(match (&args[1], self.types[1]) {
                (Scalar::Float(by), _) => (args[0].int() as f64 * by) as i64,
                (Scalar::Decimal(by), T::Decimal { scale, .. }) => {
                    (i128::from(args[0].int()).saturating_mul(*by) / 10i128.pow(u32::from(*scale))) as i64
                }
                (by, _) => args[0].int().wrapping_mul(by.int()),
            })),
            F::Floor | F::Ceil | F::Round | F::Truncate => Ok(self.rounded(args)),
            F::Greatest | F::Least => {
                let wanted = if self.function == F::Greatest {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Less
                };
                let best = args
                    .iter()
                    .skip(1)
                    .fold(&args[0], |best, next| if next.compare(best) == wanted { next } else { best });
                Ok(best.clone())
            }
            F::Power => real(float(0).powf(float(1))),
            F::Sqrt => real(float(0).sqrt()),
            F::Ln => real(float(0).ln()),
            F::Log10 => real(float(0).log10()),
            F::Log2 => real(float(0).log2()),
            F::Log => real(float(1).ln() / float(0).ln()),
            F::Exp => real(float(0).exp()),
            F::Sin => real(float(0).sin()),
            F::Cos => real(float(0).cos()),
            F::Tan => real(float(0).tan()),
            F::Asin => real(float(0).asin()),
            F::Acos => real(float(0).acos()),
            F::Atan => real(float(0).atan()),
            F::Atan2 => real(float(0).atan2(float(1))),
            F::Radians => real(float(0).to_radians()),
            F::Degrees => real(float(0).to_degrees()),
            F::Rand => real((self.context.entropy.next_u64() >> 11) as f64 / (1u64 << 53) as f64),
            F::RandInteger => match u64::try_from(args[0].int()) {
                Ok(bound) if bound > 0 => Ok(Scalar::Int(self.context.entropy.below(bound) as i64)),
                _ => Err(Fault::new("RAND_INTEGER needs a positive bound")),
            },
            other => Err(Fault(format!("{} is not evaluated row by row", other.name()))),
        }
    }

    fn signed(&self, value: &Scalar<'_>) -> Scalar<'static> {
        let (negate, abs) = (self.function == F::Negate, self.function == F::Abs);
        match value {
            Scalar::Int(v) => Scalar::Int(match () {
                () if negate => v.wrapping_neg(),
                () if abs => v.wrapping_abs(),
                () => v.signum(),
            }),
            Scalar::Float(v) => Scalar::Float(match () {
                () if negate => -v,
                () if abs => v.abs(),
                () if *v == 0.0 || v.is_nan() => *v,
                () => v.signum(),
            }),
            Scalar::Decimal(v) => match (self.types[0], self.result) {
                _ if negate => Scalar::Decimal(-v),
                _ if abs => Scalar::Decimal(v.abs()),
                (_, T::Decimal { precision, scale }) => {
                    rescale(v.signum(), 0, *scale, *precision).map_or(Scalar::Null, Scalar::Decimal)
                }
                _ => Scalar::Int(v.signum() as i64),
            },
            _ => Scalar::Null,
        }
    }

    /// FLOOR, CEIL, ROUND and TRUNCATE of a number.
    fn rounded(&self, args: &[Scalar<'_>]) -> Scalar<'static> {
        let places = args.get(1).map_or(0, Scalar::int).clamp(-400, 400) as i32;
        match &args[0] {
            Scalar::Int(v) if matches!(self.function, F::Round | F::Truncate) && places < 0 => {
                let Some(step) = 10i64.checked_pow(places.unsigned_abs()) else { return Scalar::Int(0) };
                let cut = v / step * step;
                let up = self.function == F::Round && (v - cut).unsigned_abs() * 2 >= step as u64;
                Scalar::Int(if up { cut.wrapping_add(step * v.signum()) } else { cut })
            }
            Scalar::Int(v) => Scalar::Int(*v),
            Scalar::Float(v) => Scalar::Float(match self.function {
                F::Floor => v.floor(),
                F::Ceil => v.ceil(),
                _ => rounded_double(*v, places, self.function == F::Round),
            }),
            Scalar::Decimal(v) => self.rounded_decimal(*v, places),
            _ => Scalar::Null,
        }
    }

    fn rounded_decimal(&self, value: i128, places: i32) -> Scalar<'static> {
        let (T::Decimal { scale: from, .. }, T::Decimal { precision, scale: to }) =
            (self.types[0], self.result)
        else {
            return Scalar::Null;
        };
        let unit = 10i128.pow(u32::from(*from));
        let kept = match self.function {
            F::Floor => Some(value.div_euclid(unit)),
            F::Ceil => Some(-(-value).div_euclid(unit)),
            _ => None,
        };
        if let Some(whole) = kept {
            return rescale(whole, 0, *to, *precision).map_or(Scalar::Null, Scalar::Decimal);
        }
        let dropped = (i32::from(*from) - places).clamp(0, 76) as u32;
        let wide = arrow_buffer::i256::from_i128(value);
        let step = arrow_buffer::i256::from_i128(10).wrapping_pow(dropped);
        let cut =
            if self.function == F::Round { drop_digits(wide, dropped) } else { wide.wrapping_div(step) };
        let whole = cut.wrapping_mul(step);
        match fit(whole, 38).and_then(|v| rescale(v, *from, *to, *precision)) {
            Some(v) => Scalar::Decimal(v),
            None => Scalar::Null,
        }
    }
}

/// Rounds the decimal digits that Java prints, as `BigDecimal.valueOf` does.
fn rounded_double(value: f64, places: i32, half_up: bool) -> f64 {
    if !value.is_finite() {
        return value;
    }
    let mut text = String::new();
    write_double(&mut text, value);
    let (mantissa, exponent) = text.split_once('E').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, mantissa),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).map(|b| b - b'0').collect();
    // Digits before the point once the exponent is applied, and how many of all are kept.
    let kept = whole.len() as i32 + exponent + places;
    if kept >= all.len() as i32 {
        return value;
    }
    let mut unscaled: i128 =
        all.iter().take(kept.max(0) as usize).fold(0, |sum, digit| sum * 10 + i128::from(*digit));
    if half_up && kept >= 0 && all.get(kept as usize).is_some_and(|digit| *digit >= 5) {
        unscaled += 1;
    }
    let rounded: f64 = format!("{unscaled}e{}", -places).parse().unwrap_or(value);
    if negative { -rounded } else { rounded }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `JSON_VALUE` in lax mode with NULL ON EMPTY and NULL ON ERROR: `$`, `.name`, `['name']` and `[n]`.
fn json_value(text: &str, path: &str) -> Result<Option<String>, Fault> {
    let unknown = || Fault(format!("JSON path '{path}' is not offered; use $, .name, ['name'] and [n]"));
    let path = path.strip_prefix("lax ").or_else(|| path.strip_prefix("strict ")).unwrap_or(path);
    let mut rest = path.trim().strip_prefix('$').ok_or_else(unknown)?;
    let Ok(document) = serde_json::from_str::<serde_json::Value>(text) else { return Ok(None) };
    let mut value = Some(&document);
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let (step, after) = inner.split_once(']').ok_or_else(unknown)?;
            value = match step.trim().strip_prefix(['\'', '"']) {
                Some(name) => value.and_then(|v| v.get(name.trim_end_matches(['\'', '"']))),
                None => {
                    let index: usize = step.trim().parse().map_err(|_| unknown())?;
                    value.and_then(|v| v.get(index))
                }
            };
            rest = after;
        } else {
            let inner = rest.strip_prefix('.').ok_or_else(unknown)?;
            let end = inner.find(['.', '[']).unwrap_or(inner.len());
            value = value.and_then(|v| v.get(&inner[..end]));
            rest = &inner[end..];
        }
    }
    Ok(match value {
        Some(serde_json::Value::String(text)) => Some(text.clone()),
        Some(serde_json::Value::Number(number)) => Some(number.to_string()),
        Some(serde_json::Value::Bool(flag)) => Some(flag.to_string()),
        _ => None,
    })
}
