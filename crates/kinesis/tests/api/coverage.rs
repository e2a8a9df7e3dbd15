//! Nothing is left out: every operation has a file of its three sections, every member of its input is in it (which
//! `assert_kinds` sees to), and every error that the model documents is raised there or stands here with the reason.

use headwater_kinesis::TABLE;

use crate::operations::FILES;

/// Documented errors that no operation's file raises: a part of the operation's name, the error, and why.
const RAISED_ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "",
        "AccessDeniedException",
        "identities and policies are judged before the face; their tests stand there",
    ),
    ("", "InternalFailureException", "a fault of the server, which no request can ask for"),
    (
        "",
        "KMSAccessDeniedException",
        "keys lie in the server's key file, not in a service that could refuse them",
    ),
    ("", "KMSDisabledException", "keys lie in the server's key file"),
    ("", "KMSInvalidStateException", "keys lie in the server's key file"),
    ("", "KMSNotFoundException", "keys lie in the server's key file"),
    ("", "KMSOptInRequired", "there is nothing to opt in to"),
    ("", "KMSThrottlingException", "keys lie in the server's key file"),
    ("UntagResource", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("Tag", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("Describe", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("List", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("Delete", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("Deregister", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("Policy", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("Monitoring", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("RetentionPeriod", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("MergeShards", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    ("SubscribeToShard", "LimitExceededException", "the only quota is the rate of calls, which `pace` holds"),
    (
        "UpdateMaxRecordSize",
        "LimitExceededException",
        "the only quota is the rate of calls, which `pace` holds",
    ),
    (
        "DistributionStrategy",
        "LimitExceededException",
        "the only quota is the rate of calls, which `pace` holds",
    ),
    ("List", "ResourceInUseException", "a stream is listed in every state"),
    ("GetResourcePolicy", "ResourceInUseException", "a policy is shown in every state"),
    ("UpdateAccountSettings", "InvalidArgumentException", "its one member is judged by the validator"),
    ("UpdateStreamMode", "InvalidArgumentException", "what is wrong with an ARN is a ValidationException"),
    (
        "DistributionStrategy",
        "InvalidArgumentException",
        "what is wrong with an ARN is a ValidationException",
    ),
];

/// What a file shows by naming these: they raise the error in the rig or in a helper.
const RAISED_BY_HELPERS: &[(&str, &[&str])] = &[
    ("assert_violations", &["ValidationException"]),
    (
        "assert_names_a_stream",
        &["ValidationException", "InvalidArgumentException", "ResourceNotFoundException"],
    ),
    ("assert_named_by_arn", &["ValidationException", "ResourceNotFoundException"]),
    (
        "assert_named_by_resource_arn",
        &["ValidationException", "InvalidArgumentException", "ResourceNotFoundException"],
    ),
];

fn is_raised(operation: &str, file: &str, error: &str) -> bool {
    let by_helper = |(helper, errors): &(&str, &[&str])| file.contains(helper) && errors.contains(&error);
    file.contains(&format!("\"{error}\""))
        || RAISED_BY_HELPERS.iter().any(by_helper)
        || RAISED_ELSEWHERE.iter().any(|(part, elsewhere, _)| operation.contains(part) && *elsewhere == error)
}

#[test]
fn every_operation_has_a_file_of_three_sections() {
    let mut offered: Vec<&str> = TABLE.offered.iter().map(|operation| operation.schema.name).collect();
    offered.sort_unstable();
    let files: Vec<&str> = FILES.iter().map(|(operation, _)| *operation).collect();
    assert_eq!(files, offered);
    for (operation, file) in FILES {
        for section in
            ["mod serialization {", "mod validation {", "mod behaviour {", "assert_kinds(OPERATION"]
        {
            assert!(file.contains(section), "{operation} has no `{section}`");
        }
    }
}

#[test]
fn every_documented_error_is_raised_or_has_a_reason() {
    let mut missing = Vec::new();
    for (operation, file) in FILES {
        let schema = TABLE.service.operation(operation).expect("an operation");
        let unraised = schema.errors.iter().filter(|error| !is_raised(operation, file, error));
        missing.extend(unraised.map(|error| format!("{operation}: {error}")));
    }
    assert_eq!(missing, Vec::<String>::new());
}
