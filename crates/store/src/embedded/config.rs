//! How an embedded store is laid out and bounded.

use std::path::PathBuf;
use std::sync::Arc;

use headwater_runtime::Entropy;
use headwater_types::limits::STORE_FRAME_BYTES_MAX;

use crate::compact::Compact;
use crate::tier::TierConfig;

/// Bounds of an embedded store. Start from [`EmbeddedConfig::new`].
#[derive(Clone)]
pub struct EmbeddedConfig {
    /// The data directory; created when absent. One process at a time.
    pub dir: PathBuf,
    /// Size of a journal file.
    pub journal_file_bytes: u32,
    /// Size of the very first journal file: small, so that starting on an empty directory takes milliseconds. The
    /// following ones grow by a factor of 4 up to `journal_file_bytes`.
    pub journal_first_file_bytes: u32,
    /// The newest bytes of the journal kept in memory for reads. Grows with use.
    pub tail_cache_bytes: usize,
    /// Bytes of commits waiting for their group; beyond it commits fail with
    /// [`CommitError::Overloaded`](crate::CommitError::Overloaded).
    pub queue_bytes_max: usize,
    /// Commits waiting for their group.
    pub queue_commits_max: usize,
    /// A group of commits is written at once up to this size (one commit may be larger).
    pub group_bytes_max: usize,
    /// The largest commit.
    pub commit_bytes_max: usize,
    /// State changes a watcher can fall behind before it is told to scan again.
    pub watch_events_max: usize,
    /// State changes kept in memory before a checkpoint brings them into the state file.
    pub checkpoint_bytes: usize,
    /// State changes kept in memory while checkpoints fail; beyond it commits fail with
    /// [`CommitError::Overloaded`](crate::CommitError::Overloaded).
    pub overlay_bytes_max: usize,
    /// Bytes of sealed journal files that stay as they are: what lives no longer than this much newer data is written
    /// once. Beyond it the oldest files are rewritten into segments.
    pub journal_keep_bytes: u64,
    /// Live bytes that are rewritten at once; more makes larger segments.
    pub rewrite_bytes: u64,
    /// A partition with at least so many of them gets a segment of its own; smaller ones share one.
    pub segment_own_bytes: u64,
    /// A segment is ended at this size.
    pub segment_bytes_max: u32,
    /// Bytes that one entry of the index of a segment stands for, and that a catch-up read takes at once.
    pub segment_block_bytes: u32,
    /// A state file of up to this size is read whole at start and every page held against its checksum. A larger one is
    /// checked by `headwater log verify`: opening takes no longer for it.
    pub base_check_bytes_max: u64,
    /// What knows records, for partitions with a [`CompactionPolicy`](crate::CompactionPolicy); without it none is compacted.
    pub compact: Option<Arc<dyn Compact>>,
    /// Memory for the newest offsets of keys while a partition is compacted; what does not fit takes further passes.
    pub compaction_map_bytes: usize,
    /// Where old segments go; `None` keeps them in the directory.
    pub tier: Option<TierConfig>,
    /// Reads from disk at the same time, and from the tier as many.
    pub disk_reads_max: usize,
    /// Where the tags of journal files come from.
    pub entropy: Entropy,
}

impl EmbeddedConfig {
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            journal_file_bytes: 64 << 20,
            journal_first_file_bytes: 1 << 20,
            tail_cache_bytes: 64 << 20,
            queue_bytes_max: 64 << 20,
            queue_commits_max: 1 << 16,
            group_bytes_max: 8 << 20,
            commit_bytes_max: 2 * STORE_FRAME_BYTES_MAX,
            watch_events_max: 8192,
            checkpoint_bytes: 4 << 20,
            overlay_bytes_max: 128 << 20,
            journal_keep_bytes: 1 << 30,
            rewrite_bytes: 256 << 20,
            segment_own_bytes: 16 << 20,
            segment_bytes_max: 512 << 20,
            segment_block_bytes: 128 << 10,
            base_check_bytes_max: 64 << 20,
            compact: None,
            compaction_map_bytes: 32 << 20,
            tier: None,
            disk_reads_max: 16,
            entropy: Entropy::system(),
        }
    }

    /// The size the file of a generation should have: small ones first.
    pub fn journal_bytes_for(&self, generation: u64) -> u32 {
        let doublings = 2 * generation.saturating_sub(1).min(16) as u32;
        let grown = u64::from(self.journal_first_file_bytes) << doublings;
        grown.min(u64::from(self.journal_file_bytes)) as u32
    }
}
