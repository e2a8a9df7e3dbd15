//! Every error of a statement names the line and column of the token that is wrong, in words that a reader can act on.

mod running;

use headwater_runtime::SimDisk;

/// A table that is right, on line 1, for the statements that follow it.
const T: &str = "CREATE TABLE t (id INT, name STRING, at_ TIMESTAMP(3), tags ARRAY<STRING>, r ROW<x INT>) WITH ('connector' = 'filesystem', 'path' = '/rows', 'format' = 'json');\n";

fn error_of(sql: &str) -> String {
    match running::run(sql, SimDisk::new()) {
        Ok(_) => "no error".to_owned(),
        Err(error) => error,
    }
}

/// Statements and the whole text of their error; where it lists everything there is, up to the list.
const BROKEN: &[(&str, &str)] = &[
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json', 'formatt' = 'json');",
        "line 1, column 92: table 'a': unknown option 'formatt' (did you mean 'format'? the options are …",
    ),
    (
        "CREATE TABLE a (x INT)\nWITH (\n  'connector' = 'kinesis',\n  'steam' = 's',\n  'format' = 'json');",
        "line 4, column 3: table 'a': unknown option 'steam' (did you mean 'stream'? the options are …",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 'no such name', 'format' = 'json');",
        "line 1, column 66: table 'a': 'stream' is 'no such name', not a legal stream name",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream.arn' = 'arn:aws:s3:::b', 'format' = 'json');",
        "line 1, column 70: table 'a': 'stream.arn' is 'arn:aws:s3:::b', not the ARN of a stream",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'avro');",
        "line 1, column 82: table 'a': format 'avro' is not offered; use 'json'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'csv');",
        "line 1, column 84: table 'a': format 'csv' is not offered; use 'json' or 'parquet'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'json.ignore-parse-errors' = 'yes');",
        "line 1, column 119: table 'a': 'json.ignore-parse-errors' is 'yes', not true or false",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'json.fail-on-missing-field' = 'true', 'json.ignore-parse-errors' = 'true');",
        "line 1, column 158: table 'a': 'json.fail-on-missing-field' and 'json.ignore-parse-errors' cannot both be true",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'json.timestamp-format.standard' = 'ISO');",
        "line 1, column 125: table 'a': 'json.timestamp-format.standard' is 'ISO', not SQL, ISO-8601 or ISO-8601-WITH-OFFSET",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'json.map-null-key.mode' = 'SKIP');",
        "line 1, column 117: table 'a': 'json.map-null-key.mode' is 'SKIP', not FAIL, DROP or LITERAL",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'scan.stream.initpos' = 'START');",
        "line 1, column 114: table 'a': 'scan.stream.initpos' is 'START', not LATEST, TRIM_HORIZON or AT_TIMESTAMP",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'scan.stream.initpos' = 'AT_TIMESTAMP');",
        "line 1, column 114: table 'a': 'scan.stream.initpos' is AT_TIMESTAMP, but there is no timestamp option beside it",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'source.init.position' = 'AT_TIMESTAMP', 'source.init.timestamp' = 'noon');",
        "line 1, column 157: table 'a': 'noon' is no timestamp such as 2026-03-20T10:00:00.000+00:00",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'scan.watermark.idle-timeout' = 'soon');",
        "line 1, column 122: table 'a': 'scan.watermark.idle-timeout' is 'soon', not a duration such as '30 s'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'sink.partitioner' = 'hash');",
        "line 1, column 111: table 'a': 'sink.partitioner' is 'hash'; 'fixed' and 'random' are offered",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json', 'aws.region' = 'Mars!');",
        "line 1, column 105: table 'a': 'aws.region' is 'Mars!', not a region",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = 'ftp://a', 'format' = 'json');",
        "line 1, column 67: table 'a': 'path' is 'ftp://a'; use a local path, file:///… or s3://bucket/prefix",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json', 'sink.rolling-policy.file-size' = 'big');",
        "line 1, column 126: table 'a': 'sink.rolling-policy.file-size' is 'big', not a size such as '16 MB'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json', 'source.path.regex-pattern' = '(');",
        "line 1, column 122: table 'a': 'source.path.regex-pattern' is '(': unclosed group",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'print', 'colour' = 'red');",
        "line 1, column 53: table 'a': unknown option 'colour' (the options are connector, print-identifier, sink.parallelism, standard-error)",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'connector' = 'kinesis');",
        "line 1, column 58: option 'connector' is given twice",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('path' = '/a');",
        "line 1, column 14: table 'a' has no 'connector' in WITH (…) (say what it is stored in: 'connector' = 'kinesis')",
    ),
    ("CREATE TABLE a (x INT) WITH ('connector');", "line 1, column 41: expected '=', found ')'"),
    (
        "CREATE TABLE a (x INT) WITH (connector = 'print');",
        "line 1, column 30: expected an option's name as a string in single quotes, found 'connector'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = print);",
        "line 1, column 44: expected an option's value as a string in single quotes, found 'print'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kafka', 'topic' = 'x');\nSELECT * FROM a;",
        "line 1, column 44: table 'a': connector 'kafka' is not offered (the connectors are kinesis, kinesis-legacy, filesystem, print and blackhole)",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a');\nSELECT * FROM a;",
        "line 1, column 14: table 'a': there is no 'format' option; set 'format' = 'json'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'format' = 'json');\nSELECT * FROM a;",
        "line 1, column 14: table 'a': there is no 'path' option",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'format' = 'json');\nSELECT * FROM a;",
        "line 1, column 14: table 'a': there is no 'stream' option; set 'stream' (a name) or 'stream.arn'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'kinesis', 'stream' = 's', 'format' = 'json');\nSELECT * FROM a;",
        "line 1, column 66: table 'a': streams need a server; submit the job to one with `headwater sql submit`",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'print');\nSELECT x\nFROM a;",
        "line 3, column 6: table 'a': connector 'print' cannot be read, only written",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'parquet');\nSELECT x FROM a;",
        "line 2, column 15: table 'a': format 'parquet' can be written, not read; use 'json'",
    ),
    (
        "CREATE TABLE a (x INT, k STRING) PARTITIONED BY (k) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json');\nSELECT x FROM a;",
        "line 2, column 15: table 'a': a filesystem table with PARTITIONED BY can be written, not read: its columns are in the names of directories; read it through a table without PARTITIONED BY and those columns",
    ),
    (
        "CREATE TABLE a (x INT, o STRING METADATA FROM 'offset') WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json');\nSELECT o FROM a;",
        "line 1, column 24: table 'a': there is no metadata 'offset' of type STRING (the kinesis connector has timestamp (TIMESTAMP_LTZ), shard-id and sequence-number (STRING))",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a');\nSELECT * FROM a /*+ OPTIONS('format' = 'xml') */;",
        "line 2, column 40: table 'a': format 'xml' is not offered; use 'json'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a', 'format' = 'json');\nSELECT * FROM a /*+ OPTIONS('pth' = '/b') */;",
        "line 2, column 29: table 'a': unknown option 'pth' (did you mean 'path'? the options are …",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a');\nCREATE VIEW v AS SELECT * FROM a /*+ OPTIONS('format' = 'xml') */;\nSELECT 1 FROM v;",
        "line 3, column 15: table 'a': format 'xml' is not offered; use 'json'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem');\nCREATE TABLE b WITH ('path' = '/b', 'format' = 'orc') LIKE a;",
        "line 2, column 48: table 'b': format 'orc' is not offered; use 'json' or 'parquet'",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'filesystem', 'path' = '/a');\nINSERT INTO a SELECT 1;",
        "line 1, column 14: table 'a': there is no 'format' option; set 'json' or 'parquet'",
    ),
    (
        "CREATE TABLE a (x INTT) WITH ('connector' = 'print');",
        "line 1, column 19: expected a type such as INT, STRING or TIMESTAMP(3), found 'INTT'",
    ),
    (
        "CREATE TABLE a (x DECIMAL(39, 2)) WITH ('connector' = 'print');",
        "line 1, column 19: a DECIMAL has 1 to 38 digits, not 39",
    ),
    (
        "CREATE TABLE a (x DECIMAL(5, 6)) WITH ('connector' = 'print');",
        "line 1, column 19: a DECIMAL of 5 digits cannot have 6 of them after the point",
    ),
    (
        "CREATE TABLE a (x TIMESTAMP(10)) WITH ('connector' = 'print');",
        "line 1, column 19: a time has at most 9 fractional digits",
    ),
    (
        "CREATE TABLE a (x VARCHAR(0)) WITH ('connector' = 'print');",
        "line 1, column 19: a length is at least 1",
    ),
    (
        "CREATE TABLE a (x INT, y ROW<p INT, p STRING>) WITH ('connector' = 'print');",
        "line 1, column 37: the row has two fields 'p'",
    ),
    (
        "CREATE TABLE a (x ARRAY<STRNG>) WITH ('connector' = 'print');",
        "line 1, column 25: expected a type such as INT, STRING or TIMESTAMP(3), found 'STRNG'",
    ),
    (
        "CREATE TABLE a (x INT,\n  x STRING) WITH ('connector' = 'print');",
        "line 2, column 3: column 'x' is declared twice",
    ),
    (
        "CREATE TABLE a (x INT, y AS z + 1) WITH ('connector' = 'print');",
        "line 1, column 29: unknown column 'z'",
    ),
    (
        "CREATE TABLE a (x INT, y AS UPPER(x)) WITH ('connector' = 'print');",
        "line 1, column 29: UPPER(INT) is not defined (it is UPPER(STRING))",
    ),
    (
        "CREATE TABLE a (x INT, WATERMARK FOR y AS y) WITH ('connector' = 'print');",
        "line 1, column 38: unknown column 'y'",
    ),
    (
        "CREATE TABLE a (x INT, WATERMARK FOR x AS x) WITH ('connector' = 'print');",
        "line 1, column 38: the event time 'x' is TIMESTAMP(3) or TIMESTAMP_LTZ(3), not INT (add a computed column: ts AS TO_TIMESTAMP(text))",
    ),
    (
        "CREATE TABLE a (x TIMESTAMP(3), WATERMARK FOR x AS x - 5) WITH ('connector' = 'print');",
        "line 1, column 54: TIMESTAMP(3) - INT is not defined (add an interval: ts + INTERVAL '1' SECOND)",
    ),
    (
        "CREATE TABLE a (x INT, PRIMARY KEY (x)) WITH ('connector' = 'print');",
        "line 1, column 24: a primary key cannot be checked on a stream (write PRIMARY KEY (…) NOT ENFORCED)",
    ),
    (
        "CREATE TABLE a (x INT, PRIMARY KEY (y) NOT ENFORCED) WITH ('connector' = 'print');",
        "line 1, column 37: unknown column 'y'",
    ),
    (
        "CREATE TABLE a (x INT) PARTITIONED BY (y) WITH ('connector' = 'print');",
        "line 1, column 40: unknown column 'y'",
    ),
    (
        "CREATE TABLE a () WITH ('connector' = 'print');",
        "line 1, column 14: a table needs at least one column",
    ),
    (
        "CREATE TABLE a (x INT) WITH ('connector' = 'print');\nCREATE TABLE a (x INT) WITH ('connector' = 'print');",
        "line 2, column 1: a table or view 'a' exists already (it is the same table; with CREATE TABLE IF NOT EXISTS the text can be run again as it stands)",
    ),
    ("CREATE TABEL a (x INT);", "line 1, column 8: expected TABLE or VIEW, found 'TABEL'"),
    (
        "SET 'table.exec.source.idle-timout' = '1 s';",
        "line 1, column 5: there is no setting 'table.exec.source.idle-timout' (did you mean 'table.exec.source.idle-timeout'? the settings that do something are …",
    ),
    (
        "SET 'execution.checkpointing.interval' = 'soon';",
        "line 1, column 42: setting 'execution.checkpointing.interval' cannot be 'soon'",
    ),
    (
        "SET 'execution.runtime-mode' = 'batch';",
        "line 1, column 32: setting 'execution.runtime-mode' cannot be 'batch' here (jobs run as with 'streaming')",
    ),
    (
        "SET 'table.local-time-zone' = 'Mars';",
        "line 1, column 31: setting 'table.local-time-zone' cannot be 'Mars'",
    ),
    (
        "SET parallelism = 4;",
        "line 1, column 5: expected the setting's name as a string in single quotes, found 'parallelism'",
    ),
    (
        "RESET 'colour';",
        "line 1, column 7: there is no setting 'colour' (the settings that do something are …",
    ),
    ("$TSELECT nme FROM t;", "line 2, column 8: unknown column 'nme' (did you mean 'name'?)"),
    ("$TSELECT t.nme FROM t;", "line 2, column 10: unknown column 'nme' (did you mean 'name'?)"),
    ("$TSELECT name FROM tt;", "line 2, column 18: unknown table 'tt' (did you mean 't'?)"),
    (
        "$TSELECT name\nFROM t\nWHERE nam = 'x';",
        "line 4, column 7: unknown column 'nam' (did you mean 'name'?)",
    ),
    ("$TSELECT LENGHT(name) FROM t;", "line 2, column 8: unknown function 'LENGHT'"),
    ("$TSELECT UPPER(id) FROM t;", "line 2, column 8: UPPER(INT) is not defined (it is UPPER(STRING))"),
    (
        "$TSELECT UPPER(name, 1) FROM t;",
        "line 2, column 8: UPPER does not take 2 arguments (it is UPPER(STRING))",
    ),
    (
        "$TSELECT SUBSTRING(name FROM 'x') FROM t;",
        "line 2, column 8: SUBSTRING(STRING, CHAR(1)) is not defined (it is SUBSTRING(STRING, INT [, INT]))",
    ),
    (
        "$TSELECT id + name FROM t;",
        "line 2, column 11: INT + STRING is not defined (join strings with ||, or cast to a number)",
    ),
    ("$TSELECT id = tags FROM t;", "line 2, column 11: INT and ARRAY<STRING> cannot be compared"),
    ("$TSELECT name || id FROM t;", "line 2, column 13: || joins strings, not INT (cast it to STRING)"),
    ("$TSELECT -name FROM t;", "line 2, column 8: a sign stands before a number, not STRING"),
    ("$TSELECT CAST(tags AS INT) FROM t;", "line 2, column 8: ARRAY<STRING> cannot be cast to INT"),
    ("$TSELECT id FROM t WHERE id;", "line 2, column 24: WHERE takes a BOOLEAN condition, this is INT"),
    (
        "$TSELECT id FROM t WHERE NOT name;",
        "line 2, column 28: WHERE takes a BOOLEAN condition, this is STRING",
    ),
    (
        "$TSELECT CASE WHEN id THEN 1 END FROM t;",
        "line 2, column 18: WHEN takes a BOOLEAN condition, this is INT",
    ),
    (
        "$TSELECT CASE WHEN id > 1 THEN 1 ELSE 'x' END FROM t;",
        "line 2, column 8: CASE mixes types that have nothing in common: INT, CHAR(1) (cast them to one type)",
    ),
    ("$TSELECT id IN (1, tags) FROM t;", "line 2, column 18: INT and ARRAY<STRING> cannot be compared"),
    ("$TSELECT id LIKE 'x' FROM t;", "line 2, column 8: LIKE compares strings, not INT"),
    ("$TSELECT id[1] FROM t;", "line 2, column 10: only an ARRAY or MAP has elements, this is INT"),
    ("$TSELECT tags['x'] FROM t;", "line 2, column 12: an array's index is an INT, not CHAR(1)"),
    ("$TSELECT (r).y FROM t;", "line 2, column 12: unknown field 'y'"),
    ("$TSELECT EXTRACT(HOUR FROM name) FROM t;", "line 2, column 8: HOUR is taken of a time, not of STRING"),
    (
        "$TSELECT at_ + 5 FROM t;",
        "line 2, column 12: TIMESTAMP(3) + INT is not defined (add an interval: ts + INTERVAL '1' SECOND)",
    ),
    (
        "$TSELECT id, COUNT(*) FROM t;",
        "line 2, column 8: 'id' is neither in GROUP BY nor inside an aggregate function (group by it, or aggregate it: MAX(id))",
    ),
    (
        "$TSELECT id FROM t WHERE COUNT(*) > 1;",
        "line 2, column 24: COUNT is an aggregate function and cannot stand in WHERE (filter groups with HAVING)",
    ),
    ("$TSELECT SUM(name) FROM t;", "line 2, column 8: SUM(STRING) is not defined (SUM takes numbers)"),
    (
        "$TSELECT SUM(COUNT(*)) FROM t;",
        "line 2, column 12: COUNT cannot stand inside another aggregate function",
    ),
    (
        "$TSELECT COUNT(*) FROM t GROUP BY TUMBLE(at_, INTERVAL '1' MINUTE);",
        "line 2, column 40: 'at_' is no time attribute, so no window can be over it (declare WATERMARK FOR it in CREATE TABLE, or use a column that is PROCTIME())",
    ),
    (
        "$TSELECT * FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(id), INTERVAL '1' MINUTE));",
        "line 2, column 48: 'id' is no time attribute, so no window can be over it (declare WATERMARK FOR it in CREATE TABLE, or use a column that is PROCTIME())",
    ),
    (
        "$TSELECT * FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(nope), INTERVAL '1' MINUTE));",
        "line 2, column 48: unknown column 'nope'",
    ),
    ("$TSELECT id FROM t ORDER BY id;", "line 2, column 27: ORDER BY is not offered yet"),
    ("$TSELECT DATE 'soon';", "line 2, column 8: 'soon' is no date; write it as yyyy-MM-dd"),
    (
        "$TSELECT INTERVAL '1';",
        "line 2, column 20: expected a unit such as SECOND, MINUTE, HOUR, DAY, MONTH or YEAR, found ';'",
    ),
    (
        "$TSELECT TIMESTAMP '2026-02-30 00:00:00';",
        "line 2, column 8: '2026-02-30 00:00:00' is no timestamp; write it as yyyy-MM-dd HH:mm:ss",
    ),
    ("$TINSERT INTO tt SELECT 1;", "line 2, column 13: unknown table 'tt' (did you mean 't'?)"),
    (
        "$TINSERT INTO t SELECT 1;",
        "line 2, column 15: INSERT INTO 't' needs 5 columns, the query has 1 (the table's are id INT, name STRING, at_ TIMESTAMP(3), tags ARRAY<STRING>, r ROW<`x` INT>)",
    ),
    (
        "$TINSERT INTO t (id, nme) SELECT 1, 'x';",
        "line 2, column 20: table 't' has no column 'nme' (did you mean 'name'?)",
    ),
    (
        "$TINSERT INTO t (id) SELECT 'x';",
        "line 2, column 27: column 'id' of 't' is INT, the query gives CHAR(1) ('EXPR$0') (write CAST(EXPR$0 AS INT))",
    ),
    (
        "$TINSERT INTO t (id) SELECT COUNT(*) FROM t GROUP BY name;",
        "line 2, column 27: column 'id' of 't' is INT, the query gives BIGINT ('EXPR$0') (write CAST(EXPR$0 AS INT))",
    ),
    ("$TDROP TABLE tt;", "line 2, column 12: unknown table 'tt' (did you mean 't'?)"),
    ("$TDESCRIBE tt;", "line 2, column 10: unknown table 'tt' (did you mean 't'?)"),
    ("SELECT 'open;", "line 1, column 8: this string does not end (close it with ')"),
    ("SELECT 1 FROM (VALUES (1), (2, 3));", "line 1, column 28: this row has 2 values, the first has 1"),
    ("SELECT a FROM (VALUES (1)) AS r (a, b);", "line 1, column 31: 'r' names 2 columns and has 1"),
    ("SELECT 1 +;", "line 1, column 11: expected an expression, found ';'"),
    ("SELECT ?;", "line 1, column 8: expected an expression, found '?'"),
    (
        "SELEC 1;",
        "line 1, column 1: expected a statement such as SELECT, INSERT INTO or CREATE TABLE, found 'SELEC'",
    ),
    (
        "SELECT value FROM (VALUES (1)) AS r (v);",
        "line 1, column 8: 'value' is a reserved word and no identifier (quote it with back-ticks: `value`)",
    ),
];

#[test]
fn every_error_of_a_statement_names_its_token() {
    let mut wrong = Vec::new();
    for (sql, expected) in BROKEN {
        let error = error_of(&sql.replace("$T", T));
        let as_expected = match expected.strip_suffix('…') {
            Some(start) => error.starts_with(start),
            None => error == *expected,
        };
        if !as_expected {
            wrong.push(format!("(\n    {sql:?},\n    {error:?},\n),"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
