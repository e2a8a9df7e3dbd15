//! Puts numbered records to a stream as fast as it takes them, and says how many a second that was.
//!
//! ```text
//! cargo run --release -p headwater-client --example produce -- STREAM [RECORDS] [KEYS]
//! ```
//!
//! `HEADWATER_ENDPOINT` names the endpoint (http://127.0.0.1:4566 where unset), `HEADWATER_CA` a file with the authority to
//! trust. Each record is `NUMBER of KEY`, padded to 100 bytes.

use std::error::Error;

use headwater_client::{Endpoint, HttpTransport, NewRecord, Producer, ProducerConfig};
use headwater_runtime::Clock;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let stream = arguments.next().ok_or("name a stream")?;
    let records: u64 = arguments.next().map_or(Ok(100_000), |text| text.parse())?;
    let keys: u64 = arguments.next().map_or(Ok(1_000), |text| text.parse())?;

    let url = std::env::var("HEADWATER_ENDPOINT").unwrap_or_else(|_| "http://127.0.0.1:4566".into());
    let mut endpoint = Endpoint::new(url, "us-east-1").from_environment();
    if let Ok(path) = std::env::var("HEADWATER_CA") {
        endpoint = endpoint.with_authorities(tokio::fs::read(path).await?);
    }
    let mut config = ProducerConfig::new(stream).in_order();
    config.rate_limit = None;
    let producer = Producer::start(HttpTransport::new(endpoint)?, config).await?;

    let clock = Clock::system();
    let began = clock.monotonic();
    let mut deliveries = Vec::new();
    for number in 0..records {
        let key = format!("key-{}", number % keys);
        let data = format!("{:<100}", format!("{number} of {key}"));
        deliveries.push(producer.put(NewRecord::new(key, data)).await?);
    }
    producer.flush().await;
    for delivery in deliveries {
        delivery.await?;
    }
    let seconds = (clock.monotonic() - began).as_secs_f64();
    let metrics = producer.metrics();
    let (users, stored) = (metrics.user_records_put, metrics.kinesis_records_put);
    println!("{users} user records in {stored} records, {:.0} user records/s", users as f64 / seconds);
    producer.close().await;
    Ok(())
}
