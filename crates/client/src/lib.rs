//! A producer and a consumer for Kinesis endpoints, Headwater's and the service's alike.
//!
//! [`Producer`] packs the records of an application into records of the Kinesis Producer Library, by the shard that will own
//! them, collects those into PutRecords calls, and tries again what was refused for the moment. Consumers with the Kinesis
//! Client Library, and Headwater's own readers, see the application's records.
//!
//! ```no_run
//! use headwater_client::{Endpoint, HttpTransport, NewRecord, Producer, ProducerConfig};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let transport = HttpTransport::new(Endpoint::new("http://127.0.0.1:4566", "us-east-1").from_environment())?;
//! let producer = Producer::start(transport, ProducerConfig::new("clicks")).await?;
//! let delivery = producer.put(NewRecord::new("user-7", "{\"page\":\"/\"}")).await?; // waits while too much is under way
//! let placed = delivery.await?; // durable now
//! println!("{} {}", placed.shard_id, placed.sequence_number);
//! producer.close().await;
//! # Ok(())
//! # }
//! ```
//!
//! [`Consumer`] reads a stream together with other workers of its application, which share the shards through the lease table of the
//! Kinesis Client Library, and gives an application's [`RecordProcessor`] one batch after the other.
//!
//! ```no_run
//! use headwater_client::*;
//!
//! struct Printer;
//!
//! impl RecordProcessor for Printer {
//!     async fn process(&mut self, batch: &Batch, checkpointer: &mut Checkpointer) -> Result<(), ProcessorError> {
//!         batch.records.iter().for_each(|record| println!("{}", record.partition_key.as_str()));
//!         checkpointer.checkpoint().await?;
//!         Ok(())
//!     }
//! }
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let endpoint = Endpoint::new("http://127.0.0.1:4566", "us-east-1").from_environment();
//! let (kinesis, dynamodb) = (HttpTransport::new(endpoint.clone())?, HttpTransport::dynamodb(endpoint)?);
//! let config = ConsumerConfig::new("clicks", "clicks-application");
//! let consumer = Consumer::start(kinesis, dynamodb, config, |_shard: &str| Printer).await?;
//! consumer.shutdown().await; // last checkpoints, then the shards are given up
//! # Ok(())
//! # }
//! ```
//!
//! Delivery is at least once: what timed out may have been stored and is put again, and what was processed after the last checkpoint
//! is given again. The crate knows the APIs of streams and tables, not the server's engines.

pub mod consumer;
mod endpoint;
mod http_transport;
pub mod producer;
mod signing;
mod transport;

pub use consumer::{
    Batch, CheckpointError, Checkpointer, Consumer, ConsumerConfig, ConsumerMetrics, InitialPosition,
    Position, ProcessorError, ProcessorFactory, Record, RecordProcessor, Retrieval, ShardStart,
};
pub use endpoint::{Credentials, Endpoint, EndpointError};
pub use headwater_aggregate::{NewRecord, PartitionKey, UserRecord, UserRecords, user_records};
pub use http_transport::HttpTransport;
pub use producer::{Delivery, Placed, Producer, ProducerConfig, ProducerMetrics, PutError, RateLimit};
pub use transport::{AnswerStream, CallError, Transport};
