//! Copies: a backup is the store at one commit, whole; what is damaged is told, and salvaged as far as it can be read.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use headwater_runtime::disk::{CrashMode, read_file};
use headwater_runtime::{Disk, Entropy, SimDisk};

use super::model::{Model, random_commit};
use super::rig::{DIR, Rig, journal_files, small};
use super::*;

const COPY: &str = "/copy";

fn furnished(seed: u64, steps: u64) -> (Rig, Model) {
    let mut rig = Rig::open(&SimDisk::new()).unwrap();
    let (mut model, entropy) = (Model::default(), Entropy::seeded(seed));
    go_on(&mut rig, &mut model, steps, &entropy);
    (rig, model)
}

fn go_on(rig: &mut Rig, model: &mut Model, steps: u64, entropy: &Entropy) {
    for step in 0..steps {
        let commit = random_commit(model, entropy);
        if let Ok(receipt) = rig.commit(commit.clone()) {
            model.apply(&commit, &receipt);
        }
        if step % 20 == 19 {
            rig.checkpoint().unwrap();
            rig.rewrite().unwrap();
        }
    }
}

fn shared_disk(rig: &Rig) -> Arc<dyn Disk> {
    Arc::new(rig.disk.clone())
}

fn open_copy(disk: &SimDisk) -> Result<Rig, OpenError> {
    Rig::open_with(disk, small(COPY))
}

#[test]
fn a_backup_is_the_store_at_one_commit_and_goes_on_by_itself() {
    let (mut rig, mut model) = furnished(1, 70);
    let copied = rig.shared.copy_to(&shared_disk(&rig), Path::new(COPY), true).unwrap();
    assert_eq!((copied.lsn.0, copied.state_keys), (model.lsn, model.state.len() as u64));
    assert!(copied.batches > 20 && copied.lost.is_empty());
    let then = model.clone();
    go_on(&mut rig, &mut model, 20, &Entropy::seeded(2));
    let disk = rig.disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    then.check(&open_copy(&disk).unwrap(), "the copy");
    let (mut copy, mut forked) = (open_copy(&disk).unwrap(), then);
    go_on(&mut copy, &mut forked, 60, &Entropy::seeded(3));
    drop(copy);
    let disk = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    forked.check(&open_copy(&disk).unwrap(), "the copy, written to");
    model.check(&Rig::open(&disk).unwrap(), "what was copied");
}

#[test]
fn a_copy_that_was_cut_off_is_not_opened_and_says_so() {
    let (rig, model) = furnished(4, 40);
    rig.disk.record();
    rig.shared.copy_to(&shared_disk(&rig), Path::new(COPY), true).unwrap();
    let recording = rig.disk.finish_recording();
    let (mut unfinished, mut whole) = (0, 0);
    for at in 0..recording.len() {
        for (nth, mode) in CrashMode::ALL.into_iter().enumerate() {
            let disk = recording.crash_at(at, mode, &Entropy::seeded((at as u64) << 8 | nth as u64));
            let context = format!("after call {at}, {mode:?}");
            let began = disk.exists(&Path::new(COPY).join("FORMAT")).unwrap();
            match open_copy(&disk) {
                Ok(copy) if began => {
                    model.check(&copy, &context);
                    whole += 1;
                }
                // Nothing of it has reached the disk.
                Ok(copy) => assert_eq!(copy.shared.published.read().lsn.0, 0, "{context}"),
                Err(OpenError::NotADataDir(_, why)) => {
                    assert!(why.contains("not finished") || why.contains("no FORMAT"), "{context}: {why}");
                    unfinished += 1;
                }
                Err(error) => panic!("{context}: {error}"),
            }
            model.check(&Rig::open(&disk).unwrap(), &context);
        }
    }
    assert!(unfinished > 50 && whole > 0, "{unfinished} unfinished, {whole} whole");
    let error = rig.shared.copy_to(&shared_disk(&rig), Path::new(COPY), true).unwrap_err();
    assert!(matches!(error, CopyError::NotEmpty(_)), "{error}");
}

fn examine(disk: &SimDisk) -> Examined {
    Examined::open(Path::new(DIR), Arc::new(disk.clone())).unwrap()
}

#[test]
fn looking_changes_nothing_and_finds_a_sound_directory_sound() {
    let (rig, model) = furnished(5, 60);
    let disk = rig.disk.crash(CrashMode::ProcessKilled, &Entropy::seeded(1));
    drop(rig);
    disk.record();
    let examined = examine(&disk);
    let found = examined.verify().unwrap();
    assert!(found.is_sound(), "{found:?}");
    let inspected = examined.inspect().unwrap();
    assert_eq!(inspected.lsn.0, model.lsn);
    assert_eq!(inspected.partitions.len(), model.partitions.len());
    assert_eq!(inspected.state_keys, model.state.len() as u64);
    for place in [FilePlace::JournalTail, FilePlace::Journal, FilePlace::Segment] {
        assert!(inspected.files.iter().any(|file| file.place == place), "{place:?}: {:?}", inspected.files);
    }
    assert_eq!(disk.finish_recording().len(), 1, "nothing was written");
    drop(examined);
    let used = Rig::open(&disk).unwrap();
    let refused = Examined::open(Path::new(DIR), Arc::new(disk.clone())).err().expect("a server uses it");
    drop(used);
    assert!(matches!(refused, OpenError::InUse(_)), "{refused}");
}

#[test]
fn a_damaged_directory_is_salvaged_but_for_what_is_gone() {
    let disk = SimDisk::new();
    let mut rig = Rig::open(&disk).unwrap();
    for n in 0..60u8 {
        let appends =
            vec![contract::batch(contract::P, &[n; 300], 2), contract::batch(PartitionId(9), &[n], 1)];
        let state = vec![contract::put("n", &n.to_string())];
        rig.commit(Commit { appends, state, ..Commit::default() }).unwrap();
    }
    rig.idle();
    drop(rig);
    // A payload in the first file, and in the last one a header, which takes commits with it.
    let files = journal_files(&disk);
    disk.poke(&files[0], 1024 + 80 + 10, &[0xee]);
    disk.poke(&files[files.len() - 1], 1024 + 20, &[0xee]);
    let broken = Rig::open(&disk).unwrap();
    assert!(broken.shared.broken().unwrap().contains("read-only"));
    drop(broken);

    let examined = examine(&disk);
    let found = examined.verify().unwrap();
    assert!(!found.is_sound() && found.state_damage.is_some() && !found.journal_damage.is_empty());
    assert!(found.lost.iter().any(|lost| (lost.partition, lost.from.0, lost.to.0) == (contract::P, 0, 2)));
    let strict = examined.copy_to(Path::new("/strict"), true).unwrap_err();
    assert!(matches!(strict, CopyError::Damaged(_)), "{strict}");
    let copied = examined.copy_to(Path::new(COPY), false).unwrap();
    assert!(copied.state_damage.is_some());
    assert_eq!(copied.lost.iter().map(|l| (l.partition, l.from)).collect::<Vec<_>>(), {
        found.lost.iter().map(|l| (l.partition, l.from)).collect::<Vec<_>>()
    });

    let mut salvaged = open_copy(&disk).unwrap();
    assert_eq!(salvaged.shared.broken(), None);
    let mut read = 0;
    let end = salvaged.shared.bounds_of(contract::P).unwrap().end;
    let mut at = Offset(0);
    while at < end {
        at = match salvaged.read(contract::P, at, 1000) {
            Ok(page) => {
                for batch in &page.batches {
                    assert_eq!(batch.payload[..], [(batch.base_offset.0 / 2) as u8; 300], "right bytes");
                }
                read += page.batches.len();
                page.batches.last().unwrap().base_offset.plus(2)
            }
            Err(ReadError::Corrupt { from, to, .. }) => {
                assert!(from <= at && at < to);
                to
            }
            Err(error) => panic!("{error}"),
        };
    }
    assert!(read > 40, "{read}");
    let commit = Commit { appends: vec![contract::batch(contract::P, b"more", 1)], ..Commit::default() };
    let receipt = salvaged.commit(commit).unwrap();
    assert!(receipt.appends[0].base_offset.0 >= 120, "no offset is given twice");
    let shown = salvaged.read(contract::P, receipt.appends[0].base_offset, 1).unwrap();
    assert_eq!(shown.batches[0].payload, "more");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_a_busy_store_holds_commits_whole() {
    let disk = SimDisk::new();
    let store = EmbeddedStore::open(small(DIR), Arc::new(disk.clone()), Clock::system()).unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (1..=4u64)
        .map(|id| {
            let (store, stop) = (store.clone(), stop.clone());
            tokio::spawn(async move {
                let mut n = 0u64;
                while !stop.load(Ordering::Relaxed) {
                    n += 1;
                    let appends = vec![contract::batch(PartitionId(id), &[id as u8; 200], 1)];
                    let state = vec![contract::put(&format!("count/{id}"), &n.to_string())];
                    store.commit(Commit { appends, state, ..Commit::default() }).await.unwrap();
                }
            })
        })
        .collect();
    let mut backups = Vec::new();
    for n in 0..3 {
        store.wait_beyond(PartitionId(1), Offset(20 + 40 * n), u32::MAX - 1).await.unwrap();
        let (store, disk) = (store.clone(), Arc::new(disk.clone()) as Arc<dyn Disk>);
        let to = std::path::PathBuf::from(format!("/backup-{n}"));
        let copied = tokio::task::spawn_blocking({
            let to = to.clone();
            move || store.backup(&to, &disk)
        });
        backups.push((to, copied.await.unwrap().unwrap()));
    }
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.unwrap();
    }
    store.close();
    let disk = disk.crash(CrashMode::SyncedOnly, &Entropy::seeded(1));
    for (to, copied) in backups {
        let rig = Rig::open_with(&disk, small(&to)).unwrap();
        let mut records = 0;
        for id in 1..=4 {
            let count: u64 = match rig.get(&format!("count/{id}")).unwrap() {
                Some(count) => std::str::from_utf8(&count).unwrap().parse().unwrap(),
                None => 0,
            };
            let held = rig.shared.bounds_of(PartitionId(id)).map_or(0, |bounds| bounds.end.0);
            assert_eq!(count, held, "{} p{id}", to.display());
            assert_eq!(rig.read_all(PartitionId(id)).map_or(0, |all| all.len() as u64), held);
            records += held;
        }
        assert_eq!(records, copied.records);
        assert!(records > 10);
    }
}

#[test]
fn a_rotten_state_file_is_made_again_from_the_files_and_what_of_it_can_be_read() {
    let (rig, model) = furnished(8, 70);
    let disk = rig.disk.crash(CrashMode::ProcessKilled, &Entropy::seeded(1));
    drop(rig);
    let path = Path::new(DIR).join("state.redb");
    let bytes = read_file(&disk, &path).unwrap();
    let entropy = Entropy::seeded(3);
    let (mut rounds, mut whole, mut keys) = (0, 0, 0);
    while rounds < 60 {
        let damaged = disk.copy();
        let at = entropy.below(bytes.len() as u64 / 512) * 512;
        let rot: Vec<u8> = (0..512).map(|_| entropy.next_u64() as u8).collect();
        damaged.poke(&path, at, &rot);
        if Rig::open(&damaged.copy()).is_ok() {
            continue; // nothing that matters
        }
        rounds += 1;
        let context = format!("sector at {at}");
        let open = || Arc::new(damaged.clone()) as Arc<dyn Disk>;
        let examined = Examined::open_damaged(Path::new(DIR), open(), None).unwrap();
        assert!(!examined.verify().unwrap().is_sound(), "{context}");
        let strict = examined.copy_to(Path::new("/strict"), true);
        assert!(matches!(strict, Err(CopyError::Damaged(_))), "{context}");
        let copied = examined.copy_to(Path::new(COPY), false).unwrap();
        assert!(copied.state_damage.is_some(), "{context}");
        drop(examined);

        let copy = open_copy(&damaged).unwrap();
        let mut complete = true;
        for (id, expected) in &model.partitions {
            let mut at = expected.log_start;
            while at < expected.end {
                match copy.read(PartitionId(*id), Offset(at), 4096) {
                    Ok(page) => {
                        let Some(last) = page.batches.last() else { break };
                        at = last.base_offset.0 + u64::from(last.record_count);
                        for batch in page.batches {
                            let found =
                                (batch.base_offset.0, batch.record_count, batch.append_time, batch.payload);
                            assert!(
                                expected.batches.contains(&found),
                                "{context}: wrong bytes of p{id} at {}",
                                found.0
                            );
                        }
                    }
                    Err(ReadError::Corrupt { to, .. }) => {
                        complete = false;
                        at = to.0;
                    }
                    Err(error) => panic!("{context}: p{id} at {at}: {error}"),
                }
            }
            complete &= at >= expected.end;
        }
        whole += u64::from(complete);
        for (key, value) in copy.state().unwrap() {
            // Without the commit that the rows go up to, older ones may be all there is.
            keys += u64::from(model.state.get(&key) == Some(&value));
        }
    }
    println!(
        "{whole} of {rounds} with every record, {} of {} keys a round",
        keys / rounds,
        model.state.len()
    );
    assert!(whole * 10 >= rounds * 9, "{whole} of {rounds}");
    assert!(keys > rounds * model.state.len() as u64 / 2, "{keys}");
}

#[test]
fn a_backup_that_finds_no_room_fails_and_leaves_the_store_as_it_is() {
    let (mut rig, mut model) = furnished(9, 50);
    let mut failed = 0;
    for room in (0..400).step_by(20) {
        rig.disk.set_capacity(Some(rig.disk.used() + (room << 10)));
        let to = format!("/copy-{room}");
        match rig.shared.copy_to(&shared_disk(&rig), Path::new(&to), true) {
            Err(CopyError::Write(..) | CopyError::Base(..)) => {
                failed += 1;
                rig.disk.set_capacity(None);
                let opened = Rig::open_with(&rig.disk, small(&to)).map(drop);
                let refused = matches!(&opened, Err(OpenError::NotADataDir(..)));
                // Without room for its first file there is nothing of it.
                let nothing = rig.disk.files_under(Path::new(&to)).len() <= 2;
                assert!(refused || nothing, "{room} KiB: {opened:?}");
            }
            Err(error) => panic!("{room} KiB: {error}"),
            Ok(copied) => assert_eq!(copied.lsn.0, model.lsn),
        }
        rig.disk.set_capacity(None);
        go_on(&mut rig, &mut model, 1, &Entropy::seeded(room));
        model.check(&rig, &format!("{room} KiB"));
    }
    assert!((3..18).contains(&failed), "{failed}");
}
