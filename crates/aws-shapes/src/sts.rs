//! @generated from `models/sts.json` by `cargo xtask codegen`: do not edit.
//!
//! One struct and one `static` schema per shape, in alphabetical order; the operations at the end.

use headwater_types::Timestamp;

use crate::schema;
use crate::structure;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleRequest {
    pub role_arn: String,
    pub role_session_name: String,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub policy: Option<String>,
    pub duration_seconds: Option<i32>,
    pub tags: Option<Vec<Tag>>,
    pub transitive_tag_keys: Option<Vec<String>>,
    pub external_id: Option<String>,
    pub serial_number: Option<String>,
    pub token_code: Option<String>,
    pub source_identity: Option<String>,
    pub provided_contexts: Option<Vec<ProvidedContext>>,
    pub minimum_session_token_size: Option<i32>,
}

pub static ASSUME_ROLE_REQUEST: schema::Structure = schema::Structure {
    name: "AssumeRoleRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "RoleArn", required: true, shape: &ARN_TYPE },
        schema::Member { name: "RoleSessionName", required: true, shape: &ROLE_SESSION_NAME_TYPE },
        schema::Member { name: "PolicyArns", required: false, shape: &POLICY_DESCRIPTOR_LIST_TYPE },
        schema::Member { name: "Policy", required: false, shape: &UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE },
        schema::Member { name: "DurationSeconds", required: false, shape: &ROLE_DURATION_SECONDS_TYPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST_TYPE },
        schema::Member { name: "TransitiveTagKeys", required: false, shape: &TAG_KEY_LIST_TYPE },
        schema::Member { name: "ExternalId", required: false, shape: &EXTERNAL_ID_TYPE },
        schema::Member { name: "SerialNumber", required: false, shape: &SERIAL_NUMBER_TYPE },
        schema::Member { name: "TokenCode", required: false, shape: &TOKEN_CODE_TYPE },
        schema::Member { name: "SourceIdentity", required: false, shape: &SOURCE_IDENTITY_TYPE },
        schema::Member { name: "ProvidedContexts", required: false, shape: &PROVIDED_CONTEXTS_LIST_TYPE },
        schema::Member { name: "MinimumSessionTokenSize", required: false, shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};
pub static ASSUME_ROLE_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROLE_REQUEST);

structure!(AssumeRoleRequest = ASSUME_ROLE_REQUEST { role_arn, role_session_name, policy_arns, policy, duration_seconds, tags, transitive_tag_keys, external_id, serial_number, token_code, source_identity, provided_contexts, minimum_session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleResponse {
    pub credentials: Option<Credentials>,
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub packed_policy_size: Option<i32>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

pub static ASSUME_ROLE_RESPONSE: schema::Structure = schema::Structure {
    name: "AssumeRoleResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "AssumedRoleUser", required: false, shape: &ASSUMED_ROLE_USER_SHAPE },
        schema::Member { name: "PackedPolicySize", required: false, shape: &NON_NEGATIVE_INTEGER_TYPE },
        schema::Member { name: "SourceIdentity", required: false, shape: &SOURCE_IDENTITY_TYPE },
        schema::Member { name: "SessionTokenUtilization", required: false, shape: &SESSION_TOKEN_UTILIZATION_TYPE },
        schema::Member { name: "SessionTokenSize", required: false, shape: &SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static ASSUME_ROLE_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROLE_RESPONSE);

structure!(AssumeRoleResponse = ASSUME_ROLE_RESPONSE { credentials, assumed_role_user, packed_policy_size, source_identity, session_token_utilization, session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleWithSAMLRequest {
    pub role_arn: String,
    pub principal_arn: String,
    pub saml_assertion: String,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub policy: Option<String>,
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
}

pub static ASSUME_ROLE_WITH_SAML_REQUEST: schema::Structure = schema::Structure {
    name: "AssumeRoleWithSAMLRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "RoleArn", required: true, shape: &ARN_TYPE },
        schema::Member { name: "PrincipalArn", required: true, shape: &ARN_TYPE },
        schema::Member { name: "SAMLAssertion", required: true, shape: &SAML_ASSERTION_TYPE },
        schema::Member { name: "PolicyArns", required: false, shape: &POLICY_DESCRIPTOR_LIST_TYPE },
        schema::Member { name: "Policy", required: false, shape: &SESSION_POLICY_DOCUMENT_TYPE },
        schema::Member { name: "DurationSeconds", required: false, shape: &ROLE_DURATION_SECONDS_TYPE },
        schema::Member { name: "MinimumSessionTokenSize", required: false, shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6],
};
pub static ASSUME_ROLE_WITH_SAML_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROLE_WITH_SAML_REQUEST);

structure!(AssumeRoleWithSAMLRequest = ASSUME_ROLE_WITH_SAML_REQUEST { role_arn, principal_arn, saml_assertion, policy_arns, policy, duration_seconds, minimum_session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleWithSAMLResponse {
    pub credentials: Option<Credentials>,
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub packed_policy_size: Option<i32>,
    pub subject: Option<String>,
    pub subject_type: Option<String>,
    pub issuer: Option<String>,
    pub audience: Option<String>,
    pub name_qualifier: Option<String>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

pub static ASSUME_ROLE_WITH_SAML_RESPONSE: schema::Structure = schema::Structure {
    name: "AssumeRoleWithSAMLResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "AssumedRoleUser", required: false, shape: &ASSUMED_ROLE_USER_SHAPE },
        schema::Member { name: "PackedPolicySize", required: false, shape: &NON_NEGATIVE_INTEGER_TYPE },
        schema::Member { name: "Subject", required: false, shape: &SUBJECT },
        schema::Member { name: "SubjectType", required: false, shape: &SUBJECT_TYPE },
        schema::Member { name: "Issuer", required: false, shape: &ISSUER },
        schema::Member { name: "Audience", required: false, shape: &AUDIENCE },
        schema::Member { name: "NameQualifier", required: false, shape: &NAME_QUALIFIER },
        schema::Member { name: "SourceIdentity", required: false, shape: &SOURCE_IDENTITY_TYPE },
        schema::Member { name: "SessionTokenUtilization", required: false, shape: &SESSION_TOKEN_UTILIZATION_TYPE },
        schema::Member { name: "SessionTokenSize", required: false, shape: &SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};
pub static ASSUME_ROLE_WITH_SAML_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROLE_WITH_SAML_RESPONSE);

structure!(AssumeRoleWithSAMLResponse = ASSUME_ROLE_WITH_SAML_RESPONSE { credentials, assumed_role_user, packed_policy_size, subject, subject_type, issuer, audience, name_qualifier, source_identity, session_token_utilization, session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleWithWebIdentityRequest {
    pub role_arn: String,
    pub role_session_name: String,
    pub web_identity_token: String,
    pub provider_id: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub policy: Option<String>,
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
}

pub static ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST: schema::Structure = schema::Structure {
    name: "AssumeRoleWithWebIdentityRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "RoleArn", required: true, shape: &ARN_TYPE },
        schema::Member { name: "RoleSessionName", required: true, shape: &ROLE_SESSION_NAME_TYPE },
        schema::Member { name: "WebIdentityToken", required: true, shape: &CLIENT_TOKEN_TYPE },
        schema::Member { name: "ProviderId", required: false, shape: &URL_TYPE },
        schema::Member { name: "PolicyArns", required: false, shape: &POLICY_DESCRIPTOR_LIST_TYPE },
        schema::Member { name: "Policy", required: false, shape: &SESSION_POLICY_DOCUMENT_TYPE },
        schema::Member { name: "DurationSeconds", required: false, shape: &ROLE_DURATION_SECONDS_TYPE },
        schema::Member { name: "MinimumSessionTokenSize", required: false, shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7],
};
pub static ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST);

structure!(AssumeRoleWithWebIdentityRequest = ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST { role_arn, role_session_name, web_identity_token, provider_id, policy_arns, policy, duration_seconds, minimum_session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRoleWithWebIdentityResponse {
    pub credentials: Option<Credentials>,
    pub subject_from_web_identity_token: Option<String>,
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub packed_policy_size: Option<i32>,
    pub provider: Option<String>,
    pub audience: Option<String>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

pub static ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE: schema::Structure = schema::Structure {
    name: "AssumeRoleWithWebIdentityResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "SubjectFromWebIdentityToken", required: false, shape: &WEB_IDENTITY_SUBJECT_TYPE },
        schema::Member { name: "AssumedRoleUser", required: false, shape: &ASSUMED_ROLE_USER_SHAPE },
        schema::Member { name: "PackedPolicySize", required: false, shape: &NON_NEGATIVE_INTEGER_TYPE },
        schema::Member { name: "Provider", required: false, shape: &ISSUER },
        schema::Member { name: "Audience", required: false, shape: &AUDIENCE },
        schema::Member { name: "SourceIdentity", required: false, shape: &SOURCE_IDENTITY_TYPE },
        schema::Member { name: "SessionTokenUtilization", required: false, shape: &SESSION_TOKEN_UTILIZATION_TYPE },
        schema::Member { name: "SessionTokenSize", required: false, shape: &SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5, 6, 7, 8],
};
pub static ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE);

structure!(AssumeRoleWithWebIdentityResponse = ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE { credentials, subject_from_web_identity_token, assumed_role_user, packed_policy_size, provider, audience, source_identity, session_token_utilization, session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRootRequest {
    pub target_principal: String,
    pub task_policy_arn: PolicyDescriptorType,
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
}

pub static ASSUME_ROOT_REQUEST: schema::Structure = schema::Structure {
    name: "AssumeRootRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "TargetPrincipal", required: true, shape: &TARGET_PRINCIPAL_TYPE },
        schema::Member { name: "TaskPolicyArn", required: true, shape: &POLICY_DESCRIPTOR_TYPE_SHAPE },
        schema::Member { name: "DurationSeconds", required: false, shape: &ROOT_DURATION_SECONDS_TYPE },
        schema::Member { name: "MinimumSessionTokenSize", required: false, shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static ASSUME_ROOT_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROOT_REQUEST);

structure!(AssumeRootRequest = ASSUME_ROOT_REQUEST { target_principal, task_policy_arn, duration_seconds, minimum_session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumeRootResponse {
    pub credentials: Option<Credentials>,
    pub source_identity: Option<String>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

pub static ASSUME_ROOT_RESPONSE: schema::Structure = schema::Structure {
    name: "AssumeRootResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "SourceIdentity", required: false, shape: &SOURCE_IDENTITY_TYPE },
        schema::Member { name: "SessionTokenUtilization", required: false, shape: &SESSION_TOKEN_UTILIZATION_TYPE },
        schema::Member { name: "SessionTokenSize", required: false, shape: &SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static ASSUME_ROOT_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUME_ROOT_RESPONSE);

structure!(AssumeRootResponse = ASSUME_ROOT_RESPONSE { credentials, source_identity, session_token_utilization, session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumedRoleUser {
    pub assumed_role_id: String,
    pub arn: String,
}

pub static ASSUMED_ROLE_USER: schema::Structure = schema::Structure {
    name: "AssumedRoleUser",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "AssumedRoleId", required: true, shape: &ASSUMED_ROLE_ID_TYPE },
        schema::Member { name: "Arn", required: true, shape: &ARN_TYPE },
    ],
    checked: &[0, 1],
};
pub static ASSUMED_ROLE_USER_SHAPE: schema::Shape = schema::Shape::Structure(&ASSUMED_ROLE_USER);

structure!(AssumedRoleUser = ASSUMED_ROLE_USER { assumed_role_id, arn });

pub static AUDIENCE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Credentials {
    pub access_key_id: String,
    pub secret_access_key: String,
    pub session_token: String,
    pub expiration: Timestamp,
}

pub static CREDENTIALS: schema::Structure = schema::Structure {
    name: "Credentials",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "AccessKeyId", required: true, shape: &ACCESS_KEY_ID_TYPE },
        schema::Member { name: "SecretAccessKey", required: true, shape: &ACCESS_KEY_SECRET_TYPE },
        schema::Member { name: "SessionToken", required: true, shape: &TOKEN_TYPE },
        schema::Member { name: "Expiration", required: true, shape: &DATE_TYPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static CREDENTIALS_SHAPE: schema::Shape = schema::Shape::Structure(&CREDENTIALS);

structure!(Credentials = CREDENTIALS { access_key_id, secret_access_key, session_token, expiration });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecodeAuthorizationMessageRequest {
    pub encoded_message: String,
}

pub static DECODE_AUTHORIZATION_MESSAGE_REQUEST: schema::Structure = schema::Structure {
    name: "DecodeAuthorizationMessageRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "EncodedMessage", required: true, shape: &ENCODED_MESSAGE_TYPE },
    ],
    checked: &[0],
};
pub static DECODE_AUTHORIZATION_MESSAGE_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&DECODE_AUTHORIZATION_MESSAGE_REQUEST);

structure!(DecodeAuthorizationMessageRequest = DECODE_AUTHORIZATION_MESSAGE_REQUEST { encoded_message });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecodeAuthorizationMessageResponse {
    pub decoded_message: Option<String>,
}

pub static DECODE_AUTHORIZATION_MESSAGE_RESPONSE: schema::Structure = schema::Structure {
    name: "DecodeAuthorizationMessageResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "DecodedMessage", required: false, shape: &DECODED_MESSAGE_TYPE },
    ],
    checked: &[0],
};
pub static DECODE_AUTHORIZATION_MESSAGE_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&DECODE_AUTHORIZATION_MESSAGE_RESPONSE);

structure!(DecodeAuthorizationMessageResponse = DECODE_AUTHORIZATION_MESSAGE_RESPONSE { decoded_message });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FederatedUser {
    pub federated_user_id: String,
    pub arn: String,
}

pub static FEDERATED_USER: schema::Structure = schema::Structure {
    name: "FederatedUser",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "FederatedUserId", required: true, shape: &FEDERATED_ID_TYPE },
        schema::Member { name: "Arn", required: true, shape: &ARN_TYPE },
    ],
    checked: &[0, 1],
};
pub static FEDERATED_USER_SHAPE: schema::Shape = schema::Shape::Structure(&FEDERATED_USER);

structure!(FederatedUser = FEDERATED_USER { federated_user_id, arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyInfoRequest {
    pub access_key_id: String,
}

pub static GET_ACCESS_KEY_INFO_REQUEST: schema::Structure = schema::Structure {
    name: "GetAccessKeyInfoRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "AccessKeyId", required: true, shape: &ACCESS_KEY_ID_TYPE },
    ],
    checked: &[0],
};
pub static GET_ACCESS_KEY_INFO_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&GET_ACCESS_KEY_INFO_REQUEST);

structure!(GetAccessKeyInfoRequest = GET_ACCESS_KEY_INFO_REQUEST { access_key_id });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetAccessKeyInfoResponse {
    pub account: Option<String>,
}

pub static GET_ACCESS_KEY_INFO_RESPONSE: schema::Structure = schema::Structure {
    name: "GetAccessKeyInfoResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Account", required: false, shape: &ACCOUNT_TYPE },
    ],
    checked: &[0],
};
pub static GET_ACCESS_KEY_INFO_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&GET_ACCESS_KEY_INFO_RESPONSE);

structure!(GetAccessKeyInfoResponse = GET_ACCESS_KEY_INFO_RESPONSE { account });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityRequest {
}

pub static GET_CALLER_IDENTITY_REQUEST: schema::Structure = schema::Structure {
    name: "GetCallerIdentityRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
    ],
    checked: &[],
};
pub static GET_CALLER_IDENTITY_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&GET_CALLER_IDENTITY_REQUEST);

structure!(GetCallerIdentityRequest = GET_CALLER_IDENTITY_REQUEST {  });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetCallerIdentityResponse {
    pub user_id: Option<String>,
    pub account: Option<String>,
    pub arn: Option<String>,
}

pub static GET_CALLER_IDENTITY_RESPONSE: schema::Structure = schema::Structure {
    name: "GetCallerIdentityResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "UserId", required: false, shape: &USER_ID_TYPE },
        schema::Member { name: "Account", required: false, shape: &ACCOUNT_TYPE },
        schema::Member { name: "Arn", required: false, shape: &ARN_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static GET_CALLER_IDENTITY_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&GET_CALLER_IDENTITY_RESPONSE);

structure!(GetCallerIdentityResponse = GET_CALLER_IDENTITY_RESPONSE { user_id, account, arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDelegatedAccessTokenRequest {
    pub trade_in_token: String,
}

pub static GET_DELEGATED_ACCESS_TOKEN_REQUEST: schema::Structure = schema::Structure {
    name: "GetDelegatedAccessTokenRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "TradeInToken", required: true, shape: &TRADE_IN_TOKEN_TYPE },
    ],
    checked: &[0],
};
pub static GET_DELEGATED_ACCESS_TOKEN_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&GET_DELEGATED_ACCESS_TOKEN_REQUEST);

structure!(GetDelegatedAccessTokenRequest = GET_DELEGATED_ACCESS_TOKEN_REQUEST { trade_in_token });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetDelegatedAccessTokenResponse {
    pub credentials: Option<Credentials>,
    pub packed_policy_size: Option<i32>,
    pub assumed_principal: Option<String>,
}

pub static GET_DELEGATED_ACCESS_TOKEN_RESPONSE: schema::Structure = schema::Structure {
    name: "GetDelegatedAccessTokenResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "PackedPolicySize", required: false, shape: &NON_NEGATIVE_INTEGER_TYPE },
        schema::Member { name: "AssumedPrincipal", required: false, shape: &ARN_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static GET_DELEGATED_ACCESS_TOKEN_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&GET_DELEGATED_ACCESS_TOKEN_RESPONSE);

structure!(GetDelegatedAccessTokenResponse = GET_DELEGATED_ACCESS_TOKEN_RESPONSE { credentials, packed_policy_size, assumed_principal });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFederationTokenRequest {
    pub name: String,
    pub policy: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub duration_seconds: Option<i32>,
    pub tags: Option<Vec<Tag>>,
    pub minimum_session_token_size: Option<i32>,
}

pub static GET_FEDERATION_TOKEN_REQUEST: schema::Structure = schema::Structure {
    name: "GetFederationTokenRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Name", required: true, shape: &USER_NAME_TYPE },
        schema::Member { name: "Policy", required: false, shape: &SESSION_POLICY_DOCUMENT_TYPE },
        schema::Member { name: "PolicyArns", required: false, shape: &POLICY_DESCRIPTOR_LIST_TYPE },
        schema::Member { name: "DurationSeconds", required: false, shape: &DURATION_SECONDS_TYPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST_TYPE },
        schema::Member { name: "MinimumSessionTokenSize", required: false, shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4, 5],
};
pub static GET_FEDERATION_TOKEN_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&GET_FEDERATION_TOKEN_REQUEST);

structure!(GetFederationTokenRequest = GET_FEDERATION_TOKEN_REQUEST { name, policy, policy_arns, duration_seconds, tags, minimum_session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetFederationTokenResponse {
    pub credentials: Option<Credentials>,
    pub federated_user: Option<FederatedUser>,
    pub packed_policy_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

pub static GET_FEDERATION_TOKEN_RESPONSE: schema::Structure = schema::Structure {
    name: "GetFederationTokenResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "FederatedUser", required: false, shape: &FEDERATED_USER_SHAPE },
        schema::Member { name: "PackedPolicySize", required: false, shape: &NON_NEGATIVE_INTEGER_TYPE },
        schema::Member { name: "SessionTokenUtilization", required: false, shape: &SESSION_TOKEN_UTILIZATION_TYPE },
        schema::Member { name: "SessionTokenSize", required: false, shape: &SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3, 4],
};
pub static GET_FEDERATION_TOKEN_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&GET_FEDERATION_TOKEN_RESPONSE);

structure!(GetFederationTokenResponse = GET_FEDERATION_TOKEN_RESPONSE { credentials, federated_user, packed_policy_size, session_token_utilization, session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSessionTokenRequest {
    pub duration_seconds: Option<i32>,
    pub serial_number: Option<String>,
    pub token_code: Option<String>,
    pub minimum_session_token_size: Option<i32>,
}

pub static GET_SESSION_TOKEN_REQUEST: schema::Structure = schema::Structure {
    name: "GetSessionTokenRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "DurationSeconds", required: false, shape: &DURATION_SECONDS_TYPE },
        schema::Member { name: "SerialNumber", required: false, shape: &SERIAL_NUMBER_TYPE },
        schema::Member { name: "TokenCode", required: false, shape: &TOKEN_CODE_TYPE },
        schema::Member { name: "MinimumSessionTokenSize", required: false, shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static GET_SESSION_TOKEN_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&GET_SESSION_TOKEN_REQUEST);

structure!(GetSessionTokenRequest = GET_SESSION_TOKEN_REQUEST { duration_seconds, serial_number, token_code, minimum_session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetSessionTokenResponse {
    pub credentials: Option<Credentials>,
    pub session_token_utilization: Option<i32>,
    pub session_token_size: Option<i32>,
}

pub static GET_SESSION_TOKEN_RESPONSE: schema::Structure = schema::Structure {
    name: "GetSessionTokenResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Credentials", required: false, shape: &CREDENTIALS_SHAPE },
        schema::Member { name: "SessionTokenUtilization", required: false, shape: &SESSION_TOKEN_UTILIZATION_TYPE },
        schema::Member { name: "SessionTokenSize", required: false, shape: &SESSION_TOKEN_SIZE_TYPE },
    ],
    checked: &[0, 1, 2],
};
pub static GET_SESSION_TOKEN_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&GET_SESSION_TOKEN_RESPONSE);

structure!(GetSessionTokenResponse = GET_SESSION_TOKEN_RESPONSE { credentials, session_token_utilization, session_token_size });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetWebIdentityTokenRequest {
    pub audience: Vec<String>,
    pub duration_seconds: Option<i32>,
    pub signing_algorithm: String,
    pub tags: Option<Vec<Tag>>,
}

pub static GET_WEB_IDENTITY_TOKEN_REQUEST: schema::Structure = schema::Structure {
    name: "GetWebIdentityTokenRequest",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Audience", required: true, shape: &WEB_IDENTITY_TOKEN_AUDIENCE_LIST_TYPE },
        schema::Member { name: "DurationSeconds", required: false, shape: &WEB_IDENTITY_TOKEN_DURATION_SECONDS_TYPE },
        schema::Member { name: "SigningAlgorithm", required: true, shape: &JWT_ALGORITHM_TYPE },
        schema::Member { name: "Tags", required: false, shape: &TAG_LIST_TYPE },
    ],
    checked: &[0, 1, 2, 3],
};
pub static GET_WEB_IDENTITY_TOKEN_REQUEST_SHAPE: schema::Shape = schema::Shape::Structure(&GET_WEB_IDENTITY_TOKEN_REQUEST);

structure!(GetWebIdentityTokenRequest = GET_WEB_IDENTITY_TOKEN_REQUEST { audience, duration_seconds, signing_algorithm, tags });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GetWebIdentityTokenResponse {
    pub web_identity_token: Option<String>,
    pub expiration: Option<Timestamp>,
}

pub static GET_WEB_IDENTITY_TOKEN_RESPONSE: schema::Structure = schema::Structure {
    name: "GetWebIdentityTokenResponse",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "WebIdentityToken", required: false, shape: &WEB_IDENTITY_TOKEN_TYPE },
        schema::Member { name: "Expiration", required: false, shape: &DATE_TYPE },
    ],
    checked: &[0, 1],
};
pub static GET_WEB_IDENTITY_TOKEN_RESPONSE_SHAPE: schema::Shape = schema::Shape::Structure(&GET_WEB_IDENTITY_TOKEN_RESPONSE);

structure!(GetWebIdentityTokenResponse = GET_WEB_IDENTITY_TOKEN_RESPONSE { web_identity_token, expiration });

pub static ISSUER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static NAME_QUALIFIER: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PolicyDescriptorType {
    pub arn: Option<String>,
}

pub static POLICY_DESCRIPTOR_TYPE: schema::Structure = schema::Structure {
    name: "PolicyDescriptorType",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "arn", required: false, shape: &ARN_TYPE },
    ],
    checked: &[0],
};
pub static POLICY_DESCRIPTOR_TYPE_SHAPE: schema::Shape = schema::Shape::Structure(&POLICY_DESCRIPTOR_TYPE);

structure!(PolicyDescriptorType = POLICY_DESCRIPTOR_TYPE { arn });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvidedContext {
    pub provider_arn: Option<String>,
    pub context_assertion: Option<String>,
}

pub static PROVIDED_CONTEXT: schema::Structure = schema::Structure {
    name: "ProvidedContext",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "ProviderArn", required: false, shape: &ARN_TYPE },
        schema::Member { name: "ContextAssertion", required: false, shape: &CONTEXT_ASSERTION_TYPE },
    ],
    checked: &[0, 1],
};
pub static PROVIDED_CONTEXT_SHAPE: schema::Shape = schema::Shape::Structure(&PROVIDED_CONTEXT);

structure!(ProvidedContext = PROVIDED_CONTEXT { provider_arn, context_assertion });

pub static PROVIDED_CONTEXTS_LIST_TYPE: schema::Shape = schema::Shape::List { member: &PROVIDED_CONTEXT_SHAPE, length: schema::Length { min: Some(1), max: Some(5) } };

pub static ROOT_DURATION_SECONDS_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(900) });

pub static SAML_ASSERTION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(4), max: Some(100000) }, pattern: None, values: &[] });

pub static SUBJECT: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static SUBJECT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

pub static TAG: schema::Structure = schema::Structure {
    name: "Tag",
    package: "com.amazonaws.sts.v20110615",
    members: &[
        schema::Member { name: "Key", required: true, shape: &TAG_KEY_TYPE },
        schema::Member { name: "Value", required: true, shape: &TAG_VALUE_TYPE },
    ],
    checked: &[0, 1],
};
pub static TAG_SHAPE: schema::Shape = schema::Shape::Structure(&TAG);

structure!(Tag = TAG { key, value });

pub static TARGET_PRINCIPAL_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(12), max: Some(2048) }, pattern: None, values: &[] });

pub static ACCESS_KEY_ID_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(16), max: Some(128) }, pattern: Some(schema::Pattern { text: "[\\w]*", matcher: "[\\w]*" }), values: &[] });

pub static ACCESS_KEY_SECRET_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ACCOUNT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ARN_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(20), max: Some(2048) }, pattern: Some(schema::Pattern { text: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+", matcher: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+" }), values: &[] });

pub static ASSUMED_ROLE_ID_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(2), max: Some(193) }, pattern: Some(schema::Pattern { text: "[\\w+=,.@:-]*", matcher: "[\\w+=,.@:-]*" }), values: &[] });

pub static CLIENT_TOKEN_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(4), max: Some(20000) }, pattern: None, values: &[] });

pub static CONTEXT_ASSERTION_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(4), max: Some(2048) }, pattern: None, values: &[] });

pub static DATE_TYPE: schema::Shape = schema::Shape::Timestamp;

pub static DECODED_MESSAGE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static DURATION_SECONDS_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(900), max: Some(129600) });

pub static ENCODED_MESSAGE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(10240) }, pattern: None, values: &[] });

pub static EXPIRED_IDENTITY_TOKEN_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXPIRED_TRADE_IN_TOKEN_EXCEPTION_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static EXTERNAL_ID_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(2), max: Some(1224) }, pattern: Some(schema::Pattern { text: "[\\w+=,.@:\\/-]*", matcher: "[\\w+=,.@:\\/-]*" }), values: &[] });

pub static FEDERATED_ID_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(2), max: Some(193) }, pattern: Some(schema::Pattern { text: "[\\w+=,.@\\:-]*", matcher: "[\\w+=,.@\\:-]*" }), values: &[] });

pub static IDP_COMMUNICATION_ERROR_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static IDP_REJECTED_CLAIM_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static INVALID_AUTHORIZATION_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static INVALID_IDENTITY_TOKEN_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static JWT_ALGORITHM_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(5), max: Some(5) }, pattern: None, values: &[] });

pub static JWT_PAYLOAD_SIZE_EXCEEDED_EXCEPTION_2: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static MALFORMED_POLICY_DOCUMENT_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static MINIMUM_SESSION_TOKEN_SIZE_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: Some(4096) });

pub static NON_NEGATIVE_INTEGER_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: None });

pub static OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED_EXCEPTION_2: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static PACKED_POLICY_TOO_LARGE_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static POLICY_DESCRIPTOR_LIST_TYPE: schema::Shape = schema::Shape::List { member: &POLICY_DESCRIPTOR_TYPE_SHAPE, length: schema::Length { min: None, max: None } };

pub static REGION_DISABLED_MESSAGE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static ROLE_DURATION_SECONDS_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(900), max: Some(43200) });

pub static ROLE_SESSION_NAME_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(2), max: Some(64) }, pattern: Some(schema::Pattern { text: "[\\w+=,.@-]*", matcher: "[\\w+=,.@-]*" }), values: &[] });

pub static SERIAL_NUMBER_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(9), max: Some(256) }, pattern: Some(schema::Pattern { text: "[\\w+=/:,.@-]*", matcher: "[\\w+=/:,.@-]*" }), values: &[] });

pub static SESSION_DURATION_ESCALATION_EXCEPTION_2: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static SESSION_POLICY_DOCUMENT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(2048) }, pattern: Some(schema::Pattern { text: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", matcher: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+" }), values: &[] });

pub static SESSION_TOKEN_SIZE_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: None });

pub static SESSION_TOKEN_UTILIZATION_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(0), max: None });

pub static SOURCE_IDENTITY_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(2), max: Some(64) }, pattern: Some(schema::Pattern { text: "[\\w+=,.@-]*", matcher: "[\\w+=,.@-]*" }), values: &[] });

pub static TAG_KEY_LIST_TYPE: schema::Shape = schema::Shape::List { member: &TAG_KEY_TYPE, length: schema::Length { min: None, max: Some(50) } };

pub static TAG_KEY_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(128) }, pattern: Some(schema::Pattern { text: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+", matcher: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+" }), values: &[] });

pub static TAG_LIST_TYPE: schema::Shape = schema::Shape::List { member: &TAG_SHAPE, length: schema::Length { min: None, max: Some(50) } };

pub static TAG_VALUE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(0), max: Some(256) }, pattern: Some(schema::Pattern { text: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*", matcher: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*" }), values: &[] });

pub static TOKEN_CODE_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(6), max: Some(6) }, pattern: Some(schema::Pattern { text: "[\\d]*", matcher: "[\\d]*" }), values: &[] });

pub static TOKEN_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static TRADE_IN_TOKEN_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: None }, pattern: Some(schema::Pattern { text: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", matcher: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+" }), values: &[] });

pub static URL_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(4), max: Some(2048) }, pattern: None, values: &[] });

pub static USER_ID_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub static USER_NAME_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(2), max: Some(32) }, pattern: Some(schema::Pattern { text: "[\\w+=,.@-]*", matcher: "[\\w+=,.@-]*" }), values: &[] });

pub static WEB_IDENTITY_SUBJECT_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(6), max: Some(255) }, pattern: None, values: &[] });

pub static WEB_IDENTITY_TOKEN_AUDIENCE_LIST_TYPE: schema::Shape = schema::Shape::List { member: &WEB_IDENTITY_TOKEN_AUDIENCE_STRING_TYPE, length: schema::Length { min: Some(1), max: Some(10) } };

pub static WEB_IDENTITY_TOKEN_AUDIENCE_STRING_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: Some(1), max: Some(1000) }, pattern: None, values: &[] });

pub static WEB_IDENTITY_TOKEN_DURATION_SECONDS_TYPE: schema::Shape = schema::Shape::Integer(schema::Range { min: Some(60), max: Some(3600) });

pub static WEB_IDENTITY_TOKEN_TYPE: schema::Shape = schema::Shape::String(schema::Text { length: schema::Length { min: None, max: None }, pattern: None, values: &[] });

pub struct AssumeRole;

static ASSUME_ROLE_OPERATION: schema::Operation = schema::Operation {
    name: "AssumeRole",
    input: Some(&ASSUME_ROLE_REQUEST),
    output: Some(&ASSUME_ROLE_RESPONSE),
    errors: &["MalformedPolicyDocumentException", "PackedPolicyTooLargeException", "RegionDisabledException", "ExpiredTokenException"],
};

impl crate::Operation for AssumeRole {
    type Input = AssumeRoleRequest;
    type Output = AssumeRoleResponse;
    const SCHEMA: &'static schema::Operation = &ASSUME_ROLE_OPERATION;
}

pub struct AssumeRoleWithSAML;

static ASSUME_ROLE_WITH_SAML_OPERATION: schema::Operation = schema::Operation {
    name: "AssumeRoleWithSAML",
    input: Some(&ASSUME_ROLE_WITH_SAML_REQUEST),
    output: Some(&ASSUME_ROLE_WITH_SAML_RESPONSE),
    errors: &["MalformedPolicyDocumentException", "PackedPolicyTooLargeException", "IDPRejectedClaimException", "InvalidIdentityTokenException", "ExpiredTokenException", "RegionDisabledException"],
};

impl crate::Operation for AssumeRoleWithSAML {
    type Input = AssumeRoleWithSAMLRequest;
    type Output = AssumeRoleWithSAMLResponse;
    const SCHEMA: &'static schema::Operation = &ASSUME_ROLE_WITH_SAML_OPERATION;
}

pub struct AssumeRoleWithWebIdentity;

static ASSUME_ROLE_WITH_WEB_IDENTITY_OPERATION: schema::Operation = schema::Operation {
    name: "AssumeRoleWithWebIdentity",
    input: Some(&ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST),
    output: Some(&ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE),
    errors: &["MalformedPolicyDocumentException", "PackedPolicyTooLargeException", "IDPRejectedClaimException", "IDPCommunicationErrorException", "InvalidIdentityTokenException", "ExpiredTokenException", "RegionDisabledException"],
};

impl crate::Operation for AssumeRoleWithWebIdentity {
    type Input = AssumeRoleWithWebIdentityRequest;
    type Output = AssumeRoleWithWebIdentityResponse;
    const SCHEMA: &'static schema::Operation = &ASSUME_ROLE_WITH_WEB_IDENTITY_OPERATION;
}

pub struct AssumeRoot;

static ASSUME_ROOT_OPERATION: schema::Operation = schema::Operation {
    name: "AssumeRoot",
    input: Some(&ASSUME_ROOT_REQUEST),
    output: Some(&ASSUME_ROOT_RESPONSE),
    errors: &["RegionDisabledException", "ExpiredTokenException"],
};

impl crate::Operation for AssumeRoot {
    type Input = AssumeRootRequest;
    type Output = AssumeRootResponse;
    const SCHEMA: &'static schema::Operation = &ASSUME_ROOT_OPERATION;
}

pub struct DecodeAuthorizationMessage;

static DECODE_AUTHORIZATION_MESSAGE_OPERATION: schema::Operation = schema::Operation {
    name: "DecodeAuthorizationMessage",
    input: Some(&DECODE_AUTHORIZATION_MESSAGE_REQUEST),
    output: Some(&DECODE_AUTHORIZATION_MESSAGE_RESPONSE),
    errors: &["InvalidAuthorizationMessageException"],
};

impl crate::Operation for DecodeAuthorizationMessage {
    type Input = DecodeAuthorizationMessageRequest;
    type Output = DecodeAuthorizationMessageResponse;
    const SCHEMA: &'static schema::Operation = &DECODE_AUTHORIZATION_MESSAGE_OPERATION;
}

pub struct GetAccessKeyInfo;

static GET_ACCESS_KEY_INFO_OPERATION: schema::Operation = schema::Operation {
    name: "GetAccessKeyInfo",
    input: Some(&GET_ACCESS_KEY_INFO_REQUEST),
    output: Some(&GET_ACCESS_KEY_INFO_RESPONSE),
    errors: &[],
};

impl crate::Operation for GetAccessKeyInfo {
    type Input = GetAccessKeyInfoRequest;
    type Output = GetAccessKeyInfoResponse;
    const SCHEMA: &'static schema::Operation = &GET_ACCESS_KEY_INFO_OPERATION;
}

pub struct GetCallerIdentity;

static GET_CALLER_IDENTITY_OPERATION: schema::Operation = schema::Operation {
    name: "GetCallerIdentity",
    input: Some(&GET_CALLER_IDENTITY_REQUEST),
    output: Some(&GET_CALLER_IDENTITY_RESPONSE),
    errors: &[],
};

impl crate::Operation for GetCallerIdentity {
    type Input = GetCallerIdentityRequest;
    type Output = GetCallerIdentityResponse;
    const SCHEMA: &'static schema::Operation = &GET_CALLER_IDENTITY_OPERATION;
}

pub struct GetDelegatedAccessToken;

static GET_DELEGATED_ACCESS_TOKEN_OPERATION: schema::Operation = schema::Operation {
    name: "GetDelegatedAccessToken",
    input: Some(&GET_DELEGATED_ACCESS_TOKEN_REQUEST),
    output: Some(&GET_DELEGATED_ACCESS_TOKEN_RESPONSE),
    errors: &["ExpiredTradeInTokenException", "RegionDisabledException", "PackedPolicyTooLargeException"],
};

impl crate::Operation for GetDelegatedAccessToken {
    type Input = GetDelegatedAccessTokenRequest;
    type Output = GetDelegatedAccessTokenResponse;
    const SCHEMA: &'static schema::Operation = &GET_DELEGATED_ACCESS_TOKEN_OPERATION;
}

pub struct GetFederationToken;

static GET_FEDERATION_TOKEN_OPERATION: schema::Operation = schema::Operation {
    name: "GetFederationToken",
    input: Some(&GET_FEDERATION_TOKEN_REQUEST),
    output: Some(&GET_FEDERATION_TOKEN_RESPONSE),
    errors: &["MalformedPolicyDocumentException", "PackedPolicyTooLargeException", "RegionDisabledException"],
};

impl crate::Operation for GetFederationToken {
    type Input = GetFederationTokenRequest;
    type Output = GetFederationTokenResponse;
    const SCHEMA: &'static schema::Operation = &GET_FEDERATION_TOKEN_OPERATION;
}

pub struct GetSessionToken;

static GET_SESSION_TOKEN_OPERATION: schema::Operation = schema::Operation {
    name: "GetSessionToken",
    input: Some(&GET_SESSION_TOKEN_REQUEST),
    output: Some(&GET_SESSION_TOKEN_RESPONSE),
    errors: &["RegionDisabledException"],
};

impl crate::Operation for GetSessionToken {
    type Input = GetSessionTokenRequest;
    type Output = GetSessionTokenResponse;
    const SCHEMA: &'static schema::Operation = &GET_SESSION_TOKEN_OPERATION;
}

pub struct GetWebIdentityToken;

static GET_WEB_IDENTITY_TOKEN_OPERATION: schema::Operation = schema::Operation {
    name: "GetWebIdentityToken",
    input: Some(&GET_WEB_IDENTITY_TOKEN_REQUEST),
    output: Some(&GET_WEB_IDENTITY_TOKEN_RESPONSE),
    errors: &["SessionDurationEscalationException", "OutboundWebIdentityFederationDisabledException", "JWTPayloadSizeExceededException"],
};

impl crate::Operation for GetWebIdentityToken {
    type Input = GetWebIdentityTokenRequest;
    type Output = GetWebIdentityTokenResponse;
    const SCHEMA: &'static schema::Operation = &GET_WEB_IDENTITY_TOKEN_OPERATION;
}

pub static SERVICE: schema::Service = schema::Service {
    name: "sts",
    target_prefix: "",
    signing_name: "sts",
    iam_prefix: "sts",
    api_version: "2011-06-15",
    protocols: &["query"],
    xml_namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    query_compatible: false,
    operations: &[
        &ASSUME_ROLE_OPERATION,
        &ASSUME_ROLE_WITH_SAML_OPERATION,
        &ASSUME_ROLE_WITH_WEB_IDENTITY_OPERATION,
        &ASSUME_ROOT_OPERATION,
        &DECODE_AUTHORIZATION_MESSAGE_OPERATION,
        &GET_ACCESS_KEY_INFO_OPERATION,
        &GET_CALLER_IDENTITY_OPERATION,
        &GET_DELEGATED_ACCESS_TOKEN_OPERATION,
        &GET_FEDERATION_TOKEN_OPERATION,
        &GET_SESSION_TOKEN_OPERATION,
        &GET_WEB_IDENTITY_TOKEN_OPERATION,
    ],
    errors: &[
        schema::Error { name: "ExpiredTokenException", code: "ExpiredTokenException", status: 400 },
        schema::Error { name: "ExpiredTradeInTokenException", code: "ExpiredTradeInTokenException", status: 400 },
        schema::Error { name: "IDPCommunicationErrorException", code: "IDPCommunicationError", status: 400 },
        schema::Error { name: "IDPRejectedClaimException", code: "IDPRejectedClaim", status: 403 },
        schema::Error { name: "InvalidAuthorizationMessageException", code: "InvalidAuthorizationMessageException", status: 400 },
        schema::Error { name: "InvalidIdentityTokenException", code: "InvalidIdentityToken", status: 400 },
        schema::Error { name: "JWTPayloadSizeExceededException", code: "JWTPayloadSizeExceededException", status: 400 },
        schema::Error { name: "MalformedPolicyDocumentException", code: "MalformedPolicyDocument", status: 400 },
        schema::Error { name: "OutboundWebIdentityFederationDisabledException", code: "OutboundWebIdentityFederationDisabledException", status: 403 },
        schema::Error { name: "PackedPolicyTooLargeException", code: "PackedPolicyTooLarge", status: 400 },
        schema::Error { name: "RegionDisabledException", code: "RegionDisabledException", status: 403 },
        schema::Error { name: "SessionDurationEscalationException", code: "SessionDurationEscalationException", status: 403 },
    ],
};
