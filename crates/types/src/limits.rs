//! Every limit of the product: named, with its unit last in the name and its source above the number.

/// Largest frame of the journal, and so the largest batch one append can carry. Kafka's and Kinesis's largest requests
/// (10 MiB of records) fit with their overhead.
pub const STORE_FRAME_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Largest HTTP request body any face reads: PutRecords carries 10 MiB of data, base64 makes it 13.4 MiB, and 500
/// partition keys of 256 characters with JSON around them add less than 1 MiB.
/// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>
pub const HTTP_BODY_BYTES_MAX: usize = 16 * 1024 * 1024;
