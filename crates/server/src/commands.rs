//! The commands that talk to a running server, and those that work on files. One module each.

pub mod backup;
pub mod keys;
pub mod log;
pub mod sql;
pub mod sql_run;
pub mod trust;
