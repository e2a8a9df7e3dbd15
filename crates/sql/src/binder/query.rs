//! Queries: SELECT from FROM to DISTINCT, VALUES, UNION.

use super::coerce::{cast_to, to_common};
use super::expr::ExprBinder;
use super::group::Grouping;
use super::relation::Relations;
use super::scope::Scope;
use super::window::group_window_name;
use crate::ast::{self, GroupItem, GroupSets, Query, QueryBody, Select, SelectItem, SetOp};
use crate::error::{Position, SqlError, SqlResult};
use crate::expr::Expr;
use crate::functions::aggregate_named;
use crate::plan::{Column, Plan};
use crate::types::{LogicalType, Value, rules};

/// One output column: an expression of the text, or a column that a star stands for.
enum Item<'a> {
    Expr(&'a ast::Expr),
    Column(usize, Position),
}

impl Relations<'_> {
    pub(super) fn query(&self, query: &Query) -> SqlResult<Plan> {
        let inner = self.including(&query.with);
        let plan = inner.body(&query.body)?;
        self.counted(&inner);
        if let Some(first) = query.order_by.first() {
            return Err(SqlError::not_offered(first.expr.position, "ORDER BY"));
        }
        if let Some(limit) = query.limit.as_ref().or(query.offset.as_ref()) {
            return Err(SqlError::not_offered(limit.position, "LIMIT"));
        }
        Ok(plan)
    }

    fn body(&self, body: &QueryBody) -> SqlResult<Plan> {
        match body {
            QueryBody::Select(select) => self.select(select),
            QueryBody::Values { rows, position } => values(rows, *position),
            QueryBody::Table(name) => self.named(name, &[]),
            QueryBody::Nested(query) => self.query(query),
            QueryBody::SetOperation { op: SetOp::Union, all, inputs, position } => {
                let plan = self.union(inputs, *position)?;
                if *all { Ok(plan) } else { distinct(plan, *position) }
            }
            QueryBody::SetOperation { op, position, .. } => {
                let what = if *op == SetOp::Intersect { "INTERSECT" } else { "EXCEPT" };
                Err(SqlError::not_offered(*position, what))
            }
        }
    }

    fn union(&self, inputs: &[QueryBody], position: Position) -> SqlResult<Plan> {
        let inputs = inputs.iter().map(|input| self.body(input)).collect::<SqlResult<Vec<_>>>()?;
        let width = inputs.first().map_or(0, |first| first.schema.len());
        if let Some(other) = inputs.iter().find(|input| input.schema.len() != width) {
            let message = format!("UNION of {width} columns with {}", other.schema.len());
            return Err(SqlError::at(position, message));
        }
        let mut common = Vec::with_capacity(width);
        for column in 0..width {
            let types = inputs.iter().map(|input| &input.schema[column].data_type);
            common.push(rules::common_type_of(types).ok_or_else(|| {
                let kinds: Vec<_> =
                    inputs.iter().map(|input| input.schema[column].data_type.logical.to_string()).collect();
                let message = format!("column {} of UNION is {}", column + 1, kinds.join(" and "));
                SqlError::at(position, message).with_hint("cast them to one type")
            })?);
        }
        let converted = inputs.into_iter().map(|input| {
            let logical: Vec<_> = common.iter().map(|c| c.logical.clone()).collect();
            converted(input, &logical)
        });
        Ok(Plan::union(converted.collect()))
    }

    fn select(&self, select: &Select) -> SqlResult<Plan> {
        if let Some((name, _)) = select.windows.first() {
            return Err(SqlError::not_offered(name.position, "a WINDOW clause"));
        }
        let (mut plan, scope) = match &select.from {
            Some(from) => self.bind(from)?,
            None => (one_row(), Scope::default()),
        };
        if let Some(filter) = &select.filter {
            let predicate = ExprBinder::scalar(&scope, "WHERE").condition(filter)?;
            plan = Plan::filter(plan, predicate);
        }
        let items = expanded(&select.items, &scope)?;
        let names = unique_names(names(&select.items, &items, &scope));
        let grouped = select.group_by.is_some()
            || select.having.is_some()
            || items.iter().any(|item| matches!(item, Item::Expr(expr) if has_aggregate(expr)));
        let plan = if grouped {
            grouped_select(select, plan, &scope, &items, names)?
        } else {
            let mut binder = ExprBinder::scalar(&scope, "SELECT");
            let exprs = items.iter().map(|item| binder.item(item)).collect::<SqlResult<Vec<_>>>()?;
            Plan::project(plan, names.into_iter().zip(exprs).collect())
        };
        if select.distinct { distinct(plan, select.position) } else { Ok(plan) }
    }
}

impl ExprBinder<'_> {
    fn item(&mut self, item: &Item<'_>) -> SqlResult<Expr> {
        match item {
            Item::Expr(expr) => self.bind_typed(expr),
            Item::Column(index, position) => {
                let bound = self.scope.column(*index);
                if let Some(grouping) = &mut self.grouping {
                    let value = self.scope.columns[*index].name.clone();
                    let name = ast::Name(vec![ast::Ident { value, position: *position }]);
                    grouping.note_column(&bound, &name);
                }
                Ok(bound)
            }
        }
    }
}

fn grouped_select(
    select: &Select,
    plan: Plan,
    scope: &Scope,
    items: &[Item<'_>],
    names: Vec<String>,
) -> SqlResult<Plan> {
    let mut grouping = Grouping::new(plan.schema.len(), select.position);
    for item in select.group_by.iter().flatten() {
        group_key(item, scope, &mut grouping)?;
    }
    let mut binder = ExprBinder { scope, clause: "SELECT", grouping: Some(&mut grouping) };
    let exprs = items.iter().map(|item| binder.item(item)).collect::<SqlResult<Vec<_>>>()?;
    let having = match &select.having {
        Some(having) => {
            let mut binder = ExprBinder { scope, clause: "HAVING", grouping: Some(&mut grouping) };
            Some(binder.condition(having)?)
        }
        None => None,
    };
    for (expr, name) in exprs.iter().zip(&names) {
        grouping.name(expr, name);
    }
    let grouped = grouping.build(plan)?;
    let having = having.map(|having| grouped.rewrite(having)).transpose()?;
    let exprs = exprs.into_iter().map(|expr| grouped.rewrite(expr)).collect::<SqlResult<Vec<_>>>()?;
    let plan = match having {
        Some(having) => Plan::filter(grouped.plan, having),
        None => grouped.plan,
    };
    Ok(Plan::project(plan, names.into_iter().zip(exprs).collect()))
}

fn group_key(item: &GroupItem, scope: &Scope, grouping: &mut Grouping) -> SqlResult<()> {
    let mut binder = ExprBinder::scalar(scope, "GROUP BY");
    let exprs: &[ast::Expr] = match item {
        GroupItem::Expr(expr) => std::slice::from_ref(expr),
        GroupItem::Set(exprs, _) => exprs,
        GroupItem::Sets { kind, position, .. } => {
            let what = match kind {
                GroupSets::GroupingSets => "GROUPING SETS",
                GroupSets::Cube => "CUBE",
                GroupSets::Rollup => "ROLLUP",
            };
            return Err(SqlError::not_offered(*position, what));
        }
    };
    for expr in exprs {
        if let Some((name, call)) = group_window_name(expr) {
            if grouping.window.is_some() {
                return Err(SqlError::at(expr.position, "a query groups by at most one window"));
            }
            grouping.window = Some(binder.group_window(name, call)?);
            continue;
        }
        let key = binder.bind_typed(expr)?;
        if !grouping.keys.contains(&key) {
            grouping.keys.push(key);
        }
    }
    Ok(())
}

/// SELECT DISTINCT: a group of every column, per window where the columns hold its start and its end.
fn distinct(plan: Plan, position: Position) -> SqlResult<Plan> {
    let columns = plan.schema.clone();
    let mut grouping = Grouping::new(columns.len(), position);
    grouping.keys.extend(
        columns.iter().enumerate().map(|(index, column)| Expr::column(index, column.data_type.clone())),
    );
    let keys = grouping.keys.clone();
    let grouped = grouping.build(plan)?;
    let named =
        columns.iter().zip(keys).map(|(column, key)| Ok((column.name.clone(), grouped.rewrite(key)?)));
    let named = named.collect::<SqlResult<Vec<_>>>()?;
    Ok(Plan::project(grouped.plan, named))
}

/// The plan with its columns cast to these types.
pub(super) fn converted(plan: Plan, types: &[LogicalType]) -> Plan {
    let alike = plan.schema.iter().zip(types).all(|(column, logical)| column.data_type.logical == *logical);
    if alike {
        return plan;
    }
    let columns = plan.schema.clone();
    let exprs = columns.iter().zip(types).enumerate().map(|(index, (column, logical))| {
        (column.name.clone(), cast_to(Expr::column(index, column.data_type.clone()), logical))
    });
    Plan::project(plan, exprs.collect())
}

/// What SELECT without FROM reads: one row.
fn one_row() -> Plan {
    let zero = Expr::literal(Value::Int(0), LogicalType::Int);
    let column = Column::new("ZERO", zero.data_type.clone());
    Plan::values(vec![vec![zero]], vec![column])
}

fn values(rows: &[ast::Expr], position: Position) -> SqlResult<Plan> {
    let scope = Scope::default();
    let mut binder = ExprBinder::scalar(&scope, "VALUES");
    let mut columns: Vec<Vec<Expr>> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let items = match &row.kind {
            ast::ExprKind::Row(items) => items.as_slice(),
            _ => std::slice::from_ref(row),
        };
        if number == 0 {
            columns.resize_with(items.len(), Vec::new);
        } else if columns.len() != items.len() {
            let message = format!("this row has {} values, the first has {}", items.len(), columns.len());
            return Err(SqlError::at(row.position, message));
        }
        for (column, item) in columns.iter_mut().zip(items) {
            column.push(binder.bind(item)?);
        }
    }
    let mut schema = Vec::with_capacity(columns.len());
    let mut converted: Vec<Vec<Expr>> = Vec::with_capacity(columns.len());
    for (index, column) in columns.into_iter().enumerate() {
        let nullable = column.iter().any(|value| value.data_type.nullable);
        let (column, logical) = to_common(column, position, &format!("column {} of VALUES", index + 1))?;
        if logical == LogicalType::Null {
            let error = SqlError::at(position, format!("column {} of VALUES holds only NULL", index + 1));
            return Err(error.with_hint("write CAST(NULL AS type)"));
        }
        schema.push(Column::new(format!("EXPR${index}"), logical.with_nullability(nullable)));
        converted.push(column);
    }
    let row = |number: usize| converted.iter().map(|column| column[number].clone()).collect();
    Ok(Plan::values((0..rows.len()).map(row).collect(), schema))
}

/// The items with every star written out.
fn expanded<'a>(items: &'a [SelectItem], scope: &Scope) -> SqlResult<Vec<Item<'a>>> {
    let mut expanded = Vec::with_capacity(items.len());
    for item in items {
        match item {
            SelectItem::Expr { expr, .. } => expanded.push(Item::Expr(expr)),
            SelectItem::Wildcard { qualifier, position } => {
                let relation = qualifier.as_ref().map(ast::Name::last);
                let before = expanded.len();
                for (index, column) in scope.columns.iter().enumerate() {
                    if relation.is_none_or(|relation| column.relation.as_deref() == Some(relation)) {
                        expanded.push(Item::Column(index, *position));
                    }
                }
                if expanded.len() == before {
                    let message = match relation {
                        Some(relation) => format!("unknown table '{relation}'"),
                        None => "there is nothing in FROM that * could stand for".to_owned(),
                    };
                    return Err(SqlError::at(*position, message));
                }
            }
        }
    }
    Ok(expanded)
}

/// The output columns' names: the alias, the column's own, or `EXPR$3`.
fn names(written: &[SelectItem], items: &[Item<'_>], scope: &Scope) -> Vec<String> {
    let mut aliases = written.iter().filter_map(|item| match item {
        SelectItem::Expr { alias, .. } => Some(alias.as_ref()),
        SelectItem::Wildcard { .. } => None,
    });
    let name = |(place, item): (usize, &Item<'_>)| match item {
        Item::Column(index, _) => scope.columns[*index].name.clone(),
        Item::Expr(expr) => match (aliases.next().flatten(), &expr.kind) {
            (Some(alias), _) => alias.value.clone(),
            (None, ast::ExprKind::Column(name)) => name.last().to_owned(),
            (None, ast::ExprKind::Field { field, .. }) => field.value.clone(),
            _ => format!("EXPR${place}"),
        },
    };
    items.iter().enumerate().map(name).collect()
}

/// `page, page` becomes `page, page0`, as Calcite does.
fn unique_names(names: Vec<String>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let mut unique = name.clone();
        let mut number = 0;
        while taken.contains(&unique) {
            unique = format!("{name}{number}");
            number += 1;
        }
        taken.push(unique);
    }
    taken
}

/// Whether an aggregate is called anywhere in the expression.
fn has_aggregate(expr: &ast::Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |expr| {
        if let ast::ExprKind::Call(call) = &expr.kind {
            found |= call.over.is_none() && aggregate_named(&call.name.last().to_ascii_uppercase()).is_some();
        }
    });
    found
}
