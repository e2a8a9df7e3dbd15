//! The commands that talk to a running server, and `sql run`, which needs none. One module each.

pub mod sql;
pub mod sql_run;
