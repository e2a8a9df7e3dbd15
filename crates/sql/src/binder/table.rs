//! A table of the catalog as a plan: scan, computed columns, watermark.

use std::sync::Arc;

use super::coerce::cast_to;
use super::expr::ExprBinder;
use super::scope::Scope;
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::Expr;
use crate::parser::parse_expression;
use crate::plan::Plan;
use crate::table::{CatalogView, ColumnKind, TableDef};

/// All columns of the table in the order of its declaration. Expressions were checked when it was created; what is
/// wrong with them now (a definition from another version, say) is an error at `position`, where the query names the table.
pub(super) fn table_plan(
    catalog: &dyn CatalogView,
    table: Arc<TableDef>,
    position: Position,
) -> SqlResult<Plan> {
    let stored: Vec<usize> = (0..table.columns.len())
        .filter(|index| !matches!(table.columns[*index].kind, ColumnKind::Computed { .. }))
        .collect();
    let (emits, bounded) = (catalog.source_emits(&table), catalog.source_is_bounded(&table));
    let has_computed = stored.len() < table.columns.len();
    let mut plan = Plan::scan(table.clone(), stored, emits, bounded);
    if has_computed {
        plan = with_computed(plan, &table, position)?;
    }
    let Some(watermark) = &table.watermark else { return Ok(plan) };
    let inside = |error| of_definition(error, &table, &watermark.column, position);
    let scope = Scope::of_plan(&plan, Some(&table.name));
    let rowtime = table.column_index(&watermark.column).ok_or_else(|| {
        SqlError::at(position, format!("table '{}' has a watermark for no column of it", table.name))
    })?;
    let bound = ExprBinder::scalar(&scope, "WATERMARK")
        .bind(&parse_expression(&watermark.sql).map_err(inside)?)
        .map_err(inside)?;
    let watermark = cast_to(bound, &scope.columns[rowtime].data_type.logical.clone());
    Ok(Plan::watermark_assign(plan, rowtime, watermark))
}

fn with_computed(scan: Plan, table: &TableDef, position: Position) -> SqlResult<Plan> {
    let scope = Scope::of_plan(&scan, Some(&table.name));
    let mut next_stored = 0;
    let mut exprs = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let expr = match &column.kind {
            ColumnKind::Computed { sql } => {
                let inside = |error| of_definition(error, table, &column.name, position);
                let parsed = parse_expression(sql).map_err(inside)?;
                ExprBinder::scalar(&scope, "a computed column").bind_typed(&parsed).map_err(inside)?
            }
            ColumnKind::Physical | ColumnKind::Metadata { .. } => {
                next_stored += 1;
                Expr::column(next_stored - 1, column.data_type.clone())
            }
        };
        exprs.push((column.name.clone(), expr));
    }
    Ok(Plan::project(scan, exprs))
}

fn of_definition(error: SqlError, table: &TableDef, column: &str, position: Position) -> SqlError {
    let message = format!("table '{}', column '{column}': {}", table.name, error.message);
    SqlError { message, ..error }.moved_to(position)
}
