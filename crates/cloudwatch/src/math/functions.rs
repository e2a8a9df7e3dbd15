//! The functions of metric math.
//!
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list>

use std::collections::BTreeMap;

use super::series::{Labelled, Series, Value};

/// Functions of the service that are not worked out here.
const NOT_OFFERED: &[&str] = &[
    "SEARCH",
    "ANOMALY_DETECTION_BAND",
    "INSIGHT_RULE_METRIC",
    "DB_PERF_INSIGHTS",
    "LAMBDA",
    "REMOVE_EMPTY",
    "SERVICE_QUOTA",
    "SLICE",
    "SORT",
    "TIME_SERIES",
    "EPOCH",
    "MINUTE",
    "HOUR",
    "DAY",
    "DATE",
    "MONTH",
    "YEAR",
];

/// A function of one number, for each number there is.
pub(super) fn each(value: Value, change: impl Fn(f64) -> f64 + Copy) -> Value {
    match value {
        Value::Number(number) => Value::Number(change(number)),
        Value::Series(series) => Value::Series(series.map(change)),
        Value::Many(many) => Value::Many(each_series(many, |series| series.map(change))),
    }
}

pub(super) fn each_series(many: Vec<Labelled>, change: impl Fn(Series) -> Series) -> Vec<Labelled> {
    many.into_iter().map(|one| Labelled { label: one.label, series: change(one.series) }).collect()
}

/// Said before the arguments are looked at, which may mean nothing here either.
pub(super) fn check_offered(name: &str) -> Result<(), String> {
    if NOT_OFFERED.contains(&name) { Err(format!("{name} is not offered by Headwater")) } else { Ok(()) }
}

/// A call whose arguments are all values.
pub(super) fn call(name: &str, arguments: Vec<Value>) -> Result<Value, String> {
    let count = arguments.len();
    let mut arguments = arguments.into_iter();
    let takes = |wanted: &str| format!("{name} takes {wanted}, not {count} arguments");
    let mut next = || arguments.next();
    match name {
        "SUM" | "AVG" | "MIN" | "MAX" | "STDDEV" | "DATAPOINT_COUNT" => {
            let one = next().filter(|_| count == 1).ok_or_else(|| takes("one"))?;
            gather(name, one)
        }
        "ABS" | "CEIL" | "FLOOR" | "LOG" | "LOG10" => {
            let one = next().filter(|_| count == 1).ok_or_else(|| takes("one"))?;
            Ok(match name {
                "ABS" => each(one, f64::abs),
                "CEIL" => each(one, f64::ceil),
                "FLOOR" => each(one, f64::floor),
                "LOG" => each(one, f64::ln),
                _ => each(one, f64::log10),
            })
        }
        "RATE" | "DIFF" | "DIFF_TIME" | "RUNNING_SUM" => {
            let one = next().filter(|_| count == 1).ok_or_else(|| takes("one"))?;
            over_time(name, one)
        }
        "PERIOD" => match next().filter(|_| count == 1) {
            Some(Value::Series(series)) => Ok(Value::Number(series.period_s as f64)),
            _ => Err("PERIOD takes one time series".to_owned()),
        },
        "FILL" => match (next(), next(), count) {
            (Some(of), Some(Value::Number(with)), 2) => fill(of, &|series| constant(series, with)),
            _ => Err("FILL takes a time series and a number, REPEAT or LINEAR".to_owned()),
        },
        "IF" => match (next(), next(), next(), count) {
            (Some(condition), Some(then), otherwise, 2 | 3) => choose(condition, then, otherwise),
            _ => Err(takes("a condition and one or two values")),
        },
        other => Err(format!("there is no function {other}")),
    }
}

/// Of one series a number, of several a series.
fn gather(name: &str, of: Value) -> Result<Value, String> {
    let gathered = |values: &[f64]| {
        let (count, sum) = (values.len() as f64, values.iter().sum::<f64>());
        match name {
            "SUM" => sum,
            "AVG" => sum / count,
            "MIN" => values.iter().copied().fold(f64::INFINITY, f64::min),
            "MAX" => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            "STDDEV" => {
                let mean = sum / count;
                (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt()
            }
            _ => count,
        }
    };
    match of {
        Value::Number(_) => Err(format!("{name} takes time series, not a number")),
        Value::Series(series) if series.points.is_empty() => Ok(Value::Number(0.0)),
        Value::Series(series) => Ok(Value::Number(gathered(&series.values()))),
        Value::Many(many) => {
            let mut at: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
            let mut frame = Series::default();
            for one in many {
                for (second, value) in &one.series.points {
                    at.entry(*second).or_default().push(*value);
                }
                frame = Series {
                    points: BTreeMap::new(),
                    period_s: one.series.period_s.max(frame.period_s),
                    ..one.series
                };
            }
            let points = at.into_iter().map(|(second, values)| (second, gathered(&values)));
            Ok(Value::Series(Series { points: points.collect(), ..frame }))
        }
    }
}

/// Functions of a point and the one before.
fn over_time(name: &str, of: Value) -> Result<Value, String> {
    let work = |series: Series| {
        let mut before: Option<(i64, f64)> = None;
        let mut sum = 0.0;
        let points = series.points.iter().filter_map(|(at, value)| {
            let (last, point) = (before.replace((*at, *value)), *value);
            sum += point;
            let since = last.map(|(then, _)| (at - then) as f64);
            let change = last.map(|(_, old)| point - old);
            let result = match name {
                "RUNNING_SUM" => Some(sum),
                "DIFF" => change,
                "DIFF_TIME" => since,
                _ => change.zip(since).map(|(change, seconds)| change / seconds),
            };
            result.map(|result| (*at, result))
        });
        let points = points.collect();
        Series { points, ..series }
    };
    match of {
        Value::Series(series) => Ok(Value::Series(work(series))),
        Value::Many(many) => Ok(Value::Many(each_series(many, work))),
        Value::Number(_) => Err(format!("{name} takes time series, not a number")),
    }
}

pub(super) fn fill_by(of: Value, how: &str) -> Result<Value, String> {
    match how {
        "REPEAT" => fill(of, &repeated),
        "LINEAR" => fill(of, &interpolated),
        other => Err(format!("FILL fills with a number, REPEAT or LINEAR, not with {other}")),
    }
}

fn fill(of: Value, filled: &dyn Fn(Series) -> Series) -> Result<Value, String> {
    match of {
        Value::Series(series) => Ok(Value::Series(filled(series))),
        Value::Many(many) => Ok(Value::Many(each_series(many, filled))),
        Value::Number(_) => Err("FILL takes time series, not a number".to_owned()),
    }
}

fn constant(mut series: Series, with: f64) -> Series {
    for at in series.grid() {
        series.points.entry(at).or_insert(with);
    }
    series
}

/// Missing points are the one before.
fn repeated(mut series: Series) -> Series {
    let mut last = None;
    for at in series.grid() {
        match (series.points.get(&at), last) {
            (Some(value), _) => last = Some(*value),
            (None, Some(value)) => {
                series.points.insert(at, value);
            }
            (None, None) => {}
        }
    }
    series
}

/// Missing points lie on the line between those around them; after the last one they repeat it.
fn interpolated(mut series: Series) -> Series {
    let known = series.points.clone();
    for at in series.grid() {
        if known.contains_key(&at) {
            continue;
        }
        let before = known.range(..at).next_back();
        let after = known.range(at..).next();
        let value = match (before, after) {
            (Some((from, low)), Some((to, high))) => {
                low + (high - low) * ((at - from) as f64 / (to - from) as f64)
            }
            (Some((_, value)), None) => *value,
            (None, _) => continue,
        };
        series.points.insert(at, value);
    }
    series
}

/// `IF`: where the condition is not zero the one value, elsewhere the other, or no point where there is none.
fn choose(condition: Value, then: Value, otherwise: Option<Value>) -> Result<Value, String> {
    let condition = match condition {
        Value::Number(number) => {
            let chosen = if number != 0.0 { Some(then) } else { otherwise };
            return chosen.ok_or_else(|| "IF of a number needs both values".to_owned());
        }
        Value::Series(series) => series,
        Value::Many(_) => return Err("the condition of IF is one time series".to_owned()),
    };
    let at = |value: &Value, second: i64| match value {
        Value::Number(number) => Some(*number),
        Value::Series(series) => series.points.get(&second).copied(),
        Value::Many(_) => None,
    };
    if [Some(&then), otherwise.as_ref()].into_iter().flatten().any(|value| matches!(value, Value::Many(_))) {
        return Err("the values of IF are numbers or one time series".to_owned());
    }
    let points = condition.points.iter().filter_map(|(second, holds)| {
        let chosen = if *holds != 0.0 { Some(&then) } else { otherwise.as_ref() };
        Some((*second, at(chosen?, *second)?))
    });
    let points = points.collect();
    Ok(Value::Series(Series { points, ..condition }))
}
