//! A producer for Kinesis endpoints, Headwater's and the service's alike.
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
//! Delivery is at least once: what timed out may have been stored and is put again. The crate knows the API of streams, not the
//! server's engines.

mod endpoint;
mod http_transport;
pub mod producer;
mod signing;
mod transport;

pub use endpoint::{Credentials, Endpoint, EndpointError};
pub use headwater_aggregate::{NewRecord, PartitionKey, UserRecord, UserRecords, user_records};
pub use http_transport::HttpTransport;
pub use producer::{Delivery, Placed, Producer, ProducerConfig, ProducerMetrics, PutError, RateLimit};
pub use transport::{CallError, Transport};
