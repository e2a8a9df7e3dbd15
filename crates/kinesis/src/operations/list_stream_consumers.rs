//! ListStreamConsumers: the consumers of a stream by name, in pages of at most 100.
//!
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreamConsumers.html>

use headwater_aws_shapes::kinesis::{
    ListStreamConsumers, ListStreamConsumersInput, ListStreamConsumersOutput,
};
use headwater_aws_wire::{Call, Fault, Handle};
use headwater_types::limits::LIST_ITEMS_MAX;

use crate::{Kinesis, fault, names, paging, shapes};

const LIST: &str = "ListStreamConsumers";

impl Handle<ListStreamConsumers> for Kinesis {
    async fn handle(
        &self,
        _: &Call,
        input: ListStreamConsumersInput,
    ) -> Result<ListStreamConsumersOutput, Fault> {
        let now = self.clock.now();
        let stream = names::stream_arn(&input.stream_arn)?;
        self.admit_for(LIST, &stream)?;
        let info = self.streams.describe(&stream).map_err(fault::of)?;
        let after = match &input.next_token {
            Some(token) => {
                let [of, after] = paging::open(LIST, now, token)?;
                if of != stream.to_string() {
                    return Err(fault::invalid("NextToken is of another stream."));
                }
                after
            }
            None => {
                names::check_creation(&info, input.stream_creation_timestamp)?;
                String::new()
            }
        };
        let mut consumers = self.streams.list_consumers(&stream).map_err(fault::of)?;
        consumers.retain(|consumer| consumer.arn.consumer.as_str() > after.as_str());
        let limit = input.max_results.map_or(LIST_ITEMS_MAX, |max| (max as usize).min(LIST_ITEMS_MAX));
        let has_more = consumers.len() > limit;
        consumers.truncate(limit);
        let last = consumers.last().filter(|_| has_more);
        let token =
            last.map(|last| paging::seal(LIST, now, &[&stream.to_string(), last.arn.consumer.as_str()]));
        Ok(ListStreamConsumersOutput {
            consumers: Some(consumers.iter().map(shapes::consumer).collect()),
            next_token: token,
        })
    }
}
