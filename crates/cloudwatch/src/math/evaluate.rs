//! Expressions over the series of a request, each worked out once, whichever asks for it first.

use std::collections::{BTreeMap, HashMap};

use super::functions;
use super::parse::{Expression, Operator};
use super::series::{Labelled, Series, Value};

/// One query of a request.
pub(crate) struct Query {
    pub id: String,
    pub label: String,
    pub is_returned: bool,
    pub source: Source,
}

pub(crate) enum Source {
    Metric(Series),
    Expression(Expression),
}

/// One series that a query gives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub id: String,
    pub label: String,
    pub points: BTreeMap<i64, f64>,
}

/// How deep expressions of expressions go, so that none exhausts a thread's stack.
const DEPTH_MAX: usize = 200;
/// Points that all values of a request may hold while it is worked out.
const POINTS_MAX: usize = 4 * headwater_types::limits::METRIC_QUERY_POINTS_MAX;

/// What the queries that return data give, in their order.
pub(crate) fn evaluate(queries: &[Query]) -> Result<Vec<Answer>, String> {
    let by_id = queries.iter().map(|query| (query.id.as_str(), query)).collect();
    let mut work = Work { queries, by_id, done: HashMap::new(), chain: Vec::new(), depth: 0, points: 0 };
    let mut answers = Vec::new();
    for query in queries.iter().filter(|query| query.is_returned) {
        let of =
            |label: String, series: Series| Answer { id: query.id.clone(), label, points: series.points };
        match work.value(&query.id)? {
            Value::Series(series) => answers.push(of(query.label.clone(), series)),
            Value::Many(many) => answers.extend(many.into_iter().map(|one| of(one.label, one.series))),
            Value::Number(_) => {
                return Err(format!(
                    "Error in expression '{}': it gives a number, and must give a time series",
                    query.id
                ));
            }
        }
    }
    Ok(answers)
}

struct Work<'a> {
    queries: &'a [Query],
    by_id: HashMap<&'a str, &'a Query>,
    done: HashMap<&'a str, Value>,
    /// The queries being worked out, each for the one before.
    chain: Vec<&'a str>,
    depth: usize,
    points: usize,
}

impl<'a> Work<'a> {
    fn value(&mut self, id: &str) -> Result<Value, String> {
        if let Some(value) = self.done.get(id) {
            return Ok(value.clone());
        }
        let query = *self.by_id.get(id).ok_or_else(|| format!("there is no query '{id}'"))?;
        let value = match &query.source {
            Source::Metric(series) => Value::Series(series.clone()),
            Source::Expression(expression) => {
                if self.chain.contains(&id) {
                    return Err(format!("Error in expression '{id}': it depends on itself"));
                }
                self.chain.push(&query.id);
                let value = self.expression(expression);
                self.chain.pop();
                value.map_err(|error| match error.starts_with("Error in") {
                    true => error,
                    false => format!("Error in expression '{id}': {error}"),
                })?
            }
        };
        self.done.insert(&query.id, value.clone());
        Ok(value)
    }

    fn expression(&mut self, expression: &Expression) -> Result<Value, String> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(format!("expressions go more than {DEPTH_MAX} deep"));
        }
        let value = match expression {
            Expression::Number(number) => Value::Number(*number),
            Expression::Id(id) => self.value(id)?,
            Expression::Word(word) => return Err(format!("'{word}' means nothing here")),
            Expression::Text(text) => return Err(format!("the text '{text}' means nothing here")),
            Expression::Negate(inner) => {
                let inner = self.expression(inner)?;
                functions::each(inner, |value| -value)
            }
            Expression::Binary(operator, left, right) => {
                let (left, right) = (self.expression(left)?, self.expression(right)?);
                binary(*operator, left, right)?
            }
            Expression::List(items) => Value::Many(self.list(items)?),
            Expression::Call(name, arguments) => self.call(name, arguments)?,
        };
        self.depth -= 1;
        self.points += match &value {
            Value::Number(_) => 1,
            Value::Series(series) => series.points.len(),
            Value::Many(many) => many.iter().map(|one| one.series.points.len()).sum(),
        };
        if self.points > POINTS_MAX {
            return Err(format!("it handles more than {POINTS_MAX} points; ask for a shorter time"));
        }
        Ok(value)
    }

    fn list(&mut self, items: &[Expression]) -> Result<Vec<Labelled>, String> {
        let mut all = Vec::new();
        for item in items {
            let label = match item {
                Expression::Id(id) => {
                    self.by_id.get(id.as_str()).map_or_else(|| id.clone(), |q| q.label.clone())
                }
                _ => "expression".to_owned(),
            };
            match self.expression(item)? {
                Value::Series(series) => all.push(Labelled { label, series }),
                Value::Many(many) => all.extend(many),
                Value::Number(_) => return Err("a list holds time series, not numbers".to_owned()),
            }
        }
        Ok(all)
    }

    fn call(&mut self, name: &str, arguments: &[Expression]) -> Result<Value, String> {
        functions::check_offered(name)?;
        match (name, arguments) {
            ("METRICS", []) => Ok(Value::Many(self.metrics(""))),
            ("METRICS", [Expression::Text(part)]) => Ok(Value::Many(self.metrics(part))),
            ("FILL", [of, Expression::Word(how)]) => {
                let of = self.expression(of)?;
                functions::fill_by(of, how)
            }
            _ => {
                let values =
                    arguments.iter().map(|one| self.expression(one)).collect::<Result<Vec<_>, _>>()?;
                functions::call(name, values)
            }
        }
    }

    /// The metrics of the request whose ids hold a text.
    fn metrics(&self, part: &str) -> Vec<Labelled> {
        let of = |query: &Query| match &query.source {
            Source::Metric(series) if query.id.contains(part) => {
                Some(Labelled { label: query.label.clone(), series: series.clone() })
            }
            _ => None,
        };
        self.queries.iter().filter_map(of).collect()
    }
}

fn binary(operator: Operator, left: Value, right: Value) -> Result<Value, String> {
    let apply = move |left: f64, right: f64| operator.apply(left, right);
    Ok(match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            let value = apply(left, right);
            if !value.is_finite() {
                return Err("a calculation with numbers alone has no result".to_owned());
            }
            Value::Number(value)
        }
        (left, Value::Number(right)) => functions::each(left, |left| apply(left, right)),
        (Value::Number(left), right) => functions::each(right, |right| apply(left, right)),
        (Value::Series(left), Value::Series(right)) => Value::Series(left.zip(&right, apply)),
        (Value::Many(many), Value::Series(right)) => {
            Value::Many(functions::each_series(many, |left| left.zip(&right, apply)))
        }
        (Value::Series(left), Value::Many(many)) => {
            Value::Many(functions::each_series(many, |right| left.clone().zip(&right, apply)))
        }
        (Value::Many(left), Value::Many(right)) => {
            if left.len() != right.len() {
                return Err(format!("lists of {} and {} series do not match", left.len(), right.len()));
            }
            let pairs = left.into_iter().zip(right);
            Value::Many(
                pairs
                    .map(|(left, right)| Labelled {
                        label: left.label,
                        series: left.series.zip(&right.series, apply),
                    })
                    .collect(),
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::parse;

    fn metric(id: &str, points: &[(i64, f64)]) -> Query {
        let series =
            Series { start_s: 0, end_s: 300, period_s: 60, points: points.iter().copied().collect() };
        Query {
            id: id.into(),
            label: format!("label-{id}"),
            is_returned: false,
            source: Source::Metric(series),
        }
    }

    /// An expression over two metrics with a hole each.
    fn run(text: &str) -> Result<Vec<Vec<(i64, f64)>>, String> {
        let queries = [
            metric("m1", &[(0, 1.0), (60, 2.0), (180, 4.0)]),
            metric("m2", &[(0, 10.0), (120, 30.0), (180, 40.0)]),
            Query {
                id: "e1".into(),
                label: "e1".into(),
                is_returned: true,
                source: Source::Expression(parse(text)?),
            },
        ];
        let answers = evaluate(&queries)?;
        Ok(answers.into_iter().map(|answer| answer.points.into_iter().collect()).collect())
    }

    #[test]
    fn expressions_work_as_documented() {
        let one = |points: &[(i64, f64)]| Ok(vec![points.to_vec()]);
        for (text, expected) in [
            ("m1 + m2", one(&[(0, 11.0), (180, 44.0)])),
            ("m2 / m1", one(&[(0, 10.0), (180, 10.0)])),
            ("100 * m1", one(&[(0, 100.0), (60, 200.0), (180, 400.0)])),
            ("m1 / (m1 - 2)", one(&[(0, -1.0), (180, 2.0)])),
            ("SUM(METRICS())", one(&[(0, 11.0), (60, 2.0), (120, 30.0), (180, 44.0)])),
            ("AVG([m1, m2])", one(&[(0, 5.5), (60, 2.0), (120, 30.0), (180, 22.0)])),
            ("MIN([m1, m2])", one(&[(0, 1.0), (60, 2.0), (120, 30.0), (180, 4.0)])),
            ("m1 * 0 + MAX(m2)", one(&[(0, 40.0), (60, 40.0), (180, 40.0)])),
            ("m1 * 0 + SUM(m1)", one(&[(0, 7.0), (60, 7.0), (180, 7.0)])),
            ("RATE(m1)", one(&[(60, 1.0 / 60.0), (180, 2.0 / 120.0)])),
            ("DIFF(m1)", one(&[(60, 1.0), (180, 2.0)])),
            ("RUNNING_SUM(m1)", one(&[(0, 1.0), (60, 3.0), (180, 7.0)])),
            ("m1 / PERIOD(m1)", one(&[(0, 1.0 / 60.0), (60, 2.0 / 60.0), (180, 4.0 / 60.0)])),
            ("FILL(m1, 0)", one(&[(0, 1.0), (60, 2.0), (120, 0.0), (180, 4.0), (240, 0.0)])),
            ("FILL(m1, REPEAT)", one(&[(0, 1.0), (60, 2.0), (120, 2.0), (180, 4.0), (240, 4.0)])),
            ("FILL(m1, LINEAR)", one(&[(0, 1.0), (60, 2.0), (120, 3.0), (180, 4.0), (240, 4.0)])),
            ("IF(m1 > 1, m1, 0)", one(&[(0, 0.0), (60, 2.0), (180, 4.0)])),
            ("ABS(-m1)", one(&[(0, 1.0), (60, 2.0), (180, 4.0)])),
            ("CEIL(m1 / 3)", one(&[(0, 1.0), (60, 1.0), (180, 2.0)])),
            ("m1 > 1 AND m2 > 1", one(&[(0, 0.0), (180, 1.0)])),
        ] {
            assert_eq!(run(text), expected, "{text}");
        }
        assert_eq!(run("METRICS() * 2").map(|all| all.len()), Ok(2));
        assert_eq!(run("METRICS('2')").map(|all| all.len()), Ok(1));
    }

    #[test]
    fn what_cannot_be_worked_out_says_why() {
        for (text, part) in [
            ("SUM(m1)", "must give a time series"),
            ("e1 + 1", "depends on itself"),
            ("m3 + 1", "no query 'm3'"),
            ("SEARCH('{x}', 'Sum', 60)", "not offered"),
            ("ANOMALY_DETECTION_BAND(m1)", "not offered"),
            ("NOTHING(m1)", "no function"),
            ("SUM()", "takes"),
            ("FILL(m1, NEVER)", "NEVER"),
            ("m1 + 1 / 0", "no result"),
            ("[m1, m2] + [m1]", "do not match"),
        ] {
            let error = run(text).expect_err(text);
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
