//! The binder against statements.
