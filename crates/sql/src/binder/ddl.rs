//! CREATE and DROP: definitions checked as a whole, so that a table that exists can be read.

use std::collections::{BTreeMap, HashSet};

use super::expr::ExprBinder;
use super::relation::Relations;
use super::scope::Scope;
use super::suggest::nearest;
use super::types::bind_type;
use super::{Bound, StatementBinder, unknown_table};
use crate::ast::{self, CreateTable, CreateView, Ident, LikeFeature, LikeMerging, LikeRule};
use crate::error::{SqlError, SqlResult};
use crate::plan::Column;
use crate::table::{ColumnKind, Places, TableColumn, TableDef, ViewDef, WatermarkDef};
use crate::types::{LogicalType, ROWTIME_PRECISION_MAX};

impl StatementBinder<'_> {
    pub(super) fn create_table(&self, create: &CreateTable) -> SqlResult<Bound> {
        let mut table = TableDef {
            name: create.name.last().to_owned(),
            columns: Vec::new(),
            watermark: None,
            primary_key: Vec::new(),
            partitioned_by: Vec::new(),
            options: options(&create.options)?,
            comment: create.comment.clone(),
            temporary: create.temporary,
            places: places_of(create),
        };
        if let Some(like) = &create.like {
            self.copy_like(&mut table, like)?;
        }
        stored_columns(&mut table, &create.columns)?;
        computed_columns(&mut table, &create.columns)?;
        in_declared_order(&mut table, &create.columns);
        if let Some(watermark) = &create.watermark {
            table.watermark = Some(bind_watermark(&table, watermark)?);
        }
        if let Some(key) = &create.primary_key {
            primary_key(&mut table, key)?;
        }
        if !create.partitioned_by.is_empty() {
            let names = create.partitioned_by.iter().map(|name| physical(&table, name, "PARTITIONED BY"));
            table.partitioned_by = names.collect::<SqlResult<_>>()?;
        }
        if table.columns.is_empty() {
            return Err(SqlError::at(create.name.position(), "a table needs at least one column"));
        }
        if !table.options.contains_key("connector") {
            let message = format!("table '{}' has no 'connector' in WITH (…)", table.name);
            return Err(SqlError::at(create.name.position(), message)
                .with_hint("say what it is stored in: 'connector' = 'kinesis'"));
        }
        Ok(Bound::CreateTable { table, if_not_exists: create.if_not_exists })
    }

    pub(super) fn create_view(&self, create: &CreateView) -> SqlResult<Bound> {
        let plan = Relations::new(self.catalog).query(&create.query)?;
        if !create.columns.is_empty() && create.columns.len() != plan.schema.len() {
            let message = format!(
                "the view names {} columns, its query has {}",
                create.columns.len(),
                plan.schema.len()
            );
            return Err(SqlError::at(create.columns[0].position, message));
        }
        let view = ViewDef {
            name: create.name.last().to_owned(),
            columns: create.columns.iter().map(|name| name.value.clone()).collect(),
            sql: create.query_text.clone(),
            comment: create.comment.clone(),
            temporary: create.temporary,
        };
        Ok(Bound::CreateView { view, if_not_exists: create.if_not_exists })
    }

    pub(super) fn drop_table(&self, drop: &ast::Drop) -> SqlResult<Bound> {
        if self.catalog.table(drop.name.last()).is_none() {
            if self.catalog.view(drop.name.last()).is_some() {
                let message = format!("'{}' is a view", drop.name.last());
                return Err(SqlError::at(drop.name.position(), message).with_hint("write DROP VIEW"));
            }
            if !drop.if_exists {
                return Err(unknown_table(self.catalog, &drop.name));
            }
        }
        Ok(Bound::DropTable { name: drop.name.last().to_owned(), if_exists: drop.if_exists })
    }

    pub(super) fn drop_view(&self, drop: &ast::Drop) -> SqlResult<Bound> {
        if self.catalog.view(drop.name.last()).is_none() {
            if self.catalog.table(drop.name.last()).is_some() {
                let message = format!("'{}' is a table", drop.name.last());
                return Err(SqlError::at(drop.name.position(), message).with_hint("write DROP TABLE"));
            }
            if !drop.if_exists {
                return Err(unknown_table(self.catalog, &drop.name));
            }
        }
        Ok(Bound::DropView { name: drop.name.last().to_owned(), if_exists: drop.if_exists })
    }

    fn copy_like(&self, table: &mut TableDef, like: &ast::Like) -> SqlResult<()> {
        let Some(base) = self.catalog.table(like.table.last()) else {
            return Err(unknown_table(self.catalog, &like.table));
        };
        let merging = |feature| merging_of(&like.rules, feature);
        if let Some(rule) = like.rules.iter().find(|rule| rule.feature == LikeFeature::Distribution) {
            return Err(SqlError::not_offered(rule.position, "DISTRIBUTION in LIKE"));
        }
        let kept = base.columns.iter().filter(|column| match column.kind {
            ColumnKind::Physical => true,
            ColumnKind::Metadata { .. } => merging(LikeFeature::Metadata) != LikeMerging::Excluding,
            ColumnKind::Computed { .. } => merging(LikeFeature::Generated) != LikeMerging::Excluding,
        });
        table.columns.extend(kept.cloned());
        if merging(LikeFeature::Watermarks) != LikeMerging::Excluding {
            table.watermark = base.watermark.clone();
        }
        if merging(LikeFeature::Constraints) != LikeMerging::Excluding {
            table.primary_key = base.primary_key.clone();
        }
        if merging(LikeFeature::Partitions) != LikeMerging::Excluding {
            table.partitioned_by = base.partitioned_by.clone();
        }
        match merging(LikeFeature::Options) {
            LikeMerging::Excluding => {}
            LikeMerging::Including => {
                if let Some(twice) = base.options.keys().find(|key| table.options.contains_key(*key)) {
                    let message = format!("option '{twice}' is in both tables");
                    let hint = "say OVERWRITING OPTIONS to prefer this table's";
                    return Err(SqlError::at(like.table.position(), message).with_hint(hint));
                }
                table.options.extend(base.options.clone());
                table.places.options.extend(base.places.options.clone());
            }
            LikeMerging::Overwriting => {
                for (key, value) in &base.options {
                    if !table.options.contains_key(key) {
                        table.options.insert(key.clone(), value.clone());
                        let place = base.places.options.get(key).map(|place| (key.clone(), *place));
                        table.places.options.extend(place);
                    }
                }
            }
        }
        Ok(())
    }
}

/// What LIKE does with a feature: its own rule, else that of ALL, else Flink's default.
fn merging_of(rules: &[LikeRule], feature: LikeFeature) -> LikeMerging {
    let rule = |wanted| rules.iter().rev().find(|rule| rule.feature == wanted).map(|rule| rule.merging);
    let default = match feature {
        LikeFeature::Options => LikeMerging::Overwriting,
        _ => LikeMerging::Including,
    };
    rule(feature).or(rule(LikeFeature::All)).unwrap_or(default)
}

fn options(options: &[ast::TableOption]) -> SqlResult<BTreeMap<String, String>> {
    let mut map = BTreeMap::new();
    for option in options {
        if map.insert(option.key.clone(), option.value.clone()).is_some() {
            return Err(SqlError::at(option.position, format!("option '{}' is given twice", option.key)));
        }
    }
    Ok(map)
}

fn places_of(create: &CreateTable) -> Places {
    let mut places = Places { defined: create.name.position(), ..Places::default() };
    places.add_options(&create.options);
    let columns = create.columns.iter().map(|column| (column.name.value.clone(), column.name.position));
    places.columns.extend(columns);
    places
}

/// Physical and metadata columns.
fn stored_columns(table: &mut TableDef, columns: &[ast::ColumnDef]) -> SqlResult<()> {
    let mut seen: HashSet<String> = table.columns.iter().map(|column| column.name.clone()).collect();
    for column in columns {
        if !seen.insert(column.name.value.clone()) {
            let message = format!("column '{}' is declared twice", column.name.value);
            return Err(SqlError::at(column.name.position, message));
        }
        let (data_type, kind) = match &column.kind {
            ast::ColumnKind::Physical { data_type, .. } => (bind_type(data_type)?, ColumnKind::Physical),
            ast::ColumnKind::Metadata { data_type, key, is_virtual } => {
                let key = key.clone().unwrap_or_else(|| column.name.value.clone());
                (bind_type(data_type)?, ColumnKind::Metadata { key, is_virtual: *is_virtual })
            }
            ast::ColumnKind::Computed(_) => continue,
        };
        let (name, comment) = (column.name.value.clone(), column.comment.clone());
        table.columns.push(TableColumn { name, data_type, kind, comment });
    }
    Ok(())
}

/// Computed columns, over the stored ones.
fn computed_columns(table: &mut TableDef, columns: &[ast::ColumnDef]) -> SqlResult<()> {
    let stored: Vec<Column> = table
        .columns
        .iter()
        .filter(|column| !matches!(column.kind, ColumnKind::Computed { .. }))
        .map(|column| Column::new(&column.name, column.data_type.clone()))
        .collect();
    let scope = Scope::of_columns(&stored, Some(&table.name));
    for column in columns {
        let ast::ColumnKind::Computed(expr) = &column.kind else { continue };
        let bound = ExprBinder::scalar(&scope, "a computed column").bind_typed(expr)?;
        table.columns.push(TableColumn {
            name: column.name.value.clone(),
            data_type: bound.data_type,
            kind: ColumnKind::Computed { sql: ast::display::expr(expr) },
            comment: column.comment.clone(),
        });
    }
    Ok(())
}

/// Columns as they are declared, those of LIKE first.
fn in_declared_order(table: &mut TableDef, columns: &[ast::ColumnDef]) {
    let place = |column: &TableColumn| {
        columns.iter().position(|declared| declared.name.value == column.name).map_or(0, |place| place + 1)
    };
    table.columns.sort_by_key(place);
}

fn bind_watermark(table: &TableDef, watermark: &ast::Watermark) -> SqlResult<WatermarkDef> {
    let position = watermark.column.position();
    if watermark.column.0.len() > 1 {
        return Err(SqlError::not_offered(position, "a watermark for a field of a row"));
    }
    let name = watermark.column.last();
    let Some(column) = table.column(name) else {
        let error = SqlError::at(position, format!("unknown column '{name}'"));
        return Err(nearest(error, name, table.columns.iter().map(|column| column.name.as_str())));
    };
    let time = &column.data_type.logical;
    let fits = match time {
        LogicalType::Timestamp(digits) | LogicalType::TimestampLtz(digits) => {
            *digits <= ROWTIME_PRECISION_MAX
        }
        _ => false,
    };
    if !fits {
        let message = format!("the event time '{name}' is TIMESTAMP(3) or TIMESTAMP_LTZ(3), not {time}");
        let hint = match time {
            LogicalType::Timestamp(_) => "declare it with at most 3 fractional digits: TIMESTAMP(3)",
            LogicalType::TimestampLtz(_) => "declare it with at most 3 fractional digits: TIMESTAMP_LTZ(3)",
            LogicalType::BigInt => "add a computed column: ts AS TO_TIMESTAMP_LTZ(millis, 3)",
            _ => "add a computed column: ts AS TO_TIMESTAMP(text)",
        };
        return Err(SqlError::at(position, message).with_hint(hint));
    }
    let columns: Vec<Column> =
        table.columns.iter().map(|column| Column::new(&column.name, column.data_type.clone())).collect();
    let scope = Scope::of_columns(&columns, Some(&table.name));
    let bound = ExprBinder::scalar(&scope, "WATERMARK").bind_typed(&watermark.expr)?;
    let same_kind = matches!(
        (&bound.data_type.logical, time),
        (LogicalType::Timestamp(_), LogicalType::Timestamp(_))
            | (LogicalType::TimestampLtz(_), LogicalType::TimestampLtz(_))
    );
    if !same_kind {
        let message = format!("the watermark is {}, its column {time}", bound.data_type.logical);
        let hint = format!("write it as {name} - INTERVAL '5' SECOND");
        return Err(SqlError::at(watermark.expr.position, message).with_hint(hint));
    }
    Ok(WatermarkDef { column: name.to_owned(), sql: ast::display::expr(&watermark.expr) })
}

fn primary_key(table: &mut TableDef, key: &ast::PrimaryKey) -> SqlResult<()> {
    if key.enforced {
        return Err(SqlError::at(key.position, "a primary key cannot be checked on a stream")
            .with_hint("write PRIMARY KEY (…) NOT ENFORCED"));
    }
    let mut names: Vec<String> = Vec::new();
    for name in &key.columns {
        let name = physical(table, name, "PRIMARY KEY")?;
        if names.contains(&name) {
            return Err(SqlError::at(key.position, format!("column '{name}' is in the primary key twice")));
        }
        names.push(name);
    }
    for column in &mut table.columns {
        column.data_type.nullable &= !names.contains(&column.name);
    }
    table.primary_key = names;
    Ok(())
}

fn physical(table: &TableDef, name: &Ident, clause: &str) -> SqlResult<String> {
    match table.column(&name.value) {
        Some(TableColumn { kind: ColumnKind::Physical, .. }) => Ok(name.value.clone()),
        Some(_) => Err(SqlError::at(
            name.position,
            format!("{clause} takes physical columns, '{}' is none", name.value),
        )),
        None => {
            let error = SqlError::at(name.position, format!("unknown column '{}'", name.value));
            Err(nearest(error, &name.value, table.columns.iter().map(|column| column.name.as_str())))
        }
    }
}
