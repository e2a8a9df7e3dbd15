//! The binder against statements, and against the types that Apache Flink derives.

use std::sync::Arc;

use headwater_types::limits::SQL_DEPTH_MAX;
use proptest::prelude::*;

use super::{Bound, Definition, bind};
use crate::error::SqlResult;
use crate::explain::{describe, explain, show_create};
use crate::parser::parse_script;
use crate::plan::{Plan, TimeAttribute};
use crate::table::{CatalogView, TableDef, ViewDef};

/// Tables by their DDL.
#[derive(Default)]
struct Tables {
    tables: Vec<Arc<TableDef>>,
    views: Vec<Arc<ViewDef>>,
}

impl CatalogView for Tables {
    fn table(&self, name: &str) -> Option<Arc<TableDef>> {
        self.tables.iter().find(|table| table.name == name).cloned()
    }

    fn view(&self, name: &str) -> Option<Arc<ViewDef>> {
        self.views.iter().find(|view| view.name == name).cloned()
    }

    fn names(&self) -> Vec<String> {
        self.tables.iter().map(|table| table.name.clone()).collect()
    }
}

impl Tables {
    fn new(ddl: &str) -> Self {
        let mut tables = Self::default();
        tables.run(ddl).unwrap();
        tables
    }

    /// Binds every statement and keeps what is created; the last statement's meaning.
    fn run(&mut self, text: &str) -> SqlResult<Option<Bound>> {
        let mut last = None;
        for statement in parse_script(text)? {
            let bound = bind(&statement, self)?;
            match &bound {
                Bound::CreateTable { table, .. } => self.tables.push(Arc::new(table.clone())),
                Bound::CreateView { view, .. } => self.views.push(Arc::new(view.clone())),
                _ => {}
            }
            last = Some(bound);
        }
        Ok(last)
    }

    fn query_or_error(&mut self, text: &str) -> SqlResult<Vec<Plan>> {
        Ok(match self.run(text)? {
            Some(Bound::Query(plan)) => vec![plan],
            Some(Bound::Insert(plans)) => plans,
            _ => Vec::new(),
        })
    }

    fn query(&mut self, text: &str) -> SqlResult<Plan> {
        match self.run(text)? {
            Some(Bound::Query(plan)) => Ok(plan),
            other => panic!("no query but {other:?}"),
        }
    }
}

/// The tables of the tests: those of the text's section 3.4 first, unchanged.
const DDL: &str = include_str!("testdata/tables.sql");

/// What DDL the expectations of `expression_types.tsv` were made with.
const TYPES_TABLE: &str = include_str!("testdata/expression_types.sql");
/// `expression<tab>type` as Apache Flink 2.3.0 gives it, `ERROR` where it refuses; made by `conformance/flink/expression_types.py`.
const TYPES: &str = include_str!("testdata/expression_types.tsv");

/// Where we differ with open eyes; each with what Headwater gives.
const DIFFERENT: &[(&str, &str)] = &[
    // A bare NULL takes the type of what stands beside it.
    ("i + NULL", "INT"),
    ("ARRAY_CONTAINS(ARRAY[1], NULL)", "BOOLEAN"),
    // Flink compares these by an accident of its optimizer, and refuses `i >= '1'`.
    ("i BETWEEN '1' AND '2'", "ERROR"),
    // The wider type holds both values.
    ("IF(b, ts3, ts6)", "TIMESTAMP(6)"),
    ("IF(b, r, r)", "ROW<`a` INT, `b` VARCHAR(2147483647) NOT NULL, `n` ROW<`x` DOUBLE>>"),
    // Digits beyond a type's bounds are refused, not cut off.
    ("CAST(i AS DECIMAL(39,0))", "ERROR"),
    ("CAST(s AS TIMESTAMP(10))", "ERROR"),
    // Refused with what to write instead.
    ("DATE_FORMAT(s, 'yyyy')", "ERROR"),
    ("DATE_FORMAT(s_nn, 'yyyy')", "ERROR"),
    ("CAST(i AS INTERVAL DAY)", "ERROR"),
    ("RAND(1)", "ERROR"),
    ("_UTF8'abc'", "ERROR"),
    ("U&'\\0041'", "ERROR"),
    // Flink has the type, but cannot write it down.
    ("''", "CHAR(0) NOT NULL"),
];

#[test]
fn every_expression_has_the_type_that_flink_gives_it() {
    let mut tables = Tables::new(TYPES_TABLE);
    let mut wrong = Vec::new();
    for line in TYPES.lines() {
        let (expression, expect) = line.split_once('\t').unwrap();
        let got = match tables.query(&format!("SELECT {expression} AS x FROM t")) {
            Ok(plan) => plan.schema[0].data_type.full_name(),
            Err(error) => format!("ERROR {error}"),
        };
        let expect =
            DIFFERENT.iter().find(|(known, _)| *known == expression).map_or(expect, |(_, ours)| ours);
        let refused = got.starts_with("ERROR");
        let alike = got == expect || (refused && (expect == "ERROR" || got.ends_with("is not offered yet")));
        if !alike {
            wrong.push(format!("{expression}\n    flink {expect}\n    ours  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Each file of `testdata/explain` is statements, and after the line `----` the plans they have.
#[test]
fn plans_are_those_written_beside_their_statements() {
    for (name, file) in [
        ("page_views", include_str!("testdata/explain/page_views.txt")),
        ("click_anomalies", include_str!("testdata/explain/click_anomalies.txt")),
        ("window_functions", include_str!("testdata/explain/window_functions.txt")),
        ("changelogs", include_str!("testdata/explain/changelogs.txt")),
        ("pushdown", include_str!("testdata/explain/pushdown.txt")),
    ] {
        let (text, expect) = file.split_once("----\n").unwrap();
        let mut tables = Tables::new(DDL);
        let mut got = String::new();
        for statement in parse_script(text).unwrap() {
            let plans = match bind(&statement, &tables).unwrap_or_else(|error| panic!("{name}: {error}")) {
                Bound::Query(plan) => vec![plan],
                Bound::Insert(plans) => plans,
                Bound::CreateView { view, .. } => {
                    tables.views.push(Arc::new(view));
                    continue;
                }
                other => panic!("{name}: no plan of {other:?}"),
            };
            got.push_str(&explain(&plans, true));
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            let path = format!("{}/src/binder/testdata/explain/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            #[allow(clippy::disallowed_methods)]
            std::fs::write(path, format!("{text}----\n{got}")).unwrap();
        } else {
            assert_eq!(got, expect, "{name}; UPDATE_EXPECT=1 writes what is there now");
        }
    }
}

#[test]
fn a_refusal_names_the_exact_token_and_what_to_do() {
    for (text, expect) in [
        ("SELECT pgae FROM clickstream", "line 1, column 8: unknown column 'pgae' (did you mean 'page'?)"),
        (
            "SELECT c.pgae FROM clickstream c",
            "line 1, column 10: unknown column 'pgae' (did you mean 'page'?)",
        ),
        ("SELECT x.page FROM clickstream c", "line 1, column 8: unknown table or column 'x'"),
        (
            "SELECT page\nFROM clickstrem",
            "line 2, column 6: unknown table 'clickstrem' (did you mean 'clickstream'?)",
        ),
        ("SELECT Page FROM clickstream", "line 1, column 8: unknown column 'Page' (did you mean 'page'?)"),
        (
            "SELECT UPER(page) FROM clickstream",
            "line 1, column 8: unknown function 'UPER' (did you mean 'UPPER'?)",
        ),
        ("SELECT UPPER(1)", "line 1, column 8: UPPER(INT) is not defined (it is UPPER(STRING))"),
        ("SELECT SUBSTRING('a')", "line 1, column 21: expected ',', found ')'"),
        (
            "SELECT REPLACE('a', 'b')",
            "line 1, column 8: REPLACE does not take 2 arguments (it is REPLACE(STRING, STRING, STRING))",
        ),
        ("SELECT HEX('a')", "line 1, column 8: the function HEX is not offered yet"),
        (
            "SELECT UPPER(DISTINCT page) FROM clickstream",
            "line 1, column 8: UPPER is no aggregate function and takes no DISTINCT",
        ),
        (
            "SELECT page + 1 FROM clickstream",
            "line 1, column 13: STRING + INT is not defined (join strings with ||, or cast to a number)",
        ),
        (
            "SELECT event_time - event_time FROM clickstream",
            "line 1, column 19: TIMESTAMP(3) - TIMESTAMP(3) is not defined (write TIMESTAMPDIFF(SECOND, from, to))",
        ),
        (
            "SELECT event_time + 1 FROM clickstream",
            "line 1, column 19: TIMESTAMP(3) + INT is not defined (add an interval: ts + INTERVAL '1' SECOND)",
        ),
        (
            "SELECT * FROM clickstream WHERE page = 1",
            "line 1, column 38: STRING and INT cannot be compared (cast one side to the other's type)",
        ),
        (
            "SELECT * FROM clickstream WHERE page",
            "line 1, column 33: WHERE takes a BOOLEAN condition, this is STRING",
        ),
        (
            "SELECT * FROM clickstream WHERE COUNT(*) > 1",
            "line 1, column 33: COUNT is an aggregate function and cannot stand in WHERE (filter groups with HAVING)",
        ),
        (
            "SELECT MAX(COUNT(*)) FROM clickstream",
            "line 1, column 12: COUNT cannot stand inside another aggregate function",
        ),
        (
            "SELECT SUM(page) FROM clickstream",
            "line 1, column 8: SUM(STRING) is not defined (SUM takes numbers)",
        ),
        (
            "SELECT user_id, COUNT(*) FROM clickstream GROUP BY page",
            "line 1, column 8: 'user_id' is neither in GROUP BY nor inside an aggregate function (group by it, or aggregate it: MAX(user_id))",
        ),
        (
            "SELECT * FROM clickstream GROUP BY page",
            "line 1, column 8: 'user_id' is neither in GROUP BY nor inside an aggregate function (group by it, or aggregate it: MAX(user_id))",
        ),
        (
            "SELECT TUMBLE_START(event_time, INTERVAL '2' MINUTE) FROM clickstream GROUP BY TUMBLE(event_time, INTERVAL '1' MINUTE)",
            "line 1, column 8: TUMBLE_START does not match the window in GROUP BY (write TUMBLE_START with the same arguments as TUMBLE of 60000 ms)",
        ),
        (
            "SELECT HOP_START(event_time, INTERVAL '1' MINUTE, INTERVAL '1' MINUTE) FROM clickstream GROUP BY TUMBLE(event_time, INTERVAL '1' MINUTE)",
            "line 1, column 8: HOP_START does not match the window in GROUP BY (write HOP_START with the same arguments as TUMBLE of 60000 ms)",
        ),
        (
            "SELECT TUMBLE_START(event_time, INTERVAL '1' MINUTE) FROM clickstream",
            "line 1, column 8: TUMBLE_START stands only in the SELECT or HAVING of a query with GROUP BY TUMBLE(…)",
        ),
        (
            "SELECT TUMBLE(event_time, INTERVAL '1' MINUTE) FROM clickstream",
            "line 1, column 8: TUMBLE stands in GROUP BY; here it has no value (TUMBLE_START and TUMBLE_END give the window's bounds)",
        ),
        (
            "SELECT 1 FROM events GROUP BY TUMBLE(plain, INTERVAL '1' MINUTE)",
            "line 1, column 38: 'plain' is no time attribute, so no window can be over it (declare WATERMARK FOR it in CREATE TABLE, or use a column that is PROCTIME())",
        ),
        (
            "SELECT 1 FROM clickstream GROUP BY TUMBLE(event_time, INTERVAL '1' MONTH)",
            "line 1, column 55: a window's length is counted in days or less, not in months",
        ),
        (
            "SELECT 1 FROM clickstream GROUP BY TUMBLE(event_time, INTERVAL '0' MINUTE)",
            "line 1, column 55: a window's length is positive",
        ),
        (
            "SELECT 1 FROM clickstream GROUP BY TUMBLE(event_time, 60)",
            "line 1, column 55: a window's length is an interval literal such as INTERVAL '1' MINUTE",
        ),
        (
            "SELECT * FROM TABLE(HOP(TABLE clickstream, DESCRIPTOR(event_time), INTERVAL '10' SECOND, INTERVAL '65' SECOND))",
            "line 1, column 21: the size of HOP is a multiple of its slide; 65000 ms is none of 10000 ms",
        ),
        (
            "SELECT * FROM TABLE(TUMBLE(TABLE clickstream, DESCRIPTOR(event_tme), INTERVAL '1' MINUTE))",
            "line 1, column 58: unknown column 'event_tme' (did you mean 'event_time'?)",
        ),
        (
            "SELECT * FROM TABLE(TUMBLE(TABLE clickstream, DESCRIPTOR(page), INTERVAL '1' MINUTE))",
            "line 1, column 58: 'page' is no time attribute, so no window can be over it (declare WATERMARK FOR it in CREATE TABLE, or use a column that is PROCTIME())",
        ),
        (
            "SELECT * FROM TABLE(TUMBLE(TABLE clickstream, DESCRIPTOR(event_time)))",
            "line 1, column 21: TUMBLE lacks its SIZE (it is TUMBLE(DATA, TIMECOL, SIZE, OFFSET))",
        ),
        (
            "INSERT INTO pages SELECT page, COUNT(*) FROM clickstream GROUP BY page",
            "line 1, column 13: table 'pages' does not take update changes, which GroupAggregate produces [I,UB,UA] (group by a window, or write to a table that takes changes)",
        ),
        (
            "INSERT INTO pages SELECT page FROM clickstream",
            "line 1, column 19: INSERT INTO 'pages' needs 2 columns, the query has 1 (the table's are page STRING, hits BIGINT)",
        ),
        (
            "INSERT INTO pages SELECT page, page FROM clickstream",
            "line 1, column 32: column 'hits' of 'pages' is BIGINT, the query gives STRING ('page0') (write CAST(page0 AS BIGINT))",
        ),
        (
            "INSERT INTO pages (page, hts) SELECT page, 1 FROM clickstream",
            "line 1, column 26: table 'pages' has no column 'hts' (did you mean 'hits'?)",
        ),
        (
            "SELECT page FROM clickstream UNION ALL SELECT 1",
            "line 1, column 30: column 1 of UNION is STRING and INT (cast them to one type)",
        ),
        (
            "SELECT a.page FROM clickstream a JOIN clickstream b ON a.page = b.page",
            "line 1, column 34: a join is not offered yet",
        ),
        (
            "SELECT SUM(1) OVER (ORDER BY event_time) FROM clickstream",
            "line 1, column 20: OVER is not offered yet",
        ),
        ("SELECT page FROM clickstream ORDER BY page", "line 1, column 39: ORDER BY is not offered yet"),
        ("SELECT page FROM clickstream LIMIT 5", "line 1, column 36: LIMIT is not offered yet"),
        ("SELECT NULL", "line 1, column 8: this NULL has no type here (write CAST(NULL AS type))"),
        (
            "SELECT CASE WHEN TRUE THEN 1 ELSE 'a' END",
            "line 1, column 8: CASE mixes types that have nothing in common: INT, CHAR(1) (cast them to one type)",
        ),
        (
            "SELECT INTERVAL '100' SECOND",
            "line 1, column 8: the interval '100' has 3 digits before its first separator (allow for them: SECOND(3))",
        ),
        (
            "SELECT TIMESTAMP '2020-02-30 00:00:00'",
            "line 1, column 8: '2020-02-30 00:00:00' is no timestamp; write it as yyyy-MM-dd HH:mm:ss",
        ),
        ("SELECT 99999999999999999999", "line 1, column 8: the number 99999999999999999999 is out of range"),
        ("SELECT detail.zip FROM events", "line 1, column 15: unknown field 'zip'"),
        (
            "SELECT page.x FROM clickstream",
            "line 1, column 13: 'x' is no field: what stands before it is STRING",
        ),
        (
            "CREATE TABLE x (a INT, a INT) WITH ('connector' = 'print')",
            "line 1, column 24: column 'a' is declared twice",
        ),
        (
            "CREATE TABLE x (a INT)",
            "line 1, column 14: table 'x' has no 'connector' in WITH (…) (say what it is stored in: 'connector' = 'kinesis')",
        ),
        (
            "CREATE TABLE x (a STRING, WATERMARK FOR a AS a) WITH ('connector' = 'print')",
            "line 1, column 41: the event time 'a' is TIMESTAMP(3) or TIMESTAMP_LTZ(3), not STRING (add a computed column: ts AS TO_TIMESTAMP(text))",
        ),
        (
            "CREATE TABLE x (a TIMESTAMP, WATERMARK FOR a AS a) WITH ('connector' = 'print')",
            "line 1, column 44: the event time 'a' is TIMESTAMP(3) or TIMESTAMP_LTZ(3), not TIMESTAMP(6) (declare it with at most 3 fractional digits: TIMESTAMP(3))",
        ),
        (
            "CREATE TABLE x (a TIMESTAMP(3), WATERMARK FOR b AS b) WITH ('connector' = 'print')",
            "line 1, column 47: unknown column 'b'",
        ),
        (
            "CREATE TABLE x (a TIMESTAMP(3), WATERMARK FOR a AS a - c) WITH ('connector' = 'print')",
            "line 1, column 56: unknown column 'c'",
        ),
        (
            "CREATE TABLE x (a INT, b AS c + 1) WITH ('connector' = 'print')",
            "line 1, column 29: unknown column 'c'",
        ),
        (
            "CREATE TABLE x (a INT, PRIMARY KEY (a)) WITH ('connector' = 'print')",
            "line 1, column 24: a primary key cannot be checked on a stream (write PRIMARY KEY (…) NOT ENFORCED)",
        ),
        (
            "CREATE TABLE x (a DECIMAL(39, 2)) WITH ('connector' = 'print')",
            "line 1, column 19: a DECIMAL has 1 to 38 digits, not 39",
        ),
        (
            "CREATE TABLE x (a INT) WITH ('connector' = 'print', 'connector' = 'x')",
            "line 1, column 53: option 'connector' is given twice",
        ),
        ("CREATE VIEW x (a) AS SELECT 1, 2", "line 1, column 16: the view names 1 columns, its query has 2"),
        ("DROP TABLE nothing", "line 1, column 12: unknown table 'nothing'"),
        ("DROP VIEW pages", "line 1, column 11: 'pages' is a table (write DROP TABLE)"),
        ("DESCRIBE page", "line 1, column 10: unknown table 'page' (did you mean 'pages'?)"),
    ] {
        let got = Tables::new(DDL).run(text).map(|_| ()).unwrap_err().to_string();
        assert_eq!(got, expect, "{text}");
    }
}

#[test]
fn definitions_keep_what_was_declared() {
    let tables = Tables::new(DDL);
    let events = tables.table("events").unwrap();
    let columns: Vec<String> = events.columns.iter().map(|c| format!("{} {}", c.name, c.data_type)).collect();
    assert_eq!(
        columns,
        [
            "id INT NOT NULL",
            "millis BIGINT",
            "plain TIMESTAMP(3)",
            "detail ROW<`city` STRING, `size` INT>",
            "shard STRING",
            "ts TIMESTAMP_LTZ(3)",
            "p TIMESTAMP_LTZ(3) NOT NULL",
        ]
    );
    let watermark = events.watermark.as_ref().unwrap();
    assert_eq!((watermark.column.as_str(), watermark.sql.as_str()), ("ts", "ts - INTERVAL '1' SECOND"));
    assert_eq!(events.primary_key, ["id"]);
    let written: Vec<&str> = events.written_columns().map(|(_, column)| column.name.as_str()).collect();
    assert_eq!(written, ["id", "millis", "plain", "detail"]);

    let like = Tables::new(&format!(
        "{DDL}; CREATE TABLE copy (extra INT) WITH ('format' = 'csv') LIKE events (EXCLUDING WATERMARKS)"
    ));
    let copy = like.table("copy").unwrap();
    assert_eq!(copy.columns.last().unwrap().name, "extra");
    assert_eq!(copy.watermark, None);
    assert_eq!(copy.options["format"], "csv");
    assert_eq!(copy.connector(), Some("kinesis"));
}

#[test]
fn a_definition_survives_being_stored() {
    for table in Tables::new(DDL).tables {
        let stored = serde_json::to_string(&*table).unwrap();
        assert_eq!(serde_json::from_str::<TableDef>(&stored).unwrap(), *table);
    }
}

#[test]
fn show_create_makes_the_same_table_again() {
    let tables = Tables::new(DDL);
    for table in &tables.tables {
        let text = show_create(&Definition::Table(table.clone()));
        let again = Tables::new(&text);
        assert_eq!(again.tables[0], *table, "{text}");
    }
}

#[test]
fn describe_gives_the_rows_that_flink_gives() {
    let tables = Tables::new(DDL);
    let rows: Vec<String> = describe(&Definition::Table(tables.table("events").unwrap()))
        .into_iter()
        .map(|row| {
            let or_empty = Option::unwrap_or_default;
            let (key, extras, watermark) = (or_empty(row.key), or_empty(row.extras), or_empty(row.watermark));
            format!("{}|{}|{}|{key}|{extras}|{watermark}", row.name, row.data_type, row.null)
        })
        .collect();
    assert_eq!(
        rows,
        [
            "id|INT|false|PRI(id)||",
            "millis|BIGINT|true|||",
            "plain|TIMESTAMP(3)|true|||",
            "detail|ROW<`city` STRING, `size` INT>|true|||",
            "shard|STRING|true||METADATA FROM 'shard-id' VIRTUAL|",
            "ts|TIMESTAMP_LTZ(3) *ROWTIME*|true||AS TO_TIMESTAMP_LTZ(millis, 3)|ts - INTERVAL '1' SECOND",
            "p|TIMESTAMP_LTZ(3) *PROCTIME*|false||AS PROCTIME()|",
        ]
    );
}

#[test]
fn time_attributes_go_where_flink_lets_them() {
    let time_of = |text: &str| Tables::new(DDL).query(text).unwrap().schema[0].time;
    for (text, expect) in [
        ("SELECT event_time FROM clickstream", Some(TimeAttribute::Rowtime)),
        (
            "SELECT event_time AS t FROM (SELECT * FROM clickstream WHERE page = 'a')",
            Some(TimeAttribute::Rowtime),
        ),
        ("SELECT event_time + INTERVAL '1' SECOND FROM clickstream", None),
        ("SELECT CAST(event_time AS TIMESTAMP(3)) + INTERVAL '0' SECOND FROM clickstream", None),
        ("SELECT p FROM events", Some(TimeAttribute::Proctime)),
        ("SELECT PROCTIME() FROM clickstream", Some(TimeAttribute::Proctime)),
        ("SELECT event_time FROM clickstream GROUP BY event_time", None),
        (
            "SELECT TUMBLE_ROWTIME(event_time, INTERVAL '1' HOUR) FROM clickstream GROUP BY TUMBLE(event_time, INTERVAL '1' HOUR)",
            Some(TimeAttribute::Rowtime),
        ),
        (
            "SELECT TUMBLE_END(event_time, INTERVAL '1' HOUR) FROM clickstream GROUP BY TUMBLE(event_time, INTERVAL '1' HOUR)",
            None,
        ),
        (
            "SELECT window_time FROM TABLE(TUMBLE(TABLE clickstream, DESCRIPTOR(event_time), INTERVAL '1' HOUR))",
            Some(TimeAttribute::Rowtime),
        ),
        (
            "SELECT event_time FROM TABLE(TUMBLE(TABLE clickstream, DESCRIPTOR(event_time), INTERVAL '1' HOUR))",
            None,
        ),
        (
            "SELECT event_time FROM clickstream UNION ALL SELECT event_time FROM clickstream",
            Some(TimeAttribute::Rowtime),
        ),
        ("SELECT event_time FROM clickstream UNION ALL SELECT plain FROM events", None),
    ] {
        assert_eq!(time_of(text), expect, "{text}");
    }
}

#[test]
fn views_and_with_queries_that_multiply_are_bounded() {
    let mut text = String::from("WITH q0 AS (SELECT 1 AS a)");
    for n in 1..40 {
        text.push_str(&format!(", q{n} AS (SELECT * FROM q{} UNION ALL SELECT * FROM q{})", n - 1, n - 1));
    }
    text.push_str(" SELECT * FROM q39");
    let error = Tables::new(DDL).run(&text).unwrap_err();
    assert_eq!(error.message, "the statement reads more than 1000 relations");

    let mut tables = Tables::new(DDL);
    tables.run("CREATE VIEW v AS SELECT page FROM clickstream").unwrap();
    let view = ViewDef { sql: "SELECT page FROM v".to_owned(), ..ViewDef::clone(&tables.views[0]) };
    tables.views[0] = Arc::new(view);
    let error = tables.run("SELECT * FROM v").unwrap_err();
    assert!(error.message.contains("more than 32 deep"), "{error}");
}

#[test]
fn what_the_parser_takes_overflows_no_stack_of_the_binder() {
    let depth = SQL_DEPTH_MAX - 8;
    let nested = |open: &str, middle: &str, close: &str| {
        format!("SELECT {}{middle}{} FROM clickstream", open.repeat(depth / 2), close.repeat(depth / 2))
    };
    for text in [
        nested("(1 + ", "1", ")"),
        nested("ABS(", "1", ")"),
        nested("CASE WHEN TRUE THEN 1 ELSE ", "1", " END"),
        format!("SELECT {}TRUE{} FROM clickstream", "NOT (NOT ".repeat(depth / 4), ")".repeat(depth / 4)),
        nested("CAST(", "1", " AS BIGINT)"),
        format!("SELECT 1{}", " + 1".repeat(depth)),
        format!(
            "SELECT page FROM {}clickstream{}",
            "(SELECT * FROM ".repeat(depth / 4),
            ")".repeat(depth / 4)
        ),
        format!("SELECT 1 FROM clickstream WHERE TRUE{}", " AND page = 'a' OR page = 'b'".repeat(2_000)),
    ] {
        let plan = Tables::new(DDL).query(&text).unwrap_or_else(|error| panic!("{text}\n{error}"));
        explain(&[plan], true);
    }
}

/// Pieces that make texts that often bind.
const PIECES: &[&str] = &[
    "SELECT",
    "FROM",
    "clickstream",
    "events",
    "WHERE",
    "GROUP BY",
    "HAVING",
    "page",
    "user_id",
    "event_time",
    "ts",
    "TUMBLE(event_time, INTERVAL '1' MINUTE)",
    "TUMBLE_START(event_time, INTERVAL '1' MINUTE)",
    "COUNT(*)",
    "COUNT(DISTINCT page)",
    "SUM(id)",
    "id",
    "millis",
    "detail.size",
    ",",
    "(",
    ")",
    "+",
    "-",
    "*",
    "/",
    "%",
    "=",
    "<",
    "AND",
    "OR",
    "NOT",
    "1",
    "2.5",
    "'a'",
    "NULL",
    "TRUE",
    "CASE WHEN",
    "THEN",
    "ELSE",
    "END",
    "IN",
    "BETWEEN",
    "LIKE",
    "IS NULL",
    "AS",
    "DISTINCT",
    "UNION ALL",
    "VALUES",
    "CAST(1 AS BIGINT)",
    "UPPER(page)",
    "INTERVAL '1' DAY",
    "TABLE(TUMBLE(TABLE clickstream, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))",
    "window_start",
    "window_end",
    "ROUND(2.345, 1)",
    "ARRAY[1, 2][1]",
    "ROW(1, 'a')",
    "COALESCE(id, 1)",
    "-1",
    "p",
];

proptest! {
    #[test]
    fn no_order_of_sql_words_makes_the_binder_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let mut tables = Tables::new(DDL);
        for text in [
            pieces.join(" "),
            format!("SELECT {} FROM clickstream", pieces.join(" ")),
            format!("SELECT {} FROM clickstream GROUP BY page, TUMBLE(event_time, INTERVAL '1' MINUTE)", pieces.join(" ")),
        ] {
            if let Ok(plan) = tables.query_or_error(&text) {
                explain(&plan, true);
            }
        }
    }
}

#[test]
fn a_long_chain_is_shown_as_the_nested_operators_that_it_is() {
    let mut tables = Tables::new("CREATE TABLE t (a INT, b BIGINT) WITH ('connector' = 'print')");
    let sum = ["a"; 11].join(" + ");
    let plans = tables.query_or_error(&format!("SELECT {sum} - b + 1.5 AS s FROM t")).unwrap();
    let nested = (1..11).fold("a".to_owned(), |sum, _| format!("({sum} + a)"));
    let text = explain(&plans, false);
    let sum = format!("(CAST((CAST({nested} AS BIGINT) - b) AS DECIMAL(19, 0)) + 1.5)");
    assert!(text.contains(&format!("Calc(select=[{sum} AS s])")), "{text}");
}
