//! What names mean in a place of a query.

use std::sync::Arc;

use super::suggest::nearest;
use crate::ast::{Ident, Name};
use crate::error::{SqlError, SqlResult};
use crate::expr::{Expr, ExprKind};
use crate::plan::{Column, Plan, TimeAttribute};
use crate::types::{DataType, LogicalType};

/// The columns of a plan under the names of their relations. Column i of the scope is column i of the plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub columns: Vec<ScopeColumn>,
}

#[derive(Clone, Debug)]
pub(super) struct ScopeColumn {
    /// The table's name or alias; None inside a definition.
    pub relation: Option<Arc<str>>,
    pub name: String,
    pub data_type: DataType,
    pub time: Option<TimeAttribute>,
}

impl Scope {
    pub(super) fn of_plan(plan: &Plan, relation: Option<&str>) -> Self {
        Self::of_columns(&plan.schema, relation)
    }

    pub(super) fn of_columns(columns: &[Column], relation: Option<&str>) -> Self {
        let relation: Option<Arc<str>> = relation.map(Arc::from);
        let columns = columns.iter().map(|column| ScopeColumn {
            relation: relation.clone(),
            name: column.name.clone(),
            data_type: column.data_type.clone(),
            time: column.time,
        });
        Self { columns: columns.collect() }
    }

    pub(super) fn column(&self, index: usize) -> Expr {
        Expr::column(index, self.columns[index].data_type.clone())
    }

    /// The column, or field of a column, that a dotted name means. A first part that is a relation's name is taken as such.
    pub(super) fn resolve(&self, name: &Name) -> SqlResult<Expr> {
        let (index, fields) = self.resolve_column(name)?;
        fields.iter().try_fold(self.column(index), field_of)
    }

    fn resolve_column<'n>(&self, name: &'n Name) -> SqlResult<(usize, &'n [Ident])> {
        let parts = &name.0;
        // `t.a`, `a`, `db.t.a`, `catalog.db.t.a`: the number of parts that qualify the column.
        for qualifiers in [1, 0, 2, 3] {
            let Some(column) = parts.get(qualifiers) else { continue };
            let relation = qualifiers.checked_sub(1).map(|last| parts[last].value.as_str());
            if let Some(index) = self.find(relation, column)? {
                return Ok((index, &parts[qualifiers + 1..]));
            }
        }
        Err(self.unknown(name))
    }

    fn find(&self, relation: Option<&str>, column: &Ident) -> SqlResult<Option<usize>> {
        let matches = |c: &ScopeColumn| {
            c.name == column.value && relation.is_none_or(|relation| c.relation.as_deref() == Some(relation))
        };
        let mut found = self.columns.iter().enumerate().filter(|(_, c)| matches(c));
        let first = found.next();
        match (first, found.next()) {
            (Some((_, first)), Some((_, second))) => {
                let side = |c: &ScopeColumn| c.relation.as_deref().unwrap_or("the query").to_owned();
                let message = format!(
                    "column '{}' is ambiguous: it is in {} and in {}",
                    column.value,
                    side(first),
                    side(second)
                );
                Err(SqlError::at(column.position, message).with_hint("qualify it with the table's alias"))
            }
            (first, _) => Ok(first.map(|(index, _)| index)),
        }
    }

    fn unknown(&self, name: &Name) -> SqlError {
        let parts = &name.0;
        let relations = self.columns.iter().filter_map(|c| c.relation.as_deref());
        if parts.len() > 1 && !relations.clone().any(|r| r == parts[0].value) {
            let message = format!("unknown table or column '{}'", parts[0].value);
            let known = relations.chain(self.columns.iter().map(|c| c.name.as_str()));
            return nearest(SqlError::at(parts[0].position, message), &parts[0].value, known);
        }
        let column = if parts.len() > 1 { &parts[1] } else { &parts[0] };
        let error = SqlError::at(column.position, format!("unknown column '{}'", column.value));
        nearest(error, &column.value, self.columns.iter().map(|c| c.name.as_str()))
    }
}

/// `expression.field`
pub(super) fn field_of(input: Expr, field: &Ident) -> SqlResult<Expr> {
    let LogicalType::Row(fields) = &input.data_type.logical else {
        let message =
            format!("'{}' is no field: what stands before it is {}", field.value, input.data_type.logical);
        return Err(SqlError::at(field.position, message));
    };
    let Some(index) = fields.iter().position(|f| f.name == field.value) else {
        let error = SqlError::at(field.position, format!("unknown field '{}'", field.value));
        return Err(nearest(error, &field.value, fields.iter().map(|f| f.name.as_str())));
    };
    let data_type = fields[index].data_type.clone().or_nullable(input.data_type.nullable);
    Ok(Expr { kind: ExprKind::Field { input: Box::new(input), index }, data_type })
}
