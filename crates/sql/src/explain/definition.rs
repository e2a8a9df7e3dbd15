//! `DESCRIBE` and `SHOW CREATE TABLE`: definitions as rows and as the statement that makes them again.

use std::sync::Arc;

use crate::ast::display::{ident, string};
use crate::plan::{Schema, TimeAttribute};
use crate::table::{ColumnKind, TableColumn, TableDef, ViewDef};
use crate::types::DataType;

/// A table or view that a statement names.
#[derive(Clone, Debug)]
pub enum Definition {
    Table(Arc<TableDef>),
    View { view: Arc<ViewDef>, schema: Schema },
}

/// One row of `DESCRIBE`, its columns those of Flink's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedColumn {
    pub name: String,
    /// Without NOT NULL, which stands in `null`; with `*ROWTIME*` or `*PROCTIME*` for time attributes.
    pub data_type: String,
    pub null: bool,
    /// `PRI(id)`
    pub key: Option<String>,
    /// `AS …` of computed columns, `METADATA …` of metadata.
    pub extras: Option<String>,
    pub watermark: Option<String>,
    pub comment: Option<String>,
}

/// The rows of `DESCRIBE`.
pub fn describe(definition: &Definition) -> Vec<DescribedColumn> {
    match definition {
        Definition::Table(table) => table.columns.iter().map(|column| described(table, column)).collect(),
        Definition::View { schema, .. } => schema
            .iter()
            .map(|column| DescribedColumn {
                name: column.name.clone(),
                data_type: type_text(&column.data_type, column.time),
                null: column.data_type.nullable,
                key: None,
                extras: None,
                watermark: None,
                comment: None,
            })
            .collect(),
    }
}

fn described(table: &TableDef, column: &TableColumn) -> DescribedColumn {
    let watermark = table.watermark.as_ref().filter(|watermark| watermark.column == column.name);
    let is_proctime =
        matches!(&column.kind, ColumnKind::Computed { sql } if sql.eq_ignore_ascii_case("PROCTIME()"));
    let time = match (watermark, is_proctime) {
        (Some(_), _) => Some(TimeAttribute::Rowtime),
        (None, true) => Some(TimeAttribute::Proctime),
        (None, false) => None,
    };
    let in_key = table.primary_key.contains(&column.name);
    DescribedColumn {
        name: column.name.clone(),
        data_type: type_text(&column.data_type, time),
        null: column.data_type.nullable,
        key: in_key.then(|| format!("PRI({})", table.primary_key.join(", "))),
        extras: match &column.kind {
            ColumnKind::Physical => None,
            ColumnKind::Computed { sql } => Some(format!("AS {sql}")),
            ColumnKind::Metadata { .. } => Some(metadata_text(column)),
        },
        watermark: watermark.map(|watermark| watermark.sql.clone()),
        comment: column.comment.clone(),
    }
}

fn type_text(data_type: &DataType, time: Option<TimeAttribute>) -> String {
    let time = match time {
        Some(TimeAttribute::Rowtime) => " *ROWTIME*",
        Some(TimeAttribute::Proctime) => " *PROCTIME*",
        None => "",
    };
    format!("{}{time}", data_type.logical)
}

fn metadata_text(column: &TableColumn) -> String {
    let ColumnKind::Metadata { key, is_virtual } = &column.kind else { return String::new() };
    let from = if *key == column.name { String::new() } else { format!(" FROM {}", string(key)) };
    format!("METADATA{from}{}", if *is_virtual { " VIRTUAL" } else { "" })
}

/// The statement that makes the definition again, which parses and binds to the same.
pub fn show_create(definition: &Definition) -> String {
    match definition {
        Definition::Table(table) => create_table(table),
        Definition::View { view, .. } => create_view(view),
    }
}

fn create_table(table: &TableDef) -> String {
    let mut elements: Vec<String> = table.columns.iter().map(column_text).collect();
    if let Some(watermark) = &table.watermark {
        elements.push(format!("WATERMARK FOR {} AS {}", ident(&watermark.column), watermark.sql));
    }
    if !table.primary_key.is_empty() {
        elements.push(format!("PRIMARY KEY ({}) NOT ENFORCED", names(&table.primary_key)));
    }
    let temporary = if table.temporary { "TEMPORARY " } else { "" };
    let mut text =
        format!("CREATE {temporary}TABLE {} (\n  {}\n)\n", ident(&table.name), elements.join(",\n  "));
    if let Some(comment) = &table.comment {
        text.push_str(&format!("COMMENT {}\n", string(comment)));
    }
    if !table.partitioned_by.is_empty() {
        text.push_str(&format!("PARTITIONED BY ({})\n", names(&table.partitioned_by)));
    }
    let options: Vec<String> =
        table.options.iter().map(|(key, value)| format!("{} = {}", string(key), string(value))).collect();
    text.push_str(&format!("WITH (\n  {}\n)", options.join(",\n  ")));
    text
}

fn create_view(view: &ViewDef) -> String {
    let temporary = if view.temporary { "TEMPORARY " } else { "" };
    let columns =
        if view.columns.is_empty() { String::new() } else { format!(" ({})", names(&view.columns)) };
    let comment =
        view.comment.as_ref().map(|comment| format!("\nCOMMENT {}", string(comment))).unwrap_or_default();
    format!("CREATE {temporary}VIEW {}{columns}{comment}\nAS {}", ident(&view.name), view.sql)
}

fn column_text(column: &TableColumn) -> String {
    let name = ident(&column.name);
    let comment =
        column.comment.as_ref().map(|comment| format!(" COMMENT {}", string(comment))).unwrap_or_default();
    match &column.kind {
        ColumnKind::Physical => format!("{name} {}{comment}", column.data_type),
        ColumnKind::Metadata { .. } => {
            format!("{name} {} {}{comment}", column.data_type, metadata_text(column))
        }
        ColumnKind::Computed { sql } => format!("{name} AS {sql}{comment}"),
    }
}

fn names(names: &[String]) -> String {
    names.iter().map(|name| ident(name)).collect::<Vec<_>>().join(", ")
}
