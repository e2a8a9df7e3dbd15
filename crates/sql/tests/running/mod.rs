//! Texts run in the foreground, for the tests of what they print.

use std::sync::{Arc, Mutex};

use headwater_runtime::{Clock, Disk, Entropy};
use headwater_sql::{RunError, RunOptions, run_file};

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("one writer").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The lines that a text prints, or the text of its error.
pub fn run(sql: &str, disk: impl Disk) -> Result<String, String> {
    let out = Shared::default();
    let options = RunOptions {
        clock: Clock::system(),
        entropy: Entropy::seeded(1),
        disk: Arc::new(disk),
        scope: headwater_types::Scope::default(),
    };
    run_file(sql, &options, Box::new(out.clone())).map_err(|error: RunError| error.to_string())?;
    let bytes = out.0.lock().expect("the run is over").clone();
    Ok(String::from_utf8(bytes).expect("text"))
}
