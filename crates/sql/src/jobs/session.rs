//! Tables, views and settings as one text of statements sees them, and what statements that run no job answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use headwater_types::Scope;
use serde::{Deserialize, Serialize};

use super::settings::SettingsMap;
use super::settings_known;
use crate::ast::{Statement, TableOption};
use crate::binder::{Bound, Definition, bind};
use crate::connector;
use crate::error::SqlError;
use crate::plan::{ChangelogMode, Plan, PlanNode, Schema};
use crate::table::{CatalogView, TableDef, ViewDef};

/// What a statement is bound against. Cheap enough to be stored with each job, so that a job comes back as it was bound whatever happened
/// to the catalog since.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Session {
    pub tables: BTreeMap<String, TableDef>,
    pub views: BTreeMap<String, ViewDef>,
    pub settings: SettingsMap,
}

/// What became of one statement.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Nothing to show but that it is done: `table created`.
    Done(String),
    /// Lines to show: of EXPLAIN, SHOW CREATE TABLE.
    Text(String),
    /// A table to show: of SHOW TABLES, DESCRIBE, SET.
    Listing { columns: Vec<String>, rows: Vec<Vec<String>> },
    /// Plans to be run together as one job: the sinks of an INSERT or statement set, or one query.
    Run(Vec<Plan>),
}

/// A change of what is kept beyond the session.
#[derive(Clone, Debug)]
pub enum CatalogChange {
    Table(TableDef),
    View(ViewDef),
    DroppedTable(String),
    DroppedView(String),
}

impl CatalogView for Session {
    fn table(&self, name: &str) -> Option<Arc<TableDef>> {
        self.tables.get(name).cloned().map(Arc::new)
    }

    fn view(&self, name: &str) -> Option<Arc<ViewDef>> {
        self.views.get(name).cloned().map(Arc::new)
    }

    fn names(&self) -> Vec<String> {
        self.tables.keys().chain(self.views.keys()).cloned().collect()
    }

    fn source_is_bounded(&self, table: &TableDef) -> bool {
        connector::is_bounded(table)
    }

    fn sink_accepts(&self, table: &TableDef) -> ChangelogMode {
        connector::sink_accepts(table)
    }
}

impl Session {
    /// Binds a statement and does what it does to the session; changes to be kept are added to `changes`.
    pub fn execute(
        &mut self,
        statement: &Statement,
        changes: &mut Vec<CatalogChange>,
    ) -> Result<Outcome, SqlError> {
        let done = |text: String| Ok(Outcome::Done(text));
        match bind(statement, self)? {
            Bound::Query(plan) => Ok(Outcome::Run(vec![plan])),
            Bound::Insert(plans) => Ok(Outcome::Run(plans)),
            Bound::Explain(explain) => {
                Ok(Outcome::Text(crate::explain::explain(&explain.plans, explain.changelog_mode)))
            }
            Bound::CreateTable { table, if_not_exists } => {
                connector::check_definition(&table, &Scope::default())?;
                if self.exists(&table.name) {
                    let same = self.tables.get(&table.name) == Some(&table);
                    return already_there("table", &table.name, same, if_not_exists, statement);
                }
                let message = format!("table '{}' created", table.name);
                if !table.temporary {
                    changes.push(CatalogChange::Table(table.clone()));
                }
                self.tables.insert(table.name.clone(), table);
                done(message)
            }
            Bound::CreateView { view, if_not_exists } => {
                if self.exists(&view.name) {
                    let same = self.views.get(&view.name).is_some_and(|known| known.sql == view.sql);
                    return already_there("view", &view.name, same, if_not_exists, statement);
                }
                let message = format!("view '{}' created", view.name);
                if !view.temporary {
                    changes.push(CatalogChange::View(view.clone()));
                }
                self.views.insert(view.name.clone(), view);
                done(message)
            }
            Bound::DropTable { name, .. } => {
                if self.tables.remove(&name).is_some_and(|table| !table.temporary) {
                    changes.push(CatalogChange::DroppedTable(name.clone()));
                }
                done(format!("table '{name}' dropped"))
            }
            Bound::DropView { name, .. } => {
                if self.views.remove(&name).is_some_and(|view| !view.temporary) {
                    changes.push(CatalogChange::DroppedView(name.clone()));
                }
                done(format!("view '{name}' dropped"))
            }
            Bound::Set(None) => {
                Ok(listing(&["key", "value"], self.settings.clone().into_iter().map(|(k, v)| vec![k, v])))
            }
            Bound::Set(Some(TableOption { key, value, position, value_position })) => {
                settings_known::check_name(&key).map_err(|error| error.moved_to(position))?;
                let before = self.settings.insert(key.clone(), value.clone());
                if let Err(error) = settings_known::check_value(&self.settings, &key) {
                    match before {
                        Some(before) => self.settings.insert(key, before),
                        None => self.settings.remove(&key),
                    };
                    return Err(error.moved_to(value_position));
                }
                done(format!("'{key}' is '{value}'"))
            }
            Bound::Reset(None) => {
                self.settings.clear();
                done("settings reset".to_owned())
            }
            Bound::Reset(Some(key)) => {
                settings_known::check_name(&key.value).map_err(|error| error.moved_to(key.position))?;
                self.settings.remove(&key.value);
                done(format!("'{}' reset", key.value))
            }
            Bound::ShowTables => {
                Ok(listing(&["table name"], self.names().into_iter().map(|name| vec![name])))
            }
            Bound::ShowViews => Ok(listing(&["view name"], self.views.keys().map(|name| vec![name.clone()]))),
            Bound::ShowFunctions => {
                let names = crate::functions::function_names().into_iter().map(|name| vec![name.to_owned()]);
                Ok(listing(&["function name"], names))
            }
            Bound::ShowCreateTable(definition) => Ok(Outcome::Text(create_text(&definition))),
            Bound::Describe(definition) => Ok(described(&definition)),
        }
    }

    fn exists(&self, name: &str) -> bool {
        self.tables.contains_key(name) || self.views.contains_key(name)
    }
}

fn already_there(
    kind: &str,
    name: &str,
    same: bool,
    if_not_exists: bool,
    statement: &Statement,
) -> Result<Outcome, SqlError> {
    let word = kind.to_ascii_uppercase();
    if if_not_exists {
        return Ok(Outcome::Done(match same {
            true => format!("{kind} '{name}' exists already"),
            false => format!("{kind} '{name}' exists already with another definition, which stays as it is"),
        }));
    }
    let hint = match same {
        true => format!(
            "it is the same {kind}; with CREATE {word} IF NOT EXISTS the text can be run again as it stands"
        ),
        false => format!(
            "it has another definition (SHOW CREATE {word} {name}); DROP {word} {name} first, or use IF NOT EXISTS to \
             keep it; jobs that run keep the definition they began with"
        ),
    };
    Err(SqlError::at(statement.position, format!("a table or view '{name}' exists already")).with_hint(hint))
}

fn listing(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Outcome {
    Outcome::Listing { columns: columns.iter().map(|c| (*c).to_owned()).collect(), rows: rows.collect() }
}

fn described(definition: &Definition) -> Outcome {
    let row = |name: &str, data_type: &crate::types::DataType, extras: String| {
        let null = if data_type.nullable { "TRUE" } else { "FALSE" };
        vec![name.to_owned(), data_type.logical.to_string(), null.to_owned(), extras]
    };
    let rows: Vec<Vec<String>> = match definition {
        Definition::Table(table) => table
            .columns
            .iter()
            .map(|column| {
                let watermark = table.watermark.as_ref().filter(|w| w.column == column.name);
                let extras = match (&column.kind, watermark) {
                    (crate::table::ColumnKind::Computed { sql }, _) => format!("AS {sql}"),
                    (crate::table::ColumnKind::Metadata { key, .. }, _) => format!("METADATA FROM '{key}'"),
                    (_, Some(watermark)) => format!("WATERMARK AS {}", watermark.sql),
                    _ => String::new(),
                };
                row(&column.name, &column.data_type, extras)
            })
            .collect(),
        Definition::View { schema, .. } => view_rows(schema, row),
    };
    listing(&["name", "type", "null", "extras"], rows.into_iter())
}

fn view_rows(
    schema: &Schema,
    row: impl Fn(&str, &crate::types::DataType, String) -> Vec<String>,
) -> Vec<Vec<String>> {
    schema.iter().map(|column| row(&column.name, &column.data_type, String::new())).collect()
}

fn create_text(definition: &Definition) -> String {
    let quoted = |name: &str| format!("`{}`", name.replace('`', "``"));
    let table = match definition {
        Definition::View { view, .. } => {
            return format!("CREATE VIEW {} AS\n{}", quoted(&view.name), view.sql);
        }
        Definition::Table(table) => table,
    };
    let mut lines: Vec<String> = Vec::new();
    for column in &table.columns {
        lines.push(match &column.kind {
            crate::table::ColumnKind::Physical => format!("  {} {}", quoted(&column.name), column.data_type),
            crate::table::ColumnKind::Computed { sql } => format!("  {} AS {sql}", quoted(&column.name)),
            crate::table::ColumnKind::Metadata { key, is_virtual } => {
                let suffix = if *is_virtual { " VIRTUAL" } else { "" };
                format!("  {} {} METADATA FROM '{key}'{suffix}", quoted(&column.name), column.data_type)
            }
        });
    }
    if let Some(watermark) = &table.watermark {
        lines.push(format!("  WATERMARK FOR {} AS {}", quoted(&watermark.column), watermark.sql));
    }
    if !table.primary_key.is_empty() {
        let keys: Vec<String> = table.primary_key.iter().map(|key| quoted(key)).collect();
        lines.push(format!("  PRIMARY KEY ({}) NOT ENFORCED", keys.join(", ")));
    }
    let options = table.options.iter().map(|(k, v)| format!("  '{k}' = '{}'", v.replace('\'', "''")));
    let partitions = match table.partitioned_by.is_empty() {
        true => String::new(),
        false => format!(
            "PARTITIONED BY ({})\n",
            table.partitioned_by.iter().map(|p| quoted(p)).collect::<Vec<_>>().join(", ")
        ),
    };
    let temporary = if table.temporary { "TEMPORARY " } else { "" };
    format!(
        "CREATE {temporary}TABLE {} (\n{}\n)\n{partitions}WITH (\n{}\n)",
        quoted(&table.name),
        lines.join(",\n"),
        options.collect::<Vec<_>>().join(",\n")
    )
}

/// A job's purpose in a few words.
pub fn describe_plans(plans: &[Plan]) -> String {
    let mut sinks = Vec::new();
    let mut sources = Vec::new();
    for plan in plans {
        if let PlanNode::Sink { table, .. } = &plan.node {
            sinks.push(table.name.clone());
        }
        collect_sources(plan, &mut sources);
    }
    sources.sort_unstable();
    sources.dedup();
    match sinks.is_empty() {
        true => format!(
            "select from {}",
            if sources.is_empty() { "values".to_owned() } else { sources.join(", ") }
        ),
        false => format!("insert into {}", sinks.join(", ")),
    }
}

fn collect_sources(plan: &Plan, sources: &mut Vec<String>) {
    if let PlanNode::Scan { table, .. } = &plan.node {
        sources.push(table.name.clone());
    }
    plan.inputs().into_iter().for_each(|input| collect_sources(input, sources));
}
