//! The parser against texts.
