//! What a request touches, and whether its caller may.
//!
//! The decision is IAM's: an explicit deny anywhere wins, then an allow, else nothing is allowed. Between accounts both
//! sides must allow: the caller's own policy and the resource's.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>

use headwater_types::AccountId;

use crate::Fault;
use crate::identity::Identity;
use crate::policy::{Naming, Policy, Verdict};

/// What a request touches, as IAM sees it.
#[derive(Clone, Debug)]
pub struct Resource {
    /// `*` for what belongs to no one resource, such as a list of all.
    pub arn: String,
    /// Whose it is; the caller's where it is `None`.
    pub account: Option<AccountId>,
    /// The policy on the resource itself.
    pub policy: Option<Policy>,
    /// Whether another account may be let in at all: the services name the operations for which it may.
    pub shared: bool,
}

impl Resource {
    /// What has no resource of its own.
    pub fn any() -> Self {
        Self { arn: "*".to_owned(), account: None, policy: None, shared: false }
    }

    /// A resource that only its own account uses.
    pub fn owned(arn: impl ToString, account: &AccountId) -> Self {
        Self { arn: arn.to_string(), account: Some(account.clone()), policy: None, shared: false }
    }

    /// A resource whose policy, if it has one, may let in others.
    pub fn shared(arn: impl ToString, account: &AccountId, policy: Option<Policy>) -> Self {
        Self { policy, shared: true, ..Self::owned(arn, account) }
    }
}

/// Lets the identity do `action` (such as `kinesis:PutRecord`) on the resource, or says why not in the service's words.
pub fn authorize(identity: &Identity, action: &str, resource: &Resource) -> Result<(), Fault> {
    let own = match &identity.policy {
        None => Verdict::Allow,
        Some(policy) => policy.verdict(action, &resource.arn),
    };
    let theirs = resource
        .policy
        .as_ref()
        .map(|policy| policy.verdict_for(&identity.principal(), action, &resource.arn));
    let theirs = theirs.unwrap_or((Verdict::Silent, Naming::Account));
    let foreign = resource.account.as_ref().is_some_and(|account| *account != identity.account);

    let allowed = match (own, theirs) {
        (Verdict::Deny, _) | (_, (Verdict::Deny, _)) => false,
        (Verdict::Allow, (verdict, _)) if foreign => resource.shared && verdict == Verdict::Allow,
        (Verdict::Allow, _) => true,
        (Verdict::Silent, (Verdict::Allow, Naming::Self_)) => !foreign,
        (Verdict::Silent, _) => false,
    };
    if allowed {
        return Ok(());
    }
    let why = match (own, theirs.0) {
        (Verdict::Deny, _) => "with an explicit deny in an identity-based policy".to_owned(),
        (_, Verdict::Deny) => "with an explicit deny in a resource-based policy".to_owned(),
        (Verdict::Silent, _) => format!("because no identity-based policy allows the {action} action"),
        (Verdict::Allow, _) => format!("because no resource-based policy allows the {action} action"),
    };
    Err(Fault::client(
        "AccessDeniedException",
        format!(
            "User: {} is not authorized to perform: {action} on resource: {} {why}",
            identity.arn(),
            resource.arn
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Secret;

    const STREAM: &str = "arn:aws:kinesis:us-east-1:111111111111:stream/clicks";

    fn account(text: &str) -> AccountId {
        AccountId::parse(text).expect("twelve digits")
    }

    fn identity(account_id: &str, policy: Option<&str>) -> Identity {
        Identity {
            access_key_id: "AK".into(),
            secret: Secret::new("s".into()),
            session_token: None,
            expires: None,
            account: account(account_id),
            user: Some("bob".into()),
            policy: policy.map(|text| Policy::of_identity(text).expect("legal")),
        }
    }

    fn statement(effect: &str, action: &str, resource: &str) -> String {
        format!(r#"{{"Effect": "{effect}", "Action": "{action}", "Resource": "{resource}"}}"#)
    }

    fn document(statements: &[String]) -> String {
        format!(r#"{{"Version": "2012-10-17", "Statement": [{}]}}"#, statements.join(","))
    }

    fn resource(policy: Option<&str>) -> Resource {
        let policy = policy.map(|text| Policy::of_resource(text).expect("legal"));
        Resource::shared(STREAM, &account("111111111111"), policy)
    }

    fn on_stream(effect: &str, principal: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "{effect}", "Principal": {principal}, "Action": "kinesis:Put*",
                "Resource": "{STREAM}"}}]}}"#
        )
    }

    #[test]
    fn a_deny_wins_over_an_allow_and_silence_is_no() {
        let policy = document(&[
            statement("Allow", "kinesis:*", "*"),
            statement("Deny", "kinesis:DeleteStream", "arn:aws:kinesis:*:*:stream/clicks"),
        ]);
        let bob = identity("111111111111", Some(&policy));
        assert_eq!(authorize(&bob, "kinesis:PutRecord", &resource(None)), Ok(()));
        let denied = authorize(&bob, "kinesis:DeleteStream", &resource(None)).expect_err("denied");
        assert_eq!(
            denied.message.as_deref(),
            Some(
                "User: arn:aws:iam::111111111111:user/bob is not authorized to perform: kinesis:DeleteStream on resource: \
                 arn:aws:kinesis:us-east-1:111111111111:stream/clicks with an explicit deny in an identity-based policy"
            )
        );
        let silent = authorize(&bob, "firehose:PutRecord", &Resource::any()).expect_err("denied");
        assert!(silent.message.expect("told").ends_with(
            "on resource: * because no identity-based policy allows the firehose:PutRecord action"
        ));
    }

    #[test]
    fn without_a_policy_everything_in_ones_own_account_is_allowed_and_nothing_elsewhere() {
        assert!(authorize(&identity("111111111111", None), "kinesis:DeleteStream", &resource(None)).is_ok());
        let denied = authorize(&identity("222222222222", None), "kinesis:PutRecord", &resource(None));
        let text = denied.expect_err("denied").message.expect("told").into_owned();
        assert!(
            text.ends_with("because no resource-based policy allows the kinesis:PutRecord action"),
            "{text}"
        );
    }

    #[test]
    fn between_accounts_both_sides_must_allow() {
        let let_in = on_stream("Allow", r#"{"AWS": "222222222222"}"#);
        let may = |account: &str, policy: Option<&str>, theirs: &str, action: &str| {
            authorize(&identity(account, policy), action, &resource(Some(theirs))).is_ok()
        };
        assert!(may("222222222222", None, &let_in, "kinesis:PutRecord"));
        assert!(!may("222222222222", None, &let_in, "kinesis:GetRecords"), "not this action");
        assert!(!may("333333333333", None, &let_in, "kinesis:PutRecord"), "not this account");
        let nothing = document(&[statement("Allow", "s3:*", "*")]);
        assert!(!may("222222222222", Some(&nothing), &let_in, "kinesis:PutRecord"), "its own side is silent");
        let user = on_stream("Allow", r#"{"AWS": ["arn:aws:iam::222222222222:user/bob"]}"#);
        assert!(may("222222222222", None, &user, "kinesis:PutRecord"));
        assert!(may("222222222222", None, &on_stream("Allow", r#""*""#), "kinesis:PutRecord"));
        let unshared = Resource::owned(STREAM, &account("111111111111"));
        assert!(authorize(&identity("222222222222", None), "kinesis:PutRecord", &unshared).is_err());
    }

    #[test]
    fn within_an_account_a_resource_may_let_in_an_identity_or_keep_it_out() {
        let nothing = document(&[statement("Allow", "s3:*", "*")]);
        let may = |policy: Option<&str>, theirs: &str| {
            authorize(&identity("111111111111", policy), "kinesis:PutRecord", &resource(Some(theirs))).is_ok()
        };
        assert!(may(Some(&nothing), &on_stream("Allow", r#"{"AWS": "arn:aws:iam::111111111111:user/bob"}"#)));
        assert!(!may(Some(&nothing), &on_stream("Allow", r#"{"AWS": "arn:aws:iam::111111111111:root"}"#)));
        assert!(!may(None, &on_stream("Deny", r#"{"AWS": "arn:aws:iam::111111111111:root"}"#)));
    }
}
