//! How many user records a second the producer puts: numbered records of 100 bytes, aggregated, so many outstanding at a time;
//! `bench/producers` runs it beside the same program on the Kinesis Producer Library (`bench/kpl/KplRate.java`).
//!
//! ```text
//! cargo run --release -p headwater-client --example producer_rate -- STREAM RECORDS KEYS OUTSTANDING WARM_UP [--in-order]
//! ```
//!
//! `HEADWATER_TLS_ENDPOINT` and `HEADWATER_CA` say where. The last line is what was measured, in JSON.

use std::collections::VecDeque;
use std::error::Error;
use std::io::Write;

use headwater_client::{Delivery, Endpoint, HttpTransport, NewRecord, Producer, ProducerConfig};
use headwater_runtime::Clock;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [stream, records, keys, outstanding, warm_up, rest @ ..] = arguments.as_slice() else {
        return Err("STREAM RECORDS KEYS OUTSTANDING WARM_UP [--in-order]".into());
    };
    let (records, keys, outstanding) = (records.parse()?, keys.parse()?, outstanding.parse()?);

    let authority = tokio::fs::read(std::env::var("HEADWATER_CA")?).await?;
    let endpoint = Endpoint::new(std::env::var("HEADWATER_TLS_ENDPOINT")?, "us-east-1").from_environment();
    let mut config = ProducerConfig::new(stream);
    // As many as the server takes; by itself the producer keeps to one and a half times a shard's limits.
    config.rate_limit = None;
    config.ordered = rest.iter().any(|argument| argument == "--in-order");
    let producer = Producer::start(HttpTransport::new(endpoint.with_authorities(authority))?, config).await?;

    put(&producer, warm_up.parse()?, keys, outstanding).await?;
    let clock = Clock::system();
    let began = clock.monotonic();
    let failed = put(&producer, records, keys, outstanding).await?;
    let seconds = (clock.monotonic() - began).as_secs_f64();
    println!(r#"{{"records": {records}, "failed": {failed}, "seconds": {seconds:.3}}}"#);
    producer.close().await;
    Ok(())
}

/// How many were not stored.
async fn put(
    producer: &Producer,
    records: u64,
    keys: u64,
    outstanding: usize,
) -> Result<u64, Box<dyn Error>> {
    let mut under_way: VecDeque<Delivery> = VecDeque::with_capacity(outstanding);
    let mut failed = 0;
    for number in 0..records {
        if under_way.len() == outstanding
            && let Some(oldest) = under_way.pop_front()
        {
            failed += u64::from(oldest.await.is_err());
        }
        let key = format!("key-{}", number % keys);
        let mut data = vec![b' '; 100];
        write!(data.as_mut_slice(), "{number} of {key}")?;
        under_way.push_back(producer.put(NewRecord::new(key, data)).await?);
    }
    producer.flush().await;
    for delivery in under_way {
        failed += u64::from(delivery.await.is_err());
    }
    Ok(failed)
}
