//! The real engines behind the console's door.

mod deliveries;
mod streams;
