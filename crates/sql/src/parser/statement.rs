//! Statements by their first word, except those that define things.

use super::cursor::Cursor;
use crate::ast::{Explain, ExplainDetail, Ident, Insert, Statement, StatementKind};
use crate::error::{SqlError, SqlResult};

/// Statements of Flink that answer "not offered yet", by their first words; a longer entry stands before its prefix.
const NOT_OFFERED: &[(&[&str], &str)] = &[
    (&["CREATE", "MATERIALIZED"], "CREATE MATERIALIZED TABLE"),
    (&["CREATE", "CATALOG"], "CREATE CATALOG"),
    (&["CREATE", "DATABASE"], "CREATE DATABASE"),
    (&["CREATE", "FUNCTION"], "CREATE FUNCTION"),
    (&["CREATE", "TEMPORARY", "FUNCTION"], "CREATE FUNCTION"),
    (&["CREATE", "TEMPORARY", "SYSTEM", "FUNCTION"], "CREATE FUNCTION"),
    (&["CREATE", "MODEL"], "CREATE MODEL"),
    (&["CREATE", "TEMPORARY", "MODEL"], "CREATE MODEL"),
    (&["CREATE", "CONNECTION"], "CREATE CONNECTION"),
    (&["CREATE", "OR"], "CREATE OR REPLACE"),
    (&["DROP", "CATALOG"], "DROP CATALOG"),
    (&["DROP", "DATABASE"], "DROP DATABASE"),
    (&["DROP", "FUNCTION"], "DROP FUNCTION"),
    (&["DROP", "TEMPORARY", "FUNCTION"], "DROP FUNCTION"),
    (&["DROP", "TEMPORARY", "SYSTEM", "FUNCTION"], "DROP FUNCTION"),
    (&["DROP", "MODEL"], "DROP MODEL"),
    (&["DROP", "MATERIALIZED"], "DROP MATERIALIZED TABLE"),
    (&["ALTER"], "ALTER"),
    (&["USE"], "USE"),
    (&["ADD"], "ADD JAR"),
    (&["REMOVE"], "REMOVE JAR"),
    (&["LOAD"], "LOAD MODULE"),
    (&["UNLOAD"], "UNLOAD MODULE"),
    (&["ANALYZE"], "ANALYZE TABLE"),
    (&["COMPILE"], "COMPILE PLAN"),
    (&["EXECUTE", "PLAN"], "EXECUTE PLAN"),
    (&["TRUNCATE"], "TRUNCATE TABLE"),
    (&["DELETE"], "DELETE"),
    (&["UPDATE"], "UPDATE"),
    (&["CALL"], "CALL"),
    (&["STOP"], "STOP JOB"),
    (&["UPSERT"], "UPSERT"),
];

impl Cursor<'_> {
    pub(super) fn statement(&mut self) -> SqlResult<Statement> {
        let (position, start) = (self.position(), self.start());
        let kind = self.nested(Self::statement_kind)?;
        Ok(Statement { kind, position, text: self.text[start..self.end()].to_owned() })
    }

    fn statement_kind(&mut self) -> SqlResult<StatementKind> {
        if let Some((_, what)) = NOT_OFFERED.iter().find(|(words, _)| self.peek_words(words)) {
            return self.not_offered(what);
        }
        let first = self.peek();
        match first.text.to_ascii_uppercase().as_str() {
            "SELECT" | "VALUES" | "WITH" | "(" | "TABLE" => self.query().map(StatementKind::Query),
            "INSERT" => self.insert().map(StatementKind::Insert),
            "CREATE" => self.create(),
            "DROP" => self.drop(),
            "EXECUTE" => self.execute(),
            "BEGIN" => self.statement_set(),
            "EXPLAIN" => self.explain(),
            "DESCRIBE" | "DESC" => {
                self.take();
                self.eat_word("EXTENDED");
                self.name("a table's name").map(StatementKind::Describe)
            }
            "SHOW" => self.show(),
            "SET" => self.set(),
            "RESET" => self.reset(),
            _ => Err(self.unexpected("a statement such as SELECT, INSERT INTO or CREATE TABLE")),
        }
    }

    pub(super) fn insert(&mut self) -> SqlResult<Insert> {
        let position = self.position();
        self.expect_word("INSERT")?;
        let overwrite = self.eat_word("OVERWRITE");
        if !overwrite {
            self.expect_word("INTO")?;
        }
        self.eat_word("TABLE");
        let table = self.name("a table's name")?;
        let hints = self.table_hints()?;
        let partition = if self.eat_word("PARTITION") {
            self.parenthesised(|p| {
                let key = p.identifier("a partition column")?;
                p.expect_symbol("=")?;
                Ok((key, p.expr()?))
            })?
        } else {
            Vec::new()
        };
        let columns = if self.peek().is_symbol("(") && !self.query_follows(1) {
            self.parenthesised(|p| p.identifier("a column's name"))?
        } else {
            Vec::new()
        };
        let query = self.query()?;
        Ok(Insert { overwrite, table, hints, partition, columns, query, position })
    }

    fn execute(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("EXECUTE")?;
        if self.eat_words(&["STATEMENT", "SET"]) {
            self.expect_word("BEGIN")?;
            return self.statement_set_body();
        }
        match self.peek().text.to_ascii_uppercase().as_str() {
            "INSERT" => self.insert().map(StatementKind::Insert),
            "SELECT" | "VALUES" | "WITH" => self.query().map(StatementKind::Query),
            _ => Err(self.unexpected("STATEMENT SET, INSERT or SELECT")),
        }
    }

    fn statement_set(&mut self) -> SqlResult<StatementKind> {
        self.expect_words(&["BEGIN", "STATEMENT", "SET"])?;
        self.expect_symbol(";")?;
        self.statement_set_body()
    }

    fn statement_set_body(&mut self) -> SqlResult<StatementKind> {
        let mut inserts = Vec::new();
        loop {
            while self.eat_symbol(";") {}
            if self.eat_word("END") {
                break;
            }
            if !self.peek_word("INSERT") {
                return Err(self.unexpected("INSERT or END"));
            }
            inserts.push(self.insert()?);
            if !self.peek().is_symbol(";") {
                return Err(self.unexpected("';'"));
            }
        }
        if inserts.is_empty() {
            return Err(SqlError::at(self.position(), "a statement set needs at least one INSERT"));
        }
        Ok(StatementKind::StatementSet(inserts))
    }

    fn explain(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("EXPLAIN")?;
        let mut details = Vec::new();
        if !self.eat_words(&["PLAN", "FOR"]) {
            while let Some(detail) = self.explain_detail() {
                details.push(detail);
                if !self.eat_symbol(",") {
                    break;
                }
            }
        }
        if self.eat_words(&["STATEMENT", "SET"]) {
            let (position, start) = (self.position(), self.start());
            self.expect_word("BEGIN")?;
            let kind = self.statement_set_body()?;
            let statement = Statement { kind, position, text: self.text[start..self.end()].to_owned() };
            return Ok(StatementKind::Explain(Explain { details, statement: Box::new(statement) }));
        }
        let statement = self.statement()?;
        match statement.kind {
            StatementKind::Query(_) | StatementKind::Insert(_) | StatementKind::StatementSet(_) => {
                Ok(StatementKind::Explain(Explain { details, statement: Box::new(statement) }))
            }
            _ => {
                let message = "EXPLAIN takes a query, an INSERT or a statement set";
                Err(SqlError::at(statement.position, message))
            }
        }
    }

    fn explain_detail(&mut self) -> Option<ExplainDetail> {
        for (word, detail) in [
            ("ESTIMATED_COST", ExplainDetail::EstimatedCost),
            ("CHANGELOG_MODE", ExplainDetail::ChangelogMode),
            ("JSON_EXECUTION_PLAN", ExplainDetail::JsonExecutionPlan),
            ("PLAN_ADVICE", ExplainDetail::PlanAdvice),
        ] {
            if self.eat_word(word) {
                return Some(detail);
            }
        }
        None
    }

    fn show(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("SHOW")?;
        if self.eat_words(&["CREATE", "TABLE"]) || self.eat_words(&["CREATE", "VIEW"]) {
            return self.name("a table's name").map(StatementKind::ShowCreateTable);
        }
        for (word, kind) in [
            ("TABLES", StatementKind::ShowTables),
            ("VIEWS", StatementKind::ShowViews),
            ("FUNCTIONS", StatementKind::ShowFunctions),
        ] {
            if self.eat_word(word) {
                return Ok(kind);
            }
        }
        let what = format!("SHOW {}", self.peek().text.to_ascii_uppercase());
        self.not_offered(&what)
    }

    fn set(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("SET")?;
        if self.at_end() || self.peek().is_symbol(";") {
            return Ok(StatementKind::Set(None));
        }
        self.option("the setting").map(|setting| StatementKind::Set(Some(setting)))
    }

    fn reset(&mut self) -> SqlResult<StatementKind> {
        self.expect_word("RESET")?;
        if self.at_end() || self.peek().is_symbol(";") {
            return Ok(StatementKind::Reset(None));
        }
        let position = self.position();
        let value = self.string("the setting's name as a string in single quotes")?;
        Ok(StatementKind::Reset(Some(Ident { value, position })))
    }

    /// `(a, b)`: names that a statement gives to columns; empty when there is no parenthesis.
    pub(super) fn column_names(&mut self) -> SqlResult<Vec<Ident>> {
        if !self.peek().is_symbol("(") {
            return Ok(Vec::new());
        }
        self.parenthesised(|p| p.identifier("a column's name"))
    }
}
