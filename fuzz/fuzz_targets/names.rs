//! Any text as an ARN, a shard id, a hash key or a sequence number: what is read says the same again when it is written.
#![no_main]

use headwater_types::{ConsumerArn, HashKey, SequenceNumber, ShardId, StreamArn};
use libfuzzer_sys::fuzz_target;

macro_rules! assert_said_again {
    ($kind:ident, $text:expr) => {
        if let Some(read) = $kind::parse($text) {
            assert_eq!($kind::parse(&read.to_string()), Some(read));
        }
    };
}

fuzz_target!(|text: &str| {
    assert_said_again!(StreamArn, text);
    assert_said_again!(ConsumerArn, text);
    assert_said_again!(ShardId, text);
    assert_said_again!(HashKey, text);
    assert_said_again!(SequenceNumber, text);
    // Long prefixes are not found by chance.
    let stream = format!("arn:aws:kinesis:us-east-1:000000000000:stream/{text}");
    assert_said_again!(StreamArn, &stream);
    assert_said_again!(ConsumerArn, &stream);
    let number = format!("4964643757710847641691687640582713835140504430544{text}");
    assert_said_again!(SequenceNumber, &number);
});
