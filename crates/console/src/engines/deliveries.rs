//! Delivery streams as the console reads them.

use headwater_connect::delivery::{Activity, Deliveries, DeliveryStatus};

use crate::source::{DeliveredObject, DeliveryError, DeliveryReading};

pub(super) fn readings(deliveries: &Deliveries) -> Vec<DeliveryReading> {
    deliveries.status().into_iter().map(reading).collect()
}

fn reading(status: DeliveryStatus) -> DeliveryReading {
    let object = |object: headwater_connect::delivery::model::Delivered| DeliveredObject {
        key: object.key,
        bytes: object.bytes,
        records: object.records,
        at: object.at_ms,
    };
    let failing = matches!(status.activity, Activity::Retrying { .. });
    DeliveryReading {
        scope: status.arn.scope,
        name: status.arn.name.as_str().to_owned(),
        state: match status.activity {
            Activity::Buffering => "buffering",
            Activity::Delivering => "delivering",
            Activity::Retrying { .. } => "retrying",
        }
        .to_owned(),
        source: status.source_stream.unwrap_or_else(|| "direct put".to_owned()),
        destination: status.destination,
        format: status.format,
        buffered_records: status.buffered_records,
        buffered_bytes: status.buffered_bytes,
        buffered_since: status.buffered_since,
        delivered_records: status.delivered_records,
        delivered_bytes: status.delivered_bytes,
        delivered_objects: status.delivered_objects,
        failed_records: status.failed_records,
        expired_records: status.expired_records,
        last_objects: status.recent_objects.into_iter().map(object).collect(),
        last_error: status.last_error.map(|error| DeliveryError {
            message: error.message,
            at: error.at.as_millis(),
            // The engine keeps the last error after it was overcome.
            current: failing,
        }),
    }
}
