//! Every case under `conformance/flink` against what Apache Flink 2.3 answered to the same SQL over the same files.
//!
//! `exact` cases compare the changelog row by row; `bag` cases compare the rows in any order, where Flink's own order is free. Numbers
//! are compared as numbers (JSON has many forms of one). The expected files are written by `conformance/flink/generate.py`.

mod running;

use std::path::{Path, PathBuf};

use headwater_runtime::RealDisk;
use serde_json::Value;

/// Cases in which Headwater answers otherwise on purpose, each with its reason.
const DEVIATIONS: &[(&str, &str)] = &[];

#[allow(clippy::disallowed_methods)]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn conformance() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/flink")
}

fn run(sql: &str) -> Result<Vec<Value>, String> {
    let text = running::run(sql, RealDisk)?;
    text.lines().map(|line| serde_json::from_str(line).map_err(|error| format!("{line}: {error}"))).collect()
}

/// Numbers in one form, and nothing else changed.
fn normalised(value: &Value) -> Value {
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into(),
            None => {
                let float = number.as_f64().expect("a number");
                if float.fract() == 0.0 && float.abs() < 1e15 { (float as i64).into() } else { float.into() }
            }
        },
        Value::Array(items) => items.iter().map(normalised).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), normalised(value))).collect()
        }
        other => other.clone(),
    }
}

fn check(case: &Path) -> Result<(), String> {
    let sql = read(case);
    let inputs = conformance().join("inputs");
    let sql = sql.replace("${INPUTS}", inputs.to_str().expect("a UTF-8 path"));
    let expected: Vec<Value> = read(&case.with_extension("expected"))
        .lines()
        .map(|line| normalised(&serde_json::from_str(line).expect(line)))
        .collect();
    if expected.first().is_some_and(|line| line.get("error").is_some()) {
        return match run(&sql) {
            Err(_) => Ok(()),
            Ok(rows) => Err(format!("Flink refuses this; Headwater answered {} rows", rows.len())),
        };
    }
    let mut actual: Vec<Value> = run(&sql)?.iter().map(normalised).collect();
    let mut expected = expected;
    if sql.starts_with("-- compare: bag") {
        let key = |value: &Value| value.to_string();
        actual.sort_by_key(key);
        expected.sort_by_key(key);
    }
    if actual == expected {
        return Ok(());
    }
    let lines = |values: &[Value]| values.iter().map(|v| format!("    {v}")).collect::<Vec<_>>().join("\n");
    Err(format!("expected\n{}\n  got\n{}", lines(&expected), lines(&actual)))
}

#[test]
fn every_case_answers_as_flink_does() {
    let mut cases: Vec<PathBuf> = std::fs::read_dir(conformance().join("cases"))
        .expect("the cases are checked in")
        .map(|entry| entry.expect("a directory entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .collect();
    cases.sort();
    assert!(cases.len() >= 120, "only {} cases found", cases.len());
    let name = |case: &Path| case.file_stem().expect("a name").to_string_lossy().into_owned();
    let mut failures = Vec::new();
    for case in &cases {
        let deviates = DEVIATIONS.iter().any(|(deviating, _)| *deviating == name(case));
        match (check(case), deviates) {
            (Ok(()), false) | (Err(_), true) => {}
            (Ok(()), true) => failures.push(format!("{}: listed as a deviation, but agrees", name(case))),
            (Err(difference), false) => failures.push(format!("{}: {difference}", name(case))),
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {} cases differ:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}
