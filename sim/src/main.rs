//! One seed of the simulation: `headwater-sim SEED` runs the whole server with clients, through crashes and a bad network,
//! and checks everything that was seen.
//!
//! One seed is one process, because libraries keep what they drew at random for as long as the process lives. The same
//! seed gives the same run, to the byte (`--trace` prints it). `sim/tests/seeds.rs` runs many; docs/PROOF.md says what is checked.

mod check;
mod client;
mod faults;
mod history;
mod host;
mod machine;
mod workload;
mod world;

use std::process::ExitCode;
use std::time::Duration;

use world::World;

/// The grain of simulated time: what the network delivers, and who wakes for it. Timers within are as fine as tokio's.
pub const TICK: Duration = Duration::from_millis(2);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let Some(seed) = arguments.iter().find_map(|argument| argument.parse().ok()) else {
        eprintln!("usage: headwater-sim SEED [--trace] [--log] [--lying-disk]");
        return ExitCode::from(2);
    };
    machine::seed(seed);
    if has("--log") {
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_target(false).with_ansi(false).init();
    }
    let mut world = World::new(seed, has("--lying-disk"));
    let ended = world.run();
    if has("--trace") {
        print!("{}", world.trace());
    }
    match ended {
        Ok(summary) => {
            println!("seed {seed}: {summary}");
            ExitCode::SUCCESS
        }
        Err(violation) => {
            println!("seed {seed} FAILED: {violation}");
            ExitCode::FAILURE
        }
    }
}

/// A runtime whose clock moves only when everything waits, and that can reach no real file or socket.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime without a driver")
}
