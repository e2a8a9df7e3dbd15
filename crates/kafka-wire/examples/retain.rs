//! Writes, beside each `NAME.batch` of a directory, what compaction leaves of it where only every third offset stays: the
//! `NAME.retained` that `conformance/kafka/test.sh` gives to Kafka's own readers.

use std::error::Error;

use headwater_kafka_wire::{RecordBatch, compact};

#[expect(clippy::disallowed_methods, reason = "a tool for a test, on files of its own")]
fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args().nth(1).ok_or("name a directory")?;
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "batch") {
            let batch = RecordBatch::parse(std::fs::read(&path)?.into())?;
            if !batch.is_empty() {
                std::fs::write(
                    path.with_extension("retained"),
                    compact::retain(&batch, &|delta| delta % 3 == 0)?,
                )?;
            }
        }
    }
    Ok(())
}
