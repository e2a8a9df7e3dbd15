//! Every error that the model documents of an operation is raised by a test of this binary, as an answer to a request for that
//! operation, or stands here with the reason why no request can raise it; and every member of an answer is filled by some
//! test, or has its reason. Subscriptions count with their exceptions and events.
//!
//! The rig notes what it is answered ([`seen`]); the tests here come last by their names, and wait for the others that
//! still run. They judge whole runs only: where a filter leaves tests out, nothing can be said.

use std::time::{Duration, Instant};

use headwater_aws_shapes::kinesis::SUBSCRIBE_TO_SHARD_EVENT;
use headwater_kinesis::TABLE;

use crate::members::leaves;
use crate::seen;

/// How long other tests may still take once this one has its turn.
const OTHERS_TIMEOUT: Duration = Duration::from_secs(180);

const BY_POLICY: &str =
    "raised of every operation by conformance/python/test_identities.py, over sockets: it needs signatures";
const OUR_FAULT: &str = "a fault of the server, which no request can ask for";
const NO_KEY_SERVICE: &str = "keys lie in the server's key file: there is nothing to opt in to";
const NO_KEY_RATE: &str = "keys lie in the server's key file, which has no rate of calls";
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
    ("SubscribeToShard", "LimitExceededException", "its rate is told as ResourceInUseException"),
    ("GetResourcePolicy", "ResourceInUseException", EVERY_STATE),
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

/// Members of answers that are never filled.
const NEVER_FILLED: &[(&str, &str, &str)] = &[(
    "DescribeStreamSummary",
    "StreamDescriptionSummary.StreamId",
    "the model says it is reserved for future use",
)];

/// What may end a subscription, and what its events hold, by the model.
const SUBSCRIPTION_ERRORS: &[&str] = &[
    "ResourceNotFoundException",
    "ResourceInUseException",
    "KMSDisabledException",
    "KMSInvalidStateException",
    "KMSAccessDeniedException",
    "KMSNotFoundException",
    "KMSOptInRequired",
    "KMSThrottlingException",
    "InternalFailureException",
];

fn documented_errors() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_operations = TABLE.offered.iter().map(|offered| (offered.schema.name, offered.schema.errors));
    let all = of_operations.chain([(seen::SUBSCRIPTION, SUBSCRIPTION_ERRORS)]);
    all.flat_map(|(name, errors)| errors.iter().map(move |error| (name, *error)))
}

fn modelled_members() -> impl Iterator<Item = (&'static str, String)> {
    let outputs =
        TABLE.offered.iter().filter_map(|offered| Some((offered.schema.name, offered.schema.output?)));
    // The output of a subscription is its stream, whose members are events and exceptions.
    let outputs = outputs.filter(|(name, _)| *name != "SubscribeToShard");
    let all = outputs.chain([(seen::SUBSCRIPTION, &SUBSCRIBE_TO_SHARD_EVENT)]);
    all.flat_map(|(name, schema)| leaves(schema).into_iter().map(move |path| (name, path)))
}

/// Documented and neither raised nor excused; and excused for one operation though a test raises it.
fn errors() -> (Vec<String>, Vec<String>) {
    let raised = seen::ERRORS.lock();
    let (mut missing, mut wrong) = (Vec::new(), Vec::new());
    for (operation, error) in documented_errors() {
        let is_raised = raised.contains(&(operation.to_owned(), error.to_owned()));
        match reason(operation, error) {
            None if !is_raised => missing.push(format!("{operation}: {error}")),
            Some(reason) if is_raised && !is_of_all(error) => {
                wrong.push(format!("{operation}: {error} ({reason})"));
            }
            _ => {}
        }
    }
    (missing, wrong)
}

/// The same of the members of answers.
fn members() -> (Vec<String>, Vec<String>) {
    let filled = seen::FILLED.lock();
    let (mut missing, mut wrong) = (Vec::new(), Vec::new());
    for (operation, path) in modelled_members() {
        let excuse = NEVER_FILLED.iter().find(|(of, never, _)| *of == operation && *never == path);
        match (excuse, filled.contains(&(operation.to_owned(), path.clone()))) {
            (None, false) => missing.push(format!("{operation}: {path}")),
            (Some((.., reason)), true) => wrong.push(format!("{operation}: {path} ({reason})")),
            _ => {}
        }
    }
    (missing, wrong)
}

/// Waits until the other tests have left no gap, or have had their time.
fn judge(gaps: fn() -> (Vec<String>, Vec<String>)) {
    let is_filtered = std::env::args().skip(1).any(|argument| !argument.starts_with('-'));
    if is_filtered {
        return;
    }
    let began = Instant::now();
    while !gaps().0.is_empty() && began.elapsed() < OTHERS_TIMEOUT {
        std::thread::sleep(Duration::from_millis(50));
    }
    let (missing, wrong) = gaps();
    assert_eq!(missing, Vec::<String>::new(), "in the model, and no test is answered so");
    assert_eq!(wrong, Vec::<String>::new(), "excused, and yet a test is answered so");
}

#[test]
fn every_documented_error_is_raised_or_has_a_reason() {
    judge(errors);
}

#[test]
fn every_member_of_an_answer_is_filled_or_has_a_reason() {
    judge(members);
}
