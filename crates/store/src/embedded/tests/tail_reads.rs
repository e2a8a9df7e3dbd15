//! Reads of what is new come from memory, and only from there.

use headwater_runtime::SimDisk;
use headwater_runtime::disk::{Fault, FaultKind};

use super::*;

fn record(n: u64) -> Commit {
    let payload = [&n.to_le_bytes()[..], &[7; 500]].concat();
    Commit { appends: vec![contract::batch(contract::P, &payload, 1)], ..Commit::default() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_at_the_tail_never_touches_the_disk() {
    let disk = SimDisk::new();
    let config = EmbeddedConfig { journal_keep_bytes: u64::MAX, ..small("/data") };
    let store = EmbeddedStore::open(config, Arc::new(disk.clone()), Clock::system()).unwrap();
    // Every read of a journal file from now on fails, and is counted.
    let (kind, path_contains) = (FaultKind::Read, "/data/journal".to_owned());
    disk.inject(Fault { kind, path_contains, skip: 0, times: u64::MAX, error: std::io::ErrorKind::Other });
    let mut at = Offset(0);
    for burst in 0..80 {
        for _ in 0..1 + burst % 9 {
            store.commit(record(at.0)).await.unwrap();
            let bounds = store.wait_beyond(contract::P, at, u32::MAX - 1).await.unwrap();
            assert_eq!(bounds.end, at.plus(1));
            at = bounds.end;
        }
        let from = Offset(at.0 - 1 - burst % 9);
        let page = store.read(contract::P, from, 1 << 20).await.unwrap();
        let numbers =
            page.batches.iter().map(|batch| u64::from_le_bytes(batch.payload[..8].try_into().unwrap()));
        assert!(numbers.eq(from.0..at.0), "burst {burst}");
    }
    assert_eq!(disk.faults_left(), u64::MAX, "a read of the tail went to the disk");
    // Far behind it is the disk that is asked.
    assert!(matches!(store.read(contract::P, Offset(0), 1).await, Err(ReadError::Io(_))));
    assert_eq!(disk.faults_left(), u64::MAX - 1);
}
