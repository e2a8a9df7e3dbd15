//! The parser against texts: what it reads, what it writes back, where it says no.

use headwater_types::limits::{SQL_DEPTH_MAX, SQL_TEXT_BYTES_MAX};
use proptest::prelude::*;

use super::{parse_expression, parse_script};
use crate::ast::StatementKind;

#[test]
fn expressions_are_written_back_as_what_they_mean() {
    for (text, expect) in [
        ("a+b*c", "a + (b * c)"),
        ("(a+b)*c", "(a + b) * c"),
        ("a - b - c", "a - b - c"),
        ("a - (b - c) * d / e", "a - ((b - c) * d / e)"),
        ("a + b + c + d + e + f + g + h + i + j + k * 2", "a + b + c + d + e + f + g + h + i + j + (k * 2)"),
        ("-a + +b", "(-a) + (+b)"),
        ("NOT a = b", "NOT (a = b)"),
        ("a = 1 OR b = 2 AND c = 3", "(a = 1) OR ((b = 2) AND (c = 3))"),
        ("a AND b AND c", "a AND b AND c"),
        ("a || b || 'it''s'", "a || b || 'it''s'"),
        ("a <> 1 and a != 2", "(a <> 1) AND (a <> 2)"),
        ("a between 1 and 2 and b", "(a BETWEEN 1 AND 2) AND b"),
        ("a not between symmetric 1 and 2", "a NOT BETWEEN SYMMETRIC 1 AND 2"),
        ("a not in (1, 2)", "a NOT IN (1, 2)"),
        ("a LIKE 'x%' ESCAPE '!'", "a LIKE 'x%' ESCAPE '!'"),
        ("a is not null", "a IS NOT NULL"),
        ("a = b is true", "(a = b) IS TRUE"),
        ("a IS NOT DISTINCT FROM b + 1", "a IS NOT DISTINCT FROM (b + 1)"),
        ("case when a then 1 else 2 end", "CASE WHEN a THEN 1 ELSE 2 END"),
        ("CASE x WHEN 1 THEN 'a' END", "CASE x WHEN 1 THEN 'a' END"),
        ("cast(a as decimal(10,2))", "CAST(a AS DECIMAL(10, 2))"),
        ("TRY_CAST(a AS timestamp(3) with local time zone)", "TRY_CAST(a AS TIMESTAMP_LTZ(3))"),
        (
            "CAST(a AS ROW<x INT NOT NULL, `y z` ARRAY<MAP<STRING, INT>>>)",
            "CAST(a AS ROW<x INT NOT NULL, `y z` ARRAY<MAP<STRING, INT>>>)",
        ),
        ("interval '5' second", "INTERVAL '5' SECOND"),
        ("INTERVAL - '1 02' DAY(3) TO HOUR", "INTERVAL -'1 02' DAY(3) TO HOUR"),
        ("DATE '2020-01-01'", "DATE '2020-01-01'"),
        ("extract(year from ts)", "EXTRACT(YEAR FROM ts)"),
        ("floor(ts to hour)", "FLOOR(ts TO HOUR)"),
        ("trim(leading 'x' from s)", "TRIM(LEADING 'x' FROM s)"),
        ("trim(s)", "TRIM(BOTH FROM s)"),
        ("SUBSTRING(s FROM 2 FOR 3)", "SUBSTRING(s, 2, 3)"),
        ("position('a' in s)", "POSITION('a' IN s)"),
        ("timestampadd(hour, 1, ts)", "TIMESTAMPADD(HOUR, 1, ts)"),
        ("(a - b) day to second", "(a - b) DAY TO SECOND"),
        ("count(distinct a) filter (where b > 1)", "count(DISTINCT a) FILTER (WHERE b > 1)"),
        ("COUNT(*)", "COUNT(*)"),
        ("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP"),
        ("`value`.x", "`value`.x"),
        ("t.r.f[1].g", "t.r.f[1].g"),
        ("(r).a", "(r).a"),
        ("ROW(1, 'a')", "ROW(1, 'a')"),
        ("(1, 2)", "ROW(1, 2)"),
        ("ARRAY[1, 2][1]", "ARRAY[1, 2][1]"),
        ("map['a', 1]['a']", "MAP['a', 1]['a']"),
        ("X'0aFF'", "X'0AFF'"),
        ("1.50 + .5 + 1e-3", "1.50 + .5 + 1e-3"),
    ] {
        let once = parse_expression(text).unwrap().to_string();
        assert_eq!(once, expect, "{text}");
        let twice = parse_expression(&once).unwrap().to_string();
        assert_eq!(twice, once, "what was written back reads otherwise");
    }
}

#[test]
fn every_kind_of_statement_is_read() {
    for (text, expect) in [
        ("CREATE TABLE t (a INT) WITH ('connector' = 'print')", "CreateTable"),
        (
            "CREATE TEMPORARY TABLE IF NOT EXISTS t (a INT COMMENT 'x', b AS a + 1, c STRING METADATA FROM 'k' VIRTUAL, d TIMESTAMP(3) METADATA, WATERMARK FOR d AS d - INTERVAL '5' SECOND, PRIMARY KEY (a) NOT ENFORCED) COMMENT 'c' PARTITIONED BY (a) WITH ('connector' = 'kinesis')",
            "CreateTable",
        ),
        ("CREATE TABLE t (a INT PRIMARY KEY NOT ENFORCED) WITH ()", "CreateTable"),
        ("CREATE TABLE t LIKE s (INCLUDING ALL OVERWRITING OPTIONS EXCLUDING WATERMARKS)", "CreateTable"),
        ("CREATE VIEW v (a, b) COMMENT 'c' AS SELECT 1, 2", "CreateView"),
        ("DROP TABLE IF EXISTS a.b.c", "DropTable"),
        ("DROP TEMPORARY VIEW v", "DropView"),
        ("INSERT INTO t SELECT * FROM s", "Insert"),
        ("INSERT OVERWRITE t PARTITION (d = 'x') (a, b) VALUES (1, 2), (3, 4)", "Insert"),
        ("EXECUTE INSERT INTO t SELECT 1", "Insert"),
        ("SELECT 1", "Query"),
        (
            "WITH q AS (SELECT 1 AS a) SELECT DISTINCT q.*, a AS b FROM q AS x (a) WHERE a > 0 GROUP BY a, (), ROLLUP (a, b) HAVING COUNT(*) > 1 ORDER BY a DESC NULLS LAST LIMIT 5 OFFSET 2",
            "Query",
        ),
        ("SELECT a FROM t UNION ALL SELECT b FROM u UNION SELECT c FROM w INTERSECT SELECT 1", "Query"),
        ("VALUES (1, 'a'), (2, 'b')", "Query"),
        ("SELECT * FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE))", "Query"),
        (
            "SELECT * FROM HOP(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), SLIDE => INTERVAL '1' MINUTE, SIZE => INTERVAL '5' MINUTE)",
            "Query",
        ),
        (
            "SELECT * FROM TABLE(SESSION(TABLE t PARTITION BY (a, b), DESCRIPTOR(ts), INTERVAL '1' MINUTE))",
            "Query",
        ),
        (
            "SELECT * FROM a JOIN b ON a.x = b.x LEFT JOIN c USING (x) CROSS JOIN UNNEST(a.l) AS u (v), LATERAL TABLE(f(a.x)) AS g (w)",
            "Query",
        ),
        ("SELECT * FROM o JOIN r FOR SYSTEM_TIME AS OF o.ts AS r ON o.c = r.c", "Query"),
        (
            "SELECT SUM(a) OVER (PARTITION BY b ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW), ROW_NUMBER() OVER w FROM t WINDOW w AS (ORDER BY ts)",
            "Query",
        ),
        ("SELECT * FROM t /*+ OPTIONS('scan.stream.initpos' = 'LATEST') */ AS x", "Query"),
        ("EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END", "StatementSet"),
        ("BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END", "StatementSet"),
        ("EXPLAIN CHANGELOG_MODE, ESTIMATED_COST SELECT 1", "Explain"),
        ("EXPLAIN PLAN FOR INSERT INTO a SELECT 1", "Explain"),
        ("EXPLAIN STATEMENT SET BEGIN INSERT INTO a SELECT 1; END", "Explain"),
        ("SET 'table.local-time-zone' = 'UTC'", "Set"),
        ("RESET", "Reset"),
        ("SHOW TABLES", "ShowTables"),
        ("SHOW CREATE TABLE t", "ShowCreateTable"),
        ("DESCRIBE t", "Describe"),
        ("DESC EXTENDED t", "Describe"),
    ] {
        let statements = parse_script(text).unwrap_or_else(|error| panic!("{text}\n{error}"));
        assert_eq!(statements.len(), 1, "{text}");
        let kind = format!("{:?}", statements[0].kind);
        assert!(kind.starts_with(expect), "{text} is {kind}");
        assert_eq!(statements[0].text, text);
    }
}

#[test]
fn a_script_is_its_statements_in_order_each_with_its_place() {
    let script = "-- first\nSET 'a' = 'b';;\n\n/* two */ SELECT 1;\n  SELECT 2";
    let statements = parse_script(script).unwrap();
    let places: Vec<_> =
        statements.iter().map(|s| (s.position.line, s.position.column, s.text.as_str())).collect();
    assert_eq!(places, [(2, 1, "SET 'a' = 'b'"), (4, 11, "SELECT 1"), (5, 3, "SELECT 2")]);
    assert!(parse_script(" -- nothing\n;").unwrap().is_empty());
}

#[test]
fn a_refusal_names_the_exact_token() {
    for (text, expect) in [
        (
            "SELEC 1",
            "line 1, column 1: expected a statement such as SELECT, INSERT INTO or CREATE TABLE, found 'SELEC'",
        ),
        ("SELECT a FROM\n  t WHERE", "line 2, column 10: expected an expression, found the end of the text"),
        ("SELECT FROM t", "line 1, column 8: expected an expression, found 'FROM'"),
        ("SELECT a, FROM t", "line 1, column 11: expected an expression, found 'FROM'"),
        (
            "SELECT value FROM t",
            "line 1, column 8: 'value' is a reserved word and no identifier (quote it with back-ticks: `value`)",
        ),
        (
            "SELECT 1 AS result",
            "line 1, column 13: 'result' is a reserved word and no identifier (quote it with back-ticks: `result`)",
        ),
        (
            "CREATE TABLE t (method STRING)",
            "line 1, column 17: 'method' is a reserved word and no identifier (quote it with back-ticks: `method`)",
        ),
        (
            "CREATE TABLE t (a NUMBER)",
            "line 1, column 19: expected a type such as INT, STRING or TIMESTAMP(3), found 'NUMBER'",
        ),
        (
            "CREATE TABLE t (a INT) WITH (connector = 'x')",
            "line 1, column 30: expected an option's name as a string in single quotes, found 'connector'",
        ),
        ("SELECT (1 + 2 FROM t", "line 1, column 15: expected ')', found 'FROM'"),
        ("SELECT 1 2", "line 1, column 10: expected ';' or the end of the statement, found '2'"),
        ("SELECT a = = b", "line 1, column 12: expected an expression, found '='"),
        ("SELECT CASE END", "line 1, column 13: expected an expression, found 'END'"),
        (
            "SELECT INTERVAL 5 MINUTE",
            "line 1, column 17: expected the interval's value as a string in single quotes, found '5' (write INTERVAL '5' …)",
        ),
        (
            "SELECT INTERVAL '5' EONS",
            "line 1, column 21: expected a unit such as SECOND, MINUTE, HOUR, DAY, MONTH or YEAR, found 'EONS'",
        ),
        (
            "SELECT * FROM t GROUP page",
            "line 1, column 17: expected ';' or the end of the statement, found 'GROUP'",
        ),
        (
            "SET a = b",
            "line 1, column 5: expected the setting's name as a string in single quotes, found 'a'",
        ),
        ("SELECT * FROM t MATCH_RECOGNIZE (x)", "line 1, column 17: MATCH_RECOGNIZE is not offered yet"),
        ("ALTER TABLE t RENAME TO u", "line 1, column 1: ALTER is not offered yet"),
        ("CREATE CATALOG c WITH ('type'='x')", "line 1, column 1: CREATE CATALOG is not offered yet"),
        ("SELECT /*+ BROADCAST(t) */ 1", "line 1, column 8: the query hint BROADCAST is not offered yet"),
        (
            "SELECT * FROM t /*+ STATE_TTL('t'='1d') */",
            "line 1, column 21: the hint STATE_TTL is not offered yet",
        ),
        ("EXECUTE STATEMENT SET BEGIN END", "line 1, column 32: a statement set needs at least one INSERT"),
        ("SELECT x'0'", "line 1, column 8: a binary string holds pairs of hexadecimal digits"),
    ] {
        assert_eq!(parse_script(text).unwrap_err().to_string(), expect, "{text}");
    }
}

/// As deep as the text asks for, by every way there is to go deeper.
fn nests(depth: usize) -> Vec<String> {
    let repeat = |open: &str, middle: &str, close: &str| {
        format!("SELECT {}{middle}{}", open.repeat(depth), close.repeat(depth))
    };
    vec![
        repeat("(", "1", ")"),
        repeat("NOT ", "a", ""),
        repeat("- ", "1", ""),
        repeat("f(", "1", ")"),
        repeat("CASE WHEN a THEN 1 ELSE ", "1", " END"),
        repeat("ARRAY[", "1", "]"),
        repeat("CAST(", "1", " AS INT)"),
        repeat("(SELECT ", "1", ")"),
        repeat("a + (", "1", ")"),
        repeat("(", "1", " + a)"),
        format!("SELECT a{}", " IS NULL".repeat(depth)),
        repeat("a[", "1", "]"),
        format!("SELECT a{}", "[1]".repeat(depth)),
        format!("SELECT CAST(a AS {}INT{})", "ARRAY<".repeat(depth), ">".repeat(depth)),
        format!("SELECT CAST(a AS INT{})", " ARRAY".repeat(depth)),
        format!("SELECT * FROM {}t{}", "(SELECT * FROM ".repeat(depth), ")".repeat(depth)),
        format!("SELECT * FROM {}t{}", "(".repeat(depth), ")".repeat(depth)),
        format!("SELECT * FROM t{}", ", t".repeat(depth)),
        format!("SELECT 1{}", " UNION SELECT 1".repeat(depth)),
        format!("SELECT 1{}", " INTERSECT SELECT 1".repeat(depth)),
        format!("SELECT a FROM t GROUP BY {}a{}", "CUBE (".repeat(depth), ")".repeat(depth)),
        format!("{}SELECT 1", "EXPLAIN ".repeat(depth)),
        format!("{}SELECT 1{}", "(".repeat(depth), ")".repeat(depth)),
    ]
}

#[test]
fn what_nests_too_deeply_is_refused_and_overflows_no_stack() {
    for text in nests(20_000) {
        let error = parse_script(&text).err().map(|error| error.message).unwrap_or_default();
        let start: String = text.chars().take(40).collect();
        assert!(error.contains("deeper than") || error.starts_with("EXPLAIN takes"), "{start}: {error:?}");
    }
}

#[test]
fn what_nests_within_the_limit_is_read_and_dropped() {
    for text in nests(SQL_DEPTH_MAX / 4) {
        if !text.starts_with("EXPLAIN EXPLAIN") {
            parse_script(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
        }
    }
}

#[test]
fn long_chains_of_and_or_and_union_all_are_one_level() {
    let mut text = format!("SELECT 1 WHERE a{}", " AND a OR a".repeat(5_000));
    text.push_str(&" UNION ALL SELECT 1".repeat(5_000));
    let statements = parse_script(&text).unwrap();
    assert!(matches!(statements[0].kind, StatementKind::Query(_)));
}

#[test]
fn a_text_of_any_size_is_refused_or_read() {
    assert!(parse_script(&"(".repeat(SQL_TEXT_BYTES_MAX)).is_err());
    assert!(parse_script(&"a ".repeat(SQL_TEXT_BYTES_MAX)).is_err());
}

/// Pieces that make texts look like SQL.
const PIECES: &[&str] = &[
    "SELECT",
    "FROM",
    "WHERE",
    "GROUP BY",
    "t",
    "a",
    "`a`",
    "'x'",
    "1",
    "1.5",
    "(",
    ")",
    ",",
    ";",
    "*",
    "+",
    "-",
    "=",
    "<",
    ">",
    "[",
    "]",
    ".",
    "||",
    "=>",
    "CASE",
    "WHEN",
    "THEN",
    "END",
    "CAST",
    "AS",
    "INT",
    "ROW",
    "ARRAY",
    "MAP",
    "INTERVAL",
    "MINUTE",
    "TUMBLE",
    "TABLE",
    "DESCRIPTOR",
    "NOT",
    "IN",
    "BETWEEN",
    "AND",
    "LIKE",
    "IS",
    "NULL",
    "COUNT",
    "DISTINCT",
    "FILTER",
    "OVER",
    "CREATE",
    "WITH",
    "VALUES",
    "UNION",
    "ALL",
    "JOIN",
    "ON",
    "EXPLAIN",
    "INSERT INTO",
    "EXECUTE STATEMENT SET BEGIN",
    "/*+",
    "*/",
    "--",
    "'",
    "`",
    "EXTRACT",
    "TRIM",
    "UNNEST",
    "LATERAL",
    "WATERMARK FOR",
    "PRIMARY KEY",
    "METADATA",
    "é",
    "\u{0}",
];

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,200}") {
        let _ = parse_script(&text);
    }

    #[test]
    fn no_bytes_make_the_parser_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse_script(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_order_of_sql_words_makes_the_parser_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let _ = parse_script(&pieces.join(" "));
    }

    #[test]
    fn what_is_read_from_random_words_is_written_back_the_same(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..12)
    ) {
        if let Ok(expr) = parse_expression(&pieces.join(" ")) {
            let once = expr.to_string();
            // Subqueries and windows are not written back.
            if !once.contains('…') {
                let twice = parse_expression(&once).map(|expr| expr.to_string());
                prop_assert_eq!(twice, Ok(once));
            }
        }
    }
}
