//! The syntax tree: what the text says, with the place of everything that can be wrong.
//!
//! Nothing is resolved here and nothing is guessed: a name is a list of identifiers, a literal is its text. The tree knows more of Flink's
//! grammar than the binder accepts. [`display`] writes any tree back as SQL.

pub mod display;
mod expr;
mod query;

pub use expr::*;
pub use query::*;

use crate::error::Position;

/// One identifier, unquoted: `value` is what the user means.
#[derive(Clone, Debug)]
pub struct Ident {
    pub value: String,
    pub position: Position,
}

/// `a.b.c`, never empty.
#[derive(Clone, Debug)]
pub struct Name(pub Vec<Ident>);

impl Name {
    pub fn position(&self) -> Position {
        self.0.first().map_or(Position::NONE, |ident| ident.position)
    }

    /// The last part: the object itself, without catalog and database.
    pub fn last(&self) -> &str {
        self.0.last().map_or("", |ident| &ident.value)
    }
}

#[derive(Clone, Debug)]
pub struct Statement {
    pub kind: StatementKind,
    pub position: Position,
    /// The statement as it was written, without the semicolon.
    pub text: String,
}

#[derive(Clone, Debug)]
pub enum StatementKind {
    CreateTable(CreateTable),
    CreateView(CreateView),
    DropTable(Drop),
    DropView(Drop),
    Insert(Insert),
    Query(Query),
    /// `EXECUTE STATEMENT SET BEGIN … END`, and the older `BEGIN STATEMENT SET; … END`.
    StatementSet(Vec<Insert>),
    Explain(Explain),
    /// `SET 'key' = 'value'`; `SET` alone lists.
    Set(Option<TableOption>),
    /// `RESET 'key'`; `RESET` alone resets all.
    Reset(Option<Ident>),
    ShowTables,
    ShowViews,
    ShowCreateTable(Name),
    ShowFunctions,
    Describe(Name),
}

#[derive(Clone, Debug)]
pub struct CreateTable {
    pub temporary: bool,
    pub if_not_exists: bool,
    pub name: Name,
    pub columns: Vec<ColumnDef>,
    pub watermark: Option<Watermark>,
    /// The columns and where `PRIMARY KEY` stands.
    pub primary_key: Option<PrimaryKey>,
    pub comment: Option<String>,
    pub partitioned_by: Vec<Ident>,
    pub options: Vec<TableOption>,
    pub like: Option<Like>,
}

#[derive(Clone, Debug)]
pub struct ColumnDef {
    pub name: Ident,
    pub kind: ColumnKind,
    pub comment: Option<String>,
}

#[derive(Clone, Debug)]
pub enum ColumnKind {
    Physical { data_type: TypeName, primary_key: Option<Position> },
    Metadata { data_type: TypeName, key: Option<String>, is_virtual: bool },
    Computed(Expr),
}

/// `WATERMARK FOR column AS expr`; the column may be a path into a row.
#[derive(Clone, Debug)]
pub struct Watermark {
    pub column: Name,
    pub expr: Expr,
}

#[derive(Clone, Debug)]
pub struct PrimaryKey {
    pub columns: Vec<Ident>,
    pub enforced: bool,
    pub position: Position,
}

/// `'key' = 'value'`: an option of a table or a setting.
#[derive(Clone, Debug)]
pub struct TableOption {
    pub key: String,
    pub value: String,
    pub position: Position,
    pub value_position: Position,
}

/// `LIKE table (INCLUDING ALL …)`
#[derive(Clone, Debug)]
pub struct Like {
    pub table: Name,
    pub rules: Vec<LikeRule>,
}

#[derive(Clone, Debug)]
pub struct LikeRule {
    pub merging: LikeMerging,
    pub feature: LikeFeature,
    pub position: Position,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LikeMerging {
    Including,
    Excluding,
    Overwriting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LikeFeature {
    All,
    Constraints,
    Distribution,
    Generated,
    Metadata,
    Options,
    Partitions,
    Watermarks,
}

#[derive(Clone, Debug)]
pub struct CreateView {
    pub temporary: bool,
    pub if_not_exists: bool,
    pub name: Name,
    pub columns: Vec<Ident>,
    pub comment: Option<String>,
    pub query: Query,
    /// The query as it was written.
    pub query_text: String,
}

#[derive(Clone, Debug)]
pub struct Drop {
    pub temporary: bool,
    pub if_exists: bool,
    pub name: Name,
}

#[derive(Clone, Debug)]
pub struct Insert {
    pub overwrite: bool,
    pub table: Name,
    pub hints: Vec<TableOption>,
    /// `PARTITION (k = literal, …)`
    pub partition: Vec<(Ident, Expr)>,
    /// `INSERT INTO t (a, b)`: which columns the query fills.
    pub columns: Vec<Ident>,
    pub query: Query,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub struct Explain {
    pub details: Vec<ExplainDetail>,
    pub statement: Box<Statement>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplainDetail {
    EstimatedCost,
    ChangelogMode,
    JsonExecutionPlan,
    PlanAdvice,
}

/// A type as written; precisions are checked when it is bound.
#[derive(Clone, Debug)]
pub struct TypeName {
    pub kind: TypeKind,
    /// None where the text says nothing, which means nullable.
    pub not_null: bool,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub enum TypeKind {
    /// A type with up to two numbers, under its canonical name: `DECIMAL(10, 2)`, `TIMESTAMP_LTZ(3)`, `INT`.
    Plain {
        name: PlainType,
        arguments: Vec<u32>,
    },
    Interval(IntervalUnits),
    Array(Box<TypeName>),
    Multiset(Box<TypeName>),
    Map(Box<TypeName>, Box<TypeName>),
    Row(Vec<RowFieldDef>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainType {
    Boolean,
    TinyInt,
    SmallInt,
    Int,
    BigInt,
    Float,
    Double,
    Decimal,
    Char,
    Varchar,
    String,
    Binary,
    Varbinary,
    Bytes,
    Date,
    Time,
    Timestamp,
    TimestampLtz,
}

#[derive(Clone, Debug)]
pub struct RowFieldDef {
    pub name: Ident,
    pub data_type: TypeName,
    pub comment: Option<String>,
}
