//! The engine as its users see it, over the embedded store on a simulated disk, with a clock turned by hand.
#![allow(clippy::disallowed_methods)]

mod consumers;
mod crashes;
mod encryption;
mod iterators;
mod limits;
mod model;
mod on_demand;
mod races;
mod reading;
mod resharding;
mod retention;
mod rig;
mod streams;
