//! Why a running job stops, and whether trying again may help.

/// A cause. `Display` is what the job shows as its error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExecError {
    /// A value an expression cannot compute: a failed CAST, a division by zero.
    #[error("{message}, in {expression}{}", of_record(origin))]
    Expression { expression: String, message: String, origin: Option<String> },
    #[error(
        "the rowtime column '{column}' is NULL in a row{}; filter such rows before the watermark or make the column NOT NULL",
        of_record(origin)
    )]
    NullRowtime { column: String, origin: Option<String> },
    #[error("column '{column}' of sink '{table}' is NOT NULL, but a row has NULL in it")]
    NullInSink { table: String, column: String },
    /// A message that does not decode, with the place it came from.
    #[error("{origin}: {message}")]
    BadRecord { origin: String, message: String },
    #[error("operator state is over its limit: {0}")]
    StateTooLarge(String),
    #[error("the checkpoint does not restore: {0}")]
    BadCheckpoint(String),
    /// Headwater's own engine broke a rule.
    #[error("internal error: {0}")]
    Internal(String),
    /// What lies outside the query and may be better next time: storage, an endpoint.
    #[error("{0}")]
    Transient(String),
    /// A place rows are written to is not there for now: tried again for as long as it takes, since the rows are safe meanwhile.
    #[error("{0}; the rows are kept and written once it is back")]
    SinkAway(String),
    /// What lies outside the query and will not mend itself: a stream that was deleted.
    #[error("{0}")]
    Permanent(String),
}

/// Where the record is that a row was made of, if that is known.
fn of_record(origin: &Option<String>) -> String {
    origin.as_ref().map_or_else(String::new, |origin| format!(" ({origin})"))
}

impl ExecError {
    pub(crate) fn of_expression(expression: &str, message: String) -> Self {
        Self::Expression { expression: expression.to_owned(), message, origin: None }
    }

    pub(crate) fn null_rowtime(column: String) -> Self {
        Self::NullRowtime { column, origin: None }
    }

    /// Whether the record that a row was made of would say more, and is not known yet.
    pub(crate) fn wants_origin(&self) -> bool {
        matches!(self, Self::Expression { origin: None, .. } | Self::NullRowtime { origin: None, .. })
    }

    /// The same cause, with the record's place.
    pub(crate) fn at_record(mut self, place: String) -> Self {
        if let Self::Expression { origin, .. } | Self::NullRowtime { origin, .. } = &mut self {
            *origin = Some(place);
        }
        self
    }

    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Transient(_) | Self::SinkAway(_))
    }

    /// The same cause, met while writing to a sink.
    pub fn of_sink(self) -> Self {
        match self {
            Self::Transient(text) => Self::SinkAway(text),
            other => other,
        }
    }
}

impl From<arrow_schema::ArrowError> for ExecError {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Internal(error.to_string())
    }
}
