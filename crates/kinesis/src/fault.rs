//! Every cause of the stream engine as the service tells it: code and text, once, exhaustively.
//!
//! Texts are the real service's where a recorded answer is known; the codes are those the model documents per operation.

use headwater_aws_wire::Fault;
use headwater_store::CommitError;
use headwater_stream::encryption::KeyFault;
use headwater_stream::model::StreamStatus;
use headwater_stream::{PutFault, StreamError};
use headwater_types::limits::RETENTION_HOURS_MIN;
use headwater_types::{HashKeyRange, ShardId, StreamArn, Timestamp};

/// Maps a cause to its answer.
pub(crate) fn of(error: StreamError) -> Fault {
    use StreamError::*;
    match error {
        StreamNotFound(stream) => not_found(format!("Stream {} not found.", under(&stream))),
        StreamExists(stream) => in_use(format!("Stream {} already exists.", under(&stream))),
        StreamNotActive { stream, status } => {
            in_use(format!("Stream {} not ACTIVE, instead in state {}", under(&stream), status_name(status)))
        }
        TooManyStreamsCreating { creating } => limit_exceeded(format!(
            "Rate exceeded for streams being created: {creating} are in state CREATING."
        )),
        TooManyStreamsDeleting { deleting } => limit_exceeded(format!(
            "Rate exceeded for streams being deleted: {deleting} are in state DELETING."
        )),
        TooManyOnDemandStreams { account, region, count, limit } => limit_exceeded(format!(
            "This request would exceed the on-demand stream limit for the account {account} in {region}. Current \
             on-demand stream count for the account: {count}. Limit: {limit}."
        )),
        ShardLimit { account, region, current, limit, additional } => limit_exceeded(format!(
            "This request would exceed the shard limit for the account {account} in {region}. Current shard count for \
             the account: {current}. Limit: {limit}. Number of additional shards that would have resulted from this \
             request: {additional}. Refer to the AWS Service Limits page \
             (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current limits and how to \
             request higher limits."
        )),
        ShardCountOutOfRange(count) => {
            invalid(format!("ShardCount {count} is not a legal number of shards."))
        }
        OnDemandOnly(stream) => {
            Fault::validation(format!("Request is invalid. Stream {} is in On-Demand mode.", under(&stream)))
        }
        ProvisionedOnly(stream) => Fault::validation(format!(
            "Request is invalid. Stream {} is in Provisioned mode.",
            under(&stream)
        )),
        StreamHasConsumers { stream, consumers } => in_use(format!(
            "Stream {} has {consumers} registered consumers. Deregister them, or set EnforceConsumerDeletion.",
            under(&stream)
        )),
        RetentionOutOfRange { hours, .. } if hours < RETENTION_HOURS_MIN => {
            retention_too_short(i64::from(hours))
        }
        RetentionOutOfRange { hours, max, .. } => invalid(format!(
            "Maximum allowed retention period is {max} hours. Requested retention period ({hours} hours) is too long."
        )),
        RetentionNotLonger { stream, hours, current } => invalid(format!(
            "Requested retention period ({hours} hours) for stream {} can not be shorter than existing retention \
             period ({current} hours). Use DecreaseRetentionPeriod API.",
            stream.stream
        )),
        RetentionNotShorter { stream, hours, current } => invalid(format!(
            "Requested retention period ({hours} hours) for stream {} can not be longer than existing retention \
             period ({current} hours). Use IncreaseRetentionPeriod API.",
            stream.stream
        )),
        TooManyTags { stream, limit, .. } => invalid(format!(
            "Failed to add tags to stream {} because a given stream cannot have more than {limit} tags associated \
             with it.",
            under(&stream)
        )),
        SizeLimit(error) => invalid(format!("Tag {}: {error}.", headwater_stream::model::SHARD_BYTES_TAG)),
        RecordLimitOutOfRange { kib, min, max } => {
            Fault::validation(format!("MaxRecordSizeInKiB {kib} is not within the range of {min} to {max}."))
        }
        TooManyChangesPerDay { stream, changes, limit } => limit_exceeded(format!(
            "Stream {} was changed {changes} times within 24 hours. Limit: {limit}.",
            under(&stream)
        )),
        NoAdvantage(account) => Fault::validation(format!(
            "Warm throughput is only supported for accounts with MinimumThroughputBillingCommitment enabled. Account: \
             {account}."
        )),
        WarmThroughputTooHigh { mibps, max } => limit_exceeded(format!(
            "WarmThroughputMiBps {mibps} exceeds the limit of {max} MiBps for an on-demand stream."
        )),
        Key(cause) => of_key(cause),
        ShardNotFound { stream, shard } => shard_missing(&stream, shard),
        ShardClosed { stream, shard } => invalid(format!(
            "Shard {shard} in stream {} has already been merged or split, and thus is not eligible for merging or \
             splitting.",
            under(&stream)
        )),
        SplitKeyOutOfRange { stream, shard, key, range } => {
            split_key_out_of_range(&stream, shard, &key.to_string(), &range)
        }
        NotAdjacent { stream, shard, adjacent } => invalid(format!(
            "Shards {shard} and {adjacent} in stream {} are not an adjacent pair of shards eligible for merging",
            under(&stream)
        )),
        ScaleUpTooFar { open, target, .. } => limit_exceeded(format!(
            "UpdateShardCount cannot scale up over double your current open shard count. Current open shard count: \
             {open} Target shard count: {target}"
        )),
        ScaleDownTooFar { open, target, .. } => limit_exceeded(format!(
            "UpdateShardCount cannot scale down below half your current open shard count. Current open shard count: \
             {open} Target shard count: {target}"
        )),
        ConsumerNotFound { stream, consumer } => {
            not_found(format!("Consumer {consumer}, account {} not found.", stream.scope.account))
        }
        ConsumerExists { stream, consumer } => {
            in_use(format!("Consumer {consumer} under stream {} already exists.", under(&stream)))
        }
        TooManyConsumers { stream, count, limit } => {
            limit_exceeded(format!("Stream {} has {count} consumers. Limit: {limit}.", under(&stream)))
        }
        ConsumerNotActive { stream, consumer, created } => in_use(format!(
            "Consumer {consumer} with creation timestamp {} under stream: {} , account {} is not in ACTIVE status.",
            created.as_secs(),
            stream.stream,
            stream.scope.account
        )),
        SubscriptionActive { stream, consumer, shard } => in_use(format!(
            "Another active subscription exists for this consumer: {}:{}:{shard}:{consumer}",
            stream.scope.account, stream.stream
        )),
        // The put operations name the member; this is for callers that have none to name.
        RecordTooLarge { bytes, bytes_max, .. } => {
            Fault::validation(format!("A record of {bytes} bytes is over the limit of {bytes_max} bytes."))
        }
        RequestTooLarge { bytes_max, .. } => {
            invalid(format!("Records size exceeds {} MB limit", bytes_max / (1024 * 1024)))
        }
        PartitionKeyMissing { .. } => Fault::validation("PartitionKey must not be null."),
        ReadThrottled { stream, shard } => throughput_exceeded(&stream, shard),
        OrderingNumberInvalid(number, stream) => ordering_number(&stream, &number.to_string()),
        SequenceOfOtherShard { actual, used, .. } => invalid(format!(
            "Invalid StartingSequenceNumber. It encodes {actual}, while it was used in a call to a shard with {used}"
        )),
        SequenceOfOtherStream { stream, shard, number } => invalid(format!(
            "StartingSequenceNumber {number} used in GetShardIterator on shard {shard} in stream {} is invalid because \
             it did not come from this stream.",
            under(&stream)
        )),
        TimestampInFuture { at, now } => invalid(format!(
            "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: \
             {}, currentTimestampInMillis: {}",
            at.as_millis(),
            now.as_millis()
        )),
        IteratorInvalid => invalid("Invalid ShardIterator."),
        IteratorExpired { issued, now } => expired_iterator(issued, now),
        Commit(cause) => of_commit(&cause),
        Read(cause) => Fault::internal(format!("Internal Service Failure: {cause}")),
        Corrupt(detail) => {
            Fault::internal(format!("Internal Service Failure: stored data is damaged: {detail}"))
        }
        Contended => Fault::unavailable("The stream is being changed by others; try again."),
        Stopping => Fault::unavailable("The server is shutting down."),
    }
}

/// A refused record of PutRecord, where the whole call fails.
pub(crate) fn of_put(stream: &StreamArn, fault: PutFault) -> Fault {
    match fault {
        PutFault::Throttled { shard } => throughput_exceeded(stream, shard),
        PutFault::NotStored(cause) => of_commit(&cause),
    }
}

/// A refused record of PutRecords: `ErrorCode` and `ErrorMessage` of its entry.
pub(crate) fn of_put_entry(stream: &StreamArn, fault: PutFault) -> (String, String) {
    match fault {
        PutFault::Throttled { shard } => {
            let fault = throughput_exceeded(stream, shard);
            (fault.code.to_owned(), fault.message.unwrap_or_default().into_owned())
        }
        PutFault::NotStored(cause) if matches!(*cause, CommitError::DiskFull) => {
            ("InternalFailure".to_owned(), DISK_FULL.to_owned())
        }
        PutFault::NotStored(_) => ("InternalFailure".to_owned(), "Internal Service Failure".to_owned()),
    }
}

/// The key file stands where the service has KMS.
fn of_key(cause: KeyFault) -> Fault {
    match cause {
        KeyFault::NotFound(text) => Fault::client("KMSNotFoundException", text),
        KeyFault::Disabled(key) => Fault::client("KMSDisabledException", format!("{key} is disabled.")),
        KeyFault::PendingDeletion(key) => {
            Fault::client("KMSInvalidStateException", format!("{key} is pending deletion."))
        }
        KeyFault::NoAccess(text) => Fault::client("KMSAccessDeniedException", text),
    }
}

/// The service's error for what is its own trouble, which every client tries again.
const DISK_FULL: &str =
    "Internal Service Failure: the server's disk is full and nothing was stored; retry when there is room";

fn of_commit(cause: &CommitError) -> Fault {
    match cause {
        CommitError::Overloaded => Fault::unavailable("The server is overloaded; try again."),
        CommitError::DiskFull => Fault::internal(DISK_FULL),
        CommitError::Stopped(_) => Fault::unavailable(format!("The server takes no writes: {cause}.")),
        CommitError::PreconditionFailed { .. }
        | CommitError::OffsetMismatch { .. }
        | CommitError::Fenced { .. }
        | CommitError::TooLarge { .. }
        | CommitError::Malformed(_)
        | CommitError::UnknownOutcome(_) => Fault::internal(format!("Internal Service Failure: {cause}")),
    }
}

pub(crate) fn invalid(message: impl Into<std::borrow::Cow<'static, str>>) -> Fault {
    Fault::client("InvalidArgumentException", message)
}

pub(crate) fn not_found(message: String) -> Fault {
    Fault::client("ResourceNotFoundException", message)
}

pub(crate) fn in_use(message: String) -> Fault {
    Fault::client("ResourceInUseException", message)
}

pub(crate) fn limit_exceeded(message: String) -> Fault {
    Fault::client("LimitExceededException", message)
}

/// A check that a request with `DryRun` has passed.
pub(crate) fn dry_run() -> Fault {
    Fault::client("DryRunOperationException", "Request would have succeeded, but DryRun flag is set.")
}

/// The constraint of the stream's own settings, in the validator's form.
pub(crate) fn record_too_large(path: &str, bytes_max: usize) -> Fault {
    Fault::validation(format!(
        "1 validation error detected: Value at '{path}' failed to satisfy constraint: Member must have length less than \
         or equal to {bytes_max}"
    ))
}

/// A member that only this stream's settings ask for, in the validator's form.
pub(crate) fn null_member(path: &str) -> Fault {
    Fault::validation(format!(
        "1 validation error detected: Value null at '{path}' failed to satisfy constraint: Member must not be null"
    ))
}

/// The model lets every number pass; those below zero have no engine to refuse them.
pub(crate) fn retention_hours(asked: i32) -> Result<u32, Fault> {
    u32::try_from(asked).map_err(|_| retention_too_short(i64::from(asked)))
}

fn retention_too_short(hours: i64) -> Fault {
    invalid(format!(
        "Minimum allowed retention period is {RETENTION_HOURS_MIN} hours. Requested retention period ({hours} hours) is \
         too short."
    ))
}

pub(crate) fn ordering_number(stream: &StreamArn, number: &str) -> Fault {
    invalid(format!(
        "ExclusiveMinimumSequenceNumber {number} used in PutRecord on stream {} is invalid.",
        under(stream)
    ))
}

pub(crate) fn split_key_out_of_range(
    stream: &StreamArn,
    shard: ShardId,
    key: &str,
    range: &HashKeyRange,
) -> Fault {
    invalid(format!(
        "NewStartingHashKey {key} used in SplitShard() on shard {shard} in stream {} is not both greater than one plus \
         the shard's StartingHashKey {} and less than the shard's EndingHashKey {}.",
        under(stream),
        range.start(),
        range.end()
    ))
}

/// As [`of`], with SplitShard's and MergeShards' own words for a shard that is not there.
pub(crate) fn of_reshard(error: StreamError) -> Fault {
    match error {
        StreamError::ShardNotFound { stream, shard } => {
            not_found(format!("Could not find shard {shard} in stream {}.", under(&stream)))
        }
        other => of(other),
    }
}

pub(crate) fn shard_missing(stream: &StreamArn, shard: ShardId) -> Fault {
    not_found(format!("Shard {shard} in stream {} does not exist", under(stream)))
}

fn throughput_exceeded(stream: &StreamArn, shard: ShardId) -> Fault {
    Fault::client(
        "ProvisionedThroughputExceededException",
        format!("Rate exceeded for shard {shard} in stream {}.", under(stream)),
    )
}

fn expired_iterator(issued: Timestamp, now: Timestamp) -> Fault {
    Fault::client(
        "ExpiredIteratorException",
        format!(
            "Iterator expired. The iterator was created at time {} while right now it is {} which is further in the \
             future than the tolerated delay of {} milliseconds.",
            java_date(issued),
            java_date(now),
            headwater_types::limits::ITERATOR_LIFETIME_MS
        ),
    )
}

/// `S under account A`, as most texts name a stream.
fn under(stream: &StreamArn) -> String {
    format!("{} under account {}", stream.stream, stream.scope.account)
}

fn status_name(status: StreamStatus) -> &'static str {
    match status {
        StreamStatus::Creating => "CREATING",
        StreamStatus::Active => "ACTIVE",
        StreamStatus::Updating => "UPDATING",
        StreamStatus::Deleting => "DELETING",
    }
}

/// `Thu Jan 22 01:22:02 UTC 2015`, as Java prints a date.
fn java_date(time: Timestamp) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (days, seconds) = (time.as_secs().div_euclid(86_400), time.as_secs().rem_euclid(86_400));
    let (year, month, day) = civil(days);
    format!(
        "{} {} {day:02} {:02}:{:02}:{:02} UTC {year}",
        DAYS[days.rem_euclid(7) as usize],
        MONTHS[month as usize - 1],
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// Year, month and day of a count of days since 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_printed_as_java_prints_them() {
        assert_eq!(java_date(Timestamp(1_421_889_722_000)), "Thu Jan 22 01:22:02 UTC 2015");
        assert_eq!(java_date(Timestamp(1_709_164_800_000)), "Thu Feb 29 00:00:00 UTC 2024");
        assert_eq!(java_date(Timestamp(0)), "Thu Jan 01 00:00:00 UTC 1970");
    }
}
