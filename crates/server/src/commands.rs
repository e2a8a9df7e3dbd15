//! The commands that talk to a running server, and `sql run`, `keys` and `trust`, which need none. One module each.

pub mod keys;
pub mod sql;
pub mod sql_run;
pub mod trust;
