//! The simulated disk keeps what was synced and may lose anything else; the real one behaves the same where both can.

#![allow(clippy::disallowed_methods)]

use super::*;
use crate::Entropy;

fn check_both(check: impl Fn(&dyn Disk, &Path)) {
    let dir = std::env::temp_dir().join(format!("headwater-disk-{}", Entropy::system().uuid()));
    check(&RealDisk, &dir);
    std::fs::remove_dir_all(&dir).expect("the scratch directory is ours");
    check(&SimDisk::new(), Path::new("/data"));
}

#[test]
fn what_was_written_is_read_back_and_a_cut_file_regrows_with_zeros() {
    check_both(|disk, dir| {
        disk.create_dir_all(dir).unwrap();
        let file = disk.open(&dir.join("a"), OpenMode::Create).unwrap();
        file.write_at(&[7; 10_000], 100).unwrap();
        let mut back = [1; 200];
        file.read_exact_at(&mut back, 0).unwrap();
        assert_eq!((back[99], back[100]), (0, 7));
        file.set_len(5_000).unwrap();
        file.set_len(6_000).unwrap();
        let mut one = [9; 2];
        file.read_exact_at(&mut one, 4_999).unwrap();
        assert_eq!(one, [7, 0]);
        assert_eq!(file.read_at(&mut one, 6_000).unwrap(), 0);
        assert_eq!(file.read_exact_at(&mut one, 5_999).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    });
}

#[test]
fn names_are_created_listed_renamed_and_removed() {
    check_both(|disk, dir| {
        assert_eq!(disk.list(dir).unwrap_err().kind(), io::ErrorKind::NotFound);
        disk.create_dir_all(dir).unwrap();
        assert_eq!(
            disk.open(&dir.join("a"), OpenMode::Existing).err().unwrap().kind(),
            io::ErrorKind::NotFound
        );
        replace_file(disk, &dir.join("a"), b"one").unwrap();
        replace_file(disk, &dir.join("a"), b"two").unwrap();
        assert_eq!(read_file(disk, &dir.join("a")).unwrap(), b"two");
        assert_eq!(
            disk.open(&dir.join("a"), OpenMode::CreateNew).err().unwrap().kind(),
            io::ErrorKind::AlreadyExists
        );
        disk.rename(&dir.join("a"), &dir.join("b")).unwrap();
        assert_eq!(disk.list(dir).unwrap(), ["b"]);
        disk.remove(&dir.join("b")).unwrap();
        assert!(!disk.exists(&dir.join("b")).unwrap());
    });
}

#[test]
fn a_lock_is_held_once_and_given_back() {
    check_both(|disk, dir| {
        disk.create_dir_all(dir).unwrap();
        let held = disk.lock(&dir.join("LOCK")).unwrap();
        assert_eq!(disk.lock(&dir.join("LOCK")).err().unwrap().kind(), io::ErrorKind::WouldBlock);
        drop(held);
        disk.lock(&dir.join("LOCK")).unwrap();
    });
}

fn sim_with_file() -> (SimDisk, Arc<dyn DiskFile>) {
    let disk = SimDisk::new();
    disk.create_dir_all(Path::new("/d")).unwrap();
    let file = disk.open(Path::new("/d/f"), OpenMode::Create).unwrap();
    (disk, file)
}

#[test]
fn a_crash_keeps_what_was_synced_and_nothing_else_when_it_is_harsh() {
    let (disk, file) = sim_with_file();
    file.write_at(b"kept", 0).unwrap();
    file.sync_data().unwrap();
    let nameless = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    assert_eq!(nameless.list(Path::new("/d")).unwrap(), Vec::<String>::new(), "the name was not synced");
    assert!(file.sync_data().is_err(), "the old machine is off");

    let (disk, file) = sim_with_file();
    disk.sync_dir(Path::new("/d")).unwrap();
    file.write_at(b"kept", 0).unwrap();
    file.sync_data().unwrap();
    file.write_at(b"lost", 0).unwrap();
    let after = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    assert_eq!(read_file(&after, Path::new("/d/f")).unwrap(), b"kept");
}

#[test]
fn a_random_crash_loses_some_sectors_keeps_others_and_replays_from_its_seed() {
    let (disk, file) = sim_with_file();
    disk.sync_dir(Path::new("/d")).unwrap();
    file.write_at(&[0; 64 * 512], 0).unwrap();
    file.sync_data().unwrap();
    disk.record();
    file.write_at(&[1; 64 * 512], 0).unwrap();
    let recording = disk.finish_recording();
    assert_eq!(recording.len(), 2);
    let survivors = |seed| {
        let after = recording.crash_at(1, CrashMode::Random, &Entropy::seeded(seed));
        read_file(&after, Path::new("/d/f")).unwrap().iter().filter(|b| **b == 1).count()
    };
    let counts: std::collections::BTreeSet<usize> = (0..64).map(survivors).collect();
    assert!(counts.len() > 20, "crashes differ: {counts:?}");
    assert_eq!(survivors(7), survivors(7));
}

#[test]
fn a_failed_sync_loses_its_writes_for_good() {
    let (disk, file) = sim_with_file();
    disk.sync_dir(Path::new("/d")).unwrap();
    let error = io::ErrorKind::Other;
    disk.inject(Fault { kind: FaultKind::Sync, path_contains: "f".into(), skip: 0, times: 1, error });
    file.write_at(b"gone", 0).unwrap();
    assert!(file.sync_data().is_err());
    file.sync_data().unwrap();
    let after = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    assert_eq!(read_file(&after, Path::new("/d/f")).unwrap(), b"");
}

#[test]
fn a_power_cut_comes_in_the_middle_of_what_is_being_done() {
    let (disk, file) = sim_with_file();
    disk.sync_dir(Path::new("/d")).unwrap();
    disk.cut_power(1, CrashMode::SyncedOnly, &Entropy::seeded(1));
    file.write_at(&[1; 10], 0).unwrap();
    assert!(disk.after_cut().is_none());
    file.sync_data().unwrap();
    assert!(file.write_at(&[2; 10], 0).is_err(), "the machine is off");
    let left = disk.after_cut().unwrap();
    assert_eq!(read_file(&left, Path::new("/d/f")).unwrap(), [1; 10]);
}

#[test]
fn a_disk_that_lies_has_nothing_after_a_crash() {
    let (disk, file) = sim_with_file();
    disk.sync_dir(Path::new("/d")).unwrap();
    disk.lie_about_syncs();
    file.write_at(&[1; 10], 0).unwrap();
    file.sync_data().unwrap();
    let left = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    assert!(read_file(&left, Path::new("/d/f")).unwrap().is_empty());
}

#[test]
fn a_full_disk_writes_short_and_takes_writes_again_when_space_returns() {
    let (disk, file) = sim_with_file();
    disk.set_capacity(Some(2 * 4096));
    file.write_at(&[1; 8192], 0).unwrap();
    assert_eq!(file.write_at(&[1; 100], 8192).unwrap_err().kind(), io::ErrorKind::StorageFull);
    file.write_at(&[2; 100], 0).unwrap();
    disk.set_capacity(None);
    file.write_at(&[1; 100], 8192).unwrap();
}

#[test]
fn a_scratch_disk_shows_what_lies_below_and_leaves_it_alone() {
    let (disk, file) = sim_with_file();
    file.write_at(&[1; 10_000], 0).unwrap();
    let (kept, gone) = (Path::new("/d/f"), Path::new("/d/gone"));
    disk.open(gone, OpenMode::Create).unwrap().write_at(b"here", 0).unwrap();
    disk.record();
    let scratch = ScratchDisk::over(Arc::new(disk.clone()));
    let seen = scratch.open(kept, OpenMode::Existing).unwrap();
    let mut model = vec![1u8; 10_000];
    let entropy = Entropy::seeded(4);
    for round in 0..300u64 {
        let at = entropy.below(14_000);
        if round % 7 == 6 {
            seen.set_len(at).unwrap();
            model.resize(at as usize, 0);
        } else {
            let bytes = vec![round as u8; entropy.below(6_000) as usize + 1];
            seen.write_at(&bytes, at).unwrap();
            model.resize(model.len().max(at as usize + bytes.len()), 0);
            model[at as usize..at as usize + bytes.len()].copy_from_slice(&bytes);
        }
        assert!(read_file(&scratch, kept).unwrap() == model, "round {round}");
    }
    scratch.rename(gone, Path::new("/d/moved")).unwrap();
    scratch.remove(kept).unwrap();
    scratch.open(Path::new("/d/new"), OpenMode::CreateNew).unwrap();
    assert_eq!(scratch.list(Path::new("/d")).unwrap(), ["moved", "new"]);
    assert_eq!(read_file(&scratch, Path::new("/d/moved")).unwrap(), b"here");
    assert!(!scratch.exists(kept).unwrap());
    assert_eq!(disk.finish_recording().len(), 1, "nothing below has changed");
}
