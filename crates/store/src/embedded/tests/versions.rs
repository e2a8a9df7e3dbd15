//! Data directories written by every version of the format open, read as they did, and go on.
//!
//! `fixtures/store-<version>-<how it ended>.gz` holds a small directory and what a reader saw in it. A new version of the
//! format adds its own with `HEADWATER_BLESS=1` and never touches those that are there.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use headwater_runtime::disk::{CrashMode, read_file};
use headwater_runtime::{Disk, Entropy, OpenMode, SimDisk};

use super::super::frame::FORMAT_VERSION;
use super::model::{Model, random_commit};
use super::rig::{DIR, Rig};
use super::*;
use crate::compact::CompactionPolicy;

const EXPECTED: &str = "expected.txt";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Everything a reader can see, as text.
fn seen(rig: &Rig) -> String {
    let mut text = String::new();
    let published = rig.shared.published.read();
    writeln!(text, "lsn {}", published.lsn.0).unwrap();
    let mut ids: Vec<PartitionId> = published.partitions.keys().copied().collect();
    ids.sort_unstable();
    let mut dropped: Vec<u64> = published.dropped.iter().map(|id| id.0).collect();
    dropped.sort_unstable();
    drop(published);
    writeln!(text, "dropped {dropped:?}").unwrap();
    for id in ids {
        let bounds = rig.shared.bounds_of(id).unwrap();
        let (start, end, epoch) = (bounds.log_start, bounds.end, bounds.epoch);
        writeln!(text, "partition {} from {start} to {end} epoch {epoch}", id.0).unwrap();
        for batch in rig.read_all(id).unwrap() {
            let (crc, len) = (crc32c::crc32c(&batch.payload), batch.payload.len());
            let (at, count, time) = (batch.base_offset, batch.record_count, batch.append_time.0);
            writeln!(text, "  {at} records {count} time {time} bytes {len} crc {crc:08x}").unwrap();
        }
    }
    for (key, value) in rig.state().unwrap() {
        writeln!(text, "state {} = {}", key.escape_ascii(), value.escape_ascii()).unwrap();
    }
    text
}

fn pack(disk: &SimDisk, expected: &str) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    let mut add = |name: &str, bytes: &[u8]| {
        out.write_all(format!("{name} {}\n", bytes.len()).as_bytes()).unwrap();
        out.write_all(bytes).unwrap();
    };
    add(EXPECTED, expected.as_bytes());
    for path in disk.files_under(Path::new(DIR)) {
        let name = path.strip_prefix(DIR).unwrap().to_str().unwrap().to_owned();
        add(&name, &read_file(disk, &path).unwrap());
    }
    out.finish().unwrap()
}

fn unpack(packed: &[u8]) -> (SimDisk, String) {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
    let (disk, mut expected, mut rest) = (SimDisk::new(), String::new(), &bytes[..]);
    while let Some(line) = rest.iter().position(|byte| *byte == b'\n') {
        let (name, len) = std::str::from_utf8(&rest[..line]).unwrap().rsplit_once(' ').unwrap();
        let (content, after) = rest[line + 1..].split_at(len.parse().unwrap());
        rest = after;
        if name == EXPECTED {
            expected = String::from_utf8(content.to_vec()).unwrap();
            continue;
        }
        let path = Path::new(DIR).join(name);
        let dir = path.parent().unwrap();
        disk.create_dir_all(dir).unwrap();
        let file = disk.open(&path, OpenMode::CreateNew).unwrap();
        file.write_at(content, 0).unwrap();
        file.sync_data().unwrap();
        disk.sync_dir(dir).unwrap();
    }
    (disk, expected)
}

/// A directory with sealed, trimmed and dropped things, a base, and a tail behind it.
fn written(closed: bool) -> (SimDisk, String) {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    let (mut model, entropy) = (Model::default(), Entropy::seeded(u64::from(closed)));
    for step in 0..60 {
        let commit = random_commit(&model, &entropy);
        if let Ok(receipt) = rig.commit(commit.clone()) {
            model.apply(&commit, &receipt);
        }
        match step {
            10 | 40 => rig.prepare(),
            20 | 45 => rig.checkpoint().unwrap(),
            30 => rig.idle(),
            50 => {
                rig.checkpoint().unwrap();
                rig.rewrite().unwrap();
                rig.compact(&CompactionPolicy::default()).unwrap();
            }
            _ => {}
        }
    }
    assert!(
        super::rig::log_files(&disk).len() > super::rig::journal_files(&disk).len(),
        "there are segments"
    );
    model.check(&rig, "as written");
    let text = seen(&rig);
    if closed {
        rig.close();
        (disk, text)
    } else {
        (disk.crash(CrashMode::SyncedOnly, &entropy), text)
    }
}

#[test]
fn directories_of_every_version_open_and_go_on() {
    if std::env::var_os("HEADWATER_BLESS").is_some() {
        for (how, closed) in [("closed", true), ("killed", false)] {
            let path = fixtures().join(format!("store-{FORMAT_VERSION}-{how}.gz"));
            if !path.exists() {
                let (disk, expected) = written(closed);
                std::fs::write(path, pack(&disk, &expected)).unwrap();
            }
        }
    }
    let mut versions = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(fixtures()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        versions.insert(name.split('-').nth(1).unwrap().parse::<u32>().unwrap());
        let (disk, expected) = unpack(&std::fs::read(&path).unwrap());
        let mut rig = Rig::open(&disk).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(rig.shared.broken(), None, "{name}");
        assert_eq!(seen(&rig), expected, "{name}");
        rig.checkpoint().unwrap();
        assert_eq!(seen(&rig), expected, "{name}, after a checkpoint");
        let more = Commit { appends: vec![contract::batch(PartitionId(99), b"x", 1)], ..Commit::default() };
        rig.commit(more).unwrap();
        let after = seen(&rig);
        let rig = Rig::open(&disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1))).unwrap();
        assert_eq!(seen(&rig), after, "{name}, opened again");
    }
    assert_eq!(versions, (1..=FORMAT_VERSION).collect(), "a fixture for every version of the format");
}
