//! Seeds of the simulation, each in a process of its own: that what clients see holds through everything, that a seed
//! replays to the byte, and that the checks see a server that loses what it acknowledged.
//!
//! `HEADWATER_SIM_SEEDS=n` and `HEADWATER_SIM_FIRST=m` run `n` seeds from seed `m` on, instead of 500 from 0.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// Whether the run ended well, and what it said.
fn run(seed: u64, flags: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_headwater-sim"))
        .arg(seed.to_string())
        .args(flags)
        .output()
        .expect("the simulation starts");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    match output.status.success() {
        true => (true, said),
        false => (false, format!("{said}({})", output.status)),
    }
}

/// Runs all seeds, a process on each core. What each said, by seed.
fn run_all(seeds: std::ops::Range<u64>, flags: &[&str]) -> BTreeMap<u64, (bool, String)> {
    let next = AtomicU64::new(seeds.start);
    let ended = Mutex::new(BTreeMap::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end {
                        break;
                    }
                    let result = run(seed, flags);
                    ended.lock().unwrap_or_else(PoisonError::into_inner).insert(seed, result);
                }
            });
        }
    });
    ended.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The number before a word of the summary.
fn count(said: &str, what: &str) -> u64 {
    let words: Vec<&str> = said.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
    let before = words.windows(2).find(|pair| pair[1] == what).map(|pair| pair[0]);
    before.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[test]
fn the_server_keeps_its_promises_through_crashes_and_a_bad_network() {
    let number = |name, default| std::env::var(name).map_or(default, |n| n.parse().expect("a number"));
    let (first, seeds) = (number("HEADWATER_SIM_FIRST", 0), number("HEADWATER_SIM_SEEDS", 500));
    let ended = run_all(first..first + seeds, &[]);
    let failed: Vec<String> = ended
        .iter()
        .filter(|(_, (well, _))| !well)
        .map(|(seed, (_, said))| format!("seed {seed}: {said}"))
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {seeds} seeds failed; run one with `cargo run -p headwater-sim -- SEED --trace`\n{}",
        failed.len(),
        failed.join("\n")
    );
    let total = |what| ended.values().map(|(_, said)| count(said, what)).sum::<u64>();
    let (puts, reads, crashes, faults) = (total("puts"), total("reads"), total("crashes"), total("faults"));
    println!("{puts} puts and {reads} reads through {crashes} crashes and {faults} faults of {seeds} seeds");
    assert!(puts > seeds * 30 && crashes > seeds * 2 && faults > seeds * 3, "too little happened");
}

#[test]
fn a_seed_replays_byte_for_byte() {
    let first = run_all(0..12, &["--trace"]);
    let again = run_all(0..12, &["--trace"]);
    for (seed, (_, trace)) in &first {
        assert!(trace.lines().count() > 100, "seed {seed}: {trace}");
        assert!(*trace == again[seed].1, "seed {seed} went another way");
    }
    assert!(first[&0].1 != first[&1].1);
}

#[test]
fn a_disk_that_lies_about_what_it_has_synced_is_found_out() {
    let ended = run_all(0..40, &["--lying-disk"]);
    let lost = ended.values().filter(|(well, said)| !well && said.contains("lost: ")).count();
    let failed = ended.values().filter(|(well, _)| !well).count();
    assert!(failed >= 20 && lost >= 1, "{failed} of 40 failed, {lost} with lost records");
}
