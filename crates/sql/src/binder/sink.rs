//! INSERT: a query's columns into a table's, and whether the table can take the query's changes.

use super::coerce::{cast_to, null_of, stores_into};
use super::relation::Relations;
use super::suggest::nearest;
use super::{StatementBinder, unknown_table};
use crate::ast::{self, Insert};
use crate::error::{SqlError, SqlResult};
use crate::expr::Expr;
use crate::plan::{ChangelogMode, Plan, PlanNode};
use crate::table::{TableColumn, TableDef};

impl StatementBinder<'_> {
    pub(super) fn insert(&self, insert: &Insert) -> SqlResult<Plan> {
        let Some(table) = self.catalog.table(insert.table.last()) else {
            let is_view = self.catalog.view(insert.table.last()).is_some();
            let position = insert.table.position();
            return Err(match is_view {
                true => SqlError::at(
                    position,
                    format!("'{}' is a view; INSERT needs a table", insert.table.last()),
                ),
                false => unknown_table(self.catalog, &insert.table),
            });
        };
        if let Some((key, _)) = insert.partition.first() {
            return Err(SqlError::not_offered(key.position, "PARTITION in INSERT"));
        }
        let table = table.used_at(insert.table.position(), &insert.hints);
        let query = Relations::new(self.catalog).query(&insert.query)?;
        let sources = source_columns(&table, insert)?;
        let written: Vec<&TableColumn> = table.written_columns().map(|(_, column)| column).collect();
        let given = sources.iter().flatten().count();
        if given != query.schema.len() {
            return Err(wrong_width(&table, insert, &written, given, &query));
        }
        let mut exprs = Vec::with_capacity(written.len());
        for (column, source) in written.into_iter().zip(sources) {
            exprs.push((column.name.clone(), stored(column, source, &query, insert)?));
        }
        let plan = Plan::project(query, exprs);
        let accepts = self.catalog.sink_accepts(&table);
        check_changelog(&plan, accepts, &table, insert)?;
        Ok(Plan::sink(plan, std::sync::Arc::new(table), insert.overwrite).pruned())
    }
}

/// For each written column of the table, the column of the query that fills it; None for those that stay NULL.
fn source_columns(table: &TableDef, insert: &Insert) -> SqlResult<Vec<Option<usize>>> {
    let written: Vec<&str> = table.written_columns().map(|(_, column)| column.name.as_str()).collect();
    if insert.columns.is_empty() {
        return Ok((0..written.len()).map(Some).collect());
    }
    let mut sources = vec![None; written.len()];
    for (source, name) in insert.columns.iter().enumerate() {
        let Some(place) = written.iter().position(|column| *column == name.value) else {
            let message = match table.column(&name.value) {
                Some(_) => format!("column '{}' of '{}' cannot be written", name.value, table.name),
                None => format!("table '{}' has no column '{}'", table.name, name.value),
            };
            let error = SqlError::at(name.position, message);
            return Err(nearest(
                error,
                &name.value,
                written.iter().copied().filter(|known| *known != name.value),
            ));
        };
        if sources[place].replace(source).is_some() {
            return Err(SqlError::at(name.position, format!("column '{}' is named twice", name.value)));
        }
    }
    Ok(sources)
}

fn wrong_width(
    table: &TableDef,
    insert: &Insert,
    written: &[&TableColumn],
    given: usize,
    query: &Plan,
) -> SqlError {
    let sink: Vec<String> = written.iter().map(|c| format!("{} {}", c.name, c.data_type)).collect();
    let message =
        format!("INSERT INTO '{}' needs {given} columns, the query has {}", table.name, query.schema.len());
    SqlError::at(insert.query.position, message).with_hint(format!("the table's are {}", sink.join(", ")))
}

/// The query's column as the table stores it.
fn stored(column: &TableColumn, source: Option<usize>, query: &Plan, insert: &Insert) -> SqlResult<Expr> {
    let to = &column.data_type;
    let Some(source) = source else {
        if !to.nullable {
            let message = format!("column '{}' is NOT NULL and INSERT leaves it out", column.name);
            return Err(SqlError::at(insert.table.position(), message));
        }
        return Ok(null_of(&to.logical));
    };
    let from = &query.schema[source];
    if !stores_into(&from.data_type.logical, &to.logical) {
        let message = format!(
            "column '{}' of '{}' is {}, the query gives {} ('{}')",
            column.name,
            insert.table.last(),
            to.logical,
            from.data_type.logical,
            from.name
        );
        let hint = format!("write CAST({} AS {})", from.name, to.logical);
        return Err(SqlError::at(item_position(insert, source), message).with_hint(hint));
    }
    Ok(cast_to(Expr::column(source, from.data_type.clone()), &to.logical))
}

/// Where the query writes its column at this index: the item of its SELECT, if that is how it is made.
fn item_position(insert: &Insert, index: usize) -> crate::error::Position {
    let ast::QueryBody::Select(select) = &insert.query.body else { return insert.query.position };
    let plain = select.items.iter().all(|item| matches!(item, ast::SelectItem::Expr { .. }));
    match select.items.get(index) {
        Some(ast::SelectItem::Expr { expr, .. }) if plain => expr.position,
        _ => insert.query.position,
    }
}

/// Refuses a query that updates or deletes rows where the table can only append them.
fn check_changelog(plan: &Plan, accepts: ChangelogMode, table: &TableDef, insert: &Insert) -> SqlResult<()> {
    let emits = plan.changelog;
    let fits = (!emits.update_after || accepts.update_after) && (!emits.delete || accepts.delete);
    if fits {
        return Ok(());
    }
    let kind = if emits.update_after && !accepts.update_after { "update" } else { "delete" };
    let maker = updating_node(plan).unwrap_or("the query");
    let message =
        format!("table '{}' does not take {kind} changes, which {maker} produces {emits}", table.name);
    let hint = "group by a window, or write to a table that takes changes";
    Err(SqlError::at(insert.table.position(), message).with_hint(hint))
}

/// The lowest operator on the way whose output is the first to change.
fn updating_node(plan: &Plan) -> Option<&'static str> {
    let changing = plan.inputs().into_iter().find(|input| !input.changelog.is_append_only());
    if let Some(name) = changing.and_then(updating_node) {
        return Some(name);
    }
    match plan.node {
        PlanNode::GroupAggregate { .. } => Some("GroupAggregate"),
        PlanNode::Scan { .. } => Some("its source"),
        _ => None,
    }
}
