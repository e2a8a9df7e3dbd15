//! ListShards: the shards of a stream that pass a filter, in pages.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html>

use headwater_aws_shapes::kinesis::{
    self as model, ListShards, ListShardsInput, ListShardsOutput, ShardFilterType,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_stream::model::StreamStatus;
use headwater_stream::{ShardFilter, StreamError};
use headwater_types::limits::LIST_SHARDS_MAX;
use headwater_types::{ShardId, StreamArn, Timestamp};

use crate::{Kinesis, fault, names, paging, shapes};

const LIST: &str = "ListShards";

impl Handle<ListShards> for Kinesis {
    async fn handle(&self, call: &Call, input: ListShardsInput) -> Result<ListShardsOutput, Fault> {
        let now = self.clock.now();
        let Page { stream, after, filter } = self.page(call, &input)?;
        self.admit_for(LIST, &stream)?;
        self.check_listable(&stream)?;
        let mut shards = self.streams.list_shards(&stream, filter).map_err(fault::of)?;
        shards.retain(|shard| after.is_none_or(|after| shard.id > after));
        let limit = input.max_results.map_or(LIST_SHARDS_MAX, |max| (max as usize).min(LIST_SHARDS_MAX));
        let has_more = shards.len() > limit;
        shards.truncate(limit);
        let last = shards.last().filter(|_| has_more);
        let next_token = last.map(|last| {
            let (kind, argument) = filter_parts(filter);
            paging::seal(LIST, now, &[&stream.to_string(), &last.id.to_string(), kind, &argument])
        });
        Ok(ListShardsOutput { shards: Some(shards.iter().map(shapes::shard).collect()), next_token })
    }
}

/// What one call lists: from its members, or from the token of the page before.
struct Page {
    stream: StreamArn,
    after: Option<ShardId>,
    filter: ShardFilter,
}

impl Kinesis {
    /// A stream that is coming or going has no shards to list; the Kinesis Client Library waits where it is told so.
    fn check_listable(&self, stream: &StreamArn) -> Result<(), Fault> {
        let status = self.streams.describe(stream).map_err(fault::of)?.status;
        match status {
            StreamStatus::Active | StreamStatus::Updating => Ok(()),
            StreamStatus::Creating | StreamStatus::Deleting => {
                Err(fault::of(StreamError::StreamNotActive { stream: stream.clone(), status }))
            }
        }
    }

    fn page(&self, call: &Call, input: &ListShardsInput) -> Result<Page, Fault> {
        let named = input.stream_name.is_some() || input.stream_arn.is_some();
        let Some(token) = &input.next_token else {
            if !named {
                return Err(fault::invalid("Either NextToken or StreamName should be provided."));
            }
            return self.first_page(call, input);
        };
        let excluded = [
            (input.stream_name.is_some(), "StreamName"),
            (input.stream_arn.is_some(), "StreamARN"),
            (input.stream_creation_timestamp.is_some(), "StreamCreationTimestamp"),
            (input.exclusive_start_shard_id.is_some(), "ExclusiveStartShardId"),
        ];
        if let Some((_, name)) = excluded.iter().find(|(given, _)| *given) {
            return Err(fault::invalid(format!("NextToken and {name} cannot be provided together.")));
        }
        let [stream, after, kind, argument] = paging::open(LIST, self.clock.now(), token)?;
        let stream = names::stream_arn(&stream)?;
        let after = Some(names::shard(&stream, &after)?);
        let filter =
            filter_of_parts(&kind, &argument).ok_or_else(|| fault::invalid("NextToken is invalid."))?;
        Ok(Page { stream, after, filter })
    }

    fn first_page(&self, call: &Call, input: &ListShardsInput) -> Result<Page, Fault> {
        let stream = names::stream(call, input.stream_name.as_deref(), input.stream_arn.as_deref())?;
        let info = self.streams.describe(&stream).map_err(fault::of)?;
        names::check_creation(&info, input.stream_creation_timestamp)?;
        let after = input.exclusive_start_shard_id.as_deref();
        let after = after.map(|id| names::shard(&stream, id)).transpose()?;
        let filter = input.shard_filter.as_ref().map(|asked| filter_of(&stream, asked)).transpose()?;
        Ok(Page { stream, after, filter: filter.unwrap_or_default() })
    }
}

fn filter_of(stream: &StreamArn, asked: &model::ShardFilter) -> Result<ShardFilter, Fault> {
    let time = || {
        asked.timestamp.ok_or_else(|| {
            fault::invalid(format!("Timestamp must be provided for ShardFilter {}.", asked.r#type))
        })
    };
    match asked.r#type {
        ShardFilterType::AfterShardId => {
            let id = asked.shard_id.as_deref();
            let id =
                id.ok_or_else(|| fault::invalid("ShardId must be provided for ShardFilter AFTER_SHARD_ID."))?;
            Ok(ShardFilter::AfterShardId(names::shard(stream, id)?))
        }
        ShardFilterType::AtTrimHorizon => Ok(ShardFilter::AtTrimHorizon),
        ShardFilterType::FromTrimHorizon | ShardFilterType::Other(_) => Ok(ShardFilter::FromTrimHorizon),
        ShardFilterType::AtLatest => Ok(ShardFilter::AtLatest),
        ShardFilterType::AtTimestamp => time().map(ShardFilter::AtTimestamp),
        ShardFilterType::FromTimestamp => time().map(ShardFilter::FromTimestamp),
    }
}

fn filter_parts(filter: ShardFilter) -> (&'static str, String) {
    match filter {
        ShardFilter::AfterShardId(shard) => ("AFTER_SHARD_ID", shard.to_string()),
        ShardFilter::AtTrimHorizon => ("AT_TRIM_HORIZON", String::new()),
        ShardFilter::FromTrimHorizon => ("FROM_TRIM_HORIZON", String::new()),
        ShardFilter::AtLatest => ("AT_LATEST", String::new()),
        ShardFilter::AtTimestamp(time) => ("AT_TIMESTAMP", time.as_millis().to_string()),
        ShardFilter::FromTimestamp(time) => ("FROM_TIMESTAMP", time.as_millis().to_string()),
    }
}

fn filter_of_parts(kind: &str, argument: &str) -> Option<ShardFilter> {
    let time = || argument.parse().ok().map(Timestamp);
    match kind {
        "AFTER_SHARD_ID" => ShardId::parse(argument).map(ShardFilter::AfterShardId),
        "AT_TRIM_HORIZON" => Some(ShardFilter::AtTrimHorizon),
        "FROM_TRIM_HORIZON" => Some(ShardFilter::FromTrimHorizon),
        "AT_LATEST" => Some(ShardFilter::AtLatest),
        "AT_TIMESTAMP" => time().map(ShardFilter::AtTimestamp),
        "FROM_TIMESTAMP" => time().map(ShardFilter::FromTimestamp),
        _ => None,
    }
}
