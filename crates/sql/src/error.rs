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

/// The line of a text that a place is in, and a caret under the place, each as a line of its own; `None` where the text has no such place.
/// Of a long line, what stands around the place.
pub fn excerpt(text: &str, position: Position) -> Option<String> {
    const CHARS_BEFORE: usize = 60;
    const CHARS_AFTER: usize = 40;
    let whole = text.split('\n').nth(position.line.checked_sub(1)? as usize)?;
    let at = position.column.checked_sub(1)? as usize;
    // The end of the text is a place too.
    if at > whole.chars().count() {
        return None;
    }
    let line = whole.trim_end_matches('\r');
    let at = at.min(line.chars().count());
    let first = if at > CHARS_BEFORE + CHARS_AFTER { at - CHARS_BEFORE } else { 0 };
    let shown: String = line.chars().skip(first).take(at - first + CHARS_AFTER).collect();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let after = first + shown.chars().count() < line.chars().count();
    // A tab in the line is one under it too.
    let space = |c: char| if c == '\t' { '\t' } else { ' ' };
    let below: String = shown.chars().take(at - first).map(space).collect();
    let margin = if first > 0 { " " } else { "" };
    Some(format!("    {}{shown}{}\n    {margin}{below}^", cut(first > 0), cut(after)))
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

    /// The same error at another place.
    pub fn moved_to(self, position: Position) -> Self {
        Self { line: position.line, column: position.column, ..self }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_with_its_line_and_a_caret() {
        let at = |text: &str, line, column| excerpt(text, Position::new(line, column));
        let text = "SELECT a\nFROM\tpgae\r\n";
        assert_eq!(at(text, 1, 8).as_deref(), Some("    SELECT a\n           ^"));
        assert_eq!(at(text, 2, 6).as_deref(), Some("    FROM\tpgae\n        \t^"));
        assert_eq!(at(text, 3, 1).as_deref(), Some("    \n    ^"), "the end of the text");
        assert_eq!(at("äöü x", 1, 5).as_deref(), Some("    äöü x\n        ^"));
        assert_eq!(
            at("(\r\r\r", 1, 5).as_deref(),
            Some("    (\n     ^"),
            "the end of a text behind what is not shown"
        );
        for nowhere in [(0, 0), (1, 0), (1, 10), (4, 1)] {
            assert_eq!(at(text, nowhere.0, nowhere.1), None, "{nowhere:?}");
        }
    }

    #[test]
    fn of_a_long_line_the_surroundings_are_shown() {
        let text = format!("{}!{}", "a".repeat(500), "b".repeat(500));
        let shown = excerpt(&text, Position::new(1, 501)).expect("a place");
        let (line, caret) = shown.split_once('\n').expect("two lines");
        let place = |text: &str, c| text.chars().position(|found| found == c);
        assert_eq!(place(line, '!'), place(caret, '^'));
        assert!(line.chars().count() < 110, "{line}");
    }
}
