//! A sealed batch: AES-256-GCM over a whole RecordBatch, before it reaches a frame of the store.
//!
//! ```text
//! 0..4    number of the stream's data key, big-endian
//! 4..12   salt     \ the nonce
//! 12..16  counter  /
//! 16      0xE1, where a RecordBatch v2 has its magic byte 2: the two cannot be taken for each other
//! 17..    ciphertext, then a tag of 16 bytes
//! ```
//!
//! **Nonces.** GCM breaks when a nonce is used twice under one key. Here a nonce is a salt of 64 random bits and a counter
//! of 32 (NIST SP 800-38D, 8.2.1, with a random fixed field). A salt is drawn when a data key is taken into memory and
//! again when its counter has run out, so nonces repeat only where two salts of one data key agree: with `n` salts the odds
//! are below `n²/2^65`. A data key lives from one StartStreamEncryption to the next; a server that restarts a hundred
//! times a day for ten years and writes 2^44 batches in that time draws fewer than 2^19 salts, which leaves less than one in
//! 2^27. A directory that is copied and opened twice draws different salts, which a stored counter would not.
//!
//! **What is bound.** The associated data is the partition, the data key's number and the record count, so a batch that is
//! moved to another partition or claims another length does not open. Its place within the partition is the journal's
//! business: frames carry base offset and their predecessor's CRC.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, MAX_TAG_LEN, Nonce, UnboundKey};
use bytes::Bytes;
use headwater_runtime::Entropy;
use headwater_types::PartitionId;
use parking_lot::Mutex;

const MAGIC_AT: usize = 16;
const MAGIC: u8 = 0xe1;
const HEADER_BYTES: usize = 17;

/// A stream's data key in memory.
pub(crate) struct DataKey {
    number: u32,
    cipher: LessSafeKey,
    nonces: Mutex<Nonces>,
    entropy: Entropy,
}

struct Nonces {
    salt: u64,
    next: u32,
}

/// The number of the data key a batch is sealed with; `None` for a batch that is not.
pub(crate) fn sealed_with(payload: &[u8]) -> Option<u32> {
    let is_sealed = payload.get(MAGIC_AT) == Some(&MAGIC);
    payload.first_chunk().filter(|_| is_sealed).map(|number| u32::from_be_bytes(*number))
}

impl DataKey {
    pub fn new(number: u32, secret: &[u8; 32], entropy: Entropy) -> Self {
        let cipher = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, secret).expect("AES-256 takes 32 bytes"));
        let nonces = Mutex::new(Nonces { salt: entropy.next_u64(), next: 0 });
        Self { number, cipher, nonces, entropy }
    }

    pub fn seal(&self, partition: PartitionId, record_count: u32, plain: &[u8]) -> Bytes {
        let nonce = self.next_nonce();
        let mut sealed = Vec::with_capacity(HEADER_BYTES + plain.len() + MAX_TAG_LEN);
        sealed.extend_from_slice(&self.number.to_be_bytes());
        sealed.extend_from_slice(&nonce);
        sealed.push(MAGIC);
        sealed.extend_from_slice(plain);
        let aad = self.bound(partition, record_count);
        let nonce = Nonce::assume_unique_for_key(nonce);
        let tag = self.cipher.seal_in_place_separate_tag(nonce, Aad::from(aad), &mut sealed[HEADER_BYTES..]);
        sealed.extend_from_slice(tag.expect("a batch is far smaller than GCM's 64 GiB").as_ref());
        sealed.into()
    }

    /// `None` where the batch was not sealed with this key for this place.
    pub fn open(&self, partition: PartitionId, record_count: u32, sealed: &[u8]) -> Option<Bytes> {
        let nonce = Nonce::try_assume_unique_for_key(sealed.get(4..MAGIC_AT)?).ok()?;
        let mut plain = sealed.get(HEADER_BYTES..)?.to_vec();
        let aad = self.bound(partition, record_count);
        let length = self.cipher.open_in_place(nonce, Aad::from(aad), &mut plain).ok()?.len();
        plain.truncate(length);
        Some(plain.into())
    }

    fn bound(&self, partition: PartitionId, record_count: u32) -> [u8; 16] {
        let mut bound = [0; 16];
        bound[..8].copy_from_slice(&partition.0.to_be_bytes());
        bound[8..12].copy_from_slice(&self.number.to_be_bytes());
        bound[12..].copy_from_slice(&record_count.to_be_bytes());
        bound
    }

    fn next_nonce(&self) -> [u8; 12] {
        let mut nonces = self.nonces.lock();
        let mut nonce = [0; 12];
        nonce[..8].copy_from_slice(&nonces.salt.to_be_bytes());
        nonce[8..].copy_from_slice(&nonces.next.to_be_bytes());
        match nonces.next.checked_add(1) {
            Some(next) => nonces.next = next,
            None => *nonces = Nonces { salt: self.entropy.next_u64(), next: 0 },
        }
        nonce
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u32, byte: u8) -> DataKey {
        DataKey::new(number, &[byte; 32], Entropy::seeded(5))
    }

    const HERE: PartitionId = PartitionId(7);

    #[test]
    fn what_was_sealed_opens_in_its_place_and_nowhere_else() {
        let key = key(3, 1);
        for plain in [&b""[..], b"x", &[7; 5_000]] {
            let sealed = key.seal(HERE, 2, plain);
            assert_eq!(sealed_with(&sealed), Some(3));
            assert_eq!(key.open(HERE, 2, &sealed).as_deref(), Some(plain));
            assert_eq!(key.open(PartitionId(8), 2, &sealed), None);
            assert_eq!(key.open(HERE, 3, &sealed), None);
            assert_eq!(self::key(3, 2).open(HERE, 2, &sealed), None);
            assert_eq!(self::key(4, 1).open(HERE, 2, &sealed), None);
            for at in (4..sealed.len()).filter(|at| *at != MAGIC_AT) {
                let mut bent = sealed.to_vec();
                bent[at] ^= 1;
                assert_eq!(key.open(HERE, 2, &bent), None, "byte {at}");
            }
        }
        for short in 0..40 {
            assert_eq!(key.open(HERE, 2, &vec![MAGIC; short]), None, "{short} bytes");
        }
    }

    #[test]
    fn nonces_do_not_repeat_when_the_counter_runs_out() {
        let key = key(1, 1);
        key.nonces.lock().next = u32::MAX - 1;
        let nonces: Vec<_> = (0..4).map(|_| key.next_nonce()).collect();
        assert_eq!(nonces[1][8..], [0xff; 4]);
        assert_eq!(nonces[2][8..], [0; 4]);
        assert_ne!(nonces[1][..8], nonces[2][..8], "a new salt");
        assert_eq!(nonces[2][..8], nonces[3][..8]);
    }

    #[test]
    fn a_record_batch_is_never_taken_for_a_sealed_one() {
        let mut builder = headwater_kafka_wire::BatchBuilder::with_capacity(64, 0);
        builder.push(headwater_kafka_wire::NewRecord { key: None, value: Some(b"v"), headers: &[] });
        assert_eq!(sealed_with(&builder.finish()), None);
        assert_eq!(sealed_with(b"short"), None);
    }
}
