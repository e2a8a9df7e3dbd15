//! From syntax to plans: names against the catalog, types, implicit casts, windows, and the traits of every edge.
//!
//! [`bind`] takes one statement at a time, since what one creates the next may read. The binder runs nothing and changes nothing: it says what
//! the statement means, and refuses what it does not mean or what Headwater does not run yet.

mod call;
mod coerce;
mod ddl;
mod expr;
mod fold;
mod group;
mod literal;
mod operators;
mod query;
mod relation;
mod scope;
mod sink;
pub(crate) mod suggest;
mod table;
mod types;
mod window;
mod window_table;

#[cfg(test)]
mod tests;

pub use crate::explain::Definition;

use crate::ast::{self, ExplainDetail, Statement, StatementKind};
use crate::error::{SqlError, SqlResult};
use crate::plan::Plan;
use crate::table::{CatalogView, TableDef, ViewDef};
use relation::Relations;
use suggest::nearest;

/// What a statement means. Effects on the catalog and on jobs are the caller's.
#[derive(Clone, Debug)]
pub enum Bound {
    CreateTable {
        table: TableDef,
        if_not_exists: bool,
    },
    CreateView {
        view: ViewDef,
        if_not_exists: bool,
    },
    /// `name` is known to exist, unless `if_exists`.
    DropTable {
        name: String,
        if_exists: bool,
    },
    DropView {
        name: String,
        if_exists: bool,
    },
    /// A bare query: its rows are for the client.
    Query(Plan),
    /// One sink per INSERT; together one job.
    Insert(Vec<Plan>),
    Explain(Explain),
    /// `SET 'key' = 'value'`; None lists the settings.
    Set(Option<ast::TableOption>),
    /// `RESET 'key'`; None resets all.
    Reset(Option<ast::Ident>),
    ShowTables,
    ShowViews,
    ShowFunctions,
    ShowCreateTable(Definition),
    Describe(Definition),
}

#[derive(Clone, Debug)]
pub struct Explain {
    /// As of the query or statement set.
    pub plans: Vec<Plan>,
    /// `EXPLAIN CHANGELOG_MODE`
    pub changelog_mode: bool,
}

/// What one statement means to this catalog.
pub fn bind(statement: &Statement, catalog: &dyn CatalogView) -> SqlResult<Bound> {
    let binder = StatementBinder { catalog };
    match &statement.kind {
        StatementKind::CreateTable(create) => binder.create_table(create),
        StatementKind::CreateView(create) => binder.create_view(create),
        StatementKind::DropTable(drop) => binder.drop_table(drop),
        StatementKind::DropView(drop) => binder.drop_view(drop),
        StatementKind::Query(query) => binder.query(query).map(Bound::Query),
        StatementKind::Insert(insert) => Ok(Bound::Insert(vec![binder.insert(insert)?])),
        StatementKind::StatementSet(inserts) => binder.inserts(inserts).map(Bound::Insert),
        StatementKind::Explain(explain) => binder.explain(explain),
        StatementKind::Set(setting) => Ok(Bound::Set(setting.clone())),
        StatementKind::Reset(key) => Ok(Bound::Reset(key.clone())),
        StatementKind::ShowTables => Ok(Bound::ShowTables),
        StatementKind::ShowViews => Ok(Bound::ShowViews),
        StatementKind::ShowFunctions => Ok(Bound::ShowFunctions),
        StatementKind::ShowCreateTable(name) => binder.definition(name).map(Bound::ShowCreateTable),
        StatementKind::Describe(name) => binder.definition(name).map(Bound::Describe),
    }
}

struct StatementBinder<'a> {
    catalog: &'a dyn CatalogView,
}

impl StatementBinder<'_> {
    fn query(&self, query: &ast::Query) -> SqlResult<Plan> {
        Ok(Relations::new(self.catalog).query(query)?.pruned())
    }

    fn inserts(&self, inserts: &[ast::Insert]) -> SqlResult<Vec<Plan>> {
        inserts.iter().map(|insert| self.insert(insert)).collect()
    }

    fn explain(&self, explain: &ast::Explain) -> SqlResult<Bound> {
        let plans = match &explain.statement.kind {
            StatementKind::Query(query) => vec![self.query(query)?],
            StatementKind::Insert(insert) => vec![self.insert(insert)?],
            StatementKind::StatementSet(inserts) => self.inserts(inserts)?,
            _ => return Err(SqlError::at(explain.statement.position, "EXPLAIN takes a query or an INSERT")),
        };
        let changelog_mode = explain.details.contains(&ExplainDetail::ChangelogMode);
        Ok(Bound::Explain(Explain { plans, changelog_mode }))
    }

    fn definition(&self, name: &ast::Name) -> SqlResult<Definition> {
        if let Some(table) = self.catalog.table(name.last()) {
            return Ok(Definition::Table(table));
        }
        match self.catalog.view(name.last()) {
            Some(view) => {
                let schema = Relations::new(self.catalog).view(&view, name.position())?.schema;
                Ok(Definition::View { view, schema })
            }
            None => Err(self.unknown_table(name)),
        }
    }

    fn unknown_table(&self, name: &ast::Name) -> SqlError {
        unknown_table(self.catalog, name)
    }
}

/// "unknown table" at its name, with the nearest one that exists.
fn unknown_table(catalog: &dyn CatalogView, name: &ast::Name) -> SqlError {
    let position = name.0.last().map_or(name.position(), |last| last.position);
    let error = SqlError::at(position, format!("unknown table '{}'", name.last()));
    let names = catalog.names();
    nearest(error, name.last(), names.iter().map(String::as_str))
}
