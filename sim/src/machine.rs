//! The machine below the simulated server: what libraries ask of the C library behind `runtime`'s back.
//!
//! The house asks its own doors for time and randomness; libraries do not. The standard library seeds every hash map, tokio
//! its fair choices, hyper dates its answers. So this program brings its own `getrandom` and `clock_gettime`, which the
//! linker prefers: both obey the seed. A thread would run beside the simulation and end it as such, so none may start.

#![allow(unsafe_code)] // symbols of the C library have no safe form

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// Where random bytes come from; set before anything asks, from the seed.
static RANDOM: AtomicU64 = AtomicU64::new(0);
/// The time of day and of every other clock, in nanoseconds.
static NOW_NS: AtomicI64 = AtomicI64::new(0);

/// The randomness of the machine from now on.
pub fn seed(seed: u64) {
    RANDOM.store(seed, Ordering::Relaxed);
}

/// What every clock of the machine shows from now on.
pub fn set_time_ms(now_ms: i64) {
    NOW_NS.store(now_ms * 1_000_000, Ordering::Relaxed);
}

/// `struct timespec` of 64-bit Linux.
#[cfg(not(test))]
#[repr(C)]
struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}

// SAFETY: as in the C library, `at` points to a `struct timespec` of the caller's.
#[cfg(not(test))] // the harness of the unit tests is no simulation
#[unsafe(no_mangle)]
unsafe extern "C" fn clock_gettime(_clock: i32, at: *mut Timespec) -> i32 {
    let now_ns = NOW_NS.load(Ordering::Relaxed);
    let shown = Timespec { seconds: now_ns / 1_000_000_000, nanoseconds: now_ns % 1_000_000_000 };
    // SAFETY: see above.
    unsafe { at.write(shown) };
    0
}

// SAFETY: as in the C library, `length` bytes at `bytes` are the caller's to be written.
#[cfg(not(test))]
#[unsafe(no_mangle)]
unsafe extern "C" fn getrandom(bytes: *mut u8, length: usize, _flags: u32) -> isize {
    for index in 0..length {
        let mut mixed = RANDOM.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // SAFETY: within the length.
        unsafe { bytes.add(index).write((mixed >> 56) as u8) };
    }
    length as isize
}

// SAFETY: nothing of the caller's is touched.
#[cfg(not(test))]
#[unsafe(no_mangle)]
unsafe extern "C" fn pthread_create(_: *mut (), _: *const (), _: *const (), _: *mut ()) -> i32 {
    eprintln!(
        "something starts a thread inside the simulation; its work belongs to runtime::blocking or to a step"
    );
    std::process::abort()
}
