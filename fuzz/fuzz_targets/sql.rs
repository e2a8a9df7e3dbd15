//! Any text as a script of SQL, as an expression over a table and as a date pattern: it is refused at a place in the text, or bound, shown
//! and written back as what it was, but never more. A short expression is computed too.
#![no_main]

use std::sync::Arc;

use headwater_connect::format::date_pattern::{Moment, Pattern};
use headwater_runtime::{Clock, Entropy, SimDisk};
use headwater_sql::binder::{Bound, bind};
use headwater_sql::error::SqlError;
use headwater_sql::explain::explain;
use headwater_sql::parser::{parse_expression, parse_script};
use headwater_sql::table::{CatalogView, TableDef};
use headwater_sql::{RunError, RunOptions, excerpt, run_file};
use headwater_types::Scope;
use libfuzzer_sys::fuzz_target;

const TABLE: &str = "CREATE TABLE t (a INT, b BIGINT, s STRING, d DECIMAL(10, 2), ok BOOLEAN, ts TIMESTAMP(3), l ARRAY<INT>,
    m MAP<STRING, INT>, r ROW<x INT, y STRING>, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector' = 'print')";
/// Expressions longer than this are bound and not computed.
const COMPUTED_BYTES_MAX: usize = 200;

struct OneTable(Option<Arc<TableDef>>);

impl CatalogView for OneTable {
    fn table(&self, name: &str) -> Option<Arc<TableDef>> {
        self.0.clone().filter(|table| table.name == name)
    }

    fn names(&self) -> Vec<String> {
        vec!["t".to_owned()]
    }
}

/// An error stands at a place of the text.
fn placed(error: &SqlError, text: &str) {
    assert!(excerpt(text, error.position()).is_some(), "{error}");
}

fn script(text: &str, catalog: &OneTable) {
    let statements = match parse_script(text) {
        Ok(statements) => statements,
        Err(error) => return placed(&error, text),
    };
    for statement in &statements {
        match bind(statement, catalog) {
            Ok(Bound::Query(plan)) => drop(explain(&[plan], true)),
            Ok(Bound::Insert(plans)) => drop(explain(&plans, true)),
            Ok(_) => {}
            Err(error) => placed(&error, text),
        }
    }
}

fn expression(text: &str) {
    if let Ok(expr) = parse_expression(text) {
        let once = expr.to_string();
        // Subqueries and windows are not written back, and parentheses may be more than a text nests.
        if !once.contains('…') && let Ok(twice) = parse_expression(&once) {
            assert_eq!(twice.to_string(), once);
        }
    }
    // Strings made long would only be slow.
    let upper = text.to_ascii_uppercase();
    if text.len() > COMPUTED_BYTES_MAX || text.contains(';') || upper.contains("REPEAT") || upper.contains("PAD") {
        return;
    }
    let sql = format!("SELECT {text} FROM (VALUES (1, 'x', 2.50, TRUE, TIMESTAMP '2026-03-20 10:00:00')) AS v (a, s, d, ok, ts)");
    let options = RunOptions {
        clock: Clock::system(),
        entropy: Entropy::seeded(1),
        disk: Arc::new(SimDisk::new()),
        scope: Scope::default(),
    };
    if let Err(RunError::Failed(error)) = run_file(&sql, &options, Box::new(std::io::sink())) {
        assert!(!error.to_string().contains("internal error"), "{error}");
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut catalog = OneTable(None);
    let table = parse_script(TABLE).expect("the table parses");
    if let Ok(Bound::CreateTable { table, .. }) = bind(&table[0], &catalog) {
        catalog = OneTable(Some(Arc::new(table)));
    }
    script(text, &catalog);
    script(&format!("SELECT {text} FROM t"), &catalog);
    expression(text);
    let moment = Moment::of_wall_clock(1_774_000_805_120_000_000);
    if let Ok(pattern) = Pattern::of_wall_clock(text) {
        pattern.format(&moment);
    }
    if let Ok(pattern) = Pattern::for_reading("yyyy-MM-dd HH:mm:ss.SSS a D MMM") {
        pattern.read(text);
    }
    if let Ok(pattern) = Pattern::for_reading(text) {
        pattern.read(&pattern.format(&moment));
    }
});
