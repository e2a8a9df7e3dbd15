//! The kinds of rows that flow over an edge of a plan, into a table or out of one.
//!
//! Rows are +I, -U, +U and -D as Flink has them. Source: <https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/concepts/dynamic_tables/>

use std::fmt;

/// Which kinds of rows an edge carries, besides insertions, which every edge does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct ChangelogMode {
    pub update_before: bool,
    pub update_after: bool,
    pub delete: bool,
}

impl ChangelogMode {
    /// `[I]`
    pub const APPEND: Self = Self { update_before: false, update_after: false, delete: false };
    /// `[I,UB,UA,D]`, a retract stream; as a sink's answer, anything goes.
    pub const ALL: Self = Self { update_before: true, update_after: true, delete: true };
    /// `[I,UA,D]`: updates by key.
    pub const UPSERT: Self = Self { update_before: false, update_after: true, delete: true };

    pub fn is_append_only(self) -> bool {
        self == Self::APPEND
    }

    pub fn union(self, other: Self) -> Self {
        Self {
            update_before: self.update_before || other.update_before,
            update_after: self.update_after || other.update_after,
            delete: self.delete || other.delete,
        }
    }
}

/// As Flink's `EXPLAIN CHANGELOG_MODE` writes it: `[I,UB,UA,D]`.
impl fmt::Display for ChangelogMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[I")?;
        for (set, name) in [(self.update_before, ",UB"), (self.update_after, ",UA"), (self.delete, ",D")] {
            f.write_str(if set { name } else { "" })?;
        }
        f.write_str("]")
    }
}
