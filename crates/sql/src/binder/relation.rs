//! What stands in FROM: tables, views, WITH queries, subqueries, window table functions.

use std::cell::Cell;
use std::sync::Arc;

use super::expr::ExprBinder;
use super::scope::Scope;
use super::table::table_plan;
use super::unknown_table;
use super::window_table::{bind_window_function, is_window_function, window_input};
use crate::ast::{self, Alias, Ident, Query, TableOption, TableRef, TableRefKind};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::Expr;
use crate::parser::parse_query;
use crate::plan::Plan;
use crate::table::{CatalogView, TableDef, ViewDef};

/// Most relations one statement may read once views and WITH queries are written out.
const RELATIONS_MAX: usize = 1_000;
/// How deeply views may stand on views.
const VIEW_DEPTH_MAX: usize = 32;

/// The relations that a query can name.
pub(super) struct Relations<'a> {
    pub catalog: &'a dyn CatalogView,
    /// WITH queries, the innermost last.
    with: Vec<Common<'a>>,
    left: Cell<usize>,
    view_depth: Cell<usize>,
    /// Where the statement names the view whose stored text this is; None in the statement itself.
    view_at: Option<Position>,
}

#[derive(Clone, Copy)]
struct Common<'a> {
    name: &'a Ident,
    columns: &'a [Ident],
    query: &'a Query,
}

impl<'a> Relations<'a> {
    pub(super) fn new(catalog: &'a dyn CatalogView) -> Self {
        Self {
            catalog,
            with: Vec::new(),
            left: Cell::new(RELATIONS_MAX),
            view_depth: Cell::new(0),
            view_at: None,
        }
    }

    /// These relations and those of a WITH clause.
    pub(super) fn including<'b>(&'b self, with: &'b [ast::CommonTable]) -> Relations<'b>
    where
        'a: 'b,
    {
        let mut common: Vec<Common<'b>> = self.with.clone();
        common.extend(with.iter().map(|c| Common { name: &c.name, columns: &c.columns, query: &c.query }));
        self.with_common(common)
    }

    fn with_common<'b>(&'b self, with: Vec<Common<'b>>) -> Relations<'b> {
        Relations {
            catalog: self.catalog,
            with,
            left: Cell::new(self.left.get()),
            view_depth: Cell::new(self.view_depth.get()),
            view_at: self.view_at,
        }
    }

    fn spend(&self, position: Position) -> SqlResult<()> {
        match self.left.get().checked_sub(1) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(SqlError::at(
                position,
                format!("the statement reads more than {RELATIONS_MAX} relations"),
            )),
        }
    }

    /// The relation and the names its columns have.
    pub(super) fn bind(&self, table: &TableRef) -> SqlResult<(Plan, Scope)> {
        self.spend(table.position)?;
        let (plan, name) = match &table.kind {
            TableRefKind::Table { as_of: Some(as_of), .. } => {
                return Err(SqlError::not_offered(as_of.position, "FOR SYSTEM_TIME AS OF"));
            }
            TableRefKind::Table { name, hints, as_of: None } => {
                (self.named(name, hints)?, Some(name.last().to_owned()))
            }
            TableRefKind::Subquery { lateral: true, .. } => {
                return Err(SqlError::not_offered(table.position, "LATERAL"));
            }
            TableRefKind::Subquery { query, lateral: false } => (self.nested(query)?, None),
            TableRefKind::Function { function, .. } => (self.function(function)?, None),
            TableRefKind::Unnest { .. } => return Err(SqlError::not_offered(table.position, "UNNEST")),
            TableRefKind::Join { .. } => return Err(SqlError::not_offered(table.position, "a join")),
        };
        let plan = match &table.alias {
            Some(alias) => renamed(plan, &alias.columns, alias)?,
            None => plan,
        };
        let name = table.alias.as_ref().map(|alias| alias.name.value.clone()).or(name);
        let scope = Scope::of_plan(&plan, name.as_deref());
        Ok((plan, scope))
    }

    /// A query inside this one. Its count of relations goes on.
    fn nested(&self, query: &Query) -> SqlResult<Plan> {
        let inner = self.including(&[]);
        let plan = inner.query(query)?;
        self.left.set(inner.left.get());
        Ok(plan)
    }

    /// `left` of another instance, which counted on for this one.
    pub(super) fn counted(&self, inner: &Relations<'_>) {
        self.left.set(inner.left.get());
    }

    pub(super) fn named(&self, name: &ast::Name, hints: &[TableOption]) -> SqlResult<Plan> {
        let position = name.position();
        let common = match name.0.len() {
            1 => self.with.iter().rposition(|common| common.name.value == name.last()),
            _ => None,
        };
        if let Some(place) = common {
            let common = self.with[place];
            // A WITH query sees those before it, not itself.
            let inner = self.with_common(self.with[..place].to_vec());
            let plan = inner.query(common.query)?;
            self.counted(&inner);
            let alias = Alias { name: common.name.clone(), columns: common.columns.to_vec() };
            return renamed(plan, common.columns, &alias);
        }
        if let Some(table) = self.catalog.table(name.last()) {
            return table_plan(self.catalog, self.used(&table, hints, position), position);
        }
        match self.catalog.view(name.last()) {
            Some(view) if hints.is_empty() => self.view(&view, position),
            Some(_) => Err(SqlError::at(position, "a view takes no OPTIONS; give them to its tables")),
            None => Err(unknown_table(self.catalog, name)),
        }
    }

    pub(super) fn view(&self, view: &ViewDef, position: Position) -> SqlResult<Plan> {
        let depth = self.view_depth.get() + 1;
        if depth > VIEW_DEPTH_MAX {
            return Err(SqlError::at(
                position,
                format!("views stand on views more than {VIEW_DEPTH_MAX} deep"),
            ));
        }
        // What goes wrong inside a stored text has its place there, not here.
        let inside = |error: SqlError| {
            let message = format!("view '{}': {}", view.name, error.message);
            SqlError { message, ..error }.moved_to(position)
        };
        let query = parse_query(&view.sql).map_err(inside)?;
        let inner = Relations { view_at: self.view_at.or(Some(position)), ..Relations::new(self.catalog) };
        inner.left.set(self.left.get());
        inner.view_depth.set(depth);
        let plan = inner.query(&query).map_err(inside)?;
        self.counted(&inner);
        let renames = view.columns.iter().zip(plan.schema.to_vec());
        if view.columns.is_empty() {
            return Ok(plan);
        }
        let exprs = renames
            .enumerate()
            .map(|(index, (name, column))| (name.clone(), Expr::column(index, column.data_type)))
            .collect();
        Ok(Plan::project(plan, exprs))
    }

    /// The definition with the options of an `OPTIONS` hint over its own.
    fn used(&self, table: &TableDef, hints: &[TableOption], position: Position) -> Arc<TableDef> {
        let mut used = table.used_at(self.view_at.unwrap_or(position), hints);
        if self.view_at.is_some() {
            // The hints stand in another text.
            used.places.options.retain(|key, _| !hints.iter().any(|hint| hint.key == *key));
        }
        Arc::new(used)
    }

    fn function(&self, function: &ast::TableFunction) -> SqlResult<Plan> {
        let name = function.name.last().to_ascii_uppercase();
        if !is_window_function(&name) {
            return Err(SqlError::not_offered(
                function.name.position(),
                format!("the table function {name}"),
            ));
        }
        let (input, partition_by) = window_input(function)?;
        let (plan, scope) = self.bind(input)?;
        let mut binder = ExprBinder::scalar(&scope, "a window table function");
        bind_window_function(function, plan, &mut binder, partition_by)
    }
}

/// The plan with new names for all its columns, if any are given.
fn renamed(plan: Plan, names: &[Ident], alias: &Alias) -> SqlResult<Plan> {
    if names.is_empty() {
        return Ok(plan);
    }
    if names.len() != plan.schema.len() {
        let message =
            format!("'{}' names {} columns and has {}", alias.name.value, names.len(), plan.schema.len());
        return Err(SqlError::at(alias.name.position, message));
    }
    let columns = plan.schema.clone();
    let exprs = names
        .iter()
        .zip(columns.iter())
        .enumerate()
        .map(|(index, (name, column))| (name.value.clone(), Expr::column(index, column.data_type.clone())))
        .collect();
    Ok(Plan::project(plan, exprs))
}
