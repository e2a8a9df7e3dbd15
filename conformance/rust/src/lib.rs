//! Nothing: the tests under `tests/` are all there is.
