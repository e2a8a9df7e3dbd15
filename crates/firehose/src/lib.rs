//! Born with the first slice.
