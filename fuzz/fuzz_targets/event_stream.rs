//! Any bytes as event stream frames: whole frames, an error, or a wait for more; what was read can be written again.
#![no_main]

use bytes::BytesMut;
use headwater_aws_wire::event_stream::{frame, take_frame};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut buffer = BytesMut::from(data);
    while let Ok(Some(read)) = take_frame(&mut buffer) {
        let headers: Vec<_> = read.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut again = BytesMut::from(&frame(&headers, &read.payload)[..]);
        assert_eq!(take_frame(&mut again), Ok(Some(read)));
    }
});
