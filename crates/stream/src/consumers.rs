//! Registered consumers: who may subscribe to shards with its own throughput.
//!
//! Source: <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html>

use std::collections::BTreeMap;

use headwater_types::{ConsumerArn, ConsumerName, StreamArn, Timestamp, limits};

use crate::engine::{Streams, detached};
use crate::error::StreamError;
use crate::model::{Consumer, ConsumerStatus};
use crate::view::{Change, StreamView};

/// A consumer as it is described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsumerInfo {
    pub arn: ConsumerArn,
    pub status: ConsumerStatus,
    pub created: Timestamp,
    pub tags: BTreeMap<String, String>,
    pub policy: Option<String>,
}

impl Streams {
    pub async fn register_consumer(
        &self,
        stream: &StreamArn,
        name: ConsumerName,
        tags: BTreeMap<String, String>,
    ) -> Result<ConsumerInfo, StreamError> {
        let this = self.clone();
        let stream = stream.clone();
        detached(async move {
            let cell = this.cell(&stream)?;
            let _control = cell.control.lock().await;
            let view = cell.view();
            let now = this.now();
            let has_advantage = this.account_settings(&stream.scope).has_advantage();
            check_registration(&view, &name, &tags, now, has_advantage)?;
            let created_s = now.as_secs().max(view.meta.last_consumer_created_s + 1);
            let consumer = Consumer {
                name: name.to_string(),
                created: Timestamp(created_s * 1000),
                active_at: this.transition_end(),
                gone_at_ms: None,
                tags,
                policy: None,
            };
            let info = info(&view, &name, &consumer, now).expect("it was just made");
            let mut change = Change::of(view.meta.clone());
            change.consumers.push((name, Some(consumer)));
            this.commit_change(&cell, change, None).await?;
            Ok(info)
        })
        .await
    }

    pub fn describe_consumer(
        &self,
        stream: &StreamArn,
        name: &ConsumerName,
    ) -> Result<ConsumerInfo, StreamError> {
        let view = self.cell(stream)?.view();
        let found = view.consumers.get(name).and_then(|consumer| info(&view, name, consumer, self.now()));
        found.ok_or_else(|| not_found(stream, name))
    }

    /// The consumer an ARN names; one that was registered again under its name is another.
    pub fn describe_consumer_arn(&self, arn: &ConsumerArn) -> Result<ConsumerInfo, StreamError> {
        let found = self.describe_consumer(&arn.stream, &arn.consumer)?;
        if found.arn != *arn {
            return Err(not_found(&arn.stream, &arn.consumer));
        }
        Ok(found)
    }

    /// All consumers of a stream, by name.
    pub fn list_consumers(&self, stream: &StreamArn) -> Result<Vec<ConsumerInfo>, StreamError> {
        let view = self.cell(stream)?.view();
        let now = self.now();
        Ok(view.consumers.iter().filter_map(|(name, consumer)| info(&view, name, consumer, now)).collect())
    }

    pub async fn deregister_consumer(
        &self,
        stream: &StreamArn,
        name: &ConsumerName,
    ) -> Result<(), StreamError> {
        let this = self.clone();
        let (stream, name) = (stream.clone(), name.clone());
        detached(async move {
            let cell = this.cell(&stream)?;
            let _control = cell.control.lock().await;
            let view = cell.view();
            let now = this.now();
            let found = view.consumers.get(&name).filter(|consumer| consumer.status(now).is_some());
            let mut consumer = found.cloned().ok_or_else(|| not_found(&stream, &name))?;
            let mut change = Change::of(view.meta.clone());
            change.meta.last_consumer_created_s =
                change.meta.last_consumer_created_s.max(consumer.created.as_secs());
            let gone_at = this.transition_end();
            consumer.gone_at_ms = Some(gone_at.as_millis());
            let left = (gone_at > now).then_some(consumer);
            change.consumers.push((name.clone(), left));
            this.commit_change(&cell, change, None).await?;
            this.0.subscriptions.end_consumer(cell.uid, &name);
            Ok(())
        })
        .await
    }

    /// Replaces the tags of a consumer as `edit` says.
    pub async fn edit_consumer_tags(
        &self,
        stream: &StreamArn,
        name: &ConsumerName,
        edit: impl FnOnce(&mut BTreeMap<String, String>) + Send + 'static,
    ) -> Result<(), StreamError> {
        self.edit_consumer(stream, name, move |consumer, stream| {
            edit(&mut consumer.tags);
            check_tags(stream, &consumer.tags)
        })
        .await
    }

    /// Sets or removes the consumer's resource policy, kept as the text it was given.
    pub async fn set_consumer_policy(
        &self,
        consumer: &ConsumerArn,
        policy: Option<String>,
    ) -> Result<(), StreamError> {
        // The ARN says which of the consumers that ever had the name is meant.
        self.describe_consumer_arn(consumer)?;
        self.edit_consumer(&consumer.stream, &consumer.consumer, move |consumer, _| {
            consumer.policy = policy;
            Ok(())
        })
        .await
    }

    async fn edit_consumer(
        &self,
        stream: &StreamArn,
        name: &ConsumerName,
        edit: impl FnOnce(&mut Consumer, &StreamArn) -> Result<(), StreamError> + Send + 'static,
    ) -> Result<(), StreamError> {
        let this = self.clone();
        let (stream, name) = (stream.clone(), name.clone());
        detached(async move {
            let cell = this.cell(&stream)?;
            let _control = cell.control.lock().await;
            let view = cell.view();
            let mut consumer = view.consumers.get(&name).cloned().ok_or_else(|| not_found(&stream, &name))?;
            edit(&mut consumer, &stream)?;
            let mut change = Change::of(view.meta.clone());
            change.consumers.push((name, Some(consumer)));
            Ok(this.commit_change(&cell, change, None).await?)
        })
        .await
    }
}

pub(crate) fn check_tags(stream: &StreamArn, tags: &BTreeMap<String, String>) -> Result<(), StreamError> {
    let limit = limits::TAGS_PER_RESOURCE_MAX;
    if tags.len() > limit {
        return Err(StreamError::TooManyTags { stream: stream.clone(), count: tags.len(), limit });
    }
    Ok(())
}

fn check_registration(
    view: &StreamView,
    name: &ConsumerName,
    tags: &BTreeMap<String, String>,
    now: Timestamp,
    has_advantage: bool,
) -> Result<(), StreamError> {
    let consumers_max = match has_advantage {
        true => limits::CONSUMERS_PER_STREAM_MAX_ADVANTAGE,
        false => limits::CONSUMERS_PER_STREAM_MAX,
    };
    let stream = view.arn.clone();
    let statuses = || view.consumers.values().filter_map(|consumer| consumer.status(now));
    if view.consumers.get(name).is_some_and(|consumer| consumer.status(now).is_some()) {
        return Err(StreamError::ConsumerExists { stream, consumer: name.clone() });
    }
    let count = statuses().count();
    let creating = statuses().filter(|status| *status == ConsumerStatus::Creating).count();
    for (count, limit) in [(count, consumers_max), (creating, limits::CONSUMERS_CREATING_MAX)] {
        if count >= limit {
            return Err(StreamError::TooManyConsumers { stream, count, limit });
        }
    }
    check_tags(&stream, tags)
}

fn info(view: &StreamView, name: &ConsumerName, consumer: &Consumer, now: Timestamp) -> Option<ConsumerInfo> {
    consumer.status(now).map(|status| ConsumerInfo {
        arn: consumer.arn(&view.arn, name.clone()),
        status,
        created: consumer.created,
        tags: consumer.tags.clone(),
        policy: consumer.policy.clone(),
    })
}

fn not_found(stream: &StreamArn, consumer: &ConsumerName) -> StreamError {
    StreamError::ConsumerNotFound { stream: stream.clone(), consumer: consumer.clone() }
}
