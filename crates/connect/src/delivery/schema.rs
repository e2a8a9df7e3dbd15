//! Where data format conversion finds the columns of a table.

use arrow_schema::SchemaRef;
use async_trait::async_trait;
use headwater_types::Scope;

/// A catalog of tables. Headwater's is SQL's; whoever wires the server passes it in.
#[async_trait]
pub trait SchemaSource: Send + Sync + 'static {
    /// The columns of a table, or why they are not to be had, in words for the user.
    async fn columns(&self, scope: &Scope, database: &str, table: &str) -> Result<SchemaRef, String>;
}

/// A catalog without tables.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTables;

#[async_trait]
impl SchemaSource for NoTables {
    async fn columns(&self, _scope: &Scope, database: &str, table: &str) -> Result<SchemaRef, String> {
        Err(format!("there is no table {table} in database {database}"))
    }
}
