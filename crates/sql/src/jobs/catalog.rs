//! What others may know of the catalog: the columns a table's records have, for a delivery that converts them.

use std::sync::Arc;

use arrow_schema::{Schema, SchemaRef};
use headwater_types::Scope;

use super::Jobs;
use crate::error::SqlError;
use crate::table::ColumnKind;

/// Flink's name of the database that tables are in when none is named.
const DEFAULT_DATABASE: &str = "default_database";

impl Jobs {
    /// The physical columns of a table as Arrow fields, in the order of their declaration. There is one database; `default` and
    /// `default_database` both name it.
    pub async fn table_schema(
        &self,
        scope: &Scope,
        database: &str,
        table: &str,
    ) -> Result<SchemaRef, SqlError> {
        if ![DEFAULT_DATABASE, "default"].contains(&database) {
            let message = format!("database '{database}' does not exist");
            return Err(SqlError::nowhere(message).with_hint(format!("the database is '{DEFAULT_DATABASE}'")));
        }
        let session = self.load_session(scope).await?;
        let found = session.tables.get(table);
        let table = found.ok_or_else(|| SqlError::nowhere(format!("table '{table}' does not exist")))?;
        let physical = table.columns.iter().filter(|column| column.kind == ColumnKind::Physical);
        let fields: Vec<_> = physical.map(|column| column.data_type.to_arrow_field(&column.name)).collect();
        Ok(Arc::new(Schema::new(fields)))
    }
}
