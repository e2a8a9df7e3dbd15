//! Every error that the model documents of an operation is raised by a test of this binary, as an answer to a request for that
//! operation, or stands here with the reason why no request can raise it.
//!
//! The rig notes what it is answered ([`RAISED`]); the one test here comes last by its name, and waits for the others that
//! still run. It judges whole runs only: where a filter leaves tests out, nothing can be said.

use std::time::{Duration, Instant};

use headwater_kinesis::TABLE;

use crate::rig::RAISED;

/// How long other tests may still take once this one has its turn.
const OTHERS_TIMEOUT: Duration = Duration::from_secs(180);

const BY_POLICY: &str =
    "raised of every operation by conformance/python/test_identities.py, over sockets: it needs signatures";
const OUR_FAULT: &str = "a fault of the server, which no request can ask for";
const NO_KEY_SERVICE: &str = "keys lie in the server's key file: there is nothing to opt in to";
const NO_KEY_RATE: &str = "keys lie in the server's key file, which has no rate of calls";
const FILE_STAYS: &str = "the key file would have to be taken away from under an encrypted stream; no test of the face does it yet";
const EVERY_STATE: &str = "a stream is shown in every state";
const ARN_PATTERN: &str = "what is wrong with an ARN is a ValidationException";

/// Of all operations that document them.
const NEVER: &[(&str, &str)] = &[
    ("AccessDeniedException", BY_POLICY),
    ("InternalFailureException", OUR_FAULT),
    ("KMSOptInRequired", NO_KEY_SERVICE),
    ("KMSThrottlingException", NO_KEY_RATE),
];

/// Of one operation.
const NEVER_BY: &[(&str, &str, &str)] = &[
    ("GetRecords", "KMSAccessDeniedException", FILE_STAYS),
    ("GetRecords", "KMSNotFoundException", FILE_STAYS),
    ("PutRecord", "KMSAccessDeniedException", FILE_STAYS),
    ("PutRecord", "KMSNotFoundException", FILE_STAYS),
    ("PutRecords", "KMSAccessDeniedException", FILE_STAYS),
    ("PutRecords", "KMSNotFoundException", FILE_STAYS),
    ("SubscribeToShard", "LimitExceededException", "its rate is told as ResourceInUseException"),
    ("GetResourcePolicy", "ResourceInUseException", EVERY_STATE),
    ("ListShards", "ResourceInUseException", EVERY_STATE),
    ("ListStreamConsumers", "ResourceInUseException", EVERY_STATE),
    ("ListTagsForResource", "ResourceInUseException", EVERY_STATE),
    ("UpdateAccountSettings", "InvalidArgumentException", "its one member is judged by the validator"),
    ("UpdateStreamMode", "InvalidArgumentException", ARN_PATTERN),
    ("UpdateStreamRecordDistributionStrategy", "InvalidArgumentException", ARN_PATTERN),
];

fn reason(operation: &str, error: &str) -> Option<&'static str> {
    let of_all = NEVER.iter().find(|(never, _)| *never == error).map(|(_, reason)| *reason);
    let of_one = NEVER_BY.iter().find(|(one, never, _)| *one == operation && *never == error);
    of_all.or(of_one.map(|(_, _, reason)| *reason))
}

fn is_of_all(error: &str) -> bool {
    NEVER.iter().any(|(never, _)| *never == error)
}

/// Documented and neither raised nor excused; and excused for one operation though a test raises it.
fn gaps() -> (Vec<String>, Vec<String>) {
    let raised = RAISED.lock();
    let (mut missing, mut wrong) = (Vec::new(), Vec::new());
    for operation in TABLE.offered.iter().map(|offered| offered.schema) {
        for error in operation.errors {
            let is_raised = raised.contains(&(operation.name.to_owned(), (*error).to_owned()));
            match reason(operation.name, error) {
                None if !is_raised => missing.push(format!("{}: {error}", operation.name)),
                Some(reason) if is_raised && !is_of_all(error) => {
                    wrong.push(format!("{}: {error} ({reason})", operation.name))
                }
                _ => {}
            }
        }
    }
    (missing, wrong)
}

#[test]
fn every_documented_error_is_raised_or_has_a_reason() {
    let is_filtered = std::env::args().skip(1).any(|argument| !argument.starts_with('-'));
    if is_filtered {
        return;
    }
    let began = Instant::now();
    while !gaps().0.is_empty() && began.elapsed() < OTHERS_TIMEOUT {
        std::thread::sleep(Duration::from_millis(50));
    }
    let (missing, wrong) = gaps();
    assert_eq!(missing, Vec::<String>::new(), "documented, and no test is answered so");
    assert_eq!(wrong, Vec::<String>::new(), "excused, and yet a test is answered so");
}
