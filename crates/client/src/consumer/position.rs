//! How far a shard is processed: a word for where to begin, a record's numbers, or the shard's end; in the order in which a
//! reader passes them. The Kinesis Client Library writes the same into `checkpoint` and `checkpointSubSequenceNumber`.
//! <https://docs.aws.amazon.com/streams/latest/dev/shared-throughput-kcl-consumers.html>

use std::cmp::Ordering;
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// The oldest record there is.
    TrimHorizon,
    /// What is put from now on.
    Latest,
    /// What is put from the time on that the consumer was configured with.
    AtTimestamp,
    /// This record, and within a record that holds many the one at `sub_sequence`, is processed, and all before it.
    Record { sequence_number: String, sub_sequence: u64 },
    /// All of a closed shard is processed.
    ShardEnd,
}

impl Position {
    pub fn record(sequence_number: impl Into<String>, sub_sequence: Option<u32>) -> Self {
        let sub_sequence = sub_sequence.unwrap_or(0).into();
        Self::Record { sequence_number: sequence_number.into(), sub_sequence }
    }

    /// As the table has it. `None` where it is neither a known word nor a number.
    pub(super) fn read(checkpoint: &str, sub_sequence: u64) -> Option<Self> {
        match checkpoint {
            "TRIM_HORIZON" => Some(Self::TrimHorizon),
            "LATEST" => Some(Self::Latest),
            "AT_TIMESTAMP" => Some(Self::AtTimestamp),
            "SHARD_END" => Some(Self::ShardEnd),
            number if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(Self::Record { sequence_number: number.to_owned(), sub_sequence })
            }
            _ => None,
        }
    }

    pub(super) fn checkpoint(&self) -> &str {
        match self {
            Self::TrimHorizon => "TRIM_HORIZON",
            Self::Latest => "LATEST",
            Self::AtTimestamp => "AT_TIMESTAMP",
            Self::Record { sequence_number, .. } => sequence_number,
            Self::ShardEnd => "SHARD_END",
        }
    }

    pub(super) fn sub_sequence(&self) -> u64 {
        match self {
            Self::Record { sub_sequence, .. } => *sub_sequence,
            _ => 0,
        }
    }

    /// Whether a record with these numbers is processed when this much is.
    pub(super) fn covers(&self, sequence_number: &str, sub_sequence: Option<u32>) -> bool {
        match self {
            Self::TrimHorizon | Self::Latest | Self::AtTimestamp => false,
            Self::ShardEnd => true,
            Self::Record { sequence_number: own, sub_sequence: own_sub } => {
                let at_most = compare_numbers(sequence_number, own)
                    .then(u64::from(sub_sequence.unwrap_or(0)).cmp(own_sub));
                at_most != Ordering::Greater
            }
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record { sequence_number, sub_sequence } => write!(f, "{sequence_number}/{sub_sequence}"),
            word => f.write_str(word.checkpoint()),
        }
    }
}

/// Of decimal numbers as text, which have no leading zeros.
fn compare_numbers(left: &str, right: &str) -> Ordering {
    let (left, right) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_read_back_as_they_are_written() {
        let record = Position::Record { sequence_number: "49".into(), sub_sequence: 7 };
        let words = [Position::TrimHorizon, Position::Latest, Position::AtTimestamp, Position::ShardEnd];
        for position in words.into_iter().chain([record]) {
            assert_eq!(Position::read(position.checkpoint(), position.sub_sequence()), Some(position));
        }
        for bad in ["", "trim_horizon", "-4", "4x"] {
            assert_eq!(Position::read(bad, 0), None, "{bad}");
        }
    }

    #[test]
    fn a_checkpoint_covers_what_stands_before_it_and_itself() {
        let position = Position::record("100", Some(3));
        for (number, sub, is_covered) in [
            ("99", None, true),
            ("99", Some(9), true),
            ("100", Some(2), true),
            ("100", Some(3), true),
            ("100", Some(4), false),
            ("101", None, false),
            ("1000", Some(0), false),
        ] {
            assert_eq!(position.covers(number, sub), is_covered, "{number} {sub:?}");
        }
        assert!(!Position::TrimHorizon.covers("0", None) && Position::ShardEnd.covers("999", None));
    }
}
