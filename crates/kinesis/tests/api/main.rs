//! The face from outside: raw requests through `AwsService`, over a real engine on a disk in memory and a clock turned by hand.
//!
//! One module per operation or pair of operations; what each says about serialization and validation stands beside its
//! behaviour. Texts are compared whole: they are part of the service.
#![allow(clippy::disallowed_methods)] // tests may

mod cbor;
mod consumers;
mod describe;
mod encryption;
mod get_records;
mod get_shard_iterator;
mod list_shards;
mod list_streams;
mod monitoring_and_policy;
mod put_record;
mod put_records;
mod reshard;
mod retention;
mod rig;
mod stream_life;
mod subscribe_to_shard;
mod surface;
mod tags;
mod update_shard_count;
