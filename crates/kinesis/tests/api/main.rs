//! The face from outside: raw requests through `AwsService`, over a real engine on a disk in memory and a clock turned by hand.
//!
//! One operation, one file under `operations`, with three sections: `serialization` (types, in JSON and in CBOR),
//! `validation` (constraints: their texts, their order, their number) and `behaviour`. `coverage` holds that no operation and
//! no member is left out, `whole` that no documented error is. Texts are compared whole: they are part of the service.
#![allow(clippy::disallowed_methods)] // tests may

mod cbor;
mod constraints;
mod coverage;
mod effects;
mod encryption;
mod events;
mod members;
mod naming;
mod operations;
mod pace;
mod rig;
mod seen;
mod surface;
mod violations;
mod whole;

/// What every operation's file says things with.
mod prelude {
    pub use std::time::Duration;

    pub use serde_json::{Value, json};

    pub use crate::members::Kind::*;
    pub use crate::members::{ARN, ID, NAME, assert_kinds};
    pub use crate::naming::*;
    pub use crate::rig::*;
    pub use crate::violations::*;
}
