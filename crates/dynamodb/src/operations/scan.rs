//! Scan: passes over a table or an index, whole or by segments.
//!
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html>

use headwater_aws_shapes::Operation;
use headwater_aws_shapes::dynamodb::{Scan, ScanInput};
use headwater_aws_wire::{Body, Call, Fault, Respond};
use http::Response;

use crate::engine::{EngineError, keys};
use crate::expression::{Kind, legacy, parse};
use crate::reading::{Source, Wanted};
use crate::{DynamoDb, page_codec, requests};

impl Respond<Scan> for DynamoDb {
    async fn respond(&self, call: &Call, input: ScanInput) -> Result<Response<Body>, Fault> {
        let id = requests::table(&call.scope, &input.table_name)?;
        let expressions = [
            ("ProjectionExpression", input.projection_expression.is_some()),
            ("FilterExpression", input.filter_expression.is_some()),
        ];
        let older = [
            ("AttributesToGet", input.attributes_to_get.is_some()),
            ("ScanFilter", input.scan_filter.is_some()),
            ("ConditionalOperator", input.conditional_operator.is_some()),
        ];
        requests::check_one_dialect(&older, &expressions)?;
        let segment = segment(input.segment, input.total_segments)?;
        let names = requests::names(
            input.expression_attribute_names,
            input.expression_attribute_values,
            &expressions,
            "FilterExpression is null",
        )?;
        let projection =
            requests::projection(input.projection_expression.as_deref(), input.attributes_to_get, &names)?;
        let filter = match &input.filter_expression {
            Some(text) => parse::condition(Kind::Filter, text, &names).map(Some),
            None => {
                legacy::filter(input.scan_filter.unwrap_or_default(), input.conditional_operator.as_ref())
            }
        }
        .map_err(EngineError::from)?;
        names.check_all_used().map_err(EngineError::from)?;
        let consistent = input.consistent_read == Some(true);
        let source = Source::new(self.engine.active(&id)?, input.index_name.as_deref(), consistent)?;
        let wanted = Wanted {
            filter,
            projection,
            select: input.select,
            limit: input.limit,
            start: input.exclusive_start_key,
            consistent,
            backward: false,
            capacity: input.return_consumed_capacity,
        };
        let (range, outside) = match segment {
            None => (keys::all_of(source.prefix()), String::new()),
            Some((segment, total)) => (
                keys::segment_range(source.prefix(), segment, total),
                format!(
                    "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with \
                     correct Segment. TotalSegments: {total} Segment: {segment}"
                ),
            ),
        };
        let answer = source.read(&self.engine, range, wanted, &outside).await?;
        Ok(page_codec::respond(call, Scan::SCHEMA, answer))
    }
}

/// Which part of how many.
fn segment(segment: Option<i32>, total: Option<i32>) -> Result<Option<(u32, u32)>, EngineError> {
    let bad = |text: String| Err(EngineError::Invalid(text));
    match (segment, total) {
        (None, None) => Ok(None),
        (Some(_), None) => bad(
            "The TotalSegments parameter is required but was not present in the request when Segment parameter is present"
                .to_owned(),
        ),
        (None, Some(_)) => bad(
            "The Segment parameter is required but was not present in the request when parameter TotalSegments is present"
                .to_owned(),
        ),
        (Some(segment), Some(total)) if segment >= total => bad(format!(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not \
             less than TotalSegments: {total}"
        )),
        // The model's bounds were checked: neither is negative.
        (Some(segment), Some(total)) => Ok(Some((segment.unsigned_abs(), total.unsigned_abs()))),
    }
}
