//! Files written by one statement and read by the next, and rows that a sink refuses.

mod running;

use std::path::Path;

use headwater_runtime::RealDisk;

fn run(sql: &str) -> Result<String, String> {
    running::run(sql, RealDisk)
}

#[allow(clippy::disallowed_methods)]
fn files_below(dir: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn json_files_are_read_back_as_they_were_written() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("out");
    let sql = format!(
        "CREATE TABLE f (id INT, amount DECIMAL(10, 2), made TIMESTAMP(3), tags ARRAY<STRING>)
         WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json');
         INSERT INTO f VALUES (1, 12.50, TIMESTAMP '2026-03-20 10:00:00.12', ARRAY['a', 'b']), (2, 1.00, TIMESTAMP '2026-03-20 10:00:01', ARRAY['c']);
         SELECT * FROM f;",
        path.display()
    );
    let rows = run(&sql).expect("runs");
    let expected = "{\"op\": \"+I\", \"row\": [1, \"12.50\", \"2026-03-20T10:00:00.120\", [\"a\", \"b\"]]}\n\
                    {\"op\": \"+I\", \"row\": [2, \"1.00\", \"2026-03-20T10:00:01.000\", [\"c\"]]}\n";
    assert_eq!(rows, expected);
    assert_eq!(files_below(&path).len(), 1);
}

#[test]
fn partitions_are_directories_and_parquet_files_hold_the_rows() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("out");
    let sql = format!(
        "CREATE TABLE p (id INT, amount DECIMAL(10, 2), made TIMESTAMP(3), kind STRING) PARTITIONED BY (kind)
         WITH ('connector' = 'filesystem', 'path' = 'file://{}', 'format' = 'parquet');
         INSERT INTO p VALUES (1, 12.50, TIMESTAMP '2026-03-20 10:00:00', 'a/b'), (2, 1.00, TIMESTAMP '2026-03-20 10:00:01', 'c'), (3, 2.00, TIMESTAMP '2026-03-20 10:00:02', 'c');",
        path.display()
    );
    run(&sql).expect("runs");
    let files = files_below(&path);
    let directories: Vec<_> =
        files.iter().map(|f| f.parent().and_then(Path::file_name).expect("a directory").to_owned()).collect();
    assert_eq!(directories, ["kind=a%2Fb", "kind=c"]);
    #[allow(clippy::disallowed_methods)]
    let file = std::fs::File::open(&files[1]).expect("a file");
    let reader =
        parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(file).expect("parquet");
    let names: Vec<_> = reader.schema().fields().iter().map(|f| f.name().clone()).collect();
    assert_eq!(names, ["id", "amount", "made"]);
    let rows: usize = reader.build().expect("reads").map(|batch| batch.expect("a batch").num_rows()).sum();
    assert_eq!(rows, 2);
}

#[test]
fn a_null_in_a_not_null_column_fails_or_is_left_out_as_set() {
    let sql = |setting: &str| {
        format!(
            "{setting} CREATE TABLE s (id INT NOT NULL) WITH ('connector' = 'print');
             INSERT INTO s SELECT x FROM (VALUES (1), (CAST(NULL AS INT)), (3)) AS t(x);"
        )
    };
    let error = run(&sql("")).expect_err("a NULL");
    assert!(error.contains("'id'"), "{error}");
    let rows = run(&sql("SET 'table.exec.sink.not-null-enforcer' = 'DROP';")).expect("runs");
    assert_eq!(rows.lines().count(), 2);
}

#[test]
fn a_missing_file_and_a_stream_without_a_server_are_told() {
    let missing = "CREATE TABLE f (id INT) WITH ('connector' = 'filesystem', 'path' = '/no/such/file', 'format' = 'json'); SELECT * FROM f;";
    assert!(run(missing).expect_err("missing").contains("/no/such/file"));
    let stream = "CREATE TABLE k (id INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json'); SELECT * FROM k;";
    assert!(run(stream).expect_err("no server").contains("headwater sql submit"));
}

#[test]
#[allow(clippy::disallowed_methods)]
fn a_directory_is_read_with_all_below_it_or_with_what_the_pattern_names() {
    let dir = tempfile::tempdir().expect("a directory");
    let root = dir.path().canonicalize().expect("a path");
    for (n, name) in ["a.json", "b.txt", "y=1/c.json", "y=2/d.json", "_SUCCESS", ".tmp/e.json", "y=2/.hidden"]
        .iter()
        .enumerate()
    {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("created");
        std::fs::write(path, format!("{{\"n\":{n}}}\n")).expect("written");
    }
    let rows = |pattern: &str| {
        let option = match pattern {
            "" => String::new(),
            pattern => format!(", 'source.path.regex-pattern' = '{pattern}'"),
        };
        run(&format!(
            "CREATE TABLE t (n INT) WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json'{option});
             SELECT n FROM t;",
            root.display()
        ))
        .map(|text| {
            let mut rows: Vec<char> = text.lines().filter_map(|line| line.chars().rev().nth(2)).collect();
            rows.sort_unstable();
            rows.into_iter().collect::<String>()
        })
    };
    assert_eq!(rows("").as_deref(), Ok("0123"));
    assert_eq!(rows(".*[.]json").as_deref(), Ok("023"));
    assert_eq!(
        rows(&format!("{}/y=2/.*", root.display())).as_deref(),
        Ok("36"),
        "also what is hidden, if named"
    );
    assert_eq!(rows("a.json").as_deref(), Ok(""), "the whole path must match, as in Flink");
    let error = rows("(").expect_err("no pattern");
    assert!(error.contains("source.path.regex-pattern") && error.contains("unclosed group"), "{error}");
}

#[test]
#[allow(clippy::disallowed_methods)]
fn a_file_that_is_run_writes_its_parts_as_they_fill_not_all_at_its_end() {
    let dir = tempfile::tempdir().expect("a directory");
    let (input, output) = (dir.path().join("in.json"), dir.path().join("out"));
    let lines: String = (0..100_000).map(|n| format!("{{\"n\":{n}}}\n")).collect();
    std::fs::write(&input, lines).expect("written");
    run(&format!(
        "CREATE TABLE i (n INT) WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json');
         CREATE TABLE o (n INT) WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json',
           'sink.rolling-policy.file-size' = '64 kb');
         INSERT INTO o SELECT n FROM i;",
        input.display(),
        output.display()
    ))
    .expect("it runs");
    let parts = files_below(&output);
    assert!(parts.len() > 1, "{parts:?}");
    let rows: usize =
        parts.iter().map(|part| std::fs::read_to_string(part).expect("text").lines().count()).sum();
    assert_eq!(rows, 100_000);
}

#[test]
fn a_row_that_cannot_be_computed_fails_with_the_expression_and_the_place_of_its_record() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("rows.json");
    let mut lines: Vec<String> =
        (1..10_000).map(|n| format!("{{\"n\": {n}, \"ts\": \"2026-03-20 10:00:00\"}}")).collect();
    lines[8_999] = r#"{"n": 0, "ts": "2026-03-20 10:00:00"}"#.to_owned();
    lines[9_499] = r#"{"n": -1, "ts": null}"#.to_owned();
    #[allow(clippy::disallowed_methods)]
    std::fs::write(&path, lines.join("\n")).expect("written");
    let table = |watermark: &str| {
        format!(
            "CREATE TABLE t (n INT, ts TIMESTAMP(3){watermark})
             WITH ('connector' = 'filesystem', 'path' = '{}', 'format' = 'json');",
            path.display()
        )
    };
    let (plain, timed) = (table(""), table(", WATERMARK FOR ts AS ts"));
    let zero = format!("({}, record 9000)", path.display());
    let null = format!("({}, record 9500)", path.display());
    for (sql, message) in [
        (
            format!("{plain} SELECT n FROM t WHERE n <> 5 AND 1 / n > 1;"),
            format!("division by zero, in (1 / n) {zero}"),
        ),
        (
            format!("{plain} SELECT 7 / n FROM t WHERE n < 100;"),
            format!("division by zero, in (7 / n) {zero}"),
        ),
        (
            format!("{plain} SELECT SUM(7 / n) FROM t WHERE n <> 1;"),
            format!("division by zero, in (7 / n) {zero}"),
        ),
        (
            format!("{timed} SELECT CAST(CAST(n AS STRING) AS TINYINT) FROM t WHERE n = 0 OR n = 200;"),
            format!("in CAST(CAST(n AS VARCHAR(2147483647)) AS TINYINT) ({}, record 200)", path.display()),
        ),
        (format!("{timed} SELECT n FROM t;"), format!("the rowtime column 'ts' is NULL in a row {null}")),
        // What is computed of many records has no record.
        (format!("{plain} SELECT 1 / (COUNT(*) - COUNT(*)) FROM t;"), "division by zero, in ".to_owned()),
    ] {
        let error = run(&sql).expect_err(&sql);
        assert!(error.contains(&message), "{error}\nand not: {message}");
        assert!(error.contains("record ") == message.contains("record "), "{error}");
    }
}
