//! Randomness: from the operating system in production, from a seed in tests, where the same seed gives the same run.

use std::cell::RefCell;
use std::sync::Arc;

use parking_lot::Mutex;

/// A handle to random bytes. Cheap to clone; clones of a seeded handle share its sequence.
#[derive(Clone)]
pub struct Entropy(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<u64>>),
}

impl Entropy {
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// The same seed gives the same sequence, for ever.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new(seed))))
    }

    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            Source::System => fill_from_system(bytes),
            Source::Seeded(state) => {
                let mut state = state.lock();
                for chunk in bytes.chunks_mut(8) {
                    let word = split_mix_64(&mut state).to_le_bytes();
                    chunk.copy_from_slice(&word[..chunk.len()]);
                }
            }
        }
    }

    pub fn next_u64(&self) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    /// A uniform number in `0..below`; `below` must not be 0.
    pub fn below(&self, below: u64) -> u64 {
        // Multiply-shift keeps the bias under 2^-64 * below, far beneath what any user of this can see.
        ((u128::from(self.next_u64()) * u128::from(below)) >> 64) as u64
    }

    /// A random (version 4) UUID in its usual text form.
    pub fn uuid(&self) -> String {
        let mut b = [0u8; 16];
        self.fill(&mut b);
        b[6] = (b[6] & 0x0f) | 0x40;
        b[8] = (b[8] & 0x3f) | 0x80;
        let hex: String = b.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

/// Random bytes a thread takes from the system at once: request ids and the like are small and many, and a system call
/// for each would cost more than all else about them.
const RESERVE_BYTES: usize = 512;

/// Random bytes of the operating system, each given out once.
fn fill_from_system(bytes: &mut [u8]) {
    thread_local! {
        /// Bytes not given out yet, at the front.
        static RESERVE: RefCell<([u8; RESERVE_BYTES], usize)> = const { RefCell::new(([0; RESERVE_BYTES], 0)) };
    }
    if bytes.len() > RESERVE_BYTES / 4 {
        return from_system(bytes);
    }
    RESERVE.with_borrow_mut(|(reserve, left)| {
        if *left < bytes.len() {
            from_system(reserve);
            *left = RESERVE_BYTES;
        }
        let taken = *left - bytes.len()..*left;
        bytes.copy_from_slice(&reserve[taken.clone()]);
        *left = taken.start;
        reserve[taken].fill(0);
    });
}

#[allow(clippy::disallowed_methods)] // the one door
fn from_system(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, fast, and every seed is good.
fn split_mix_64(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_bytes_are_given_out_once() {
        let entropy = Entropy::system();
        let mut seen = std::collections::HashSet::new();
        for length in (8..200).cycle().take(2_000) {
            let mut bytes = vec![0; length];
            entropy.fill(&mut bytes);
            for word in bytes.chunks_exact(8) {
                assert!(seen.insert(word.to_vec()), "eight bytes that came before");
            }
        }
    }

    #[test]
    fn a_seed_replays_and_another_differs() {
        let draw = |seed| {
            let entropy = Entropy::seeded(seed);
            (0..4).map(|_| entropy.next_u64()).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn a_uuid_is_version_four() {
        let uuid = Entropy::seeded(1).uuid();
        assert_eq!(uuid.len(), 36);
        assert_eq!(uuid.as_bytes()[14], b'4');
        assert!(matches!(uuid.as_bytes()[19], b'8' | b'9' | b'a' | b'b'));
    }
}
