//! Long expressions are not deep ones: chains of thousands of operators are read, bound, computed, shown and dropped on a small stack; what
//! really nests is refused in time, and what is neither gives the value that it should.

mod running;

use headwater_runtime::{Entropy, RealDisk};

/// Terms of a long chain.
const TERMS: usize = 10_000;
/// What a test's thread has: as much as threads of the server, and builds without optimisation take several times as much as its own.
const STACK_BYTES: usize = 2 * 1024 * 1024;

/// The rows that a text prints, run on a small stack.
fn run(sql: String) -> Result<String, String> {
    let work = move || running::run(&sql, RealDisk);
    std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(work)
        .expect("a thread")
        .join()
        .expect("no panic")
}

/// The value of an expression over one row with `a` = 1, `s` = 'x' and `t` = TRUE.
fn value(expr: &str) -> Result<String, String> {
    let rows = run(format!("SELECT {expr} FROM (VALUES (1, 'x', TRUE)) AS r (a, s, t);"))?;
    let row = rows.trim().strip_prefix("{\"op\": \"+I\", \"row\": [").and_then(|row| row.strip_suffix("]}"));
    Ok(row.expect("one row").to_owned())
}

#[test]
fn chains_of_ten_thousand_terms_are_computed() {
    let joined = |term: &str, operator: &str| vec![term; TERMS].join(operator);
    let text = |expr: &str| value(expr).unwrap_or_else(|error| panic!("{}…: {error}", &expr[..40]));
    assert_eq!(text(&joined("a", " + ")), TERMS.to_string());
    assert_eq!(text(&joined("a", " - ")), (2 - TERMS as i64).to_string());
    assert_eq!(text(&joined("a", " * ")), "1");
    assert_eq!(text(&joined("a", " / ")), "1");
    assert_eq!(text(&joined("a + 2 * a", " + ")), (3 * TERMS).to_string());
    assert_eq!(text(&format!("CHAR_LENGTH({})", joined("s", " || "))), TERMS.to_string());
    assert_eq!(text(&joined("t", " AND ")), "true");
    assert_eq!(text(&joined("a > 1", " OR ")), "false");
    assert_eq!(text(&joined("t", " = ")), "true");
    assert_eq!(text(&format!("a IN ({})", joined("2", ", "))), "false");
    let branches: String = (2..TERMS).map(|n| format!(" WHEN {n} THEN {n}")).collect();
    assert_eq!(text(&format!("CASE a{branches} ELSE 0 END")), "0");
    let interval = format!("TIMESTAMP '2026-01-01 00:00:00'{}", " + INTERVAL '1' SECOND".repeat(TERMS));
    assert_eq!(text(&interval), "\"2026-01-01T02:46:40.000\"");
}

#[test]
fn a_chain_has_at_every_step_the_types_of_two_operands() {
    // INT wraps around, until the first BIGINT; DECIMAL and DOUBLE take over where they come.
    let ints = "2147483647 + a".to_owned() + &" + 0".repeat(20);
    assert_eq!(value(&ints).expect("it runs"), "-2147483648");
    assert_eq!(value(&format!("{ints} + CAST(1 AS BIGINT)")).expect("it runs"), "-2147483647");
    assert_eq!(value(&format!("a{} + 0.25", " + 1".repeat(20))).expect("it runs"), "\"21.25\"");
    assert_eq!(value(&format!("a{} + 5e-1 + 0.25", " + 1".repeat(20))).expect("it runs"), "21.75");
    assert_eq!(value(&format!("a{}", " + CAST(NULL AS INT)".repeat(20))).expect("it runs"), "null");
}

#[test]
fn a_step_that_fails_is_named() {
    let error = value(&format!("1{} / (a - 1) + 1", " + a".repeat(20))).expect_err("it fails");
    assert!(error.contains("division by zero") && error.contains("/ (EXPR$0 - 1))"), "{error}");
    let error = value(&format!("1{} / (a - 1) * 2", " * a".repeat(20))).expect_err("it fails");
    assert!(error.contains("division by zero") && error.contains("(… / (EXPR$0 - 1))"), "{error}");
    let error = value(&format!("1{} + t", " + a".repeat(20))).expect_err("no such operator");
    assert_eq!(error, "line 1, column 90: INT + BOOLEAN is not defined");
}

#[test]
fn long_definitions_are_kept_and_read_again() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("rows.json");
    #[allow(clippy::disallowed_methods)]
    std::fs::write(&path, "{\"a\": 2}\n").expect("written");
    let sum = vec!["a"; 3_000].join(" + ");
    let sql = format!(
        "CREATE TABLE t (a INT, total AS {sum}) WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json');
         CREATE VIEW v AS SELECT total - {sum} AS nothing, total FROM t;
         SELECT nothing, total, COUNT(*) FROM v WHERE {sum_of_total} > 0 GROUP BY nothing, total;",
        path.display(),
        sum_of_total = vec!["total"; 3_000].join(" + "),
    );
    assert_eq!(run(sql).expect("it runs"), "{\"op\": \"+I\", \"row\": [11996, 6000, 1]}\n");
}

#[test]
fn groups_by_a_long_chain_and_by_its_beginning_are_found() {
    let sum = ["a"; 20].join(" + ");
    for (query, row) in [
        (format!("SELECT {sum} FROM (VALUES (1), (1)) AS r (a) GROUP BY {sum}"), "[20]"),
        (format!("SELECT {sum} + 1 + 2 FROM (VALUES (1), (1)) AS r (a) GROUP BY {sum}"), "[23]"),
        (format!("SELECT {sum} + SUM(a) FROM (VALUES (1)) AS r (a) GROUP BY a"), "[21]"),
    ] {
        assert_eq!(
            run(format!("{query};")).expect("it runs"),
            format!("{{\"op\": \"+I\", \"row\": {row}}}\n"),
            "{query}"
        );
    }
}

#[test]
fn what_nests_to_the_limit_runs_and_what_nests_deeper_is_refused() {
    let nests: [(&str, &str); 9] = [
        ("(", ")"),
        ("a + (", ")"),
        ("(", " + a)"),
        ("- ", ""),
        ("ABS(", ")"),
        ("CASE WHEN t THEN ", " ELSE 0 END"),
        ("COALESCE(a - a, ", ")"),
        ("CAST(", " AS BIGINT)"),
        ("a * a * a * a * a * a * a * a * a * a * a * (", ") * a"),
    ];
    for (open, close) in nests {
        let nested = |depth: usize| format!("{}a{}", open.repeat(depth), close.repeat(depth));
        let error = value(&nested(300)).expect_err("too deep");
        assert!(error.contains("nests deeper than 100 levels"), "{open}: {error}");
        // The deepest that is read is computed too.
        let deepest = (1..100).rev().find(|depth| value(&nested(*depth)).is_ok());
        assert!(deepest.is_some_and(|depth| depth >= 30), "{open}: {deepest:?}");
    }
}

/// A filter that went below each of these would double each time.
#[test]
fn filters_over_nested_queries_do_not_grow_without_bound() {
    let mut query = "SELECT a FROM (VALUES (1)) AS r (a)".to_owned();
    for _ in 0..20 {
        query = format!("SELECT a * a AS a FROM ({query}) WHERE a + a > 0");
    }
    assert_eq!(run(format!("{query};")).expect("it runs"), "{\"op\": \"+I\", \"row\": [1]}\n");
}

/// A random expression over `a` = 1 with its value, as wide as it is deep.
fn random(entropy: &Entropy, depth: usize) -> (String, i32) {
    if depth == 0 || entropy.below(4) == 0 {
        let number = entropy.below(1_000) as i32;
        return if entropy.below(3) == 0 { ("a".to_owned(), 1) } else { (number.to_string(), number) };
    }
    // Operators of one precedence, from two to many.
    let length = if entropy.below(8) == 0 { entropy.below(300) } else { entropy.below(12) } as usize;
    let sums = entropy.below(2) == 0;
    let (mut text, mut value) = random(entropy, depth - 1);
    text = format!("({text})");
    for _ in 0..length {
        let (operand, of) = random(entropy, if length > 12 { 0 } else { depth - 1 });
        let (symbol, result) = match (sums, entropy.below(2)) {
            (true, 0) => ("+", value.wrapping_add(of)),
            (true, _) => ("-", value.wrapping_sub(of)),
            (false, 0) if of != 0 => ("/", value.wrapping_div(of)),
            (false, _) => ("*", value.wrapping_mul(of)),
        };
        text = format!("{text} {symbol} ({operand})");
        value = result;
    }
    (text, value)
}

#[test]
fn random_expressions_give_the_value_they_should() {
    let seed = std::env::var("HEADWATER_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| Entropy::system().next_u64());
    let entropy = Entropy::seeded(seed);
    for round in 0..60 {
        let (text, expected) = random(&entropy, 4);
        let got = value(&text).unwrap_or_else(|error| panic!("seed {seed}, round {round}: {error}\n{text}"));
        assert_eq!(got, expected.to_string(), "HEADWATER_TEST_SEED={seed}, round {round}: {text}");
    }
}
