//! How fast the data path reads and writes: `cargo run --release -p headwater-aws-wire --example codec_speed`.

use base64::Engine as _;
use bytes::Bytes;
use headwater_aws_shapes::kinesis::{GetRecordsOutput, PutRecords, Record};
use headwater_aws_wire::Protocol;
use headwater_aws_wire::fast::{Codec, GetRecordsCodec, PutRecordsCodec, SchemaCodec};
use headwater_types::Timestamp;

#[allow(clippy::disallowed_methods)] // a stopwatch is what this is
fn measure(name: &str, bytes: usize, mut work: impl FnMut()) {
    const ROUNDS: usize = 400;
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = std::time::Instant::now();
        (0..ROUNDS).for_each(|_| work());
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!("{name}: {:.0} MB/s of body", (bytes * ROUNDS) as f64 / best / 1e6);
}

fn main() {
    let data = base64::engine::general_purpose::STANDARD
        .encode((0..1024u32).map(|i| (i * 7) as u8).collect::<Vec<_>>());
    let entry = |i: usize| format!(r#"{{"Data":"{data}","PartitionKey":"key-{i:06}"}}"#);
    let body =
        format!(r#"{{"StreamName":"s","Records":[{}]}}"#, (0..500).map(entry).collect::<Vec<_>>().join(","));
    let body = Bytes::from(body);
    let protocol = Protocol::AwsJson11;
    measure("PutRecords by hand", body.len(), || {
        std::hint::black_box(PutRecordsCodec::decode(protocol, &body).expect("legal"));
    });
    measure("PutRecords by schema", body.len(), || {
        std::hint::black_box(<SchemaCodec as Codec<PutRecords>>::decode(protocol, &body).expect("legal"));
    });
    let input = PutRecordsCodec::decode(protocol, &body).expect("legal");
    let cbor = Protocol::Cbor11.encode(input);
    // The same records, so the same number of bytes: what is compared is records, not bodies.
    measure("PutRecords in CBOR, of the JSON body's bytes", body.len(), || {
        std::hint::black_box(PutRecordsCodec::decode(Protocol::Cbor11, &cbor).expect("legal"));
    });

    let record = |i: i64| Record {
        sequence_number: "49".to_owned() + &"1".repeat(54),
        approximate_arrival_timestamp: Some(Timestamp(1_700_000_000_123 + i)),
        data: Bytes::from(vec![i as u8; 1024]),
        partition_key: Some(format!("key-{i:06}")),
        encryption_type: None,
    };
    let output = GetRecordsOutput { records: (0..500).map(record).collect(), ..Default::default() };
    let bytes = GetRecordsCodec::encode(protocol, output.clone()).len();
    measure("GetRecords by hand", bytes, || {
        std::hint::black_box(GetRecordsCodec::encode(protocol, output.clone()));
    });
    measure("GetRecords in CBOR, of the JSON body's bytes", bytes, || {
        std::hint::black_box(GetRecordsCodec::encode(Protocol::Cbor11, output.clone()));
    });
    measure("GetRecords by schema", bytes, || {
        std::hint::black_box(protocol.encode(output.clone()));
    });
}
