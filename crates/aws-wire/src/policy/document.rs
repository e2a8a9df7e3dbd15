//! A policy document: its JSON read into statements, and what they say to one request.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>

use std::borrow::Cow;

use super::glob::matches;
use super::{Naming, Principal, Verdict};
use crate::json;
use crate::raw::Raw;

/// What IAM allows for a managed policy is 6,144 characters; resource policies of some services may be 20 KiB.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
const DOCUMENT_BYTES_MAX: usize = 20 * 1024;

/// Why a document is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PolicyError(String);

fn refused<T>(why: impl Into<String>) -> Result<T, PolicyError> {
    Err(PolicyError(why.into()))
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    statements: Vec<Statement>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Statement {
    allows: bool,
    /// In resource policies alone.
    principals: Option<Selection>,
    /// In lower case: services and actions are not case-sensitive.
    actions: Selection,
    resources: Selection,
}

/// `Action` or `NotAction` and the like.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Selection {
    patterns: Vec<String>,
    negated: bool,
}

impl Selection {
    fn takes(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.patterns.iter().any(|pattern| matches(pattern)) != self.negated
    }
}

impl Policy {
    /// Reads the policy of an identity: it names no principals.
    pub fn of_identity(text: &str) -> Result<Self, PolicyError> {
        Self::read(text, false)
    }

    /// Reads the policy on a resource: each statement names principals.
    pub fn of_resource(text: &str) -> Result<Self, PolicyError> {
        Self::read(text, true)
    }

    fn read(text: &str, on_resource: bool) -> Result<Self, PolicyError> {
        if text.len() > DOCUMENT_BYTES_MAX {
            return refused(format!("a policy has at most {DOCUMENT_BYTES_MAX} bytes"));
        }
        let raw = json::parse(text.as_bytes()).map_err(|error| PolicyError(format!("not JSON: {error}")))?;
        let Raw::Object(members) = raw else { return refused("a policy is a JSON object") };
        let mut statements = None;
        for (name, value) in members {
            match (&*name, value) {
                ("Version", Raw::String(version)) if matches!(&*version, "2012-10-17" | "2008-10-17") => {}
                ("Version", _) => return refused("Version must be \"2012-10-17\" or \"2008-10-17\""),
                ("Id", Raw::String(_)) => {}
                ("Statement", Raw::List(items)) => statements = Some(items),
                ("Statement", single @ Raw::Object(_)) => statements = Some(vec![single]),
                (other, _) => {
                    return refused(format!("`{other}` is not a member of a policy, or not of this type"));
                }
            }
        }
        let Some(statements) = statements.filter(|statements| !statements.is_empty()) else {
            return refused("a policy has a Statement");
        };
        let statements = statements.into_iter().map(|raw| Statement::read(raw, on_resource));
        Ok(Self { statements: statements.collect::<Result<_, _>>()? })
    }

    /// What it says to its own identity.
    pub fn verdict(&self, action: &str, resource: &str) -> Verdict {
        let spoken = self.statements.iter().filter(|statement| statement.speaks_of(action, resource));
        spoken.fold(Verdict::Silent, |so_far, statement| match (so_far, statement.allows) {
            (Verdict::Deny, _) | (_, false) => Verdict::Deny,
            (_, true) => Verdict::Allow,
        })
    }

    /// What it says, as a resource's, to an identity; and whether it names the identity itself or its account alone.
    pub(crate) fn verdict_for(
        &self,
        caller: &Principal<'_>,
        action: &str,
        resource: &str,
    ) -> (Verdict, Naming) {
        let mut result = (Verdict::Silent, Naming::Account);
        for statement in self.statements.iter().filter(|statement| statement.speaks_of(action, resource)) {
            let Some(naming) = statement.names(caller) else { continue };
            if !statement.allows {
                return (Verdict::Deny, naming);
            }
            let by_itself = naming == Naming::Self_ || result.1 == Naming::Self_;
            result = (Verdict::Allow, if by_itself { Naming::Self_ } else { Naming::Account });
        }
        result
    }

    /// The first action that matches none of the known ones, which are in lower case.
    pub fn action_unlike(&self, known: &[String]) -> Option<&str> {
        let mut named = self.statements.iter().flat_map(|statement| &statement.actions.patterns);
        named.find(|pattern| !known.iter().any(|action| matches(pattern, action))).map(String::as_str)
    }

    /// Holds that, as a resource's, it speaks of that resource and of these actions alone: what cannot be granted there must
    /// not look as if it were.
    pub fn check_scope(&self, arn: &str, actions: &[&str]) -> Result<(), PolicyError> {
        for statement in &self.statements {
            let Statement { actions: named, resources, .. } = statement;
            if named.negated || resources.negated {
                return refused("NotAction and NotResource are not offered in the policy of a resource");
            }
            if let Some(other) = resources.patterns.iter().find(|pattern| !matches(pattern, arn)) {
                return refused(format!("Resource {other} is not {arn}"));
            }
            let grants = |pattern: &&String| {
                actions.iter().any(|action| matches(pattern, &action.to_ascii_lowercase()))
            };
            if let Some(other) = named.patterns.iter().find(|pattern| !grants(pattern)) {
                return refused(format!("Action {other} is not one of {}", actions.join(", ")));
            }
        }
        Ok(())
    }
}

impl Statement {
    fn read(raw: Raw<'_>, on_resource: bool) -> Result<Self, PolicyError> {
        let Raw::Object(members) = raw else { return refused("a statement is a JSON object") };
        let (mut allows, mut principals, mut actions, mut resources) = (None, None, None, None);
        for (name, value) in members {
            let place = match &*name {
                "Sid" => continue,
                "Effect" => {
                    allows = Some(effect(&value)?);
                    continue;
                }
                "Principal" | "NotPrincipal" if on_resource => &mut principals,
                "Principal" | "NotPrincipal" => {
                    return refused("the policy of an identity names no principals: it is the principal");
                }
                "Action" | "NotAction" => &mut actions,
                "Resource" | "NotResource" => &mut resources,
                "Condition" => return refused("Condition is not offered"),
                other => return refused(format!("`{other}` is not a member of a statement")),
            };
            let patterns = match &*name {
                "Principal" | "NotPrincipal" => principal_patterns(value)?,
                _ => texts(&name, value)?,
            };
            if place.is_some() {
                return refused(format!("a statement has {name} and its opposite, or one of them twice"));
            }
            *place = Some(Selection { patterns, negated: name.starts_with("Not") });
        }
        let needed = |what: &str| PolicyError(format!("a statement has {what}"));
        let mut actions = actions.ok_or_else(|| needed("Action or NotAction"))?;
        for action in &mut actions.patterns {
            if action != "*" && !action.contains(':') {
                return refused(format!("`{action}` is not of the form service:Action"));
            }
            action.make_ascii_lowercase();
        }
        if on_resource && principals.is_none() {
            return Err(needed("Principal"));
        }
        Ok(Self {
            allows: allows.ok_or_else(|| needed("Effect"))?,
            principals,
            actions,
            resources: resources.ok_or_else(|| needed("Resource or NotResource"))?,
        })
    }

    fn speaks_of(&self, action: &str, resource: &str) -> bool {
        let action = action.to_ascii_lowercase();
        self.actions.takes(|pattern| matches(pattern, &action))
            && self.resources.takes(|pattern| matches(pattern, resource))
    }

    /// Whether and how it names the identity.
    fn names(&self, caller: &Principal<'_>) -> Option<Naming> {
        let principals = self.principals.as_ref()?;
        let Principal { arn, account, is_root } = caller;
        let is_account = |pattern: &str| {
            pattern == *account || !is_root && pattern == format!("arn:aws:iam::{account}:root")
        };
        let by_itself = principals.patterns.iter().any(|pattern| pattern == "*" || pattern == arn);
        let by_account = principals.patterns.iter().any(|pattern| is_account(pattern));
        match (principals.negated, by_itself, by_account) {
            (false, true, _) => Some(Naming::Self_),
            (false, false, true) => Some(Naming::Account),
            (false, false, false) => None,
            // NotPrincipal takes everybody whom it does not name, by themselves or by their account.
            (true, false, false) => Some(Naming::Self_),
            (true, _, _) => None,
        }
    }
}

fn effect(value: &Raw<'_>) -> Result<bool, PolicyError> {
    match value {
        Raw::String(text) if text == "Allow" => Ok(true),
        Raw::String(text) if text == "Deny" => Ok(false),
        _ => refused("Effect must be \"Allow\" or \"Deny\""),
    }
}

/// One text or a list of them.
fn texts(name: &str, value: Raw<'_>) -> Result<Vec<String>, PolicyError> {
    let text = |value: Raw<'_>| match value {
        Raw::String(text) if text.contains("${") => {
            refused(format!("{name}: policy variables are not offered"))
        }
        Raw::String(text) if !text.is_empty() => Ok(Cow::into_owned(text)),
        _ => refused(format!("{name} is a text or a list of texts")),
    };
    match value {
        Raw::List(items) if !items.is_empty() => items.into_iter().map(text).collect(),
        single => Ok(vec![text(single)?]),
    }
}

/// `"*"` or `{"AWS": …}`: accounts, users and roots.
fn principal_patterns(value: Raw<'_>) -> Result<Vec<String>, PolicyError> {
    let named = match value {
        Raw::String(text) if text == "*" => return Ok(vec!["*".to_owned()]),
        Raw::Object(kinds) => kinds,
        _ => return refused("Principal is \"*\" or an object with AWS"),
    };
    let mut patterns = Vec::new();
    for (kind, value) in named {
        if kind != "AWS" {
            return refused(format!("principals of the kind `{kind}` are not offered; AWS is"));
        }
        patterns.extend(texts("Principal", value)?);
    }
    for pattern in &patterns {
        let is_account = pattern.len() == 12 && pattern.bytes().all(|b| b.is_ascii_digit());
        let is_arn = pattern.starts_with("arn:aws:iam::") && !pattern.contains(['*', '?']);
        if pattern != "*" && !is_account && !is_arn {
            return refused(format!("`{pattern}` is not an account, an arn:aws:iam::… or \"*\""));
        }
    }
    Ok(patterns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_refused_with_the_reason() {
        let statement = |more: &str| {
            format!(
                r#"{{"Statement": [{{"Effect": "Allow", "Action": "kinesis:*", "Resource": "*"{more}}}]}}"#
            )
        };
        let cases = [
            ("", "not JSON"),
            ("[]", "a policy is a JSON object"),
            ("{}", "a policy has a Statement"),
            (r#"{"Statement": []}"#, "a policy has a Statement"),
            (r#"{"Version": "2020-01-01", "Statement": []}"#, "Version must be"),
            (r#"{"Statment": []}"#, "`Statment` is not a member"),
            (&statement(r#", "Condition": {}"#), "Condition is not offered"),
            (&statement(r#", "Principal": "*""#), "names no principals"),
            (&statement(r#", "NotAction": "kinesis:*""#), "its opposite"),
            (&statement(r#", "Efect": "Deny""#), "`Efect` is not a member"),
            (r#"{"Statement": {"Effect": "allow", "Action": "a:b", "Resource": "*"}}"#, "Effect must be"),
            (r#"{"Statement": {"Effect": "Allow", "Action": "Put", "Resource": "*"}}"#, "service:Action"),
            (r#"{"Statement": {"Effect": "Allow", "Action": [], "Resource": "*"}}"#, "text or a list"),
            (r#"{"Statement": {"Effect": "Allow", "Action": "a:b"}}"#, "Resource or NotResource"),
            (r#"{"Statement": {"Action": "a:b", "Resource": "*"}}"#, "has Effect"),
            (
                r#"{"Statement": {"Effect": "Allow", "Action": "a:b", "Resource": "arn:${aws:username}"}}"#,
                "variables are not offered",
            ),
        ];
        for (text, reason) in cases {
            let error = Policy::of_identity(text).expect_err(text).to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
        let huge = format!(r#"{{"Id": "{}"}}"#, "x".repeat(DOCUMENT_BYTES_MAX));
        assert!(Policy::of_identity(&huge).is_err());
    }

    #[test]
    fn actions_are_not_case_sensitive_and_resources_are() {
        let policy =
            r#"{"Statement": {"Effect": "Allow", "Action": "Kinesis:put*", "Resource": "arn:Clicks"}}"#;
        let policy = Policy::of_identity(policy).expect("legal");
        assert_eq!(policy.verdict("kinesis:PutRecord", "arn:Clicks"), Verdict::Allow);
        assert_eq!(policy.verdict("kinesis:PutRecord", "arn:clicks"), Verdict::Silent);
    }

    #[test]
    fn opposites_take_everything_else() {
        let policy =
            r#"{"Statement": {"Effect": "Deny", "NotAction": ["kinesis:Get*"], "NotResource": "arn:a"}}"#;
        let policy = Policy::of_identity(policy).expect("legal");
        assert_eq!(policy.verdict("kinesis:PutRecord", "arn:b"), Verdict::Deny);
        assert_eq!(policy.verdict("kinesis:GetRecords", "arn:b"), Verdict::Silent);
        assert_eq!(policy.verdict("kinesis:PutRecord", "arn:a"), Verdict::Silent);
    }

    #[test]
    fn a_resource_policy_speaks_of_its_resource_and_of_what_can_be_granted() {
        let check = |action: &str, resource: &str| {
            let text = format!(
                r#"{{"Statement": {{"Effect": "Allow", "Principal": "*", "Action": "{action}", "Resource": "{resource}"}}}}"#
            );
            Policy::of_resource(&text).expect("legal").check_scope("arn:a", &["kinesis:PutRecord"])
        };
        assert_eq!(check("kinesis:putrecord", "arn:a"), Ok(()));
        assert_eq!(check("kinesis:*", "arn:*"), Ok(()));
        assert!(check("kinesis:DeleteStream", "arn:a").is_err());
        assert!(check("kinesis:PutRecord", "arn:b").is_err());
    }

    #[test]
    fn a_resource_policy_names_principals_of_one_kind() {
        let policy = |principal: &str| {
            Policy::of_resource(&format!(
                r#"{{"Statement": {{"Effect": "Allow", {principal} "Action": "kinesis:*", "Resource": "arn:a"}}}}"#
            ))
        };
        assert!(
            policy(r#""Principal": {"AWS": ["111111111111", "arn:aws:iam::111111111111:user/x"]},"#).is_ok()
        );
        for bad in [
            "",
            r#""Principal": {"Service": "x"},"#,
            r#""Principal": {"AWS": "bob"},"#,
            r#""Principal": "bob","#,
        ] {
            assert!(policy(bad).is_err(), "{bad}");
        }
    }
}
