//! The binder against statements, and against the types that Apache Flink derives.

use std::sync::Arc;

use super::{Bound, bind};
use crate::error::SqlResult;
use crate::parser::parse_script;
use crate::plan::Plan;
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

    fn query(&mut self, text: &str) -> SqlResult<Plan> {
        match self.run(text)? {
            Some(Bound::Query(plan)) => Ok(plan),
            other => panic!("no query but {other:?}"),
        }
    }
}

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
        let expect = DIFFERENT.iter().find(|(known, _)| *known == expression).map_or(expect, |(_, ours)| ours);
        let refused = got.starts_with("ERROR");
        let alike = got == expect || (refused && (expect == "ERROR" || got.ends_with("is not offered yet")));
        if !alike {
            wrong.push(format!("{expression}\n    flink {expect}\n    ours  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
