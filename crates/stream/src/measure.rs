//! Noting what calls were like, and taking the tallies: faces do the one, whoever keeps metrics the other.

use std::sync::Arc;

use headwater_types::{ConsumerArn, ConsumerName, StreamArn};

use crate::calls::{CONSUMERS_MAX, CallTallies, Measure, Tallies, Tally};
use crate::engine::{StreamCell, Streams};

impl Streams {
    /// Notes the numbers of one call. A stream that is gone has no numbers.
    pub fn measure(&self, stream: &StreamArn, values: &[(Measure, f64)]) {
        if let Some(cell) = self.0.cells.read().get(stream) {
            cell.calls.lock().stream.add(values);
        }
    }

    /// Notes the numbers of a consumer's call, or of an event sent to it.
    pub fn measure_consumer(&self, consumer: &ConsumerArn, values: &[(Measure, f64)]) {
        let cells = self.0.cells.read();
        let Some(cell) = cells.get(&consumer.stream) else { return };
        let mut calls = cell.calls.lock();
        if let Some(tallies) = calls.consumers.get_mut(&consumer.consumer) {
            tallies.add(values);
        } else if calls.consumers.len() < CONSUMERS_MAX {
            calls.consumers.entry(consumer.consumer.clone()).or_default().add(values);
        }
    }

    /// The tallies since they were last taken, for the one who keeps metrics.
    pub fn take_calls(&self) -> Vec<CallTallies> {
        let mut all = Vec::new();
        for (stream, cell) in self.0.cells.read().iter() {
            let mut calls = cell.calls.lock();
            let mut take = |consumer: Option<&ConsumerName>, tallies: &mut Tallies| {
                let fresh = std::mem::replace(&mut tallies.fresh, [Tally::default(); Measure::COUNT]);
                let tallies = Tallies::told(&fresh);
                let is_quiet = tallies.is_empty();
                if !is_quiet {
                    all.push(CallTallies { stream: stream.clone(), consumer: consumer.cloned(), tallies });
                }
                is_quiet
            };
            take(None, &mut calls.stream);
            // A quiet consumer may be one that is gone.
            calls.consumers.retain(|name, tallies| !take(Some(name), tallies));
        }
        all
    }

    /// The tallies of streams' calls since the server started.
    pub fn call_totals(&self) -> Vec<CallTallies> {
        let cells = self.0.cells.read();
        let of = |(stream, cell): (&StreamArn, &Arc<StreamCell>)| CallTallies {
            stream: stream.clone(),
            consumer: None,
            tallies: Tallies::told(&cell.calls.lock().stream.total),
        };
        cells.iter().map(of).collect()
    }
}
