//! Opening: the series there are, and the puts that no fold has taken yet.

use std::collections::{HashMap, VecDeque};
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use headwater_runtime::Clock;
use headwater_store::Store;
use headwater_types::{AccountId, Region, Scope};
use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::block::{self, Block};
use crate::engine::{Generation, Inner, Metrics, Place, State};
use crate::error::MetricsError;
use crate::index::{Index, Record};
use crate::series::{Sample, SeriesId};
use crate::tier::Tier;
use crate::{keys, pending};

/// Keys of one look at the store.
const PAGE_KEYS: usize = 1_000;

impl Metrics {
    /// Reads what an earlier run left. A key that cannot be read is an error that names it.
    pub async fn open(store: Arc<dyn Store>, clock: Clock) -> Result<Self, MetricsError> {
        let index = open_index(&*store).await?;
        let folded = match store.get(keys::folded()).await? {
            Some(value) => std::str::from_utf8(&value)
                .ok()
                .and_then(|text| text.parse::<u64>().ok())
                .ok_or_else(|| unreadable(&keys::folded(), "it is not a number"))?,
            None => 0,
        };
        let mut state = State { index, generations: VecDeque::new(), next_put: 0 };
        let mut replay = Replay { store: &*store, clock: &clock, folded_to: HashMap::new() };
        let mut newest = folded;
        for (key, value) in scan_all(&*store, keys::all_pending()).await? {
            let number = keys::pending_generation(&key).ok_or_else(|| unreadable(&key, "its name"))?;
            newest = newest.max(number);
            let samples = pending::decode(&value).map_err(|error| unreadable(&key, error.0))?;
            replay.put(&mut state, number, &samples).await?;
        }
        state.generations.push_back(Generation::new(newest + 1));
        Ok(Self(Arc::new(Inner {
            store,
            clock,
            state: Mutex::new(state),
            folding: tokio::sync::Mutex::new(()),
            fold_due: Notify::new(),
        })))
    }
}

async fn open_index(store: &dyn Store) -> Result<Index, MetricsError> {
    let mut index = Index::default();
    for (key, value) in scan_all(store, keys::all_series()).await? {
        let id = keys::series_id(&key).ok_or_else(|| unreadable(&key, "its name"))?;
        let record: Record =
            serde_json::from_slice(&value).map_err(|error| unreadable(&key, &error.to_string()))?;
        let account = AccountId::parse(&record.account).ok_or_else(|| unreadable(&key, "its account"))?;
        let region = Region::parse(&record.region).ok_or_else(|| unreadable(&key, "its region"))?;
        index.restore(id, record, Scope { account, region });
    }
    Ok(index)
}

/// Puts of the log become points in memory again, but for blocks that have them already.
struct Replay<'a> {
    store: &'a dyn Store,
    clock: &'a Clock,
    folded_to: HashMap<Place, u64>,
}

impl Replay<'_> {
    async fn put(
        &mut self,
        state: &mut State,
        number: u64,
        samples: &[(SeriesId, Sample)],
    ) -> Result<(), MetricsError> {
        if state.generations.back().is_none_or(|last| last.number != number) {
            state.generations.push_back(Generation::new(number));
        }
        for (id, sample) in samples {
            state.index.saw(*id, sample.at.as_secs());
            for tier in Tier::of_point(sample.resolution, sample.at.as_secs(), self.clock.now()) {
                let (start_s, at) = block::place(tier, sample.at.as_secs());
                if self.folded_to((*id, tier, start_s)).await? >= number {
                    continue;
                }
                if let Some(generation) = state.generations.back_mut() {
                    let points = generation.waiting.entry((*id, tier, start_s)).or_default();
                    block::add(points, at, &sample.summary);
                    generation.weight += sample.summary.weight();
                }
            }
        }
        Ok(())
    }

    async fn folded_to(&mut self, place: Place) -> Result<u64, MetricsError> {
        if let Some(known) = self.folded_to.get(&place) {
            return Ok(*known);
        }
        let folded = read_block(self.store, place).await?.map_or(0, |block| block.folded);
        self.folded_to.insert(place, folded);
        Ok(folded)
    }
}

pub(crate) async fn read_block(store: &dyn Store, place: Place) -> Result<Option<Block>, MetricsError> {
    let (id, tier, start_s) = place;
    let key = keys::block(id, tier, start_s);
    let Some(value) = store.get(key.clone()).await? else { return Ok(None) };
    Block::decode(&value).map(Some).map_err(|error| unreadable(&key, error.0))
}

/// All keys of a range, page by page.
pub(crate) async fn scan_all(
    store: &dyn Store,
    mut range: Range<Bytes>,
) -> Result<Vec<(Bytes, Bytes)>, MetricsError> {
    let mut all = Vec::new();
    loop {
        let page = store.scan(range.clone(), PAGE_KEYS).await?;
        let is_last = page.len() < PAGE_KEYS;
        all.extend(page);
        match all.last() {
            Some((last, _)) if !is_last => {
                range.start = [last.as_ref(), b"\0"].concat().into();
            }
            _ => return Ok(all),
        }
    }
}

pub(crate) fn unreadable(key: &[u8], detail: &str) -> MetricsError {
    MetricsError::Unreadable { key: String::from_utf8_lossy(key).into_owned(), detail: detail.to_owned() }
}
