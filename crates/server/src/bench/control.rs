//! The few control operations a measurement needs: make a stream, wait for it, register a consumer, clean up.

use std::time::Duration;

use anyhow::{Context, bail};
use headwater_runtime::Clock;
use serde_json::{Value, json};

use super::connection::{CallError, Connection, Operation};
use super::target::Target;

/// How long a stream or consumer may take to become active; AWS takes tens of seconds for large streams.
const ACTIVE_WAIT: Duration = Duration::from_secs(120);
/// Pause between two looks at a status, below every describe operation's rate limit.
const ACTIVE_POLL: Duration = Duration::from_millis(250);

/// A connection for control operations.
pub struct Control {
    connection: Connection,
    clock: Clock,
}

/// What a measurement needs to know of a stream.
pub struct StreamDescription {
    pub arn: String,
    /// Ids of the open shards.
    pub shards: Vec<String>,
}

impl Control {
    pub async fn connect(target: &Target, clock: Clock) -> anyhow::Result<Self> {
        Ok(Self { connection: target.connect().await?, clock })
    }

    pub async fn create_stream(&mut self, stream: &str, shards: u32) -> anyhow::Result<()> {
        let input = json!({"StreamName": stream, "ShardCount": shards});
        self.call(Operation::CREATE_STREAM, &input)
            .await
            .with_context(|| format!("cannot create stream {stream}"))?;
        Ok(())
    }

    pub async fn delete_stream(&mut self, stream: &str) -> anyhow::Result<()> {
        let input = json!({"StreamName": stream, "EnforceConsumerDeletion": true});
        self.call(Operation::DELETE_STREAM, &input)
            .await
            .with_context(|| format!("cannot delete stream {stream}"))?;
        Ok(())
    }

    /// Waits until the stream takes records, then lists its open shards.
    pub async fn wait_until_active(&mut self, stream: &str) -> anyhow::Result<StreamDescription> {
        let deadline = self.clock.monotonic() + ACTIVE_WAIT;
        let arn = loop {
            let summary =
                self.call(Operation::DESCRIBE_STREAM_SUMMARY, &json!({"StreamName": stream})).await?;
            let summary = &summary["StreamDescriptionSummary"];
            match summary["StreamStatus"].as_str() {
                Some("ACTIVE" | "UPDATING") => {
                    break summary["StreamARN"].as_str().unwrap_or_default().to_owned();
                }
                status if self.clock.monotonic() > deadline => {
                    bail!(
                        "stream {stream} is still {} after {ACTIVE_WAIT:?}",
                        status.unwrap_or("without status")
                    )
                }
                _ => self.clock.sleep(ACTIVE_POLL).await,
            }
        };
        Ok(StreamDescription { arn, shards: self.open_shards(stream).await? })
    }

    async fn open_shards(&mut self, stream: &str) -> anyhow::Result<Vec<String>> {
        let mut shards = Vec::new();
        let mut input = json!({"StreamName": stream, "ShardFilter": {"Type": "AT_LATEST"}});
        loop {
            let page = self.call(Operation::LIST_SHARDS, &input).await?;
            let open = page["Shards"].as_array().into_iter().flatten().filter(|shard| {
                // Endpoints that do not know ShardFilter list closed shards too.
                shard["SequenceNumberRange"]["EndingSequenceNumber"].is_null()
            });
            shards.extend(open.filter_map(|shard| Some(shard["ShardId"].as_str()?.to_owned())));
            match page["NextToken"].as_str() {
                Some(token) => input = json!({"NextToken": token}),
                None if shards.is_empty() => bail!("stream {stream} has no open shard"),
                None => return Ok(shards),
            }
        }
    }

    /// Registers a consumer and waits until it may subscribe; gives its ARN.
    pub async fn register_consumer(&mut self, stream_arn: &str, name: &str) -> anyhow::Result<String> {
        let input = json!({"StreamARN": stream_arn, "ConsumerName": name});
        let consumer = self.call(Operation::REGISTER_CONSUMER, &input).await?;
        let Some(arn) = consumer["Consumer"]["ConsumerARN"].as_str().map(str::to_owned) else {
            bail!("RegisterStreamConsumer answered without a ConsumerARN")
        };
        let deadline = self.clock.monotonic() + ACTIVE_WAIT;
        loop {
            let answer = self.call(Operation::DESCRIBE_CONSUMER, &json!({"ConsumerARN": arn})).await?;
            match answer["ConsumerDescription"]["ConsumerStatus"].as_str() {
                Some("ACTIVE") => return Ok(arn),
                _ if self.clock.monotonic() > deadline => {
                    bail!("consumer {arn} is not active after {ACTIVE_WAIT:?}")
                }
                _ => self.clock.sleep(ACTIVE_POLL).await,
            }
        }
    }

    pub async fn deregister_consumer(&mut self, arn: &str) -> anyhow::Result<()> {
        self.call(Operation::DEREGISTER_CONSUMER, &json!({"ConsumerARN": arn})).await?;
        Ok(())
    }

    async fn call(&mut self, operation: Operation, input: &Value) -> anyhow::Result<Value> {
        let answer = match self.connection.call(operation, &input.clone().into()).await {
            Ok(answer) => answer,
            Err(error @ CallError::Service { .. }) => return Err(error.into()),
            Err(error) => {
                return Err(anyhow::Error::from(error).context("the endpoint does not speak HTTP as asked"));
            }
        };
        if answer.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_slice(answer).context("the endpoint answered something that is not JSON")
    }
}
