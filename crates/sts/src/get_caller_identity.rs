//! GetCallerIdentity: account, ARN and id of whoever signed the request. Needs no permission, as on AWS.
//!
//! <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>

use headwater_aws_shapes::sts as model;
use headwater_aws_wire::{Call, Fault, Handle, Resource, Touches};

use crate::Sts;

impl Touches<model::GetCallerIdentity> for Sts {
    fn touches(&self, _: &Call, _: &model::GetCallerIdentityRequest) -> Result<Vec<Resource>, Fault> {
        // Even a policy that denies it does not keep it from the caller.
        Ok(Vec::new())
    }
}

impl Handle<model::GetCallerIdentity> for Sts {
    async fn handle(
        &self,
        call: &Call,
        _: model::GetCallerIdentityRequest,
    ) -> Result<model::GetCallerIdentityResponse, Fault> {
        let account = call.scope.account.as_str().to_owned();
        let (arn, user_id) = match &call.caller {
            Some(caller) => {
                let arn = caller.arn();
                let id = caller.user.as_ref().map_or_else(|| account.clone(), |_| user_id(&arn));
                (arn, id)
            }
            // Where any credentials will do, everybody is the account's root.
            None => (format!("arn:aws:iam::{account}:root"), account.clone()),
        };
        Ok(model::GetCallerIdentityResponse {
            user_id: Some(user_id),
            account: Some(account),
            arn: Some(arn),
        })
    }
}

/// In the form of the service, the same for the same user always: there is no register of ids here.
fn user_id(arn: &str) -> String {
    const DIGITS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    // FNV-1a, twice, for 80 bits that need to look like an id, not to keep a secret.
    let hash = |seed: u64| {
        arn.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    };
    let (first, second) = (hash(0xcbf2_9ce4_8422_2325), hash(0x6c62_272e_07bb_0142));
    let digit = |of: u64, at: u32| char::from(DIGITS[(of >> (24 + at * 5)) as usize & 31]);
    let digits = (0..8).map(|at| digit(first, at)).chain((0..8).map(|at| digit(second, at)));
    format!("AIDA{}", digits.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_ids_look_like_the_services_and_tell_users_apart() {
        let bob = user_id("arn:aws:iam::111111111111:user/bob");
        assert_eq!(bob.len(), 20);
        assert!(bob.starts_with("AIDA") && bob.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        assert_ne!(bob, user_id("arn:aws:iam::111111111111:user/eve"));
    }
}
