//! From tokens to the syntax tree: recursive descent over Flink's grammar.
//!
//! [`parse_script`] reads whole files. The parser decides what is syntax and nothing else; names and types are the binder's. What
//! Flink's grammar has and this parser does not read answers "… is not offered yet" at its keyword. Depth is counted, so that
//! no text can exhaust the stack.

mod cursor;
mod ddl;
mod expr;
mod primary;
mod query;
mod statement;
mod types;

#[cfg(test)]
mod tests;

use crate::ast::{Expr, Query, Statement};
use crate::error::SqlResult;
use crate::token::tokenize;
use cursor::Cursor;

/// Every statement of a text, in order.
pub fn parse_script(text: &str) -> SqlResult<Vec<Statement>> {
    let mut cursor = Cursor::new(text, tokenize(text)?);
    let mut statements = Vec::new();
    loop {
        while cursor.eat_symbol(";") {}
        if cursor.at_end() {
            return Ok(statements);
        }
        statements.push(cursor.statement()?);
        if !cursor.at_end() && !cursor.peek().is_symbol(";") {
            return Err(cursor.unexpected("';' or the end of the statement"));
        }
    }
}

/// One expression that is the whole text: a computed column or watermark of a stored table.
pub fn parse_expression(text: &str) -> SqlResult<Expr> {
    let mut cursor = Cursor::new(text, tokenize(text)?);
    let expr = cursor.expr()?;
    cursor.expect_end()?;
    Ok(expr)
}

/// One query that is the whole text: a stored view.
pub fn parse_query(text: &str) -> SqlResult<Query> {
    let mut cursor = Cursor::new(text, tokenize(text)?);
    let query = cursor.query()?;
    cursor.expect_end()?;
    Ok(query)
}
