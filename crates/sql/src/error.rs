//! The one error of the front end: what is wrong, at which token, and what to do about it.
//!
//! Imports nothing from the rest of the crate. Lines and columns count from 1; columns count characters, as editors do.

use std::fmt;

/// A place in a SQL text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// 1 is the first line; 0 stands for no place in the text (an error of a whole job, say).
    pub line: u32,
    /// 1 is the first character of the line.
    pub column: u32,
}

impl Position {
    pub fn new(line: u32, column: u32) -> Self {
        Self { line, column }
    }

    /// Of an error that has no place in the text.
    pub const NONE: Position = Position { line: 0, column: 0 };
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Why a statement is refused. `Display` is one line: `line 3, column 8: unknown column 'pgae' (did you mean 'page'?)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SqlError {
    pub line: u32,
    pub column: u32,
    pub message: String,
    /// What to do about it, where there is something to say.
    pub hint: Option<String>,
}

pub type SqlResult<T> = Result<T, SqlError>;

impl SqlError {
    pub fn at(position: Position, message: impl Into<String>) -> Self {
        Self { line: position.line, column: position.column, message: message.into(), hint: None }
    }

    /// An error that belongs to no place of the text: a catalog that cannot be read, a job that cannot start.
    pub fn nowhere(message: impl Into<String>) -> Self {
        Self::at(Position::NONE, message)
    }

    /// Refusal of what Flink has and Headwater does not yet run.
    pub fn not_offered(position: Position, what: impl fmt::Display) -> Self {
        Self::at(position, format!("{what} is not offered yet"))
    }

    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn position(&self) -> Position {
        Position { line: self.line, column: self.column }
    }
}

impl fmt::Display for SqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}: ", self.position())?;
        }
        f.write_str(&self.message)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SqlError {}
