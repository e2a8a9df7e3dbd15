//! Watermarks over several shards: quiet ones, new ones, ended ones.

use std::sync::Arc;

use arrow_array::{RecordBatch, TimestampMillisecondArray};
use arrow_schema::{Field, Schema, TimeUnit};
use headwater_runtime::{Clock, Entropy};

use super::*;
use crate::exec::eval::Zone;
use crate::expr::Expr;
use crate::types::LogicalType;

const NONE: [i64; 0] = [];
const A: SplitId = SplitId(0);
const B: SplitId = SplitId(1);
const C: SplitId = SplitId(2);

struct Assigned(WatermarkAssign);

impl Assigned {
    fn new() -> Self {
        let column = Expr::column(0, LogicalType::Timestamp(3).nullable());
        let context = EvalContext {
            clock: Clock::system(),
            entropy: Entropy::seeded(1),
            zone: Zone::UTC,
            watermark: None,
        };
        let expr = Compiled::new(&column, &[]).expect("a column");
        Self(WatermarkAssign::new(expr, 0, "ts".to_owned(), 0, 1, context))
    }

    /// The watermarks told while rows of these times come from a split.
    fn rows(&mut self, split: SplitId, times: &[i64]) -> Vec<i64> {
        let field = Field::new("ts", DataType::Timestamp(TimeUnit::Millisecond, None), true);
        let column = Arc::new(TimestampMillisecondArray::from(times.to_vec()));
        let batch =
            RecordBatch::try_new(Arc::new(Schema::new(vec![field])), vec![column]).expect("one column");
        let mut out = Vec::new();
        self.0.rows(0, Chunk { split, ..Chunk::inserts(batch) }, &mut out).expect("times");
        told(&out)
    }

    fn event(&mut self, event: SplitEvent) -> Vec<i64> {
        let mut out = Vec::new();
        self.0.split(event, &mut out).expect("an event");
        told(&out)
    }

    fn added(&mut self, split: SplitId, parents: [Option<SplitId>; 2]) -> Vec<i64> {
        self.event(SplitEvent::Added { split, parents })
    }
}

fn told(out: &[Element]) -> Vec<i64> {
    let watermark = |element: &Element| match element {
        Element::Watermark(at) => Some(*at),
        _ => None,
    };
    out.iter().filter_map(watermark).collect()
}

#[test]
fn the_slowest_shard_holds_the_watermark_until_it_is_idle() {
    let mut assigned = Assigned::new();
    for split in [A, B] {
        assert_eq!(assigned.added(split, [None, None]), NONE);
    }
    assert_eq!(assigned.rows(A, &[1_000, 2_000]), [0], "nothing is known of the other shard");
    assert_eq!(assigned.rows(B, &[500]), [500]);
    assert_eq!(assigned.rows(A, &[3_000]), NONE);
    assert_eq!(assigned.event(SplitEvent::Idle(B)), [3_000], "the quiet shard counts no more");
    assert_eq!(assigned.rows(A, &[4_000]), [4_000]);
    // It comes back behind the others: the watermark waits for it and does not go back.
    assert_eq!(assigned.rows(B, &[600]), NONE);
    assert_eq!(assigned.rows(A, &[9_000]), NONE);
    assert_eq!(assigned.rows(B, &[4_500, 9_500]), [4_500, 9_000]);
}

#[test]
fn where_all_shards_are_idle_nothing_is_told() {
    let mut assigned = Assigned::new();
    for split in [A, B] {
        assigned.added(split, [None, None]);
    }
    assigned.rows(A, &[1_000]);
    assert_eq!(assigned.event(SplitEvent::Idle(B)), [1_000]);
    assert_eq!(assigned.event(SplitEvent::Idle(A)), NONE);
    assert_eq!(assigned.rows(B, &[1_500]), [1_500], "the one that has rows again decides");
}

#[test]
fn a_shard_goes_on_where_its_parents_stood_and_an_ended_one_holds_nothing_back() {
    let mut assigned = Assigned::new();
    for split in [A, B] {
        assigned.added(split, [None, None]);
    }
    assert_eq!(assigned.rows(A, &[1_000]), [0], "where every watermark begins");
    assert_eq!(assigned.rows(B, &[2_000]), [1_000]);
    // Of a merge, at the slower parent.
    assert_eq!(assigned.added(C, [Some(A), Some(B)]), NONE);
    assert_eq!(assigned.event(SplitEvent::Finished(A)), NONE);
    assert_eq!(assigned.event(SplitEvent::Finished(B)), NONE);
    assert_eq!(assigned.0.split_watermarks(), [(C, 1_000)]);
    assert_eq!(assigned.rows(C, &[1_500]), [1_500]);
}

#[test]
fn what_is_restored_goes_on_as_if_nothing_had_been() {
    let mut assigned = Assigned::new();
    for split in [A, B] {
        assigned.added(split, [None, None]);
    }
    assigned.rows(A, &[1_000]);
    assigned.event(SplitEvent::Idle(B));
    let mut changes = StateChanges::default();
    assigned.0.snapshot(1, &mut changes);
    let mut restored = Assigned::new();
    for (piece, value) in &changes.puts {
        restored.0.restore(*piece, value).expect("its own piece");
    }
    assert_eq!(restored.rows(A, &[1_000, 1_001]), [1_001], "the idle shard is still idle, and 1000 was told");
}
