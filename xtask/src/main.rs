//! Chores of the workspace, one module each. Run them as `cargo xtask <chore>`.
#![allow(clippy::disallowed_methods)] // a chore works on the checkout's files

mod codegen;
mod tidy;

use std::path::Path;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask <chore>

chores:
  codegen    write the shapes of the AWS APIs from models/
  tidy       check the shape of the tree: crate arrows, file openings and lengths, import circles";

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask stands in the workspace root");
    match std::env::args().nth(1).as_deref() {
        Some("codegen") => codegen::run(root),
        Some("tidy") => tidy::run(root),
        Some("help" | "--help" | "-h") | None => {
            println!("{USAGE}");
            Ok(())
        }
        Some(other) => bail!("unknown chore `{other}`\n\n{USAGE}"),
    }
}
