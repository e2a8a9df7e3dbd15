//! The commands that talk to a running server, and `sql run` and `trust`, which need none. One module each.

pub mod sql;
pub mod sql_run;
pub mod trust;
