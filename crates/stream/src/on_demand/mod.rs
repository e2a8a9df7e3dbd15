//! On-demand streams: shards that follow the load.
//!
//! What the service documents: such a stream begins with 4 MB/s and 4,000 records/s, serves up to twice the highest write
//! rate it has seen within 30 days, and a shard that takes more than 500 KB/s is split; mode and warm throughput keep a
//! floor. Here that is a round over all on-demand streams from time to time (`react_every`): it measures what each shard
//! took since the last round, remembers the stream's peaks in its record, and splits and merges by the same commits as
//! SplitShard and MergeShards. `decide` says which, purely; `crate::traffic` samples where in a shard's range its records fall.
//!
//! Source: <https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html>

mod decide;
mod scaler;
mod warm;

pub(crate) use scaler::start;
