//! ListStreams: the streams of an account in a region by name, in pages of at most 100.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html>

use headwater_aws_shapes::kinesis::{ListStreams, ListStreamsInput, ListStreamsOutput};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::LIST_ITEMS_MAX;

use crate::{Kinesis, names, paging, shapes};

const LIST: &str = "ListStreams";

impl Handle<ListStreams> for Kinesis {
    async fn handle(&self, call: &Call, input: ListStreamsInput) -> Result<ListStreamsOutput, Fault> {
        let now = self.clock.now();
        let after = match (&input.next_token, &input.exclusive_start_stream_name) {
            (Some(token), _) => {
                let [after] = paging::open(LIST, now, token)?;
                Some(names::stream_name(&after)?)
            }
            (None, Some(name)) => Some(names::stream_name(name)?),
            (None, None) => None,
        };
        let limit = input.limit.map_or(LIST_ITEMS_MAX, |limit| (limit as usize).min(LIST_ITEMS_MAX));
        let (infos, has_more_streams) = self.streams.list_streams(&call.scope, after.as_ref(), limit);
        let next_token = infos.last().filter(|_| has_more_streams);
        Ok(ListStreamsOutput {
            stream_names: infos.iter().map(|info| info.arn.stream.to_string()).collect(),
            has_more_streams,
            next_token: next_token.map(|info| paging::seal(LIST, now, &[info.arn.stream.as_str()])),
            stream_summaries: Some(infos.iter().map(shapes::summary).collect()),
        })
    }
}
